create sequence attachment_seq start with 50 increment by 50 cache 10;

-- Announced before its files are written, stored once they are safe; what became of nothing is found by the last key.
create table attachment (
  id bigint not null primary key,
  uploader_id bigint not null,
  name varchar(80) character set ascii collate ascii_bin not null,
  storage_key char(32) character set ascii collate ascii_bin not null,
  announced_at datetime(6) not null,
  stored_at datetime(6) null,
  type varchar(8) character set ascii collate ascii_bin null,
  width int not null,
  height int not null,
  full_width int not null,
  full_height int not null,
  used_at datetime(6) null,
  key attachment_uploader (uploader_id, announced_at),
  key attachment_unused (used_at, announced_at),
  constraint attachment_of foreign key (uploader_id) references member (id)
);

-- place is 'question', 'answer' or 'draft'
create table attachment_use (
  attachment_id bigint not null,
  place varchar(10) character set ascii collate ascii_bin not null,
  place_id bigint not null,
  primary key (attachment_id, place, place_id),
  key attachment_use_place (place, place_id),
  constraint attachment_use_of foreign key (attachment_id) references attachment (id)
);
