import Market
import Samples
import Settings
import Testing

/// A configuration file a network, beside what all networks share.
@Suite struct NetworkFileTests {
    private static let common = """
        network: { name: Réseau, time_zone: Europe/Brussels }
        database: { directory: data }
        parameters: { country: be, region: all }
        report: { language: en }
        """

    private static func loaded(
        _ own: String, common: String? = Self.common, others: [String: String] = [:],
        environment: [String: String] = [:], check: (Configuration, Folder) throws -> Void
    ) throws {
        let folder = try Folder()
        if let common { _ = try folder.write(common, to: "config/entremise.yaml") }
        for (name, text) in others { _ = try folder.write(text, to: "config/networks/\(name)") }
        let file = try folder.write(own, to: "config/networks/lyon.yaml")
        try check(try Configuration.load(file: file, environment: environment), folder)
    }

    private static func refused(
        _ own: String, common: String = Self.common, others: [String: String] = [:],
        environment: [String: String] = [:]
    ) throws -> [String] {
        let folder = try Folder()
        _ = try folder.write(common, to: "config/entremise.yaml")
        for (name, text) in others { _ = try folder.write(text, to: "config/networks/\(name)") }
        let file = try folder.write(own, to: "config/networks/lyon.yaml")
        return problems(in: folder) { () throws(SettingsError) in
            _ = try Configuration.load(file: file, environment: environment)
        }
    }

    @Test func `what a network does not say is what all share, and the environment wins`() throws {
        try Self.loaded(
            """
            network: { key: lyon, name: Lyon }
            parameters: { region: auvergne }
            """, environment: ["ENTREMISE_RUN_SEED": "7", "ENTREMISE_PARAMETERS_CITY": "69"]
        ) { configuration, folder in
            #expect(configuration.root == folder.path)
            #expect(configuration.network.key == "lyon" && configuration.network.name == "Lyon")
            #expect(configuration.network.timeZone == "Europe/Brussels")
            #expect(configuration.database.directory == folder.path + "/data")
            #expect(configuration.report.language == .english && configuration.run.seed == 7)
            #expect(
                configuration.parameters.values
                    == ["country": "be", "region": "auvergne", "city": "69"])
        }
    }

    @Test func `a network writes into folders of its own unless its file says where`() throws {
        try Self.loaded("network: { key: lyon }") { configuration, folder in
            #expect(configuration.report.directory == folder.path + "/var/reports/lyon")
            #expect(configuration.digest.outbox == folder.path + "/var/outbox/lyon")
        }
        try Self.loaded(
            """
            network: { key: lyon }
            report: { directory: pages }
            """,
            common: "report: { directory: all, url: 'https://r.example.org/n' }\n"
                + "digest: { outbox: out }"
        ) { configuration, folder in
            #expect(configuration.report.url == "https://r.example.org/n/lyon")
            #expect(configuration.report.directory == folder.path + "/pages")
            #expect(configuration.digest.outbox == folder.path + "/out/lyon")
        }
        try Self.loaded("", common: nil) { configuration, folder in
            #expect(configuration.network.key == "")
            #expect(configuration.report.directory == folder.path + "/var/reports")
        }
    }

    @Test func `a mistake is told in the file that holds it`() throws {
        let found = try Self.refused(
            "network: { key: Lyon }\nreprot: { language: fr }",
            common: "run: { seed: -1 }\nparameters: { key: x, 'a-b': y }")
        #expect(
            found == [
                "config/networks/lyon.yaml:1: network.key: expected a key of small letters, digits, "
                    + "- and _, a letter first, such as lyon, found “Lyon”",
                "config/networks/lyon.yaml:2: reprot: expected a key of the configuration, found an "
                    + "unknown one; did you mean report?",
                "config/entremise.yaml:1: run.seed: expected a whole number from 0 to 2147483647, "
                    + "found “-1”",
                "config/entremise.yaml:2: parameters.a-b: expected a name of small letters, digits "
                    + "and _, a letter first, other than key, found “a-b”",
                "config/entremise.yaml:2: parameters.key: expected a name of small letters, digits "
                    + "and _, a letter first, other than key, found “key”",
            ])
    }

    @Test func `parameters are names with values`() throws {
        #expect(
            try Self.refused("parameters: lyon") == [
                "config/networks/lyon.yaml:1: parameters: expected names with values, found a text"
            ])
        #expect(
            try Self.refused("parameters: { town: [a] }") == [
                "config/networks/lyon.yaml:1: parameters.town: expected a text, found a list"
            ])
        try Self.loaded("parameters:", common: nil) { configuration, _ in
            #expect(configuration.parameters.values.isEmpty)
        }
    }

    @Test func `two networks cannot have one key, nor both none`() throws {
        #expect(
            try Self.refused(
                "network: { key: lyon }", others: ["metz.yaml": "network:\n  key: lyon\n"]) == [
                    "config/networks/lyon.yaml:1: network.key: expected a key that no other network "
                        + "has, found “lyon”, also in config/networks/metz.yaml"
                ])
        #expect(
            try Self.refused("", others: ["metz.yaml": "network: { name: Metz }"]) == [
                "config/networks/lyon.yaml: network.key: expected a key that no other network has, "
                    + "found none, as in config/networks/metz.yaml"
            ])
        try Self.loaded("", others: ["metz.yaml": "network: { key: metz }", "x.yml": ": ["]) {
            configuration, _ in #expect(configuration.network.key == "")
        }
    }

    @Test func `queries of what is common are read, and one that cannot be is told`() throws {
        let folder = try Folder()
        _ = try folder.write("SELECT 1 AS id", to: "jobs/sql/members.sql")
        _ = try folder.write(" \n", to: "jobs/sql/empty.sql")
        let file = try folder.write(
            "queries: { members: jobs/sql/members.sql }", to: "config/entremise.yaml")
        let configuration = try Configuration.load(file: file, environment: [:])
        #expect(configuration.queries.members?.text == "SELECT 1 AS id")
        #expect(configuration.queries.skills == nil)
        _ = try folder.write(
            "queries:\n  skills: jobs/sql/none.sql\n  places: jobs/sql/empty.sql\n  member: x\n",
            to: "config/entremise.yaml")
        let found = problems(in: folder) { () throws(SettingsError) in
            _ = try Configuration.load(file: file, environment: [:])
        }
        #expect(found.count == 3)
        #expect(
            found[0].hasPrefix("config/entremise.yaml:2: queries.skills: expected a file that "))
        #expect(found[0].contains("jobs/sql/none.sql"))
        #expect(found[1].contains("no query in") && found[1].contains("jobs/sql/empty.sql"))
        #expect(found[2].contains("queries.member") && found[2].contains("queries.members"))
    }

    @Test func `the networks of an installation are found by their files`() throws {
        let folder = try Folder()
        #expect(Configuration.networks(environment: ["ENTREMISE_HOME": folder.path]).isEmpty)
        for name in ["metz.yaml", "lyon.yml", ".hidden.yaml", "notes.txt"] {
            _ = try folder.write("", to: "config/networks/\(name)")
        }
        let found = Configuration.networks(environment: ["ENTREMISE_HOME": folder.path])
        #expect(found.map(\.name) == ["lyon", "metz"])
        #expect(found.map(\.file).first == folder.path + "/config/networks/lyon.yml")
    }
}
