import { fact, type ErrorFact } from './fact.ts';

/** What goes wrong between a sidecar and the operator's broker. */
export type BrokerErrorCode = 'BROKER_UNAVAILABLE' | 'BROKER_REFUSED';

export const brokerErrors: Readonly<Record<BrokerErrorCode, ErrorFact>> = {
  BROKER_UNAVAILABLE: fact(
    '57P03',
    "The operator's broker cannot be reached, and what the sidecar knows is too old to go on with, or too little to begin.",
    'Look at the operator in the namespace chaperone-system; the sidecar goes on by itself when it is back.',
  ),
  BROKER_REFUSED: fact(
    '28000',
    "The operator's broker does not believe the sidecar, or does not let its pod do this; its reason is in the message.",
    'See `kubectl chaperone explain pod/NAME`; a sidecar that was altered is not served.',
  ),
};
