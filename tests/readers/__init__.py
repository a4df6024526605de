"""What files hold and what is made of them."""
