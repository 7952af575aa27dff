internal import Report
internal import Solving
internal import Wording

extension RankContext {
    /// What a run gave up for what.
    func facts(of trade: RankTradeOff) -> [ReportFact] {
        let points = { (sum: Double) in wording.number(sum, digits: 2) }
        let total = phrases.filled(
            .tradeTotal,
            [
                "total": points(trade.total), "best": points(trade.unconstrained),
                "share": trade.unconstrained > 0
                    ? wording.percent(trade.total / trade.unconstrained) : "–",
            ])
        let costs = phrases.filled(
            .tradeCosts,
            [
                "caps": points(trade.unconstrained - trade.capped),
                "turns": points(trade.capped - trade.exposed),
                "rest": points(trade.exposed - trade.total),
            ])
        let gap = trade.bound - trade.objective
        let proof =
            gap < 1e-6
            ? phrases[.tradeProven]
            : phrases.filled(.tradeGap, ["gap": wording.number(gap, digits: 3)])
        let retained = phrases.filled(
            .tradeKept,
            [
                "kept": wording.number(Double(trade.retained)),
                "standing": wording.number(Double(trade.inForce)),
            ])
        return [
            ReportFact(name: phrases[.tradeTotalName], text: total),
            ReportFact(name: phrases[.tradeCostsName], text: costs),
            ReportFact(name: phrases[.tradeProofName], text: proof),
            ReportFact(name: phrases[.tradeKeptName], text: retained),
        ]
    }
}
