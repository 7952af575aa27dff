import Market

/// How each claim of a sentence is recognised, in both languages.
enum SentencePatterns {
    enum Claim {
        case held, short, close, unmet, profile, words, remotely, onTheSpot, away, days, cheaper
        case withinPrice, languages, owesHours, canGive, littleInCommon, closest
        case missing, otherMissing, higherLevel, statedLevel, shorterTrip, moreDays, lowerPrice
        case priceWithin, closerProfile, remoteWork, roomForHours, mentioned, declared
    }

    typealias Pattern = (claim: Claim, regex: SentenceRegex)

    static let why: [Language: [Pattern]] = [
        .french: [
            pattern(
                .short,
                #"(?:(?:les )?(\p{L}+)(?: autres?| des (\p{L}+) compétences demandées| compétences demandées)|la compétence demandée) (?:à un niveau inférieur ou non indiqué|à un niveau inférieur|sans niveau indiqué) \(([^()]*)\)"#
            ),
            pattern(
                .held,
                #"(?:(?:les )?(\p{L}+)(?: des (\p{L}+))? compétences demandées|la compétence demandée) \(([^()]*)\)"#
            ),
            pattern(.close, #"(?:une|des) compétences?(?: très)? proches? \(([^()]*)\)"#),
            pattern(
                .unmet,
                #"ne mentionne[z]? (?:aucune des (\p{L}+) compétences demandées|pas la compétence demandée)"#
            ),
            pattern(
                .mentioned,
                #"mentionne[z]? ((?:«\u00A0[^»]*\u00A0»(?: et )?)+) comme (demandé|la demande)"#),
            pattern(
                .declared,
                #"déclare[z]? ((?:«\u00A0[^»]*\u00A0»(?: et )?)+) dont parle la demande"#),
            pattern(.profile, #"présente[z]? un profil( très)? proche de la demande"#),
            pattern(.words, #"emplo(?:ie|yez) les mêmes mots \(([^()]*)\)"#),
            pattern(.remotely, #"(?:peut|pouvez) travailler à distance"#),
            pattern(
                .onTheSpot, #"(?:se trouve|êtes) sur place (aux? [^,.]*?|à [^,.]*?)(?= et |,|\.)"#),
            pattern(
                .away,
                #"(?:se trouve|êtes) à ([\d\u202F]+\u00A0km|moins de 1\u00A0km) ((?:de |d’|du |des )[^,.]*?)(?= et |,|\.)"#
            ),
            pattern(.days, #"(?:est|êtes) libre aux dates prévues"#),
            pattern(.cheaper, #"demande[z]? moins que le prix prévu"#),
            pattern(.withinPrice, #"reste[z]? dans le prix prévu"#),
            pattern(.languages, #"parle[z]? ([^.]*?)(?=, |\.)"#),
            pattern(.owesHours, #"(?:a|avez) des heures à rendre à la banque de temps"#),
            pattern(.canGive, #"(?:peut|pouvez) encore donner des heures"#),
            pattern(
                .closest, #"compte[z]? parmi les profils les plus proches de la demande"#),
            pattern(.littleInCommon, #"Peu de points communs avec la demande"#),
        ],
        .english: [
            pattern(
                .short,
                #"(?:another|(?:all )?(\p{L}+)(?: others| of the (\p{L}+) skills asked| skills asked)|the skill asked) (?:at a lower level or none given|at a lower level|with no level given) \(([^()]*)\)"#
            ),
            pattern(
                .held,
                #"(?:(?:all )?(\p{L}+)(?: of the (\p{L}+))? skills asked|the skill asked) \(([^()]*)\)"#
            ),
            pattern(
                .close,
                #"(?:a very close skill|a close skill|very close skills|close skills) \(([^()]*)\)"#
            ),
            pattern(
                .unmet,
                #"(?:mentions? none of the (\p{L}+) skills asked|do(?:es)? not mention the skill asked)"#
            ),
            pattern(
                .mentioned, #"mentions? ((?:“[^”]*”(?: and )?)+) as (asked|the request does)"#),
            pattern(
                .declared, #"declares? ((?:“[^”]*”(?: and )?)+) that the request mentions"#),
            pattern(.profile, #"(?:has|have) a profile( very)? close to the request"#),
            pattern(.words, #"uses? the same words \(([^()]*)\)"#),
            pattern(.remotely, #"can work at a distance"#),
            pattern(.onTheSpot, #"(?:is|are) in ([^,.]*?) itself"#),
            pattern(
                .away,
                #"(?:is|are) ([\d,]+\u00A0km|less than 1\u00A0km) from ([^,.]*?)(?= and |,|\.)"#),
            pattern(.days, #"(?:is|are) free on the dates planned"#),
            pattern(.cheaper, #"asks? less than the price planned"#),
            pattern(.withinPrice, #"stays? within the price planned"#),
            pattern(.languages, #"speaks? ([^.]*?)(?=, |\.)"#),
            pattern(.owesHours, #"owes? hours to the time bank"#),
            pattern(.canGive, #"can still give hours"#),
            pattern(.closest, #"(?:is|are) among the profiles closest to the request"#),
            pattern(.littleInCommon, #"Little in common with the request"#),
        ],
    ]

    static let better: [Language: [Pattern]] = [
        .french: [
            pattern(.higherLevel, #"un niveau plus élevé pour «\u00A0([^»]*)\u00A0»"#),
            pattern(.statedLevel, #"un niveau indiqué pour «\u00A0([^»]*)\u00A0»"#),
            pattern(.otherMissing, #"d’autres compétences demandées"#),
            pattern(.missing, #"«\u00A0([^»]*)\u00A0»"#),
            pattern(.shorterTrip, #"un trajet plus court \(([^()]*)\)"#),
            pattern(.moreDays, #"plus de jours libres"#),
            pattern(.lowerPrice, #"un prix plus bas"#),
            pattern(.priceWithin, #"un prix dans la limite prévue"#),
            pattern(.closerProfile, #"un profil plus proche de la demande"#),
            pattern(.remoteWork, #"du travail à distance"#),
            pattern(.roomForHours, #"de la place sur son compte temps"#),
        ],
        .english: [
            pattern(.higherLevel, #"a higher level in “([^”]*)”"#),
            pattern(.statedLevel, #"a level given for “([^”]*)”"#),
            pattern(.otherMissing, #"other skills asked"#),
            pattern(.missing, #"“([^”]*)”"#),
            pattern(.shorterTrip, #"a shorter trip \(([^()]*)\)"#),
            pattern(.moreDays, #"more free days"#),
            pattern(.lowerPrice, #"a lower price"#),
            pattern(.priceWithin, #"a price within the limit planned"#),
            pattern(.closerProfile, #"a profile closer to the request"#),
            pattern(.remoteWork, #"work at a distance"#),
            pattern(.roomForHours, #"room on the time account"#),
        ],
    ]

    private static func pattern(_ claim: Claim, _ text: String) -> Pattern {
        (claim, SentenceRegex("(?i)" + text))
    }
}
