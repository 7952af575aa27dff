internal import Glibc

/// Gives a file or folder to a group of users.
///
/// - Parameters:
///   - path: The file or folder.
///   - group: The group's name.
///   - mode: Who may do what with it from now on.
/// - Throws: ``FileError`` where there is no such group, or it may not be given to it.
public func share(_ path: String, with group: String, mode: UInt32) throws(FileError) {
    guard let entry = getgrnam(group) else {
        throw FileError(path: path, reason: "no group of users is called “\(group)”")
    }
    guard chown(path, uid_t.max, entry.pointee.gr_gid) == 0, chmod(path, mode) == 0 else {
        throw .last(path)
    }
}
