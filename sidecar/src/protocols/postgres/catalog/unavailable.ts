import { SidecarError } from '../../../errors.ts';
import type { Classification } from './classification.ts';

/** No classification has it. */
export const STALE = 0;

/** A text whose names cannot be looked up is refused, and looked at again the next time. */
export const unavailable =
  (text: string) =>
  (error: unknown): Classification => {
    if (!(error instanceof SidecarError)) throw error;
    return {
      text,
      effects: [],
      refusal: { code: error.code, message: error.message },
      generation: STALE,
      masking: 'none',
      results: [],
      maskedOutput: false,
      touchesMasked: true,
      mayQuoteMasked: true,
      invalidates: false,
    };
  };
