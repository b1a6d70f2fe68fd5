/** Outlines of the shapes of groups on a square from -1 to 1, in the order of a scatter chart's. */
export const signOutlines: readonly string[] = [
  'M-1,0a1,1 0 1,0 2,0a1,1 0 1,0 -2,0Z',
  'M-0.9,-0.9H0.9V0.9H-0.9Z',
  'M0,-1L1,0.85H-1Z',
  'M0,-1.1L1.1,0L0,1.1L-1.1,0Z',
  'M-1,-0.4H-0.4V-1H0.4V-0.4H1V0.4H0.4V1H-0.4V0.4H-1Z',
  'M0,1L1,-0.85H-1Z',
];
