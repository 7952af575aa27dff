package import Market

/// What is wrong with a row that was set aside.
package protocol SetAsideSentences: Sentences {
    /// `Champ « tarif » : `, which the rest of the sentence follows.
    func field(_ name: String) -> String
    /// The rest of the sentence; a whole one for `nothingToMatch`.
    func text(of fault: SetAside.Fault) -> String
    /// What a field should hold: `un nombre`.
    func text(of thing: SetAside.Expectation.Thing) -> String
    /// One word, or some, of a closed list.
    func oneOf(_ words: [String]) -> String
    func someOf(_ words: [String]) -> String
    /// What stands for a value that is empty: `vide`.
    var empty: String { get }
}

extension SetAsideSentences {
    /// A value as it was found, or the word for an empty one.
    func shown(_ found: String) -> String { found.isEmpty ? empty : found }

    func text(of expectation: SetAside.Expectation) -> String {
        switch expectation {
        case .a(let thing): text(of: thing)
        case .oneOf(let words): oneOf(words)
        case .someOf(let words): someOf(words)
        case .recorded(let text): wording.typographic(text)
        }
    }
}
