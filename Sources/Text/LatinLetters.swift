internal import Foundation

/// What becomes of the letters and signs that texts in French and English are written with, looked
/// up once: a night reads every text of the network, and Unicode's own answers take ten times as
/// long.
///
/// Known are the scalars below U+0250, where every Latin letter with its accents is, and the dashes,
/// quotation marks and currency signs of print. None of them changes under NFC, alone or beside each
/// other, and each has at most one lower-case scalar; a text with any other scalar goes the long way.
enum LatinLetters {
    /// What a scalar does in a text that is made plain.
    enum Role: UInt8 {
        /// It is of no kind known here.
        case unknown
        /// It stays, in lower case.
        case letter
        /// It parts words.
        case blank
        /// It has no width, and falls away.
        case nothing
    }

    private static let end: UInt32 = 0x250

    private static let roles: [Role] = (0..<end).map { value in
        guard let scalar = Unicode.Scalar(value),
            scalar.properties.lowercaseMapping.unicodeScalars.count == 1
        else { return .unknown }
        return role(of: scalar)
    }

    private static let lowerCase: [Unicode.Scalar] = (0..<end).map { value in
        Unicode.Scalar(value)?.properties.lowercaseMapping.unicodeScalars.first ?? " "
    }

    private static let wordParts: [Bool] = (0..<end).map { value in
        Unicode.Scalar(value).map { Tokeniser.isPart($0) } ?? false
    }

    private static let unaccented: [[UInt8]] = (0..<end).map { value in
        Unicode.Scalar(value).map { Array(Tokeniser.unaccented(String($0)).utf8) } ?? []
    }

    /// What a scalar does in a text that is made plain, by Unicode's own answers.
    static func role(of scalar: Unicode.Scalar) -> Role {
        switch scalar.value {
        case 0xAD, 0x200B, 0x2060, 0xFEFF: .nothing  // soft hyphen and spaces of no width
        case ..<0x80: scalar.value <= 0x20 || scalar.value == 0x7F ? .blank : .letter
        default:
            scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
                ? .blank : .letter
        }
    }

    /// A text without control characters, each run of white space one space, the ends trimmed,
    /// apostrophes plain, in NFC and lower case; nil where it holds a scalar that is not known here.
    ///
    /// - Complexity: O(*n*) in the length of the text.
    static func plain(_ text: String) -> String? {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        var isSpacePending = false
        for scalar in text.unicodeScalars {
            var found = scalar
            var role = Role.unknown
            switch scalar.value {
            case ..<end:
                role = roles[Int(scalar.value)]
                found = lowerCase[Int(scalar.value)]
            case 0x2019:
                role = .letter
                found = "'"
            case 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20BF:
                role = .letter
            case 0x2000...0x200A, 0x202F: role = .blank
            case 0x200B, 0x2060, 0xFEFF: role = .nothing
            default: return nil
            }
            switch role {
            case .unknown: return nil
            case .blank: isSpacePending = true
            case .nothing: continue
            case .letter:
                if isSpacePending, !result.isEmpty { result.append(UInt8(ascii: " ")) }
                isSpacePending = false
                result.append(scalar: found)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Whether a scalar is part of a word.
    static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < end ? wordParts[Int(scalar.value)] : Tokeniser.isPart(scalar)
    }

    /// A lower-case word without accents, ligatures spelt out; nil where it holds a scalar that is
    /// not known here.
    static func unaccented(_ word: String) -> String? {
        var result: [UInt8] = []
        result.reserveCapacity(word.utf8.count)
        for scalar in word.unicodeScalars {
            guard scalar.value < end else { return nil }
            result.append(contentsOf: unaccented[Int(scalar.value)])
        }
        return String(decoding: result, as: UTF8.self)
    }
}

extension [UInt8] {
    /// Appends a scalar as UTF-8.
    mutating func append(scalar: Unicode.Scalar) {
        if scalar.value < 0x80 {
            append(UInt8(scalar.value))
        } else {
            append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }
}
