internal import Market
internal import SystemPackage

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

extension JobFile {
    /// Reads one job file and its queries.
    ///
    /// - Throws: ``SettingsError`` with every problem of the file.
    package static func load(
        _ path: String, verbs: [any VerbSettings.Type]
    ) throws(SettingsError) -> JobFile {
        try read(path, verbs: verbs).job
    }

    /// Reads every job file (`*.yaml`, `*.yml`) of a folder.
    ///
    /// - Parameters:
    ///   - directory: The folder; folders in it are not looked into.
    ///   - order: Names of jobs that come first, in this order; the others follow by name.
    ///   - verbs: The verbs that a job may name.
    /// - Throws: ``SettingsError`` with every problem of every file; also where two jobs have one
    ///   name, where there is none, or where `order` names a job that is not there.
    public static func loadAll(
        _ directory: String, order: [String] = [], verbs: [any VerbSettings.Type]
    ) throws(SettingsError) -> [JobFile] {
        let shown = TextFile.shown(directory)
        func refuse(_ expected: String, _ found: String) -> SettingsError {
            SettingsError(
                Problem(file: shown, line: nil, key: nil, expected: expected, found: found))
        }
        let entries: [String]
        do {
            entries = try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
        } catch {
            throw refuse("a folder of job files that can be read", "none")
        }
        let names = entries.filter {
            !$0.hasPrefix(".") && ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml"))
        }
        guard !names.isEmpty else {
            throw refuse("at least one job file, such as missions.yaml", "none")
        }
        var problems: [Problem] = []
        var jobs: [(job: JobFile, line: Int)] = []
        for name in names {
            do throws(SettingsError) {
                let (job, line) = try read(
                    FilePath(directory).appending(name).string, verbs: verbs)
                if let same = jobs.first(where: { $0.job.name == job.name }) {
                    problems.append(
                        Problem(
                            file: job.file, line: line, key: "job",
                            expected: "a name that no other job has",
                            found: "\(job.name.quoted), also in \(same.job.file):\(same.line)"))
                }
                jobs.append((job, line))
            } catch {
                problems += error.problems
            }
        }
        if problems.isEmpty {
            for name in order where !jobs.contains(where: { $0.job.name == name }) {
                problems.append(
                    Problem(
                        file: shown, line: nil, key: "jobs.order",
                        expected: "names of jobs in this folder", found: name.quoted,
                        nearest: nearest(to: name, among: jobs.map(\.job.name))))
            }
        }
        guard problems.isEmpty else { throw SettingsError(problems.inReadingOrder()) }
        func rank(_ job: JobFile) -> Int { order.firstIndex(of: job.name) ?? order.count }
        return jobs.map(\.job).sorted { (rank($0), $0.name) < (rank($1), $1.name) }
    }
}

extension JobFile {
    /// The job, and the line of its name.
    private static func read(
        _ path: String, verbs: [any VerbSettings.Type]
    ) throws(SettingsError) -> (job: JobFile, line: Int) {
        let yaml = try MarkedYAML(path: path)
        let folder = FilePath(path).removingLastComponent()
        var root = Section(yaml)

        let name = root.scalar("job", "a name of small letters, digits, _ and -, a letter first") {
            isName($0) ? $0 : nil
        }
        let title = title(in: &root)
        root.refuse(
            former: "schedule",
            "no schedule in a job file: when jobs run stands in jobs/crontab, or in "
                + "jobs/systemd/entremise.timer")
        let needs = query("needs", in: &root, folder: folder)
        let candidates = query("candidates", in: &root, folder: folder)
        let exclusions =
            root.has("exclusions") ? query("exclusions", in: &root, folder: folder) : nil
        let match = match(in: &root)
        let verb = verbs.read(in: &root)
        let further = further(in: &root, of: verb, among: verbs, folder: folder)
        let publish = publish(in: &root)

        let problems = root.finish()
        guard problems.isEmpty, let name, let needs, let candidates, let match,
            let verb
        else { throw SettingsError(problems.inReadingOrder()) }
        let job = JobFile(
            name: name, title: title, needs: needs, candidates: candidates,
            exclusions: exclusions, further: further, match: match, verb: verb, publish: publish,
            file: yaml.name)
        return (job, root.line(of: "job"))
    }

    private static func isName(_ text: String) -> Bool {
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard let first = text.utf8.first, letters.contains(first) else { return false }
        return text.utf8.count <= 60
            && text.utf8.allSatisfy {
                letters.contains($0) || digits.contains($0) || $0 == UInt8(ascii: "_")
                    || $0 == UInt8(ascii: "-")
            }
    }

    private static func title(in root: inout Section) -> [Language: String] {
        guard var section = root.section("title", "a title in each language: { fr: …, en: … }")
        else { return [:] }
        var title: [Language: String] = [:]
        for language in Language.allCases {
            title[language] = section.text(language.rawValue, "a title in this language")
        }
        root.absorb(section.finish())
        return title
    }

    private static func query(
        _ key: String, in root: inout Section, folder: FilePath
    ) -> Query? {
        guard let name = root.text(key, "the file of an SQL query, such as sql/missions.needs.sql")
        else { return nil }
        do {
            let file = try TextFile(path: folder.pushing(FilePath(name)).string)
            guard !file.text.isBlank, !file.text.contains("\0") else {
                root.refuse("a file with an SQL query", found: "none (\(file.name))", key: key)
                return nil
            }
            return Query(name: name, text: file.text)
        } catch {
            for problem in error.problems {
                let line = problem.line.map { ":\($0)" } ?? ""
                let found = problem.found ?? "something else"
                root.refuse(
                    problem.expected, found: "\(found) (\(problem.file)\(line))", key: key)
            }
            return nil
        }
    }

    /// The queries that the verb asks for besides; one that only another verb asks for is refused.
    private static func further(
        in root: inout Section, of verb: (any VerbSettings)?, among verbs: [any VerbSettings.Type],
        folder: FilePath
    ) -> [String: Query] {
        let asked = verb.map { type(of: $0).queries } ?? []
        var found: [String: Query] = [:]
        for key in Set(verbs.flatMap { $0.queries }).sorted() {
            guard asked.contains(key) || root.has(key) else { continue }
            found[key] = query(key, in: &root, folder: folder)
            if let verb, !asked.contains(key) {
                root.refuse(
                    "\(key) only beside \(verbs.named(asking: key))",
                    found: type(of: verb).name, key: key)
            }
        }
        return found
    }
}
