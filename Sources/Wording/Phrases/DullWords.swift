extension Wording {
    /// Words that tell a reader something, of those that two texts share: no numerals, no calendar,
    /// no word that any request could hold; each once.
    func tellingWords(_ words: [String]) -> [String] {
        var seen: Set<String> = []
        return words.filter { word in
            let plain = word.lowercased()
            return plain.count > 1 && !plain.contains(where: \.isNumber)
                && !Wording.dullWords.contains(plain) && seen.insert(plain).inserted
        }.map { typographic(calm($0)) }
    }

    /// A word in capitals was shouted if it is longer than acronyms are; a capital at its start
    /// stood at the start of a title.
    private func calm(_ word: String) -> String {
        let isShouted = word.count > 5 && word.uppercased() == word
        let rest = word.dropFirst()
        let isTitle = word.first?.isUppercase == true && rest == rest.lowercased()
        guard isShouted || isTitle && !Wording.properNames.contains(word) else { return word }
        return word.lowercased()
    }

    private static let dullWords = Set(
        """
        un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize
        vingt vingtaine trente trentaine quarante cinquante soixante cent cents centaine mille
        dizaine douzaine demi demie premier première deuxième second seconde troisième
        one two three four five seven eight nine ten eleven twelve fifteen twenty thirty forty fifty
        hundred thousand dozen half first third
        lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin
        juillet août septembre octobre novembre décembre monday tuesday wednesday thursday friday
        saturday sunday january february march april may june july august september october november
        december
        an ans année années mois semaine semaines jour jours journée journées heure heures matin soir
        fois début fin date dates durée durées durable year years month months week weeks day days
        hour hours time times
        quelqu quelque faut déjà post trop jamais toujours souvent éviter devoir doit chacun
        besoin besoins demande demandes recherche cherche cherchons aide aider faire mettre mise
        place prendre prises donner venir aller tenir auprès ensemble groupe petit petite petits
        petites grand grande grands grandes bon bonne bons bonnes beau belle nouveau nouvelle
        nouveaux nouvelles vrai vraie vrais simple simples clair claire rapide naturel possible
        general quelques plusieurs chose choses personne personnes gens monde cas point points part
        partie partir niveau type sorte exemple question questions réponse réponses travail travaux
        projet projets mission missions offre offres service services titre texte description
        conditions disposition pratique kilomètres ligne lignes reste reçu demeure dont self
        need needs looking seek help make take give good new small large big simple clear thing
        things people person case point part kind example question answer work project projects
        mission offer service title text english french general experience
        français anglais française anglaise lieu lieux tiers page pages fond temps
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
