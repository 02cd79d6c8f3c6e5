"""Several people on one pair: verdicts, the panel of their notebooks, agreement, one adjudicated notebook."""
