export { aDataDirectory, aRecorderKey, type Files, type RecordingOptions } from './a-recording.ts';
export { backend } from './backend.ts';
export { recordingOf } from './recording-of.ts';
