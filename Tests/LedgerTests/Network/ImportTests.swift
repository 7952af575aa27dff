import CSV
import Foundation
import Ledger
import Market
import Postgres
import TestSupport
import Testing

@Suite struct ImportTests {
    /// A folder with a copy of the sample, some files of which are changed.
    private static func withFolder<T>(
        _ edits: [String: (Data) -> Data?], _ body: (String) async throws -> T
    ) async throws -> T {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "entremise-import-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let names = try FileManager.default.contentsOfDirectory(atPath: SampleTests.sample)
        for name in names where name.hasSuffix(".csv") {
            let data = try Data(contentsOf: URL(filePath: "\(SampleTests.sample)/\(name)"))
            let table = String(name.dropLast(4))
            guard let edit = edits[table] else {
                try data.write(to: folder.appending(path: name))
                continue
            }
            try edit(data)?.write(to: folder.appending(path: name))
        }
        return try await body(folder.path)
    }

    private static func refusal(
        _ edits: [String: (Data) -> Data?]
    ) async throws -> ImportRefusal {
        try await withFolder(edits) { folder in
            try await withLedger { ledger, _ in
                do throws(LedgerError) {
                    try ledger.importNetwork(from: folder)
                    Issue.record("imported")
                    return ImportRefusal(problems: [], total: 0)
                } catch {
                    guard case .importRefused(let refusal) = error else { throw error }
                    let rows: Int? = try ledger.connection.first(
                        """
                        SELECT (SELECT count(*) FROM network.place)
                            + (SELECT count(*) FROM network.member)
                            + (SELECT count(*) FROM network.skill)
                        """)
                    #expect(rows == 0, "nothing is imported")
                    return refusal
                }
            }
        }
    }

    /// Lines of a file without line ends in its values, changed.
    private static func lines(_ change: @escaping (inout [String]) -> Void) -> (Data) -> Data? {
        { data in
            var lines = String(decoding: data, as: UTF8.self)
                .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            change(&lines)
            return Data(lines.joined(separator: "\n").utf8)
        }
    }

    /// Line 3 of a file replaced, or its field with a number.
    private static func field(_ number: Int, _ value: String) -> (Data) -> Data? {
        lines { lines in
            var fields = lines[2].split(separator: ",", omittingEmptySubsequences: false)
            fields[number] = Substring(value)
            lines[2] = fields.joined(separator: ",")
        }
    }

    private static func problem(
        _ table: String, _ line: Int? = 3, _ column: String? = nil, _ fault: ImportProblem.Fault
    ) -> ImportProblem {
        ImportProblem(file: "\(table).csv", line: line, column: column, fault: fault)
    }

    @Test func aMissingFileIsNamedAndWhatReliesOnItIsNot() async throws {
        let refusal = try await Self.refusal(["place": { _ in nil }])
        #expect(refusal.problems == [Self.problem("place", nil, nil, .missingFile)])
    }

    @Test func anEmptyFileLacksItsHeader() async throws {
        let refusal = try await Self.refusal(["place": { _ in Data() }])
        #expect(refusal.problems == [Self.problem("place", nil, nil, .noHeader)])
    }

