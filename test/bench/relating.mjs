// What a person's own fields take: the busiest person against a median one, one caller, over GraphQL and HTTP; after a run, and as long as records
// come in, when nothing that was precomputed holds.
import { interleave, median, printRatio, time } from './measure.mjs';
import { openService } from './service.mjs';

const CALLS = 40;
const PAGE = 'totalCount nodes { person { personId } }';
const FIELDS = {
  stance:
    'stance { quadrant broadcast { value } relational { value } talkedAbout { value } capacityAdjusted { load } }',
  talkedAboutBy: `talkedAboutBy { ${PAGE} }`,
  ground:
    'ground { observed given { slices { ground kind count } } received { slices { ground kind count } } explained { broadcast { share } } }',
  interactions: 'interactions(direction: RECEIVED) { totalCount nodes { kind at } }',
  initiation: `initiation { ties opened reached people { ${PAGE} } }`,
  unservedPeople: `unservedPeople { ${PAGE} }`,
  invitationLedger: 'invitationLedger { total responseRate medianLatencyDays }',
  openInvitations: 'openInvitations { totalCount nodes { from { personId } waitingSince } }',
  invitations: 'invitations(state: LAPSED) { totalCount nodes { from { personId } waitingSince } }',
  landing: `landing { rate spark { ratio } people { ${PAGE} } }`,
  dialogueHIndex: 'dialogueHIndex reEntry { share }',
  cadence: 'cadence { activeDays regularity }',
  mirror: 'mirror { sentences { text people { personId } } }',
};

/** Fields with something in them that a run precomputes. */
const PRECOMPUTED = ['ground', 'interactions', 'unservedPeople', 'mirror'];

export async function benchRelating({ database, connection, rounds, records }) {
  const { ask, close } = await openService({ database, connection, records });
  try {
    const { busiest, middle } = await people(database);
    for (const [name, fields] of Object.entries(FIELDS)) {
      const query = `query($id: String!) { person(personId: $id) { ${fields} } }`;
      const of = (id) => async () => {
        const times = [];
        for (let i = 0; i < CALLS; i++) times.push(await time(() => ask(query, { id })));
        return times;
      };
      const candidates = { busiest: of(busiest), middle: of(middle) };
      if (PRECOMPUTED.includes(name)) candidates.meanwhile = () => withoutPrecomputed(database, of(busiest));
      const rows = await interleave(rounds, candidates);
      const [most, usual] = [rows.busiest.flat(), rows.middle.flat()];
      console.log(
        `  ${name.padEnd(18)} p50 median person ${median(usual).toFixed(1)} ms, busiest ${median(most).toFixed(1)} ms; p95 ${p95(usual).toFixed(1)} and ${p95(most).toFixed(1)} ms`,
      );
      printRatio(`${name}: busiest / median person`, most, usual, { max: 5 });
      if (rows.meanwhile !== undefined)
        printRatio(`${name}: busiest while records come in / median person`, rows.meanwhile.flat(), usual);
    }
  } finally {
    await close();
  }
}

/** As if something had been written since the last run. */
async function withoutPrecomputed(database, measure) {
  const moveBy = (step) =>
    database.administer('WRITE', (session) =>
      session.run(`MATCH (l:Ledger) SET l.precomputed_sequence = l.precomputed_sequence + ${step}`),
    );
  await moveBy(-1);
  try {
    return await measure();
  } finally {
    await moveBy(1);
  }
}

function p95(times) {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)];
}

async function people(database) {
  return database.administer('READ', async (session) => {
    const { records } = await session.run(
      "MATCH (p:Person) WHERE p.kind = 'person' WITH p, COUNT { (p)-[:INTERACTED]-() } AS degree WHERE degree > 0 ORDER BY degree DESC, p.id RETURN collect(p.id) AS ids",
    );
    const ids = records[0].get('ids');
    return { busiest: ids[0], middle: ids[ids.length >> 1] };
  });
}
