-- News that are about no question say what they are about, and where that is.
alter table notification
  modify question_id bigint null,
  add column title varchar(150) null,
  add column path varchar(200) null;
