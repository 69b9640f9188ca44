-- What organisations seek to learn, and what they can share. folded holds the title in all languages; shown_at is when it
-- reached its stage, or began as a draft: what lists are ordered by.
CREATE TABLE need (
  id TEXT PRIMARY KEY CHECK (substr(id, 1, 4) = 'ned_'),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  title TEXT NOT NULL CHECK (title <> ''),
  folded TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language <> ''),
  population BIGINT CHECK (population > 0),
  country TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('draft', 'published', 'withdrawn')),
  stage_at TEXT CHECK ((stage = 'draft') = (stage_at IS NULL)),
  shown_at TEXT NOT NULL,
  expires TEXT,
  revision BIGINT NOT NULL CHECK (revision > 0),
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
);
CREATE INDEX need_by_organisation ON need (organisation, stage, shown_at, id);
CREATE INDEX need_by_stage ON need (stage, shown_at, id, expires);
CREATE INDEX need_by_shown ON need (shown_at, id);

CREATE TABLE practice (
  id TEXT PRIMARY KEY CHECK (substr(id, 1, 4) = 'prc_'),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  title TEXT NOT NULL CHECK (title <> ''),
  folded TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language <> ''),
  population BIGINT CHECK (population > 0),
  country TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('draft', 'published', 'withdrawn')),
  stage_at TEXT CHECK ((stage = 'draft') = (stage_at IS NULL)),
  shown_at TEXT NOT NULL,
  expires TEXT,
  revision BIGINT NOT NULL CHECK (revision > 0),
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
);
CREATE INDEX practice_by_organisation ON practice (organisation, stage, shown_at, id);
CREATE INDEX practice_by_stage ON practice (stage, shown_at, id, expires);
CREATE INDEX practice_by_shown ON practice (shown_at, id);
