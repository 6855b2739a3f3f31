// Pages of threads by number of messages.
CREATE INDEX message_thread_messages IF NOT EXISTS FOR (m:Message) ON (m.thread_messages, m.id);
