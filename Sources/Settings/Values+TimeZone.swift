internal import Foundation

extension Values {
    /// The name of a time zone that PostgreSQL and Foundation understand alike: offsets such as
    /// `GMT+3` are refused, since they do not.
    mutating func timeZone(_ key: String, default fallback: String) -> String {
        let expected = "a time zone of the IANA database, such as Europe/Paris or UTC"
        guard let name = read(key, expected, fallback: fallback, make: \.self) else {
            return fallback
        }
        let isZone = name.contains("/") && TimeZone(identifier: name) != nil
        guard isZone || name == "UTC" else {
            let known = TimeZone.knownTimeZoneIdentifiers.filter { $0.contains("/") } + ["UTC"]
            refuse(
                key, expected, found: name.quoted, nearest: nearest(to: name, among: known))
            return fallback
        }
        return name
    }
}
