internal import Market
internal import Report
internal import Wording

/// What the template of assignments is given.
struct AssignView {
    static let template = "assign.mustache"

    let labels: [String: String]
    let jobs: [JobView]

    /// The assignments of one job.
    struct JobView {
        let anchor: String
        let name: String
        let summary: String
        let needs: [NeedView]
        let news: [ReportNews]
    }

    struct NeedView {
        let anchor: String
        let heading: String
        let url: String?
        let owner: String?
        let deadline: String?
        let holders: [HolderView]
    }

    struct HolderView {
        let isNew: Bool
        let who: String
        let page: String?
        let what: String?
        let why: String
        let reasons: [String]
    }

    init(_ pairs: [AssignedPair], in context: ReportContext) {
        labels = context.labels
        let byJob = Dictionary(grouping: pairs, by: \.job)
        jobs = byJob.sorted { $0.key < $1.key }.enumerated().map { number, job in
            JobView(job.key, number: number + 1, of: job.value, in: context)
        }
    }
}

extension AssignView.JobView {
    fileprivate init(
        _ job: String, number: Int, of pairs: [AssignedPair], in context: ReportContext
    ) {
        anchor = "assignments-\(number)"
        name = context.title(ofJob: job)
        summary = context.wording.assign.assignments(pairs.count)
        let byNeed = Dictionary(grouping: pairs, by: \.need).sorted { one, other in
            (Deadline.orLast(one.value.first?.deadline), one.key)
                < (Deadline.orLast(other.value.first?.deadline), other.key)
        }
        let views = byNeed.enumerated().map { index, need in
            AssignView.NeedView(
                need.value.sorted { $0.place < $1.place },
                anchor: "assignment-\(number)-\(index + 1)", in: context)
        }
        needs = views
        let kind = name
        news = views.compactMap { need in
            let new = need.holders.filter(\.isNew).map(\.who)
            return new.isEmpty
                ? nil
                : ReportNews(
                    anchor: need.anchor, kind: kind, subject: need.heading,
                    who: context.names(new))
        }
    }
}

extension AssignView.NeedView {
    fileprivate init(_ pairs: [AssignedPair], anchor: String, in context: ReportContext) {
        self.anchor = anchor
        heading = Wording.printed(pairs.first?.needTitle ?? "")
        url = pairs.first?.needURL
        owner = pairs.first?.ownerName.map(Wording.printed)
        deadline = pairs.first?.deadline.map(context.wording.answersUntil)
        holders = pairs.map { pair in
            let title = Wording.printed(pair.candidateTitle)
            return AssignView.HolderView(
                isNew: pair.isNew, who: Wording.printed(pair.memberName),
                page: pair.candidateURL, what: title.isEmpty ? nil : title,
                why: Wording.printed(pair.why[context.language] ?? ""),
                reasons: (pair.reasons[context.language] ?? []).map(Wording.printed))
        }
    }
}
