internal import CSV
internal import Wording

extension CSVWriter.Field {
    /// A text of the platform, made plain.
    static func plain(_ text: String) -> Self { .text(Wording.plain(text)) }
}
