import ArgumentParser

/// The program `anwen`.
@main
struct AnwenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "anwen",
    abstract: "Ask questions about a data set, in Chinese or in English.",
    discussion: """
      anwen 'tasks owned by 武长庚 due this quarter'    one question
      anwen run FILE…                                   scripts
      anwen                                             the prompt; a script from standard input

      Without -d the plan of 低庄镇 for 2024 is asked, which is inside the program.
      """,
    subcommands: [
      QueryCommand.self, RunCommand.self, ExplainCommand.self, PeriodCommand.self,
      DescribeCommand.self, SampleCommand.self,
    ],
    defaultSubcommand: QueryCommand.self)
}
