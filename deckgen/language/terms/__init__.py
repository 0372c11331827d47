"""What a term is, how a question names it, and every way a note explains one."""
