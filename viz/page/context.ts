// What every part of the page is given.
import type {Data} from './data';
import type {Filter} from './filter';
import type {Speech} from './language';
import type {Measures} from './measures';
import type {Store} from './state';
import type {PathFinder} from './ways';

export interface Context {
  readonly data: Data;
  readonly speech: Speech;
  readonly store: Store;
  readonly filter: Filter;
  readonly measures: Measures;
  readonly paths: PathFinder;
  readonly page: HTMLElement; // everything in the language of the moment
  readonly announce: (text: string) => void; // to screen readers
}
