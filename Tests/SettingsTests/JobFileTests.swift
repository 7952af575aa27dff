import Foundation
import Market
import Samples
import Settings
import Solving
import Testing
import Verbs

/// The verbs that the tests' job files may name.
let verbs: [any VerbSettings.Type] = [Rank.self, Form.self]

@Suite struct JobFileTests {
    func refused(_ text: String) throws -> [String] {
        try problems(inJob: text, verbs: verbs)
    }

    @Test func `a valid file says all that a run needs`() throws {
        let (_, file) = try jobFolder(validJob)
        let job = try JobFile.load(file, verbs: verbs)
        #expect(job.name == "missions")
        #expect(job.title == [.french: "Missions", .english: "Missions"])
        #expect(job.needs.name == "sql/needs.sql")
        #expect(job.needs.text == "SELECT 'needs'\n")
        #expect(job.candidates.text == "SELECT 'candidates'\n")
        #expect(job.further.isEmpty)
        #expect(job.match.require == [.language, .dates])
        #expect(job.match.weights == [.skills: 0.5, .meaning: 0.25])
        #expect(job.match.floor == .number(0.35))
        #expect(job.match.retrieve == 1_000)
        #expect(!job.match.learns)
        #expect(job.match.mentioned == .adds)
        #expect(job.verb as? Rank == Rank(rules: .init(perNeed: 5, perCandidate: 4)))
        #expect(job.publish.report)
        #expect(job.publish.digest == [.candidates, .owners])
    }

    @Test func `a job learns from decisions only where its file says so`() throws {
        for (word, learns) in [("true", true), ("false", false)] {
            let text = validJob.replacing("floor: 0.35", with: "floor: 0.35\n  learn: \(word)")
            let (_, file) = try jobFolder(text)
            #expect(try JobFile.load(file, verbs: verbs).match.learns == learns)
        }
    }

    @Test func `a declined pair stays away until it changes or for some days`() throws {
        for (line, term) in [
            ("", Decline.Term.untilChanged), ("\n  declined_for: changed", .untilChanged),
            ("\n  declined_for: 90 days", .days(90)), ("\n  declined_for: 1 day", .days(1)),
        ] {
            let text = validJob.replacing("floor: 0.35", with: "floor: 0.35" + line)
            let (_, file) = try jobFolder(text)
            #expect(try JobFile.load(file, verbs: verbs).match.declinedFor == term)
        }
    }

    @Test func `what is left out of publish and require has its default`() throws {
        let text =
            validJob
            .replacing("publish: { report: true, digest: [candidates, owners] }", with: "")
            .replacing("  require: [language, dates]\n", with: "")
        let (_, file) = try jobFolder(text)
        let job = try JobFile.load(file, verbs: verbs)
        #expect(job.match.require == [])
        #expect(job.publish.report)
        #expect(job.publish.digest == [])
    }

