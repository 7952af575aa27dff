internal import HTTP
public import Market
internal import Webhook

extension Configuration {
    /// The network that people belong to.
    ///
    /// ## Configuration keys
    /// - `network.key` (name, optional): what tells it from other networks of the same database;
    ///   every run is recorded under it.
    /// - `network.name` (text, default: Réseau): what its people call it; stands in messages.
    /// - `network.reply_to` (address, default: coordination@example.org): the coordinators'
    ///   address, to which members answer.
    /// - `network.language` (fr or en, default: fr): the language of members whose own is none of
    ///   those that messages are written in.
    /// - `network.time_zone` (IANA name, default: Europe/Paris): where its days begin at midnight.
    public struct Network: Sendable, Hashable {
        /// Empty where the installation has one network.
        public let key: String
        public let name: String
        public let replyTo: String
        public let language: Language
        /// Name of a zone in the IANA database: which day it is, and the day of a decision.
        public let timeZone: String

        init(from values: inout Values) {
            key = values.key("network.key")
            name = values.text("network.name", default: "Réseau")
            replyTo = values.address("network.reply_to", default: "coordination@example.org")
            language = values.choice("network.language", default: .french)
            timeZone = values.timeZone("network.time_zone", default: "Europe/Paris")
        }
    }

    /// Where the platform's tables are.
    ///
    /// ## Configuration keys
    /// - `database.conninfo` (text, optional, secret): libpq connection string or URI; without it a
    ///   private cluster is run.
    /// - `database.directory` (path, default: var/postgres): the private cluster's folder.
    /// - `database.lock_timeout` (seconds 1–3600, default: 60): time that a statement may wait for a
    ///   lock of another program.
    /// - `database.statement_timeout` (seconds 1–86400, default: 3600): time that one statement may
    ///   take.
    public struct Database: Sendable, Hashable {
        /// nil for the private cluster.
        public let conninfo: Secret?
        public let directory: String
        public let lockTimeout: Double
        public let statementTimeout: Double

        init(from values: inout Values) {
            conninfo = values.secret("database.conninfo", "a libpq connection string")
            directory = values.path("database.directory", default: "var/postgres")
            lockTimeout = values.number("database.lock_timeout", default: 60, in: 1...3600)
            statementTimeout = values.number(
                "database.statement_timeout", default: 3600, in: 1...86400)
        }
    }

    /// Limits of the solver.
    ///
    /// ## Configuration keys
    /// - `solve.seconds` (number 0.1–3600, default: 10): time for one tender; a bid that is not
    ///   proven best by then says so.
    /// - `solve.highs` (path, default: var/highsbox/libhighs.so): library of the second solver.
    public struct Solve: Sendable, Hashable {
        public let seconds: Double
        public let highs: String

        init(from values: inout Values) {
            highs = values.path("solve.highs", default: "var/highsbox/libhighs.so")
            seconds = values.number("solve.seconds", default: 10, in: 0.1...3600)
        }
    }

    /// What every run shares.
    ///
    /// ## Configuration keys
    /// - `run.seed` (whole number from 0, default: 1): what chance starts from; the same seed gives
    ///   the same results.
    /// - `run.shrink` (number 0–1, default: 0.5): share of its rows that a source may lose from one
    ///   run of a job to the next; where it loses more, or all, the job stops. 1: it never does.
    /// - `run.deadline` (minutes 1–1440, default: 240): time after which a night that still runs stops,
    ///   as on SIGTERM.
    /// - `run.keep_days` (whole number 120–36500, default: 400): days after which what a night wrote
    ///   down is erased and only counted: rows set aside, what became of needs, messages, proposals that
    ///   were replaced, unused vectors. What somebody decided on and what is in force stays.
    public struct Run: Sendable, Hashable {
        public let seed: Int
        public let shrink: Double
        public let deadline: Double
        public let keepDays: Int

        init(from values: inout Values) {
            seed = values.whole("run.seed", default: 1, in: 0...Int(Int32.max))
            shrink = values.number("run.shrink", default: 0.5, in: 0...1)
            deadline = values.number("run.deadline", default: 240, in: 1...1440)
            keepDays = values.whole("run.keep_days", default: 400, in: 120...36_500)
        }
    }

    /// Where the job files are.
    ///
    /// ## Configuration keys
    /// - `jobs.directory` (path, default: jobs): the folder of the job files.
    /// - `jobs.order` (list of names, default: none): jobs that run first, in this order; the
    ///   others follow by name.
    public struct Jobs: Sendable, Hashable {
        public let directory: String
        public let order: [String]

        init(from values: inout Values) {
            directory = values.path("jobs.directory", default: "jobs")
            order = values.list("jobs.order", "a list of job names")
        }
    }

