-- Which node fills the indexes that all nodes share, and until when it does without saying so again; the time is the
-- database's.
create table search_keeper (
  place varchar(20) character set ascii collate ascii_bin not null primary key,
  node varchar(40) character set ascii collate ascii_bin not null,
  until datetime(6) not null
);
