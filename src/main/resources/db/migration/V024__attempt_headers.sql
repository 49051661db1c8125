-- Nothing read them: all headers are in the WARC file, for who needs them.
alter table fetch_attempt drop column headers;
