internal import SystemPackage

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

extension Configuration {
    /// Variables that begin like a key's and are none: the folder, the file, the program that
    /// `jobs/nightly` starts, and what the tests of this package are told.
    static let otherVariables = [
        "ENTREMISE_HOME", "ENTREMISE_CONFIG", "ENTREMISE_PROGRAM", "ENTREMISE_MODEL",
        "ENTREMISE_DATA", "ENTREMISE_RECORD",
    ]

    /// Reads the configuration file, then the environment over it.
    ///
    /// A file in a folder called `networks` is one network's: it inherits what it does not say from the
    /// `entremise.yaml` that lies beside that folder.
    ///
    /// - Parameters:
    ///   - file: The file; nil for `ENTREMISE_CONFIG`, or else `config/entremise.yaml` under
    ///     `ENTREMISE_HOME` or the current folder, where there is one.
    ///   - environment: The process's environment; only `ENTREMISE_…` is looked at.
    /// - Throws: ``SettingsError`` with every problem at once.
    public static func load(
        file: String?, environment: [String: String]
    ) throws(SettingsError) -> Configuration {
        let here = FilePath(FileManager.default.currentDirectoryPath)
        let home = environment["ENTREMISE_HOME"].map { here.pushing(FilePath($0)) }
        let usual = Self.usual(environment: environment).string
        var path = file ?? environment["ENTREMISE_CONFIG"]
        if path == nil, FileManager.default.fileExists(atPath: usual) { path = usual }

        let yaml: MarkedYAML
        var root = home ?? here
        var network: NetworkFile?
        if let path {
            yaml = try MarkedYAML(settings: path)
            let absolute = here.pushing(FilePath(path)).lexicallyNormalized()
            network = NetworkFile(absolute)
            let folder = network?.folder ?? absolute
            root = home ?? folder.removingLastComponent().removingLastComponent()
        } else {
            yaml = try MarkedYAML(name: TextFile.shown(usual), text: "", mayBeEmpty: true)
        }
        root = root.lexicallyNormalized()
        var values = Values(
            yaml: yaml, inheriting: try network?.inherited(), environment: environment, root: root)
        let configuration = Configuration(
            root: root.string, file: path == nil ? nil : yaml.name, from: &values)
        if let same = network?.sibling(with: configuration.network.key) {
            values.refuse(
                "network.key", "a key that no other network has",
                found: configuration.network.key.isEmpty
                    ? "none, as in \(same)" : "\(configuration.network.key.quoted), also in \(same)"
            )
        }
        let problems = values.finish()
        guard problems.isEmpty else { throw SettingsError(problems) }
        return configuration
    }

    /// The file that is read where none is named.
    static func usual(environment: [String: String]) -> FilePath {
        let here = FilePath(FileManager.default.currentDirectoryPath)
        let home = environment["ENTREMISE_HOME"].map { here.pushing(FilePath($0)) } ?? here
        return home.appending("config").appending("entremise.yaml")
    }
}
