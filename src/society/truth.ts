import type { CadenceTruth } from './cadence.js';
import type { DeskTruth } from './desk.js';
import type { DialoguesTruth } from './dialogues.js';
import type { GhostSourceTruth } from './ghost-source.js';
import type { InitiationTruth } from './initiation.js';
import type { InvitationsTruth } from './invitations.js';
import type { LandingTruth } from './landing.js';
import type { NeighbourTruth } from './neighbour.js';
import type { PodTruth } from './pod.js';
import type { QuietReaderTruth } from './quiet-reader.js';
import type { SpeakerTruth } from './speaker.js';
import type { SprayerTruth } from './sprayer.js';
import type { ThreadTruth } from './threads.js';
import type { TieWeatherTruth } from './tie-weather.js';
import type { UnheardTruth } from './unheard.js';

/**
 * What was planted in a society: the truth file. Every number follows from how a plant is made, none from a measure; ids are those of the
 * records, times RFC 3339 in UTC, rates in [0, 1]. People of a plant's own act with nobody but as the plant says; where a plant uses
 * ordinary people, only what is said about its own people is exact. Answer window 7 days.
 */
export interface SocietyTruth {
  /** Of this shape. */
  readonly version: 1;
  readonly options: {
    readonly people: number;
    readonly seed: number;
    readonly days: number;
    readonly asOf: string;
  };
  /** Accounts: ordinary (audience and control) and planted, the organisation included. */
  readonly people: {
    readonly total: number;
    readonly audience: number;
    readonly control: number;
    readonly planted: number;
  };
  readonly personas: {
    readonly speaker: SpeakerTruth;
    readonly neighbour: NeighbourTruth;
    readonly quietReader: QuietReaderTruth;
    readonly ghostSource: GhostSourceTruth;
    readonly pod: PodTruth;
    readonly sprayer: SprayerTruth;
    readonly desk: DeskTruth;
  };
  readonly invitations: readonly InvitationsTruth[];
  readonly unheard: UnheardTruth;
  readonly landing: LandingTruth;
  readonly dialogues: DialoguesTruth;
  readonly threads: readonly ThreadTruth[];
  readonly initiation: InitiationTruth;
  readonly cadence: readonly CadenceTruth[];
  readonly tieWeather: readonly TieWeatherTruth[];
  /** Ordinary people whom no plant touches. */
  readonly control: readonly string[];
}
