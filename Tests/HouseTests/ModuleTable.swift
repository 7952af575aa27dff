import Foundation

/// The table of modules in CONTRIBUTING.md: what each may import.
struct ModuleTable {
    struct Row {
        let module: String
        /// The modules that it imports; nil: whatever stands above it.
        let imports: Set<String>?
    }

    let rows: [Row]

    /// - Parameter page: A page with one table whose first column is `module`.
    init(_ page: String) {
        let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
        let table = lines.drop { !$0.hasPrefix("| module |") }.dropFirst(2)
            .prefix { $0.hasPrefix("|") }
        rows = table.flatMap { line -> [Row] in
            let cells = line.split(separator: "|").map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            guard cells.count >= 2 else { return [] }
            let imports: Set<String>? =
                switch cells[1] {
                case "all above": nil
                case "–": []
                default:
                    Set(
                        cells[1].split(separator: ",").map {
                            $0.trimmingCharacters(in: .whitespaces)
                        })
                }
            return cells[0].matches(of: /`([^`]+)`/).map {
                Row(module: String($0.1), imports: imports)
            }
        }
    }

    /// The modules above a row.
    func above(_ index: Int) -> Set<String> { Set(rows[..<index].map(\.module)) }
}
