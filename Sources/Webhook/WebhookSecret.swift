internal import Foundation
internal import Hashing

/// The key that sender and receiver share: `whsec_` and 24 to 64 random bytes in Base64.
///
/// It shows itself to nobody.
public struct WebhookSecret: Sendable, Hashable, CustomStringConvertible,
    CustomDebugStringConvertible, CustomReflectable
{
    private let key: [UInt8]

    /// Takes the text as Standard Webhooks writes it; nil for any other.
    public init?(_ text: String) {
        guard text.hasPrefix("whsec_"),
            let key = Data(base64Encoded: String(text.dropFirst("whsec_".count))),
            (24...64).contains(key.count)
        else { return nil }
        self.key = [UInt8](key)
    }

    /// The signature of a message at a moment, in seconds since 1970: `v1,` and Base64.
    func signature(of message: WebhookMessage, at seconds: Int) -> String {
        let signed = Array("\(message.id).\(seconds).".utf8) + message.body
        return "v1," + Data(Hash(authenticating: signed, key: key).bytes).base64EncodedString()
    }

    public var description: String { "(secret)" }
    public var debugDescription: String { "(secret)" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
