internal import Foundation

/// A named point on the globe.
public struct Place: Sendable, Hashable, Codable {
    /// Name as people write it.
    public let name: String
    /// Degrees north, WGS 84, −90 to 90.
    public let latitude: Double
    /// Degrees east, WGS 84, −180 to 180.
    public let longitude: Double

    /// A place, or nil where the coordinates lie off the globe or are not finite.
    public init?(name: String, latitude: Double, longitude: Double) {
        guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
        self.name = name
        self.latitude = latitude
        self.longitude = longitude
    }

    /// Distance along the great circle, in kilometres (haversine, mean radius 6,371.0 km).
    public func distance(to other: Place) -> Double {
        let radian = Double.pi / 180
        let halfLatitude = (other.latitude - latitude) * radian / 2
        let halfLongitude = (other.longitude - longitude) * radian / 2
        let h =
            sin(halfLatitude) * sin(halfLatitude)
            + cos(latitude * radian) * cos(other.latitude * radian)
            * sin(halfLongitude) * sin(halfLongitude)
        return 2 * 6_371.0 * asin(min(1, h.squareRoot()))
    }
}

/// Where the work of a need may be done.
public enum Remote: String, Sendable, Hashable, Codable, CaseIterable {
    /// On site.
    case no
    /// On site or at a distance.
    case possible
    /// At a distance.
    case only
}
