import Digest
import Foundation
import Market
import Report
import Samples
import Settings
import Solving
import TestSupport
import Testing
import Verbs
import Wording

let presentations = Presentations([RankPresentation.self, FormPresentation.self])

func shippedTexts(
    without key: String? = nil, main: Language = .french
) throws -> ReportTexts {
    let templates = try ReportTemplates(
        Dictionary(
            uniqueKeysWithValues: presentations.templates.map {
                ($0, try packageText("config/templates/\($0)"))
            }))
    var labels = try Labels.load(packageRoot.appending(path: "config/locales").path) {
        $0.pluralForms
    }
    if let key { labels[.french]?[key] = nil }
    return ReportTexts(templates: templates, labels: labels, language: main)
}

func shippedLabels(_ language: Language) throws -> [String: String] {
    let all = try Labels.load(packageRoot.appending(path: "config/locales").path) {
        $0.pluralForms
    }
    return try #require(all[language])
}

func page(of record: RecordedRuns, in language: Language) throws -> String {
    try presentations.page(of: record, in: language, texts: shippedTexts())
}

@Test(arguments: Language.allCases)
func `the page of the sample record is the recorded one`(language: Language) throws {
    let page = try page(of: .sample, in: language)
    let changed = try difference(of: page, fromSnapshot: "night.\(language.rawValue).html")
    #expect(changed == nil)
}

@Test(arguments: Language.allCases)
func `the page is sound HTML that loads nothing`(language: Language) throws {
    for record in [RecordedRuns.sample, .quiet, .hostile] {
        #expect(try faultsOfHTML(page(of: record, in: language)) == "")
    }
}

