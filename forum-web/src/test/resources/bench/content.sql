-- Fills an empty, migrated schema. {questions}, {members}, {texts}, {answers} and {zipf} are put in by BenchContent.
-- Every id begins above 1000, so that what the forum makes by itself meanwhile does not collide.
set session rand_seed1 = 20261122, rand_seed2 = 4711, foreign_key_checks = 0, unique_checks = 0;
set @base = 1000, @now = utc_timestamp(6);

insert into category (id, slug, position, icon, name_de, name_en, description_de, description_en, version)
select @base + seq, concat('bereich-', seq), seq, elt(1 + seq mod 5, 'wifi', 'cable', 'smartphone', 'plane', 'tv'),
  concat('Bereich ', seq), concat('Area ', seq), 'Alles, was dazu gehört', 'Everything that belongs there', 1
from seq_1_to_12;

-- the members 200 to 284 are staff, whose answers are official
insert into member (id, handle, display_name, email_verified, roles, team, language, mail_wanted, joined_at, version)
select @base + seq, concat('m', seq),
  concat(elt(1 + seq mod 11, 'Lena', 'Jonas', 'Ayşe', 'Paul', 'Mia', 'Nora', 'Emil', 'Ida', 'Ole', 'Zoë', 'Ben'), ' ',
    elt(1 + (seq div 11) mod 9, 'Krüger', 'Weiß', 'Yılmaz', 'Schmidt', 'Brandt', 'Otto', 'Nowak', 'Peters', 'Lang')),
  true, if(seq between 200 and 284, 'customer,staff', 'customer'), seq between 200 and 284,
  if(rand() < 0.7, 'de', 'en'), false, @now - interval 1001 day, 1
from seq_1_to_{members};

create table bench_question (
  id bigint not null primary key, author_id bigint, category_id bigint, text_id int, asked_at datetime(6),
  answers int, first_answer bigint, solved boolean, solution int, me_too int);
insert into bench_question
select @base + seq, @base + 1 + floor({members} * pow(rand(), 2)), @base + least(12, floor(pow(13, rand()))),
  1 + floor(rand() * {texts}), @now - interval floor(86400 * 1000 * (1 - (seq - rand()) / {questions})) second,
  {answers}, 0, rand() < 0.81, 0, least(60, floor(0.7 * (pow(1 - rand(), -0.5) - 1)))
from seq_1_to_{questions};
-- fixed ones to be measured: 20 posts, one, and 501
update bench_question set answers = 19 where id = @base + 20;
update bench_question set answers = 0 where id = @base + 21;
update bench_question set answers = 500 where id = @base + 22;
update bench_question set solved = solved and answers > 0, solution = 1 + floor(rand() * least(answers, 3));
update bench_question b join (select id, sum(answers) over (order by id) - answers as before_it from bench_question) s
  on s.id = b.id set b.first_answer = s.before_it;

insert into answer (id, question_id, author_id, language, body, body_html, body_text, official, written_at, score, version)
select a.id, a.question_id, a.author_id, t.language, t.body, t.body_html, t.body_text,
  a.author_id between @base + 200 and @base + 284, least(@now, a.asked_at + interval floor(600 * pow(a.k, 1.6)) second), 0, 1
from (select @base + q.first_answer + s.seq as id, q.id as question_id, q.asked_at, s.seq as k,
        @base + {zipf} as author_id, 1 + floor(rand() * {texts}) as text_id
      from bench_question q join seq_1_to_500 s on s.seq <= q.answers order by q.id, s.seq limit 18446744073709551615) a
join bench_text t on t.id = a.text_id;

insert into question (id, author_id, category_id, title, slug, language, body, body_html, body_text, excerpt, asked_at,
  last_activity_at, answer_count, me_too_count, view_count, accepted_answer_id, accepted_at, official_answer, version)
select q.id, q.author_id, q.category_id, t.title, t.slug, t.language, t.body, t.body_html, t.body_text, t.excerpt, q.asked_at,
  if(q.answers = 0, q.asked_at, least(@now, q.asked_at + interval floor(600 * pow(q.answers, 1.6)) second)),
  q.answers, 0, 20 + q.answers * 37, if(q.solved, @base + q.first_answer + q.solution, null),
  if(q.solved, least(@now, q.asked_at + interval floor(600 * pow(q.solution, 1.6)) + 3600 second), null), false, 1
