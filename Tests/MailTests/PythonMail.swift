import Foundation
import Testing

/// What Python's e-mail package (`policy.default`, an independent reader of RFC 5322 and MIME)
/// makes of a message.
struct PythonMail: Decodable {
    struct Address: Decodable, Equatable {
        let name: String
        let address: String
    }
    let headers: [String: String]
    let from: [Address]
    let to: [Address]
    /// The same by the older reader of the package, whose phrases of many encoded words come out
    /// whole.
    let toByParts: Address
    let replyTo: [Address]
    let types: [String]
    let text: String
    let html: String
    let defects: [String]
    let seconds: Int

    /// Reads a message with `python3`, which the tests need.
    static func reading(_ bytes: [UInt8]) throws -> PythonMail {
        let file = FileManager.default.temporaryDirectory
            .appending(path: "entremise-mail-\(UUID().uuidString).eml")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script, file.path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let json = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "python3 could not read the message")
        return try JSONDecoder().decode(PythonMail.self, from: json)
    }

    private static let script = """
        import email, email.header, email.policy, email.utils, json, sys
        raw = open(sys.argv[1], "rb").read()
        message = email.message_from_bytes(raw, policy=email.policy.default)
        def addresses(name):
            return [
                {"name": a.display_name, "address": a.addr_spec}
                for a in (message[name].addresses if message[name] else [])
            ]
        def content(kind):
            return message.get_body((kind,)).get_content().replace("\\r\\n", "\\n")
        older = email.utils.parseaddr(email.message_from_bytes(raw)["To"])
        older_name = str(email.header.make_header(email.header.decode_header(older[0])))
        defects = [repr(d) for part in message.walk() for d in part.defects]
        for part in message.walk():
            for value in part.values():
                defects += [repr(d) for d in value.defects]
        json.dump({
            "headers": {name: str(value) for name, value in message.items()},
            "from": addresses("From"), "to": addresses("To"), "replyTo": addresses("Reply-To"),
            "toByParts": {"name": older_name, "address": older[1]},
            "types": [part.get_content_type() for part in message.walk()],
            "text": content("plain"),
            "html": content("html"),
            "defects": defects,
            "seconds": int(message["Date"].datetime.timestamp()),
        }, sys.stdout)
        """
}
