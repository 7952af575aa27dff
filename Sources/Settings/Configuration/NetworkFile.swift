internal import SystemPackage
internal import Yams

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The configuration file of one of several networks: `config/networks/NAME.yaml`.
struct NetworkFile {
    private let path: FilePath

    /// Nil where the file does not lie in a folder called `networks`.
    init?(_ path: FilePath) {
        guard path.removingLastComponent().lastComponent?.string == "networks" else { return nil }
        self.path = path
    }

    /// The folder that it lies in.
    var folder: FilePath { path.removingLastComponent() }

    /// The settings that all networks share, where there are such.
    func inherited() throws(SettingsError) -> MarkedYAML? {
        let common = folder.removingLastComponent().appending("entremise.yaml").string
        guard FileManager.default.fileExists(atPath: common) else { return nil }
        return try MarkedYAML(settings: common)
    }

    /// Another network's file that has the same key, as problems name it; one that cannot be read has
    /// none.
    func sibling(with key: String) -> String? {
        Self.names(in: folder).lazy.map { folder.appending($0) }.first { other in
            guard other != path, let yaml = try? MarkedYAML(settings: other.string) else {
                return false
            }
            let text = WrittenKeys(of: yaml).values["network.key"]?.node.scalar?.string
            return (text ?? "") == key
        }.map { TextFile.shown($0.string) }
    }

    /// Names of the configuration files in a folder, in the order that networks run.
    static func names(in folder: FilePath) -> [String] {
        let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder.string)) ?? []
        return entries.filter {
            !$0.hasPrefix(".") && ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml"))
        }.sorted()
    }
}

extension Configuration {
    /// The configuration files of several networks, beside the usual file, by name of the network;
    /// none where an installation has one network.
    ///
    /// - Parameter environment: The process's environment: `ENTREMISE_HOME` says where to look.
    public static func networks(environment: [String: String]) -> [(name: String, file: String)] {
        let folder = usual(environment: environment).removingLastComponent().appending("networks")
        return NetworkFile.names(in: folder).map { name in
            let file = folder.appending(name)
            return (name: file.stem ?? name, file: file.string)
        }
    }
}

extension MarkedYAML {
    /// A file of settings, which may be empty.
    init(settings path: String) throws(SettingsError) {
        let text = try TextFile(path: path)
        try self.init(name: text.name, text: text.text, mayBeEmpty: true)
    }
}
