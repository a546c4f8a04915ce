import pytest

from musicreclass.core.decision import ReviewState
from musicreclass.core.ensemble.prediction import SuggestionLine, Verdict
from musicreclass.core.review.query import parse
from tests.core.review_lines import JAZZ, POP, decided, line

SONGS = [
    line(
        1,
        "青花瓷",
        artist="周杰倫",
        album="我很忙",
        genre="Pop",
        name="青花瓷.mp3",
        location="/music/周杰倫/青花瓷.mp3",
        format="MP3",
        suggestion=POP,
        decision=decided(ReviewState.ACCEPTED, "Pop"),
    ),
    line(
        2,
        "Love Song (Live)",
        artist="The Cure",
        name="love.flac",
        location="/music/The Cure/love.flac",
        format="FLAC",
        suggestion=JAZZ,
    ),
    line(
        3,
        "",
        artist="Joram",
        genre="Drum & Bass",
        name="3-59 solipsism",
        location=b"/music/\xff/3-59 solipsism.ogg",
        format="Ogg Vorbis",
        suggestion=SuggestionLine("Drum & Bass", 0.8, Verdict.DIFFER),
        decision=decided(ReviewState.SKIPPED),
    ),
    line(4, "A song in love", genre="Jazz", name="a.mp3", location="/a.mp3", format="MP3"),
]
TAGS = {1: ("mellow", "female-voice", "80s"), 2: ("house", "party", "gongs"), 3: None, 4: ()}
SOUNDING = [song._replace(sound_tags=TAGS[song.id]) for song in SONGS]


def found(text, **options):
    query = parse(text, **options)
    return [song.id for song in SONGS if query.matches(song)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [1, 2, 3, 4]),
        ("  ", [1, 2, 3, 4]),
        ("LOVE song", [2, 4]),
        ('"love song"', [2]),
        ('"love song', [2]),
        ("“love song”", [2]),
        ("周杰", [1]),
        ("周杰倫　青花", [1]),
        ("love -live", [4]),
        ('song -"love song"', [4]),
        ("3-59", [3]),
        ("cure - love", [2]),
        ("-", [1, 2, 3, 4]),
        ("artist:cure", [2]),
        ("artist:周杰倫 title:青", [1]),
        ("artist：“周杰倫”", [1]),
        ("ARTIST:Cure", [2]),
        ('artist:"the cure"', [2]),
        ("-artist:cure love", [4]),
        ("album:很忙", [1]),
        ("title:solipsism", [3]),
        ("genre:pop", [1]),
        ("genre:jazz", [2]),
        ('genre:"drum & bass"', [3]),
        ('genre:""', [4]),
        ('-genre:""', [1, 2, 3]),
        ("infile:pop", [1]),
        ("infile:jazz", [4]),
        ('infile:""', [2]),
        ("suggested:jazz", [2]),
        ('suggested:""', [4]),
        ("path:周杰倫", [1]),
        ("path:solipsism.ogg", [3]),
        ('path:"the cure/"', [2]),
        ("format:mp3", [1, 4]),
        ("state:accepted", [1]),
        ("state:sugg", [2]),
        ("state:NEW", [4]),
        ("-state:new -state:skipped", [1, 2]),
        ("verdict:differ", [3]),
        ('verdict:"not sure"', [2]),
        ("verdict:not-sure", [2]),
        ("verdict:sure", [1]),
        ("-verdict:sure", [2, 3, 4]),
    ],
)
def test_a_search_finds_what_it_asks_for(text, expected):
    assert found(text) == expected
    assert parse(text).remark == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("confidence:>0.8", [1]),
        ("confidence:>=0.8", [1, 3]),
        ("confidence:≥80%", [1, 3]),
        ("confidence:>80%", [1]),
        ("confidence:>80", [1]),
        ("confidence：＞８０％", [1]),
        ("confidence:>0,8", [1]),
        ("confidence:<0.8", [2]),
        ("confidence:<=0.8", [2, 3]),
        ("confidence:<.8", [2]),
        ("confidence:0.38..0.8", [2, 3]),
        ("confidence:38..80%", [2, 3]),
        ("confidence:0.5..", [1, 3]),
        ("confidence:..50%", [2]),
        ("confidence:91%", [1]),
        ("confidence:=0.8", [3]),
        ("-confidence:>0.5", [2, 4]),
    ],
)
def test_confidences_are_compared(text, expected):
    assert found(text) == expected
    assert parse(text).remark == ""


@pytest.mark.parametrize(
    "text", ["artist:", "confidence:", "confidence:>", "state:", "verdict:", '"', "-artist:", '-"']
)
def test_what_is_still_being_typed_asks_for_nothing(text):
    assert found(text) == [1, 2, 3, 4]
    assert parse(text).remark == ""


