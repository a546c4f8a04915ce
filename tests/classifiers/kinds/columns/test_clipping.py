"""Whatever a column holds, it counts no more than what training has seen of it."""

import numpy as np
import pytest

from musicreclass.classifiers.kinds.columns.linear import LinearConfig
from tests.classifiers.bundles import FEATURES, JOINT, MLP, RBF, features, mel, network

LINEAR = LinearConfig(FEATURES, FEATURES.columns[3:40])


@pytest.mark.parametrize("config", [MLP, RBF, JOINT, LINEAR], ids=lambda config: config.kind.name)
@pytest.mark.parametrize("sign", [-1.0, 1.0])
def test_what_lies_beyond_all_that_was_learned_from_counts_as_its_edge(config, sign):
    made = network(config)
    picture = None if config.mel is None else mel(312)

    def answer(value):
        row = features(1)[0]
        row[5] = sign * value
        return made.answer(row, picture).log_probs

    np.testing.assert_array_equal(answer(1e4), answer(1e9))
