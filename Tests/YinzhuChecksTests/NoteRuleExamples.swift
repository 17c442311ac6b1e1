/// Numbers of notes, and what notes say.
enum RuleExamples {
  static let all: [RuleExample] = numbers + citations + more + records + files

  private static func page(_ body: String, _ notes: String) -> String { "\(body)\n\n\(notes)\n" }

  private static let one = "① 王明：《史论》，人民出版社1995年版，第3页。"
  private static let two = "② 李强：《诗论》，中华书局2001年版，第5页。"
  private static let three = "③ 张文：《文论》，商务印书馆2003年版，第7页。"

  static let numbers: [RuleExample] = [
    RuleExample(
      "N001", "a.txt", bad: page("一句话。①又一句话。②", one), good: page("一句话。①又一句话。②", "\(one)\n\(two)")),
    RuleExample(
      "N002", "a.md", bad: "一句话。[^1]\n\n[^1]: 王明：《史论》，第3页。\n\n[^2]: 李强：《诗论》，第5页。\n",
      good: "一句话。[^1][^2]\n\n[^1]: 王明：《史论》，第3页。\n\n[^2]: 李强：《诗论》，第5页。\n"),
    RuleExample(
      "N003", "a.txt", bad: page("一句话。①又一句话。③", "\(one)\n\(three)"),
      good: page("一句话。①又一句话。②再一句。③", "\(one)\n\(two)\n\(three)")),
    RuleExample(
      "N005", "a.txt", bad: page("一句话。①又一句话。②", "\(one)\n\(two)\n② 赵立：《画论》，中华书局2002年版，第9页。"),
      good: page("一句话。①又一句话。②", "\(one)\n\(two)")),
    RuleExample(
      "N009", "a.txt",
      bad: [
        page("一句话。①又一句话。②", "\(one)\n\(two)\n·17·"), page("\u{0C}\n一句话。①", "\(one)\n·81·"),
      ].joined(),
      good: [
        page("一句话。①又一句话。②", "\(one)\n\(two)\n·17·"), page("\u{0C}\n一句话。①", "\(one)\n·18·"),
      ].joined()),
    RuleExample(
      "N012", "a.md", bad: position("五句[^5]。"), good: position("五句。[^5]")),
    RuleExample(
      "N010", "list.txt",
      bad: "参考文献\n\n[1] 王明. 史论[M]. 北京: 中华书局, 1995.\n[2] 李强. 诗论[M]. 北京: 中华书局, 1996.\n[4] 张文. 文论[M]. 北京: 中华书局, 1997.\n",
      good: "参考文献\n\n[1] 王明. 史论[M]. 北京: 中华书局, 1995.\n[2] 李强. 诗论[M]. 北京: 中华书局, 1996.\n[3] 张文. 文论[M]. 北京: 中华书局, 1997.\n"),
    RuleExample(
      "N011", "a.md",
      bad:
        "他说“近代以来中国的外交制度几经变迁而学界对此已有许多讨论”。后来的人都这样看，可是他们并没有注意到这句话本来的语境，也没有说明它从哪里来，后人的转述越来越多，离原来的意思越来越远，以致无从查考。[^1]\n\n[^1]: 王明：《史论》，第3页。\n",
      good: "他说“近代以来中国的外交制度几经变迁而学界对此已有许多讨论”。[^1]\n\n[^1]: 王明：《史论》，第3页。\n"),
  ]

  private static func position(_ last: String) -> String {
    let body = "一句。[^1]二句。[^2]三句。[^3]四句。[^4]" + last
    let notes = (1...5).map { "[^\($0)]: 周文：《论语新解之\($0)》，北京：中华书局，2011年，第3页。\n" }.joined(separator: "\n")
    return body + "\n\n" + notes
  }

