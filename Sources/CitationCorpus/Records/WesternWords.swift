/// Words and phrases of titles, periodicals and publishers in Western languages; general knowledge of ours.
struct WesternWords {
  let language: String
  /// Words that join others in a title.
  let small: [String]
  /// Nouns of learned titles.
  let topics: [String]
  let journals: [String]
  let journalFields: [String]
  let publishers: [String]
  let cities: [String]
  let newspapers: [String]
  let thesis: [String]

  static func of(_ language: String) -> WesternWords { all.first { $0.language == language } ?? english }

  static let all = [english, german, french, spanish, italian, portuguese, dutch]

  static let english = WesternWords(
    language: "en",
    small: [
      "of", "of the", "in", "in the", "and", "and the", "for", "on", "to", "with", "from", "by", "between", "under",
      "after", "through", "as", "versus", "without", "among", "during", "against", "at",
    ],
    topics: [
      "analysis", "theory", "history", "politics", "development", "model", "system", "method", "approach", "evidence",
      "effects", "impact", "structure", "dynamics", "culture", "language", "identity", "power", "state", "society",
      "economy", "market", "trade", "law", "rights", "religion", "art", "education", "learning", "health", "disease",
      "cells", "protein", "gene", "cancer", "therapy", "patients", "trial", "network", "algorithm", "design",
      "performance", "energy", "water", "climate", "soil", "species", "evolution", "quantum", "optics", "matter",
      "introduction", "review", "study", "survey", "case study", "framework", "policy", "management", "growth",
      "information", "communication", "data", "knowledge", "philosophy", "ethics", "memory", "behavior", "cognition",
      "war", "peace", "revolution", "empire", "nation", "women", "children", "family", "cities", "migration",
      "handbook", "essays", "principles", "foundations", "origins", "future", "reform", "crisis", "risk", "quality",
    ],
    journals: [
      "Journal of %", "Journal of %", "The Journal of %", "Journal of % Research", "International Journal of %",
      "% Review",
      "% Quarterly", "Annals of %", "Annual Review of %", "American Journal of %", "European Journal of %",
      "Studies in %", "Proceedings of the % Society", "Transactions on %", "IEEE Transactions on %", "% Letters", "%",
      "% Studies", "Advances in %", "British Journal of %", "The % Review", "New %", "% Today", "Archives of %",
      "Bulletin of %", "Acta %", "% Research", "% Science", "Critical %", "Trends in %", "Current %", "Contemporary %",
    ],
    journalFields: [
      "History", "Economics", "Political Science", "Sociology", "Philosophy", "Psychology", "Physics", "Chemistry",
      "Biology", "Medicine", "Linguistics", "Anthropology", "Education", "International Affairs", "Law", "Theology",
      "Asian Studies", "Geography", "Computer Science", "Mathematics", "Statistics", "Neuroscience", "Ecology",
      "Engineering", "Materials", "Nursing", "Public Health", "Communication", "Information Systems", "Finance",
      "Management", "Marketing", "Accounting", "Surgery", "Pediatrics", "Immunology", "Genetics", "Nature", "Science",
      "Cell", "Foreign Policy", "World Politics", "Semiotics", "Architecture", "Musicology", "Religion", "Ethics",
      "Machine Learning", "Software Engineering", "Robotics", "Fluid Mechanics", "Optics", "Hydrology", "Oncology",
    ],
    publishers: [
      "% University Press", "% University Press", "University of % Press", "Wiley", "John Wiley & Sons", "Springer",
      "Elsevier", "Routledge", "Sage", "Sage Publications", "Blackwell", "Penguin", "Penguin Books", "Harper & Row",
      "HarperCollins", "Macmillan", "Palgrave Macmillan", "McGraw-Hill", "Prentice Hall", "Academic Press", "Brill",
      "Kluwer Academic Publishers", "MIT Press", "Basic Books", "Random House", "Knopf", "W. W. Norton", "Norton",
      "Free Press", "Polity", "Verso", "Ashgate", "Lexington Books", "CRC Press", "Taylor & Francis", "Allen & Unwin",
      "Longman", "Faber and Faber", "Morgan Kaufmann", "Addison-Wesley", "O'Reilly", "ACM", "ACM Press", "IEEE",
      "IEEE Computer Society", "AAAI Press", "World Bank", "OECD", "Cengage", "Pearson", "Pearson Education",
      "Rowman & Littlefield", "Houghton Mifflin", "% Press", "% Books", "% Publishing", "% & %", "% Publishers",
    ],
    cities: [
      "New York", "London", "Cambridge", "Oxford", "Chicago", "Berlin", "Cambridge, MA", "Cambridge, Mass.",
      "Princeton", "New Haven", "Boston", "Philadelphia", "Los Angeles", "Berkeley", "Stanford", "Paris", "Amsterdam",
      "Leiden", "Dordrecht", "Heidelberg", "Sydney", "Toronto", "Washington, DC", "Washington, D.C.", "San Francisco",
      "Thousand Oaks, CA", "Baltimore", "Ithaca", "Englewood Cliffs, NJ", "Hoboken, NJ", "Edinburgh", "New Delhi",
      "Hong Kong", "Singapore", "Tokyo", "Urbana", "Durham", "Bloomington", "Notre Dame", "Aldershot", "Reading, MA",
    ],
    newspapers: [
      "The New York Times", "New York Times", "The Guardian", "The Times", "Washington Post", "The Washington Post",
      "Wall Street Journal", "Financial Times", "The Economist", "China Daily", "% Times", "% Herald", "% Daily News",
      "The % Post", "% Tribune", "The Daily %",
    ],
    thesis: [
      "PhD thesis", "Ph.D. thesis", "PhD dissertation", "Ph.D. dissertation", "Ph.D. diss.", "Doctoral dissertation",
      "Master's thesis", "Master’s thesis", "MA thesis", "M.Sc. thesis", "Unpublished doctoral dissertation",
      "Dissertation", "Thesis",
    ])

