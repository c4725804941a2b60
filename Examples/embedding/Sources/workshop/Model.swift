/// What can be asked about the workshop, in both languages.
///
/// `file` names a table that `main.swift` hands over. A column without `from` takes the property
/// of its own name: `broughtOn` is `brought_on`.
let model = """
  data "A bicycle workshop" 自行车维修店
  as of 2025-05-20

  enumeration state 状态: waiting 待修, in_work 在修, done 修好

  entity customer 顾客
    file "customers"
    key number
    label name
    column number 编号: int
    column name 姓名: names
    column member_since 入会日期: date

  entity bike 自行车 / 单车
    file "bikes"
    key number
    label description
    column number 编号: int
    column owner 车主: customer, reverse bikes 自行车
    column description 描述: text
    column parts 部件: list of text
    phrase "owned by {owner}" "{owner}拥有" = owner in {owner}

  entity repair 维修 / 维修单
    file "repairs"
    key number
    main date brought_on
    default number, bike, state, brought_on, price
    column number 单号: int
    column bike 自行车: bike, reverse repairs 维修
    column state 状态: state
    column brought_on 送修日期: date
    column finished_on 完工日期: date
    column price 费用: decimal(2)
    column days 天数: int = finished_on - brought_on
    condition open 未完工 = finished_on is missing
    phrase "finished {period}" "{period}完工" = finished_on in {period}
  """
