import Foundation
import Market
import Samples
import Settings
import Testing

@Suite struct ConfigurationTests {
    /// Loads a file with this text and returns the problems.
    func refused(_ text: String, environment: [String: String] = [:]) throws -> [String] {
        let folder = try Folder()
        let file = try folder.write(text, to: "config/entremise.yaml")
        return problems(in: folder) { () throws(SettingsError) in
            _ = try Configuration.load(file: file, environment: environment)
        }
    }

    @Test func `without a word every key has its default`() throws {
        let folder = try Folder()
        let file = try folder.write("", to: "config/entremise.yaml")
        let configuration = try Configuration.load(file: file, environment: [:])
        #expect(configuration.root == folder.path)
        #expect(configuration.network.name == "Réseau")
        #expect(configuration.network.replyTo == "coordination@example.org")
        #expect(configuration.network.timeZone == "Europe/Paris")
        #expect(configuration.database.conninfo == nil)
        #expect(configuration.database.directory == folder.path + "/var/postgres")
        #expect(configuration.encoder.kind == .embedded)
        #expect(configuration.encoder.weights == folder.path + "/var/model/e5-small-q4.bin")
        #expect(configuration.encoder.engine == folder.path + "/var/model/libe5.so")
        #expect(configuration.encoder.url == nil)
        #expect(configuration.encoder.model == nil)
        #expect(configuration.encoder.key == nil)
        #expect(configuration.encoder.batch == 64)
        #expect(configuration.encoder.timeoutSeconds == 30)
        #expect(configuration.encoder.retries == 5)
        #expect(configuration.report.directory == folder.path + "/var/reports")
        #expect(configuration.network.language == .french)
        #expect(configuration.report.language == .french)
        #expect(configuration.report.url == nil)
        #expect(configuration.publish.webhook == nil)
        #expect(configuration.publish.webhookSecret == nil)
        #expect(configuration.digest.outbox == folder.path + "/var/outbox")
        #expect(configuration.mail.from == "entremise@example.org")
        #expect(configuration.jobs.directory == folder.path + "/jobs")
        #expect(configuration.jobs.order == [])
        #expect(configuration.templates.directory == folder.path + "/config/templates")
        #expect(configuration.locales.directory == folder.path + "/config/locales")
        #expect(configuration.solve.seconds == 10)
        #expect(configuration.solve.highs == folder.path + "/var/highsbox/libhighs.so")
        #expect(configuration.run.seed == 1)
        #expect(configuration.run.shrink == 0.5)
        #expect(configuration.log.level == .info)
        #expect(configuration.demo.directory == folder.path + "/config/sample")
        #expect(configuration.demo.asOf == Day("2026-11-23"))
        #expect(configuration.entries.allSatisfy { $0.origin == .fallback })
    }

    @Test func `the file sets values and the environment wins over it`() throws {
        let folder = try Folder()
        let file = try folder.write(
            """
            network:
              name: Consultants normands
              reply_to: Coordination <bonjour@example.org>
              time_zone: Indian/Reunion
            encoder: { kind: server, url: "http://127.0.0.1:8080/v1", model: e5, batch: 32 }
            jobs:
              order: [tenders, missions]
            report:
              directory: /srv/reports
            log:
            """, to: "config/entremise.yaml")
        let configuration = try Configuration.load(
            file: file,
            environment: [
                "ENTREMISE_ENCODER_BATCH": "128", "ENTREMISE_ENCODER_TIMEOUT_SECONDS": "2.5",
                "ENTREMISE_DATABASE_CONNINFO": "service=entremise", "ENTREMISE_HOME": "/srv/home",
                "ENTREMISE_REPORT_LANGUAGE": "en", "HOME": "/root", "LANG": "C",
            ])
        #expect(configuration.network.name == "Consultants normands")
        #expect(configuration.network.timeZone == "Indian/Reunion")
        #expect(configuration.encoder.kind == .server)
        #expect(configuration.encoder.url == "http://127.0.0.1:8080/v1")
        #expect(configuration.encoder.batch == 128)
        #expect(configuration.encoder.timeoutSeconds == 2.5)
        #expect(configuration.database.conninfo?.revealed == "service=entremise")
        #expect(configuration.report.language == .english)
        #expect(configuration.report.directory == "/srv/reports")
        #expect(configuration.jobs.order == ["tenders", "missions"])
        #expect(configuration.root == "/srv/home")
        #expect(configuration.jobs.directory == "/srv/home/jobs")
        let batch = try #require(configuration.entries.first { $0.key == "encoder.batch" })
        #expect(batch.origin == .environment(variable: "ENTREMISE_ENCODER_BATCH"))
        #expect(batch.value == "128")
        #expect(batch.fallback == "64")
        let name = try #require(configuration.entries.first { $0.key == "network.name" })
        #expect(name.origin == .file(line: 2))
    }

