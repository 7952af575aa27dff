public import Market
internal import Mustache
internal import Wording

/// The sheet of one bid, for the coordinator who sends it: one HTML page that needs no other and
/// prints on A4.
///
/// It says who does what on which lot for how many days and how much money, which certifications are
/// held, what is to be done by when, counted back from the submission, what each member must still
/// provide for the candidacy forms, who could take whose place, and which other teams there are.
///
/// The same bid, day, template and labels give the same bytes.
///
/// - Parameters:
///   - bid: What a run recorded.
///   - asOf: The day that the run took for today.
///   - language: The reader's language.
///   - template: The template of the sheet.
///   - labels: Texts of that language, as `config/locales` has them.
/// - Returns: The page, in UTF-8.
/// - Throws: ``ReportError/labels(missing:)``.
public func bidSheet(
    of bid: RecordedBid, asOf: Day, in language: Language, template: BidSheetTemplate,
    labels: [String: String]
) throws(ReportError) -> String {
    let missing = template.labelNames.filter { labels[$0] == nil }
    guard missing.isEmpty else { throw .labels(missing: missing) }
    let context: SheetContext
    do {
        context = SheetContext(
            phrases: try Phrases(labels, in: language), page: try Phrases(labels, in: language),
            asOf: asOf)
    } catch {
        throw .labels(missing: error.keys)
    }
    return template.sheet.render(BidSheetView(of: bid, in: context))
}

/// The template of a bid sheet, as the text of its file.
public struct BidSheetTemplate: Sendable {
    let sheet: MustacheTemplate
    let labelNames: [String]

    /// Takes the text of `bid.mustache`.
    ///
    /// - Throws: ``ReportError/template(line:column:reason:)`` where it is no Mustache.
    public init(_ text: String) throws(ReportError) {
        sheet = try ReportTemplates.template(text)
        labelNames = ReportTemplates.labelNames(in: text)
    }
}

/// What every part of a sheet shares: the words, and the day.
struct SheetContext {
    let phrases: Phrases<SheetLabel>
    let page: PageContext
    let asOf: Day

    var wording: Wording { phrases.wording }
    var language: Language { wording.language }

    init(phrases: Phrases<SheetLabel>, page: Phrases<ReportLabel>, asOf: Day) {
        self.phrases = phrases
        self.page = PageContext(phrases: page, asOf: asOf)
        self.asOf = asOf
    }

    /// Names of lots by number: `lot 1`, `lots 1 et 2`.
    func lots(_ numbers: [Int]) -> String {
        let list = wording.list(numbers.map(String.init))
        return phrases.filled(numbers.count == 1 ? .lotOne : .lotMany, ["numbers": list])
    }

    /// A difference in money, with its sign; nil where there is none.
    func difference(_ money: Money) -> String? {
        guard money.cents != 0 else { return nil }
        let amount = wording.money(Money(cents: abs(money.cents)))
        return (money.cents > 0 ? "+" : "−") + amount
    }
}
