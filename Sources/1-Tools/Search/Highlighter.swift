import CXapian

/// Finds the words of a question again in texts, in all their forms, to show why something was found. For one thread at
/// a time.
package final class Highlighter {
  private let marker: OpaquePointer?

  /// The most of a text that is looked at, in bytes, and the most words of it that are marked.
  private static let longest = 200_000
  private static let mostMarks = 512

  /// For the words of a query, in the languages of the index it was put to.
  package init(_ words: String, lastWord: SearchQuery.LastWord = .whole, languages: [String]) {
    let names = languages.joined(separator: " ")
    marker = words.withText { cxapian_marker_new(names, $0, lastWord == .begun ? 1 : 0) }
  }

  deinit { cxapian_marker_free(marker) }

  /// The part of `text` that has most of the words, of about `length` bytes; its beginning where it has none.
  package func snippet(of text: String, length: Int = 240) -> Snippet {
    var text = text
    return text.withUTF8 { bytes in
      let bytes = UnsafeBufferPointer(rebasing: bytes.prefix(Self.longest))
      let marks = marks(in: bytes)
      let window = Window(bytes, around: marks, length: length)
      return Snippet(bytes, marks, window)
    }
  }

  private func marks(in bytes: UnsafeBufferPointer<UInt8>) -> [cxapian_mark] {
    guard let marker else { return [] }
    let start = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
    return [cxapian_mark](unsafeUninitializedCapacity: Self.mostMarks) { room, count in
      count = cxapian_marker_find(marker, cxapian_text(bytes: start, count: bytes.count), room.baseAddress, room.count)
    }
  }
}

/// A part of a text, in pieces that are words of the question or not.
package struct Snippet: Sendable, Equatable {
  package let pieces: [Piece]
  /// Whether the text has more before, and after.
  package let beginsInside: Bool
  package let endsInside: Bool

  package struct Piece: Sendable, Equatable {
    package let text: String
    package let isMatch: Bool

    package init(_ text: String, isMatch: Bool) { (self.text, self.isMatch) = (text, isMatch) }
  }

  fileprivate init(_ bytes: UnsafeBufferPointer<UInt8>, _ marks: [cxapian_mark], _ window: Window) {
    var pieces: [Piece] = []
    var place = window.start
    func add(until end: Int, _ isMatch: Bool) {
      if end > place {
        pieces.append(Piece(String(decoding: bytes[place..<end], as: UTF8.self), isMatch: isMatch))
      }
      place = max(place, end)
    }
    for mark in marks where mark.start >= window.start && mark.end <= window.end {
      add(until: mark.start, false)
      add(until: mark.end, true)
    }
    add(until: window.end, false)
    (self.pieces, beginsInside, endsInside) = (pieces, window.start > 0, window.end < bytes.count)
  }

  /// The words without the marks.
  package var text: String { pieces.map(\.text).joined() }
}

/// The part of a text that is shown, cut between words.
private struct Window {
  let start: Int
  let end: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, around marks: [cxapian_mark], length: Int) {
    guard bytes.count > length else {
      (start, end) = (0, bytes.count)
      return
    }
    let lead = length / 4
    var best = (words: 0, start: 0)
    for first in marks {
      let begin = max(0, Int(first.start) - lead)
      let words = Set(marks.lazy.filter { $0.start >= begin && $0.end <= begin + length }.map(\.word)).count
      if words > best.words { best = (words, begin) }
    }
    let begin = min(best.start, bytes.count - length)
    start = begin == 0 ? 0 : Self.wordStart(bytes, from: begin, most: lead)
    end =
      min(bytes.count, begin + length) == bytes.count ? bytes.count : Self.wordEnd(bytes, from: begin + length, lead)
  }

  /// The first beginning of a word from `place` on, or of a letter where there is none near.
  private static func wordStart(_ bytes: UnsafeBufferPointer<UInt8>, from place: Int, most: Int) -> Int {
    for near in place..<min(place + most, bytes.count) where bytes[near - 1] <= 0x20 && bytes[near] > 0x20 {
      return near
    }
    return letterStart(bytes, place)
  }

  /// The last end of a word before `place`, or of a letter where there is none near.
  private static func wordEnd(_ bytes: UnsafeBufferPointer<UInt8>, from place: Int, _ most: Int) -> Int {
    for near in (max(1, place - most)..<place).reversed() where bytes[near] <= 0x20 && bytes[near - 1] > 0x20 {
      return near
    }
    return letterStart(bytes, place)
  }

  private static func letterStart(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
    var place = place
    while place > 0, bytes[place] & 0xC0 == 0x80 { place -= 1 }
    return place
  }
}
