import Foundation
import Mail
import Testing

private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
        .appending(path: "entremise-outbox-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
}

@Test func `a message is one file of its day and member, whole`() throws {
    try withFolder { folder in
        let outbox = Outbox(directory: folder + "/a/b")
        let message = try message()
        let path = try outbox.write(message)
        #expect(path == folder + "/a/b/2026-11-23-m-12.eml")
        #expect(try outbox.write(message) == path)
        let bytes = try Data(contentsOf: URL(filePath: path))
        #expect(Array(bytes) == message.bytes)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder + "/a/b")
                == ["2026-11-23-m-12.eml"])
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect((mode as? NSNumber).map { $0.intValue & 0o007 } == 0)
    }
}

@Test(arguments: [
    ("../../etc/passwd", "2026-11-23-..%2F..%2Fetc%2Fpasswd.eml"),
    ("é b", "2026-11-23-%C3%A9%20b.eml"),
    ("", "2026-11-23-.eml"), ("a\0b", "2026-11-23-a%00b.eml"), ("a%b", "2026-11-23-a%25b.eml"),
])
func `a file name is safe whatever the member's id`(reference: String, name: String) throws {
    try withFolder { folder in
        let path = try Outbox(directory: folder).write(message(reference: reference))
        #expect(path == folder + "/" + name)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [name])
    }
}

@Test func `long ids stay apart`() throws {
    try withFolder { folder in
        let outbox = Outbox(directory: folder)
        let long = String(repeating: "é", count: 300)
        let paths = try ["", "a", "b"].map { try outbox.write(message(reference: long + $0)) }
        #expect(Set(paths).count == 3)
        #expect(paths.allSatisfy { ($0 as NSString).lastPathComponent.utf8.count < 200 })
    }
}

@Test func `a place that cannot be written is named, and nothing is left`() throws {
    try withFolder { folder in
        try FileManager.default.createDirectory(
            atPath: folder + "/2026-11-23-m-12.eml", withIntermediateDirectories: true)
        let error = #expect(throws: MailError.self) {
            try Outbox(directory: folder).write(message())
        }
        guard case .file(let path, let reason) = error else {
            Issue.record("expected a file error")
            return
        }
        #expect(path == folder + "/2026-11-23-m-12.eml")
        #expect(!reason.isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 1)
    }
    #expect(throws: MailError.self) { try Outbox(directory: "/dev/null/x").write(message()) }
}

@Test func `a folder is one transport among others`() async throws {
    let folder = FileManager.default.temporaryDirectory
        .appending(path: "entremise-outbox-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let transport: any Transport = Outbox(directory: folder.path)
    let place = try await transport.deliver(message())
    #expect(FileManager.default.fileExists(atPath: place))
}
