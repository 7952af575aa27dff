public import Foundation

/// Where the package's own files are.
public enum Checkout {
    /// The folder with `Package.swift`.
    public static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The command, as built beside the tests.
    public static let program = URL(filePath: CommandLine.arguments[0])
        .resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "entremise")
}
