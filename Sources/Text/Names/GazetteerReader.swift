internal import Market

/// Recognises the names of a ``Gazetteer`` in texts of one language; words met before are looked up
/// once.
public struct GazetteerReader: ~Copyable {
    private let gazetteer: Gazetteer
    private let inflection: InflectedForm
    /// Words that are names only where they are written as such.
    private let homographs: Set<String>
    private var known: [String: Reading] = [:]

    /// What a written word is.
    private struct Reading {
        /// Its number in the gazetteer; -1 where no name has it.
        var number: Int32 = -1
        var isLink = false
        var isNegator = false
        var isLimit = false
        var isCounted = false
        var isElided = false
        var isHomograph = false
        var isNumber = false
        var isLetter = false
        /// Whether it begins with a capital, and whether all of its letters are.
        var isCapital = false
        var isAllCapitals = false
        var hasSmallLetters = false
    }

    init(_ gazetteer: Gazetteer, _ language: TextLanguage) {
        self.gazetteer = gazetteer
        inflection = InflectedForm(language)
        homographs = [.french, .english, language].reduce(
            into: NameWords.homographs(in: language)
        ) { $0.formUnion(stopWords(in: $1).lazy.map(Tokeniser.folded)) }
    }

    /// What a text names, each once, ascending.
    ///
    /// - Complexity: O(*n*) in the length of the text.
    public mutating func entries(in text: String) -> [Int] {
        guard !gazetteer.isEmpty, !text.isEmpty else { return [] }
        let tokens = NameToken.tokens(of: withoutMarkup(text))
        let readings = tokens.map { read($0.written) }
        let isShouted = tokens.count > 2 && !readings.contains { $0.hasSmallLetters }
        var found: Set<Int> = []
        var start = 0
        while start < tokens.count {
            guard let name = longest(from: start, tokens, readings) else {
                start += 1
                continue
            }
            let accepted = name.bearers.filter {
                isWritten($0.writing, name.range, tokens, readings, isShouted: isShouted)
            }
            if !accepted.isEmpty, !isNegated(start, tokens, readings) {
                found.formUnion(accepted.lazy.map { Int($0.entry) })
            }
            start = accepted.isEmpty ? start + 1 : name.range.upperBound
        }
        return found.sorted()
    }

    /// The longest name that begins at a word.
    private func longest(
        from start: Int, _ tokens: [NameToken], _ readings: [Reading]
    ) -> (range: Range<Int>, bearers: [Gazetteer.Bearer])? {
        var node: Int32 = 0
        var best: (range: Range<Int>, bearers: [Gazetteer.Bearer])?
        for index in start..<tokens.count {
            if index > start, tokens[index].isAfterBreak { break }
            let reading = readings[index]
            if reading.number >= 0, let next = gazetteer.next(node, reading.number) {
                node = next
                if let bearers = gazetteer.bearers(at: node) {
                    best = (start..<index + 1, bearers)
                }
            } else if index == start || !reading.isLink {
                break
            }
        }
        return best
    }

    private func isWritten(
        _ writing: Gazetteer.Writing, _ range: Range<Int>, _ tokens: [NameToken],
        _ readings: [Reading], isShouted: Bool
    ) -> Bool {
        guard range.count == 1 else { return true }
        let index = range.lowerBound
        switch writing {
        case .letter:
            return isLoneLetter(index, tokens, readings) && !isShouted
        case .any where !readings[index].isHomograph:
            return true
        case .any, .capital:
            guard readings[index].isCapital, !isShouted else { return false }
            let isAlone = index + 1 == tokens.count || tokens[index + 1].isAfterBreak
            return !tokens[index].isSentenceStart || readings[index].isAllCapitals || isAlone
        }
    }

    /// Whether a letter stands for itself: it is no initial, no elided word, no number or kind of
    /// something, no part of an abbreviation.
    private func isLoneLetter(
        _ index: Int, _ tokens: [NameToken], _ readings: [Reading]
    ) -> Bool {
        let (token, reading) = (tokens[index], readings[index])
        guard reading.isLetter, reading.isAllCapitals else { return false }
        let isLast = index + 1 == tokens.count
        let previous = token.isAfterBreak ? nil : readings[index - 1]
        let next = isLast || tokens[index + 1].isAfterBreak ? nil : readings[index + 1]
        switch token.before {
        case nil, "/", "'", "\u{2019}": break
        default: return false
        }
        switch token.after {
        case nil, "/": break
        case ".": if !isLast || previous?.isCapital == true { return false }
        default: return false
        }
        if let previous {
            let isName = previous.isCapital && !tokens[index - 1].isSentenceStart
            if previous.isCounted || previous.isNumber || previous.isLetter || isName {
                return false
            }
        }
        if let next {
            if next.isNumber || next.isLetter || next.isCapital && previous?.isCapital == true {
                return false
            }
            if token.isSentenceStart, reading.isElided { return false }
        }
        return true
    }

    /// Whether one of the three words before says that it is not there.
    private func isNegated(_ index: Int, _ tokens: [NameToken], _ readings: [Reading]) -> Bool {
        var before = index
        while before > max(0, index - 3), !tokens[before].isAfterBreak {
            before -= 1
            guard readings[before].isNegator else { continue }
            return !readings[before + 1].isLimit
        }
        return false
    }

    private mutating func read(_ written: String) -> Reading {
        if let reading = known[written] { return reading }
        let lower = prepared(written)
        let folded = Tokeniser.folded(lower)
        var reading = Reading()
        reading.number = gazetteer.words[inflection.form(of: lower)] ?? -1
        reading.isLink = NameWords.links.contains(folded)
        reading.isNegator = NameWords.negators.contains(folded)
        reading.isLimit = NameWords.limits.contains(folded)
        reading.isCounted = NameWords.counted.contains(folded)
        reading.isElided = NameWords.elided.contains(folded)
        reading.isHomograph = homographs.contains(folded)
        reading.isNumber = written.allSatisfy(\.isNumber)
        reading.isLetter = written.count == 1 && !reading.isNumber
        reading.isCapital = written.first?.isUppercase == true
        reading.hasSmallLetters = written.contains(where: \.isLowercase)
        reading.isAllCapitals = reading.isCapital && !reading.hasSmallLetters
        known[written] = reading
        return reading
    }
}
