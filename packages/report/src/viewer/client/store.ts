/** What all maps of a viewer share. */
export interface State {
  /** 0 to 1, from the first frame to the last. */
  readonly position: number;
  readonly playing: boolean;
  /** The point under the pointer, or -1. */
  readonly hover: number;
  readonly selected: ReadonlySet<number>;
  /** Classes that are not drawn. */
  readonly hidden: ReadonlySet<number>;
  /** Whether points are drawn as their pictures. */
  readonly pictures: boolean;
}

/** Holds the state and tells of its changes. */
export interface Store {
  get(): State;
  set(change: Partial<State>): void;
  subscribe(listener: (state: State, before: State) => void): void;
}

export function createStore(): Store {
  let state: State = {
    ...{ position: 1, playing: false, hover: -1, pictures: false },
    selected: new Set<number>(),
    hidden: new Set<number>(),
  };
  const listeners: ((state: State, before: State) => void)[] = [];
  return {
    get: () => state,
    set(change) {
      const before = state;
      state = { ...state, ...change };
      for (const listener of listeners) listener(state, before);
    },
    subscribe(listener) {
      listeners.push(listener);
    },
  };
}
