import Market
import TestSupport
import Testing
import Wording

@Test(arguments: [
    ("l&#39;accompagnement", "l'accompagnement"), ("&eacute;t&eacute;", "été"),
    ("a&nbsp;: b", "a\u{A0}: b"), ("R&amp;D", "R&D"), ("R&D", "R&D"),
    ("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
    ("&#x27;&#X27;&#8217;&#146;", "''’’"), ("&bogus; &#; &#x; &#0; &", "&bogus; &#; &#x; &#0; &"),
    ("une<br>deux", "une deux"), ("une<br/>deux</p>", "une deux"), ("<b>gras</b>se", "grasse"),
    ("3 < 5 > 2", "3 < 5 > 2"), ("a <3", "a <3"), ("<script>alert(1)</script>", "alert(1)"),
    ("&lt;script&gt;", "<script>"), ("  deux   mots \n", "deux mots"), ("", ""), ("<", "<"),
    ("<a href=\"x\">lien", "lien"), ("non fermé <a", "non fermé <a"), ("a\u{202E}b\u{0}c", "abc"),
    ("\"\u{301}x", "\"x"), ("\u{0600}\"x", "\"x"), ("<\u{200D}b", "<b"), ("é\u{301}", "é\u{301}"),
    ("&#x1F600; ok", "😀 ok"), ("prix&#8239;: 5", "prix\u{202F}: 5"),
])
func `plain text is what a person meant to write`(text: String, expected: String) {
    #expect(Wording.plain(text) == expected)
}

@Test(arguments: 0..<200 as Range<UInt64>)
func `plain text of anything stays in one line and hides no markup`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = [
        "<", ">", "&", "\"", "'", "&lt;", "&#x3c;", "&#60;", "<b", "</", "<!--", "\u{301}",
        "\u{200D}", "\u{600}", "a", "é", " ", "\n", "\r\n", "\u{0}", "\u{202E}", ";", "#", "&amp;",
    ]
    let text = (0..<40).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    let plain = Wording.plain(text)
    #expect(!plain.unicodeScalars.contains { $0.value < 0x20 })
    let markup: Set<Unicode.Scalar> = ["<", ">", "&", "\"", "'"]
    for character in plain where character.unicodeScalars.contains(where: markup.contains) {
        #expect(character.unicodeScalars.count == 1)
    }
}

@Test func `an apostrophe between letters is printed as one`() {
    #expect(
        Wording.printed("l&#39;été d'un 5' 'x' aujourd'hui'") == "l’été d’un 5' 'x' aujourd’hui'")
}

private enum Key: String, PhraseKey {
    case title, need

    static let counted: Set<Key> = [.need]
}

@Test func `phrases fill their places and agree in number`() throws {
    let texts = [
        "title": "{count} pour {name}, {other}{", "need_one": "demande", "need_other": "demandes",
    ]
    let phrases = try Phrases<Key>(texts, in: .french)
    let filled = phrases.filled(.title, ["count": "{name}", "name": "vous"])
    #expect(filled == "{name} pour vous, {other}{")
    #expect(phrases.count(2, .need) == "2\u{A0}demandes")
    #expect(phrases.count(0, .need) == "0\u{A0}demande")
}

@Test func `a missing phrase is named`() {
    let error = #expect(throws: MissingPhrases.self) {
        try Phrases<Key>(["title": ""], in: .english)
    }
    #expect(error?.keys == ["need_one", "need_other"])
    #expect(error?.description.contains("need_one") == true)
}
