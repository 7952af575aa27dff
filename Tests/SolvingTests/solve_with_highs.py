"""Solves MPS files of a folder with HiGHS and writes one JSON object a line.

Called by HighsTests.swift with the folder, the seconds that one model may take, which part of how
many parts of the files is to be solved, and the file to write. One thread, no gap allowed.
"""

import json
import pathlib
import sys
import time

import highspy


def solve(path, seconds):
    highs = highspy.Highs()
    for option, value in (
        ("output_flag", False), ("threads", 1), ("time_limit", seconds),
        ("mip_rel_gap", 0.0), ("mip_abs_gap", 0.5),
    ):
        highs.setOptionValue(option, value)
    if highs.readModel(str(path)) == highspy.HighsStatus.kError:
        return {"file": path.name, "status": "unreadable", "objective": None, "seconds": 0.0}
    began = time.monotonic()
    highs.run()
    status = highs.modelStatusToString(highs.getModelStatus())
    return {
        "file": path.name, "status": status, "seconds": time.monotonic() - began,
        "objective": highs.getInfo().objective_function_value if status == "Optimal" else None,
    }


folder, seconds, part, parts = sys.argv[1], float(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
# HiGHS prints a banner of its own, so that the answers go to a file.
with open(sys.argv[5], "w", encoding="utf-8") as answers:
    for path in sorted(pathlib.Path(folder).glob("*.mps"))[part::parts]:
        answers.write(json.dumps(solve(path, seconds)) + "\n")
