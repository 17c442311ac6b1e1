/// What is asked about a word: the model has a row of weights for each answer that it has seen.
package enum FeatureTemplate: UInt8, Sendable, CaseIterable {
  // The word and its neighbours.
  case word, wordBefore, wordAfter, wordBefore2, wordAfter2
  case shape, shapeAndBefore, shapeAndAfter, shapes3, shapesBefore3, shapesAfter3
  case ending, endingBefore, endingAfter, beginning
  case known, knownBefore, knownAfter, knownPair, knownNextPair
  // The marks around it.
  case gap, gapAfter, gaps, gapAndShape, gapAfterAndShape, gapAndShapes, gapAndWordBefore, gapAndKnown
  case inside, insideAndShape, insideAndGap
  // Its place in the entry.
  case fromStart, fromEnd, segment, segmentFromEnd, segmentAndShape, segmentEndsAndShape
  case segmentFirst, segmentLast, segmentTraits, segmentTraitsAndShape, segmentLength, traitsBefore, traitsAfter
  case traitsAndSegment
  case chunkSignature, chunkBefore, chunkAfter, chunkAndSegment, chunkPair, chunkPlace
  case code, codeSide, codeSideAndShape, codeSideAndSegment
  case year, yearAndShape, seen, seenAndShape, seenAndTraits, script, scriptAndShape, scriptAndGap
  // Whether the label of the word before goes on.
  case stay, stayAndShapes, stayAndWord, stayAndWordBefore, stayAndKnown, stayAndInside, stayAndSegment, stayAndScript
  case stayAndChunks, stayAndCode, stayAndSeen, stayAndTraits

  /// Whether it names a word, and not only its form: training leaves these out at random, so that unknown words do no harm.
  package var isLexical: Bool {
    switch self {
    case .word, .wordBefore, .wordAfter, .wordBefore2, .wordAfter2, .ending, .endingBefore, .endingAfter, .beginning,
      .segmentFirst, .segmentLast, .stayAndWord, .stayAndWordBefore, .gapAndWordBefore:
      true
    default: false
    }
  }

  /// Whether its weights count when a word has the label of the word before.
  package var isStay: Bool { rawValue >= FeatureTemplate.stay.rawValue }
}

/// One answer.
package struct Feature: Sendable {
  package var template: FeatureTemplate
  package var key: UInt32
}

