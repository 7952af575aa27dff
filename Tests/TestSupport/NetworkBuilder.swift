public import Postgres

/// Rows of the schema `network` for tests, each with what a test does not care about filled in.
///
/// Dates are texts (`2026-12-01`), since some tests need those that make no sense.
extension Connection {
    public func addPlace(
        _ id: String, latitude: Double = 49.18, longitude: Double = -0.37
    ) throws {
        try execute(
            """
            INSERT INTO network.place (id, name, latitude, longitude)
            VALUES (\(id), \(id), \(latitude), \(longitude))
            """)
    }

    public func addSkills(_ ids: String...) throws {
        for id in ids {
            try execute(
                """
                INSERT INTO network.skill (id, label_fr, label_en)
                VALUES (\(id), \(id + " (fr)"), \(id + " (en)"))
                """)
        }
    }

    /// - Parameter skills: Levels by skill.
    public func addMember(
        _ id: String, kind: String = "consultant", title: String? = nil, about: String? = nil,
        locale: String = "fr", email: String? = nil, place: String? = nil,
        radius: Double? = nil, remote: Bool = true, languages: [String] = ["fr"],
        rate: Double? = 500, certifications: [String] = [], turnover: Double? = nil,
        consents: Bool = true, consentsToBids: Bool = true, digest: String = "daily",
        joined: String = "2020-01-01", left: String? = nil,
        skills: KeyValuePairs<String, Int?> = [:]
    ) throws {
        try execute(
            """
            INSERT INTO network.member (
                id, kind, name, email, locale, title, about, place_id, radius_km, remote,
                languages, daily_rate, certifications, turnover, consent_matching, consent_bids,
                digest, joined_on, left_on
            ) VALUES (
                \(id), \(kind), \(id), \(email), \(locale), \(title), \(about), \(place),
                \(radius), \(remote), \(languages), \(rate), \(certifications), \(turnover),
                \(consents), \(consentsToBids), \(digest), \(joined), \(left)
            )
            """)
        for (skill, level) in skills {
            try execute(
                """
                INSERT INTO network.member_skill (member_id, skill_id, level)
                VALUES (\(id), \(skill), \(level))
                """)
        }
    }

    public func addAvailability(
        _ id: String, of member: String, from: String, to: String, daysPerWeek: Double = 5
    ) throws {
        try execute(
            """
            INSERT INTO network.availability (id, member_id, starts_on, ends_on, days_per_week)
            VALUES (\(id), \(member), \(from), \(to), \(daysPerWeek))
            """)
    }

    public func addCommitment(
        _ id: String, of member: String, from: String, to: String, days: Double
    ) throws {
        try execute(
            """
            INSERT INTO network.commitment (id, member_id, starts_on, ends_on, days)
            VALUES (\(id), \(member), \(from), \(to), \(days))
            """)
    }

    /// - Parameter skills: Lowest levels by skill; those in `mandatory` are.
    public func addMission(
        _ id: String, owner: String, title: String = "Mission", text: String? = "Texte",
        place: String? = nil, remote: String = "possible", from: String? = nil,
        to: String? = nil, days: Double? = nil, rateMax: Double? = nil,
        languages: [String] = ["fr"], status: String = "open", posted: String = "2026-11-01",
        skills: KeyValuePairs<String, Int?> = [:], mandatory: Set<String> = []
    ) throws {
        try execute(
            """
            INSERT INTO network.mission (
                id, owner_id, title, text, languages, place_id, remote, starts_on, ends_on, days,
                daily_rate_max, status, posted_on
            ) VALUES (
                \(id), \(owner), \(title), \(text), \(languages), \(place), \(remote), \(from),
                \(to), \(days), \(rateMax), \(status), \(posted)
            )
            """)
        for (skill, level) in skills {
            try execute(
                """
                INSERT INTO network.mission_skill (mission_id, skill_id, level, mandatory)
                VALUES (\(id), \(skill), \(level), \(mandatory.contains(skill)))
                """)
        }
    }

