-- What came of partnerships, and how one can see it.
CREATE TABLE outcome (
  id TEXT PRIMARY KEY CHECK (substr(id, 1, 4) = 'res_'),
  partnership TEXT NOT NULL REFERENCES partnership (id),
  level TEXT NOT NULL CHECK (level IN ('activity', 'output', 'outcome', 'impact')),
  title TEXT NOT NULL CHECK (title <> ''),
  language TEXT NOT NULL,
  imported BIGINT NOT NULL CHECK (imported IN (0, 1)),
  revision BIGINT NOT NULL CHECK (revision > 0),
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
);
CREATE INDEX outcome_by_partnership ON outcome (partnership);

CREATE TABLE indicator (
  id TEXT PRIMARY KEY CHECK (substr(id, 1, 4) = 'ind_'),
  outcome TEXT NOT NULL REFERENCES outcome (id),
  title TEXT NOT NULL CHECK (title <> ''),
  language TEXT NOT NULL,
  measure TEXT NOT NULL CHECK (measure IN ('unit', 'percentage', 'qualitative')),
  unit TEXT NOT NULL,
  ascending BIGINT NOT NULL CHECK (ascending IN (0, 1)),
  baseline_year BIGINT,
  baseline_value TEXT,
  position BIGINT NOT NULL,
  CHECK ((baseline_year IS NULL) = (baseline_value IS NULL))
);
CREATE INDEX indicator_by_outcome ON indicator (outcome);

CREATE TABLE period (
  id TEXT PRIMARY KEY CHECK (substr(id, 1, 4) = 'prd_'),
  indicator TEXT NOT NULL REFERENCES indicator (id),
  start_day TEXT NOT NULL,
  end_day TEXT NOT NULL CHECK (end_day > start_day),
  target TEXT,
  actual TEXT
);
CREATE INDEX period_by_indicator ON period (indicator);
