export { decodeCertificateAnswer, decodeRefusal, decodeStreamMessage } from './decode.ts';
export {
  BROKER_PATHS,
  certificateClaim,
  type BrokerRefusal,
  type CertificateAnswer,
  type CertificatePurpose,
  type CertificateRequest,
  type PlainObject,
  type SessionOpening,
  type StampedDecision,
  type StreamMessage,
} from './messages.ts';
