public import Foundation
import FoundationNetworking
import Testing

/// A web server of a test's own on loopback: the first part of a path says how it behaves, as
/// `web_server.py` lists.
public struct WebServer {
    /// Its address, up to the port.
    public let url: String
    /// What it prints.
    let output: FileHandle

    /// A request that it was sent.
    public struct Request: Decodable, Sendable {
        public let path: String
        /// By name in lower case.
        public let headers: [String: String]
        public let body: String
        /// Whether it carries the signature of a webhook with the server's secret.
        public let isSigned: Bool
        /// Whether its `webhook-timestamp` is of the last minutes.
        public let isRecent: Bool
        /// The port that it came from.
        public let peer: Int
    }

    /// What it was sent so far.
    public func requests() async throws -> [Request] {
        try JSONDecoder().decode([Request].self, from: try await get("requests"))
    }

    /// Returns once a request hangs.
    public func waitForHanging() async throws { _ = try await get("waiting") }

    /// Returns once a request of another process hangs, without letting another test begin meanwhile.
    public func blockUntilHanging() throws {
        var said = Data()
        while !String(decoding: said, as: UTF8.self).contains("hanging") {
            let more = output.availableData
            try #require(!more.isEmpty, "the server ended")
            said += more
        }
    }

    private func get(_ name: String) async throws -> Data {
        let address = try #require(URL(string: "\(url)/\(name)"))
        return try await URLSession.shared.data(from: address).0
    }
}

/// Runs a web server while `body` runs.
///
/// - Parameters:
///   - secret: The secret of webhooks, if they are to be signed.
///   - certificate: A file with a key and a certificate, to speak TLS.
///   - body: Takes the server.
public func withWebServer(
    secret: String = "", certificate: URL? = nil, _ body: (WebServer) async throws -> Void
) async throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    let script = Checkout.root.appending(path: "Tests/TestSupport/Web/web_server.py").path
    process.arguments = ["python3", script, "--secret", secret]
    if let certificate { process.arguments? += ["--certificate", certificate.path] }
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    defer { try? input.fileHandleForWriting.close() }
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    let port = try #require(Int(line.trimmingCharacters(in: .whitespacesAndNewlines)))
    let scheme = certificate == nil ? "http" : "https"
    try await body(
        WebServer(url: "\(scheme)://127.0.0.1:\(port)", output: output.fileHandleForReading))
}

/// A port of loopback that nobody listens on.
public func freePort() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
            bind(descriptor, generic, length) == 0 && getsockname(descriptor, generic, &length) == 0
        }
    }
    try #require(result)
    return Int(UInt16(bigEndian: address.sin_port))
}
