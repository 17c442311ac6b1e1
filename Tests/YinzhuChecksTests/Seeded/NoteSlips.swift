/// Slips of Chinese notes.
enum NoteSlips {
  private static func digits(_ text: Substring) -> [String] {
    text.split(whereSeparator: { !$0.isNumber }).map { String($0) }
  }

  private static let wideDigits = ["０", "１", "２", "３", "４", "５", "６", "７", "８", "９"]

  static let all: [SeededSlip] = marks + numbers + words + dates + works

  static let marks: [SeededSlip] = [
    SeededSlip("》 lost", "》，", "，"),
    SeededSlip("《 lost", "：《", "："),
    SeededSlip("half-width comma", match: "》，") { _ in "》," },
    SeededSlip("half-width colon", match: "[\\p{Han}]：《") { String($0.dropLast(2)) + ":《" },
    SeededSlip("comma twice", match: "》，|社，|年，") { String($0) + "，" },
    SeededSlip("final full stop lost", match: "页。\n") { _ in "页\n" },
    SeededSlip("note ends with a comma", match: "页。\n") { _ in "页，\n" },
    SeededSlip("space before a mark", match: "[社年期]，") { $0.prefix(1) + " ，" },
    SeededSlip("space inside a date", match: "[0-9]年") { $0.prefix(1) + " 年" },
    SeededSlip("space at the edge of a title", match: "《\\p{Han}") { "《 " + $0.dropFirst() },
    SeededSlip("double title marks inside", match: "：《[^》“—]{6,}》") {
      "：《《" + $0.dropFirst(2).prefix(3) + "》" + $0.dropFirst(5)
    },
    SeededSlip("title closed by the wrong mark", match: "》，") { _ in "〉，" },
    SeededSlip("range mark differs", match: "[0-9]—[0-9]") { $0.prefix(1) + "~" + $0.suffix(1) },
    SeededSlip("comma between title and journal lost", "》，载《", "》载《"),
    SeededSlip("colon after the author lost", match: "\\p{Han}：《") { $0.prefix(1) + "《" },
    SeededSlip("quotation mark lost", "”的由来", "的由来"),
    SeededSlip("dash of three", "——", "———"),
    SeededSlip("dash of hyphens", "——", "--"),
  ]

  static let numbers: [SeededSlip] = [
    SeededSlip("pages backwards", match: "第[0-9]+—[0-9]+页") { text in
      let numbers = digits(text)
      return "第\(numbers[1])—\(numbers[0])页"
    },
    SeededSlip("the same page twice", match: "第[0-9]+—[0-9]+页") { text in "第\(digits(text)[0])—\(digits(text)[0])页" },
    SeededSlip("full-width digits", match: "[0-9]{4}年") { text in
      text.prefix(4).compactMap(\.wholeNumberValue).map { wideDigits[$0] }.joined() + "年"
    },
    SeededSlip("页 lost", match: "第[0-9]+页。") { $0.dropLast(2) + "。" },
    SeededSlip("第 lost before the page", match: "，第[0-9]+页。") { "，" + $0.dropFirst(2) },
    SeededSlip("第 twice", match: "，第[0-9]+页") { "，第" + $0.dropFirst() },
    SeededSlip("页 twice", match: "第[0-9]+页。") { $0.dropLast() + "页。" },
    SeededSlip("letter l for 1", match: "，1[0-9]{3}年") { "，l" + $0.dropFirst(2) },
    SeededSlip("issue of a bimonthly beyond the year", match: "第[0-9]+期") { _ in "第64期" },
  ]

  static let words: [SeededSlip] = [
    SeededSlip("译 twice", match: "译，") { _ in "译，译，" },
    SeededSlip("载 lost", "，载《", "，《"),
    SeededSlip("country in other brackets", match: "［.］") { "(" + $0.dropFirst().dropLast() + ")" },
    SeededSlip("variant character", match: "研究》") { _ in "硏究》" },
    SeededSlip("traditional character", match: "国\\p{Han}+》") { "國" + $0.dropFirst() },
    SeededSlip("转引自 without a source", match: "转引自.*\n") { _ in "转引自第108页。\n" },
    SeededSlip("number of the pointer beyond the notes", match: "同上，") { _ in "同注99，" },
    SeededSlip("同上 as the first note", match: "\\[\\^1\\]: .*\n") { _ in "[^1]: 同上，第3页。\n" },
    SeededSlip("short form first", match: "\\[\\^[1259]\\]: .*\n") { text in
      let short = text.replacing(#/》，.*?第/#, with: { _ in "》，第" })
      return String(short)
    },
    SeededSlip("同上 after two works", match: "\\[\\^13\\]: .*\n") { $0.dropLast(2) + "；张文清：《制度变迁与地方社会》，第16页。\n" },
    SeededSlip("author named twice", match: ": (\\p{Han}{3})：") {
      ": " + $0.dropFirst(2).dropLast() + "、" + $0.dropFirst(2)
    },
    SeededSlip("marker lost", match: "\\[\\^([2-9]|1[0-8])\\](?!:)") { _ in "" },
    SeededSlip("note lost", match: "\\[\\^([2-9]|1[0-8])\\]: .*\n") { _ in "" },
  ]

  static let dates: [SeededSlip] = [
    SeededSlip("no such day", match: "[0-9]{4}年[0-9]+月[0-9]+日") { $0.prefix(5) + "2月30日" },
    SeededSlip("no such month", match: "[0-9]{4}年[0-9]+月[0-9]+日") { $0.prefix(5) + "13月5日" },
    SeededSlip("zero before the month", match: "年[0-9]月") { "年0" + $0.dropFirst() },
    SeededSlip("号 for 日", match: "月[0-9]+日") { $0.dropLast() + "号" },
    SeededSlip("before the paper was founded", match: "日报》，[0-9]{4}") { $0.dropLast(4) + "1936" },
    SeededSlip("year to come", match: "，(19|20)[0-9]{2}年") { _ in "，2914年" },
    SeededSlip("newspaper without a day", match: "年[0-9]+月[0-9]+日") { _ in "年" },
    SeededSlip("第 lost before the issue", match: "年第[0-9]+期|年，第[0-9]+期") {
      "年" + $0.dropFirst($0.hasPrefix("年，") ? 3 : 2)
    },
    SeededSlip("zero before the issue", match: "第[0-9]期") { "第0" + $0.dropFirst() },
    SeededSlip("issue lost", match: "年第[0-9]+期|，第[0-9]+期") { $0.hasPrefix("年") ? "年" : "" },
    SeededSlip("two-digit year", match: "[0-9]{4}年[0-9]+月") { String($0.dropFirst(2)) },
  ]

  /// A later citation in full that differs from the first.
  static let works: [SeededSlip] = [
    again("the work again in full") { $0 },
    again("the year differs") { $0.replacing("1995年", with: "1996年") },
    again("the title differs by a character") { $0.replacing("外交史", with: "外文史") },
    again("the author differs by a character") { $0.replacing("王明远", with: "王朋远") },
    again("the publisher differs") { $0.replacing("人民出版社", with: "作家出版社") },
    again("the place differs") { $0.replacing("北京", with: "上海") },
  ]

  private static func again(_ name: String, _ change: @escaping @Sendable (String) -> String) -> SeededSlip {
    SeededSlip(name, match: "\\[\\^(13|17)\\]: .*\n") { text in
      let label = text.prefix { $0 != " " }
      return "\(label) \(change("王明远：《近代中国外交史》，北京：人民出版社，1995年，第58页。"))\n"
    }
  }
}
