import Foundation

/// The targets of a `Package.swift`, read as text: SwiftPM would have to be started for it, while
/// it runs these tests.
struct Manifest {
    struct Target {
        enum Kind: String {
            case library = "target", executable = "executableTarget", test = "testTarget"
            case system = "systemLibrary"
        }
        let kind: Kind
        let name: String
        /// Folder of its sources, below the package's.
        let path: String
        /// Names of the targets and products that it declares.
        let dependencies: Set<String>
    }

    let targets: [Target]

    /// - Parameter text: A manifest whose targets are written out, one `.target(…)` each.
    init(_ text: String) {
        targets = text.matches(
            of: /\.(target|executableTarget|testTarget|systemLibrary)\(\s*name: "([^"]+)"/
        ).compactMap { match in
            guard let kind = Target.Kind(rawValue: String(match.1)) else { return nil }
            let call = Manifest.bracketed(text[match.range.lowerBound...], "(", ")")
            let name = String(match.2)
            let path = call.firstMatch(of: /path: "([^"]+)"/).map { String($0.1) }
            return Target(
                kind: kind, name: name,
                path: path ?? (kind == .test ? "Tests/" : "Sources/") + name,
                dependencies: Manifest.dependencies(in: call))
        }
    }

    private static func dependencies(in call: Substring) -> Set<String> {
        guard let start = call.firstRange(of: "dependencies:") else { return [] }
        let list = bracketed(call[start.upperBound...], "[", "]")
            .replacing(/package: "[^"]+"/, with: "")
        var names = Set(list.matches(of: /"([^"]+)"/).map { String($0.1) })
        // The one dependency that has a constant.
        if list.contains(/\blogging\b/) { names.insert("Logging") }
        return names
    }

    /// From the first opening bracket to the one that closes it.
    private static func bracketed(
        _ text: Substring, _ open: Character, _ close: Character
    ) -> Substring {
        guard let start = text.firstIndex(of: open) else { return "" }
        var depth = 0
        for index in text[start...].indices {
            if text[index] == open { depth += 1 }
            if text[index] == close { depth -= 1 }
            if depth == 0 { return text[start...index] }
        }
        return text[start...]
    }
}
