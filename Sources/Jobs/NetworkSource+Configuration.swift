internal import Ledger
internal import Settings

extension NetworkSource {
    /// The network that a configuration is of.
    init(_ configuration: Configuration) {
        var queries = Queries()
        let own = configuration.queries
        func take(_ query: JobFile.Query?, as path: WritableKeyPath<Queries, JobQueries.File>) {
            if let query { queries[keyPath: path] = JobQueries.File(query) }
        }
        take(own.members, as: \.members)
        take(own.skills, as: \.skills)
        take(own.refusals, as: \.refusals)
        take(own.collaborations, as: \.collaborations)
        take(own.places, as: \.places)
        take(own.references, as: \.references)
        take(own.tenders, as: \.tenders)
        queries.bounces = own.bounces.map(JobQueries.File.init)
        self.init(
            key: configuration.network.key, timeZone: configuration.network.timeZone,
            parameters: configuration.parameters.values, queries: queries)
    }
}

extension JobQueries.File {
    init(_ query: JobFile.Query) { self.init(name: query.name, sql: query.text) }
}
