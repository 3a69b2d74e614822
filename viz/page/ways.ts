// Cheapest ways between actors: the same search as `lotse paths`, step for step (boost_paths.cpp and
// paths.cpp), so that among equally good ways the same one is found.
import type {Data, Hop} from './data';
import {missingTies, type MissingTie} from './missing';
import {cheapest, type Arc, type Route, type SearchGraph} from './cheapest';

export interface WayQuestion {
  readonly from: number;
  readonly goals: readonly number[];
  readonly topic: string | null; // what one is looking for
  readonly mandate: boolean; // none outside the legal mandate
  readonly count: number; // of ways
}
export interface Way {
  readonly cost: number; // hundredths of a hand-off
  readonly legality: number; // of the worst hop
  readonly hops: readonly WayHop[];
}
export interface WayHop extends Hop {
  readonly price: number; // cost for what one is looking for
}
export interface WayAnswer {
  readonly ways: readonly Way[];
  readonly outside: readonly Way[]; // where there is no way: what would be one but for a hop outside the mandate
  readonly missing: readonly MissingTie[]; // where there is no way: the fewest ties that would make one
}

/// A hop between positions in Data.wayActors.
export interface PlacedHop {
  readonly hop: WayHop;
  readonly tail: number;
  readonly head: number;
}

const mostCandidates = 10000;

/// Ways whose worst hop is exactly `worst` (any: at most outside), which end at the first goal:
/// the graph times the states "no hop so bad yet", "seen one", "arrived", and a sink.
class Product implements SearchGraph<WayHop> {
  readonly sink: number;
  readonly arcs: Arc<WayHop>[][];
  readonly start: number;
  private numbers = 0;

  constructor(readonly vertices: number, hops: readonly PlacedHop[], goals: ReadonlySet<number>, from: number,
    worst: number, startSeen: boolean) {
    this.sink = vertices * 3;
    this.arcs = Array.from({length: this.sink + 1}, () => []);
    this.start = from * 3 + (startSeen ? 1 : 0);
    for (const {hop, tail, head} of hops) {
      if (hop.legality > worst) continue;
      const arrives = goals.has(head);
      if (hop.legality === worst) this.add(tail * 3, head * 3 + (arrives ? 2 : 1), hop);
      else if (!arrives) this.add(tail * 3, head * 3, hop);
      this.add(tail * 3 + 1, head * 3 + (arrives ? 2 : 1), hop);
    }
    for (let v = 0; v < vertices; ++v) this.add(v * 3 + 2, this.sink, null);
  }

  vertex(p: number): number {
    return p < this.sink ? Math.floor(p / 3) : p;
  }

  private add(from: number, to: number, hop: WayHop | null): void {
    this.arcs[from]?.push({to, cost: hop?.price ?? 0, hop, number: this.numbers++});
  }
}

