/**
 * Tests that would wreck the server through a sidecar: they become somebody without rights and then try to delete the
 * catalog. Where becoming somebody else is refused, the superuser's login of the sidecar deletes it.
 */
export const NOT_RUN: readonly string[] = ['privileges'];
