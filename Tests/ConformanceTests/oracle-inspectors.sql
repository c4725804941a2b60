-- The tables of inspectors as questions see them; see oracle.sql.

create view people as
select cast(id as integer) as number, name, cast(nullif(manager, '') as integer) as manager
from people_csv;

create view hazards as
select cast(id as integer) as number, cast(nullif(found_by, '') as integer) as found_by,
  cast(nullif(owned_by, '') as integer) as owned_by, found as found_on,
  nullif(closed, '') as closed_on
from hazards_csv;
