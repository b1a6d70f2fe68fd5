/** Stands in a page for the module `vitest`: the same runner and assertions, without Node. */
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  GLOBAL_EXPECT,
  getState,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  type MatcherState,
  setState,
} from '@vitest/expect';
import type { Test } from '@vitest/runner';
import { getFullName } from '@vitest/runner/utils';
import * as chai from 'chai';
import { toBeAllClose } from '../../../../tools/src/testing/to-be-all-close.ts';

export { afterAll, afterEach, beforeAll, beforeEach, describe, it, test } from '@vitest/runner';

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

interface Extendable {
  extend(expect: object, matchers: object): void;
}

const globals = globalThis as unknown as Record<symbol, object>;

/** The `expect` of vitest with the matcher of our test kit. */
export const expect = Object.assign((value: unknown, message?: string) => chai.expect(value, message), chai.expect, {
  ...globals[ASYMMETRIC_MATCHERS_OBJECT],
  getState: () => getState(expect as never),
  extend: (matchers: object) => (chai.expect as unknown as Extendable).extend(expect, matchers),
});

globals[GLOBAL_EXPECT] = expect;
setState<MatcherState>({ assertionCalls: 0 }, expect as never);
expect.extend({ toBeAllClose });

/** Tells the assertions which test runs, so that tests can ask for its name. */
export function enterTest(test: Test): void {
  setState<MatcherState>({ currentTestName: getFullName(test) }, expect as never);
}
