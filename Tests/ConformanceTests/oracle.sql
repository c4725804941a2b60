-- The plan's tables as questions see them: empty cells are null, numbers are numbers, enumerations
-- have their canonical names and a rank, lists have one row an element. Written from the files and
-- the model's words, not from any plan of a query.

create view tasks as
select cast(no as integer) as number, title, cast(section as integer) as section,
  is_special_campaign as special, leaders, departments, topics, full_text,
  coalesce((select max(m.deadline_date) from measures_csv m
    where m.task = t.no and m.deadline_date <> ''), '2024-12-31') as due,
  case when exists (select 1 from measures_csv m where m.task = t.no and m.deadline_date <> '')
    then 'stated' else 'plan_end' end as due_basis
from tasks_csv t;

create view measures as
select id as number, cast(task as integer) as task, title, quote, kind,
  nullif(actor_stated, '') as actor, nullif(object, '') as object,
  nullif(cadence_text, '') as cadence, nullif(deadline_date, '') as deadline, tier
from measures_csv;

create view task_leaders as
with recursive split(task, place, leader, rest) as (
  select cast(no as integer), 0, null, leaders || ';' from tasks_csv where leaders <> ''
  union all
  select task, place + 1, substr(rest, 1, instr(rest, ';') - 1), substr(rest, instr(rest, ';') + 1)
  from split where rest <> '')
select task, place, leader from split where place > 0;

create view task_departments as
with recursive split(task, place, department, rest) as (
  select cast(no as integer), 0, null, departments || ';' from tasks_csv where departments <> ''
  union all
  select task, place + 1, substr(rest, 1, instr(rest, ';') - 1), substr(rest, instr(rest, ';') + 1)
  from split where rest <> '')
select task, place, department from split where place > 0;

create view task_topics as
with recursive split(task, place, topic, rest) as (
  select cast(no as integer), 0, null, topics || ';' from tasks_csv where topics <> ''
  union all
  select task, place + 1, substr(rest, 1, instr(rest, ';') - 1), substr(rest, instr(rest, ';') + 1)
  from split where rest <> '')
select task, place, topic from split where place > 0;

create view targets as
select id as number, cast(task as integer) as task, nullif(measure, '') as measure, indicator,
  nullif(comparison, '') as comparison, cast(nullif(value, '') as real) as value,
  nullif(unit, '') as unit, nullif(period, '') as frequency
from targets_csv;

create view cadences as
select measure, cast(task as integer) as task, title, period as frequency,
  cast(nullif(min_count, '') as integer) as minimum, scope
from cadences_csv;

create view departments as select name, short, en as english_name from departments_csv;

create view risks as
select 0 as rank, '低' as word, 'low' as name union all select 1, '一般', 'medium'
union all select 2, '较大', 'serious' union all select 3, '重大', 'major';

create view categories as
select 0 as rank, '消防' as word, 'fire' as name union all select 1, '用电', 'electricity'
union all select 2, '燃气', 'gas' union all select 3, '设备', 'equipment'
union all select 4, '危化品', 'chemicals' union all select 5, '建筑', 'building'
union all select 6, '交通', 'traffic' union all select 7, '管理', 'records';

create view results as
select 0 as rank, '合格' as word, 'passed' as name union all select 1, '不合格', 'failed'
union all select 2, '停业整改', 'suspended';

create view points as
select cast(p.id as integer) as number, p.name, site_kind, r.name as risk, r.rank as risk_rank,
  nullif(department, '') as department, village, since
from points_csv p join risks r on r.word = p.risk;

create view staff as
select cast(id as integer) as number, name,
  case role when '班子成员' then 'leadership' else 'supervisor' end as post,
  nullif(department, '') as department
from staff_csv;

create view pairings as
select cast(id as integer) as number, cast(staff as integer) as staff,
  cast(point as integer) as point, case kind when '包保' then 'cover' else 'contact' end as kind,
  since, nullif(until, '') as until
from pairings_csv;

create view inspections as
select cast(i.id as integer) as number, cast(i.point as integer) as point,
  cast(i.inspector as integer) as inspector, i.date, cast(i.hazards_found as integer) as hazards_found,
  r.name as result, r.rank as result_rank, p.department
from inspections_csv i join results r on r.word = i.result
join points p on p.number = cast(i.point as integer);

create view hazards as
select cast(h.id as integer) as number, cast(h.inspection as integer) as inspection,
  cast(h.point as integer) as point, r.name as level, r.rank as level_rank,
  c.name as category, c.rank as category_rank, nullif(h.found_on, '') as found_on,
  nullif(h.due_on, '') as due_on, nullif(h.closed_on, '') as closed_on, h.description, p.department
from hazards_csv h join risks r on r.word = h.level join categories c on c.word = h.category
join points p on p.number = cast(h.point as integer);

-- Every day on which a task is due: the last of its stated days or the plan's end, and each
-- stated one.
create view task_days as
select number as task, due as day from tasks
union select task, deadline from measures where deadline is not null;
