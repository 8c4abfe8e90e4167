-- The mail that is still to go, oldest first, however much has gone and however much waits.
create index outbox_open on outbox (queue_number) where status <> 'sent';
