// swift-tools-version: 6.2
import PackageDescription

// What parts of Entremise cost, beside the physical limit or another program. A package of its own,
// so that nobody who builds the program builds these.

let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

func module(_ name: String) -> Target.Dependency { .product(name: name, package: "entremise") }

let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")

let package = Package(
    name: "benchmarks",
    dependencies: [
        .package(name: "entremise", path: ".."),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    ],
    targets: [
        .executableTarget(
            name: "retrieval-benchmark", dependencies: [module("Retrieval")],
            path: "retrieval-benchmark", swiftSettings: house),
        .executableTarget(
            name: "solving-benchmark",
            dependencies: [
                module("Market"), module("Parallel"), module("Scoring"), module("Solving"),
                module("TestSupport"),
            ],
            path: "solving-benchmark", swiftSettings: house),
        .executableTarget(
            name: "scale-benchmark",
            dependencies: [
                module("Jobs"), module("Encoding"), module("Hashing"), module("Ledger"),
                module("Market"), module("Postgres"), module("PostgresCluster"),
                module("Retrieval"), module("Settings"), module("Text"), logging,
            ], path: "scale-benchmark", swiftSettings: house),
    ],
    swiftLanguageModes: [.v6]
)
