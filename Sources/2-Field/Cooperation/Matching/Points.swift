extension Double {
  /// A share from 0 to 1 as whole points of a hundred.
  package var points: Int { Int((self * 100).rounded()) }
}
