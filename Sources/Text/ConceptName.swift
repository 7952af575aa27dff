/// Forms under which a name is known: “Directeur / Directrice d’achats” is also « directeur d'achats »
/// and « directrice d'achats ».
///
/// Case, accents, apostrophes and the signs between words make no difference.
public enum ConceptName {
    /// The forms of a name; empty where it holds no letter or digit.
    ///
    /// - Complexity: O(*n*) in the length of the name.
    public static func forms(of name: String) -> Set<String> { forms(ofPrepared: prepared(name)) }

    /// The forms of a name that ``prepared(_:)`` gave.
    public static func forms(ofPrepared plain: String) -> Set<String> {
        var forms: Set<String> = [form(of: plain)]
        let halves = plain.split(separator: "/", omittingEmptySubsequences: false)
        if halves.count == 2 {
            let left = halves[0].split(separator: " ")
            let right = halves[1].split(separator: " ")
            if let one = left.first, let other = right.first, one.prefix(3) == other.prefix(3) {
                forms.insert(form(of: (left + right.dropFirst(left.count)).joined(separator: " ")))
                forms.insert(form(of: right.joined(separator: " ")))
            }
        }
        forms.remove("")
        return forms
    }

    /// Letters and digits without accents, a space for everything between them.
    private static func form(of plain: String) -> String {
        let folded = Tokeniser.folded(plain)
        guard folded.utf8.allSatisfy({ $0 < 0x80 }) else {
            return folded.split { !$0.isLetter && !$0.isNumber && $0 != "+" && $0 != "#" }
                .joined(separator: " ")
        }
        var form: [UInt8] = []
        var isSpacePending = false
        for byte in folded.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "+"), UInt8(ascii: "#"):
                if isSpacePending, !form.isEmpty { form.append(UInt8(ascii: " ")) }
                isSpacePending = false
                form.append(byte)
            default: isSpacePending = true
            }
        }
        return String(decoding: form, as: UTF8.self)
    }
}
