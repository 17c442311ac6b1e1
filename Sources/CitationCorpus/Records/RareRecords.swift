import YinzhuModel

/// Kinds of records that are cited seldom, made from those that are cited often.
extension RecordGenerator {
  /// The record as one of a rarer kind, where there is one like it.
  mutating func rarer(_ record: GeneratedRecord) -> GeneratedRecord {
    var out = record
    switch record.type {
    case .articleJournal: periodical(&out)
    case .chapter: entry(&out)
    case .book: production(&out)
    case .report: law(&out)
    case .manuscript, .map: archival(&out)
    case .webpage: post(&out)
    case .paperConference: speech(&out)
    default: break
    }
    return out
  }

  private func subject(_ record: GeneratedRecord, _ dice: inout Dice) -> String {
    record.isHan ? dice.pick(lists.chineseNouns) : dice.pick(WesternWords.of(record.language).journalFields)
  }

  private mutating func day(_ record: inout GeneratedRecord, hasDay: Double) {
    record.issued?.month = dice.number(1...12)
    if dice.chance(hasDay) { record.issued?.day = dice.number(1...28) }
  }

  private mutating func periodical(_ record: inout GeneratedRecord) {
    if dice.chance(0.5) {
      record.type = .articleMagazine
      record.texts[.volume] = nil
      if dice.chance(0.5) { record.texts[.issue] = nil }
      day(&record, hasDay: 0.6)
      return
    }
    record.type = .reviewBook
    let reviewed = title(record.language)
    record.names[.reviewedAuthor] = people(record.language, 1)
    record.texts[.reviewedTitle] = reviewed
    if record.isHan {
      record.texts[.title] = dice.pick(["评《\(reviewed)》", "《\(reviewed)》评介", "读《\(reviewed)》", "书评：\(reviewed)"])
    } else if dice.chance(0.7) {
      record.texts[.title] = dice.pick([
        "Review of \(reviewed)", "[Review of the book \(reviewed)]", "Rev. of \(reviewed)", "Book Review: \(reviewed)",
      ])
    }
  }

  private mutating func entry(_ record: inout GeneratedRecord) {
    record.type = dice.chance(0.6) ? .entryEncyclopedia : .entryDictionary
    let subject = subject(record, &dice)
    if record.isHan {
      record.texts[.title] = dice.pick(lists.chineseNouns)
      record.texts[.containerTitle] = dice.pick([
        "中国大百科全书·\(subject)卷", "\(subject)大辞典", "辞海", "\(subject)词典", "\(subject)百科全书",
      ])
    } else {
      record.texts[.title] = capital(dice.pick(WesternWords.of(record.language).topics))
      record.texts[.containerTitle] = dice.pick([
        "Encyclopedia of \(subject)", "The New Encyclopaedia of \(subject)", "Dictionary of \(subject)",
        "The Blackwell Dictionary of \(subject)", "A Companion to \(subject)", "Handbook of \(subject)",
        "Concise Dictionary of \(subject)",
      ])
    }
    if dice.chance(0.5) { record.names[.author] = nil }
  }

  private mutating func production(_ record: inout GeneratedRecord) {
    switch dice.number(0...4) {
    case 0:
      record.type = .motionPicture
      record.names[.director] = record.names[.author] ?? record.names[.editor]
      record.names[.author] = nil
      record.texts[.publisher] =
        record.isHan
        ? dice.pick(lists.chineseCities) + "电影制片厂"
        : dice.pick(["Paramount", "Warner Bros.", "MGM", "Universal Pictures", "Columbia", "Criterion", "Miramax"])
      record.texts[.medium] =
        record.isHan
        ? dice.pick(["电影", "DVD", "纪录片"]) : dice.pick(["Film", "DVD", "Motion picture", "VHS", "Videocassette"])
      if dice.chance(0.5) { record.texts[.publisherPlace] = nil }
    case 1:
      record.type = .software
      record.texts[.version] = "\(dice.number(1...12)).\(dice.number(0...9))"
      record.texts[.medium] = record.isHan ? "计算机软件" : dice.pick(["Computer software", "CD-ROM", "Software"])
      record.names[.translator] = nil
    case 2:
      record.type = .song
      record.texts[.medium] = record.isHan ? dice.pick(["CD", "唱片"]) : dice.pick(["CD", "LP", "Audio CD", "MP3"])
      record.names[.translator] = nil
    case 3:
      record.type = .collection
      record.names[.editor] = record.names[.author] ?? record.names[.editor]
      record.names[.author] = nil
      record.texts[.numberOfVolumes] = String(dice.number(2...24))
    default:
      record.type = .interview
      record.names[.interviewer] = people(record.language, 1)
      record.names[.translator] = nil
      record.names[.editor] = nil
      record.texts[.publisher] = nil
      record.texts[.genre] =
        record.isHan
        ? dice.pick(["访谈", "口述史", "采访记录"]) : dice.pick(["Interview", "Personal interview", "Oral history"])
      day(&record, hasDay: 0.9)
    }
  }

