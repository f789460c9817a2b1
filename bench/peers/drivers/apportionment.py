#!/usr/bin/env python3
"""martinlackner/apportionment (MIT), run in place from a clone: apportionment.py CLONE FOLDER."""
import os
import sys
import time

sys.path.insert(0, sys.argv[1])
from apportionment import methods

folder = sys.argv[2]
states = [int(line) for line in open(os.path.join(folder, "states.csv"))]
tasks = {
    "states hamilton": lambda: methods.largest_remainder(states, 435, verbose=False),
    "states jefferson": lambda: methods.divisor(states, 435, "dhondt", verbose=False),
    "states webster": lambda: methods.divisor(states, 435, "saintelague", verbose=False),
    "states adams": lambda: methods.divisor(states, 435, "adams", verbose=False),
    "states dean": lambda: methods.divisor(states, 435, "dean", verbose=False),
    "states huntington": lambda: methods.divisor(states, 435, "huntington", verbose=False),
    "states quota": lambda: methods.quota(states, 435, verbose=False),
}
for task, work in tasks.items():
    best = float("inf")
    try:
        for _ in range(30):
            start = time.perf_counter()
            answer = work()
            best = min(best, time.perf_counter() - start)
        check = sum(int(seats) * (i + 1) for i, seats in enumerate(answer))
        print(f"{task}\tapportionment.py\t{best:.4g}\t{check}")
    except Exception as failure:
        print(f"{task}\tapportionment.py\tfails\t{type(failure).__name__}")
