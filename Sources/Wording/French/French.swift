internal import Market

/// French, as people read it.
struct French: LanguageSentences {
    let wording = Wording(.french)
    var forms: any WrittenForms { French.forms }

    private static let forms: any WrittenForms = FrenchForms()
}
