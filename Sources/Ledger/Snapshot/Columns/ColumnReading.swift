internal import Postgres

/// How a column of some type is read. In expressions, `$` stands for the column.
enum ColumnReading: Hashable {
    case asItComes
    /// Through a cast that loses nothing which is read.
    case cast(String)
    /// Not at all: the query must say what is meant; with what to write, where there is such.
    case refused(write: String?)
}

/// What casts to what: the one table.
extension QueryColumns.Kind {
    /// How a column is read that must be of this kind.
    ///
    /// - Parameters:
    ///   - column: Which of the documented columns.
    ///   - type: The type that it has.
    func reading(of column: MarketColumn, as type: ColumnType) -> ColumnReading {
        switch self {
        case .text: text(column, type)
        case .texts: texts(type)
        case .number: number(column, type)
        case .integer: integer(type)
        case .boolean: boolean(type)
        case .date: date(column, type)
        case .json: json(column, type)
        case .moment: moment(type)
        case .translated:
            switch type.family {
            case .json, .jsonb: json(column, type)
            default: text(column, type)
            }
        }
    }

    private func text(_ column: MarketColumn, _ type: ColumnType) -> ColumnReading {
        switch type.family {
        case .text: .asItComes
        case .integer: column == .id ? .cast("($)::text") : .asItComes
        case .word: .cast("($)::text")
        case .texts, .words, .list: .refused(write: "array_to_string($, ', ')")
        case .json, .jsonb: .refused(write: "$ #>> '{}'")
        case .bytes:
            .refused(write: column.isReference ? "encode($, 'hex')" : "convert_from($, 'UTF8')")
        default: .refused(write: "$::text")
        }
    }

    private func texts(_ type: ColumnType) -> ColumnReading {
        switch type.family {
        case .texts: .asItComes
        case .words: .cast("($)::text[]")
        case .list: .refused(write: "$::text[]")
        case .text: .refused(write: "string_to_array($, ',')")
        case .word: .refused(write: "string_to_array($::text, ',')")
        case .json, .jsonb:
            .refused(write: "ARRAY(SELECT jsonb_array_elements_text($::jsonb))")
        case .jsons: .refused(write: "ARRAY(SELECT item #>> '{}' FROM unnest($) AS item)")
        default: .refused(write: "ARRAY[$::text]")
        }
    }

    private func number(_ column: MarketColumn, _ type: ColumnType) -> ColumnReading {
        switch type.family {
        case .integer, .decimal: .asItComes
        case .text, .money: .refused(write: "$::numeric")
        case .word: .refused(write: "$::text::numeric")
        case .boolean, .bits: .refused(write: "$::integer")
        case .json, .jsonb: .refused(write: "($ #>> '{}')::numeric")
        case .interval:
            .refused(
                write: "extract(epoch FROM $)"
                    + (column == .hours ? " / 3600" : column == .days ? " / 86400" : ""))
        case .texts, .words, .list: .refused(write: "$[1]::text::numeric")
        default: .refused(write: nil)
        }
    }

    private func integer(_ type: ColumnType) -> ColumnReading {
        switch type.family {
        case .integer: .asItComes
        case .decimal, .boolean, .bits, .text: .refused(write: "$::integer")
        case .money: .refused(write: "$::numeric::integer")
        case .word: .refused(write: "$::text::integer")
        case .json, .jsonb: .refused(write: "($ #>> '{}')::integer")
        case .texts, .words, .list: .refused(write: "$[1]::text::integer")
        default: .refused(write: nil)
        }
    }

    private func boolean(_ type: ColumnType) -> ColumnReading {
        switch type.family {
        case .boolean: .asItComes
        case .integer, .decimal: .refused(write: "$ <> 0")
        case .text: .refused(write: "$::boolean")
        case .word: .refused(write: "$::text::boolean")
        case .json, .jsonb: .refused(write: "($ #>> '{}')::boolean")
        case .bits: .refused(write: "$ = B'1'")
        case .date, .timestamp, .instant: .refused(write: "$ IS NOT NULL")
        default: .refused(write: nil)
        }
    }

    private func date(_ column: MarketColumn, _ type: ColumnType) -> ColumnReading {
        switch type.family {
        case .date: .asItComes
        // The day of an instant is that of the network's time zone, which the session has.
        case .timestamp, .instant: .cast("($)::date")
        case .text: .refused(write: "$::date")
        case .word: .refused(write: "$::text::date")
        case .integer, .decimal: .refused(write: "to_timestamp($)::date")
        case .json, .jsonb: .refused(write: "($ #>> '{}')::date")
        case .range where type.name == "daterange":
            .refused(write: column == .ends ? "upper($) - 1" : "lower($)")
        case .range where type.name == "tsrange" || type.name == "tstzrange":
            .refused(write: column == .ends ? "upper($)::date" : "lower($)::date")
        default: .refused(write: nil)
        }
    }

    private func moment(_ type: ColumnType) -> ColumnReading {
        switch type.family {
        case .date, .timestamp: .asItComes
        // The time of an instant is that of the network's time zone, which the session has.
        case .instant: .cast("($)::timestamp")
        case .text: .refused(write: "$::timestamp")
        case .word: .refused(write: "$::text::timestamp")
        case .integer, .decimal: .refused(write: "to_timestamp($)")
        case .json, .jsonb: .refused(write: "($ #>> '{}')::timestamp")
        case .range where type.name == "daterange": .refused(write: "upper($) - 1")
        case .range where type.name == "tsrange" || type.name == "tstzrange":
            .refused(write: "upper($)")
        default: .refused(write: nil)
        }
    }

    private func json(_ column: MarketColumn, _ type: ColumnType) -> ColumnReading {
        switch type.family {
        case .jsonb: .asItComes
        case .json: .cast("($)::jsonb")
        case .jsons: .cast("to_jsonb($)")
        case .text: .refused(write: "$::jsonb")
        case .word: .refused(write: "$::text::jsonb")
        case .texts, .words:
            .refused(
                write: column == .skills
                    ? "(SELECT jsonb_agg(jsonb_build_object('skill', item)) "
                        + "FROM unnest($) AS item)"
                    : "to_jsonb($)")
        case .list: .refused(write: "to_jsonb($)")
        case .record: .refused(write: "jsonb_build_array(to_jsonb($))")
        default: .refused(write: nil)
        }
    }
}

extension MarketColumn {
    /// Whether it holds an id.
    var isReference: Bool {
        switch self {
        case .id, .owner, .member, .tender, .need, .candidate, .refused, .other: true
        default: false
        }
    }
}
