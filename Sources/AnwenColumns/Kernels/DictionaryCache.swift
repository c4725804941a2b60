/// What was computed last from a dictionary, so that the many batches whose rows share it pay for
/// each of its texts once.
package final class DictionaryCache<Result> {
  private var last: (dictionary: TextDictionary, result: Result)?

  package init() {}

  /// The result for a dictionary, computed unless it is the last one that was asked for.
  package func result(
    for dictionary: TextDictionary, _ compute: (TextDictionary) -> Result
  ) -> Result {
    if let last, last.dictionary === dictionary { return last.result }
    let result = compute(dictionary)
    last = (dictionary, result)
    return result
  }
}
