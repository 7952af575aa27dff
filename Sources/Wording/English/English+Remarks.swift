internal import Market

extension English {
    func meaning(of remark: SurveyRemark) -> String {
        switch remark {
        case .empty(.needs): "No usable need: the night will propose nothing."
        case .empty(.candidates): "No usable candidate: the night will propose nobody."
        case .mostLost(let side, let lost, let rows):
            "\(number(lost)) of \(number(rows)) \(noun(side)) are left out: the night will not see "
                + "most of them."
        case .setAside(1):
            "One row, or part of a row, makes no sense: the night goes on without it."
        case .setAside(let count):
            "\(number(count)) rows, or parts of rows, make no sense: the night goes on without them."
        case .seldom(let side, let aspect, let share): seldom(side, aspect, share)
        case .unknownSkills(1):
            "One skill that is named is defined nowhere: it does not count, and a need that insists "
                + "on it is left out."
        case .unknownSkills(let count):
            "\(number(count)) skills that are named are defined nowhere: they do not count, and a "
                + "need that insists on one is left out."
        case .unknownOwners(1):
            "One owner is unknown: they hear of nothing, and their refusals are not known."
        case .unknownOwners(let count):
            "\(number(count)) owners are unknown: they hear of nothing, and their refusals are not "
                + "known."
        case .unknownMembers(1):
            "One member is proposed and unknown to the network: they hear of nothing."
        case .unknownMembers(let count):
            "\(number(count)) members are proposed and unknown to the network: they hear of nothing."
        case .noMembers: "The network has no members that it knows: nobody is written to."
        case .missingAddresses(1): "One member wants news and has no address: they get none."
        case .missingAddresses(let count):
            "\(number(count)) members want news and have no address: they get none."
        case .malformedAddresses(1): "One address is malformed: its member gets no news."
        case .malformedAddresses(let count):
            "\(number(count)) addresses are malformed: their members get no news."
        case .bouncedAddresses(1): "Mail to one member came back: nothing more is sent to them."
        case .bouncedAddresses(let count):
            "Mail to \(number(count)) members came back: nothing more is sent to them."
        }
    }

    private func seldom(
        _ side: SurveyRemark.Side, _ aspect: SurveyRemark.Aspect, _ share: Double
    ) -> String {
        let start =
            share == 0
            ? "No \(side == .needs ? "need" : "candidate") has \(noun(aspect))"
            : "Only \(percent(share)) of the \(noun(side)) have \(noun(aspect))"
        let consequence =
            switch aspect {
            case .skills: "only texts speak, and scores are lower"
            case .texts: "only the title is compared, and scores are lower"
            case .coordinates: "distance does not count, and nobody is too far"
            case .dates: "free time does not count"
            }
        return "\(start): for the rest \(consequence)."
    }
}
