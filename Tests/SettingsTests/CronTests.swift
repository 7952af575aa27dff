import Settings
import Testing

@Suite struct CronTests {
    @Test(arguments: [
        "15 2 * * *", "*/15 8-18/2 1,15 * mon-fri", "0 0 31 jan-mar,12 *", "0 4 * * 7",
        "59 23 29 feb *", "0 0 30 2 MON", " 0\t0  *  * * ", "0,30,1-5/2 * * * SUN",
    ])
    func `times that crontab knows are accepted`(text: String) throws {
        #expect(try Cron(text).description.split(separator: " ").count == 5)
    }

    @Test func `minutes and hours are spelled out`() throws {
        let cron = try Cron("50-59/4,3 */6 * * *")
        #expect(cron.minutes == [3, 50, 54, 58])
        #expect(cron.hours == [0, 6, 12, 18])
    }

    @Test(arguments: [
        ("60 2 * * *", "minute"), ("-1 2 * * *", "minute"), ("*/0 2 * * *", "minute"),
        ("5/10 2 * * *", "minute"), ("1,,2 2 * * *", "minute"), ("5-1 2 * * *", "minute"),
        ("*/5/5 2 * * *", "minute"), ("/5 2 * * *", "minute"), ("1- 2 * * *", "minute"),
        ("+5 2 * * *", "minute"), ("0x1 2 * * *", "minute"), ("٣ 2 * * *", "minute"),
        ("99999999999999999999 2 * * *", "minute"), ("0 24 * * *", "hour"),
        ("0 2 0 * *", "day of the month"), ("0 2 32 * *", "day of the month"),
        ("0 2 * 13 *", "month"), ("0 2 * mai *", "month"), ("0 2 * * 8", "day of the week"),
        ("0 2 * * lundi", "day of the week"), ("0 2 * * mon-sun", "day of the week"),
    ])
    func `a wrong field is named`(text: String, field: String) {
        let error = #expect(throws: CronError.self) { try Cron(text) }
        #expect(error?.expected.contains("“\(field)”") == true)
    }

    @Test func `a day that never comes is refused`() {
        let error = #expect(throws: CronError.self) { try Cron("0 2 30 2 *") }
        #expect(error?.found == "“30 2”")
        #expect(throws: CronError.self) { try Cron("0 2 31 4,6,9,nov *") }
    }
}
