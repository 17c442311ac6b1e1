import CYAML
import YinzhuText

/// Writes JSON values as YAML, by libyaml's emitter.
enum YAMLWriter {
  /// The document, in block style; texts that YAML would take for something else stand in quotation marks.
  static func string(_ value: JSONValue) -> String {
    let output = Output()
    var emitter = yaml_emitter_t()
    guard yaml_emitter_initialize(&emitter) == 1 else { return "" }
    defer { yaml_emitter_delete(&emitter) }
    yaml_emitter_set_output(
      &emitter,
      { data, buffer, size in
        guard let data, let buffer else { return 0 }
        let output = Unmanaged<Output>.fromOpaque(data).takeUnretainedValue()
        output.bytes.append(contentsOf: UnsafeBufferPointer(start: buffer, count: size))
        return 1
      }, Unmanaged.passUnretained(output).toOpaque())
    yaml_emitter_set_unicode(&emitter, 1)
    yaml_emitter_set_width(&emitter, -1)
    func emit(_ make: (UnsafeMutablePointer<yaml_event_t>) -> Int32) {
      var event = yaml_event_t()
      if make(&event) == 1 { yaml_emitter_emit(&emitter, &event) }
    }
    emit { yaml_stream_start_event_initialize($0, YAML_UTF8_ENCODING) }
    emit { yaml_document_start_event_initialize($0, nil, nil, nil, 1) }
    func write(_ value: JSONValue, depth: Int) {
      switch value {
      case .null: scalar("null", isText: false)
      case .bool(let flag): scalar(flag ? "true" : "false", isText: false)
      case .number(let text): scalar(text, isText: !YAMLScalar.isNumber(text))
      case .string(let text): scalar(text, isText: true)
      case .array(let elements):
        emit { yaml_sequence_start_event_initialize($0, nil, nil, 1, YAML_BLOCK_SEQUENCE_STYLE) }
        if depth < YAMLReader.maximumDepth { for element in elements { write(element, depth: depth + 1) } }
        emit { yaml_sequence_end_event_initialize($0) }
      case .object(let members):
        emit { yaml_mapping_start_event_initialize($0, nil, nil, 1, YAML_BLOCK_MAPPING_STYLE) }
        if depth < YAMLReader.maximumDepth {
          for member in members {
            scalar(member.key, isText: true)
            write(member.value, depth: depth + 1)
          }
        }
        emit { yaml_mapping_end_event_initialize($0) }
      }
    }
    func scalar(_ text: String, isText: Bool) {
      let isQuoted = isText && YAMLScalar.needsQuotes(text)
      // One byte more than the text, so that there is an address for the empty one.
      let bytes = Array(text.utf8) + [0]
      emit { event in
        bytes.withUnsafeBufferPointer { buffer in
          // A style of marks is only a wish: libyaml takes the double ones where it must.
          yaml_scalar_event_initialize(
            event, nil, nil, buffer.baseAddress, Int32(clamping: buffer.count - 1), 1, 1,
            isQuoted ? YAML_SINGLE_QUOTED_SCALAR_STYLE : YAML_ANY_SCALAR_STYLE)
        }
      }
    }
    write(value, depth: 0)
    emit { yaml_document_end_event_initialize($0, 1) }
    emit { yaml_stream_end_event_initialize($0) }
    yaml_emitter_flush(&emitter)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  private final class Output {
    var bytes: [UInt8] = []
  }
}
