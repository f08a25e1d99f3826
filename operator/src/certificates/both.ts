import type { Certificates } from './types.ts';

/** Others' certificates serve, and the own authority signs for sidecars: each trusts both. */
export function both(served: Certificates, own: Certificates): Certificates {
  return {
    get authorities() {
      return served.authorities + own.authorities;
    },
    get serving() {
      return served.serving;
    },
    get issuer() {
      return own.issuer;
    },
    follow: (changed) => {
      const ends = [served.follow(changed), own.follow(changed)];
      return () => {
        for (const end of ends) end();
      };
    },
    get isDeaf() {
      return own.isDeaf;
    },
    stop: async () => {
      await Promise.all([served.stop(), own.stop()]);
    },
  };
}
