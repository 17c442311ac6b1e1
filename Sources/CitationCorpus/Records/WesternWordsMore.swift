/// Languages that are cited less often.
extension WesternWords {
  static let portuguese = WesternWords(
    language: "pt",
    small: ["de", "da", "do", "e", "em", "na", "no", "para", "sobre", "dos", "das", "com", "por", "e a"],
    topics: [
      "história", "teoria", "análise", "estudo", "introdução", "crítica", "sociedade", "política", "direito", "língua",
      "cultura", "filosofia", "ciência", "desenvolvimento", "Estado", "poder", "arte", "literatura", "educação",
    ],
    journals: [
      "Revista de %", "Revista Brasileira de %", "Anais de %", "Cadernos de %", "Estudos de %", "Boletim de %",
      "Análise de %", "Revista Portuguesa de %",
    ],
    journalFields: [
      "Filosofia", "Sociologia", "História", "Linguística", "Direito", "Educação", "Psicologia", "Economia", "Letras",
    ],
    publishers: [
      "Companhia das Letras", "Vozes", "Editora UFMG", "EDUSP", "Editora da UNICAMP", "Zahar", "Nova Fronteira",
      "Almedina", "Editora %", "Edições %", "Martins Fontes", "Paz e Terra", "Cortez",
    ],
    cities: [
      "São Paulo", "Rio de Janeiro", "Lisboa", "Porto", "Coimbra", "Belo Horizonte", "Petrópolis", "Porto Alegre",
      "Brasília", "Campinas", "Salvador",
    ],
    newspapers: ["Folha de S. Paulo", "O Estado de S. Paulo", "O Globo", "Público", "Diário de Notícias"],
    thesis: ["Tese de doutorado", "Tese (Doutorado)", "Dissertação de mestrado", "Dissertação (Mestrado)"])

  static let dutch = WesternWords(
    language: "nl",
    small: ["van", "van de", "van het", "en", "in", "in de", "over", "voor", "met", "tussen", "op", "en de", "uit"],
    topics: [
      "geschiedenis", "theorie", "analyse", "onderzoek", "inleiding", "studie", "samenleving", "politiek", "recht",
      "taal", "cultuur", "filosofie", "wetenschap", "ontwikkeling", "staat", "macht", "kunst", "literatuur",
    ],
    journals: ["Tijdschrift voor %", "Nederlands Tijdschrift voor %", "Bijdragen tot de %", "Jaarboek voor %", "De %"],
    journalFields: ["geschiedenis", "filosofie", "sociologie", "taalkunde", "letterkunde", "economie", "theologie"],
    publishers: [
      "Amsterdam University Press", "Brill", "Boom", "Van Gorcum", "Nijhoff", "Martinus Nijhoff", "Elsevier",
      "Bert Bakker", "Querido", "Lannoo", "Uitgeverij %", "Prometheus", "Kok",
    ],
    cities: [
      "Amsterdam", "Leiden", "Utrecht", "Den Haag", "Groningen", "Antwerpen", "Leuven", "Gent", "Assen", "Rotterdam",
    ],
    newspapers: ["NRC Handelsblad", "de Volkskrant", "Trouw", "De Standaard", "De Telegraaf"],
    thesis: ["Proefschrift", "Dissertatie", "Masterscriptie"])
}
