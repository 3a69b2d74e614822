// What the page knows: the tables that `lotse report` writes into it, decoded once.

export type Words = string | readonly [de: string, en: string];
export interface Choice {
  readonly key: string;
  readonly text: Words;
}
type Cell = null | boolean | number | string | {readonly key?: string; readonly text: Words} | readonly Cell[];
type Row = Readonly<Record<string, Cell>>;
interface RawTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Actor {
  readonly index: number;
  readonly key: string;
  readonly name: string;
  readonly shortName: string | null;
  readonly aliases: readonly string[];
  readonly kind: string;
  readonly tag: string;
  readonly sector: string | null;
  readonly role: string;
  readonly area: string | null;
  readonly serves: readonly string[];
  readonly status: string | null;
  readonly website: string | null;
  readonly asOf: Words | null;
  readonly node: string | null; // its id on the map
  readonly there: boolean; // on the date that the report looks at
}
export interface Tie {
  readonly from: number;
  readonly to: number;
  readonly kind: string;
  readonly level: number | null;
  readonly topics: readonly string[];
  readonly status: string | null;
  readonly line: string | null; // the line on the map that stands for it
}
export interface Offer {
  readonly key: string;
  readonly name: string;
  readonly topics: readonly string[];
  readonly providers: readonly string[];
  readonly host: string | null;
  readonly funders: readonly string[];
  readonly free: boolean | null;
  readonly end: Words | null;
  readonly status: string | null;
  readonly runs: boolean; // on the date that the report looks at
}
export interface Hop {
  readonly from: number;
  readonly to: number;
  readonly kind: string;
  readonly tie: string;
  readonly cost: number; // hundredths of a hand-off
  readonly topics: readonly string[];
  readonly legality: number; // 0 legal, 1 unclear, 2 outside
  readonly legalBasis: string | null;
  readonly condition: Words | null;
}
export interface Area {
  readonly key: string;
  readonly name: string;
  readonly parent: string | null;
}
export interface Sector {
  readonly key: string;
  readonly label: Words;
  readonly full: string;
  readonly ink: string;
}
export interface CoverageCell {
  readonly area: string;
  readonly areaName: string;
  readonly topic: Choice;
  readonly target: Choice | null;
  readonly legal: Choice | null;
  readonly state: Choice;
  readonly offers: readonly Choice[];
  readonly reason: Choice | null;
  readonly ask: string | null;
}
export interface Contact {
  readonly actor: string;
  readonly role: string;
  readonly filled: boolean | null;
}

function text(cell: Cell | undefined): string {
  if (typeof cell !== 'string') throw new Error('a text is missing in the data of the page');
  return cell;
}
function textOrNull(cell: Cell | undefined): string | null {
  return typeof cell === 'string' ? cell : null;
}
export function number(cell: Cell | undefined): number {
  if (typeof cell !== 'number') throw new Error('a number is missing in the data of the page');
  return cell;
}
export function numberOrNull(cell: Cell | undefined): number | null {
  return typeof cell === 'number' ? cell : null;
}
function booleanOrNull(cell: Cell | undefined): boolean | null {
  return typeof cell === 'boolean' ? cell : null;
}
function isList(cell: Cell | undefined): cell is readonly Cell[] {
  return Array.isArray(cell);
}
function texts(cell: Cell | undefined): readonly string[] {
  return isList(cell) ? cell.map(text) : [];
}
export function words(cell: Cell | undefined): Words | null {
  if (typeof cell === 'string') return cell;
  return cell !== null && typeof cell === 'object' && 'text' in cell ? cell.text : null;
}
function choiceOrNull(cell: Cell | undefined): Choice | null {
  if (cell === null || typeof cell !== 'object' || !('text' in cell)) return null;
  return {key: cell.key ?? '', text: cell.text};
}
function choice(cell: Cell | undefined): Choice {
  const found = choiceOrNull(cell);
  if (found === null) throw new Error('a code is missing in the data of the page');
  return found;
}
function choices(cell: Cell | undefined): readonly Choice[] {
  return isList(cell) ? cell.map(choice) : [];
}
export const read = {text, textOrNull, number, numberOrNull, booleanOrNull, texts, words, choice, choiceOrNull, choices};

export class Data {
  readonly otherTopicCost: number;
  readonly actors: readonly Actor[];
  readonly ties: readonly Tie[];
  readonly offers: readonly Offer[];
  readonly areas: ReadonlyMap<string, Area>;
  readonly sectors: ReadonlyMap<string, Sector>;
  readonly contacts: readonly Contact[];
  readonly wayActors: readonly number[];
  readonly homes: readonly (readonly string[])[]; // of the way actors: areas where they could meet others
  readonly hops: readonly Hop[];
  readonly goals: ReadonlyMap<string, readonly string[]>;
  readonly cells: readonly CoverageCell[];
  private readonly tables: Readonly<Record<string, RawTable>>;
  private readonly codes = new Map<string, Map<string, Words>>();
  private readonly byKey = new Map<string, Actor>();

