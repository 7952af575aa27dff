internal import Wording

/// The texts of a message's frame, as the files of `config/locales` name them.
package enum DigestLabel: String, PhraseKey {
    case greeting = "digest_greeting"
    case intro = "digest_intro"
    case more = "digest_more"
    case decide = "digest_decide"
    case why = "digest_why"
}
