internal import Market

extension English {
    func label(_ label: SurveyLabel) -> String {
        switch label {
        case .tenders: "tenders"
        case .past: "deadline past, nothing is proposed any more"
        case .setAside: "set aside"
        case .undefinedSkills: "skills that nobody defined"
        case .unknownOwners: "owners whom nobody knows"
        case .unknownMembers: "members whom nobody knows"
        case .missingAddresses: "addresses missing"
        case .malformedAddresses: "addresses malformed"
        case .bouncedAddresses: "addresses that cannot be reached"
        }
    }

    func noun(_ side: SurveyRemark.Side) -> String {
        switch side {
        case .needs: "needs"
        case .candidates: "candidates"
        }
    }

    func noun(_ aspect: SurveyRemark.Aspect) -> String {
        switch aspect {
        case .skills: "skills"
        case .texts: "texts"
        case .coordinates: "coordinates"
        case .dates: "dates"
        }
    }

    func rowsRead(_ count: Int) -> String {
        self.count(count, CountedNoun(one: "row read", other: "rows read"))
    }

    func rowsLeftOut(_ count: Int) -> String {
        self.count(count, CountedNoun(one: "left out", other: "left out"))
    }

    func suchAs(_ example: String) -> String { "such as \(example)" }

    func mend(for remark: SurveyRemark) -> String {
        switch remark {
        case .empty(let side):
            "Run the query of the \(noun(side)) in psql: do its conditions leave out everything, or "
                + "is the table empty?"
        case .mostLost, .setAside:
            "Mend the rows named above on the platform, or the column in the query."
        case .seldom(let side, let aspect, _):
            "Where the platform knows them, return \(columns(aspect, of: side)) in the query of the "
                + "\(noun(side)); otherwise ask your members for them."
        case .unknownSkills:
            "Add them to network.skill with their labels (or to what queries.skills reads), or return "
                + "the id that stands there."
        case .unknownOwners, .unknownMembers, .noMembers:
            "Add them to network.member (or to what queries.members reads), or return the id that "
                + "stands there."
        case .missingAddresses, .malformedAddresses:
            "Mend the column email of network.member (or of queries.members)."
        case .bouncedAddresses:
            "Ask for another address, or take it out of what queries.bounces reads."
        }
    }
}
