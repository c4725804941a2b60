/// Queries of the library that the parser takes and the grammar derives.
enum QueryCorpus {
  static let all = english + chinese + mixed + scripts

  static let scripts = [
    // Statements that give names
    "param x: text", "param x : text = \"a b\"", "param x: 文本 = 海", "参数 数目：整数 = -3",
    "param x: int = 三十", "param x: decimal = 1.5", "param x: bool = true", "参数 x: 真假 = 否",
    "param x: date = 2024-03-01", "param x: period = last month", "参数 期：时段＝本月",
    "param x: author = 王小明", "参数 类：类型 = 小说", "param x: genre",
    "let a = books", "let a = loans overdue | sort due | take 3",
    "设 甲 = 借阅 统计 计数 按 读者", "define f(d) = d < today", "define g(a, b) = a * 2 + b",
    "定义 便宜 = 定价 < 20", "定义 较（甲、乙）= 甲 > 乙", "define h = written by 王小明",
    "include \"common.anw\"", "title \"a\"", "标题“甲”", "note \"x\"", "说明 “乙”", "引入 \"甲.anw\"",
    // Their uses
    "picks", "picks written by who", "晚还", "本月晚还", "晚还 统计 计数 按 图书",
    "tally", "tally sort book", "tally | where book = 星空", "authors with picks",
    "books written by who",
    "who所著的图书", "loans span", "loans returned span", "books where price > limit_n",
    "books where title contains 需找", "books where pricey(price)",
    "books where pricey(price) or lent",
    "people with 晚还",
    "books derive x = half_year * 2", "people where count(晚还) > 1",
    "loans longer than limit_n days",
    "books | write \"books.csv\"", "图书 写入 「a.md」",
  ]

