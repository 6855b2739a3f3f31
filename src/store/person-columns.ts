import { BROADCAST_PARTS, RELATIONAL_COMPONENTS } from '../domain/network-scores.js';
import type { Person, StoredRelating, StoredScores } from '../domain/person.js';
import type { PersonKind } from '../domain/person-kind.js';
import { INVITATION_STATES, type InvitationCounts } from '../domain/relating.js';
import { type Decoder, float, integer, list, nullable, record, text } from '../neo4j/columns.js';

const identity = record({
  idx: integer,
  id: text,
  platform: text,
  name: nullable(text),
  handle: nullable(text),
  kind: text,
  roles: nullable(list(text)),
  organisation: nullable(text),
  scores_digest: nullable(integer),
});
const numbers = record({
  relational: nullable(float),
  broadcast: nullable(float),
  trust: nullable(float),
  given: float,
  received: float,
  confidence: float,
  effective_relationships: float,
  mutual_ties: integer,
  scored_interactions: integer,
  rank_relational: nullable(integer),
  rank_broadcast: nullable(integer),
  percentile_relational: nullable(float),
  percentile_broadcast: nullable(float),
});

/** Decodes the properties of a Person node. */
export const person: Decoder<Person> = {
  expects: 'the properties of a person',
  decode(value) {
    const { scores_digest, roles, kind, ...rest } = identity.decode(value);
    return {
      ...rest,
      kind: kind as PersonKind,
      roles: roles ?? [],
      scores: scores_digest === null ? null : decodeScores(value),
    };
  },
};

const relating = record({
  talked_about: nullable(float),
  percentile_talked_about: nullable(float),
  percentile_among_peers: nullable(float),
  percentile_response_among_peers: nullable(float),
  invitations: nullable(list(float)),
  answer_latency: nullable(float),
  landing: nullable(list(float)),
  spark: nullable(list(float)),
  dialogue_h_index: nullable(float),
  re_entry: nullable(list(float)),
});

function decodeRelating(value: unknown): StoredRelating | null {
  const stored = relating.decode(value);
  if (stored.talked_about === null) return null;
  const [comments, byOwner, byOthers, landed] = stored.landing!;
  const [followed, expected] = stored.spark!;
  const [threads, returned] = stored.re_entry!;
  return {
    talkedAbout: stored.talked_about,
    percentileTalkedAbout: stored.percentile_talked_about,
    percentileAmongPeers: stored.percentile_among_peers,
    percentileResponseAmongPeers: stored.percentile_response_among_peers,
    invitations: Object.fromEntries(
      INVITATION_STATES.map((state, place) => [state, stored.invitations![place]!]),
    ) as InvitationCounts,
    answerLatency: stored.answer_latency,
    landing: { comments: comments!, byOwner: byOwner!, byOthers: byOthers!, landed: landed! },
    spark: { followed: followed!, expected: expected! },
    dialogueHIndex: stored.dialogue_h_index!,
    reEntry: { threads: threads!, returned: returned! },
  };
}

function decodeScores(value: unknown): StoredScores {
  const stored = numbers.decode(value);
  const properties = value as Record<string, unknown>;
  const pick = <K extends string>(names: readonly K[]) =>
    Object.fromEntries(names.map((name) => [name, float.decode(properties[name])])) as Record<K, number>;
  return {
    relational: stored.relational,
    broadcast: stored.broadcast,
    trust: stored.trust,
    given: stored.given,
    received: stored.received,
    confidence: stored.confidence,
    effectiveRelationships: stored.effective_relationships,
    mutualTies: stored.mutual_ties,
    interactions: stored.scored_interactions,
    rankRelational: stored.rank_relational,
    rankBroadcast: stored.rank_broadcast,
    percentileRelational: stored.percentile_relational,
    percentileBroadcast: stored.percentile_broadcast,
    components: pick(RELATIONAL_COMPONENTS),
    parts: pick(BROADCAST_PARTS),
    relating: decodeRelating(value),
  };
}
