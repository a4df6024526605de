"""Any number explained: its formula with the actual values, what it was counted from, what it rests on."""
