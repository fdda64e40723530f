-- Whom a member has blocked, beside the member too, so that lists need no other statement to fold what those wrote.
alter table member add column blocked_ids varchar(4000) character set ascii not null default '';
update member m join (select blocker_id, group_concat(blocked_id) ids from member_block group by blocker_id) b
  on b.blocker_id = m.id set m.blocked_ids = b.ids;
