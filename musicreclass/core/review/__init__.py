"""What a review is made of: decisions, states, the order of lists, the language of the search."""
