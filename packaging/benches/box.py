"""The classifier in the box: train it, measure it honestly, and put it into the program.

The recipe lies in packaging/box_classifier.
"""

from box_classifier.recipe import main

if __name__ == "__main__":
    main()