    @Test func `the report opens in the network's language where nothing else is said`() throws {
        let folder = try Folder()
        let file = try folder.write("network:\n  language: en\n", to: "config/entremise.yaml")
        let loaded = try Configuration.load(file: file, environment: [:])
        #expect(loaded.network.language == .english && loaded.report.language == .english)
        let other = try Configuration.load(
            file: file, environment: ["ENTREMISE_REPORT_LANGUAGE": "fr"])
        #expect(other.network.language == .english && other.report.language == .french)
    }

    @Test func `a list of the environment is written with commas`() throws {
        let folder = try Folder()
        let file = try folder.write("jobs: { order: [a] }", to: "config/entremise.yaml")
        let configuration = try Configuration.load(
            file: file, environment: ["ENTREMISE_JOBS_ORDER": "tenders, missions"])
        #expect(configuration.jobs.order == ["tenders", "missions"])
    }

    @Test func `a section with all its keys commented out is empty`() throws {
        #expect(try refused("database:\n  # conninfo: x\nlog:\n") == [])
        #expect(try refused("# nothing at all\n") == [])
        #expect(try refused("~\n") == [])
    }

    @Test(arguments: [
        (
            "databse:\n  conninfo: x\n",
            "config/entremise.yaml:1: databse: expected a key of the configuration, found an "
                + "unknown one; did you mean database?"
        ),
        (
            "encoder:\n  batch: 64\n  bacth: 64\n",
            "config/entremise.yaml:3: encoder.bacth: expected a key of the configuration, found "
                + "an unknown one; did you mean encoder.batch?"
        ),
        (
            "conninfo: secret-word\n",
            "config/entremise.yaml:1: conninfo: expected a key of the configuration, found an "
                + "unknown one; did you mean database.conninfo?"
        ),
        (
            "network:\n  time_zone: Europe/Pari\n",
            "config/entremise.yaml:2: network.time_zone: expected a time zone of the IANA database, "
                + "such as Europe/Paris or UTC, found “Europe/Pari”; did you mean Europe/Paris?"
        ),
        (
            "network:\n  time_zone: GMT+3\n",
            "config/entremise.yaml:2: network.time_zone: expected a time zone of the IANA database, "
                + "such as Europe/Paris or UTC, found “GMT+3”"
        ),
        (
            "weather: fine\n",
            "config/entremise.yaml:1: weather: expected a key of the configuration, found an "
                + "unknown one"
        ),
        (
            "encoder:\n  batch: 4096\n",
            "config/entremise.yaml:2: encoder.batch: expected a whole number from 1 to 2048, "
                + "found “4096”"
        ),
        (
            "encoder:\n  batch: many\n",
            "config/entremise.yaml:2: encoder.batch: expected a whole number from 1 to 2048, "
                + "found “many”"
        ),
        (
            "encoder:\n  batch: [64]\n",
            "config/entremise.yaml:2: encoder.batch: expected a whole number from 1 to 2048, "
                + "found a list"
        ),
        (
            "encoder:\n  batch:\n",
            "config/entremise.yaml:2: encoder.batch: expected a whole number from 1 to 2048, "
                + "found nothing"
        ),
        (
            "encoder:\n  timeout_seconds: .nan\n",
            "config/entremise.yaml:2: encoder.timeout_seconds: expected a number from 1 to 600, "
                + "found “.nan”"
        ),
        (
            "encoder:\n  kind: sever\n",
            "config/entremise.yaml:2: encoder.kind: expected one of embedded, server, words, "
                + "found “sever”"
        ),
        (
            "encoder: embedded\n",
            "config/entremise.yaml:1: encoder: expected the keys of this section, found a text"
        ),
        (
            "network:\n  name: { fr: Réseau }\n",
            "config/entremise.yaml:2: network.name: expected a text, found keys with values"
        ),
        (
            "mail:\n  from: nobody\n",
            "config/entremise.yaml:2: mail.from: expected an address, such as name@example.org "
                + "or Name <name@example.org>, found “nobody”"
        ),
        (
            "mail:\n  from: Nuit <été@example.org>\n",
            "config/entremise.yaml:2: mail.from: expected ASCII before the @ (other letters need "
                + "SMTPUTF8, which is not supported yet), found “Nuit <été@example.org>”"
        ),
        (
            "network:\n  reply_to: Nuit <a@é..fr>\n",
            "config/entremise.yaml:2: network.reply_to: expected an address, such as "
                + "name@example.org or Name <name@example.org>, found “Nuit <a@é..fr>”"
        ),
        (
            "run:\n  shrink: 1.5\n",
            "config/entremise.yaml:2: run.shrink: expected a number from 0 to 1, found “1.5”"
        ),
        (
            "jobs:\n  order: missions\n",
            "config/entremise.yaml:2: jobs.order: expected a list of job names, found a text"
        ),
        (
            "jobs:\n  order: [[missions]]\n",
            "config/entremise.yaml:2: jobs.order: expected a list of job names, found a list"
        ),
        (
            "demo:\n  as_of: 2026-02-30\n",
            "config/entremise.yaml:2: demo.as_of: expected a date, YYYY-MM-DD, found “2026-02-30”"
        ),
        (
            "log.level: info\nlog:\n  level: debug\n",
            "config/entremise.yaml:3: log.level: expected each key once, found it again"
        ),
        (
            "log:\n  level: info\nlog:\n  level: debug\n",
            "config/entremise.yaml:1: expected each key once, found “log” more than once"
        ),
        (
            "- a\n- b\n",
            "config/entremise.yaml:1: expected keys with values, such as “name: value”, found a "
                + "list"
        ),
        (
            "log:\n  level: info\n wrong\n",
            "config/entremise.yaml:3: expected YAML, found a mistake: did not find expected key "
                + "while parsing a block mapping"
        ),
        (
            "log: { level: info }\nnetwork:\n  name: \"Réseau\n  reply_to: a@example.org\n",
            "config/entremise.yaml:3: expected YAML, found a mistake: found unexpected end of "
                + "stream while scanning a quoted scalar"
        ),
        (
            "log: { level: info }\n\u{1}\n",
            "config/entremise.yaml:2: expected YAML, found a mistake: control characters are not "
                + "allowed"
        ),
    ])
    func `a wrong file is refused with line, key and what was expected`(
        text: String, problem: String
    ) throws {
        let found = try refused(text)
        #expect(found == [problem])
    }