    @Test(arguments: [
        (
            "job: missions", "job: Missions",
            "1: job: expected a name of small letters, digits, _ and -, a letter first, found "
                + "“Missions”"
        ),
        (
            "job: missions", "job: été",
            "1: job: expected a name of small letters, digits, _ and -, a letter first, found “été”"
        ),
        (
            "job: missions", "jobs: missions",
            "1: job: expected a name of small letters, digits, _ and -, a letter first, found "
                + "nothing\n1: jobs: expected one of the keys known, found an unknown one; did "
                + "you mean job?"
        ),
        (
            "{ fr: Missions, en: Missions }", "{ fr: Missions }",
            "2: title.en: expected a title in this language, found nothing"
        ),
        (
            "{ fr: Missions, en: Missions }", "{ fr: Missions, en: '  ' }",
            "2: title.en: expected a title in this language, found “  ”"
        ),
        (
            "{ fr: Missions, en: Missions }", "{ fr: a, en: b, de: c }",
            "2: title.de: expected one of the keys known under title, found an unknown one"
        ),
        (
            "{ fr: Missions, en: Missions }", "Missions",
            "2: title: expected a title in each language: { fr: …, en: … }, found “Missions”"
        ),
        (
            "needs: sql/needs.sql", "schedule: \"15 2 * * *\"\nneeds: sql/needs.sql",
            "4: schedule: expected no schedule in a job file: when jobs run stands in "
                + "jobs/crontab, or in jobs/systemd/entremise.timer, found “15 2 * * *”"
        ),
        (
            "needs: sql/needs.sql", "needs: */5 2 * * *",
            "4: expected YAML, found a mistake: did not find expected alphabetic or numeric "
                + "character while scanning an alias (a value that starts with * needs quotes)"
        ),
        (
            "sql/needs.sql", "sql/nedes.sql",
            "4: needs: expected a file that can be read, found “No such file or directory” "
                + "(sql/nedes.sql)"
        ),
        (
            "sql/needs.sql", "sql",
            "4: needs: expected a file that can be read, found “Is a directory” (sql)"
        ),
        (
            "needs: sql/needs.sql", "need: sql/needs.sql",
            "1: needs: expected the file of an SQL query, such as sql/missions.needs.sql, found "
                + "nothing\n4: need: expected one of the keys known, found an unknown one; did "
                + "you mean needs?"
        ),
        (
            "candidates: sql/candidates.sql",
            "candidates: sql/candidates.sql\ntenders: sql/tenders.sql",
            "6: tenders: expected tenders only beside solve: { form: … }, found rank"
        ),
        (
            "[language, dates]", "[language, date]",
            "7: match.require: expected rules among language, place, dates, skills, "
                + "certifications, price, exchange, balance, topics, consent, found “date”; did you mean "
                + "dates?"
        ),
        (
            "[language, dates]", "[dates, dates]",
            "7: match.require: expected each rule once, found “dates” again"
        ),
        (
            "[language, dates]", "language",
            "7: match.require: expected a list of rules (language, place, dates, skills, "
                + "certifications, price, exchange, balance, topics, consent), found “language”"
        ),
        (
            "[language, dates]", "[own_need]",
            "7: match.require: expected rules among language, place, dates, skills, "
                + "certifications, price, exchange, balance, topics, consent, found “own_need”"
        ),
        (
            "skills: 0.5,", "skills: 1.5,",
            "8: match.weights.skills: expected a number from 0 to 1, found “1.5”"
        ),
        (
            "skills: 0.5,", "skills: -0.1,",
            "8: match.weights.skills: expected a number from 0 to 1, found “-0.1”"
        ),
        (
            "skills: 0.5,", "skills: nan,",
            "8: match.weights.skills: expected a number from 0 to 1, found “nan”"
        ),
        (
            "skills: 0.5,", "skils: 0.5,",
            "8: match.weights.skils: expected one of the keys known under match.weights, found "
                + "an unknown one; did you mean skills?"
        ),
        (
            "{ skills: 0.5, meaning: 0.25 }", "{ skills: 0, meaning: 0 }",
            "8: match.weights: expected at least one weight above 0, found only 0"
        ),
        (
            "{ skills: 0.5, meaning: 0.25 }", "{}",
            "8: match.weights: expected at least one weight above 0, found none"
        ),
        (
            "floor: 0.35", "floor: 35",
            "9: match.floor: expected auto or a number from 0 to 1, found “35”"
        ),
        (
            "floor: 0.35", "floor: 0.35\n  mentioned: counts",
            "10: match.mentioned: expected ignored, adds or suffices, found “counts”"
        ),
        (
            "floor: 0.35", "floor: 0.35\n  declined_for: 0 days",
            "10: match.declined_for: expected changed, or 1 to 3650 days such as “90 days”, found “0 days”"
        ),
        (
            "floor: 0.35", "floor: 0.35\n  retrieve: 0",
            "10: match.retrieve: expected a whole number from 1 to 1000000, found “0”"
        ),
        (
            "floor: 0.35", "floor: 0.35\n  precision: 0.5",
            "10: match.precision: expected floor: auto beside it, found a floor of 0.35"
        ),
        (
            "  rank: {", "  assign: {",
            "11: solve.assign: expected one of the keys known under solve, found an unknown one"
        ),
        (
            "solve:\n  rank: { per_need: 5, per_candidate: 4 }", "solve: {}",
            "10: solve: expected one verb, rank or form, found none"
        ),
        (
            "per_candidate: 4 }", "per_candidate: 4 }\n  form: {}",
            "1: tenders: expected the file of an SQL query, such as sql/missions.needs.sql, "
                + "found nothing\n11: solve: expected one verb, rank or form, found both"
        ),
        (
            "report: true", "report: perhaps",
            "12: publish.report: expected true or false, found “perhaps”"
        ),
        (
            "[candidates, owners]", "[candidates, owner]",
            "12: publish.digest: expected readers among candidates, owners, found “owner”; did "
                + "you mean owners?"
        ),
        (
            "publish:", "1: x\n? [a]\n: y\npublish:",
            "12: 1: expected one of the keys known, found an unknown one\n13: expected a text as "
                + "key, found a list"
        ),
        (
            "floor: 0.35", "floor: 0.35\n  floor: 0.4",
            "9: expected each key once, found “floor” more than once"
        ),
        (
            "publish:", "---\npublish:",
            "12: expected YAML, found a mistake: found another document"
        ),
    ])
    func `a wrong file is refused with line, key and what was expected`(
        old: String, new: String, expected: String
    ) throws {
        let text = validJob.replacing(old, with: new, maxReplacements: 1)
        #expect(text != validJob)
        let lines = expected.split(separator: "\n").map { "missions.yaml:\($0)" }
        #expect(try refused(text) == lines)
    }

