import Testing

@Suite("A change of data") struct AuditTests {
  /// Where rows are written without a line of audit, and why that is right.
  static let exceptions: [String: String] = [
    "Actions/Occasion.swift": "where the line is written",
    "Actions/SignIn.swift": "sessions and failures are no data of an organisation",
    "Actions/Accounts/ChangePassword.swift": "a wrong guess is counted, and changes nothing",
    "Account/SigningIn.swift": "signing out ends a session",
    "Site/WatchedDatabase.swift": "passes on what others do",
  ]

  @Test("is made by an action, which leaves a line on the audit trail", arguments: House.sources)
  func audited(file: File) {
    guard ["Actions", "Imports", "Demo", "Web", "Commands"].contains(file.module ?? "") else { return }
    let isException = Self.exceptions.keys.contains { file.path.hasSuffix($0) }
    // The transactions of a report are money, not changes.
    if !isException { #expect(file.code.firstMatch(of: /\.transaction\b/) == nil, "\(file.path)") }
  }
}
