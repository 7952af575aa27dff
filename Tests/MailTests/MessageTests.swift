import Foundation
import Mail
import Market
import Testing

/// A message with what a test cares for.
func message(
    toName: String = "Zoé Lefèvre", subject: String = "Une mission pour vous",
    text: String = "Bonjour,\n", html: String = "<p>Bonjour,</p>\n", reference: String = "m-12"
) throws -> MailMessage {
    try MailMessage(
        from: MailAddress(name: "Réseau Passerelles", address: "reseau@example.org"),
        to: MailAddress(name: toName, address: "zoe.lefevre@example.org"),
        replyTo: MailAddress(address: "coordination@example.org"), subject: subject,
        date: MailDate(#require(Day("2026-11-23"))), reference: reference, text: text, html: html)
}

private func lines(_ bytes: [UInt8]) -> [Substring] {
    String(decoding: bytes, as: UTF8.self).split(
        separator: "\r\n", omittingEmptySubsequences: false)
}

private let subjects = [
    "Plain", "2 missions pour vous, dont Refonte du site de l’Office de tourisme",
    "« Étude de préfiguration d’un tiers-lieu » : 3 réponses à votre demande",
    String(repeating: "été ", count: 60) + "fin", "👩‍👩‍👧‍👦 famille 🇫🇷 emoji 😀",
    " espaces  autour ", "=?utf-8?q?piège?=", "=?utf-8?q?pi=C3=A8ge?=",
    String(repeating: "x", count: 300), "a_b=c?d", "", "\u{202F}fine\u{A0}",
]

@Test(arguments: subjects)
func `a subject is read as it was written`(subject: String) throws {
    let message = try message(subject: subject)
    let read = try PythonMail.reading(message.bytes)
    #expect(read.headers["Subject"] == subject)
    #expect(read.defects == [])
    for line in lines(message.bytes).prefix(while: { !$0.isEmpty }) {
        #expect(line.utf8.count <= 76)
        #expect(line.utf8.allSatisfy { $0 < 0x7F })
    }
}

@Test(arguments: [
    "Zoé Lefèvre", "Jean-Noël d’Ûber", "O'Brien", "Martin, Jeanne (Rouen)", "\"Jo\" \\ Smith",
    "安娜", "👋", "", "=?utf-8?q?x?=", String(repeating: "très long ", count: 20) + "nom",
    String(repeating: "long, ", count: 20) + "name",
])
func `names and addresses are read as they were written`(name: String) throws {
    let read = try PythonMail.reading(message(toName: name).bytes)
    let expected = PythonMail.Address(name: name, address: "zoe.lefevre@example.org")
    #expect(read.toByParts == expected)
    if name.count < 60 { #expect(read.to == [expected]) }
    #expect(read.from == [.init(name: "Réseau Passerelles", address: "reseau@example.org")])
    #expect(read.replyTo == [.init(name: "", address: "coordination@example.org")])
    #expect(read.defects == [])
}

private let texts = [
    "Bonjour,\n\nÀ bientôt : « 1 250,50 € ».\n", ".\n..\n.fin\n", "From moi\nF\n>From\n",
    String(repeating: "mot ", count: 400) + "\n", String(repeating: "é", count: 500) + "\n",
    "espace à la fin \ntab\t\n", "=3D = ==\n", "👩‍👩‍👧‍👦 😀\n", "--=_faux\n\n--\n", "",
    "\n\n\n", String(repeating: "x", count: 76) + "\n" + String(repeating: "y", count: 77) + "\n",
    String(repeating: "x", count: 75) + " \n" + String(repeating: "y", count: 75) + ".\n",
]

@Test(arguments: texts)
func `both parts are read as they were written`(text: String) throws {
    let message = try message(text: text, html: "<pre>" + text + "</pre>\n")
    let read = try PythonMail.reading(message.bytes)
    #expect(read.types == ["multipart/alternative", "text/plain", "text/html"])
    #expect(read.text == text)
    #expect(read.html == "<pre>" + text + "</pre>\n")
    #expect(read.defects == [])
    for line in lines(message.bytes) {
        #expect(line.utf8.count <= 76)
        #expect(line != ".")
        #expect(!line.hasPrefix("From "))
        #expect(!line.contains("\n") && !line.contains("\r"))
    }
}

@Test func `all ends of line become CRLF`() throws {
    let read = try PythonMail.reading(message(text: "a\r\nb\rc\nd").bytes)
    #expect(read.text == "a\nb\nc\nd\n")
}

@Test func `a message says who wrote it and how to stop`() throws {
    let message = try message()
    let read = try PythonMail.reading(message.bytes)
    #expect(read.headers["Auto-Submitted"] == "auto-generated")
    #expect(
        read.headers["List-Unsubscribe"] == "<mailto:coordination@example.org?subject=Stop>")
    #expect(read.headers["Message-ID"] == "<\(message.messageID)>")
    #expect(read.headers["Date"] == "Mon, 23 Nov 2026 00:00:00 +0000")
    #expect(read.seconds == 1_795_392_000)
    #expect(message.messageID.hasSuffix("@example.org"))
}

@Test func `the same message gives the same bytes and another one another identity`() throws {
    let first = try message()
    #expect(try message().bytes == first.bytes)
    let others = [
        try message(subject: "Autre"), try message(text: "Autre"), try message(html: "Autre"),
        try message(toName: "Autre"), try message(reference: "m-13"),
    ]
    #expect(Set((others + [first]).map(\.messageID)).count == 6)
}

@Test(arguments: ["\r\nBcc: x@example.org", "a\nb", "a\rb", "a\0b", "a\u{85}b", "a\u{2028}b"])
func `nothing is smuggled into a header`(text: String) throws {
    #expect(throws: MailError.controlCharacter(field: "subject")) { try message(subject: text) }
    #expect(throws: MailError.controlCharacter(field: "to")) {
        try MailAddress(name: text, address: "a@example.org", field: "to")
    }
    #expect(throws: MailError.controlCharacter(field: "to")) {
        try MailAddress(address: text, field: "to")
    }
}

@Test(arguments: [
    "", "a", "@", "a@", "@b", "a@b@c", "a b@c", "a@b c", "<a@b>", "a,b@c", "a@b;c",
    ".a@b", "a.@b", "a..b@c", "a@b..c", "a@[127.0.0.1]", "\"a b\"@c", "a(b)@c",
    String(repeating: "x", count: 250) + "@b.org",
])
func `what is no address is refused without being repeated`(text: String) throws {
    let error = #expect(throws: MailError.address(field: "to")) {
        try MailAddress(address: text, field: "to")
    }
    #expect(text.isEmpty || text.count < 3 || error?.description.contains(text) == false)
}

@Test(arguments: [
    ("2026-11-23", "Mon, 23 Nov 2026"), ("2028-02-29", "Tue, 29 Feb 2028"),
    ("2027-01-01", "Fri, 01 Jan 2027"), ("1970-01-01", "Thu, 01 Jan 1970"),
    ("9999-12-31", "Fri, 31 Dec 9999"),
])
func `every day is a date`(text: String, header: String) throws {
    let day = try #require(Day(text))
    let message = try MailMessage(
        from: MailAddress(address: "a@example.org"), to: MailAddress(address: "b@example.org"),
        subject: "", date: MailDate(day), reference: "", text: "", html: "")
    let read = try PythonMail.reading(message.bytes)
    #expect(read.headers["Date"] == "\(header) 00:00:00 +0000")
    #expect(read.seconds == day.number * 86_400)
    #expect(message.date.day == text)
}