function lexicographic(a: readonly Arc<WayHop>[], b: readonly Arc<WayHop>[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); ++i) {
    const difference = (a[i]?.number ?? 0) - (b[i]?.number ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function nameOf(arcs: readonly Arc<WayHop>[], length: number): string {
  let out = '';
  for (let i = 0; i < length; ++i) out += `${arcs[i]?.number ?? ''} `;
  return out;
}

/// Yen's deviations over the product.
function cheapestRoutes(product: Product, count: number): readonly Route<WayHop>[] {
  const candidates: Route<WayHop>[] = [];
  const known = new Set<string>();
  const taken = new Map<string, Set<number>>(); // first arcs of a way taken before -> the arcs after them
  const out: Route<WayHop>[] = [];
  const source = (route: Route<WayHop>, i: number): number => i === 0 ? product.start : route.arcs[i - 1]?.to ?? 0;
  const looplessBefore = (route: Route<WayHop>, i: number): boolean => {
    const seen = new Set<number>();
    for (let j = 0; j <= i; ++j) seen.add(product.vertex(source(route, j)));
    return seen.size === i + 1;
  };
  const extend = (root: Route<WayHop>, i: number): void => {
    const vertices = new Set<number>();
    for (let j = 0; j <= i; ++j) vertices.add(product.vertex(source(root, j)));
    const spur = cheapest(product, source(root, i), taken.get(nameOf(root.arcs, i)) ?? new Set(), vertices);
    if (spur === null) return;
    const head = root.arcs.slice(0, i);
    const route = {arcs: [...head, ...spur.arcs], cost: spur.cost + head.reduce((sum, arc) => sum + arc.cost, 0)};
    const name = nameOf(route.arcs, route.arcs.length);
    if (known.has(name)) return;
    known.add(name);
    candidates.push(route);
  };
  extend({arcs: [], cost: 0}, 0);
  for (let lookedAt = 0; out.length < count && lookedAt < mostCandidates; ++lookedAt) {
    candidates.sort((a, b) => a.cost - b.cost || a.arcs.length - b.arcs.length || lexicographic(a.arcs, b.arcs));
    const best = candidates.shift();
    if (best === undefined) break;
    known.delete(nameOf(best.arcs, best.arcs.length));
    best.arcs.forEach((arc, i) => {
      const start = nameOf(best.arcs, i);
      taken.set(start, (taken.get(start) ?? new Set()).add(arc.number));
    });
    for (let i = 0; i < best.arcs.length && looplessBefore(best, i); ++i) extend(best, i);
    if (looplessBefore(best, best.arcs.length)) out.push(best);
  }
  return out;
}

/// Of several hops between two actors the one a way uses; by ends, as the data are.
function usedHops(data: Data, places: ReadonlyMap<number, number>, topic: string | null, mandate: boolean): readonly PlacedHop[] {
  const best = new Map<number, WayHop>();
  for (const hop of data.hops) {
    const dearer = topic !== null && hop.topics.length > 0 && !hop.topics.includes(topic);
    const priced = {...hop, price: hop.cost + (dearer ? data.otherTopicCost : 0)};
    const ends = hop.from * data.actors.length + hop.to;
    const known = best.get(ends);
    const difference = known === undefined ? -1
      : (mandate ? priced.legality - known.legality : 0) || priced.price - known.price || priced.legality - known.legality;
    if (difference < 0) best.set(ends, priced);
  }
  return [...best.values()].map(hop => ({hop, tail: places.get(hop.from) ?? 0, head: places.get(hop.to) ?? 0}));
}

function toWay(route: Route<WayHop>): Way {
  const hops = route.arcs.flatMap(arc => arc.hop ?? []);
  return {cost: route.cost, hops, legality: Math.max(0, ...hops.map(hop => hop.legality))};
}

export class PathFinder {
  private readonly places: ReadonlyMap<number, number>;
  private readonly hops = new Map<string, readonly PlacedHop[]>();

  constructor(private readonly data: Data) {
    this.places = new Map(data.wayActors.map((actor, i) => [actor, i]));
  }

  find({from, goals, topic, mandate, count}: WayQuestion): WayAnswer {
    const start = this.places.get(from);
    const ends = new Set(goals.flatMap(goal => this.places.get(goal) ?? []));
    if (start === undefined || ends.size === 0) return {ways: [], outside: [], missing: []};
    if (ends.has(start)) return {ways: [{cost: 0, legality: 0, hops: []}], outside: [], missing: []};
    const hops = this.hopsFor(topic, mandate);
    const search = (worst: number, startSeen: boolean, wanted: number): readonly Way[] => {
      if (wanted <= 0) return [];
      const product = new Product(this.data.wayActors.length, hops, ends, start, worst, startSeen);
      return cheapestRoutes(product, wanted).map(toWay);
    };
    if (!mandate) {
      const ways = [...search(2, true, count)];
      ways.sort((a, b) => a.cost - b.cost || a.hops.length - b.hops.length || a.legality - b.legality);
      return {ways, outside: [], missing: ways.length > 0 ? [] : missingTies(this.data, hops, start, ends)};
    }
    const legal = search(0, true, count);
    const unclear = search(1, false, count - legal.length);
    const ways = [...legal, ...unclear];
    if (ways.length > 0) return {ways, outside: [], missing: []};
    const within = hops.filter(({hop}) => hop.legality < 2);
    return {ways, outside: search(2, false, count), missing: missingTies(this.data, within, start, ends)};
  }

  private hopsFor(topic: string | null, mandate: boolean): readonly PlacedHop[] {
    const key = `${topic ?? ''} ${mandate}`;
    const known = this.hops.get(key);
    if (known !== undefined) return known;
    const found = usedHops(this.data, this.places, topic, mandate);
    this.hops.set(key, found);
    return found;
  }
}
