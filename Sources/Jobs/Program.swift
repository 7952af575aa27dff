/// What the program calls itself.
public enum Program {
    /// Version, after semver.org; runs record it.
    public static let version = "0.1.0"
}