from bench_question q join bench_text t on t.id = q.text_id;
update question q join (select distinct question_id from answer where official) a on a.question_id = q.id
  set q.official_answer = true;

insert into question_tag (question_id, position, name)
select question_id, row_number() over (partition by question_id order by name) - 1, name
from (select distinct q.id as question_id, concat('thema-', least(400, floor(pow(401, rand())))) as name
      from bench_question q join seq_1_to_3 s) t;

insert into acceptance (id, question_id, answer_id, asker_id, answerer_id, accepted_at)
select q.id, q.id, a.id, q.author_id, a.author_id, q.accepted_at
from question q join answer a on a.id = q.accepted_answer_id;

create table bench_post (
  post_type varchar(10) character set ascii, id bigint, question_id bigint, author_id bigint, at datetime(6), votes int, base bigint);
insert into bench_post
select 'QUESTION', id, id, author_id, asked_at, least(40, floor(0.8 * (pow(1 - rand(), -0.45) - 1))), floor({members} * pow(rand(), 2))
from question where id > @base;
insert into bench_post
select 'ANSWER', id, question_id, author_id, written_at, least(40, floor(1.3 * (pow(1 - rand(), -0.45) - 1))), floor({members} * pow(rand(), 2))
from answer where id > @base;
insert into vote (id, voter_id, author_id, post_type, post_id, question_id, value, cast_at)
select @base + row_number() over (), voter_id, author_id, post_type, id, question_id, if(rand() < 0.92, 1, -1),
  least(@now, at + interval floor(86400 * 20 * pow(rand(), 3)) second)
from (select p.*, @base + 1 + (p.base + s.seq * 7919) mod {members} as voter_id
      from bench_post p join seq_1_to_40 s on s.seq <= p.votes) v
where voter_id <> author_id;
update question q join (select post_id, sum(value) as score from vote where post_type = 'QUESTION' group by post_id) v
  on v.post_id = q.id set q.score = v.score;
update answer a join (select post_id, sum(value) as score from vote where post_type = 'ANSWER' group by post_id) v
  on v.post_id = a.id set a.score = v.score;

insert into me_too (question_id, member_id, said_at)
select q.id, @base + 1 + (q.id * 31 + s.seq * 7919) mod {members}, q.asked_at
from bench_question q join seq_1_to_60 s on s.seq <= q.me_too;
delete m from me_too m join question q on q.id = m.question_id and q.author_id = m.member_id;
update question q join (select question_id, count(*) as n from me_too group by question_id) m on m.question_id = q.id
  set q.me_too_count = m.n;

-- the points table without the limits of a day
insert into ledger_entry (id, member_id, credit, points, fact_type, fact_id, reversal, giver_id, question_id, answer_id, day, at)
select @base + row_number() over (order by at), member_id, credit, points, fact_type, fact_id, false, giver_id, question_id,
  answer_id, date(at), at
from (
  select author_id as member_id, if(value > 0, if(post_type = 'ANSWER', 'ANSWER_UP', 'QUESTION_UP'), 'ANSWER_DOWN') as credit,
    if(value > 0, if(post_type = 'ANSWER', 5, 2), -2) as points, 'VOTE' as fact_type, id as fact_id, voter_id as giver_id,
    question_id, if(post_type = 'ANSWER', post_id, null) as answer_id, cast_at as at
  from vote where value > 0 or post_type = 'ANSWER'
  union all
  select answerer_id, 'SOLUTION', 15, 'ACCEPTANCE', id, asker_id, question_id, answer_id, accepted_at
  from acceptance where asker_id <> answerer_id
  union all
  select asker_id, 'ACCEPTING', 2, 'ACCEPTANCE', id, asker_id, question_id, answer_id, accepted_at
  from acceptance where asker_id <> answerer_id) l;
insert into standing (member_id, points, solutions)
select member_id, sum(points), sum(credit = 'SOLUTION') from ledger_entry group by member_id;

drop table bench_question;
drop table bench_post;
drop table bench_text;
analyze table member, question, answer, vote, ledger_entry, standing, question_tag, me_too, acceptance;
