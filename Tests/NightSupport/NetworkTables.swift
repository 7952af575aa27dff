internal import Foundation

/// Rows of tables, by name, written as PostgreSQL's own CSV: nothing for NULL.
struct NetworkTables {
    private static let headers: [String: String] = [
        "place": "id,name,department,latitude,longitude",
        "skill": "id,label_fr,label_en,alternatives_fr,alternatives_en,esco_code,rome_code",
        "member": "id,kind,name,email,locale,title,about,place_id,radius_km,remote,languages,"
            + "daily_rate,certifications,turnover,consent_matching,consent_bids,digest,joined_on,left_on",
        "member_skill": "member_id,skill_id,level,years",
        "availability": "id,member_id,starts_on,ends_on,days_per_week",
        "commitment": "id,member_id,starts_on,ends_on,days,note",
        "mission": "id,owner_id,title,text,language,languages,place_id,remote,starts_on,ends_on,"
            + "days,daily_rate_max,certifications,status,posted_on",
        "mission_skill": "mission_id,skill_id,level,weight,mandatory",
        "service": "id,side,member_id,title,text,language,place_id,remote,radius_km,starts_on,"
            + "ends_on,hours,exchange,hourly_rate,status,posted_on",
        "service_skill": "service_id,skill_id,level,weight,mandatory",
        "time_account": "member_id,balance,lowest,highest",
        "tender": "id,buyer,title,text,language,languages,cpv,place_id,remote,deadline_on,"
            + "members_max,turnover_min,form,certifications,status,posted_on",
        "lot": "id,tender_id,number,title,text,budget,starts_on,ends_on",
        "lot_skill": "lot_id,skill_id,level,days",
        "collaboration": "id,member_a,member_b,worked_on,subject,rating",
        "refusal": "member_id,refused_id,said_on",
    ]

    private var rows: [String: [String]] = [:]

    mutating func add(_ table: String, _ values: [String?]) {
        let line = values.map { value -> String in
            guard let value else { return "" }
            let isPlain =
                !value.isEmpty && !value.contains { $0 == "," || $0 == "\"" || $0.isNewline }
            return isPlain ? value : "\"\(value.replacing("\"", with: "\"\""))\""
        }
        rows[table, default: []].append(line.joined(separator: ","))
    }

    func write(to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (table, header) in Self.headers {
            let text = ([header] + (rows[table] ?? [])).joined(separator: "\n") + "\n"
            try Data(text.utf8).write(to: folder.appending(path: "\(table).csv"))
        }
    }
}
