internal import CCrypto

extension Hash {
    /// The HMAC-SHA256 (RFC 2104) of a message, by OpenSSL: who knows the key can tell that the
    /// message comes from somebody who knows it too.
    ///
    /// - Parameters:
    ///   - message: Any bytes.
    ///   - key: The secret, not empty.
    public init(authenticating message: [UInt8], key: [UInt8]) {
        var code = [UInt8](repeating: 0, count: 32)
        var length = 0
        let found = EVP_Q_mac(
            nil, "HMAC", nil, "SHA256", nil, key, key.count, message, message.count, &code,
            code.count, &length)
        guard found != nil, let hash = Hash(bytes: code) else {
            preconditionFailure("OpenSSL 3 has HMAC unless its configuration takes it away")
        }
        self = hash
    }
}
