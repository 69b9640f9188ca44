import Cooperation
import OpenData
import Reference

extension ActivityDraft {
  /// Takes over budgets and transactions, each as it is: a minus stays, and no currency is changed into another.
  ///
  /// - Parameter giver: who an organisation of the file is on record, where its identifier says so for certain.
  mutating func takeMoney(
    of activity: Activity, _ identifier: () -> Contribution.ID, giver: (Mention?) throws -> Organisation.ID?,
    say: (Finding) -> Void
  ) rethrows {
    for budget in activity.budgets {
      guard let money = budget.value else { continue }
      guard let day = budget.start ?? budget.valueDate ?? budget.end else {
        say(.warning(budget.line, "no-date", "This budget has no day that can be read. It is left out."))
        continue
      }
      var until = budget.end
      if let end = until, end < day {
        say(
          .warning(
            budget.line, "reversed-dates",
            "This budget ends on \(end), before it begins on \(day). The end is left out."
          ))
        until = nil
      }
      contributions.append(
        Contribution(
          id: identifier(), partnership: id, kind: .budget, organisation: nil, money: money, day: day, until: until,
          note: budget.status?.text == "2" ? "Committed" : ""))
    }
    for transaction in activity.transactions { try take(transaction, activity.reporter, identifier, giver, say) }
    warnOfCurrencies(say)
  }

  private mutating func take(
    _ transaction: Activity.Transaction, _ reporter: Activity.Body?, _ identifier: () -> Contribution.ID,
    _ giver: (Mention?) throws -> Organisation.ID?, _ say: (Finding) -> Void
  ) rethrows {
    guard let money = transaction.value else { return }
    guard let kind = Contribution.Kind(transaction: transaction.type?.text) else {
      let code = transaction.type?.published ?? ""
      return say(
        .warning(
          transaction.line, "other-transaction",
          "A transaction of type “\(code.shown)” over \(money.decimalText) \(money.currency) is neither promised, paid nor "
            + "spent. It is left out."))
    }
    guard let day = transaction.day ?? transaction.valueDate else {
      return say(.warning(transaction.line, "no-date", "This transaction has no day that can be read. It is left out."))
    }
    // Where nobody is named, what goes out is the reporter's.
    let isIncoming = ["1", "11"].contains(transaction.type?.text)
    let from = transaction.provider ?? (isIncoming ? nil : reporter)
    contributions.append(
      Contribution(
        id: identifier(), partnership: id, kind: kind, organisation: try giver(from.map { Mention($0) }), money: money,
        day: day,
        note: Self.note(transaction)))
  }

  /// What it was for, from whom and to whom, in the file's words.
  private static func note(_ transaction: Activity.Transaction) -> String {
    let names = [transaction.provider, transaction.receiver].map { $0?.name.first ?? "" }
    let way = names == ["", ""] ? "" : "\(names[0].isEmpty ? "…" : names[0]) → \(names[1].isEmpty ? "…" : names[1])"
    let parts = [transaction.description.first, way, transaction.ref].compactMap { cleaned($0, limit: .max) }
    return String(parts.joined(separator: " · ").prefix(500))
  }

  private func warnOfCurrencies(_ say: (Finding) -> Void) {
    let codes = Set(contributions.map(\.money.currency.code)).sorted()
    guard codes.count > 1 else { return }
    say(
      .warning(
        line, "mixed-currencies",
        "“\(identifier.shown)” tells of money in \(codes.joined(separator: ", ")). Each is kept; they are never added up."
      ))
  }
}

extension Contribution.Kind {
  /// List TransactionType; nil for loans, shares, guarantees and pledges, which are none of ours.
  init?(transaction code: String?) {
    switch code {
    case "2", "11": self = .commitment
    case "1", "3": self = .disbursement
    case "4": self = .expenditure
    default: return nil
    }
  }
}
