public import HTTP

/// A message was not taken.
///
/// The description names scheme and host alone: the rest of an address may hold a secret.
public struct WebhookFailure: Error, Sendable, CustomStringConvertible {
    public let address: HTTPAddress
    public let attempts: Int
    public let reason: String

    public var description: String {
        "\(address.origin) did not take it after \(attempts) "
            + "attempt\(attempts == 1 ? "" : "s"): \(reason)"
    }

    static func reason(of status: Int) -> String {
        switch status {
        case 300..<400: "it answered \(status), and redirections are not followed"
        case 401, 403: "it answered \(status); does it know the secret?"
        default: "it answered \(status)"
        }
    }
}
