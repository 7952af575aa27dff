extension French {
    func isLevel(with name: String) -> String {
        "À égalité avec \(name)\(semicolon)l’identifiant départage."
    }

    func score(_ gap: String, belowThatOf name: String) -> String {
        "score inférieur de \(gap) à celui \(from(name))"
    }

    func score(_ gap: String, aboveThatOf name: String) -> String {
        "score supérieur de \(gap) à celui \(from(name))"
    }

    func by(_ signals: [String]) -> String { "par \(list(signals))" }
    func despite(_ signals: [String]) -> String { "malgré \(list(signals))" }
}
