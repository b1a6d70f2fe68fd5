import { fileURLToPath } from 'node:url';

/** Root of the repository that this file belongs to. */
export const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));
