package import Market

/// What a line of a survey begins with.
package enum SurveyLabel: CaseIterable, Sendable {
    case tenders, past, setAside, undefinedSkills, unknownOwners, unknownMembers, missingAddresses
    case malformedAddresses, bouncedAddresses
}

/// What is said of the rows that a job's queries return.
package protocol SurveySentences: Sentences {
    /// What a remark means for the night.
    func meaning(of remark: SurveyRemark) -> String
    /// How to mend what a remark tells.
    func mend(for remark: SurveyRemark) -> String

    func label(_ label: SurveyLabel) -> String
    func noun(_ side: SurveyRemark.Side) -> String
    func noun(_ aspect: SurveyRemark.Aspect) -> String
    func rowsRead(_ count: Int) -> String
    func rowsLeftOut(_ count: Int) -> String
    /// `par exemple …`
    func suchAs(_ example: String) -> String
}

extension SurveySentences {
    /// The columns of a query that say something.
    func columns(_ aspect: SurveyRemark.Aspect, of side: SurveyRemark.Side) -> String {
        switch (aspect, side) {
        case (.skills, _): "skills"
        case (.texts, _): "text"
        case (.coordinates, _): list(["latitude", "longitude"])
        case (.dates, .needs): list(["starts", "ends"])
        case (.dates, .candidates): "availability"
        }
    }
}
