"""``python -m compare_tui``."""

import sys

from compare_tui.cli import main

sys.exit(main())