@pytest.mark.parametrize(
    ("text", "word", "sentence"),
    [
        ("re:zero", "re:zero", "There is nothing called re: to search by; there is artist:"),
        ('mood:"so sad"', "mood:so sad", "There is nothing called mood:"),
        ("state:done", "state:done", "There is no state done; there is new, suggested,"),
        ("state:5", "state:5", "There is no state 5"),
        ("verdict:maybe", "verdict:maybe", "There is no verdict maybe; there is sure, not sure"),
        ("confidence:high", "confidence:high", "confidence:high is no confidence; write >0.8"),
        ("confidence:>0.8.1", "confidence:>0.8.1", "is no confidence"),
    ],
)
def test_what_makes_no_sense_is_said_and_looked_for_as_words(text, word, sentence):
    query = parse(f"song {text}")

    assert query.words == ("song", word)
    assert sentence in query.remark


def test_everything_that_makes_no_sense_is_named():
    remark = parse("mood:sad tempo:fast").remark

    assert "mood:" in remark
    assert "tempo:" in remark


def test_a_genre_is_found_by_its_name_in_another_language():
    assert found("suggested:流行", canonical={"流行": "Pop"}.get) == [1]


def test_equal_searches_are_equal():
    assert parse('artist:a "b c" confidence:>0.5') == parse('artist:a  "b  c" confidence:>50%')


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tag:mellow", [1]),
        ("tag:柔和", [1]),
        ("tag:House", [2]),
        ("-tag:house", [1, 3, 4]),
        ("tag:mel", [1]),
        ('tag:"female voice"', [1]),
        ("voice:female", [1]),
        ("voice：女聲", [1]),
        ("voice:none", []),
        ("era:80s", [1]),
        ('era:"80 年代"', [1]),
        ("tag:80s", [1]),
        ("-era:80s tag:party", [2]),
        ("tag:GONGS", [2]),
        ("tag:", [1, 2, 3, 4]),
    ],
)
def test_sound_tags_are_searched_by_any_of_their_names(text, expected):
    query = parse(text)

    assert [song.id for song in SOUNDING if query.matches(song)] == expected
    assert query.remarks == ()


def test_an_era_or_voice_that_there_is_not_is_said_to_be_none():
    assert "There is no era loud; there is 60s, 70s" in parse("era:loud").remark
    assert "There is no voice 80s" in parse("voice:80s").remark


@pytest.mark.parametrize(("text", "asks"), [("tag:sad", True), ("-era:80s", True), ("sad", False)])
def test_a_query_knows_whether_tags_that_come_matter(text, asks):
    assert parse(text).asks_for_tags is asks


def test_a_search_speaks_of_what_the_row_shows():
    """Suggested Classical, decided Pop and taken back: the row shows what it is suggested."""
    classical = SuggestionLine("Classical", 0.99, Verdict.SURE, (), (("Pop", 0.006),), 1)
    song = line(1, suggestion=classical, decision=decided(ReviewState.CHANGED, "Pop"))
    back = song._replace(decision=decided(ReviewState.UNDONE, "Pop"))

    assert parse("genre:pop confidence:<2%").matches(song)
    assert not parse("genre:classical").matches(song)
    assert parse("genre:classical confidence:>95%").matches(back)
    assert not parse("genre:pop").matches(back)


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("length:>5:00", False),
        ("length:>3:00", True),
        ("length:<=4:00", True),
        ("length:3:00..4:30", True),
        ("length:..239", True),
        ("length:239", True),
        ("length:4m", False),
        ("year:1990..1999", False),
        ("year:2007", True),
        ("year:>2006", True),
        ("year:200", True),
        ("folder:musics_tbc", True),
        ("folder:青花瓷", False),
        ("file:青花", True),
        ("is:guessed", True),
        ("is:missing", False),
        ("-is:missing", True),
        ("nothing | 周杰倫", True),
        ("nothing OR genre:pop", False),
        ("周杰倫 nothing | 夜曲", False),
        ("nothing | -live", True),
    ],
)
def test_lengths_years_folders_files_and_alternatives(text, is_found):
    track = line(
        title="青花瓷",
        artist="周杰倫",
        seconds=239.4,
        year="2007-11-02",
        name="01 青花瓷.mp3",
        location="/music/Musics_TBC/01 青花瓷.mp3",
        guessed="title artist",
    )

    assert parse(text).matches(track) is is_found
    assert parse(text).remarks == ()


@pytest.mark.parametrize("text", ["length:long", "year:x", "year:19a..2000", "is:blue"])
def test_lengths_and_years_that_make_no_sense_are_explained(text):
    assert len(parse(text).remarks) == 1


@pytest.mark.parametrize("text", ["a |", "| a", "length:", "length:>", "year:.."])
def test_half_of_an_alternative_or_a_limit_is_nothing_yet(text):
    assert parse(text).conditions == ()


def test_an_alternative_of_tags_waits_for_tags():
    assert parse("x | tag:mellow").asks_for_tags
