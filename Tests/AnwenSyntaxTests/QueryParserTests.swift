import AnwenSyntax
import AnwenTestSupport
import Testing

/// Phrases of the library are numbered in the model's order: 0 written by, 1 borrowed, then those
/// of a loan from 0 on: borrowed by, returned, longer than.
@Suite("Parser: queries")
struct QueryParserTests {
  @Test(
    "what is written, as a tree; the two spellings are one tree",
    arguments: [
      ("books", "图书", "book"),
      ("book 2", "图书2", "book[key 2]"),
      ("book 2", "第2项图书", "book[key 2]"),
      ("all the books", "所有的图书", "book"),
      ("books written by 王小明", "王小明所著的图书", "book[phrase0(authors 王小明)]"),
      ("books written by 王小明 or 李红", "王小明或李红写的书", "book[phrase0(authors 王小明|李红)]"),
      ("books written by 王小明 李红", "王小明李红写的书", "book[phrase0(authors 王小明|李红)]"),
      ("books written by 王小明 and 李红", "王小明和李红写的书", "book[phrase0(authors 王小明+李红)]"),
      (
        "books written by both 王小明 and 李红", "王小明和李红共同写的书",
        "book[phrase0(authors 王小明&李红)]"
      ),
      ("books not written by 王小明", "王小明未写的书", "book[not(phrase0(authors 王小明))]"),
      ("books borrowed this month", "本月借出过的图书", "book[phrase1(period <this month>)]"),
      ("loans longer than 30 days", "超过30天的借阅", "loan[phrase2(days 30)]"),
      ("overdue loans", "逾期的借阅", "loan[overdue]"),
      ("not overdue loans", "未逾期借阅", "loan[not(overdue)]"),
      ("overdue, returned loans", "逾期、归还的借阅", "loan[overdue; returned]"),
      ("overdue or returned loans", "逾期或归还的借阅", "loan[or(overdue, returned)]"),
      ("this month loans", "本月借阅", "loan[main-date <this month>]"),
      ("loans in March, June", "3月，6月的借阅", "loan[main-date <March and June>]"),
      (
        "books with loans in each of March and June", "3月和6月都有借阅的图书",
        "book[with(loans:loan[main-date <each of March and June>])]"
      ),
      (
        "loans overdue as of 2024-06-30", "截至2024年6月30日的逾期借阅",
        "loan[overdue] as of <2024-06-30>"
      ),
      ("months of 2024H1", "2024上半年各月", "months of <2024H1>"),
      (
        "loans where due + 3 months < today", "借阅 筛选 到期日 + 3个月 < 今天",
        "loan | where ((due + 3 months) < <today>)"
      ),
      (
        "loans where returned_on before due", "借阅 筛选 归还日期早于到期日",
        "loan | where before(returned_on, due)"
      ),
      ("novel books", "小说图书", "book[bare novel]"),
      ("novel or history books", "小说或历史图书", "book[bare novel|history]"),
      ("books with loans", "有借阅的图书", "book[with(loans:loan)]"),
      ("books without loans", "没有借阅的图书", "book[without(loans:loan)]"),
      ("books with overdue loans", "有逾期借阅的图书", "book[with(loans:loan[overdue])]"),
      ("books with at least 2 loans", "有至少2次借阅的图书", "book[with(≥2 loans:loan)]"),
      ("books with 2 or more loans", "有2次以上借阅的图书", "book[with(≥2 loans:loan)]"),
      ("books with more than 2 loans", "超过有2次借阅的图书", "book[with(≥3 loans:loan)]"),
      ("books with fewer than 2 loans", "有少于2次借阅的图书", "book[with(≤1 loans:loan)]"),
      ("books with 3 loans", "有3次借阅的图书", "book[with(3 loans:loan)]"),
      (
        "books without loans and sequels", "没有借阅和续作的图书",
        "book[and(without(loans:loan), without(sequels:book))]"
      ),
      ("books with no price", "没有定价的图书", "book[without(price)]"),
      ("books where price > 30", "图书 筛选 定价 > 30", "book | where (price > 30)"),
      ("books where price >= 30", "图书筛选定价不低于30", "book | where (price >= 30)"),
      (
        "books where price > 1 or price < 3 and not lent", "图书 筛选 定价>1 或 定价<3 且 非在借",
        "book | where or((price > 1), and((price < 3), not(lent)))"
      ),
      (
        "books where price + 2 * 3 - 4 = -price", "图书 筛选 定价 + 2 * 3 - 4 = -定价",
        "book | where (((price + (2 * 3)) - 4) = -price)"
      ),
      (
        "books where price between 20 and 50", "图书 筛选 定价介于20和50",
        "book | where between(price, 20, 50)"
      ),
      (
        "books where genre not in (novel, history)", "图书 筛选 类型不属于（小说、历史）",
        "book | where not(in(genre, novel, history))"
      ),
      ("loans where due in 2024", "借阅 筛选 到期日在2024", "loan | where in(due, <2024>)"),
      ("loans where due before June", "借阅 筛选 到期日早于6月", "loan | where in(due, <before June>)"),
      ("books where authors has 李红", "图书 筛选 作者含李红", "book | where has(authors, 李红)"),
      ("books where title contains \"海\"", "图书 筛选 书名包含“海”", "book | where contains(title, '海')"),
      ("books where price is missing", "图书 筛选 定价缺失", "book | where missing(price)"),
      ("books where price is not missing", "图书 筛选 定价不缺失", "book | where not(missing(price))"),
      (
        "loans where book.genre = science", "借阅 筛选 图书的类型 = 科学",
        "loan | where (book.genre = science)"
      ),
      (
        "books where count(overdue loans) > 2", "图书 筛选 计数(逾期借阅) > 2",
        "book | where (count(loans:loan[overdue]) > 2)"
      ),
      (
        "books where max(due of overdue loans) < today", "图书 筛选 最大(逾期借阅的到期日) < 今天",
        "book | where (max(due of loans:loan[overdue]) < <today>)"
      ),
      (
        "books where if lent then 95% else 3万 > 1.5", "图书 筛选 如果在借则95%否则3万 > 1.5",
        "book | where (if(lent, 95%, 3e4) > 1.5)"
      ),
      (
        "books select title, price * 2 as double", "图书 列出 书名、定价 * 2 作为 double",
        "book | select title, double=(price * 2)"
      ),
      (
        "books derive a = 1, b = a + 1 where b > a", "图书 计算 a = 1、b = a + 1 筛选 b > a",
        "book | derive a=1, b=(a + 1) | where (b > a)"
      ),
      (
        "books summarize count, avg(price) where lent by genre sort count desc take 3",
        "图书统计计数、平均(定价)筛选在借按类型排序计数降序取前3",
        "book | summarize count(), avg(price where lent) by genre | sort count desc | take 3"
      ),
    ] as [(String, String, String)])
  func trees(english: String, chinese: String, tree: String) throws {
    let vocabulary = try libraryVocabulary()
    for source in [english, chinese] {
      let readings = QueryReadings(source, vocabulary)
      #expect(readings.dump == tree, "\(source)")
      #expect(readings.diagnostics.isEmpty)
    }
    #expect(
      QueryReadings(english, vocabulary).queries == QueryReadings(chinese, vocabulary).queries)
  }

  @Test(
    "to what a period or a modifier belongs",
    arguments: [
      // A Chinese period belongs to the next predicate that takes one, else to the noun.
      ("本月借出过的图书", "book[phrase1(period <this month>)]"),
      ("本月逾期的借阅", "loan[overdue; main-date <this month>]"),
      ("本月没有借阅的图书", "book[without(loans:loan[main-date <this month>])]"),
      ("本月有小说图书的借阅", "loan[with(book:book[bare novel]); main-date <this month>]"),
      ("本月的逾期的借阅", "loan[main-date <this month>; overdue]"),
      // A column is missing or is not at any time.
      ("本月没有到期日的借阅", "loan[without(due); main-date <this month>]"),
      // An English period stands behind its predicate; what is behind a nested noun is about it.
      ("books with loans this month", "book[with(loans:loan[main-date <this month>])]"),
      ("books with loans overdue, lent", "book[with(loans:loan[overdue]); lent]"),
      (
        "books with loans where due < today and overdue",
        "book[with(loans:loan[and((due < <today>), overdue)])]"
      ),
      ("books with loans and no sequels", "book[and(with(loans:loan), without(sequels:book))]"),
      // A second period begins anew, also behind a predicate that took none.
      (
        "loans this month overdue June",
        "loan[overdue; main-date <this month>; main-date <June>]"
      ),
      // A comma closes a nested clause, and a list in it.
      ("books written by 王小明, lent", "book[phrase0(authors 王小明); lent]"),
      // `where` behind a noun of the query begins a stage, behind a group's aggregate it is its own.
      ("books where lent", "book | where lent"),
      ("books summarize count where lent", "book | summarize count(where lent)"),
      ("books summarize count | where lent", ""),
      // `not any` is one word.
      ("books not any loans", "book[without(loans:loan)]"),
      ("loans not any overdue", "loan[not(overdue)]"),
    ] as [(String, String)])
  func attachment(source: String, tree: String) throws {
    #expect(QueryReadings(source, try libraryVocabulary()).dump == tree)
  }
}
