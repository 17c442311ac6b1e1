import ArgumentParser

@main
struct YinzhuCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "yinzhu")
}
