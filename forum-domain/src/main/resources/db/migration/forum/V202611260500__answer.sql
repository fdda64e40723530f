-- The table is the largest and is built anew for whatever is added, so all is added at once. Every order of a thread has an
-- index that ends in it; ids come in blocks for each node and tell no time. helpful stands beside the row, so that a thread
-- needs no other statement to show it. valid_at says until when a solution is known to be valid, asked_at when the last of
-- those with the same problem was asked about it, the counts what they said; all are empty for what solves nothing.
alter table answer
  add key answer_by_votes (question_id, hidden_at, score desc, id),
  add key answer_by_time (question_id, hidden_at, written_at, id),
  drop key answer_by_question,
  add column helpful boolean not null default false,
  add column valid_at datetime(6) null,
  add column asked_at datetime(6) null,
  add column works_count int not null default 0,
  add column broken_count int not null default 0,
  add key answer_to_ask_about (asked_at, valid_at);
