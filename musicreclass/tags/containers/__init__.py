"""What is special to each container: how its tags are read, and a genre written into them."""
