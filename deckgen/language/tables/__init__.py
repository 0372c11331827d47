"""Headers, metrics and formulas."""
