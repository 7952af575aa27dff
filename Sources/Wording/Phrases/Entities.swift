extension Wording {
    /// The text with its HTML entities decoded once: those of HTML 4 that letters, punctuation and
    /// money need, and numbers, decimal and hexadecimal, Windows-1252 ones included. Anything else
    /// stays as it is written.
    static func decodingEntities(_ text: String) -> String {
        guard text.unicodeScalars.contains("&") else { return text }
        var decoded = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let open = rest.firstIndex(of: "&") {
            decoded += rest[..<open]
            let inside = rest[rest.index(after: open)...]
            guard let close = inside.prefix(10).firstIndex(of: ";"),
                let scalar = scalar(named: String(inside[..<close]))
            else {
                decoded.append("&")
                rest = inside
                continue
            }
            decoded.append(scalar)
            rest = inside[inside.index(after: close)...]
        }
        decoded += rest
        return String(decoded)
    }

    private static func scalar(named name: String) -> Unicode.Scalar? {
        guard name.hasPrefix("#") else { return named[name].flatMap(Unicode.Scalar.init) }
        let digits = name.dropFirst()
        guard let first = digits.first, first != "+", first != "-" else { return nil }
        let code =
            first == "x" || first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let code, code != 0 else { return nil }
        if (0x80...0x9F).contains(code) {
            return Unicode.Scalar(windows1252[Int(code) - 0x80])
        }
        return Unicode.Scalar(code)
    }

    /// What the bytes 80 to 9F mean in Windows-1252, which browsers read such numbers as.
    private static let windows1252: [UInt16] = [
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
    ]

    private static let named: [String: UInt16] = {
        var table: [String: UInt16] = [
            "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "OElig": 0x152,
            "oelig": 0x153, "Scaron": 0x160, "scaron": 0x161, "Yuml": 0x178, "fnof": 0x192,
            "ensp": 0x2002, "emsp": 0x2003, "thinsp": 0x2009, "ndash": 0x2013, "mdash": 0x2014,
            "lsquo": 0x2018, "rsquo": 0x2019, "sbquo": 0x201A, "ldquo": 0x201C, "rdquo": 0x201D,
            "bdquo": 0x201E, "dagger": 0x2020, "bull": 0x2022, "hellip": 0x2026, "permil": 0x2030,
            "prime": 0x2032, "lsaquo": 0x2039, "rsaquo": 0x203A, "euro": 0x20AC, "trade": 0x2122,
            "larr": 0x2190, "rarr": 0x2192, "minus": 0x2212, "le": 0x2264, "ge": 0x2265,
        ]
        let latin1 =
            "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg "
            + "plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 "
            + "iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml "
            + "Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash "
            + "Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring "
            + "aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve "
            + "oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml"
        for (offset, name) in latin1.split(separator: " ").enumerated() {
            table[String(name)] = 0xA0 + UInt16(offset)
        }
        return table
    }()
}
