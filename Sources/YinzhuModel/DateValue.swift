/// A date to the precision that the source gives, or a range of two; never filled with zeros.
public struct DateValue: Sendable, Hashable {
  /// A day, a month or a year.
  public struct Parts: Sendable, Hashable {
    /// Year; negative before the common era (−1 is 1 BCE as in CSL-JSON).
    public var year: Int
    /// Month from 1 to 12, if given.
    public var month: Int?
    /// Day from 1 to 31, if given.
    public var day: Int?

    /// Parts as they are; `isValid` tells whether there is such a day.
    public init(year: Int, month: Int? = nil, day: Int? = nil) {
      self.year = year
      self.month = month
      self.day = month == nil ? nil : day
    }

    /// Whether the calendar has this day, month or year.
    public var isValid: Bool {
      guard let month else { return true }
      guard (1...12).contains(month) else { return false }
      guard let day else { return true }
      let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      return day >= 1 && day <= lengths[month - 1]
    }
  }

  /// The calendar that the text counts in.
  public enum Calendar: String, Sendable, Hashable {
    /// Common era.
    case gregorian
    /// Years of the Republic of China: 民国三十六年.
    case minguo
    /// Years of a reign: 光绪三年.
    case reign
  }

  /// The date, or the first of a range.
  public var start: Parts?
  /// The last of a range; nil for a single date.
  public var end: Parts?
  /// Whether the range is open (`2001–`).
  public var isOpenEnded: Bool
  /// Whether the date is approximate.
  public var circa: Bool
  /// Season from 1 (spring) to 4 (winter).
  public var season: Int?
  /// The date in words, where it is no date of the common calendar.
  public var literal: String?
  /// What an imported file wrote in `raw`, unread.
  public var raw: String?
  /// The calendar of the printed date.
  public var calendar: Calendar

  /// A date from its parts.
  public init(
    start: Parts? = nil, end: Parts? = nil, isOpenEnded: Bool = false, circa: Bool = false, season: Int? = nil,
    literal: String? = nil, raw: String? = nil, calendar: Calendar = .gregorian
  ) {
    self.start = start
    self.end = end
    self.isOpenEnded = isOpenEnded
    self.circa = circa
    self.season = season
    self.literal = literal
    self.raw = raw
    self.calendar = calendar
  }

  /// A single date.
  public init(year: Int, month: Int? = nil, day: Int? = nil) {
    self.init(start: Parts(year: year, month: month, day: day))
  }
}
