-- The attachment that stands for a member; its place among the uses is 'avatar'.
alter table member add column avatar_id bigint null;
