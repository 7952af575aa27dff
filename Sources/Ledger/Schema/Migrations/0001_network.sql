-- Schema network: what the platform writes and Entremise only reads.
--
-- Keys and closed vocabularies are checked here. Figures that a platform may get wrong (a negative
-- rate, dates the wrong way round, a level of 9) are not: a row refused by a constraint would be
-- lost on the platform's side, while a row that is let in is set aside by the night, with a reason
-- that the coordinator reads in the report.

CREATE SCHEMA network;
COMMENT ON SCHEMA network IS 'What the platform writes: members, skills, missions, services, tenders. Entremise only reads it.';

CREATE TABLE network.place (
    id          text PRIMARY KEY CHECK (id <> ''),
    name        text NOT NULL,
    department  text,
    latitude    double precision NOT NULL,
    longitude   double precision NOT NULL
);
COMMENT ON TABLE network.place IS 'Places that members live in and work takes place at.';
COMMENT ON COLUMN network.place.id IS 'The platform''s id of the place.';
COMMENT ON COLUMN network.place.name IS 'Name as people write it.';
COMMENT ON COLUMN network.place.department IS 'French department number (14, 2A, 971), if any.';
COMMENT ON COLUMN network.place.latitude IS 'Degrees north, WGS 84, -90 to 90.';
COMMENT ON COLUMN network.place.longitude IS 'Degrees east, WGS 84, -180 to 180.';

CREATE TABLE network.skill (
    id             text PRIMARY KEY CHECK (id <> ''),
    label_fr       text NOT NULL,
    label_en       text NOT NULL,
    alternatives_fr text[] NOT NULL DEFAULT '{}',
    alternatives_en text[] NOT NULL DEFAULT '{}',
    esco_code      text,
    rome_code      text
);
COMMENT ON TABLE network.skill IS 'Competences that members hold and needs ask for.';
COMMENT ON COLUMN network.skill.id IS 'The platform''s id of the skill.';
COMMENT ON COLUMN network.skill.label_fr IS 'French label.';
COMMENT ON COLUMN network.skill.label_en IS 'English label.';
COMMENT ON COLUMN network.skill.alternatives_fr IS 'Other French labels for the same skill.';
COMMENT ON COLUMN network.skill.alternatives_en IS 'Other English labels for the same skill.';
COMMENT ON COLUMN network.skill.esco_code IS 'ESCO concept id, if known.';
COMMENT ON COLUMN network.skill.rome_code IS 'ROME competence code (code OGR), if known.';

CREATE TABLE network.member (
    id               text PRIMARY KEY CHECK (id <> ''),
    kind             text NOT NULL CHECK (kind IN ('consultant', 'entrepreneur', 'organisation')),
    name             text NOT NULL,
    email            text,
    locale           text NOT NULL DEFAULT 'fr' CHECK (locale IN ('fr', 'en')),
    title            text,
    about            text,
    place_id         text REFERENCES network.place,
    radius_km        numeric,
    remote           boolean NOT NULL DEFAULT true,
    languages        text[] NOT NULL DEFAULT '{fr}',
    daily_rate       numeric,
    certifications   text[] NOT NULL DEFAULT '{}',
    turnover         numeric,
    consent_matching boolean NOT NULL DEFAULT false,
    consent_bids     boolean NOT NULL DEFAULT false,
    digest           text NOT NULL DEFAULT 'daily' CHECK (digest IN ('daily', 'weekly', 'never')),
    joined_on        date NOT NULL,
    left_on          date
);
COMMENT ON TABLE network.member IS 'People and organisations of the network.';
COMMENT ON COLUMN network.member.id IS 'The platform''s id of the member.';
COMMENT ON COLUMN network.member.kind IS 'consultant, entrepreneur or organisation.';
COMMENT ON COLUMN network.member.name IS 'Name as shown to other members.';
COMMENT ON COLUMN network.member.email IS 'Address the digest goes to; none, no digest.';
COMMENT ON COLUMN network.member.locale IS 'Language that the member is written to in: fr or en.';
COMMENT ON COLUMN network.member.title IS 'What the member does, in one line.';
COMMENT ON COLUMN network.member.about IS 'What the member says of their work.';
COMMENT ON COLUMN network.member.place_id IS 'Where the member is based.';
COMMENT ON COLUMN network.member.radius_km IS 'How far the member goes for work on site, in kilometres; none: anywhere.';
COMMENT ON COLUMN network.member.remote IS 'Whether the member accepts work at a distance.';
COMMENT ON COLUMN network.member.languages IS 'Languages the member works in, ISO 639-1.';
COMMENT ON COLUMN network.member.daily_rate IS 'Usual daily rate before VAT, in euros.';
COMMENT ON COLUMN network.member.certifications IS 'Certifications held, such as qualiopi or iso9001.';
COMMENT ON COLUMN network.member.turnover IS 'Last yearly turnover before VAT, in euros.';
COMMENT ON COLUMN network.member.consent_matching IS 'Whether the member agreed to be suggested to others.';
COMMENT ON COLUMN network.member.consent_bids IS 'Whether the member agreed to be put forward in joint bids.';
COMMENT ON COLUMN network.member.digest IS 'How often the member wants news: daily, weekly or never.';
COMMENT ON COLUMN network.member.joined_on IS 'Day the member joined.';
COMMENT ON COLUMN network.member.left_on IS 'Day the member left, if they did.';
CREATE INDEX member_place ON network.member (place_id);