  static let citations: [RuleExample] = [
    .note("C006", bad: "周文：《论语新解，北京：中华书局，2011年，第3页。", good: "周文：《论语新解》，北京：中华书局，2011年，第3页。"),
    .note("C010", bad: "王明远：《近代中国外交史》，北京：人民出版社，1995年，第60页。", good: "王明远：《近代中国外交史》，第60页。"),
    .notes(
      "C011", bad: ["周文：《论语新解》，第3页。", "周文：《论语新解》，北京：中华书局，2011年，第5页。"],
      good: ["周文：《论语新解》，北京：中华书局，2011年，第5页。", "周文：《论语新解》，第3页。"]),
    .notes(
      "C012", bad: ["周文：《论语新解》，北京：中华书局，2011年，第5页；吴平：《诗经通论》，北京：中华书局，2012年，第6页。", "同上，第7页。"],
      good: ["周文：《论语新解》，北京：中华书局，2011年，第5页。", "同上，第7页。"]),
    .note("C014", bad: "周文：《《资本论》研究》，北京：中华书局，2011年，第3页。", good: "周文：《〈资本论〉研究》，北京：中华书局，2011年，第3页。"),
    .note("C015", bad: "周文：《论语新解》,北京：中华书局，2011年，第3页。", good: "周文：《论语新解》，北京：中华书局，2011年，第3页。"),
    .notes(
      "C016", bad: ["Kenneth Waltz，Theory of International Politics, New York, 1979, p. 5."],
      good: ["Kenneth Waltz, Theory of International Politics, New York, 1979, p. 5."]),
    .note("C017", bad: "周文：《论语新解》，北京：中华书局，２０１１年，第3页。", good: "周文：《论语新解》，北京：中华书局，2011年，第3页。"),
    .note("C018", bad: "周文：《论语新解》，北京：中华书局，2011 年，第3页。", good: "周文：《论语新解 续编》，北京：中华书局，2011年，第3页。"),
    .note("C019", bad: "周文：《论语--一种新解》，北京：中华书局，2011年，第3页。", good: "周文：《论语——一种新解》，北京：中华书局，2011年，第3页。"),
    .note("C020", bad: "周文：《论语新解》，北京：中华书局，2011年，第3～5页。", good: "周文：《论语新解》，北京：中华书局，2011年，第3—5页。"),
    .note("C021", bad: "周文：《论语新解》，北京：中华书局，2011年，第3页", good: "周文：《论语新解》，北京：中华书局，2011年，第3页。"),
    .notes(
      "C022",
      bad: (1...5).map { "周文：《论语新解之\($0)》，载《文学评论》，2011年第\($0)期，第3页。" } + ["吴平：《诗经通论》，《文学评论》，2012年第6期，第5页。"],
      good: (1...5).map { "周文：《论语新解之\($0)》，载《文学评论》，2011年第\($0)期，第3页。" }),
    .note("C023", bad: "［法］周文：《论语新解》，吴平译，译，北京：中华书局，2011年，第3页。", good: "［法］周文：《论语新解》，吴平译，北京：中华书局，2011年，第3页。"),
    .note("C024", bad: "(法)周文：《论语新解》，吴平译，北京：中华书局，2011年，第3页。", good: "［法］周文：《论语新解》，吴平译，北京：中华书局，2011年，第3页。"),
    .notes(
      "C025", bad: ["Kenneth Waltz, Theory of International Politics, New York, 1979, p. 5-9."],
      good: ["Kenneth Waltz, Theory of International Politics, New York, 1979, p. 5."]),
    .note("C026", bad: "周文：《论语新解》，北京：中华书局，2011年，第3。", good: "周文：《论语新解》，北京：中华书局，2011年，第3卷第5页。"),
  ]

