-- Places of the gazetteer, and the organisations on them.
CREATE TABLE place (
  id BIGINT PRIMARY KEY,
  name TEXT NOT NULL,
  country TEXT NOT NULL,
  division TEXT NOT NULL,
  latitude DOUBLE PRECISION NOT NULL CHECK (latitude BETWEEN -90 AND 90),
  longitude DOUBLE PRECISION NOT NULL CHECK (longitude BETWEEN -180 AND 180),
  population BIGINT CHECK (population > 0)
);
CREATE INDEX place_by_country ON place (country, population);
CREATE INDEX place_by_position ON place (latitude, longitude);

-- Every name of a place, folded for finding; language is '' for its own name. Folded texts are in Unicode's order on
-- both engines: a database on a server is made with the collation C or C.UTF-8.
CREATE TABLE place_name (
  place BIGINT NOT NULL REFERENCES place (id),
  language TEXT NOT NULL,
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  PRIMARY KEY (place, language)
);
CREATE INDEX place_name_by_folded ON place_name (folded);

-- folded holds its names in all languages and its acronym; relations is counted anew with its partnerships.
CREATE TABLE organisation (
  id TEXT PRIMARY KEY CHECK (substr(id, 1, 4) = 'org_'),
  kind TEXT NOT NULL CHECK (kind IN ('network', 'association', 'local-government', 'national-authority', 'platform',
    'international-organisation', 'civil-society', 'academic-institution', 'private-sector')),
  name TEXT NOT NULL CHECK (name <> ''),
  folded TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language <> ''),
  acronym TEXT NOT NULL,
  country TEXT,
  place BIGINT REFERENCES place (id),
  website TEXT NOT NULL,
  standing TEXT NOT NULL CHECK (standing IN ('inferred', 'claimed', 'verified', 'invented')),
  relations BIGINT NOT NULL CHECK (relations >= 0),
  revision BIGINT NOT NULL CHECK (revision > 0),
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
);
CREATE INDEX organisation_by_country ON organisation (country, kind);
CREATE INDEX organisation_by_place ON organisation (place);
CREATE INDEX organisation_by_folded ON organisation (folded, id);
CREATE INDEX organisation_by_creation ON organisation (created_at, id);
CREATE INDEX organisation_by_relations ON organisation (relations, id);

CREATE TABLE external_identifier (
  scheme TEXT NOT NULL CHECK (scheme IN ('geonames', 'wikidata', 'iati', 'national')),
  value TEXT NOT NULL,
  organisation TEXT NOT NULL REFERENCES organisation (id),
  PRIMARY KEY (scheme, value, organisation)
);
CREATE INDEX external_identifier_by_organisation ON external_identifier (organisation);

CREATE TABLE mandate (
  id TEXT PRIMARY KEY CHECK (substr(id, 1, 4) = 'man_'),
  person TEXT NOT NULL REFERENCES person (id),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  role TEXT NOT NULL CHECK (role IN ('political-leader', 'technical-leader', 'officer', 'expert')),
  title TEXT NOT NULL,
  from_day TEXT NOT NULL,
  until_day TEXT CHECK (until_day >= from_day)
);
CREATE INDEX mandate_by_organisation ON mandate (organisation);
CREATE INDEX mandate_by_person ON mandate (person);

CREATE TABLE membership (
  member TEXT NOT NULL REFERENCES organisation (id),
  body TEXT NOT NULL REFERENCES organisation (id) CHECK (body <> member),
  since TEXT,
  PRIMARY KEY (member, body)
);
CREATE INDEX membership_by_body ON membership (body);

-- What an account may do for an organisation.
CREATE TABLE organisation_role (
  account TEXT NOT NULL REFERENCES account (id),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  role TEXT NOT NULL CHECK (role IN ('reader', 'editor', 'owner')),
  PRIMARY KEY (account, organisation)
);
CREATE INDEX organisation_role_by_organisation ON organisation_role (organisation);

-- Every longer text and every translation, by what it belongs to and which of its texts it is ('about', 'title').
CREATE TABLE wording (
  subject TEXT NOT NULL,
  field TEXT NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  original BIGINT NOT NULL CHECK (original IN (0, 1)),
  PRIMARY KEY (subject, field, language)
);

-- What a need, a practice or a partnership is about, and the languages it can be talked about in.
CREATE TABLE subject_theme (
  subject TEXT NOT NULL,
  theme TEXT NOT NULL,
  PRIMARY KEY (subject, theme)
);
CREATE INDEX subject_theme_by_theme ON subject_theme (theme, subject);

CREATE TABLE subject_target (
  subject TEXT NOT NULL,
  target TEXT NOT NULL,
  PRIMARY KEY (subject, target)
);
CREATE INDEX subject_target_by_target ON subject_target (target, subject);

CREATE TABLE subject_language (
  subject TEXT NOT NULL,
  language TEXT NOT NULL,
  position BIGINT NOT NULL,
  PRIMARY KEY (subject, language)
);
CREATE INDEX subject_language_by_language ON subject_language (language, subject);
