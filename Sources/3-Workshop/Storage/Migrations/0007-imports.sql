-- What came in from files, what it changed, and what waits for a person to decide.
CREATE TABLE import_run (
  id TEXT PRIMARY KEY CHECK (substr(id, 1, 4) = 'run_'),
  kind TEXT NOT NULL CHECK (kind IN ('iati', 'twinning', 'organisations', 'needs', 'practices', 'archive')),
  file TEXT NOT NULL,
  digest TEXT NOT NULL,
  account TEXT REFERENCES account (id),
  at TEXT NOT NULL,
  added BIGINT NOT NULL,
  changed BIGINT NOT NULL,
  skipped BIGINT NOT NULL,
  review BIGINT NOT NULL,
  undone_at TEXT
);

-- One row for each record that a run added or changed, in that order; before is what an undo puts back.
CREATE TABLE import_change (
  run TEXT NOT NULL REFERENCES import_run (id),
  subject TEXT NOT NULL,
  number BIGINT NOT NULL CHECK (number > 0),
  before TEXT,
  PRIMARY KEY (run, subject),
  UNIQUE (run, number)
);
CREATE INDEX import_change_by_subject ON import_change (subject);

-- Where a fact comes from: a subject may have several sources.
CREATE TABLE source (
  subject TEXT NOT NULL,
  name TEXT NOT NULL,
  reference TEXT NOT NULL,
  run TEXT REFERENCES import_run (id),
  PRIMARY KEY (subject, name, reference)
);
CREATE INDEX source_by_reference ON source (name, reference);
CREATE INDEX source_by_run ON source (run);

-- A line that could not be attached to anything for certain, with the candidates for it.
CREATE TABLE review_item (
  id TEXT PRIMARY KEY CHECK (substr(id, 1, 4) = 'rev_'),
  run TEXT NOT NULL REFERENCES import_run (id),
  line BIGINT NOT NULL,
  code TEXT NOT NULL,
  digest TEXT NOT NULL UNIQUE,
  content TEXT NOT NULL,
  candidates TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'resolved', 'dismissed')),
  decided_by TEXT REFERENCES account (id),
  decided_at TEXT,
  CHECK ((state = 'open') = (decided_at IS NULL))
);
CREATE INDEX import_run_by_digest ON import_run (digest);
CREATE INDEX import_run_by_time ON import_run (at, id);
CREATE INDEX review_item_by_state ON review_item (state, code);
CREATE INDEX review_item_by_run ON review_item (run);

-- What changed, in order, for whoever keeps something derived: the search index, the matching index, cached pages.
CREATE TABLE change (
  number BIGINT PRIMARY KEY CHECK (number > 0),
  subject TEXT NOT NULL
);
