import Reference

/// The code lists of one version, and the code of each that came last, for most come again and again.
struct CodeBook {
  private let isFirst: Bool
  private let lists: [CodeList?]
  private var last: [PublishedCode?]

  init(_ version: IATISchema.Version) {
    isFirst = version == .v105
    lists = Coding.allCases.map { [isFirst] in $0.codeList(isFirst: isFirst) }
    last = Coding.allCases.map { _ in nil }
  }

  func name(of coding: Coding) -> String { lists[coding.rawValue]?.name ?? "" }

  /// A code as it stands in the file, with what its list says of it.
  mutating func read(_ published: String, _ coding: Coding) -> PublishedCode {
    let place = coding.rawValue
    if let known = last[place], known.published == published { return known }
    let entry = lists[place]?[coding == .fileFormat ? published.lowercased() : published]
    let standing: PublishedCode.Standing = entry.map { $0.isWithdrawn ? .withdrawn : .known } ?? .unknown
    let code = PublishedCode(
      published: published, text: isFirst ? coding.successor(of: published) : nil, standing: standing)
    last[place] = code
    return code
  }
}
