import Cooperation
import HTTP
import SQL
import Storage
import Testing

private let pairs = """
  city1,country1,lat1,lng1,city2,country2,lat2,lng2
  Inhambane,Mozambique,-23.9,35.4,Nowhere,Ecuador,-1,-79
  Nowhere,Ecuador,-1,-79,Inhambane Norte,Mozambique,-23.9,35.4

  """

extension Browser {
  /// Sends a form with a file, as a browser does.
  @discardableResult
  func upload(_ name: String, _ text: String, kind: String = "") -> Response {
    let boundary = "----copolis"
    var body = ""
    for (field, value) in [("form-key", formKey), ("kind", kind)] {
      body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)\r\n"
    }
    body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n"
    body += "Content-Type: text/csv\r\n\r\n\(text)\r\n--\(boundary)--\r\n"
    return send(Array(body.utf8), as: "multipart/form-data; boundary=\(boundary)", to: "/imports")
  }
}

@Suite("Reading a file in, in the browser") struct ImportPagesTests {
  let world: SeekWorld
  let reviewer: Browser

  init() throws {
    world = try SeekWorld(signedIn: false)
    try world.site.account("mia@network.example")
    reviewer = Browser(on: world.site)
    reviewer.signIn("mia@network.example")
  }

  private func count(_ table: Statement) throws -> Int {
    try world.site.database.read { try $0.first("SELECT COUNT(*) FROM \(table)") { try $0.int(0) } ?? 0 }
  }

  @Test("is for reviewers only", arguments: ["/imports", "/review", "/imports.json", "/review.json"])
  func denied(path: String) throws {
    let visitor = Browser(on: world.site)
    #expect(visitor.open(path).status == 403)
    visitor.signIn("rui@nhamatare.example")
    #expect(visitor.open(path).status == 403)
    #expect(reviewer.open(path).status == 200)
  }

  @Test("shows what it would do, keeps it, and undoes it when one is sure") func story() throws {
    #expect(reviewer.open("/imports").text.contains("multipart/form-data"))
    let preview = reviewer.upload("towns.csv", pairs)
    #expect(preview.status == 200 && preview.text.contains("Read it in") && preview.text.contains("unknown-place"))
    #expect(try count("import_run") == 0 && count("upload") == 1)
    let kept = try reviewer.submit(["name=\"upload\""])
    let run = try #require(kept[header: "Location"]?.prefix { $0 != "?" }).description
    #expect(kept.status == 303 && run.hasPrefix("/imports/run_"))
    #expect(try count("upload") == 0 && count("review_item") == 2)
    #expect(reviewer.open("/imports").text.contains("towns.csv"))
    reviewer.open(run)
    #expect(try reviewer.submit(["/undo"]).status == 422)
    reviewer.open(run)
    let undone = try reviewer.submit(["/undo"], [("sure", "yes")])
    #expect(undone.status == 200)
    #expect(try count("review_item") == 0)
  }

  @Test("can be thrown away, and leaves nothing") func away() throws {
    reviewer.open("/imports")
    reviewer.upload("towns.csv", pairs)
    #expect(try reviewer.submit(["name=\"upload\""], [("choice", "away")]).status == 303)
    #expect(try count("upload") == 0 && count("import_run") == 0)
  }

  @Test("says why a file is refused, in which line, and keeps nothing of it") func refused() throws {
    reviewer.open("/imports")
    let answer = reviewer.upload("broken.xml", "<iati-activities version=\"2.03\">\n<iati-activity>")
    #expect(answer.status == 422 && answer.text.contains("Nothing was kept"))
    #expect(try count("upload") == 0 && count("import_run") == 0)
    reviewer.open("/imports")
    #expect(reviewer.upload("", "").status == 422)
  }

  @Test("decides a town once for every line that names it") func decides() throws {
    reviewer.open("/imports")
    reviewer.upload("towns.csv", pairs)
    _ = try reviewer.submit(["name=\"upload\""])
    let list = reviewer.open("/review")
    #expect(list.text.contains("Nowhere"))
    let item = try #require(list.text.firstMatch(of: #/\/review\/rev_[a-z0-9]+/#)).output
    let page = reviewer.open(String(item))
    #expect(page.text.contains("Nowhere") && page.text.contains("km from where the file puts it"))
    // Nothing chosen: the form again, with what is missing.
    #expect(try reviewer.submit(["/decision"]).status == 422)
    reviewer.open(String(item))
    let decided = try reviewer.submit(
      ["/decision"], [("means.1", "1045110"), ("means.2", SeekWorld.clariva.id.text), ("same", "yes")])
    #expect(decided.status == 303)
    // The other line names the same town: it is decided along with this one.
    #expect(try count("partnership") == 2)
    #expect(try count("review_item WHERE state = 'open'") == 0)
    #expect(try count("audit WHERE verb = 'decide'") == 1)
    #expect(reviewer.open(String(item)).text.contains("decided"))
    #expect(reviewer.send([("means.1", "new")], to: String(item) + "/decision").status == 409)
  }

  @Test("is the same for a program, which reads a file in at once") func program() throws {
    reviewer.open("/account")
    let page = reviewer.send([("label", "a test")], to: "/account/tokens").text
    let key = try String(#require(page.firstMatch(of: #/<code>([^<]+)<\/code>/#)).1)
    func post(_ path: String, _ query: Fields, _ text: String, _ type: String) -> Response {
      var headers: Headers = ["content-type": type, "accept": "application/json"]
      headers.append("authorization", "Bearer \(key)")
      var request = Request(.post, path, query: query, headers: headers)
      request.body = .bytes(Array(text.utf8))
      return world.site.respond(request)
    }
    let preview = post("/imports", ["name": "towns.csv", "preview": "true"], pairs, "text/csv")
    #expect(preview.status == 200 && preview.text.contains("\"run\":null"))
    let kept = post("/imports", ["name": "towns.csv"], pairs, "text/csv")
    #expect(kept.status == 201 && kept.text.contains("\"review\":2"))
    #expect(post("/imports", [:], "<html/>", "application/xml").status == 422)
    let list = reviewer.open("/review.json", accepting: "application/json").text
    let id = try #require(list.firstMatch(of: #/rev_[a-z0-9]+/#)).output
    let decided = post("/review/\(id)/decision", [:], "{\"choice\":\"not-ours\"}", "application/json")
    #expect(decided.status == 200 && decided.text.contains("\"state\":\"dismissed\""))
  }
}
