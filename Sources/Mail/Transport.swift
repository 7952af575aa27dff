/// A way to hand a message over: a folder today, a mail server another day.
public protocol Transport: Sendable {
    /// Hands one message over, wholly or not at all.
    ///
    /// - Returns: Where it went, for the record: the path of a file, the answer of a server.
    /// - Throws: ``MailError`` where it could not; the message may be handed over again.
    func deliver(_ message: MailMessage) async throws(MailError) -> String
}
