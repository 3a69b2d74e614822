// Dijkstra's algorithm, step for step as Boost does it.

export interface Arc<Hop> {
  readonly to: number; // a vertex of the product
  readonly cost: number;
  readonly hop: Hop | null; // null: no hop of the network, e.g. into the sink
  readonly number: number;
}

export interface Route<Hop> {
  readonly arcs: readonly Arc<Hop>[];
  readonly cost: number;
}

/// A graph times the states of what a way may look like, with one sink.
export interface SearchGraph<Hop> {
  readonly sink: number;
  readonly arcs: readonly (readonly Arc<Hop>[])[];
  /// The vertex of the graph behind one of the product.
  vertex(p: number): number;
}

/// A heap of four children a node that breaks ties as Boost's does.
class Heap {
  private readonly items: number[] = [];
  private readonly places: Int32Array;

  constructor(private readonly distance: Float64Array) {
    this.places = new Int32Array(distance.length);
  }

  get empty(): boolean {
    return this.items.length === 0;
  }

  push(vertex: number): void {
    this.items.push(vertex);
    this.places[vertex] = this.items.length - 1;
    this.up(this.items.length - 1);
  }

  decreased(vertex: number): void {
    this.up(this.places[vertex] ?? 0);
  }

  pop(): number {
    const top = this.items[0] ?? 0;
    const last = this.items.pop() ?? 0;
    if (this.items.length > 0) {
      this.place(0, last);
      this.down();
    }
    return top;
  }

  private far(index: number): number {
    return this.distance[this.items[index] ?? 0] ?? Infinity;
  }

  private place(index: number, vertex: number): void {
    this.items[index] = vertex;
    this.places[vertex] = index;
  }

  private up(start: number): void {
    const moved = this.items[start] ?? 0;
    const far = this.far(start);
    let index = start;
    while (index > 0) {
      const parent = Math.floor((index - 1) / 4);
      if (far >= this.far(parent)) break;
      this.place(index, this.items[parent] ?? 0);
      index = parent;
    }
    this.place(index, moved);
  }

  private down(): void {
    for (let index = 0; ;) {
      const first = index * 4 + 1;
      if (first >= this.items.length) return;
      let smallest = first;
      for (let child = first + 1; child < Math.min(first + 4, this.items.length); ++child)
        if (this.far(child) < this.far(smallest)) smallest = child;
      if (this.far(smallest) >= this.far(index)) return;
      const a = this.items[index] ?? 0, b = this.items[smallest] ?? 0;
      this.place(index, b);
      this.place(smallest, a);
      index = smallest;
    }
  }
}

/// The cheapest route to the sink; of equally cheap ones the one that Boost's Dijkstra finds.
export function cheapest<Hop>(
  product: SearchGraph<Hop>, from: number, bannedArcs: ReadonlySet<number>, bannedVertices: ReadonlySet<number>,
): Route<Hop> | null {
  const count = product.arcs.length;
  const distance = new Float64Array(count).fill(Infinity);
  const entry: (readonly [number, Arc<Hop>] | undefined)[] = new Array(count);
  const colour = new Uint8Array(count); // 0 unseen, 1 waiting, 2 done
  const queue = new Heap(distance);
  distance[from] = 0;
  colour[from] = 1;
  queue.push(from);
  let found = false;
  while (!queue.empty) {
    const at = queue.pop();
    if (at === product.sink) {
      found = true;
      break;
    }
    for (const arc of product.arcs[at] ?? []) {
      if (bannedArcs.has(arc.number) || bannedVertices.has(product.vertex(arc.to))) continue;
      const far = (distance[at] ?? Infinity) + arc.cost;
      if (colour[arc.to] === 2 || far >= (distance[arc.to] ?? Infinity)) continue;
      distance[arc.to] = far;
      entry[arc.to] = [at, arc];
      if (colour[arc.to] === 0) {
        colour[arc.to] = 1;
        queue.push(arc.to);
      } else {
        queue.decreased(arc.to);
      }
    }
    colour[at] = 2;
  }
  if (!found) return null;
  const arcs: Arc<Hop>[] = [];
  for (let at = product.sink; at !== from;) {
    const step = entry[at];
    if (step === undefined) return null;
    arcs.unshift(step[1]);
    at = step[0];
  }
  return {arcs, cost: distance[product.sink] ?? 0};
}
