-- Every order of a thread has an index that ends in it; ids come in blocks for each node and tell no time.
alter table answer
  add key answer_by_votes (question_id, hidden_at, score desc, id),
  add key answer_by_time (question_id, hidden_at, written_at, id),
  drop key answer_by_question;
