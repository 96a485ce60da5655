import type { Field } from '~/api/trackers';
import type { Offer } from '~/fields/contract';

/** What the tracker's rules let a list hold as the draft stands, and why. */
export interface RuleOffer extends Offer {
  /** What decides, and what else there would be; one or two sentences. */
  why: string;
  /** The field to change for another offer; undefined where the server's value decides. */
  decider: Field | undefined;
}

/** Several rules about one field: each has to allow. */
export function together(offers: readonly RuleOffer[]): RuleOffer | undefined {
  const [first] = offers;
  if (!first || offers.length === 1) return first;
  return {
    allows: (id) => offers.every((offer) => offer.allows(id)),
    why: offers.map(({ why }) => why).join(' '),
    decider: offers.find(({ decider }) => decider)?.decider,
  };
}
