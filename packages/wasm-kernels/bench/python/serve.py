"""Serves the commands of the bench on stdin: the Python twin of tools/src/bench/serve-contender.ts."""

import json
import math
import sys
import time

MARK = '@bench '
WARM_UP = 3
SHORTEST_MS = 20


def serve(make_work):
    """Builds works with make_work(name, args), which returns a function that makes one step, and times their steps."""
    step, repeats = None, 1
    for line in sys.stdin:
        try:
            command = json.loads(line)
            if command['command'] == 'prepare':
                step = None
                step = make_work(command['work'], command.get('args'))
                repeats = calibrate(step) if command['warmUp'] else 1
                say({'ready': True})
            else:
                say({'ms': timed(step, repeats) / repeats})
        except Exception as error:
            say({'missing': f'{type(error).__name__}: {error}'.split('\n')[0]})


def say(answer):
    print(MARK + json.dumps(answer), flush=True)


def calibrate(step):
    """Warms up, and finds how many repeats make a step long enough for the clock."""
    last = 0.0
    for _ in range(WARM_UP):
        last = timed(step, 1)
    return min(200, max(1, math.ceil(SHORTEST_MS / max(last, 0.01))))


def timed(step, repeats):
    start = time.perf_counter()
    for _ in range(repeats):
        step()
    return (time.perf_counter() - start) * 1000
