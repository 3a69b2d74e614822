// The path finder: over whom one gets from an actor to another, or to a topic.
import type {Context} from './context';
import type {Data, Hop} from './data';
import {button, el} from './dom';
import {actorButton, badge} from './parts';
import type {Way, WayQuestion} from './ways';

const wayCount = 3;
const legalities = ['legal', 'unclear', 'outside'] as const;
const sharedPhrases = {body: 'sharedBody', area: 'sharedArea', nothing: 'sharedNothing'} as const;
const legalityStates = {legal: 'available', unclear: 'unknown', outside: 'none'} as const;

function questionOf(context: Context): WayQuestion | null {
  const {data, store} = context;
  const {from, to, mandate} = store.state;
  const start = data.actor(from);
  if (start === null || to === '') return null;
  const topic = to.startsWith('topic=') ? to.slice('topic='.length) : null;
  const goals = topic === null ? [to] : data.goals.get(topic) ?? [];
  return {from: start.index, goals: goals.flatMap(key => data.actor(key)?.index ?? []), topic, mandate, count: wayCount};
}

/// What an address names that is not there: it may come from an earlier report.
function notThere(context: Context): string | null {
  const {data, speech, store} = context;
  const {from, to} = store.state;
  const isTopic = to.startsWith('topic=');
  for (const key of isTopic ? [from] : [from, to])
    if (key !== '' && data.actor(key) === null) return speech.say('unknownActor', key);
  const topic = to.slice('topic='.length);
  return isTopic && !data.goals.has(topic) ? speech.say('unknownTopic', speech.of(data.label('topics', topic))) : null;
}

function legalityBadge(context: Context, legality: number): HTMLElement {
  const key = legalities[legality] ?? 'unclear';
  return badge(legalityStates[key], context.speech.of(context.data.label('legality', key)));
}

function handOver(context: Context, way: Way): string | null {
  const {data, speech} = context;
  const at = way.hops.find((_, i) => i + 1 === way.hops.length || way.hops[i + 1]?.legality === 0);
  return at === undefined ? null : speech.say('handOver', data.actorAt(at.to).name);
}

/// The hop goes against the tie, as from a body to its member.
function isBackwards(data: Data, hop: Hop): boolean {
  return !hop.tie.startsWith(`${data.actorAt(hop.from).key}>`);
}

function strip(context: Context, way: Way, rank: number, from: number): HTMLElement {
  const {data, speech, store} = context;
  const dearest = Math.max(...way.hops.map(hop => hop.price));
  const weakest = way.hops.some(hop => hop.price < dearest) ? way.hops.findIndex(hop => hop.price === dearest) : -1;
  const stations = way.hops.map((hop, i) =>
    el('li', {class: 'leg'}, el('div', {class: i === weakest ? 'hop weakest' : 'hop'},
      el('span', {class: 'hop-kind'}, speech.of(data.kindWords(hop.kind, isBackwards(data, hop)))),
      el('span', {class: 'sub'}, hop.legalBasis === null ? speech.say('noBasis') : speech.of(data.label('legal_bases', hop.legalBasis))),
      store.state.mandate ? legalityBadge(context, hop.legality) : null,
      hop.condition === null ? null : el('span', {class: 'sub'}, speech.of(hop.condition)),
      i === weakest ? el('span', {class: 'sub strong'}, speech.say('weakest')) : null),
    el('div', {class: 'station'}, actorButton(context, data.actorAt(hop.to)))));
  const route = [from, ...way.hops.map(hop => hop.to)];
  const facts = [way.hops.length === 1 ? speech.say('oneStep') : speech.say('steps', way.hops.length),
    speech.say('cost', speech.number(way.cost / 100))].join(' · ');
  return el('article', {class: 'way'},
    el('h3', {}, speech.say('way', rank), el('span', {class: 'sub'}, facts), legalityBadge(context, way.legality)),
    el('ol', {class: 'strip'}, el('li', {class: 'station'}, actorButton(context, data.actorAt(from))), ...stations),
    button(speech.say('onMap'), () => store.change({view: 'map', actor: null, route, fresh: false}), {class: 'small'}));
}

