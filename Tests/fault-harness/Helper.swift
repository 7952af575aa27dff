import Foundation

/// A helper process: takes lines on its standard input, prints lines, and ends with this one.
struct Helper {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private var unread = Data()

    /// - Parameters:
    ///   - script: A Python file beside this one.
    ///   - arguments: Its arguments.
    init(_ script: String, _ arguments: [String] = []) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", folder.appending(path: script).path] + arguments
        process.standardInput = input
        process.standardOutput = output
        try process.run()
    }

    /// The next line that it prints; nil where there is none in that time.
    mutating func line(within seconds: Double = 30) throws -> String? {
        let end = Date(timeIntervalSinceNow: seconds)
        let handle = output.fileHandleForReading
        while true {
            if let newline = unread.firstIndex(of: UInt8(ascii: "\n")) {
                let line = String(decoding: unread[..<newline], as: UTF8.self)
                unread = Data(unread[(newline + 1)...])
                return line
            }
            var waiting = pollfd(
                fd: handle.fileDescriptor, events: Int16(POLLIN), revents: 0)
            let left = max(0, end.timeIntervalSinceNow * 1_000)
            guard poll(&waiting, 1, Int32(left.rounded(.up))) > 0 else { return nil }
            let more = handle.availableData
            guard !more.isEmpty else { throw HelperError.ended }
            unread += more
        }
    }

    /// Reads lines up to one; whether it comes.
    mutating func waits(for awaited: String) throws -> Bool {
        while let line = try line(within: 60) {
            if line == awaited { return true }
        }
        return false
    }

    /// What it answers to a line.
    mutating func answer(to command: String) throws -> String {
        try input.fileHandleForWriting.write(contentsOf: Data((command + "\n").utf8))
        guard let answer = try line() else { throw HelperError.silent }
        return answer
    }

    func stop() {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }
}

enum HelperError: Error {
    case ended, silent
}
