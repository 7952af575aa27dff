import Foundation
import TestSupport
import Testing

/// `entremise evaluate`, on tasks with known answers.
@Suite struct EvaluateTests {
    private static let trades = [
        ("baker", "boulanger"), ("carpenter", "charpentier"), ("nurse", "infirmière"),
        ("bus driver", "conducteur d’autobus"), ("beekeeper", "apicultrice"),
        ("translator", "traductrice"), ("plumber", "plombier"), ("librarian", "bibliothécaire"),
        ("fisherman", "pêcheur"), ("architect", "architecte"), ("teacher", "enseignante"),
        ("firefighter", "sapeur-pompier"),
    ]

    @Test func aTaskBetweenLanguagesIsRankedByMeaning() async throws {
        try await Command.onEmptyDatabase { command in
            let folder = command.home.appending(path: "trades")
            let task = NamesTask(
                needs: Self.trades.enumerated().map { ("n\($0)", $1.0) },
                candidates: Self.trades.enumerated().map { ("c\($0)", $1.1) },
                answers: Dictionary(
                    uniqueKeysWithValues: Self.trades.indices.map { ("n\($0)", "c\($0)") }))
            try task.write(to: folder)
            let found = try command.evaluate(folder.path)
            #expect(found.task == "trades" && found.candidates == 12 && found.needs == 12)
            #expect(found.isSound)
            #expect(try found.mean("fused") > 0.8)
            #expect(try found.mean("fused") > found.mean("BM25 alone"))
        }
    }

    /// Trades whose names say nothing, each with three titles that share no word: with the register
    /// imported each is known by its name, and with these names held out it is not.
    @Test func namesThatAreHeldOutTellNothing() async throws {
        let words = [
            "brelateur", "fougnard", "tillandier", "corvisse", "mautrel", "pangelier", "sourdiat",
            "vernoteur", "lambique", "gresillon", "houblard", "quartenier", "rastelle", "druvier",
            "espondeur", "natrelin", "boscarel", "cintrault", "jaumelier", "oriflan", "peldran",
            "turbiac", "wallonier", "yvrande", "zelquin", "aubrissel", "falquier", "mirgandol",
            "dorsivel", "krelmont", "lurtiaud", "sibrant", "tocardel", "ubraisse", "vautrigue",
            "grimoulet", "harpanel", "jolviere", "mastrinque", "nolguier",
        ]
        let occupations = (0..<10).map { (id: "A\(1_000 + $0)", names: words[$0 * 4..<$0 * 4 + 4]) }
        try await Command.onEmptyDatabase { command in
            let rome = command.home.appending(path: "register")
            try FileManager.default.createDirectory(at: rome, withIntermediateDirectories: true)
            let titles = occupations.flatMap { occupation in
                occupation.names.dropFirst().map { (occupation.id, $0) }
            }
            let files = [
                "metiers.csv": "code_rome,libelle_rome\n"
                    + occupations.map { "\($0.id),\($0.names.first ?? "")\n" }.joined(),
                "metiers_exemple.csv": "code_ogr,libelle_appellation_long,code_rome\n"
                    + titles.enumerated().map { "\($0),\($1.1),\($1.0)\n" }.joined(),
            ]
            for (name, text) in files {
                try Data(text.utf8).write(to: rome.appending(path: name))
            }
            let folder = command.home.appending(path: "task")
            let task = NamesTask(
                needs: titles.enumerated().map { ("\($0)", $1.1) },
                candidates: occupations.map { ($0.id, $0.names.first ?? "") },
                answers: Dictionary(
                    uniqueKeysWithValues: titles.enumerated().map { ("\($0)", $1.0) }))
            try task.write(to: folder)
            let without = try command.evaluate(folder.path)
            let imported = try command.run("import", "rome", rome.path)
            #expect(imported.code == 0, "\(imported.errors)")
            let with = try command.evaluate(folder.path)
            let heldOut = try command.evaluate("--hold-out", folder.path)
            #expect(with.needs == 30)
            #expect(try with.mean("fused") > 0.95)
            #expect(try with.mean("fused") > heldOut.mean("fused"))
            #expect(try with.mean("fused") > without.mean("fused"))
        }
    }

    @Test func aTaskThatCannotBeReadIsNamed() async throws {
        try await Command.onEmptyDatabase { command in
            let outcome = try command.run("evaluate", "nowhere")
            #expect(outcome.code != 0)
            #expect(outcome.errors.contains("nowhere"), "\(outcome.errors)")
        }
    }
}
