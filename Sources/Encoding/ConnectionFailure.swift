internal import Foundation
internal import FoundationNetworking

/// Why no answer came.
struct ConnectionFailure: Error {
    let reason: String
    /// Whether another attempt may do better.
    let isPassing: Bool

    init(reason: String, isPassing: Bool) {
        self.reason = reason
        self.isPassing = isPassing
    }

    init(_ error: URLError) {
        switch error.code {
        case .timedOut:
            self.init(reason: "no answer in time", isPassing: true)
        case .cannotConnectToHost:
            self.init(reason: "the connection was refused", isPassing: true)
        case .networkConnectionLost, .badServerResponse, .cannotParseResponse:
            self.init(reason: "the connection broke off", isPassing: true)
        case .cannotFindHost, .dnsLookupFailed:
            self.init(reason: "there is no host of that name", isPassing: true)
        case .notConnectedToInternet:
            self.init(reason: "there is no network", isPassing: true)
        case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
            .serverCertificateNotYetValid, .serverCertificateHasUnknownRoot:
            self.init(reason: "its certificate is not to be trusted", isPassing: false)
        default:
            self.init(reason: "the request failed (\(error.code.rawValue))", isPassing: true)
        }
    }
}

/// Pauses that servers ask for.
enum RetryPause {
    /// The pause that a `Retry-After` header asks for, in seconds (RFC 9110, 10.2.3); nil where
    /// there is none or it gives a date.
    static func asked(by header: String?) -> Duration? {
        guard let header, let seconds = Int(header.trimmingCharacters(in: .whitespaces)),
            (0...86_400).contains(seconds)
        else { return nil }
        return .seconds(seconds)
    }
}
