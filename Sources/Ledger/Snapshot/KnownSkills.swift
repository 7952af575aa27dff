internal import Market

/// The skills that the network defines, as rows name them: each id is stored once for all rows, and
/// one that a row names twice is told.
struct KnownSkills {
    private let numbers: [Skill.ID: Int]
    private let ids: [Skill.ID]
    /// For each skill the last row that named it.
    private var rows: [Int]
    private var row = 0

    init(_ ids: some Sequence<Skill.ID>) {
        self.ids = Array(ids)
        numbers = Dictionary(uniqueKeysWithValues: zip(self.ids, self.ids.indices))
        rows = [Int](repeating: 0, count: self.ids.count)
    }

    /// Goes on to another row.
    mutating func beginRow() { row += 1 }

    enum Finding {
        case unknown
        /// The row named it before.
        case repeated
        case found(Skill.ID)
    }

    mutating func find(_ id: Skill.ID) -> Finding {
        guard let number = numbers[id] else { return .unknown }
        if rows[number] == row { return .repeated }
        rows[number] = row
        return .found(ids[number])
    }
}
