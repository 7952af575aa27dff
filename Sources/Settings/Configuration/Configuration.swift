/// Everything that an operator decides once for a machine: where the database is, how texts become
/// vectors, where results go.
///
/// Each section documents its keys. In the file a key stands under its section; in the environment
/// `database.conninfo` is `ENTREMISE_DATABASE_CONNINFO`, and the environment wins. A key that
/// nobody knows, a value of the wrong type or out of its range is refused, with all others at once.
///
/// Paths are absolute: relative ones start at ``root``.
public struct Configuration: Sendable, Hashable {
    /// The folder that relative paths start from: `ENTREMISE_HOME`, or the parent of the folder
    /// that the configuration file lies in, or the current folder where there is no file.
    public let root: String
    /// The file that was read, as problems name it; nil where all comes from the environment and
    /// the defaults.
    public let file: String?
    public let network: Network
    public let parameters: Parameters
    public let queries: Queries
    public let database: Database
    public let encoder: Encoder
    public let solve: Solve
    public let run: Run
    public let jobs: Jobs
    public let report: Report
    public let publish: Publish
    public let digest: Digest
    public let mail: Mail
    public let templates: Templates
    public let locales: Locales
    public let log: Log
    public let demo: Demo
    /// Every key that there is, in the order of the documentation, with what it is set to.
    public let entries: [Entry]

    init(root: String, file: String?, from values: inout Values) {
        self.root = root
        self.file = file
        network = Network(from: &values)
        parameters = Parameters(from: &values)
        queries = Queries(from: &values)
        database = Database(from: &values)
        encoder = Encoder(from: &values)
        solve = Solve(from: &values)
        run = Run(from: &values)
        jobs = Jobs(from: &values)
        report = Report(from: &values, of: network)
        publish = Publish(from: &values)
        digest = Digest(from: &values, of: network.key)
        mail = Mail(from: &values)
        templates = Templates(from: &values)
        locales = Locales(from: &values)
        log = Log(from: &values)
        demo = Demo(from: &values)
        entries = values.entries
    }

    /// Every value that is no secret, as it was written, in one fixed form, for the configuration
    /// hash.
    ///
    /// Paths stay relative here, so that the same configuration gives the same hash in any folder.
    public var fingerprint: String {
        var text = CanonicalText()
        for entry in entries where !entry.isSecret { text.add(entry.key, entry.value ?? "") }
        return text.text
    }

    /// One key of the configuration.
    public struct Entry: Sendable, Hashable {
        /// The key with its section, such as `encoder.batch`.
        public let key: String
        /// What it accepts, in words.
        public let expected: String
        /// The value where nothing is said; nil where there is none.
        public let fallback: String?
        /// The value as written, or the default; nil where there is neither, and for a secret.
        public let value: String?
        public let isSecret: Bool
        public let origin: Origin

        /// Where a value comes from.
        public enum Origin: Sendable, Hashable {
            case fallback
            case file(line: Int)
            case environment(variable: String)
        }
    }
}
