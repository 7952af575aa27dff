/// What a job file says of its verb: the keys under `solve.<name>`.
///
/// Each verb reads its own keys and refuses what is wrong with them; this module knows none of them.
public protocol VerbSettings: Sendable, Hashable {
    /// The key under `solve`.
    static var name: String { get }
    /// What is expected below the key, for messages.
    static var expected: String { get }
    /// Whether the key may stand with nothing below it.
    static var mayBeEmpty: Bool { get }
    /// Keys of the job file that name further queries, such as `tenders`: required with this verb.
    static var queries: [String] { get }

    /// Reads the keys below the verb's; what is refused is noted in the section. nil where a required
    /// key is missing or refused.
    init?(in section: inout Section)

    /// Every key with its value, in one fixed form.
    var canonical: [(key: String, value: String)] { get }
}

extension VerbSettings {
    public static var mayBeEmpty: Bool { false }
    public static var queries: [String] { [] }

    /// As `Hashable` does, whatever the types.
    func isEqual(to other: any VerbSettings) -> Bool { other as? Self == self }
}

extension [any VerbSettings.Type] {
    /// The verb that a job file names under `solve`, the last where it names several, which is
    /// refused; nil where it names none, or one that is refused.
    func read(in root: inout Section) -> (any VerbSettings)? {
        let names = map { $0.name }
        let expected = "one verb, " + names.spelledOut
        guard var section = root.section("solve", expected) else { return nil }
        var found: (any VerbSettings)?
        for verb in self {
            guard
                var keys = section.section(
                    verb.name, verb.expected, required: false, mayBeEmpty: verb.mayBeEmpty)
            else { continue }
            found = verb.init(in: &keys)
            section.absorb(keys.finish())
        }
        let written = names.filter(section.has)
        if written.count > 1 {
            section.refuse(expected, found: written.count == 2 ? "both" : "\(written.count)")
        } else if section.keys.isEmpty {
            section.refuse(expected, found: "none")
        }
        root.absorb(section.finish())
        return found
    }

    /// The verbs that ask for a query, as a job file names them.
    func named(asking query: String) -> String {
        filter { $0.queries.contains(query) }
            .map { "solve: { \($0.name): … }" }.spelledOut
    }
}

extension [String] {
    /// `rank or form`, `rank, form or assign`.
    fileprivate var spelledOut: String {
        guard count > 1, let last else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " or " + last
    }
}
