internal import Hashing
internal import Incremental
package import Market

extension Suggestion {
    /// The kind of proposal that a suggestion is recorded as.
    package static let kind = "suggestion"

    /// What the parties of a suggestion are in it.
    package enum Role: String {
        /// The member behind the candidate.
        case candidate
        /// The member who asks.
        case owner
    }

    /// What a suggestion says beside what every proposal has.
    private struct Body: Codable {
        let candidateTitle: String
        let score: Double
        let signals: [Signal]
        /// What only some platforms say; left out where they do not.
        let needURL: String?
        let candidateURL: String?
        let deadline: Deadline?
        /// Name of who asks where they are no member.
        let ownerName: String?
    }

    /// The suggestion as it is recorded.
    package func proposal() throws -> Proposal {
        var parties = [Party(member: member, name: memberName, role: Role.candidate.rawValue)]
        if let needOwner {
            parties.append(
                Party(member: needOwner, name: needOwnerName, role: Role.owner.rawValue))
        }
        return Proposal(
            id: id, job: job, kind: Self.kind, key: Proposal.Key([need, candidate]),
            title: needTitle, position: rank, parties: parties, reasons: reasons,
            body: try Proposal.body(
                of: Body(
                    candidateTitle: candidateTitle, score: score, signals: signals,
                    needURL: needURL, candidateURL: candidateURL, deadline: deadline,
                    ownerName: needOwner == nil ? needOwnerName : nil)),
            basis: basis, content: content.bytes, isNew: isNew, status: status)
    }

    /// Reads a suggestion; the score of one that was recorded counts to four digits.
    ///
    /// - Throws: ``ProposalError/unreadable(kind:key:reason:)``.
    package init(_ proposal: Proposal) throws {
        let body: Body = try proposal.decodedBody()
        let candidate = proposal.parties.first { $0.role == Role.candidate.rawValue }
        let owner = proposal.parties.first { $0.role == Role.owner.rawValue }
        guard let pair = proposal.key.pair, let candidate else {
            throw ProposalError.unreadable(
                kind: proposal.kind, key: proposal.key.description,
                reason: "expected a need, a candidate and the member behind it")
        }
        self.init(
            id: proposal.id, job: proposal.job, need: pair.need, needTitle: proposal.title,
            needOwner: owner?.member, needOwnerName: owner?.name ?? body.ownerName,
            needURL: body.needURL, deadline: body.deadline, candidate: pair.candidate,
            candidateTitle: body.candidateTitle, candidateURL: body.candidateURL,
            member: candidate.member,
            memberName: candidate.name ?? candidate.member, rank: proposal.position ?? 1,
            score: proposal.id == nil ? body.score : body.score.rounded(digits: 4),
            signals: body.signals, reasons: proposal.reasons,
            basis: proposal.basis, isNew: proposal.isNew, status: proposal.status)
    }

    /// SHA-256 of all that people see; what lies below the fourth digit of the score is no news.
    private var content: Hash {
        var hasher = Hash.Hasher()
        hasher.combine(fields: needTitle, needOwner, needOwnerName, candidateTitle, member)
        hasher.combine(fields: memberName, rank, score.rounded(digits: 4), signals, basis)
        for language in Language.allCases { hasher.combine(fields: reasons[language]) }
        // What was recorded without them keeps its content.
        if needURL != nil || candidateURL != nil || deadline != nil {
            hasher.combine(fields: needURL, candidateURL, deadline)
        }
        return hasher.finish()
    }
}

extension RecordedRuns {
    /// The suggestions among what was recorded.
    package func suggestions() throws -> [Suggestion] {
        try proposals.filter { $0.kind == Suggestion.kind }.map(Suggestion.init)
    }
}
