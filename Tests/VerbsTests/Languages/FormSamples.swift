import Market
import Wording

private let days = (1...7).compactMap { Day("2026-11-0\($0)") }
private let months = (1...12).compactMap { Day("2026-\($0 < 10 ? "0" : "")\($0)-02") }

/// How each language writes.
let formSamples: [LanguageSample] = [
    LanguageSample(.shared, "pluralCategories") { $0.forms.pluralCategories.map(\.rawValue) },
    LanguageSample(.shared, "pluralCategory") { wording in
        [0, 0.5, 1, 2, 5].map { wording.forms.pluralCategory(of: $0).rawValue }
    },
    .part("decimalSign") { "1\($0.forms.decimalSign)5" },
    .part("groupSeparator") { "1\($0.forms.groupSeparator)000" },
    .part("percent") { $0.percent(0.35) }, .part("euros") { $0.money(Money(cents: 52_000)) },
    LanguageSample(.part, "rate") { wording in
        [true, false].map { wording.rate(Money(cents: 52_000), perHour: $0) }
    },
    LanguageSample(.part, "smallCounts") { $0.forms.smallCounts },
    LanguageSample(.part, "day") { wording in [0.5, 1, 2, 5].map { wording.days($0) } },
    LanguageSample(.part, "hour") { wording in [0.5, 1, 2, 5].map { wording.hours($0) } },
    .part("lessThan") { $0.kilometres(0.4) },
    LanguageSample(.part, "dateWithWeekday") { wording in days.map { wording.day($0) } },
    LanguageSample(.part, "date") { wording in months.map { wording.date($0) } },
    LanguageSample(.shared, "shortDate") { wording in months.map { wording.shortDay($0) } },
    .part("on") { $0.forms.on($0.date(days[2])) },
    .part("period") { $0.forms.period(from: days[0], to: days[4]) },
    .part("answersUntil") { $0.answersUntil(Deadline(days[3])) },
    .part("answersBefore") { $0.answersUntil(Deadline(days[3], at: noon)) },
    .part("time") { noon.map($0.time) ?? "" },
    .part("moment") { $0.deadline(Deadline(days[3], at: noon)) },
    .part("colon") { "a\($0.colon)b" }, .part("semicolon") { "a\($0.semicolon)b" },
    .part("quoted") { $0.quoted("a") }, .part("joined") { $0.list(["a", "b", "c"]) },
    LanguageSample(.part, "conjunctions") { wording in
        wording.forms.conjunctions.map { "a\($0)b" }
    },
    LanguageSample(.shared, "languageNames") { wording in
        languageCodes.map { wording.forms.languageNames[$0] ?? "" }
    },
    .shared("dullWords") { $0.forms.dullWords },
    .shared("oneLetterWords") { "\($0.forms.oneLetterWords.sorted())".replacing("\"", with: "") },
]

private let noon = TimeOfDay(minutes: 720)

/// Codes of the languages that any language has a name for.
private let languageCodes = Set(
    Language.allCases.flatMap { Wording($0).forms.languageNames.keys }
).sorted()
