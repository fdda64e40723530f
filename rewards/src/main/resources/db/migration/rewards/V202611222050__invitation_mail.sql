-- One mail about an invitation is sent at a time, and what was sent is known.
alter table invitation
  add column mailed_revision int null,
  add column mailing_until datetime(6) null;
