import SQL
import Storage
import TestSupport
import Testing

@Suite("The schema") struct SchemaTests {
  /// A row as it can be, for each table, in an order in which they can come; values as SQL writes them.
  private static let possible: [(table: String, row: [String: String])] = [
    ("person", ["id": "'per_1'", "name": "'A'", "languages": "''", "contact": "''", "shows_contact": "0"]),
    (
      "account",
      [
        "id": "'acc_1'", "email": "'a@b.example'", "person": "'per_1'", "duty": "'reviewer'", "disabled": "0",
        "created_at": "'t'",
      ]
    ),
    (
      "place",
      [
        "id": "1", "name": "'P'", "country": "'MZ'", "division": "''", "latitude": "-90", "longitude": "180",
        "population": "1",
      ]
    ),
    ("organisation", organisation("'org_1'")), ("organisation", organisation("'org_2'")),
    ("external_identifier", ["scheme": "'iati'", "value": "'v'", "organisation": "'org_1'"]),
    (
      "mandate",
      [
        "id": "'man_1'", "person": "'per_1'", "organisation": "'org_1'", "role": "'expert'", "title": "''",
        "from_day": "'2020-01-02'", "until_day": "'2020-01-02'",
      ]
    ),
    ("membership", ["member": "'org_1'", "body": "'org_2'"]),
    ("organisation_role", ["account": "'acc_1'", "organisation": "'org_1'", "role": "'owner'"]),
    ("wording", ["subject": "'x'", "field": "'about'", "language": "'en'", "text": "'t'", "original": "1"]),
    ("need", shelved("'ned_1'")), ("practice", shelved("'prc_1'")),
    (
      "version",
      [
        "subject": "'prc_1'", "number": "1", "at": "'t'", "account": "'acc_1'", "deed": "'add'", "stage": "'draft'",
        "note": "''", "texts": "1",
      ]
    ),
    (
      "transfer_line",
      [
        "practice": "'prc_1'", "organisation": "'org_2'", "matter": "'staff'", "light": "'red'", "there": "''",
        "here": "''", "note": "''", "at": "'t'",
      ]
    ),
    (
      "adoption",
      [
        "id": "'ado_1'", "practice": "'prc_1'", "organisation": "'org_2'", "worked": "'no'", "began": "2020",
        "ended": "2020", "claim": "'claimed'", "revision": "1", "created_at": "'t'", "changed_at": "'t'",
      ]
    ),
    (
      "partnership",
      [
        "id": "'par_1'", "form": "'twinning'", "title": "'T'", "folded": "'t'", "language": "'en'",
        "stage": "'inferred'", "imported": "1", "claim": "'inferred'", "revision": "1", "created_at": "'t'",
        "changed_at": "'t'",
      ]
    ),
    ("party", ["partnership": "'par_1'", "organisation": "'org_1'", "role": "'lead'", "position": "0"]),
    ("agreement", ["partnership": "'par_1'", "kind": "'letter'", "signed_on": "'2020-01-01'", "aspects": "''"]),
    (
      "log_entry",
      [
        "id": "'log_1'", "partnership": "'par_1'", "kind": "'visit'", "day": "'2020-01-01'", "text": "'t'",
        "language": "'en'", "organisation": "'org_1'", "given": "0", "received": "100000", "public": "1",
        "created_at": "'t'",
      ]
    ),
    (
      "voice",
      [
        "subject": "'par_1'", "organisation": "'org_1'", "stance": "'disputes'", "reason": "'r'",
        "person": "'per_1'", "at": "'t'",
      ]
    ),
    (
      "contribution",
      [
        "id": "'con_1'", "partnership": "'par_1'", "kind": "'budget'", "minor_units": "-1", "currency": "'EUR'",
        "day": "'2020-01-01'", "until_day": "'2020-01-01'", "note": "''",
      ]
    ),
    (
      "relation",
      [
        "organisation": "'org_1'", "partner_folded": "''", "partnership": "'par_1'", "partner": "'org_2'",
        "partner_name": "'B'", "partner_language": "'en'", "partner_translated": "0", "form": "'twinning'",
        "stage": "'inferred'", "claim": "'inferred'",
      ]
    ),
    (
      "outcome",
      [
        "id": "'res_1'", "partnership": "'par_1'", "level": "'impact'", "title": "'T'", "language": "'en'",
        "imported": "0", "revision": "1", "created_at": "'t'", "changed_at": "'t'",
      ]
    ),
    (
      "indicator",
      [
        "id": "'ind_1'", "outcome": "'res_1'", "title": "'T'", "language": "'en'", "measure": "'unit'", "unit": "''",
        "ascending": "1", "baseline_year": "2000", "baseline_value": "'1'", "position": "0",
      ]
    ),
    (
      "period",
      ["id": "'prd_1'", "indicator": "'ind_1'", "start_day": "'2020-01-01'", "end_day": "'2020-01-02'"]
    ),
    (
      "import_run",
      [
        "id": "'run_1'", "kind": "'iati'", "file": "'f'", "digest": "'d'", "at": "'t'", "added": "0", "changed": "0",
        "skipped": "0", "review": "0",
      ]
    ),
    ("import_change", ["run": "'run_1'", "subject": "'x'", "number": "1"]),
    ("source", ["subject": "'x'", "name": "'n'", "reference": "'r'", "run": "'run_1'"]),
    (
      "review_item",
      [
        "id": "'rev_1'", "run": "'run_1'", "line": "1", "code": "'c'", "digest": "'d'", "content": "''",
        "candidates": "''", "state": "'open'",
      ]
    ),
    ("change", ["number": "1000", "subject": "'x'"]),
    (
      "exchange",
      [
        "id": "'exc_1'", "method": "'m'", "version": "1", "title": "'T'", "language": "'en'", "host": "'org_1'",
        "clock": "'live'", "convenor": "'per_1'", "public": "0", "created_at": "'t'",
      ]
    ),
    ("exchange_party", ["exchange": "'exc_1'", "organisation": "'org_1'", "place": "0"]),
    ("step", ["exchange": "'exc_1'", "number": "1", "at": "'t'", "person": "'per_1'", "content": "'{}'"]),
    (
      "document",
      [
        "id": "'doc_1'", "exchange": "'exc_1'", "output": "'o'", "title": "'T'", "language": "'en'", "text": "'t'",
        "hash": "'h'", "frozen_at": "'t'",
      ]
    ),
    (
      "sign_off",
      [
        "document": "'doc_1'", "person": "'per_1'", "organisation": "'org_1'", "name": "'N'", "title": "'T'",
        "role": "'officer'", "at": "'t'",
      ]
    ),
    ("organisation", organisation("'org_3'")),
    (
      "introduction",
      [
        "id": "'inr_1'", "asker": "'org_1'", "asked": "'org_2'", "way": "'through'", "broker": "'org_3'",
        "need": "'ned_1'", "practice": "'prc_1'", "message": "'m'", "language": "'en'", "times": "''", "minutes": "15",
        "asked_day": "'d'", "stage": "'later'", "stage_day": "'d'", "until_day": "'d'",
      ]
    ),
    (
      "introduction_word",
      [
        "introduction": "'inr_1'", "number": "1", "organisation": "'org_2'", "person": "'per_1'", "at": "'t'",
        "says": "'declines'", "contact": "''", "reason": "'no-capacity'", "text": "''",
      ]
    ),
  ]

