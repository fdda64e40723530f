-- What people decided about suggestions, with the figures by which the engine judged them: no text, no person, no thread.
-- Kept for two years, to calibrate the engine's confidence by and for nothing else.
create table similar_decision (
  id bigint not null auto_increment primary key,
  day date not null,
  language char(2) character set ascii not null,
  model varchar(100) character set ascii not null,
  accepted boolean not null,
  features varchar(100) character set ascii not null,
  constraint similar_decision_figures check (features regexp '^[0-9. -]+$'),
  key similar_decision_by_day (day),
  key similar_decision_by_model (model, language, id)
);

-- Every calibration that an administrator has put in force; the newest of a model and language counts, none is ever
-- changed, and one without a line is the one that comes with the forum.
create table similar_calibration (
  id bigint not null auto_increment primary key,
  language char(2) character set ascii not null,
  model varchar(100) character set ascii not null,
  confidence varchar(200) character set ascii null,
  decisions int not null,
  answers int not null,
  suggestions int not null,
  applied_by bigint not null,
  applied_at datetime(6) not null,
  constraint similar_calibration_member foreign key (applied_by) references member (id),
  key similar_calibration_by_model (model, language, id)
);
