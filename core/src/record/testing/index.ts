export { aDataDirectory, aRecorderKey, type Files } from './a-recording.ts';
export { backend } from './backend.ts';
export { recordingOf } from './recording-of.ts';
export type { RecordingOptions } from './some-events.ts';
