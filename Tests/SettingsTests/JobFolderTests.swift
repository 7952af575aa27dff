import Foundation
import Samples
import Settings
import Testing

@Suite struct JobFolderTests {
    func refused(_ folder: Folder, order: [String] = []) -> [String] {
        problems(in: folder) { () throws(SettingsError) in
            _ = try JobFile.loadAll(folder.path, order: order, verbs: verbs)
        }
    }

    @Test func `jobs come in the order asked for, then by name`() throws {
        let (folder, _) = try jobFolder(validJob)
        try folder.write(validJob.replacing("job: missions", with: "job: baux"), to: "z.yml")
        try folder.write(validJob.replacing("job: missions", with: "job: zones"), to: "a.yaml")
        try folder.write("not a job", to: "README.md")
        #expect(
            try JobFile.loadAll(folder.path, verbs: verbs).map(\.name)
                == ["baux", "missions", "zones"])
        #expect(
            try JobFile.loadAll(folder.path, order: ["zones"], verbs: verbs).map(\.name)
                == ["zones", "baux", "missions"])
        #expect(
            refused(folder, order: ["zone"]).map { $0.replacing(folder.path, with: "jobs") } == [
                "jobs: jobs.order: expected names of jobs in this folder, found “zone”; did you "
                    + "mean zones?"
            ])
    }

    @Test func `the problems of all files are told at once`() throws {
        let (folder, _) = try jobFolder(validJob.replacing("floor: 0.35", with: "floor: 2"))
        try folder.write(validJob.replacing("per_need: 5", with: "per_need: x"), to: "other.yaml")
        #expect(
            refused(folder) == [
                "missions.yaml:9: match.floor: expected auto or a number from 0 to 1, found “2”",
                "other.yaml:11: solve.rank.per_need: expected a whole number from 1 to 1000, "
                    + "found “x”",
            ])
    }

    @Test func `two jobs of one name are refused`() throws {
        let (folder, _) = try jobFolder(validJob)
        try folder.write("# a copy\n" + validJob, to: "other.yaml")
        #expect(
            refused(folder) == [
                "other.yaml:2: job: expected a name that no other job has, found “missions”, also "
                    + "in missions.yaml:1"
            ])
    }

    @Test func `a folder without jobs and a folder that is not there are refused`() throws {
        let folder = try Folder()
        #expect(
            refused(folder).map {
                $0.hasSuffix("expected at least one job file, such as missions.yaml, found none")
            } == [true])
        let path = folder.path + "/none"
        let found = problems(in: folder) { () throws(SettingsError) in
            _ = try JobFile.loadAll(path, verbs: verbs)
        }
        #expect(found == ["none: expected a folder of job files that can be read, found none"])
    }
}
