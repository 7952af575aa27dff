/// A value whose content can be hashed field by field: equal values give the same bytes, different
/// values others.
public protocol ContentHashable {
    func combine(into hasher: inout Hash.Hasher)
}

extension Hash.Hasher {
    /// Adds one field after another.
    @inlinable @inline(__always)
    public mutating func combine<each Field: ContentHashable>(fields: repeat each Field) {
        for field in repeat each fields { field.combine(into: &self) }
    }
}

extension Hash: ContentHashable {
    /// The hash of some fields.
    @inlinable
    public init<each Field: ContentHashable>(fields: repeat each Field) {
        var hasher = Hasher()
        hasher.combine(fields: repeat each fields)
        self = hasher.finish()
    }

    @inlinable
    public func combine(into hasher: inout Hasher) { hasher.combine(self) }
}

extension ContentHashable where Self: RawRepresentable, RawValue == String {
    @inlinable
    public func combine(into hasher: inout Hash.Hasher) { hasher.combine(field: rawValue) }
}

extension String: ContentHashable {
    @inlinable
    public func combine(into hasher: inout Hash.Hasher) { hasher.combine(field: self) }
}

extension Int: ContentHashable {
    @inlinable
    public func combine(into hasher: inout Hash.Hasher) {
        hasher.combine(bits: UInt64(bitPattern: Int64(self)))
    }
}

extension Double: ContentHashable {
    @inlinable
    public func combine(into hasher: inout Hash.Hasher) { hasher.combine(bits: bitPattern) }
}

extension Bool: ContentHashable {
    @inlinable
    public func combine(into hasher: inout Hash.Hasher) { hasher.combine(bits: self ? 1 : 0) }
}

extension Optional: ContentHashable where Wrapped: ContentHashable {
    @inlinable
    public func combine(into hasher: inout Hash.Hasher) {
        (self != nil).combine(into: &hasher)
        self?.combine(into: &hasher)
    }
}

/// The number of elements comes first, so that no list runs into the next field.
extension Array: ContentHashable where Element: ContentHashable {
    @inlinable
    public func combine(into hasher: inout Hash.Hasher) {
        count.combine(into: &hasher)
        for element in self { element.combine(into: &hasher) }
    }
}

/// In the order of the elements' raw values.
extension Set: ContentHashable
where Element: ContentHashable & RawRepresentable, Element.RawValue == String {
    @inlinable
    public func combine(into hasher: inout Hash.Hasher) {
        map { $0.rawValue }.sorted().combine(into: &hasher)
    }
}
