// The coverage matrix: every cell opens the list behind it.
import type {Context} from './context';
import type {Choice, CoverageCell} from './data';
import {all, el} from './dom';
import {actorButton, badge, block, stateSigns} from './parts';

const order = ['available', 'barrier', 'planned', 'none', 'unknown'];

function keyOf(cell: CoverageCell): string {
  return `${cell.area} ${cell.topic.key}`;
}

function isOnlineOnly(cell: CoverageCell): boolean {
  return cell.reason?.key.split('|').includes('online_only') ?? false;
}

function stateWords(context: Context, cell: CoverageCell): string {
  return isOnlineOnly(cell) ? context.speech.say('onlineOnly') : context.speech.of(cell.state.text);
}

function describe(context: Context, cell: CoverageCell): HTMLElement {
  const {data, speech} = context;
  const group = [cell.target, cell.legal].flatMap(part => part === null ? [] : speech.of(part.text)).join(', ');
  const offers = cell.offers.map(choice => {
    const offer = data.offers.find(other => other.key === choice.key);
    const carriers = offer === undefined ? [] : offer.providers.length > 0 ? offer.providers : [offer.host];
    return el('li', {}, el('span', {class: 'name'}, speech.of(choice.text)),
      ...carriers.flatMap(key => data.actor(key) ?? []).map(actor => actorButton(context, actor)));
  });
  const ask = data.actor(cell.ask);
  return el('div', {class: 'cell'},
    el('p', {}, badge(cell.state.key, stateWords(context, cell)), group === '' ? null : ` ${group}`),
    cell.state.key === 'unknown' ? el('p', {class: 'remark'}, speech.say('unknownIsNotNo')) : null,
    block(speech.say('cellOffers'), offers.length === 0
      ? el('p', {class: 'missing'}, speech.say('cellNoOffers')) : el('ul', {class: 'plain'}, ...offers)),
    block(speech.say('reason'), cell.reason === null
      ? el('p', {class: 'missing'}, speech.say('notRecorded')) : el('p', {}, speech.of(cell.reason.text))),
    block(speech.say('ask'), ask === null ? el('p', {class: 'missing'}, speech.say('notRecorded')) : actorButton(context, ask)));
}

function legend(context: Context): HTMLElement {
  const {data, speech} = context;
  const items = order.map(state => [state, stateSigns[state] ?? '?', speech.of(data.label('states', state))] as const);
  return el('p', {class: 'signs'}, ...items.flatMap(([state, sign, label]) =>
    [el('span', {class: `state state-${state}`, 'aria-hidden': 'true'}, sign), `${label}  `]),
  el('span', {class: 'state state-available', 'aria-hidden': 'true'}, '@'), speech.say('onlineOnly'));
}

export function matrixView(context: Context): HTMLElement {
  const {data, speech, store} = context;
  const areas = new Map<string, string>();
  const topics = new Map<string, Choice>();
  const cells = new Map<string, CoverageCell[]>();
  for (const cell of data.cells) {
    areas.set(cell.area, cell.areaName);
    topics.set(cell.topic.key, cell.topic);
    cells.set(keyOf(cell), [...(cells.get(keyOf(cell)) ?? []), cell]);
  }
  const heading = el('div', {class: 'view-head'}, el('h2', {}, speech.say('matrixTitle')),
    el('p', {class: 'lead'}, speech.say(data.cells.length === 0 ? 'matrixNone' : 'matrixLead')));
  if (data.cells.length === 0) return el('section', {id: 'view-matrix', class: 'view'}, heading);

  const cellButton = (found: readonly CoverageCell[], first: CoverageCell): HTMLButtonElement => {
    const label = speech.say('cell', first.areaName, speech.of(first.topic.text), stateWords(context, first));
    return el('button', {
      type: 'button', class: `state state-${first.state.key}`, 'data-cell': keyOf(first), 'aria-label': label, title: label,
      tabindex: -1, click: () => store.change({cell: keyOf(found[0] ?? first)}),
    }, isOnlineOnly(first) ? '@' : stateSigns[first.state.key] ?? '?');
  };
  const rows = [...areas].map(([area, name]) => el('tr', {}, el('th', {scope: 'row'}, name),
    ...[...topics.keys()].map(topic => {
      const found = cells.get(`${area} ${topic}`) ?? [];
      const first = found[0];
      return el('td', {}, first === undefined ? null : cellButton(found, first));
    })));
  const table = el('table', {class: 'matrix'},
    el('thead', {}, el('tr', {}, el('td', {}),
      ...[...topics.values()].map(topic => el('th', {scope: 'col'}, speech.of(topic.text))))),
    el('tbody', {}, ...rows));

  // One stop for the tab key; the arrow keys lead on.
  const buttons = all<HTMLButtonElement>(table, 'button');
  const first = buttons[0];
  if (first !== undefined) first.tabIndex = 0;
  table.addEventListener('keydown', event => {
    const at = event.target instanceof HTMLElement ? event.target.closest('td') : null;
    const row = at?.parentElement;
    if (!(at instanceof HTMLTableCellElement) || !(row instanceof HTMLTableRowElement)) return;
    const sideways = {ArrowLeft: -1, ArrowRight: 1}[event.key] ?? 0;
    const down = {ArrowUp: -1, ArrowDown: 1}[event.key] ?? 0;
    if (sideways === 0 && down === 0) return;
    event.preventDefault();
    const next = table.tBodies[0]?.rows[row.sectionRowIndex + down]?.cells[at.cellIndex + sideways]?.querySelector('button');
    if (!next) return;
    for (const other of buttons) other.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });

  const detail = el('aside', {class: 'side', 'aria-live': 'polite', 'aria-label': speech.say('matrixTitle')});
  let last: string | null = null;
  const update = (): void => {
    const key = store.state.cell;
    if (key === last) return;
    last = key;
    const found = cells.get(key) ?? [];
    const cell = found[0];
    for (const other of buttons) other.setAttribute('aria-pressed', String(other.dataset['cell'] === key));
    detail.replaceChildren(...(cell === undefined
      ? [el('p', {class: 'missing'}, speech.say('matrixChoose'))]
      : [el('h2', {}, `${speech.of(cell.topic.text)} · ${cell.areaName}`), ...found.map(other => describe(context, other))]));
  };
  store.listen(update);
  update();
  return el('section', {id: 'view-matrix', class: 'view'}, heading,
    el('div', {class: 'columns'}, el('div', {class: 'main-column'},
      el('div', {class: 'scroll', tabindex: -1}, table), legend(context), el('p', {class: 'remark'}, speech.say('matrixKeys'))), detail));
}
