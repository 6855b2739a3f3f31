/*
 * Random walk with restart (personalised PageRank) on the mutual network.
 * Definition: π = α z + (1-α) Pᵀ π, P_uv = m_uv / Σ_w m_uw; mass of persons without a tie goes back to z; Σ π = 1.
 * Solved by Gauss-Seidel sweeps until one changes π by less than 1e-13 in L1. Leaving out the mass that returns from persons
 * without a tie only scales the solution, so it is normalised at the end. Cost: O(k L), k ≈ 40 to 70 sweeps.
 * Source: Page, Brin, Motwani, Winograd 1999; Haveliwala, WWW 2002; model.md 1.6.
 */
import type { MutualNetwork } from './mutual-network.js';

/** Probability of the walk to start over at each step. */
export const RESTART = 0.2;

const TOLERANCE = 1e-13;
const MAX_SWEEPS = 1_000;

/** Visiting probabilities by person, summing to 1, for a restart distribution z (summing to 1; all 0 gives all 0). */
export function walkWithRestart(network: MutualNetwork, restart: Float64Array): Float64Array {
  const connected = listConnected(network);
  const source = restart.map((probability) => RESTART * probability);
  const outflow = new Float64Array(network.persons);
  for (let sweeps = 0; sweeps < MAX_SWEEPS; sweeps++) {
    if (sweep(network, connected, source, outflow) < TOLERANCE) break;
  }
  const visits = source;
  for (const person of connected) visits[person] = outflow[person]! * network.totals[person]!;
  return normalise(visits);
}

/** Updates visits per unit of strength in place, and returns by how much visits changed in all. */
function sweep(network: MutualNetwork, connected: Int32Array, source: Float64Array, outflow: Float64Array): number {
  const { offsets, alters, strengths, totals } = network;
  let change = 0;
  for (let i = 0; i < connected.length; i++) {
    const person = connected[i]!;
    const end = offsets[person + 1]!;
    let inflow = 0;
    for (let tie = offsets[person]!; tie < end; tie++) inflow += strengths[tie]! * outflow[alters[tie]!]!;
    const total = totals[person]!;
    const next = (source[person]! + (1 - RESTART) * inflow) / total;
    change += Math.abs(next - outflow[person]!) * total;
    outflow[person] = next;
  }
  return change;
}

function listConnected({ persons, totals }: MutualNetwork): Int32Array {
  const connected = new Int32Array(persons);
  let count = 0;
  for (let person = 0; person < persons; person++) if (totals[person]! > 0) connected[count++] = person;
  return connected.subarray(0, count);
}

function normalise(visits: Float64Array): Float64Array {
  let total = 0;
  for (const visit of visits) total += visit;
  if (total > 0) for (let person = 0; person < visits.length; person++) visits[person]! /= total;
  return visits;
}