  private static func organisation(_ id: String) -> [String: String] {
    [
      "id": id, "kind": "'network'", "name": "'A'", "folded": "'a'", "language": "'en'", "acronym": "''", "place": "1",
      "website": "''", "standing": "'claimed'", "relations": "0", "revision": "1", "created_at": "'t'",
      "changed_at": "'t'",
    ]
  }

  private static func shelved(_ id: String) -> [String: String] {
    [
      "id": id, "organisation": "'org_1'", "title": "'T'", "folded": "'t'", "language": "'en'", "population": "1",
      "stage": "'published'", "stage_at": "'t'", "shown_at": "'t'", "revision": "1", "created_at": "'t'",
      "changed_at": "'t'",
    ]
  }

  /// What makes a row impossible, by its table.
  private static let impossible: [(table: String, change: [String: String])] =
    [
      ("person", ["id": "'acc_1'"]), ("person", ["name": "''"]), ("person", ["shows_contact": "2"]),
      ("account", ["id": "'x'"]), ("account", ["duty": "'king'"]), ("account", ["disabled": "2"]),
      ("account", ["person": "'per_9'"]), ("place", ["latitude": "90.01"]), ("place", ["longitude": "-180.01"]),
      ("place", ["population": "0"]), ("organisation", ["id": "'par_1'"]), ("organisation", ["kind": "'town'"]),
      ("organisation", ["name": "''"]), ("organisation", ["language": "''"]), ("organisation", ["standing": "'?'"]),
      ("organisation", ["relations": "-1"]), ("organisation", ["revision": "0"]), ("organisation", ["place": "9"]),
      ("external_identifier", ["scheme": "'isbn'"]), ("mandate", ["id": "'x'"]), ("mandate", ["role": "'king'"]),
      ("mandate", ["until_day": "'2020-01-01'"]), ("membership", ["body": "'org_1'"]),
      ("organisation_role", ["role": "'king'"]), ("wording", ["text": "''"]), ("wording", ["original": "2"]),
      ("partnership", ["id": "'x'"]), ("partnership", ["form": "'friendship'"]), ("partnership", ["title": "''"]),
      ("partnership", ["language": "''"]), ("partnership", ["population": "0"]), ("partnership", ["parent": "'par_9'"]),
      ("partnership", ["stage": "'begun'", "stage_day": "'d'"]), ("partnership", ["stage_day": "'d'"]),
      ("partnership", ["stage": "'agreed'"]), ("partnership", ["stage": "'proposed'", "stage_day": "'d'"]),
      ("partnership", ["stage": "'ended'", "stage_day": "'d'"]), ("partnership", ["ending": "'lapsed'"]),
      ("partnership", ["stage": "'ended'", "stage_day": "'d'", "ending": "'bored'"]),
      ("partnership", ["proposed_by": "'org_1'"]), ("partnership", ["imported": "2"]),
      ("partnership", ["imported": "0"]), ("partnership", ["claim": "'true'"]), ("partnership", ["revision": "0"]),
      ("partnership", ["latest_day": "'d'"]), ("partnership", ["latest_kind": "'visit'"]),
      ("party", ["role": "'guest'"]), ("party", ["organisation": "'org_9'"]), ("agreement", ["kind": "'handshake'"]),
      ("agreement", ["ends_on": "'2020-01-01'"]), ("log_entry", ["id": "'x'"]), ("log_entry", ["kind": "'party'"]),
      ("log_entry", ["text": "''"]), ("log_entry", ["given": "-1"]), ("log_entry", ["received": "100001"]),
      ("log_entry", ["public": "2"]), ("voice", ["stance": "'shrugs'"]), ("voice", ["reason": "''"]),
      ("contribution", ["id": "'x'"]), ("contribution", ["kind": "'gift'"]),
      ("contribution", ["until_day": "'2019-12-31'"]), ("relation", ["partner": "'org_1'"]),
      ("relation", ["partner_translated": "2"]), ("outcome", ["id": "'x'"]), ("outcome", ["level": "'dream'"]),
      ("outcome", ["title": "''"]), ("outcome", ["imported": "2"]), ("outcome", ["revision": "0"]),
      ("indicator", ["id": "'x'"]), ("indicator", ["title": "''"]), ("indicator", ["measure": "'feeling'"]),
      ("indicator", ["ascending": "2"]), ("indicator", ["baseline_year": "NULL"]), ("period", ["id": "'x'"]),
      ("indicator", ["baseline_value": "NULL"]), ("period", ["end_day": "'2020-01-01'"]),
      ("import_run", ["id": "'x'"]), ("import_run", ["kind": "'gossip'"]), ("import_change", ["number": "0"]),
      ("import_change", ["run": "'run_9'"]), ("review_item", ["id": "'x'"]), ("review_item", ["state": "'lost'"]),
      ("review_item", ["decided_at": "'t'"]), ("review_item", ["state": "'resolved'"]), ("change", ["number": "0"]),
      ("exchange", ["id": "'x'"]), ("exchange", ["title": "''"]), ("exchange", ["clock": "'sun'"]),
      ("exchange", ["public": "2"]), ("exchange", ["host": "'org_9'"]), ("step", ["number": "0"]),
      ("step", ["exchange": "'exc_9'"]), ("document", ["id": "'x'"]), ("sign_off", ["role": "'king'"]),
      ("sign_off", ["document": "'doc_9'"]), ("organisation", ["capacity": "101"]),
      ("introduction", ["id": "'x'"]), ("introduction", ["asked": "'org_1'"]), ("introduction", ["asker": "'org_9'"]),
      ("introduction", ["way": "'direct'"]), ("introduction", ["broker": "NULL"]),
      ("introduction", ["broker": "'org_2'"]), ("introduction", ["message": "''"]),
      ("introduction", ["minutes": "14"]), ("introduction", ["need": "'ned_9'"]),
      ("introduction", ["stage": "'waiting'"]), ("introduction", ["until_day": "NULL"]),
      ("introduction_word", ["number": "0"]), ("introduction_word", ["says": "'shrugs'"]),
      ("introduction_word", ["contact": "'c'"]), ("introduction_word", ["reason": "NULL"]),
      ("introduction_word", ["reason": "'bored'"]), ("introduction_word", ["until_day": "'d'"]),
      ("introduction_word", ["introduction": "'inr_9'"]),
    ]
    + [
      ("need", ["days": "-1"]), ("need", ["money": "-1", "currency": "'EUR'"]), ("need", ["money": "1"]),
      ("practice", ["worked": "'maybe'"]), ("practice", ["evidence": "'rumoured'"]), ("practice", ["began": "1899"]),
      ("practice", ["began": "2020", "ended": "2019"]), ("practice", ["ended": "2020"]), ("practice", ["money": "1"]),
      ("practice", ["posts": "-1"]), ("practice", ["licence": "'mine'"]), ("practice", ["contact": "'per_9'"]),
      ("practice", ["is_over": "2"]), ("version", ["deed": "'forget'"]), ("version", ["stage": "'lost'"]),
      ("version", ["texts": "2"]), ("version", ["account": "'acc_9'"]), ("need", ["review_at": "'t'"]),
      ("practice", ["review_at": "'t'"]), ("transfer_line", ["matter": "'luck'"]),
      ("transfer_line", ["light": "'blue'"]), ("adoption", ["id": "'x'"]), ("adoption", ["practice": "'prc_9'"]),
      ("adoption", ["worked": "NULL"]), ("adoption", ["ended": "2019"]), ("adoption", ["told_as": "'prc_1'"]),
      ("adoption", ["claim": "'inferred'"]), ("adoption", ["organisation": "'org_9'"]),
    ]
    + ["need", "practice"].flatMap { table in
      [
        ["id": "'x'"], ["title": "''"], ["language": "''"], ["population": "0"], ["stage": "'lost'"],
        ["stage_at": "NULL"], ["stage": "'draft'"], ["revision": "0"], ["organisation": "'org_9'"],
      ].map { (table, $0) }
    }

