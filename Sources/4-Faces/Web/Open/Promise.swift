import HTTP
import OpenData

/// What a program can rely on at an address: what it may ask for, and what it is answered when all goes well.
struct Promise: Sendable, Equatable {
  let shape: Shape
  /// The names that the query may have, besides those that every list takes.
  private(set) var query: [String] = []
  /// By what the list can be sorted; empty where it has one order.
  private(set) var sorts: [String] = []
  private(set) var statuses = [200]
  private(set) var mediaTypes = ["application/json"]
  /// Whether it says under which mark it is kept, and 304 to whoever has it.
  private(set) var hasMark = false
  /// In which a change is sent.
  private(set) var takes = ["application/json"]

  /// What a program gets.
  enum Shape: Equatable {
    /// A page of many, each an object.
    case list
    /// One of many: it has an `id`.
    case record
    /// An object that is neither.
    case page
    /// Anything but JSON, sent as it is.
    case file

    var about: String {
      switch self {
      case .list: "A page of the list."
      case .record: "The record."
      case .page: "The same as the page tells."
      case .file: "The file, as it is at this moment."
      }
    }
  }
}

extension Promise {
  static let page = Promise(shape: .page)
  static let record = Promise(shape: .record)
  /// A list of one order that cannot be narrowed.
  static let list = Promise(shape: .list)

  /// A page that asks by its address.
  static func page(asking query: [String]) -> Promise { Promise(shape: .page, query: query) }

  static func list(by query: [String]) -> Promise { Promise(shape: .list, query: query) }

  /// - Parameter sort: by what it can be sorted.
  static func list<Sort: CaseIterable & RawRepresentable<String>>(
    by query: [String], sorted sort: Sort.Type
  ) -> Promise {
    Promise(shape: .list, query: query, sorts: sort.allCases.map(\.rawValue))
  }

  static func file(_ mediaTypes: String..., asking query: [String] = []) -> Promise {
    Promise(shape: .file, query: query, mediaTypes: mediaTypes)
  }

  /// A table or a feed, narrowed like its list.
  static func narrowed(_ mediaType: String, by query: [String]) -> Promise {
    Promise(shape: .file, query: query, mediaTypes: [mediaType], hasMark: true)
  }

  /// Any of the datasets in any of its formats.
  static let datasets = Promise(shape: .file, mediaTypes: Set(Format.all.map(\.plainType)).sorted(), hasMark: true)

  /// Where something new comes of it: 201.
  var adding: Promise { answering([201]) }

  /// Where something new may come of it, or what is there already is told: 201 or 200.
  var addingOnce: Promise { answering([200, 201]) }

  /// The same with other statuses.
  func answering(_ statuses: [Int]) -> Promise {
    var promise = self
    promise.statuses = statuses
    return promise
  }

  /// The same where a file is sent.
  func taking(_ mediaTypes: [String]) -> Promise {
    var promise = self
    promise.takes = mediaTypes
    return promise
  }

  /// Every name that the query may have, those of every list last.
  var parameters: [String] {
    query + (shape == .list ? ["page", "per"] : []) + (sorts.isEmpty ? [] : ["sort"])
  }
}

extension Format {
  /// Its media type without parameters.
  fileprivate var plainType: String { String(mediaType.prefix { $0 != ";" }) }
}
