-- Who cooperates with whom, what was agreed, what each says of it, and what happened.
-- folded holds the title in all languages; claim is told from the voices, latest_day and latest_kind from the public log; both are kept with them.
CREATE TABLE partnership (
  id TEXT PRIMARY KEY CHECK (substr(id, 1, 4) = 'par_'),
  form TEXT NOT NULL CHECK (form IN ('twinning', 'city-to-city', 'association-capacity-building', 'south-south',
    'triangular', 'network', 'project-or-programme')),
  title TEXT NOT NULL CHECK (title <> ''),
  folded TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language <> ''),
  population BIGINT CHECK (population > 0),
  country TEXT,
  parent TEXT REFERENCES partnership (id) CHECK (parent <> id),
  stage TEXT NOT NULL CHECK (stage IN ('inferred', 'proposed', 'agreed', 'signed', 'ended')),
  proposed_by TEXT REFERENCES organisation (id),
  stage_day TEXT,
  ending TEXT CHECK (ending IN ('completed', 'lapsed', 'withdrawn')),
  began TEXT,
  imported BIGINT NOT NULL CHECK (imported IN (0, 1)),
  claim TEXT NOT NULL CHECK (claim IN ('inferred', 'claimed', 'confirmed', 'disputed', 'silent')),
  latest_day TEXT,
  latest_kind TEXT,
  revision BIGINT NOT NULL CHECK (revision > 0),
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  CHECK ((stage = 'inferred') = (stage_day IS NULL)),
  CHECK ((latest_day IS NULL) = (latest_kind IS NULL)),
  CHECK (claim <> 'inferred' OR imported = 1),
  CHECK ((stage = 'proposed') = (proposed_by IS NOT NULL)),
  CHECK ((stage = 'ended') = (ending IS NOT NULL))
);
CREATE INDEX partnership_by_form ON partnership (form, stage);
CREATE INDEX partnership_by_claim ON partnership (claim);
CREATE INDEX partnership_by_creation ON partnership (created_at, id);
CREATE INDEX partnership_by_life ON partnership (latest_day, id);
CREATE INDEX partnership_by_folded ON partnership (folded, id);
CREATE INDEX partnership_by_parent ON partnership (parent);

CREATE TABLE party (
  partnership TEXT NOT NULL REFERENCES partnership (id),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  role TEXT NOT NULL CHECK (role IN ('lead', 'partner', 'facilitator', 'funder', 'third-party')),
  position BIGINT NOT NULL,
  PRIMARY KEY (partnership, organisation)
);
CREATE INDEX party_by_organisation ON party (organisation, partnership);

CREATE TABLE agreement (
  partnership TEXT PRIMARY KEY REFERENCES partnership (id),
  kind TEXT NOT NULL CHECK (kind IN ('protocol', 'memorandum', 'letter')),
  signed_on TEXT NOT NULL,
  ends_on TEXT CHECK (ends_on > signed_on),
  aspects TEXT NOT NULL
);

CREATE TABLE signatory (
  partnership TEXT NOT NULL REFERENCES agreement (partnership),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  position BIGINT NOT NULL,
  PRIMARY KEY (partnership, position)
);

CREATE TABLE log_entry (
  id TEXT PRIMARY KEY CHECK (substr(id, 1, 4) = 'log_'),
  partnership TEXT NOT NULL REFERENCES partnership (id),
  kind TEXT NOT NULL CHECK (kind IN ('visit', 'meeting', 'decision', 'result', 'dissemination', 'handover', 'note')),
  day TEXT NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  language TEXT NOT NULL,
  organisation TEXT NOT NULL REFERENCES organisation (id),
  given BIGINT NOT NULL CHECK (given BETWEEN 0 AND 100000),
  received BIGINT NOT NULL CHECK (received BETWEEN 0 AND 100000),
  public BIGINT NOT NULL CHECK (public IN (0, 1)),
  created_at TEXT NOT NULL
);
CREATE INDEX log_entry_by_partnership ON log_entry (partnership, day);

-- What a party said of a fact (a partnership, a result, a period), word after word.
CREATE TABLE voice (
  subject TEXT NOT NULL,
  organisation TEXT NOT NULL REFERENCES organisation (id),
  stance TEXT NOT NULL CHECK (stance IN ('claims', 'confirms', 'disputes')),
  reason TEXT NOT NULL CHECK (stance <> 'disputes' OR reason <> ''),
  person TEXT NOT NULL REFERENCES person (id),
  at TEXT NOT NULL,
  PRIMARY KEY (subject, organisation, at)
);

-- Money and what is worth money, given or planned. A minus is a refund.
CREATE TABLE contribution (
  id TEXT PRIMARY KEY CHECK (substr(id, 1, 4) = 'con_'),
  partnership TEXT NOT NULL REFERENCES partnership (id),
  kind TEXT NOT NULL CHECK (kind IN ('budget', 'commitment', 'disbursement', 'expenditure', 'in-kind')),
  organisation TEXT REFERENCES organisation (id),
  minor_units BIGINT NOT NULL,
  currency TEXT NOT NULL,
  day TEXT NOT NULL,
  until_day TEXT CHECK (until_day >= day),
  note TEXT NOT NULL
);
CREATE INDEX contribution_by_partnership ON contribution (partnership, day);
