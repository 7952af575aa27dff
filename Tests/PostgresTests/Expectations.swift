import Postgres
import Testing

/// Runs what must fail, and gives the error to look at.
func failure<T>(
    sourceLocation: SourceLocation = #_sourceLocation, of body: () throws -> T
) -> PostgresError? {
    do {
        _ = try body()
        Issue.record("Expected an error", sourceLocation: sourceLocation)
    } catch let error as PostgresError {
        return error
    } catch {
        Issue.record("Expected a PostgresError, found \(error)", sourceLocation: sourceLocation)
    }
    return nil
}
