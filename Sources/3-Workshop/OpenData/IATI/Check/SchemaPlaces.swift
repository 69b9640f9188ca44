extension SchemaCheck.Frame {
  /// Goes to the place of `name` among `parts`, from where the element has come to.
  ///
  /// - Returns: that place, nil where there is none from here on; and what is missing before it.
  mutating func advance(to name: Int, _ parts: [Shape.Part]) -> (place: Int?, missing: [Shape.Part]) {
    var missing: [Shape.Part] = []
    for place in self.place..<max(self.place, parts.count) {
      let part = parts[place], soFar = place == self.place ? count : 0
      if part.name == name && soFar < part.most {
        (self.place, count) = (place, soFar + 1)
        return (place, missing)
      }
      if soFar < part.least { missing.append(part) }
    }
    return (nil, [])
  }

  /// Two moves of libxml2 2.9 from among foreign elements, which a strict reading of the schema would not make.
  ///
  /// Back: what came just before them comes again, if it may come without limit. Forward: a second foreign element
  /// belongs to the next place for foreign elements, if nothing is needed between.
  mutating func wander(to name: Int, _ parts: [Shape.Part]) -> Bool {
    guard count > 0, place < parts.count, parts[place].name == Shape.foreign else { return false }
    var goal = place
    if name == Shape.foreign {
      let next = (place + 1..<parts.count).first { parts[$0].name == Shape.foreign || parts[$0].least > 0 }
      if let next, parts[next].name == Shape.foreign { goal = next }
    } else if place > 0, parts[place - 1].name == name, parts[place - 1].most == Int.max {
      goal = place - 1
    }
    guard goal != place else { return false }
    (place, count) = (goal, 1)
    return true
  }
}
