import Foundation
import Retrieval

/// One line of the benchmark's table.
struct Row: CustomStringConvertible {
    private let cells: [String]

    static let heading = Row([
        "vectors", "first pass", "eligible", "seconds", "GOP/s", "of bare", "CPU s", "of bare CPU",
        "bounded a need",
        "rescored a need", "tiles to single",
    ])

    private init(_ cells: [String]) { self.cells = cells }

    init(
        _ kind: VectorKind, _ pass: String, _ share: String, _ time: Time, work: Double,
        against bare: Time, _ found: Retrieved?
    ) {
        func number(_ value: Double, _ digits: Int) -> String {
            String(format: "%.\(digits)f", value)
        }
        let needs = Double(max(1, found?.perNeed.count ?? 1))
        cells = [
            kind.rawValue, pass, share, number(time.wall, 3), number(work / time.wall * 1e-9, 1),
            number(bare.wall / time.wall, 2), number(time.processor, 3),
            number(bare.processor / time.processor, 2),
            found.map { number(Double($0.bounded) / needs, 0) } ?? "",
            found.map { number(Double($0.rescored) / needs, 1) } ?? "",
            found.map { "\($0.singlePrecisionTiles)" } ?? "",
        ]
    }

    var description: String {
        let widths = [9, 16, 13, 7, 6, 7, 7, 11, 14, 15, 15]
        return zip(cells, widths).map { cell, width in
            cell + String(repeating: " ", count: max(1, width - cell.count + 1))
        }.joined(separator: "| ")
    }
}
