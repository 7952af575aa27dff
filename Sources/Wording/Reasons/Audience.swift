/// To whom the reasons for a pair are told, which decides what of it they may know.
///
/// | | coordinators | owner of the need | candidate |
/// |---|---|---|---|
/// | what the candidate asks, and what the owner pays at most | in euros | that it fits, or not | nothing |
/// | what the candidate's time account allows | in hours | nothing | that it is so |
/// | turnover, insurance | in euros | nothing | nothing |
/// | skills, texts, place, dates, languages, topics | all | all | all |
///
/// Pages and files of the report are for coordinators, and so are the reasons that the views of results
/// hold. Messages are for owners and candidates. Of a bid, each member hears their own days and amount,
/// and with whom.
public enum Audience: Sendable, Hashable, CaseIterable {
    /// To people who read the candidate's name beside it: `A les deux compétences demandées …`
    case coordinators
    /// To who asks, beside the candidate's name.
    case owner
    /// To the candidate: `Vous avez les deux compétences demandées …`
    case candidate

    /// What not everybody may know of a pair.
    enum Fact: CaseIterable {
        /// Prices in euros.
        case prices
        /// Whether what is asked is within what is paid.
        case priceFit
        /// Hours of the candidate's time account.
        case account
        /// That the candidate's time account leaves room, or is to be evened out.
        case accountRoom
    }

    /// Whether they may know: the one place that says so.
    func mayKnow(_ fact: Fact) -> Bool {
        switch (self, fact) {
        case (.coordinators, _): true
        case (.owner, .priceFit): true
        case (.candidate, .accountRoom): true
        case (.owner, _), (.candidate, _): false
        }
    }
}
