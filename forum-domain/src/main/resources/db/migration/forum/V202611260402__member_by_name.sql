-- Whom a text can name is found by the beginning of a name.
alter table member add key member_name (display_name);
