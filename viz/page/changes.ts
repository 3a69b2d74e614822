// What a comparison with an earlier state found.
import type {Context} from './context';
import {read, type Data} from './data';
import {button, find} from './dom';

/// Ties that are there now and were not before, as "FROM>TO:KIND".
export function addedTies(data: Data): ReadonlySet<string> {
  return new Set(data.rows('compare.ties')
    .filter(row => read.choiceOrNull(row['change'])?.key === 'added')
    .map(row => `${read.text(row['from'])}>${read.text(row['to'])}:${read.choice(row['kind']).key}`));
}

/// Some are not on the map: what is only planned, or over.
function drawsAdded(data: Data): boolean {
  const added = addedTies(data);
  return data.ties.some(tie => tie.line !== null && added.has(`${data.actorAt(tie.from).key}>${data.actorAt(tie.to).key}:${tie.kind}`));
}

/// Leads from the comparison to the map.
export function mountComparison(context: Context): void {
  const {data, speech, store, page} = context;
  const lead = find(page, '#compare > .lead');
  if (lead !== null && drawsAdded(data))
    lead.after(button(speech.say('showNew'), () => store.change({view: 'map', actor: null, route: [], fresh: true}), {class: 'small'}));
}
