internal import Digest
internal import Encoding
internal import Foundation
internal import Ledger
internal import Mail
internal import Report
internal import Scoring
internal import Settings

/// One thing that was looked at, how it stands, and how to mend it.
public struct HealthCheck: Sendable, Hashable, Codable {
    /// configuration, database, schema, rights, queries, encoder, blas, search, folders, mail.
    public let subject: String
    public let isOK: Bool
    /// What was found.
    public let found: String
    /// What to do, where it is not well.
    public let remedy: String?

    /// The names that `check --json` prints.
    enum CodingKeys: String, CodingKey {
        case subject
        case isOK = "isWell"
        case found, remedy
    }
}

extension Application {
    /// Looks at everything that a night needs, from the job files to the folders it writes to. A
    /// finding that is not well does not keep the others from being made.
    ///
    /// - Parameter report: Hears of each as it is made.
    public func checkHealth(report: (HealthCheck) -> Void) async {
        var jobs: [JobFile] = []
        report(
            look(at: "configuration", remedy: "mend the file at the line that is named") {
                jobs = try self.jobs()
                let file = configuration.file ?? "no file, defaults only"
                return "\(file); jobs: \(jobs.map(\.name).joined(separator: ", "))"
            })
        checkLedger(jobs, report: report)
        let encoder = await checkEncoder()
        report(encoder)
        report(
            look(at: "blas", remedy: "") {
                let library = loadedBLAS()
                return library
            })
        report(look(at: "search", remedy: "") { searchProduct() })
        checkOutput(report: report)
    }

    private func checkLedger(_ jobs: [JobFile], report: (HealthCheck) -> Void) {
        do {
            let ledger = try openLedger()
            report(
                HealthCheck(
                    subject: "database", isOK: true,
                    found: configuration.database.conninfo == nil
                        ? "the private cluster in \(configuration.database.directory)"
                        : "the configured one", remedy: nil))
            report(
                look(at: "schema", remedy: "run: entremise migrate") {
                    if let error = try ledger.schemaState().error { throw error }
                    return "every migration is applied"
                })
            report(
                look(
                    at: "rights",
                    remedy: "as the owner of the tables: entremise migrate --grant ROLE"
                ) {
                    let missing = try ledger.missingRights()
                    guard missing.isEmpty else { throw HealthError.rights(missing) }
                    return "all that a run needs"
                })
            for job in jobs {
                report(
                    look(
                        at: "queries of \(job.name)",
                        remedy: "mend the query; jobs/sql/README.md lists the columns"
                    ) {
                        try ledger.check(JobQueries(job, timeZone: configuration.network.timeZone))
                        return "every column can be read"
                    })
            }
        } catch {
            report(
                HealthCheck(
                    subject: "database", isOK: false, found: "\(error)",
                    remedy: configuration.database.conninfo == nil
                        ? "see the message; “entremise database status” says more"
                        : "check database.conninfo (ENTREMISE_DATABASE_CONNINFO), and that psql "
                            + "reaches it"))
        }
    }

    private func checkEncoder() async -> HealthCheck {
        do {
            guard let encoder = try await EncodingChoice(configuration.encoder).encoder else {
                return HealthCheck(
                    subject: "encoder", isOK: true,
                    found: "words only, as chosen: matches by meaning are not made", remedy: nil)
            }
            let vectors = try await encoder.encode(["bonjour"])
            return HealthCheck(
                subject: "encoder", isOK: true,
                found: "\(encoder.model.name), \(vectors.dimension) dimensions", remedy: nil)
        } catch {
            return HealthCheck(
                subject: "encoder", isOK: false, found: "\(error)",
                remedy: configuration.encoder.kind == .embedded
                    ? "run: jobs/model" : "check encoder.url, encoder.model and encoder.key")
        }
    }

    private func checkOutput(report: (HealthCheck) -> Void) {
        report(
            look(at: "pages", remedy: "restore config/templates and config/locales") {
                let labels = try Labels.load(configuration.locales.directory)
                _ = try reportTexts()
                _ = try digestTemplates()
                return "templates and \(labels.count) languages"
            })
        report(
            look(at: "folders", remedy: "give the service's user the right to write there") {
                for folder in [configuration.report.directory, configuration.digest.outbox] {
                    try checkWritable(folder)
                }
                return "\(configuration.report.directory), \(configuration.digest.outbox)"
            })
        report(
            look(at: "mail", remedy: "set mail.from and network.reply_to") {
                let from = try sender
                _ = try MailAddress(
                    written: configuration.network.replyTo, field: "network.reply_to")
                return "messages are written to \(configuration.digest.outbox), from "
                    + from.address
            })
    }

    private func checkWritable(_ folder: String) throws {
        let probe = "\(folder)/.entremise-check"
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true)
            try Data("check".utf8).write(to: URL(filePath: probe))
            try FileManager.default.removeItem(atPath: probe)
        } catch {
            throw JobError.cannotWrite(path: folder, reason: error.localizedDescription)
        }
    }

    private func look(at subject: String, remedy: String, _ body: () throws -> String)
        -> HealthCheck
    {
        do {
            return HealthCheck(subject: subject, isOK: true, found: try body(), remedy: nil)
        } catch {
            return HealthCheck(subject: subject, isOK: false, found: "\(error)", remedy: remedy)
        }
    }
}

private enum HealthError: Error, CustomStringConvertible {
    case rights([String])

    var description: String {
        switch self {
        case .rights(let missing): "missing: \(missing.joined(separator: ", "))"
        }
    }
}
