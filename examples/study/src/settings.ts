import type { Animal } from './animals.ts';
import type { StudyOptions } from './options.ts';
import { PROFILE_SETTINGS, type Profile, type ProfileSettings } from './profiles.ts';
import type { StageName } from './stages/names.ts';

/** Everything that decides a study's numbers, as plain data. How many workers ran it is not part of it. */
export interface StudySettings {
  readonly animal: Animal;
  readonly profile: Profile;
  readonly seed: number;
  readonly stages: readonly StageName[];
  readonly size: number;
  readonly folds: number;
  readonly baseline: ProfileSettings['baseline'];
  readonly augment: ProfileSettings['augment'];
  readonly onBadFile: 'throw' | 'skip';
}

/** The settings of one animal's study: the profile's, with what the user changed. */
export function studySettings(animal: Animal, options: StudyOptions): StudySettings {
  const { profile, seed, stages, onBadFile, folds } = options;
  const fixed = PROFILE_SETTINGS[profile];
  return { animal, profile, seed, stages, onBadFile, ...fixed, folds: folds ?? fixed.folds };
}
