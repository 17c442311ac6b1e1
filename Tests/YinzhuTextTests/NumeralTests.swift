import Testing

@testable import YinzhuText

@Suite("Numbers")
struct NumeralTests {
  @Test(
    "values",
    arguments: [
      ("12", 12), ("１２", 12), ("十二", 12), ("二〇〇一", 2001), ("廿三", 23), ("卅", 30), ("一百零五", 105), ("三千二百", 3200),
      ("二十", 20),
      ("○", 0), ("两百", 200), ("十万", 100_000), ("一万零三", 10_003),
    ])
  func values(text: String, value: Int) {
    #expect(Numeral.value(text) == value)
  }

  @Test("no numbers", arguments: ["", "万", "九万万", "十百", "廿十", "二十百", "一百一千", "十零", "十二a", "1234567890", "三三十"])
  func invalid(text: String) {
    #expect(Numeral.value(text) == nil)
  }

  @Test("Roman", arguments: [("XIV", 14), ("iv", 4), ("MCMXCIX", 1999)])
  func roman(text: String, value: Int) {
    #expect(Numeral.roman(text) == value)
  }

  @Test("not Roman", arguments: ["IIII", "VX", "MMMM", "", "A"])
  func notRoman(text: String) {
    #expect(Numeral.roman(text) == nil)
  }
}
