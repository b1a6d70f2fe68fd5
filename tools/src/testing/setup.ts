import { expect } from 'vitest';
import { toBeAllClose } from './to-be-all-close.ts';

expect.extend({ toBeAllClose });
