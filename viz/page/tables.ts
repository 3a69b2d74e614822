// Tables that can be sorted and copied into Excel.
import type {Context} from './context';
import {all, button, el} from './dom';

/// What a cell says; of a sign with spoken words, the words.
export function cellText(cell: HTMLTableCellElement): string {
  const spoken = cell.querySelector('.spoken');
  return ((spoken ?? cell).textContent ?? '').replace(/\s+/g, ' ').trim();
}

/// The number that a text of the page's language shows; null: it shows none.
export function shownNumber(text: string, language: string): number | null {
  const [group, decimal] = language === 'de' ? ['.', ','] : [',', '.'];
  const plain = text.replace(/[   %]/g, '').split(group).join('').replace(decimal, '.').replace(/^−/, '-');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

function sortRows(context: Context, table: HTMLTableElement, column: number, direction: 1 | -1): void {
  const {speech} = context;
  const body = table.tBodies[0];
  if (body === undefined) return;
  const keyed = [...body.rows].map(row => {
    const cell = row.cells[column];
    const text = cell === undefined ? '' : cellText(cell);
    return {row, text, number: shownNumber(text, speech.language)};
  });
  const isEmpty = (text: string): boolean => text === '' || text === '–' || text === '•';
  keyed.sort((a, b) => {
    if (isEmpty(a.text) !== isEmpty(b.text)) return isEmpty(a.text) ? 1 : -1; // not recorded comes last
    if (a.number !== null && b.number !== null) return direction * (a.number - b.number);
    return direction * speech.compare(a.text, b.text);
  });
  body.append(...keyed.map(({row}) => row));
}

function makeSortable(context: Context, table: HTMLTableElement): void {
  const headings = all<HTMLTableCellElement>(table, 'thead th');
  headings.forEach((heading, column) => {
    const label = heading.textContent ?? '';
    heading.replaceChildren(button(label, () => {
      const ascending = heading.getAttribute('aria-sort') === 'ascending';
      for (const other of headings) other.removeAttribute('aria-sort');
      heading.setAttribute('aria-sort', ascending ? 'descending' : 'ascending');
      sortRows(context, table, column, ascending ? -1 : 1);
    }, {class: 'sort'}));
  });
}

/// Tab-separated; a text that a spreadsheet would take for a formula is quoted.
export function tabSeparated(table: HTMLTableElement, language: string): string {
  const safe = (text: string): string =>
    /^[=+\-@＝＋－＠]/.test(text) && shownNumber(text, language) === null ? `'${text}` : text;
  return [...table.rows].map(row => [...row.cells].map(cell => safe(cellText(cell))).join('\t')).join('\r\n');
}

async function copy(context: Context, table: HTMLTableElement): Promise<void> {
  const {speech, announce} = context;
  try {
    await navigator.clipboard.writeText(tabSeparated(table, speech.language));
    announce(speech.say('copied', table.tBodies[0]?.rows.length ?? 0));
  } catch {
    const selection = getSelection();
    selection?.removeAllRanges();
    const range = document.createRange();
    range.selectNode(table);
    selection?.addRange(range);
    announce(speech.say('copyByHand'));
  }
}

/// Adds both to every table of the report.
export function enhanceTables(context: Context): void {
  for (const table of all<HTMLTableElement>(context.page, 'main table')) {
    if (!table.classList.contains('matrix')) makeSortable(context, table);
    const frame = table.closest('.scroll');
    if (frame === null) continue;
    const name = table.closest('details')?.querySelector('summary')?.textContent ??
      table.closest('section')?.querySelector('h2')?.textContent ?? '';
    frame.before(el('div', {class: 'table-tools'},
      button(context.speech.say('copy'), () => void copy(context, table), {class: 'small', 'aria-label': `${context.speech.say('copy')}: ${name}`})));
    if (!frame.hasAttribute('tabindex')) {
      frame.setAttribute('tabindex', '0');
      frame.setAttribute('role', 'group');
      frame.setAttribute('aria-label', name);
    }
  }
}
