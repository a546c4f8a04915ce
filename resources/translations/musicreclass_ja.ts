<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja">
<context>
    <name>AboutPage</name>
    <message>
        <source>Looking through what is installed…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposes genres for your music, and writes those that you accept. Free software under the GNU General Public License, version 3 or later.
The encoder that listens is musicnn by Jordi Pons, © Music Technology Group, Universitat Pompeu Fabra, ISC licence; it was trained on the Million Song Dataset and on MagnaTagATune.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions and folders, as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is made of, and the licences of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The package brings no text of its licence along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not said</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AdaptationService</name>
    <message>
        <source>{number} suggestions are others now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} suggestions changed by what you decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} suggestions are as they were before you decided</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AllKeysPage</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those of a letter work while the table of tracks has the keyboard. Settings › Keys lets you choose others.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnalysisPage</name>
    <message>
        <source>Listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The classifier in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the classifier was taught</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part of each track that is measured. Its confidence was measured with what the classifier was taught; with another part it is worth less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More takes longer. Below ten seconds suggestions become worse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as many as it was taught</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples all over the track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of three seconds each, for the encoder. More are a little surer on music that changes, and take longer; beyond eight little is won.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen to all again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The three above count for tracks that are heard from now on; this hears the others again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thorough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced hears three seconds of a track, and all that is usual where that leaves doubt: in hardly more than half the time, and right as often. Fast hears a little more there: several times as fast, and right a little less often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>balanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as many as suit this computer ({number})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many files are read and heard at a time. Fewer leave more of the computer to others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow links to other folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symbolic links below a folder of music are gone into.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn from what I decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestions follow your decisions. Without it, the classifiers alone count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Company of tracks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>albums count, or else artists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>artists count, or else albums</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each track for itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What other tracks of an album or artist sound like counts for each of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tagger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file made by training on MagnaTagATune, which says more of what tracks sound like. Without one, the encoder alone does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a tagger…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a tagger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taggers (*.pth)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was taught whole tracks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was taught the first {seconds} seconds of tracks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was taught {seconds} seconds from the middle of tracks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hears {number} samples of {seconds} seconds all over a track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes exactly that, and nothing else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen to all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget all suggestions, and listen to all tracks again?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you decided stays. It takes as long as the first time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the size that is usual on this system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of spectrograms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All but the first go from dark to light evenly, also in print.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes when the window opens next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Background</name>
    <message>
        <source>What it was trained on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Batches</name>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From → to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓✓ {number} written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↺ {number} taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ {number} refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= {number} unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ {number} moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ {number} copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ {number} linked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>into {folder}: {genres}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too old to be taken back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>Accept all from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least confidence to accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepts what is as sure as this or surer, of what is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write {number}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at each change, then write (Ctrl+Enter).