CREATE TABLE network.member_skill (
    member_id text NOT NULL REFERENCES network.member ON DELETE CASCADE,
    skill_id  text NOT NULL REFERENCES network.skill,
    level     integer,
    years     numeric,
    PRIMARY KEY (member_id, skill_id)
);
COMMENT ON TABLE network.member_skill IS 'Skills that members hold.';
COMMENT ON COLUMN network.member_skill.member_id IS 'Who holds it.';
COMMENT ON COLUMN network.member_skill.skill_id IS 'Which skill.';
COMMENT ON COLUMN network.member_skill.level IS 'Level held, 1 (notions) to 5 (reference in the trade); none: not said.';
COMMENT ON COLUMN network.member_skill.years IS 'Years of practice, if known.';
CREATE INDEX member_skill_skill ON network.member_skill (skill_id);

CREATE TABLE network.availability (
    id            text PRIMARY KEY CHECK (id <> ''),
    member_id     text NOT NULL REFERENCES network.member ON DELETE CASCADE,
    starts_on     date NOT NULL,
    ends_on       date NOT NULL,
    days_per_week numeric NOT NULL
);
COMMENT ON TABLE network.availability IS 'Periods in which a member has days to give. No row at all means the member said nothing.';
COMMENT ON COLUMN network.availability.id IS 'The platform''s id of the row.';
COMMENT ON COLUMN network.availability.member_id IS 'Whose days.';
COMMENT ON COLUMN network.availability.starts_on IS 'First day, included.';
COMMENT ON COLUMN network.availability.ends_on IS 'Last day, included.';
COMMENT ON COLUMN network.availability.days_per_week IS 'Days a week that can be given, above 0 to 7.';
CREATE INDEX availability_member ON network.availability (member_id);

CREATE TABLE network.commitment (
    id        text PRIMARY KEY CHECK (id <> ''),
    member_id text NOT NULL REFERENCES network.member ON DELETE CASCADE,
    starts_on date NOT NULL,
    ends_on   date NOT NULL,
    days      numeric NOT NULL,
    note      text
);
COMMENT ON TABLE network.commitment IS 'Days already promised elsewhere, taken off the availability.';
COMMENT ON COLUMN network.commitment.id IS 'The platform''s id of the row.';
COMMENT ON COLUMN network.commitment.member_id IS 'Whose days.';
COMMENT ON COLUMN network.commitment.starts_on IS 'First day, included.';
COMMENT ON COLUMN network.commitment.ends_on IS 'Last day, included.';
COMMENT ON COLUMN network.commitment.days IS 'Days promised within the period.';
COMMENT ON COLUMN network.commitment.note IS 'What for, for the coordinator.';
CREATE INDEX commitment_member ON network.commitment (member_id);

