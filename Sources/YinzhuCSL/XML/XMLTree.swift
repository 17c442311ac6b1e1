import YinzhuText

/// An XML document as an arena of elements with their places: what style and locale readers work on.
///
/// Comments and processing instructions are left out, and namespaces but for the question whether it is CSL's.
package struct XMLTree: Sendable {
  /// An attribute with its value, entities replaced.
  package struct Attribute: Sendable {
    package var name: String
    package var value: String
    /// The attribute's name in the source.
    package var span: SourceSpan
  }

  /// An element.
  package struct Element: Sendable {
    package var name: String
    package var attributes: [Attribute]
    /// Indices of child elements, in order.
    package var children: [Int]
    /// The text directly inside, children left out.
    package var text: String
    /// The start tag.
    package var span: SourceSpan
    /// Whether it is of another namespace than CSL's; an element without namespace is not.
    package var isForeign = false

    /// The value of an attribute.
    package subscript(attribute name: String) -> String? {
      attributes.first { $0.name == name }?.value
    }

    /// Where an attribute stands; the start tag when it has none of that name.
    package func span(of attribute: String) -> SourceSpan {
      attributes.first { $0.name == attribute }?.span ?? span
    }
  }

  /// The namespace of CSL.
  static let namespace = "http://purl.org/net/xbiblio/csl"

  /// All elements in document order; the first is the root.
  package var elements: [Element]

  /// The root; nil only for a document that failed to parse.
  package var root: Element? { elements.first }

  /// The element at an index.
  package subscript(index: Int) -> Element { elements[index] }

  /// The children of an element, in order.
  package func children(of element: Element) -> [Element] {
    element.children.map { elements[$0] }
  }
}

/// What is wrong with an XML document, and where.
package struct XMLProblem: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case malformed
    case entityDeclared
    case encoding
    case tooLarge
  }

  package var kind: Kind
  package var message: String
  package var span: SourceSpan
}

/// All problems of a document that can't be used.
package struct XMLError: Error, Sendable {
  package var problems: [XMLProblem]
}
