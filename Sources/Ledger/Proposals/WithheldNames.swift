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
        gone = Set(members.filter { $0.hasLeft(by: day) }.map(\.id))
        unwilling = Set(members.filter { !$0.consents }.map(\.id))
        self.refusals = refusals
    }

    /// Whether a proposal is not told to a member: it names somebody who has left, who refuses the member
    /// or is refused by them, or who does not agree to be suggested. Whoever asks agreed by asking.
    ///
    /// - Parameters:
    ///   - item: The proposal.
    ///   - member: Who would be told.
    ///   - asking: Roles of those who ask.
    func holds(back item: News.Item, from member: String, asking: Set<String>) -> Bool {
        item.proposal.parties.contains { party in
            party.member != member
                && (gone.contains(party.member)
                    || unwilling.contains(party.member) && !asking.contains(party.role)
                    || refusals.contains(MemberPair(party.member, member)))
        }
    }
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
