/// What became of the service's role.
public enum ServiceGrant: Sendable, Hashable {
    /// The role exists and has its rights, no more.
    case granted(role: String)
    /// The owner of the database may not create roles; `statement` is what a superuser runs first.
    case roleMissing(role: String, statement: String)
}
