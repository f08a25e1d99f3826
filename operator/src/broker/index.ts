export { alterationOf } from './alteration.ts';
export { Authenticator } from './authenticator.ts';
export { BrokerError, type BrokerErrorCode } from './errors.ts';
export { BrokerServer, type BrokerOptions } from './server.ts';
export { Uploads } from './uploads.ts';
