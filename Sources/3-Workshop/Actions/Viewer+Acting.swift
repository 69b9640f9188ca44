package import Cooperation

/// Someone who speaks for a party of a partnership.
struct Speaker {
  let party: Organisation.ID
  let person: Person.ID
}

// For whom someone acts.
extension Viewer {
  /// The person who acts for an organisation; whoever keeps the instance acts for nobody.
  ///
  /// - Throws: `Denial`.
  func acting(for organisation: Organisation.ID) throws(Denial) -> Person.ID {
    let person = try person().person
    guard let role = roles[organisation], role >= .editor else { throw .notYours }
    return person
  }

  /// The party for which they act: the one that they name, or the first that they may act for. Whoever keeps the
  /// instance acts for nobody.
  ///
  /// - Parameter parties: those who may do it.
  /// - Throws: `Denial`; `Partnership.Refusal.notAParty`.
  func party(_ wanted: Organisation.ID?, among parties: [Organisation.ID], as role: Account.Role = .editor) throws
    -> Organisation.ID
  {
    if let wanted {
      guard parties.contains(wanted) else { throw Partnership.Refusal.notAParty }
      _ = try person()
      guard (roles[wanted] ?? .reader) >= role, roles[wanted] != nil else { throw Denial.notYours }
      return wanted
    }
    if let own = parties.first(where: { (roles[$0] ?? .reader) >= role }) { return own }
    _ = try person()
    throw parties.contains { roles[$0] != nil } ? Denial.notYours : Partnership.Refusal.notAParty
  }

  /// The parties that they may speak for. Whoever keeps the instance speaks for nobody.
  package func voices(in parties: Parties) -> [Organisation.ID] {
    let own = organisations(as: .editor)
    return parties.speaking.filter { own.contains($0) }
  }

  /// The party that they speak for.
  ///
  /// - Parameter wanted: which of several; nil for the only one.
  /// - Throws: `Denial`; `.forWhom` where they may speak for several and do not say which.
  func speaker(for partnership: Partnership, as wanted: Organisation.ID?) throws -> Speaker {
    let account = try person(), own = voices(in: partnership.parties)
    if let wanted {
      guard own.contains(wanted) else { throw Denial.notYours }
      return Speaker(party: wanted, person: account.person)
    }
    guard let party = own.first else { throw Denial.notYours }
    guard own.count == 1 else { throw ResultRefused.forWhom }
    return Speaker(party: party, person: account.person)
  }
}
