-- Runs of methods: the journal is the record, everything else is told from it.
CREATE TABLE exchange (
  id TEXT PRIMARY KEY CHECK (substr(id, 1, 4) = 'exc_'),
  method TEXT NOT NULL,
  version BIGINT NOT NULL,
  title TEXT NOT NULL CHECK (title <> ''),
  language TEXT NOT NULL,
  host TEXT NOT NULL REFERENCES organisation (id),
  partnership TEXT REFERENCES partnership (id),
  clock TEXT NOT NULL CHECK (clock IN ('live', 'slow')),
  convenor TEXT NOT NULL REFERENCES person (id),
  public BIGINT NOT NULL CHECK (public IN (0, 1)),
  created_at TEXT NOT NULL
);
CREATE INDEX exchange_by_partnership ON exchange (partnership);
CREATE INDEX exchange_by_host ON exchange (host);

-- The organisations in whose name it is run: those whose leaders sign.
CREATE TABLE exchange_party (
  exchange TEXT NOT NULL REFERENCES exchange (id),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  place BIGINT NOT NULL,
  PRIMARY KEY (exchange, organisation)
);

CREATE TABLE step (
  exchange TEXT NOT NULL REFERENCES exchange (id),
  number BIGINT NOT NULL CHECK (number > 0),
  at TEXT NOT NULL,
  person TEXT NOT NULL REFERENCES person (id),
  token TEXT,
  content TEXT NOT NULL,
  PRIMARY KEY (exchange, number)
);
CREATE UNIQUE INDEX step_by_token ON step (exchange, token);

-- What an exchange produced, frozen as it was first signed; hash is the SHA-256 of text.
CREATE TABLE document (
  id TEXT PRIMARY KEY CHECK (substr(id, 1, 4) = 'doc_'),
  exchange TEXT NOT NULL REFERENCES exchange (id),
  output TEXT NOT NULL,
  title TEXT NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  hash TEXT NOT NULL,
  frozen_at TEXT NOT NULL,
  UNIQUE (exchange, output)
);
CREATE INDEX document_by_hash ON document (hash);

CREATE TABLE sign_off (
  document TEXT NOT NULL REFERENCES document (id),
  person TEXT NOT NULL REFERENCES person (id),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('political-leader', 'technical-leader', 'officer', 'expert')),
  at TEXT NOT NULL,
  PRIMARY KEY (document, person, organisation)
);
