/// A column that queries may return, under its documented name.
enum MarketColumn: String, CaseIterable {
    case id, owner, member, name, title, text, language, skills, languages, place, latitude,
        longitude, remote, starts, ends, days, hours, exchange, balance, lowest, highest,
        certifications, posted, tender, budget, availability, commitments, rate, turnover, joined,
        department, insurance, buyer, deadline, form, cpv, url,
        need, candidate, reason, topics, email, locale, digest, consent, left, refused, other,
        worked, lot, over,
        client, year, amount
    /// What the platform calls such a row.
    case source
    case ownerName = "owner_name"
    case rateMax = "rate_max"
    case lotNumber = "lot_number"
    case radius = "radius_km"
    case consentBids = "consent_bids"
    case leadsBids = "leads_bids"
    case bidDaysMin = "bid_days_min"
    case membersMax = "members_max"
    case turnoverMin = "turnover_min"
    case memberCertifications = "member_certifications"
    case insuranceMin = "insurance_min"
    case frenchLabel = "label_fr"
    case englishLabel = "label_en"
    case frenchAlternatives = "alternatives_fr"
    case englishAlternatives = "alternatives_en"

    /// Position among all columns.
    var index: Int { Self.indexes[self] ?? 0 }

    private static let indexes = Dictionary(
        uniqueKeysWithValues: zip(allCases, allCases.indices))
}
