import Sequencer from '@jest/test-sequencer';

/** Test files in the order of their paths: what they share is made by the first. */
export default class ByName extends Sequencer {
  sort(tests) {
    return [...tests].sort((a, b) => (a.path < b.path ? -1 : 1));
  }
}
