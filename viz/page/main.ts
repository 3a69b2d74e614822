// Turns the page that is there to read into one that answers questions.
import {actorList} from './actor_list';
import {mountComparison} from './changes';
import type {Context} from './context';
import {Data} from './data';
import {all, el, find} from './dom';
import {codesInUse, Filter} from './filter';
import {filterBar} from './filter_bar';
import {Speech, type Language} from './language';
import {mountMap} from './map';
import {matrixView} from './matrix';
import {Measures} from './measures';
import {actorPanel} from './panel';
import {proposalsView} from './proposals';
import {mountShell} from './shell';
import {firstState, fromHash, Store} from './state';
import {enhanceTables} from './tables';
import {PathFinder} from './ways';
import {waysView} from './ways_view';

/// Puts filters, map and list side by side.
function mountWorkbench(context: Context): void {
  const section = find(context.page, '#map');
  const frame = section === null ? null : find(section, '.map');
  if (section === null || frame === null) return;
  const side = el('aside', {class: 'side', 'aria-label': context.speech.say('actors')});
  const stage = el('div', {class: 'stage'});
  const bench = el('div', {class: 'bench'}, stage, side);
  frame.replaceWith(bench);
  stage.append(frame);
  bench.before(filterBar(context));
  const list = actorList(context);
  side.append(list, actorPanel(context));
  const update = (): void => { list.classList.toggle('away', context.data.actor(context.store.state.actor) !== null); };
  context.store.listen(update);
  update();
}

function start(): void {
  const page = find(document, '#page');
  const data = find(document, '#data');
  if (page === null || data === null) return;
  const first: Language = page.lang === 'en' ? 'en' : 'de';
  const texts = new Map<string, DocumentFragment>();
  const original = document.createDocumentFragment();
  original.append(...page.childNodes);
  texts.set(first, original);
  for (const template of all<HTMLTemplateElement>(document, 'template[lang]')) texts.set(template.lang, template.content);

  const known = new Data(data.textContent ?? '');
  const measures = new Measures(known);
  const paths = new PathFinder(known);
  const initial = firstState(first);
  const codes = codesInUse(known);
  const store = new Store(fromHash(location.hash, initial, codes), initial);
  const live = el('div', {class: 'live', role: 'status'});
  document.body.append(live);
  let announced = 0;
  const announce = (text: string): void => {
    live.textContent = text;
    clearTimeout(announced);
    announced = window.setTimeout(() => { live.textContent = ''; }, 6000);
  };

  let shown: Language | null = null;
  let reveal: (hash: string) => boolean = () => false;
  const show = (): void => {
    const language = store.state.language;
    const text = texts.get(language);
    if (language === shown || text === undefined) return;
    const focused = shown !== null;
    shown = language;
    store.forget();
    page.replaceChildren(document.importNode(text, true));
    page.lang = language;
    document.documentElement.lang = language;
    document.title = page.querySelector('h1')?.textContent ?? document.title;
    const speech = new Speech(language);
    const context: Context = {data: known, speech, store, filter: new Filter(known, speech), measures, paths, page, announce};
    enhanceTables(context);
    mountWorkbench(context);
    mountMap(context);
    mountComparison(context);
    reveal = mountShell(context, [matrixView(context), waysView(context), proposalsView(context)]);
    store.listen(show);
    if (focused) page.querySelector<HTMLElement>(`.switch [lang="${language}"]`)?.focus();
  };
  document.documentElement.classList.add('script');
  show();
  reveal(location.hash);
  addEventListener('hashchange', () => {
    if (!reveal(location.hash) && location.hash.includes('=')) store.change(fromHash(location.hash, initial, codes));
  });
  addEventListener('beforeprint', () => {
    for (const details of all<HTMLDetailsElement>(page, 'main details:not([open])')) {
      details.open = true;
      details.dataset['folded'] = '';
    }
  });
  addEventListener('afterprint', () => {
    for (const details of all<HTMLDetailsElement>(page, 'details[data-folded]')) details.open = false;
  });
}

start();
