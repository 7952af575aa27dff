internal import CSV
public import Market
public import Report

extension Bid {
    /// The sheet of the bid, for the coordinator who sends it: one HTML page that needs no other and
    /// prints on A4.
    ///
    /// It says who does what on which lot for how many days and how much money, which certifications
    /// are held, what is to be done by when, counted back from the submission, what each member must
    /// still provide for the candidacy forms, who could take whose place, and which other teams there
    /// are.
    ///
    /// The same bid, day, template and labels give the same bytes.
    ///
    /// - Returns: The page, in UTF-8.
    /// - Throws: `ReportError`.
    public func sheet(in context: ReportContext) throws(ReportError) -> String {
        try context.render(
            BidSheetView.template, BidSheetView(of: self, in: try SheetContext(context)))
    }

    /// The sheet as a table, for spreadsheets; see `CSVWriter` for how it is written.
    ///
    /// Every line says in `part` what it is of: `work` (days of a member on a skill of a lot), `lot`
    /// and `member` (their totals), `total`, `certification`, `deadline`, `document`, `reference`
    /// (what the network knows to list in one), `substitute`, `alternative` and `uncounted`. The
    /// amounts of `work` add up to those of `lot` and of `member`, and both to `total`, to the cent.
    ///
    /// - Throws: `ReportError`.
    public func sheetTable(in context: ReportContext) throws(ReportError) -> String {
        BidSheetTable(bid: self, context: try SheetContext(context)).csv.text
    }

    /// The sheet in each language, and as a table in the language of the texts.
    ///
    /// - Parameters:
    ///   - number: Place of the bid among those of its record, from 1.
    ///   - asOf: The day that is taken for today.
    ///   - texts: Templates and labels.
    public func sheetFiles(
        number: Int, asOf: Day, texts: ReportTexts
    ) throws(ReportError) -> [ReportFile] {
        var files: [ReportFile] = []
        for language in Language.allCases {
            files.append(
                ReportFile(
                    name: Self.sheetName(number, language),
                    content: try sheet(in: texts.context(asOf: asOf, in: language))))
        }
        files.append(
            ReportFile(
                name: "bid-\(number).csv",
                content: try sheetTable(in: texts.context(asOf: asOf, in: texts.language))))
        return files
    }

    /// The file of a sheet, by the place of its bid among those of a record from 1, beside the page.
    static func sheetName(_ number: Int, _ language: Language) -> String {
        "bid-\(number).\(language.rawValue).html"
    }
}
