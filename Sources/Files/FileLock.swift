internal import Glibc

/// An advisory lock on a file (flock), held until it is let go or the process ends.
///
/// The file stays where it is: whoever removed it would leave two holders of one lock.
public final class FileLock {
    private let descriptor: Int32

    /// Waits until no other process holds the lock.
    ///
    /// - Parameter path: The file, made where it is missing, for its owner alone.
    /// - Throws: ``FileError`` where it cannot be made or locked.
    public init(_ path: String) throws(FileError) {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .last(path) }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else {
                let error = FileError.last(path)
                close(descriptor)
                throw error
            }
        }
    }

    deinit { close(descriptor) }
}
