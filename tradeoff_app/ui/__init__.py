"""The window: it shows what follows and hands decisions to the document; it computes no statistics."""
