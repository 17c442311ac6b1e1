import Foundation
import Testing
import Yinzhu

/// The seed article from bytes to records: a text dump whose notes are partly lost.
struct SeedTests {
  static let extraction: Extraction? = {
    guard let data = try? Data(contentsOf: PackageRoot.seed) else { return nil }
    return try? Pipeline().extract([UInt8](data), name: "seed")
  }()

  private func seed() throws -> Extraction { try #require(Self.extraction) }

  @Test("24 markers, 9 note texts, 15 of them lost; every text has its marker")
  func notes() throws {
    let notes = try seed().entries.map(\.note)
    #expect(notes.count == 24)
    #expect(notes.count { $0.text != nil } == 9)
    #expect(notes.count { $0.link.name == "text-missing" } == 15)
    #expect(notes.allSatisfy { $0.marker != nil })
    #expect(Set(notes.map(\.id)).count == 24)
  }

  @Test("Three notes explain, six cite")
  func kinds() throws {
    let kinds = try seed().entries.compactMap(\.citation?.kind)
    #expect(kinds.count { $0 == .explanation } == 3)
    #expect(kinds.count { $0 == .citation } == 6)
  }

  @Test("The six citations, to the letter")
  func citations() throws {
    let extraction = try seed()
    let items = extraction.entries.flatMap { $0.citation?.items ?? [] }
    let found = items.map { item in
      let reference = item.reference
      return [
        reference?.type.rawValue ?? "", reference?.names(.author).map(\.displayed).joined(separator: ";") ?? "",
        reference?.text(.title) ?? "", reference?.text(.containerTitle) ?? reference?.text(.publisher) ?? "",
        [
          reference?.date(.issued)?.start?.year, reference?.date(.issued)?.start?.month,
          reference?.date(.issued)?.start?.day,
        ].compactMap { $0 }.map(String.init).joined(separator: "-"),
        item.locator?.value ?? "",
      ].joined(separator: " | ")
    }
    let spirit =
      "article-newspaper | 习近平 | 弘扬“上海精神” 构建命运共同体———在上海合作组织成员国元首理事会第十八次会议上的讲话 | 人民日报 | 2018-6-11 | "
    #expect(
      found == [
        "article-newspaper | 江泽民 | 深化团结协作 共创美好世纪———在“上海合作组织”成立大会上的讲话 | 人民日报 | 2001-6-26 | ",
        spirit,
        "article-journal | 章波 | 土耳其和上海合作组织的关系研究 | 阿拉伯世界研究 | 2014 | 71",
        spirit,
        "article-newspaper |  | 习近平在周边外交工作座谈会上发表重要讲话强调 为我国发展争取良好周边环境 推动我国发展更多惠及周边国家 | 人民日报 | 2013-10-26 | ",
        "book |  | 习近平谈治国理政 | 外文出版社 | 2020 | 426-427",
      ])
    #expect(items.compactMap { $0.reference?.text(.issue) } == ["6"])
    #expect(items.compactMap { $0.reference?.text(.volume) } == ["三"])
    #expect(extraction.references.count == 5, "the speech of 2018 is cited twice, and is one work")
  }

  @Test("A title stands in the source where the record says")
  func places() throws {
    let extraction = try seed()
    for item in extraction.entries.flatMap({ $0.citation?.items ?? [] }) {
      let reference = try #require(item.reference)
      let title = try #require(reference[.title])
      // Dumps break titles over lines.
      let printed = title.provenance.spans.map { extraction.document.source[$0] }.joined()
      #expect(printed.filter { !$0.isWhitespace } == reference.text(.title)?.filter { !$0.isWhitespace })
    }
  }

  @Test("What is lost is said: one warning for each of the 15 notes, with its place")
  func lost() throws {
    let lost = try seed().diagnostics.filter { $0.code == "N001" }
    #expect(lost.count == 15)
    #expect(lost.allSatisfy { $0.span != nil })
  }

  @Test("JSON Lines have the keys of the contract, in its order")
  func contract() throws {
    let objects = JSONLinesReport.objects(try seed(), file: "seed.txt")
    let keys: [String: [String]] = [
      "document": ["type", "file", "encoding", "pages", "bytes"],
      "note": [
        "type", "id", "page", "printed_page", "label", "number", "link", "marker", "text", "spans", "kind",
      ],
      "citation": [
        "type", "note", "index", "text", "spans", "prefix", "suffix", "locator", "label", "form", "target", "quoted_in",
        "reference", "fields", "confidence", "remainder",
      ],
      "diagnostic": ["type", "code", "severity", "message", "span", "line", "column"],
    ]
    for object in objects {
      let type = try #require(object["type"]?.string)
      #expect(object.members?.map(\.key) == keys[type])
    }
    #expect(objects.count { $0["type"]?.string == "note" } == 24)
    #expect(objects.count { $0["type"]?.string == "citation" } == 6)
  }
}
