internal import Foundation

/// Calibration of scores: from the fused score of a pair to the probability that the candidate
/// answers the need, by a logistic model.
///
/// By Bayes' rule the odds are those before anything is known of the pair, times what the signals
/// make of them. Before: as many answers as a need of its kind has, among all candidates of the
/// market. What the signals make of them grows with the exponential of the fused score. In
/// logarithms it is a sum: see <doc:WhatScoresMean> for where each number comes from.
///
/// Within one need it rises with the fused score, so that it changes no order. It depends on the
/// pair and on the number of candidates in ``MarketStatistics``, and on no other pair.
package struct ProbabilityModel: Sendable {
    /// Share of the weights that belongs to skills, meaning and words.
    private let contentShare: Double
    /// What the sum of signals is divided by to be read as content.
    private let divisor: Double
    /// Natural logarithm of the number of candidates that a right one stands among.
    private let logCandidates: Double

    /// Log-odds that a pair has whose fused score is 0, times the number of candidates.
    private static let intercept = -2.1
    /// What the log-odds gain from a fused score of 0 to one of 1.
    private static let slope = 13.8
    /// What they gain with the logarithm of one more than the skills asked.
    private static let skillsSlope = 1.5
    /// A need of more skills is not expected to have more answers.
    private static let mostSkills = 6
    /// Smaller markets are taken to have this many candidates: whom chance brings near does not
    /// become right because few others are there. ROME tells 532 occupations apart.
    private static let leastCandidates = 500
    /// Larger markets are taken to have this many: beyond it several do the same work, and right ones
    /// grow with the market. CPV tells 9,454 kinds of work apart.
    private static let mostCandidates = 10_000
    /// Value of place, price and other circumstances that leaves the odds as they are.
    private static let usualCircumstances = 0.6
    /// Where circumstances weigh most, they are not multiplied by more than two for it.
    private static let leastShare = 0.5

    /// - Parameters:
    ///   - contentShare: Share of the weights that belongs to skills, meaning and words; 0 leaves
    ///     fused scores as they are, since nothing is known of what they would say.
    ///   - candidates: Number of candidates of the market.
    package init(contentShare: Double, candidates: Int) {
        self.contentShare = contentShare
        divisor = max(Self.leastShare, contentShare)
        logCandidates = log(
            Double(min(Self.mostCandidates, max(Self.leastCandidates, candidates))))
    }

    /// The score of a pair, 0 … 1; 0 where nothing speaks for it.
    ///
    /// - Parameters:
    ///   - fused: Fused score, 0 … 1.
    ///   - skills: Number of skills that the need asks.
    package func score(fused: Double, skills: Int) -> Double {
        guard contentShare > 0, fused > 0 else { return fused }
        let odds = Self.slope * content(fused) + priorLogOdds(skills)
        return ((1 / (1 + exp(-odds))) * 1e12).rounded(.up) / 1e12
    }

    /// What the content of a pair would have to be worth under usual circumstances.
    private func content(_ fused: Double) -> Double {
        (fused - Self.usualCircumstances * (1 - contentShare)) / divisor
    }

    /// Log-odds before anything is known of a pair, up to the intercept of the signals.
    private func priorLogOdds(_ skills: Int) -> Double {
        let asked = Double(min(skills, Self.mostSkills))
        return Self.intercept + Self.skillsSlope * log(1 + asked) - logCandidates
    }
}
