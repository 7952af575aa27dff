/// The columns of the queries that all jobs of a network share.
extension QueryColumns {
    static let members = QueryColumns(columns: [
        .id: .text, .name: .text, .email: .text, .locale: .text, .digest: .text,
        .consent: .boolean, .left: .date, .source: .text,
    ])

    static let skills = QueryColumns(columns: [
        .id: .text, .frenchLabel: .text, .englishLabel: .text, .frenchAlternatives: .texts,
        .englishAlternatives: .texts, .source: .text,
    ])

    static let refusals = QueryColumns(
        columns: [.member: .text, .refused: .text, .source: .text], required: [.member, .refused])

    static let collaborations = QueryColumns(
        columns: [
            .id: .text, .member: .text, .other: .text, .worked: .date, .source: .text,
        ], required: [.member, .other])

    static let places = QueryColumns(columns: [
        .id: .text, .name: .text, .latitude: .number, .longitude: .number, .source: .text,
    ])

    static let references = QueryColumns(
        columns: [
            .id: .text, .member: .text, .title: .text, .client: .text, .year: .integer,
            .amount: .number, .cpv: .texts, .skills: .texts, .source: .text,
        ], required: [.id, .member, .year])

    static let allTenders = QueryColumns(columns: [
        .id: .text, .title: .text, .deadline: .moment, .over: .boolean, .lot: .text,
        .starts: .date, .ends: .date, .source: .text,
    ])

    static let bounces = QueryColumns(
        columns: [.email: .text, .source: .text], required: [.email])
}
