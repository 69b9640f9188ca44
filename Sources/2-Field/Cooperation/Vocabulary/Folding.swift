/// A text as it is compared and searched: in small letters, without accents, with single blanks.
///
/// Letters of Latin, Greek and Cyrillic lose their accents and Arabic its vowel signs and stretching; letters that many
/// keyboards lack become those that people type for them (`ß` ss, `ø` o, `ة` ه); wide letters become narrow, all digits
/// 0 to 9, all apostrophes and dashes the plain ones. What is folded stays the same when folded again.
///
/// Source of the letters: Unicode's canonical decompositions.
package func folded(_ text: String) -> String {
  var text = text
  return text.withUTF8(Folding.ascii) ?? Folding.any(text)
}

private enum Folding {
  /// The fold of a text of nothing but ASCII; nil for any other.
  static func ascii(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var isPlain = true
    let folded = String(unsafeUninitializedCapacity: bytes.count) { room in
      var count = 0
      for byte in bytes {
        guard byte < 0x80 else {
          isPlain = false
          return 0
        }
        if byte > 0x20, byte != 0x7F {
          room[count] = small(byte)
          count += 1
        } else if count > 0, room[count - 1] != 0x20 {
          room[count] = 0x20
          count += 1
        }
      }
      return count > 0 && room[count - 1] == 0x20 ? count - 1 : count
    }
    return isPlain ? folded : nil
  }