Accepted in: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is accepted here that is not written yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {share} right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known how many are right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} are expected to be right: between {low} and {high}, 9 times of 10.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figure comes from {tracks} tracks that the classifiers were tried on and from {own} decisions of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of {tagged} files that name a genre, {share} name the one that is suggested.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CachePage</name>
    <message>
        <source>Cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was measured of your music is kept, so that nothing has to be heard twice. Losing it costs time only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was unused for longest goes first. A track takes about a megabyte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is kept stays where it is when another folder is chosen; clear it first where it is not wanted any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away all that was measured?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestions and decisions stay. What is wanted again is heard again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangeView</name>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangedTable</name>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Artist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>{number} written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} sorted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} left as they were</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} have a finer genre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} have it among others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} say the same in other words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} have it already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} have some genre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} have enough genres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} say so already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay as they are: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} files lose what their new version of tags has no place for: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>will change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sorted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first tag: {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot go along: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other kind of tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that get another genre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that cannot be written safely; the remarks say why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that you left out, or that came after a stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files whose tag becomes another version, such as ID3v2.4; a first tag is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that say so already, or that the rules leave alone; the remarks say why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} lie there already</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckPanel</name>
    <message>
        <source>Those that I said are right: {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoiceBar</name>
    <message>
        <source>as each file has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID3 version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several genres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the time of modification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Players and backups that go by it notice no change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also files with several names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file may lie in several folders at once, under several names (hard links).
Written to, this one becomes a file of its own; the other names keep the genre as it is. Otherwise such files are refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added styles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes what a track sounds like behind its genre: Rock, Indie Rock. A style must stand out, and have the score beside it at least.
Scores rank tracks; they are no chances of being right, and lower ones are wrong more often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score that a style has at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from a score of</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChooseView</name>
    <message>
        <source>Merge selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives all selected folders the genre of the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes a table of folders and genres from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps this table of folders and genres in a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking through the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genres: {genres} · Tracks: {tracks} · {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use known names ({number})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a table of genres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the table of genres</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassifierChoice</name>
    <message>
        <source>{name} suggests from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} suggests from now on. It has not listened to {tracks} yet; “Listen again” does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The classifier in the box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassifierDetail</name>
    <message>
        <source>Training report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the report on its training again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures of each genre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card of the classifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ It cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How good it is, and where it comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How each genre fares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was taken for what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much each member counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that was measured, in full</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassifierNotice</name>
    <message>
        <source>Trouble with the classifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassifierTable</name>
    <message>
        <source>✓ In use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which one suggests genres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On how many of 100 tracks it names the right genre. Figures that were measured on different music cannot be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ cannot be used: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassifierWords</name>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>came with the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained, not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{clips} clips of {parts} collections left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test part of a known split, {tracks}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tracks} of its own music, artists kept apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by its own training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has measured how often it is right, so that nothing it says is called sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right on so many of {clips} clips from anywhere. Each of the {parts} collections was left out whole: answered by classifiers that had learned from the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right on so many of {tracks} in the test part of a split that others use, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right on so many of {tracks} of the music that it was trained on, in {parts} folds: each answered by classifiers that knew neither it nor anything else by its artist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As its file says; how that was measured it does not say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part}, {seconds} s of a track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listens to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Began with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file does not say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence of the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoder cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence of the encoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The classifier in the box knows {number} broad genres: {genres}. For finer ones, or your own, train one on your folders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what you decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{groups} artists or albums</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassifiersPage</name>
    <message>
        <source>Classifiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‹ Classifiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trouble with the classifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have no classifier of your own yet. Train one on a folder of genre folders, or drop a file here: one of this program, msd_model.pth, or a CNN checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare on the library…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as ONNX…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags of how music sounds come from the encoder; there is no other tagger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags of how music sounds come from the encoder and from {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets it suggest from now on; what it has not listened to yet, it can later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets the classifier suggest that came with the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets the one in use listen to all that it has not listened to yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists which suggestions would be others with another classifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More ▾</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export, rename, remove, show the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A classifier of this program, msd_model.pth, or a CNN checkpoint (*.pth)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large networks that others trained, from folders or a hub, to train with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoders…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train one…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a tagger…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tagger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassifiersService</name>
    <message>
        <source>Taken over: {names}. “Use” lets one suggest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a classifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the classifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder for the ONNX files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported to {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is it called from now on?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{old}” is called “{new}” now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the classifier “{name}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is in use; the one in the box suggests then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is there again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It listens; the strip below says how far it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a tagger</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Colours</name>
    <message>
        <source>Magma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inferno</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cividis, also for colour-blind eyes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>Compared from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracks that would get another genre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracks of each genre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‹ Classifiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap the two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, with these weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {compared} suggestions would be another genre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sure of {before} now, of {after} then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tracks} only {name} has listened to; they are not compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let {name} listen to them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {number} surest are listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no track that both have listened to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose two different classifiers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {number} in Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all in Review</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConcernList</name>
    <message>
        <source>What to mind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be learned yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folders look good.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Concerns</name>
    <message>
        <source>Few tracks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One artist or album only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One artist or album dominates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many genres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not where they were</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies in several genres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contradictions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConditionBar</name>
    <message>
        <source>What is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only tracks that are like this, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep these conditions in the sidebar, under a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {tracks}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group by: {what} ▾</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>artist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold all groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfold all groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer ask for this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the filter {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfidencePage</name>
    <message>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Accept all from” begins with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bar below the table begins with this, and says how many of those tracks are about right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A confidence of 80 % means: of 100 tracks that say so, about 80 are right. It is measured on music that the classifier did not learn from, and on what you decide; on music unlike all that, it promises less.

“Sure” is more than a high confidence. A suggestion is sure where one genre alone is possible, it is likelier than all others together, enough of the track was heard, no classifier contradicts it, and the music is not unlike all that is known. So 77 % can be “not sure”, where a second genre is possible, and 63 % can be sure. None of this is a promise for a single track: some that are sure are wrong.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Confidences</name>
    <message>
        <source>Confidences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never sure below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>possible from here on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not possible below</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Confusion</name>
    <message>
        <source>{number} of {total} {genre} were taken for {answer}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfusionPanel</name>
    <message>
        <source>Down: the genre. Across: what its tracks were taken for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{genre}, taken for {answer}: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>Cover</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Curves</name>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory over seconds, MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss on tracks held out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right on tracks held out, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss on what is taught</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right on what is taught, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bright: what is trained now; pale: what was before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves appear as soon as the first network is trained.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DamageDialog</name>
    <message>
        <source>The library cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup takes the library&apos;s place. The damaged file is kept beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a new library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The damaged file is kept beside it, under a name with today&apos;s date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your music is untouched. What you decided since the backup, and taking back what was written since, would be lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your music is untouched. There is no backup in {folder}. A new library finds your music again; decisions that are not written into files yet would be lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups, the latest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} decisions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>Nothing is suggested for this track yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tracks} decided; Z takes all of it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} were left as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written since, and left as they are: {tracks}; History takes writing back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided on since, and left as they are: {tracks}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was decided there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided again: {tracks}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decisions on {tracks} are cleared; Z brings them back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back: the decisions on {tracks}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecisionDialog</name>
    <message>
        <source>Decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the tracks that this was about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was decided yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tracks get back what was decided before; those that you decided on since, or wrote, are left as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This took something back; Z takes back what was decided last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is taken back already</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecisionTable</name>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cleared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in bulk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one by one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↺ taken back; Shift+Z decides it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↺ taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↺ taken back on {some} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>Most alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a track to see and hear it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No classifier has heard this track yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genre in file: {genre}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The track in hand</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Drop a folder of music here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It listens on this computer; nothing is sent anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each track is listened to and gets one of {number} broad genres, or the words “not sure”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You look through the suggestions: accept, choose another, or skip, with a key each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your files stay as they are until you press Write, and all can be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EncoderDialog</name>
    <message>
        <source>Encoders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoders are large networks that others trained on much music. A classifier of your own can learn from what one says of your tracks; in a terminal: musicreclass train FOLDER --encoder NAME. Nothing is downloaded unless you ask for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the files of AST, CLAP, OpenJMLA or ONNX; they stay where they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says how large it is and under which licence, before anything is fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder of your own stays as it is; a download is deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EncoderService</name>
    <message>
        <source>Looking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder with the files of an encoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking into the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download an encoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which one? A short name, or owner/name as the hub has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download {name}? {size}. Licence: {licence}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the encoder “{name}”? Classifiers that need it cannot be used then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is removed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EncoderTable</name>
    <message>
        <source>✕ cannot be used: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s at {rate} Hz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>downloaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportService</name>
    <message>
        <source>Exporting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export {tracks}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table, also for Excel (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playlists by genre go into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tracks} exported to {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} playlists with {tracks} are in {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tracks} have no sure genre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} have names that no playlist can hold</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>Which files are shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterMenu</name>
    <message>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sounds like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No genre in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title or artist from the file&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing known</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Filtering</name>
    <message>
        <source>Chosen in Insights: {tracks}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genre: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search: {text}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FittedHeader</name>
    <message>
        <source>As they suit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderMessage</name>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file manager opened the folder. It is:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderTable</name>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Artists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Albums</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{genre} is the known name nearest to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double-click to change; folders of one genre are merged.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderView</name>
    <message>
        <source>Folders and genres</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderWatch</name>
    <message>
        <source>{folder} is on a network drive: changes there are looked for every {minutes} min.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system watches no more folders (fs.inotify.max_user_watches): changes in {folder} are looked for every {minutes} min.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In your folders: {changes}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoundMenu</name>
    <message>
        <source>Play, or pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{genre}” is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let them be checked again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do ▾</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play, set the genre, move, or say that it is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set genre to {genre}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set another genre…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {tracks} to the folder of {genre}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoundService</name>
    <message>
        <source>{tracks} decided: {genre}. “Write” in Review puts it into the files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} are not in the library: add their folder, or move them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{files} moved to the folder of {genre}; History takes that back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tracks} will not be called suspicious again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tracks} may be called suspicious again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are not in the library; add their folder first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoundTracks</name>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Artist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lies in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sounds like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoundView</name>
    <message>
        <source>Tracks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GenreDialog</name>
    <message>
        <source>Set genre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which genre is right for {tracks}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several genres are parted by semicolons.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GenreEditor</name>
    <message>
        <source>Genre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jazz; Blues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✱ new genre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known until now: {genres}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GenreFigures</name>
    <message>
        <source>Tracks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of it were tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of its tracks are recognised (recall)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right when said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many tracks taken for it are of it (precision)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The harmonic mean of both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genre</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GenreForm</name>
    <message>
        <source>Choose a genre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name in {language}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other spellings, parted by semicolons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files and folders that say one of these are of this genre, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May be suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this genre of yours out of the vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let this genre be another name of one that you choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show tracks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for this genre in Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New genre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files call a genre so; the vocabulary does not know it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: a family of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts as it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{genre} ✕</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part {genre} again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it stand for itself again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GenrePanel</name>
    <message>
        <source>Figures of each genre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard to tell apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: each two genres are told apart well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the tracks of both, with no other answer allowed; a coin is right on 50 %.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GenreSounds</name>
    <message>
        <source>The mean spectrogram of each genre&apos;s tracks, each relative to its loudest point; low sounds lie below, time goes to the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what differs from all genres together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red is louder than in all together, blue is softer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean spectrograms of the genres</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GenreTree</name>
    <message>
        <source>Genres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracks whose file names this genre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracks that you gave this genre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracks that this genre is suggested for, and nothing decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{own} of this very genre, {whole} with all below it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only in your files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are not in the vocabulary; add them, or let them count as one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GenresPage</name>
    <message>
        <source>Find a genre in any language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a genre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New genre…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back what was last done to the vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules for writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The genre that is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several genres</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GenresService</name>
    <message>
        <source>Added: {genre}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed: {genre}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed: {genre}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{genre} may be suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{genre} is hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{genre} counts as {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{genre} stands for itself again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is a name of {genre} already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⊘ not suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is never suggested; the next candidate is, where there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is never suggested: what speaks for it counts for {genre}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which genre does {genre} count as?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{genre} is not in the vocabulary; add it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They hold for what is suggested and accepted, here and in Write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most of your files name genres in this language: {language}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroupDeciding</name>
    <message>
        <source>Nothing is suggested for these tracks yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of these are decided; unfold the group to change one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{decided} decided; decided before, and left so: {left}. Z: back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Groups</name>
    <message>
        <source>{folder} (no album)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No artist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{genre} · {number} of {tracks}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{decided} of {tracks} decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A or 1 to 5 decides for all its tracks that nobody has decided on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>from the file&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mono</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stereo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no tags</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeaderKeys</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{column}: Enter sorts, Down chooses columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Take back from a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a library that was damaged, restored or lost: each batch has a file too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of batches (*{suffix})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore only the genre…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For files that were changed by others since: writes the old genre, no more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back {number} selected…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back all {number}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put {files} back where they were?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies and links that were made are removed. Files that were changed since are left where they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the old genre into {files}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back what was written into {files}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written yet. What you write can be taken back here, days later and byte for byte; so can files that were sorted into folders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All else that was changed in them since stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They get back every byte that they had. Files that were changed since are left as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryService</name>
    <message>
        <source>The file is damaged: what else it held is not known, and was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistorySettingsPage</name>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can be taken back for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So long at least the bytes are kept that files had before they were written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And longer in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is older and does not fit is forgotten at the next start, but for the last ten batches. A written genre takes a few hundred bytes as a rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any room</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Insights</name>
    <message>
        <source>genres in files: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} without a genre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} heard, {share} of them with a sure genre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files name fewer than two genres: nothing to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest genre has {ratio} times as many tracks as the smallest; together they are as varied as {number} genres of one size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A classifier trained on them would favour {genre}: add to genres with fewer than {wanted} tracks, or merge them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who always says {genre} is right on {share}: look at balanced accuracy, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer than {least} tracks: {genres}. They are hardly learned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} – together</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InsightsPage</name>
    <message>
        <source>Save figures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All figures as JSON, for other programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These spectrograms as one PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How genres sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probably mislabelled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InsightsService</name>
    <message>
        <source>The library is empty. Add a folder of music first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working it out… {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to compare yet: no genre has enough tracks that were heard and are still in the cache. Listen to the library first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No track surely sounds like another genre than its file says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file names a genre that the classifiers know: nothing to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The classifier in use has heard no track yet. Let it listen to all folders first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No track was heard yet. Once some were, you find them here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such track.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look into the sound settings of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobStrip</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on where it was stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobsPage</name>
    <message>
        <source>The usual jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review a folder of unsorted music</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the genres of thousands of files safely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a classifier of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{accept} accepts what is suggested, 1 to 5 take another candidate, {edit} lets you type a genre, {skip} skips, {undo} takes back. The next row comes by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at a row: its genre, how sure that is, and on the right why. {play} plays it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the folder onto the window, or press Ctrl+O. Its files are read, then heard; nothing is changed in them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “To review” on the left: the tracks that help most come first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Accept all from 90 %” decides what is that sure at once, and says beforehand how many of those tracks are about right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter shows every change before anything is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide first: search or choose on the left, Ctrl+A selects all that is shown, and {edit} sets one genre for all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Ctrl+Enter. The list has each file with its genre before and after. What cannot be written safely is refused, with the reason and what to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings › Writing has the version of tags, and how several genres are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write. Only the genre&apos;s bytes change; the sound and all other tags stay as they are, also where the power fails. You can stop at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History has every batch: take it back, all of it or some files, and they get the bytes again that they had. Settings › History says for how long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort some music into folders that are named after genres. Twenty tracks of each by several artists are a start; more artists are better than more tracks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train shows what is in these folders and what to mind: too few tracks, copies, a genre by one artist only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose how thorough it is to be; how long that takes is said beforehand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report says how often it is right on artists that it never heard, and which tracks probably lie in the wrong folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Use it” lets it suggest from now on, “Listen again” lets it hear the library. The classifier that came with the program stays, and can be used again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeepBar</name>
    <message>
        <source> days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days for which writing can be taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room for what can be taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can be taken back for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and longer in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is older and does not fit is forgotten at the next start, but for the last ten batches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old bytes also lie in {folder}, one file a batch; musicreclass undo --from FILE takes one back without the library.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeptPage</name>
    <message>
        <source>Where things are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decisions, suggestions, and what can be taken back; worth a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classifiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>those of your own, each in a file that can be given away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text file; what is damaged in it is put aside and said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what was measured of the music; losing it costs time only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the program noted, for whoever looks into a fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your music stays where it is. Nothing is sent anywhere: the program works without a network.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyButton</name>
    <message>
        <source>press a key…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those without Ctrl work while the table has the keyboard. Settings › Keys lets you choose others.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>go to the next or the previous track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take this candidate instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type the genre, or several parted by semicolons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skip: leave the track as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take back the last decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write what is accepted into the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>play or pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go to the next track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go to the previous track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accept the genre that the row shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clear what was decided of the selected tracks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decide again what was taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go to the first or the last track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>five seconds back or on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on a group: for all its undecided tracks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on a group: fold or unfold it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list what was decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(a double click on the genre types it, too)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>select all that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy the selected rows as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turn to a page: Review, Train, Insights …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add a folder of music</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look at all folders again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>listen to what was not heard yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show these keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These work while the table of tracks has the keyboard. Click one and press another key to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key has another use in the window; choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} is taken already: {action}. Change that one first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryMender</name>
    <message>
        <source>No program is there to show folders. It is {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryMoving</name>
    <message>
        <source>Move the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the library to {folder}, and start the program again?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is going on is stopped, and goes on then. The old file stays, renamed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library is copied and compared…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library is now {file}. It was named at the start: name it so there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library is now {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library stays where it is: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library stays where it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library remembers your folders, what was suggested, all that you decided, and what files were before they were written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving copies it, compares the copy, and starts the program again with it. Network drives are refused: they can damage it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what changes in the folders by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New, changed, moved and vanished files appear without a scan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a backup of the library every day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before a new version changes it, one is made in any case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups take at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The oldest go first; the two latest always stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backed up: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the library</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListMenu</name>
    <message>
        <source>Tracks that are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort files into folders…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export a table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export playlists by genre…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>Nothing was noted that is to be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what contains…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what contains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warnings and errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay at the end while the log grows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with names of folders and files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version, system, settings and the end of the log. Nothing is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show log file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {all} entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is in the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Add a folder of music</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classifiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders, settings, help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan all folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen to all folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About musicreclass…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{files} files looked at: {new} new, {changed} changed, {missing} missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} could not be read, see Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tracks} listened to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} could not be heard, see Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ManyButton</name>
    <message>
        <source>All that is shown ▾</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the genre of all tracks shown, skip, clear, sort or export them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export playlists by genre…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set genre of {tracks}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip {tracks}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the decisions on {tracks}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort files of {tracks} into folders…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export {tracks} as a table…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapCanvas</name>
    <message>
        <source>Map of the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows go from dot to dot, Enter plays, Space chooses, plus and minus zoom, Home shows all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Suggested genre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genre in file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the colours stand for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tracks} chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What sounds alike lies close. Click a dot to play it, draw around dots to choose them; the wheel zooms, the right button moves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of {tracks}, {number} picked at random are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sure</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>{rate} tracks/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} MB/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} tracks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} h left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} files/s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MislabelTableModel</name>
    <message>
        <source>Play it, or pause</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MislabelView</name>
    <message>
        <source>Probably mislabelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those that I said are right: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tracks} of {compared} surely sound like another genre than their files say; the most suspicious come first. Where a classifier was trained on these very files it repeats what they say, and finds less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {number} in Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all in Review</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Mislabels</name>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Artist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genre in file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sounds like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MissingMenu</name>
    <message>
        <source>Locate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget {tracks}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder in which the missing files are now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} of {number} missing files are found again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgotten: {tracks}. Should the files come back, so do the decisions on them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all tracks again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No track is like that.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderBar</name>
    <message>
        <source>Advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the classifier goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classifiers (*{suffix})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The classifier goes to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrganizeDialog</name>
    <message>
        <source>Sort files into folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put every file back where it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which tracks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a folder that holds the folders of genres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder to sort into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders and names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also {albumartist}, {year}, {track}, {name} and {ext}; / begins a folder.
