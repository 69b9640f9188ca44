import Cooperation
import Languages
import Reference

// What a transfer sheet is made of, in the interface's words.
extension TransferSheet.Condition {
  var name: Phrase {
    switch self {
    case .population: Phrase("condition.population", "People")
    case .income: Phrase("condition.income", "Income of the country")
    case .region: Phrase("condition.region", "Part of the world")
    case .mandate: Phrase("condition.mandate", "What the law lets the city do")
    case .budget: Phrase("condition.budget-share", "Money, as a share of the budget")
    case .staff: Phrase("condition.staff", "Staff")
    case .land: Phrase("condition.coast-or-climate", "Coast or climate")
    case .language: Phrase("condition.language", "Language")
    }
  }
}

extension TransferSheet.Light {
  var name: Phrase {
    switch self {
    case .green: Phrase("light.green", "Alike")
    case .amber: Phrase("light.amber", "Different, can be bridged")
    case .red: Phrase("light.red", "Very different")
    case .unknown: Phrase("blank.unknown", "Unknown")
    }
  }
}

extension TransferSheet.Value {
  func words(_ reader: Reader) -> String {
    switch self {
    case .people(let count): reader.words.number(count)
    case .income(let group): reader.words[group.name]
    case .region(let code): Countries.region(code).map { reader.words.name(among: $0.names) } ?? code
    case .languages(let languages): reader.words.list(languages.map { reader.words.name(of: $0) })
    case .cost(let money):
      reader("transfer.cost", "{sum} in all", ["sum": reader.money(money)])
    case .means(let means): means.words(reader)
    case .posts(let tenths):
      reader("transfer.posts", "Full-time posts: {n}", ["n": reader.words.decimal(Double(tenths) / 10)])
    }
  }
}
