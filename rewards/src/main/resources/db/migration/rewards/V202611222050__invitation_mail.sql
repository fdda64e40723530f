-- One mail about an invitation is sent at a time, and what was sent is known. The columns may be there already: for some
-- minutes this migration had an earlier number.
alter table invitation
  add column if not exists mailed_revision int null,
  add column if not exists mailing_until datetime(6) null;
