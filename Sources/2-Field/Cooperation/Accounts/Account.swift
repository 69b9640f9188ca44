/// Someone's way in: an address for mail, a secret, and what they may do.
package struct Account: Identifiable, Sendable, Equatable, Named {
  package static let kind = "acc"
  package typealias ID = Identifier<Account>

  package let id: ID
  package let email: Email
  package let person: Person.ID
  /// The language they want to read; nil means the browser's.
  package var language: Language?
  package var isDisabled: Bool
  /// What they may do for the whole instance; nil for most.
  package var duty: Duty?

  package init(
    id: ID, email: Email, person: Person.ID, language: Language? = nil, isDisabled: Bool = false, duty: Duty? = nil
  ) {
    (self.id, self.email, self.person) = (id, email, person)
    (self.language, self.isDisabled, self.duty) = (language, isDisabled, duty)
  }

  /// A role for the instance. An administrator may do what a reviewer may.
  package enum Duty: String, Sendable, CaseIterable { case reviewer, administrator }

  /// A role in an organisation, from least to most; each may do what those before it may.
  package enum Role: String, Sendable, CaseIterable, Comparable {
    case reader, editor, owner

    package static func < (a: Role, b: Role) -> Bool { a.rank < b.rank }
    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }
}

/// An address for mail, in lower case.
package struct Email: Sendable, Hashable, CustomStringConvertible {
  package let text: String

  /// Nil for what cannot be one: it has one `@`, something before it, a dot after it, no space, and at most 254 bytes.
  package init?(_ text: some StringProtocol) {
    let lower = text.lowercased()
    let parts = lower.split(separator: "@", omittingEmptySubsequences: false)
    guard lower.utf8.count <= 254, parts.count == 2, !parts[0].isEmpty, parts[1].utf8.count >= 3,
      parts[1].contains("."), !parts[1].hasPrefix("."), !parts[1].hasSuffix("."),
      lower.utf8.allSatisfy({ $0 > 32 && $0 != 127 }), !lower.contains(where: { "<>()[],;:\\\"".contains($0) })
    else { return nil }
    self.text = lower
  }

  package var description: String { text }
}

/// Whoever is looking: a visitor, someone signed in with what they may do, or the operator at the command line.
package struct Viewer: Sendable, Equatable {
  /// Nil for a visitor and for the operator.
  package let account: Account?
  package let roles: [Organisation.ID: Account.Role]
  private let isOperator: Bool

  package init(_ account: Account, roles: [Organisation.ID: Account.Role]) {
    (self.account, self.roles, isOperator) = (account, roles, false)
  }

  private init(isOperator: Bool) { (account, roles, self.isOperator) = (nil, [:], isOperator) }

  /// Someone who is not signed in.
  package static let visitor = Viewer(isOperator: false)
  /// Whoever runs the instance and works on its own machine.
  package static let commandLine = Viewer(isOperator: true)

  package var isAdministrator: Bool { isOperator || account?.duty == .administrator }
  package var isReviewer: Bool { isOperator || account?.duty != nil }

  package func may(_ role: Account.Role, for organisation: Organisation.ID) -> Bool {
    isAdministrator || roles[organisation].map { $0 >= role } ?? false
  }

  /// Whether they may speak in an organisation's name: as one of its own, for a duty for the instance gives no voice.
  package func speaks(for organisation: Organisation.ID) -> Bool { roles[organisation].map { $0 >= .editor } ?? false }

  /// The organisations that they may act for as `role`, in the order of their identifiers.
  package func organisations(as role: Account.Role) -> [Organisation.ID] {
    roles.filter { $0.value >= role }.keys.sorted()
  }

  /// - Throws: `.signIn` for a visitor; `.notYours` where the role is not theirs.
  package func require(_ role: Account.Role, for organisation: Organisation.ID) throws(Denial) {
    guard !may(role, for: organisation) else { return }
    throw account == nil ? .signIn : .notYours
  }

  /// - Throws: `.signIn` for a visitor; `.notYours` where they have no such duty for the instance.
  package func require(_ duty: Account.Duty) throws(Denial) {
    guard !isAdministrator, account?.duty != duty else { return }
    throw account == nil ? .signIn : .notYours
  }

  /// The account of someone who speaks as a person.
  ///
  /// - Throws: `.signIn`.
  package func person() throws(Denial) -> Account {
    guard let account else { throw .signIn }
    return account
  }
}

/// Why someone may not.
package enum Denial: Refusal, Equatable {
  case signIn, notYours

  package var kind: RefusalKind { .forbidden }

  package var words: Phrase {
    switch self {
    case .signIn: Phrase("refusal.sign-in", "Sign in to do this.")
    case .notYours: Phrase("refusal.not-yours", "This belongs to an organisation that you do not act for.")
    }
  }
}
