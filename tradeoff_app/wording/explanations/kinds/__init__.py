"""How each kind of quantity is explained: one file per kind, a line for each in the catalogue beside this folder."""
