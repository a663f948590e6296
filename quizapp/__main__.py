"""``python -m quizapp`` is the command ``quizapp``."""

import sys

from quizapp.cli.start import main

if __name__ == "__main__":
    sys.exit(main())
