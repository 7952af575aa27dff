/// Problems met so far, and what was lost by them: a row that refers to a lost one is not told of
/// as well.
public struct ImportProblems: Sendable {
    /// The first of them.
    public private(set) var listed: [ImportProblem] = []
    /// How many there are.
    public private(set) var total = 0
    private var lostTables: Set<String> = []
    private var lostKeys: [String: Set<String>] = [:]

    public init() {}

    public var isEmpty: Bool { total == 0 }
    /// Whether reading on would be of no use.
    public var isFull: Bool { total >= ImportRefusal.countedAtMost }

    public mutating func add(_ problem: ImportProblem) {
        total += 1
        if listed.count < ImportRefusal.shownAtMost { listed.append(problem) }
    }

    /// Notes that a table's file could not be read at all.
    public mutating func lose(_ table: String) { lostTables.insert(table) }

    /// Notes that a row was refused.
    public mutating func lose(_ key: String, of table: String) {
        lostKeys[table, default: []].insert(key)
    }

    /// Whether a row was lost, or its whole table.
    public func hasLost(_ key: String?, of table: String) -> Bool {
        lostTables.contains(table) || key.map { lostKeys[table]?.contains($0) ?? false } ?? false
    }

    /// The refusal, with problems by file in the order that files were read, then by line.
    public var refusal: ImportRefusal {
        var order: [String: Int] = [:]
        for problem in listed where order[problem.file] == nil { order[problem.file] = order.count }
        let sorted = listed.enumerated().sorted { one, other in
            (order[one.element.file] ?? 0, one.element.line ?? 0, one.offset)
                < (order[other.element.file] ?? 0, other.element.line ?? 0, other.offset)
        }
        return ImportRefusal(problems: sorted.map(\.element), total: total, isCutShort: isFull)
    }
}
