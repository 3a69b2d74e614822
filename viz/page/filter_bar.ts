// The filters above the map, with the number of what is left.
import type {Context} from './context';
import {all, button, closeOnEscape, el} from './dom';
import {codesInUse} from './filter';
import type {Phrase} from './language';
import type {State} from './state';

type FilterName = 'sectors' | 'kinds' | 'topics' | 'areas';
interface Option {
  readonly code: string;
  readonly label: string;
  readonly colour?: string;
}

function options(context: Context): readonly (readonly [FilterName, Phrase, readonly Option[]])[] {
  const {data, speech} = context;
  const used = codesInUse(data);
  const sectors: readonly Option[] = [...data.sectors.values()].filter(sector => used.sectors.has(sector.key))
    .map(sector => ({code: sector.key, label: speech.of(sector.label), colour: sector.full}));
  const of = (list: string, codes: ReadonlySet<string>): readonly Option[] =>
    data.codesOf(list).filter(code => codes.has(code)).map(code => ({code, label: speech.of(data.label(list, code))}));
  const areas = [...data.areas.values()].filter(area => used.areas.has(area.key))
    .map(area => ({code: area.key, label: area.name})).sort((a, b) => speech.compare(a.label, b.label));
  return [['sectors', 'sector', sectors], ['kinds', 'tieKind', of('tie_kinds', used.kinds)],
    ['topics', 'topic', of('topics', used.topics)], ['areas', 'area', areas]];
}

function chosen(name: FilterName, codes: readonly string[]): Partial<State> {
  return {[name]: codes};
}

function menu(context: Context, name: FilterName, title: Phrase, choices: readonly Option[]): HTMLElement {
  const {speech, store} = context;
  const state = el('span', {class: 'menu-state'});
  const summary = el('summary', {}, `${speech.say(title)}: `, state);
  const boxes = choices.map(option => {
    const box = el('input', {type: 'checkbox', value: option.code});
    box.addEventListener('change', () => {
      const codes = boxes.filter(({input}) => input.checked).map(({input}) => input.value);
      store.change(chosen(name, codes));
    });
    const chip = option.colour === undefined ? null : el('span', {class: 'chip', 'aria-hidden': 'true'});
    if (chip !== null && option.colour !== undefined) chip.style.backgroundColor = option.colour;
    return {input: box, label: el('label', {}, box, chip, option.label)};
  });
  const details = el('details', {class: 'menu'}, summary,
    el('div', {class: 'menu-choices', role: 'group', 'aria-label': speech.say(title)}, ...boxes.map(({label}) => label)));
  closeOnEscape(details);
  const update = (): void => {
    const codes = store.state[name];
    for (const {input} of boxes) input.checked = codes.includes(input.value);
    const first = choices.find(option => option.code === codes[0]);
    state.textContent = codes.length === 0 ? speech.say('all')
      : codes.length === 1 && first !== undefined ? first.label : String(codes.length);
    details.classList.toggle('active', codes.length > 0);
  };
  store.listen(update);
  update();
  return details;
}

export function filterBar(context: Context): HTMLElement {
  const {data, speech, store} = context;
  const menus = options(context).filter(([, , choices]) => choices.length > 1)
    .map(([name, title, choices]) => menu(context, name, title, choices));
  const count = el('output', {class: 'count', 'aria-live': 'polite'});
  const reset = button(speech.say('reset'), () =>
    store.change({search: '', sectors: [], kinds: [], topics: [], areas: [], route: [], fresh: false}), {class: 'quiet'});
  const bar = el('div', {class: 'filter-bar', role: 'group', 'aria-label': speech.say('filters')}, ...menus, count, reset);
  // One menu at a time.
  bar.addEventListener('toggle', event => {
    if (event.target instanceof HTMLDetailsElement && event.target.open)
      for (const other of all<HTMLDetailsElement>(bar, 'details')) if (other !== event.target) other.open = false;
  }, true);
  const update = (): void => {
    const shown = context.filter.apply(store.state);
    count.textContent = speech.say('shown', shown.actors.size, data.actors.length, shown.ties.size, data.ties.length);
    reset.disabled = !shown.filtered && store.state.route.length === 0 && !store.state.fresh;
  };
  store.listen(update);
  update();
  return bar;
}
