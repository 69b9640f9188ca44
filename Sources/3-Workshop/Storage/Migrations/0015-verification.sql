-- The day on which a reviewer of this instance said that the organisation is what it claims to be.
ALTER TABLE organisation ADD COLUMN verified TEXT;
