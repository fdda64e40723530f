-- Short remarks under a question or an answer. The counters tell at once that there is nothing to read; when a post was
-- last commented ends the grace in which its author may still finish it. As votes and flags, comments have no foreign keys:
-- checking one would lock a question after its answer, and others lock the answer after its question.
create sequence comment_seq start with 50 increment by 50 cache 10;

create table comment (
  id bigint not null primary key,
  post_type varchar(10) character set ascii not null,
  post_id bigint not null,
  question_id bigint not null,
  author_id bigint not null,
  language char(2) not null,
  body varchar(600) not null,
  body_html text not null,
  body_text text not null,
  written_at datetime(6) not null,
  edited_at datetime(6) null,
  hidden_at datetime(6) null,
  withdrawn_at datetime(6) null,
  version bigint not null,
  key comment_of_post (question_id, post_type, post_id, withdrawn_at, hidden_at, id),
  key comment_by_author (author_id, id)
);

alter table question add column comment_count int not null default 0, add column commented_at datetime(6) null;
alter table answer add column comment_count int not null default 0, add column commented_at datetime(6) null;
alter table notification add column comment_id bigint null;
