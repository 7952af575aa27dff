internal import Dispatch
internal import Foundation
internal import Synchronization

/// Work on all cores.
public enum Threads {
    public static var count: Int { ProcessInfo.processInfo.activeProcessorCount }

    /// What `body` makes of each number 0 ..< `count`, in order.
    public static func map<Value: Sendable>(
        _ count: Int, _ body: @Sendable (Int) -> Value
    ) -> [Value] {
        map(count, scratch: {}) { _, number in body(number) }
    }

    /// What `body` makes of each number 0 ..< `count`, in order, with scratch space that each thread
    /// has for itself and uses again.
    ///
    /// - Parameters:
    ///   - count: How many numbers.
    ///   - threads: How many threads to use at most, 1 or more; nil for one a core.
    ///   - scratch: Makes the scratch space of a thread.
    ///   - body: Takes the scratch space of its thread, and a number.
    public static func map<Scratch, Value: Sendable>(
        _ count: Int, threads: Int? = nil, scratch: @Sendable () -> Scratch,
        _ body: @Sendable (inout Scratch, Int) -> Value
    ) -> [Value] {
        let found = Mutex([Value?](repeating: nil, count: count))
        let next = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: min(max(1, threads ?? Threads.count), count)) {
            _ in
            var scratch = scratch()
            while true {
                let number = next.add(1, ordering: .relaxed).oldValue
                guard number < count else { return }
                let value = body(&scratch, number)
                found.withLock { $0[number] = value }
            }
        }
        return found.withLock { $0.compactMap(\.self) }
    }

    /// What `body` makes of each number 0 ..< `count`, in order, where that is little work: each
    /// thread takes them in chunks.
    public static func mapMany<Value: Sendable>(
        _ count: Int, _ body: @Sendable (Int) -> Value
    ) -> [Value] {
        let parts = chunks(of: count) { $0.map(body) }
        var values: [Value] = []
        values.reserveCapacity(count)
        for part in parts { values.append(contentsOf: part) }
        return values
    }

    /// Two pieces of work, side by side.
    public static func both<One: Sendable, Other: Sendable>(
        _ one: @Sendable () -> One, _ other: @Sendable () -> Other
    ) -> (One, Other) {
        let found = Mutex<(one: One?, other: Other?)>((nil, nil))
        DispatchQueue.concurrentPerform(iterations: 2) { number in
            if number == 0 {
                let value = one()
                found.withLock { $0.one = value }
            } else {
                let value = other()
                found.withLock { $0.other = value }
            }
        }
        let (first, second) = found.withLock { $0 }
        guard let first, let second else { preconditionFailure("both were done") }
        return (first, second)
    }

    /// What `body` makes of the numbers 0 ..< `count` in chunks of some thousands, in order.
    public static func chunks<Value: Sendable>(
        of count: Int, _ body: @Sendable (Range<Int>) -> Value
    ) -> [Value] {
        let size = 4_096
        return map((count + size - 1) / size) { chunk in
            body(chunk * size..<min(count, (chunk + 1) * size))
        }
    }
}
