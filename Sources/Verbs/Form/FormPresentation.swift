internal import CSV
public import Digest
public import Market
public import Report

/// How bids are shown.
public enum FormPresentation: Presentation {
    public static var kind: String { Bid.kind }
    public static var isAlwaysListed: Bool { true }
    public static var templates: [String] { [BidView.template, BidSheetView.template] }

    public static func part(
        of record: RecordedRuns, in context: ReportContext
    ) throws -> ReportPart {
        try BidContext(context, gone: record.gone).part(of: record.bids())
    }

    public static func covered(by record: RecordedRuns) throws -> Set<Need.ID> {
        Set(try record.bids().flatMap { $0.lots.map(\.lot) })
    }

    public static func tables(
        of record: RecordedRuns, in language: Language
    ) throws -> [ReportFile] {
        [
            ReportFile(
                name: "bids.csv",
                content: BidTable(of: try record.bids(), in: language).csv.text)
        ]
    }

    public static func json(of record: RecordedRuns) throws -> JSONFields {
        ["bids": try record.bids().map(BidJSON.init)]
    }

    /// The sheet of each bid.
    public static func files(of record: RecordedRuns, texts: ReportTexts) throws -> [ReportFile] {
        try record.bids().enumerated().filter { $0.element.status != .none }.flatMap {
            try $0.element.sheetFiles(number: $0.offset + 1, asOf: record.asOf, texts: texts)
        }
    }

    public static func sections(
        of news: News, in context: DigestContext
    ) throws -> [DigestSection] {
        try FormDigest(context).sections(of: news)
    }
}
