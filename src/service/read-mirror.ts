import { reachedSince } from '../domain/initiation.js';
import type { Mirror, MirrorSentence } from '../domain/mirror.js';
import type { Moment } from '../domain/moment.js';
import type { Page } from '../domain/page.js';
import type { Person, StoredRelating } from '../domain/person.js';
import type { Inviters } from '../domain/relating-people.js';
import { LEAST_ACTIVE_DAYS, weatherOf } from '../scoring/tie-weather.js';
import type { InitiationStore } from '../store/initiation-store.js';
import type { MirrorStore } from '../store/mirror-store.js';
import type { PersonStore } from '../store/person-store.js';
import type { RelatingStore } from '../store/relating-store.js';

const MILLISECONDS_PER_DAY = 86_400_000;

export interface MirrorParts {
  readonly people: Pick<PersonStore, 'findByIdx'>;
  readonly relating: Pick<RelatingStore, 'inviters' | 'commented'>;
  readonly initiation: Pick<InitiationStore, 'persons' | 'openings' | 'unserved'>;
  readonly mirror: Pick<MirrorStore, 'daysByAlter'>;
}

/** Says to somebody, in sentences, whom they answered, who waits, who fell silent; every sentence with its people, none with a rank. */
export class ReadMirror {
  readonly #parts: MirrorParts;

  constructor(parts: MirrorParts) {
    this.#parts = parts;
  }

  /** Sentences about a person, each naming at most `first` people; a sentence that would say nothing is left out. */
  async read(person: Person, relating: StoredRelating, moment: Moment, first: number): Promise<Mirror> {
    const { people, initiation } = this.#parts;
    const { idx } = person;
    const wish = { idx, first, after: null };
    const since = reachedSince(moment.asOf);
    const [{ everybody, by }, silent, [commented], [ties], [unserved]] = await Promise.all([
      this.#parts.relating.inviters(idx, first),
      this.#silent(idx, moment),
      this.#parts.relating.commented([wish]),
      initiation.persons([{ idx, since }]),
      initiation.unserved([wish]),
    ]);
    const [opened] = await initiation.openings([{ ...wish, mine: true, total: ties!.opened }]);
    const gone = await people.findByIdx(silent.slice(0, first));
    const inviters = counted(everybody, 'person', 'people');
    const sentences: (MirrorSentence | null)[] = [
      of('ANSWERED', by.ANSWERED, (n) => `You answered ${n} of the ${inviters} who wrote to you.`),
      of('WAITING', by.OPEN, (n) => `${counted(n, 'person waits', 'people wait')} for an answer from you.`),
      of('LAPSED', by.LAPSED, (n) => `${counted(n, 'person', 'people')} wrote to you and heard nothing in time.`),
      of(
        'SILENT',
        { total: silent.length, people: silent.flatMap((alter) => gone.get(alter) ?? []) },
        (n) => `You and ${counted(n, 'person', 'people')} you used to talk with have fallen silent.`,
      ),
      of('LANDED', peopleOf(commented!), (n) => landed(relating, n)),
      of(
        'OPENED',
        peopleOf(opened!),
        (n) =>
          `You opened ${n} of your ${counted(ties!.ties, 'tie', 'ties')}, and reached ${counted(ties!.reached, 'new person', 'new people')} since ${dateOf(since)}.`,
      ),
      of(
        'UNSERVED',
        peopleOf(unserved!),
        (n) => `${counted(n, 'person', 'people')} wrote to you, mentioned you or read you, and never heard from you.`,
      ),
    ];
    return { asOf: moment.asOf, sentences: sentences.filter((one) => one !== null) };
  }

  /** Numbers of the persons with whom somebody fell silent, the latest to do so first. */
  async #silent(idx: number, { asOf, window }: Moment): Promise<number[]> {
    const today = Math.floor(asOf / MILLISECONDS_PER_DAY);
    const quietSince = asOf - window + MILLISECONDS_PER_DAY;
    const ties = await this.#parts.mirror.daysByAlter({ idx, asOf, quietSince, least: LEAST_ACTIVE_DAYS });
    return ties
      .map(({ idx: alter, days }) => ({ alter, weather: weatherOf(days, today, window / MILLISECONDS_PER_DAY)! }))
      .filter(({ weather }) => weather.state === 'SILENT')
      .sort((a, b) => a.weather.silence - b.weather.silence || a.alter - b.alter)
      .map(({ alter }) => alter);
  }
}

function landed({ landing: { landed: reached, comments } }: StoredRelating, owners: number): string {
  const where = `On content of ${counted(owners, 'person', 'people')}`;
  return `${where}, ${reached} of your ${counted(comments, 'comment', 'comments')} in threads of others got a response.`;
}

function peopleOf(page: Page<{ readonly person: Person }>): Inviters {
  return { total: page.totalCount, people: page.items.map(({ node }) => node.person) };
}

function of(
  topic: MirrorSentence['topic'],
  about: Inviters | undefined,
  text: (count: number) => string,
): MirrorSentence | null {
  return about === undefined || about.total === 0
    ? null
    : { topic, text: text(about.total), count: about.total, people: about.people };
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function dateOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
