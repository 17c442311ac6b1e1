import YinzhuModel

/// Chinese wording of what the reading stages say: their own sentences are English.
enum StageTitles {
  static func chinese(_ diagnostic: Diagnostic) -> String {
    guard let title = titles[diagnostic.code] else { return diagnostic.message }
    return "\(title)（\(diagnostic.message)）"
  }

  /// The Chinese title of a rule of a reading stage.
  static func title(_ code: String) -> String? { titles[code] }

  private static let titles: [String: String] = [
    "D003": "有无法解码的字节", "D004": "文件编码为推测所得", "D018": "引文所带数据与正文不符", "D019": "引文所带数据无法读取",
    "C001": "互见式引文找不到所指", "C002": "引文有一部分无法识别", "C003": "互见式引文所指的注是说明性注释", "C004": "互见式引文所指不唯一",
    "C005": "标点重复", "C006": "括号或引号错、漏", "C007": "数字误作字母或符号", "C008": "日期各部分次序颠倒", "C009": "词或数字中间有空格",
    "F001": "不是合法的JSON", "F002": "数组元素不是文献记录", "F003": "该字段不能有这样的值", "F004": "CSL没有这一文献类型",
    "F005": "记录没有id", "F006": "同一字段出现两次", "F007": "字符不完整", "F008": "记录列表之外还有其他键",
    "F022": "语法错误", "F023": "缩写（@string）未定义", "F024": "引用键或字段重复", "F025": "该字段不能有这样的值", "F026": "未知的条目类型",
  ]
}
