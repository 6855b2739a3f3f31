// Pages of threads by their latest message.
CREATE INDEX message_thread_last_at IF NOT EXISTS FOR (m:Message) ON (m.thread_last_at, m.id);
