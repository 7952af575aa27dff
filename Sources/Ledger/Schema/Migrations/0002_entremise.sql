-- Schema entremise: what the night writes.
--
-- Suggestions and bids are versions. A row holds what one run was the first to show, and stands
-- until the run that no longer showed it in that form: what stood at the end of run R are the rows
-- with run_id <= R and (until_run_id IS NULL OR until_run_id > R). A night without news therefore
-- writes no such row at all, and any past night can be read again as it was.
--
-- Ids of the platform are plain text without foreign keys: what was once suggested stays on record
-- when the platform removes the member or the mission.

CREATE TABLE entremise.run (
    id                 bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    job                text NOT NULL CHECK (job <> ''),
    title_fr           text NOT NULL,
    title_en           text NOT NULL,
    as_of              date NOT NULL,
    status             text NOT NULL DEFAULT 'running' CHECK (status IN ('running', 'completed', 'failed', 'interrupted')),
    error              text,
    seed               bigint NOT NULL,
    program_version    text NOT NULL,
    input_hash         text CHECK (input_hash ~ '^[0-9a-f]{64}$'),
    configuration_hash text NOT NULL CHECK (configuration_hash ~ '^[0-9a-f]{64}$'),
    started_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_at           timestamptz,
    stages             jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(stages) = 'array'),
    labels             jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(labels) = 'object'),
    CHECK ((status = 'running') = (ended_at IS NULL)),
    CHECK (status <> 'completed' OR input_hash IS NOT NULL)
);
COMMENT ON TABLE entremise.run IS 'Executions of jobs.';
COMMENT ON COLUMN entremise.run.id IS 'Number of the run, ascending in time.';
COMMENT ON COLUMN entremise.run.job IS 'Name of the job.';
COMMENT ON COLUMN entremise.run.title_fr IS 'French title of the job at the time.';
COMMENT ON COLUMN entremise.run.title_en IS 'English title of the job at the time.';
COMMENT ON COLUMN entremise.run.as_of IS 'Day that the run took for today.';
COMMENT ON COLUMN entremise.run.status IS 'running, completed, failed or interrupted; only completed runs left results.';
COMMENT ON COLUMN entremise.run.error IS 'For a failed or interrupted run, what happened.';
COMMENT ON COLUMN entremise.run.seed IS 'Seed of everything drawn at random.';
COMMENT ON COLUMN entremise.run.program_version IS 'Version of the program.';
COMMENT ON COLUMN entremise.run.input_hash IS 'SHA-256 of everything read, in hexadecimal; none before it was read.';
COMMENT ON COLUMN entremise.run.configuration_hash IS 'SHA-256 of the job and the configuration, in hexadecimal.';
COMMENT ON COLUMN entremise.run.started_at IS 'When it began.';
COMMENT ON COLUMN entremise.run.ended_at IS 'When it ended; none while it runs.';
COMMENT ON COLUMN entremise.run.stages IS 'Stages in order: name, count, seconds, peakBytes.';
COMMENT ON COLUMN entremise.run.labels IS 'Labels, at the time, of the skills that the signals name: {"id": {"fr": …, "en": …}}.';
CREATE INDEX run_completed ON entremise.run (job, as_of DESC, id DESC) WHERE status = 'completed';
CREATE INDEX run_running ON entremise.run (job) WHERE status = 'running';

CREATE TABLE entremise.need_outcome (
    run_id     bigint NOT NULL REFERENCES entremise.run ON DELETE CASCADE,
    need_id    text NOT NULL,
    title      text NOT NULL,
    considered integer NOT NULL CHECK (considered >= 0),
    eligible   integer NOT NULL CHECK (eligible BETWEEN 0 AND considered),
    suggested  integer NOT NULL CHECK (suggested >= 0),
    excluded   jsonb NOT NULL CHECK (jsonb_typeof(excluded) = 'object'),
    reason_fr  text,
    reason_en  text,
    PRIMARY KEY (run_id, need_id)
);
COMMENT ON TABLE entremise.need_outcome IS 'What each run found for each need.';
COMMENT ON COLUMN entremise.need_outcome.run_id IS 'Which run.';
COMMENT ON COLUMN entremise.need_outcome.need_id IS 'Which need, by the platform''s id.';
COMMENT ON COLUMN entremise.need_outcome.title IS 'Title of the need at the time.';
COMMENT ON COLUMN entremise.need_outcome.considered IS 'Candidates considered.';
COMMENT ON COLUMN entremise.need_outcome.eligible IS 'Candidates that pass every hard rule.';
COMMENT ON COLUMN entremise.need_outcome.suggested IS 'Candidates suggested.';
COMMENT ON COLUMN entremise.need_outcome.excluded IS 'Candidates excluded, by hard rule: {"place": 12, …}.';
COMMENT ON COLUMN entremise.need_outcome.reason_fr IS 'Where nobody was suggested, why, in French.';
COMMENT ON COLUMN entremise.need_outcome.reason_en IS 'Where nobody was suggested, why, in English.';

