"""Leads, labels and enumerations, and the questions that their members answer."""
