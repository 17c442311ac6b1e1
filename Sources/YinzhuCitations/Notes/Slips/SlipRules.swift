import YinzhuModel

extension CitationRules {
  /// A mark is printed twice.
  public static let doubledMark = DiagnosticRule(
    code: "C005", severity: .info, title: "A mark is printed twice",
    explanation: """
      Two equal marks stand side by side where one is meant. The citation is read as if there were one.

      Example: `王力：《山海集》，，山海出版社2001年版。`

      What to do: delete one of them.

      Source: GB/T 15834—2011 标点符号用法.
      """)

  /// A bracket is wrong or lost.
  public static let bracket = DiagnosticRule(
    code: "C006", severity: .warning, title: "A bracket is wrong or lost",
    explanation: """
      A title begins with 《 and ends with 〉, or one of its two brackets isn't there. The citation is read with the bracket that is meant: where it was lost, the title ends at the next comma, bracket or year, and begins behind the colon or comma before it.

      Example: `王力：《山海集〉，山海出版社2001年版。` · `王力：《山海集，山海出版社2001年版。`

      What to do: put the right bracket in, and look whether the title ends where it should.

      Source: GB/T 15834—2011 4.15 书名号.
      """)

  /// A letter or sign stands for a digit.
  public static let digitDouble = DiagnosticRule(
    code: "C007", severity: .warning, title: "A letter or sign stands for a digit",
    explanation: """
      A scanner or a typist has put O or 〇 for 0, l or I for 1, 一 for a dash between pages, or a dash for 一. The number is read by its plain meaning.

      Example: `2OO1年` · `第3一5页` · `第—卷`

      What to do: write the digit.

      Source: GB/T 15835—2011 出版物上数字用法.
      """)

  /// The parts of a date are out of order.
  public static let dateOrder = DiagnosticRule(
    code: "C008", severity: .warning, title: "The parts of a date are out of order",
    explanation: """
      The word 年 stands before its year, or number and word of year and month have changed places. The date is read by its plain meaning.

      Example: `山海出版社年2001` · `2001 6年月26日`

      What to do: put the parts in order.

      Source: GB/T 7408—2005, GB/T 15835—2011.
      """)

  /// Spaces stand inside words or numbers.
  public static let setApart = DiagnosticRule(
    code: "C009", severity: .info, title: "Spaces stand inside words or numbers",
    explanation: """
      A dump or a typesetter has set letters or digits apart. They are read together.

      Example: `山海出版社20 01年` · `山 海 出 版 社`

      What to do: delete the spaces.

      Source: GB/T 15835—2011 出版物上数字用法.
      """)

  /// Slips of author, scanner or dump.
  public static let slips: [DiagnosticRule] = [doubledMark, bracket, digitDouble, dateOrder, setApart]
}
