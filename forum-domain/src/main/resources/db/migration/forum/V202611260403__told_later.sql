-- News wait until their author can no longer take back what they tell of; null tells at once.
alter table notification add column told_at datetime(6) null;
