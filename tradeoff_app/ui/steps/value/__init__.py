"""Value: who is affected, and what a change is worth."""
