import TestSupport
import Testing
import Text

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

    @Test(
        .timeLimit(.minutes(5)),
        arguments: ["<!--", "<script>", "<", "<a ", "&", "&amp;", "<b>é</b>", "\u{301}"])
    func `A megabyte of anything is prepared in time`(piece: String) {
        let text = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
        #expect(prepared(text).utf8.count <= text.utf8.count)
    }
}

struct LatinLettersTests {
    @Test func `Every scalar is made plain as Unicode would have it, alone and in company`() {
        for value in UInt32(0)..<0x3100 {
            guard let scalar = Unicode.Scalar(value), scalar != "&", scalar != "<" else { continue }
            for text in ["\(scalar)", "A\(scalar)e\u{301} B", " É\(scalar)\(scalar)’x "] {
                #expect(prepared(text) == plainByUnicode(text), "U+\(String(value, radix: 16))")
            }
        }
    }

    @Test func `Texts in both languages and others are made plain as Unicode would have it`() {
        let scalars = Array(
            "aÀéİßſœ’ʼ \u{A0}\t\u{AD}\u{200B}\u{301}\u{327}–…€“ΑΣςσ가\u{2028}zZ".unicodeScalars)
        var random = SeededGenerator(seed: 8)
        for _ in 0..<20_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...12, using: &random) {
                text.append(scalars[Int.random(in: scalars.indices, using: &random)])
            }
            #expect(
                Array(prepared(String(text)).unicodeScalars)
                    == Array(plainByUnicode(String(text)).unicodeScalars))
        }
    }

    @Test func `A word loses its accents as Unicode would have it`() {
        for value in UInt32(0)..<0x3100 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let word = "a\(scalar)é"
            #expect(Tokeniser.folded(word) == Tokeniser.unaccented(word))
        }
    }
}
