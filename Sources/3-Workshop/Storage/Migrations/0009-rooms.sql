-- Where an exchange stands (told from its journal, kept with it), who takes part, and the link that lets people join.
ALTER TABLE exchange ADD COLUMN stage TEXT NOT NULL DEFAULT 'running'
  CHECK (stage IN ('running', 'concluded', 'abandoned'));
ALTER TABLE exchange ADD COLUMN stage_at TEXT;
ALTER TABLE exchange ADD COLUMN phase TEXT NOT NULL DEFAULT '';
ALTER TABLE exchange ADD COLUMN steps BIGINT NOT NULL DEFAULT 0;
ALTER TABLE exchange ADD COLUMN invitation TEXT NOT NULL DEFAULT '';
CREATE INDEX exchange_by_stage ON exchange (stage, created_at, id);
CREATE INDEX exchange_by_convenor ON exchange (convenor);
CREATE INDEX exchange_party_by_organisation ON exchange_party (organisation);

CREATE TABLE exchange_participant (
  exchange TEXT NOT NULL REFERENCES exchange (id),
  person TEXT NOT NULL REFERENCES person (id),
  PRIMARY KEY (exchange, person)
);
CREATE INDEX exchange_participant_by_person ON exchange_participant (person);