CREATE TABLE network.mission (
    id             text PRIMARY KEY CHECK (id <> ''),
    owner_id       text NOT NULL REFERENCES network.member,
    title          text NOT NULL,
    text           text,
    language       text NOT NULL DEFAULT 'fr' CHECK (language IN ('fr', 'en')),
    languages      text[] NOT NULL DEFAULT '{fr}',
    place_id       text REFERENCES network.place,
    remote         text NOT NULL DEFAULT 'possible' CHECK (remote IN ('no', 'possible', 'only')),
    starts_on      date,
    ends_on        date,
    days           numeric,
    daily_rate_max numeric,
    certifications text[] NOT NULL DEFAULT '{}',
    status         text NOT NULL DEFAULT 'open' CHECK (status IN ('draft', 'open', 'filled', 'closed')),
    posted_on      date NOT NULL
);
COMMENT ON TABLE network.mission IS 'Missions offered to consultants.';
COMMENT ON COLUMN network.mission.id IS 'The platform''s id of the mission.';
COMMENT ON COLUMN network.mission.owner_id IS 'Member who offers it and hears of suggestions.';
COMMENT ON COLUMN network.mission.title IS 'Title as posted.';
COMMENT ON COLUMN network.mission.text IS 'Description as posted.';
COMMENT ON COLUMN network.mission.language IS 'Language the text is written in: fr or en.';
COMMENT ON COLUMN network.mission.languages IS 'Languages the work is done in, all of them needed, ISO 639-1.';
COMMENT ON COLUMN network.mission.place_id IS 'Where the work takes place.';
COMMENT ON COLUMN network.mission.remote IS 'no: on site; possible: on site or at a distance; only: at a distance.';
COMMENT ON COLUMN network.mission.starts_on IS 'First day of the work.';
COMMENT ON COLUMN network.mission.ends_on IS 'Last day of the work.';
COMMENT ON COLUMN network.mission.days IS 'Days of work asked.';
COMMENT ON COLUMN network.mission.daily_rate_max IS 'Highest daily rate before VAT, in euros.';
COMMENT ON COLUMN network.mission.certifications IS 'Certifications asked, all of them.';
COMMENT ON COLUMN network.mission.status IS 'draft, open, filled or closed; only open ones are matched.';
COMMENT ON COLUMN network.mission.posted_on IS 'Day it was posted.';
CREATE INDEX mission_place ON network.mission (place_id);
CREATE INDEX mission_owner ON network.mission (owner_id);
CREATE INDEX mission_open ON network.mission (posted_on) WHERE status = 'open';

CREATE TABLE network.mission_skill (
    mission_id text NOT NULL REFERENCES network.mission ON DELETE CASCADE,
    skill_id   text NOT NULL REFERENCES network.skill,
    level      integer,
    weight     numeric NOT NULL DEFAULT 1,
    mandatory  boolean NOT NULL DEFAULT false,
    PRIMARY KEY (mission_id, skill_id)
);
COMMENT ON TABLE network.mission_skill IS 'Skills that missions ask for.';
COMMENT ON COLUMN network.mission_skill.mission_id IS 'Which mission.';
COMMENT ON COLUMN network.mission_skill.skill_id IS 'Which skill.';
COMMENT ON COLUMN network.mission_skill.level IS 'Level asked at the least, 1 to 5; none: any.';
COMMENT ON COLUMN network.mission_skill.weight IS 'How much it counts among the skills asked, above 0.';
COMMENT ON COLUMN network.mission_skill.mandatory IS 'Whether nobody without it, at that level, is to be suggested.';
CREATE INDEX mission_skill_skill ON network.mission_skill (skill_id);

CREATE TABLE network.service (
    id          text PRIMARY KEY CHECK (id <> ''),
    side        text NOT NULL CHECK (side IN ('request', 'offer')),
    member_id   text NOT NULL REFERENCES network.member,
    title       text NOT NULL,
    text        text,
    language    text NOT NULL DEFAULT 'fr' CHECK (language IN ('fr', 'en')),
    place_id    text REFERENCES network.place,
    remote      text NOT NULL DEFAULT 'possible' CHECK (remote IN ('no', 'possible', 'only')),
    radius_km   numeric,
    starts_on   date,
    ends_on     date,
    hours       numeric,
    exchange    text[] NOT NULL DEFAULT '{time}' CHECK (exchange <@ '{gift,time,money}' AND exchange <> '{}'),
    hourly_rate numeric,
    status      text NOT NULL DEFAULT 'open' CHECK (status IN ('draft', 'open', 'filled', 'closed')),
    posted_on   date NOT NULL
);
COMMENT ON TABLE network.service IS 'Services that members ask for and offer one another.';
COMMENT ON COLUMN network.service.id IS 'The platform''s id of the request or offer.';
COMMENT ON COLUMN network.service.side IS 'request or offer.';
COMMENT ON COLUMN network.service.member_id IS 'Who asks or offers.';
COMMENT ON COLUMN network.service.title IS 'Title as posted.';
COMMENT ON COLUMN network.service.text IS 'Description as posted.';
COMMENT ON COLUMN network.service.language IS 'Language the text is written in: fr or en.';
COMMENT ON COLUMN network.service.place_id IS 'Where the service takes place; none: where the member is based.';
COMMENT ON COLUMN network.service.remote IS 'no: on site; possible: on site or at a distance; only: at a distance.';
COMMENT ON COLUMN network.service.radius_km IS 'For an offer, how far its member goes, in kilometres; none: as the member says.';
COMMENT ON COLUMN network.service.starts_on IS 'First day it is wanted or offered.';
COMMENT ON COLUMN network.service.ends_on IS 'Last day it is wanted or offered.';
COMMENT ON COLUMN network.service.hours IS 'Hours asked, or hours that can be given.';
COMMENT ON COLUMN network.service.exchange IS 'Kinds of exchange accepted: gift, time (the time bank), money.';
COMMENT ON COLUMN network.service.hourly_rate IS 'For money, the hourly rate before VAT in euros: highest paid, or asked.';
COMMENT ON COLUMN network.service.status IS 'draft, open, filled or closed; only open ones are matched.';
COMMENT ON COLUMN network.service.posted_on IS 'Day it was posted.';
CREATE INDEX service_place ON network.service (place_id);
CREATE INDEX service_member ON network.service (member_id);
CREATE INDEX service_open ON network.service (side, posted_on) WHERE status = 'open';