@Test(arguments: Language.allCases)
func `every suggestion stands on the page with its reasons`(language: Language) throws {
    let page = try page(of: .sample, in: language)
    for suggestion in sampleSuggestions {
        #expect(page.contains("<b>\(escaped(suggestion.memberName))</b>"))
        let reasons = try #require(suggestion.reasons[language])
        #expect(!reasons.isEmpty)
        for reason in reasons { #expect(page.contains("<li>\(escaped(reason))</li>")) }
        let wording = Wording(language)
        let why = wording.why(suggestion.signals, skills: RecordedRuns.sample.skills)
        #expect(page.contains("<p class=\"why\">\(escaped(why))</p>"))
    }
}

@Test(arguments: Language.allCases)
func `what found nobody and what was set aside is told, each once`(language: Language) throws {
    let page = try page(of: .sample, in: language)
    for outcome in RecordedRuns.sample.runs.flatMap(\.outcomes) where outcome.suggested == 0 {
        #expect(page.contains(escaped(try #require(outcome.reason[language]))))
    }
    for lot in sampleBids.flatMap(\.lots) where !lot.isBidFor {
        #expect(page.contains(escaped(try #require(lot.reason[language]))))
    }
    let rows = RecordedRuns.sample.runs.flatMap(\.setAside)
    for row in Set(rows) { #expect(page.ranges(of: ">\(row.id)<").count == 1) }
}

@Test func `the order that lists come in changes nothing`() throws {
    let record = RecordedRuns.sample
    let shuffled = RecordedRuns(
        network: record.network, asOf: record.asOf,
        runs: record.runs.map { run in
            RecordedRun(
                id: run.id, job: run.job, title: run.title, asOf: run.asOf, status: run.status,
                seed: run.seed, programVersion: run.programVersion, inputHash: run.inputHash,
                configurationHash: run.configurationHash, stages: run.stages,
                outcomes: run.outcomes.reversed(), setAside: run.setAside.reversed(),
                verb: run.verb, figures: run.figures, figuresBefore: run.figuresBefore)
        }, proposals: record.proposals.reversed(), closed: record.closed.reversed(),
        skills: record.skills)
    for language in Language.allCases {
        #expect(try page(of: shuffled, in: language) == page(of: record, in: language))
    }
}

@Test func `titles are shown as people meant them`() throws {
    let page = try page(of: .sample, in: .french)
    #expect(page.contains("statuts d’une SCIC portée avec une commune littorale"))
    #expect(page.contains("Ville de Vire"))
    #expect(!page.contains("&amp;eacute;") && !page.contains("&amp;#39;"))
}

@Test func `no word of the other language is on a page`() throws {
    let own: [Language: Language] = [.french: .english, .english: .french]
    for (language, other) in own {
        let text = try visibleText(page(of: .sample, in: language))
        let mine = try shippedLabels(language)
        for (key, label) in try shippedLabels(other)
        where key.hasPrefix("page_") && label != mine[key] && !label.contains("{") {
            guard label.count > 6 else { continue }
            #expect(!text.contains(label), "\(key): \(label)")
        }
    }
    let titles = sampleSuggestions.flatMap { [$0.needTitle, $0.candidateTitle] }
    var french = try visibleText(page(of: .sample, in: .french))
    for title in titles { french = french.replacing(escaped(title), with: "") }
    for word in [" the ", " for ", " with ", " days", "member", "request", " of "] {
        #expect(!french.contains(word), "\(word)")
    }
}

@Test func `French text has its spaces before signs`() throws {
    for (key, label) in try shippedLabels(.french) {
        for (before, sign) in zip(label.unicodeScalars, label.unicodeScalars.dropFirst()) {
            if sign == ":" { #expect(before == "\u{A0}", "\(key)") }
            if [";", "!", "?"].contains(sign) { #expect(before == "\u{202F}", "\(key)") }
        }
        #expect(!label.contains("'"), "\(key)")
    }
}

@Test func `both languages fill the same places`() throws {
    let english = try shippedLabels(.english)
    for (key, label) in try shippedLabels(.french) {
        let places = { (text: String) in Set(text.matches(of: /\{[a-z]+\}/).map { text[$0.range] })
        }
        #expect(places(label) == places(try #require(english[key])), "\(key)")
    }
}

@Test func `what the platform wrote cannot act on the page`() throws {
    for language in Language.allCases {
        let page = try page(of: .hostile, in: language)
        #expect(!page.contains("<script") && !page.contains("<img") && !page.contains("onerror=\""))
        #expect(!page.contains("\u{202E}"))
    }
}

@Test(arguments: ["page_lead", "page_headline_new", "page_trade_total", "page_column_rate"])
func `a label that is missing is named`(key: String) throws {
    #expect(throws: ReportError.labels(missing: [key])) {
        try presentations.page(
            of: .sample, in: .french, texts: shippedTexts(without: key))
    }
}

@Test func `a template that is none is refused with its file and place`() {
    let error = #expect(throws: ReportError.self) {
        try ReportTemplates(["report.mustache": "<p>\n{{#a}}\n{{/b}}"])
    }
    guard case .template("report.mustache", let line, _, _) = error else {
        Issue.record("expected a template error")
        return
    }
    #expect(line == 3)
}

@Test func `a template that is not there is named`() throws {
    let texts = ReportTexts(
        templates: try ReportTemplates([:]), labels: [.french: try shippedLabels(.french)],
        language: .french)
    #expect(throws: ReportError.noTemplate(file: "rank.mustache")) {
        try presentations.page(of: .sample, in: .french, texts: texts)
    }
}

@Test func `a verb without proposals shows nothing, but for files that were always there`() throws {
    struct Other: Presentation {
        static var kind: String { "other" }

        static func part(
            of record: RecordedRuns, in context: ReportContext
        ) throws -> ReportPart { ReportPart() }

        static func tables(
            of record: RecordedRuns, in language: Language
        ) throws -> [ReportFile] { [ReportFile(name: "others.csv", content: "")] }

        static func json(of record: RecordedRuns) throws -> JSONFields { ["others": [String]()] }

        static func sections(
            of news: News, in context: DigestContext
        ) throws -> [DigestSection] { [] }
    }
    let all = Presentations([RankPresentation.self, FormPresentation.self, Other.self])
    #expect(
        try all.tables(of: .quiet, in: .french).map(\.name)
            == ["suggestions.csv", "bids.csv", "unmatched.csv", "set-aside.csv"])
    #expect(try all.json(of: .sample) == presentations.json(of: .sample))
    let json = try all.json(of: .quiet)
    #expect(json.contains("\"suggestions\"") && json.contains("\"bids\""))
    #expect(!json.contains("others"))
}

