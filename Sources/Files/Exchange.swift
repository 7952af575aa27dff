internal import CLinux
internal import Glibc

/// Puts a file, folder or link in the place of another in one step: whoever reads finds the one or the
/// other, never neither.
///
/// - Parameters:
///   - fresh: The path of what is to take the place; afterwards that of what stood there, if
///     anything did.
///   - path: The place, in the same file system.
/// - Throws: ``FileError`` where it cannot be.
public func exchange(_ fresh: String, with path: String) throws(FileError) {
    if renameat2(AT_FDCWD, fresh, AT_FDCWD, path, CLINUX_RENAME_EXCHANGE) == 0 { return }
    switch errno {
    case ENOENT:
        guard rename(fresh, path) == 0 else { throw .last(path) }
    case EINVAL, ENOSYS:
        // A file system that cannot exchange: for a moment there is neither.
        let aside = fresh + ".old"
        guard rename(path, aside) == 0, rename(fresh, path) == 0, rename(aside, fresh) == 0 else {
            throw .last(path)
        }
    default: throw .last(path)
    }
}

/// Puts a file or link in the place of another in one step, which is then gone.
///
/// - Throws: ``FileError`` where it cannot be, as where a folder has the place.
public func replace(_ path: String, by fresh: String) throws(FileError) {
    guard rename(fresh, path) == 0 else { throw .last(path) }
}
