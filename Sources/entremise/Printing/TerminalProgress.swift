import Foundation
import Jobs
import Synchronization
import Verbs

/// A bar on the terminal with rate and time left, for stages that take over two seconds.
///
/// It draws on standard error, at most ten times a second, and wipes itself when the stage ends, so
/// what stays on the screen is what the command prints.
final class TerminalProgress: ProgressDisplay {
    private struct Stage {
        var name = ""
        var total: Int?
        var started = ContinuousClock.now
        var drawn: ContinuousClock.Instant?
        var done = 0
    }

    private let stage = Mutex<Stage?>(nil)
    private let clock = ContinuousClock()

    func begin(_ name: String, total: Int?) {
        stage.withLock { stage in
            Self.wipe(stage)
            stage = Stage(name: name, total: total, started: clock.now)
        }
    }

    func advance(to done: Int) {
        stage.withLock { stage in
            guard var current = stage else { return }
            current.done = done
            let now = clock.now
            let elapsed = now - current.started
            let isDue = current.drawn.map { now - $0 >= .milliseconds(100) } ?? true
            if elapsed >= .seconds(2), isDue {
                current.drawn = now
                Self.draw(current, elapsed: elapsed)
            }
            stage = current
        }
    }

    func end() {
        stage.withLock { stage in
            Self.wipe(stage)
            stage = nil
        }
    }

    private static func draw(_ stage: Stage, elapsed: Duration) {
        let seconds =
            Double(elapsed.components.seconds)
            + Double(elapsed.components.attoseconds) / 1e18
        let rate = Double(stage.done) / max(seconds, 0.001)
        var line = "\r\u{1B}[2K\(stage.name)  "
        if let total = stage.total, total > 0 {
            let share = min(1, Double(stage.done) / Double(total))
            let filled = Int(share * 24)
            line +=
                String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
            line += "  \(Int(share * 100)) %  \(stage.done)/\(total)  \(Int(rate))/s"
            if rate > 0 {
                let left = Int((Double(total - stage.done) / rate).rounded(.up))
                line += "  \(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60) left"
            }
        } else {
            line += "\(stage.done)  \(Int(rate))/s"
        }
        FileHandle.standardError.write(Data(line.utf8))
    }

    private static func wipe(_ stage: Stage?) {
        guard stage?.drawn != nil else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[2K".utf8))
    }
}
