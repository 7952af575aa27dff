internal import Wording

struct EnglishAssign: AssignSentences {
    let wording: Wording

    var forYou: String { "For you to take" }
    var forYourNeeds: String { "For your requests" }

    func assignments(_ count: Int) -> String {
        self.count(count, CountedNoun([.one: "assignment", .other: "assignments"]))
    }

    func newAssignments(_ count: Int) -> String {
        self.count(count, CountedNoun([.one: "new assignment", .other: "new assignments"]))
    }

    func answers(_ count: Int) -> String {
        self.count(count, CountedNoun([.one: "answer", .other: "answers"]))
    }

    func among(_ counted: String, title: String) -> String { "\(counted), among them \(title)" }

    var sumOfScores: String { "Sum of scores" }

    func proof(sum: String, bound: String?) -> String {
        sum + semicolon + (bound.map { "at best \($0)" } ?? "none does better")
    }

    var isAssigned: String { "Is assigned to this request." }

    var othersAreWorthMore: String {
        "Is not assigned to this request: others are worth more for all together."
    }

    func decided(isAccepted: Bool) -> String {
        isAccepted ? "Assignment accepted" : "Assignment declined"
    }

    var decisionNoted: String { "The decision is noted." }
}
