internal import Market

/// English, as people read it.
struct English: LanguageSentences {
    let wording = Wording(.english)
    var forms: any WrittenForms { English.forms }

    private static let forms: any WrittenForms = EnglishForms()
}
