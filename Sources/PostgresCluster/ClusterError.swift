/// Why an embedded server could not be started, stopped or looked at, and what to do about it.
public struct ClusterError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Code: Hashable, Sendable {
        /// PostgreSQL's server programs are not installed, or not in the version the data needs.
        case programsMissing
        /// The folder cannot be made, belongs to somebody else or can be read by others.
        case folderUnusable
        /// Started by root, and there is no way to run the server as anybody else.
        case rootRefused
        /// A server program ran and failed; the message ends with the last lines of the log.
        case serverFailed
        /// The server runs but the database could not be made.
        case databaseMissing
    }

    public let code: Code
    /// What was tried and where, what happened, what to do.
    public let message: String

    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    public var description: String { message }
}
