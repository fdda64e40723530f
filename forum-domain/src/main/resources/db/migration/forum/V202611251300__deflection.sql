-- One row for each time somebody began a question on the page: nothing of the person, no text and no moment, so that it
-- leads to nobody. The token is made by the page and known to it alone.
create table deflection (
  token uuid not null primary key,
  day date not null,
  language char(2) character set ascii not null,
  shown smallint not null,
  band varchar(10) character set ascii not null,
  opened boolean not null,
  solved boolean not null,
  me_too boolean not null,
  asked boolean not null,
  key deflection_by_day (day, language, shown, opened, solved, me_too, asked)
);

-- The threads that were shown in it, what came of each, and by which figures the engine judged one that was opened, for a
-- question in which language.
create table deflection_thread (
  token uuid not null,
  question_id bigint not null,
  day date not null,
  opened boolean not null,
  solved boolean not null,
  me_too boolean not null,
  judged_in char(2) character set ascii null,
  features varchar(100) character set ascii null,
  primary key (token, question_id),
  constraint deflection_thread_figures check (features regexp '^[0-9. -]+$'),
  key deflection_thread_by_day (day, question_id, opened, solved, me_too)
);

-- What the rows of a day came to, kept when they are forgotten.
create table deflection_sum (
  day date not null,
  language char(2) character set ascii not null,
  shown int not null,
  opened int not null,
  solved int not null,
  me_too int not null,
  asked_anyway int not null,
  asked_unshown int not null,
  deflected int not null,
  primary key (day, language)
);
