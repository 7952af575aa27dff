internal import CPostgres

extension Connection {
    /// Whether a server is there: it takes connections, or refuses them since it starts or stops.
    ///
    /// Neither a user nor a password is needed, and none is checked.
    ///
    /// - Parameter conninfo: The libpq connection string of the server.
    public static func serverResponds(conninfo: String) -> Bool {
        let answer = PQping(conninfo)
        return answer == PQPING_OK || answer == PQPING_REJECT
    }
}
