internal import Market
internal import Solving

extension BidBuilder {
    /// Members of a plan with their names.
    func members(of plan: BidPlan) -> [Bid.Member] {
        plan.members.map {
            Bid.Member(
                member: $0.member, name: name(of: $0.member), leads: $0.member == plan.lead,
                days: $0.days, amount: $0.amount)
        }
    }

    /// All that comes with the bid.
    var details: Bid.Details {
        let tender = problem.tender
        let candidates = Dictionary(
            problem.members.map { ($0.candidate.member, $0) }, uniquingKeysWith: { $1 })
        return Bid.Details(
            form: tender.form, membersMax: tender.membersMax, turnoverMin: tender.turnoverMin,
            insuranceMin: tender.insuranceMin, value: plan.value, fit: rounded(plan.fit),
            proofs: plan.proofs.map {
                Proof(
                    objective: $0.objective.rawValue, found: rounded($0.found),
                    bound: rounded($0.bound), isProven: $0.isProven, nodes: $0.nodes)
            },
            people: plan.members.compactMap { candidates[$0.member] }.map {
                Bid.Person(
                    member: $0.candidate.member, turnover: $0.candidate.turnover,
                    insurance: $0.candidate.insurance, certifications: $0.candidate.certifications,
                    isNewcomer: $0.isNewcomer, references: references(of: $0))
            },
            certifications: certifications(candidates),
            alternatives: plan.alternatives.map { other in
                Bid.Team(
                    members: members(of: other), lots: numbers(of: other.lots),
                    value: other.value, price: other.cost, fit: rounded(other.fit),
                    change: other.change(of: plan), isEstablished: other.isEstablished)
            },
            substitutes: plan.substitutes.map(substitute),
            competing: plan.competing.map {
                Bid.Competition(
                    member: $0.member, tender: $0.tender,
                    title: tenderTitles[$0.tender] ?? $0.tender)
            }, uncounted: uncounted, isEveryTeamNamed: plan.isEveryTeamNamed)
    }

    /// References of a member that count for the tender, or for a skill that they work on.
    private func references(of member: BidMember) -> [Reference] {
        let skills = plan.work.filter { $0.member == member.candidate.member }.map(\.skill)
        return member.references.filter { reference in
            skills.contains { reference.counts(for: problem.tender, skill: $0) }
        }
    }

    /// Who could not be counted on, by reason, five of each by name.
    private var uncounted: [Bid.Uncounted] {
        Bid.Uncounted.Reason.allCases.compactMap { reason in
            let members = plan.leftOut.filter { $0.reason.rawValue == reason.rawValue }
            guard !members.isEmpty else { return nil }
            return Bid.Uncounted(
                reason: reason, named: named(members.prefix(5).map(\.member)),
                count: members.count)
        }
    }

    /// Who has references that count, and how many, by id.
    var shown: [(name: String, count: Int)] {
        let members = Dictionary(
            problem.members.map { ($0.candidate.member, $0) }, uniquingKeysWith: { $1 })
        return plan.members.compactMap { member in
            let count = members[member.member].map { references(of: $0).count } ?? 0
            return count > 0 ? (name(of: member.member), count) : nil
        }
    }

    /// What becomes of the bid without a member.
    func substitute(_ substitute: BidPlan.Substitute) -> Bid.Substitute {
        let isPossible = substitute.plan.status != .none
        let staying = Set(substitute.plan.members.map(\.member))
        let leaving = plan.members.map(\.member).filter {
            $0 != substitute.member && !staying.contains($0)
        }
        return Bid.Substitute(
            member: substitute.member, joining: named(substitute.joining),
            leaving: isPossible ? named(leaving) : [], lostLots: numbers(of: substitute.lost),
            gainedLots: numbers(of: substitute.gained),
            price: isPossible ? substitute.plan.cost : nil, fit: rounded(substitute.plan.fit),
            change: isPossible ? substitute.plan.change(of: plan) : nil,
            isEstablished: substitute.plan.isEstablished)
    }

    private func certifications(
        _ candidates: [String: BidMember]
    ) -> [Bid.Certification] {
        func holders(_ certification: String) -> [String] {
            plan.members.map(\.member).filter {
                candidates[$0]?.candidate.certifications.contains(certification) ?? false
            }
        }
        let tender = problem.tender
        var asked = tender.certifications.map {
            Bid.Certification(name: $0, scope: .group, holders: holders($0))
        }
        asked += tender.memberCertifications.map {
            Bid.Certification(name: $0, scope: .everyMember, holders: holders($0))
        }
        for lot in problem.lots where plan.lots.contains(lot.id) {
            asked += lot.certifications.map {
                Bid.Certification(
                    name: $0, scope: .lot(lot.lotNumber ?? 0), holders: holders($0))
            }
        }
        return asked
    }

    private func named(_ members: [String]) -> [Bid.Named] {
        members.map { Bid.Named(member: $0, name: name(of: $0)) }
    }

    private func numbers(of lots: [Need.ID]) -> [Int] {
        lots.compactMap { lotNumbers[$0] }.sorted()
    }

    private func name(of member: String) -> String { names[member] ?? member }

    /// To four digits and without a sign on zero, so that what is recorded is read again as it was.
    private func rounded(_ value: Double) -> Double {
        value.isFinite ? value.rounded(digits: 4) + 0 : 0
    }
}
