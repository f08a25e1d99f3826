/**
 * - `BAD_REVIEW`: what came is no AdmissionReview, or no object of the kind that was asked for
 * - `BODY_TOO_LARGE`: beyond what an API server sends
 * - `BODY_TIMEOUT`: the body did not come in time
 */
export type AdmissionErrorCode = 'BAD_REVIEW' | 'BODY_TOO_LARGE' | 'BODY_TIMEOUT';

/** A request to the admission server that gets no AdmissionReview as answer. */
export class AdmissionError extends Error {
  readonly code: AdmissionErrorCode;

  constructor(code: AdmissionErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AdmissionError';
    this.code = code;
  }
}
