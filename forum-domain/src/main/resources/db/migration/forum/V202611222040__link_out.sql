create sequence link_out_seq start with 50 increment by 50 cache 10;
create sequence link_out_entry_seq start with 50 increment by 50 cache 10;

-- sending_at, lease_until, trying_since, unsure_since and next_attempt_at are times of the database, which every node shares.
create table link_out (
  id bigint not null primary key,
  channel varchar(20) character set ascii not null,
  answer_id bigint not null,
  question_id bigint not null,
  member_id bigint not null,
  text varchar(600) collate utf8mb4_bin not null,
  reply_to varchar(40) character set ascii null,
  cost decimal(10, 3) not null,
  budget_month char(7) character set ascii not null,
  state varchar(20) character set ascii not null,
  failure varchar(20) character set ascii null,
  failure_note varchar(200) null,
  composed_at datetime(6) not null,
  account varchar(40) character set ascii null,
  claims int not null,
  attempts int not null,
  postponements int not null,
  lookups int not null,
  trying_since datetime(6) null,
  sending_at datetime(6) null,
  lease_until datetime(6) null,
  unsure_since datetime(6) null,
  next_attempt_at datetime(6) null,
  post_id varchar(40) character set ascii null,
  sent_at datetime(6) null,
  version bigint not null,
  unique key link_out_post (channel, post_id),
  key link_out_by_answer (answer_id, id),
  key link_out_by_state (state, id),
  key link_out_budget (channel, budget_month),
  constraint link_out_answer foreign key (answer_id) references answer (id),
  constraint link_out_question foreign key (question_id) references question (id),
  constraint link_out_member foreign key (member_id) references member (id)
);

create table link_out_entry (
  id bigint not null primary key,
  link_out_id bigint not null,
  at datetime(6) not null,
  member_id bigint null,
  action varchar(20) character set ascii not null,
  failure varchar(20) character set ascii null,
  note varchar(200) null,
  key link_out_entry_by_link_out (link_out_id, id),
  constraint link_out_entry_link_out foreign key (link_out_id) references link_out (id)
);

-- One row for each channel: whoever spends of its budget holds the row's lock.
create table channel_budget (
  channel varchar(20) character set ascii not null primary key
);
insert into channel_budget (channel) values ('X');

-- Tokens are encrypted; the generation counts them, so that news about an old token change nothing about a new one.
create table channel_connection (
  channel varchar(20) character set ascii not null primary key,
  state varchar(20) character set ascii not null,
  account varchar(40) character set ascii null,
  handle varchar(60) null,
  access_token varchar(6000) character set ascii null,
  refresh_token varchar(6000) character set ascii null,
  expires_at datetime(6) null,
  generation bigint not null,
  refreshing_until datetime(6) null,
  connected_by bigint null,
  connected_at datetime(6) null,
  problem varchar(200) null
);
insert into channel_connection (channel, state, generation) values ('X', 'DISCONNECTED', 0);

-- Connections begun by an administrator who has not come back yet.
create table channel_authorization (
  state varchar(64) character set ascii collate ascii_bin not null primary key,
  channel varchar(20) character set ascii not null,
  admin_id bigint not null,
  verifier varchar(500) character set ascii not null,
  expires_at datetime(6) not null
);
