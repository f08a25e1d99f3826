/**
 * The program of the analyst's thread: analyses one text after the other. It shares the process's V8 flags, among them those
 * that keep the parser's memory small (docs/adr/0016).
 */
import { parentPort } from 'node:worker_threads';
import { loadParser } from '@chaperone/core/sql';
import { writtenAnswerTo } from './answer.ts';

await loadParser();
parentPort?.on('message', (text: string) => {
  parentPort?.postMessage(writtenAnswerTo(text));
});
