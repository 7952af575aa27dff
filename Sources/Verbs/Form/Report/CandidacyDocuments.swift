internal import Market
internal import Wording

/// A document that a member must still provide, and what of it the network knows.
struct CandidacyDocument {
    let text: String
    var known: [String] = []
}

extension SheetContext {
    /// What a member must still provide for the candidacy forms of French public contracts: DC1,
    /// the group's letter with the mandate of its lead, and DC2, one declaration a member.
    func documents(of member: Bid.Member, in bid: Bid) -> [CandidacyDocument] {
        let details = bid.details ?? Bid.Details()
        let person = details.people.first { $0.member == member.member }
        let texts = [
            mandate(member, in: bid, details.form), turnover(person?.turnover),
            insurance(person?.insurance, least: details.insuranceMin),
            certificates(of: member, details), phrases[.means],
        ]
        return texts.compactMap { $0.map { CandidacyDocument(text: $0) } }
            + [references(person?.references)]
    }

    /// What is to be listed of the last three years, and what the network knows to list. Older work
    /// comes after it, as a buyer may accept it.
    private func references(_ references: [Reference]?) -> CandidacyDocument {
        guard let references else { return CandidacyDocument(text: phrases[.references]) }
        guard !references.isEmpty else { return CandidacyDocument(text: phrases[.referencesNone]) }
        return CandidacyDocument(
            text: phrases[.referencesKnown],
            known: references.map { reference in
                let line = text(of: reference)
                return reference.isWithin(Reference.yearsToDeclare, yearsOf: asOf)
                    ? line : phrases.filled(.referenceOlder, ["reference": line])
            })
    }

    private func text(of reference: Reference) -> String {
        let line = phrases.filled(
            .reference,
            [
                "year": String(reference.year), "client": Wording.printed(reference.client),
                "title": Wording.printed(reference.title),
            ])
        guard let amount = reference.amount else { return line }
        return phrases.filled(
            .referenceAmount, ["reference": line, "amount": wording.money(amount)])
    }

    private func mandate(
        _ member: Bid.Member, in bid: Bid, _ form: Tender.Form
    ) -> String {
        guard bid.members.count > 1 else { return phrases[.leadAlone] }
        guard member.leads else {
            let lead = bid.members.first(where: \.leads).map { Wording.printed($0.name) } ?? ""
            return phrases.filled(.mandate, ["lead": lead])
        }
        return phrases[form == .joint ? .leadJoint : .leadJointAndSeveral]
    }

    private func turnover(_ turnover: Money?) -> String {
        guard let turnover else { return phrases[.turnoverUnknown] }
        return phrases.filled(.turnoverKnown, ["amount": wording.money(turnover)])
    }

    private func insurance(_ insurance: Money?, least: Money?) -> String {
        if let insurance {
            return phrases.filled(.insuranceKnown, ["amount": wording.money(insurance)])
        }
        guard let least else { return phrases[.insuranceUnknown] }
        return phrases.filled(.insuranceLeast, ["amount": wording.money(least)])
    }

    private func certificates(
        of member: Bid.Member, _ details: Bid.Details
    ) -> String? {
        var names: [String] = []
        for certification in details.certifications
        where certification.holders.contains(member.member) && !names.contains(certification.name) {
            names.append(certification.name)
        }
        guard !names.isEmpty else { return nil }
        return phrases.filled(
            .certificates, ["names": wording.list(names.map(Wording.printed))])
    }
}