    @Test func `all problems are told at once, the environment's last`() throws {
        let found = try refused(
            "encoder:\n  retries: -1\n  batch: 0\nsolve:\n  second: 3\n",
            environment: [
                "ENTREMISE_RUN_SEED": "chance", "ENTREMISE_DATABASE_CONINFO": "password=tiger",
                "ENTREMISE_HOME": "/srv", "ENTREMISE_LOG_LEVEL": "",
            ])
        #expect(
            found == [
                "config/entremise.yaml:2: encoder.retries: expected a whole number from 0 to 20, "
                    + "found “-1”",
                "config/entremise.yaml:3: encoder.batch: expected a whole number from 1 to 2048, "
                    + "found “0”",
                "config/entremise.yaml:5: solve.second: expected a key of the configuration, "
                    + "found an unknown one; did you mean solve.seconds?",
                "environment: ENTREMISE_RUN_SEED: expected a whole number from 0 to 2147483647, "
                    + "found “chance”",
                "environment: ENTREMISE_LOG_LEVEL: expected one of trace, debug, info, notice, "
                    + "warning, error, critical, found nothing",
                "environment: ENTREMISE_DATABASE_CONINFO: expected a variable of the "
                    + "configuration, found an unknown one; did you mean "
                    + "ENTREMISE_DATABASE_CONNINFO?",
            ])
    }

    @Test func `a server needs its address and its model`() throws {
        #expect(
            try refused("encoder:\n  kind: server\n") == [
                "config/entremise.yaml: encoder.url: expected an http or https URL without user "
                    + "or password, since encoder.kind is server, found nothing",
                "config/entremise.yaml: encoder.model: expected the name of a model, since "
                    + "encoder.kind is server, found nothing",
            ])
    }

    @Test func `a missing file, a folder and bytes that are no text are refused`() throws {
        let folder = try Folder()
        func refused(_ path: String) -> [String] {
            problems(in: folder) { () throws(SettingsError) in
                _ = try Configuration.load(file: path, environment: [:])
            }
        }
        #expect(
            refused(folder.path + "/none.yaml") == [
                "none.yaml: expected a file that can be read, found “No such file or directory”"
            ])
        try folder.write("", to: "config/x")
        #expect(
            refused(folder.path + "/config") == [
                "config: expected a file that can be read, found “Is a directory”"
            ])
        let latin = try folder.write(
            Data("log: {}\nnetwork:\n  name: R".utf8 + [0xE9] + "seau\n".utf8), to: "latin.yaml")
        #expect(refused(latin) == ["latin.yaml:3: expected text in UTF-8, found other bytes"])
        let large = try folder.write(
            String(repeating: "# a\n", count: 300_000), to: "large.yaml")
        #expect(
            refused(large) == ["large.yaml: expected a file of at most 1 MiB, found a larger one"])
    }

    @Test func `the same values give the same fingerprint in any folder, and others another`()
        throws
    {
        func fingerprint(_ text: String, _ environment: [String: String] = [:]) throws -> String {
            let folder = try Folder()
            let file = try folder.write(text, to: "config/entremise.yaml")
            return try Configuration.load(file: file, environment: environment).fingerprint
        }
        let usual = try fingerprint("")
        #expect(try fingerprint("encoder: { batch: 64 } # as ever\n") == usual)
        #expect(try fingerprint("", ["ENTREMISE_ENCODER_BATCH": "64"]) == usual)
        #expect(try fingerprint("", ["ENTREMISE_DATABASE_CONNINFO": "host=a"]) == usual)
        #expect(try fingerprint("run: { seed: 2 }") != usual)
        #expect(try fingerprint("network: { name: Autre }") != usual)
    }
}
