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

    /// What a hard rule is called on a page: `propre demande`, `compétences obligatoires` …
    public func name(of rule: Exclusion.Rule) -> String {
        switch rule {
        case .ownNeed: pick("propre demande", "own request")
        case .refusal: pick("refus entre membres", "refusal between members")
        case .language: pick("langues", "languages")
        case .place: pick("distance", "distance")
        case .dates: pick("disponibilité", "availability")
        case .skills: pick("compétences obligatoires", "mandatory skills")
        case .certifications: pick("certifications", "certifications")
        case .price: pick("prix", "price")
        case .exchange: pick("forme d’échange", "kind of exchange")
        case .balance: pick("compte temps", "time account")
        case .consent: pick("accord pour les réponses groupées", "consent to joint bids")
        case .declined: pick("déjà décliné", "already declined")
        }
    }
}
