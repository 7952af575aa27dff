public import Market
internal import Parallel

/// A gazetteer: names that are recognised in texts, in a trie of their words (Aho & Corasick, 1975, would
/// fall back where this begins anew: names are short).
///
/// Capitals, accents, plural and feminine make no difference, nor do the words that link others (“gestion
/// de projet”, “gestion d'un projet”). The longest name at a place counts. A name of several
/// words stands within one clause. A name that is a letter, two letters or an ordinary word besides
/// must be written as names are: “R”, “Go”, “Word”.
///
/// ```swift
/// let names = Gazetteer([.init(entry: 0, name: "Gestion de projets")], language: .french)
/// var reader = names.reader(of: .french)
/// reader.entries(in: "Je cherche de l’aide en GESTION DE PROJET") // [0]
/// ```
public struct Gazetteer: Sendable {
    /// A name of something.
    public struct Name: Sendable {
        /// Number of what is named.
        public let entry: Int
        public let name: String
        /// Names of a lower rank are preferred to the same names of a higher one. Those of rank 0 are the
        /// own ones of whoever writes the texts; a single word of another is known only where it is
        /// written as a name.
        public let rank: Int

        public init(entry: Int, name: String, rank: Int = 0) {
            self.entry = entry
            self.name = name
            self.rank = rank
        }
    }

    /// How a name must be written to be taken for one.
    enum Writing: UInt8, Sendable {
        case any
        /// With a capital that the place does not ask for.
        case capital
        /// As a capital letter that stands alone.
        case letter
    }

    /// What a name of a node stands for.
    struct Bearer: Sendable {
        let entry: Int32
        let rank: Int32
        let writing: Writing
    }

    /// Numbers of words by their forms.
    let words: [String: Int32]
    /// From a node and a word to the next node; the root is 0.
    private let edges: [UInt64: Int32]
    /// What is named by the words up to a node.
    private let bearers: [Int32: [Bearer]]

    /// A name that more entries than this have says too little.
    private static let most = 3

    /// Reads names.
    ///
    /// - Parameters:
    ///   - names: The names, in any languages.
    ///   - language: The language of the texts to come: a gazetteer serves those whose words are
    ///     brought to the same form.
    /// - Complexity: O(*n*) in the length of all names, on all cores.
    public init(_ names: [Name], language: TextLanguage) {
        let spelt = Threads.chunks(of: names.count) { range in
            var speller = NameSpeller(language)
            var spelt: [[NameSpeller.Spelling]] = []
            for index in range {
                spelt.append(
                    speller.spellings(of: names[index].name, isForeign: names[index].rank > 0))
            }
            return spelt
        }.joined()
        var words: [String: Int32] = [:]
        var edges: [UInt64: Int32] = [:]
        var bearers: [Int32: [Bearer]] = [:]
        var last: Int32 = 0
        for (name, spellings) in zip(names, spelt) {
            for spelling in spellings {
                var node: Int32 = 0
                for form in spelling.forms {
                    let word = words[form] ?? Int32(words.count)
                    words[form] = word
                    let edge = Gazetteer.edge(node, word)
                    if let next = edges[edge] {
                        node = next
                    } else {
                        last += 1
                        edges[edge] = last
                        node = last
                    }
                }
                bearers[node, default: []].append(
                    Bearer(
                        entry: Int32(name.entry), rank: Int32(name.rank),
                        writing: spelling.writing))
            }
        }
        self.words = words
        self.edges = edges
        self.bearers = bearers.mapValues { Gazetteer.preferred($0) }.filter { !$0.value.isEmpty }
    }

    public var isEmpty: Bool { bearers.isEmpty }

    private static func edge(_ node: Int32, _ word: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
    }

    /// Those of the lowest rank, each entry once; nobody where they are too many.
    private static func preferred(_ bearers: [Bearer]) -> [Bearer] {
        let rank = bearers.lazy.map(\.rank).min()
        var kept: [Int32: Bearer] = [:]
        for bearer in bearers where bearer.rank == rank {
            let known = kept[bearer.entry]
            if known == nil || bearer.writing.rawValue < known?.writing.rawValue ?? 0 {
                kept[bearer.entry] = bearer
            }
        }
        return kept.count > most ? [] : kept.values.sorted { $0.entry < $1.entry }
    }

    func next(_ node: Int32, _ word: Int32) -> Int32? { edges[Gazetteer.edge(node, word)] }

    func bearers(at node: Int32) -> [Bearer]? { bearers[node] }

    /// What reads texts of a language.
    public func reader(of language: TextLanguage) -> GazetteerReader {
        GazetteerReader(self, language)
    }
}

extension Gazetteer {
    /// The language that stands for all those whose texts one gazetteer serves.
    public static func family(of language: TextLanguage) -> TextLanguage {
        InflectedForm.family(of: language)
    }
}
