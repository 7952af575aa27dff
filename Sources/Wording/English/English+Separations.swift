extension English {
    func isLevel(with name: String) -> String { "Level with \(name); the id decides." }

    func score(_ gap: String, belowThatOf name: String) -> String {
        "a score \(gap) below \(name)’s"
    }

    func score(_ gap: String, aboveThatOf name: String) -> String {
        "a score \(gap) above \(name)’s"
    }

    func by(_ signals: [String]) -> String { "by \(list(signals))" }
    func despite(_ signals: [String]) -> String { "despite \(list(signals))" }
}
