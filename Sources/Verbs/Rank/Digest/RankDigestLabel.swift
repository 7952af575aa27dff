internal import Wording

/// The texts of suggestions in the digest, as the files of `config/locales` name them.
enum RankDigestLabel: String, PhraseKey {
    case subjectOne = "digest_subject_one"
    case subjectMany = "digest_subject_many"
    case subjectNeedsOne = "digest_subject_needs_one"
    case subjectNeedsMany = "digest_subject_needs_many"
    case forYou = "digest_for_you"
    case forYourNeeds = "digest_for_your_needs"
    case suggestionOne = "digest_suggestion_one"
    case suggestionMany = "digest_suggestion_many"
    case answerOne = "digest_answer_one"
    case answerMany = "digest_answer_many"
    case askedBy = "digest_asked_by"
}
