import Cooperation
import Foundation
import Testing

@Suite("A folded text") struct FoldingTests {
  @Test(
    "is what people type",
    arguments: [
      ("São Tomé", "sao tome"), ("  Łódź\t\nŻory ", "lodz zory"), ("Ærøskøbing", "aeroskobing"), ("STRASSE", "strasse"),
      ("Straße", "strasse"), ("İstanbul", "istanbul"), ("Đà Nẵng", "da nang"), ("N’Djamena", "n'djamena"),
      ("Guinée–Bissau", "guinee-bissau"), ("Αθήνα", "αθηνα"), ("ΚΌΡΙΝΘΟΣ", "κορινθοσ"), ("Орёл", "орел"),
      ("مَدِينَة", "مدينه"), ("القـــاهرة", "القاهره"), ("إِمارة أبوظبي", "اماره ابوظبي"), ("٢٠٢٦ ۲۰۲۶", "2026 2026"),
      ("Ｔｏｋｙｏ　東京", "tokyo 東京"), ("ﬁne", "fine"), ("co\u{AD}op\u{200B}eration\u{202E}", "cooperation"),
      ("e\u{301}cole", "ecole"), ("नई दिल्ली", "नई दिल्ली"),
      ("Ĳmuiden", "ijmuiden"), ("Þingeyri", "thingeyri"), ("12 km²", "12 km2"),
      ("", ""),
      (" \u{A0} ", ""), ("A", "a"), ("Ouagadougou 2", "ouagadougou 2"),
    ])
  func examples(text: String, fold: String) {
    #expect(folded(text) == fold)
    #expect(Array(folded(text).unicodeScalars) == Array(fold.unicodeScalars))
  }

  @Test("loses every accent that Unicode can take off", arguments: [0xC0..<0x250, 0x370..<0x530, 0x1E00..<0x2000])
  func decompositions(range: Range<Int>) throws {
    for scalar in range.compactMap({ Unicode.Scalar($0) }) where scalar.properties.isAlphabetic {
      let letter = String(scalar)
      var bare = String.UnicodeScalarView()
      bare.append(
        contentsOf: letter.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
          $0.properties.canonicalCombiningClass == .notReordered
        })
      #expect(folded(letter) == folded(String(bare)), "U+\(String(scalar.value, radix: 16)) \(letter)")
    }
  }

  @Test("stays the same when folded again, and has no blanks to spare")
  func again() {
    for start in stride(from: 1, to: 0x1_1000, by: 7) {
      let scalars = (start..<(start + 40)).compactMap { Unicode.Scalar(UInt32($0)) }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      let once = folded(String(view))
      #expect(Array(folded(once).utf8) == Array(once.utf8), "from U+\(String(start, radix: 16))")
      #expect(!once.contains("  ") && once.first != " " && once.last != " ")
    }
  }

  @Test("is the same for small and capital letters")
  func cases() {
    for scalar in (0x41..<0x530).compactMap({ Unicode.Scalar($0) }) {
      let properties = scalar.properties
      guard properties.canonicalCombiningClass == .notReordered else { continue }
      #expect(folded(properties.uppercaseMapping) == folded(String(scalar)), "U+\(String(scalar.value, radix: 16))")
    }
  }
}
