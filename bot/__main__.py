"""`python -m bot` is the same as the command `footnote`."""

import sys

from bot.cli import main

sys.exit(main())