  private mutating func law(_ record: inout GeneratedRecord) {
    record.texts[.publisher] = nil
    record.texts[.publisherPlace] = nil
    record.texts[.genre] = nil
    record.names[.author] = nil
    if dice.chance(0.5) {
      record.type = .legalCase
      if record.isHan {
        let court = dice.pick(lists.chineseCities) + dice.pick(["市中级人民法院", "市高级人民法院", "区人民法院"])
        let parties = people("zh", 2).map { $0.literal.isEmpty ? $0.family + $0.given : $0.literal }
        record.texts[.title] =
          "\(parties.first ?? "")诉\(dice.chance(0.5) ? parties.last ?? "" : organisation("zh"))\(dice.pick(["买卖合同纠纷案", "侵权责任纠纷案", "著作权纠纷案", "劳动争议案", "借款合同纠纷案"]))"
        record.texts[.authority] = dice.chance(0.4) ? "最高人民法院" : court
        record.texts[.number] =
          "（\(record.issued?.year ?? 2010)）\(dice.pick(["民终", "民初", "刑终", "行终", "民再", "知民终"]))\(dice.chance(0.4) ? "字第" : "")\(dice.number(1...9999))号"
      } else {
        let parties = people("en", 2).map { $0.family.isEmpty ? $0.literal : $0.family }
        let state = dice.pick(["United States", "State", "R", "Commissioner", organisation("en")])
        let first = dice.chance(0.3) ? state : parties.first ?? ""
        record.texts[.title] =
          "\(first) \(dice.pick(["v.", "v", "vs."])) \(parties.last ?? "")"
          + (dice.chance(0.15) ? dice.pick([" Ltd", " Co.", ", Inc.", " Corp."]) : "")
        record.texts[.containerTitle] = dice.pick([
          "U.S.", "F.2d", "F.3d", "F. Supp.", "S. Ct.", "Cal. 3d", "N.E.2d", "AC", "QB", "All ER", "WLR", "CLR", "SCR",
          "Ch",
        ])
        record.texts[.volume] = String(dice.number(1...600))
        record.texts[.page] = String(dice.number(1...1200))
        record.texts[.authority] = dice.pick([
          "9th Cir.", "2d Cir.", "D.C. Cir.", "S.D.N.Y.", "N.Y.", "HL", "CA", "UKSC", "HCA", "U.S. Supreme Court",
          "Cal.",
        ])
      }
    } else {
      record.type = .legislation
      if record.isHan {
        record.texts[.title] = dice.pick([
          "中华人民共和国\(dice.pick(lists.chineseNouns))法",
          "关于\(dice.pick(lists.chineseVerbs))\(dice.pick(lists.chineseNouns))\(dice.pick(["工作的意见", "的通知", "的决定", "若干问题的规定", "的指导意见"]))",
          "\(dice.pick(lists.chineseNouns))\(dice.pick(["管理条例", "管理办法", "实施细则", "暂行规定"]))",
        ])
        record.names[.author] = dice.chance(0.6) ? [organisationName("zh")] : nil
        record.texts[.number] =
          dice.pick(["国发", "中发", "国办发", "法释", "财税", "教社科", "银发"]) + dice.pick(["〔", "［", "["])
          + "\(record.issued?.year ?? 2010)" + "〕\(dice.number(1...200))号"
      } else {
        let topic = capital(dice.pick(WesternWords.english.topics))
        record.texts[.title] = dice.pick([
          "\(topic) Act",
          "\(topic) and \(capital(dice.pick(WesternWords.english.topics))) Act of \(record.issued?.year ?? 1990)",
          "\(topic) (Amendment) Act", "\(topic) Reform Act",
        ])
        record.texts[.number] = dice.pick([
          "Pub. L. No. \(dice.number(80...117))-\(dice.number(1...500))", "c. \(dice.number(1...60))",
          "No. \(dice.number(1...200))",
        ])
      }
    }
  }

