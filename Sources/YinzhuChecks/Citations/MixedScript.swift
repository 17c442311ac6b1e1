import YinzhuModel
import YinzhuText

extension CheckRules {
  /// C032
  static let mixedScript = CheckRule(
    DiagnosticRule(
      code: "C032", severity: .warning, title: "A traditional or variant character stands in simplified text",
      explanation: """
        The note is in simplified characters, and one of its characters is traditional (於, 國) or a variant form that input
        methods and OCR mix in (硏 for 研, 戸 for 户). Notes that are traditional throughout are left alone.

        Example: `《阿拉伯世界硏究》`, `《論改革》` beside 载, 页

        What to do: write the character of the printed original. `yinzhu fix` mends the variant forms that have one reading.

        Source: 通用规范汉字表 (2013), 附表 规范字与繁体字、异体字对照表.
        """), chinese: "简体文字中夹用繁体字或异体字",
    .note { note, findings in
      let text = ScalarText(note.text.bytes)
      let simplified = text.scalars.count { CharacterForms.simplified.contains($0) }
      let marked = text.indices.filter { text[$0].map { CharacterForms.plain[$0] != nil } ?? false }
      guard !marked.isEmpty, simplified >= marked.count * 2 || (simplified >= 1 && marked.count <= 1) else { return }
      for index in marked {
        guard let scalar = text[index], let plain = CharacterForms.plain[scalar], let sign = Unicode.Scalar(plain)
        else {
          continue
        }
        let range = text.bytes(index..<index + 1)
        findings.add(
          "“\(text.string(index..<index + 1))” stands in simplified text, which writes “\(sign)”",
          "简体文字中夹用“\(text.string(index..<index + 1))”，规范字形为“\(sign)”", at: note.span(range),
          fix: CharacterForms.variants.contains(scalar) ? note.fix(range, String(sign)) : nil)
      }
    })
}

/// Pairs of traditional or variant characters and the simplified one, where the traditional one has no other use.
enum CharacterForms {
  private static let traditionalPairs =
    "國国學学會会發发論论歷历說说說说書书報报戰战經经濟济義义與与對对關关係系於于當当時时間间東东來来個个為为後后開开實实產产業业動动這这從从現现問问題题體体變变質质點点線线組组織织讀读寫写語语譯译記记話话認认識识議议護护讓让許许詩诗誌志課课調调談谈請请諸诸責责財财貨货貿贸費费資资賣卖車车軍军軟软輯辑輸输轉转農农運运過过達达遠远選选還还進进連连違违適适遷迁鄉乡鄭郑釋释鐵铁錢钱錄录鋼钢銀银銘铭鎮镇門门閱阅闡阐陳陈陽阳階阶際际隨随險险隱隐雜杂離离難难電电靈灵響响頁页項项順顺預预領领頭头顏颜願愿風风飛飞館馆馬马驗验驚惊魯鲁鳥鸟黃黄齊齐龍龙廣广庫库張张強强彈弹徑径恆恒戶户擇择擔担據据擴扩攝摄敵敌數数斷断無无舊旧晉晋曉晓條条楊杨極极構构標标樓楼機机檔档權权歐欧殘残殺杀氣气漢汉湯汤溝沟滅灭漁渔潛潜澤泽營营爭争爾尔獨独獲获環环畫画異异瘋疯盡尽監监眾众礎础禮礼種种稱称窮穷競竞筆笔節节範范築筑簡简簽签糧粮紀纪約约級级紅红純纯紙纸細细終终結结絕绝統统給给綜综維维綱纲網网緒绪編编緣缘縣县總总績绩繼继續续羅罗聖圣聞闻聯联聲声職职聽听肅肃腦脑膽胆臺台興兴舉举艦舰藝艺蘇苏蘭兰處处號号虧亏術术衛卫裝装製制複复見见規规視视覺觉觀观訂订訓训設设證证評评"
  private static let variantPairs = "硏研戸户說说内内敎教卽即爲为衆众鄕乡淸清靑青眞真値值旣既槪概步步绿绿黃黄査查歴历徳德顕显検检"

  /// The simplified form of a traditional or variant character.
  static let plain: [UInt32: UInt32] = {
    var out: [UInt32: UInt32] = [:]
    for pairs in [traditionalPairs.scalarValues, variantPairs.scalarValues] {
      var index = 0
      while index + 1 < pairs.count {
        if pairs[index] != pairs[index + 1] { out[pairs[index]] = pairs[index + 1] }
        index += 2
      }
    }
    return out
  }()

  /// Characters that only simplified text has.
  static let simplified: Set<UInt32> = {
    let shared = Set("后于系志复制范筑台录面里谷云".scalarValues)
    return Set(plain.values).subtracting(shared).subtracting(Set(plain.keys))
  }()

  /// Variant forms with one reading, which may be mended without asking.
  static let variants = Set("硏戸敎卽淸靑眞値旣槪査".scalarValues)
}
