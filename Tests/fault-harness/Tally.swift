import Foundation
import TestSupport

/// Counts of what was tried and of what went wrong.
struct Tally {
    let seed: UInt64
    private let end: Date
    private var lines: [(name: String, tried: Int, faults: Int)] = []
    private var longest: [(name: String, seconds: Double)] = []

    /// - Parameters:
    ///   - seed: What chance starts from.
    ///   - minutes: Minutes after which no more is to be tried.
    init(seed: UInt64, minutes: Double) {
        self.seed = seed
        end = Date(timeIntervalSinceNow: minutes * 60)
    }

    var isOver: Bool { Date() >= end }
    var faults: Int { lines.reduce(0) { $0 + $1.faults } }

    /// Chance of its own for one trial of a kind, so that it can be repeated alone.
    func random(_ kind: UInt64, _ number: Int) -> SeededGenerator {
        SeededGenerator(seed: (seed &* 1_000 &+ kind) &* 0x1_0000_0001 &+ UInt64(number))
    }

    /// Counts a trial, and prints what went wrong with it.
    ///
    /// - Parameters:
    ///   - name: What was tried; a line of the table.
    ///   - times: How many.
    ///   - option: What repeats it, such as `--kills 1`.
    ///   - number: Its number.
    ///   - faults: What went wrong.
    mutating func count(
        _ name: String, times: Int = 1, option: String, number: Int, faults: [String]
    ) {
        let index = lines.firstIndex { $0.name == name } ?? lines.endIndex
        if index == lines.endIndex { lines.append((name, 0, 0)) }
        lines[index].tried += times
        lines[index].faults += faults.count
        for fault in faults {
            // At once, also where it goes to a file.
            let line = "✗ \(name) (--seed \(seed) --first \(number) \(option)): \(fault)\n"
            FileHandle.standardOutput.write(Data(line.utf8))
        }
    }

    /// Remembers the longest that something took.
    mutating func took(_ seconds: Double, _ name: String) {
        let index = longest.firstIndex { $0.name == name } ?? longest.endIndex
        if index == longest.endIndex { longest.append((name, 0)) }
        longest[index].seconds = max(longest[index].seconds, seconds)
    }

    var table: String {
        let all = lines.sorted { $0.name < $1.name }
        let total = (name: "together", tried: all.reduce(0) { $0 + $1.tried }, faults: faults)
        let width = (all.map(\.name.count) + longest.map(\.name.count) + [8]).max() ?? 0
        func row(_ cells: [String]) -> String {
            cells[0].padding(toLength: width, withPad: " ", startingAt: 0)
                + cells.dropFirst().map {
                    String(repeating: " ", count: max(10 - $0.count, 1)) + $0
                }
                .joined()
        }
        return
            ([row(["seed \(seed)", "tried", "faults"])]
            + (all + [total]).map { row([$0.name, "\($0.tried)", "\($0.faults)"]) }
            + longest.map {
                row([$0.name, ($0.seconds.formatted(.number.precision(.fractionLength(2)))) + " s"])
            }).joined(separator: "\n")
    }
}
