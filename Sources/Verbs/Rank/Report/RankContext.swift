internal import Market
internal import Report
internal import Wording

/// What every part of the suggestions' page shares.
struct RankContext {
    let page: ReportContext
    let phrases: Phrases<RankLabel>

    var wording: Wording { page.wording }
    var language: Language { page.language }

    init(_ page: ReportContext) throws(ReportError) {
        self.page = page
        phrases = try page.phrases(RankLabel.self)
    }

    /// What the page shows of a record's suggestions.
    func part(of record: RecordedRuns) throws -> ReportPart {
        let suggestions = try record.suggestions()
        let jobs = JobView.all(
            of: suggestions, departures: try record.departures(), runs: record.runs, in: self)
        let new = suggestions.count(where: \.isNew)
        return ReportPart(
            sections: [
                ReportSection(
                    entries: jobs.map { .init(anchor: $0.anchor, text: $0.name) },
                    html: try page.render(
                        JobView.template, JobsView(labels: page.labels, jobs: jobs)))
            ],
            figures: try sharing(of: record.runs), news: jobs.flatMap(\.news),
            new: counted(new: suggestions.filter(\.isNew)),
            inForce: suggestions.isEmpty
                ? nil
                : phrases.count(suggestions.count, .suggestion),
            isMixed: new > 0 && new < suggestions.count, facts: try facts(of: record.runs),
            shortages: try shortages(of: record.runs))
    }

    /// Why many needs found nobody, by job.
    private func shortages(of runs: [RecordedRun]) throws -> [String] {
        try runs.compactMap { run in
            let figures = try RankFigures(of: run)
            return figures.coverage.flatMap { wording.fewMatches($0, figures.floor) }.map {
                page.title(ofJob: run.job) + ". " + $0
            }
        }
    }

    /// New suggestions, and the needs that they are for; nil where there are none.
    private func counted(new: [Suggestion]) -> String? {
        guard !new.isEmpty else { return nil }
        let needs = Set(new.map { [$0.job, $0.need] }).count
        return phrases.filled(
            .newFor,
            [
                "suggestions": phrases.count(
                    new.count, .newSuggestion),
                "needs": phrases.count(needs, .need),
            ])
    }

    private func sharing(of runs: [RecordedRun]) throws -> [ReportSection] {
        let views = try SharingView.all(of: runs, in: self)
        guard !views.isEmpty else { return [] }
        return [
            ReportSection(
                entries: [.init(anchor: "sharing", text: phrases[.sectionSharing])],
                html: try page.render(
                    SharingView.template, SharingsView(labels: page.labels, sharing: views)))
        ]
    }

    private func facts(of runs: [RecordedRun]) throws -> [RecordedRun.ID: [ReportFact]] {
        var facts: [RecordedRun.ID: [ReportFact]] = [:]
        for run in runs {
            facts[run.id] = try RankFigures(of: run).trade.map(self.facts)
        }
        return facts
    }
}

/// What the template of suggestions is given.
private struct JobsView {
    let labels: [String: String]
    let jobs: [JobView]
}

/// What the template of how they are shared out is given.
private struct SharingsView {
    let labels: [String: String]
    let sharing: [SharingView]
}
