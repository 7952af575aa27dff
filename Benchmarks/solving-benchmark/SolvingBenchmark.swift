/// What solvers take: rankings of a crowd, bids for large tenders, and the same models in HiGHS.
@main
struct SolvingBenchmark {
    private static let usage = """
        solving-benchmark rank
        solving-benchmark form [--tenders N]
        solving-benchmark highs [--seconds S]
        solving-benchmark solvers [--tenders N]
        solving-benchmark random [--tenders N]
        rank: 300 needs among 2,000 members, and 5,000 among 100,000.
        form: tenders of 6 lots with 100 members, each proved best; 3 of them by default.
        highs: the models of a hundred tenders, solved again by HiGHS (jobs/setup --tests installs
        it); 1 second a model by default.
        solvers: CBC alone beside HiGHS alone (jobs/highs), on 60 tenders by default.
        random: tenders of 2 to 80 members as a night solves them, 10,000 by default; how many
        programmes needed a second solver.
        """

    static func main() throws {
        var arguments = CommandLine.arguments.dropFirst()
        let what = arguments.popFirst()
        func number(_ name: String, _ fallback: Double) -> Double? {
            if arguments.isEmpty { return fallback }
            guard arguments.count == 2, arguments.first == name else { return nil }
            return arguments.last.flatMap(Double.init).flatMap { $0 > 0 ? $0 : nil }
        }
        switch what {
        case "rank" where arguments.isEmpty: RankTimes.print()
        case "form":
            guard let count = number("--tenders", 3) else { return print(usage) }
            try FormTimes(tenders: max(1, Int(count))).print()
        case "highs":
            guard let seconds = number("--seconds", 1) else { return print(usage) }
            try HighsTimes(seconds: seconds).print()
        case "solvers":
            guard let count = number("--tenders", 60) else { return print(usage) }
            try SolverTimes(tenders: max(1, Int(count))).print()
        case "random":
            guard let count = number("--tenders", 10_000) else { return print(usage) }
            RandomTenders(tenders: max(1, Int(count)), first: 1_000_000).print()
        default: print(usage)
        }
    }
}