  static let more: [RuleExample] = [
    .note("C027", bad: "转引自第5页。", good: "转引自周文：《论语新解》，北京：中华书局，2011年，第3页。"),
    .note("C028", bad: "周文：《论语新解》，载《文学评论》，2011年3期，第5页。", good: "周文：《论语新解》，载《文学评论》，2011年第3期，第5页。"),
    .notes(
      "C029",
      bad: ["周文：《论语新解》，载《光明日报》，2011年3月5日，第2版。", "吴平：《诗经通论》，载《光明日报》，2012年06月7日，第2版。"],
      good: ["周文：《论语新解》，载《光明日报》，2011年3月5日，第2版。", "吴平：《诗经通论》，载《光明日报》，2012年6月7日，第2版。"]),
    .note("C030", bad: "周文：《论语新解》，中华书局2011版，第3页。", good: "周文：《论语新解》，中华书局2011年版，第3页。"),
    .notes(
      "C031",
      bad: (1...6).map { "周文、吴平：《论语新解之\($0)》，《文学评论》2011年第\($0)期，第3页。" } + ["周文，吴平：《诗经通论》，《文学评论》2012年第6期，第5页。"],
      good: (1...6).map { "周文、吴平：《论语新解之\($0)》，《文学评论》2011年第\($0)期，第3页。" }),
    .note("C032", bad: "周文：《论语硏究》，北京：中华书局，2011年，第3页。", good: "周文：《论语研究》，北京：中华书局，2011年，第3页。"),
    .notes(
      "C036", bad: [full("周文", "论语新解"), full("吴平", "诗经通论"), "周文，前注②，第9页。"],
      good: [full("周文", "论语新解"), full("吴平", "诗经通论"), "吴平，前注②，第9页。"]),
    .note("C037", bad: "周文：《论语新解》，北京：中华书局，2011年，第十二页。", good: "周文：《论语新解》，北京：中华书局，2011年，第12页。"),
    .note("C038", bad: "周文：《\"论语\"新解》，北京：中华书局，2011年，第3页。", good: "周文：《“论语”新解》，北京：中华书局，2011年，第3页。"),
    .notes(
      "C039", bad: ["Kenneth Waltz, Theory of International Politics, New York:Random House, 1979, p. 5."],
      good: ["Kenneth Waltz, Theory of International Politics, New York: Random House, 1979, p. 5."]),
    .notes(
      "C040", bad: (1...6).map { full("周文", "论语新解之\($0)") } + ["吴平：《诗经通论》，中华书局，2011年，第3页。"],
      good: (1...6).map { full("周文", "论语新解之\($0)") } + [full("吴平", "诗经通论")]),
    .note("R045", bad: "周文：《论语新解》，北京：中华书局，2011年，第120131页。", good: "周文：《论语新解》，北京：中华书局，2011年，第120—131页。"),
    RuleExample("C033", "a.md", bad: listed(cited: 4, listed: 3), good: listed(cited: 4, listed: 4)),
    RuleExample("C034", "a.md", bad: listed(cited: 3, listed: 4), good: listed(cited: 4, listed: 4)),
    .note("C035", bad: "周文《论语新解》，北京：中华书局，2011年，第3页。", good: "周文：《论语新解》，北京：中华书局，2011年，第3页。"),
    .note(
      "R023", bad: "Smith J, Brown P, 等. Theory of relations[J]. Journal of history, 2011(2): 5.",
      good: "Smith J, Brown P, et al. Theory of relations[J]. Journal of history, 2011(2): 5."),
    .note("R024", bad: "［法］周文：《论语新解》，北京：中华书局，2011年，第3页。", good: "［法］周文：《论语新解》，吴平译，北京：中华书局，2011年，第3页。"),
    .note("R028", bad: "周文：《论语新解》，北京：中华书局，民国三十五年（1947），第3页。", good: "周文：《论语新解》，北京：中华书局，民国三十六年（1947），第3页。"),
    .note("R031", bad: "周文. 论语新解[M]. 文学评论, 2014(6): 5-9.", good: "周文. 论语新解[J]. 文学评论, 2014(6): 5-9."),
    .note(
      "R032", bad: "周文. 论语新解[J]. 文学评论, 2014(6): 5-9. http://www.example.cn/a.",
      good: "周文. 论语新解[J/OL]. 文学评论, 2014(6): 5-9. http://www.example.cn/a."),
  ]

  private static func full(_ author: String, _ title: String) -> String { "\(author)：《\(title)》，北京：中华书局，2011年，第3页。" }

  /// Some of four works cited in notes, some listed.
  private static func listed(cited: Int, listed: Int) -> String {
    let titles = ["论语新解", "诗经通论", "左传考辨", "周易讲疏"]
    let notes = (0..<cited).map { "周文：《\(titles[$0])》，北京：中华书局，201\($0)年，第3页。" }
    let list = (0..<listed).map { "周文：《\(titles[$0])》，北京：中华书局，201\($0)年。" }
    return RuleExample.article(notes) + "\n# 参考文献\n\n" + list.joined(separator: "\n\n") + "\n"
  }
}
