internal import Foundation
public import Ledger
public import Market
public import Settings
public import Solving

/// A bid for one tender, formed by itself.
public struct FormedBid: Sendable {
    public let job: String
    public let bid: RecordedBid
    /// What was solved, in order; empty unless asked for.
    public let models: [BidModelFile]
    /// Where a member declined: who joins and leaves, and which lots are lost.
    public let change: RecordedBid.Substitute?
    /// Where a member declined: their name, and the price of the bid with them.
    public let declining: String?
    public let priceBefore: Money?
    /// Whether the bid was accepted, and so is shown as it stands.
    public let isAccepted: Bool
    /// Whether just this bid was declined, so that a run withholds it.
    public let isDeclined: Bool
    public let seconds: Double
}

extension Night {
    /// Forms the bid for one tender as a run of this day would, and writes nothing. A bid that was
    /// accepted stands as it is, unless a member declines or the models are wanted.
    ///
    /// Days promised to the bids of tenders with earlier deadlines are those of the bids recorded
    /// last; where none are, these bids are formed first.
    ///
    /// - Parameters:
    ///   - tender: Id of an open tender.
    ///   - member: Who declines: the bid recorded last, or else the one formed, is repaired with
    ///     the fewest changes. nil: nobody.
    ///   - jobs: Jobs to look in; those that form no bids are passed over.
    ///   - ledger: Where the network is read.
    ///   - keepsModels: Whether the models that were solved are wanted.
    /// - Throws: ``NightError/unknownTender(_:nearest:)``, ``NightError/notOpen(_:deadline:)``,
    ///   ``NightError/notOfGroup(_:group:)``.
    public func formBid(
        for tender: Tender.ID, without member: String? = nil, jobs: [JobFile],
        on ledger: borrowing Ledger, keepsModels: Bool = false
    ) async throws -> FormedBid {
        let encoding = try await EncodingChoice(configuration.encoder)
        for job in jobs {
            guard case .form(let form) = job.verb else { continue }
            let run = JobRun(
                job: job, configuration: configuration, asOf: asOf, isDryRun: true, isFull: false,
                tellsNewsOnly: false,
                encoding: encoding, interruption: interruption, progress: progress)
            let snapshot = try ledger.snapshot(of: run.queries, asOf: asOf)
            guard snapshot.tenders.contains(where: { $0.id == tender }) else { continue }
            let recorded = try ledger.night(
                asOf: asOf, network: configuration.network.name, jobs: [job.name])
            return try await run.form(
                tender, without: member, form: form, snapshot, recorded: recorded?.bids ?? [],
                keepsModels: keepsModels, on: ledger)
        }
        throw try unknown(tender, on: ledger)
    }

    /// What is said of a tender that no job may form a bid for.
    func unknown(_ tender: Tender.ID, on ledger: borrowing Ledger) throws -> NightError {
        let known = try ledger.tenders()
        if let found = known.first(where: { $0.id == tender }) {
            return .notOpen(tender, deadline: found.deadline < asOf ? found.deadline : nil)
        }
        return .unknownTender(
            tender, nearest: nearestIDs(to: tender, among: known.map { ($0.id, $0.title) }))
    }

    /// Writes the sheet of a bid, in each language and as a table, into a folder.
    ///
    /// - Returns: The paths written.
    /// - Throws: ``NightError/cannotWrite(path:reason:)``.
    public func writeSheet(of bid: RecordedBid, to folder: String) throws -> [String] {
        let labels = try Labels.load(configuration.locales.directory)
        let root = URL(filePath: folder, directoryHint: .isDirectory)
        do {
            try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
            return try sheetFiles(of: bid, number: 1, labels: labels).map { file in
                let path = root.appending(path: file.name)
                try Data(file.content.utf8).write(to: path)
                return path.path
            }
        } catch let error as CocoaError {
            throw NightError.cannotWrite(path: root.path, reason: error.localizedDescription)
        }
    }

    /// Writes the models of a bid: the first at the path, the others beside it with the number and
    /// the name of their objective before the ending.
    ///
    /// - Returns: For each file its path, what its objective came to in the bid (nil: nothing was
    ///   found), and whether that is proven.
    /// - Throws: ``NightError/cannotWrite(path:reason:)``.
    public func writeModels(
        of formed: FormedBid, to path: String
    ) throws -> [(path: String, found: Int?, isProven: Bool)] {
        let stem = path.hasSuffix(".mps") ? String(path.dropLast(4)) : path
        return try formed.models.enumerated().map { place, model in
            let file =
                place == 0 ? path : "\(stem).\(place + 1)-\(model.objective.rawValue).mps"
            do {
                try Data(model.mps.utf8).write(to: URL(filePath: file))
            } catch {
                let folder = URL(filePath: file).deletingLastPathComponent().path
                let isThere = FileManager.default.fileExists(atPath: folder)
                throw NightError.cannotWrite(
                    path: file,
                    reason: isThere
                        ? error.localizedDescription : "there is no folder \(folder)")
            }
            return (file, model.found, model.isProven)
        }
    }
}
