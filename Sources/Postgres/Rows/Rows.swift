internal import CPostgres

/// The rows of a query, all in memory.
public struct Rows: ~Copyable {
    private let result: OpaquePointer
    private let list: ColumnList

    init(_ answer: consuming ResultHandle) {
        result = answer.take()
        list = ColumnList(result: result)
    }

    deinit { PQclear(result) }

    public var count: Int { Int(PQntuples(result)) }

    public var isEmpty: Bool { count == 0 }

    public var columns: [Column] { list.columns }

    /// Every row as a value.
    public func decode<T: RowDecodable>(
        as type: T.Type = T.self
    ) throws(PostgresError) -> [T] {
        try map { row throws(PostgresError) in try T(row: row) }
    }

    /// What `body` makes of every row, in order.
    public func map<T, Failure: Error>(
        _ body: (borrowing Row) throws(Failure) -> T
    ) throws(Failure) -> [T] {
        var values: [T] = []
        values.reserveCapacity(count)
        for index in 0..<count { values.append(try body(self[index])) }
        return values
    }

    /// Calls `body` with every row, in order.
    public func forEach<Failure: Error>(
        _ body: (borrowing Row) throws(Failure) -> Void
    ) throws(Failure) {
        for index in 0..<count { try body(self[index]) }
    }

    /// What `body` makes of the first row, or `nil` when there is none.
    public func first<T, Failure: Error>(
        _ body: (borrowing Row) throws(Failure) -> T
    ) throws(Failure) -> T? {
        isEmpty ? nil : try body(self[0])
    }

    private subscript(index: Int) -> Row {
        Row(result: result, index: Int32(index), number: index + 1, list: list)
    }
}

/// A libpq result with one owner.
struct ResultHandle: ~Copyable {
    let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) { self.pointer = pointer }

    deinit { PQclear(pointer) }

    var status: ExecStatusType { PQresultStatus(pointer) }

    /// Hands the result to a new owner.
    consuming func take() -> OpaquePointer {
        let pointer = pointer
        discard self
        return pointer
    }
}
