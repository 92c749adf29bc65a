-- Subscriptions, letters that wait, reports that were handed out. Every column here stands in src/model/data_map.rs.

-- Subscriptions.

-- Letters and messages that wait (erasure).

-- Reports and copies that were handed out.
