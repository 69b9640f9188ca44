import Cooperation
import XML

extension IATIReader {
  func result() throws -> Activity.Result {
    var found = Activity.Result(line: reader.line)
    found.type = code(.type, .resultType)
    try children { word in
      switch word {
      case .title: try read(into: &found.title, as: .text)
      case .description: try read(into: &found.description, as: .text)
      case .indicator: found.indicators.append(try indicator())
      default: break
      }
    }
    return found
  }

  private func indicator() throws -> Activity.Indicator {
    var found = Activity.Indicator(line: reader.line)
    found.measure = code(.measure, .measure)
    found.ascending = !["false", "0"].contains(reader.attribute(Word.ascending.rawValue) ?? "")
    try children { word in
      switch word {
      case .title: try read(into: &found.title, as: .text)
      case .description: try read(into: &found.description, as: .text)
      case .baseline:
        let year = reader.attribute(Word.year.rawValue).flatMap { Int($0) }, day = day(.isoDate)
        found.baselines.append(Activity.Baseline(year: year, day: day, figure: try figure()))
      case .period: found.periods.append(try period())
      default: break
      }
    }
    return found
  }

  private func period() throws -> Activity.Period {
    var found = Activity.Period(line: reader.line)
    try children { word in
      switch word {
      case .periodStart: found.start = day(.isoDate)
      case .periodEnd: found.end = day(.isoDate)
      case .target: found.targets.append(try figure())
      case .actual: found.actuals.append(try figure())
      default: break
      }
    }
    return found
  }

  /// A figure whose number does not fit ours stays as it was published; its own measure says whether it needs one.
  private func figure() throws -> Activity.Figure {
    var found = Activity.Figure(published: trimmed(.value))
    if !found.published.isEmpty, !found.published.isAmount {
      say(.notANumber(found.published, line: reader.line))
    }
    try children { word in
      switch word {
      case .comment: try read(into: &found.comment, as: .text)
      case .dimension: found.dimensions.append(Activity.Dimension(name: trimmed(.name), value: trimmed(.value)))
      default: break
      }
    }
    return found
  }

  func documentLink() throws -> Activity.DocumentLink {
    var found = Activity.DocumentLink(address: trimmed(.url), format: code(.format, .fileFormat))
    try children { word in
      switch word {
      case .title: try read(into: &found.title, as: .text)
      case .category: if let category = code(.code, .documentCategory) { found.categories.append(category) }
      case .language:
        if let language = Language(trimmed(.code)) { found.languages.append(language) }
      default: break
      }
    }
    return found
  }
}

extension String {
  /// Whether it is what `Amount` takes, found out without making one.
  fileprivate var isAmount: Bool {
    withBytes { bytes in
      var rest = bytes
      _ = rest.take("-")
      let whole = rest.takeDigits(), hasPoint = rest.take(".") || rest.take(",")
      let part = rest.takeDigits()
      return rest.isEmpty && !whole.isEmpty && whole.count + part.count <= 15 && part.count <= 6
        && hasPoint == !part.isEmpty
    }
  }
}
