internal import CCurl
internal import Foundation

extension HTTPError {
    /// The failure of a transfer.
    ///
    /// - Parameters:
    ///   - code: As libcurl ended it.
    ///   - handle: The transfer.
    init(_ code: CURLcode, of handle: UnsafeMutableRawPointer) {
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: self = .unknownHost
        case CURLE_COULDNT_CONNECT:
            let system = HTTPError.number(CURLINFO_OS_ERRNO, of: handle)
            if system == 0 || system == Int(ECONNREFUSED) {
                self = .refused
            } else {
                let reason = String(cString: strerror(Int32(truncatingIfNeeded: system)))
                self = .failed(reason: "no connection could be made: \(reason)")
            }
        case CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_PARTIAL_FILE,
            CURLE_WEIRD_SERVER_REPLY, CURLE_HTTP2, CURLE_HTTP2_STREAM:
            self = .brokenOff
        case CURLE_PEER_FAILED_VERIFICATION:
            let verdict = HTTPError.number(CURLINFO_SSL_VERIFYRESULT, of: handle)
            self = .notSecure(
                reason: "its certificate is not to be trusted: \(HTTPError.fault(verdict))")
        case CURLE_UNSUPPORTED_PROTOCOL: self = .failed(reason: "it does not answer in HTTP")
        case CURLE_SSL_CACERT_BADFILE:
            self = .notSecure(reason: "the certificates of this machine cannot be read")
        case CURLE_SSL_CONNECT_ERROR:
            self = .notSecure(reason: "no TLS connection could be made; does it speak https?")
        default: self = .failed(reason: String(cString: curl_easy_strerror(code)))
        }
    }

    private static func number(_ info: CURLINFO, of handle: UnsafeMutableRawPointer) -> Int {
        var number = 0
        ccurl_get_long(handle, info, &number)
        return number
    }

    /// What OpenSSL's verdict means (`x509_vfy.h`); 0 where the certificate itself is in order.
    private static func fault(_ verdict: Int) -> String {
        switch verdict {
        case 0, 62: "it is for another name"
        case 9: "it is not valid yet"
        case 10: "it is no longer valid"
        case 18: "it is signed by itself"
        case 2, 19, 20, 21: "this machine does not know who issued it"
        case 23: "it was revoked"
        default: "OpenSSL says \(verdict)"
        }
    }
}
