extension Column {
  /// The same rows in another order: row *i* of the result is row `order[i]` of this column.
  ///
  /// - Precondition: each element of `order` is a row of this column.
  /// - Complexity: O(*n*), with the elements of lists counted.
  package func reordered(by order: [Int]) -> Column {
    let storage: Storage =
      switch storage {
      case .bools(let values): .bools(order.map { values[$0] })
      case .ints(let values): .ints(order.map { values[$0] })
      case .decimals(let values): .decimals(order.map { values[$0] })
      case .floats(let values): .floats(order.map { values[$0] })
      case .codes(let codes, let dictionary): .codes(order.map { codes[$0] }, dictionary)
      case .days(let days): .days(order.map { days[$0] })
      case .periods(let periods): .periods(order.map { periods[$0] })
      case .ranks(let ranks): .ranks(order.map { ranks[$0] })
      case .lists(let offsets, let elements):
        Self.reorderedLists(offsets: offsets, elements: elements, by: order)
      }
    return Column(
      type: type, storage: storage,
      validity: validity.map { mask in ValidityMask(order.map { mask[$0] }) },
      rowCount: order.count)
  }

  private static func reorderedLists(
    offsets: [Int32], elements: Column, by order: [Int]
  ) -> Storage {
    var elementOrder: [Int] = []
    elementOrder.reserveCapacity(elements.rowCount)
    var newOffsets: [Int32] = [0]
    newOffsets.reserveCapacity(order.count + 1)
    for row in order {
      elementOrder += Int(offsets[row])..<Int(offsets[row + 1])
      newOffsets.append(Int32(elementOrder.count))
    }
    return .lists(offsets: newOffsets, elements: elements.reordered(by: elementOrder))
  }
}