  static let german = WesternWords(
    language: "de",
    small: [
      "der", "die", "des", "und", "in", "im", "zur", "von", "für", "und die", "als", "mit", "über", "zwischen",
      "in der", "am",
    ],
    topics: [
      "Geschichte", "Theorie", "Analyse", "Untersuchung", "Studien", "Beiträge", "Einführung", "Grundlagen", "Kritik",
      "Gesellschaft", "Politik", "Recht", "Sprache", "Kultur", "Philosophie", "Wissenschaft", "Entwicklung", "Handbuch",
      "Probleme", "Verfassung", "Staat", "Kunst", "Literatur", "Erziehung", "Bedeutung", "Begriff", "Leben", "Werk",
    ],
    journals: [
      "Zeitschrift für %", "Archiv für %", "Jahrbuch für %", "Deutsche % Zeitschrift", "Historische Zeitschrift",
      "Neue %", "Blätter für %", "Monatshefte für %",
    ],
    journalFields: [
      "Philosophie", "Soziologie", "Geschichte", "Rechtswissenschaft", "Pädagogik", "Physik", "Chemie", "Politik",
      "Germanistik", "Theologie", "Kunstgeschichte", "Medizin",
    ],
    publishers: [
      "Suhrkamp", "Fischer", "C. H. Beck", "Beck", "Mohr Siebeck", "de Gruyter", "Walter de Gruyter", "Springer",
      "Vandenhoeck & Ruprecht", "Reclam", "Campus", "Nomos", "Steiner", "Metzler", "Duncker & Humblot", "Klett-Cotta",
      "Böhlau", "% Verlag", "Verlag %",
    ],
    cities: [
      "Frankfurt am Main", "Frankfurt a. M.", "Berlin", "München", "Göttingen", "Tübingen", "Stuttgart", "Wien",
      "Leipzig", "Zürich", "Hamburg", "Köln", "Heidelberg", "Bonn", "Basel", "Wiesbaden",
    ],
    newspapers: [
      "Frankfurter Allgemeine Zeitung", "Süddeutsche Zeitung", "Die Zeit", "Der Spiegel", "Neue Zürcher Zeitung",
      "% Zeitung",
    ],
    thesis: ["Dissertation", "Diss.", "Phil. Diss.", "Habilitationsschrift", "Magisterarbeit"])

