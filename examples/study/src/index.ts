export { ANIMALS, type Animal, classFolders } from './animals.ts';
export { runCommand } from './command.ts';
export { parseOptions, type StudyOptions } from './options.ts';
export { PROFILES, type Profile } from './profiles.ts';
export type { StudyResults } from './results.ts';
export { runStudy } from './run-study.ts';
export { ownTask, studyTask, type Task } from './task.ts';
