/// What the command exits with, after sysexits(3) where it has a number.
public enum ExitCode: Int32, Sendable, CaseIterable {
    /// All went well.
    case success = 0
    /// Something failed that none of the others tells.
    case failure = 1
    /// The command line was not understood (EX_USAGE).
    case usage = 64
    /// Data that was given makes no sense: an import was refused, or a source lost most of its rows
    /// since the last run (EX_DATAERR).
    case badData = 65
    /// A file that was named is not there (EX_NOINPUT).
    case noInput = 66
    /// Something that is needed does not answer: database, encoder (EX_UNAVAILABLE).
    case unavailable = 69
    /// A file cannot be written: disk full, no right (EX_CANTCREAT).
    case cannotWrite = 73
    /// Another run of the job holds the lock; try again later (EX_TEMPFAIL).
    case busy = 75
    /// The database does not allow it (EX_NOPERM).
    case noPermission = 77
    /// The configuration or a job file is wrong (EX_CONFIG).
    case configuration = 78
    /// Stopped by SIGINT.
    case interrupted = 130
    /// Stopped by SIGTERM.
    case terminated = 143

    /// One line for the table in the help.
    public var meaning: String {
        switch self {
        case .success: "all went well"
        case .failure: "something failed; the message says what"
        case .usage: "the command line was not understood"
        case .badData:
            "data makes no sense, or a source lost most of its rows; nothing of it was taken"
        case .noInput: "a file that was named is not there"
        case .unavailable: "the database or the encoder does not answer"
        case .cannotWrite: "a file cannot be written (disk full, no right)"
        case .busy: "another run of the job is under way"
        case .noPermission: "the database does not allow it"
        case .configuration: "the configuration or a job file is wrong"
        case .interrupted: "stopped by Ctrl-C; nothing was written by halves"
        case .terminated: "stopped by SIGTERM; nothing was written by halves"
        }
    }
}
