from musicreclass.training.data.provenance import TrainingProvenance


def test_files_are_known_by_their_sound_whatever_they_are_called():
    provenance = TrainingProvenance.of(["0123456789abcdef", "fedcba9876543210", ""])

    assert provenance.count({"/a/new name.mp3": "0123456789abcdef", "/a/b.mp3": "77"}) == 1
    assert provenance.count({"/nameless.mp3": ""}) == 0


def test_tracks_of_a_collection_without_sound_are_known_by_name():
    provenance = TrainingProvenance.of([], ["blues.00001", "rock.00002"])

    assert provenance.count({"/genres/blues/blues.00001.wav": "77", "/blues.00003.wav": "78"}) == 1


def test_a_bundle_keeps_it_and_gives_it_back():
    provenance = TrainingProvenance.of(["0123456789abcdef"], ["blues.00001"])

    assert TrainingProvenance.from_training({"heard": provenance.to_plain()}) == provenance


def test_a_bundle_that_says_nothing_is_not_taken_for_one_that_was_trained_on_nothing():
    assert TrainingProvenance.from_training({"tracks": 3}) is None
    assert TrainingProvenance.from_training({"heard": "all of it"}) is None
