/*
 * An artificial community: ordinary people, and among them people of whom everything is known.
 * Definition: canonical records, the plants' first, then those of each ordinary person in turn; not in the order of time. The same options
 * give the same records. Cost: O(people) time; memory O(1) in the ordinary people, the plants' records (at most some 130,000) are kept.
 */
import type { CanonicalRecord } from '../domain/records.js';
import { formatInstant } from '../domain/time.js';
import { plantCadence } from './cadence.js';
import { plantDesk } from './desk.js';
import { plantDialogues } from './dialogues.js';
import { plantGhostSource } from './ghost-source.js';
import { plantInitiation } from './initiation.js';
import { plantInvitations } from './invitations.js';
import { plantLanding } from './landing.js';
import { plantNeighbour } from './neighbour.js';
import { plantPod } from './pod.js';
import { plantQuietReader } from './quiet-reader.js';
import type { Plant } from './scene.js';
import type { SocietyOptions } from './society-options.js';
import { plantSpeaker } from './speaker.js';
import { plantSprayer } from './sprayer.js';
import { Stage } from './stage.js';
import { plantThreads } from './threads.js';
import { plantTieWeather } from './tie-weather.js';
import type { SocietyTruth } from './truth.js';
import { plantUnheard } from './unheard.js';

export interface Society {
  readonly truth: SocietyTruth;
  /** All records, from the start at each call. */
  records(): Generator<CanonicalRecord>;
}

/** Throws RangeError for an option outside its limits. */
export function generateSociety(options: SocietyOptions): Society {
  const stage = new Stage(options);
  const plants = plantAll(stage);
  return {
    truth: tell(stage, plants),
    *records() {
      for (const { records } of Object.values(plants)) yield* records;
      for (let number = 0; number < options.people; number++) yield* stage.ordinary.records(number);
    },
  };
}

type Plants = ReturnType<typeof plantAll>;

function plantAll(stage: Stage) {
  return {
    speaker: plantSpeaker(stage),
    neighbour: plantNeighbour(stage),
    quietReader: plantQuietReader(stage),
    ghostSource: plantGhostSource(stage),
    pod: plantPod(stage),
    sprayer: plantSprayer(stage),
    desk: plantDesk(stage),
    invitations: plantInvitations(stage),
    unheard: plantUnheard(stage),
    landing: plantLanding(stage),
    dialogues: plantDialogues(stage),
    threads: plantThreads(stage),
    initiation: plantInitiation(stage),
    cadence: plantCadence(stage),
    tieWeather: plantTieWeather(stage),
  } satisfies Record<string, Plant<unknown>>;
}

function tell(stage: Stage, plants: Plants): SocietyTruth {
  const { people, seed, days, asOf } = stage.options;
  const { speaker, neighbour, quietReader, ghostSource, pod, sprayer, desk } = plants;
  const planted = Object.values(plants).reduce((sum, { records }) => sum + records.filter(isPerson).length, 0);
  return {
    version: 1,
    options: { people, seed, days, asOf: formatInstant(asOf) },
    people: { total: people + planted, audience: stage.audience, control: stage.control, planted },
    personas: {
      speaker: speaker.truth,
      neighbour: neighbour.truth,
      quietReader: quietReader.truth,
      ghostSource: ghostSource.truth,
      pod: pod.truth,
      sprayer: sprayer.truth,
      desk: desk.truth,
    },
    invitations: plants.invitations.truth,
    unheard: plants.unheard.truth,
    landing: plants.landing.truth,
    dialogues: plants.dialogues.truth,
    threads: plants.threads.truth,
    initiation: plants.initiation.truth,
    cadence: plants.cadence.truth,
    tieWeather: plants.tieWeather.truth,
    control: stage.controlIds,
  };
}

function isPerson({ type }: CanonicalRecord): boolean {
  return type === 'person';
}
