import Cooperation
import Glibc
import Reference
import Search

/// Documents made up by chance in four languages: a few words stand in every tenth document, most in hardly any.
struct SyntheticLibrary {
  static let languages = ["en", "fr", "es", "pt", "ar"]

  private var chance: Chance
  private let tongues: [Tongue]
  private let themes = Themes.all
  private let countries = Countries.all
  private let kinds = ["organisation", "need", "practice", "partnership"]

  struct Question {
    let words: String
    let isVeryCommon: Bool
  }

  init(seed: UInt64) {
    var chance = Chance(seed: seed)
    tongues = Tongue.all(by: &chance)
    self.chance = chance
  }

  mutating func document(_ number: Int) -> SearchDocument {
    let share = Double.random(in: 0..<1, using: &chance)
    let tongue = tongues[share < 0.4 ? 0 : share < 0.7 ? 1 : share < 0.9 ? 2 : 3]
    let theme = themes[Int(Double(themes.count) * pow(Double.random(in: 0..<1, using: &chance), 2))]
    let country = countries[Int(Double(countries.count) * pow(Double.random(in: 0..<1, using: &chance), 2))]
    let named = theme.names[tongue.language] ?? ""
    let title = named + ": " + tongue.words(3, by: &chance)
    return SearchDocument(
      id: "doc\(number)", title: [SearchText(title, in: tongue.language.tag)],
      body: [SearchText(tongue.text(about: named, by: &chance), in: tongue.language.tag)],
      facets: [
        "kind": [kinds[number % kinds.count]], "country": [country.id.text.lowercased()], "theme": [theme.id.text],
        "language": [tongue.language.tag],
      ], payload: title)
  }

  /// A thousand: very common words, middling and rare ones, pairs, and the names of themes.
  func questions() -> [Question] {
    tongues.flatMap { tongue in
      (0..<50).flatMap { number -> [Question] in
        let theme = themes[number % themes.count].names[tongue.language] ?? ""
        return [
          Question(words: tongue.vocabulary[number], isVeryCommon: true),
          Question(words: tongue.vocabulary[300 + number * 10], isVeryCommon: false),
          Question(words: tongue.vocabulary[8000 + number * 100], isVeryCommon: false),
          Question(
            words: tongue.vocabulary[10 + number] + " " + tongue.vocabulary[200 + number * 5], isVeryCommon: false),
          Question(words: theme, isVeryCommon: false),
        ]
      }
    }
  }
}

/// A language that sounds like one of ours: its vocabulary by how common each word is, and the small words between.
private struct Tongue {
  let language: Language
  let vocabulary: [String]
  private let small: [String]
  /// The share of all words that each and those before it have together, after Zipf.
  private let shares: [Double]

  private init(_ language: Language, small: String, beginnings: String, endings: String, by chance: inout Chance) {
    let (first, last) = (beginnings.split(separator: " "), endings.split(separator: " "))
    var known: Set<String> = [], words: [String] = []
    while words.count < 30_000 {
      var word = (0..<Int.random(in: 1...3, using: &chance)).reduce(into: "") { word, _ in
        word += first.randomElement(using: &chance) ?? ""
      }
      word += last.randomElement(using: &chance) ?? ""
      if word.count > 3, known.insert(word).inserted { words.append(word) }
    }
    (self.language, vocabulary, self.small) = (language, words, small.split(separator: " ").map(String.init))
    var sum = 0.0
    shares = (1...words.count).map { rank in
      sum += pow(Double(rank), -1.05)
      return sum
    }
  }

  func words(_ count: Int, by chance: inout Chance) -> String {
    (0..<count).map { _ in word(by: &chance) }.joined(separator: " ")
  }

  /// From 25 to 150 words with small ones between, in which the subject is named.
  func text(about subject: String, by chance: inout Chance) -> String {
    var text = ""
    for number in 0..<Int.random(in: 25...150, using: &chance) {
      text += word(by: &chance)
      text += number % 12 == 11 ? ". " : " "
      if number % 2 == 0 { text += (small.randomElement(using: &chance) ?? "") + " " }
      if number % 40 == 7 { text += subject + " " }
    }
    return text
  }

  private func word(by chance: inout Chance) -> String {
    let wanted = Double.random(in: 0..<(shares.last ?? 1), using: &chance)
    var (low, high) = (0, shares.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if shares[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return vocabulary[low]
  }

  static func all(by chance: inout Chance) -> [Tongue] {
    [
      Tongue(
        "en", small: "the of and to in for a with on by is that from are as at",
        beginnings: "wa ter ho us ro ad ci ty pla nn gro und mar ket sch ool wor ker ri ver fi sh bu il gar den li ght",
        endings: "ing ed ation s er ness ment ly ity ship ful", by: &chance),
      Tongue(
        "es", small: "de la que el en y a los se del las un por con una para",
        beginnings: "ca sa mer ca do pu blo ri o ba rrio ve ci no tra ba jo es cue la a gua ti er ra plan ta me sa",
        endings: "ción mente dad ado ando es ería ista oso ible aje", by: &chance),
      Tongue(
        "fr", small: "de la le et les des en un du une que est pour dans qui par",
        beginnings: "mai son vil le mar ché ru e éc ole eau po table ter re tra vail jar din fleu ve pon t por te ma",
        endings: "ement ité ation eur euse aient age isme able ique", by: &chance),
      Tongue(
        "pt", small: "de a o que e do da em um para com uma os no se na",
        beginnings: "ca sa mer ca do ci da de ri o ba irro tra ba lho es co la á gua ter ra pla no pon te por ta fei",
        endings: "ção mente dade ado ando ções eiro ista oso ável agem", by: &chance),
    ]
  }
}
