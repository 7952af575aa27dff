import Foundation

/// What a night shows and sends, looked at byte by byte.
struct PublishedFiles {
    private let night: Night

    init(_ night: Night) { self.night = night }

    /// What is wrong with it: a page by halves, a script that somebody typed, a header that is none.
    func faults() throws -> [String] {
        var faults: [String] = []
        for (name, data) in try night.files(in: "var/reports/latest") ?? [:] {
            func holds(_ text: String) -> Bool { data.range(of: Data(text.utf8)) != nil }
            if name.hasSuffix(".html") {
                if data.suffix(16).range(of: Data("</html>".utf8)) == nil {
                    faults.append("\(name) is not whole")
                }
                if holds("<script>alert(1)") { faults.append("\(name) holds a script") }
            } else if name.hasSuffix(".json") {
                if (try? JSONSerialization.jsonObject(with: data)) == nil {
                    faults.append("\(name) is no JSON")
                }
            } else if name.hasSuffix(".csv"),
                ["\n", ",", ";", "\""].contains(where: { holds("\($0)=cmd") })
            {
                faults.append("\(name) holds a formula")
            }
        }
        for (name, data) in try night.files(in: "var/outbox") ?? [:] {
            faults += Self.headerFaults(data).map { "\(name): \($0)" }
        }
        return faults
    }

    private static func headerFaults(_ message: Data) -> [String] {
        let head = String(decoding: message, as: UTF8.self).split(
            separator: "\r\n\r\n", maxSplits: 1)
        guard head.count == 2 else { return ["has no header"] }
        return String(head[0]).split(separator: "\r\n", omittingEmptySubsequences: false)
            .compactMap { line in
                let isPrintable = line.utf8.allSatisfy { (0x20..<0x7F).contains($0) || $0 == 9 }
                let isHeader = line.contains(#/^[A-Za-z-]+: /#) || line.hasPrefix(" ")
                let isMeant = !line.lowercased().hasPrefix("bcc")
                return isPrintable && isHeader && isMeant ? nil : "header “\(line)”"
            }
    }
}
