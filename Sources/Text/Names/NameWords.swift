internal import Market

/// Words that play a part in recognising names, by their form in lower case without accents.
enum NameWords {
    /// Words that link the words of a name, and may be others or missing: “gestion de projet”, “gestion
    /// d'un projet”.
    static let links = set(
        """
        a an and au aux d da das de dei del della des di do dos du e el en et for i in l la las le les lo
        los of the un una une uns van von y
        """)

    /// Words after which what is named is not there.
    static let negators = set(
        """
        pas sans ni aucun aucune jamais sauf hors no not without never except nor non nunca sin
        tampoco sense senza nao sem nem kein keine keinen ohne nicht geen niet zonder inte utan
        ikke uden uten
        """)

    /// Words that take a negation back: “pas seulement Excel”, “pas que du jardin”.
    static let limits = set(
        "seulement que uniquement juste only just solo solamente sols nomes soltanto nur bloss alleen"
    )

    /// Words before a letter that is none of a language's name: “permis B”, “vitamine C”.
    static let counted = set(
        """
        permis vitamine vitamines vitamin plan classe class type groupe group batiment building bloc
        block lettre letter niveau level hepatite hepatitis categorie category option annexe annex
        appendix article section zone usb serie series grade salle room porte door escalier hall
        permiso vitamina grupo edificio letra nivel tipo categoria linea ligne bus tram metro rer
        monsieur madame m mme mr mrs dr
        """)

    /// Letters that French and its neighbours elide: “c est” is written for “c'est”.
    static let elided = set("c d j l m n s t y")

    /// Names of things for work that are ordinary words of a language too, written as names only with a
    /// capital: “chef”, “express”; “word”, “access”.
    static func homographs(in language: TextLanguage) -> Set<String> {
        switch language {
        case .french: french
        case .english, .undetermined: english
        default: []
        }
    }

    private static let french = set(
        """
        chef ciel elan express flash maya notion office oracle origin pascal sage scratch slack trace vue
        """)

    private static let english = set(
        """
        access ant backbone basic blender bootstrap chef ember excel express flash flask forge hive
        less make maya meteor monday next node notion office oracle origin outlook pages pascal
        pig project publisher puppet rack rails react ruby rust sage salt scheme scratch
        shell sketch slack spark spring squash swift teams unity word
        """)

    private static func set(_ words: String) -> Set<String> {
        Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
