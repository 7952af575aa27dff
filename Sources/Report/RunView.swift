internal import Market
internal import Wording

/// The figures of one run.
struct RunView {
    let heading: String
    let version: String
    let seed: String
    let inputHash: String
    let configurationHash: String
    /// Number of the fit that the weights were taken from, if any.
    let fit: String?
    let stages: [StageView]
    /// What verbs say of it.
    let facts: [ReportFact]

    struct StageView {
        let stage: String
        let count: String
        let seconds: String
        let memory: String
    }

    init(of run: RecordedRun, facts: [ReportFact], in context: ReportContext) {
        self.facts = facts
        let wording = context.wording
        heading = context.phrases.filled(
            .run,
            [
                "job": context.title(ofJob: run.job), "number": String(run.id),
                "day": wording.date(run.asOf),
            ])
        version = Wording.printed(run.programVersion)
        seed = String(run.seed)
        inputHash = Wording.printed(run.inputHash)
        configurationHash = Wording.printed(run.configurationHash)
        fit = run.fit.map(String.init)
        stages = run.stages.map { stage in
            StageView(
                stage: context.optional("stage_" + stage.name) ?? Wording.printed(stage.name),
                count: wording.number(Double(stage.count)),
                seconds: context.phrases.filled(
                    .seconds, ["number": wording.number(stage.seconds, digits: 2)]),
                memory: context.phrases.filled(
                    .memory, ["number": wording.number(Double(stage.peakBytes) / 1_048_576)]))
        }
    }
}
