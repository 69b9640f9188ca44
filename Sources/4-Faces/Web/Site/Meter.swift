import Synchronization

/// Counts what the site answers, for `/metrics`.
package final class Meter: Sendable {
  private let counts = Mutex(Counts())

  private struct Counts {
    var byStatus: [Int: Int] = [:]
    var microseconds = 0
    var bytes = 0
    /// Answers that took at most so many microseconds, as Prometheus wants its buckets: each holds those before it.
    var buckets = [Int](repeating: 0, count: bounds.count)
  }

  private static let bounds = [500, 1000, 5000, 10_000, 50_000, 100_000, 500_000, 1_000_000]

  package init() {}

  package func count(status: Int, microseconds: Int, bytes: Int) {
    counts.withLock { counts in
      counts.byStatus[status, default: 0] += 1
      counts.microseconds += microseconds
      counts.bytes += bytes
      for (place, bound) in Self.bounds.enumerated() where microseconds <= bound { counts.buckets[place] += 1 }
    }
  }

  /// In Prometheus' text format, version 0.0.4.
  func write(to exposition: inout Exposition) {
    let now = counts.withLock { $0 }
    let total = now.byStatus.values.reduce(0, +)
    exposition.begin("copolis_requests_total", .counter, "Requests answered, by status.")
    for (status, count) in now.byStatus.sorted(by: { $0.key < $1.key }) {
      exposition.add(count, ["status": "\(status)"])
    }
    exposition.begin("copolis_response_bytes_total", .counter, "Bytes of bodies sent.")
    exposition.add(now.bytes)
    exposition.begin("copolis_request_seconds", .histogram, "From a request's first line to its answer's last byte.")
    for (place, bound) in Self.bounds.enumerated() {
      exposition.add(now.buckets[place], ["le": "\(Double(bound) / 1_000_000)"], "_bucket")
    }
    exposition.add(total, ["le": "+Inf"], "_bucket")
    exposition.add(Double(now.microseconds) / 1_000_000, [:], "_sum")
    exposition.add(total, [:], "_count")
  }
}

/// Figures as Prometheus reads them: each with what it is and of which kind, then its samples.
struct Exposition {
  private(set) var text = ""
  private var name = ""

  enum Kind: String { case counter, gauge, histogram }

  /// The samples that follow are of this figure.
  mutating func begin(_ name: String, _ kind: Kind, _ help: String) {
    self.name = name
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
  }

  mutating func add(_ value: some Numeric, _ labels: KeyValuePairs<String, String> = [:], _ suffix: String = "") {
    let written = labels.map { "\($0.key)=\"\(Self.escaped($0.value))\"" }.joined(separator: ",")
    text += name + suffix + (written.isEmpty ? "" : "{\(written)}") + " \(value)\n"
  }

  private static func escaped(_ value: String) -> String {
    value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }
}
