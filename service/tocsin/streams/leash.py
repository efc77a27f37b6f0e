"""Starts a program that ends with its parent: `leash.py PARENT_PID PROGRAM ARGUMENT…`.

Linux tells a process when its parent dies if the process has asked for it, and keeps the wish across the program's start. So
this file asks, then becomes the program. Run as a script, with nothing imported that costs time. Elsewhere the wish cannot be
made, and a killed supervisor leaves its children to be ended by hand.
"""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1


def main() -> None:
    """Ask for SIGTERM at the parent's death, then become the program."""
    parent = int(sys.argv[1])
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
        if os.getppid() != parent:  # it died before the wish was made
            sys.exit(0)
    os.execv(sys.argv[2], sys.argv[2:])  # noqa: S606 - no shell; the supervisor chose the program


if __name__ == "__main__":
    main()
