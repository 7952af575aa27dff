internal import Wording

/// The texts of bids in the digest, as the files of `config/locales` name them.
package enum FormDigestLabel: String, PhraseKey {
    case subjectBids = "digest_subject_bids"
    case bids = "digest_bids"
    case bid = "digest_bid"
    case buyer = "digest_buyer"
    case yourShare = "digest_your_share"
    case leadYou = "digest_lead_you"
    case lead = "digest_lead"
    case with = "digest_with"
    case alone = "digest_alone"
    case yourWork = "digest_your_work"

    package static let counted: Set<Self> = [.subjectBids, .bid]
}
