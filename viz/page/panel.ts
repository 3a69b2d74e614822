// Everything about one actor, in plain words.
import type {Context} from './context';
import type {Actor, Tie} from './data';
import {button, el, type Child} from './dom';
import {actorButton, badge, block, groupWords, tag} from './parts';
import {gapsOf} from './gaps';
import {waysTo} from './ways_to';

function facts(context: Context, actor: Actor): HTMLElement {
  const {data, speech} = context;
  const missing = (): HTMLElement => el('span', {class: 'missing'}, speech.say('notRecorded'));
  const rows: (readonly [string, Child])[] = [
    [speech.say('kind'), speech.of(data.label('actor_kinds', actor.kind))],
    [speech.say('sector'), actor.sector === null ? missing() : speech.of(data.sectors.get(actor.sector)?.label ?? actor.sector)],
    [speech.say('seat'), actor.area === null ? missing() : data.areaName(actor.area)],
    [speech.say('serves'), actor.serves.length === 0 ? missing() : speech.list(actor.serves.map(area => data.areaName(area)))],
    [speech.say('status'), actor.status === null ? missing() : speech.of(data.label('actor_statuses', actor.status))],
  ];
  if (actor.website !== null && /^https?:\/\//.test(actor.website))
    rows.push([speech.say('website'), el('a', {href: actor.website, rel: 'noreferrer'}, actor.website.replace(/^https?:\/\//, ''))]);
  rows.push([speech.say('asOf'), actor.asOf === null ? missing() : speech.of(actor.asOf)]);
  return el('dl', {class: 'facts'}, ...rows.map(([term, value]) => el('div', {}, el('dt', {}, term), el('dd', {}, value))));
}

function tieRow(context: Context, actor: Actor, tie: Tie): HTMLElement {
  const {data, speech} = context;
  const mutual = tie.kind === 'cooperates' || tie.kind === 'same_as';
  const direction = mutual ? 'mutual' : tie.from === actor.index ? 'outgoing' : 'incoming';
  const sign = {mutual: '↔', outgoing: '→', incoming: '←'}[direction];
  const parts = [tie.level === null ? speech.say('noLevel')
    : speech.say('level', tie.level, speech.of(data.label('tie_levels', String(tie.level)))),
    ...tie.topics.map(topic => speech.of(data.label('topics', topic)))];
  if (tie.status !== null && tie.status !== 'active') parts.push(speech.of(data.label('tie_statuses', tie.status)));
  return el('li', {}, el('span', {class: 'arrow', role: 'img', 'aria-label': speech.say(direction)}, sign),
    el('span', {}, speech.of(data.kindWords(tie.kind, direction === 'incoming')), el('span', {class: 'sub'}, parts.join(' · '))));
}

function partners(context: Context, actor: Actor): HTMLElement {
  const {data, speech} = context;
  const current = new Map<number, Tie[]>(), other = new Map<number, Tie[]>();
  for (const tie of data.ties) {
    if (tie.from !== actor.index && tie.to !== actor.index) continue;
    const partner = tie.from === actor.index ? tie.to : tie.from;
    const ties = tie.line === null ? other : current;
    ties.set(partner, [...(ties.get(partner) ?? []), tie]);
  }
  const list = (ties: ReadonlyMap<number, Tie[]>): HTMLElement => el('ul', {class: 'partners'},
    ...[...ties].map(([index, rows]) => [data.actorAt(index), rows] as const)
      .sort(([a], [b]) => speech.compare(a.name, b.name))
      .map(([partner, rows]) =>
        el('li', {}, actorButton(context, partner), el('ul', {}, ...rows.map(tie => tieRow(context, actor, tie))))));
  const none = speech.say(other.size === 0 ? 'noPartners' : 'noCurrentPartners');
  const shown = current.size === 0 ? block(speech.say('partners'), el('p', {class: 'missing'}, none))
    : block(`${speech.say('partners')} (${current.size})`, list(current));
  return el('div', {}, shown, other.size === 0 ? null
    : block(speech.say('otherTies'), el('p', {class: 'remark'}, speech.say('otherTiesNote')), list(other)));
}

function offers(context: Context, actor: Actor): HTMLElement {
  const {data, speech} = context;
  const rows = data.offers.flatMap(offer => {
    const parts = [offer.providers.includes(actor.key) && speech.say('provider'), offer.host === actor.key && speech.say('host'),
      offer.funders.includes(actor.key) && speech.say('funder')].filter(part => part !== false);
    if (parts.length === 0) return [];
    const state = offer.status === null ? speech.say('notRecorded') : speech.of(data.label('offer_statuses', offer.status));
    const facts = [speech.list(parts), ...offer.topics.map(topic => speech.of(data.label('topics', topic))),
      speech.say(offer.free === null ? 'feeUnknown' : offer.free ? 'free' : 'fee'), `${speech.say('status')}: ${state}`];
    if (offer.end !== null) facts.push(speech.say('ends', speech.of(offer.end)));
    return [el('li', {}, el('span', {class: 'name'}, offer.name), el('span', {class: 'sub'}, facts.join(' · ')))];
  });
  return rows.length === 0 ? block(speech.say('offers'), el('p', {class: 'missing'}, speech.say('noOffers')))
    : block(`${speech.say('offers')} (${rows.length})`, el('ul', {class: 'plain'}, ...rows));
}

function roles(context: Context, actor: Actor): HTMLElement {
  const {data, speech} = context;
  const items: HTMLElement[] = [];
  for (const row of data.rows('roles.roles')) {
    if (row['actor'] !== actor.key) continue;
    const role = row['role'], state = row['state'];
    const words = (cell: typeof role): string =>
      cell !== null && typeof cell === 'object' && 'text' in cell ? speech.of(cell.text) : '';
    items.push(el('li', {}, speech.say('expected', words(role ?? null), words(state ?? null))));
  }
  for (const contact of data.contacts) {
    if (contact.actor !== actor.key) continue;
    const state = contact.filled === null ? 'notRecorded' : contact.filled ? 'filled' : 'vacant';
    items.push(el('li', {}, `${speech.of(data.label('contact_roles', contact.role))}: ${speech.say(state)}`));
  }
  return block(speech.say('roles'), items.length === 0 ? el('p', {class: 'missing'}, speech.say('noRoles'))
    : el('ul', {class: 'plain'}, ...items));
}

function measures(context: Context, actor: Actor): HTMLElement {
  const {speech} = context;
  const position = context.measures.of(actor.key);
  if (!actor.there) return block(speech.say('measures'), el('p', {class: 'missing'}, speech.say('absentMeasures')));
  if (position === null) return block(speech.say('measures'), el('p', {class: 'missing'}, speech.say('noMeasures')));
  const items = [position.degree.value === 0 ? speech.say('isolated')
    : speech.say('degreeReading', position.degree.value, position.degree.rank, position.of)];
  if (position.between !== null && position.between.value > 0)
    items.push(speech.say('betweenReading', speech.share(position.between.value), position.between.rank));
  if (position.cut) items.push(speech.say('cutReading'));
  if ((position.pairsLost ?? 0) > 0)
    items.push(speech.say('doorReading', position.pairsLost ?? 0, position.topicsLost ?? 0));
  return block(speech.say('measures'), el('ul', {class: 'plain'}, ...items.map(item => el('li', {}, item))),
    el('p', {class: 'remark'}, speech.say('measureNote')));
}

function gaps(context: Context, actor: Actor): HTMLElement {
  const {data, speech} = context;
  const {closable, toAsk} = gapsOf(data, actor);
  const items = closable.map(cell => {
    const group = groupWords(context, cell);
    const where = group === '' ? cell.areaName : `${cell.areaName} (${group})`;
    return el('li', {}, badge(cell.state.key, speech.of(cell.state.text)), ' ',
      speech.say('gapOffers', speech.of(cell.topic.text), where, speech.of(cell.state.text)));
  });
  const ask = toAsk.length === 0 ? null : el('p', {}, speech.say('gapAsk', toAsk.length));
  return block(speech.say('gaps'), items.length === 0 && ask === null
    ? el('p', {class: 'missing'}, speech.say('noGaps')) : el('ul', {class: 'plain'}, ...items), ask);
}

function ways(context: Context, actor: Actor): HTMLElement {
  const {data, speech, store} = context;
  const found = waysTo(data, context.paths, actor);
  const items = found.map(({start, route}) => el('li', {},
    el('span', {class: 'name'}, route.length === 2 ? speech.say('oneStep') : speech.say('steps', route.length - 1)),
    el('span', {class: 'sub'}, route.map(index => data.actorAt(index).name).join(' → ')),
    button(speech.say('onMap'), () => store.change({view: 'map', route, fresh: false}), {class: 'small', 'aria-label': `${speech.say('onMap')}: ${start.name}`})));
  return block(speech.say('waysTo'),
    items.length === 0 ? el('p', {class: 'missing'}, speech.say('noWays')) : el('ul', {class: 'plain'}, ...items),
    button(speech.say('findWays'), () => store.change({view: 'ways', to: actor.key}), {class: 'small'}));
}

/// The panel of the chosen actor, or nothing.
export function actorPanel(context: Context): HTMLElement {
  const {data, speech, store} = context;
  const panel = el('div', {class: 'panel', id: 'panel'});
  let last: string | null = null;
  const update = (): void => {
    const actor = data.actor(store.state.actor);
    panel.hidden = actor === null;
    if (last === (actor?.key ?? null)) return;
    const returnTo = last;
    last = actor?.key ?? null;
    if (actor === null) {
      panel.replaceChildren();
      if (returnTo !== null) context.page.querySelector<HTMLElement>(`[data-actor="${CSS.escape(returnTo)}"]`)?.focus();
      return;
    }
    const heading = el('h2', {tabindex: -1}, tag(context, actor), actor.name);
    panel.replaceChildren(
      button(`← ${speech.say('allActors')}`, () => store.change({actor: null, route: [], fresh: false}), {class: 'quiet back'}),
      heading, facts(context, actor), partners(context, actor), offers(context, actor), roles(context, actor),
      measures(context, actor), ...actor.there ? [gaps(context, actor), ways(context, actor)] : []);
    panel.scrollTop = 0;
    if (panel.parentElement !== null) panel.parentElement.scrollTop = 0;
    heading.focus({preventScroll: true});
  };
  store.listen(update);
  update();
  return panel;
}
