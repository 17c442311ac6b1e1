/// Records of files, and records that notes give.
extension RuleExamples {
  /// A BibLaTeX article with some of its fields changed or left out (an empty value).
  private static func article(_ key: String = "zhou2011", _ changes: [String: String] = [:]) -> String {
    var fields = [
      "author": "周文", "title": "论语新解", "journaltitle": "文学评论", "date": "2011", "number": "3", "pages": "5--9",
    ]
    for (key, value) in changes { fields[key] = value.isEmpty ? nil : value }
    return "@article{\(key),\n" + fields.sorted { $0.key < $1.key }.map { "  \($0.key) = {\($0.value)},\n" }.joined()
      + "}\n"
  }

  private static func changed(_ code: String, _ field: String, _ bad: String, _ good: String) -> RuleExample {
    .file(code, bad: article("zhou2011", [field: bad]), good: article("zhou2011", [field: good]))
  }

  static let records: [RuleExample] = [
    changed("R001", "date", "2011-02-30", "2011-02-28"),
    .note("R001", bad: "周文：《论语新解》，载《光明日报》，2011年2月30日，第2版。", good: "周文：《论语新解》，载《光明日报》，2011年2月28日，第2版。"),
    changed("R002", "date", "2914", "2014"),
    .note("R002", bad: "周文：《论语新解》，北京：中华书局，2911年，第3页。", good: "周文：《论语新解》，北京：中华书局，2011年，第3页。"),
    .file(
      "R003", bad: article("a", ["date": "2011-05-02", "url": "https://example.cn/a", "urldate": "2010-01-01"]),
      good: article("a", ["date": "2011-05-02", "url": "https://example.cn/a", "urldate": "2012-01-01"])),
    changed("R004", "pages", "9--5", "1123--35"),
    .note("R004", bad: "周文：《论语新解》，北京：中华书局，2011年，第30—5页。", good: "周文：《论语新解》，北京：中华书局，2011年，第30—35页。"),
    changed("R005", "pages", "5--5", "5"),
    changed("R007", "isbn", "978-7-02-000220-8", "978-7-02-000220-7"),
    changed("R008", "issn", "1234-5678", "0459-1909"),
    changed("R009", "doi", "https://doi.org/10.1000/182", "10.1000/182"),
    changed("R010", "url", "www.example.cn/a", "https://www.example.cn/a"),
    .file(
      "R011", bad: "@online{a, author={周文}, title={论语新解}, date={2011}, url={https://example.cn/a}}\n",
      good: "@online{a, author={周文}, title={论语新解}, date={2011}, url={https://example.cn/a}, urldate={2012-01-01}}\n"),
    changed("R012", "journaltitle", "", "文学评论"),
    changed("R013", "author", "", "周文"),
    .note("R014", bad: "周文：《论语新解》，载《光明日报》，2011年。", good: "周文：《论语新解》，载《光明日报》，2011年3月5日。"),
    .note("R015", bad: "周文：《论语新解》，载《光明日报》，2011年3月5日。", good: "周文：《论语新解》，载《光明日报》，2011年3月5日，第2版。"),
    changed("R016", "number", "", "3"),
    .note("R016", bad: "周文：《论语新解》，载《文学评论》，2011年，第5页。", good: "周文：《论语新解》，载《文学评论》，2011年第3期，第5页。"),
    .note("R017", bad: "周文：《论语新解》，北京：上海人民出版社，2011年，第3页。", good: "周文：《论语新解》，上海：上海人民出版社，2011年，第3页。"),
    .file(
      "R018", bad: "@book{a, author={周文}, title={论语新解}, publisher={中华书局}, date={2011}, edition={1}}\n",
      good: "@book{a, author={周文}, title={论语新解}, publisher={中华书局}, date={2011}, edition={2}}\n"),
    changed("R019", "volume", "Vol. 3", "3"),
    changed("R020", "author", "周文, 吴平", "周文 and 吴平"),
    changed("R020", "author", "周文、吴平", "欧阳, 修文"),
    changed("R021", "author", "周文 and 周文", "周文 and 吴平"),
    changed("R022", "author", "Smith, John and et al.", "Smith, John and others"),
    .note("R025", bad: "周文：《论语新解》，载《人民日报》，1945年3月5日，第2版。", good: "周文：《论语新解》，载《人民日报》，1949年3月5日，第2版。"),
    .note("R026", bad: "周文：《论语新解》，载《文学评论》，2011年第64期，第5页。", good: "周文：《论语新解》，载《文学评论》，2011年第4期，第5页。"),
    .file("R027", bad: volumes([31, 32, 33, 34, 34]), good: volumes([31, 32, 33, 34, 35])),
    .note("R029", bad: "王明远：《近代中国外交史》，北京：人民出版社，1996年，第60页。", good: "王明远：《近代中国外交史》，北京：人民出版社，1995年，第60页。"),
    .note("R030", bad: "周文：《论语新解》，北京：商务印书官，2011年，第3页。", good: "周文：《论语新解》，北京：商务印书馆，2011年，第3页。"),
    changed("R033", "title", "Law &amp; Society", "Law \\& Society"),
    changed("R034", "title", "论语\u{FFFD}解", "论语新解"),
    changed("R035", "title", "A Theory of Relations.", "A Theory of Relations?"),
    changed("R036", "title", "论语新解[J]", "论语新解"),
    changed("R037", "title", "Cafe\u{301} and Bar", "Caf\u{E9} and Bar"),
    RuleExample("R043", "list.txt", bad: authors("周文, 吴平, 赵立, 钱文"), good: authors("周文, 吴平, 赵立, 等")),
    changed("R044", "langid", "english", "chinese"),
    changed("R038", "title", "论《资本论的方法", "论《资本论》的方法"),
  ]

  private static func authors(_ names: String) -> String {
    "参考文献\n\n[1] 王明, 李强, 张文, 等. 史论[J]. 文学评论, 2014(6): 5-9.\n[2] \(names). 诗论[J]. 文学评论, 2014(5): 5-9.\n"
  }

  static let files: [RuleExample] = [
    .file(
      "R039", bad: article("a") + article("a", ["title": "诗经通论"]), good: article("a") + article("b", ["title": "诗经通论"])),
    .file(
      "R039", bad: article("a") + article("A", ["title": "诗经通论"]), good: article("a") + article("b", ["title": "诗经通论"])),
    .file(
      "R040", bad: article("a") + article("b"), good: article("a") + article("b", ["pages": "11--15", "title": "论语旧解"])),
    .file(
      "R041", bad: article("a", ["crossref": "nowhere"]),
      good: article("b") + article("a", ["related": "b", "title": "诗经通论"])),
    .file("R042", bad: article("a", ["title": "Law & Society"]), good: article("a", ["title": "Law \\& Society"])),
  ]

  /// Articles of 2010, 2011, … with these volumes.
  private static func volumes(_ volumes: [Int]) -> String {
    volumes.enumerated().map { index, volume in
      article(
        "a\(index)",
        ["date": "\(2010 + index)", "volume": "\(volume)", "title": "论语新解之\(["甲", "乙", "丙", "丁", "戊"][index])"])
    }.joined()
  }
}
