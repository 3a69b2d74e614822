// The coverage matrix: every cell opens the list behind it.
import type {Context} from './context';
import type {Choice, CoverageCell} from './data';
import {all, el} from './dom';
import {actorButton, badge, block, groupWords, stateSigns} from './parts';

const order = ['available', 'barrier', 'planned', 'none', 'unknown'];

/// Of whom a cell speaks besides its area; a matrix has one row for each.
function groupKey(cell: CoverageCell): string {
  return `${cell.target?.key ?? ''} ${cell.legal?.key ?? ''}`;
}

function keyOf(cell: CoverageCell): string {
  return `${cell.area} ${cell.topic.key} ${groupKey(cell)}`.trimEnd();
}

function isOnlineOnly(cell: CoverageCell): boolean {
  return cell.reason?.key.split('|').includes('online_only') ?? false;
}

function stateWords(context: Context, cell: CoverageCell): string {
  return isOnlineOnly(cell) ? context.speech.say('onlineOnly') : context.speech.of(cell.state.text);
}

function describe(context: Context, cell: CoverageCell): HTMLElement {
  const {data, speech} = context;
  const group = groupWords(context, cell);
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
  const rows = new Map<string, Map<string, CoverageCell>>(); // of an area and a group, by topic
  const topics = new Map<string, Choice>();
  const cells = new Map<string, CoverageCell>();
  for (const cell of data.cells) {
    const row = `${cell.area} ${groupKey(cell)}`;
    rows.set(row, (rows.get(row) ?? new Map<string, CoverageCell>()).set(cell.topic.key, cell));
    topics.set(cell.topic.key, cell.topic);
    cells.set(keyOf(cell), cell);
  }
  const heading = el('div', {class: 'view-head'}, el('h2', {}, speech.say('matrixTitle')),
    el('p', {class: 'lead'}, speech.say(data.cells.length === 0 ? 'matrixNone' : 'matrixLead')));
  if (data.cells.length === 0) return el('section', {id: 'view-matrix', class: 'view'}, heading);

  const cellButton = (cell: CoverageCell): HTMLButtonElement => {
    const group = groupWords(context, cell);
    const whose = group === '' ? cell.areaName : `${cell.areaName}, ${group}`;
    const label = speech.say('cell', whose, speech.of(cell.topic.text), stateWords(context, cell));
    return el('button', {
      type: 'button', class: `state state-${cell.state.key}`, 'data-cell': keyOf(cell), 'aria-label': label, title: label,
      tabindex: -1, click: () => store.change({cell: keyOf(cell)}),
    }, isOnlineOnly(cell) ? '@' : stateSigns[cell.state.key] ?? '?');
  };
  const rowHeading = (cell: CoverageCell): HTMLElement => {
    const group = groupWords(context, cell);
    return el('th', {scope: 'row'}, cell.areaName, group === '' ? null : el('span', {class: 'sub'}, group));
  };
  const lines = [...rows.values()].map(row => el('tr', {}, ...[...row.values()].slice(0, 1).map(rowHeading),
    ...[...topics.keys()].map(topic => {
      const cell = row.get(topic);
      return el('td', {}, cell === undefined ? null : cellButton(cell));
    })));
  const table = el('table', {class: 'matrix'},
    el('thead', {}, el('tr', {}, el('td', {}),
      ...[...topics.values()].map(topic => el('th', {scope: 'col'}, speech.of(topic.text))))),
    el('tbody', {}, ...lines));

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
    const cell = cells.get(key);
    for (const other of buttons) other.setAttribute('aria-pressed', String(other.dataset['cell'] === key));
    detail.replaceChildren(...(cell === undefined
      ? [el('p', {class: 'missing'}, speech.say('matrixChoose'))]
      : [el('h2', {}, `${speech.of(cell.topic.text)} · ${cell.areaName}`), describe(context, cell)]));
  };
  store.listen(update);
  update();
  return el('section', {id: 'view-matrix', class: 'view'}, heading,
    el('div', {class: 'columns'}, el('div', {class: 'main-column'},
      el('div', {class: 'scroll', tabindex: -1}, table), legend(context), el('p', {class: 'remark'}, speech.say('matrixKeys'))), detail));
}
