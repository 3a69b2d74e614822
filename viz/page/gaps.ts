// Open cells of the coverage matrix that have to do with an actor.
import type {Actor, CoverageCell, Data} from './data';

export interface Gaps {
  /// Open where the actor works, on a topic it already has an offer for elsewhere.
  readonly closable: readonly CoverageCell[];
  /// Open, and the actor is the one to ask.
  readonly toAsk: readonly CoverageCell[];
}

function isOpen(cell: CoverageCell): boolean {
  return cell.state.key === 'none' || cell.state.key === 'unknown';
}

export function gapsOf(data: Data, actor: Actor): Gaps {
  const topics = new Set(data.offers
    .filter(offer => offer.runs && (offer.providers.includes(actor.key) || offer.host === actor.key))
    .flatMap(offer => [...offer.topics]));
  const open = data.cells.filter(isOpen);
  return {
    closable: open.filter(cell => topics.has(cell.topic.key) && data.worksIn(actor, cell.area)),
    toAsk: open.filter(cell => cell.ask === actor.key),
  };
}
