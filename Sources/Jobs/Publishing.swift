internal import Digest
internal import Foundation
public import Ledger
internal import Logging
internal import Mail
internal import Market
public import Report
public import Settings
internal import Verbs
internal import Wording

extension Application {
    /// Writes the report of what the last runs recorded: a page in each language, CSV and JSON beside
    /// it.
    ///
    /// The files go to a folder of their own, `YYYY-MM-DD` in `report.directory`, which takes its
    /// place only when all are written; `latest` is a link to that of the night that ran last, whatever
    /// day it took for today. Whoever else writes reports there waits.
    ///
    /// - Returns: The path of the page in the language of `report.language`, by way of `latest`
    ///   where it is that night's.
    /// - Throws: ``JobError/nothingRecorded(_:)``, ``JobError/cannotWrite(path:reason:)``.
    public func publishReport(from ledger: borrowing Ledger, jobs: [JobFile]) throws -> String {
        let order = jobs.filter(\.publish.report).map(\.name)
        guard
            var record = try ledger.recordedRuns(
                asOf: asOf, network: configuration.network.name, jobs: order)
        else { throw JobError.nothingRecorded(asOf) }
        record.gone = try ledger.gone(by: asOf)
        let files = try VerbRegistry.presentations.files(of: record, texts: reportTexts())
        let root = URL(filePath: configuration.report.directory, directoryHint: .isDirectory)
        let folder = ReportFolder(
            root: root, name: record.asOf.description, group: configuration.report.group)
        let lock = try folder.lock()
        defer { withExtendedLifetime(lock) {} }
        try folder.replace(with: files)
        let last = try ledger.lastDay(of: order) ?? record.asOf
        return try folder.linkLatest(to: last).appending(path: "index.html").path
    }

    /// The texts that a report is made with, as the configuration names them.
    public func reportTexts() throws -> ReportTexts {
        var texts: [String: String] = [:]
        for name in VerbRegistry.presentations.templates { texts[name] = try template(name) }
        return ReportTexts(
            templates: try ReportTemplates(texts),
            labels: try labels(),
            language: configuration.report.language)
    }

    /// The fixed texts of every language.
    func labels() throws -> [Language: [String: String]] {
        try Labels.load(configuration.locales.directory) { $0.pluralForms }
    }

    /// Writes one message to each member who has news and wants it, and records what they were told.
    ///
    /// - Returns: Paths of the messages, ascending by member.
    public func publishDigests(
        from ledger: borrowing Ledger, jobs: [JobFile], isDryRun: Bool = false
    ) async throws -> [String] {
        let labels = try labels()
        let templates = try digestTemplates()
        let outbox = Outbox(directory: configuration.digest.outbox)
        // Two at once would tell the same twice.
        let lock = isDryRun ? nil : try outbox.lock()
        defer { withExtendedLifetime(lock) {} }
        let transport: any Transport = outbox
        let from = try sender
        let replyTo = try MailAddress(
            written: configuration.network.replyTo, field: "network.reply_to")
        var paths: [String] = []
        for news in try ledger.news(
            asOf: asOf, network: configuration.network.name,
            language: configuration.network.language,
            audiences: jobs.map(DigestAudience.init))
        {
            try cancellation.check()
            guard
                let to = try? MailAddress(
                    name: news.recipient.name, address: news.recipient.address)
            else {
                // One member's address keeps nobody else from hearing.
                logger.warning(
                    "Address malformed, no message",
                    metadata: ["member": "\(news.recipient.member)"])
                continue
            }
            guard
                let digest = try VerbRegistry.presentations.message(
                    for: news, contact: replyTo.address, templates: templates,
                    labels: labels[news.recipient.language] ?? [:])
            else { continue }
            let mail = try MailMessage(
                from: from, to: to, replyTo: replyTo, subject: digest.subject, date: MailDate(asOf),
                reference: news.recipient.member, text: digest.text, html: digest.html)
            if isDryRun {
                paths.append(news.recipient.member)
                continue
            }
            let path = try await transport.deliver(mail)
            try ledger.record(
                RecordedMessage(subject: digest.subject, file: path), telling: news)
            paths.append(path)
        }
        return paths
    }

    /// The sender of every message, under the name that `mail.from` gives, or else the network's.
    var sender: MailAddress {
        get throws(MailError) {
            let from = try MailAddress(written: configuration.mail.from, field: "mail.from")
            guard from.name.isEmpty else { return from }
            return try MailAddress(
                name: configuration.network.name, address: from.address, field: "mail.from")
        }
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
            throw JobError.cannotRead(path: path, reason: error.localizedDescription)
        }
    }
}

extension DigestAudience {
    /// Whom the digest tells of a job's proposals, as its file says.
    init(_ job: JobFile) throws {
        let verb = type(of: try job.solver())
        self.init(
            job: job.name,
            roles: verb.roles.filter { job.publish.digest.contains($0.value) }.map(\.key).sorted(),
            hearsOfDecided: verb.tellsOfDecided,
            asking: Set(verb.roles.filter { $0.value == .owners }.keys),
            candidates: JobQueries.File(job.candidates))
    }
}
