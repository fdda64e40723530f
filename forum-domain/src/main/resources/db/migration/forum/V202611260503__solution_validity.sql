update answer a join question q on q.accepted_answer_id = a.id
  set a.valid_at = greatest(coalesce(q.accepted_at, a.written_at), coalesce(a.edited_at, a.written_at));

-- Whoever was asked whether a solution still works is asked that once.
create table solution_check (
  answer_id bigint not null,
  member_id bigint not null,
  question_id bigint not null,
  asked_at datetime(6) not null,
  answered_at datetime(6) null,
  works boolean null,
  primary key (answer_id, member_id),
  key solution_check_by_member (member_id, question_id),
  constraint solution_check_answer foreign key (answer_id) references answer (id)
);
