extension FrenchForms {
    var languageNames: [String: String] { FrenchForms.names }

    private static let names = [
        "ar": "arabe", "bg": "bulgare", "bn": "bengali", "br": "breton", "ca": "catalan",
        "co": "corse", "cs": "tchèque", "cy": "gallois", "da": "danois", "de": "allemand",
        "el": "grec", "en": "anglais", "es": "espagnol", "et": "estonien", "eu": "basque",
        "fa": "persan", "fi": "finnois", "fr": "français", "ga": "irlandais", "he": "hébreu",
        "hi": "hindi", "hr": "croate", "hu": "hongrois", "hy": "arménien", "id": "indonésien",
        "is": "islandais", "it": "italien", "ja": "japonais", "ko": "coréen",
        "lb": "luxembourgeois", "lt": "lituanien", "lv": "letton", "mg": "malgache",
        "mt": "maltais", "nl": "néerlandais", "no": "norvégien", "oc": "occitan", "pl": "polonais",
        "pt": "portugais", "ro": "roumain", "ru": "russe", "sk": "slovaque", "sl": "slovène",
        "sq": "albanais", "sr": "serbe", "sv": "suédois", "sw": "swahili", "tr": "turc",
        "uk": "ukrainien", "vi": "vietnamien", "wo": "wolof", "zh": "chinois",
    ]

    var dullWords: String {
        """
        un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize
        vingt vingtaine trente trentaine quarante cinquante soixante cent cents centaine mille
        dizaine douzaine demi demie premier première deuxième second seconde troisième
        lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin
        juillet août septembre octobre novembre décembre
        an ans année années mois semaine semaines jour jours journée journées heure heures matin soir
        fois début fin date dates durée durées durable
        quelqu quelque faut déjà trop jamais toujours souvent éviter devoir doit chacun
        besoin besoins demande demandes recherche cherche cherchons aide aider faire mettre mise
        place prendre prises donner venir aller tenir auprès ensemble groupe petit petite petits
        petites grand grande grands grandes bon bonne bons bonnes beau belle nouveau nouvelle
        nouveaux nouvelles vrai vraie vrais simple simples clair claire rapide naturel possible
        quelques plusieurs chose choses personne personnes gens monde cas point points part
        partie partir niveau type sorte exemple question questions réponse réponses travail travaux
        projet projets mission missions offre offres service services titre texte description
        conditions disposition pratique kilomètres ligne lignes reste reçu demeure dont
        français anglais française anglaise lieu lieux tiers page pages fond temps
        """
    }
}
