-- Why somebody follows a question, so that the page can tell; the previous release writes the default.
alter table subscription add column reason varchar(10) character set ascii not null default 'CHOSEN';
update subscription s join question q on q.id = s.question_id set s.reason = 'ASKED' where s.member_id = q.author_id;
