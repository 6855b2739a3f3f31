import DataLoader from 'dataloader';
import type { Page } from '../domain/page.js';
import type { CommentedPerson, ReceivedInvitation, Talker } from '../domain/relating-people.js';
import type { InvitationWish, ListWish, RelatingStore } from '../store/relating-store.js';

/** Reads of one operation that many parents share: one statement for all people of a page. */
export interface RelatingLoaders {
  readonly invitations: DataLoader<InvitationWish, Page<ReceivedInvitation>, string>;
  readonly commented: DataLoader<ListWish, Page<CommentedPerson>, string>;
  readonly talkers: DataLoader<ListWish, Page<Talker>, string>;
}

export function createRelatingLoaders(store: RelatingStore): RelatingLoaders {
  const byWish = { cacheKeyFn: JSON.stringify };
  return {
    invitations: new DataLoader((wishes) => store.invitations(wishes), byWish),
    commented: new DataLoader((wishes) => store.commented(wishes), byWish),
    talkers: new DataLoader((wishes) => store.talkers(wishes), byWish),
  };
}
