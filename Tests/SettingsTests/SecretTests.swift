import Foundation
import Samples
import Settings
import Testing

@Suite struct SecretTests {
    let word = "tiger-4711"

    /// Everything that could be printed of a value.
    func printed(_ value: some Any) -> String {
        var dumped = ""
        dump(value, to: &dumped)
        return "\(value) \(String(reflecting: value)) \(dumped)"
    }

    @Test func `a loaded configuration never shows its secrets`() throws {
        let folder = try Folder()
        let file = try folder.write(
            "database:\n  conninfo: postgresql://u:\(word)@host/db\n"
                + "publish: { webhook: 'https://example.org/\(word)?a=b' }\n",
            to: "config/entremise.yaml")
        let configuration = try Configuration.load(
            file: file, environment: ["ENTREMISE_ENCODER_KEY": word])
        #expect(configuration.database.conninfo?.revealed.contains(word) == true)
        #expect(configuration.encoder.key?.revealed == word)
        #expect(configuration.publish.webhook?.revealed.contains(word) == true)
        #expect(!printed(configuration).contains(word))
        #expect(!printed(configuration.encoder).contains(word))
        #expect(!configuration.fingerprint.contains(word))
    }

    @Test(arguments: [
        "database:\n  conninfo: [WORD]\n",
        "database:\n  conninfo: { WORD: x }\n",
        "database: password=WORD\n",
        "conninfo: password=WORD\n",
        "database:\n  conninfos: password=WORD\n",
        "database:\n  conninfo: \"WORD\n",
        "database:\n  conninfo: 'a' WORD\n",
        "database:\n  conninfo: WORD\n  conninfo: WORD\n",
        "encoder: { kind: server, model: m, url: 'https://user:WORD@example.org/v1' }\n",
        "encoder: { key: [WORD], url: 'ftp://user:WORD@example.org' }\n",
        "database:\n  conninfo: &WORD x\n  directory: [*WORD]\n",
        "publish: { webhook: WORD, webhook_secret: whsec_WORD }\n",
        "publish: { webhook: 'ftp://example.org/WORD?a=WORD', webhook_secret: [WORD] }\n",
    ])
    func `a refused file never shows a secret`(template: String) throws {
        let folder = try Folder()
        let text = template.replacingOccurrences(of: "WORD", with: word)
        let file = try folder.write(text, to: "config/entremise.yaml")
        do {
            _ = try Configuration.load(file: file, environment: [:])
            Issue.record("\(template) was accepted")
        } catch {
            #expect(!printed(error).contains(word))
        }
    }

    @Test(arguments: [
        "ENTREMISE_DATABASE_CONNINFO", "ENTREMISE_ENCODER_KEY", "ENTREMISE_NOBODY",
        "ENTREMISE_PUBLISH_WEBHOOK", "ENTREMISE_PUBLISH_WEBHOOK_SECRET",
    ])
    func `a refused variable never shows its value`(variable: String) throws {
        let folder = try Folder()
        let file = try folder.write("log: { level: loud }", to: "config/entremise.yaml")
        do {
            _ = try Configuration.load(file: file, environment: [variable: word])
            Issue.record("a wrong file was accepted")
        } catch {
            #expect(!printed(error).contains(word))
        }
    }
}
