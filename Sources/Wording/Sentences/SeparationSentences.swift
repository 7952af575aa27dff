/// What separates a pair from the one above it.
package protocol SeparationSentences: Sentences {
    /// A whole sentence.
    func isLevel(with name: String) -> String
    /// The start of a sentence, in lower case.
    func score(_ gap: String, belowThatOf name: String) -> String
    func score(_ gap: String, aboveThatOf name: String) -> String
    /// `par …`
    func by(_ signals: [String]) -> String
    /// `malgré …`
    func despite(_ signals: [String]) -> String
}
