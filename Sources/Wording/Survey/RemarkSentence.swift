public import Market

extension Wording {
    /// What a remark on a job's rows means for the night.
    public func meaning(of remark: SurveyRemark) -> String { sentences.meaning(of: remark) }

    /// How to mend what a remark tells.
    public func mend(for remark: SurveyRemark) -> String { sentences.mend(for: remark) }
}
