public import Hashing
public import Market

extension Signal: ContentHashable {
    public func combine(into hasher: inout Hash.Hasher) {
        hasher.combine(fields: kind.rawValue, value, weight)
        switch evidence {
        case .skills(let coverage): hasher.combine(fields: coverage)
        case .meaning(let nearness): hasher.combine(fields: nearness)
        case .words(let words): hasher.combine(fields: words)
        case .place(let kilometres, let needPlace, let candidatePlace, let atDistance):
            hasher.combine(fields: kilometres, needPlace, candidatePlace, atDistance)
        case .dates(let asked, let free, let window):
            hasher.combine(fields: asked, free, window != nil)
            if let window {
                hasher.combine(fields: window.first.number, window.last.number)
            }
        case .price(let highest, let asked, let perHour):
            hasher.combine(fields: highest.cents, asked.cents, perHour)
        case .language(let languages): hasher.combine(fields: languages)
        case .topics(let topics): hasher.combine(fields: topics)
        case .balance(let hours, let canGive, let canReceive, let candidateBalance):
            hasher.combine(
                fields: hours, canGive ?? .infinity, canReceive ?? .infinity, candidateBalance)
        }
    }
}

extension SkillCoverage: ContentHashable {
    public func combine(into hasher: inout Hash.Hasher) {
        hasher.combine(fields: asked, askedLevel, mandatory, held, heldLevel, nearness, met)
        if let mention { hasher.combine(fields: mention.rawValue) }
    }
}
