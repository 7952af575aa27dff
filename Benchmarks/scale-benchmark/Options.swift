/// What to run, and how large.
struct Options {
    var candidates = 50_000
    var needs = 2_000
    var dimension = 384
    var skills = 5_000
    var seed = 1
    var directory = "var/scale"
    var configuration = "config/entremise.yaml"
    var job = "missions"
    var prepares = false
    var isPrepared = false
    var hasFirstNight = true
    var hasSecondNight = false

    static let usage = """
        usage: scale-benchmark [--candidates 50000] [--needs 2000] [--dimension 384] [--skills 5000]
            [--seed 1] [--directory var/scale] [--configuration config/entremise.yaml]
            [--job missions] [--prepared] [--second-night]
            [--second-night-only]
        Makes a synthetic network of that size in a private PostgreSQL cluster in the directory, runs
        the job on it as a night does, and prints the time of each stage, beside psql's binary COPY
        of the same rows. --prepared: the network is there from an earlier call of the same size.
        --second-night: then changes one row in a hundred, runs the job again, and compares.
        --second-night-only: the same, where an earlier call left a night before (with --prepared).
        """

    init?(_ arguments: [String]) {
        var rest = arguments[...]
        while let name = rest.popFirst() {
            switch name {
            case "--prepare": prepares = true
            case "--prepared": isPrepared = true
            case "--second-night": hasSecondNight = true
            case "--second-night-only": hasFirstNight = false
            default:
                guard let value = rest.popFirst(), set(name, value) else { return nil }
            }
        }
    }

    private mutating func set(_ name: String, _ value: String) -> Bool {
        func whole(_ path: WritableKeyPath<Options, Int>) -> Bool {
            guard let number = Int(value), number > 0 else { return false }
            self[keyPath: path] = number
            return true
        }
        switch name {
        case "--candidates": return whole(\.candidates)
        case "--needs": return whole(\.needs)
        case "--dimension": return whole(\.dimension)
        case "--skills": return whole(\.skills)
        case "--seed": return whole(\.seed)
        case "--directory": directory = value
        case "--configuration": configuration = value
        case "--job": job = value
        default: return false
        }
        return true
    }
}
