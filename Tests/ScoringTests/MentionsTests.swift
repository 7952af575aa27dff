import Market
import Scoring
import TestSupport
import Testing
import Wording

struct MentionsTests {
    private static let skills = Dictionary(
        uniqueKeysWithValues: [
            Skill(id: "seo", french: "Référencement (SEO)", english: "Search engine optimisation"),
            Skill(id: "r", french: "R", english: "R"),
            Skill(id: "carpentry", french: "Menuiserie", english: "Carpentry"),
            Skill(
                id: "cpp", french: "C++", english: "C++", frenchAlternatives: ["programmation C++"]),
        ].map { ($0.id, $0) })

    private func market(_ need: Need, _ candidates: [Candidate]) -> Snapshot {
        Snapshot(needs: [need], candidates: candidates, skills: Self.skills).prepared()
    }

    private func scorer(
        _ snapshot: Snapshot, require: Set<Exclusion.Rule> = [], mentioned: MentionUse = .adds
    ) -> Scorer {
        Scorer(
            snapshot: snapshot, vectors: nil,
            policy: MatchPolicy(
                weights: MatchPolicy.shippedWeights, require: require, floor: 0,
                mentioned: mentioned))
    }

    @Test func `texts mention skills that are not declared`() {
        let snapshot = market(
            Need(
                id: "n", title: "Audit SEO", text: "et de la menuiserie",
                skills: [AskedSkill(skill: "seo")]),
            [
                Candidate(id: "a", title: "Statistiques avec R", skills: [HeldSkill(skill: "cpp")]),
                Candidate(id: "b", title: "R. Martin", text: "Programmation C++, menuiseries"),
                Candidate(id: "c", text: "Search Engine Optimization"),
            ])
        #expect(snapshot.needs[0].mentioned == ["carpentry"])
        #expect(snapshot.candidates.map(\.mentioned) == [["r"], ["carpentry", "cpp"], []])
    }

    @Test func `a skill of a thesaurus is mentioned too, and the network's own label comes first`()
    {
        let concept = Concept(
            scheme: .esco, id: "http://esco/1", kind: .skill,
            labels: [.french: ["tonte de pelouse"], .english: ["lawn mowing"]])
        let same = Concept(
            scheme: .esco, id: "http://esco/2", kind: .skill, labels: [.french: ["menuiserie"]])
        var snapshot = Snapshot(
            needs: [Need(id: "n", title: "Tontes de pelouses, menuiserie")],
            candidates: [Candidate(id: "c", title: "Lawn mowing", language: .english)],
            skills: Self.skills)
        snapshot.thesaurus = Thesaurus(concepts: [concept, same])
        snapshot = snapshot.prepared()
        #expect(snapshot.needs[0].mentioned == ["carpentry", "esco:http://esco/1"])
        #expect(snapshot.candidates[0].mentioned == ["esco:http://esco/1"])
        #expect(snapshot.skills["esco:http://esco/1"]?.french == "tonte de pelouse")
        #expect(snapshot.skills["esco:http://esco/2"] == nil)
    }

    @Test func `what is mentioned is said as mentioned, never as held`() throws {
        let snapshot = market(
            Need(
                id: "n", title: "Refonte du site", text: "Menuiserie et C++ un plus",
                skills: [AskedSkill(skill: "seo")]),
            [
                Candidate(
                    id: "a", title: "Rédaction", text: "SEO et menuiserie",
                    skills: [HeldSkill(skill: "cpp", level: 4)])
            ])
        let explanation = scorer(snapshot).explain(need: 0, candidate: 0)
        let signal = try #require(explanation.signals.first { $0.kind == .skills })
        guard case .skills(let coverage) = signal.evidence else { return }
        #expect(coverage.map(\.asked) == ["seo", "carpentry", "cpp"])
        #expect(coverage.map(\.mention) == [.candidate, .both, .need])
        #expect(coverage.asked.map(\.asked) == ["seo"])
        let french = Wording(.french).reasons(for: [signal], skills: snapshot.skills)
        #expect(
            french == [
                "Mentionne, sans le déclarer\u{A0}: référencement (SEO).",
                "Déclare ce que mentionne la demande\u{A0}: C++.",
                "Mentionné des deux côtés\u{A0}: menuiserie.",
            ])
        let why = Wording(.french).why([signal], skills: snapshot.skills)
        #expect(why == "Mentionne «\u{A0}référencement (SEO)\u{A0}» comme demandé.")
        #expect(
            Wording(.english).why([signal], skills: snapshot.skills, to: .candidate)
                == "You mention “search engine optimisation” as asked.")
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `a mention never makes a pair worse, and a declaration is worth more`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let words = ["audit", "site", "atelier", "jardin", "musique", "réseau", "énergie"]
        func text() -> String {
            (0..<Int.random(in: 1...5, using: &random)).map { _ in
                words[Int.random(in: 0..<words.count, using: &random)]
            }.joined(separator: " ")
        }
        let others = (0..<6).map { Candidate(id: "o\($0)", title: text(), text: text()) }
        let need = Need(
            id: "n", title: text(), text: text(),
            skills: random.chance(0.6)
                ? [AskedSkill(skill: "seo", level: 3), AskedSkill(skill: "r")] : [])
        var plain = Candidate(
            id: "c", title: text(), text: text(),
            skills: random.chance(0.5) ? [HeldSkill(skill: "r", level: 2)] : [])
        var asking = need
        if need.skills.isEmpty { asking.mentioned = ["seo"] }
        func fused(_ candidate: Candidate, _ need: Need) -> Double {
            scorer(Snapshot(needs: [need], candidates: others + [candidate], skills: Self.skills))
                .explain(need: 0, candidate: others.count).fused
        }
        let before = fused(plain, asking)
        plain.mentioned = ["seo"]
        let mentioning = fused(plain, asking)
        #expect(mentioning > before)
        plain.mentioned = ["carpentry"]
        #expect(fused(plain, asking) == before)
        plain.mentioned = []
        plain.skills.append(HeldSkill(skill: "seo", level: 4))
        if !need.skills.isEmpty, plain.skills.count > 1 {
            #expect(fused(plain, asking) > mentioning)
        }
    }

    @Test func `a mention is never enough for a mandatory skill, unless the job says so`() {
        func market(level: Level?) -> Snapshot {
            self.market(
                Need(
                    id: "n", title: "Refonte du site",
                    skills: [AskedSkill(skill: "seo", level: level, mandatory: true)]),
                [
                    Candidate(id: "a", title: "SEO"),
                    Candidate(id: "b", title: "Site", skills: [HeldSkill(skill: "r")]),
                ])
        }
        for use in MentionUse.allCases {
            for level in [nil, 3, 4] {
                let scorer = scorer(market(level: level), require: [.skills], mentioned: use)
                let isEnough = use == .suffices && level ?? 0 < 4
                #expect(scorer.explain(need: 0, candidate: 0).exclusions.isEmpty == isEnough)
                #expect(!scorer.explain(need: 0, candidate: 1).exclusions.isEmpty)
                #expect(
                    scorer.matches().perNeed[0].map(\.candidate) == (isEnough ? [0] : []))
            }
        }
    }

    @Test func `what is ignored says nothing`() {
        let snapshot = market(
            Need(id: "n", title: "Menuiserie"), [Candidate(id: "a", title: "Menuiserie")])
        let signals = scorer(snapshot, mentioned: .ignored).explain(need: 0, candidate: 0).signals
        #expect(!signals.contains { $0.kind == .skills })
        #expect(
            scorer(snapshot).explain(need: 0, candidate: 0).signals.contains {
                $0.kind == .skills
            })
    }
}
