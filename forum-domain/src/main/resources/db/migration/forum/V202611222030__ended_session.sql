-- Keycloak tells one node that a session has ended; the other nodes learn it here.
create table ended_session (
  session_id varchar(255) character set ascii collate ascii_bin not null,
  ended_at datetime(6) not null,
  primary key (session_id),
  key ended_session_age (ended_at)
);
