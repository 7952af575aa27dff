public import Digest
public import Market
public import Report

/// How the proposals of one verb are shown: in the report, in tables and JSON, in the digest.
///
/// A verb answers for its own ``kind`` of proposal only, and shows nothing of a record without any.
/// What it has nothing to say of, it leaves to the defaults.
public protocol Presentation: Sendable {
    /// The kind of its proposals.
    static var kind: String { get }

    /// Whether its tables and its keys of `night.json` are written for a record without proposals
    /// of its kind, too: scripts of integrators may count on a file that was always there.
    static var isAlwaysListed: Bool { get }

    /// Files of `config/templates` that it shows its proposals with.
    static var templates: [String] { get }

    /// What it shows on the page.
    static func part(of record: RecordedRuns, in context: ReportContext) throws -> ReportPart

    /// Needs that its proposals tell of, why they found nobody included: they are not told of as
    /// unanswered.
    static func covered(by record: RecordedRuns) throws -> Set<Need.ID>

    /// Its proposals as tables; a table without rows has its header.
    static func tables(of record: RecordedRuns, in language: Language) throws -> [ReportFile]

    /// Its proposals as keys of `night.json`.
    static func json(of record: RecordedRuns) throws -> JSONFields

    /// What it adds to a run in `night.json`.
    static func json(of run: RecordedRun) throws -> JSONFields

    /// Files beside the page, such as one for each proposal.
    static func files(of record: RecordedRuns, texts: ReportTexts) throws -> [ReportFile]

    /// What it tells a member, in the order of the message.
    static func sections(of news: News, in context: DigestContext) throws -> [DigestSection]
}

extension Presentation {
    public static var isAlwaysListed: Bool { false }
    public static var templates: [String] { [] }

    public static func covered(by record: RecordedRuns) throws -> Set<Need.ID> { [] }

    public static func json(of run: RecordedRun) throws -> JSONFields { [:] }

    public static func files(of record: RecordedRuns, texts: ReportTexts) throws -> [ReportFile] {
        []
    }
}
