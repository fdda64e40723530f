-- When a member last looked at lists, and when they did in the visit before this one.
alter table member add column visited_at datetime(6) null, add column visit_before datetime(6) null;
