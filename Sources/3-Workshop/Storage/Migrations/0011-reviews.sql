-- What waits until someone has decided what a name in a file means: lines put aside, and partnerships that lack a party.
CREATE TABLE review_wait (
  label TEXT NOT NULL,
  subject TEXT NOT NULL,
  part TEXT NOT NULL,
  run TEXT NOT NULL REFERENCES import_run (id),
  PRIMARY KEY (label, subject, part)
);
CREATE INDEX review_wait_by_subject ON review_wait (subject);
CREATE INDEX review_wait_by_run ON review_wait (run);

-- Whoever else tells of the same thing is found by where in its source it stands.
CREATE INDEX source_by_place ON source (reference);

-- A file that was sent to be looked at first, in pieces of text; it goes once it is read in, or after a day.
CREATE TABLE upload (
  id TEXT PRIMARY KEY CHECK (substr(id, 1, 4) = 'upl_'),
  account TEXT NOT NULL REFERENCES account (id),
  file TEXT NOT NULL,
  kind TEXT NOT NULL,
  at TEXT NOT NULL
);
CREATE TABLE upload_piece (
  upload TEXT NOT NULL REFERENCES upload (id),
  number BIGINT NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (upload, number)
);
