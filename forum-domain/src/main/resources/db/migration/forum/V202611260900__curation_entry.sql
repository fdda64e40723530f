-- What admins did with categories and tags, one row for each deed. The subject is a slug or a tag as it was then.
create sequence curation_entry_seq start with 50 increment by 50 cache 10;

create table curation_entry (
  id bigint not null primary key,
  admin_id bigint not null,
  action varchar(30) character set ascii not null,
  subject varchar(40) not null,
  detail varchar(1000) not null,
  at datetime(6) not null
);
