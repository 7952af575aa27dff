package import Market
package import Solving

/// Figures that a run of ``Rank`` records of the whole: what was given up for what, and how
/// suggestions are shared out.
package struct RankFigures: Sendable, Hashable, Codable {
    package let trade: RankTradeOff?
    package let exposure: Exposure?
    /// What the lowest score was chosen from.
    package let floor: FloorFigures?
    /// What the market says of itself; nil of runs that did not ask.
    package let coverage: MatchCoverage?

    package init(
        trade: RankTradeOff? = nil, exposure: Exposure? = nil, floor: FloorFigures? = nil,
        coverage: MatchCoverage? = nil
    ) {
        self.trade = trade
        self.exposure = exposure
        self.floor = floor
        self.coverage = coverage
    }

    /// Reads what a run recorded; nothing of runs that recorded none.
    package init(_ figures: String?) throws {
        self = try figures.map { try Proposal.decoded(Self.self, from: $0) } ?? RankFigures()
    }

    /// What a run recorded of ranking; nothing of runs that did not rank.
    package init(of run: RecordedRun) throws {
        try self.init(run.hasRanked ? run.figures : nil)
    }

    /// The same of the last run of an earlier day.
    package init(before run: RecordedRun) throws {
        try self.init(run.hasRanked ? run.figuresBefore : nil)
    }
}

extension RecordedRun {
    /// Before runs recorded their verb, only those that rank recorded figures.
    fileprivate var hasRanked: Bool { verb == nil || verb == Rank.name }
}
