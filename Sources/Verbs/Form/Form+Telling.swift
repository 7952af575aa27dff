public import Ledger
public import Market

extension Form {
    public static let plural = "bids"
    public static let keyNames = ["tender"]

    public static func name(of key: Proposal.Key) -> String {
        "the bid for “\(key.parts.first ?? "")”"
    }

    public static func counted(_ results: RunResults) throws -> String {
        let formed = try results.proposals.map(Bid.init).count { $0.status != .none }
        return "\(formed) bids for \(results.proposals.count) tenders"
    }

    public static func remarks(on figures: String?) throws -> [String] {
        try figures.map { try Proposal.decoded(FormFigures.self, from: $0).remarks } ?? []
    }

    public static func printed(_ results: RunResults) throws -> [String: any Encodable] {
        [plural: try results.proposals.map(Bid.init)]
    }
}
