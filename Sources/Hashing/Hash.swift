internal import CCrypto

/// A SHA-256 hash (FIPS 180-4) of some bytes, by OpenSSL.
public struct Hash: Sendable, Hashable, CustomStringConvertible {
    /// The 32 bytes.
    public let bytes: [UInt8]

    /// Takes 32 bytes that were hashed before, or nil where there are not 32.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// The hash of some bytes.
    ///
    /// - Complexity: O(*n*) in the number of bytes.
    public init(of content: some Sequence<UInt8>) {
        var hasher = Hasher()
        hasher.combine(content)
        self = hasher.finish()
    }

    /// The hash of a text's UTF-8 bytes.
    public init(of text: String) {
        self.init(of: text.utf8)
    }

    fileprivate init(unchecked bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// 64 lower-case hexadecimal digits.
    public var description: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// A hash made piece by piece.
    ///
    /// Fields are told apart by ``combine(field:)``, which hashes the length first: `("ab", "c")`
    /// and `("a", "bc")` differ.
    public struct Hasher: ~Copyable {
        private let context = EVP_MD_CTX_new()

        public init() {
            EVP_DigestInit_ex(context, EVP_sha256(), nil)
        }

        deinit { EVP_MD_CTX_free(context) }

        /// Adds bytes as they are.
        public mutating func combine(_ content: some Sequence<UInt8>) {
            let done: Void? = content.withContiguousStorageIfAvailable { buffer in
                _ = EVP_DigestUpdate(context, buffer.baseAddress, buffer.count)
            }
            if done == nil {
                let copy = Array(content)
                _ = EVP_DigestUpdate(context, copy, copy.count)
            }
        }

        /// Adds a text's length in bytes, then its UTF-8 bytes.
        public mutating func combine(field text: String) {
            combine("\(text.utf8.count):".utf8)
            combine(text.utf8)
        }

        /// The hash of all that was added.
        public consuming func finish() -> Hash {
            var bytes = [UInt8](repeating: 0, count: 32)
            var length: UInt32 = 0
            _ = EVP_DigestFinal_ex(context, &bytes, &length)
            return Hash(unchecked: bytes)
        }
    }
}
