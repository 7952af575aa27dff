internal import Wording

/// The texts of bids on the page that are counted, filled or chosen; see `config/locales`.
package enum BidLabel: String, PhraseKey {
    case newBid = "page_new_bid"
    case bid = "page_bid"
    case sectionBids = "page_section_bids"
    case kindBid = "page_kind_bid"
    case teamLed = "page_team_led"
    case teamAlone = "page_team_alone"
    case deadline = "page_deadline"
    case deadlineIn = "page_deadline_in"
    case deadlineToday = "page_deadline_today"
    case deadlinePast = "page_deadline_past"
    case priceAndBudget = "page_price_and_budget"
    case priceOnly = "page_price_only"
    case underBudget = "page_under_budget"
    case lot = "page_lot"
    case lotsBidFor = "page_lots_bid_for"
    case bidOptimal = "page_bid_optimal"
    case bidRepaired = "page_bid_repaired"
    case bidFeasible = "page_bid_feasible"
    case bidFeasibleGap = "page_bid_feasible_gap"
    case memberGone = "page_member_gone"
    case withoutMember = "page_without_member"
    case repair = "page_repair"
    case bidNone = "page_bid_none"

    package static let counted: Set<Self> = [.newBid, .bid]
}
