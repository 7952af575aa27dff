internal import Hashing

/// One message to one person, in text and in HTML.
public struct MailMessage: Sendable, Hashable {
    public let from: MailAddress
    public let to: MailAddress
    /// Where answers go, if not to the sender.
    public let replyTo: MailAddress?
    public let subject: String
    public let date: MailDate
    /// What tells this message from others of its day: the id of the member it is for. It names the
    /// file in an ``Outbox`` and takes part in the `Message-ID`; it is not shown.
    public let reference: String
    /// Lines end with LF or CRLF.
    public let text: String
    /// A whole HTML page, in UTF-8.
    public let html: String

    /// Takes what a message says.
    ///
    /// - Throws: ``MailError/controlCharacter(field:)`` where the subject holds one.
    public init(
        from: MailAddress, to: MailAddress, replyTo: MailAddress? = nil, subject: String,
        date: MailDate, reference: String, text: String, html: String
    ) throws(MailError) {
        try Header.check(subject, field: "subject")
        self.from = from
        self.to = to
        self.replyTo = replyTo
        self.subject = subject
        self.date = date
        self.reference = reference
        self.text = text
        self.html = html
    }

    /// `Message-ID` without its angle brackets: a digest of everything the message says, at the
    /// sender's domain.
    public var messageID: String { digest + "@" + from.domain }

    /// The message as it travels: RFC 5322 headers, RFC 2045 and 2046 `multipart/alternative`,
    /// ASCII only, lines that end in CRLF and have at most 76 characters (998 where an address is
    /// longer than that).
    ///
    /// It says that a program wrote it (`Auto-Submitted`, RFC 3834), so that absence notices do not
    /// answer, and how to get no more of them (`List-Unsubscribe`, RFC 2369).
    public var bytes: [UInt8] {
        // `=_` occurs in no quoted-printable text, so the boundary cannot occur in a part.
        let boundary = "=_" + digest
        let contact = (replyTo ?? from).address
        var message =
            Header.address("From", from) + Header.address("To", to)
            + (replyTo.map { Header.address("Reply-To", $0) } ?? "")
            + Header.text("Subject", subject)
            + Header.tokens("Date", date.header.split(separator: " ").map(String.init))
            + Header.tokens("Message-ID", ["<\(messageID)>"])
            + Header.tokens("Auto-Submitted", ["auto-generated"])
            + Header.tokens("List-Unsubscribe", ["<mailto:\(escaped(contact))?subject=Stop>"])
            + Header.tokens("MIME-Version", ["1.0"])
            + Header.tokens("Content-Type", ["multipart/alternative;", "boundary=\"\(boundary)\""])
            + Header.newline
        for (type, content) in [("text/plain", text), ("text/html", html)] {
            message += "--\(boundary)" + Header.newline
            message += Header.tokens("Content-Type", ["\(type);", "charset=utf-8"])
            message += Header.tokens("Content-Transfer-Encoding", ["quoted-printable"])
            // The line end before a boundary belongs to the boundary (RFC 2046, 5.1.1).
            message += Header.newline + QuotedPrintable.encoded(content) + Header.newline
        }
        message += "--\(boundary)--" + Header.newline
        return Array(message.utf8)
    }

    /// 128 bits of SHA-256 over every field: tells messages apart.
    private var digest: String {
        var hasher = Hash.Hasher()
        for part in [
            from.name, from.address, to.name, to.address, replyTo?.name ?? "",
            replyTo?.address ?? "", subject, date.header, reference, text, html,
        ] {
            hasher.combine(field: part)
        }
        return String(hasher.finish().description.prefix(32))
    }

    // RFC 6068: `%`, `&`, `?` and what URLs reserve within an address.
    private func escaped(_ address: String) -> String {
        address.utf8.map { byte in
            "%&?#/`{|}^".utf8.contains(byte)
                ? "%" + Header.hexadecimal(byte) : String(UnicodeScalar(byte))
        }.joined()
    }
}
