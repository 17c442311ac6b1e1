import Testing
import YinzhuModel

@testable import YinzhuCitations

/// Every line is made up. What stands between the marks is what the field must hold, at that place.
@Suite("Marked corpus: every field at its place")
struct MarkedCorpusTests {
  static let corpus = [
    // Newspapers.
    "⟦author 李明⟧：《⟦title 县城里的图书馆⟧》，载《⟦container-title 光明日报⟧》，⟦issued ２００３ 年 ５ 月 １６ 日⟧。",
    "⟦author 李明⟧、⟦author 王立⟧：《⟦title 县城里的图书馆⟧》，《⟦container-title 光明日报⟧》⟦issued 2003年5月16日⟧，第⟦page 8⟧版。",
    // Books.
    "⟦author 李明⟧：《⟦title 山的那边⟧》，⟦publisher 山海出版社⟧，⟦issued 2001⟧年，⟦locator 第3页⟧。",
    "⟦author 李明⟧：《⟦title 山的那边⟧》，⟦publisher-place 北京⟧：⟦publisher 山海出版社⟧⟦issued 2001⟧年版，⟦locator 第3—5页⟧。",
    "[美]⟦author 安·李⟧：《⟦title 山的那边⟧》（第⟦edition 2⟧版），⟦translator 王立⟧、⟦translator 张文⟧译，⟦publisher 山海出版社⟧⟦issued 2001⟧年版。",
    "⟦editor 李明⟧主编：《⟦title 山海集⟧》（第⟦volume 三⟧辑），⟦publisher 山海书局⟧⟦issued 2001⟧年。",
    "[清]⟦author 李明⟧：《⟦title 山海考⟧》，⟦editor 王立⟧点校，⟦publisher 中华书局⟧⟦issued 2001⟧年，⟦locator 第7页，第14-15页⟧。",
    "《⟦title 山的那边⟧》第⟦volume 1⟧卷，⟦publisher 人民出版社⟧⟦issued 2001⟧年版，⟦locator 第3页⟧。",
    // Journals.
    "⟦author 李明⟧：《⟦title 县志里的书院⟧》，载《⟦container-title 江南学刊⟧》，⟦issued ２０１４⟧ 年第 ⟦issue ６⟧ 期，⟦locator 第 ７１ 页⟧。",
    "⟦author 李明⟧：《⟦title 县志里的书院⟧》，《⟦container-title 江南学刊（社会科学版）⟧》⟦issued 2014⟧年第⟦issue 6⟧期。",
    // Chapters.
    "⟦author 李明⟧：《⟦title 山⟧》，载⟦editor 王立⟧主编：《⟦container-title 山海集⟧》，⟦publisher 山海出版社⟧⟦issued 2007⟧年版，⟦locator 第3页⟧。",
    // Theses.
    "⟦author 李明⟧：《⟦title 县志里的书院⟧》，⟦publisher 江南大学⟧⟦issued 2006⟧年⟦genre 博士学位论文⟧。",
    // Web pages.
    "《⟦title 县城的图书馆⟧》，载⟦container-title 江南网⟧，⟦URL http://example.org/a/1.htm⟧，最后访问时间：⟦accessed 2014年2月14日⟧。",
    // GB/T 7714.
    "⟦author 李明⟧, ⟦author 王立⟧. ⟦title 县志里的书院⟧[J]. ⟦container-title 江南学刊⟧, ⟦issued 2013⟧(⟦issue 2⟧): ⟦page 39-57⟧.",
    "⟦author 李明⟧．⟦title 山的那边⟧［M］．⟦publisher-place 北京⟧：⟦publisher 山海出版社⟧，⟦issued 2002⟧：⟦locator 90⟧．",
    // Western notes.
    "⟦author Ann B. Lee⟧ and ⟦author Tom Hill⟧, “⟦title Roads and Rivers⟧,” ⟦container-title Journal of Mountain Studies⟧, Vol. ⟦volume 12⟧, No. ⟦issue 3⟧, ⟦issued 2001⟧, ⟦locator pp. 4⟧.",
    "⟦author Ann B. Lee⟧, ⟦title The Other Side⟧, ⟦publisher-place Boston⟧: ⟦publisher Sea Press⟧, ⟦issued 1997⟧, ⟦locator p. 13⟧.",
  ]

  @Test("places", arguments: corpus)
  func places(marked: String) {
    let text = MarkedText(marked)
    #expect(text.parsed() == text.expected(), "\(text.text)")
  }
}
