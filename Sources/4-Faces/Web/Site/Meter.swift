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

  /// Prometheus' text format.
  var text: String {
    let now = counts.withLock { $0 }
    let total = now.byStatus.values.reduce(0, +)
    var lines = ["# TYPE copolis_requests_total counter"]
    lines += now.byStatus.sorted { $0.key < $1.key }.map { "copolis_requests_total{status=\"\($0.key)\"} \($0.value)" }
    lines += ["# TYPE copolis_response_bytes_total counter", "copolis_response_bytes_total \(now.bytes)"]
    lines.append("# TYPE copolis_request_seconds histogram")
    for (place, bound) in Self.bounds.enumerated() {
      lines.append("copolis_request_seconds_bucket{le=\"\(Double(bound) / 1_000_000)\"} \(now.buckets[place])")
    }
    lines.append("copolis_request_seconds_bucket{le=\"+Inf\"} \(total)")
    lines.append("copolis_request_seconds_sum \(Double(now.microseconds) / 1_000_000)")
    lines.append("copolis_request_seconds_count \(total)")
    return lines.joined(separator: "\n") + "\n"
  }
}
