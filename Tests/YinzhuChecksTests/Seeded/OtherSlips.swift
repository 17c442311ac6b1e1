/// Slips of lists, of Western notes, of notes by pages, and of reference files.
enum OtherSlips {
  static let pages: [SeededSlip] = [
    SeededSlip("number twice on a page", match: "说明。②") { _ in "说明。①" },
    SeededSlip("numbers in the wrong order", match: "说明。①\n(?s).*?说明。②") { text in
      String(text.replacing("①", with: "③").replacing("②", with: "①").replacing("③", with: "②"))
    },
    SeededSlip("number left out", match: "说明。②") { _ in "说明。" },
    SeededSlip("note text lost", match: "\n② .*\n") { _ in "\n" },
    SeededSlip("年 lost before 版", match: "[0-9]{4}年版") { $0.prefix(4) + "版" },
    SeededSlip("年 twice before 版", match: "[0-9]{4}年版") { $0.prefix(4) + "年年版" },
    SeededSlip("printed page number turned round", match: "·21·") { _ in "·12·" },
  ]

  static let list: [SeededSlip] = [
    SeededSlip("code of a journal on a book", match: "\\[M\\]\\. 北京") { _ in "[J]. 北京" },
    SeededSlip("code of a book on an article", match: "\\[J\\]") { _ in "[M]" },
    SeededSlip("carrier lost", "[R/OL]", "[R]"),
    SeededSlip("address lost", match: " http://\\S+") { _ in "" },
    SeededSlip("等 after Western names", "et al.", "等."),
    SeededSlip("et al. after Chinese names", "等.", "et al."),
    SeededSlip("number of the list left out", match: "\n\\[5\\]") { _ in "\n[6]" },
    SeededSlip("pages backwards in the list", match: "71-80") { _ in "80-71" },
    SeededSlip("no such day in the list", "1998-03-05", "1998-13-05"),
  ]

  static let western: [SeededSlip] = [
    SeededSlip("p. before several pages", "pp.", "p."),
    SeededSlip("pp. before one page", match: " p\\. ") { _ in " pp. " },
    SeededSlip("full-width comma in Western text", match: "[a-z], [A-Z]") { $0.prefix(1) + "，" + $0.suffix(1) },
    SeededSlip("bracket lost", match: "[0-9]{4}\\),") { $0.prefix(4) + "," },
    SeededSlip("Western pages backwards", match: "101-120") { _ in "120-101" },
  ]

  static let bibliography: [SeededSlip] = [
    SeededSlip("ISBN with a wrong digit", match: "978-7-02-00022[0-9]") { $0.dropLast() + "5" },
    SeededSlip("ISSN with a wrong digit", "0459-1909", "0459-1908"),
    SeededSlip("DOI with its resolver", "doi = {10", "doi = {https://doi.org/10"),
    SeededSlip("DOI without its prefix", "doi = {10.1234/", "doi = {"),
    SeededSlip("address without scheme", "url = {https://www", "url = {www"),
    SeededSlip("address with a Chinese mark", "report.pdf}", "report.pdf。}"),
    SeededSlip("key twice", match: "\\{(li2014|smith2011|he2010),") { _ in "{wang1995," },
    SeededSlip("key that differs by capitals", match: "\\{(li2014|smith2011|he2010),") { _ in "{Wang1995," },
    SeededSlip("record twice", match: "@article\\{li2014,(?s).*?\n\\}\n") {
      String($0) + "\n" + $0.replacing("li2014", with: "li2014b")
    },
    SeededSlip("journal missing", match: "  journaltitle = .*\n") { _ in "" },
    SeededSlip("title missing", match: "  title = .*\n") { _ in "" },
    SeededSlip("school missing", match: "  institution = .*\n") { _ in "" },
    SeededSlip("date missing", match: "  date = \\{20[0-9]+\\},\n") { _ in "" },
    SeededSlip("brace lost", match: "title = \\{\\p{Han}+\\}") { $0.dropLast() + "" },
    SeededSlip("no such month", "2012-01-16", "2012-13-16"),
    SeededSlip("no such day", "date = {2012-01-16}", "date = {2012-02-30}"),
    SeededSlip("& not escaped", "Foreign Relations", "Law & Order"),
    SeededSlip("HTML entity", "Foreign Relations", "Law &amp; Order"),
    SeededSlip("full stop after the title", match: "title = \\{(论|近代|Theory|互联)[^}]*\\}") { $0.dropLast() + ".}" },
    SeededSlip("type code in the title", match: "title = \\{(论|近代)[^}]*\\}") { $0.dropLast() + "[J]}" },
    SeededSlip("pages backwards", match: "[0-9]+--[0-9]+") { text in
      let numbers = text.split(separator: "-").map { String($0) }
      return "\(numbers[1])--\(numbers[0])"
    },
    SeededSlip("label in pages", "pages = {", "pages = {pp. "),
    SeededSlip("label in volume", "volume = {", "volume = {Vol. "),
    SeededSlip("persons joined by a comma", "李强文 and 赵敏", "李强文, 赵敏"),
    SeededSlip("persons joined by 、", "李强文 and 赵敏", "李强文、赵敏"),
    SeededSlip("et al. as a name", "and Brown, Peter", "and et al."),
    SeededSlip("crossref to nothing", match: "  booktitle = .*\n") { String($0) + "  crossref = {nowhere},\n" },
    SeededSlip("character lost", match: "title = \\{(论|近代)") { String($0) + "\u{FFFD}" },
    SeededSlip("type that nobody knows", "@article", "@artcle"),
    SeededSlip("field twice", match: "  number = .*\n") { String($0 + $0) },
    SeededSlip("read before it was published", "urldate = {2013", "urldate = {2011"),
    SeededSlip("first edition written", match: "  publisher = .*\n") { String($0) + "  edition = {1},\n" },
    SeededSlip("title bracket lost", match: "title = \\{(论|近代)[^}]*\\}") { $0.dropLast() + "（上}" },
    SeededSlip("year to come", match: "date = \\{20[0-9]+\\}") { _ in "date = {2914}" },
  ]
}
