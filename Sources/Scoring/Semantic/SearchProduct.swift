internal import Retrieval

/// What bounds scores when candidates are searched by meaning: its precision and library, and why it
/// is not the fastest there is, where it is not. What is found is the same.
public func searchProduct() -> String {
    let pass = FirstPass.fastest
    let found = "in \(pass.rawValue), \(pass.library)"
    return FirstPass.unavailable.map { "\(found); \($0)" } ?? found
}
