import Market
import Testing
import Text

struct GazetteerTests {
    private static let names = [
        "Menuiserie", "Gestion de projet", "R", "C++", ".NET", "C#", "Go", "Excel", "C",
        "Développeur web", "Traducteur", "Node.js", "e-commerce", "Référencement (SEO)",
        "Swift (programmation informatique)", "UX", "Son", "Réseaux", "Accueil de tiers-lieux",
        "Python", "TCP/IP", "Couturière", "Chef", "3D", "Word",
    ]

    private func found(_ text: String, _ language: TextLanguage = .french) -> [String] {
        let names = Gazetteer(
            Self.names.enumerated().map { .init(entry: $0.offset, name: $0.element) },
            language: Gazetteer.family(of: language))
        var reader = names.reader(of: language)
        return reader.entries(in: text).map { Self.names[$0] }
    }

    @Test(arguments: [
        ("MENUISERIE et menuiseries", ["Menuiserie"]),
        ("gestion d’un PROJET", ["Gestion de projet"]),
        ("gestion des projets", ["Gestion de projet"]), ("Projet de gestion", []),
        ("la gestion, un projet", []), ("developpeuse web", ["Développeur web"]),
        ("développeur·euse web", ["Développeur web"]), ("DÉVELOPPEURS WEB", ["Développeur web"]),
        ("traductrices", ["Traducteur"]), ("traducteur/trice", ["Traducteur"]),
        ("couturier", ["Couturière"]), ("un réseau", ["Réseaux"]),
        ("accueil d'un tiers-lieu", ["Accueil de tiers-lieux"]),
        ("référencement", ["Référencement (SEO)"]),
        ("du seo", ["Référencement (SEO)"]), ("boutique ecommerce", ["e-commerce"]),
        ("boutique e-commerce", ["e-commerce"]), ("<b>Menuiserie</b>&nbsp;fine", ["Menuiserie"]),
        ("protocole tcp/ip", ["TCP/IP"]), ("impression 3d", ["3D"]), ("format menuisier", []),
    ])
    func `a name is known in every form that people write`(text: String, names: [String]) {
        #expect(found(text) == names)
    }

    @Test(arguments: [
        ("C++, C# et .NET", ["C++", ".NET", "C#"]), ("c++ / c#", ["C++", "C#"]),
        ("en .net", [".NET"]), ("Node.js, NodeJS", ["Node.js"]), ("nodejs", ["Node.js"]),
        ("voir www.exemple.net", []), ("salaire net", []), ("C+ ou D+", []),
        ("ASP.NET", []), ("notes C#m et F#", []),
    ])
    func `signs of programming languages are part of their names`(text: String, names: [String]) {
        #expect(found(text) == names)
    }

    @Test(arguments: [
        "R", "statistiques avec R", "R, Python", "logiciel R (débutant)", "Python/R", "en R",
        "Je programme en R.", "langage R et tableaux",
    ])
    func `a letter that stands alone is a name`(text: String) {
        #expect(found(text).contains("R"))
    }

    @Test(arguments: [
        "R. Martin", "Écrire à Jean R.", "J. R. Tolkien", "r", "en r", "R&D", "R'lyeh",
        "S N C F R A S",
        "bâtiment R", "ligne R", "R 12", "4 R", "A/R par train", "CONTACTER MONSIEUR R AU BUREAU",
        "R-Studio", "°R", "R2D2", "Martin R Dupont R", "groupe R",
    ])
    func `an initial, a number's letter or a part of a word is none`(text: String) {
        #expect(!found(text).contains("R"))
    }

    @Test(arguments: [
        "C est moi", "C'est moi", "vitamine C", "permis C", "20 °C", "20 C", "C. Dupont",
        "niveau C", "hépatite C", "plan C", "c'est", "A B C D", "USB-C", "C ETAIT MIEUX AVANT",
    ])
    func `what the French elide or count with is no programming language`(text: String) {
        #expect(!found(text).contains("C"))
    }

