import Market
import Testing
import Text

struct TokeniserTests {
    private func keys(_ text: String, _ language: TextLanguage = .french) -> [String] {
        var tokeniser = Tokeniser(language)
        return tokeniser.words(of: text).map(\.key)
    }

    @Test func `Words keep how they were written`() {
        var tokeniser = Tokeniser(.french)
        let words = tokeniser.words(of: "L’animation des Tiers-Lieux, à Caen (14).")
        #expect(words.map(\.text) == ["animation", "Tiers", "Lieux", "Caen", "14"])
    }

    @Test(arguments: [
        "Animées ANIMEES", "gérer GERER", "coopérative COOPERATIVES", "développées DEVELOPPEES",
        "sécurité SECURITES", "financière FINANCIER", "employé EMPLOYEES", "données DONNEE",
        "réussite REUSSITES", "énergétique énergétiques", "œuvre OEUVRES",
        "e\u{301}nergie énergies", "l'école ÉCOLES",
    ])
    func `French forms of a word meet, with accents or without`(pair: String) {
        let found = keys(pair)
        #expect(found.count == 2)
        #expect(Set(found).count == 1, "\(found)")
    }

    @Test func `English forms of a word meet`() {
        #expect(Set(keys("facilitating facilitates FACILITATED", .english)).count == 1)
        #expect(Set(keys("café cafes", .english)).count == 1)
    }

    @Test func `Stop words fall away in their own language`() {
        #expect(keys("Nous avons été dans une ville avec vous").count == 1)
        #expect(keys("We have been in the town with you", .english).count == 1)
        #expect(keys("A L'ECOLE ET APRES").count == 1)
    }

    @Test func `Numbers and the names of programming languages are kept`() {
        #expect(keys("ISO 9001, C++ et C#, 3D") == ["iso", "9001", "c++", "c#", "3d"])
    }

    @Test func `Snowball's own examples hold`() {
        let french = Stemmer(.french)
        #expect(french.stem(of: "continuellement") == "continuel")
        #expect(french.stem(of: "majestueusement") == "majestu")
        let english = Stemmer(.english)
        #expect(english.stem(of: "consistently") == "consist")
        #expect(english.stem(of: "knives") == "knive")
        #expect(english.stem(of: "") == "")
    }

    @Test func `Text without words has none`() {
        #expect(keys("… — « » 👩🏽‍🌾 !").isEmpty)
        #expect(keys("").isEmpty)
    }
}
