// Pages of threads by depth.
CREATE INDEX message_thread_depth IF NOT EXISTS FOR (m:Message) ON (m.thread_depth, m.id);