    @Test(arguments: [
        ("je développe en Go", ["Go"]), ("Go, Python", ["Python", "Go"]), ("go au marché", []),
        ("Go au marché", []), ("10 go de mémoire", []), ("design UX", ["UX"]), ("ux", []),
        ("son et lumière", []), ("Son frère", []), ("prise de Son", ["Son"]), ("Son", ["Son"]),
        ("un chef de cuisine", []), ("développement Swift", ["Swift (programmation informatique)"]),
        ("a swift answer", []), ("EXCEL ET WORD POUR LES DÉBUTANTS", ["Excel", "Word"]),
        ("mon fichier excel", ["Excel"]),
    ])
    func `a name that is a short or an ordinary word is written as a name`(
        text: String, names: [String]
    ) {
        #expect(Set(found(text)) == Set(names))
    }

    @Test(arguments: [
        ("they excel at it", []), ("in a word", []), ("Excel and Word", ["Word"]),
        ("Word, Excel", ["Excel", "Word"]), ("I use Excel daily", ["Excel"]),
    ])
    func `what is an ordinary word is one in its own language`(text: String, names: [String]) {
        #expect(Set(found(text, .english)) == Set(names))
    }

    @Test(arguments: [
        "pas de menuiserie", "sans aucune menuiserie", "Je ne fais pas la menuiserie",
        "ni plomberie ni menuiserie", "no hago menuiserie",
    ])
    func `what is denied is not named`(text: String) { #expect(found(text).isEmpty) }

    @Test(arguments: [
        "pas seulement de la menuiserie", "pas cher, menuiserie",
        "pas loin d'ici je fais de la menuiserie",
    ])
    func `a denial of something else does not count`(text: String) {
        #expect(found(text) == ["Menuiserie"])
    }

    @Test func `other languages go by their stemmers`() {
        let spanish = TextLanguage(rawValue: "es")
        let names = Gazetteer(
            [.init(entry: 0, name: "Reparación"), .init(entry: 1, name: "Clases de piano")],
            language: spanish)
        var reader = names.reader(of: spanish)
        #expect(reader.entries(in: "hago reparaciones y clase del piano") == [0, 1])
        #expect(reader.entries(in: "sin reparaciones") == [])
    }

    @Test
    func `the longest name counts, names of lower rank first, and what names too much is none`() {
        let names = Gazetteer(
            [
                .init(entry: 0, name: "Gestion"), .init(entry: 1, name: "Gestion de projet"),
                .init(entry: 2, name: "Musique", rank: 0),
                .init(entry: 3, name: "musique", rank: 1),
            ] + (4..<9).map { .init(entry: $0, name: "Conseil") }, language: .french)
        var reader = names.reader(of: .french)
        #expect(reader.entries(in: "gestion de projet et gestion") == [0, 1])
        #expect(reader.entries(in: "gestion de projet") == [1])
        #expect(reader.entries(in: "musique, conseil") == [2])
    }

    @Test
    func `a single word that is not the network's own is known where it is written as a name`() {
        let names = Gazetteer(
            [
                .init(entry: 0, name: "Plan", rank: 1), .init(entry: 1, name: "Python", rank: 1),
                .init(entry: 2, name: "plan de communication", rank: 1),
            ], language: .french)
        var reader = names.reader(of: .french)
        #expect(reader.entries(in: "un plan, et du Python") == [1])
        #expect(reader.entries(in: "Plan et plans") == [])
        #expect(reader.entries(in: "des plans de communication") == [2])
    }

    @Test func `long and odd texts are read in one pass`() {
        let names = Gazetteer([.init(entry: 0, name: "a b c d e f x")], language: .french)
        var reader = names.reader(of: .french)
        let text = String(repeating: "b c d e f ", count: 20_000)
        #expect(reader.entries(in: text).isEmpty)
        for odd in [
            "", " ", "\u{0}", "👩🏽‍🌾", "\u{301}", "...", "((((", "+++", "#", ".", "-", "&nbsp;",
        ] {
            #expect(reader.entries(in: odd).isEmpty)
        }
        #expect(
            Gazetteer(
                [.init(entry: 0, name: "…"), .init(entry: 1, name: "2024")], language: .french
            ).isEmpty)
    }
}
