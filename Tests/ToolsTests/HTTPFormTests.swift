import Glibc
import HTTP
import Testing

private func request(_ type: String, _ body: String) -> Request { request(type, Array(body.utf8)) }

private func request(_ type: String, _ body: [UInt8]) -> Request {
  Request(.post, "/", headers: ["Content-Type": type], body: .bytes(body))
}

private func problem(_ body: () throws -> Void) -> Problem? {
  do {
    try body()
    return nil
  } catch { return error as? Problem }
}

private let encoded = "application/x-www-form-urlencoded"

@Suite("A form") struct HTTPFormTests {
  @Test("gives its fields in order, with plus signs and percent signs read, and names that come again")
  func fields() throws {
    let fields = try request(encoded + "; charset=utf-8", "name=Caf%C3%A9+x&tag=a&tag=b%26c&empty=&bare&=odd&a=b=c")
      .fields()
    #expect(fields["name"] == "Café x")
    #expect(fields.values("tag") == ["a", "b&c"])
    #expect(fields["empty"] == "" && fields["bare"] == "" && fields[""] == "odd" && fields["a"] == "b=c")
    #expect(fields["missing"] == nil)
    #expect(try Request(.post, "/").fields() == Fields())
  }

  @Test(
    "is refused where it cannot be read",
    arguments: [
      ("a=%", "bad-percent"), ("a=%1", "bad-percent"), ("a=%zz", "bad-percent"), ("%e9=1", "not-utf-8"),
      ("a=%C0%AF", "not-utf-8"), ("a=%ED%A0%80", "not-utf-8"), ("a=%00", "control-character"),
    ])
  func refused(_ body: String, _ slug: String) {
    let problem = problem { _ = try request(encoded, body).fields() }
    #expect(problem?.slug == slug)
    #expect(problem?.status == 400)
  }

  @Test("has at most two thousand fields") func many() {
    let body = String(repeating: "a&", count: 2001)
    #expect(problem { _ = try request(encoded, body).fields() }?.slug == "too-many-fields")
  }

  @Test("may be a flat JSON object, with lists and objects in it") func json() throws {
    let fields = try request(
      "application/json",
      #"{"name": "Durban", "people": 3720953, "open": true, "tags": ["a", 2], "at": {"lat": -29.86}, "none": null}"#
    ).fields()
    #expect(fields.all.map(\.name) == ["name", "people", "open", "tags", "tags", "at.lat"])
    #expect(fields.all.map(\.value) == ["Durban", "3720953", "true", "a", "2", "-29.86"])
  }

  @Test(
    "in JSON is refused with line and column",
    arguments: [
      ("{\"a\": 1,\n\"a\": 2}", "In line 2, column 1: the name \"a\" comes twice."),
      ("{\"a\": {\"b\": 1},\n\"a.b\": 2}", "The field a.b comes twice, in line 2."),
      ("[1]", "An object with named fields should be here, not a list, in line 1."),
      ("{\"a\": [[1]]}", "The list a may hold texts and numbers, not a list, in line 1."),
      ("{\"a\": 1e999}", "In line 1, column 7: this number is too large."),
      ("{\"a\": \"\\ud800\"}", "In line 1, column 8: half of a surrogate pair stands alone."),
    ])
  func wrongJSON(_ body: String, _ detail: String) {
    let problem = problem { _ = try request("application/json", body).fields() }
    #expect(problem?.detail == detail)
    #expect(problem?.status == 400)
  }

  @Test("of an unknown type is refused with 415") func unknown() {
    #expect(problem { _ = try request("text/csv", "a").fields() }?.status == 415)
    #expect(problem { _ = try request("", "a=1").fields() }?.status == 415)
  }
}

@Suite("A form with files") struct HTTPMultipartTests {
  private let type = "multipart/form-data; boundary=\"x-1\""

  private func form(_ parts: String...) -> String {
    parts.map { "--x-1\r\nContent-Disposition: form-data; " + $0 + "\r\n" }.joined() + "--x-1--\r\n"
  }

  @Test("gives its texts and its files") func parts() throws {
    let request = request(
      type,
      form(
        "name=\"city\"\r\n\r\nMedellín", "name=\"none\"\r\n\r\n",
        "name=\"csv\"; filename=\"C:\\data\\a \\\"b\\\".csv\"\r\nContent-Type: text/csv\r\n\r\na,b\r\n--x\r\n1,2"))
    let parts = try request.parts()
    #expect(parts.map(\.name) == ["city", "none", "csv"])
    #expect(parts.map(\.fileName) == [nil, nil, "a \"b\".csv"])
    #expect(parts[2].contentType == "text/csv")
    #expect(try parts[2].text() == "a,b\r\n--x\r\n1,2")
    let fields = try request.fields()
    #expect(fields == ["city": "Medellín", "none": ""])
  }

  @Test(
    "is refused where its parts cannot be told apart",
    arguments: [
      "", "--y\r\n", "--x-1\r\n", "--x-1\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nno end",
      "--x-1\r\nContent-Disposition: form-data\r\n\r\na\r\n--x-1--", "--x-1\r\n\r\na\r\n--x-1--",
      "--x-1garbage\r\n\r\n",
      "--x-1\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\na\r\n--x-1--",
      "--x-1\r\nno colon\r\n\r\na\r\n--x-1--",
      "--x-1\r\nA: " + String(repeating: "b", count: 5000) + "\r\n\r\na\r\n--x-1--",
    ])
  func refused(_ body: String) {
    #expect(problem { _ = try request(type, body).parts() }?.slug == "bad-form")
  }

  @Test("without a boundary is no such form") func boundary() {
    #expect(problem { _ = try request("multipart/form-data", "--\r\n").parts() }?.status == 415)
  }

  @Test("keeps a large file on the disk, as long as someone holds it") func large() throws {
    let folder = "/tmp"
    let path = folder + "/copolis-test-\(getpid())"
    let content = [UInt8](repeating: UInt8(ascii: "\r"), count: 3 << 20)
    let head = Array("--x-1\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.bin\"\r\n\r\n".utf8)
    let body = head + content + Array("\r\n--x-1--\r\n".utf8)
    let file = open(path, O_CREAT | O_WRONLY, 0o600)
    #expect(write(file, body, body.count) == body.count)
    close(file)
    defer { unlink(path) }
    let request = Request(.post, "/", headers: ["content-type": type], body: .file(path: path, size: body.count))
    let name = try spooledPath(of: request, holding: content.count)
    #expect(access(name, F_OK) != 0)
    #expect(
      problem { _ = try Request(.post, "/", headers: ["content-type": encoded], body: request.body).fields() }?.status
        == 413)
  }

  private func spooledPath(of request: Request, holding size: Int) throws -> String {
    guard case .file(let file, size) = try request.parts()[0].content else {
      Issue.record("It was kept in memory.")
      return ""
    }
    #expect(access(file.path, R_OK) == 0)
    return file.path
  }
}
