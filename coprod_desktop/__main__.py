"""Starts the program: `python -m coprod_desktop` or `coprod-desktop`."""

import sys

from coprod_desktop.cli import main

if __name__ == "__main__":
    sys.exit(main())
