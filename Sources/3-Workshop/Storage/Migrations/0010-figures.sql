-- What a word on a period was on: the figure as it stood (what it is of, and what came), and what a dispute says instead.
ALTER TABLE voice ADD COLUMN line TEXT;
ALTER TABLE voice ADD COLUMN figure TEXT;
ALTER TABLE voice ADD COLUMN counter TEXT;
UPDATE voice SET
  line = (SELECT i.title || ' · ' || i.measure || ' · ' || i.unit || ' · '
      || CASE i.ascending WHEN 1 THEN 'more' ELSE 'less' END || ' · '
      || COALESCE(CAST(i.baseline_year AS TEXT) || ': ' || i.baseline_value, '') || ' · '
      || p.start_day || '/' || p.end_day || ' · ' || COALESCE(p.target, '')
    FROM period p JOIN indicator i ON i.id = p.indicator WHERE p.id = voice.subject),
  figure = (SELECT COALESCE(p.actual, '') FROM period p WHERE p.id = voice.subject)
WHERE substr(subject, 1, 4) = 'prd_';
