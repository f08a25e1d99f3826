/** What is wrong with the certificates of the installation. */
export type CertificateErrorCode = 'CA_UNUSABLE' | 'CERTIFICATE_UNUSABLE';

/** The one error of `certificates/`. Never holds a key. */
export class CertificateError extends Error {
  override readonly name = 'CertificateError';
  readonly code: CertificateErrorCode;

  constructor(code: CertificateErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
