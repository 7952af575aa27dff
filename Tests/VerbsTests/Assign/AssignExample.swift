import Verbs

extension VerbExample {
    static let assign = VerbExample(
        verb: Assign.self, job: "missions", solve: "assign: { holders: 2, per_member: 1 }",
        refused: [
            ("assign: { holders: 0 }", "solve.assign.holders: expected a whole"),
            ("assign: { per_member: many }", "solve.assign.per_member: expected a whole"),
        ])
}
