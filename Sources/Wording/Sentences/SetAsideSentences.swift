package import Market

/// What is wrong with a row that was set aside.
package protocol SetAsideSentences: Sentences {
    /// `Champ « tarif » : `, which the rest of the sentence follows.
    func field(_ name: String) -> String
    /// The rest of the sentence; a whole one for `nothingToMatch`.
    func text(of fault: SetAside.Fault) -> String
    /// What stands for a value that is empty: `vide`.
    var empty: String { get }
}

extension SetAsideSentences {
    /// A value as it was found, or the word for an empty one.
    func shown(_ found: String) -> String { found.isEmpty ? empty : found }
}
