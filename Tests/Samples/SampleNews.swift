package import Market
internal import Verbs

extension News {
    /// What one member of the sample record is told, in their language.
    package static func sample(in language: Language) -> News {
        let record = RecordedRuns.sample
        let suggestions = sampleSuggestions
        return News(
            recipient: Recipient(
                member: "berenice-fontaine", name: "Bérénice Fontaine",
                address: "berenice.fontaine@example.org", language: language),
            network: record.network, asOf: record.asOf,
            items: items(
                forYou: suggestions.filter { $0.member == "berenice-fontaine" }
                    + suggestions.filter { $0.need == "mission-10" },
                forYourNeeds: suggestions.filter { $0.need == "mission-21" },
                bids: sampleBids.filter { $0.tender == "marche-02" }),
            skills: record.skills)
    }
}
