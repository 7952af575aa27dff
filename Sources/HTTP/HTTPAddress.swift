internal import Foundation

/// An `http` or `https` URL, which shows itself without what may be secret.
public struct HTTPAddress: Sendable, Hashable, CustomStringConvertible,
    CustomDebugStringConvertible,
    CustomReflectable
{
    /// The whole URL, for the one place that needs it.
    let url: String
    /// Without user, password, query and fragment.
    public let description: String
    /// Scheme, host and port alone: paths may hold a secret too.
    public let origin: String

    /// Takes a URL with a host; nil for anything else.
    ///
    /// - Parameters:
    ///   - text: The URL.
    ///   - path: Added to its path, whose last slashes are taken away then.
    public init?(_ text: String, appending path: String = "") {
        guard var parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            ["http", "https"].contains(scheme), let host = parts.host, !host.isEmpty
        else { return nil }
        if !path.isEmpty {
            while parts.path.hasSuffix("/") { parts.path.removeLast() }
            parts.path += path
        }
        guard let url = parts.string else { return nil }
        self.url = url
        (parts.user, parts.password, parts.query, parts.fragment) = (nil, nil, nil, nil)
        description = parts.string ?? "(address hidden)"
        parts.path = ""
        origin = parts.string ?? "(address hidden)"
    }

    public var debugDescription: String { description }
    /// What is shown alone, so that `dump` shows no more.
    public var customMirror: Mirror { Mirror(self, children: ["description": description]) }
}
