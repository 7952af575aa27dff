internal import Synchronization

/// How long the threads of this process have been at the matrix products of first passes.
public enum ProductClock {
    private static let nanoseconds = Atomic(0)

    /// Time of all threads together, since the process began.
    public static var duration: Duration {
        .nanoseconds(nanoseconds.load(ordering: .relaxed))
    }

    /// Adds the time that a product takes; one is made for a tile of many thousand pairs.
    static func measure<Result>(_ product: () -> Result) -> Result {
        let start = ContinuousClock.now
        let result = product()
        let took = start.duration(to: .now).components
        nanoseconds.add(
            Int(took.seconds) * 1_000_000_000 + Int(took.attoseconds / 1_000_000_000),
            ordering: .relaxed)
        return result
    }
}
