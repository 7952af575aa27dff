internal import Wording

/// The texts of suggestions on the page that are counted, filled or chosen; see `config/locales`.
package enum RankLabel: String, PhraseKey {
    case newFor = "page_new_for"
    case newSuggestion = "page_new_suggestion"
    case suggestion = "page_suggestion"
    case need = "page_need"
    case ofWhichNew = "page_of_which_new"
    case withNew = "page_with_new"
    case jobSummary = "page_job_summary"
    case askedBy = "page_asked_by"
    case scoreHigh = "page_score_high"
    case scoreGood = "page_score_good"
    case scorePossible = "page_score_possible"
    case statusAccepted = "page_status_accepted"
    case statusDeclined = "page_status_declined"
    case statusCorrected = "page_status_corrected"
    case sectionSharing = "page_section_sharing"
    case sharingSuggested = "page_sharing_suggested"
    case sharingUnseen = "page_sharing_unseen"
    case sharingNewcomers = "page_sharing_newcomers"
    case sharingNewcomersSeen = "page_sharing_newcomers_seen"
    case sharingGini = "page_sharing_gini"
    case sharingGiniNote = "page_sharing_gini_note"
    case sharingWaiting = "page_sharing_waiting"
    case sharingLate = "page_sharing_late"
    case shareOf = "page_share_of"
    case shareOfNobody = "page_share_of_nobody"
    case member = "page_member"
    case night = "page_night"
    case departmentUnknown = "page_department_unknown"
    case departmentOthers = "page_department_others"
    case tradeTotalName = "page_trade_total_name"
    case tradeTotal = "page_trade_total"
    case tradeCostsName = "page_trade_costs_name"
    case tradeCosts = "page_trade_costs"
    case tradeProofName = "page_trade_proof_name"
    case tradeProven = "page_trade_proven"
    case tradeGap = "page_trade_gap"
    case tradeKeptName = "page_trade_kept_name"
    case tradeKept = "page_trade_kept"

    package static let counted: Set<Self> = [
        .newSuggestion, .suggestion, .need, .ofWhichNew, .member, .night,
    ]
}
