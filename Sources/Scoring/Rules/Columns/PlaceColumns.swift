internal import Foundation
internal import Market
internal import Retrieval

/// Where candidates are and how far they go, for the rule on places.
///
/// A place is a unit vector, so that whether two are farther apart than a radius is told by the
/// square of the chord between them: 4 sin²(*r* ∕ 2*R*). Where the square lies within 10⁻⁹ of that
/// (rounding is below 10⁻¹² for chords of a metre and more), `Place.distance` itself decides: the
/// answer is always its own.
struct PlaceColumns: Sendable {
    /// Who has both a place and a radius.
    let bounded: Bitmap
    private let x: [Double]
    private let y: [Double]
    private let z: [Double]
    /// Squares of chords: up to the first a candidate is surely near enough, above the second not.
    private let near: [Double]
    private let far: [Double]
    private let candidates: [Candidate]

    init(_ candidates: [Candidate]) {
        self.candidates = candidates
        let padded = (candidates.count + 63) / 64 * 64
        var x = [Double](repeating: 0, count: padded)
        var y = x
        var z = x
        var near = [Double](repeating: .infinity, count: padded)
        var far = near
        for index in candidates.indices {
            guard let place = candidates[index].place, let radius = candidates[index].radius,
                !radius.isNaN
            else { continue }
            (x[index], y[index], z[index]) = PlaceColumns.vector(place)
            let square = PlaceColumns.square(radius)
            let margin = 1e-9 * abs(square) + 1e-18
            near[index] = square - margin
            far[index] = square + margin
        }
        self.x = x
        self.y = y
        self.z = z
        self.near = near
        self.far = far
        bounded = Bitmap(candidates.count) {
            candidates[$0].place != nil && candidates[$0].radius.map { !$0.isNaN } == true
        }
    }

    /// Square of the longest chord within a radius in kilometres; infinite from half the globe on,
    /// below 0 where nothing is near enough.
    private static func square(_ radius: Double) -> Double {
        if radius < 0 { return -1 }
        let angle = radius / (2 * 6_371.0)
        if angle > Double.pi / 2 + 1e-6 { return .infinity }
        let half = sin(min(angle, Double.pi / 2))
        return 4 * half * half
    }

    static func vector(_ place: Place) -> (x: Double, y: Double, z: Double) {
        let latitude = place.latitude * Double.pi / 180
        let longitude = place.longitude * Double.pi / 180
        return (
            cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude)
        )
    }

    /// Which of 64 candidates are farther from a place than they go, among those asked about.
    func outOfReach(_ place: Place, word: Int, among asked: UInt64) -> UInt64 {
        let asked = asked & bounded.words[word]
        guard asked != 0 else { return 0 }
        let centre = PlaceColumns.vector(place)
        var out: UInt64 = 0
        var near: UInt64 = 0
        let start = word * 64
        for group in 0..<8 {
            let first = start + group * 8
            let dx = PlaceColumns.eight(x, first) - centre.x
            let dy = PlaceColumns.eight(y, first) - centre.y
            let dz = PlaceColumns.eight(z, first) - centre.z
            let square = dx * dx + dy * dy + dz * dz
            out |= PlaceColumns.bits(square .> PlaceColumns.eight(far, first)) << UInt64(group * 8)
            near |=
                PlaceColumns.bits(square .<= PlaceColumns.eight(self.near, first))
                << UInt64(group * 8)
        }
        var unsure = asked & ~(out | near)
        while unsure != 0 {
            let bit = unsure.trailingZeroBitCount
            unsure &= unsure - 1
            let candidate = candidates[start + bit]
            guard let other = candidate.place, let radius = candidate.radius else { continue }
            if place.distance(to: other) > radius { out |= 1 << UInt64(bit) }
        }
        return out & asked
    }

    @inline(__always)
    private static func eight(_ numbers: [Double], _ first: Int) -> SIMD8<Double> {
        numbers.withUnsafeBytes {
            $0.loadUnaligned(fromByteOffset: first * 8, as: SIMD8<Double>.self)
        }
    }

    @inline(__always)
    private static func bits(_ mask: SIMDMask<SIMD8<Int64>>) -> UInt64 {
        let lanes = SIMD8<Int64>.zero.replacing(
            with: SIMD8<Int64>(1, 2, 4, 8, 16, 32, 64, 128), where: mask)
        let four = lanes.lowHalf | lanes.highHalf
        let two = four.lowHalf | four.highHalf
        return UInt64(truncatingIfNeeded: two[0] | two[1])
    }
}
