import Testing
import Text

/// One reading of markup for people, who see what programs hold, and for machines, which do not.
struct PlainTextTests {
    @Test(arguments: [
        ("R&amp;D &eacute;t&eacute; &#8217;&#146;&#x27;", "R&D été ’’'"),
        ("une<br>deux</p>", "une deux "), ("<b>gras</b>se, H<sub>2</sub>O", "grasse, H2O"),
        ("3 < 5 > 2, a <3, non fermé <a, </3>, <é>", "3 < 5 > 2, a <3, non fermé <a, </3>, <é>"),
        ("avant<!-- <b>non</b> -->après", "avant après"), ("<?xml version=\"1.0\"?>x", " x"),
        ("<b texte <i>gras</i>", "<b texte gras"),
        ("&bogus; &#; &#x; &#0; &#+65; &#1114112; &", "&bogus; &#; &#x; &#0; &#+65; &#1114112; &"),
        ("&fnof; &ne; &zwnj;", "ƒ ≠ \u{200C}"), ("", ""), ("<", "<"), ("&", "&"), ("sans", "sans"),
    ])
    func `Markup is read alike for people and for machines`(html: String, plain: String) {
        #expect(PlainText.of(html, embedded: .kept) == plain)
        #expect(PlainText.of(html, embedded: .leftOut) == plain)
    }

    @Test func `What a program holds is kept for people and left out for machines`() {
        let html = "a<script>f('x')</script>b<STYLE>p {}</STYLE >c<script>open"
        #expect(PlainText.of(html, embedded: .kept) == "a f('x') b p {} c open")
        #expect(PlainText.of(html, embedded: .leftOut) == "a b c open")
    }

    @Test func `What was escaped as a whole is read in a second round`() {
        let html = "&lt;p&gt;cr&amp;eacute;ation&lt;/p&gt;"
        #expect(PlainText.of(html, embedded: .leftOut) == "<p>cr&eacute;ation</p>")
        #expect(PlainText.of(html, embedded: .leftOut, rounds: 2) == " création ")
    }

    @Test(
        .timeLimit(.minutes(5)),
        arguments: ["<!--", "<script>", "<", "<a ", "&", "&amp;", "<b>é</b>"])
    func `A megabyte of anything is read in one pass`(piece: String) {
        let html = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
        #expect(PlainText.of(html, embedded: .kept).utf8.count <= html.utf8.count)
    }
}
