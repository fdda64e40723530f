create sequence helpful_mark_seq start with 50 increment by 50 cache 10;

-- What the asker found helpful beside the one solution; a withdrawn mark stays with its end.
create table helpful_mark (
  id bigint not null primary key,
  question_id bigint not null,
  answer_id bigint not null,
  asker_id bigint not null,
  answerer_id bigint not null,
  marked_at datetime(6) not null,
  withdrawn_at datetime(6) null,
  current_for bigint generated always as (if(withdrawn_at is null, answer_id, null)) virtual,
  unique key helpful_mark_current (current_for),
  key helpful_mark_by_answer (answer_id, id),
  constraint helpful_mark_answer foreign key (answer_id) references answer (id)
);
