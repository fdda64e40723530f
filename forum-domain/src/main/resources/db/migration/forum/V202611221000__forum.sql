create sequence member_seq start with 50 increment by 50 cache 10;
create sequence category_seq start with 50 increment by 50 cache 10;
create sequence question_seq start with 50 increment by 50 cache 10;
create sequence answer_seq start with 50 increment by 50 cache 10;
create sequence acceptance_seq start with 50 increment by 50 cache 10;
create sequence vote_seq start with 50 increment by 50 cache 10;
create sequence notification_seq start with 50 increment by 50 cache 10;
create sequence flag_seq start with 50 increment by 50 cache 10;
create sequence moderation_entry_seq start with 50 increment by 50 cache 10;

create table member (
  id bigint not null primary key,
  keycloak_sub varchar(64) null,
  handle varchar(30) character set ascii collate ascii_general_ci not null,
  handle_changed_at datetime(6) null,
  display_name varchar(60) not null,
  email varchar(254) null,
  email_verified boolean not null,
  roles varchar(80) not null,
  team boolean not null,
  language char(2) not null,
  mail_wanted boolean not null,
  joined_at datetime(6) not null,
  disabled_at datetime(6) null,
  deleted_at datetime(6) null,
  version bigint not null,
  unique key member_sub (keycloak_sub),
  unique key member_handle (handle)
);

create table category (
  id bigint not null primary key,
  slug varchar(40) character set ascii collate ascii_general_ci not null,
  position int not null,
  icon varchar(40) not null,
  name_de varchar(60) not null,
  name_en varchar(60) not null,
  description_de varchar(200) not null,
  description_en varchar(200) not null,
  version bigint not null,
  unique key category_slug (slug)
);

create table question (
  id bigint not null primary key,
  author_id bigint not null,
  category_id bigint not null,
  title varchar(150) not null,
  slug varchar(90) character set ascii collate ascii_general_ci not null,
  language char(2) not null,
  body mediumtext not null,
  body_html mediumtext not null,
  body_text mediumtext not null,
  excerpt varchar(240) not null,
  asked_at datetime(6) not null,
  edited_at datetime(6) null,
  last_activity_at datetime(6) not null,
  answer_count int not null default 0,
  score int not null default 0,
  me_too_count int not null default 0,
  view_count bigint not null default 0,
  accepted_answer_id bigint null,
  accepted_at datetime(6) null,
  official_answer boolean not null default false,
  locked_at datetime(6) null,
  hidden_at datetime(6) null,
  version bigint not null,
  constraint question_author foreign key (author_id) references member (id),
  constraint question_category foreign key (category_id) references category (id),
  key question_latest (hidden_at, last_activity_at, id),
  key question_by_category (category_id, hidden_at, last_activity_at, id),
  key question_votes (hidden_at, score, id),
  key question_by_author (author_id, hidden_at, id),
  fulltext key question_title_text (title, body_text),
  fulltext key question_title (title)
);

create table question_tag (
  question_id bigint not null,
  position int not null,
  name varchar(30) not null,
  primary key (question_id, position),
  key question_tag_name (name, question_id),
  constraint question_tag_question foreign key (question_id) references question (id)
);

create table answer (
  id bigint not null primary key,
  question_id bigint not null,
  author_id bigint not null,
  language char(2) not null,
  body mediumtext not null,
  body_html mediumtext not null,
  body_text mediumtext not null,
  official boolean not null,
  written_at datetime(6) not null,
  edited_at datetime(6) null,
  score int not null default 0,
  hidden_at datetime(6) null,
  version bigint not null,
  constraint answer_question foreign key (question_id) references question (id),
  constraint answer_author foreign key (author_id) references member (id),
  key answer_by_question (question_id, hidden_at, score, id),
  key answer_by_author (author_id, hidden_at, id),
  fulltext key answer_text (body_text)
);

create table acceptance (
  id bigint not null primary key,
  question_id bigint not null,
  answer_id bigint not null,
  asker_id bigint not null,
  answerer_id bigint not null,
  accepted_at datetime(6) not null,
  withdrawn_at datetime(6) null,
  current_for bigint generated always as (if(withdrawn_at is null, question_id, null)) virtual,
  unique key acceptance_current (current_for),
  key acceptance_by_question (question_id, id),
  constraint acceptance_answer foreign key (answer_id) references answer (id)
);

create table me_too (
  question_id bigint not null,
  member_id bigint not null,
  said_at datetime(6) not null,
  primary key (question_id, member_id),
  constraint me_too_question foreign key (question_id) references question (id)
);

create table subscription (
  question_id bigint not null,
  member_id bigint not null,
  since datetime(6) not null,
  primary key (question_id, member_id),
  key subscription_by_member (member_id, question_id),
  constraint subscription_question foreign key (question_id) references question (id)
);

create table vote (
  id bigint not null primary key,
  voter_id bigint not null,
  author_id bigint not null,
  post_type varchar(10) character set ascii not null,
  post_id bigint not null,
  question_id bigint not null,
  value tinyint not null,
  cast_at datetime(6) not null,
  withdrawn_at datetime(6) null,
  standing boolean generated always as (if(withdrawn_at is null, true, null)) virtual,
  unique key vote_once (voter_id, post_type, post_id, standing),
  key vote_by_voter_question (voter_id, question_id),
  constraint vote_value check (value in (-1, 1))
);

create table notification (
  id bigint not null primary key,
  member_id bigint not null,
  kind varchar(30) character set ascii not null,
  question_id bigint not null,
  answer_id bigint null,
  actor_id bigint null,
  created_at datetime(6) not null,
  read_at datetime(6) null,
  key notification_unread (member_id, read_at, id),
  key notification_latest (member_id, id),
  constraint notification_member foreign key (member_id) references member (id)
);

create table flag (
  id bigint not null primary key,
  post_type varchar(10) character set ascii not null,
  post_id bigint not null,
  question_id bigint not null,
  reporter_id bigint not null,
  reason varchar(20) character set ascii not null,
  note varchar(1000) not null,
  flagged_at datetime(6) not null,
  outcome varchar(20) character set ascii null,
  settled_at datetime(6) null,
  settled_by bigint null,
  open_by bigint generated always as (if(settled_at is null, reporter_id, null)) virtual,
  unique key flag_once (post_type, post_id, open_by),
  key flag_open (settled_at, id)
);

create table moderation_entry (
  id bigint not null primary key,
  moderator_id bigint not null,
  action varchar(20) character set ascii not null,
  post_type varchar(10) character set ascii not null,
  post_id bigint not null,
  question_id bigint not null,
  reason varchar(1000) not null,
  detail varchar(200) not null,
  at datetime(6) not null,
  key moderation_entry_by_question (question_id, id)
);

create table idempotent_request (
  member_id bigint not null,
  request_key varchar(100) character set ascii collate ascii_bin not null,
  fingerprint char(64) character set ascii not null,
  result_id bigint null,
  made_at datetime(6) not null,
  primary key (member_id, request_key),
  key idempotent_request_age (made_at)
);
