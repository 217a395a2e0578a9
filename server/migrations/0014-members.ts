// Migration: what is known of members beside their mandate: where they live, for the spread over the town, and that a
// guardian has said yes to somebody under 15 taking part. And the keys from mandates to the places that they are held in.
export const sql = `
create table committees.residence (
  person_id uuid primary key references people.person,
  district text not null
);

create table committees.guardian_yes (
  id uuid primary key,
  mandate_id uuid not null unique references people.mandate,
  guardian text not null check (guardian <> ''),
  on_day date not null
);

alter table people.mandate add constraint mandate_body foreign key (body_id) references committees.body;
alter table people.mandate add constraint mandate_commission foreign key (commission_id) references commissions.commission;
`
