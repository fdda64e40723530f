create sequence ledger_entry_seq start with 50 increment by 50 cache 10;

create table ledger_entry (
  id bigint not null primary key,
  member_id bigint not null,
  credit varchar(20) character set ascii not null,
  points int not null,
  fact_type varchar(20) character set ascii not null,
  fact_id bigint not null,
  reversal boolean not null,
  giver_id bigint not null,
  question_id bigint not null,
  answer_id bigint null,
  day date not null,
  at datetime(6) not null,
  unique key ledger_fact (fact_type, fact_id, member_id, reversal),
  key ledger_by_member (member_id, id),
  key ledger_by_day (member_id, day, credit, points),
  key ledger_by_time (at, member_id, points),
  constraint ledger_member foreign key (member_id) references member (id)
);

create table standing (
  member_id bigint not null primary key,
  points bigint not null,
  solutions int not null,
  key standing_points (points, member_id),
  constraint standing_member foreign key (member_id) references member (id)
);
