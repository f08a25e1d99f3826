export {
  decodeCertificateAnswer,
  decodeRefusal,
  decodeStreamMessage,
  decodeUploadAnswer,
} from './decode.ts';
export {
  BROKER_PATHS,
  CONTENT_DIGEST_HEADER,
  certificateClaim,
  type BrokerRefusal,
  type CertificateAnswer,
  type CertificatePurpose,
  type CertificateRequest,
  type PlainObject,
  type SessionOpening,
  type StampedDecision,
  type StreamMessage,
  type UploadAnswer,
  type UploadRequest,
} from './messages.ts';
