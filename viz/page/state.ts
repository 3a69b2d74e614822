// What the person looks at. It is kept in the address after `#`, and nowhere else.
import type {Language} from './language';

export const viewNames = ['map', 'matrix', 'ways', 'proposals', 'compare', 'actors', 'results'] as const;
export type ViewName = (typeof viewNames)[number];

export interface State {
  language: Language;
  view: ViewName;
  actor: string | null;
  search: string;
  sectors: readonly string[];
  kinds: readonly string[];
  topics: readonly string[];
  areas: readonly string[];
  from: string;
  to: string;
  mandate: boolean;
  cell: string; // "area topic"
  route: readonly number[]; // actors of a way shown on the map
  fresh: boolean; // what is new since the earlier state stands out on the map
  large: boolean;
}

export function firstState(language: Language): State {
  return {
    language, view: 'map', actor: null, search: '', sectors: [], kinds: [], topics: [], areas: [], from: '', to: '',
    mandate: false, cell: '', route: [], fresh: false, large: false,
  };
}

const lists = ['sectors', 'kinds', 'topics', 'areas'] as const;

/// The parts that differ from the first state, as "view=ways&from=jc".
export function toHash(state: State, first: State): string {
  const out = new URLSearchParams();
  if (state.language !== first.language) out.set('lang', state.language);
  if (state.view !== first.view) out.set('view', state.view);
  if (state.actor !== null) out.set('actor', state.actor);
  for (const name of lists) for (const code of state[name]) out.append(name, code);
  for (const name of ['from', 'to', 'cell'] as const) if (state[name] !== '') out.set(name, state[name]);
  if (state.mandate) out.set('mandate', 'yes');
  if (state.large) out.set('type', 'large');
  return out.toString();
}

/// Codes that may be chosen in each filter; an old address may name others.
export type KnownCodes = Readonly<Record<(typeof lists)[number], ReadonlySet<string>>>;

export function fromHash(hash: string, first: State, known: KnownCodes): State {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const state = {...first};
  const language = given.get('lang');
  if (language === 'de' || language === 'en') state.language = language;
  state.view = viewNames.find(name => name === given.get('view')) ?? first.view;
  state.actor = given.get('actor');
  for (const name of lists) state[name] = given.getAll(name).filter(code => known[name].has(code));
  for (const name of ['from', 'to', 'cell'] as const) state[name] = given.get(name) ?? '';
  state.mandate = given.get('mandate') === 'yes';
  state.large = given.get('type') === 'large';
  return state;
}

export class Store {
  private readonly listeners: ((state: Readonly<State>) => void)[] = [];

  constructor(private current: State, private readonly first: State) {}

  get state(): Readonly<State> {
    return this.current;
  }

  change(part: Partial<State>): void {
    this.current = {...this.current, ...part};
    const hash = toHash(this.current, this.first);
    history.replaceState(null, '', hash === '' ? location.pathname + location.search : `#${hash}`);
    for (const listener of [...this.listeners]) listener(this.current);
  }

  listen(listener: (state: Readonly<State>) => void): void {
    this.listeners.push(listener);
  }

  /// Before the page is built anew, in another language.
  forget(): void {
    this.listeners.length = 0;
  }
}
