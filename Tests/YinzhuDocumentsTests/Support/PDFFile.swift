/// Makes PDF files from lines of text at places. Characters are named by their Unicode numbers and a ToUnicode map;
/// no font is embedded, so no tool and no font is needed to make one.
struct PDFFile {
  struct Piece {
    var text: String
    var x: Double
    /// From the bottom of the page.
    var y: Double
    var size: Double
  }

  /// Pieces of each page; a page without is a picture for all that a reader knows.
  var pages: [[Piece]]

  /// Whether a password is asked for; none opens it.
  var isEncrypted = false

  var bytes: [UInt8] {
    let map =
      "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end"
    var objects: [String] = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Count \(pages.count) /Kids [\(pages.indices.map { "\(7 + 2 * $0) 0 R" }.joined(separator: " "))] >>",
      "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>",
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /W [32 126 500 8304 8313 500] /FontDescriptor 5 0 R >>",
      "<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>",
      stream(map),
    ]
    for page in pages {
      let content = page.map { piece in
        let codes = piece.text.utf16.map { unit in
          let digits = String(unit, radix: 16)
          return String(repeating: "0", count: 4 - digits.count) + digits
        }
        return "BT /F1 \(piece.size) Tf \(piece.x) \(piece.y) Td <\(codes.joined())> Tj ET"
      }
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 500 700] /Resources << /Font << /F1 3 0 R >> >> /Contents \(objects.count + 2) 0 R >>"
      )
      objects.append(stream(content.joined(separator: "\n")))
    }
    var out = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(out.utf8.count)
      out += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = out.utf8.count
    out += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets { out += String(repeating: "0", count: 10 - String(offset).count) + "\(offset) 00000 n \n" }
    let secret = String(repeating: "5A", count: 32)
    let lock =
      isEncrypted
      ? " /Encrypt << /Filter /Standard /V 1 /R 2 /O <\(secret)> /U <\(secret)> /P -4 >> /ID [<5A> <5A>]" : ""
    return Array("\(out)trailer << /Size \(objects.count + 1) /Root 1 0 R\(lock) >>\nstartxref\n\(start)\n%%EOF\n".utf8)
  }

  private func stream(_ text: String) -> String { "<< /Length \(text.utf8.count) >>\nstream\n\(text)\nendstream" }
}
