import Mail
import Testing

/// Domains and the form that Unicode's IdnaTestV2 (UTS #46, nontransitional) gives them.
@Test(arguments: [
    ("example.org", "example.org"), ("Example.ORG", "Example.ORG"),
    ("réseau.example", "xn--rseau-bsa.example"), ("Bücher.example", "xn--bcher-kva.example"),
    ("RÉSEAU.Example", "xn--rseau-bsa.example"), ("re\u{301}seau.example", "xn--rseau-bsa.example"),
    ("faß.de", "xn--fa-hia.de"), ("βόλος.com", "xn--nxasmm1c.com"),
    ("日本語。ＪＰ", "xn--wgv71a119e.jp"), ("Bloß.de", "xn--blo-7ka.de"),
    ("xn--bcher-kva.example", "xn--bcher-kva.example"),
    ("пример.испытание", "xn--e1afmkfd.xn--80akhbyknj4f"),
    ("a.bücher.example", "a.xn--bcher-kva.example"), ("é\u{AD}té.fr", "xn--t-9fab.fr"),
])
func `an internationalised domain becomes ASCII`(domain: String, expected: String) throws {
    let address = try MailAddress(address: "nuit@\(domain)")
    #expect(address.address == "nuit@\(expected)")
}

@Test(arguments: [
    "été.", ".é", "é..fr", "é%2Efr", "é/x.fr", "é?x", "é#x", "é:80", "é é.fr", "é\\x", "é[x]",
    "a\u{200D}é.fr", "\u{5D0}a.é", "é\u{FFFD}.fr", "xn--\u{FC}.de", "\u{E000}.fr", "é_x.fr",
    String(repeating: "é", count: 70) + ".fr", String(repeating: "a", count: 64) + ".fr",
])
func `a domain that has no form in ASCII is refused`(domain: String) throws {
    #expect(throws: MailError.address(field: "address")) {
        try MailAddress(address: "nuit@\(domain)")
    }
}

@Test(arguments: ["é@example.org", "été@réseau.fr", "用户@example.org", "a.é@b"])
func `letters before the @ need a server with SMTPUTF8`(text: String) {
    let error = #expect(throws: MailError.localPart(field: "mail.from")) {
        try MailAddress(address: text, field: "mail.from")
    }
    #expect(error?.description.contains("SMTPUTF8") == true)
    #expect(error?.description.contains(text) == false)
}

@Test(arguments: [
    ("a@example.org", "", "a@example.org"), (" a@example.org ", "", "a@example.org"),
    ("<a@example.org>", "", "a@example.org"), ("Nuit <a@example.org>", "Nuit", "a@example.org"),
    ("Réseau d’été<a@example.org>", "Réseau d’été", "a@example.org"),
    ("\"Martin, Jeanne\" <a@example.org>", "Martin, Jeanne", "a@example.org"),
    ("\"Le \\\"Réseau\\\" \\\\\" <a@été.fr>", "Le \"Réseau\" \\", "a@xn--t-9fab.fr"),
    ("\" <a@example.org>", "\"", "a@example.org"),
    ("a <b> <c@example.org>", "a <b>", "c@example.org"),
])
func `an address is read as people write it`(text: String, name: String, address: String) throws {
    let read = try MailAddress(written: text)
    #expect(read == (try MailAddress(name: name, address: address)))
    #expect(read.name == name && read.address == address)
}

@Test(arguments: [
    "", "Nuit", "Nuit <>", "Nuit <a>", "Nuit < a@b.fr >", "Nuit <a@b.fr", "a@b.fr>",
    "<a@b.fr> Nuit", "a@b.fr, c@d.fr", "Nuit <a@b.fr>, <c@d.fr>x",
])
func `what is written otherwise is refused`(text: String) {
    #expect(throws: MailError.address(field: "address")) { try MailAddress(written: text) }
}