  static let english = [
    // Nouns and keys
    "books", "authors", "People", "all readers", "LOANS", "book 2", "the book 3",
    "loan 16 where returned_on is missing",
    // Phrases
    "books written by 王小明", "books written by 王小明 or 李红", "books written by 王小明, 李红",
    "books written by both 王小明 and 李红", "books written by 王小明 and 李红",
    "books written by Zhao Lei 李红", "books borrowed this month", "books borrowed 2024Q2",
    "loans borrowed by Ann Lee or 张伟, overdue", "loans longer than 30 days",
    "loans returned 2024",
    // Conditions, bare periods and bare values
    "loans overdue", "overdue loans", "not overdue loans", "loans not overdue",
    "loans this month", "loans before June", "loans since 2024-03", "returned loans this month",
    "this month overdue loans", "overdue and returned loans", "loans overdue or borrowed by 陈静",
    "loans overdue or returned June, not returned", "books novel", "novel books",
    "history, science books", "books novel or lent", "people large",
    "loans (due < today or overdue)", "(price > 30) books", "not (price > 30) books",
    "books lent, written by 李红", "books lent and novel", "overdue, returned loans",
    "loans in 2024", "in 2024 overdue loans", "loans not returned, where due < today",
    "people not large", "not novel books",
    // Existence
    "books with loans", "books with at least 2 loans", "books with 2 or more loans",
    "books with exactly 1 loans this month", "books with more than 3 loans", "books with 3 loans",
    "books with 2 or fewer loans", "books with fewer than 3 loans", "books with at most 1 loan",
    "books without loans", "books with no loans this month",
    "books with overdue loans and no sequels",
    "books without loans and sequels", "books with no price", "books with price",
    "books with loans where returned_on is missing",
    "books with loans where due < today and not returned",
    "loans with reader where fee_level = large",
    "books at least with 2 loans", "books with loans and sequels and no authors",
    // Comparison
    "books where price > 30", "books where price >= 20 and price <= 50",
    "books where price between 20 and 50", "books where price not between 20 and 50",
    "books where genre in (novel, history)", "books where genre in novel, history",
    "books where genre not in (novel)", "loans where borrowed_on in this month",
    "loans where borrowed_on in 2024", "loans where due before June",
    "loans where (due) before June", "books where authors has 王小明",
    "books where authors has both 王小明 and 李红", "books where not authors has 3",
    "books where title contains \"海\"", "books where title starts with Deep",
    "books where title not ends with \"Sea\"", "books where price is missing",
    "books where sequel_of is not missing", "books where sequel_of.price > 10",
    "loans where book.genre = science", "loans where book.sequel_of.title = \"星空\"",
    "books where title = xyz", "books where genre != novel or price < 3",
    "books where not lent", "books where not not lent and with loans",
    "books where written by 王小明 or without sequels",
    // Values
    "books where is_reference = true", "books where price * 2 + 1 > 30 - 4 / 2",
    "books where -price < -(3 + 4)", "books where price % 2 = 1", "books where price div 2 = 7",
    "books where price >= 95%", "books where `price` > 3.25",
    "loans where due - borrowed_on > loan_days", "books where length(title) > 3",
    "books where coalesce(price, 0, 1) = 0", "books where if price > 30 then true else false",
    "books where if lent then novel else history = genre",
    // Aggregates over relations
    "books where count(loans) > 2", "books where count(loans this month) > 2",
    "books where max(due of loans) < today",
    "books where sum(due - borrowed_on of loans returned) > loan_days",
    "books where rate(returned of overdue loans) > 50%", "books where any(overdue of loans)",
    "books where every(returned of loans) and first(due of loans) in 2024",
    "books where min(due of loans) = last(due of loans)",
    "books select list(borrowed_on of loans), median(number of loans), avg(number of loans)",
    "books where count distinct(reader of loans) > 3",
    // Short forms
    "count, return_rate and lent_share of loans this month by reader, totals",
    "books lent per genre with totals", "how many overdue loans",
    "latest 3 loans overdue", "top 2 books by return_rate of loans this month",
    "share of loans overdue, not returned", "title, price and genre of books lent",
    // Stages
    "books select title, price", "books select title as t, price * 2 as twice",
    "books | select title | take 3", "books derive a = 1, b = a + 1",
    "books derive total = price * 2 | where total > 30 | sort total desc, title asc",
    "books summarize count by genre", "books summarise count",
    "books summarize count as n, avg(price) by genre sort n desc take 5",
    "books summarize count where lent, sum(price) where price > 3 by genre",
    "books summarize count distinct(authors) by genre, price | sort count distinct(authors) desc",
    "loans summarize n = count by m = month(borrowed_on)",
    "loans summarize count by month(borrowed_on) sort month(borrowed_on) where count > 3",
    "books sort by price take 5", "books with loans?",
    "loans summarize count as n by book.genre as g, reader | total | sort n desc",
    "loans summarize count as n by book.genre as g, reader totals by g where n > 1",
    // Dates that are moved, and dates beside dates
    "loans where due + 3 months < today - 2 weeks", "loans where returned_on before due",
    "loans where due not after month(borrowed_on)",
    "loans where due no later than borrowed_on + 28",
    // Lists of periods
    "loans in March, June", "books borrowed 2023, 2024", "loans May, June, not returned",
    "books with loans in each of March and June", "books borrowed both of May and June",
    // Days of the query, and periods as rows
    "loans overdue as of 2024-06-30", "as of June, loans overdue | take 3",
    "loans summarize count as of 2023",
    "months of 2024H1", "each week of the 2024-06 where start > 2024-06-10",
    "days of this month | derive n = end - start | sort period desc",
    "quarters of 2024 summarize count by period as of 2024",
    "books skip 3 | take 2", "books sort price largest first skip 1",
    "books distinct", "books select genre | distinct", "books distinct by genre, price",
    "books top 3 by price", "books top 2 by price asc, title per genre, lent with ties",
    "books top 3", "books | rename price as cost, t = title | where cost > 3 | sort t",
    "books rename price to cost | drop title, cost", "books select title as t | rename t as u",
    "books | union (books novel | take 2) | where lent | sort price",
    "books select title | union (people select name) | sort title",
    "books | derive n = 1 | union (people | derive m = 2) | where n = m",
    "books except (books lent)", "books intersect (books with loans) take 2",
    "books | assert price is not missing \"no price\"", "books assert price > 3 else \"cheap\"",
    "loans assert due >= borrowed_on, \"too early\" take 3",
    "books derive no = row number, r = rank by price per genre, dense rank by price asc as d",
    "books derive a = lag(price) by title, b = lead(price, 2) by (title, price desc) per (genre, lent)",
    "loans summarize n = count by m = month(borrowed_on) | derive t = running sum(n) by m",
    "books derive a = running(price), b = running count by title, running count(price) as c",
    "books derive a = moving avg(price, 3) by title, b = moving max(price, 2)",
    "books derive s = share(price) per genre, f = first(title) by price, l = last(title)",
  ]

