internal import Foundation

/// Version of what ``prepared(_:)`` does; it is part of a model's name, so that a cache never mixes
/// vectors of texts that were prepared differently.
public let preparationVersion = 1

/// A text as encoders and the words index want it.
///
/// Tags and comments are left out (with what `script` and `style` hold), entities decoded, also
/// where they were encoded twice, typographic apostrophes made plain, soft hyphens left out, runs
/// of white space and control characters made one space, the ends trimmed; then NFC and lower case.
/// Lower case, because measured on mission titles in capitals it finds more than the case as
/// written.
///
/// - Complexity: O(*n*) in the length of the text.
public func prepared(_ text: String) -> String {
    let plain = withoutMarkup(text)
    return LatinLetters.plain(plain) ?? plainByUnicode(plain)
}

/// A text without tags and comments, its entities decoded, also where they were encoded twice; else
/// as it is written.
func withoutMarkup(_ text: String) -> String {
    PlainText.of(text, embedded: .leftOut, rounds: 2)
}

/// What ``LatinLetters/plain(_:)`` makes of a text, of any scalars.
package func plainByUnicode(_ text: String) -> String {
    foldedSpaces(text).precomposedStringWithCanonicalMapping.lowercased()
}

private func foldedSpaces(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isSpacePending = false
    for scalar in text.unicodeScalars {
        switch LatinLetters.role(of: scalar) {
        case .nothing: continue
        case .blank: isSpacePending = true
        case .letter, .unknown:
            if isSpacePending, !result.isEmpty { result.append(" ") }
            isSpacePending = false
            let isApostrophe = scalar.value == 0x2019 || scalar.value == 0x2BC
            result.append(isApostrophe ? "'" : scalar)
        }
    }
    return String(result)
}
