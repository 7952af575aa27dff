internal import Digest
internal import Foundation
public import Ledger
internal import Mail
internal import Market
internal import Report
public import Settings

extension Night {
    /// Writes the report of a recorded night: a page in each language, CSV and JSON beside it.
    ///
    /// The files go to a folder of their own, `YYYY-MM-DD` in `report.directory`, which takes its
    /// place only when all are written; `latest` is a link to the newest.
    ///
    /// - Returns: The path of the page in the language of `report.language`, by way of `latest`
    ///   where the night is the newest.
    /// - Throws: ``NightError/nothingRecorded(_:)``, ``NightError/cannotWrite(path:reason:)``.
    public func publishReport(from ledger: borrowing Ledger, jobs: [JobFile]) throws -> String {
        let order = jobs.filter(\.publish.report).map(\.name)
        guard
            let night = try ledger.night(
                asOf: asOf, network: configuration.network.name, jobs: order)
        else { throw NightError.nothingRecorded(asOf) }
        let files = try reportFiles(of: night)
        let root = URL(filePath: configuration.report.directory, directoryHint: .isDirectory)
        let folder = ReportFolder(root: root, name: night.asOf.description)
        try folder.replace(with: files)
        return try folder.linkLatest().appending(path: "index.html").path
    }

    private func reportFiles(of night: RecordedNight) throws -> [(name: String, content: String)] {
        let labels = try Labels.load(configuration.locales.directory)
        let templates = try ReportTemplates(page: template("report.mustache"))
        var files = try Language.allCases.map { language in
            let isMain = language == configuration.report.language
            return (
                name: isMain ? "index.html" : "index.\(language.rawValue).html",
                content: try page(
                    of: night, in: language, templates: templates, labels: labels[language] ?? [:])
            )
        }
        files += csvFiles(of: night, in: configuration.report.language).map {
            (name: $0.name, content: $0.content)
        }
        for (place, bid) in night.bids.enumerated() where bid.status != .none {
            files += try sheetFiles(of: bid, number: place + 1, labels: labels)
        }
        files.append((name: "night.json", content: try json(of: night)))
        return files
    }

    /// The sheet of a bid in each language, and as a table.
    ///
    /// - Parameter number: Place of the bid among the night's, from 1.
    func sheetFiles(
        of bid: RecordedBid, number: Int, labels: [Language: [String: String]]
    ) throws -> [(name: String, content: String)] {
        let template = try BidSheetTemplate(template("bid.mustache"))
        let main = configuration.report.language
        var files = try Language.allCases.map { language in
            (
                name: sheetName(number, language),
                content: try bidSheet(
                    of: bid, asOf: asOf, in: language, template: template,
                    labels: labels[language] ?? [:])
            )
        }
        files.append(
            (
                name: "bid-\(number).csv",
                content: try bidSheetCSV(
                    of: bid, asOf: asOf, in: main, labels: labels[main] ?? [:])
            ))
        return files
    }

    /// Writes one message to each member who has news and wants it, and records what they were told.
    ///
    /// - Returns: Paths of the messages, ascending by member.
    public func publishDigests(
        from ledger: borrowing Ledger, jobs: [JobFile], isDryRun: Bool = false
    ) async throws -> [String] {
        let labels = try Labels.load(configuration.locales.directory)
        let templates = try digestTemplates()
        let outbox = Outbox(directory: configuration.digest.outbox)
        let from = try MailAddress(
            name: configuration.network.name, address: configuration.mail.from, field: "mail.from")
        let replyTo = try MailAddress(
            address: configuration.network.replyTo, field: "network.reply_to")
        var paths: [String] = []
        for news in try ledger.news(
            asOf: asOf, network: configuration.network.name, jobs: jobs.map { Publication($0) })
        {
            try interruption.check()
            guard
                let digest = try message(
                    for: news, contact: configuration.network.replyTo, templates: templates,
                    labels: labels[news.reader.language] ?? [:])
            else { continue }
            let mail = try MailMessage(
                from: from,
                to: MailAddress(name: news.reader.name, address: news.reader.address),
                replyTo: replyTo, subject: digest.subject, date: MailDate(asOf),
                reference: news.reader.member, text: digest.text, html: digest.html)
            if isDryRun {
                paths.append(news.reader.member)
                continue
            }
            let path = try outbox.write(mail)
            try ledger.record(
                RecordedMessage(subject: digest.subject, file: path), telling: news)
            paths.append(path)
        }
        return paths
    }

    func digestTemplates() throws -> DigestTemplates {
        try DigestTemplates(
            text: template("digest.txt.mustache"), html: template("digest.html.mustache"))
    }

    func template(_ name: String) throws -> String {
        let path = "\(configuration.templates.directory)/\(name)"
        do {
            return try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw NightError.cannotRead(path: path, reason: error.localizedDescription)
        }
    }
}

extension Publication {
    /// Who hears of a job's results, as its file says.
    init(_ job: JobFile) {
        self.init(
            job: job.name, toCandidates: job.publish.digest.contains(.candidates),
            toOwners: job.publish.digest.contains(.owners))
    }
}
