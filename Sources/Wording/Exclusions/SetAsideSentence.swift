public import Market

extension Wording {
    /// What is wrong with a row that was set aside: the field, what was found and what was expected.
    public func sentence(for row: SetAside) -> String {
        sentence(for: row.fault, field: row.field)
    }

    /// What is wrong with a field: what was found and what was expected.
    public func sentence(for fault: SetAside.Fault, field: String) -> String {
        let text = sentences.text(of: fault)
        if case .nothingToMatch = fault { return text }
        return sentences.field(field) + text
    }
}
