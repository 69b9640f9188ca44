import Addresses
import Cooperation
import HTTP
import Languages
import Markup
import Reference

extension PartnershipPage {
  /// How many contributions the page lists; the sums and the data have them all.
  private static let shown = 40

  /// What went into it: a sum for each kind and currency, then line by line.
  func money(_ html: inout HTML, _ reader: Reader) {
    html
      << "<section aria-labelledby=\"money\"><h2 id=\"money\">\(reader("partnership.money", "What went into it?"))</h2>"
    if life.contributions.isEmpty {
      html
        << "<p>\(reader("partnership.money.blank", "Money, and what is worth money")): \(reader.blank(.unreported))</p>"
    } else {
      sums(&html, reader)
      lines(&html, reader)
    }
    if isWorking {
      html << "<p class=\"doing\"><a class=\"act quiet\" href=\"\(Address.contributionForm.link(partnership.id))\">"
      html << "\(reader("partnership.money.add", "Add a contribution"))</a></p>"
    }
    html << "</section>"
  }

  private func sums(_ html: inout HTML, _ reader: Reader) {
    html << "<dl class=\"facts\">"
    for total in ContributionTotal.all(of: life.contributions) {
      html << "<dt>\(reader.words[total.kind.name]) <small>\(reader.words[total.kind.meaning])</small></dt>"
      html
        << "<dd>\(total.sum.map { reader.money($0) } ?? reader("partnership.money.too-large", "Too large to add"))</dd>"
    }
    html << "</dl>"
  }

  private func lines(_ html: inout HTML, _ reader: Reader) {
    let head = (
      day: reader("partnership.money.day", "Day"), what: reader("partnership.money.what", "What"),
      who: reader("partnership.money.who", "From whom"), sum: reader("partnership.money.sum", "Sum")
    )
    let caption = reader(
      "partnership.money.caption", "Sums in different currencies are never added. A minus is a refund.")
    html << "<table class=\"stack\"><caption>\(caption)</caption><thead><tr><th scope=\"col\">\(head.day)</th>"
    html << "<th scope=\"col\">\(head.what)</th><th scope=\"col\">\(head.who)</th>"
    html << "<th scope=\"col\" class=\"num\">\(head.sum)</th></tr></thead><tbody>"
    for contribution in life.contributions.suffix(Self.shown).reversed() {
      html << "<tr><th scope=\"row\">\(reader.day(contribution.day))"
      if let until = contribution.until { html << " – \(reader.day(until))" }
      let kind: Written = "\(reader.words[contribution.kind.name])"
      let note: Written = contribution.note.isEmpty ? "" : "<small><bdi>\(contribution.note)</bdi></small>"
      html << "</th><td data-th=\"\(head.what)\"><span>\(kind)</span>\(note)</td><td data-th=\"\(head.who)\">"
      html << "\(contribution.organisation.map { link($0, reader) } ?? reader.blank(.unreported))</td>"
      html << "<td data-th=\"\(head.sum)\" class=\"num\">\(reader.money(contribution.money))</td></tr>"
    }
    html << "</tbody></table>"
    if life.contributions.count > Self.shown {
      html << "<p class=\"meta\"><a href=\"\(Address.partnership.link(partnership.id)).json\">"
      html << "\(reader("partnership.money.all", "All of them as data"))</a></p>"
    }
  }
}

/// What was given of one kind in one currency, altogether.
struct ContributionTotal {
  let kind: Contribution.Kind
  let currency: Currency
  /// Nil where it is larger than can be counted.
  let sum: Money?

  /// One for each kind and currency that comes, kinds in their order and currencies by their codes.
  static func all(of contributions: [Contribution]) -> [ContributionTotal] {
    Contribution.Kind.allCases.flatMap { kind in
      let some = contributions.filter { $0.kind == kind }
      return Dictionary(grouping: some, by: \.money.currency).sorted { $0.key.code < $1.key.code }.map {
        currency, parts in
        let sum = parts.reduce(Money(minorUnits: 0, currency) as Money?) { sum, part in sum.flatMap { $0 + part.money }
        }
        return ContributionTotal(kind: kind, currency: currency, sum: sum)
      }
    }
  }
}

extension Reader {
  /// A sum as it is read: `USD 1,200.50`.
  func money(_ money: Money) -> String {
    "\(money.currency) \(words.exact(money.minorUnits, decimals: money.currency.decimals))"
  }
}
