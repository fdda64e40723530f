-- What a category looks like, what applies in it, who looks after it, whether it is over, and how it was called before.
alter table category
  add column colour varchar(20) character set ascii collate ascii_general_ci not null default 'petrol',
  add column rules_de varchar(2000) not null default '',
  add column rules_en varchar(2000) not null default '',
  add column archived_at datetime(6) null;

create table category_moderator (
  category_id bigint not null,
  position int not null,
  member_id bigint not null,
  primary key (category_id, position),
  constraint category_moderator_category foreign key (category_id) references category (id),
  constraint category_moderator_member foreign key (member_id) references member (id)
);

create table category_former_slug (
  slug varchar(40) character set ascii collate ascii_general_ci not null primary key,
  category_id bigint not null,
  constraint category_former_slug_category foreign key (category_id) references category (id)
);
