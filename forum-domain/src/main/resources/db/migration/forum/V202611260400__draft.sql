-- What a member is writing: one text for a place (a new question, the answer to one, a change of one's post ...). What another
-- window wrote there before stands at '<place>~<id>', and so does what was thrown away and may still be called back.
create sequence draft_seq start with 50 increment by 50 cache 10;

create table draft (
  id bigint not null primary key,
  member_id bigint not null,
  place varchar(80) character set ascii collate ascii_bin not null,
  writer varchar(40) character set ascii collate ascii_bin not null,
  title varchar(300) not null,
  category varchar(40) not null,
  tags varchar(300) not null,
  reason varchar(300) not null,
  body mediumtext not null,
  base bigint null,
  saved_at datetime(6) not null,
  removed_at datetime(6) null,
  version bigint not null,
  unique key draft_place (member_id, place),
  key draft_age (saved_at),
  constraint draft_of foreign key (member_id) references member (id)
);
