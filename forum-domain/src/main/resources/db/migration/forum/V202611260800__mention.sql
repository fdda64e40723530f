-- Whom a post has named; what it no longer names stays, so that nobody is told of the same post twice. As votes, mentions
-- have no foreign keys: checking one would lock the member.
create table mention (
  post_type varchar(10) character set ascii not null,
  post_id bigint not null,
  member_id bigint not null,
  named_at datetime(6) not null,
  primary key (post_type, post_id, member_id)
);
alter table member add column mentions_wanted boolean not null default true;

-- What is taken back or hidden is found by its post; without these every notification would be read, and locked, for it.
alter table notification
  add key notification_by_answer (answer_id),
  add key notification_by_comment (comment_id);
