-- Answers to mail, who has to be informed, and who a mailing was about. Every column here stands in src/model/data_map.rs.

-- What came back names the message it answers.
CREATE INDEX outbox_message_id ON outbox (message_id) WHERE message_id IS NOT NULL;

-- Who has to be informed is looked for among everybody, oldest first, whenever a card changes.
CREATE INDEX person_created ON person (created_at);
CREATE INDEX notice_told ON notice (person) WHERE told_at IS NOT NULL;

-- To how many persons it was addressed: of those who were erased since, nothing else tells that they were among them.
ALTER TABLE mailing ADD COLUMN persons INTEGER NOT NULL DEFAULT 0;
UPDATE mailing SET persons = (SELECT count(*) FROM mailing_recipient r WHERE r.mailing = mailing.id);
