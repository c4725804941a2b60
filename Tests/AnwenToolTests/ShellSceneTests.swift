import AnwenTestSupport
import Testing

/// The prompt of the built tool, on its built-in data.
let prompt = ShellUnderTest(
  command: [anwenPath], prompt: "安问>", query: "leaders", answer: "(5 rows)",
  opening: "leaders | select name,", ending: "count(tasks) as n", longAnswer: "武长庚  8",
  wordStart: "tasks owned by 武", word: "tasks owned by 武长庚")

@Suite(
  "The prompt in a terminal", .serialized, .enabled(if: TerminalSession.isAvailable))
struct ShellSceneTests {
  @Test("the scenes that any prompt must play", arguments: ShellScene.all)
  func scene(scene: ShellScene) throws {
    try scene.play(with: prompt)
  }

  @Test("the scenes of this prompt", arguments: ShellScene.anwen)
  func ownScene(scene: ShellScene) throws {
    try scene.play(with: prompt)
  }
}
