import Foundation

/// Sizes to measure at.
struct Options {
    var needs = 4_096
    var candidates = 200_000
    var dimension = 384
    var count = 100
    var rounds = 3
    var threads = ProcessInfo.processInfo.activeProcessorCount

    static let usage = """
        retrieval-benchmark [--needs N] [--candidates N] [--dimension N] [--count K] [--rounds N]
                            [--threads N]
        Measures exact retrieval against the bare matrix product of the same tiles.
        """

    /// Reads pairs of a name and a number above 0; nil for anything else.
    init?(_ arguments: some Sequence<String>) {
        let positions: [String: WritableKeyPath<Options, Int>] = [
            "--needs": \.needs, "--candidates": \.candidates, "--dimension": \.dimension,
            "--count": \.count, "--rounds": \.rounds, "--threads": \.threads,
        ]
        var iterator = arguments.makeIterator()
        while let name = iterator.next() {
            guard let index = positions[name], let number = iterator.next().flatMap({ Int($0) }),
                number > 0
            else { return nil }
            self[keyPath: index] = number
        }
    }
}
