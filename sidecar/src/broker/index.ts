export { Broker } from './broker.ts';
export { pauseBefore } from './pause.ts';
