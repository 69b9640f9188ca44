package import Cooperation

extension Countries {
  /// The country that a file means by `label`: its code, its name in one of the interface languages, or another name
  /// that it goes by.
  ///
  /// “England, United Kingdom” and “Georgia (country)” are read too. Nil for what no country of today is called.
  package static func named(_ label: String) -> Country.Code? {
    if let code = Country.Code(label), let country = Countries[code] { return country.id }
    let whole = folded(label)
    if let code = labels[whole] { return code }
    let bare = whole.prefix { $0 != "(" }
    let parts = bare.split(separator: ",").map { folded(String($0)) }
    return parts.first.flatMap { labels[$0] } ?? parts.last.flatMap { labels[$0] }
  }

  private static let labels: [String: Country.Code] = {
    var labels: [String: Country.Code] = [:]
    for country in all {
      for name in country.names.values { labels[folded(name)] = country.id }
    }
    Sheet("country-labels.tsv").each { cells in
      if let code = Country.Code(cells[1]) { labels[folded(cells[0])] = code }
    }
    return labels
  }()
}
