import Foundation
import Testing

/// The package's own modules and what each imports: the table in CONTRIBUTING.md, the manifest and
/// the `import` lines say the same.
@Suite struct ModuleTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    private let table: ModuleTable
    /// Targets below `Sources`.
    private let modules: [Manifest.Target]
    /// Targets below `Tests`.
    private let tests: [Manifest.Target]

    init() throws {
        table = ModuleTable(try Self.text("CONTRIBUTING.md"))
        let targets = Manifest(try Self.text("Package.swift")).targets
        modules = targets.filter { $0.path.hasPrefix("Sources/") }
        tests = targets.filter { $0.path.hasPrefix("Tests/") }
    }

    private func imports(of target: Manifest.Target) throws -> SourceImports {
        try SourceImports(of: Self.root.appending(path: target.path))
    }

    @Test func `The table, the manifest and the folders name the same modules`() throws {
        #expect(table.rows.map(\.module).sorted() == modules.map(\.name).sorted())
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: Self.root.appending(path: "Sources").path)
        #expect(folders.sorted() == modules.map(\.path).map { String($0.dropFirst(8)) }.sorted())
    }

    @Test func `Every arrow of the table points up`() {
        for (index, row) in table.rows.enumerated() {
            let below = row.imports?.subtracting(table.above(index)) ?? []
            #expect(below.isEmpty, "\(row.module) imports \(below), which do not stand above it")
        }
    }

    @Test func `A module imports what the table gives it, no more and no less`() throws {
        let names = Set(modules.map(\.name))
        for (index, row) in table.rows.enumerated() {
            let target = try #require(modules.first { $0.name == row.module })
            let declared = target.dependencies.intersection(names)
            let imported = try imports(of: target).modules.intersection(names)
            let given = row.imports ?? declared.intersection(table.above(index))
            #expect(declared == given, "the manifest of \(row.module), beside the table")
            #expect(
                imported.subtracting(declared).isEmpty,
                "\(row.module) imports \(imported.subtracting(declared)) without declaring it")
            #expect(
                declared.subtracting(imported).isEmpty,
                "\(row.module) declares \(declared.subtracting(imported)), which it never imports")
        }
    }

    @Test func `A test declares the modules that it imports`() throws {
        let names = Set((modules + tests).map(\.name))
        for test in tests {
            let imported = try imports(of: test).modules.intersection(names)
            let undeclared = imported.subtracting(test.dependencies)
            #expect(undeclared.isEmpty, "\(test.name) imports \(undeclared) without declaring it")
            // A program is declared in order to be built.
            let libraries = (modules + tests).filter { $0.kind != .executable }.map(\.name)
            let unused = test.dependencies.intersection(libraries).subtracting(imported)
            #expect(unused.isEmpty, "\(test.name) declares \(unused), which it never imports")
        }
    }

    @Test func `A C library is imported by one module, and internally`() throws {
        let libraries = Set(
            table.rows.map(\.module).filter { $0.contains(/^C[A-Z]/) && $0 != "CSV" })
        var importers: [String: Set<String>] = [:]
        for module in modules {
            for line in try imports(of: module).lines where libraries.contains(line.module) {
                importers[line.module, default: []].insert(module.name)
                #expect(line.isInternal, "\(line.file) imports \(line.module) for all to see")
            }
        }
        #expect(Set(importers.keys) == libraries)
        for (library, modules) in importers {
            #expect(modules.count == 1, "\(library) is imported by \(modules.sorted())")
        }
    }
}