  constructor(json: string) {
    this.tables = JSON.parse(json) as Readonly<Record<string, RawTable>>;
    this.otherTopicCost = number(this.rows('costs')[0]?.['other_topic']);
    for (const row of this.rows('codes')) {
      const list = text(row['list']);
      if (!this.codes.has(list)) this.codes.set(list, new Map());
      this.codes.get(list)?.set(text(row['code']), words(row['label']) ?? '');
    }
    this.sectors = new Map(this.rows('sectors').map(row => [text(row['sector']), {
      key: text(row['sector']), label: words(row['label']) ?? '', full: text(row['full']), ink: text(row['ink']),
    }]));
    this.areas = new Map(this.rows('areas').map(row => [text(row['key']), {
      key: text(row['key']), name: text(row['name']), parent: textOrNull(row['parent']),
    }]));
    this.actors = this.rows('actors').map((row, index) => ({
      index, key: text(row['key']), name: text(row['name']), shortName: textOrNull(row['short_name']),
      aliases: texts(row['aliases']), kind: text(row['kind']), tag: text(row['tag']) || '?',
      sector: textOrNull(row['sector']), role: text(row['role']), area: textOrNull(row['area']),
      serves: texts(row['serves']), status: textOrNull(row['status']), website: textOrNull(row['website']),
      asOf: words(row['as_of']), node: textOrNull(row['node']), there: row['there'] === true,
    }));
    for (const actor of this.actors) this.byKey.set(actor.key, actor);
    this.ties = this.rows('ties').map(row => ({
      from: number(row['from']), to: number(row['to']), kind: text(row['kind']), level: numberOrNull(row['level']),
      topics: texts(row['topics']), status: textOrNull(row['status']), line: textOrNull(row['line']),
    }));
    this.offers = this.rows('offers').map(row => ({
      key: text(row['key']), name: text(row['name']), topics: texts(row['topics']),
      providers: texts(row['providers']), host: textOrNull(row['host']), funders: texts(row['funders']),
      free: booleanOrNull(row['free']), end: words(row['end']), status: textOrNull(row['status']),
      runs: row['runs'] === true,
    }));
    this.contacts = this.rows('contacts').map(row => ({
      actor: text(row['actor']), role: text(row['role']), filled: booleanOrNull(row['filled']),
    }));
    this.wayActors = this.rows('way_actors').map(row => number(row['actor']));
    this.homes = this.rows('way_actors').map(row => texts(row['homes']));
    this.hops = this.rows('hops').map(row => ({
      from: number(row['from']), to: number(row['to']), kind: text(row['kind']), tie: text(row['tie']),
      cost: number(row['cost']), topics: texts(row['topics']), legality: number(row['legality']),
      legalBasis: textOrNull(row['legal_basis']), condition: words(row['condition']),
    }));
    this.goals = new Map(this.rows('goals').map(row => [text(row['topic']), texts(row['actors'])]));
    this.cells = this.rows('coverage.cells').map(row => ({
      area: text(row['area']), areaName: text(row['area_name']), topic: choice(row['topic']),
      target: choiceOrNull(row['target']), legal: choiceOrNull(row['legal']), state: choice(row['state']),
      offers: choices(row['offers']), reason: choiceOrNull(row['reason']), ask: textOrNull(row['ask']),
    }));
  }

  /// The rows of a table by column; none if the report has no such table.
  rows(table: string): readonly Row[] {
    const raw = this.tables[table];
    if (raw === undefined) return [];
    return raw.rows.map(row => Object.fromEntries(raw.columns.map((column, i) => [column, row[i] ?? null])));
  }

  actor(key: string | null): Actor | null {
    return key === null ? null : this.byKey.get(key) ?? null;
  }

  actorAt(index: number): Actor {
    const found = this.actors[index];
    if (found === undefined) throw new Error(`there is no actor ${index}`);
    return found;
  }

  /// The words of a code, or the code itself.
  label(list: string, code: string): Words {
    return this.codes.get(list)?.get(code) ?? code;
  }

  /// What a tie is to the actor at whom one looks; `reached`: it leads to that actor.
  kindWords(kind: string, reached: boolean): Words {
    return this.label(reached ? 'tie_kinds_backwards' : 'tie_kinds', kind);
  }

  codesOf(list: string): readonly string[] {
    return [...(this.codes.get(list)?.keys() ?? [])];
  }

  areaName(key: string): string {
    return this.areas.get(key)?.name ?? key;
  }

  /// inner is outer or lies below it.
  within(inner: string, outer: string): boolean {
    for (let at: string | null = inner; at !== null; at = this.areas.get(at)?.parent ?? null)
      if (at === outer) return true;
    return false;
  }

  /// The actor sits in the area, or serves it, a part of it, or what holds it.
  worksIn(actor: Actor, area: string): boolean {
    const places = actor.area === null ? actor.serves : [actor.area, ...actor.serves];
    return places.some(place => this.within(place, area)) || actor.serves.some(place => this.within(area, place));
  }
}
