export { writeTrust } from './write.ts';
