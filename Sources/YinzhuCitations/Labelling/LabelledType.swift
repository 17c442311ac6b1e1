import YinzhuModel

/// The type of an entry by its type code, and by the weights of the model where the code leaves it open.
struct LabelledType {
  let model: LabelModel
  let chain: WordChain
  let labels: [FieldLabel]

  var type: ReferenceType {
    var scores = [Float](repeating: 0, count: EntryTypes.all.count)
    for key in TypeFeatures.read(chain, labels) { model.add(type: key, to: &scores) }
    let best = scores.indices.max { scores[$0] < scores[$1] }.map { EntryTypes.all[$0] } ?? .document
    let isPart = labels.contains(.containerTitle)
    guard let code = chain.codeToken.map({ chain.text.string($0..<($0 + 1)) }),
      let coded = TypeCode.type(code, pattern: isPart ? .chapter : .book)
    else {
      let isUnpublished = labels.indices.contains { index in
        (labels[index] == .note || labels[index] == .other || labels[index] == .genre)
          && chain.text.isWord(chain.links[index].token, .unpublished)
      }
      return isUnpublished ? .manuscript : best
    }
    // M, C, G, A and EB are codes of several types.
    return ["M", "C", "G", "A", "Z", "EB"].contains(code) ? best : coded
  }
}
