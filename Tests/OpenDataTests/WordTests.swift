import Testing

@testable import OpenData

@Suite("The names that the reader knows") struct WordTests {
  @Test("are written as their cases are called") func names() {
    #expect(Word.texts.count == Word.allCases.count)
    for word in Word.allCases where word != .xmlLang {
      let kebab = String(describing: word).reduce(into: "") { name, letter in
        name += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
      }
      #expect(word.text == kebab)
    }
  }
}
