import Digest
import Foundation
import Market
import Samples
import Settings
import TestSupport
import Testing
import Verbs
import Wording

private let presentations = Presentations([RankPresentation.self, FormPresentation.self])

private func templates() throws -> DigestTemplates {
    try DigestTemplates(
        text: packageText("config/templates/digest.txt.mustache"),
        html: packageText("config/templates/digest.html.mustache"))
}

private func labels(_ language: Language) throws -> [String: String] {
    let all = try Labels.load(packageRoot.appending(path: "config/locales").path) {
        $0.pluralForms
    }
    return try #require(all[language])
}

private func digest(_ news: News) throws -> DigestMessage? {
    try presentations.message(
        for: news, contact: "coordination@example.org", templates: templates(),
        labels: labels(news.recipient.language))
}

private func news(
    forYou: [Suggestion] = [], needs: [Suggestion] = [],
    bids: [Bid] = [], member: String = "berenice-fontaine",
    name: String = "Bérénice Fontaine"
) -> News {
    News(
        recipient: .init(
            member: member, name: name, address: "x@example.org", language: .french),
        network: "Réseau Passerelles", asOf: RecordedRuns.sample.asOf,
        items: News.items(forYou: forYou, forYourNeeds: needs, bids: bids))
}

private func suggestion(
    _ number: Int, title: String = "Titre", job: String = "missions", name: String = "Nom",
    reason: String = "Raison."
) -> Suggestion {
    Suggestion(
        id: number, job: job, need: "n\(number)", needTitle: title, needOwner: "o",
        needOwnerName: "Demandeur", candidate: "c\(number)", candidateTitle: "Métier",
        member: "c\(number)", memberName: name, rank: 1, score: 0.5, signals: [],
        reasons: [.french: [reason], .english: [reason]], basis: "")
}

@Test(arguments: Language.allCases)
func `the message of the sample record is the recorded one`(language: Language) throws {
    let message = try #require(try digest(.sample(in: language)))
    let code = language.rawValue
    let text = "Subject: \(message.subject)\n\n\(message.text)"
    let changed = try difference(of: text, fromSnapshot: "message.\(code).txt")
    #expect(changed == nil)
    let page = try difference(of: message.html, fromSnapshot: "message.\(code).html")
    #expect(page == nil)
    #expect(try faultsOfHTML(message.html) == "")
}

@Test(arguments: Language.allCases)
func `both parts say why of everything, to the reader themself where it is for them`(
    language: Language
) throws {
    let news = News.sample(in: language)
    let message = try #require(try digest(news))
    let wording = Wording(language)
    for (role, audience) in [("candidate", Audience.candidate), ("owner", .owner)] {
        for item in news.items where item.proposal.kind == "suggestion" && item.role == role {
            let suggestion = try Suggestion(item.proposal)
            let why = wording.why(suggestion.signals, skills: news.skills, to: audience)
            let better = wording.better(
                suggestion.signals, skills: news.skills, to: audience)
            for sentence in [why, better].compactMap(\.self) {
                #expect(message.text.contains(sentence))
                #expect(message.html.contains(sentence.replacing("'", with: "&#39;")))
            }
        }
    }
    #expect(message.text.contains(language == .french ? "Vous avez" : "You have"))
    #expect(message.text.contains("coordination@example.org"))
    #expect(message.html.contains("coordination@example.org"))
}

@Test func `no news is no message`() throws {
    #expect(try digest(news()) == nil)
}

@Test func `the subject says what is in it`() throws {
    let subject = { (news: News) in try digest(news)?.subject }
    let one = suggestion(1, title: "Refonte du site")
    #expect(try subject(news(forYou: [one])) == "1\u{A0}mission pour vous\u{A0}: Refonte du site")
    let two = [one, suggestion(2)]
    #expect(
        try subject(news(forYou: two)) == "2\u{A0}missions pour vous, dont Refonte du site")
    let mixed = [one, suggestion(2, job: "services")]
    #expect(
        try subject(news(forYou: mixed)) == "2\u{A0}propositions pour vous, dont Refonte du site")
    #expect(
        try subject(news(needs: [one]))
            == "1\u{A0}réponse à votre demande\u{A0}: Refonte du site")
    #expect(
        try subject(news(forYou: two, needs: [one], bids: sampleBids))
            == "2\u{A0}missions pour vous, dont Refonte du site\u{202F}; 1\u{A0}réponse\u{202F}; "
            + "3\u{A0}réponses groupées")
}

@Test func `a long title is cut after a word`() throws {
    let title =
        "Accompagnement à la transformation numérique, aux usages et à la formation des agents"
    let subject = try digest(news(forYou: [suggestion(1, title: title)]))?.subject
    #expect(
        subject
            == "1\u{A0}mission pour vous\u{A0}: Accompagnement à la transformation numérique, aux usages…"
    )
    let word = String(repeating: "x", count: 500)
    let long = try digest(news(forYou: [suggestion(1, title: word)]))?.subject
    #expect(try #require(long).count < 90)
}

