import Foundation
import PackagePlugin

/// Lists what stands in a module's folders, so that adding a file is all it takes to add a method, a language or a format.
@main
struct Catalogue: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = target.directoryURL
    let files =
      FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?
      .compactMap { $0 as? URL }
      .filter { !$0.hasDirectoryPath && ($0.pathExtension != "swift" || $0.path.contains("/Formats/")) }
      .sorted { $0.path < $1.path } ?? []
    let output = context.pluginWorkDirectoryURL.appending(path: "Catalogue.swift")
    return [
      .buildCommand(
        displayName: "Listing \(target.name)",
        executable: try context.tool(named: "catalogue").url,
        arguments: [root.path, output.path] + files.map(\.path),
        inputFiles: files,
        outputFiles: [output])
    ]
  }
}
