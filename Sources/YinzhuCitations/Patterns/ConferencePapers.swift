import YinzhuModel

extension Patterns {
  static let conferencePapers: [Pattern] = [
    Pattern(
      "conference-paper", .paperConference, example: "李明：《山的那边》，第二届山海论坛会议论文，江南大学，2007年5月12日", prior: 0.3,
      requiresAnyWord: [.conference],
      [
        .head, .any(.slot(.bookTitle, .title), .slot(.quotedTitle, .title)), .optionalComma,
        .slot(.eventTitle, .eventTitle), .slot(.conference, .genre),
        .maybe(.optionalComma, .slot(.phrase, .eventPlace)),
        .maybe(.optionalComma, .any(.slot(.date, .issued), .all(.slot(.year, .issued), .maybe(.word(.year))))), .pages,
      ])
  ]
}
