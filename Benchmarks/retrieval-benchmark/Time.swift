import Foundation

/// How long something took, by the clock and by the processors that worked on it.
///
/// On a machine that others use too, the second is the steadier measure.
struct Time {
    private(set) var wall: Double
    private(set) var processor: Double

    static let never = Time(wall: .infinity, processor: .infinity)

    private init(wall: Double, processor: Double) {
        self.wall = wall
        self.processor = processor
    }

    init(of body: () throws -> Void) rethrows {
        let started = Time.processorTime()
        let span = try ContinuousClock().measure(body)
        processor = Time.processorTime() - started
        wall =
            Double(span.components.seconds) + Double(span.components.attoseconds) * 1e-18
    }

    mutating func keepBest(of other: Time) {
        wall = min(wall, other.wall)
        processor = min(processor, other.processor)
    }

    /// Seconds of all threads of this process.
    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
