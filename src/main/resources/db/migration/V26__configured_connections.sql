-- Accounts that the configuration names without a connection have only a membership.
delete from effective_value where kind = 'CONNECTION' and subject <> '' and value not like '%; role: %';
