// Small pieces that several parts of the page show.
import type {Context} from './context';
import type {Actor, CoverageCell} from './data';
import {el} from './dom';

/// The tag of the actor's kind in the colours of the map; programmes and the like have no sector there.
export function tag(context: Context, actor: Actor): HTMLElement {
  const sector = context.data.sectors.get(actor.role === 'fact' ? '' : actor.sector ?? '');
  const out = el('span', {class: 'tag', 'aria-hidden': 'true'}, actor.tag);
  if (sector !== undefined) {
    out.style.backgroundColor = sector.full;
    out.style.color = sector.ink;
  }
  return out;
}

/// A long name may break after a slash.
function breakable(name: string): (Node | string)[] {
  return name.split(/(?<=\/)/).flatMap((part, i) => i === 0 ? [part] : [el('wbr'), part]);
}

/// A button that opens the actor's panel beside the map.
export function actorButton(context: Context, actor: Actor): HTMLButtonElement {
  return el('button', {
    type: 'button', class: 'actor-link', click: () => context.store.change({view: 'map', actor: actor.key, route: [], fresh: false}),
  }, tag(context, actor), el('span', {}, ...breakable(actor.name)));
}

export function block(title: string, ...content: (Node | string | null)[]): HTMLElement {
  return el('section', {class: 'block'}, el('h3', {}, title), ...content);
}

/// The state of a cell of the coverage matrix as the report shows it, readable without colour.
export const stateSigns: Readonly<Record<string, string>> = {available: '●', barrier: '◐', planned: '○', none: '✕', unknown: '?'};

export function badge(state: string, label: string): HTMLElement {
  return el('span', {class: `state state-${state}`}, label);
}

/// Of whom a cell of the coverage matrix speaks; empty: of all.
export function groupWords(context: Context, cell: CoverageCell): string {
  return [cell.target, cell.legal].flatMap(part => part === null ? [] : context.speech.of(part.text)).join(', ');
}
