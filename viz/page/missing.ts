// The fewest new ties that would make a way where there is none: the search of missing_link.cpp.
import {cheapest, type Arc, type SearchGraph} from './cheapest';
import type {Data} from './data';
import type {PlacedHop} from './ways';

export interface MissingTie {
  readonly from: number;
  readonly to: number;
  readonly kind: string;
  readonly shared: Shared;
}
type Shared = 'body' | 'area' | 'nothing';

/// Vertices any two of which could be tied; the cost decides among equally few new ties.
interface Circle {
  readonly shared: Shared;
  readonly members: readonly number[];
  readonly cost: number;
}

const memberKinds = new Set(['member_of', 'leads', 'hosts_office']);

/// Positions are those in Data.wayActors.
function circlesOf(data: Data, hops: readonly PlacedHop[]): readonly Circle[] {
  const bodies = new Map<number, number[]>();
  for (const {hop, tail, head} of hops) {
    const isMember = memberKinds.has(hop.kind) && hop.tie === `${data.actorAt(hop.from).key}>${data.actorAt(hop.to).key}:${hop.kind}`;
    if (isMember) bodies.set(head, [...(bodies.get(head) ?? []), tail]);
  }
  const inOrder = [...bodies].sort(([a], [b]) => a - b);
  const everybody = data.wayActors.map((_, i) => i);
  const circles: Circle[] = inOrder.map(([, members]) => ({shared: 'body', members, cost: 100}));
  for (const area of data.areas.keys())
    circles.push({shared: 'area', members: everybody.filter(i => data.homes[i]?.includes(area)), cost: 150});
  circles.push({shared: 'nothing', members: everybody, cost: 300});
  return circles.filter(circle => circle.members.length > 1);
}

/// Where a new tie leads, and whose circle makes it possible.
interface Step {
  readonly circle: Circle | null; // null: a hop that exists
}

/// The graph times "on the way" and "arrived"; a circle is a meeting point that members enter at the
/// price of a new tie.
class WishGraph implements SearchGraph<Step> {
  readonly sink: number;
  readonly arcs: Arc<Step>[][];
  private numbers = 0;

  constructor(vertices: number, hops: readonly PlacedHop[], goals: ReadonlySet<number>, circles: readonly Circle[]) {
    this.sink = vertices * 2;
    this.arcs = Array.from({length: this.sink + 1 + circles.length * 2}, () => []);
    const dearest = Math.max(0, ...circles.map(circle => circle.cost));
    const newTie = 1 + 2 * (hops.reduce((sum, {hop}) => sum + hop.price, 0) + vertices * dearest);
    for (const {hop, tail, head} of hops)
      this.add(tail * 2, head * 2 + (goals.has(head) ? 1 : 0), hop.price, {circle: null});
    for (let v = 0; v < vertices; ++v) this.add(v * 2 + 1, this.sink, 0, null);
    circles.forEach((circle, g) => {
      for (const state of [0, 1]) {
        const point = this.sink + 1 + g * 2 + state;
        for (const v of circle.members) {
          this.add(v * 2 + state, point, newTie + circle.cost, null);
          if (state === 0) this.add(point, v * 2 + (goals.has(v) ? 1 : 0), 0, {circle});
        }
      }
    });
  }

  vertex(p: number): number {
    return p < this.sink ? Math.floor(p / 2) : p;
  }

  private add(from: number, to: number, cost: number, hop: Step | null): void {
    this.arcs[from]?.push({to, cost, hop, number: this.numbers++});
  }
}

export function missingTies(data: Data, hops: readonly PlacedHop[], from: number, goals: ReadonlySet<number>): readonly MissingTie[] {
  const graph = new WishGraph(data.wayActors.length, hops, goals, circlesOf(data, hops));
  const route = cheapest(graph, from * 2, new Set(), new Set());
  const out: MissingTie[] = [];
  let here = from;
  for (const arc of route?.arcs ?? []) {
    if (arc.hop === null) continue; // to a meeting point or the sink
    const to = graph.vertex(arc.to);
    const actor = data.actorAt(data.wayActors[to] ?? 0);
    if (arc.hop.circle !== null)
      out.push({from: data.wayActors[here] ?? 0, to: actor.index, kind: actor.role === 'body' ? 'member_of' : 'refers_to',
        shared: arc.hop.circle.shared});
    here = to;
  }
  return out;
}
