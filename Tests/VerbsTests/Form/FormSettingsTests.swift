import Samples
import Settings
import Solving
import Testing
import Verbs

/// Keys of a job file under `solve.form`.
@Suite struct FormSettingsTests {
    private static let verbs: [any VerbSettings.Type] = [Form.self]

    /// The job, with this below `solve`.
    private func job(_ form: String) throws -> JobFile {
        let text =
            validJob
            .replacing("  rank: { per_need: 5, per_candidate: 4 }", with: "  \(form)")
            .replacing("match:", with: "tenders: sql/tenders.sql\nmatch:")
        return try JobFile.load(jobFolder(text).file, verbs: Self.verbs)
    }

    @Test(arguments: ["form: {}", "form:"])
    func `a form job has a query of tenders`(form: String) throws {
        let job = try job(form)
        #expect(job.verb as? Form == Form())
        #expect(job.further["tenders"]?.text == "SELECT 'tenders'\n")
    }

    @Test func `a form job says what a good bid is`() throws {
        func verb(_ form: String) throws -> Form? { try job("form: \(form)").verb as? Form }
        var form = Form()
        form.wishes = .inOrder([.value, .price])
        form.overlap = 1.5
        form.alternatives = 0
        form.substitutes = false
        form.nodes = 10
        form.references = 0.25
        form.tieDays = 3
        form.tieShare = 0.1
        #expect(
            try verb(
                "{ order: [value, price], calendar: overlap, overlap: 1.5, alternatives: 0, "
                    + "substitutes: false, nodes: 10, references: 0.25, tie_days: 3, "
                    + "tie_share: 0.1 }") == form)
        form = Form()
        form.wishes = .weighted([.value: 1, .price: 0.5])
        #expect(try verb("{ weights: { value: 1, price: 0.5 } }") == form)
        for refused in [
            "{ order: [price, value] }", "{ order: [value], weights: { value: 1 } }",
            "{ weights: { price: 1 } }", "{ overlap: 2 }", "{ calendar: overlap }",
            "{ calendar: perhaps }", "{ alternatives: 9 }", "{ nodes: 0 }", "{ order: [worth] }",
            "{ references: 2 }",
        ] {
            #expect(throws: SettingsError.self) { try verb(refused) }
        }
    }

    @Test func `a wrong key is refused with line, key and what was expected`() throws {
        let text = validJob.replacing(
            "  rank: { per_need: 5, per_candidate: 4 }", with: "  form: { size: 3 }")
        #expect(
            try problems(inJob: text, verbs: Self.verbs) == [
                "missions.yaml:1: tenders: expected the file of an SQL query, such as "
                    + "sql/missions.needs.sql, found nothing",
                "missions.yaml:11: solve.form.size: expected one of the keys known under "
                    + "solve.form, found an unknown one",
            ])
    }

    @Test func `every key decides`() throws {
        let usual = try job("form: {}")
        for keys in [
            "{ order: [value, price] }", "{ weights: { value: 1 } }",
            "{ calendar: overlap, overlap: 2 }", "{ alternatives: 1 }", "{ substitutes: false }",
            "{ references: 0 }", "{ nodes: 7 }", "{ tie_days: 1 }", "{ tie_share: 0.2 }",
        ] {
            #expect(try job("form: \(keys)").deciding != usual.deciding, "\(keys)")
        }
    }
}
