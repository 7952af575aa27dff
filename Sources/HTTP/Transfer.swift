internal import CCurl
internal import Foundation
internal import Synchronization

/// A transfer of libcurl's with its connections, used by one request at a time and kept for the next:
/// a server that keeps its connection open is not greeted again.
final class Transfer: Sendable {
    // One thread at a time works with them; `curl_multi_wakeup` may be called from any.
    nonisolated(unsafe) private let easy: UnsafeMutableRawPointer
    nonisolated(unsafe) private let multi: UnsafeMutableRawPointer

    /// Told once, before anything else of the library.
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    init() throws(HTTPError) {
        guard Transfer.isReady, let easy = curl_easy_init() else {
            throw .failed(reason: "libcurl cannot be used")
        }
        guard let multi = curl_multi_init() else {
            curl_easy_cleanup(easy)
            throw .failed(reason: "libcurl cannot be used")
        }
        self.easy = easy
        self.multi = multi
    }

    deinit {
        curl_easy_cleanup(easy)
        curl_multi_cleanup(multi)
    }

    /// Makes the thread that waits for the server look whether to go on.
    func wakeUp() { curl_multi_wakeup(multi) }

    /// Sends a request and waits for the answer, on the calling thread.
    ///
    /// - Parameters:
    ///   - request: What is asked.
    ///   - time: Until the whole answer must be there.
    ///   - limit: Bytes that the body of the answer may have.
    ///   - isCancelled: Looked at whenever the server says something, and after ``wakeUp()``.
    /// - Returns: The answer; nil where it was cancelled.
    func perform(
        _ request: HTTPRequest, within time: Duration, atMost limit: Int,
        isCancelled: () -> Bool
    ) -> Result<HTTPResponse, HTTPError>? {
        var received = Received(limit: limit)
        return withUnsafeMutablePointer(to: &received) { received in
            curl_easy_reset(easy)
            let lines = headerList(request)
            defer { curl_slist_free_all(lines) }
            prepare(request, lines, received)
            curl_multi_add_handle(multi, easy)
            defer { curl_multi_remove_handle(multi, easy) }
            let clock = ContinuousClock()
            let end = clock.now + time
            var running: Int32 = 0
            while true {
                if isCancelled() { return nil }
                let code = curl_multi_perform(multi, &running)
                guard code == CURLM_OK else {
                    return .failure(.failed(reason: String(cString: curl_multi_strerror(code))))
                }
                if running == 0 { return result(received.pointee) }
                let left = end - clock.now
                guard left > .zero else { return .failure(.late(time)) }
                let milliseconds = Int32(min((left / .milliseconds(1)).rounded(.up), 60_000))
                curl_multi_poll(multi, nil, 0, milliseconds, nil)
            }
        }
    }

    private func headerList(_ request: HTTPRequest) -> UnsafeMutablePointer<curl_slist>? {
        // Without a value: a header that libcurl would send is left out.
        (request.headerLines + ["Expect:"]).reduce(nil) { list, line in
            curl_slist_append(list, line) ?? list
        }
    }

    private func prepare(
        _ request: HTTPRequest, _ lines: UnsafeMutablePointer<curl_slist>?,
        _ received: UnsafeMutablePointer<Received>
    ) {
        ccurl_set_text(easy, CURLOPT_URL, request.address.url)
        ccurl_set_long(easy, CURLOPT_NOSIGNAL, 1)
        ccurl_leave_resolver(easy)
        ccurl_set_list(easy, CURLOPT_HTTPHEADER, lines)
        ccurl_set_long(easy, CURLOPT_POST, 1)
        ccurl_set_size(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.count))
        // Given no bytes at all, libcurl would read them from standard input.
        (request.body.isEmpty ? [0] : request.body).withUnsafeBytes {
            _ = ccurl_set_bytes(easy, CURLOPT_COPYPOSTFIELDS, $0.baseAddress)
        }
        ccurl_set_target(easy, CURLOPT_HEADERDATA, received)
        ccurl_set_callback(easy, CURLOPT_HEADERFUNCTION) { start, size, count, target in
            let bytes = UnsafeRawBufferPointer(start: start, count: size * count)
            let received = target?.assumingMemoryBound(to: Received.self)
            return received?.pointee.takeHeader(bytes) == true ? bytes.count : 0
        }
        ccurl_set_target(easy, CURLOPT_WRITEDATA, received)
        ccurl_set_callback(easy, CURLOPT_WRITEFUNCTION) { start, size, count, target in
            let bytes = UnsafeRawBufferPointer(start: start, count: size * count)
            let received = target?.assumingMemoryBound(to: Received.self)
            return received?.pointee.takeBody(bytes) == true ? bytes.count : 0
        }
    }

    private func result(_ received: Received) -> Result<HTTPResponse, HTTPError> {
        var left: Int32 = 0
        guard let message = curl_multi_info_read(multi, &left), message.pointee.msg == CURLMSG_DONE
        else { return .failure(.brokenOff) }
        let code = message.pointee.data.result
        if received.isTooLong { return .failure(.tooLong(bytes: received.limit)) }
        guard code == CURLE_OK else { return .failure(HTTPError(code, of: easy)) }
        var status = 0
        ccurl_get_long(easy, CURLINFO_RESPONSE_CODE, &status)
        return .success(
            HTTPResponse(status: status, body: received.body, headers: received.headers))
    }
}
