// The frame of the page: header with views and language, and which view is shown.
import type {Context} from './context';
import {all, button, closeOnEscape, el, find} from './dom';
import type {Phrase} from './language';
import {viewNames, type State, type ViewName} from './state';

const viewPhrases: Readonly<Record<ViewName, Phrase>> = {
  map: 'map', matrix: 'matrix', ways: 'ways', proposals: 'proposals', compare: 'compare', actors: 'actors', results: 'results',
};

function tools(context: Context): HTMLElement {
  const {speech, store} = context;
  const language = (code: 'de' | 'en', short: string, name: Phrase): HTMLButtonElement =>
    button(short, () => store.change({language: code}), {
      lang: code, 'aria-label': `${short} – ${speech.say(name)}`, 'aria-pressed': String(speech.language === code),
    });
  const larger = button('A+', () => store.change({large: !store.state.large}), {'aria-label': `A+ – ${speech.say('larger')}`, title: speech.say('larger')});
  const update = (): void => {
    larger.setAttribute('aria-pressed', String(store.state.large));
    document.documentElement.classList.toggle('large', store.state.large);
  };
  store.listen(update);
  update();
  return el('div', {class: 'tools'},
    el('div', {class: 'switch', role: 'group', 'aria-label': speech.say('language')}, language('de', 'DE', 'german'), language('en', 'EN', 'english')),
    larger, printMenu(context));
}

/// Prints the view, or the whole report: by default, as from the browser's own menu, the latter.
function printMenu(context: Context): HTMLElement {
  const {speech} = context;
  const menu = el('details', {class: 'menu print-menu'}, el('summary', {}, speech.say('printPage')));
  const entry = (label: string, onlyView: boolean): HTMLButtonElement => button(label, () => {
    menu.open = false;
    document.documentElement.classList.toggle('print-view', onlyView);
    print();
    document.documentElement.classList.remove('print-view');
  });
  menu.append(el('div', {class: 'menu-choices'}, entry(speech.say('printView'), true), entry(speech.say('printAll'), false)));
  closeOnEscape(menu);
  return menu;
}

/// Side list of the analyses, by chapter.
function contents(context: Context, results: HTMLElement): HTMLElement {
  const groups = all(results, '.chapter').map(chapter => {
    const links = all<HTMLAnchorElement>(chapter, 'li a')
      .map(link => el('li', {}, el('a', {href: link.getAttribute('href')}, link.textContent)));
    return el('li', {}, el('span', {class: 'group'}, chapter.querySelector('h2')?.textContent ?? ''), el('ul', {}, ...links));
  });
  return el('nav', {class: 'contents', 'aria-label': context.speech.say('contents')}, el('ul', {}, ...groups));
}

/// Tells the style sheet how much of the window the header covers: it grows with the type and the title.
function keepBelowHeader(page: HTMLElement): void {
  const top = find(page, 'header.top');
  if (top === null) return;
  const measure = (): void => {
    if (!top.isConnected) return;
    const covered = getComputedStyle(top).position === 'sticky' ? top.offsetHeight : 0;
    document.documentElement.style.setProperty('--head', `${covered}px`);
  };
  new ResizeObserver(measure).observe(top);
  measure();
}

/// What stands behind the sign of a hash; nothing, where a stray % makes it no text.
function named(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return '';
  }
}

/// Returns what shows the part of the report that a hash like "#coverage" names, if there is one.
export function mountShell(context: Context, views: readonly HTMLElement[]): (hash: string) => boolean {
  const {speech, store, page} = context;
  const main = find(page, 'main');
  const header = find(page, 'header.top .wrap');
  if (main === null || header === null) return () => false;
  const compare = find(page, '#compare');

  // The chapters of the report become one view with a list of contents; a comparison its own view.
  const body = el('div', {class: 'results-body'});
  const results = el('div', {id: 'view-results', class: 'view'});
  for (const child of [...main.children])
    if (child.id !== 'map' && child.id !== 'actors' && !child.classList.contains('figures')) body.append(child);
  results.append(contents(context, body), body);
  find(page, '#map')?.classList.add('view');
  find(page, '#actors')?.classList.add('view');
  main.append(...views, results);
  if (compare !== null) {
    compare.classList.add('view');
    main.append(compare);
  }

  const elements: Readonly<Record<ViewName, HTMLElement | null>> = {
    map: find(page, '#map'), matrix: find(page, '#view-matrix'), ways: find(page, '#view-ways'),
    proposals: find(page, '#view-proposals'), compare, actors: find(page, '#actors'), results,
  };
  const names = viewNames.filter(name => elements[name] !== null);
  const buttons = names.map(name => ({name, button: button(speech.say(viewPhrases[name]), () => store.change({view: name}))}));
  find(page, ':scope > nav')?.remove();
  const nav = el('nav', {class: 'views', 'aria-label': speech.say('views')},
    el('ul', {}, ...buttons.map(({button: entry}) => el('li', {}, entry))));
  header.append(nav, tools(context));
  keepBelowHeader(page);

  const figures = find(main, '.figures');
  let last: ViewName | null = null;
  const update = (): void => {
    const view = names.includes(store.state.view) ? store.state.view : names[0] ?? 'results';
    for (const {name, button: entry} of buttons) {
      if (name === view) {
        entry.setAttribute('aria-current', 'page');
        nav.scrollLeft = entry.offsetLeft - (nav.clientWidth - entry.offsetWidth) / 2; // on narrow screens
      } else {
        entry.removeAttribute('aria-current');
      }
    }
    for (const name of names) elements[name]?.classList.toggle('off', name !== view);
    figures?.classList.toggle('off', view !== 'results');
    page.dataset['view'] = view;
    if (last !== null && last !== view) scrollTo(0, 0);
    last = view;
  };
  store.listen(update);
  update();

  // A link to a part of the report opens the view it stands in.
  const reveal = (hash: string): boolean => {
    const goal = find(page, `[id="${CSS.escape(named(hash))}"]`);
    const view = goal === null ? undefined : names.find(name => elements[name]?.contains(goal));
    if (goal === null || view === undefined) return false;
    store.change({view} satisfies Partial<State>);
    goal.scrollIntoView();
    if (!goal.hasAttribute('tabindex')) goal.setAttribute('tabindex', '-1');
    goal.focus({preventScroll: true});
    return true;
  };
  main.addEventListener('click', event => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
    if (link !== null && reveal(link.hash)) event.preventDefault();
  });
  return reveal;
}
