public import Market

extension Wording {
    /// What a signal is called on a page: `compétences`, `disponibilité` …
    public func name(of kind: SignalKind) -> String {
        switch kind {
        case .skills: pick("compétences", "skills")
        case .meaning: pick("contenu", "content")
        case .words: pick("mots en commun", "shared words")
        case .place: pick("lieu", "place")
        case .dates: pick("disponibilité", "availability")
        case .price: pick("prix", "price")
        case .language: pick("langues", "languages")
        case .balance: pick("compte temps", "time account")
        }
    }
}