Letters that some system forbids become _.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symbolic links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How files get there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved tracks keep all that you decided of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove folders that are left empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the scan to end…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort {number} files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort {number} files into folders by genre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort files into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrganizeRun</name>
    <message>
        <source>Choose a folder to sort into.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left where they are: {reasons}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library watches over the folder from then on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files with several names are not written into, unless parted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tracks} not decided yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tracks} skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tracks} taken back: accept what they shall be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tracks} missing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrganizingService</name>
    <message>
        <source>Selected: {tracks}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that is shown: {tracks}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole library</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverrideDrawer</name>
    <message>
        <source>Advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For experts. Fields left empty keep the value of the preset, shown in grey.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not used</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Overrides</name>
    <message>
        <source>How long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How music is changed while it is heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rare genres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Averaged share (SWA)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of it for the trunk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masks (SpecAugment)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bands of a mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames of a mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain, dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Habits of recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chunks of a track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracks heard at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time stretch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pitch, semitones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced sampler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logit adjustment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixed precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plateau</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Genres in files and suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lengths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement of classifiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No classifier has heard these tracks yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: the same genre for {agreed} of {tracks} tracks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{genre}: {files} in files, {suggested} suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {length}: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {share}: {sure} sure, {others} not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sure needs one possible genre, at {share} or more: not confidence alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genres: above in files, below suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence: blue is sure, grey is not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often classifiers agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lengths, in minutes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PagedDialog</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PathButton</name>
    <message>
        <source>Click to open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder of {path}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>Mean spectrograms of genres</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>its sound is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This track cannot be played: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playing is off: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playing is off: there is no audio device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{library} is missing on this system; install it and start again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlayerBar</name>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume and playing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play each track as I come to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlayerPage</name>
    <message>
        <source>Player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play each track as I come to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And the next one when it has ended. The key to play pauses it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Quick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One network, taught what 518 numbers say of each track.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several classifiers that hear numbers and spectrograms, and vote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As standard, with longer lessons, copies of tracks, and several networks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How thoroughly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{preset} · about {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemMenu</name>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy path and reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name them no more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} will not be named again unless the files change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files that cannot be read are named again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressView</name>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was learned is kept, and can be gone on with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: nothing is computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping after this step…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. What was heard and learned so far is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>broken off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemovedFolders</name>
    <message>
        <source>{folder} is no longer in the library. The files are where they were, and what you decided is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>95 %: {low} – {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can say how well it does: no track could be kept apart for that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right on music that it was not taught  ·  {interval}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured on {tracks} tracks, in {folds} folds: each by classifiers that were taught neither it nor anything else by its artist or of its album.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each classifier alone: {each}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, in use until now, is right on {theirs} of {tracks} of these tracks. The new one changes that by {difference} points{interval}. {remark}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} and {second}: {verdict}, {share} right of two ({interval})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{groups} groups; tracks known by: {kept}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tracks} tracks, {share} right  {interval}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>artist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportActions</name>
    <message>
        <source>The library is listened to again; see Review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is kept in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportOverview</name>
    <message>
        <source>Is it as right as it is sure?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the line, of 100 tracks at 70 % confidence 70 are right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right, by tracks learned from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Macro-F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 is as sure as right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportPlot</name>
    <message>
        <source>confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tracks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>To check  {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies  {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ In use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installs it and lets it suggest from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggests anew for the whole library; only what is not kept is decoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most suspicious first; listen before you move any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets the classifier suggest again that did before; see also Classifiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recordings that are there twice; “=” is a copy of the one above it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was taken for what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genre by genre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it was trained on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowMenu</name>
    <message>
        <source>Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set genre…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the last decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort files into folders…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RuleBar</name>
    <message>
        <source>Genres that files have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep a finer one of the same family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write only where there is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add to them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep: a file that says Hard Rock stays as it is where Rock is accepted.
Only where there is none: no genre in a file is ever touched.
What you type for a track is written in any case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names of genres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as most of my files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For genres that were suggested; what you type stays as you typed it.
A file that says the same genre in another language is left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most so many genres in a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genres beyond that are left out, from the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of added genres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new ones first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>old ones first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many players show the first genre only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genres in files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SavedFilters</name>
    <message>
        <source>Save the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search: 周杰倫  tag:mellow  confidence:&gt;0.8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchHelp</name>
    <message>
        <source>both words, in title, artist, album or genre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just this phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without this word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also album:, title:, path: and format:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in this folder; also file:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the genre shown, in any language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the genre in the file; also suggested:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no genre in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also &gt;=80%, &lt;0.5 and 0.5..0.8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also new, suggested, changed, skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sounds so: style, mood, instrument …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also male, none, choir, and era:80s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also &lt;=90 (seconds) and 3:00..4:30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also 1984 and &gt;2000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of both; OR does the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also guessed: told by the file&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also sure, differ, unlike</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeparatorBox</name>
    <message>
        <source>as a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>joined by “; ”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>joined by “/”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>joined by own text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several genres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text between several genres</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you choose holds at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known to this version, and left as they are: {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Restore defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of this page only; everything else stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Folders and queues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All tracks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folded away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracks with a suggestion that nobody has decided on yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The genre is sure enough to be accepted in bulk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No genre stands out; have a look at the candidates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The classifiers are sure of different genres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classifiers differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… {number} more, which a search finds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfamiliar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Music of a kind that no classifier was trained on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracks with a genre that you accepted or chose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracks that you want left as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The genre that you chose is in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files are not where they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that could not be read, and why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show changes by themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from library</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SoundTags</name>
    <message>
        <source>Style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Era</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sounds like: {tags}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those that stand out most beside music at large, with their scores. Scores rank tracks; they are no chances of being right. Click a tag to search for it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SoundsLike</name>
    <message>
        <source>Sounds like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} alike</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourcesBar</name>
    <message>
        <source>Choose a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders name genres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each folder right below the chosen one is a genre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags name genres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The genre in a file counts before that of its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What I have accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracks accepted, changed or written in Review count before all else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no folder: what I have accepted, alone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StageList</name>
    <message>
        <source>Progress of this stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{classifier}, lesson {number} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the files say of themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what this training needs of each track, once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making variants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed copies of tracks, where the preset wants them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teaching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without each fold, then with all tracks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how well it does on music it was not taught</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn from what I have accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A training was not brought to its end: {what}, preset {preset}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what I have accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a folder whose folders are genres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From music sorted into folders such as Jazz, 老歌 and My Metal a classifier is made that knows these genres. Nothing in them is changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>not heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeView</name>
    <message>
        <source>Spectrogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left and right seek, plus and minus zoom, Home shows all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrackPreviews</name>
    <message>
        <source>This track cannot be shown in full ({error}); see the log.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrackTable</name>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Artist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genre in file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the file&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the file says now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will be written: the genre you decided on; until then, after a ring and in italics, what is suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How likely the genre shown beside it is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heard by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrackTableModel</name>
    <message>
        <source>State: still being read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folded away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not where it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tags are in an old encoding, shown decoded here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrackView</name>
    <message>
        <source>Tracks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>A folder whose folders are genres</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainingService</name>
    <message>
        <source>Training on {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table is kept in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Verdicts</name>
    <message>
        <source>sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>classifiers differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unfamiliar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one genre is possible, but not likely enough to be sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no genre is likely enough to be possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sure needs one possible genre; here {some} and {last} are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sure needs one possible genre; here {number} are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differ</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeightsPanel</name>
    <message>
        <source>What would change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists the tracks that would get another genre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use these weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has not listened to any track yet, so that nothing can be tried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {compared} suggestions would be another genre; sure: {before} before, {after} then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has one member alone; there is nothing to weigh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much each member counts. Confidences and promises were measured with the weights of the training; with your own, nothing is promised of what is accepted in bulk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own weights are in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As trained: {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least one member must count.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowInstance</name>
    <message>
        <source>Another window is open on this library and does not answer. What is decided in one appears in the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders given at another start cannot be handed to this window: no socket can be made.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Heard {seconds} s of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heard all of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{analyzed} in {number} segments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learned from what you decided: without that {genre} {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing but silence to hear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlike anything the classifiers have learned from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No genre reaches the {share} from which on one is possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{genre} is your own: no classifier knows it, to be sure of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too little was heard; sure needs {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {genre} is possible, but sure needs {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No genre stands out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The classifiers were tried on too few tracks to rule any genre out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sure needs one possible genre; here {genres} are possible, each at {share} or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sure needs one possible genre; here {number} are possible, each at {share} or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{some} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>similar sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>similar spectrogram</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WriteDialog</name>
    <message>
        <source>Write genres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back every byte of what was just written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the genre of {files}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>({files} left for the next time)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the scan to end…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark {number} as done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WritingPage</name>
    <message>
        <source>Writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID3 version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as each file has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID3v2.3, which old players read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID3v2.4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the tags in MP3, WAV and AIFF files. Other formats have no versions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between several genres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list, where possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty writes them as a list, as the formats want it. Some players read one text only: then “; ” or “/”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the time of modification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Players and backups that go by it notice no change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How files are written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in place where nothing moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>always as a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Either way a crash or a power cut leaves each file wholly old or wholly new. In place only the tags are written, which is many times faster; a copy of the whole file takes its place in one step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added styles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most so many of what a track sounds like are written behind its genre: Rock, Indie Rock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a score of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> of 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That a style has at least. Scores rank tracks; they are no chances of being right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules for genres</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
