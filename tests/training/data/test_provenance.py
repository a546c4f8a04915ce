from musicreclass.training.data.provenance import TrainingProvenance


def test_files_are_known_by_their_sound_whatever_they_are_called():
    heard = TrainingProvenance.of(["0123456789abcdef", "fedcba9876543210", ""])

    assert heard.count({"/a/new name.mp3": "0123456789abcdef", "/a/b.mp3": "77"}) == 1
    assert heard.count({"/nameless.mp3": ""}) == 0


def test_tracks_of_a_collection_without_sound_are_known_by_name():
    heard = TrainingProvenance.of([], ["blues.00001", "rock.00002"])

    assert heard.count({"/genres/blues/blues.00001.wav": "77", "/blues.00003.wav": "78"}) == 1


def test_a_bundle_keeps_it_and_gives_it_back():
    heard = TrainingProvenance.of(["0123456789abcdef"], ["blues.00001"])

    assert TrainingProvenance.from_training({"heard": heard.to_plain()}) == heard


def test_a_bundle_that_says_nothing_is_not_taken_for_one_that_heard_nothing():
    assert TrainingProvenance.from_training({"tracks": 3}) is None
    assert TrainingProvenance.from_training({"heard": "all of it"}) is None
