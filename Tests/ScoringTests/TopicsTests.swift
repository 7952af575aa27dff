import Market
import Scoring
import Testing
import Wording

struct TopicsTests {
    private func scorer(
        _ asked: [String], _ given: [String], require: Set<Exclusion.Rule> = []
    ) -> Scorer {
        Scorer(
            snapshot: Snapshot(
                needs: [Need(id: "n", title: "", remote: .no, topics: asked)],
                candidates: [Candidate(id: "c", remote: false, topics: given)]),
            vectors: nil,
            policy: MatchPolicy(weights: [.topics: 1], require: require, floor: 0))
    }

    @Test(
        arguments: [
            (["Jardin"], ["jardin "], 1.0),
            (["Jardin", "Musique"], ["Musique", "Sport"], 1.0 / 3),
            (["Jardin"], ["Sport"], 0), (["a", "A", "b"], ["a"], 0.5),
            (["a", "b"], ["b", "a"], 1),
        ] as [([String], [String], Double)])
    func `the signal is topics in common over topics of either`(
        asked: [String], given: [String], value: Double
    ) throws {
        let explanation = scorer(asked, given).explain(need: 0, candidate: 0)
        let signal = try #require(explanation.signals.first)
        #expect(signal.kind == .topics && signal.value == value)
    }

    @Test func `a side without topics says nothing and passes`() {
        for (asked, given) in [([], []), (["a"], []), ([], ["a"])] as [([String], [String])] {
            let scorer = scorer(asked, given, require: [.topics])
            let explanation = scorer.explain(need: 0, candidate: 0)
            #expect(explanation.signals.isEmpty && explanation.exclusions.isEmpty)
            #expect(scorer.matches().tallies[0].eligible == 1)
        }
    }

    @Test func `the rule asks for one in common, and says which there are`() {
        let scorer = scorer(["Jardin", "Musique"], ["Sport"], require: [.topics])
        let exclusions = scorer.explain(need: 0, candidate: 0).exclusions
        #expect(exclusions == [.topics(asked: ["Jardin", "Musique"])])
        #expect(scorer.matches().tallies[0].excluded == [.topics: 1])
        #expect(
            Wording(.french).sentence(for: exclusions[0], skills: [:])
                == "N’a aucun des thèmes de la demande («\u{A0}Jardin\u{A0}» et "
                + "«\u{A0}Musique\u{A0}»).")
        #expect(
            self.scorer(["Jardin", "Musique"], ["SPORT", "JARDIN"], require: [.topics])
                .explain(need: 0, candidate: 0).exclusions.isEmpty)
    }

    @Test func `topics in common are named, and none is wished for`() {
        func signals(_ asked: [String], _ given: [String]) -> [Signal] {
            scorer(asked, given).explain(need: 0, candidate: 0).signals
        }
        let shared = signals(["Jardin", "Musique"], ["jardin", "musique"])
        #expect(
            Wording(.french).reasons(for: shared, skills: [:])
                == ["Thèmes en commun\u{A0}: Jardin et Musique."])
        #expect(
            Wording(.english).reasons(for: signals(["Music"], ["music", "sport"]), skills: [:])
                == ["Topic in common: Music."])
        #expect(
            Wording(.french).why(shared, skills: [:])
                == "Partage les thèmes «\u{A0}Jardin\u{A0}» et «\u{A0}Musique\u{A0}».")
        #expect(
            Wording(.english).better(signals(["a"], ["b"]), skills: [:])
                == "It would be better with a topic in common.")
    }
}
