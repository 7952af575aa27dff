import Market
import Solving
import Testing

@Suite struct ReferenceFitTests {
    private static func reference(
        _ number: Int = 0, code: String? = nil, skills: [Skill.ID] = []
    ) -> Reference {
        Reference(
            id: "r\(number)", title: "Work", client: "Client", year: 2025,
            codes: code.flatMap { ProcurementCode($0) }.map { [$0] } ?? [], skills: skills)
    }

    /// One lot of four days for members of level 3, each with a fit and references.
    private static func problem(
        _ members: [(id: String, fit: Double, references: [Reference])], code: String? = "72220000"
    ) -> BidProblem {
        BidProblem(
            tender: Tender(
                id: "t", title: "Tender", buyer: "Buyer", deadline: Deadline(.autumn(-10)),
                code: code.flatMap { ProcurementCode($0) }, lots: ["l1"]),
            lots: [.lot(1)],
            members: members.map {
                BidMember(
                    candidate: .example($0.id), lots: ["l1"], fit: ["l1": $0.fit],
                    references: $0.references)
            })
    }

    private static func points(
        _ fit: Double, _ references: [Reference], share: Double = 0.5, code: String? = "72220000"
    ) throws -> Double {
        let plan = try form(
            problem([("a", fit, references)], code: code),
            policy: FormPolicy(references: share), limits: .ample)
        let proof = try #require(plan.proofs.first { $0.objective == .fit })
        return proof.found / 8
    }

    /// s = (2 × 0.6 + 3 ∕ 5) ∕ 3 = 0.6; then s + (1 − s) min(r, 3) ∕ 3 × share, out of ten.
    @Test(arguments: [
        (0, 0.5, 6.0), (1, 0.5, 7), (2, 0.5, 7), (3, 0.5, 8), (9, 0.5, 8), (3, 1, 10), (3, 0, 6),
        (1, 1, 7), (2, 1, 9),
    ])
    func `each reference makes up for a part of what is missing, up to three`(
        count: Int, share: Double, expected: Double
    ) throws {
        let references = (0..<count).map { Self.reference($0, skills: ["s0"]) }
        #expect(try Self.points(0.6, references, share: share) == expected)
    }

    @Test func `a reference counts by its skill, its group or its division`() throws {
        for (code, counts) in [
            ("72220000", true), ("72224000", true), ("72200000", true), ("72000000", true),
            ("72310000", false), ("79311000", false),
        ] {
            let references = (0..<3).map { Self.reference($0, code: code) }
            #expect(try Self.points(0.6, references) == (counts ? 8 : 6), "\(code)")
        }
        let other = (0..<3).map { Self.reference($0, code: "72220000", skills: ["s1"]) }
        #expect(try Self.points(0.6, other, code: nil) == 6)
        #expect(try Self.points(0.6, other, code: "72000000") == 8)
    }

    @Test func `of two alike, the one with references does the work`() throws {
        let references = (0..<2).map { Self.reference($0, skills: ["s0"]) }
        for (first, second) in [([], references), (references, [])] {
            let plan = try form(
                Self.problem([("a", 0.5, first), ("b", 0.5, second)]), limits: .ample)
            #expect(plan.members.map(\.member) == [first.isEmpty ? "b" : "a"])
        }
    }
}
