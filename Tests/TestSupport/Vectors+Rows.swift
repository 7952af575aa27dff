public import Encoding

extension Vectors {
    /// These vectors' rows at some indexes, in that order; an index may come more than once.
    public func rows(_ indexes: [Int]) throws -> Vectors {
        try Vectors.gather(indexes.map { self[$0] }, dimension: dimension)
    }
}
