import Cooperation
import SQL
import Storage
import TestSupport
import Testing

@Suite("Accounts") struct AccountsTests {
  private let clerk = Account(
    id: .number(1), email: Email("Rui@Inhambane.example").unsafelyUnwrapped, person: rui.id, language: "pt")
  private let admin = Account(
    id: .number(2), email: Email("admin@example.org").unsafelyUnwrapped, person: amelia.id, isDisabled: true,
    duty: .administrator)

  private func database(_ engine: Engine) throws -> any Database {
    try world(engine) { session in
      try session.accounts.insert(clerk, password: nil, at: noon)
      try session.accounts.insert(admin, password: "$argon2id$x", at: noon)
    }
  }

  @Test("come back as they went in, by address and by name, and their password apart", arguments: Engine.allCases)
  func roundTrip(engine: Engine) throws {
    let database = try database(engine)
    try database.read { session throws in
      #expect(try session.accounts.find(clerk.id) == clerk)
      #expect(try session.accounts.find(admin.email) == admin)
      #expect(try session.accounts.all() == [admin, clerk])
      #expect(try session.accounts.password(of: clerk.id) == nil)
      #expect(try session.accounts.password(of: admin.id) == "$argon2id$x")
      #expect(try session.accounts.find(Email("x'--@example.org").unsafelyUnwrapped) == nil)
    }
    var changed = clerk
    (changed.language, changed.isDisabled, changed.duty) = (nil, true, .reviewer)
    try database.transaction { session in
      try session.accounts.update(changed)
      try session.accounts.setPassword("other", of: clerk.id)
    }
    #expect(try database.read { try $0.accounts.find(clerk.id) } == changed)
    #expect(try database.read { try $0.accounts.password(of: clerk.id) } == "other")
  }

  @Test("have an address of their own", arguments: Engine.allCases)
  func unique(engine: Engine) throws {
    let database = try database(engine)
    let twin = Account(id: .number(3), email: clerk.email, person: rui.id)
    let error = #expect(throws: DatabaseError.self) {
      try database.transaction { try $0.accounts.insert(twin, password: nil, at: noon) }
    }
    #expect(error?.reason == .duplicate)
  }

  @Test("have one role in each organisation", arguments: Engine.allCases)
  func roles(engine: Engine) throws {
    let database = try database(engine)
    try database.transaction { session in
      try session.accounts.setRole(.reader, of: clerk.id, in: City.durban.id)
      try session.accounts.setRole(.owner, of: clerk.id, in: City.inhambane.id)
      try session.accounts.setRole(.editor, of: clerk.id, in: City.durban.id)
    }
    try database.read { session throws in
      #expect(try session.accounts.roles(of: clerk.id) == [City.durban.id: .editor, City.inhambane.id: .owner])
      #expect(try session.accounts.roles(of: admin.id) == [:])
    }
  }

  @Test("are signed in until their time is over", arguments: Engine.allCases)
  func sessions(engine: Engine) throws {
    let database = try database(engine)
    let browser = SignIns.SignIn(
      hash: "h1", account: clerk.id, formKey: "key", created: noon, expires: noon.adding(minutes: 10))
    let program = SignIns.SignIn(
      hash: "h2", account: clerk.id, formKey: nil, label: "export", created: noon, expires: noon.adding(days: 10))
    try database.transaction { session in
      for one in [browser, program] { try session.signIns.insert(one) }
    }
    func found(_ hash: String, _ minutes: Int) throws -> Account.ID? {
      try database.read { try $0.signIns.find(hash, at: noon.adding(minutes: minutes))?.account }
    }
    #expect(try found("h1", 9) == clerk.id && found("h1", 10) == nil && found("h2", 10) == clerk.id)
    #expect(try found("h' OR 1=1 --", 0) == nil)
    #expect(try database.read { try $0.signIns.keys(of: clerk.id) }.map(\.label) == ["export"])
    try database.transaction { try $0.signIns.deleteExpired(at: noon.adding(minutes: 10)) }
    #expect(try database.ints("SELECT COUNT(*) FROM session") == [1])
    try database.transaction { try $0.signIns.deleteAll(of: clerk.id) }
    #expect(try found("h2", 0) == nil)
  }

  @Test("are counted by how often someone has failed to sign in", arguments: Engine.allCases)
  func failures(engine: Engine) throws {
    let database = try database(engine)
    try database.transaction { session in
      for minutes in [0, 5, 9] { try session.signIns.addFailure(of: "a", at: noon.adding(minutes: minutes)) }
    }
    func failures(_ subject: String, since minutes: Int) throws -> Int {
      try database.read { try $0.signIns.failures(of: subject, since: noon.adding(minutes: minutes)) }
    }
    #expect(try [failures("a", since: -1), failures("a", since: 0), failures("b", since: -1)] == [3, 2, 0])
    try database.transaction { try $0.signIns.forgetFailures(before: noon.adding(minutes: 5)) }
    #expect(try failures("a", since: -1) == 1)
  }

  @Test("leave a trail of what they did, the latest first", arguments: Engine.allCases)
  func audit(engine: Engine) throws {
    let database = try database(engine)
    let lines = [nil, clerk.id, clerk.id].enumerated().map { number, account in
      Audit(
        id: .number(number + 1), at: noon.adding(minutes: number / 2), account: account, verb: "publish-need",
        subject: "ned_\(number % 2)", organisation: number == 1 ? nil : City.durban.id, detail: "It's \"so\"")
    }
    try database.transaction { session in for line in lines { try session.audit.insert(line) } }
    try database.read { session throws in
      #expect(try session.audit.lines(of: City.durban.id, from: 0, count: 9) == [lines[2], lines[0]])
      #expect(try session.audit.lines(of: City.durban.id, from: 1, count: 9) == [lines[0]])
      #expect(try session.audit.count(of: City.durban.id) == 2)
      #expect(try session.audit.lines(of: "ned_1") == [lines[1]])
    }
  }
}
