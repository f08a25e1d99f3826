export { decodeRefusal, decodeStreamMessage } from './decode.ts';
export {
  BROKER_PATHS,
  type BrokerRefusal,
  type PlainObject,
  type SessionOpening,
  type StampedDecision,
  type StreamMessage,
} from './messages.ts';
