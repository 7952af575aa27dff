import Foundation

/// Stops a test's server and removes its folder once this process is gone, even when it is killed.
///
/// A shell waits in a session of its own at the end of a pipe that only this process holds; the
/// end of the process closes the pipe, and the shell does its work.
enum CleanUp {
    private static let script = """
        read -r _
        pid=$(head -n 1 "$1/data/postmaster.pid" 2>/dev/null)
        if [ -n "$pid" ]; then
            kill -QUIT "$pid" 2>/dev/null
            while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
        fi
        rm -rf "$1"
        """

    static func begin(of directory: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["setsid", "sh", "-c", script, "sh", directory]
        process.currentDirectoryURL = URL(fileURLWithPath: "/")
        var ends: [Int32] = [0, 0]
        // No other child may inherit the end that this process keeps.
        guard pipe(&ends) == 0, fcntl(ends[1], F_SETFD, FD_CLOEXEC) == 0 else {
            throw POSIXError(.EMFILE)
        }
        process.standardInput = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        // The other end stays open as long as this process lives.
    }
}
