public import Market

extension Wording {
    var declinedRule: RuleText {
        RuleText(
            name: pick("déjà décliné", "already declined"),
            state: pick("après un refus de la suggestion", "already declined"))
    }

    var declined: ExclusionText {
        ExclusionText(
            sentence: pick(
                "Déjà décliné, et rien n’a changé depuis.",
                "Already declined, and nothing has changed since."),
            remedy: pick(
                "La suggestion reviendra quand la demande ou le profil aura changé.",
                "The suggestion returns when the request or the profile has changed."))
    }

    var declinedLately: ExclusionText {
        ExclusionText(
            sentence: pick("Déjà décliné il y a peu.", "Already declined not long ago."),
            remedy: pick(
                "Il faudrait que le délai fixé après un refus soit passé.",
                "It would take the time set after a refusal to be over."))
    }

    /// How long a pair that was declined stays away: one sentence.
    public func pairStaysAway(_ term: Decline.Term) -> String {
        capitalised(
            staysAway(term, until: pick("l’un des deux côtés change", "either side changes"))) + "."
    }

    /// How long what was declined stays away: `elle ne reviendra que si …`.
    ///
    /// - Parameters:
    ///   - term: How long the decline stands.
    ///   - change: What has to change where it stands until then.
    public func staysAway(_ term: Decline.Term, until change: String) -> String {
        switch term {
        case .untilChanged:
            pick("elle ne reviendra que si \(change)", "it comes back only if \(change)")
        case .days(let count):
            pick(
                "elle ne reviendra pas avant \(days(Double(count)))",
                "it does not come back for \(days(Double(count)))")
        }
    }

    /// How long what was declined before stays away: `elle ne revient que si …`.
    ///
    /// - Parameters:
    ///   - term: How long the decline stands.
    ///   - change: What has to change where it stands until then.
    public func returns(after term: Decline.Term, once change: String) -> String {
        switch term {
        case .untilChanged:
            pick("elle ne revient que si \(change)", "it comes back only if \(change)")
        case .days(let count):
            pick(
                "elle ne revient que \(days(Double(count))) après ce refus",
                "it comes back only \(days(Double(count))) after that")
        }
    }
}
