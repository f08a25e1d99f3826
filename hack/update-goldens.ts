/**
 * Writes what the injector answers beside what it is asked: `make update-goldens`, after a change of the injector. Look at the
 * difference before it is committed. Touches `operator/src/admission/injector/golden/*.out.yaml`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import {
  goldenAnswer,
  goldenFolder,
  goldenNames,
} from '../operator/src/admission/injector/testing/goldens.ts';

const names = goldenNames();
for (const name of names) writeFileSync(join(goldenFolder, `${name}.out.yaml`), goldenAnswer(name));
console.log(`${String(names.length)} goldens written`);
