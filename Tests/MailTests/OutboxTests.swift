import Foundation
import Mail
import Testing

private func withFolder(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory
        .appending(path: "entremise-outbox-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(folder.path)
}

@Test func `a message is one file of its day and member, whole`() async throws {
    try await withFolder { folder in
        let outbox = Outbox(directory: folder + "/a/b")
        let (message, second) = (try message(), try message(subject: "B"))
        let path = try await outbox.deliver(message)
        let name = try #require(path.split(separator: "/").last.map(String.init))
        #expect(path == folder + "/a/b/" + name)
        #expect(name.wholeMatch(of: /2026-11-23-m-12-[0-9a-f]{8}\.eml/) != nil)
        #expect(try await outbox.deliver(message) == path)
        let bytes = try Data(contentsOf: URL(filePath: path))
        #expect(Array(bytes) == message.bytes)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder + "/a/b")
                == [name])
        // Another message of the same day and member is another file.
        let other = try await outbox.deliver(second)
        #expect(other != path)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect((mode as? NSNumber).map { $0.intValue & 0o077 } == 0)
    }
}

@Test(arguments: [
    ("../../etc/passwd", "2026-11-23-..%2F..%2Fetc%2Fpasswd-"), ("é b", "2026-11-23-%C3%A9%20b-"),
    ("", "2026-11-23--"), ("a\0b", "2026-11-23-a%00b-"), ("a%b", "2026-11-23-a%25b-"),
])
func `a file name is safe whatever the member's id`(reference: String, start: String) async throws {
    try await withFolder { folder in
        let path = try await Outbox(directory: folder).deliver(message(reference: reference))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        let name = try #require(names.first)
        #expect(names.count == 1 && path == folder + "/" + name)
        #expect(name.hasPrefix(start) && name.utf8.count == start.utf8.count + 12)
    }
}

@Test func `long ids stay apart`() async throws {
    try await withFolder { folder in
        let outbox = Outbox(directory: folder)
        let long = String(repeating: "é", count: 300)
        var paths: [String] = []
        for end in ["", "a", "b"] {
            paths.append(try await outbox.deliver(message(reference: long + end)))
        }
        #expect(Set(paths).count == 3)
        #expect(paths.allSatisfy { ($0 as NSString).lastPathComponent.utf8.count < 200 })
    }
}

@Test func `a place that cannot be written is named, and nothing is left`() async throws {
    try await withFolder { folder in
        let path = try await Outbox(directory: folder).deliver(message())
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true)
        let error = await #expect(throws: MailError.self) {
            try await Outbox(directory: folder).deliver(message())
        }
        guard case .file(let refused, let reason) = error else {
            Issue.record("expected a file error")
            return
        }
        #expect(refused == path)
        #expect(!reason.isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 1)
    }
    await #expect(throws: MailError.self) {
        try await Outbox(directory: "/dev/null/x").deliver(message())
    }
}

@Test func `a folder is one transport among others`() async throws {
    let folder = FileManager.default.temporaryDirectory
        .appending(path: "entremise-outbox-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let transport: any Transport = Outbox(directory: folder.path)
    let place = try await transport.deliver(message())
    #expect(FileManager.default.fileExists(atPath: place))
}
