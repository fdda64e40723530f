-- What a post has said at one time; a post that was never edited has none. The unique key takes a missing answer for 0.
-- No foreign keys: checking one would lock a question after its answer, and others lock the answer after its question.
create sequence revision_seq start with 50 increment by 50 cache 10;

create table revision (
  id bigint not null primary key,
  question_id bigint not null,
  answer_id bigint null,
  number int not null,
  editor_id bigint not null,
  made_at datetime(6) not null,
  reason varchar(200) not null,
  language char(2) not null,
  title varchar(150) null,
  category_id bigint null,
  tags varchar(160) null,
  body mediumtext not null,
  post_answer bigint generated always as (ifnull(answer_id, 0)) virtual,
  unique key revision_number (question_id, post_answer, number)
);
