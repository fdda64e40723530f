-- Tags that somebody has described, or that stand for another one; all others are just words on questions.
create sequence tag_seq start with 50 increment by 50 cache 10;

create table tag (
  id bigint not null primary key,
  name varchar(30) character set utf8mb4 collate utf8mb4_bin not null,
  main_id bigint null,
  name_de varchar(60) not null default '',
  name_en varchar(60) not null default '',
  description_de varchar(200) not null default '',
  description_en varchar(200) not null default '',
  version bigint not null,
  unique key tag_name (name),
  key tag_by_main (main_id),
  constraint tag_main foreign key (main_id) references tag (id)
);

-- Whoever changes tags holds its one row, so that of two merges one sees what the other has done.
create table tag_turn (
  id int not null primary key
);
insert into tag_turn (id) values (1);
