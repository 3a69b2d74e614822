// Measures of each actor, as the analyses found them, with ranks.
import {number, numberOrNull, type Data} from './data';

export interface Measure {
  readonly value: number;
  readonly rank: number;
}
export interface Position {
  readonly degree: Measure;
  readonly between: Measure | null; // share of the pairs of others
  readonly cut: boolean;
  readonly pairsLost: number | null;
  readonly topicsLost: number | null;
  readonly of: number; // actors compared
}

/// Equal values share the better rank.
function ranks(values: readonly number[]): (value: number) => number {
  const sorted = [...values].sort((a, b) => b - a);
  return value => sorted.findIndex(other => other <= value) + 1;
}

export class Measures {
  private readonly positions = new Map<string, Position>();

  constructor(data: Data) {
    const rows = data.rows('centrality.actors');
    const doors = new Map(data.rows('door-opener.actors').map(row => [row['actor'], row]));
    const degreeRank = ranks(rows.map(row => number(row['degree'])));
    const betweenRank = ranks(rows.flatMap(row => numberOrNull(row['betweenness_normalized']) ?? []));
    for (const row of rows) {
      const key = row['actor'];
      if (typeof key !== 'string') continue;
      const degree = number(row['degree']);
      const between = numberOrNull(row['betweenness_normalized']);
      const door = doors.get(key);
      this.positions.set(key, {
        degree: {value: degree, rank: degreeRank(degree)},
        between: between === null ? null : {value: between, rank: betweenRank(between)},
        cut: row['cut_vertex'] === true,
        pairsLost: numberOrNull(door?.['pairs_lost']),
        topicsLost: numberOrNull(door?.['topics_lost']),
        of: rows.length,
      });
    }
  }

  of(actor: string): Position | null {
    return this.positions.get(actor) ?? null;
  }
}
