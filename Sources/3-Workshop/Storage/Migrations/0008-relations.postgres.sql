-- Who is related to whom, told from the partnerships and kept with them: one row from each side of each pair. What an
-- organisation's page shows of its partners lies together here, in the order of their names.
CREATE TABLE relation (
  organisation TEXT NOT NULL REFERENCES organisation (id),
  partner_folded TEXT NOT NULL,
  partnership TEXT NOT NULL REFERENCES partnership (id),
  partner TEXT NOT NULL REFERENCES organisation (id) CHECK (partner <> organisation),
  partner_name TEXT NOT NULL,
  partner_language TEXT NOT NULL,
  partner_translated BIGINT NOT NULL CHECK (partner_translated IN (0, 1)),
  partner_country TEXT,
  country TEXT,
  form TEXT NOT NULL,
  stage TEXT NOT NULL,
  claim TEXT NOT NULL,
  began TEXT,
  latest_day TEXT,
  latest_kind TEXT,
  PRIMARY KEY (organisation, partner_folded, partnership, partner)
);
CREATE INDEX relation_by_partner ON relation (partner);
CREATE INDEX relation_by_partnership ON relation (partnership);
-- The landscape is counted from this index alone, in its own order.
CREATE INDEX relation_by_country ON relation (country, partner_country, form, claim, partnership);