    @Test(arguments: ["", "# nothing\n", "~\n"])
    func `an empty file is refused`(text: String) throws {
        let found = try refused(text)
        #expect(found.count == 1)
        #expect(found[0].hasPrefix("missions.yaml:1: expected keys with values"))
    }

    @Test func `bytes that are no text are refused, in the file and in its queries`() throws {
        let (folder, file) = try jobFolder(validJob)
        func refused() -> [String] {
            problems(in: folder) { () throws(SettingsError) in
                _ = try JobFile.load(file, verbs: verbs)
            }
        }
        try folder.write(Data("SELECT 1\n-- \u{7F}".utf8 + [0xFF]), to: "sql/needs.sql")
        try folder.write(" \n", to: "sql/candidates.sql")
        #expect(
            refused() == [
                "missions.yaml:4: needs: expected text in UTF-8, found other bytes "
                    + "(sql/needs.sql:2)",
                "missions.yaml:5: candidates: expected a file with an SQL query, found none "
                    + "(sql/candidates.sql)",
            ])
        try folder.write(Data("job: a\n".utf8 + [0x80]), to: "missions.yaml")
        #expect(refused() == ["missions.yaml:2: expected text in UTF-8, found other bytes"])
    }

    @Test func `the canonical text changes with what a run does and with nothing else`() throws {
        func canonical(_ text: String) throws -> String {
            let (_, file) = try jobFolder(text)
            return try JobFile.load(file, verbs: verbs).canonical
        }
        let usual = try canonical(validJob)
        #expect(try canonical("# a word\n" + validJob) == usual)
        #expect(
            try canonical(validJob.replacing("[language, dates]", with: "[dates, language]"))
                == usual)
        #expect(try canonical(validJob.replacing("0.25 }", with: "0.250, words: 0 }")) == usual)
        for (old, new) in [
            ("0.25 }", "0.26 }"), ("floor: 0.35", "floor: 0.36"),
            ("floor: 0.35", "floor: 0.35\n  learn: true"),
            ("floor: 0.35", "floor: 0.35\n  mentioned: suffices"),
            ("floor: 0.35", "floor: 0.35\n  retrieve: 999"),
            ("[language, dates]", "[language]"), ("per_need: 5", "per_need: 6"),
            ("fr: Missions", "fr: Offres"), ("sql/needs.sql", "sql/candidates.sql"),
            ("report: true", "report: false"), ("[candidates, owners]", "[owners]"),
        ] {
            #expect(try canonical(validJob.replacing(old, with: new)) != usual, "\(old) → \(new)")
        }
    }

    @Test func `the deciding text leaves out what decorates and keeps all else`() throws {
        func deciding(_ text: String) throws -> String {
            let (_, file) = try jobFolder(text)
            return try JobFile.load(file, verbs: verbs).deciding
        }
        let usual = try deciding(validJob)
        for (old, new) in [
            ("15 2", "16 2"), ("fr: Missions", "fr: Offres"), ("en: Missions", "en: Offers"),
            ("report: true", "report: false"), ("[candidates, owners]", "[owners]"),
        ] {
            #expect(try deciding(validJob.replacing(old, with: new)) == usual, "\(old) → \(new)")
        }
        for (old, new) in [
            ("job: missions", "job: offers"), ("0.25 }", "0.26 }"),
            ("floor: 0.35", "floor: 0.36"), ("floor: 0.35", "floor: 0.35\n  learn: true"),
            ("floor: 0.35", "floor: 0.35\n  retrieve: 999"),
            ("[language, dates]", "[language]"), ("per_need: 5", "per_need: 6"),
            ("sql/needs.sql", "sql/candidates.sql"),
        ] {
            #expect(try deciding(validJob.replacing(old, with: new)) != usual, "\(old) → \(new)")
        }
    }
}
