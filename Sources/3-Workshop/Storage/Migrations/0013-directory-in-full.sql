-- How an organisation can pay for cooperation, as it says itself: share is in hundredths of a per cent of its own income.
ALTER TABLE organisation ADD COLUMN budget_line TEXT CHECK (budget_line IN ('yes', 'no', 'not-allowed'));
ALTER TABLE organisation ADD COLUMN income_share BIGINT CHECK (income_share BETWEEN 0 AND 10000);

-- What it became part of, and when: its own record stays.
ALTER TABLE organisation ADD COLUMN successor TEXT REFERENCES organisation (id);
ALTER TABLE organisation ADD COLUMN succeeded_on TEXT;
CREATE INDEX organisation_by_successor ON organisation (successor);

-- What it was called before, and the last year of that name.
CREATE TABLE former_name (
  organisation TEXT NOT NULL REFERENCES organisation (id),
  name TEXT NOT NULL CHECK (name <> ''),
  until_year BIGINT CHECK (until_year BETWEEN 1 AND 9999),
  PRIMARY KEY (organisation, name)
);

-- The day on which a body said of a member that it is what it says it is.
ALTER TABLE membership ADD COLUMN verified TEXT;

-- What an expert offers others, in the name of an organisation. Its text is in wording, what it is about in
-- subject_theme and subject_language; folded holds the name and the text, for finding.
CREATE TABLE expertise (
  person TEXT PRIMARY KEY REFERENCES person (id),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  days BIGINT CHECK (days BETWEEN 1 AND 366),
  reach TEXT NOT NULL CHECK (reach IN ('remote', 'visits', 'both')),
  until_day TEXT,
  folded TEXT NOT NULL,
  changed_at TEXT NOT NULL
);
CREATE INDEX expertise_by_organisation ON expertise (organisation);

-- A list, narrowed as someone wants to see it again; query is what stands behind the question mark of its address.
CREATE TABLE saved_search (
  id TEXT PRIMARY KEY CHECK (substr(id, 1, 4) = 'sea_'),
  account TEXT NOT NULL REFERENCES account (id),
  list TEXT NOT NULL CHECK (list IN ('needs', 'practices', 'organisations')),
  query TEXT NOT NULL,
  title TEXT NOT NULL CHECK (title <> ''),
  created_at TEXT NOT NULL
);
CREATE INDEX saved_search_by_account ON saved_search (account);
