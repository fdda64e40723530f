create table change_note (
  id bigint not null auto_increment primary key,
  node char(36) character set ascii collate ascii_bin not null,
  subject bigint not null,
  noted_at datetime(6) not null,
  key change_note_age (noted_at)
);