CREATE TABLE network.service_skill (
    service_id text NOT NULL REFERENCES network.service ON DELETE CASCADE,
    skill_id   text NOT NULL REFERENCES network.skill,
    level      integer,
    weight     numeric NOT NULL DEFAULT 1,
    mandatory  boolean NOT NULL DEFAULT false,
    PRIMARY KEY (service_id, skill_id)
);
COMMENT ON TABLE network.service_skill IS 'Skills that a service request asks for or an offer brings.';
COMMENT ON COLUMN network.service_skill.service_id IS 'Which request or offer.';
COMMENT ON COLUMN network.service_skill.skill_id IS 'Which skill.';
COMMENT ON COLUMN network.service_skill.level IS 'Level asked or brought, 1 to 5; none: any.';
COMMENT ON COLUMN network.service_skill.weight IS 'For a request, how much it counts, above 0.';
COMMENT ON COLUMN network.service_skill.mandatory IS 'For a request, whether nobody without it is to be suggested.';
CREATE INDEX service_skill_skill ON network.service_skill (skill_id);

CREATE TABLE network.time_account (
    member_id text PRIMARY KEY REFERENCES network.member ON DELETE CASCADE,
    balance   numeric NOT NULL,
    lowest    numeric NOT NULL,
    highest   numeric NOT NULL
);
COMMENT ON TABLE network.time_account IS 'Accounts of the time bank, in hours.';
COMMENT ON COLUMN network.time_account.member_id IS 'Whose account.';
COMMENT ON COLUMN network.time_account.balance IS 'Hours given less hours received.';
COMMENT ON COLUMN network.time_account.lowest IS 'Lowest balance allowed (a debt is negative).';
COMMENT ON COLUMN network.time_account.highest IS 'Highest balance allowed.';

CREATE TABLE network.tender (
    id             text PRIMARY KEY CHECK (id <> ''),
    buyer          text NOT NULL,
    title          text NOT NULL,
    text           text,
    language       text NOT NULL DEFAULT 'fr' CHECK (language IN ('fr', 'en')),
    languages      text[] NOT NULL DEFAULT '{fr}',
    cpv            text,
    place_id       text REFERENCES network.place,
    remote         text NOT NULL DEFAULT 'possible' CHECK (remote IN ('no', 'possible', 'only')),
    deadline_on    date NOT NULL,
    members_max    integer,
    turnover_min   numeric,
    form           text NOT NULL DEFAULT 'joint' CHECK (form IN ('joint', 'joint_and_several')),
    certifications text[] NOT NULL DEFAULT '{}',
    status         text NOT NULL DEFAULT 'open' CHECK (status IN ('draft', 'open', 'bid', 'won', 'lost', 'closed')),
    posted_on      date NOT NULL
);
COMMENT ON TABLE network.tender IS 'Public tenders that members may answer together.';
COMMENT ON COLUMN network.tender.id IS 'The platform''s id of the tender.';
COMMENT ON COLUMN network.tender.buyer IS 'Who buys.';
COMMENT ON COLUMN network.tender.title IS 'Subject as published.';
COMMENT ON COLUMN network.tender.text IS 'Description as published.';
COMMENT ON COLUMN network.tender.language IS 'Language the text is written in: fr or en.';
COMMENT ON COLUMN network.tender.languages IS 'Languages the work is done in, all of them needed, ISO 639-1.';
COMMENT ON COLUMN network.tender.cpv IS 'Code of the Common Procurement Vocabulary.';
COMMENT ON COLUMN network.tender.place_id IS 'Where the work takes place.';
COMMENT ON COLUMN network.tender.remote IS 'no: on site; possible: on site or at a distance; only: at a distance.';
COMMENT ON COLUMN network.tender.deadline_on IS 'Last day to submit.';
COMMENT ON COLUMN network.tender.members_max IS 'Most members a group may have; none: no limit.';
COMMENT ON COLUMN network.tender.turnover_min IS 'Lowest yearly turnover of the group together, in euros; none: no minimum.';
COMMENT ON COLUMN network.tender.form IS 'joint (groupement conjoint) or joint_and_several (groupement solidaire).';
COMMENT ON COLUMN network.tender.certifications IS 'Certifications that one member of the group must hold, all of them.';
COMMENT ON COLUMN network.tender.status IS 'draft, open, bid, won, lost or closed; only open ones are formed for.';
COMMENT ON COLUMN network.tender.posted_on IS 'Day it was posted.';
CREATE INDEX tender_place ON network.tender (place_id);
CREATE INDEX tender_open ON network.tender (deadline_on) WHERE status = 'open';

