import { everyMinutes, type Plant, Scene } from './scene.js';
import type { Stage } from './stage.js';

const OPERATORS = 3;
const THREADS_EACH = 3;

/** Customers name the organisation, an operator answers 60 minutes later, they come back, and the operator answers again. */
export interface DeskTruth {
  readonly organisation: string;
  readonly customers: number;
  /** One mention of the organisation each. The organisation itself never acts. */
  readonly threads: number;
  /** By operator: threads served, replies given (two a thread), and the customers' replies, all answered. */
  readonly operators: readonly {
    readonly person: string;
    readonly threads: number;
    readonly given: number;
    readonly invitations: number;
    readonly answered: number;
  }[];
}

export function plantDesk(stage: Stage): Plant<DeskTruth> {
  const scene = new Scene('desk');
  const desk = scene.person('desk', { name: 'The Desk', kind: 'organisation' });
  const facts = { kind: 'person', roles: ['operator'], organisation: 'The Desk' } as const;
  const operators = Array.from({ length: OPERATORS }, (_, i) => scene.person(`desk-operator-${i + 1}`, facts));
  const customers = Math.min(12, stage.audience);
  const threads = customers * THREADS_EACH;
  for (let k = 0; k < threads; k++) {
    const customer = stage.watcherId(k % customers);
    const at = stage.at(50 - (k % 36), 540);
    const question = scene.post(customer, at);
    scene.act('mention', customer, desk, at, { message: question });
    const times = everyMinutes(at + 3_600_000, 60, 3);
    scene.exchange([operators[k % OPERATORS]!, customer], ['reply', 'reply', 'reply'], times, question);
  }
  const served = operators.map((person, i) => {
    const count = Math.floor((threads - i + OPERATORS - 1) / OPERATORS);
    return { person, threads: count, given: 2 * count, invitations: count, answered: count };
  });
  return { truth: { organisation: desk, customers, threads, operators: served }, records: scene.records };
}
