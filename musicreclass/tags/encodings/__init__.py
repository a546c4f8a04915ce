"""Old national encodings of text, which nobody has labelled, told apart."""
