internal import Market
internal import Report
internal import Wording

/// What every part of a sheet shares: the words, and the day.
struct SheetContext {
    let phrases: Phrases<SheetLabel>
    let page: BidContext

    var wording: Wording { phrases.wording }
    var language: Language { wording.language }
    var asOf: Day { page.page.asOf }

    init(_ context: ReportContext) throws(ReportError) {
        phrases = try context.phrases(SheetLabel.self)
        page = try BidContext(context)
    }

    /// Names of lots by number: `lot 1`, `lots 1 et 2`.
    func lots(_ numbers: [Int]) -> String {
        let list = wording.list(numbers.map(String.init))
        return phrases.filled(.lot, for: numbers.count, ["numbers": list])
    }

    /// A difference in money, with its sign; nil where there is none.
    func difference(_ money: Money) -> String? {
        guard money.cents != 0 else { return nil }
        let amount = wording.money(Money(cents: abs(money.cents)))
        return (money.cents > 0 ? "+" : "−") + amount
    }
}
