-- Who asked whom to talk, and what was said to it. stage, stage_day and until_day are told from the words, kept with them.
CREATE TABLE introduction (
  id TEXT PRIMARY KEY CHECK (substr(id, 1, 4) = 'inr_'),
  asker TEXT NOT NULL REFERENCES organisation (id),
  asked TEXT NOT NULL REFERENCES organisation (id) CHECK (asked <> asker),
  way TEXT NOT NULL CHECK (way IN ('direct', 'through', 'brokered')),
  broker TEXT REFERENCES organisation (id) CHECK (broker <> asker AND broker <> asked),
  need TEXT REFERENCES need (id),
  practice TEXT REFERENCES practice (id),
  message TEXT NOT NULL CHECK (message <> ''),
  language TEXT NOT NULL CHECK (language <> ''),
  times TEXT NOT NULL,
  minutes BIGINT NOT NULL CHECK (minutes BETWEEN 15 AND 240),
  asked_day TEXT NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('waiting', 'later', 'accepted', 'declined', 'withdrawn')),
  stage_day TEXT NOT NULL,
  until_day TEXT,
  CHECK ((way = 'direct') = (broker IS NULL)),
  CHECK ((stage = 'later') = (until_day IS NOT NULL))
);
CREATE INDEX introduction_by_asker ON introduction (asker, stage, stage_day);
CREATE INDEX introduction_by_asked ON introduction (asked, stage, stage_day);
CREATE INDEX introduction_by_broker ON introduction (broker, stage, stage_day);
CREATE INDEX introduction_by_stage ON introduction (stage, stage_day);

-- contact is what the other side sees of the person once both agree; the person can have it erased.
CREATE TABLE introduction_word (
  introduction TEXT NOT NULL REFERENCES introduction (id),
  number BIGINT NOT NULL CHECK (number > 0),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  person TEXT NOT NULL REFERENCES person (id),
  at TEXT NOT NULL,
  says TEXT NOT NULL CHECK (says IN ('asks', 'accepts', 'later', 'declines', 'withdraws')),
  contact TEXT NOT NULL CHECK (contact = '' OR says IN ('asks', 'accepts')),
  until_day TEXT,
  reason TEXT CHECK (reason IN ('no-capacity', 'other-field', 'no-language', 'working-with-others', 'other')),
  text TEXT NOT NULL,
  PRIMARY KEY (introduction, number),
  CHECK ((says = 'later') = (until_day IS NOT NULL)),
  CHECK ((says = 'declines') = (reason IS NOT NULL))
);
CREATE INDEX introduction_word_by_person ON introduction_word (person);
CREATE INDEX introduction_word_by_reason ON introduction_word (reason, at);

-- How many introductions an organisation can take in a quarter; null where it has not said.
ALTER TABLE organisation ADD COLUMN capacity BIGINT CHECK (capacity BETWEEN 0 AND 100);
CREATE INDEX organisation_by_capacity ON organisation (capacity) WHERE capacity IS NOT NULL;
-- Talks that are under way are counted quarter by quarter.
CREATE INDEX partnership_by_stage ON partnership (stage, stage_day);
