import Cooperation
import Imports
import Testing

@Suite("A file that means no good") struct ImportHostileTests {
  @Test(
    "is refused as a whole, with the line, and leaves nothing behind",
    arguments: [
      ("<iati-activities version=\"2.03\">\n<iati-activity>", "not-well-formed", 2),
      ("<iati-activities version=\"2.03\">\n</iati-activity>", "not-well-formed", 2),
      ("<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]>\n<iati-activities/>", "not-well-formed", 1),
      (
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<iati-activities>&x;</iati-activities>",
        "not-well-formed", 1
      ),
      ("<html>\n<body/></html>", "not-iati", 1),
      ("<iati-activities version=\"2.03\">\n<iati-activity>\0</iati-activity></iati-activities>", "not-well-formed", 2),
    ])
  func refused(text: String, code: String, line: Int) throws {
    let world = try ImportWorld()
    let before = try world.rows()
    let report = try world.read(text)
    #expect(report.isRefused && report.run == nil && report.findings.map(\.code).contains(code))
    #expect(report.findings.first { $0.code == code }?.line == line)
    #expect(try world.rows() == before)
  }

  @Test("is refused after a good beginning, of which nothing is kept") func truncated() throws {
    let world = try ImportWorld()
    let before = try world.rows()
    let whole = activityFile(activity())
    let report = try world.read(String(whole.dropLast(30)))
    #expect(report.isRefused && (report.findings.first?.line ?? 0) > 10)
    #expect(try world.rows() == before)
  }

  @Test("is refused in undeclared Latin-1, and read where its encoding is told") func encodings() throws {
    let text = activityFile(activity(title: "<title><narrative>Maputo é</narrative></title>"))
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    let undeclared = try Import(ImportFile(latin, called: "latin.xml")).run(on: ImportWorld().occasion())
    #expect(undeclared.isRefused && (undeclared.findings.first?.line ?? 0) > 1)
    let told = text.replacing("encoding=\"UTF-8\"", with: "encoding=\"ISO-8859-1\"").unicodeScalars.map {
      UInt8($0.value)
    }
    let world = try ImportWorld()
    let report = try Import(ImportFile(told, called: "latin.xml")).run(on: world.occasion())
    #expect(!report.isRefused)
    #expect(try world.only().title.versions["en"] == "Maputo é")
    let wide = Array(text.replacing("UTF-8", with: "UTF-16").utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    let other = try ImportWorld()
    let utf16 = try Import(ImportFile([0xFF, 0xFE] + wide, called: "wide.xml"), as: .iati).run(on: other.occasion())
    #expect(utf16.isRefused || utf16.tally.added == 1)
  }

  @Test("keeps nothing that would run or turn a name around") func markup() throws {
    let world = try ImportWorld()
    let title = "<title><narrative>\u{202E}&lt;script&gt;alert(1)&lt;/script&gt;</narrative></title>"
    _ = try world.read(activityFile(activity(title: title)))
    #expect(try world.only().title.versions["en"] == "<script>alert(1)</script>")
  }
}
