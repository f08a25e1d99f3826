import { InvalidArgumentError, Option } from 'commander';
import type { SessionPhase } from '@chaperone/core/record';

/** `--data DIR`, which every command that reads recordings has. */
export function dataOption(): Option {
  const what = "the sidecar's data directory, or recordings as they are in an AuditStore";
  return new Option('--data <dir>', what).default('./data');
}

export function outputOption(values: readonly string[]): Option {
  return new Option('-o, --output <format>', 'how to print').choices(values).default(values[0]);
}

export function phaseOption(): Option {
  const phases: readonly SessionPhase[] = ['Active', 'Completed', 'Interrupted'];
  return new Option('--phase <phase>', 'only sessions in this phase').choices(phases);
}

export function parseSpeed(text: string): number {
  const speed = Number(text);
  if (text !== '' && Number.isFinite(speed) && speed >= 0) return speed;
  throw new InvalidArgumentError('give a number: 2 is twice as fast, 0 waits for nothing.');
}
