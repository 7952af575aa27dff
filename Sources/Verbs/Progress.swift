/// Shows how far a stage is; the command has one for terminals, and one for logs.
public protocol ProgressDisplay: Sendable {
    /// A stage begins; `total` is what there is to do, if known.
    func begin(_ stage: String, total: Int?)
    /// So much of the stage is done.
    func advance(to done: Int)
    /// The stage is over.
    func end()
}

/// Shows nothing.
public struct NoProgress: ProgressDisplay {
    public init() {}
    public func begin(_ stage: String, total: Int?) {}
    public func advance(to done: Int) {}
    public func end() {}
}