function picker(context: Context, id: 'from' | 'to'): HTMLElement {
  const {data, speech, store} = context;
  const actors = data.wayActors.map(index => data.actorAt(index)).sort((a, b) => speech.compare(a.name, b.name));
  const option = (value: string, label: string): HTMLOptionElement => el('option', {value}, label);
  const actorOptions = actors.map(actor => option(actor.key, actor.name));
  const select = el('select', {id, change: () => store.change(id === 'from' ? {from: select.value} : {to: select.value})},
    option('', speech.say('pleaseChoose')));
  if (id === 'to')
    select.append(el('optgroup', {label: speech.say('topics')},
      ...[...data.goals.keys()].map(topic => option(`topic=${topic}`, speech.of(data.label('topics', topic))))));
  select.append(el('optgroup', {label: speech.say('actors')}, ...actorOptions));
  const update = (): void => { select.value = store.state[id]; };
  store.listen(update);
  update();
  return el('div', {class: 'field'}, el('label', {for: id}, speech.say(id)), select);
}

export function waysView(context: Context): HTMLElement {
  const {data, speech, store} = context;
  const mandate = el('input', {type: 'checkbox', id: 'mandate', change: () => store.change({mandate: mandate.checked})});
  const swap = button('⇄', () => {
    const {from, to} = store.state;
    if (!to.startsWith('topic=')) store.change({from: to, to: from});
  }, {'aria-label': speech.say('swap'), title: speech.say('swap'), class: 'swap'});
  const status = el('p', {class: 'status', role: 'status'});
  const out = el('div', {class: 'ways'});
  let last = '';
  const update = (): void => {
    mandate.checked = store.state.mandate;
    swap.disabled = store.state.to.startsWith('topic=');
    const signature = [store.state.from, store.state.to, store.state.mandate].join('\n');
    if (signature === last) return;
    last = signature;
    const unknown = notThere(context);
    const question = unknown === null ? questionOf(context) : null;
    out.replaceChildren();
    status.textContent = unknown ?? '';
    if (question === null) return;
    const start = data.actorAt(question.from);
    const {ways, outside, missing} = context.paths.find(question);
    const best = ways[0];
    if (best?.hops.length === 0) {
      status.textContent = speech.say('atGoal', start.name);
      return;
    }
    status.textContent = best === undefined ? speech.say(outside.length > 0 ? 'outsideWay' : 'noWay')
      : ways.length === 1 ? speech.say('oneWayFound') : speech.say('wayFound', ways.length);
    const listed = best === undefined ? outside.slice(0, 1) : ways;
    out.append(...listed.map((way, i) => strip(context, way, i + 1, question.from)));
    out.append(...missing.map(tie => el('p', {class: 'card missing-link'}, el('strong', {}, speech.say('missingLink')),
      actorButton(context, data.actorAt(tie.from)), el('span', {'aria-hidden': 'true'}, '→'), actorButton(context, data.actorAt(tie.to)),
      el('span', {class: 'sub'}, speech.say(sharedPhrases[tie.shared])))));
    const next = best === undefined || !question.mandate ? null : handOver(context, best);
    if (next !== null) out.append(el('p', {class: 'remark'}, next));
  };
  store.listen(update);
  update();
  return el('section', {id: 'view-ways', class: 'view'},
    el('div', {class: 'view-head'}, el('h2', {}, speech.say('waysTitle')), el('p', {class: 'lead'}, speech.say('waysLead'))),
    el('div', {class: 'card'}, el('div', {class: 'ways-form'}, picker(context, 'from'), swap, picker(context, 'to'),
      el('label', {class: 'check'}, mandate, speech.say('mandate'))), status),
    out, el('p', {class: 'remark'}, speech.say('waysNote')));
}
