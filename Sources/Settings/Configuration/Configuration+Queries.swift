internal import Market
internal import SystemPackage

extension Configuration {
    /// The queries of what is common to all jobs, where a network has its own; nil: the shipped ones,
    /// which read the schema `network`.
    ///
    /// ## Configuration keys
    /// Each is a file with one `SELECT`; `jobs/sql/README.md` lists the columns.
    ///
    /// - `queries.members` (path, optional): who is written to.
    /// - `queries.skills` (path, optional): labels of skills.
    /// - `queries.refusals` (path, optional): who does not wish to work with whom.
    /// - `queries.collaborations` (path, optional): who worked with whom.
    /// - `queries.places` (path, optional): coordinates of places.
    /// - `queries.references` (path, optional): what members did before.
    /// - `queries.tenders` (path, optional): every tender and its lots, those that are decided too.
    /// - `queries.bounces` (path, optional): addresses that mail came back from.
    public struct Queries: Sendable, Hashable {
        public let members: JobFile.Query?
        public let skills: JobFile.Query?
        public let refusals: JobFile.Query?
        public let collaborations: JobFile.Query?
        public let places: JobFile.Query?
        public let references: JobFile.Query?
        public let tenders: JobFile.Query?
        /// Addresses that mail came back from; nothing is shipped for them.
        public let bounces: JobFile.Query?

        init(from values: inout Values) {
            members = values.query("queries.members")
            skills = values.query("queries.skills")
            refusals = values.query("queries.refusals")
            collaborations = values.query("queries.collaborations")
            places = values.query("queries.places")
            references = values.query("queries.references")
            tenders = values.query("queries.tenders")
            bounces = values.query("queries.bounces")
        }
    }

    /// What queries read with `current_setting('network.NAME')`, by name.
    ///
    /// ## Configuration keys
    /// - `parameters.NAME` (text): any number of them; a name is of small letters, digits and _, a
    ///   letter first.
    public struct Parameters: Sendable, Hashable {
        public let values: [String: String]

        init(from values: inout Values) {
            var found: [String: String] = [:]
            for name in values.names(under: "parameters") {
                let key = "parameters.\(name)"
                guard Self.isName(name) else {
                    values.refuse(
                        key,
                        "a name of small letters, digits and _, a letter first, other than key",
                        found: name.quoted)
                    values.know(key)
                    continue
                }
                if let text = values.read(key, "a text", fallback: nil, make: \.self) {
                    found[name] = text
                }
            }
            self.values = found
        }

        private static func isName(_ name: String) -> Bool {
            name != "key" && name.utf8.count <= 60
                && name.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil
        }
    }
}

extension Values {
    /// A file with an SQL query, from the root on.
    mutating func query(_ key: String) -> JobFile.Query? {
        let expected = "a file with an SQL query, such as jobs/sql/members.sql"
        guard let name = read(key, expected, fallback: nil, make: \.self) else { return nil }
        do {
            let file = try TextFile(path: root.pushing(FilePath(name)).lexicallyNormalized().string)
            guard !file.text.isBlank, !file.text.contains("\0") else {
                refuse(key, expected, found: "no query in \(file.name)")
                return nil
            }
            return JobFile.Query(name: file.name, text: file.text)
        } catch {
            for problem in error.problems {
                let line = problem.line.map { ":\($0)" } ?? ""
                refuse(
                    key, problem.expected,
                    found: "\(problem.found ?? "something else") (\(problem.file)\(line))")
            }
            return nil
        }
    }

    /// A folder of results: what the network's own file says, or else a folder of its own in what
    /// all networks share.
    mutating func folder(_ key: String, default fallback: String, of network: String) -> String {
        let shared = path(key, default: fallback)
        return network.isEmpty || isOwn(key)
            ? shared : FilePath(shared).appending(network).string
    }
}
