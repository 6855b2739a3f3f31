import { NO_STARTER } from '../../domain/ground.js';
import type { BatchPlan } from './batch-plan.js';
import type { MessageState } from './message-state.js';

/** What the graph must repair after the batch is written. */
export interface ThreadRepairs {
  /** Messages whose whole subtree must forget its labels first. */
  readonly clear: string[];
  /** Messages from which labels are given to what has none below, with the ground of interactions. */
  readonly label: string[];
  /** Messages below which the ground of interactions is said again, also where no starter is known any longer. */
  readonly ground: string[];
}

/**
 * Gives every message of the batch its root, depth and starter where they are known, and lists what the graph must repair:
 * threads below a late parent, below a message that moved, below a root that has got an author. Pure.
 */
export function labelThreads(plan: BatchPlan): ThreadRepairs {
  const repairs: ThreadRepairs = { clear: [], label: [], ground: [] };
  for (const message of plan.messages.values()) {
    if (message.moved) message.label = null;
  }
  const changed = [...plan.messages.values()].filter((message) => message.changed && !message.moved);
  for (const message of changed) if (!message.hasParent) labelRoot(message);
  const visiting = new Set<MessageState>();
  for (const message of changed) if (message.hasParent) labelChild(plan, message, visiting);
  for (const message of plan.messages.values()) collectRepairs(message, repairs);
  return repairs;
}

function labelRoot(message: MessageState): void {
  const starter = message.author ?? NO_STARTER;
  if (message.label?.starter === starter) return;
  message.relabelled = message.known;
  message.restarted = message.known && message.label !== null;
  message.label = { conversation: message.id, depth: 0, starter };
}

function labelChild(plan: BatchPlan, message: MessageState, visiting: Set<MessageState>): void {
  if (message.label !== null || message.parent === undefined || visiting.has(message)) return;
  const parent = plan.messages.get(message.parent)!;
  visiting.add(message);
  if (parent.changed && parent.hasParent && !parent.moved) labelChild(plan, parent, visiting);
  visiting.delete(message);
  if (parent.label === null) return;
  message.relabelled = message.known;
  message.label = { ...parent.label, depth: parent.label.depth + 1 };
}

function collectRepairs(message: MessageState, repairs: ThreadRepairs): void {
  if (message.moved) {
    repairs.clear.push(message.id);
    repairs.label.push(message.parent!);
    repairs.ground.push(message.id);
  } else if (message.relabelled) {
    if (message.restarted) repairs.clear.push(message.id);
    repairs.label.push(message.id);
  }
}
