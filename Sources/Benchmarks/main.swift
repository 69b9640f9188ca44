import Glibc

exit(Benchmark.runAll(named: Array(CommandLine.arguments.dropFirst())))
