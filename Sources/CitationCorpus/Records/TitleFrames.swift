/// Frames of learned titles by language: `%p` is a phrase, `%w` a word, `%n` a surname, `%c` a city, `%y` years.
/// General knowledge of ours.
enum TitleFrames {
  static func of(_ language: String) -> [String] { frames[language] ?? english }

  /// The bare phrase and the phrase with a subtitle are most titles in every language.
  private static let common = [
    "%p", "%p", "%p", "%p", "%p", "%p", "%p: %p", "%p: %p", "%p: %p", "%p. %p", "%p, %y", "%p – %p", "“%w” %p", "%p?",
  ]

  private static let frames = [
    "en": english, "de": common + german, "fr": common + french, "es": common + spanish, "it": common + italian,
    "pt": common + portuguese, "nl": common + dutch,
  ]

  private static let english =
    common + common + [
      "The %p", "A %p", "On %p", "On the %p", "In %p", "Towards %p", "Toward a Theory of %p", "Introduction to %p",
      "An Introduction to %p", "An Analysis of %p", "A Study of %p", "A Survey of %p", "A Comparative Study of %p",
      "The Role of %p in %p", "Effects of %p on %p", "The Effect of %p on %p", "The Impact of %p on %p",
      "%p, %p, and %p", "%p and %p in %c", "The %w of %p", "%p Revisited", "%p: A Review", "%p: A Case Study",
      "%p: Evidence from %c", "%p: The Case of %c", "Why %p?", "What is %p?", "How %p Matters", "Is %p %w?",
      "Notes on %p", "A Note on %p", "Understanding %p", "Rethinking %p", "Learning %p from %p",
      "An Algorithm for %p", "%w-Based %p", "Using %p for %p", "Handbook of %p", "Essays on %p", "Essays in %p",
      "The Collected Works of %n", "Letters to %n", "The Life of %n", "%n and %p", "%n's %p", "In Search of %p",
      "Beyond %p", "Against %p", "Principles of %p", "The Cambridge Companion to %p", "The Oxford Handbook of %p",
      "A History of %p", "The History of %p, %y", "A Theory of %p", "%w and %w", "%p - %p", "%p. Part %w",
      "Between %p and %p", "From %p to %p", "Reading %n", "Review of %p", "Comment on “%p”", "A Reply to %n",
      "%p in the %w of %p", "Some %w Aspects of %p", "Proceedings of the %p", "New Perspectives on %p",
      "Advances in %p", "Recent Developments in %p", "%p with Applications to %p", "%c: %p", "The %p of %c",
    ]

  private static let german = [
    "Zur %p", "Zum %p", "Über %p", "Einführung in die %p", "Grundzüge der %p", "Beiträge zur %p", "Studien zu %p",
    "Die %p", "Der %p", "Das %p", "%p im Wandel", "%p und %p", "Von der %p zur %p", "Untersuchungen zur %p",
    "Geschichte der %p", "%p. Eine Einführung", "Was ist %p?", "%p bei %n", "%n und die %p", "Handbuch der %p",
    "Probleme der %p", "%p in %c %y", "Versuch über %p", "„%w“ %p", "Festschrift für %n", "Gesammelte Werke",
  ]

  private static let french = [
    "La %p", "Le %p", "L'%p", "Les %p", "De la %p à la %p", "Essai sur %p", "Introduction à la %p", "Pour une %p",
    "Histoire de la %p", "Qu'est-ce que la %p ?", "%p et %p", "Une %p", "%p. Essai sur %p", "« %w » %p", "Sur la %p",
    "Vers une %p", "%p chez %n", "%n et la %p", "À propos de %p", "Le cas de %c", "%p à %c (%y)", "Entre %p et %p",
    "Éléments de %p", "Œuvres complètes", "%p : %p", "Du %p au %p", "L'%p de %n",
  ]

  private static let spanish = [
    "La %p", "El %p", "Los %p", "Sobre la %p", "Introducción a la %p", "Historia de la %p", "Hacia una %p",
    "%p y %p", "Ensayos de %p", "Teoría de %p", "%p en %c", "Una aproximación a la %p", "¿Qué es %p?", "«%w» %p",
    "%p en la obra de %n", "De la %p a la %p", "El caso de %c", "Obras completas", "Estudios sobre %p",
  ]

  private static let italian = [
    "La %p", "Il %p", "L'%p", "Sulla %p", "Introduzione alla %p", "Storia della %p", "Per una %p", "%p e %p",
    "Saggi di %p", "%p a %c", "«%w» %p", "%p in %n", "Studi sulla %p", "Dalla %p alla %p", "Opere",
  ]

  private static let portuguese = [
    "A %p", "O %p", "Os %p", "Sobre a %p", "Introdução à %p", "História da %p", "Por uma %p", "%p e %p",
    "Ensaios de %p", "%p em %c", "O caso de %c", "%p na obra de %n", "Da %p à %p",
  ]

  private static let dutch = [
    "De %p", "Het %p", "Over %p", "Inleiding tot de %p", "Geschiedenis van de %p", "%p en %p", "Bijdragen tot de %p",
    "%p in %c", "Van %p tot %p", "‘%w’ %p",
  ]
}
