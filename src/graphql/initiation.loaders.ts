import DataLoader from 'dataloader';
import type { Initiation, TieOpening, UnservedPerson } from '../domain/initiation.js';
import type { Page } from '../domain/page.js';
import type { InitiationStore, InitiationWish, OpeningWish, PeopleWish } from '../store/initiation-store.js';

/** Reads of one operation that many parents share: one statement for all people of a page. */
export interface InitiationLoaders {
  readonly initiation: DataLoader<InitiationWish, Initiation, string>;
  readonly openings: DataLoader<OpeningWish, Page<TieOpening>, string>;
  readonly unserved: DataLoader<PeopleWish, Page<UnservedPerson>, string>;
}

export function createInitiationLoaders(store: InitiationStore): InitiationLoaders {
  const byWish = { cacheKeyFn: JSON.stringify };
  return {
    initiation: new DataLoader((wishes) => store.persons(wishes), byWish),
    openings: new DataLoader((wishes) => store.openings(wishes), byWish),
    unserved: new DataLoader((wishes) => store.unserved(wishes), byWish),
  };
}
