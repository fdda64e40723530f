-- The table of db-scheduler 16: one row for each job of the outbox.
create table scheduled_tasks (
  task_name varchar(100) character set ascii not null,
  task_instance varchar(100) character set ascii not null,
  task_data blob null,
  execution_time datetime(6) not null,
  picked boolean not null,
  picked_by varchar(50) null,
  last_success datetime(6) null,
  last_failure datetime(6) null,
  consecutive_failures int null,
  last_heartbeat datetime(6) null,
  version bigint not null,
  priority smallint null,
  primary key (task_name, task_instance),
  key scheduled_tasks_due (execution_time),
  key scheduled_tasks_heartbeat (last_heartbeat)
);
