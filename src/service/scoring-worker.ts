import { parentPort, workerData } from 'node:worker_threads';
import { KindRegistry } from '../domain/interaction-kind.js';
import { computeScores } from './score-engine.js';
import type { ScoringRequest } from './worker-engine.js';

const { task, kinds } = workerData as ScoringRequest;
parentPort!.postMessage(computeScores(task, new KindRegistry(kinds)));
