import YinzhuModel

/// The types that an entry can have.
package enum EntryTypes {
  package static let all: [ReferenceType] = [
    .articleJournal, .articleMagazine, .articleNewspaper, .article, .book, .chapter, .classic, .collection, .dataset,
    .document, .entryDictionary, .entryEncyclopedia, .interview, .legalCase, .legislation, .manuscript, .map,
    .motionPicture, .paperConference, .patent, .periodical, .personalCommunication, .post, .postWeblog, .regulation,
    .report, .reviewBook, .software, .speech, .standard, .thesis, .treaty, .webpage,
  ]
}

/// What is asked about an entry whose words have labels, to tell its type.
package enum TypeFeatures {
  /// The keys of the answers.
  package static func read(_ chain: WordChain, _ labels: [FieldLabel]) -> [UInt32] {
    var keys: [UInt32] = []
    func add(_ kind: UInt32, _ a: UInt32 = 0, _ b: UInt32 = 0) {
      keys.append(FeatureHash.mix(FeatureHash.mix(FeatureHash.mix(0x7A11 &+ kind, a), b), 0x5EED))
    }
    var present: UInt32 = 0
    for label in labels { present |= 1 << UInt32(label.rawValue) }
    add(1)
    add(2, chain.code)
    add(3, present & mask)
    add(4, chain.isHan ? 1 : 0, present & hosts)
    add(5, chain.code, present & hosts)
    for label in FieldLabel.allCases where present & (1 << UInt32(label.rawValue)) != 0 {
      add(6, UInt32(label.rawValue))
      add(7, UInt32(label.rawValue), chain.code)
    }
    for label in FieldLabel.allCases where present & (1 << UInt32(label.rawValue)) == 0 {
      add(8, UInt32(label.rawValue))
    }
    var last: FieldLabel?
    var dates = 0
    for (index, label) in labels.enumerated() {
      let link = chain.links[index]
      let starts = label != last
      last = label
      if label == .issued { dates += 1 }
      switch label {
      case .genre, .containerTitle, .publisher, .number, .note, .other, .title, .eventTitle, .archive, .edition,
        .issued:
        add(9, UInt32(label.rawValue), link.word)
        add(10, UInt32(label.rawValue), link.ending)
        add(11, UInt32(label.rawValue), link.known)
        if starts {
          add(12, UInt32(label.rawValue), link.gap)
          add(13, UInt32(label.rawValue), link.beginning)
        }
        let ends = index + 1 == labels.count || labels[index + 1] != label
        if ends { add(14, UInt32(label.rawValue), link.ending) }
        add(15, UInt32(label.rawValue), link.inside)
      default: break
      }
    }
    add(16, UInt32(min(dates, 4)))
    return keys
  }

  private static func bit(_ label: FieldLabel) -> UInt32 { 1 << UInt32(label.rawValue) }

  private static let hosts =
    bit(.containerTitle) | bit(.publisher) | bit(.volume) | bit(.issue) | bit(.page) | bit(.editor) | bit(.url)
  private static let mask =
    hosts | bit(.number) | bit(.genre) | bit(.publisherPlace) | bit(.edition) | bit(.collectionTitle) | bit(.eventTitle)
    | bit(.accessed) | bit(.archive)
}
