import Encoding
import Hashing
import TestSupport
import Testing

struct PreparedTextTests {
    @Test(arguments: [
        ("AUDIT ÉNERGÉTIQUE", "audit énergétique"),
        ("  deux\n\t mots\u{A0}et\u{202F}plus ", "deux mots et plus"),
        ("cr&eacute;ation &amp; conseil", "création & conseil"),
        ("cr&amp;eacute;ation", "création"),
        ("l&#8217;eau, l&#x2019;air, l’été", "l'eau, l'air, l'été"),
        ("<p>Bonjour</p><p>le <b>mon</b>de</p>", "bonjour le monde"),
        ("un<br/>deux<BR>trois", "un deux trois"),
        ("&lt;p&gt;Cach&eacute;&lt;/p&gt;", "caché"),
        ("avant<script>alert('x < y')</script>après", "avant après"),
        ("avant<!-- <b>non</b> -->après", "avant après"),
        ("taux < 5 % et > 3 %", "taux < 5 % et > 3 %"),
        ("a<b et c>d", "ad"),
        ("R&D, AT&T; &inconnu; &#xZZ; &#1114112;", "r&d, at&t; &inconnu; &#xzz; &#1114112;"),
        ("&#147;cit&eacute;&#148; &euro;", "“cité” €"),
        ("co\u{AD}opé\u{200B}ration", "coopération"),
        ("e\u{301}te\u{301}", "été"),
        ("nul\u{0}l", "nul l"),
        ("", ""), (" \n", ""), ("<", "<"), ("&", "&"), ("<p", "<p"), ("<!--", ""),
        ("<script>", ""),
    ])
    func `A text is made plain`(written: String, plain: String) {
        #expect(prepared(written) == plain)
    }

    @Test func `Preparing plain text twice changes nothing`() {
        var random = SeededGenerator(seed: 3)
        for text in randomTexts(200, using: &random) {
            #expect(prepared(prepared(text)) == prepared(text))
        }
    }

    @Test func `Spelt alike, texts have one hash, and it is the text's SHA-256`() {
        #expect(contentHash(of: prepared("L’ÉTÉ ")) == contentHash(of: prepared("l'e\u{301}té")))
        #expect(
            contentHash(of: "abc").description
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test(
        .timeLimit(.minutes(5)),
        arguments: ["<!--", "<script>", "<", "<a ", "&", "&amp;", "<b>é</b>", "\u{301}"])
    func `A megabyte of anything is prepared in time`(piece: String) {
        let text = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
        #expect(prepared(text).utf8.count <= text.utf8.count)
    }
}
