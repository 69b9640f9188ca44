-- What organisations seek to learn, and what they can share.
CREATE TABLE need (
  id TEXT PRIMARY KEY CHECK (id LIKE 'ned_%'),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  title TEXT NOT NULL CHECK (title <> ''),
  language TEXT NOT NULL,
  population BIGINT CHECK (population > 0),
  country TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('draft', 'published', 'withdrawn')),
  stage_at TEXT CHECK ((stage = 'draft') = (stage_at IS NULL)),
  expires TEXT,
  revision BIGINT NOT NULL CHECK (revision > 0),
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
);
CREATE INDEX need_by_organisation ON need (organisation, stage);
CREATE INDEX need_by_stage ON need (stage, stage_at);

CREATE TABLE practice (
  id TEXT PRIMARY KEY CHECK (id LIKE 'prc_%'),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  title TEXT NOT NULL CHECK (title <> ''),
  language TEXT NOT NULL,
  population BIGINT CHECK (population > 0),
  country TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('draft', 'published', 'withdrawn')),
  stage_at TEXT CHECK ((stage = 'draft') = (stage_at IS NULL)),
  expires TEXT,
  revision BIGINT NOT NULL CHECK (revision > 0),
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
);
CREATE INDEX practice_by_organisation ON practice (organisation, stage);
CREATE INDEX practice_by_stage ON practice (stage, stage_at);
