internal import Encoding
public import Evaluation
public import Ledger
internal import Market
internal import Scoring
internal import Settings
internal import Text
internal import Verbs

/// What the shipped scoring reaches on a ranking task, and what plain methods do.
public struct EvaluationResult: Sendable, Codable {
    public let task: String
    public let needs: Int
    public let candidates: Int
    /// The fused score first, then BM25 alone and vectors alone.
    public let results: [TaskResult]
    /// Whom the shipped floor shows.
    public let shown: ShownShares
    public let floor: FloorErrors
    /// The same for other floors.
    public let otherFloors: [FloorErrors]
    public let reliability: [Reliability]
}

extension Night {
    /// Ranks every candidate for every need of a task as a night would, with the shipped weights.
    ///
    /// Texts are taken as title and text, skills as labels; languages are guessed from the texts.
    /// Vectors are kept in the ledger as a night keeps them, and the thesaurus that was imported
    /// there is used as a night uses it.
    ///
    /// - Parameters:
    ///   - task: What to rank, and the right answers.
    ///   - holdsOut: Whether names and descriptions that are the very title or text of a need are
    ///     left out of the thesaurus.
    ///   - usesRelations: Whether skills also learn from the occupations of the thesaurus that need
    ///     them. An occupation that needs every skill of some need may be that need's own, and is
    ///     left out.
    ///   - ledger: Where vectors and thesaurus are.
    public func evaluate(
        _ task: RankingTask, holdsOut: Bool = false, usesRelations: Bool = false,
        on ledger: borrowing Ledger
    ) async throws -> EvaluationResult {
        var snapshot = Snapshot(task)
        snapshot.thesaurus = try ledger.thesaurus()
        if usesRelations {
            snapshot.company = try Concept.Scheme.allCases.flatMap { scheme in
                snapshot.skills(ofOccupationsIn: try ledger.conceptRelations(of: scheme), scheme)
            }
        }
        if holdsOut { snapshot.thesaurus.leaveOut(snapshot.needs.flatMap { [$0.title, $0.text] }) }
        var vectors: MarketVectors?
        if let encoder = try await EncodingChoice(configuration.encoder).encoder {
            let texts = MarketTexts(of: snapshot)
            let cache = VectorCache(
                encoder: encoder, keeps: true, interruption: interruption, progress: progress)
            let found = try await cache.vectors(
                of: texts.all, in: ledger, stage: "\(task.name): encode")
            vectors = MarketVectors(
                texts: texts, vectors: found.vectors, places: found.places)
        }
        let seed = UInt64(bitPattern: Int64(configuration.run.seed))
        func rankings(_ weights: [SignalKind: Double]) -> [ScoredRanking] {
            let scorer = Scorer(
                snapshot: snapshot, vectors: vectors,
                policy: MatchPolicy(
                    weights: weights, require: [], floor: 0,
                    retrieve: snapshot.candidates.count))
            progress.begin("\(task.name): score", total: snapshot.needs.count)
            defer { progress.end() }
            return scorer.matches { progress.advance(to: $0) }.perNeed.map { matches in
                ScoredRanking(
                    candidates: matches.map {
                        (id: snapshot.candidates[$0.candidate].id, score: Double($0.score))
                    })
            }
        }
        let fused = rankings(MatchPolicy.shippedWeights)
        var results = [
            TaskResult(method: "fused", task: task, rankings: fused, seed: seed),
            TaskResult(
                method: "BM25 alone", task: task, rankings: plainWords(snapshot), seed: seed),
        ]
        if vectors != nil {
            results.append(
                TaskResult(
                    method: "vectors alone", task: task, rankings: rankings([.meaning: 1]),
                    seed: seed))
        }
        let floor = MatchPolicy.shippedFloor.chosen(
            forBests: fused.map { $0.candidates.first?.score ?? 0 })
        return EvaluationResult(
            task: task.name, needs: task.needs.count, candidates: task.candidates.count,
            results: results, shown: ShownShares(task: task, rankings: fused, floor: floor),
            floor: FloorErrors(task: task, rankings: fused, floor: floor),
            otherFloors: [0.1, 0.2, 0.3, 0.5].map {
                FloorErrors(task: task, rankings: fused, floor: $0)
            },
            reliability: Reliability.byScore(task: task, rankings: fused))
    }

