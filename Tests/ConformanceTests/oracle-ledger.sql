-- The ledger's tables as questions see them; see oracle.sql.

create view today as select '2024-06-15' as day;

create view risks as
select 0 as rank, '低' as word, 'low' as name union all select 1, '中', 'medium'
union all select 2, '高', 'high';

create view levels as
select 0 as rank, '一般' as word, 'general' as name union all select 1, '较大', 'serious'
union all select 2, '重大', 'major';

create view sources as
select 0 as rank, '检查' as word, 'inspection' as name union all select 1, '自报', 'self_report'
union all select 2, '举报', 'complaint';

create view departments as select name, en as english_name from departments_csv;

create view people as
select cast(id as integer) as number, name,
  case post when '领导' then 'leader' else 'inspector' end as post,
  nullif(department, '') as department
from staff_csv;

create view points as
select cast(p.id as integer) as number, p.name, nullif(department, '') as department,
  r.name as risk, opened as opened_on
from points_csv p join risks r on r.word = p.risk;

create view pairings as
select cast(id as integer) as number, cast(staff as integer) as person,
  cast(point as integer) as point, since, nullif(until, '') as until
from pairings_csv;

create view visits as
select cast(id as integer) as number, cast(point as integer) as point,
  cast(staff as integer) as person, date, result
from visits_csv;

create view hazards as
select cast(h.id as integer) as number, cast(h.point as integer) as point, p.department,
  l.name as level, l.rank as level_rank, s.name as source, s.rank as source_rank,
  found as found_on, due as due_on, nullif(extended, '') as extended_on,
  nullif(extended_to, '') as extended_to, nullif(rectified, '') as rectified_on,
  nullif(closed, '') as closed_on,
  coalesce(nullif(extended_to, ''), due) as deadline
from hazards_csv h join levels l on l.word = h.level join sources s on s.word = h.source
left join points p on p.number = cast(h.point as integer);

create view enterprises as
select cast(e.id as integer) as number, e.name, licence, r.name as risk,
  nullif(department, '') as department, opened as opened_on, nullif(closed, '') as closed_on
from enterprises_csv e join risks r on r.word = e.risk;

create view self_checks as
select cast(id as integer) as number, cast(enterprise as integer) as enterprise, date,
  cast(problems as integer) as problems
from self_checks_csv;

create view drills as
select cast(id as integer) as number, cast(enterprise as integer) as enterprise, date,
  kind, cast(nullif(people, '') as integer) as people
from drills_csv;

create view meetings as
select cast(id as integer) as number, department, date, topic from meetings_csv;

create view indicators as
select cast(id as integer) as number, name, department, direction,
  cast(target as real) as target, cast(nullif(actual, '') as real) as actual, unit
from indicators_csv;

create view tasks as
select cast(id as integer) as number, title, departments from tasks_csv;

create view task_departments as
with recursive split(task, department, rest) as (
  select cast(id as integer), null, departments || ';' from tasks_csv where departments <> ''
  union all
  select task, substr(rest, 1, instr(rest, ';') - 1), substr(rest, instr(rest, ';') + 1)
  from split where rest <> '')
select task, department from split where department is not null;

-- The months from January to June 2024.
create view months as
with recursive m(start) as (
  select '2024-01-01' union all select date(start, '+1 month') from m where start < '2024-06-01')
select start, date(start, '+1 month', '-1 day') as last, substr(start, 1, 7) as month from m;
