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

/// Leads from the comparison to the map.
export function mountComparison(context: Context): void {
  const {data, speech, store, page} = context;
  const lead = find(page, '#compare > .lead');
  if (lead !== null && addedTies(data).size > 0)
    lead.after(button(speech.say('showNew'), () => store.change({view: 'map', actor: null, route: [], fresh: true}), {class: 'small'}));
}
