internal import Digest
internal import Encoding
internal import Foundation
internal import HTTP
internal import Ledger
internal import Mail
internal import Postgres
internal import Report
internal import Scoring
internal import Settings
internal import Verbs
internal import Webhook

extension Application {
    /// Looks at everything that a night needs, from the job files to the folders it writes to. A
    /// finding that is not well does not keep the others from being made.
    ///
    /// - Parameter report: Hears of each as it is made.
    public func checkHealth(report: (HealthCheck) -> Void) async {
        var jobs: [JobFile] = []
        report(
            HealthCheck(of: "configuration", remedy: "mend the file at the line that is named") {
                jobs = try self.jobs()
                let file = configuration.file ?? "no file, defaults only"
                return "\(file); jobs: \(jobs.map(\.name).joined(separator: ", "))"
            })
        checkLedger(jobs, report: report)
        let encoder = await checkEncoder()
        report(encoder)
        report(
            HealthCheck(of: "blas", remedy: "") {
                let library = loadedBLAS()
                return library
            })
        report(HealthCheck(of: "search", remedy: "") { searchProduct() })
        report(checkSolvers())
        checkOutput(report: report)
    }

    /// One solver is enough; that none is there, or that none can be started, is not well.
    private func checkSolvers() -> HealthCheck {
        HealthCheck(of: "solvers", remedy: "run: jobs/setup") {
            try solversFound(highs: configuration.solve.highs)
        }
    }

    private func checkLedger(_ jobs: [JobFile], report: (HealthCheck) -> Void) {
        do {
            let ledger = try openLedger()
            report(
                HealthCheck(
                    subject: "database",
                    found: configuration.database.conninfo == nil
                        ? "the private cluster in \(configuration.database.directory)"
                        : "the configured one"))
            report(
                HealthCheck(
                    of: "connection",
                    remedy: "connect to PostgreSQL itself, or let the pooler keep the session"
                ) {
                    switch try ledger.pooling() {
                    case .none: return "to PostgreSQL itself"
                    case .session:
                        return "by way of a pooler that keeps the session (pool_mode = session)"
                    case .transaction: throw LedgerError.pooledByTransaction
                    }
                })
            report(
                HealthCheck(of: "writing", remedy: "connect where results can be written") {
                    try ledger.requireWritable()
                    return "results can be written"
                })
            report(
                HealthCheck(of: "schema", remedy: "run: entremise migrate") {
                    if let error = try ledger.schemaState().error { throw error }
                    return "every migration is applied"
                })
            report(
                HealthCheck(
                    of: "rights",
                    remedy: "as the owner of the tables: entremise migrate --grant ROLE"
                ) {
                    try ledger.requireRights()
                    return "all that a run needs"
                })
            try checkQueries(of: jobs, on: ledger, report: report)
        } catch {
            report(
                HealthCheck(
                    subject: "database", found: "\(error)",
                    remedy: configuration.database.conninfo == nil
                        ? "see the message; “entremise database status” says more"
                        : "check database.conninfo (ENTREMISE_DATABASE_CONNINFO), and that psql "
                            + "reaches it",
                    failure: error))
        }
    }

    private func checkEncoder() async -> HealthCheck {
        do {
            guard let encoder = try await EncodingChoice(configuration.encoder).encoder else {
                return HealthCheck(
                    subject: "encoder",
                    found: "words only, as chosen: matches by meaning are not made")
            }
            let vectors = try await encoder.encode(["bonjour"])
            return HealthCheck(
                subject: "encoder",
                found: "\(encoder.model.name), \(vectors.dimension) dimensions")
        } catch {
            return HealthCheck(
                subject: "encoder", found: "\(error)",
                remedy: configuration.encoder.kind == .embedded
                    ? "run: jobs/model" : "check encoder.url, encoder.model and encoder.key",
                failure: error)
        }
    }

    private func checkOutput(report: (HealthCheck) -> Void) {
        report(
            HealthCheck(of: "pages", remedy: "restore config/templates and config/locales") {
                let labels = try labels()
                _ = try reportTexts()
                _ = try digestTemplates()
                return "templates and \(labels.count) languages"
            })
        report(
            HealthCheck(of: "folders", remedy: "give the service's user the right to write there") {
                for folder in [configuration.report.directory, configuration.digest.outbox] {
                    try checkWritable(folder)
                }
                return "\(configuration.report.directory), \(configuration.digest.outbox)"
            })
        report(
            HealthCheck(of: "mail", remedy: "set mail.from and network.reply_to") {
                let from = try sender
                _ = try MailAddress(
                    written: configuration.network.replyTo, field: "network.reply_to")
                return "messages are written to \(configuration.digest.outbox), from "
                    + from.address
            })
        if let webhook {
            report(
                HealthCheck(
                    subject: "webhook",
                    found: "runs are told to \(webhook.address.origin), "
                        + (webhook.secret == nil
                            ? "not signed: publish.webhook_secret is missing" : "signed")))
        }
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
}
