internal import Wording

/// The texts of suggestions in the digest, as the files of `config/locales` name them.
package enum RankDigestLabel: String, PhraseKey {
    case subject = "digest_subject"
    case subjectNeeds = "digest_subject_needs"
    case forYou = "digest_for_you"
    case forYourNeeds = "digest_for_your_needs"
    case suggestion = "digest_suggestion"
    case answer = "digest_answer"
    case askedBy = "digest_asked_by"

    package static let counted: Set<Self> = [.subject, .subjectNeeds, .suggestion, .answer]
}
