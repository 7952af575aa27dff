-- What the service may do, and nothing else: read what the platform writes, add to what the night
-- writes, close a run and what is no longer in force. It changes no schema, erases no record but by
-- entremise.prune, and cannot write a word of the platform's. :role stands for the quoted name of the role.

GRANT USAGE ON SCHEMA network, entremise TO :role;
GRANT SELECT ON ALL TABLES IN SCHEMA network TO :role;

GRANT SELECT ON ALL TABLES IN SCHEMA entremise TO :role;

GRANT INSERT ON
    entremise.run, entremise.need_outcome, entremise.set_aside, entremise.proposal, entremise.party,
    entremise.vector, entremise.message, entremise.message_proposal, entremise.wait,
    entremise.weight_fit, entremise.scored_market, entremise.scored_need,
    entremise.scored_candidate
TO :role;

-- The one way to record what people say.
GRANT EXECUTE ON FUNCTION entremise.decide TO :role;

GRANT UPDATE (
    status, error, input_hash, ended_at, stages, labels, figures, configuration_hash, settings_hash,
    weights, weight_fit_id, rows_read
) ON entremise.run TO :role;
GRANT UPDATE (until_run_id, departure) ON entremise.proposal TO :role;
GRANT UPDATE (until_run_id) ON entremise.wait TO :role;

GRANT UPDATE (reverted_at) ON entremise.weight_fit TO :role;

GRANT UPDATE (
    statistics, statistics_key, learned_on, needs_changed, candidates_changed, next_number,
    matches_key, excluded, run_id
) ON entremise.scored_market TO :role;
GRANT UPDATE (added) ON entremise.scored_need TO :role;

GRANT UPDATE (used_on) ON entremise.vector TO :role;

-- The one way to erase what is too old to be kept.
GRANT EXECUTE ON FUNCTION entremise.prune TO :role;

-- What can be made anew at any time.
GRANT DELETE ON
    entremise.vector, entremise.scored_market, entremise.scored_need, entremise.scored_candidate
TO :role;
