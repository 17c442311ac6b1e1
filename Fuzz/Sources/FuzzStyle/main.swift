import FuzzDriver
import Yinzhu

enum Records {
  static let all = CSLJSON.read(
    SourceText(
      name: "records",
      bytes: Array(
        """
        [{"id":"a","type":"article-journal","title":"On <i>seas</i>","container-title":"Waters","volume":"3","page":"101-9",
          "author":[{"family":"Doe","given":"Jane M."},{"family":"van der Berg","given":"Jan"}],
          "issued":{"date-parts":[[2011,5,3]]},"DOI":"10.1000/182"},
         {"id":"b","type":"book","title":"论山","author":[{"family":"王","given":"力"}],"edition":"2","language":"zh-CN",
          "issued":{"date-parts":[[1999],[2001]]},"publisher":"山海出版社"}]
        """.utf8))
  ).references
}

// Any bytes as a style: checked, compiled, and printed in, without a trap and without end.
fuzz { bytes, count in
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  _ = StyleLint.check(input, name: "fuzz.csl")
  _ = StyleSummary.read(input)
  guard let (style, _) = try? StyleReader.read(input, name: "fuzz.csl") else { return 0 }
  let processor = Processor(style: style, locales: .builtIn, language: nil)
  let clusters = Records.all.enumerated().map { index, record in
    Cluster(noteIndex: index + 1, cites: [Cite(reference: record.id), Cite(reference: Records.all[0].id)])
  }
  _ = processor.document(Records.all, clusters, format: .html)
  return 0
}
