import YinzhuModel

/// Titles, made of words that learned titles have and of words that nobody has seen.
extension RecordGenerator {
  mutating func title(_ language: String) -> String { language == "zh" ? chineseTitle() : westernTitle(language) }

  mutating func variedTitle(_ language: String) -> String { varied(title(language), language) }

  mutating func chinesePhrase() -> String {
    let noun = { (g: inout RecordGenerator) in g.dice.pick(g.lists.chineseNouns) }
    switch dice.number(0...9) {
    case 0, 1: return noun(&self) + noun(&self)
    case 2: return noun(&self) + "的" + noun(&self)
    case 3: return noun(&self) + "与" + noun(&self)
    case 4: return dice.pick(lists.chineseVerbs) + noun(&self) + "的" + noun(&self)
    case 5: return dice.pick(lists.chineseAdjectives) + noun(&self)
    case 6: return noun(&self) + noun(&self) + "的" + dice.pick(lists.chineseAdjectives) + noun(&self)
    case 7:
      return dice.pick(["中国", "近代", "当代", "明清", "唐代", "民国时期", "改革开放以来", "新时期", "二十世纪", "20世纪90年代", "马克思", "江南"])
        + noun(&self) + noun(&self)
    case 8: return noun(&self) + "、" + noun(&self) + "与" + noun(&self)
    default: return noun(&self)
    }
  }

  mutating func chineseTitle() -> String {
    let phrase = chinesePhrase()
    let other = chinesePhrase()
    let topic = dice.pick(lists.chineseNouns)
    switch dice.number(0...19) {
    case 0: return "论" + phrase
    case 1: return phrase + "研究"
    case 2: return "试论\(phrase)与\(other)的关系"
    case 3: return "\(phrase)——以\(other)为例"
    case 4: return "\(phrase)：\(other)"
    case 5: return "\(phrase)——兼论\(other)"
    case 6: return "基于\(phrase)的\(other)\(dice.pick(["研究", "分析", "方法", "模型", "设计"]))"
    case 7: return "\(topic)史"
    case 8: return "\(topic)\(dice.pick(["概论", "导论", "原理", "全集", "选集", "文集", "年鉴", "志", "词典", "手册", "论文集", "史料"]))"
    case 9: return "关于\(phrase)的若干问题"
    case 10: return "\(phrase)的“\(other)”问题"
    case 11: return "\(phrase)与\(other)"
    case 12: return "\(dice.number(1900...2020))年\(phrase)"
    case 13: return "\(phrase)综述"
    case 14: return "从\(phrase)到\(other)"
    case 15: return "\(phrase)？"
    case 16: return "在\(phrase)上的讲话"
    case 17: return "《\(topic)》\(dice.pick(["校注", "研究", "考", "解读", "中的\(other)"]))"
    case 18: return "\(phrase)对\(other)的影响"
    default: return phrase
    }
  }

  mutating func word(_ language: String) -> String { dice.pick(lists.words[language] ?? []) }

  mutating func phrase(_ language: String) -> String {
    let words = WesternWords.of(language)
    var out = ""
    let parts = dice.weighted([(1, 3), (2, 5), (3, 3), (4, 1)], else: 2)
    for index in 0..<parts {
      if index > 0 { out += " " + dice.pick(words.small) + " " }
      switch dice.number(0...13) {
      case 0...3: out += dice.pick(words.topics)
      case 4, 5: out += word(language) + " " + dice.pick(words.topics)
      case 6, 9, 10: out += word(language) + " " + word(language)
      case 7: out += dice.chance(0.5) ? dice.pick(lists.cities) : dice.pick(lists.familyNames)
      case 8: out += word(language) + "-" + word(language) + " " + dice.pick(words.topics)
      default: out += word(language)
      }
    }
    return out
  }

  mutating func westernTitle(_ language: String) -> String {
    var text = ""
    var isField = false
    for character in dice.pick(TitleFrames.of(language)) {
      if isField {
        text += titlePart(character, language)
        isField = false
      } else if character == "%" {
        isField = true
      } else {
        text.append(character)
      }
    }
    if language == "en", dice.chance(0.5) { return titleCase(text) }
    return capital(text)
  }

  private mutating func titlePart(_ kind: Character, _ language: String) -> String {
    switch kind {
    case "w": word(language)
    case "n": dice.pick(lists.familyNames)
    case "c": dice.pick(lists.cities)
    case "y": "\(dice.number(1500...1950))\(dice.pick(["-", "–", "—"]))\(dice.number(1951...2010))"
    default: phrase(language)
    }
  }

  func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  func titleCase(_ text: String) -> String {
    let small: Set<String> = ["of", "the", "in", "and", "for", "on", "to", "with", "from", "by", "a", "an", "as", "at"]
    return capital(
      text.split(separator: " ").map { small.contains(String($0)) ? String($0) : capital(String($0)) }.joined(
        separator: " "))
  }
}
