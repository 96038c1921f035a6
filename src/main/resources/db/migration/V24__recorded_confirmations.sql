-- confirmations are read too, to compare them with their audit entries
drop index value_change_unconfirmed;
create index value_change_changed on value_change (changed_at);

-- earlier versions verified some connections without an audit entry: the next poll verifies them again
delete from verified_connection v where not exists (
    select 1 from audit_entry e
    where e.action = 'AUTHORITY_CHANGED' and e.account_id = v.account_id
      and e.message like '%first successful read of the connection%');
