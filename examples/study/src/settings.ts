import type { StudyOptions } from './options.ts';
import { PROFILE_SETTINGS, type Profile, type ProfileSettings } from './profiles.ts';
import type { StageName } from './stages/names.ts';
import type { Task } from './task.ts';

/** Everything that decides a study's numbers, as plain data. How many workers ran it is not part of it. */
export interface StudySettings {
  /** The task's name. */
  readonly animal: string;
  readonly positive: string;
  readonly negative: string;
  /** Whether the two folders are the user's own, and not the study's. */
  readonly own: boolean;
  readonly profile: Profile;
  readonly seed: number;
  readonly stages: readonly StageName[];
  readonly size: number;
  readonly folds: number;
  readonly baseline: ProfileSettings['baseline'];
  readonly look: ProfileSettings['look'];
  readonly augment: ProfileSettings['augment'];
  readonly transfer: ProfileSettings['transfer'];
  readonly onBadFile: 'throw' | 'skip';
}

/** The settings of one task's study: the profile's, with what the user changed. */
export function studySettings({ name: animal, positive, negative, root }: Task, options: StudyOptions): StudySettings {
  const { profile, seed, stages, onBadFile, folds } = options;
  const fixed = PROFILE_SETTINGS[profile];
  return {
    animal,
    positive,
    negative,
    own: root !== undefined,
    profile,
    seed,
    stages,
    onBadFile,
    ...fixed,
    folds: folds ?? fixed.folds,
  };
}
