internal import Foundation
internal import Logging

extension Cluster {
    /// Makes the folder, private to the server's user, and says who that is.
    func prepareFolder() throws(ClusterError) -> ServerUser {
        let directory = files.directory
        // pg_ctl puts the path between double quotes for a shell.
        guard !directory.contains(where: { "\"$`\\".contains($0) || $0.isNewline }) else {
            throw ClusterError(
                .folderUnusable,
                "\(directory): a cluster's path must hold no quotation mark, dollar sign, "
                    + "backquote, backslash or line end.")
        }
        do {
            try FileManager.default.createDirectory(
                atPath: directory, withIntermediateDirectories: true)
        } catch {
            throw ClusterError(
                .folderUnusable, "Cannot make the folder \(directory): \(systemError()).")
        }
        try files.requireReadable()
        try refuseStrangers()
        let user =
            files.majorVersion == nil
            ? try ServerUser.choose(for: directory) : try ServerUser.owning(files.data)
        guard chmod(directory, 0o700) == 0 else {
            throw ClusterError(
                .folderUnusable, "Cannot make \(directory) private: \(systemError()).")
        }
        return user
    }

    /// A folder with other things in it is no cluster's: it must not change hands or mode.
    private func refuseStrangers() throws(ClusterError) {
        let own: Set<String> = ["data", "data.unfinished", "socket", "server.log", "lock"]
        let found = (try? FileManager.default.contentsOfDirectory(atPath: files.directory)) ?? []
        if let stranger = found.sorted().first(where: { !own.contains($0) }) {
            throw ClusterError(
                .folderUnusable,
                "\(files.directory) holds other things (\(stranger)). Give the cluster a folder "
                    + "of its own.")
        }
    }

    /// Makes the socket's folder, or checks that nobody else has made it.
    func prepareSocket(for user: ServerUser) throws(ClusterError) -> String {
        let (path, isOutside) = files.socket
        let owner = user.owner
        if isOutside {
            logger?.notice(
                "The cluster's path does not suit a socket, which lies elsewhere",
                metadata: ["cluster.directory": "\(files.directory)", "cluster.socket": "\(path)"])
        }
        if mkdir(path, 0o700) != 0, errno != EEXIST {
            throw ClusterError(
                .folderUnusable, "Cannot make the socket's folder \(path): \(systemError()).")
        }
        var found = stat()
        guard lstat(path, &found) == 0, found.st_mode & S_IFMT == S_IFDIR,
            found.st_uid == owner.uid || found.st_uid == geteuid()
        else {
            throw ClusterError(
                .folderUnusable,
                "\(path) is not a folder of this cluster's user: somebody else has made it. Remove "
                    + "it and start again.")
        }
        guard lchown(path, owner.uid, owner.gid) == 0, chmod(path, 0o700) == 0 else {
            throw ClusterError(
                .folderUnusable, "Cannot make \(path) private: \(systemError()).")
        }
        return path
    }
}
