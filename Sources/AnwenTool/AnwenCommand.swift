import ArgumentParser

/// The command line of `anwen`.
struct AnwenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "anwen",
    abstract: "Ask questions about a data set, in Chinese or in English.",
    usage: """
      anwen [OPTIONS] 'QUESTION'      one question
      anwen [OPTIONS]                 the prompt; without a terminal a script from standard input
      anwen SUBCOMMAND …
      """,
    discussion: """
      anwen 'tasks owned by 武长庚 due this quarter'
      anwen 武长庚负责的本季度到期的任务
      anwen -f csv -o hazards.csv 'hazards not closed'

      Without -d the work-safety plan of 低庄镇 for 2024 is asked, which is inside the program. \
      The options of a question are shown by 'anwen help query'.

      Exit status: 0 answered, 1 the question has an error, 2 a file or the data could not be \
      read or written, 3 a limit was reached, 4 an assertion failed, 64 wrong usage, 130 interrupted.
      """,
    version: "anwen 0.1.0",
    subcommands: [
      QueryCommand.self, RunCommand.self, CheckCommand.self, FmtCommand.self, ExplainCommand.self,
      PeriodCommand.self,
      DescribeCommand.self, SampleCommand.self,
    ],
    defaultSubcommand: QueryCommand.self)
}
