-- Written with every change of a thread, read by every index after its position; what all have read is deleted.
create table search_change (
  id bigint not null auto_increment primary key,
  question_id bigint not null,
  noted_at datetime(6) not null
);

-- The indexes that are kept, each under the name that is also written into its folder. All times are the database's.
create table search_index (
  name varchar(40) character set ascii collate ascii_bin not null primary key,
  place varchar(20) character set ascii not null,
  mapping int not null,
  analysis varchar(40) character set ascii collate ascii_bin not null,
  model varchar(100) not null,
  dimension int not null,
  position bigint not null,
  total bigint not null,
  done bigint not null,
  next_id bigint not null,
  renew boolean not null default false,
  made_at datetime(6) not null,
  built_at datetime(6) null,
  written_at datetime(6) null,
  heard_at datetime(6) not null
);
