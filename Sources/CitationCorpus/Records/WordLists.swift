import Foundation

/// The words that records are made of: `Sources/CitationCorpus/words`, whose first lines name their sources.
package struct WordLists: Sendable {
  let familyNames: [String]
  let givenNames: [String]
  let russianNames: [(family: String, given: String)]
  let japaneseNames: [(family: String, given: String)]
  let hanziGiven: [String]
  let surnames: [String]
  let chineseNouns: [String]
  let chineseVerbs: [String]
  let chineseAdjectives: [String]
  /// By language.
  let words: [String: [String]]
  let cities: [String]
  let chineseCities: [String]

  /// Reads the lists of a folder, and the lexicons of the parser beside it.
  package init(folder: String, lexicons: String) throws {
    func rows(_ path: String) throws -> [[String]] {
      try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
        $0.split(separator: "\t").map(String.init)
      }
    }
    func list(_ name: String) throws -> [String] { try rows(folder + "/\(name).tsv").compactMap(\.first) }
    familyNames = try list("family-names")
    givenNames = try list("given-names")
    func names(_ name: String) throws -> [(family: String, given: String)] {
      try rows(folder + "/\(name).tsv").filter { $0.count > 1 }.map { ($0[0], $0[1]) }
    }
    russianNames = try names("russian-names")
    japaneseNames = try names("japanese-names")
    hanziGiven = try list("hanzi-given") + WordLists.moreGiven
    surnames =
      try rows(lexicons + "/surnames.tsv").compactMap(\.first) + WordLists.repeated(WordLists.commonSurnames, 15)
    chineseNouns = WordLists.mixed(rare: try list("chinese-nouns"), common: try list("chinese-learned"))
    chineseVerbs = try list("chinese-verbs")
    chineseAdjectives = try list("chinese-adjectives")
    var words: [String: [String]] = [:]
    for (tag, name) in [("en", "english"), ("de", "german"), ("fr", "french"), ("es", "spanish"), ("it", "italian")] {
      words[tag] = WordLists.mixed(rare: try list("\(name)-words"), common: try list("\(name)-learned"))
    }
    for (tag, name) in [("pt", "portuguese"), ("nl", "dutch"), ("ru", "russian"), ("ja", "japanese")] {
      words[tag] = try list("\(name)-learned")
    }
    self.words = words
    let places = try rows(lexicons + "/places.tsv").compactMap(\.first)
    cities = places.filter { ($0.utf8.first ?? 0xFF) < 0x80 && $0.count > 3 }
    chineseCities = places.filter { ($0.utf8.first ?? 0) >= 0xE0 && $0.count <= 4 }
  }

  /// A list to draw from, where two draws of three give a common word: titles are made of few words, and now and then
  /// of one that nobody has seen.
  private static func mixed(rare: [String], common: [String]) -> [String] {
    guard !common.isEmpty else { return rare }
    return rare + repeated(common, max(1, 2 * rare.count / common.count))
  }

  private static func repeated(_ words: [String], _ times: Int) -> [String] {
    Array(repeatElement(words, count: times).joined())
  }

  /// The surnames of most people; general knowledge of ours.
  private static let commonSurnames = Array(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
  ).map(String.init)

  /// Characters that given names often have; general knowledge of ours.
  private static let moreGiven = Array(
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华文建国庆红梅兰玉珍宁新民志远立群德光永康家宝树森海波晓东亚南北辰宇泽浩然子涵诗雨欣怡思源春生中正大成一鸣学良书林若水清源其昌振兴承志克勤维新启超"
  ).map(String.init)
}