  private mutating func archival(_ record: inout GeneratedRecord) {
    record.type = dice.chance(0.5) ? .personalCommunication : .manuscript
    record.texts[.publisher] = nil
    record.texts[.publisherPlace] = nil
    record.texts[.edition] = nil
    record.texts[.volume] = nil
    record.texts[.collectionTitle] = nil
    record.names[.translator] = nil
    day(&record, hasDay: 0.8)
    let recipient = people(record.language, 1)
    if record.isHan {
      let name = recipient.first.map { $0.literal.isEmpty ? $0.family + $0.given : $0.literal } ?? ""
      if record.type == .personalCommunication {
        record.texts[.title] = dice.pick(["致\(name)函", "\(name)来电", "复\(name)书", "致\(name)电"])
      }
      record.texts[.archive] = dice.pick([
        "中国第二历史档案馆", "中国第一历史档案馆", "\(dice.pick(lists.chineseCities))市档案馆", "外交部档案馆", "国史馆", "中央研究院近代史研究所档案馆",
      ])
      record.texts[.archiveLocation] = dice.pick([
        "全宗号\(dice.number(1...900))，案卷号\(dice.number(1...900))",
        "\(dice.number(1...900))-\(dice.number(1...99))-\(dice.number(1...900))",
        "档案号：\(dice.number(100...999))-\(dice.number(10000...99999))-\(dice.number(1...9))",
        "卷宗号\(dice.number(1...99))",
      ])
    } else {
      let name = recipient.first.map { $0.literal.isEmpty ? $0.given + " " + $0.family : $0.literal } ?? ""
      if record.type == .personalCommunication {
        record.texts[.title] = dice.pick([
          "Letter to \(name)", "\(name)", "Telegram to \(name)", "Memorandum to \(name)",
        ])
        record.names[.recipient] = recipient
      }
      record.texts[.archive] = dice.pick([
        "National Archives", "The National Archives", "Library of Congress", "Bodleian Library",
        "Bibliothèque nationale de France", "Bundesarchiv", "British Library", "Public Record Office",
        "\(dice.pick(lists.familyNames)) Papers",
      ])
      record.texts[.archiveLocation] = dice.pick([
        "Box \(dice.number(1...99)), Folder \(dice.number(1...40))",
        "FO \(dice.number(100...999))/\(dice.number(1...9999))", "RG \(dice.number(1...500))",
        "MS \(dice.number(1...9999))", "Add. MS \(dice.number(1000...60000))",
      ])
      if dice.chance(0.5) { record.texts[.archivePlace] = dice.pick(WesternWords.of(record.language).cities) }
    }
  }

  private mutating func post(_ record: inout GeneratedRecord) {
    record.type = dice.chance(0.6) ? .postWeblog : .post
    day(&record, hasDay: 0.9)
    if record.issued == nil { record.issued = GeneratedRecord.Day(year: dice.number(2001...2024), month: 3, day: 4) }
    record.texts[.genre] =
      record.isHan ? dice.pick(["微博", "博客", "微信公众号", ""]) : dice.pick(["Blog post", "Tweet", "Web log post", ""])
  }

  private mutating func speech(_ record: inout GeneratedRecord) {
    record.type = .speech
    record.texts[.eventTitle] = record.texts[.containerTitle]
    record.texts[.containerTitle] = nil
    record.texts[.publisher] = nil
    record.texts[.page] = nil
    record.names[.editor] = nil
    record.texts[.eventPlace] = city(record.language)
    record.texts[.genre] =
      record.isHan
      ? dice.pick(["演讲", "会议报告", "主旨发言"])
      : dice.pick(["Paper presented", "Keynote", "Lecture", "Conference presentation", "Poster"])
    day(&record, hasDay: 0.7)
  }
}
