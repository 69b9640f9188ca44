import Commands
import Glibc

exit(CommandLineFace.run(Array(CommandLine.arguments.dropFirst())).rawValue)
