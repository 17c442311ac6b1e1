/// The types of items in CSL 1.0.2 (appendix III); the raw value is the name in CSL-JSON.
public enum ReferenceType: String, Sendable, Hashable, CaseIterable {
  /// `article`
  case article
  /// `article-journal`
  case articleJournal = "article-journal"
  /// `article-magazine`
  case articleMagazine = "article-magazine"
  /// `article-newspaper`
  case articleNewspaper = "article-newspaper"
  /// `bill`
  case bill
  /// `book`
  case book
  /// `broadcast`
  case broadcast
  /// `chapter`
  case chapter
  /// `classic`
  case classic
  /// `collection`
  case collection
  /// `dataset`
  case dataset
  /// `document`
  case document
  /// `entry`
  case entry
  /// `entry-dictionary`
  case entryDictionary = "entry-dictionary"
  /// `entry-encyclopedia`
  case entryEncyclopedia = "entry-encyclopedia"
  /// `event`
  case event
  /// `figure`
  case figure
  /// `graphic`
  case graphic
  /// `hearing`
  case hearing
  /// `interview`
  case interview
  /// `legal_case`
  case legalCase = "legal_case"
  /// `legislation`
  case legislation
  /// `manuscript`
  case manuscript
  /// `map`
  case map
  /// `motion_picture`
  case motionPicture = "motion_picture"
  /// `musical_score`
  case musicalScore = "musical_score"
  /// `pamphlet`
  case pamphlet
  /// `paper-conference`
  case paperConference = "paper-conference"
  /// `patent`
  case patent
  /// `performance`
  case performance
  /// `periodical`
  case periodical
  /// `personal_communication`
  case personalCommunication = "personal_communication"
  /// `post`
  case post
  /// `post-weblog`
  case postWeblog = "post-weblog"
  /// `regulation`
  case regulation
  /// `report`
  case report
  /// `review`
  case review
  /// `review-book`
  case reviewBook = "review-book"
  /// `software`
  case software
  /// `song`
  case song
  /// `speech`
  case speech
  /// `standard`
  case standard
  /// `thesis`
  case thesis
  /// `treaty`
  case treaty
  /// `webpage`
  case webpage
}