@Test func `more than five are told by name`() throws {
    let many = (1...7).map { suggestion($0, title: "Titre \($0)") }
    let message = try #require(try digest(news(forYou: many)))
    #expect(message.text.ranges(of: /(?m)^Titre \d$/).count == 5)
    #expect(!message.text.contains("Raison."), "what coordinators read")
    #expect(
        message.text.contains(
            "Et aussi\u{A0}: «\u{A0}Titre 6\u{A0}» et «\u{A0}Titre 7\u{A0}»."))
    let people = (1...8).map {
        Suggestion(
            job: "missions", need: "n", needTitle: "Demande", needOwner: nil, needOwnerName: nil,
            candidate: "c\($0)", candidateTitle: "", member: "c\($0)", memberName: "Nom \($0)",
            rank: $0, score: 0.5, signals: [], reasons: [.french: ["Raison."]], basis: "")
    }
    let answers = try #require(try digest(news(needs: people)))
    #expect(answers.text.ranges(of: /(?m)^  Nom \d$/).count == 5)
    #expect(answers.text.contains("Et aussi\u{A0}: Nom 6, Nom 7 et Nom 8."))
}

@Test func `a bid tells the reader their own part`() throws {
    let bid = try #require(sampleBids.first)
    let lead = try #require(try digest(news(bids: [bid]))).text
    #expect(lead.contains("Votre part\u{A0}: 18\u{A0}jours, 9\u{202F}720\u{A0}€\u{A0}HT."))
    #expect(lead.contains("Vous seriez mandataire du groupe."))
    #expect(lead.contains("Avec Yann Le Goff et Claire N’Diaye."))
    let member = news(bids: [bid], member: "claire-n-diaye", name: "Claire N’Diaye")
    let other = try #require(try digest(member)).text
    #expect(other.contains("Statuts de SCIC, 10,5\u{A0}jours."))
    #expect(other.contains("Mandataire\u{A0}: Bérénice Fontaine."))
    #expect(other.contains("Avec Yann Le Goff."))
}

@Test func `what is for the reader comes best first, bids by deadline, however they are recorded`()
    throws
{
    let record = RecordedRuns.sample
    let news = { (items: [News.Item]) in
        News(
            recipient: News.sample(in: .english).recipient, network: record.network,
            asOf: record.asOf, items: items, skills: record.skills)
    }
    let items = News.items(forYou: sampleSuggestions, bids: sampleBids)
    let message = try #require(try digest(news(items)))
    #expect(try digest(news(items.reversed())) == message)
    let best = sampleSuggestions.sorted { $0.score > $1.score }.prefix(2).map(\.needTitle)
    let first = try #require(message.text.firstRange(of: best[0]))
    let second = try #require(message.text.firstRange(of: best[1]))
    #expect(first.lowerBound < second.lowerBound)
}

@Test func `what the platform wrote cannot act in the message`() throws {
    let evil =
        "\"'><script>alert(1)</script>&lt;script&gt;<a href=\"http://x\">\r\nBcc: y@example.org"
    let hostile = suggestion(1, title: evil, name: evil, reason: evil)
    let message = try #require(
        try digest(news(forYou: [hostile], needs: [hostile], name: evil)))
    #expect(!message.html.contains("<script") && !message.html.contains("<a "))
    #expect(!message.subject.contains("\n") && !message.subject.contains("\r"))
    #expect(message.text.contains("<script>"))
    #expect(try faultsOfHTML(message.html) == "")
}

@Test func `a label that is missing and a template that is none are named`() throws {
    var texts = try labels(.french)
    texts["digest_why"] = nil
    #expect(throws: DigestError.labels(missing: ["digest_why"])) {
        try presentations.message(
            for: .sample(in: .french), contact: "", templates: templates(), labels: texts)
    }
    let error = #expect(throws: DigestError.self) {
        try DigestTemplates(text: "a\n{{#b}}\n{{/c}}", html: "")
    }
    guard case .template("text", 3, _, _) = error else {
        Issue.record("expected line 3 of the text: \(String(describing: error))")
        return
    }
}

@Test func `titles and names link to their pages, and a deadline is said`() throws {
    func example(_ needURL: String?, _ candidateURL: String?) -> Suggestion {
        Suggestion(
            job: "missions", need: "n", needTitle: "Titre", needOwner: "o", needOwnerName: "Ada",
            needURL: needURL, deadline: needURL == nil ? nil : Deadline("2026-12-24"),
            candidate: "c",
            candidateTitle: "Métier", candidateURL: candidateURL, member: "c", memberName: "Nom",
            rank: 1, score: 0.5, signals: [], reasons: [:], basis: "")
    }
    let linked = example("https://example.org/n?a=1&b=2", "https://example.org/c")
    let message = try #require(try digest(news(forYou: [linked], needs: [linked])))
    let need =
        #"<a href="https://example.org/n?a=1&amp;b=2" rel="noopener noreferrer" "#
        + #"style="color:inherit">Titre</a>"#
    #expect(message.html.components(separatedBy: need).count == 3)
    #expect(
        message.html.contains(
            #"<a href="https://example.org/c" rel="noopener noreferrer" style="color:inherit">Nom</a>"#
        ))
    #expect(message.text.contains("Titre\nhttps://example.org/n?a=1&b=2\nDemandé par Ada\n"))
    #expect(message.text.contains("Réponse attendue jusqu’au 24\u{A0}décembre 2026"))
    #expect(message.text.contains("  Nom (Métier)\n  https://example.org/c\n"))
    #expect(try faultsOfHTML(message.html) == "")
    // Of a need with a page whose people have none, no name links.
    let half = try #require(try digest(news(needs: [example("https://example.org/n", nil)])))
    #expect(half.html.components(separatedBy: "<a ").count == 2)
}
