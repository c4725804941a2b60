-- The library's tables as questions see them; see oracle.sql.

create view genres as
select 0 as rank, 'novel' as name, '小说' as word union all select 1, 'history', '历史'
union all select 2, 'science', '科学';

create view books as
select cast(b.id as integer) as number, b.title, b.authors, g.name as genre, g.rank as genre_rank,
  cast(b.price as real) as price, cast(nullif(b.sequel_of, '') as integer) as sequel_of,
  b.reference as is_reference
from books_csv b join genres g on b.genre in (g.name, g.word);

create view book_authors as
with recursive split(book, place, author, rest) as (
  select cast(id as integer), 0, null, authors || ';' from books_csv where authors <> ''
  union all
  select book, place + 1, substr(rest, 1, instr(rest, ';') - 1), substr(rest, instr(rest, ';') + 1)
  from split where rest <> '')
select book, place, author from split where place > 0;

create view people as
select id as number, name, joined_on,
  case fee_level when '' then null when 'none' then 0 when '无欠费' then 0 when 'small' then 1
    when '少量欠费' then 1 else 2 end as fee_rank
from readers_csv;

create view loans as
select cast(id as integer) as number, cast(book as integer) as book, reader, borrowed_on,
  nullif(returned_on, '') as returned_on, date(borrowed_on, '+28 days') as due
from loans_csv;
