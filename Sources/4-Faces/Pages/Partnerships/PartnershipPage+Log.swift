import Addresses
package import Cooperation
import HTTP
import Languages
import Markup
import Pictures

extension PartnershipPage {
  /// How many months without a line are told as a silence of their own.
  private static let silentMonths = 12

  /// What has happened, the latest first, with the silences between.
  func log(_ html: inout HTML, _ reader: Reader) {
    html << "<section aria-labelledby=\"log\"><h2 id=\"log\">\(reader("partnership.log", "What has happened?"))</h2>"
    if life.log.items.isEmpty {
      let title = reader("partnership.no-log", "Nothing is written down here")
      let text = reader(
        "partnership.no-log.text", "Visits, meetings and decisions stand here once a party writes them down.")
      html << reader.empty(partnership.standing == .proposed ? .notYet : .unreported, title, text)
    } else {
      html << "<ol class=\"log\">"
      if life.log.page == 1, partnership.standing != .ended, let first = life.log.items.first {
        silence(&html, from: first.day, to: reader.today, reader)
      }
      for (place, entry) in life.log.items.enumerated() {
        if place > 0 { silence(&html, from: entry.day, to: life.log.items[place - 1].day, reader) }
        line(&html, entry, reader)
      }
      html << "</ol>\(life.log.ways(for: reader))"
    }
    if isWorking {
      html << "<p class=\"doing\"><a class=\"act quiet\" href=\"\(Address.logForm.link(partnership.id))\">"
      html << "\(reader("partnership.log.add", "Write a line"))</a></p>"
    }
    html << "</section>"
  }

  private func line(_ html: inout HTML, _ entry: LogEntry, _ reader: Reader) {
    let hue: Written =
      entry.given.tenths > entry.received.tenths ? " teach" : entry.received.tenths > entry.given.tenths ? " learn" : ""
    html
      << "<li id=\"\(entry.id)\" class=\"claimed\(hue)\"><time datetime=\"\(entry.day)\">\(reader.words.day(entry.day))"
    html << " · \(reader.words[entry.kind.name])</time>\(reader.prose(entry.text))<p class=\"meta\">"
    html << "<span>\(reader("partnership.told-by", "Told by {name}", ["name": name(entry.organisation)]))</span>"
    if entry.given != .none {
      html << "<span class=\"teach\">\(reader.peerDays(entry.given.tenths, isGiven: true))</span>"
    }
    if entry.received != .none {
      html << "<span class=\"learn\">\(reader.peerDays(entry.received.tenths, isGiven: false))</span>"
    }
    if !entry.isPublic { html << "<span>\(reader("partnership.log.private", "Only the partners see this"))</span>" }
    html << "</p></li>"
  }

  private func silence(_ html: inout HTML, from earlier: Day, to later: Day, _ reader: Reader) {
    guard earlier.adding(months: Self.silentMonths) < later else { return }
    let months = ["from": reader.words.month(of: earlier), "to": reader.words.month(of: later)]
    html << "<li class=\"silent\"><p>"
    html << "\(reader("partnership.log.silence", "Nothing was written from {from} to {to}.", months))</p></li>"
  }

  /// The days of its people that each side gave and received.
  func ledger(_ html: inout HTML, _ reader: Reader) {
    let lines = life.ledger.filter { $0.given + $0.received > 0 }
    guard !lines.isEmpty else { return }
    html << "<section aria-labelledby=\"ledger\"><h2 id=\"ledger\">"
    html << "\(reader("partnership.ledger", "Who gave and received how much?"))</h2>"
    let ledger = Ledger(
      lines.map { line in
        Ledger.Line(
          name(line.organisation), given: PeerDays(tenths: min(line.given, 100_000)) ?? .none,
          received: PeerDays(tenths: min(line.received, 100_000)) ?? .none)
      })
    let given = reader("partnership.given", "Given"), received = reader("partnership.received", "Received")
    let picture = ledger.svg(
      title: reader("partnership.ledger.title", "Peer-days given and received"), isMirrored: reader.words.isRightToLeft
    ) { reader.words.decimal(Double($0.tenths) / 10) }
    let caption = reader(
      "partnership.ledger.caption",
      "Peer-days, as each side counts them in the log: given in ochre, received in teal. A peer-day is one working day of "
        + "one person.")
    var table = HTML(capacity: 1024)
    table << "<table><thead><tr><th scope=\"col\">\(reader("partnership.party", "Party"))</th>"
    table
      << "<th scope=\"col\" class=\"num\">\(given)</th><th scope=\"col\" class=\"num\">\(received)</th></tr></thead>"
    table << "<tbody>"
    for line in lines {
      table << "<tr><th scope=\"row\">\(link(line.organisation, reader))</th>"
      table << "<td class=\"num\">\(reader.words.decimal(Double(line.given) / 10))</td>"
      table << "<td class=\"num\">\(reader.words.decimal(Double(line.received) / 10))</td></tr>"
    }
    table << "</tbody></table>"
    html << "\(reader.figure(picture, caption: "\(caption)", table: "\(table)"))</section>"
  }
}

extension Partnership {
  /// The name of its stage.
  package var standing: Standing { Standing(rawValue: stage.slug) ?? .inferred }
}

extension Reader {
  /// "4.5 peer-days given".
  func peerDays(_ tenths: Int, isGiven: Bool) -> String {
    let days = ["days": words.decimal(Double(tenths) / 10)]
    return isGiven
      ? self("log.given", "{days} peer-days given", days) : self("log.received", "{days} peer-days received", days)
  }
}
