/// What is wrong with a message, or with the place that it should go to. No address is repeated.
public enum MailError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The field holds no address that mail can reach.
    case address(field: String)
    /// The part before the `@` holds letters outside ASCII, which need SMTPUTF8 (RFC 6531).
    case localPart(field: String)
    /// A line break, a NUL or another control character in a header field.
    case controlCharacter(field: String)
    /// A file or folder could not be written; the reason is the system's.
    case file(path: String, reason: String)

    public var description: String {
        switch self {
        case .address(let field):
            "\(field): expected an e-mail address such as name@example.org"
        case .localPart(let field):
            "\(field): expected ASCII before the @ of the address; other letters need SMTPUTF8 "
                + "(RFC 6531), which is not supported yet"
        case .controlCharacter(let field):
            "\(field): holds a line break or another control character; nothing is sent"
        case .file(let path, let reason):
            "cannot write \(path): \(reason)"
        }
    }
}
