import Jobs
import Learning
import Market
import Wording

/// What came of learning, as plain text for an operator.
struct FitText {
    let summary: FitSummary
    let isDryRun: Bool

    var text: String {
        let head = "\(summary.job): \(summary.accepted) accepted, \(summary.declined) declined"
        switch summary.outcome {
        case .tooFew(let shortage): return head + "\n" + missing(shortage)
        case .nothingToMove:
            return head + "\nthe job file gives a weight to fewer than two signals that may move"
        case .fitted(let fit): return head + "\n" + described(fit)
        }
    }

    private func missing(_ shortage: FitShortage) -> String {
        let parts = [
            (shortage.decisions, "decisions"), (shortage.accepted, "accepted"),
            (shortage.declined, "declined"), (shortage.needs, "needs"),
        ].filter { $0.0 > 0 }.map { "\($0.0) more \($0.1)" }
        return "too few to learn from; it takes " + parts.joined(separator: ", ")
    }

    private func described(_ fit: WeightFit) -> String {
        var lines = [Self.table(from: summary.before, to: fit.learned)]
        lines.append(
            "loss of a decision, by cross-validation: \(Self.rounded(fit.lossBefore)) with the job "
                + "file's weights, \(Self.rounded(fit.lossAfter)) with the learned ones (standard "
                + "error of the difference \(Self.rounded(fit.standardError))), "
                + "\(Self.rounded(fit.lossOfBaseRate)) with none")
        lines.append(
            fit.isAdopted
                ? "better by more than noise: adopted"
                : "not better by more than noise: not adopted")
        if fit.leftOut > 0 {
            lines.append("\(fit.leftOut) decisions with senseless numbers left out")
        }
        lines.append("decisions \(fit.dataHash)")
        if isDryRun {
            lines.append("nothing was recorded")
        } else if let same = summary.same {
            lines.append("the same decisions as fit \(same.id); nothing was recorded")
        } else if let recorded = summary.recorded {
            lines.append("recorded as fit \(recorded.id)")
        }
        if fit.isAdopted, !summary.isUsed {
            lines.append("runs keep the job file's weights until it says “match: learn: true”")
        }
        return lines.joined(separator: "\n")
    }

    /// A line a signal with a weight: what it was, what it becomes.
    static func table(
        from before: [SignalKind: Double], to learned: [SignalKind: Double]
    ) -> String {
        SignalKind.allCases.filter { before[$0] != nil || learned[$0] != nil }.map { kind in
            let name = kind.rawValue + String(repeating: " ", count: 9 - kind.rawValue.count)
            return "  \(name) \(rounded(before[kind] ?? 0)) → \(rounded(learned[kind] ?? 0))"
        }.joined(separator: "\n")
    }

    static func rounded(_ value: Double) -> String {
        Wording(.english).number(value, digits: 3)
    }
}

/// What came of learning, as `learn --json` prints it.
struct PrintedFitSummary: Encodable {
    let job: String
    let accepted: Int
    let declined: Int
    /// What is missing before there is enough to learn from.
    let missing: FitShortage?
    let isAdopted: Bool
    let dataHash: String?
    let before: [String: Double]
    let learned: [String: Double]?
    let lossOfBaseRate: Double?
    let lossBefore: Double?
    let lossAfter: Double?
    let standardError: Double?
    /// Number of the fit that was recorded, or of the same one recorded before.
    let fit: Int?
    let isUsedByRuns: Bool

    init(_ summary: FitSummary) {
        var fitted: WeightFit?
        var shortage: FitShortage?
        switch summary.outcome {
        case .tooFew(let few): shortage = few
        case .nothingToMove: break
        case .fitted(let fit): fitted = fit
        }
        job = summary.job
        accepted = summary.accepted
        declined = summary.declined
        missing = shortage
        isAdopted = fitted?.isAdopted ?? false
        dataHash = fitted?.dataHash
        before = PrintedFit.named(summary.before)
        learned = fitted.map { PrintedFit.named($0.learned) }
        lossOfBaseRate = fitted?.lossOfBaseRate
        lossBefore = fitted?.lossBefore
        lossAfter = fitted?.lossAfter
        standardError = fitted?.standardError
        fit = summary.recorded?.id ?? summary.same?.id
        isUsedByRuns = summary.isUsed
    }
}

/// A recorded fit, as `learn --list --json` prints it.
struct PrintedFit: Encodable {
    let fit: Int
    let fittedAt: String
    let revertedAt: String?
    let isAdopted: Bool
    let isInForce: Bool
    let dataHash: String
    let accepted: Int
    let declined: Int
    let needs: Int
    let leftOut: Int
    let shipped: [String: Double]
    let before: [String: Double]
    let learned: [String: Double]
    let lossOfBaseRate: Double
    let lossBefore: Double
    let lossAfter: Double
    let standardError: Double
    let programVersion: String

    init(_ fit: RecordedFit) {
        self.fit = fit.id
        fittedAt = fit.fittedAt
        revertedAt = fit.revertedAt
        isAdopted = fit.isAdopted
        isInForce = fit.isInForce
        dataHash = fit.dataHash
        accepted = fit.accepted
        declined = fit.declined
        needs = fit.needs
        leftOut = fit.leftOut
        shipped = Self.named(fit.shipped)
        before = Self.named(fit.before)
        learned = Self.named(fit.learned)
        lossOfBaseRate = fit.lossOfBaseRate
        lossBefore = fit.lossBefore
        lossAfter = fit.lossAfter
        standardError = fit.standardError
        programVersion = fit.programVersion
    }

    static func named(_ weights: [SignalKind: Double]) -> [String: Double] {
        Dictionary(uniqueKeysWithValues: weights.map { ($0.key.rawValue, $0.value) })
    }
}
