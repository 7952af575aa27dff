public import Market

/// Words of a language that say nothing about a subject: articles, pronouns, prepositions, the
/// forms of “be” and “have”, elided letters, and the addresses of the web. Empty for a language of
/// which no such words are known here.
///
/// The list is short on purpose. Words of the trade (“mission”, “project”) are left to their
/// frequency, which BM25 weighs.
public func stopWords(in language: TextLanguage) -> Set<String> {
    StopWords.byLanguage[language] ?? []
}

/// The stop words of all languages that have any here.
enum StopWords {
    static let byLanguage: [TextLanguage: Set<String>] = {
        var all: [TextLanguage: Set<String>] = [.french: french, .english: english]
        for (code, list) in romanceStopWords + germanicStopWords + furtherStopWords {
            all[TextLanguage(rawValue: code)] = words(list)
        }
        return all
    }()

    /// The languages that a word is a stop word of; beside French and English also where it is
    /// written without its accents.
    static let languages: [String: [TextLanguage]] = {
        var languages: [String: Set<TextLanguage>] = [:]
        for (language, words) in byLanguage {
            let isExact = language == .french || language == .english
            for word in isExact ? words : words.union(words.map(Tokeniser.folded)) {
                languages[word, default: []].insert(language)
            }
        }
        return languages.mapValues { Array($0) }
    }()
}

private let french = words(
    """
    à a afin ai ainsi alors après as au aucun aucune aussi autre autres aux avant avec avez avoir
    avons ayant c car ce ceci cela celle celles celui ces cet cette ceux chaque chez ci comme
    comment d dans de depuis des donc dont du elle elles en encore entre es est et étaient était
    étant été être eu eux fait faire font http https il ils j je jusqu jusque l la le les leur leurs
    lors lorsque lui m ma mais me même mêmes mes mis moi moins mon n ne ni non nos notre nous on ont
    ou où par parmi pas pendant peu peut peuvent plus pour pourra pourront près puis qu quand que
    quel quelle quelles quels qui quoi s sa sans se selon sera seront ses si soit son sont sous sur
    t ta te tel telle telles tels tes ton tous tout toute toutes très tu un une vers via voir vos
    votre vous vu www y
    """)

private let english = words(
    """
    a about after again all also am an and any are as at be because been before being both but by
    can could d did do does doing done during each either etc few for from further had has have
    having he her hers here him his how http https i if in into is it its itself ll may me might
    more most must my no nor not of off on once only or other our ours out over own per re s same
    shall she should so some such t than that the their theirs them then there these they this those
    through thus to too under until up upon us ve very via was we were what when where which while
    who whom whose why will with within without would www you your yours
    """)

private func words(_ list: String) -> Set<String> {
    Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
}
