-- What a question in the category should tell, as its asker finds it in the empty field.
alter table category
  add column template_de text not null default '',
  add column template_en text not null default '';
