-- How a need would be met, the common case form of a practice, and the exchange that is about a need. Lists of slugs stand
-- between blanks, links one on each line.
ALTER TABLE need ADD COLUMN formats TEXT NOT NULL DEFAULT '';
ALTER TABLE need ADD COLUMN likeness TEXT NOT NULL DEFAULT '';
ALTER TABLE need ADD COLUMN days BIGINT CHECK (days BETWEEN 0 AND 100000);
ALTER TABLE need ADD COLUMN money BIGINT CHECK (money >= 0);
ALTER TABLE need ADD COLUMN currency TEXT CHECK ((currency IS NULL) = (money IS NULL));

ALTER TABLE practice ADD COLUMN worked TEXT CHECK (worked IN ('yes', 'partly', 'no', 'too-early'));
ALTER TABLE practice ADD COLUMN evidence TEXT CHECK (evidence IN ('described', 'monitored', 'compared', 'evaluated',
  'replicated'));
ALTER TABLE practice ADD COLUMN began BIGINT CHECK (began BETWEEN 1900 AND 2199);
ALTER TABLE practice ADD COLUMN ended BIGINT CHECK (ended IS NULL OR (began IS NOT NULL
  AND ended BETWEEN began AND 2199));
ALTER TABLE practice ADD COLUMN money BIGINT CHECK (money >= 0);
ALTER TABLE practice ADD COLUMN currency TEXT CHECK ((currency IS NULL) = (money IS NULL));
ALTER TABLE practice ADD COLUMN posts BIGINT CHECK (posts BETWEEN 0 AND 1000000);
ALTER TABLE practice ADD COLUMN links TEXT NOT NULL DEFAULT '';
ALTER TABLE practice ADD COLUMN contact TEXT REFERENCES person (id);
ALTER TABLE practice ADD COLUMN licence TEXT CHECK (licence IN ('cc0-1.0', 'cc-by-4.0', 'cc-by-sa-4.0', 'ask-first'));
-- When its owner last said that it is still true, and whether they said that it is no longer done.
ALTER TABLE practice ADD COLUMN true_on TEXT;
ALTER TABLE practice ADD COLUMN is_over BIGINT NOT NULL DEFAULT 0 CHECK (is_over IN (0, 1));
CREATE INDEX practice_by_truth ON practice (organisation, is_over, true_on);

ALTER TABLE exchange ADD COLUMN need TEXT REFERENCES need (id);
CREATE INDEX exchange_by_need ON exchange (need);

-- A practice taken up elsewhere. What was kept, changed, dropped and came of it stands in wording; claim is told from the
-- voices of whoever took it up and of whoever it was taken from. A practice is told as at most one adoption: a tree.
CREATE TABLE adoption (
  id TEXT PRIMARY KEY CHECK (substr(id, 1, 4) = 'ado_'),
  practice TEXT NOT NULL REFERENCES practice (id),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  worked TEXT NOT NULL CHECK (worked IN ('yes', 'partly', 'no', 'too-early')),
  began BIGINT NOT NULL CHECK (began BETWEEN 1900 AND 2199),
  ended BIGINT CHECK (ended BETWEEN began AND 2199),
  told_as TEXT REFERENCES practice (id) CHECK (told_as <> practice),
  claim TEXT NOT NULL CHECK (claim IN ('claimed', 'confirmed', 'disputed', 'silent')),
  revision BIGINT NOT NULL CHECK (revision > 0),
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
);
CREATE UNIQUE INDEX adoption_by_practice ON adoption (practice, organisation);
CREATE UNIQUE INDEX adoption_by_told_as ON adoption (told_as);
CREATE INDEX adoption_by_organisation ON adoption (organisation);

-- What people of an organisation say of a condition that another's practice depends on; what is not here is as the record
-- fills it in.
CREATE TABLE transfer_line (
  practice TEXT NOT NULL REFERENCES practice (id),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  matter TEXT NOT NULL CHECK (matter IN ('population', 'income', 'region', 'mandate', 'budget-share', 'staff',
    'coast-or-climate', 'language')),
  light TEXT NOT NULL CHECK (light IN ('green', 'amber', 'red', 'unknown')),
  there TEXT NOT NULL,
  here TEXT NOT NULL,
  note TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (practice, organisation, matter)
);
CREATE INDEX transfer_line_by_organisation ON transfer_line (organisation);

-- A draft that someone is asked to look at: since when.
ALTER TABLE need ADD COLUMN review_at TEXT CHECK (review_at IS NULL OR stage = 'draft');
ALTER TABLE practice ADD COLUMN review_at TEXT CHECK (review_at IS NULL OR stage = 'draft');

-- What a need or a practice said after each change. Its texts stand in wording, under its identifier and the number of the
-- version that said so first.
CREATE TABLE version (
  subject TEXT NOT NULL,
  number BIGINT NOT NULL CHECK (number > 0),
  at TEXT NOT NULL,
  account TEXT REFERENCES account (id),
  deed TEXT NOT NULL CHECK (deed IN ('before', 'add', 'change', 'translate', 'publish', 'withdraw', 'check', 'ask-review',
    'give-back')),
  stage TEXT NOT NULL CHECK (stage IN ('draft', 'in-review', 'published', 'withdrawn')),
  note TEXT NOT NULL,
  texts BIGINT NOT NULL CHECK (texts BETWEEN 1 AND number),
  PRIMARY KEY (subject, number)
);
