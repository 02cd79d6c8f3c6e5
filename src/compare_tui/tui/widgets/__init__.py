"""The parts of the reading screen; each paints rows of parts and knows nothing of the others."""
