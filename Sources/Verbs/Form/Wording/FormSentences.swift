package import Market
package import Solving
package import Wording

/// What is said of bids.
package protocol FormSentences: BidPageSentences, ShortfallSentences {
    /// Why a group was formed: whole sentences.
    func covers(lots: Int, of all: Int, days: Double, members: Int) -> String
    func workedTogether(_ one: String, _ other: String, _ past: Collaboration) -> String
    func references(_ names: [String], inYears years: Int) -> String
    func roomFor(_ newcomers: [String]) -> String
    /// - Parameters:
    ///   - certifications: What only they hold.
    ///   - turnover: Whether the group reaches the lowest turnover only with theirs.
    func bringsOnly(_ name: String, certifications: [String], turnover: Bool) -> String
    var noGroupDoesBetter: String { get }

    /// Who could not be counted on, and why.
    var skilledButNotCounted: String { get }
    func text(of reason: Bid.Uncounted.Reason) -> String
    /// `2 autres`
    func others(_ count: Int) -> String

    /// A whole sentence.
    var formsGroups: String { get }
    /// `Réponse acceptée`
    func decided(isAccepted: Bool) -> String
    /// A whole sentence.
    var staysAsItIs: String { get }
    var daysNoLongerPromised: String { get }
    /// `elle change`
    var bidChanges: String { get }

    /// Parts of a bid's text.
    func submission(to buyer: String, on day: String) -> String
    func lead(_ name: String) -> String
    func total(days: Double, price: Money, budget: Money?) -> String
    func published(_ budget: Money) -> String
    func name(of objective: BidPlan.Proof.Objective) -> String
    var proven: String { get }
    func unproven(bound: String, afterNodes nodes: Int) -> String
}

extension Wording {
    /// The registry of ``FormSentences``.
    package var form: any FormSentences {
        switch language {
        case .french: FrenchForm(wording: self)
        case .english: EnglishForm(wording: self)
        }
    }
}