CREATE TABLE network.lot (
    id        text PRIMARY KEY CHECK (id <> ''),
    tender_id text NOT NULL REFERENCES network.tender ON DELETE CASCADE,
    number    integer NOT NULL,
    title     text NOT NULL,
    text      text,
    budget    numeric,
    starts_on date,
    ends_on   date,
    UNIQUE (tender_id, number)
);
COMMENT ON TABLE network.lot IS 'Lots of tenders; a tender in one piece has one lot.';
COMMENT ON COLUMN network.lot.id IS 'The platform''s id of the lot.';
COMMENT ON COLUMN network.lot.tender_id IS 'Which tender.';
COMMENT ON COLUMN network.lot.number IS 'Number of the lot in the tender.';
COMMENT ON COLUMN network.lot.title IS 'Title of the lot.';
COMMENT ON COLUMN network.lot.text IS 'Description of the lot.';
COMMENT ON COLUMN network.lot.budget IS 'Budget before VAT, in euros; none: not published.';
COMMENT ON COLUMN network.lot.starts_on IS 'First day of the work.';
COMMENT ON COLUMN network.lot.ends_on IS 'Last day of the work.';

CREATE TABLE network.lot_skill (
    lot_id   text NOT NULL REFERENCES network.lot ON DELETE CASCADE,
    skill_id text NOT NULL REFERENCES network.skill,
    level    integer,
    days     numeric NOT NULL,
    PRIMARY KEY (lot_id, skill_id)
);
COMMENT ON TABLE network.lot_skill IS 'Days of work that lots ask for, by skill.';
COMMENT ON COLUMN network.lot_skill.lot_id IS 'Which lot.';
COMMENT ON COLUMN network.lot_skill.skill_id IS 'Which skill.';
COMMENT ON COLUMN network.lot_skill.level IS 'Level asked at the least, 1 to 5; none: any.';
COMMENT ON COLUMN network.lot_skill.days IS 'Days of work of that skill.';
CREATE INDEX lot_skill_skill ON network.lot_skill (skill_id);

CREATE TABLE network.collaboration (
    id        text PRIMARY KEY CHECK (id <> ''),
    member_a  text NOT NULL REFERENCES network.member ON DELETE CASCADE,
    member_b  text NOT NULL REFERENCES network.member ON DELETE CASCADE,
    worked_on date NOT NULL,
    subject   text,
    rating    integer
);
COMMENT ON TABLE network.collaboration IS 'Work that two members did together.';
COMMENT ON COLUMN network.collaboration.id IS 'The platform''s id of the row.';
COMMENT ON COLUMN network.collaboration.member_a IS 'One member.';
COMMENT ON COLUMN network.collaboration.member_b IS 'The other member.';
COMMENT ON COLUMN network.collaboration.worked_on IS 'Day it ended.';
COMMENT ON COLUMN network.collaboration.subject IS 'What it was about.';
COMMENT ON COLUMN network.collaboration.rating IS 'How it went, 1 to 5, if said.';
CREATE INDEX collaboration_a ON network.collaboration (member_a);
CREATE INDEX collaboration_b ON network.collaboration (member_b);

CREATE TABLE network.refusal (
    member_id text NOT NULL REFERENCES network.member ON DELETE CASCADE,
    refused_id text NOT NULL REFERENCES network.member ON DELETE CASCADE,
    said_on   date NOT NULL,
    PRIMARY KEY (member_id, refused_id)
);
COMMENT ON TABLE network.refusal IS 'Members who do not wish to work with another; holds both ways.';
COMMENT ON COLUMN network.refusal.member_id IS 'Who refuses.';
COMMENT ON COLUMN network.refusal.refused_id IS 'Whom.';
COMMENT ON COLUMN network.refusal.said_on IS 'Day it was said.';
CREATE INDEX refusal_refused ON network.refusal (refused_id);