CREATE TABLE entremise.set_aside (
    run_id   bigint NOT NULL REFERENCES entremise.run ON DELETE CASCADE,
    position integer NOT NULL CHECK (position >= 1),
    source   text NOT NULL,
    id       text NOT NULL,
    field    text NOT NULL,
    fault    jsonb NOT NULL,
    PRIMARY KEY (run_id, position)
);
COMMENT ON TABLE entremise.set_aside IS 'Rows of the platform that make no sense, left out of a run.';
COMMENT ON COLUMN entremise.set_aside.run_id IS 'Which run.';
COMMENT ON COLUMN entremise.set_aside.position IS 'Place in the list of the run, from 1.';
COMMENT ON COLUMN entremise.set_aside.source IS 'Kind of row: mission, member, member_skill …';
COMMENT ON COLUMN entremise.set_aside.id IS 'Id of the row, or of what it belongs to.';
COMMENT ON COLUMN entremise.set_aside.field IS 'The column at fault.';
COMMENT ON COLUMN entremise.set_aside.fault IS 'What is wrong with it, and what was found.';

CREATE TABLE entremise.suggestion (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    job             text NOT NULL,
    need_id         text NOT NULL,
    need_title      text NOT NULL,
    need_owner      text,
    need_owner_name text,
    candidate_id    text NOT NULL,
    candidate_title text NOT NULL,
    member_id       text NOT NULL,
    member_name     text NOT NULL,
    rank            integer NOT NULL CHECK (rank >= 1),
    score           double precision NOT NULL CHECK (score BETWEEN 0 AND 1),
    signals         jsonb NOT NULL CHECK (jsonb_typeof(signals) = 'array'),
    reasons_fr      text[] NOT NULL,
    reasons_en      text[] NOT NULL,
    basis           text NOT NULL,
    content         bytea NOT NULL CHECK (length(content) = 32),
    run_id          bigint NOT NULL REFERENCES entremise.run,
    until_run_id    bigint REFERENCES entremise.run,
    is_new          boolean NOT NULL,
    CHECK (until_run_id > run_id)
);
COMMENT ON TABLE entremise.suggestion IS 'Matches proposed to people, in versions.';
COMMENT ON COLUMN entremise.suggestion.id IS 'Number of the version.';
COMMENT ON COLUMN entremise.suggestion.job IS 'Job that proposes it.';
COMMENT ON COLUMN entremise.suggestion.need_id IS 'Which need, by the platform''s id.';
COMMENT ON COLUMN entremise.suggestion.need_title IS 'Title of the need at the time.';
COMMENT ON COLUMN entremise.suggestion.need_owner IS 'Member who asks, if any.';
COMMENT ON COLUMN entremise.suggestion.need_owner_name IS 'Name of the member who asks, if any.';
COMMENT ON COLUMN entremise.suggestion.candidate_id IS 'Which candidate, by the platform''s id.';
COMMENT ON COLUMN entremise.suggestion.candidate_title IS 'Title of the candidate at the time.';
COMMENT ON COLUMN entremise.suggestion.member_id IS 'Member behind the candidate.';
COMMENT ON COLUMN entremise.suggestion.member_name IS 'Name of the member behind the candidate.';
COMMENT ON COLUMN entremise.suggestion.rank IS 'Place in the list of the need, from 1.';
COMMENT ON COLUMN entremise.suggestion.score IS 'Fused score, 0 to 1, to four digits.';
COMMENT ON COLUMN entremise.suggestion.signals IS 'Signals with value, weight and evidence.';
COMMENT ON COLUMN entremise.suggestion.reasons_fr IS 'Reasons in French, the most telling first.';
COMMENT ON COLUMN entremise.suggestion.reasons_en IS 'Reasons in English, the most telling first.';
COMMENT ON COLUMN entremise.suggestion.basis IS 'SHA-256 of what the pair was judged on, in hexadecimal; a decline holds for it.';
COMMENT ON COLUMN entremise.suggestion.content IS 'SHA-256 of all that people see of it, to tell versions apart.';
COMMENT ON COLUMN entremise.suggestion.run_id IS 'Run that first showed it in this form.';
COMMENT ON COLUMN entremise.suggestion.until_run_id IS 'Run that no longer showed it in this form; none while it stands.';
COMMENT ON COLUMN entremise.suggestion.is_new IS 'Whether the pair was proposed for the first time, or again on a new basis after a decline.';
CREATE UNIQUE INDEX suggestion_standing ON entremise.suggestion (job, need_id, candidate_id) WHERE until_run_id IS NULL;
CREATE INDEX suggestion_pair ON entremise.suggestion (job, need_id, candidate_id, id);
CREATE INDEX suggestion_run ON entremise.suggestion (job, run_id);
CREATE INDEX suggestion_run_id ON entremise.suggestion (run_id);
CREATE INDEX suggestion_until ON entremise.suggestion (until_run_id);

