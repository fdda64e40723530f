-- Being named gives rights from now on: whoever was named for a role and has lost it since is named no more.
delete named from category_moderator named join member m on m.id = named.member_id
  where m.deleted_at is not null
    or not (find_in_set('moderator', m.roles) or find_in_set('admin', m.roles));
update category_moderator set position = position + 100;
update category_moderator named join
    (select category_id, member_id, row_number() over (partition by category_id order by position) - 1 place
      from category_moderator) put on put.category_id = named.category_id and put.member_id = named.member_id
  set named.position = put.place;
