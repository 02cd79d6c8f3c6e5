"""Signals at which the program saves and gives the terminal back."""

import signal

ENDING_SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""Windows lacks the second."""
