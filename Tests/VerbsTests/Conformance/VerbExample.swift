import Settings
import Verbs

/// A job of one verb on the sample network, and settings that it must refuse.
struct VerbExample: Sendable, CustomStringConvertible {
    let verb: any Verb.Type
    /// The shipped job whose queries and rules it takes.
    let job: String
    /// What stands under `solve:`, on one line.
    let solve: String
    /// What may stand there and is refused, with the beginning of what is said after the line.
    let refused: [(solve: String, said: String)]

    var description: String { verb.name }

    /// One for each verb of the registry.
    static let all: [VerbExample] = [rank, form, assign]

    static let rank = VerbExample(
        verb: Rank.self, job: "missions", solve: "rank: { per_need: 3, per_candidate: 2 }",
        refused: [
            ("rank: { per_need: 0, per_candidate: 2 }", "solve.rank.per_need: expected a whole"),
            ("rank: { per_need: 3 }", "solve.rank.per_candidate: expected a whole"),
            ("rank: { per_need: 3, per_candidate: 2, per_needs: 1 }", "solve.rank.per_needs:"),
        ])

    static let form = VerbExample(
        verb: Form.self, job: "tenders", solve: "form: { alternatives: 1 }",
        refused: [
            ("form: { alternatives: 9 }", "solve.form.alternatives: expected a whole"),
            ("form: { order: [price, value] }", "solve.form.order: expected value first"),
        ])
}
