import { type BackendName, useBackend } from '@animals/backend';

/** Starts a backend by name, or the fastest there is. @throws ArgumentError if there is none of that name, or it cannot run. */
export async function startBackend(name: string | undefined): Promise<void> {
  await useBackend(name === undefined ? {} : { prefer: [name as BackendName] });
}
