import DataLoader from 'dataloader';
import type { Page } from '../domain/page.js';
import type { ObservedInteraction, PersonGround } from '../domain/person-ground.js';
import type { GroundStore, InteractionWish } from '../store/ground-store.js';

/** Reads of one operation that many parents share: one statement for all people of a page. */
export interface GroundLoaders {
  /** By number of the person. */
  readonly ground: DataLoader<number, PersonGround>;
  readonly interactions: DataLoader<InteractionWish, Page<ObservedInteraction>, string>;
}

export function createGroundLoaders(store: GroundStore): GroundLoaders {
  return {
    ground: new DataLoader((idx) => store.persons(idx)),
    interactions: new DataLoader((wishes) => store.interactions(wishes), { cacheKeyFn: JSON.stringify }),
  };
}
