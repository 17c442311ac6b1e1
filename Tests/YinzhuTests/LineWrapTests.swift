import Testing

@testable import Yinzhu

struct LineWrapTests {
  @Test("Han characters take two columns, and no line begins with a mark that closes")
  func han() {
    let text = "山是高的，水是深的，河上有一座桥。"
    #expect(LineWrap.columns(text) == 34)
    #expect(LineWrap.wrapped(text, indent: 4, width: 24) == "山是高的，水是深的，\n    河上有一座桥。")
    #expect(LineWrap.wrapped("山是高的水是深的河上，桥", indent: 0, width: 20) == "山是高的水是深的河\n上，桥")
  }

  @Test("Latin words stay whole; a word longer than the line is cut; nothing is lost")
  func latin() {
    #expect(LineWrap.wrapped("The River and the Hill", indent: 2, width: 22) == "The River and the\n  Hill")
    let long = String(repeating: "a", count: 50)
    #expect(LineWrap.wrapped(long, indent: 0, width: 20).filter { $0 == "a" }.count == 50)
    #expect(LineWrap.wrapped("", indent: 2, width: 80) == "")
  }
}
