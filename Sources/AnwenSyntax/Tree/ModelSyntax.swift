/// A model as it was written: its declarations in the order of the text.
package struct ModelSyntax: Hashable, Sendable {
  package let declarations: [ModelDeclaration]
  /// The words of the lines that were given up: what they would have named is no second mistake.
  package let lostWords: Set<String>

  package init(_ declarations: [ModelDeclaration], lostWords: Set<String> = []) {
    self.declarations = declarations
    self.lostWords = lostWords
  }
}

/// What stands at the start of a line of a model, with its details.
package enum ModelDeclaration: Hashable, Sendable {
  /// The data set's titles; the second is nil where one serves both languages.
  case data(ModelWord, ModelWord?)
  /// The day on which the data is current, as it was written.
  case asOf(ModelWord)
  case encoding(ModelWord)
  /// The month with which the fiscal year begins.
  case fiscalYear(PeriodListSyntax)
  /// The days of a semester of every year: `semester spring 春季: February 20 to July 5`.
  case semester(ModelNames, PeriodListSyntax)
  case constant(ModelNames, ModelBody)
  case enumeration(EnumerationDeclaration)
  case entity(EntityDeclaration)
}

/// A word or a quoted text of a model.
package struct ModelWord: Hashable, Sendable {
  package let text: String
  package let place: SyntaxRange

  package init(_ text: String, place: SyntaxRange) {
    self.text = text
    self.place = place
  }
}

/// The names that one thing is given: the canonical one, a Chinese one, and synonyms.
package struct ModelNames: Hashable, Sendable {
  /// Every spelling in the order of the text; the first is the canonical name.
  package let words: [ModelWord]

  /// - Precondition: `words` is not empty.
  package init(_ words: [ModelWord]) {
    precondition(!words.isEmpty, "a thing of the model has a name")
    self.words = words
  }

  package var canonical: ModelWord { words[0] }
}

/// An expression of the query language in a model, not parsed yet.
///
/// It is parsed when the vocabulary is known, in the scope of the entity that declares it.
package struct ModelBody: Hashable, Sendable {
  /// Of the model's lexed text, without white space at the ends; never empty.
  package let units: Range<Int>
  package let place: SyntaxRange

  package init(units: Range<Int>, place: SyntaxRange) {
    self.units = units
    self.place = place
  }
}

/// `enumeration risk 风险: low 低, medium 一般`.
package struct EnumerationDeclaration: Hashable, Sendable {
  package let names: ModelNames
  /// In the order of their ranks.
  package let cases: [ModelNames]

  package init(names: ModelNames, cases: [ModelNames]) {
    self.names = names
    self.cases = cases
  }
}

/// `entity task 任务`, with the indented lines below it.
package struct EntityDeclaration: Hashable, Sendable {
  package let names: ModelNames
  package let details: [EntityDetail]
  /// Whether a line was given up, so that what is missing may have stood there.
  package let hasLostDetail: Bool

  package init(names: ModelNames, details: [EntityDetail], hasLostDetail: Bool = false) {
    self.names = names
    self.details = details
    self.hasLostDetail = hasLostDetail
  }
}

/// One indented line below an entity.
package enum EntityDetail: Hashable, Sendable {
  case file(ModelWord)
  case plural(ModelWord)
  case key(ModelWord)
  case label(ModelWord)
  case mainDate(ModelWord)
  /// The first and the last day on which a row exists; a missing one is no limit.
  case life(from: ModelWord, to: ModelWord?)
  case defaults([ModelWord])
  case column(ColumnDeclaration)
  case phrase(PhraseDeclaration)
  case condition(ModelNames, ModelBody)
  case measure(MeasureDeclaration)
  /// The rows are an invented sample.
  case sample(SyntaxRange)
}

/// `column leaders 责任领导: list of leader, reverse tasks 任务`.
package struct ColumnDeclaration: Hashable, Sendable {
  package let names: ModelNames
  package let type: ModelType
  /// The heading in the file, where it is not the canonical name.
  package let header: ModelWord?
  /// The names by which the other entity calls these rows.
  package let reverse: ModelNames?
  package let display: DisplayDeclaration?
  /// The expression of a derived column.
  package let body: ModelBody?

  package init(
    names: ModelNames, type: ModelType, header: ModelWord?, reverse: ModelNames?,
    display: DisplayDeclaration?, body: ModelBody?
  ) {
    self.names = names
    self.type = type
    self.header = header
    self.reverse = reverse
    self.display = display
    self.body = body
  }
}

/// `measure close_rate 销号率, format percent = rate(closed)`.
package struct MeasureDeclaration: Hashable, Sendable {
  package let names: ModelNames
  package let display: DisplayDeclaration?
  package let body: ModelBody

  package init(names: ModelNames, display: DisplayDeclaration?, body: ModelBody) {
    self.names = names
    self.display = display
    self.body = body
  }
}

/// `format thousands decimals 2 unit "yuan" "元"`.
package struct DisplayDeclaration: Hashable, Sendable {
  package enum Part: Hashable, Sendable {
    case percent(SyntaxRange)
    case thousands(SyntaxRange)
    /// Digits behind the point, as they were written.
    case decimals(ModelWord)
    /// English, then Chinese; the second is nil where one serves both languages.
    case unit(ModelWord, ModelWord?)
  }

  /// At least one, in the order of the text.
  package let parts: [Part]
  /// Of the word `format`.
  package let place: SyntaxRange

  package init(parts: [Part], place: SyntaxRange) {
    self.parts = parts
    self.place = place
  }
}

/// A type by its name: a built-in one, an entity or an enumeration.
package struct ModelType: Hashable, Sendable {
  package let name: ModelWord
  package let isList: Bool
  /// Digits behind the point, as they were written: `decimal(2)`.
  package let scale: ModelWord?

  package init(name: ModelWord, isList: Bool, scale: ModelWord?) {
    self.name = name
    self.isList = isList
    self.scale = scale
  }
}

/// `phrase "owned by {leaders}" "{leaders}负责" = leaders has {leaders}`.
package struct PhraseDeclaration: Hashable, Sendable {
  /// At least one.
  package let wordings: [WordingSyntax]
  package let body: ModelBody

  package init(wordings: [WordingSyntax], body: ModelBody) {
    self.wordings = wordings
    self.body = body
  }
}

/// One way to say a phrase.
package struct WordingSyntax: Hashable, Sendable {
  package enum Element: Hashable, Sendable {
    case literal(ModelWord)
    /// `{leaders}`, or with a type `{since: period}`.
    case slot(name: ModelWord, type: ModelWord?)
  }

  package let elements: [Element]
  package let place: SyntaxRange

  package init(elements: [Element], place: SyntaxRange) {
    self.elements = elements
    self.place = place
  }
}
