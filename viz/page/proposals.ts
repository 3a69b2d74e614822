// What the analyses propose: whom to introduce, whom to invite.
import type {Context} from './context';
import {read} from './data';
import {button, el} from './dom';
import {actorButton} from './parts';

function introductions(context: Context): HTMLElement | null {
  const {data, speech, store} = context;
  const items = data.rows('introductions.introductions').flatMap(row => {
    const from = data.actor(read.textOrNull(row['from'])), to = data.actor(read.textOrNull(row['to']));
    if (from === null || to === null) return [];
    const introducer = data.actor(read.textOrNull(row['introducer']));
    const closed = read.numberOrNull(row['gaps_closed']) ?? 0;
    const gains = [speech.say('gain', read.numberOrNull(row['gain']) ?? 0)];
    if (closed > 0) gains.push(closed === 1 ? speech.say('closesOne') : speech.say('closes', closed));
    const topics = speech.list(read.choices(row['topics']).map(topic => speech.of(topic.text)));
    const route = introducer === null ? [from.index, to.index] : [from.index, introducer.index, to.index];
    return [el('li', {class: 'proposal'},
      el('div', {class: 'pair'}, actorButton(context, from), el('span', {'aria-hidden': 'true'}, '+'), actorButton(context, to)),
      el('p', {class: 'strong'}, gains.join(' · ')), topics === '' ? null : el('p', {class: 'sub'}, topics),
      el('p', {class: 'sub'}, introducer === null ? speech.say('noIntroducer') : speech.say('introducer', introducer.name)),
      button(speech.say('onMap'), () => store.change({view: 'map', actor: null, route, fresh: false}),
        {class: 'small', 'aria-label': `${speech.say('onMap')}: ${from.name}, ${to.name}`}))];
  });
  return items.length === 0 ? null : el('div', {class: 'card'}, el('h3', {}, speech.say('introduce')), el('ol', {class: 'proposals'}, ...items));
}

function invitations(context: Context): HTMLElement | null {
  const {data, speech} = context;
  const items = data.rows('invitations.invitees').flatMap(row => {
    const actor = data.actor(read.textOrNull(row['actor']));
    if (actor === null) return [];
    const covers = speech.list(read.choices(row['covers']).map(code => speech.of(code.text)));
    return [el('li', {class: 'proposal'}, el('div', {class: 'pair'}, actorButton(context, actor)),
      el('p', {class: 'strong'}, speech.say('reaches', read.numberOrNull(row['reach_gain']) ?? 0)),
      covers === '' ? null : el('p', {class: 'sub'}, speech.say('covers', covers)))];
  });
  return items.length === 0 ? null : el('div', {class: 'card'}, el('h3', {}, speech.say('invite')), el('ol', {class: 'proposals'}, ...items));
}

export function proposalsView(context: Context): HTMLElement {
  const {speech} = context;
  const parts = [introductions(context), invitations(context)].filter(part => part !== null);
  return el('section', {id: 'view-proposals', class: 'view'},
    el('div', {class: 'view-head'}, el('h2', {}, speech.say('proposals'))),
    parts.length === 0 ? el('p', {class: 'missing'}, speech.say('noProposals')) : el('div', {class: 'halves'}, ...parts));
}
