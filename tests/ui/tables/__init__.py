"""Tables and the fields in them."""
