import CSV
import Foundation
import TestSupport
import Testing

@Suite struct CSVReaderTests {
    /// All that a file gives: records, and faults where a row cannot be read.
    private static func read(_ bytes: some Sequence<UInt8>) throws -> [Result<CSVRecord, CSVFault>]
    {
        let file = FileManager.default.temporaryDirectory.appending(path: "csv-\(UUID()).csv")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        var reader = try CSVReader(path: file.path)
        defer { reader.close() }
        var all: [Result<CSVRecord, CSVFault>] = []
        while true {
            do {
                guard let record = try reader.record() else { return all }
                all.append(.success(record))
            } catch let fault as CSVFault {
                all.append(.failure(fault))
            }
        }
    }

    private static func fields(_ text: String) throws -> [[String?]] {
        try read(text.utf8).map { try $0.get().fields }
    }

    @Test(
        arguments: [
            ("a,b\n", [["a", "b"]]), ("a,b", [["a", "b"]]),
            ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
            ("\u{FEFF}a\n", [["a"]]), ("\n\na\n\n\nb\n\n", [["a"], ["b"]]), ("", []),
            ("\n\r\n", []),
            ("a,,\n", [["a", nil, nil]]), ("\"\",a\n", [["", "a"]]), (",\n", [[nil, nil]]),
            ("\"a,\"\"b\"\"\nc\",d\n", [["a,\"b\"\nc", "d"]]), (" a , b\n", [[" a ", " b"]]),
        ] as [(String, [[String?]])])
    func `A file is read as PostgreSQL writes it`(text: String, expected: [[String?]]) throws {
        #expect(try Self.fields(text) == expected)
    }

    @Test func `A record knows the line that it begins on`() throws {
        let records = try Self.read("a\n\"b\nb\"\n\nc\n".utf8).map { try $0.get() }
        #expect(records.map(\.line) == [1, 2, 5])
    }

    @Test func `After a fault the next row is read`() throws {
        let text = "a\"b,1\n\"a\"b,2\na\u{0}b,3\nx\ry,4\nfine,5\n"
        let found = try Self.read(text.utf8)
        let faults = found.compactMap { result -> CSVFault? in
            if case .failure(let fault) = result { fault } else { nil }
        }
        #expect(faults.map(\.line) == [1, 2, 3, 4])
        #expect(
            faults.map(\.kind) == [
                .malformed("a quote inside of a field without quotes"),
                .malformed("text after a closing quote"), .nul,
                .malformed("a carriage return outside of quotes"),
            ])
        #expect(try found.last?.get().fields == ["fine", "5"])
    }

    @Test func `Bytes that are not UTF-8 and a quote left open are faults of their row`() throws {
        let bytes = try Self.read([0x61, 0xFF, 0x0A, 0x62, 0x0A, 0x22, 0x63])
        #expect(bytes.count == 3)
        #expect(bytes.first == .failure(CSVFault(line: 1, kind: .invalidUTF8)))
        #expect(try bytes[1].get().fields == ["b"])
        #expect(
            bytes.last
                == .failure(CSVFault(line: 3, kind: .malformed("a quote that is never closed"))))
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `What is written is read again, but for formulas`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let pieces = ["a", "é", ",", ";", "\"", "\n", "\r\n", " ", "😀", "\u{301}"]
        let rows = (0..<Int.random(in: 1...5, using: &random)).map { _ in
            (0..<3).map { _ in
                "x"
                    + (0..<Int.random(in: 0...8, using: &random)).map { _ in
                        pieces.randomElement(using: &random) ?? ""
                    }.joined()
            }
        }
        var writer = CSVWriter(columns: ["one", "two", "three"])
        for row in rows { writer.append(row.map { .text($0) }) }
        let read = try Self.fields(writer.text)
        #expect(read.map { $0.map { $0 ?? "" } } == [["one", "two", "three"]] + rows)
    }

    @Test(arguments: ["=1+1", "+33 6", "-2+3", "@SUM(A1)", "\t=1", " =1", "＝1", "\u{200B}=1"])
    func `A text that others wrote is no formula, a fixed value stays`(text: String) throws {
        var writer = CSVWriter(columns: ["a", "b"])
        writer.append([.text(text), .fixed("-1.5")])
        #expect(try Self.fields(writer.text).last == ["'" + text, "-1.5"])
    }

    @Test func `Numbers that are missing are empty`() throws {
        var writer = CSVWriter(columns: ["a", "b", "c"])
        writer.append([.number(0.5), .number(nil), .count(nil)])
        #expect(writer.text == "\u{FEFF}a,b,c\r\n0.5,,\r\n")
    }
}
