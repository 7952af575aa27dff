extension Wording {
    /// Names that a Mustache template asks for as `{{labels.name}}`, in order.
    package static func labelNames(in template: String) -> [String] {
        var names: [String] = []
        var rest = template[...]
        while let found = rest.firstRange(of: "{{labels.") {
            rest = rest[found.upperBound...]
            names.append(String(rest.prefix { $0 != "}" && $0 != " " }))
        }
        return names
    }
}