    /// BM25 of titles, texts and labels.
    private func plainWords(_ snapshot: Snapshot) -> [ScoredRanking] {
        func text(_ title: String, _ text: String, _ skills: [String]) -> String {
            ([title, text] + skills).filter { !$0.isEmpty }.joined(separator: ". ")
        }
        let index = BM25Index(
            documents: snapshot.candidates.map {
                (text($0.title, $0.text, $0.skills.map(\.skill)), $0.language)
            })
        return snapshot.needs.map { need in
            let scores = index.scores(
                of: text(need.title, need.text, need.skills.map(\.skill)), language: need.language)
            let order = scores.indices.filter { scores[$0] > 0 }.sorted {
                (scores[$1], $0) < (scores[$0], $1)
            }
            return ScoredRanking(
                candidates: order.map { (snapshot.candidates[$0].id, Double(scores[$0])) })
        }
    }
}

extension Snapshot {
    /// The market of a ranking task; a skill's id is its label.
    init(_ task: RankingTask) {
        func languages(_ entries: [RankingTask.Entry]) -> [Language] {
            guessedLanguages(
                of: entries.map { ([$0.title, $0.text] + $0.skills).joined(separator: ". ") })
        }
        self.init(
            needs: zip(task.needs, languages(task.needs)).map { entry, language in
                Need(
                    id: entry.id, title: entry.title, text: entry.text, language: language,
                    skills: entry.skills.map { AskedSkill(skill: $0) }, remote: .no)
            },
            candidates: zip(task.candidates, languages(task.candidates)).map { entry, language in
                Candidate(
                    id: entry.id, title: entry.title, text: entry.text, language: language,
                    skills: entry.skills.map { HeldSkill(skill: $0) }, remote: false)
            })
        for label in Set((task.needs + task.candidates).flatMap(\.skills)) {
            skills[label] = Skill(id: label, french: label, english: label)
        }
    }
}

extension Thesaurus {
    /// Leaves out names and descriptions that say the same as one of some texts, in whatever form.
    mutating func leaveOut(_ texts: [String]) {
        let out = texts.reduce(into: Set<String>()) { $0.formUnion(ConceptName.forms(of: $1)) }
        func isKept(_ text: String) -> Bool {
            ConceptName.forms(of: text).isDisjoint(with: out)
        }
        concepts = concepts.map { concept in
            Concept(
                scheme: concept.scheme, id: concept.id, kind: concept.kind,
                labels: concept.labels.mapValues { $0.filter(isKept) },
                descriptions: concept.descriptions.filter { isKept($0.value) })
        }
    }
}

extension Snapshot {
    /// The skills of each occupation of a thesaurus, as far as the market names them; occupations
    /// that may be a need's own are left out.
    fileprivate func skills(
        ofOccupationsIn relations: [ConceptRelation], _ scheme: Concept.Scheme
    ) -> [[Skill.ID]] {
        var named: [String: Set<Skill.ID>] = [:]
        for skill in skills.values {
            for label in [skill.french, skill.english] {
                for form in ConceptName.forms(of: label) {
                    named[form, default: []].insert(skill.id)
                }
            }
        }
        var bearers: [String: Set<Skill.ID>] = [:]
        for concept in thesaurus.concepts where concept.scheme == scheme && concept.kind == .skill {
            for label in concept.labels.values.joined() {
                for form in ConceptName.forms(of: label) {
                    bearers[concept.id, default: []].formUnion(named[form] ?? [])
                }
            }
        }
        let asked = needs.map { Set($0.skills.map(\.skill)) }.filter { !$0.isEmpty }
        return Dictionary(grouping: relations, by: \.occupation).sorted { $0.key < $1.key }
            .map { $1.reduce(into: Set<Skill.ID>()) { $0.formUnion(bearers[$1.skill] ?? []) } }
            .filter { skills in
                skills.count > 1 && !asked.contains { $0.isSubset(of: skills) }
            }
            .map { $0.sorted() }
    }
}