CREATE TABLE entremise.decision (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    suggestion_id bigint NOT NULL REFERENCES entremise.suggestion,
    verdict       text NOT NULL CHECK (verdict IN ('accepted', 'declined', 'corrected')),
    reason        text CHECK (verdict <> 'declined' OR reason IS NOT NULL),
    note          text,
    decided_by    text NOT NULL,
    decided_at    timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE entremise.decision IS 'What people said of suggestions; the last one holds.';
COMMENT ON COLUMN entremise.decision.id IS 'Number of the decision.';
COMMENT ON COLUMN entremise.decision.suggestion_id IS 'Version of the suggestion that was decided on.';
COMMENT ON COLUMN entremise.decision.verdict IS 'accepted, declined (with a reason) or corrected.';
COMMENT ON COLUMN entremise.decision.reason IS 'Why, in a word that can be counted; needed for a decline.';
COMMENT ON COLUMN entremise.decision.note IS 'Why, in the person''s own words.';
COMMENT ON COLUMN entremise.decision.decided_by IS 'Who decided: a member''s id, or a coordinator''s name.';
COMMENT ON COLUMN entremise.decision.decided_at IS 'When.';
CREATE INDEX decision_suggestion ON entremise.decision (suggestion_id, id);

CREATE TABLE entremise.bid (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    job          text NOT NULL,
    tender_id    text NOT NULL,
    tender_title text NOT NULL,
    buyer        text NOT NULL,
    deadline_on  date NOT NULL,
    status       text NOT NULL CHECK (status IN ('optimal', 'feasible', 'none')),
    price_cents  bigint NOT NULL CHECK (price_cents >= 0),
    budget_cents bigint,
    bound        double precision,
    gap          double precision CHECK (gap >= 0),
    reasons_fr   text[] NOT NULL,
    reasons_en   text[] NOT NULL,
    basis        text NOT NULL,
    content      bytea NOT NULL CHECK (length(content) = 32),
    run_id       bigint NOT NULL REFERENCES entremise.run,
    until_run_id bigint REFERENCES entremise.run,
    is_new       boolean NOT NULL,
    CHECK (until_run_id > run_id)
);
COMMENT ON TABLE entremise.bid IS 'Consortia proposed for tenders, or why there is none, in versions.';
COMMENT ON COLUMN entremise.bid.id IS 'Number of the version.';
COMMENT ON COLUMN entremise.bid.job IS 'Job that proposes it.';
COMMENT ON COLUMN entremise.bid.tender_id IS 'Which tender, by the platform''s id.';
COMMENT ON COLUMN entremise.bid.tender_title IS 'Subject of the tender at the time.';
COMMENT ON COLUMN entremise.bid.buyer IS 'Who buys.';
COMMENT ON COLUMN entremise.bid.deadline_on IS 'Last day to submit.';
COMMENT ON COLUMN entremise.bid.status IS 'optimal (proven best), feasible (the search ended early) or none.';
COMMENT ON COLUMN entremise.bid.price_cents IS 'Price of the whole bid before VAT, in cents.';
COMMENT ON COLUMN entremise.bid.budget_cents IS 'Budget of the lots bid for, in cents; none: not published for all of them.';
COMMENT ON COLUMN entremise.bid.bound IS 'Proven lower bound on the cost, in euros.';
COMMENT ON COLUMN entremise.bid.gap IS 'Relative gap between the cost and its bound.';
COMMENT ON COLUMN entremise.bid.reasons_fr IS 'Why this team, or why none, in French.';
COMMENT ON COLUMN entremise.bid.reasons_en IS 'Why this team, or why none, in English.';
COMMENT ON COLUMN entremise.bid.basis IS 'SHA-256 of what the bid was formed on, in hexadecimal.';
COMMENT ON COLUMN entremise.bid.content IS 'SHA-256 of the whole bid with its members, lots and work, to tell versions apart.';
COMMENT ON COLUMN entremise.bid.run_id IS 'Run that first showed it in this form.';
COMMENT ON COLUMN entremise.bid.until_run_id IS 'Run that no longer showed it in this form; none while it stands.';
COMMENT ON COLUMN entremise.bid.is_new IS 'Whether that team was proposed for that tender for the first time.';
CREATE UNIQUE INDEX bid_standing ON entremise.bid (job, tender_id) WHERE until_run_id IS NULL;
CREATE INDEX bid_tender ON entremise.bid (job, tender_id, id);
CREATE INDEX bid_run ON entremise.bid (run_id);
CREATE INDEX bid_until ON entremise.bid (until_run_id);

CREATE TABLE entremise.bid_member (
    bid_id       bigint NOT NULL REFERENCES entremise.bid ON DELETE CASCADE,
    position     integer NOT NULL CHECK (position >= 1),
    member_id    text NOT NULL,
    name         text NOT NULL,
    leads        boolean NOT NULL,
    days         double precision NOT NULL CHECK (days >= 0),
    amount_cents bigint NOT NULL,
    PRIMARY KEY (bid_id, position),
    UNIQUE (bid_id, member_id)
);
COMMENT ON TABLE entremise.bid_member IS 'Members of proposed consortia.';
COMMENT ON COLUMN entremise.bid_member.bid_id IS 'Which bid.';
COMMENT ON COLUMN entremise.bid_member.position IS 'Place in the list of members, from 1.';
COMMENT ON COLUMN entremise.bid_member.member_id IS 'Which member, by the platform''s id.';
COMMENT ON COLUMN entremise.bid_member.name IS 'Name of the member at the time.';
COMMENT ON COLUMN entremise.bid_member.leads IS 'Whether the member leads (mandataire).';
COMMENT ON COLUMN entremise.bid_member.days IS 'Days of work over all lots.';
COMMENT ON COLUMN entremise.bid_member.amount_cents IS 'Money for them before VAT, in cents.';
CREATE INDEX bid_member_member ON entremise.bid_member (member_id);
CREATE UNIQUE INDEX bid_member_lead ON entremise.bid_member (bid_id) WHERE leads;

CREATE TABLE entremise.bid_lot (
    bid_id       bigint NOT NULL REFERENCES entremise.bid ON DELETE CASCADE,
    lot_id       text NOT NULL,
    position     integer NOT NULL CHECK (position >= 1),
    number       integer NOT NULL,
    title        text NOT NULL,
    is_bid_for   boolean NOT NULL,
    price_cents  bigint NOT NULL,
    budget_cents bigint,
    reason_fr    text,
    reason_en    text,
    PRIMARY KEY (bid_id, lot_id),
    UNIQUE (bid_id, position)
);
COMMENT ON TABLE entremise.bid_lot IS 'Lots of the tenders that bids were looked for.';
COMMENT ON COLUMN entremise.bid_lot.bid_id IS 'Which bid.';
COMMENT ON COLUMN entremise.bid_lot.lot_id IS 'Which lot, by the platform''s id.';
COMMENT ON COLUMN entremise.bid_lot.position IS 'Place in the list of lots, from 1.';
COMMENT ON COLUMN entremise.bid_lot.number IS 'Number of the lot in its tender.';
COMMENT ON COLUMN entremise.bid_lot.title IS 'Title of the lot at the time.';
COMMENT ON COLUMN entremise.bid_lot.is_bid_for IS 'Whether the group bids for it.';
COMMENT ON COLUMN entremise.bid_lot.price_cents IS 'Price of the lot before VAT, in cents.';
COMMENT ON COLUMN entremise.bid_lot.budget_cents IS 'Budget before VAT, in cents; none: not published.';
COMMENT ON COLUMN entremise.bid_lot.reason_fr IS 'Where it is not bid for, why, in French.';
COMMENT ON COLUMN entremise.bid_lot.reason_en IS 'Where it is not bid for, why, in English.';

CREATE TABLE entremise.bid_work (
    bid_id       bigint NOT NULL,
    lot_id       text NOT NULL,
    position     integer NOT NULL CHECK (position >= 1),
    member_id    text NOT NULL,
    skill_id     text NOT NULL,
    label_fr     text NOT NULL,
    label_en     text NOT NULL,
    days         double precision NOT NULL CHECK (days > 0),
    rate_cents   bigint NOT NULL,
    amount_cents bigint NOT NULL,
    PRIMARY KEY (bid_id, lot_id, position),
    FOREIGN KEY (bid_id, lot_id) REFERENCES entremise.bid_lot ON DELETE CASCADE,
    FOREIGN KEY (bid_id, member_id) REFERENCES entremise.bid_member (bid_id, member_id) ON DELETE CASCADE
);
COMMENT ON TABLE entremise.bid_work IS 'Days of each member on each skill of each lot.';
COMMENT ON COLUMN entremise.bid_work.bid_id IS 'Which bid.';
COMMENT ON COLUMN entremise.bid_work.lot_id IS 'Which lot.';
COMMENT ON COLUMN entremise.bid_work.position IS 'Place in the list of the lot, from 1.';
COMMENT ON COLUMN entremise.bid_work.member_id IS 'Which member.';
COMMENT ON COLUMN entremise.bid_work.skill_id IS 'Which skill.';
COMMENT ON COLUMN entremise.bid_work.label_fr IS 'French label of the skill at the time.';
COMMENT ON COLUMN entremise.bid_work.label_en IS 'English label of the skill at the time.';
COMMENT ON COLUMN entremise.bid_work.days IS 'Days of work, in halves.';
COMMENT ON COLUMN entremise.bid_work.rate_cents IS 'Daily rate before VAT, in cents.';
COMMENT ON COLUMN entremise.bid_work.amount_cents IS 'Money before VAT, in cents.';
CREATE INDEX bid_work_member ON entremise.bid_work (bid_id, member_id);

CREATE TABLE entremise.vector (
    model  text NOT NULL,
    hash   bytea NOT NULL CHECK (length(hash) = 32),
    values bytea NOT NULL CHECK (length(values) % 4 = 0),
    PRIMARY KEY (model, hash)
);
COMMENT ON TABLE entremise.vector IS 'Vectors of texts that were encoded before, so that only what changed is encoded again.';
COMMENT ON COLUMN entremise.vector.model IS 'Model and preprocessing that made it.';
COMMENT ON COLUMN entremise.vector.hash IS 'SHA-256 of the text as it was given to the model.';
COMMENT ON COLUMN entremise.vector.values IS 'Single-precision numbers (IEEE 754), little-endian.';

CREATE TABLE entremise.message (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    member_id  text NOT NULL,
    as_of      date NOT NULL,
    language   text NOT NULL CHECK (language IN ('fr', 'en')),
    subject    text NOT NULL,
    file       text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE entremise.message IS 'Messages written to members.';
COMMENT ON COLUMN entremise.message.id IS 'Number of the message.';
COMMENT ON COLUMN entremise.message.member_id IS 'Who reads it.';
COMMENT ON COLUMN entremise.message.as_of IS 'Day that the night took for today.';
COMMENT ON COLUMN entremise.message.language IS 'Language of the message: fr or en.';
COMMENT ON COLUMN entremise.message.subject IS 'Subject line.';
COMMENT ON COLUMN entremise.message.file IS 'Name of the file in the outbox.';
COMMENT ON COLUMN entremise.message.created_at IS 'When it was written.';
CREATE INDEX message_member ON entremise.message (member_id, as_of);

CREATE TABLE entremise.message_suggestion (
    message_id    bigint NOT NULL REFERENCES entremise.message ON DELETE CASCADE,
    suggestion_id bigint NOT NULL REFERENCES entremise.suggestion,
    role          text NOT NULL CHECK (role IN ('candidate', 'owner')),
    PRIMARY KEY (message_id, suggestion_id, role)
);
COMMENT ON TABLE entremise.message_suggestion IS 'Suggestions that messages told of.';
COMMENT ON COLUMN entremise.message_suggestion.message_id IS 'Which message.';
COMMENT ON COLUMN entremise.message_suggestion.suggestion_id IS 'Which version of which suggestion.';
COMMENT ON COLUMN entremise.message_suggestion.role IS 'What the reader is in it: candidate or owner of the need.';
CREATE INDEX message_suggestion_suggestion ON entremise.message_suggestion (suggestion_id);

CREATE TABLE entremise.message_bid (
    message_id bigint NOT NULL REFERENCES entremise.message ON DELETE CASCADE,
    bid_id     bigint NOT NULL REFERENCES entremise.bid,
    PRIMARY KEY (message_id, bid_id)
);
COMMENT ON TABLE entremise.message_bid IS 'Bids that messages told of.';
COMMENT ON COLUMN entremise.message_bid.message_id IS 'Which message.';
COMMENT ON COLUMN entremise.message_bid.bid_id IS 'Which version of which bid.';
CREATE INDEX message_bid_bid ON entremise.message_bid (bid_id);
