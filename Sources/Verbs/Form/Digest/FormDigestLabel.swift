internal import Wording

/// The texts of bids in the digest, as the files of `config/locales` name them.
enum FormDigestLabel: String, PhraseKey {
    case subjectBidsOne = "digest_subject_bids_one"
    case subjectBidsMany = "digest_subject_bids_many"
    case bids = "digest_bids"
    case bidOne = "digest_bid_one"
    case bidMany = "digest_bid_many"
    case buyer = "digest_buyer"
    case yourShare = "digest_your_share"
    case leadYou = "digest_lead_you"
    case lead = "digest_lead"
    case with = "digest_with"
    case alone = "digest_alone"
    case yourWork = "digest_your_work"
}
