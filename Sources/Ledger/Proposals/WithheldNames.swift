internal import Market
internal import Postgres

/// Who is not to be named to others any more, as of the moment that they are told.
struct WithheldNames {
    /// Members who have left.
    private let gone: Set<String>
    /// Members who do not agree to be suggested.
    private let unwilling: Set<String>
    private let refusals: Set<MemberPair>

    init(of members: [Member], on day: Day, refusals: Set<MemberPair>) {
        gone = Set(members.filter { $0.left.map { $0 <= day } ?? false }.map(\.id))
        unwilling = Set(members.filter { !$0.consents }.map(\.id))
        self.refusals = refusals
    }

    /// Whether a proposal is not told to a member: it names somebody who has left, who refuses the member
    /// or is refused by them, or who does not agree to be suggested. Whoever asks agreed by asking.
    func holds(back item: News.Item, from member: String) -> Bool {
        item.proposal.parties.contains { party in
            party.member != member
                && (gone.contains(party.member)
                    || unwilling.contains(party.member) && party.role != Self.asking
                    || refusals.contains(MemberPair(party.member, member)))
        }
    }

    /// The role of whoever asks, in every kind of proposal.
    private static let asking = "owner"
}

extension Ledger {
    /// Who does not wish to work with whom, as of now.
    func currentRefusals(
        asOf: Day, on connection: borrowing Connection
    ) throws -> Set<MemberPair> {
        let query = try checkColumns(
            of: network.queries.refusals, against: .refusals, on: connection)
        var faults: [SetAside] = []
        return try refusals(of: query, asOf: asOf, faults: &faults, on: connection)
    }
}
