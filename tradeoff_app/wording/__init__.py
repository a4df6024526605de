"""Numbers to sentences that say what the numbers say and no more, in several languages."""
