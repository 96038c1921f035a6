create table team_group_grant (
    team_id  bigint       not null references team on delete cascade,
    person   varchar(254) not null,
    role     varchar(10)  not null check (role in ('REVIEWER', 'LEAD')),
    primary key (team_id, person)
);
comment on table team_group_grant is 'Members whom the groups of an identity provider put into a team; team_member has those whom a user added';
create index team_group_grant_person on team_group_grant (person, team_id);

create view team_group_member as
select g.team_id, g.person, g.role from team_group_grant g join person p on p.name = g.person and p.origin = 'PROVIDER';
comment on view team_group_member is 'Leaves out users whom the configuration took over: their groups are not read any more';

create view team_membership as
select team_id, person, min(role) as role
from (select team_id, person, role from team_member
    union all select team_id, person, role from team_group_member) as granted
group by team_id, person;
comment on view team_membership is 'All members of teams, with the higher role: LEAD is before REVIEWER in the alphabet';
