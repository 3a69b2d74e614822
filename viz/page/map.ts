// The map of partners: pan, zoom, what is dimmed and what stands out.
import {select} from 'd3-selection';
import {zoom, zoomIdentity} from 'd3-zoom';
import type {Context} from './context';
import {addedTies} from './changes';
import {all, button, el, find} from './dom';

const svgNamespace = 'http://www.w3.org/2000/svg';
const step = 80; // points that an arrow key moves

/// Moves what the drawing consists of into one group that can be scaled.
function scalable(svg: SVGSVGElement): SVGGElement {
  const group = document.createElementNS(svgNamespace, 'g');
  for (const child of [...svg.children]) if (child instanceof SVGGElement) group.append(child);
  svg.append(group);
  return group;
}

export function mountMap(context: Context): void {
  const {data, speech, store, page} = context;
  const section = find(page, '#map');
  const frame = section === null ? null : find(section, '.map');
  const svg = frame === null ? null : find<SVGSVGElement>(frame, 'svg');
  if (section === null || frame === null || svg === null) return;
  const group = scalable(svg);
  const behaviour = zoom<SVGSVGElement, unknown>()
    .scaleExtent([1, 12])
    .translateExtent([[0, 0], [svg.viewBox.baseVal.width, svg.viewBox.baseVal.height]])
    .on('zoom', (event: {transform: {toString(): string}}) => group.setAttribute('transform', event.transform.toString()));
  const target = select(svg);
  target.call(behaviour).on('dblclick.zoom', null);
  const enlarge = (): void => { target.call(behaviour.scaleBy, 1.5); };
  const reduce = (): void => { target.call(behaviour.scaleBy, 1 / 1.5); };
  const whole = (): void => { target.call(behaviour.transform, zoomIdentity); };

  const keys: Readonly<Record<string, () => void>> = {
    '+': enlarge, '-': reduce, '0': whole,
    ArrowLeft: () => target.call(behaviour.translateBy, step, 0),
    ArrowRight: () => target.call(behaviour.translateBy, -step, 0),
    ArrowUp: () => target.call(behaviour.translateBy, 0, step),
    ArrowDown: () => target.call(behaviour.translateBy, 0, -step),
  };
  frame.setAttribute('aria-label', speech.say('mapLabel'));
  frame.addEventListener('keydown', event => {
    const action = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  });
  const zoomButton = (label: string, sign: string, action: () => void): HTMLButtonElement =>
    button(sign, action, {'aria-label': label, title: label});
  frame.after(el('div', {class: 'zoom-buttons'}, zoomButton(speech.say('zoomIn'), '+', enlarge),
    zoomButton(speech.say('zoomOut'), '−', reduce), zoomButton(speech.say('zoomAll'), '⤢', whole)));

  const nodes = new Map<number, Element>();
  const byNode = new Map<string, number>();
  for (const actor of data.actors) {
    const node = actor.node === null ? null : find<SVGGElement>(svg, `#${CSS.escape(actor.node)}`);
    if (node === null || actor.node === null) continue;
    nodes.set(actor.index, node);
    byNode.set(actor.node, actor.index);
  }
  const lines = new Map(all<SVGGElement>(svg, 'g.edge[id^="t"]').map(line => [line.id, line]));

  svg.addEventListener('click', event => {
    const node = event.target instanceof Element ? event.target.closest('g.node') : null;
    const index = node === null ? undefined : byNode.get(node.id);
    store.change({actor: index === undefined ? null : data.actorAt(index).key, route: [], fresh: false});
  });

  const added = addedTies(data);
  const update = (): void => {
    const {state} = store;
    const {actors, ties} = context.filter.apply(state);
    const chosen = data.actor(state.actor);
    const route = new Set(state.route);
    const near = new Set<number>();
    const bright = new Set<string>();
    const visible = new Set<string>();
    for (const tie of data.ties) {
      if (tie.line === null || !ties.has(tie)) continue;
      visible.add(tie.line);
      const onRoute = state.route.some((at, i) => {
        const next = state.route[i + 1];
        return (at === tie.from && next === tie.to) || (at === tie.to && next === tie.from);
      });
      const isNew = added.has(`${data.actorAt(tie.from).key}>${data.actorAt(tie.to).key}:${tie.kind}`);
      const touches = chosen !== null && (tie.from === chosen.index || tie.to === chosen.index);
      if (state.fresh ? !isNew : route.size > 0 ? !onRoute : !touches) continue;
      bright.add(tie.line);
      near.add(tie.from).add(tie.to);
    }
    if (chosen !== null) near.add(chosen.index);
    for (const index of route) near.add(index);
    const focused = chosen !== null || route.size > 0 || state.fresh;
    for (const [index, node] of nodes) {
      node.classList.toggle('chosen', index === chosen?.index || route.has(index));
      node.classList.toggle('dim', !actors.has(index) && !near.has(index) || focused && !near.has(index));
    }
    for (const [id, line] of lines) {
      line.classList.toggle('gone', !visible.has(id));
      line.classList.toggle('dim', focused && !bright.has(id));
      line.classList.toggle('bright', focused && bright.has(id));
    }
  };
  store.listen(update);
  update();
}
