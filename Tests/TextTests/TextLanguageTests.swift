import Market
import Testing
import Text

struct TextLanguageTests {
    private func keys(_ text: String, _ code: String) -> [String] {
        var tokeniser = Tokeniser(TextLanguage(rawValue: code))
        return tokeniser.words(of: text).map(\.key)
    }

    @Test(arguments: [
        ("fr", "fr"), ("FR ", "fr"), ("fr-CA", "fr"), ("pt_BR", "pt"), ("spa", "es"), ("nb", "no"),
        ("ger", "de"), ("eu", "eu"), ("und", "und"), ("mul", "und"),
    ])
    func `codes are read as platforms write them`(code: String, language: String) {
        #expect(TextLanguage(code: code)?.rawValue == language)
    }

    @Test(arguments: ["", "français", "f", "x1", "qqq", "english", "fr fr", "é"])
    func `what is no code is none`(code: String) {
        #expect(TextLanguage(code: code) == nil)
    }

    @Test(arguments: [
        ("es", "traducción TRADUCCIONES"), ("ca", "reparació reparacions"),
        ("it", "lezione lezioni"), ("de", "Übersetzungen ÜBERSETZUNG"),
        ("pt", "professora professoras"), ("nl", "boeken boek"), ("ru", "книги книга"),
        ("sv", "flickorna flickor"), ("eu", "etxe ETXE"), ("pl", "praca PRACA"),
    ])
    func `forms of a word meet in its own language`(code: String, pair: String) {
        let found = keys(pair, code)
        #expect(found.count == 2 && Set(found).count == 1, "\(found)")
    }

    @Test(arguments: [
        ("es", "Yo no tengo coche para llevar a mis hijos", ["coche", "llevar", "hijos"]),
        ("ca", "Aquest és el meu gos, amb la seva manta", ["gos", "manta"]),
        ("it", "Questa è la mia bicicletta per i bambini", ["bicicletta", "bambini"]),
        ("de", "Ich habe einen Garten und suche Hilfe", ["Garten", "suche", "Hilfe"]),
        ("pt", "Eu não tenho carro para os meus filhos", ["carro", "filhos"]),
        ("nl", "Ik heb een fiets voor mijn kinderen", ["fiets", "kinderen"]),
        ("eu", "Etxe berria", ["Etxe", "berria"]),
        ("und", "Le chat and the dog avec el perro", ["chat", "dog", "perro"]),
    ])
    func `stop words fall away, whatever the language`(
        code: String, text: String, left: [String]
    ) {
        var tokeniser = Tokeniser(TextLanguage(rawValue: code))
        #expect(tokeniser.words(of: text).map(\.text) == left)
    }

    @Test func `vowels of Indic scripts are no accents`() {
        #expect(Set(keys("किताब कतब", "xx")).count == 2)
        #expect(Set(keys("é e", "xx")).count == 1)
    }

    @Test(arguments: [
        ("es", "Se me cayó el móvil y ya no responde"),
        ("ca", "Marxem tres dies amb els nens i cal algú per al gos"),
        ("it", "Cerco qualcuno che mi aiuti con il giardino della nonna"),
        ("de", "Ich suche jemanden, der mit mir über den Garten spricht"),
        ("pt", "Não tenho carro, preciso de uma boleia para a cidade"),
        ("nl", "Ik zoek iemand die mij met het huiswerk van mijn zoon helpt"),
        ("sv", "Jag vill ha hjälp med min cykel och inte bara en gång"),
        ("fr", "Je cherche quelqu’un pour garder mes enfants"),
        ("en", "I need someone to look after my garden while we are away"),
    ])
    func `a language is guessed by its stop words`(code: String, text: String) {
        #expect(guessedLanguages(of: [text]).map(\.rawValue) == [code])
    }

    @Test(arguments: [
        "Fruits de mer", "Gaz de ville", "Revêtements de sol", "Pollution des sols",
        "Système de communication aéroportuaire (COM)", "Cartouches de bandes (DAT)", "e-mailing",
        "Travaux in situ de terminaux", "Simulateurs de vol",
    ])
    func `words that another language has too make no French text foreign`(text: String) {
        #expect(guessedLanguages(of: [text]) == [.french])
    }

    @Test func `what somebody said is not guessed, and counts for those who said nothing`() {
        let catalan = TextLanguage(rawValue: "ca")
        let found = guessedLanguages(
            of: ["Les équipes de la région", "Piano", "Violí"],
            known: [catalan, .undetermined, catalan])
        #expect(found == [catalan, catalan, catalan])
    }
}
