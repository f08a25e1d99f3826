export { Analyst } from './analyst.ts';
export type { StartThread, Thread, ThreadEvents } from './analyst.ts';
export type { Answer } from './answer.ts';
