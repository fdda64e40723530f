-- Whom a member does not want to hear of.
create table member_block (
  blocker_id bigint not null,
  blocked_id bigint not null,
  since datetime(6) not null,
  primary key (blocker_id, blocked_id)
);