  static let chinese = [
    "图书", "书", "所有读者", "图书2", "第2图书", "第16项借阅",
    // Phrases
    "王小明所著的图书", "王小明写的书", "王小明、李红写的图书", "王小明和李红共同写的图书", "王小明李红写图书",
    "王小明未写的图书", "王小明和李红都没有写过的书", "本月借出过的图书", "本月未借出过的图书", "图书 2024年借出过",
    "由陈静借阅的借阅", "陈静借阅过的借阅", "超过30天的借阅", "超过三十天借阅", "本月归还的借阅", "上月归还了的逾期借阅",
    "在2024年归还的借阅",
    // Conditions, periods and values
    "在借图书", "非在借图书", "在借或小说图书", "小说图书", "小说、历史书", "逾期的借阅", "逾期、已归还借阅",
    "未归还的借阅", "没有逾期的借阅", "本月的借阅", "本月借阅", "本月逾期借阅", "本月的逾期的借阅", "借阅，逾期", "借阅 本月",
    "（定价＞30）图书", "2024年6月到8月逾期且已归还的借阅",
    // Existence
    "有借阅的图书", "有逾期借阅的图书", "没有借阅的图书", "本月没有借阅的图书", "没有本月借阅的图书", "本月有逾期的借阅的图书", "本月有小说图书的借阅",
    "至少有2次借阅的图书", "有2次以上借阅的图书", "有3个借阅的图书", "有至多一个续作的图书", "没有定价的图书", "有定价的书",
    "有借阅和续作的图书", "有借阅和没有续作的图书", "没有借阅、续作的图书", "本月不超过有2次借阅的书",
    // Comparison
    "图书 筛选 定价 > 30", "图书 筛选 定价超过30", "图书 筛选 定价不低于20且定价不高于50",
    "图书 筛选 类型 属于 （小说、历史）", "图书 筛选 类型属于小说、历史", "图书 筛选 定价介于20和50",
    "图书 筛选 定价介于20到50或者定价缺失", "图书 筛选 书名包含“海”", "图书 筛选 书名开头为「山」", "图书 筛选 书名结尾为经",
    "图书 筛选 作者含王小明", "图书 筛选 作者不含王小明", "图书 筛选 前作的定价 > 10", "借阅 筛选 图书的类型 = 科学",
    "借阅 筛选 借出日期在本月", "借阅 筛选 到期日早于6月", "借阅 筛选 到期日6月底前", "图书 筛选 定价不为空", "图书筛选定价超过3条",
    // Values and calls
    "图书 筛选 计数（借阅） > 2", "图书 筛选 计数(本月借阅) >= 三", "图书 筛选 最大(逾期借阅的到期日) < 今天",
    "图书 筛选 四舍五入（定价）= 20", "图书 筛选 如果 定价 > 30 则 真 否则 假", "图书 筛选 定价 * 2 ÷ 3 × 4 > 二百零五",
    "图书 筛选 定价整除两千三百 = 三千零五十一", "图书 筛选 定价 < 3万", "图书 筛选 定价 < 1.5亿", "图书 筛选 定价 = 二〇二四",
    "图书 筛选 非（在借或定价>3）", "图书 筛选 一百 > 十", "图书 筛选 存在(逾期 of 借阅)",
    // Measures
    "借阅统计归还率按图书", "图书列出书名、本月借阅的归还率、今年逾期借阅归还率、本月归还率",
    // Short forms
    "各读者各月本月归还率及借阅数，含合计", "本月借阅数量", "图书按类型统计", "逾期借阅有多少次", "借阅中逾期的占比",
    "最近3次逾期借阅", "本月借阅最多的两位读者",
    "小说图书的书名和定价", "图书列出书名、本月借阅数", "借阅统计借阅数按读者",
    // Stages
    "图书 列出 书名、定价", "图书 列出 书名 作为 名字", "图书 计算 两倍 = 定价 * 2 筛选 两倍 > 30 排序 两倍 降序",
    "图书 统计 计数 按 类型", "图书统计计数按类型", "图书统计计数按类型排序计数降序取前3",
    "图书 统计 计数 作为 数目, 平均(定价) 按 类型 排序 数目 由高到低 取 5", "图书 排序 定价 取 前5项",
    "借阅 统计 计数 按 月（借出日期）、读者", "图书　筛选　定价＞３０", "有借阅的图书？", "图书统计数量 筛选 在借 按类型。",
    // Dates that are moved, and dates beside dates
    "借阅筛选到期日 + 3个月 < 今天", "借阅 筛选 归还日期晚于到期日", "借阅筛选到期日不早于今天 - 两周",
    "图书按定价降序、书名排序取3", "图书 列出 书名 按 书名 排序", "图书跳过3个", "图书跳过前三条", "图书列出类型去重", "图书去重按类型、定价取3",
    "图书前3名按定价", "图书 前三名 按 定价 升序 每 类型 并列", "图书前2条按定价每类型取1",
    "图书 改名 定价 为 价钱，甲 = 书名 排序 价钱", "图书去掉定价、书名", "图书 改名 定价 作为 价钱 | 去掉 价钱",
    "图书 合并（小说图书） 筛选 在借", "图书除去（在借图书）取3", "图书共有（有借阅的图书）",
    "图书列出书名合并（读者列出姓名）", "图书 核对 定价不缺失 “缺少定价”", "借阅核对到期日缺失否则“有到期日”",
    "图书 计算 名 = 名次 按 定价 每 类型，号 = 行号，前价 = 上一行（定价）按 书名",
    "图书 计算 次 = 连续名次 按（定价、书名）每（类型、定价），后 = 下一行（定价、2）",
    "图书 计算 累 = 累计（定价） 按 书名，均 = 移动平均（定价，3），比 = 比重（定价）每 类型",
    "图书 计算 首 = 首个（书名）按 定价，末 = 末个（书名）按 定价，累计计数 作为 数",
    "图书排序定价从大到小取3", "列出计数（在借图书）、最大（小说图书的定价）作为 贵",
    "列出 求和（定价 of 图书） 作为 总价",
    // Lists of periods
    "3月，6月的借阅", "1月和2月都有借阅的图书", "1月、2月均没有借阅的图书", "1月和2月都借出过的图书",
    "有分别在1月和2月的借阅的图书",
    // Days of the query, and periods as rows
    "截至2024年6月底的逾期借阅", "截至6月30日止，借阅", "截至目前逾期的借阅", "截止到本月图书",
    "2024上半年各月", "本月的每天 筛选 起始日 > 2024-06-10", "今年各季度列出时段、结束日",
  ]

  static let mixed = [
    "图书统计计数按类型合计", "借阅统计计数按月（借出日期）、读者合计按月(借出日期)取5",
    "books 筛选 定价 > 30 take 3", "图书 where price > 30 且 lent", "王小明所著的 books borrowed this month",
    "books\n  where price > 3  # the cheap ones stay away\n  | take 2",
    "books where title = \"a \"\"quoted\"\" word\" 取 3", "本月 overdue loans",
    "图书 written by 王小明 sort 定价",
    "loans 2024年6月 where reader = 陈静", "图书 summarize 计数 by genre sort 计数",
    "books with loans this month overdue, lent", "books with loans 本月的 overdue",
    "图书 derive x = 1 计算 `y z` = x + 1 列出 `y z`, x",
  ]
}