/// Asks all questions about the words of a chain, from left to right.
package struct FeatureReader {
  private let chain: WordChain
  /// What has been seen before the word: host words, roles, volumes, quotation marks, addresses.
  private var seen: UInt32 = 0
  private static let none: UInt32 = 0xFFFF

  package init(_ chain: WordChain) { self.chain = chain }

  private func link(_ index: Int) -> WordChain.Link? { chain.links.indices.contains(index) ? chain.links[index] : nil }

  /// The features of the word at `index`; call in order, each word once.
  package mutating func read(_ index: Int, _ out: inout [Feature]) {
    let here = chain.links[index]
    let before = link(index - 1)
    let after = link(index + 1)
    let none = FeatureReader.none
    func add(_ template: FeatureTemplate, _ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) {
      let key = FeatureHash.mix(FeatureHash.mix(FeatureHash.mix(UInt32(template.rawValue) &+ 1, a), b), c)
      out.append(Feature(template: template, key: key))
    }
    let s0 = here.shape
    let sb = before?.shape ?? none
    let sa = after?.shape ?? none
    let sb2 = link(index - 2)?.shape ?? none
    let sa2 = link(index + 2)?.shape ?? none
    let gapAfter = after?.gap ?? none

    add(.word, here.word)
    add(.wordBefore, before?.word ?? none)
    add(.wordAfter, after?.word ?? none)
    add(.wordBefore2, link(index - 2)?.word ?? none)
    add(.wordAfter2, link(index + 2)?.word ?? none)
    add(.shape, s0)
    add(.shapeAndBefore, s0, sb)
    add(.shapeAndAfter, s0, sa)
    add(.shapes3, s0, sb, sa)
    add(.shapesBefore3, s0, sb, sb2)
    add(.shapesAfter3, s0, sa, sa2)
    add(.ending, here.ending)
    add(.endingBefore, before?.ending ?? none)
    add(.endingAfter, after?.ending ?? none)
    add(.beginning, here.beginning)
    add(.known, here.known)
    add(.knownBefore, before?.known ?? none)
    add(.knownAfter, after?.known ?? none)
    add(.knownPair, here.known, before?.known ?? none)
    add(.knownNextPair, here.known, after?.known ?? none, gapAfter)

    add(.gap, here.gap)
    add(.gapAfter, gapAfter)
    add(.gaps, here.gap, gapAfter)
    add(.gapAndShape, here.gap, s0)
    add(.gapAfterAndShape, gapAfter, s0)
    add(.gapAndShapes, here.gap, s0, sb)
    add(.gapAndWordBefore, here.gap, before?.word ?? none)
    add(.gapAndKnown, here.gap, here.known)
    add(.inside, here.inside)
    add(.insideAndShape, here.inside, s0)
    add(.insideAndGap, here.inside, here.gap)

    add(.fromStart, UInt32(min(index, 12)))
    add(.fromEnd, UInt32(min(chain.count - 1 - index, 8)))
    let segment = UInt32(min(here.segment, 6))
    let fromEnd = UInt32(min(chain.segments.count - 1 - here.segment, 4))
    let own = chain.segments[here.segment]
    add(.segment, segment)
    add(.segmentFromEnd, fromEnd)
    add(.segmentAndShape, segment, s0)
    add(.segmentEndsAndShape, fromEnd, s0)
    let first = chain.links[own.words.lowerBound].word
    let last = chain.links[own.words.upperBound - 1].word
    add(.segmentFirst, first)
    add(.segmentLast, last)
    add(.segmentTraits, own.traits)
    add(.segmentTraitsAndShape, own.traits, s0)
    add(.segmentLength, UInt32(min(own.words.count, 10)), segment)
    add(.traitsBefore, here.segment > 0 ? chain.segments[here.segment - 1].traits : none)
    add(.traitsAfter, here.segment + 1 < chain.segments.count ? chain.segments[here.segment + 1].traits : none)
    add(.traitsAndSegment, own.traits, segment, fromEnd)

    let chunk = here.chunk
    let signature = chain.signatures[chunk]
    let signatureBefore = chunk > 0 ? chain.signatures[chunk - 1] : none
    let signatureAfter = chunk + 1 < chain.signatures.count ? chain.signatures[chunk + 1] : none
    let place = UInt32(min(index - chain.chunks[chunk].lowerBound, 4))
    add(.chunkSignature, signature)
    add(.chunkBefore, signatureBefore)
    add(.chunkAfter, signatureAfter)
    add(.chunkAndSegment, signature, segment)
    add(.chunkPair, signature, signatureAfter, segment)
    add(.chunkPlace, signature, place)

    let side: UInt32 = chain.code == 0 ? 0 : here.followsCode ? 1 : 2
    add(.code, chain.code)
    add(.codeSide, chain.code, side)
    add(.codeSideAndShape, chain.code, side, s0)
    add(.codeSideAndSegment, chain.code, side, segment)
    let year: UInt32 = chain.firstYear.map { index < $0 ? 1 : index == $0 ? 2 : index - $0 < 4 ? 3 : 4 } ?? 0
    let yearIsEarly: UInt32 = chain.firstYear.map { chain.links[$0].segment <= 1 && $0 * 3 < chain.count ? 8 : 0 } ?? 0
    add(.year, year | yearIsEarly)
    add(.yearAndShape, year | yearIsEarly, s0)
    add(.seen, seen)
    add(.seenAndShape, seen, s0)
    add(.seenAndTraits, seen, own.traits)
    let script: UInt32 = chain.isHan ? 1 : 2
    add(.script, script)
    add(.scriptAndShape, script, s0)
    add(.scriptAndGap, script, here.gap, gapAfter)

    if let before {
      add(.stay, here.gap)
      add(.stayAndShapes, here.gap, s0, sb)
      add(.stayAndWord, here.gap, here.word)
      add(.stayAndWordBefore, here.gap, before.word)
      add(.stayAndKnown, here.gap, here.known, before.known)
      add(.stayAndInside, here.inside, before.inside, here.gap)
      add(.stayAndSegment, here.gap, segment, fromEnd)
      add(.stayAndScript, here.gap, script)
      add(.stayAndChunks, here.gap, signature, chunk == before.chunk ? 1 : signatureBefore)
      add(.stayAndCode, here.gap, chain.code, side)
      add(.stayAndSeen, here.gap, seen)
      add(.stayAndTraits, here.gap, own.traits, chain.segments[before.segment].traits)
    }
    note(here)
  }

  private mutating func note(_ link: WordChain.Link) {
    switch chain.text.tokens[link.token].word {
    case .host, .hostWord, .see: seen |= 1
    case .editorWord, .role, .translatorWord: seen |= 2
    case .volume, .volumeWord, .issue, .issueWord: seen |= 4
    case .page, .pages: seen |= 8
    case .degree, .dissertation, .conference: seen |= 16
    default: break
    }
    if link.inside & ((1 << UInt32(Bracket.quote.rawValue)) | (1 << UInt32(Bracket.single.rawValue))) != 0 {
      seen |= 32
    }
    if link.inside & (1 << UInt32(Bracket.title.rawValue)) != 0 { seen |= 64 }
    if link.shape == WordShape.year { seen |= 128 }
    if link.known & WordChain.Known.place != 0, link.gapClass != .space { seen |= 256 }
    if link.known & WordChain.Known.publisher != 0 { seen |= 512 }
    if link.known & WordChain.Known.periodical != 0 { seen |= 1024 }
  }
}
