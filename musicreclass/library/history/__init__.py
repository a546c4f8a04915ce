"""What the history keeps: for how long, and each batch's old bytes in a file of its own."""
