import Foundation

/// The `import` lines of a folder of Swift files.
struct SourceImports {
    struct Line {
        let file: String
        let module: String
        /// Whether only this file or module sees it.
        let isInternal: Bool
    }

    let lines: [Line]

    /// - Throws: What reading the files throws.
    init(of folder: URL) throws {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var lines: [Line] = []
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                let words = line.split(separator: " ")
                guard let at = words.firstIndex(of: "import"), words.count > at + 1,
                    words[..<at].allSatisfy({ Self.modifiers.contains($0) || $0.hasPrefix("@") })
                else { continue }
                lines.append(
                    Line(
                        file: file.lastPathComponent, module: String(words[at + 1]),
                        isInternal: words.first.map(Self.internalModifiers.contains) ?? false))
            }
        }
        self.lines = lines
    }

    var modules: Set<String> { Set(lines.map(\.module)) }

    private static let internalModifiers: Set<Substring> = ["internal", "private", "fileprivate"]
    private static let modifiers = internalModifiers.union(["public", "package"])
}
