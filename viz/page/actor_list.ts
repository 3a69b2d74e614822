// The list of actors beside the map: what the map shows, for keyboard and screen reader too.
import type {Context} from './context';
import type {Actor} from './data';
import {button, el} from './dom';
import {tag} from './parts';

const pageSize = 120; // entries at once; large networks grow on demand

export function actorList(context: Context): HTMLElement {
  const {data, speech, store} = context;
  const sorted = [...data.actors].sort((a, b) => speech.compare(a.name, b.name));
  const field = el('input', {
    type: 'search', id: 'search', placeholder: speech.say('searchHint'), autocomplete: 'off', spellcheck: 'false',
    input: () => { limit = pageSize; store.change({search: field.value, route: [], fresh: false}); },
  });
  const list = el('ul', {class: 'actors'});
  const foot = el('div', {class: 'list-foot'});
  let limit = pageSize;

  const entry = (actor: Actor): HTMLLIElement => {
    const place = actor.area ?? actor.serves[0];
    return el('li', {}, el('button', {
      type: 'button', 'data-actor': actor.key, click: () => store.change({actor: actor.key, route: [], fresh: false}),
    }, tag(context, actor), el('span', {class: 'name'}, actor.name),
    el('span', {class: 'sub'}, [speech.of(data.label('actor_kinds', actor.kind)),
      place === undefined ? '' : data.areaName(place)].filter(part => part !== '').join(' · '))));
  };
  let last = '';
  const update = (): void => {
    if (field.value !== store.state.search) field.value = store.state.search;
    const {actors} = context.filter.apply(store.state);
    const fitting = sorted.filter(actor => actors.has(actor.index));
    const signature = `${limit} ${fitting.map(actor => actor.index).join()}`;
    if (signature === last) return;
    last = signature;
    list.replaceChildren(...fitting.slice(0, limit).map(entry));
    const rest = fitting.length - limit;
    foot.replaceChildren();
    if (fitting.length === 0) foot.append(el('p', {}, speech.say('none')));
    if (rest > 0) foot.append(button(speech.say('more', Math.min(rest, pageSize)), () => { limit += pageSize; update(); }));
  };
  store.listen(update);
  update();
  return el('div', {class: 'list'},
    el('label', {class: 'field', for: 'search'}, speech.say('search')), field, el('p', {class: 'remark'}, speech.say('choose')), list, foot);
}
