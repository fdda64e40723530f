-- Words are looked up in the search index; these only made writing dearer.
alter table question drop key question_title_text, drop key question_title;
alter table answer drop key answer_text;
