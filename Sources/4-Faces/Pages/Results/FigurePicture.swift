import Cooperation
import Languages
import Markup
import Pictures

/// The picture of one figure: where it stood, where it stands, where it should come to.
struct FigurePicture {
  private let told: ResultsTold
  private let indicator: Indicator
  private let period: Indicator.Period
  private let reader: Reader

  init(_ told: ResultsTold, _ indicator: Indicator, _ period: Indicator.Period, _ reader: Reader) {
    (self.told, self.indicator, self.period, self.reader) = (told, indicator, period, reader)
  }

  /// Nothing where there is no figure at all.
  var figure: Written {
    let state = told.claim(of: period.id).state
    let line = ResultLine(
      baseline: indicator.baseline.map { baseline in
        let blanks = ["year": "\(baseline.year)", "figure": reader.words.amount(baseline.value)]
        return mark(baseline.value, reader("results.mark-before", "{year}: {figure}", blanks))
      },
      actual: period.actual.map { mark($0, reader.figure($0, indicator)) },
      target: period.target.map { target in
        mark(target, reader("results.mark-target", "Target {figure}", ["figure": reader.words.amount(target)]))
      }, state: state)
    let title = reader.words.reading(indicator.title).text
    guard let svg = line.svg(title: title, isMirrored: reader.words.isRightToLeft) else { return .nothing }
    return "<figure class=\"picture small\">\(svg)<figcaption>\(reader.days(period))</figcaption></figure>"
  }

  private func mark(_ amount: Amount, _ words: String) -> ResultLine.Mark {
    let short = words.count > 40 ? words.prefix(39) + "…" : words[...]
    return ResultLine.Mark(amount.value, String(short))
  }
}
