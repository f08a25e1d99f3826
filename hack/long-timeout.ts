/** Set-up of the integration project: a test there starts servers and waits for processes. */
import { jest } from '@jest/globals';

/** Milliseconds. */
const integrationTimeout = 180_000;

jest.setTimeout(integrationTimeout);
