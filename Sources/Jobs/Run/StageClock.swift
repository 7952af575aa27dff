internal import Foundation
internal import Market

/// Times the stages of a run, one after another.
struct StageClock {
    private(set) var stages: [RecordedRun.Stage] = []
    private var started = ContinuousClock.now

    /// The stage that ran since the last call is over.
    mutating func finish(_ name: String, count: Int) {
        let now = ContinuousClock.now
        let elapsed = (now - started).components
        let seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
        stages.append(
            RecordedRun.Stage(
                name: name, count: count, seconds: seconds, peakBytes: Self.peakBytes()))
        started = now
    }

    /// Most memory the process ever held, in bytes (`ru_maxrss` of getrusage(2)).
    static func peakBytes() -> Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss * 1024
    }
}
