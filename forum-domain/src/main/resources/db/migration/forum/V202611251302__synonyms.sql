-- Every list of synonyms that an administrator has saved; the newest counts, and none is ever changed.
create table synonym_list (
  version int not null auto_increment primary key,
  text mediumtext not null,
  saved_by bigint not null,
  saved_at datetime(6) not null,
  constraint synonym_list_member foreign key (saved_by) references member (id)
);
