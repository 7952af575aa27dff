public import CSV
internal import Wording

extension CSVWriter.Field {
    /// A text of the platform, made plain.
    public static func plain(_ text: String) -> Self { .text(Wording.plain(text)) }
}
