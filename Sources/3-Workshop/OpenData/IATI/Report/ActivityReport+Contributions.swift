import Cooperation

extension ActivityReport {
  /// Budgets and payments in the reporter's view. What is given in kind has no place in the standard.
  mutating func addMoney(of record: PartnershipRecord, by own: Organisation, on today: Day) {
    let money = record.contributions.filter { $0.kind != .inKind }.sorted {
      ($0.day.number, $0.id.bits) < ($1.day.number, $1.id.bits)
    }
    let counts = Dictionary(money.map { ($0.money.currency, 1) }, uniquingKeysWith: +)
    currency = counts.max { ($0.value, $1.key.code) < ($1.value, $0.key.code) }?.key
    for contribution in money {
      switch contribution.kind {
      case .budget: budgets += contribution.byYear
      case .commitment, .disbursement, .expenditure:
        // The standard allows no payment that has not been made yet.
        if contribution.day <= today { transactions.append(Transaction(contribution, of: record, by: own)) }
      case .inKind: break
      }
    }
  }
}

extension ActivityReport.Transaction {
  fileprivate init(_ contribution: Contribution, of record: PartnershipRecord, by own: Organisation) {
    let giver = contribution.organisation.flatMap { record.organisations[$0] }
    let isOwn = giver == nil || giver?.id == own.id
    let others = record.partnership.parties.speaking.filter { $0 != own.id }
    let other = others.count == 1 ? others.first.flatMap { record.organisations[$0] } : nil
    let receiver = contribution.kind == .expenditure ? nil : isOwn ? other : own
    self.init(
      ref: contribution.id.text, type: contribution.kind.transactionType(isOwn: isOwn), day: contribution.day,
      value: contribution.money,
      description: contribution.note.isEmpty
        ? nil : Texts(contribution.note, in: record.partnership.title.original),
      provider: giver.map { ActivityReport.Body($0) }, receiver: receiver.map { ActivityReport.Body($0) })
  }
}

extension Contribution.Kind {
  /// List TransactionType: what goes out is 2, 3 and 4; what is promised or comes in from another, 11 and 1.
  fileprivate func transactionType(isOwn: Bool) -> String {
    switch self {
    case .commitment: isOwn ? "2" : "11"
    case .disbursement: isOwn ? "3" : "1"
    default: "4"
    }
  }
}

extension Contribution {
  /// A budget cut into years, for the standard allows none that is longer; the parts add up to the whole.
  fileprivate var byYear: [ActivityReport.Budget] {
    let end = max(day, until ?? day.adding(months: 12).adding(days: -1))
    let length = Int128(end.number - day.number + 1)
    var parts: [ActivityReport.Budget] = [], start = day, spent: Int64 = 0
    while start <= end {
      let last = min(end, day.adding(months: 12 * (parts.count + 1)).adding(days: -1))
      // Everything up to here, less what came before: what is rounded away in one year comes back in the next.
      let due = Int64(Int128(money.minorUnits) * Int128(last.number - day.number + 1) / length)
      parts.append(
        .init(start: start, end: last, value: Money(minorUnits: due - spent, money.currency), valueDate: day))
      (start, spent) = (last.adding(days: 1), due)
    }
    return parts
  }
}
