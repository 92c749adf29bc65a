-- What is looked for often is found without reading the rest.

-- Calls that are planned.
CREATE INDEX activity_call ON activity (at) WHERE kind = 11002 AND at > created_at AND due IS NULL AND done_at IS NULL;
