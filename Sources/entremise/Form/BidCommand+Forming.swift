import Foundation
import Jobs
import Ledger
import Market
import Settings
import Solving
import Verbs

extension Application {
    /// Forms the bid for one tender as a run of this day would, and writes nothing.
    ///
    /// - Parameters:
    ///   - tender: Id of an open tender.
    ///   - member: Who declines; nil: nobody.
    ///   - jobs: Jobs to look in; those that form no bids are passed over.
    ///   - ledger: Where the network is read.
    ///   - keepsModels: Whether the models that were solved are wanted.
    /// - Throws: ``Refusal`` where there is no such tender, or nothing can be formed.
    func formBid(
        for tender: Tender.ID, without member: String?, jobs: [JobFile],
        on ledger: borrowing Ledger, keepsModels: Bool
    ) async throws -> FormedBid {
        let forming = jobs.filter { $0.verb is Form }
        let found = try await dryRun(among: forming, on: ledger) { job, snapshot, _ in
            snapshot.tenders.contains { $0.id == tender }
                ? (job.verb as? Form).map { ($0, snapshot.lastRun?.proposals ?? []) } : nil
        }
        guard let (run, (form, recorded)) = found else {
            throw try Refusal(unknown: tender, asOf: asOf, on: ledger)
        }
        return try form.bid(
            for: tender, without: member, in: run.market, recorded: recorded,
            keepsModels: keepsModels, context: run.context)
    }

    /// Writes the sheet of a bid, in each language and as a table, into a folder.
    ///
    /// - Returns: The paths written.
    /// - Throws: ``JobError/cannotWrite(path:reason:)``.
    func writeSheet(of bid: Bid, to folder: String) throws -> [String] {
        try write(bid.sheetFiles(number: 1, asOf: asOf, texts: reportTexts()), to: folder)
    }

    /// Writes the models of a bid: the first at the path, the others beside it with the number and
    /// the name of their objective before the ending.
    ///
    /// - Returns: For each file its path, what its objective came to in the bid (nil: nothing was
    ///   found), and whether that is proven.
    /// - Throws: ``JobError/cannotWrite(path:reason:)``.
    func writeModels(
        of formed: FormedBid, to path: String
    ) throws -> [(path: String, found: Int?, isProven: Bool)] {
        let stem = path.hasSuffix(".mps") ? String(path.dropLast(4)) : path
        return try formed.models.enumerated().map { index, model in
            let file =
                index == 0 ? path : "\(stem).\(index + 1)-\(model.objective.rawValue).mps"
            do {
                try Data(model.mps.utf8).write(to: URL(filePath: file))
            } catch {
                let folder = URL(filePath: file).deletingLastPathComponent().path
                let isThere = FileManager.default.fileExists(atPath: folder)
                throw JobError.cannotWrite(
                    path: file,
                    reason: isThere
                        ? error.localizedDescription : "there is no folder \(folder)")
            }
            return (file, model.found, model.isProven)
        }
    }
}
