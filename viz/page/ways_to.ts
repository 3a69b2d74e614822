// The best way from each jobcenter and agency to an actor.
import type {Actor, Data} from './data';
import type {PathFinder} from './ways';

export interface WayTo {
  readonly start: Actor;
  readonly route: readonly number[];
}

const startKinds = new Set(['jobcenter', 'employment_agency']);

export function waysTo(data: Data, paths: PathFinder, goal: Actor): readonly WayTo[] {
  const out: WayTo[] = [];
  for (const index of data.wayActors) {
    const start = data.actorAt(index);
    if (index === goal.index || !startKinds.has(start.kind)) continue;
    const best = paths.find({from: index, goals: [goal.index], topic: null, mandate: false, count: 1}).ways[0];
    if (best !== undefined) out.push({start, route: [index, ...best.hops.map(hop => hop.to)]});
  }
  return out.sort((a, b) => a.route.length - b.route.length || a.start.index - b.start.index);
}
