internal import Market
internal import Wording

extension FrenchForm {
    var nothingAsked: String { "Aucune compétence n’est demandée avec un nombre de jours." }

    var noWindow: String {
        "Les dates du travail ne sont pas connues\(semicolon)aucun jour ne peut être promis."
    }

    func windowPast(_ last: Day) -> String {
        "Les dates du travail sont passées\(colon)elles s’arrêtaient le \(shortDay(last))."
    }

    func nobodyHolds(_ skill: String, _ level: Level?, for days: Double) -> String {
        "Personne ne peut être proposé pour \(name(skill, level))\(colon)\(self.days(days)) à couvrir."
    }

    func noFreeDay(
        for days: Double, of skill: String, _ level: Level?, qualified: Int
    ) -> String {
        "Aucun jour libre pour \(self.days(days)) de \(name(skill, level))\(semicolon)"
            + "\(holders(qualified))."
    }

    func missingDays(
        _ missing: Double, of asked: Double, of skill: String, _ level: Level?, qualified: Int
    ) -> String {
        "Il manque \(days(missing)) sur \(quantity(asked)) de \(name(skill, level))\(semicolon)"
            + "\(holders(qualified))."
    }

    private func name(_ skill: String, _ level: Level?) -> String {
        quoted(skill) + (level.map { ", niveau\(Wording.space)\($0)" } ?? "")
    }

    private func holders(_ count: Int) -> String {
        "\(members(count)) \(count < 2 ? "a" : "ont") cette compétence"
    }

    private func members(_ count: Int) -> String {
        self.count(count, CountedNoun([.one: "membre", .other: "membres"]))
    }

    func nearest(_ entries: [String]) -> String { "Au plus près\(colon)\(list(entries))." }

    func near(_ name: String, _ level: Level?, freeDays: Double?) -> String {
        let level = level.map { "niveau\(Wording.space)\($0), " } ?? ""
        guard let freeDays else { return "\(name) (\(level)jours libres inconnus)" }
        return "\(name) (\(level)\(days(freeDays)) \(freeDays < 2 ? "libre" : "libres"))"
    }

    func overBudget(_ published: Money, needed: Money) -> String {
        "L’équipe la moins chère coûterait \(money(needed)), soit \(money(needed - published)) de plus "
            + "que le budget (\(money(published)))."
    }

    func tooMany(_ needed: Int, most: Int) -> String {
        "Il faudrait \(members(needed)), pour \(number(most)) au plus."
    }

    func tooLowTurnover(_ reached: Money, lowest: Money) -> String {
        "Le chiffre d’affaires de l’équipe atteint \(money(reached)), pour \(money(lowest)) au moins."
    }

    func unheldCertifications(_ names: [String]) -> String {
        "Personne dans une équipe possible n’a \(certifications(names))."
    }

    func everyMemberNeeds(_ certifications: [String]) -> String {
        "Chaque membre doit avoir \(self.certifications(certifications))\(semicolon)ceux qui l’ont ne "
            + "suffisent pas."
    }

    private func certifications(_ names: [String]) -> String {
        (names.count == 1 ? "la certification " : "les certifications ") + quoted(names)
    }

    func uninsured(for least: Money) -> String {
        "Des membres nécessaires sont assurés pour moins de \(money(least)), ce que chacun doit avoir."
    }

    var sharesTooSmall: String {
        "Des membres nécessaires n’acceptent pas une part aussi petite que celle qui leur reviendrait."
    }

    var nobodyLeads: String { "Personne dans une équipe possible n’accepte d’être mandataire." }
    var refusals: String { "Des membres nécessaires ne souhaitent pas travailler ensemble." }

    func promised(to titles: [String]) -> String {
        "Les jours nécessaires sont déjà promis à une autre réponse, acceptée ou plus urgente"
            + (titles.isEmpty ? "." : "\(colon)\(quoted(titles)).")
    }

    func notBeside(lots: [Int]) -> String {
        let names = lots.map { "du lot\(Wording.space)\($0)" }
        return names.isEmpty
            ? "Possible seul, mais pas à côté des lots retenus, qui valent plus ensemble."
            : "Possible seul, mais pas à côté \(list(names))."
    }

    var bidDeclined: String { "La réponse possible a été déclinée" }

    var eachWouldDo: String { "Lever un seul de ces obstacles suffirait." }

    var outOfTime: String { "La recherche s’est arrêtée avant d’aboutir, faute de temps." }

    var notSolved: String {
        "Le calcul a échoué\(semicolon)le journal du programme dit pourquoi."
    }
}
