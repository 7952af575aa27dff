internal import CSV
internal import Market
internal import Report
internal import Wording

/// The suggestions of a record as a table, by job, then by need, then by rank.
struct SuggestionTable {
    let csv: CSVWriter

    init(of record: RecordedRuns, in language: Language) throws {
        let kinds = SignalKind.allCases
        let wording = Wording(language)
        var csv = CSVWriter(
            columns: [
                "job", "need_id", "need_title", "need_owner", "need_owner_name", "rank",
                "candidate_id",
                "candidate_title", "member_id", "member_name", "score", "is_new", "status", "why",
                "better",
                "reasons",
            ] + kinds.map { "signal_\($0.rawValue)" }
                + ["need_url", "candidate_url", "deadline"])
        let order = Dictionary(
            record.runs.enumerated().map { ($0.element.job, $0.offset) },
            uniquingKeysWith: { first, _ in first })
        let sorted = try record.suggestions().sorted { one, other in
            let jobs = (order[one.job] ?? .max, order[other.job] ?? .max)
            if jobs.0 != jobs.1 { return jobs.0 < jobs.1 }
            if one.need != other.need { return one.need < other.need }
            return one.rank != other.rank ? one.rank < other.rank : one.candidate < other.candidate
        }
        for suggestion in sorted {
            var fields: [CSVWriter.Field] = [
                .plain(suggestion.job), .plain(suggestion.need), .plain(suggestion.needTitle),
                .plain(suggestion.needOwner ?? ""), .plain(suggestion.needOwnerName ?? ""),
                .count(suggestion.rank), .plain(suggestion.candidate),
                .plain(suggestion.candidateTitle), .plain(suggestion.member),
                .plain(suggestion.memberName), .number(suggestion.score.rounded(digits: 4)),
                .fixed(suggestion.isNew ? "true" : "false"), .fixed(suggestion.status.rawValue),
                .plain(
                    suggestion.signals.isEmpty
                        ? "" : wording.why(suggestion.signals, skills: record.skills)),
                .plain(wording.better(suggestion.signals, skills: record.skills) ?? ""),
                .plain((suggestion.reasons[language] ?? []).joined(separator: " ")),
            ]
            for kind in kinds {
                fields.append(
                    .number(
                        suggestion.signals.first { $0.kind == kind }.map {
                            $0.value.rounded(digits: 4)
                        }))
            }
            fields += [
                .text(suggestion.needURL ?? ""), .text(suggestion.candidateURL ?? ""),
                .fixed(suggestion.deadline?.description ?? ""),
            ]
            csv.append(fields)
        }
        self.csv = csv
    }
}
