import { PHASE_COPY, PHASE_SESSION, PHASE_STARTUP } from '../frame-table.ts';

export const ALL_PHASES: number = PHASE_STARTUP | PHASE_SESSION | PHASE_COPY;