    @Test func missingUnknownAndRepeatedColumnsAreNamed() async throws {
        let refusal = try await Self.refusal([
            "refusal": Self.lines { $0[0] = "member_id,refused,refused" },
            "place": Self.lines { $0[0] = $0[0].replacing("department", with: "name") },
        ])
        #expect(
            refusal.problems == [
                Self.problem("place", 1, "department", .missingColumn),
                Self.problem("place", 1, "name", .repeatedColumn),
                Self.problem("refusal", 1, "refused_id", .missingColumn),
                Self.problem("refusal", 1, "said_on", .missingColumn),
                Self.problem("refusal", 1, "refused", .unknownColumn),
                Self.problem("refusal", 1, "refused", .unknownColumn),
            ])
    }

    @Test func shortAndLongRowsAreNamedWithTheirLines() async throws {
        let refusal = try await Self.refusal([
            "refusal": Self.lines { lines in
                lines[1] = "abdelkader-saidi"
                lines[2] += ",x"
            }
        ])
        #expect(
            refusal.problems == [
                Self.problem("refusal", 2, nil, .fieldCount(expected: 3, found: 1)),
                Self.problem("refusal", 3, nil, .fieldCount(expected: 3, found: 4)),
            ])
    }

    @Test func aDuplicateIdNamesBothLines() async throws {
        let refusal = try await Self.refusal([
            "place": Self.lines { $0.insert($0[1], at: 5) },
            "refusal": Self.lines { $0.insert($0[2], at: $0.count - 1) },
        ])
        #expect(refusal.total == 2)
        #expect(refusal.problems[0] == Self.problem("place", 6, "id", .duplicate(firstLine: 2)))
        #expect(refusal.problems[1].column == "member_id, refused_id")
        #expect(refusal.problems[1].fault == .duplicate(firstLine: 3))
        #expect(
            refusal.problems[0].description == "place.csv:6: column “id”: the same key as line 2")
    }

    @Test func anUnknownForeignKeyNamesItsColumnAndTable() async throws {
        let refusal = try await Self.refusal(["refusal": Self.field(1, "nobody")])
        #expect(
            refusal.problems == [
                Self.problem("refusal", 3, "refused_id", .unknownReference(table: "member"))
            ])
    }

    @Test func aValueOfAnotherTypeNamesItsColumnAndType() async throws {
        let refusal = try await Self.refusal([
            "place": Self.field(3, "north"), "refusal": Self.field(2, "yesterday-ish"),
            "time_account": Self.field(1, "2 h"),
        ])
        #expect(
            Set(refusal.problems) == [
                Self.problem("place", 3, "latitude", .type(expected: "double precision")),
                Self.problem("refusal", 3, "said_on", .type(expected: "date")),
                Self.problem("time_account", 3, "balance", .type(expected: "numeric")),
            ])
        #expect(!refusal.description.contains("north"), "values stay out of messages")
    }

    @Test func aMissingValueAndOneThatIsNotAllowedNameTheRule() async throws {
        let refusal = try await Self.refusal([
            "refusal": Self.field(2, ""), "member": Self.field(1, "robot"),
        ])
        #expect(
            refusal.problems.contains(Self.problem("refusal", 3, "said_on", .missingValue)))
        let rule = refusal.problems.first { $0.file == "member.csv" }
        #expect(rule?.column == "kind")
        #expect(rule?.line == 3)
        #expect(rule?.description.contains("consultant") == true)
        #expect(refusal.total == 2, "rows that rely on the refused member are not listed")
    }

    @Test func nulAndInvalidUTF8AreNamedWithTheirLines() async throws {
        func bytes(_ bytes: [UInt8]) -> (Data) -> Data? {
            { data in
                guard let end = data.firstIndex(of: 10) else { return data }
                return data[...end] + Data("a,".utf8) + Data(bytes) + Data(",,1,1\n".utf8)
                    + data[(end + 1)...]
            }
        }
        let nul = try await Self.refusal(["place": bytes([0x61, 0, 0x62])])
        #expect(nul.problems == [Self.problem("place", 2, nil, .nul)])
        let latin = try await Self.refusal(["place": bytes([0xE9, 0x76])])
        #expect(latin.problems == [Self.problem("place", 2, nil, .invalidUTF8)])
    }

    @Test func brokenQuotesAreNamedWithTheirLines() async throws {
        let refusal = try await Self.refusal([
            "place": Self.lines { lines in
                lines.insert("a,\"b\"c,,1,1", at: 1)
                lines.insert("a,b\"c,,1,1", at: 2)
                lines.append("z,\"open")
            }
        ])
        #expect(refusal.problems.map(\.line).prefix(2) == [2, 3])
        #expect(refusal.total == 3)
        for problem in refusal.problems {
            guard case .malformed = problem.fault else {
                Issue.record("\(problem)")
                continue
            }
        }
    }

    @Test func everyProblemIsListedAndBeyondTwoHundredCounted() async throws {
        let refusal = try await Self.refusal([
            "place": { data in
                var text = String(decoding: data, as: UTF8.self)
                for number in 0..<3_000 {
                    text += "p\(number),p,,\(number % 2 == 0 ? "x" : "1"),1\n"
                }
                return Data(text.utf8)
            },
            "refusal": Self.field(1, "nobody"),
        ])
        #expect(refusal.total == 1_501)
        #expect(refusal.problems.count == 200)
        #expect(!refusal.isCutShort)
        #expect(refusal.description.contains("and 1301 more"))
    }

    @Test func valuesOfEveryKindComeOutAsTheyWentIn() async throws {
        try await withLedger { ledger, conninfo in
            let texts: [String?] = [
                nil, "", " ", "\\N", "\\.", "\n\\.\n", "a,b", "say \"hi\"", "line\nline",
                "cr\r\nlf",
                "tab\tback\\slash", "é — œ 👩‍🚀", "'", "NULL", "{a,b}", "\u{FEFF}bom", "\u{202F}",
            ]
            for (index, text) in texts.enumerated() {
                try ledger.connection.execute(
                    """
                    INSERT INTO network.member (id, kind, name, about, languages, joined_on, daily_rate)
                    VALUES (
                        \("m\(index)"), 'consultant', 'n', \(text),
                        \([text ?? "null", "", "a,b", "\""]), '2020-01-01', 450.50
                    )
                    """)
            }
            let first = FileManager.default.temporaryDirectory
                .appending(path: "entremise-first-\(UUID().uuidString)").path
            let second = first + "-second"
            defer {
                try? FileManager.default.removeItem(atPath: first)
                try? FileManager.default.removeItem(atPath: second)
            }
            try ledger.exportNetwork(to: first)
            let before: [String?] = try Self.abouts(ledger)
            try ledger.importNetwork(from: first, replace: true)
            #expect(try Self.abouts(ledger) == before)
            #expect(Set(before) == Set(texts))
            try ledger.exportNetwork(to: second)
            for name in try FileManager.default.contentsOfDirectory(atPath: first) {
                let one = try Data(contentsOf: URL(filePath: "\(first)/\(name)"))
                let other = try Data(contentsOf: URL(filePath: "\(second)/\(name)"))
                #expect(one == other)
            }
        }
    }

    private static func abouts(_ ledger: borrowing Ledger) throws -> [String?] {
        try ledger.connection.rows(of: "SELECT about FROM network.member ORDER BY id").map {
            row throws(PostgresError) in
            try row.optional("about")
        }
    }

    @Test func columnsMayComeInAnotherOrderAndLinesEndAsOnOtherSystems() async throws {
        try await Self.withFolder([
            "refusal": { data in
                let text = String(decoding: data, as: UTF8.self)
                let lines = text.split(separator: "\n").map { line in
                    let fields = line.split(separator: ",")
                    return "\(fields[2]),\(fields[0]),\"\(fields[1])\""
                }
                return Data([0xEF, 0xBB, 0xBF] + Data((lines.joined(separator: "\r\n")).utf8))
            }
        ]) { folder in
            try await withLedger { ledger, _ in
                let counts = try ledger.importNetwork(from: folder)
                #expect(counts.first { $0.table == "refusal" }?.rows == 7)
            }
        }
    }

    @Test func aNetworkThatIsThereMakesWayOnlyWhenTold() async throws {
        try await withLedger { ledger, _ in
            try ledger.importNetwork(from: SampleTests.sample)
            try ledger.run(.example([.example(candidate: "abdelkader-saidi")]))
            do throws(LedgerError) {
                try ledger.importNetwork(from: SampleTests.sample)
                Issue.record("imported over a network")
            } catch {
                guard case .networkNotEmpty(let tables) = error else { throw error }
                #expect(tables.contains("member"))
            }
            let recorded = try ledger.recordedRuns(asOf: nil, network: "R")
            try ledger.importNetwork(from: SampleTests.sample, replace: true)
            #expect(try ledger.recordedRuns(asOf: nil, network: "R") == recorded)
        }
    }

    @Test func aRefusedReplacementLeavesTheOldNetwork() async throws {
        try await Self.withFolder(["refusal": Self.field(1, "nobody")]) { folder in
            try await withLedger { ledger, _ in
                try ledger.importNetwork(from: SampleTests.sample)
                #expect(throws: LedgerError.self) {
                    try ledger.importNetwork(from: folder, replace: true)
                }
                let members: Int? = try ledger.connection.first(
                    "SELECT count(*) FROM network.refusal")
                #expect(members == 7)
            }
        }
    }

    @Test func aFolderThatIsNotThereIsNamed() async throws {
        try await withLedger { ledger, _ in
            #expect(throws: LedgerError.self) {
                try ledger.importNetwork(from: "/nowhere/at/all")
            }
            #expect(throws: LedgerError.self) { try ledger.exportNetwork(to: "/proc/nowhere") }
        }
    }
}
