"""The steps of the rail, driven as a person drives them."""
