internal import Market

extension Need {
    /// Reads a need; nil where the row as a whole cannot be used.
    init?(_ row: inout Fields, skills known: inout KnownSkills, places: KnownPlaces) {
        let tender = row.optionalText(.tender)
        let isUntold = row[.title].isBlank && row[.text].isBlank
        self.init(
            id: row.id, owner: row.optionalText(.owner), title: row.text(.title),
            text: row.text(.text), language: row.language(),
            skills: row.askedSkills(known: &known, isLot: tender != nil),
            languages: row.codes(.languages), place: row.place(among: places),
            remote: row.word(.remote, otherwise: .possible),
            window: row.period(from: .starts, to: .ends), days: row.number(.days, .positive, .days),
            rateMax: row.money(.rateMax, .positive, .rate), hours: row.number(.hours, .positive),
            exchange: row.exchange(), account: row.account(),
            certifications: row.codes(.certifications), postedOn: row.day(.posted),
            tender: tender, lotNumber: row.integer(.lotNumber, .any),
            budget: row.budget(), url: row.url(), deadline: row.deadline(),
            ownerName: row.ownerName(), topics: row.topics())
        if isUntold, row.isEmptyList(.skills) {
            row.refuse(.title, .nothingToMatch)
        }
        if row.isBroken { return nil }
    }
}

extension Candidate {
    /// Reads a candidate; nil where the row as a whole cannot be used.
    init?(_ row: inout Fields, skills known: inout KnownSkills, places: KnownPlaces) {
        self.init(
            id: row.id, member: row.optionalText(.member), name: row.text(.name),
            title: row.text(.title), text: row.text(.text),
            language: row.language(),
            skills: row.heldSkills(known: &known), languages: row.codes(.languages),
            place: row.place(among: places), radius: row.number(.radius, .notNegative),
            remote: row.boolean(.remote, otherwise: true), calendar: row.calendar(),
            rate: row.money(.rate, .notNegative, .rate), hours: row.number(.hours, .positive),
            exchange: row.exchange(), account: row.account(),
            certifications: row.codes(.certifications),
            turnover: row.money(.turnover, .notNegative),
            insurance: row.money(.insurance, .notNegative),
            consentsToBids: row.boolean(.consentBids, otherwise: false),
            leadsBids: row.boolean(.leadsBids, otherwise: true),
            bidDaysMin: row.number(.bidDaysMin, .notNegative, .days),
            joined: row.readableDay(.joined),
            department: row.optionalText(.department), url: row.url(), topics: row.topics())
        if row.isBroken { return nil }
    }
}

extension Tender {
    /// Reads a tender, without its lots; nil where the row as a whole cannot be used.
    init?(_ row: inout Fields) {
        guard let deadline = row.readableDeadline() else {
            row.refuse(
                .deadline,
                .unreadable(expected: .a(row[.deadline] == .null ? .day : .countedDay)))
            return nil
        }
        self.init(
            id: row.id, title: row.text(.title), buyer: row.text(.buyer), deadline: deadline,
            membersMax: row.integer(.membersMax, .positive),
            turnoverMin: row.money(.turnoverMin, .notNegative),
            form: row.word(.form, otherwise: .joint),
            certifications: row.codes(.certifications),
            memberCertifications: row.codes(.memberCertifications),
            insuranceMin: row.money(.insuranceMin, .notNegative),
            code: row.code(.cpv), url: row.url())
        if row.isBroken { return nil }
    }
}

extension ColumnValue {
    /// NULL, or a text of white space only.
    fileprivate var isBlank: Bool {
        switch self {
        case .null: true
        case .text(let text): text.isBlank
        default: false
        }
    }
}
