internal import CCrypto

/// A SHA-256 hash (FIPS 180-4) of some bytes, by OpenSSL.
public struct Hash: Sendable, Hashable, CustomStringConvertible {
    // In place, since a run holds millions of them.
    private let words: (UInt64, UInt64, UInt64, UInt64)

    /// The 32 bytes.
    public var bytes: [UInt8] { withUnsafeBytes(of: words) { Array($0) } }

    /// Takes 32 bytes that were hashed before, or nil where there are not 32.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        withUnsafeMutableBytes(of: &words) { $0.copyBytes(from: bytes) }
        self.words = words
    }

    /// Takes 32 bytes as they lie in memory, or nil where there are not 32.
    public init?(raw bytes: UnsafeRawBufferPointer) {
        guard bytes.count == 32 else { return nil }
        words = bytes.loadUnaligned(as: (UInt64, UInt64, UInt64, UInt64).self)
    }

    /// The first bytes as a number.
    var leading: UInt64 { words.0 }

    public static func == (one: Hash, other: Hash) -> Bool { one.words == other.words }

    /// The first bytes of a hash are as good as any.
    public func hash(into hasher: inout Swift.Hasher) { hasher.combine(words.0) }

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

    /// The hash that a context ends in.
    fileprivate init(finishing context: OpaquePointer?) {
        var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        var length: UInt32 = 0
        withUnsafeMutableBytes(of: &words) {
            _ = EVP_DigestFinal_ex(
                context, $0.baseAddress?.assumingMemoryBound(to: UInt8.self), &length)
        }
        self.words = words
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
        /// Bytes to come: fields are short, and each call of the library costs as much as many.
        private let pending = UnsafeMutableRawBufferPointer.allocate(
            byteCount: Hasher.most, alignment: 8)
        private var pendingCount = 0

        private static let most = 2_048

        /// Looked up once: to look it up takes a lock that all threads wait for.
        nonisolated(unsafe) private static let algorithm: OpaquePointer = {
            guard let algorithm = EVP_MD_fetch(nil, "SHA256", nil) else {
                preconditionFailure("OpenSSL 3 has SHA-256 unless its configuration takes it away")
            }
            return algorithm
        }()

        public init() {
            EVP_DigestInit_ex(context, Hasher.algorithm, nil)
        }

        deinit {
            pending.deallocate()
            EVP_MD_CTX_free(context)
        }

        /// Adds bytes as they are.
        public mutating func combine(_ content: some Sequence<UInt8>) {
            let done: Void? = content.withContiguousStorageIfAvailable {
                add(UnsafeRawBufferPointer($0))
            }
            if done == nil { Array(content).withUnsafeBytes { add($0) } }
        }

        /// Adds the bytes of another hash.
        public mutating func combine(_ hash: Hash) {
            withUnsafeBytes(of: hash.words) { add($0) }
        }

        private mutating func add(_ bytes: UnsafeRawBufferPointer) {
            if bytes.count > Hasher.most - pendingCount { flush() }
            guard bytes.count <= Hasher.most else {
                _ = EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
                return
            }
            UnsafeMutableRawBufferPointer(rebasing: pending[pendingCount...])
                .copyMemory(from: bytes)
            pendingCount += bytes.count
        }

        private mutating func flush() {
            _ = EVP_DigestUpdate(context, pending.baseAddress, pendingCount)
            pendingCount = 0
        }

        /// Adds a text's length in bytes, then its UTF-8 bytes.
        public mutating func combine(field text: String) {
            var text = text
            text.withUTF8 { utf8 in
                combine(decimal: utf8.count)
                add(UnsafeRawBufferPointer(utf8))
            }
        }

        /// Adds 64 bits, the lowest first.
        public mutating func combine(bits: UInt64) {
            withUnsafeBytes(of: bits.littleEndian) { add($0) }
        }

        /// Adds a number's digits and a colon.
        private mutating func combine(decimal number: Int) {
            var digits: (UInt64, UInt64, UInt64) = (0, 0, 0)
            withUnsafeMutableBytes(of: &digits) { room in
                var index = room.count - 1
                room[index] = UInt8(ascii: ":")
                var rest = number
                repeat {
                    index -= 1
                    room[index] = UInt8(ascii: "0") + UInt8(rest % 10)
                    rest /= 10
                } while rest > 0
                add(UnsafeRawBufferPointer(rebasing: room[index...]))
            }
        }

        /// The hash of all that was added.
        public consuming func finish() -> Hash {
            flush()
            return Hash(finishing: context)
        }
    }
}
