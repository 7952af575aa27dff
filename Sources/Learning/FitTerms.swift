/// What it takes for decisions to teach.
public struct FitTerms: Sendable, Hashable {
    /// Fewest decisions.
    public let decisions: Int
    /// Fewest of each verdict.
    public let ofEachVerdict: Int
    /// Fewest needs that they were made on.
    public let needs: Int
    /// Parts that the needs are dealt into for cross-validation.
    public let folds: Int
    /// How freely weights may leave the shipped ones, from the tightest prior to the widest:
    /// standard deviations of the prior, in log-odds for the whole range of a signal.
    public let priorDeviations: [Double]
    /// By how many standard errors of the difference new weights must beat the shipped ones.
    public let errors: Double

    public init(
        decisions: Int = 60, ofEachVerdict: Int = 10, needs: Int = 10, folds: Int = 10,
        priorDeviations: [Double] = [0.5, 1, 2, 4, 8], errors: Double = 1
    ) {
        self.decisions = decisions
        self.ofEachVerdict = ofEachVerdict
        self.needs = needs
        self.folds = folds
        self.priorDeviations = priorDeviations
        self.errors = errors
    }

    /// What the program uses.
    public static let standard = FitTerms()
}

/// What is missing before decisions can teach; 0 where enough is there.
public struct FitShortage: Sendable, Hashable, Codable {
    public let decisions: Int
    public let accepted: Int
    public let declined: Int
    public let needs: Int

    public init(decisions: Int, accepted: Int, declined: Int, needs: Int) {
        self.decisions = decisions
        self.accepted = accepted
        self.declined = declined
        self.needs = needs
    }
}
