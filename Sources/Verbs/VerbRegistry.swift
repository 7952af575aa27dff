public import Ledger
public import Settings

/// The verbs that a job file may name.
public enum VerbRegistry {
    public static let all: [any Verb.Type] = [Rank.self, Form.self, Assign.self]

    /// How their proposals are shown, in the order of the page.
    public static let presentations = Presentations(all.map { $0.presentation })

    /// What a run found, by the key that lists it: of other verbs, those that are always listed have
    /// an empty list.
    public static func printed(
        _ results: RunResults, of verb: any Verb
    ) throws -> [String: any Encodable] {
        var printed = try type(of: verb).printed(results)
        for other in all where other.presentation.isAlwaysListed && printed[other.plural] == nil {
            printed[other.plural] = [String]()
        }
        return printed
    }

    /// The verb whose proposals are of a kind.
    public static func verb(of kind: String) -> (any Verb.Type)? { all.first { $0.kind == kind } }
}

extension JobFile {
    /// The job's verb.
    ///
    /// - Throws: ``VerbError/unregistered(_:)`` where the file was read with verbs of another kind.
    public func solver() throws(VerbError) -> any Verb {
        guard let verb = verb as? any Verb else {
            throw VerbError.unregistered(type(of: verb).name)
        }
        return verb
    }
}

/// What cannot be asked of a verb.
public enum VerbError: Error, Sendable, Hashable, CustomStringConvertible {
    /// No verb of that name is in the registry.
    case unregistered(String)

    public var description: String {
        switch self {
        case .unregistered(let name): "no verb is called “\(name)”"
        }
    }
}
