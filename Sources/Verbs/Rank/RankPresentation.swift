internal import CSV
public import Digest
public import Market
public import Report

/// How suggestions are shown.
public enum RankPresentation: Presentation {
    public static var kind: String { Suggestion.kind }
    public static var isAlwaysListed: Bool { true }
    public static var templates: [String] { [JobView.template, SharingView.template] }

    public static func part(
        of record: RecordedRuns, in context: ReportContext
    ) throws -> ReportPart {
        try RankContext(context).part(of: record)
    }

    public static func tables(
        of record: RecordedRuns, in language: Language
    ) throws -> [ReportFile] {
        [
            ReportFile(
                name: "suggestions.csv",
                content: try SuggestionTable(of: record, in: language).csv.text)
        ]
    }

    public static func json(of record: RecordedRuns) throws -> JSONFields {
        [
            "suggestions": try record.suggestions().map {
                SuggestionJSON(suggestion: $0, skills: record.skills)
            },
            "departures": try record.departures(),
        ]
    }

    public static func json(of run: RecordedRun) throws -> JSONFields {
        let figures = try RankFigures(of: run)
        var fields: JSONFields = [:]
        if let trade = figures.trade { fields["trade"] = trade }
        if let exposure = figures.exposure { fields["exposure"] = exposure }
        if let coverage = figures.coverage { fields["coverage"] = coverage }
        if let before = try RankFigures(before: run).exposure { fields["exposureBefore"] = before }
        return fields
    }

    public static func sections(
        of news: News, in context: DigestContext
    ) throws -> [DigestSection] {
        try RankDigest(context).sections(of: news)
    }
}
