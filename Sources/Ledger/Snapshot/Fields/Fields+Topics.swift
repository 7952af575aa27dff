internal import Market

extension Fields {
    /// Topics as they are written, trimmed, each once whatever its case, in order of the alphabet.
    func topics() -> [String] {
        guard case .texts(let texts) = self[.topics] else { return [] }
        var known: Set<String> = []
        return texts.map(\.trimmed).sorted().filter {
            !$0.isEmpty && known.insert($0.lowercased()).inserted
        }
    }
}