  private static func insertion(_ table: String, _ row: [String: String]) -> String {
    let columns = row.keys.sorted()
    let values = columns.map { row[$0] ?? "NULL" }
    return "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(values.joined(separator: ", ")))"
  }

  @Test("takes every row that can be", arguments: Engine.allCases)
  func rows(engine: Engine) throws {
    let database = try emptyWorld(engine)
    try database.transaction { session in
      for (table, row) in Self.possible { try session.script(Self.insertion(table, row)) }
    }
    #expect(try database.ints("SELECT COUNT(*) FROM change") == [1])
  }

  @Test("refuses every row that cannot be", arguments: Engine.allCases)
  func checks(engine: Engine) throws {
    let database = try emptyWorld(engine)
    var earlier: [String] = []
    for (number, (table, row)) in Self.possible.enumerated() {
      // The row is tried where everything it speaks of is, but not yet the row itself.
      for (_, change) in Self.impossible.filter({ $0.table == table }) {
        let wrong = Self.insertion(table, row.merging(change) { $1 })
        let error = #expect(throws: DatabaseError.self, "\(wrong)") {
          try database.transaction { try $0.script(wrong) }
        }
        #expect(error?.reason == .constraint, "\(number) \(wrong): \(error?.description ?? "")")
      }
      earlier.append(Self.insertion(table, row))
      try database.transaction { try $0.script(earlier[number]) }
    }
  }
}
