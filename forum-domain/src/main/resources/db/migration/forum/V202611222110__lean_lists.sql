-- Every order and state of a list has an index that ends in the order, so that a page reads about as many rows as it shows.
alter table question
  add column hot int generated always as (me_too_count * 3 + score + answer_count) virtual,
  add column solved boolean generated always as (accepted_answer_id is not null) virtual,
  add column unanswered boolean generated always as (answer_count = 0) virtual;

alter table question
  add key question_hot (hidden_at, hot, id),
  add key question_solved_latest (hidden_at, solved, last_activity_at, id),
  add key question_solved_hot (hidden_at, solved, hot, id),
  add key question_solved_votes (hidden_at, solved, score, id),
  add key question_unanswered_latest (hidden_at, unanswered, last_activity_at, id),
  add key question_unanswered_hot (hidden_at, unanswered, hot, id),
  add key question_unanswered_votes (hidden_at, unanswered, score, id),
  add key question_by_category_hot (category_id, hidden_at, hot, id),
  add key question_by_category_votes (category_id, hidden_at, score, id),
  add key question_by_author_latest (author_id, hidden_at, last_activity_at, id);
