create sequence community_event_seq start with 50 increment by 50 cache 10;
create sequence invitation_seq start with 50 increment by 50 cache 10;
create sequence event_deed_seq start with 50 increment by 50 cache 10;

-- The wall-clock times with their zone are the truth; the two in UTC follow from them, for sorting.
create table community_event (
  id bigint not null primary key,
  uid char(36) character set ascii not null,
  title_de varchar(150) not null,
  title_en varchar(150) not null,
  text_de mediumtext not null,
  text_en mediumtext not null,
  html_de mediumtext not null,
  html_en mediumtext not null,
  place varchar(200) null,
  stream_url varchar(500) null,
  zone varchar(50) character set ascii not null,
  starts_at datetime(6) not null,
  ends_at datetime(6) not null,
  rsvp_deadline datetime(6) not null,
  starts_utc datetime(6) not null,
  ends_utc datetime(6) not null,
  seats int not null,
  accepted int not null,
  state varchar(10) character set ascii not null,
  cancel_reason varchar(500) null,
  planned_by bigint not null,
  planned_at datetime(6) not null,
  published_at datetime(6) null,
  edition bigint not null,
  revision int not null,
  version bigint not null,
  key community_event_start (starts_utc, id),
  key community_event_end (ends_utc, id),
  constraint community_event_planner foreign key (planned_by) references member (id),
  constraint community_event_seats check (accepted between 0 and seats)
);

create table invitation (
  id bigint not null primary key,
  event_id bigint not null,
  member_id bigint not null,
  state varchar(10) character set ascii not null,
  invited_at datetime(6) not null,
  answered_at datetime(6) null,
  revision int not null,
  mailed_sequence int null,
  version bigint not null,
  unique key invitation_once (event_id, member_id),
  key invitation_by_member (member_id, state, event_id),
  constraint invitation_event foreign key (event_id) references community_event (id),
  constraint invitation_member foreign key (member_id) references member (id)
);

create table event_deed (
  id bigint not null primary key,
  event_id bigint not null,
  action varchar(20) character set ascii not null,
  actor_id bigint null,
  guest_id bigint null,
  note varchar(500) not null,
  at datetime(6) not null,
  key event_deed_by_event (event_id, id),
  constraint event_deed_event foreign key (event_id) references community_event (id)
);

create table invitation_opt_out (
  member_id bigint not null primary key,
  since datetime(6) not null,
  constraint invitation_opt_out_member foreign key (member_id) references member (id)
);
