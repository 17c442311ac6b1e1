import Testing
import YinzhuModel

@testable import YinzhuCitations

/// Entries with a type code, whose order and marks GB/T 7714 fixes; and what conventions of print say of the others.
/// Every line is made up; what stands between the marks is what the field must hold, at that place.
@Suite("Entries by the conventions of print")
struct CodedEntryTests {
  static let coded = [
    // 4.1: books.
    "⟦author 李明⟧. ⟦title 山的那边⟧[M]. ⟦edition 2⟧ 版. ⟦publisher-place 北京⟧: ⟦publisher 山海出版社⟧, ⟦issued 2013⟧: ⟦locator 12-15⟧.",
    "⟦author 江南山志研究会⟧, ⟦author 山海学会⟧. ⟦title 山海一览: 北方卷指南⟧[M]. ⟦publisher-place 北京⟧: ⟦publisher 山海出版社⟧, ⟦issued 2013⟧.",
    "⟦author LEE A B⟧, ⟦author HU X⟧. ⟦title Roads of the north⟧[M]. ⟦edition 4⟧th ed. ⟦publisher-place Washington, D.C.⟧: ⟦publisher Sea Press⟧, ⟦issued 2001⟧.",
    "⟦author 李明⟧. ⟦title 1998 年的山⟧[M]. ⟦translator 王立⟧, ⟦translator 张文⟧, 译. ⟦publisher-place 上海⟧: ⟦publisher 山海书局⟧, ⟦issued 1999⟧.",
    // 4.2: parts of books; the editors of the host, its volume.
    "⟦author 李明⟧. ⟦title 题词⟧[M]//⟦editor 王立⟧, ⟦editor 张文⟧. ⟦container-title 山海集⟧: 第 ⟦volume 1⟧ 册. ⟦publisher-place 长春⟧: ⟦publisher 山海出版社⟧, ⟦issued 1991⟧: ⟦page 3-9⟧.",
    "⟦author 李明⟧. ⟦title 山路⟧[C]//⟦editor 江南山志研究会⟧. ⟦container-title 江南山志研究会论文汇编⟧. ⟦publisher-place 北京⟧: ⟦publisher 山海出版社⟧, ⟦issued 1997⟧: ⟦page 33-34⟧.",
    // 4.3: a serial as a whole.
    "⟦author 江南山志研究会⟧. ⟦title 山志通讯⟧[J]. ⟦volume 1957(1)—1990(4)⟧. ⟦publisher-place 北京⟧: ⟦publisher 山海书局⟧, ⟦issued 1957—1990⟧.",
    // 4.4: articles.
    "⟦author 李明⟧. ⟦title 县志里的书院⟧[J]. ⟦container-title 江南学刊⟧, ⟦issued 2001⟧, ⟦volume 35⟧(⟦issue 12⟧): ⟦page 1861-1864⟧.",
    "⟦author 李明⟧, ⟦issued 2001⟧. ⟦title 县志里的书院⟧[J]. ⟦container-title 江南学刊⟧, ⟦volume 35⟧(⟦issue 12⟧): ⟦page 1861-1864⟧.",
    "⟦author 李明⟧. ⟦title 县城里的图书馆⟧[N]. ⟦container-title 江南日报⟧, ⟦issued 2011-10-14⟧(⟦page 11⟧).",
    // 4.5: patents.
    "⟦author 李明⟧. ⟦title 一种路灯⟧: ⟦publisher-place 中国⟧, ⟦number CN107966475B⟧[P]. ⟦issued 2024-02-27⟧.",
    // Standards begin with their number; maps have a scale.
    "⟦number GB/T 20090.16—2016⟧　⟦title 山路技术要求⟧[S].",
    "⟦author 李明⟧. ⟦title 江南地图⟧. 1:170000[CM]. ⟦publisher-place 武汉⟧: ⟦publisher 山海出版社⟧, ⟦issued 2016⟧.",
  ]

  static let uncoded = [
    // Titles keep the years and numbers that they end in.
    "⟦author 李明⟧. ⟦title 山路双年展 2017⟧. ⟦container-title 江南学刊⟧, ⟦issued 2018⟧, ⟦volume 55⟧(⟦issue 5⟧): ⟦page 3-9⟧.",
    // What `, in` leads to is the journal.
    "⟦author Tim Hill⟧, “⟦title The Clothes of the King⟧”, in ⟦container-title Critical Review⟧, Vol. ⟦volume 29⟧, No.⟦issue 2⟧ (⟦issued 2003⟧), ⟦locator pp.337⟧.",
    // The number is read where the units say what they count.
    "⟦author 李明⟧、⟦author 王立⟧：《⟦title 县志里的书院⟧》，《⟦container-title 江南学刊⟧》第⟦volume 47⟧卷第⟦issue 3⟧期，⟦issued 2024年6月25日⟧。",
    "⟦author 李明⟧：〈⟦title 县志里的书院⟧〉，收錄於⟦editor 王立⟧主編：《⟦container-title 山海集⟧》（⟦publisher-place 北京⟧：⟦publisher 山海出版社⟧，⟦issued 1994⟧年），⟦locator 頁3⟧。",
    "⟦author 李明⟧：《⟦title 县城里的图书馆⟧》，《⟦container-title 江南日报⟧》第⟦page 5⟧版（⟦issued 1967年5月20日⟧）。",
    "《⟦title 关于修路的通知⟧》，⟦number 国发〔2018〕22号⟧。",
  ]

  @Test("places, with a type code", arguments: coded)
  func placesWithCode(marked: String) {
    let text = MarkedText(marked)
    #expect(text.parsed() == text.expected(), "\(text.text)")
  }

  @Test("places, without one", arguments: uncoded)
  func placesWithoutCode(marked: String) {
    let text = MarkedText(marked)
    #expect(text.parsed() == text.expected(), "\(text.text)")
  }

  @Test(
    "prose is no citation, whatever it names",
    arguments: [
      "本文系国家基金项目“山路研究”（项目编号：15ZDB001）阶段性成果。",
      "在《山的那边》第一卷中，李明指出：“路是人走出来的。”",
      "李明为江南大学历史系教授，著有《山的那边》等书。",
      "This point was made by Hill in 1999.",
      "The author would like to thank the editors and two anonymous referees, 2003.",
    ])
  func prose(_ text: String) {
    #expect(CitationParser().parse(text).citation.items.isEmpty, "\(text)")
  }
}
