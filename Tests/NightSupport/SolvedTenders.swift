public import Jobs
internal import Market
internal import Testing
internal import Verbs

/// Checks that runs found an answer for each of some tenders: a bid, or what their lots lack.
public func checkSolved(_ summaries: [RunSummary], tenders: Int) throws {
    let bids = try summaries.flatMap { try $0.results.bids }
    #expect(bids.count == tenders)
    for lot in bids.flatMap(\.lots) {
        #expect(!(lot.reason[.french] ?? "").contains("Le calcul a échoué"))
    }
}
