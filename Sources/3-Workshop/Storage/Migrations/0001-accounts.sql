-- Who may come in, what they may do, and what they did.
CREATE TABLE person (
  id TEXT PRIMARY KEY CHECK (substr(id, 1, 4) = 'per_'),
  name TEXT NOT NULL CHECK (name <> ''),
  languages TEXT NOT NULL,
  contact TEXT NOT NULL,
  shows_contact BIGINT NOT NULL CHECK (shows_contact IN (0, 1))
);

CREATE TABLE account (
  id TEXT PRIMARY KEY CHECK (substr(id, 1, 4) = 'acc_'),
  email TEXT NOT NULL UNIQUE,
  person TEXT NOT NULL REFERENCES person (id),
  password TEXT,
  language TEXT,
  duty TEXT CHECK (duty IN ('reviewer', 'administrator')),
  disabled BIGINT NOT NULL CHECK (disabled IN (0, 1)),
  created_at TEXT NOT NULL
);

-- A browser that is signed in (form_key guards its forms), or a program with a token (form_key is null).
CREATE TABLE session (
  token_hash TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (id),
  form_key TEXT,
  label TEXT NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
);
CREATE INDEX session_by_account ON session (account);

CREATE TABLE sign_in_attempt (
  subject TEXT NOT NULL,
  at TEXT NOT NULL
);
CREATE INDEX sign_in_attempt_by_subject ON sign_in_attempt (subject, at);

CREATE TABLE audit (
  id TEXT PRIMARY KEY CHECK (substr(id, 1, 4) = 'aud_'),
  at TEXT NOT NULL,
  account TEXT REFERENCES account (id),
  verb TEXT NOT NULL,
  subject TEXT NOT NULL,
  organisation TEXT,
  detail TEXT NOT NULL
);
CREATE INDEX audit_by_subject ON audit (subject, at);
CREATE INDEX audit_by_organisation ON audit (organisation, at);
