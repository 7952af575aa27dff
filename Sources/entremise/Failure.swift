import ArgumentParser
import Digest
import Encoding
import Foundation
import Jobs
import Ledger
import Mail
import Postgres
import PostgresCluster
import Report
import Settings
import Verbs

/// Errors as an operator reads them: one message on standard error and an exit code.
enum Failure {
    /// Prints what is left to say and ends the process.
    static func end(after error: any Error) -> Never {
        if error is CleanExit || error is ValidationError || isOfTheParser(error) {
            Entremise.exit(withError: error)
        }
        if let silent = error as? SilentFailure { exit(silent.code) }
        complain("\(error)")
        exit(code(for: error).rawValue)
    }

    /// Writes a line to standard error, prefixed as commands do.
    static func complain(_ message: String) {
        FileHandle.standardError.write(Data("entremise: \(message)\n".utf8))
    }

    /// The documented code of an error.
    static func code(for error: any Error) -> Jobs.ExitCode {
        switch error {
        case let error as Cancelled: error.signal == SIGTERM ? .terminated : .interrupted
        case is SettingsError, is ReportError, is DigestError: .configuration
        case is SourcesShrunk: .badData
        case is EncodingError, is ClusterError: .unavailable
        case is MailError: .cannotWrite
        case let error as LedgerError: code(for: error)
        case let error as PostgresError: code(for: error)
        case let error as JobError: code(for: error)
        case let error as Refusal: error.cause == .notFound ? .noInput : .badData
        default: .failure
        }
    }

    private static func code(for error: LedgerError) -> Jobs.ExitCode {
        switch error {
        case .database(let error): code(for: error)
        case .lockHeld, .lockLeft, .lockWaited: .busy
        case .statementStopped: .unavailable
        case .readOnly, .noRight, .mayNotMigrate, .queryForbidden, .rowsHidden: .noPermission
        case .pooledByTransaction: .configuration
        case .importRefused, .networkNotEmpty: .badData
        case .queryRefused, .columnsRefused: .configuration
        case .schemaMissing, .schemaOlder, .schemaNewer, .migrationAltered: .configuration
        case .file: .cannotWrite
        default: .failure
        }
    }

    private static func code(for error: PostgresError) -> Jobs.ExitCode {
        if error.sqlstate == "42501" { return .noPermission }
        if error.code == .connectionFailed || error.code == .connectionLost { return .unavailable }
        return .failure
    }

    private static func code(for error: JobError) -> Jobs.ExitCode {
        switch error {
        case .unknownJob: .usage
        case .unknownNeed, .needPast, .unknownCandidate, .nothingRecorded, .cannotRead: .noInput
        case .otherNetwork: .badData
        case .cannotWrite: .cannotWrite
        }
    }

    private static func isOfTheParser(_ error: any Error) -> Bool {
        String(reflecting: type(of: error)).hasPrefix("ArgumentParser.")
    }
}

/// Ends the command with a code when everything was said already.
struct SilentFailure: Error {
    let code: Int32
}
