internal import Market

/// The registry of hard rules.
enum HardRules {
    /// Every rule in order of evaluation, which is the order of `Exclusion.Rule`: a pair counts
    /// under the first that it fails.
    static let all: [any HardRule.Type] = [
        OwnNeedRule.self, RefusalRule.self, LanguageRule.self, PlaceRule.self, DatesRule.self,
        SkillsRule.self, CertificationsRule.self, PriceRule.self, ExchangeRule.self,
        BalanceRule.self, TopicsRule.self, ConsentRule.self, DeclinedRule.self, ExclusionsRule.self,
    ]

    /// Those of some names, in order of evaluation.
    static func named(_ names: [Exclusion.Rule]) -> [any HardRule.Type] {
        all.filter { names.contains($0.name) }
    }
}
