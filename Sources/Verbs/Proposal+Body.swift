internal import Foundation
internal import Hashing
package import Market

extension Proposal {
    /// JSON with its keys in order, for ``body``.
    package static func body(of value: some Encodable) throws -> String {
        try JSONEncoder.sorted().text(of: value)
    }

    /// What its verb wrote into ``body``.
    ///
    /// - Throws: ``ProposalError/unreadable(kind:key:reason:)`` where the body is not such.
    package func decodedBody<Body: Decodable>(as type: Body.Type = Body.self) throws -> Body {
        do {
            return try Self.decoded(type, from: body)
        } catch {
            throw ProposalError.unreadable(
                kind: kind, key: key.description, reason: String(describing: error))
        }
    }

    /// The value that JSON stands for.
    package static func decoded<Value: Decodable>(
        _ type: Value.Type, from json: String
    ) throws -> Value {
        try JSONDecoder().decode(type, from: Data(json.utf8))
    }
}

/// A recorded proposal that its verb cannot read.
public enum ProposalError: Error, Sendable, Hashable, CustomStringConvertible {
    case unreadable(kind: String, key: String, reason: String)

    public var description: String {
        switch self {
        case .unreadable(let kind, let key, let reason):
            "the recorded \(kind) “\(key)” cannot be read: \(reason)"
        }
    }
}
