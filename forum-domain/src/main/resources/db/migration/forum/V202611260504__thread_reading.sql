-- Up to which answer a member has read a thread; forgotten when they have not looked for long.
create table thread_reading (
  member_id bigint not null,
  question_id bigint not null,
  read_until datetime(6) not null,
  seen_at datetime(6) not null,
  primary key (member_id, question_id),
  key thread_reading_age (seen_at)
);
