import io

import av
import numpy as np

from musicreclass.pipeline.insights.canvas import HEAT, PANEL, TEXT, Canvas, coloured


def decoded(png):
    """Return what another program sees in a PNG file."""
    with av.open(io.BytesIO(png), format="png_pipe") as file:
        return next(file.decode(video=0)).to_ndarray(format="rgb24")


def test_what_is_drawn_is_what_others_see():
    canvas = Canvas(60, 40)
    canvas.box(10, 5, 20, 10, PANEL)
    canvas.text(2, 20, "Jazz")
    canvas.paste(50, 30, np.full((20, 20, 3), 7, np.uint8))

    seen = decoded(canvas.png())

    np.testing.assert_array_equal(seen, canvas.pixels)
    assert tuple(seen[10, 15]) == PANEL
    assert (seen[20:34] == TEXT).all(axis=-1).any()
    assert tuple(seen[39, 59]) == (7, 7, 7)


def test_what_lies_outside_is_cut_off():
    canvas = Canvas(20, 10)

    canvas.box(15, 5, 100, 100, PANEL)
    canvas.text(0, 2, "A very long title")

    assert canvas.pixels.shape == (10, 20, 3)


def test_values_become_colours_from_one_end_to_the_other():
    colours = coloured(np.array([-99.0, -80.0, 0.0, 5.0]), -80.0, 0.0, HEAT)

    assert tuple(colours[0]) == tuple(colours[1]) == HEAT[0]
    assert tuple(colours[2]) == tuple(colours[3]) == HEAT[-1]
