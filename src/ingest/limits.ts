/** Longest id as it is stored, platform included, in UTF-16 code units. */
export const MAX_ID_LENGTH = 255;
/** Longest platform name, in UTF-16 code units. */
export const MAX_PLATFORM_LENGTH = 64;
/** Longest name, handle, organisation, role or tag, in UTF-16 code units. */
export const MAX_TEXT_LENGTH = 500;
/** Most entries of `tags`, `roles` or `aliases`. */
export const MAX_LIST_LENGTH = 50;
/** Largest `meta` as JSON, in bytes of UTF-8. */
export const MAX_META_BYTES = 4_096;
/** Largest record in a file, in bytes. */
export const MAX_RECORD_BYTES = 32 * 1024;
/** Deepest nesting of a JSON record. */
export const MAX_JSON_DEPTH = 64;
/** How far ahead of the clock a time may be, in milliseconds. */
export const MAX_FUTURE_MS = 24 * 3_600_000;
/** Most interactions one row of a table may stand for. */
export const MAX_REPEATS = 10_000;