  static func any(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      let fold = scalar.value < 0x80 ? ascii(scalar) : fold(scalar)
      if fold == blank {
        if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
      } else if fold != nothing {
        append(fold, to: &bytes)
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(_ fold: UInt32, to bytes: inout [UInt8]) {
    let first = fold & 0x1F_FFFF
    if first < 0x80 {
      bytes.append(UInt8(first))
    } else if let scalar = Unicode.Scalar(first) {
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    if fold >> 24 != 0 { bytes.append(UInt8(fold >> 24)) }
  }
}

// A fold is a scalar in its lower 21 bits and, where two stand for one, an ASCII letter in its upper 8.
extension Folding {
  private static let nothing: UInt32 = 0
  private static let blank: UInt32 = 0x20

  private static func small(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  private static func ascii(_ scalar: Unicode.Scalar) -> UInt32 {
    let byte = UInt8(truncatingIfNeeded: scalar.value)
    return byte > 0x20 && byte != 0x7F ? UInt32(small(byte)) : blank
  }

  private static func fold(_ scalar: Unicode.Scalar) -> UInt32 {
    scalar.value < UInt32(known.count) ? known[Int(scalar.value)] : found(scalar)
  }

  /// The folds of the first scalars, which are nearly all that is ever asked for.
  private static let known: [UInt32] = (0..<0x2070).map { value in
    Unicode.Scalar(value as UInt32).map(found) ?? nothing
  }

  private static func found(_ scalar: Unicode.Scalar) -> UInt32 {
    switch scalar.value {
    case 0..<0x80: return ascii(scalar)
    // Marks over and under letters, in Hebrew and Arabic too; joiners and marks of direction.
    case 0x300...0x36F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F, 0x483...0x487,
      0x591...0x5BD, 0x5BF, 0x5C1...0x5C2, 0x5C4...0x5C5, 0x5C7, 0x610...0x61C, 0x640, 0x64B...0x65F, 0x670,
      0x6D6...0x6DC, 0x6DF...0x6E8, 0x6EA...0x6ED, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF:
      return nothing
    case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0).map(ascii) ?? nothing
    default: break
    }
    if scalar.properties.isWhitespace { return blank }
    let small = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    return letters[small] ?? (small.value < 0x80 ? ascii(small) : small.value)
  }

  private static let letters: [Unicode.Scalar: UInt32] = {
    var letters: [Unicode.Scalar: UInt32] = [:]
    for (plain, others) in spellings {
      let scalars = plain.unicodeScalars.map(\.value)
      for other in others.unicodeScalars { letters[other] = scalars[0] | (scalars.count > 1 ? scalars[1] << 24 : 0) }
    }
    return letters
  }()

  /// What stands for which letters.
  private static let spellings: [(plain: String, others: String)] = [
    ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặª"), ("b", "ḃḅḇƀɓ"), ("c", "çćĉċčḉ"), ("d", "ďḋḍḏḑḓđðɖɗ"),
    ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệəɛǝ"), ("f", "ḟ"), ("g", "ĝğġģǧǵḡɠǥ"), ("h", "ĥȟḣḥḧḩḫẖħ"),
    ("i", "ìíîïĩīĭįİǐȉȋḭḯỉịıɨ"), ("j", "ĵǰȷɉ"), ("k", "ķǩḱḳḵƙĸ"), ("l", "ĺļľḷḹḻḽłƚŀ"), ("m", "ḿṁṃ"),
    ("n", "ñńņňǹṅṇṉṋŋɲƞ"), ("o", "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợøɔºɵǿ"), ("p", "ṕṗ"), ("r", "ŕŗřȑȓṙṛṝṟ"),
    ("s", "śŝşšșṡṣṥṧṩſẛ"), ("t", "ţťțṫṭṯṱẗŧƭ"), ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữựʉ"), ("v", "ṽṿʋ"),
    ("w", "ŵẁẃẅẇẉẘ"), ("x", "ẋẍ"), ("y", "ýÿŷȳẏẙỳỵỷỹƴɏ"), ("z", "źżžẑẓẕƶ"), ("ae", "æǽǣ"), ("dz", "ǳǆ"),
    ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ"), ("ij", "ĳ"), ("lj", "ǉ"), ("nj", "ǌ"), ("oe", "œ"), ("ss", "ß"),
    ("st", "ﬅﬆ"), ("th", "þ"), ("\"", "“”„«»″"), ("'", "‘’‛′ʻʼʾʿ`´"), ("-", "‐‑‒–—―−"), ("0", "٠۰"), ("1", "١۱¹"),
    ("2", "٢۲²"), ("3", "٣۳³"), ("4", "٤۴"), ("5", "٥۵"), ("6", "٦۶"), ("7", "٧۷"), ("8", "٨۸"), ("9", "٩۹"),
    ("ʒ", "ǯ"), ("ʹ", "ʹ"), ("α", "άἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ"), ("ε", "έἐἑἒἓἔἕὲέϵ"),
    ("η", "ήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ"), ("ι", "ΐίϊἰἱἲἳἴἵἶἷὶίιῐῑῒΐῖῗ"), ("ο", "όὀὁὂὃὄὅὸό"), ("ρ", "ῤῥϱ"), ("σ", "ς"),
    ("υ", "ΰϋύὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ"), ("ω", "ώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ"), ("ϒ", "ϓϔ"), ("а", "ӑӓ"), ("г", "ѓ"),
    ("е", "ѐёӗ"), ("ж", "ӂӝ"), ("з", "ӟ"), ("и", "йѝӣӥ"), ("к", "ќ"), ("о", "ӧ"), ("у", "ўӯӱӳ"), ("ч", "ӵ"),
    ("ы", "ӹ"), ("э", "ӭ"), ("і", "ї"), ("ѵ", "ѷ"), ("ә", "ӛ"), ("ө", "ӫ"), ("ا", "أإآٱ"), ("ك", "ک"), ("ه", "ةۀ"),
    ("و", "ؤ"), ("ي", "ئىی"), ("β", "ϐ"), ("θ", "ϑ"), ("κ", "ϰ"), ("μ", "µ"), ("π", "ϖ"), ("φ", "ϕ"), ("'n", "ŉ"),
  ]
}

/// The words of a text, folded, in their order.
package func foldedWords(_ text: String) -> [String] { folded(text).split(separator: " ").map(String.init) }
