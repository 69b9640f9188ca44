// Lists that are kept in order. What comes last, as nearly everything does, is simply put at the end.
extension Array where Element: Comparable {
  /// The first place whose element does not come before `element`.
  func lowerBound(of element: Element) -> Int {
    var low = 0, high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < element { low = middle + 1 } else { high = middle }
    }
    return low
  }

  mutating func insertInOrder(_ element: Element) {
    if let last, element < last { insert(element, at: lowerBound(of: element)) } else { append(element) }
  }
}
