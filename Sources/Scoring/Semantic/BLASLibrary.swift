internal import Foundation
internal import Retrieval

/// The loaded BLAS: its name and file, with a word where it is the slow reference one.
///
/// Debian chooses it through `update-alternatives`; installing `libopenblas0-pthread` is enough to
/// have the fast one.
public func loadedBLAS() -> String {
    guard let symbol = dlsym(nil, "cblas_sgemm") else { return "BLAS linked into the program" }
    let file = mappedFile(holding: UInt(bitPattern: symbol)) ?? "file unknown"
    if dlsym(nil, "openblas_get_config") != nil { return "OpenBLAS (\(file))" }
    if dlsym(nil, "MKL_Get_Version") != nil { return "MKL (\(file))" }
    if dlsym(nil, "bli_info_get_version_str") != nil { return "BLIS (\(file))" }
    return "reference BLAS, slow (\(file)); installing libopenblas0-pthread makes it fast"
}

/// The first pass of retrieval: its precision and library, and why it is not the fastest there is,
/// where it is not. It changes nothing of what is found.
public func searchProduct() -> String {
    let pass = FirstPass.fastest
    let found = "in \(pass.rawValue), \(pass.library)"
    return FirstPass.unavailable.map { "\(found); \($0)" } ?? found
}

/// The file whose code lies at an address of this process, as `proc(5)` tells.
private func mappedFile(holding address: UInt) -> String? {
    guard let file = FileHandle(forReadingAtPath: "/proc/self/maps"),
        let bytes = try? file.readToEnd()
    else { return nil }
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
        let fields = line.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: true)
        let bounds = fields.first?.split(separator: "-").compactMap { UInt($0, radix: 16) }
        guard fields.count == 6, let bounds, bounds.count == 2,
            bounds[0] <= address, address < bounds[1]
        else { continue }
        return fields[5].trimmingCharacters(in: .whitespaces)
    }
    return nil
}
