// Which actors and ties the search and the filters leave.
import type {Actor, Data, Tie} from './data';
import type {Speech} from './language';
import type {KnownCodes, State} from './state';

/// Letters without case and accents.
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
}

/// Per actor: everything it can be found by.
export function searchTexts(data: Data, speech: Speech): readonly string[] {
  const found = data.actors.map(actor => {
    const places = actor.area === null ? actor.serves : [actor.area, ...actor.serves];
    const sector = actor.sector === null ? undefined : data.sectors.get(actor.sector);
    return [actor.name, actor.shortName ?? '', ...actor.aliases, actor.tag, speech.of(data.label('actor_kinds', actor.kind)),
      sector === undefined ? '' : speech.of(sector.label), ...places.map(place => data.areaName(place))];
  });
  topicsOf(data).forEach((topics, index) => {
    for (const topic of topics) found[index]?.push(topic, speech.of(data.label('topics', topic)));
  });
  return found.map(parts => plain(parts.join('\n')));
}

/// Per actor: topics of its offers and ties.
export function topicsOf(data: Data): readonly ReadonlySet<string>[] {
  const out = data.actors.map(() => new Set<string>());
  const add = (index: number | undefined, topics: readonly string[]): void => {
    if (index !== undefined) for (const topic of topics) out[index]?.add(topic);
  };
  for (const offer of data.offers)
    for (const key of [...offer.providers, offer.host, ...offer.funders]) add(data.actor(key)?.index, offer.topics);
  for (const tie of data.ties) {
    add(tie.from, tie.topics);
    add(tie.to, tie.topics);
  }
  return out;
}

/// What the network gives to choose from.
export function codesInUse(data: Data): KnownCodes {
  return {
    sectors: new Set(data.actors.map(actor => actor.sector ?? '')),
    kinds: new Set(data.ties.map(tie => tie.kind)),
    topics: new Set([...data.offers, ...data.ties].flatMap(row => [...row.topics])),
    areas: new Set([...data.areas.keys()].filter(area => data.actors.some(actor => data.worksIn(actor, area)))),
  };
}

export interface Shown {
  readonly actors: ReadonlySet<number>;
  readonly ties: ReadonlySet<Tie>;
  readonly filtered: boolean; // something is left out on purpose
}

export class Filter {
  private readonly texts: readonly string[];
  private readonly topics: readonly ReadonlySet<string>[];

  constructor(private readonly data: Data, speech: Speech) {
    this.texts = searchTexts(data, speech);
    this.topics = topicsOf(data);
  }

  /// No choice in a filter means all. A tie without recorded topics passes a choice of topics.
  apply(state: Readonly<State>): Shown {
    const words = plain(state.search).split(/\s+/).filter(word => word !== '');
    const kindOk = (tie: Tie): boolean => state.kinds.length === 0 || state.kinds.includes(tie.kind);
    const tied = new Set(this.data.ties.filter(kindOk).flatMap(tie => [tie.from, tie.to]));
    const passes = (actor: Actor): boolean =>
      words.every(word => this.texts[actor.index]?.includes(word)) &&
      (state.sectors.length === 0 || state.sectors.includes(actor.sector ?? '')) &&
      (state.kinds.length === 0 || tied.has(actor.index)) &&
      (state.topics.length === 0 || state.topics.some(topic => this.topics[actor.index]?.has(topic))) &&
      (state.areas.length === 0 || state.areas.some(area => this.data.worksIn(actor, area)));
    const actors = new Set(this.data.actors.filter(passes).map(actor => actor.index));
    const topicOk = (tie: Tie): boolean =>
      state.topics.length === 0 || tie.topics.length === 0 || tie.topics.some(topic => state.topics.includes(topic));
    const ties = new Set(this.data.ties.filter(tie =>
      kindOk(tie) && topicOk(tie) && actors.has(tie.from) && actors.has(tie.to)));
    const filtered = words.length + state.sectors.length + state.kinds.length + state.topics.length + state.areas.length > 0;
    return {actors, ties, filtered};
  }
}
