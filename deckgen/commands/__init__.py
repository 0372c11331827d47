"""One module a command; each holds a click command named `command`, its options, one call and the lines it prints."""