/// A text as the templates escape it.
func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
}

/// What a reader sees of a page: no styles, no tags.
private func visibleText(_ page: String) throws -> String {
    page.replacing(try Regex("(?s)<style>.*?</style>"), with: "")
        .replacing(/<[^>]*>/, with: " ")
}

extension RecordedRuns {
    /// The sample record with markup and worse in every text of the platform.
    static var hostile: RecordedRuns {
        let evil =
            "\"'><script>alert(1)</script><img src=x onerror=\"a()\">&lt;script&gt;\u{202E}{{title}}"
            + "\"\u{301} onmouseover=\"x\" &#60;img src=x&#62;"
        let record = RecordedRuns.sample
        return RecordedRuns(
            network: evil, asOf: record.asOf,
            runs: record.runs.map {
                RecordedRun(
                    id: $0.id, job: $0.job, title: [.french: evil, .english: evil],
                    asOf: $0.asOf, status: $0.status, seed: $0.seed, programVersion: evil,
                    inputHash: evil, configurationHash: evil,
                    stages: [.init(name: evil, count: 1, seconds: 1, peakBytes: 1)],
                    outcomes: [
                        NeedOutcome(
                            need: evil, title: evil, considered: 1, eligible: 0, suggested: 0,
                            excluded: [.place: 1], reason: [.french: evil, .english: evil])
                    ],
                    setAside: [
                        SetAside(
                            source: evil, id: evil, field: evil, fault: .negative(found: evil))
                    ],
                    verb: $0.verb,
                    figures: recorded(
                        RankFigures(
                            exposure: Exposure(
                                members: 1, suggested: 0, gini: 0.5, established: 0, unseen: 0,
                                newcomers: .init(members: 0, suggested: 0), arrival: .firstSeen,
                                departments: [
                                    .init(code: evil, group: .init(members: 1, suggested: 0))
                                ]))))
            },
            suggestions: sampleSuggestions.map {
                Suggestion(
                    id: $0.id, job: $0.job, need: evil, needTitle: evil, needOwner: evil,
                    needOwnerName: evil, candidate: evil, candidateTitle: evil, member: evil,
                    memberName: evil, rank: $0.rank, score: $0.score, signals: $0.signals,
                    reasons: [.french: [evil], .english: [evil]], basis: evil)
            },
            departures: sampleDepartures.map {
                Departure(
                    job: $0.job, need: evil, candidate: evil, memberName: evil, reason: $0.reason)
            },
            bids: sampleBids.map {
                Bid(
                    tender: evil, tenderTitle: evil, buyer: evil, deadline: $0.deadline,
                    status: .optimal, price: $0.price, budget: $0.budget, bound: nil, gap: nil,
                    members: [
                        .init(member: evil, name: evil, leads: true, days: 1, amount: .zero)
                    ],
                    lots: [
                        .init(
                            lot: evil, number: 1, title: evil, isBidFor: true, price: .zero,
                            budget: nil,
                            work: [
                                .init(
                                    member: evil, skill: evil,
                                    label: [.french: evil, .english: evil], days: 1,
                                    rate: .zero, amount: .zero)
                            ], reason: [:]),
                        .init(
                            lot: evil, number: 2, title: evil, isBidFor: false, price: .zero,
                            budget: nil, work: [], reason: [.french: evil, .english: evil]),
                    ], reasons: [.french: [evil], .english: [evil]], basis: evil)
            }, skills: [:])
    }
}
