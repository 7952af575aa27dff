internal import Foundation

/// How many threads work side by side.
enum Threads {
    static var count: Int { ProcessInfo.processInfo.activeProcessorCount }
}
