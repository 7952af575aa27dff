internal import Foundation

/// The user that the server runs as. PostgreSQL refuses to be root.
enum ServerUser: Equatable {
    /// Whoever runs this program.
    case caller
    /// Another user, entered by root with `setpriv`.
    case other(uid: uid_t, gid: gid_t)
    /// Root, called otherwise in a user namespace: to the files still root, to the server not.
    case namespace(shownAs: uid_t)

    /// The owner its files have.
    var owner: (uid: uid_t, gid: gid_t) {
        switch self {
        case .caller: (geteuid(), getegid())
        case .other(let uid, let gid): (uid, gid)
        case .namespace: (0, 0)
        }
    }

    func command(_ program: String, _ arguments: [String]) -> Command {
        switch self {
        case .caller: Command(program, arguments)
        case .other(let uid, let gid):
            Command(
                "/usr/bin/env",
                ["setpriv", "--reuid=\(uid)", "--regid=\(gid)", "--clear-groups", program]
                    + arguments)
        case .namespace(let uid):
            Command(
                "/usr/bin/env", ["unshare", "--user", "--map-user=\(uid)", program] + arguments)
        }
    }

    /// The user for a folder that has data already: its owner.
    static func owning(_ data: String) throws(ClusterError) -> ServerUser {
        var found = stat()
        guard stat(data, &found) == 0 else {
            throw ClusterError(.folderUnusable, "Cannot look at \(data): \(systemError()).")
        }
        if geteuid() != 0 {
            if found.st_uid == geteuid() { return .caller }
            throw ClusterError(
                .folderUnusable,
                "\(data) belongs to another user (number \(found.st_uid)). Use the cluster as that "
                    + "user, or as root.")
        }
        if found.st_uid != 0 { return .other(uid: found.st_uid, gid: found.st_gid) }
        guard let namespace = rootInNamespace() else {
            throw ClusterError(
                .rootRefused,
                "\(data) belongs to root, PostgreSQL refuses to run as root, and user namespaces "
                    + "are not to be had here. Give the folder to another user (chown -R) or allow "
                    + "user namespaces (sysctl user.max_user_namespaces).")
        }
        return namespace
    }

    /// The user for a folder without data: whoever may go there. The folder must exist; it is
    /// given to that user.
    static func choose(for directory: String) throws(ClusterError) -> ServerUser {
        guard geteuid() == 0 else { return .caller }
        if let entry = getpwnam("postgres"), entry.pointee.pw_uid != 0 {
            let (uid, gid) = (entry.pointee.pw_uid, entry.pointee.pw_gid)
            let user = ServerUser.other(uid: uid, gid: gid)
            if chown(directory, uid, gid) == 0,
                let probe = try? user.command("/usr/bin/env", ["ls", directory]).run(),
                probe.status == 0
            {
                return user
            }
            chown(directory, 0, 0)
        }
        if let namespace = rootInNamespace() { return namespace }
        throw ClusterError(
            .rootRefused,
            "PostgreSQL refuses to run as root. The system user postgres is missing or cannot "
                + "enter \(directory), and user namespaces are not to be had here. Make the parent "
                + "folders passable (chmod o+x), or run this program as another user, or allow "
                + "user namespaces (sysctl user.max_user_namespaces).")
    }

    /// Root under another number, if the kernel allows it.
    static func rootInNamespace() -> ServerUser? {
        let names = ["postgres", "daemon", "nobody"]
        guard
            let uid = names.lazy.compactMap({ getpwnam($0)?.pointee.pw_uid }).first(where: {
                $0 != 0
            })
        else { return nil }
        let user = ServerUser.namespace(shownAs: uid)
        guard let probe = try? user.command("/usr/bin/env", ["id", "-u"]).run(),
            probe.status == 0,
            probe.output.trimmingCharacters(in: .whitespacesAndNewlines) == String(uid)
        else { return nil }
        return user
    }
}