    public func addService(
        _ id: String, side: String, of member: String, title: String = "Service",
        text: String? = nil, place: String? = nil, remote: String = "possible",
        from: String? = nil, to: String? = nil, hours: Double? = 2,
        exchange: [String] = ["time"], hourlyRate: Double? = nil, status: String = "open",
        posted: String = "2026-11-01", skills: KeyValuePairs<String, Int?> = [:]
    ) throws {
        try execute(
            """
            INSERT INTO network.service (
                id, side, member_id, title, text, place_id, remote, starts_on, ends_on, hours,
                exchange, hourly_rate, status, posted_on
            ) VALUES (
                \(id), \(side), \(member), \(title), \(text), \(place), \(remote), \(from), \(to),
                \(hours), \(exchange), \(hourlyRate), \(status), \(posted)
            )
            """)
        for (skill, level) in skills {
            try execute(
                """
                INSERT INTO network.service_skill (service_id, skill_id, level)
                VALUES (\(id), \(skill), \(level))
                """)
        }
    }

    public func addTimeAccount(
        of member: String, balance: Double, lowest: Double = -20, highest: Double = 20
    ) throws {
        try execute(
            """
            INSERT INTO network.time_account (member_id, balance, lowest, highest)
            VALUES (\(member), \(balance), \(lowest), \(highest))
            """)
    }

    public func addTender(
        _ id: String, title: String = "Marché", buyer: String = "Commune",
        deadline: String = "2027-01-15", membersMax: Int? = nil, turnoverMin: Double? = nil,
        certifications: [String] = [], status: String = "open", posted: String = "2026-11-01"
    ) throws {
        try execute(
            """
            INSERT INTO network.tender (
                id, buyer, title, deadline_on, members_max, turnover_min, certifications, status,
                posted_on
            ) VALUES (
                \(id), \(buyer), \(title), \(deadline), \(membersMax), \(turnoverMin),
                \(certifications), \(status), \(posted)
            )
            """)
    }

    /// - Parameter skills: Days by skill, asked at `level`.
    public func addLot(
        _ id: String, of tender: String, number: Int, title: String = "Lot",
        budget: Double? = nil, from: String? = "2027-02-01", to: String? = "2027-06-30",
        level: Int? = 3, skills: KeyValuePairs<String, Double> = [:]
    ) throws {
        try execute(
            """
            INSERT INTO network.lot (id, tender_id, number, title, budget, starts_on, ends_on)
            VALUES (\(id), \(tender), \(number), \(title), \(budget), \(from), \(to))
            """)
        for (skill, days) in skills {
            try execute(
                """
                INSERT INTO network.lot_skill (lot_id, skill_id, level, days)
                VALUES (\(id), \(skill), \(level), \(days))
                """)
        }
    }

    public func addCollaboration(
        _ id: String, _ one: String, _ other: String, on day: String
    ) throws {
        try execute(
            """
            INSERT INTO network.collaboration (id, member_a, member_b, worked_on)
            VALUES (\(id), \(one), \(other), \(day))
            """)
    }

    /// A contract that a member carried out.
    public func addReference(
        _ id: String, of member: String, title: String = "Contrat", client: String = "Commune",
        year: Int = 2025, amount: Double? = nil, cpv: [String] = [], skills: [String] = []
    ) throws {
        try execute(
            """
            INSERT INTO network.reference (id, member_id, title, client, year, amount, cpv)
            VALUES (\(id), \(member), \(title), \(client), \(year), \(amount), \(cpv))
            """)
        for skill in skills {
            try execute(
                """
                INSERT INTO network.reference_skill (reference_id, skill_id)
                VALUES (\(id), \(skill))
                """)
        }
    }

    public func addRefusal(_ member: String, of refused: String) throws {
        try execute(
            """
            INSERT INTO network.refusal (member_id, refused_id, said_on)
            VALUES (\(member), \(refused), '2026-01-01')
            """)
    }
}
