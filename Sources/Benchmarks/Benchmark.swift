import Glibc

/// Something whose speed or size is promised, and how it is measured.
struct Benchmark: Sendable {
  /// As `bin/bench` is asked for it.
  let name: String
  /// What is set up, in one line.
  let about: String
  let run: @Sendable () -> [Measure]

  /// ADD A BENCHMARK: one file, and its name here.
  static let all: [Benchmark] = [.matching, .matchQuality, .circling, .searching, .reading]

  /// Runs those `named`, or all where none is, and prints their tables.
  ///
  /// - Returns: the exit status: 0, 1 where a limit is broken, 2 where a name is not known.
  static func runAll(named names: [String]) -> Int32 {
    for name in names where !all.contains(where: { $0.name == name }) {
      print("There is no benchmark “\(name)”. There are: \(all.map(\.name).joined(separator: ", ")).")
      return 2
    }
    var status: Int32 = 0
    for benchmark in all where names.isEmpty || names.contains(benchmark.name) {
      print("\n\(benchmark.name): \(benchmark.about)\n")
      let measures = benchmark.run()
      print(Measure.table(measures))
      if measures.contains(where: { $0.passes == false }) { status = 1 }
    }
    return status
  }
}

/// What the processor and the memory say.
enum Gauge {
  /// Milliseconds that this thread has kept a core busy.
  static var busy: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1e6
  }

  /// The most bytes of memory that the process occupies while `work` is done.
  static func peak(_ work: () throws -> Void) rethrows -> Double {
    // What the kernel remembers as the most so far is set to what there is now.
    if let file = fopen("/proc/self/clear_refs", "w") {
      fputs("5", file)
      fclose(file)
    }
    try work()
    guard let file = fopen("/proc/self/status", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 200)
    while fgets(&line, Int32(line.count), file) != nil {
      let words = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self).split(
        separator: " ")
      if words.first?.hasPrefix("VmHWM:") == true { return (words.compactMap { Double($0) }.first ?? 0) * 1024 }
    }
    return 0
  }

  /// Bytes of memory that the process occupies.
  static var memory: Double {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 100)
    guard fgets(&line, Int32(line.count), file) != nil else { return 0 }
    let pages = String(decoding: line.map(UInt8.init(bitPattern:)), as: UTF8.self).split(separator: " ")
    return pages.count > 1 ? (Double(pages[1]) ?? 0) * Double(sysconf(Int32(_SC_PAGESIZE))) : 0
  }
}
