-- What members say about themselves and what of it others see; the release before fills in nothing and hides nothing.
alter table member
  add column about varchar(600) not null default '',
  add column about_html text not null default '',
  add column zone varchar(40) character set ascii null,
  add column activity_shown boolean not null default true,
  add column search_listed boolean not null default true;

-- Every handle that was ever somebody's, so that one given up leads to its member for ever and is nobody else's. Without
-- a member it is one of an account that is gone. No foreign key: whoever checked one would lock the member.
create table handle_owner (
  handle varchar(30) character set ascii collate ascii_general_ci not null primary key,
  member_id bigint null,
  since datetime(6) not null,
  key handle_owner_member (member_id)
);

insert into handle_owner (handle, member_id, since)
  select handle, id, coalesce(handle_changed_at, joined_at) from member where deleted_at is null;
