-- What members want to find again. As votes, bookmarks have no foreign keys: checking one would lock the post.
create table bookmark (
  member_id bigint not null,
  post_type varchar(10) character set ascii not null,
  post_id bigint not null,
  question_id bigint not null,
  kept_at datetime(6) not null,
  primary key (member_id, post_type, post_id),
  key bookmark_latest (member_id, kept_at, post_id),
  key bookmark_in_question (member_id, question_id)
);
