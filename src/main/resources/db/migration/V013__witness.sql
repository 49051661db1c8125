-- What a witness got last is asked every few seconds; the primary key begins with the size.
create index log_witnessed_latest on log_witnessed (witness, size);
