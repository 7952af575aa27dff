internal import Market

/// What is to be done before a bid is submitted, and by when: counted back from the deadline in
/// calendar days, on a French workday.
///
/// Questions come ten days before, as buyers answer six days before at the latest (article R2132-6
/// of the French public procurement code).
struct SubmissionStep {
    let label: SheetLabel
    let day: Day

    private static let daysBefore: [(SheetLabel, Int)] = [
        (.stepAgree, 15), (.stepAsk, 10), (.stepDocuments, 7), (.stepPrice, 5), (.stepSign, 3),
        (.stepSubmit, 1),
    ]

    /// The steps for a deadline, in order; the deadline is the last.
    static func all(before deadline: Day) -> [SubmissionStep] {
        daysBefore.map { label, days in
            var day = deadline.advanced(by: -days)
            while !day.isFrenchWorkday { day = day.advanced(by: -1) }
            return SubmissionStep(label: label, day: day)
        } + [SubmissionStep(label: .stepDeadline, day: deadline)]
    }
}