  static let french = WesternWords(
    language: "fr",
    small: [
      "de", "de la", "du", "des", "et", "et la", "en", "dans", "sur", "pour", "au", "aux", "par", "à la", "et les",
    ],
    topics: [
      "histoire", "théorie", "étude", "essai", "analyse", "introduction", "critique", "société", "politique", "droit",
      "langue", "culture", "philosophie", "science", "développement", "État", "pouvoir", "vie", "art", "littérature",
      "mémoire", "éducation", "formation", "question", "naissance", "origines", "pensée", "discours", "recherches",
    ],
    journals: [
      "Revue de %", "Revue française de %", "Annales de %", "Cahiers de %", "Revue d'%", "Bulletin de %",
      "Archives de %", "Actes de la recherche en %", "Études de %",
    ],
    journalFields: [
      "philosophie", "sociologie", "histoire", "linguistique", "science politique", "géographie", "psychologie",
      "littérature", "sciences sociales", "droit",
    ],
    publishers: [
      "Gallimard", "Seuil", "Éditions du Seuil", "PUF", "Presses universitaires de France",
      "Presses Universitaires de %", "Minuit", "Éditions de Minuit", "L'Harmattan", "Flammarion", "Fayard",
      "Armand Colin", "Vrin", "La Découverte", "Éditions %", "Hachette", "Dalloz", "Dunod",
    ],
    cities: [
      "Paris", "Lyon", "Bruxelles", "Genève", "Montréal", "Grenoble", "Rennes", "Toulouse", "Strasbourg", "Lausanne",
    ],
    newspapers: ["Le Monde", "Le Figaro", "Libération", "Le Monde diplomatique", "Le %"],
    thesis: ["Thèse de doctorat", "Thèse", "Mémoire de master", "Thèse de doctorat d'État"])

  static let spanish = WesternWords(
    language: "es",
    small: ["de", "de la", "del", "y", "en", "en la", "para", "sobre", "de los", "con", "por", "y la", "una"],
    topics: [
      "historia", "teoría", "análisis", "estudio", "introducción", "crítica", "sociedad", "política", "derecho",
      "lengua",
      "cultura", "filosofía", "ciencia", "desarrollo", "Estado", "poder", "arte", "literatura", "educación", "memoria",
      "ensayos", "propuesta", "evaluación", "problemas",
    ],
    journals: [
      "Revista de %", "Revista Española de %", "Anales de %", "Cuadernos de %", "Boletín de %", "Estudios de %",
      "Revista Latinoamericana de %",
    ],
    journalFields: [
      "Filosofía", "Sociología", "Historia", "Lingüística", "Derecho", "Educación", "Psicología", "Economía",
      "Antropología",
    ],
    publishers: [
      "Alianza", "Alianza Editorial", "Siglo XXI", "Fondo de Cultura Económica", "Ariel", "Cátedra", "Tecnos", "Paidós",
      "Editorial %", "Ediciones %", "Gredos", "Anagrama", "Trotta", "Taurus",
    ],
    cities: [
      "Madrid", "Barcelona", "México", "México, D.F.", "Buenos Aires", "Bogotá", "Santiago de Chile", "Lima",
      "Salamanca",
    ],
    newspapers: ["El País", "La Vanguardia", "El Mundo", "La Nación"],
    thesis: ["Tesis doctoral", "Tesis de maestría", "Tesis"])

  static let italian = WesternWords(
    language: "it",
    small: ["di", "della", "del", "e", "e la", "in", "nel", "per", "sulla", "dei", "tra", "con", "la"],
    topics: [
      "storia", "teoria", "analisi", "studio", "saggio", "introduzione", "critica", "società", "politica", "diritto",
      "lingua", "cultura", "filosofia", "scienza", "arte", "letteratura", "problemi", "ricerche",
    ],
    journals: ["Rivista di %", "Rivista italiana di %", "Studi di %", "Quaderni di %", "Archivio di %"],
    journalFields: ["filosofia", "sociologia", "storia", "linguistica", "diritto", "letteratura", "psicologia"],
    publishers: [
      "Einaudi", "Laterza", "Il Mulino", "Feltrinelli", "Mondadori", "Carocci", "Bompiani", "Edizioni %", "Giuffrè",
      "Adelphi",
    ],
    cities: ["Torino", "Milano", "Roma", "Bologna", "Firenze", "Roma-Bari", "Napoli", "Venezia"],
    newspapers: ["Corriere della Sera", "La Repubblica", "La Stampa"],
    thesis: ["Tesi di dottorato", "Tesi di laurea"])
}
