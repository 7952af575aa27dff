internal import Market

/// Rules that look at numbers of both sides.
extension EligibilityTable {
    func dropOutOfReach(_ traits: NeedTraits, _ alive: inout [UInt64], from first: Int) {
        let need = traits.need
        if need.remote == .only {
            dropWords(&alive, first) { word, _ in ~remote.words[word] }
            return
        }
        guard let place = need.place else { return }
        dropWords(&alive, first) { word, asked in
            let atDistance = need.remote == .possible ? remote.words[word] : 0
            return places.outOfReach(place, word: word, among: asked & ~atDistance)
        }
    }

    func dropBusy(_ traits: NeedTraits, _ alive: inout [UInt64], from first: Int) {
        guard let asked = traits.need.days, let window = traits.need.window else { return }
        let days = CalendarColumns.Window(
            first: window.first.number, end: window.last.number + 1)
        dropWords(&alive, first) { word, eligible in
            those(eligible & calendars.known.words[word], of: word) {
                calendars.freeDays(of: $0, in: days) < asked - 1e-9
            }
        }
    }

    func dropDear(_ traits: NeedTraits, _ alive: inout [UInt64], from first: Int) {
        guard let highest = traits.need.rateMax else { return }
        let asked = traits.exchange
        dropWords(&alive, first) { word, eligible in
            // Money may change hands unless both sides name what they accept and it is not shared.
            let paid = asked == 0 ? .max : named(word) { $0 == 0 || $0 & asked & Self.money != 0 }
            return those(eligible & paid & priced.words[word], of: word) {
                rates[$0] > highest.cents
            }
        }
    }

    func dropBeyondAccounts(_ traits: NeedTraits, _ alive: inout [UInt64], from first: Int) {
        guard let hours = traits.need.hours else { return }
        let receive = traits.need.account?.canReceive ?? .infinity
        let asked = traits.exchange
        dropWords(&alive, first) { word, eligible in
            those(eligible & named(word) { $0 & asked == Self.time }, of: word) {
                hours > min(canGive[$0], receive) + 1e-9
            }
        }
    }

    static let money = Set<Exchange>([.money]).bits
    static let time = Set<Exchange>([.time]).bits
}
