internal import Hashing
internal import Market

/// A candidate who is to take a need.
package struct AssignedPair: Sendable, Hashable, Encodable {
    /// The kind of proposal that it is recorded as.
    package static let kind = "assignment"

    /// What the parties of an assignment are in it.
    package enum Role: String {
        /// The member who takes the need.
        case holder
        /// The member who asks.
        case owner
    }

    let id: Int?
    let job: String
    let need: Need.ID
    let needTitle: String
    let owner: String?
    let ownerName: String?
    let needURL: String?
    let deadline: Deadline?
    let candidate: Candidate.ID
    let candidateTitle: String
    let candidateURL: String?
    let member: String
    let memberName: String
    /// Place among those who take the need, from 1.
    let place: Int
    /// How likely the candidate answers the need, 0 … 1.
    let score: Double
    /// Why, in one sentence.
    let why: [Language: String]
    /// What it says to each of those it concerns; none where an earlier version recorded it.
    let signals: [Signal]
    let reasons: [Language: [String]]
    let basis: String
    let isNew: Bool
    let status: Proposal.Status
}

extension AssignedPair {
    private struct Body: Codable {
        let candidateTitle: String
        let score: Double
        let why: [Language: String]
        let signals: [Signal]?
        /// What only some platforms say; left out where they do not.
        let needURL: String?
        let candidateURL: String?
        let deadline: Deadline?
    }

    /// The assignment as it is recorded.
    func proposal() throws -> Proposal {
        var parties = [Party(member: member, name: memberName, role: Role.holder.rawValue)]
        if let owner {
            parties.append(Party(member: owner, name: ownerName, role: Role.owner.rawValue))
        }
        let body = try Proposal.body(
            of: Body(
                candidateTitle: candidateTitle, score: score.rounded(digits: 4), why: why,
                signals: signals,
                needURL: needURL, candidateURL: candidateURL, deadline: deadline))
        return Proposal(
            id: id, job: job, kind: Self.kind, key: Proposal.Key([need, candidate]),
            title: needTitle, position: place, parties: parties, reasons: reasons, body: body,
            basis: basis, content: content(body).bytes, isNew: isNew, status: status)
    }

    /// Reads a recorded assignment.
    ///
    /// - Throws: ``ProposalError/unreadable(kind:key:reason:)``.
    init(_ proposal: Proposal) throws {
        let body: Body = try proposal.decodedBody()
        let holder = proposal.parties.first { $0.role == Role.holder.rawValue }
        let owner = proposal.parties.first { $0.role == Role.owner.rawValue }
        guard let pair = proposal.key.pair, let holder else {
            throw ProposalError.unreadable(
                kind: proposal.kind, key: proposal.key.description,
                reason: "expected a need, a candidate and the member who takes it")
        }
        self.init(
            id: proposal.id, job: proposal.job, need: pair.need, needTitle: proposal.title,
            owner: owner?.member, ownerName: owner?.name, needURL: body.needURL,
            deadline: body.deadline, candidate: pair.candidate,
            candidateTitle: body.candidateTitle, candidateURL: body.candidateURL,
            member: holder.member,
            memberName: holder.name ?? holder.member, place: proposal.position ?? 1,
            score: body.score, why: body.why, signals: body.signals ?? [],
            reasons: proposal.reasons, basis: proposal.basis,
            isNew: proposal.isNew, status: proposal.status)
    }

    /// SHA-256 of all that people see.
    private func content(_ body: String) -> Hash {
        var hasher = Hash.Hasher()
        let texts = [needTitle, owner ?? "", ownerName ?? "", member, memberName, String(place)]
        for text in texts + [body, basis] { hasher.combine(field: text) }
        for language in Language.allCases {
            for reason in reasons[language] ?? [] { hasher.combine(field: reason) }
        }
        return hasher.finish()
    }
}

extension RecordedRuns {
    /// The assignments among what was recorded, by job, then by need, then by place.
    func assignments() throws -> [AssignedPair] {
        try proposals.filter { $0.kind == AssignedPair.kind }.map(AssignedPair.init)
    }
}
