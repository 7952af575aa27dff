import Foundation
import Market
import Testing

@Suite struct ReferenceTests {
    @Test func aCodeHasEightDigitsAndPerhapsACheckDigit() throws {
        for (text, digits) in [("72220000", "72220000"), ("03000000-1", "03000000")] {
            #expect(ProcurementCode(text)?.digits == digits)
        }
        for text in [
            "", "7222", "722200001", "72220000-", "72220000-12", "7222000a", "00220000",
            "７2220000",
        ] {
            #expect(ProcurementCode(text) == nil, "\(text)")
        }
        let code = try #require(ProcurementCode("72220000-3"))
        let data = try JSONEncoder().encode([code])
        #expect(String(decoding: data, as: UTF8.self) == "[\"72220000\"]")
        #expect(try JSONDecoder().decode([ProcurementCode].self, from: data) == [code])
    }

    @Test(arguments: [
        ("72220000", "72224000", true), ("72220000", "72310000", false),
        ("72000000", "72310000", true), ("72310000", "72000000", true),
        ("72000000", "79000000", false), ("72220000", "79220000", false),
    ])
    func codesAreLikeByGroupOrElseByDivision(one: String, other: String, isLike: Bool) throws {
        let (one, other) = (
            try #require(ProcurementCode(one)), try #require(ProcurementCode(other))
        )
        #expect(one.isLike(other) == isLike && other.isLike(one) == isLike)
    }

    @Test func yearsAreCountedBackFromTheDay() throws {
        let day = try #require(Day("2026-01-01"))
        let years = (2019...2028).filter {
            Reference(id: "r", title: "", client: "", year: $0).isWithin(3, yearsOf: day)
        }
        #expect(years == [2023, 2024, 2025, 2026])
    }
}
