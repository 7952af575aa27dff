internal import Foundation
package import Settings

/// A valid job file, whose lines tests replace.
package let validJob = """
    job: missions
    title: { fr: Missions, en: Missions }
    # Consultants for missions.
    needs: sql/needs.sql
    candidates: sql/candidates.sql
    match:
      require: [language, dates]
      weights: { skills: 0.5, meaning: 0.25 }
      floor: 0.35
    solve:
      rank: { per_need: 5, per_candidate: 4 }
    publish: { report: true, digest: [candidates, owners] }

    """

/// A folder with the queries of ``validJob``, and this text as `missions.yaml`.
package func jobFolder(_ text: String) throws -> (folder: Folder, file: String) {
    let folder = try Folder()
    for name in ["needs", "candidates", "tenders"] {
        try folder.write("SELECT '\(name)'\n", to: "sql/\(name).sql")
    }
    return (folder, try folder.write(text, to: "missions.yaml"))
}

/// The problems that a body throws, each as one line without the folder; empty where it throws
/// none.
package func problems(in folder: Folder, _ body: () throws(SettingsError) -> Void) -> [String] {
    do {
        try body()
        return []
    } catch {
        return error.problems.map {
            $0.description.replacingOccurrences(of: folder.path + "/", with: "")
        }
    }
}

/// The problems that reading a job file of this text finds, each as one line without the folder.
package func problems(
    inJob text: String, verbs: [any VerbSettings.Type]
) throws -> [String] {
    let (folder, file) = try jobFolder(text)
    return problems(in: folder) { () throws(SettingsError) in
        _ = try JobFile.load(file, verbs: verbs)
    }
}
