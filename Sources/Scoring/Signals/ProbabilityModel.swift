internal import Foundation

/// Calibration of scores: from the fused score of a pair to the probability that the candidate
/// answers the need, by a logistic model.
///
/// By Bayes' rule the odds are those before anything is known of the pair, times what the signals
/// make of them. Before: as many answers as a need of its kind has, among all candidates of the
/// market. What the signals make of them grows with the exponential of the fused score. In
/// logarithms it is a sum: see <doc:WhatScoresMean> for where each number comes from.
///
/// In a small market how near the best candidate of a need should be differs from need to need: there
/// the log-odds of that one are told by how it stands out (``Evidence``), and those of the others
/// follow at the same distance as elsewhere.
///
/// Within one need it rises with the fused score, so that it changes no order. It depends on the
/// pair, on the numbers of texts and candidates in ``MarketStatistics`` and, in a small market, on the
/// need's best candidate.
package struct ProbabilityModel: Sendable {
    /// Share of the weights that belongs to skills, meaning and words.
    private let contentShare: Double
    /// What the sum of signals is divided by to be read as content.
    private let divisor: Double
    /// Natural logarithm of the number of candidates that a right one stands among.
    private let logCandidates: Double
    /// How far the best candidate's evidence decides, 0 … 1: see ``smallness(texts:)``.
    let smallness: Double
    /// Natural logarithm of the number of candidates over fifty.
    private let logOverFifty: Double

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

    /// Log-odds of the best of fifty candidates that stands out in nothing.
    private static let smallIntercept = -5.42
    /// What they gain with the logarithm of one more than its ``Prominence`` in deviations.
    private static let prominenceSlope = 2.85
    /// What they gain with the square root of the rarity of the words that both texts share.
    private static let rootRaritySlope = 0.72
    /// What they lose with the logarithm of the number of candidates over fifty.
    private static let smallCandidatesSlope = 0.5
    /// Up to so many texts a market is small, from so many on it is not.
    private static let smallTexts = 100.0
    private static let largeTexts = 1_500.0

    /// How far a market is a small one, 0 … 1: 1 up to 100 needs and candidates together, 0 from
    /// 1,500 on, falling with the logarithm of their number.
    package static func smallness(texts: Int) -> Double {
        let span = log(largeTexts / smallTexts)
        return min(1, max(0, log(largeTexts / Double(max(1, texts))) / span))
    }

    /// - Parameters:
    ///   - contentShare: Share of the weights that belongs to skills, meaning and words; 0 leaves
    ///     fused scores as they are, since nothing is known of what they would say.
    ///   - candidates: Number of candidates of the market.
    ///   - texts: Number of its needs and candidates; nil for one that is not small.
    package init(contentShare: Double, candidates: Int, texts: Int? = nil) {
        self.contentShare = contentShare
        divisor = max(Self.leastShare, contentShare)
        smallness = contentShare > 0 ? texts.map { Self.smallness(texts: $0) } ?? 0 : 0
        logOverFifty = log(Double(max(1, candidates)) / 50)
        logCandidates = log(
            Double(min(Self.mostCandidates, max(Self.leastCandidates, candidates))))
    }

    /// The score of a pair, 0 … 1; 0 where nothing speaks for it.
    ///
    /// - Parameters:
    ///   - fused: Fused score, 0 … 1.
    ///   - skills: Number of skills that the need asks.
    ///   - shift: What the need's best candidate adds to the log-odds, see ``shift(_:skills:)``.
    package func score(fused: Double, skills: Int, shift: Double = 0) -> Double {
        guard contentShare > 0, fused > 0 else { return fused }
        let odds = Self.slope * content(fused) + priorLogOdds(skills) + shift
        return ((1 / (1 + exp(-odds))) * 1e12).rounded(.up) / 1e12
    }

    /// What speaks for the best candidate of a need beside its fused score.
    package struct Evidence: Sendable, Hashable {
        /// What the signals of content add to its fused score.
        let content: Double
        /// How far its cosine stands out, in deviations; NaN where that is not known.
        let prominence: Double
        /// Rarity of the words that it shares with the need, all together, 0 or more.
        let sharedRarity: Double

        package init(content: Double, prominence: Double, sharedRarity: Double) {
            self.content = content
            self.prominence = prominence
            self.sharedRarity = sharedRarity
        }
    }

    /// What the evidence for its best candidate adds to the log-odds of all candidates of a need: the
    /// difference between what it says and what content alone would, as far as the market is small.
    ///
    /// Place, price and other circumstances count as they do elsewhere. It is rounded to 0.00001, as
    /// fused scores are.
    package func shift(_ best: Evidence, skills: Int) -> Double {
        guard smallness > 0, !best.prominence.isNaN else { return 0 }
        let prominence = best.prominence < 0 ? -best.prominence : best.prominence
        let told =
            Self.smallIntercept - Self.smallCandidatesSlope * logOverFifty
            + Self.prominenceSlope * log1p(prominence) * (best.prominence < 0 ? -1 : 1)
            + Self.rootRaritySlope * max(0, best.sharedRarity).squareRoot()
        let elsewhere = Self.slope * best.content / divisor + priorLogOdds(skills)
        return (smallness * (told - elsewhere) * 100_000).rounded() / 100_000
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
