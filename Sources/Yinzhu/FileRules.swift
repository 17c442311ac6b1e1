import YinzhuModel

/// Rules about files as such: found before a stage sees a byte.
public enum FileRules {
  /// D010
  public static let missing = DiagnosticRule(
    code: "D010", severity: .error, title: "There is no such file",
    explanation: """
      No file has the path that was given.

      Example: `yinzhu extract artcle.txt`, where the file is called `article.txt`.

      What to do: check the spelling, and that the command runs in the right folder. A path with spaces needs quotation
      marks. Other files of the same call are read all the same.
      """)

  /// D011
  public static let folder = DiagnosticRule(
    code: "D011", severity: .error, title: "The path is a folder",
    explanation: """
      A folder was given where a file is read. Folders are not entered unasked, as they may hold thousands of files.

      What to do: name the files, or give `--recursive` to read all text files (`.txt`, `.text`, `.md`, `.markdown`) in
      the folder and the folders in it.
      """)

  /// D012
  public static let unreadable = DiagnosticRule(
    code: "D012", severity: .error, title: "The file can't be read",
    explanation: """
      The file is there, but the system doesn't let it be read. The message gives the system's reason: most often the
      file belongs to somebody else, or lies on a disk that is no longer there. Standard input that was closed by the
      calling program gives this message too.

      What to do: mend the rights (`ls -l FILE` shows them), or copy the file and read the copy.
      """)

  /// D013
  public static let tooLarge = DiagnosticRule(
    code: "D013", severity: .error, title: "The file is too large",
    explanation: """
      Files of 2 GiB and more are refused: places in a text are counted with 32 bits.

      What to do: split the file, for example one article a file.
      """)

  /// D014
  public static let unwritable = DiagnosticRule(
    code: "D014", severity: .error, title: "The output can't be written",
    explanation: """
      The file of `-o` can't be made or replaced. The message gives the system's reason. An older file of that name is
      unchanged: output is written whole or not at all.

      What to do: make the folder if there is none, or write somewhere else.
      """)

  /// D015
  public static let inputLine = DiagnosticRule(
    code: "D015", severity: .error, title: "The line is no input of parse",
    explanation: """
      With `parse --from jsonl` every line is a JSON object with the texts `id` and `text`. This line is no JSON, or one
      of the two is missing. It is answered by `{"id": …, "error": …}`, so that answers and inputs stay in step, and all
      other lines are read.

      Example: `{"id": "n1", "note": "…"}` has no `text`.

      What to do: mend the line that the message names. Plain notes, one a line, are read with `--from lines`.
      """)

  /// All of them.
  public static let all: [DiagnosticRule] = [missing, folder, unreadable, tooLarge, unwritable, inputLine]
}
