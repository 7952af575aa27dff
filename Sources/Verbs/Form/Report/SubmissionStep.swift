internal import Market

/// What is to be done before a bid is submitted, and by when: counted back from the deadline in
/// calendar days, on a French workday.
///
/// Questions come ten days before, as buyers answer six days before at the latest (article R2132-6
/// of the French public procurement code).
struct SubmissionStep {
    let label: SheetLabel
    let due: Deadline

    private static let daysBefore: [(SheetLabel, Int)] = [
        (.stepAgree, 15), (.stepAsk, 10), (.stepDocuments, 7), (.stepPrice, 5), (.stepSign, 3),
        (.stepSubmit, 1),
    ]

    /// The steps for a deadline, in order; the deadline is the last.
    static func all(before deadline: Deadline) -> [SubmissionStep] {
        daysBefore.map { label, days in
            var day = deadline.day.advanced(by: -days)
            while !day.isFrenchWorkday { day = day.advanced(by: -1) }
            return SubmissionStep(label: label, due: Deadline(day))
        } + [SubmissionStep(label: .stepDeadline, due: deadline)]
    }
}
