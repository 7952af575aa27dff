public import Hashing

/// What a prepared text is known by in a cache.
public func contentHash(of preparedText: String) -> Hash {
    Hash(of: preparedText)
}