    /// The coordinators' report.
    ///
    /// ## Configuration keys
    /// - `report.directory` (path, default: var/reports): one folder a night, and `latest`.
    /// - `report.language` (fr or en, default: fr): the language that it opens in; where it is not
    ///   said, that of the network.
    /// - `report.group` (name, optional): the group of users that may read reports, such as a web
    ///   server's; without it their owner alone.
    /// - `report.url` (http or https URL, optional): where that folder is served, for links to it; what
    ///   several networks share is followed by the key of each, as the folder is.
    public struct Report: Sendable, Hashable {
        public let directory: String
        public let group: String?
        public let language: Language
        public let url: String?

        init(from values: inout Values, of network: Network) {
            directory = values.folder(
                "report.directory", default: "var/reports", of: network.key)
            group = values.text("report.group", "the name of a group of users", neededAs: nil)
            language = values.choice("report.language", default: network.language)
            let shared = values.url("report.url", neededAs: nil)
            let isShared = !network.key.isEmpty && !values.isOwn("report.url")
            url = shared.map { isShared ? $0.addingSegment(network.key) : $0 }
        }
    }

    /// Who else hears of runs.
    ///
    /// ## Configuration keys
    /// - `publish.webhook` (http or https URL, optional, secret): told of every run that completes.
    ///   Such an address often holds a key, so that it is never shown.
    /// - `publish.webhook_secret` (`whsec_` and 24 to 64 bytes in Base64, optional, secret): what its
    ///   messages are signed with.
    public struct Publish: Sendable, Hashable {
        public let webhook: Secret?
        public let webhookSecret: Secret?

        init(from values: inout Values) {
            webhook = values.secret("publish.webhook", "an http or https URL") {
                HTTPAddress($0) == nil ? nil : Secret($0)
            }
            webhookSecret = values.secret(
                "publish.webhook_secret", "whsec_ and 24 to 64 bytes in Base64"
            ) {
                WebhookSecret($0) == nil ? nil : Secret($0)
            }
        }
    }

    /// The members' messages.
    ///
    /// ## Configuration keys
    /// - `digest.outbox` (path, default: var/outbox): the folder that messages are written to.
    public struct Digest: Sendable, Hashable {
        public let outbox: String

        init(from values: inout Values, of network: String) {
            outbox = values.folder("digest.outbox", default: "var/outbox", of: network)
        }
    }

    /// How messages are sent.
    ///
    /// ## Configuration keys
    /// - `mail.from` (address, default: entremise@example.org): the sender of every message; without a
    ///   name of its own under the network's.
    public struct Mail: Sendable, Hashable {
        public let from: String

        init(from values: inout Values) {
            from = values.address("mail.from", default: "entremise@example.org")
        }
    }

    /// Where the templates of pages and messages are.
    ///
    /// ## Configuration keys
    /// - `templates.directory` (path, default: config/templates)
    public struct Templates: Sendable, Hashable {
        public let directory: String

        init(from values: inout Values) {
            directory = values.path("templates.directory", default: "config/templates")
        }
    }

    /// Where the words of pages and messages are; see ``Labels``.
    ///
    /// ## Configuration keys
    /// - `locales.directory` (path, default: config/locales)
    public struct Locales: Sendable, Hashable {
        public let directory: String

        init(from values: inout Values) {
            directory = values.path("locales.directory", default: "config/locales")
        }
    }

    /// What is logged.
    ///
    /// ## Configuration keys
    /// - `log.level` (trace, debug, info, notice, warning, error or critical, default: info)
    public struct Log: Sendable, Hashable {
        public let level: Level

        /// Levels as swift-log names them.
        public enum Level: String, Sendable, Hashable, CaseIterable {
            case trace, debug, info, notice, warning, error, critical
        }

        init(from values: inout Values) {
            level = values.choice("log.level", default: .info)
        }
    }

    /// The sample network that `entremise demo` shows.
    ///
    /// ## Configuration keys
    /// - `demo.directory` (path, default: config/sample): its CSV files.
    /// - `demo.as_of` (date, default: 2026-11-23): the day that its night takes for today.
    public struct Demo: Sendable, Hashable {
        public let directory: String
        public let asOf: Day

        init(from values: inout Values) {
            directory = values.path("demo.directory", default: "config/sample")
            // 2026-11-23.
            asOf = values.day("demo.as_of", default: Day(number: 20780))
        }
    }
}

extension String {
    /// An address with one more segment at the end of its path.
    fileprivate func addingSegment(_ segment: String) -> String {
        hasSuffix("/") ? self + segment : "\(self)/\(segment)"
    }
}
