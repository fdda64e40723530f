-- What people searched for, without what could be theirs: no numbers, no addresses, no names of members, and no moment.
create table search_record (
  day date not null,
  query varchar(80) collate utf8mb4_bin not null,
  searches int not null,
  without_result int not null,
  primary key (day, query)
);
