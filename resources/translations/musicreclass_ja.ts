<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja">
<context>
    <name>AboutPage</name>
    <message>
        <source>Looking through what is installed…</source>
        <translation>インストールされているものを調べています…</translation>
    </message>
    <message>
        <source>About</source>
        <translation>このプログラムについて</translation>
    </message>
    <message>
        <source>Proposes genres for your music, and writes those that you accept. Free software under the GNU General Public License, version 3 or later.
The encoder that listens is musicnn by Jordi Pons, © Music Technology Group, Universitat Pompeu Fabra, ISC licence; it was trained on the Million Song Dataset and on MagnaTagATune.</source>
        <translation>音楽のジャンルを提案し、承認したものをファイルに書き込みます。GNU 一般公衆利用許諾書バージョン 3 以降に基づくフリーソフトウェアです。
音を聴くエンコーダーは Jordi Pons の musicnn（© Music Technology Group, Universitat Pompeu Fabra、ISC ライセンス）で、Million Song Dataset と MagnaTagATune で学習されています。</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>パッケージ</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Versions and folders, as text</source>
        <translation>バージョンとフォルダーをテキストとしてコピー</translation>
    </message>
    <message>
        <source>What it is made of, and the licences of it</source>
        <translation>使われているものとそのライセンス</translation>
    </message>
    <message>
        <source>The package brings no text of its licence along.</source>
        <translation>このパッケージにはライセンスの本文が付属していません。</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>記載なし</translation>
    </message>
</context>
<context>
    <name>AdaptationService</name>
    <message>
        <source>{number} suggestions are others now</source>
        <translation>{number} 件の提案が変わりました</translation>
    </message>
    <message>
        <source>{number} suggestions changed by what you decided</source>
        <translation>あなたの判断によって {number} 件の提案が変わりました</translation>
    </message>
    <message>
        <source>{number} suggestions are as they were before you decided</source>
        <translation>{number} 件の提案が判断前の状態に戻りました</translation>
    </message>
</context>
<context>
    <name>AllKeysPage</name>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Those of a letter work while the table of tracks has the keyboard. Settings › Keys lets you choose others.</source>
        <translation>文字キーは、曲の表にキーボードがあるときに使えます。「設定」›「キー」で変更できます。</translation>
    </message>
</context>
<context>
    <name>AnalysisPage</name>
    <message>
        <source>Listening</source>
        <translation>解析</translation>
    </message>
    <message>
        <source>The classifier in use</source>
        <translation>使用中の分類器</translation>
    </message>
    <message>
        <source>what the classifier was taught</source>
        <translation>分類器の学習時と同じ部分</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>冒頭</translation>
    </message>
    <message>
        <source>the middle</source>
        <translation>中間</translation>
    </message>
    <message>
        <source>the whole track</source>
        <translation>曲全体</translation>
    </message>
    <message>
        <source>Listen to</source>
        <translation>解析する部分</translation>
    </message>
    <message>
        <source>The part of each track that is measured. Its confidence was measured with what the classifier was taught; with another part it is worth less.</source>
        <translation>各曲のうち測定する部分です。信頼度は学習時と同じ部分で測られたもので、別の部分ではあてになりにくくなります。</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒数</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>More takes longer. Below ten seconds suggestions become worse.</source>
        <translation>長いほど時間がかかります。10 秒未満では提案が悪くなります。</translation>
    </message>
    <message>
        <source>as many as it was taught</source>
        <translation>学習時と同じ</translation>
    </message>
    <message>
        <source>Samples all over the track</source>
        <translation>曲全体からの抜き取り</translation>
    </message>
    <message>
        <source>Of three seconds each, for the encoder. More are a little surer on music that changes, and take longer; beyond eight little is won.</source>
        <translation>エンコーダー用に、1 回 3 秒ずつ抜き取ります。増やすと、変化のある音楽で少し確かになりますが、時間がかかります。8 回を超えてもあまり変わりません。</translation>
    </message>
    <message>
        <source>Listen to all again…</source>
        <translation>すべて解析し直す…</translation>
    </message>
    <message>
        <source>The three above count for tracks that are heard from now on; this hears the others again.</source>
        <translation>上の 3 つは今後解析する曲に効きます。このボタンで、ほかの曲も解析し直します。</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速さ</translation>
    </message>
    <message>
        <source>thorough</source>
        <translation>入念</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>高速</translation>
    </message>
    <message>
        <source>Balanced hears three seconds of a track, and all that is usual where that leaves doubt: in hardly more than half the time, and right as often. Fast hears a little more there: several times as fast, and right a little less often.</source>
        <translation>「均衡」は曲の 3 秒を聴き、迷うときだけ通常の長さを聴きます。時間は半分あまりで、正しさは変わりません。「高速」はそのとき少しだけ多く聴きます。数倍速く、正しさは少し下がります。</translation>
    </message>
    <message>
        <source>balanced</source>
        <translation>均衡</translation>
    </message>
    <message>
        <source>as many as suit this computer ({number})</source>
        <translation>このコンピューターに合わせる（{number}）</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>プロセス数</translation>
    </message>
    <message>
        <source>How many files are read and heard at a time. Fewer leave more of the computer to others.</source>
        <translation>同時に読み込んで解析するファイルの数です。少なくすると、ほかのプログラムの余裕が増えます。</translation>
    </message>
    <message>
        <source>Follow links to other folders</source>
        <translation>ほかのフォルダーへのリンクをたどる</translation>
    </message>
    <message>
        <source>Symbolic links below a folder of music are gone into.</source>
        <translation>音楽フォルダーの下にあるシンボリックリンクの先も調べます。</translation>
    </message>
    <message>
        <source>Learn from what I decide</source>
        <translation>判断から学ぶ</translation>
    </message>
    <message>
        <source>Suggestions follow your decisions. Without it, the classifiers alone count.</source>
        <translation>提案があなたの判断に応じて変わります。オフにすると、分類器だけで決まります。</translation>
    </message>
    <message>
        <source>Company of tracks</source>
        <translation>仲間の曲</translation>
    </message>
    <message>
        <source>albums count, or else artists</source>
        <translation>アルバム、なければアーティストを加味</translation>
    </message>
    <message>
        <source>artists count, or else albums</source>
        <translation>アーティスト、なければアルバムを加味</translation>
    </message>
    <message>
        <source>each track for itself</source>
        <translation>曲ごとに単独で判定</translation>
    </message>
    <message>
        <source>What other tracks of an album or artist sound like counts for each of them, and so does which genres the library has most of.</source>
        <translation>同じアルバムやアーティストのほかの曲の聞こえ方と、ライブラリに多いジャンルを、それぞれの曲に加味します。</translation>
    </message>
    <message>
        <source>Tagger</source>
        <translation>タグ付け器</translation>
    </message>
    <message>
        <source>A file made by training on MagnaTagATune, which says more of what tracks sound like. Without one, the encoder alone does.</source>
        <translation>MagnaTagATune で学習して作ったファイルで、曲の聞こえ方をより詳しく示します。なければエンコーダーだけが示します。</translation>
    </message>
    <message>
        <source>Choose a tagger…</source>
        <translation>タグ付け器を選ぶ…</translation>
    </message>
    <message>
        <source>Use none</source>
        <translation>使わない</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Choose a tagger</source>
        <translation>タグ付け器を選ぶ</translation>
    </message>
    <message>
        <source>Taggers (*.pth)</source>
        <translation>タグ付け器 (*.pth)</translation>
    </message>
    <message>
        <source>was taught whole tracks</source>
        <translation>曲全体で学習</translation>
    </message>
    <message>
        <source>was taught the first {seconds} seconds of tracks</source>
        <translation>曲の冒頭 {seconds} 秒で学習</translation>
    </message>
    <message>
        <source>was taught {seconds} seconds from the middle of tracks</source>
        <translation>曲の中間 {seconds} 秒で学習</translation>
    </message>
    <message>
        <source>hears {number} samples of {seconds} seconds all over a track</source>
        <translation>曲全体から {seconds} 秒ずつ {number} 回抜き取って解析</translation>
    </message>
    <message>
        <source>takes exactly that, and nothing else</source>
        <translation>それだけを使い、ほかは使わない</translation>
    </message>
    <message>
        <source>; </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Listen to all again</source>
        <translation>すべて解析し直す</translation>
    </message>
    <message>
        <source>Forget all suggestions, and listen to all tracks again?</source>
        <translation>すべての提案を消して、全曲を解析し直しますか？</translation>
    </message>
    <message>
        <source>What you decided stays. It takes as long as the first time.</source>
        <translation>あなたの判断は残ります。最初と同じくらい時間がかかります。</translation>
    </message>
    <message>
        <source>Listen again</source>
        <translation>解析し直す</translation>
    </message>
</context>
<context>
    <name>AnswerPanel</name>
    <message>
        <source>{share} · of the last seconds</source>
        <translation>{share} · 直近の数秒</translation>
    </message>
    <message>
        <source>{share} · of {seconds} s of sound</source>
        <translation>{share} · {seconds} 秒分の音</translation>
    </message>
    <message>
        <source>Sounds like: {tags}</source>
        <translation>聞こえ方：{tags}</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>外観</translation>
    </message>
    <message>
        <source>Colours of the window</source>
        <translation>ウィンドウの配色</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>文字の大きさ</translation>
    </message>
    <message>
        <source>Of the size that is usual on this system.</source>
        <translation>このシステムの標準の大きさに対する割合です。</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>動きを減らす</translation>
    </message>
    <message>
        <source>Bars that wait stand still, and menus open at once. Where the system asks its programs for that, it is so in any case.</source>
        <translation>待機中のバーは動かず、メニューはすぐに開きます。システムがプログラムに求めている場合は、常にそうなります。</translation>
    </message>
    <message>
        <source>Colours of spectrograms</source>
        <translation>スペクトログラムの配色</translation>
    </message>
    <message>
        <source>All but the first go from dark to light evenly, also in print.</source>
        <translation>最初の 1 つを除き、印刷しても暗から明へ均等に変化します。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>The language changes when the window opens next.</source>
        <translation>言語は次にウィンドウを開いたときに変わります。</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>今すぐ再起動</translation>
    </message>
</context>
<context>
    <name>Background</name>
    <message>
        <source>What it was trained on</source>
        <translation>学習に使った音楽</translation>
    </message>
</context>
<context>
    <name>Batches</name>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル数</translation>
    </message>
    <message>
        <source>From → to</source>
        <translation>変更前 → 変更後</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>✓✓ {number} written</source>
        <translation>✓✓ 書き込み {number}</translation>
    </message>
    <message>
        <source>↺ {number} taken back</source>
        <translation>↺ 取り消し {number}</translation>
    </message>
    <message>
        <source>✕ {number} refused</source>
        <translation>✕ 拒否 {number}</translation>
    </message>
    <message>
        <source>= {number} unchanged</source>
        <translation>= 変更なし {number}</translation>
    </message>
    <message>
        <source>✓ {number} moved</source>
        <translation>✓ 移動 {number}</translation>
    </message>
    <message>
        <source>✓ {number} copied</source>
        <translation>✓ コピー {number}</translation>
    </message>
    <message>
        <source>✓ {number} linked</source>
        <translation>✓ リンク {number}</translation>
    </message>
    <message>
        <source>into {folder}: {genres}</source>
        <translation>{folder} へ：{genres}</translation>
    </message>
    <message>
        <source>too old to be taken back</source>
        <translation>古すぎて取り消せません</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>Accept all from</source>
        <translation>一括承認：信頼度</translation>
    </message>
    <message>
        <source>Least confidence to accept</source>
        <translation>承認する信頼度の下限</translation>
    </message>
    <message>
        <source>Accepts what is as sure as this or surer, of what is shown</source>
        <translation>表示中のもののうち、信頼度がこれ以上のものを承認します</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>the whole library</source>
        <translation>ライブラリ全体</translation>
    </message>
    <message>
        <source>In: {what}</source>
        <translation>対象：{what}</translation>
    </message>
    <message>
        <source>Write {number}…</source>
        <translation>{number} 曲に書き込む…</translation>
    </message>
    <message>
        <source>Write…</source>
        <translation>書き込む…</translation>
    </message>
    <message>
        <source>Look at each change, then write (Ctrl+Enter).
Accepted in: {what}</source>
        <translation>変更を 1 件ずつ確認してから書き込みます（Ctrl+Enter）。
承認済みの範囲：{what}</translation>
    </message>
    <message>
        <source>Nothing is accepted here that is not written yet.</source>
        <translation>ここに承認済みで未書き込みのものはありません。</translation>
    </message>
    <message>
        <source>about {share} right</source>
        <translation>約 {share} が正解</translation>
    </message>
    <message>
        <source>Not known how many are right.</source>
        <translation>何曲が正しいかは不明です。</translation>
    </message>
    <message>
        <source>{share} are expected to be right: between {low} and {high}, 9 times of 10.</source>
        <translation>{share} が正しいと見込まれます（10 回中 9 回は {low}～{high}）。</translation>
    </message>
    <message>
        <source>The figure comes from {tracks} tracks that the classifiers were tried on and from {own} decisions of your own.</source>
        <translation>分類器を試した {tracks}と、あなたの判断 {own} 件に基づく数値です。</translation>
    </message>
    <message>
        <source>Of {tagged} files that name a genre, {share} name the one that is suggested.</source>
        <translation>ジャンルの書かれたファイル {tagged} 個のうち、{share} が提案と一致します。</translation>
    </message>
</context>
<context>
    <name>CachePage</name>
    <message>
        <source>Cache</source>
        <translation>キャッシュ</translation>
    </message>
    <message>
        <source>What was measured of your music is kept, so that nothing has to be heard twice. Losing it costs time only.</source>
        <translation>同じ曲を二度解析せずに済むよう、測定結果を保存しています。失われても時間がかかるだけです。</translation>
    </message>
    <message>
        <source>Size now</source>
        <translation>現在の大きさ</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>What was unused for longest goes first. A track takes about a megabyte.</source>
        <translation>最も長く使われていないものから消えます。1 曲は約 1 メガバイトです。</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>What is kept stays where it is when another folder is chosen; clear it first where it is not wanted any more.</source>
        <translation>別のフォルダーを選んでも、これまでの内容は元の場所に残ります。不要なら先に消去してください。</translation>
    </message>
    <message>
        <source>Other folder…</source>
        <translation>別のフォルダー…</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>フォルダーを表示</translation>
    </message>
    <message>
        <source>Clear…</source>
        <translation>消去…</translation>
    </message>
    <message>
        <source>Folder for the cache</source>
        <translation>キャッシュのフォルダー</translation>
    </message>
    <message>
        <source>Clear the cache</source>
        <translation>キャッシュを消去</translation>
    </message>
    <message>
        <source>Take away all that was measured?</source>
        <translation>測定結果をすべて消去しますか？</translation>
    </message>
    <message>
        <source>Suggestions and decisions stay. What is wanted again is heard again.</source>
        <translation>提案と判断は残ります。必要なものは解析し直されます。</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>消去</translation>
    </message>
</context>
<context>
    <name>ChangeView</name>
    <message>
        <source>Changes</source>
        <translation>変更</translation>
    </message>
</context>
<context>
    <name>ChangedTable</name>
    <message>
        <source>Title</source>
        <translation>タイトル</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>アーティスト</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>変更後</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>信頼度</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>ジャンル</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>{number} written</source>
        <translation>書き込み {number}</translation>
    </message>
    <message>
        <source>{number} sorted</source>
        <translation>整理 {number}</translation>
    </message>
    <message>
        <source>{number} taken back</source>
        <translation>取り消し {number}</translation>
    </message>
    <message>
        <source>{number} refused</source>
        <translation>拒否 {number}</translation>
    </message>
    <message>
        <source>{number} left as they were</source>
        <translation>そのまま {number}</translation>
    </message>
    <message>
        <source>{number} have a finer genre</source>
        <translation>より細かいジャンルあり {number}</translation>
    </message>
    <message>
        <source>{number} have it among others</source>
        <translation>ほかのジャンルとともにあり {number}</translation>
    </message>
    <message>
        <source>{number} say the same in other words</source>
        <translation>言い方が違うだけ {number}</translation>
    </message>
    <message>
        <source>{number} have it already</source>
        <translation>すでにあり {number}</translation>
    </message>
    <message>
        <source>{number} have some genre</source>
        <translation>何らかのジャンルあり {number}</translation>
    </message>
    <message>
        <source>{number} have enough genres</source>
        <translation>ジャンルが上限に達している {number}</translation>
    </message>
    <message>
        <source>{number} say so already</source>
        <translation>すでにその内容 {number}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Stay as they are: {why}</source>
        <translation>変更しないもの：{why}</translation>
    </message>
    <message>
        <source>{number} files lose what their new version of tags has no place for: {what}</source>
        <translation>{number} 個のファイルで、新しいタグのバージョンに入らないものが失われます：{what}</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>will change</source>
        <translation>変更予定</translation>
    </message>
    <message>
        <source>not written</source>
        <translation>未書き込み</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>変更なし</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>written</source>
        <translation>書き込み済み</translation>
    </message>
    <message>
        <source>sorted</source>
        <translation>整理済み</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>取り消し済み</translation>
    </message>
    <message>
        <source>no tags</source>
        <translation>タグなし</translation>
    </message>
    <message>
        <source>first tag: {kind}</source>
        <translation>最初のタグ：{kind}</translation>
    </message>
    <message>
        <source>Cannot go along: {what}</source>
        <translation>引き継げないもの：{what}</translation>
    </message>
    <message>
        <source>{number} stay as they are</source>
        <translation>変更なし {number}</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Will change</source>
        <translation>変更予定</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>書き込み済み</translation>
    </message>
    <message>
        <source>Sorted</source>
        <translation>整理済み</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>取り消し済み</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>Not written</source>
        <translation>未書き込み</translation>
    </message>
    <message>
        <source>Other kind of tag</source>
        <translation>タグの形式変更</translation>
    </message>
    <message>
        <source>Stay as they are</source>
        <translation>変更なし</translation>
    </message>
    <message>
        <source>Files that get another genre</source>
        <translation>ジャンルが変わるファイル</translation>
    </message>
    <message>
        <source>Files that cannot be written safely; the remarks say why</source>
        <translation>安全に書き込めないファイル。理由は備考にあります</translation>
    </message>
    <message>
        <source>Files that you left out, or that came after a stop</source>
        <translation>除外したファイル、または停止後に残ったファイル</translation>
    </message>
    <message>
        <source>Files whose tag becomes another version, such as ID3v2.4; a first tag is none</source>
        <translation>タグのバージョンが ID3v2.4 などに変わるファイル。最初のタグは含みません</translation>
    </message>
    <message>
        <source>Files that say so already, or that the rules leave alone; the remarks say why</source>
        <translation>すでにその内容のファイル、またはルールにより変更しないファイル。理由は備考にあります</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>変更前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>変更後</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>{number} lie there already</source>
        <translation>すでにそこにある {number}</translation>
    </message>
</context>
<context>
    <name>CheckPanel</name>
    <message>
        <source>Those that I said are right: {number}</source>
        <translation>正しいと答えたもの：{number}</translation>
    </message>
</context>
<context>
    <name>ChoiceBar</name>
    <message>
        <source>as each file has it</source>
        <translation>ファイルごとの現状に合わせる</translation>
    </message>
    <message>
        <source>ID3 version</source>
        <translation>ID3 バージョン</translation>
    </message>
    <message>
        <source>Several genres</source>
        <translation>複数のジャンル</translation>
    </message>
    <message>
        <source>Keep the time of modification</source>
        <translation>更新日時を保つ</translation>
    </message>
    <message>
        <source>Players and backups that go by it notice no change.</source>
        <translation>更新日時を見るプレーヤーやバックアップは、変更に気づきません。</translation>
    </message>
    <message>
        <source>Also files with several names</source>
        <translation>複数の名前を持つファイルも書き込む</translation>
    </message>
    <message>
        <source>A file may lie in several folders at once, under several names (hard links).
Written to, this one becomes a file of its own; the other names keep the genre as it is. Otherwise such files are refused.</source>
        <translation>1 つのファイルが、複数の名前で複数のフォルダーにあることがあります（ハードリンク）。
書き込むと、これは独立したファイルになり、ほかの名前のジャンルはそのままです。オフの場合、そのようなファイルは拒否されます。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Added styles</source>
        <translation>追加するスタイル</translation>
    </message>
    <message>
        <source>Writes what a track sounds like behind its genre: Rock, Indie Rock. A style must stand out, and have the score beside it at least.
Scores rank tracks; they are no chances of being right, and lower ones are wrong more often.</source>
        <translation>曲の聞こえ方をジャンルの後ろに書き込みます（例：Rock, Indie Rock）。スタイルは際立っていて、隣のスコア以上である必要があります。
スコアは順位を表すもので、正しい確率ではありません。低いほど誤りが多くなります。</translation>
    </message>
    <message>
        <source>Score that a style has at least</source>
        <translation>スタイルのスコアの下限</translation>
    </message>
    <message>
        <source>from a score of</source>
        <translation>スコア</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外観</translation>
    </message>
</context>
<context>
    <name>ChooseView</name>
    <message>
        <source>Merge selected</source>
        <translation>選択したものを統合</translation>
    </message>
    <message>
        <source>Gives all selected folders the genre of the first</source>
        <translation>選択したすべてのフォルダーを、先頭のジャンルにします</translation>
    </message>
    <message>
        <source>Takes a table of folders and genres from a file</source>
        <translation>フォルダーとジャンルの表をファイルから読み込みます</translation>
    </message>
    <message>
        <source>Load table…</source>
        <translation>表を読み込む…</translation>
    </message>
    <message>
        <source>Keeps this table of folders and genres in a file</source>
        <translation>このフォルダーとジャンルの表をファイルに保存します</translation>
    </message>
    <message>
        <source>Save table…</source>
        <translation>表を保存…</translation>
    </message>
    <message>
        <source>Looking through the folder</source>
        <translation>フォルダーを調べています</translation>
    </message>
    <message>
        <source>Genres: {genres} · Tracks: {tracks} · {time}</source>
        <translation>ジャンル：{genres} · 曲：{tracks} · {time}</translation>
    </message>
    <message>
        <source>Use known names ({number})</source>
        <translation>既知の名前を使う（{number}）</translation>
    </message>
    <message>
        <source>Load a table of genres</source>
        <translation>ジャンルの表を読み込む</translation>
    </message>
    <message>
        <source>Save the table of genres</source>
        <translation>ジャンルの表を保存</translation>
    </message>
</context>
<context>
    <name>ClassifierChoice</name>
    <message>
        <source>{name} suggests from now on.</source>
        <translation>今後は {name} が提案します。</translation>
    </message>
    <message>
        <source>{name} suggests from now on. It has not listened to {tracks} yet; “Listen again” does.</source>
        <translation>今後は {name} が提案します。まだ {tracks}を解析していません。「解析し直す」で解析できます。</translation>
    </message>
    <message>
        <source>The classifier in the box</source>
        <translation>付属の分類器</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>「{name}」</translation>
    </message>
    <message>
        <source>Back to the box</source>
        <translation>付属のものに戻す</translation>
    </message>
    <message>
        <source>Back to {name}</source>
        <translation>{name} に戻す</translation>
    </message>
</context>
<context>
    <name>ClassifierDetail</name>
    <message>
        <source>Training report</source>
        <translation>学習レポート</translation>
    </message>
    <message>
        <source>Opens the report on its training again</source>
        <translation>学習のレポートをもう一度開きます</translation>
    </message>
    <message>
        <source>Figures of each genre</source>
        <translation>ジャンルごとの数値</translation>
    </message>
    <message>
        <source>Card of the classifier</source>
        <translation>分類器のカード</translation>
    </message>
    <message>
        <source>✕ It cannot be used</source>
        <translation>✕ 使えません</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>ジャンル</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>混同</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>How good it is, and where it comes from</source>
        <translation>成績と由来</translation>
    </message>
    <message>
        <source>How each genre fares</source>
        <translation>ジャンルごとの成績</translation>
    </message>
    <message>
        <source>What was taken for what</source>
        <translation>どれをどれと間違えたか</translation>
    </message>
    <message>
        <source>How much each member counts</source>
        <translation>各構成分類器の重み</translation>
    </message>
    <message>
        <source>All that was measured, in full</source>
        <translation>測定したものすべて</translation>
    </message>
</context>
<context>
    <name>ClassifierNotice</name>
    <message>
        <source>Trouble with the classifier</source>
        <translation>分類器の問題</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>別のものを選ぶ…</translation>
    </message>
    <message>
        <source>Back to the box</source>
        <translation>付属のものに戻す</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
</context>
<context>
    <name>ClassifierTable</name>
    <message>
        <source>✓ In use</source>
        <translation>✓ 使用中</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Which one suggests genres</source>
        <translation>ジャンルを提案している分類器</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>ジャンル</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正解</translation>
    </message>
    <message>
        <source>On how many of 100 tracks it names the right genre. Figures that were measured on different music cannot be compared.</source>
        <translation>100 曲のうち何曲で正しいジャンルを答えるか。別々の音楽で測った数値は比較できません。</translation>
    </message>
    <message>
        <source>Measured on</source>
        <translation>測定対象</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>学習元</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>構成</translation>
    </message>
    <message>
        <source>From</source>
        <translation>由来</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>✕ cannot be used: {problem}</source>
        <translation>✕ 使えません：{problem}</translation>
    </message>
</context>
<context>
    <name>ClassifierWords</name>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>came with the program</source>
        <translation>プログラム付属</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>自作</translation>
    </message>
    <message>
        <source>a file elsewhere</source>
        <translation>別の場所のファイル</translation>
    </message>
    <message>
        <source>trained, not installed</source>
        <translation>学習済み、未インストール</translation>
    </message>
    <message>
        <source>the middle</source>
        <translation>中間</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>冒頭</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>In the box</source>
        <translation>付属</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未測定</translation>
    </message>
    <message>
        <source>{clips} clips of {parts} collections left out</source>
        <translation>学習に使っていない {parts} コレクションの {clips} クリップ</translation>
    </message>
    <message>
        <source>test part of a known split, {tracks}</source>
        <translation>公開された分割のテスト部分、{tracks}</translation>
    </message>
    <message>
        <source>{tracks} of its own music, artists kept apart</source>
        <translation>その音楽の {tracks}、アーティスト別に分離</translation>
    </message>
    <message>
        <source>by its own training</source>
        <translation>自身の学習による</translation>
    </message>
    <message>
        <source>Nobody has measured how often it is right, so that nothing it says is called sure.</source>
        <translation>どれだけ正しいか誰も測っていないため、何を答えても「確実」とはしません。</translation>
    </message>
    <message>
        <source>Right on so many of {clips} clips from anywhere. Each of the {parts} collections was left out whole: answered by classifiers that had learned from the others.</source>
        <translation>さまざまな {clips} クリップでの正解の割合です。{parts} 個のコレクションを 1 つずつ除き、残りで学習した分類器に答えさせました。</translation>
    </message>
    <message>
        <source>Right on so many of {tracks} in the test part of a split that others use, too.</source>
        <translation>広く使われている分割のテスト部分（{tracks}）での正解の割合です。</translation>
    </message>
    <message>
        <source>Right on so many of {tracks} of the music that it was trained on, in {parts} folds: each answered by classifiers that knew neither it nor anything else by its artist.</source>
        <translation>学習に使った音楽の {tracks}での正解の割合です（{parts} 分割）。それぞれ、その曲も同じアーティストの曲も知らない分類器に答えさせました。</translation>
    </message>
    <message>
        <source>As its file says; how that was measured it does not say.</source>
        <translation>ファイルに書かれた値です。測り方は書かれていません。</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} MB</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>ジャンル</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>構成</translation>
    </message>
    <message>
        <source>{part}, {seconds} s of a track</source>
        <translation>{part}、曲の {seconds} 秒</translation>
    </message>
    <message>
        <source>Listens to</source>
        <translation>解析する部分</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>学習元</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>Began with</source>
        <translation>出発点</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>作成日</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>作成元</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>the file does not say</source>
        <translation>ファイルに記載なし</translation>
    </message>
    <message>
        <source>Licence of the data</source>
        <translation>データのライセンス</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>エンコーダー</translation>
    </message>
    <message>
        <source>Encoder cannot be used</source>
        <translation>エンコーダーを使えません</translation>
    </message>
    <message>
        <source>Licence of the encoder</source>
        <translation>エンコーダーのライセンス</translation>
    </message>
    <message>
        <source>The classifier in the box knows {number} broad genres: {genres}. For finer ones, or your own, train one on your folders.</source>
        <translation>付属の分類器は大まかな {number} 個のジャンルを知っています：{genres}。より細かいジャンルや独自のジャンルには、ご自分のフォルダーで学習させてください。</translation>
    </message>
    <message>
        <source>what you decided</source>
        <translation>あなたの判断</translation>
    </message>
    <message>
        <source>{groups} artists or albums</source>
        <translation>{groups} 組のアーティストまたはアルバム</translation>
    </message>
</context>
<context>
    <name>ClassifiersPage</name>
    <message>
        <source>Classifiers</source>
        <translation>分類器</translation>
    </message>
    <message>
        <source>‹ Classifiers</source>
        <translation>‹ 分類器</translation>
    </message>
    <message>
        <source>Trouble with the classifier</source>
        <translation>分類器の問題</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>実行した操作</translation>
    </message>
    <message>
        <source>You have no classifier of your own yet. Train one on a folder of genre folders, or drop a file here: one of this program, msd_model.pth, or a CNN checkpoint.</source>
        <translation>自作の分類器はまだありません。ジャンルフォルダーを含むフォルダーで学習させるか、ファイルをここにドロップしてください：このプログラムのもの、msd_model.pth、または CNN のチェックポイント。</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使う</translation>
    </message>
    <message>
        <source>Training report</source>
        <translation>学習レポート</translation>
    </message>
    <message>
        <source>Compare on the library…</source>
        <translation>ライブラリで比較…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出す…</translation>
    </message>
    <message>
        <source>Export as ONNX…</source>
        <translation>ONNX として書き出す…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>名前を変更…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>削除…</translation>
    </message>
    <message>
        <source>Show the file</source>
        <translation>ファイルを表示</translation>
    </message>
    <message>
        <source>Tags of how music sounds come from the encoder; there is no other tagger.</source>
        <translation>音の聞こえ方のタグはエンコーダーが付けます。ほかにタグ付け器はありません。</translation>
    </message>
    <message>
        <source>Tags of how music sounds come from the encoder and from {file}.</source>
        <translation>音の聞こえ方のタグはエンコーダーと {file} が付けます。</translation>
    </message>
    <message>
        <source>Lets it suggest from now on; what it has not listened to yet, it can later</source>
        <translation>今後の提案に使います。未解析の曲はあとから解析できます</translation>
    </message>
    <message>
        <source>Lets the classifier suggest that came with the program</source>
        <translation>プログラム付属の分類器に提案させます</translation>
    </message>
    <message>
        <source>Back to the box</source>
        <translation>付属のものに戻す</translation>
    </message>
    <message>
        <source>Lets the one in use listen to all that it has not listened to yet</source>
        <translation>使用中の分類器で、未解析の曲をすべて解析します</translation>
    </message>
    <message>
        <source>Listen again</source>
        <translation>解析し直す</translation>
    </message>
    <message>
        <source>Lists which suggestions would be others with another classifier</source>
        <translation>別の分類器なら変わる提案を一覧表示します</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>比較…</translation>
    </message>
    <message>
        <source>More ▾</source>
        <translation>その他 ▾</translation>
    </message>
    <message>
        <source>Export, rename, remove, show the file</source>
        <translation>書き出し、名前の変更、削除、ファイルの表示</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>取り込む…</translation>
    </message>
    <message>
        <source>A classifier of this program, msd_model.pth, or a CNN checkpoint (*.pth)</source>
        <translation>このプログラムの分類器、msd_model.pth、または CNN のチェックポイント (*.pth)</translation>
    </message>
    <message>
        <source>Large networks that others trained, from folders or a hub, to train with</source>
        <translation>ほかの人が学習した大きなネットワークを、フォルダーやハブから学習用に取り込みます</translation>
    </message>
    <message>
        <source>Encoders…</source>
        <translation>エンコーダー…</translation>
    </message>
    <message>
        <source>Train one…</source>
        <translation>学習させる…</translation>
    </message>
    <message>
        <source>Choose a tagger…</source>
        <translation>タグ付け器を選ぶ…</translation>
    </message>
    <message>
        <source>No tagger</source>
        <translation>タグ付け器なし</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>ClassifiersService</name>
    <message>
        <source>Taken over: {names}. “Use” lets one suggest.</source>
        <translation>取り込みました：{names}。「使う」で提案に使えます。</translation>
    </message>
    <message>
        <source>Import a classifier</source>
        <translation>分類器を取り込む</translation>
    </message>
    <message>
        <source>Export the classifier</source>
        <translation>分類器を書き出す</translation>
    </message>
    <message>
        <source>A folder for the ONNX files</source>
        <translation>ONNX ファイルのフォルダー</translation>
    </message>
    <message>
        <source>Exported to {path}.</source>
        <translation>{path} に書き出しました。</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>名前を変更</translation>
    </message>
    <message>
        <source>What is it called from now on?</source>
        <translation>新しい名前を入力してください。</translation>
    </message>
    <message>
        <source>“{old}” is called “{new}” now.</source>
        <translation>「{old}」を「{new}」に変更しました。</translation>
    </message>
    <message>
        <source>Remove the classifier “{name}”?</source>
        <translation>分類器「{name}」を削除しますか？</translation>
    </message>
    <message>
        <source>It is in use; the one in the box suggests then.</source>
        <translation>使用中です。削除後は付属の分類器が提案します。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>“{name}” is removed.</source>
        <translation>「{name}」を削除しました。</translation>
    </message>
    <message>
        <source>“{name}” is there again.</source>
        <translation>「{name}」を元に戻しました。</translation>
    </message>
    <message>
        <source>It listens; the strip below says how far it is.</source>
        <translation>解析中です。進み具合は下の帯に表示されます。</translation>
    </message>
    <message>
        <source>Choose a tagger</source>
        <translation>タグ付け器を選ぶ</translation>
    </message>
</context>
<context>
    <name>Colours</name>
    <message>
        <source>Magma</source>
        <translation>マグマ</translation>
    </message>
    <message>
        <source>Inferno</source>
        <translation>インフェルノ</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>ビリディス</translation>
    </message>
    <message>
        <source>Cividis, also for colour-blind eyes</source>
        <translation>シビディス（色覚特性に配慮）</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>グレー</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>Compared from</source>
        <translation>比較元</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>比較先</translation>
    </message>
    <message>
        <source>Tracks that would get another genre</source>
        <translation>ジャンルが変わる曲</translation>
    </message>
    <message>
        <source>Tracks of each genre</source>
        <translation>ジャンルごとの曲数</translation>
    </message>
    <message>
        <source>‹ Classifiers</source>
        <translation>‹ 分類器</translation>
    </message>
    <message>
        <source>Swap the two</source>
        <translation>2 つを入れ替える</translation>
    </message>
    <message>
        <source>{name}, as it is</source>
        <translation>{name}（現状）</translation>
    </message>
    <message>
        <source>{name}, with these weights</source>
        <translation>{name}（この重み）</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>比較中…</translation>
    </message>
    <message>
        <source>{number} of {compared} suggestions would be another genre</source>
        <translation>{compared} 件の提案のうち {number} 件でジャンルが変わります</translation>
    </message>
    <message>
        <source>Sure of {before} now, of {after} then.</source>
        <translation>確実な提案：現在 {before} 件、変更後 {after} 件。</translation>
    </message>
    <message>
        <source>{tracks} only {name} has listened to; they are not compared.</source>
        <translation>{tracks}は {name} だけが解析済みのため、比較しません。</translation>
    </message>
    <message>
        <source>Let {name} listen to them</source>
        <translation>{name} でも解析する</translation>
    </message>
    <message>
        <source>The {number} surest are listed.</source>
        <translation>最も確かな {number} 件を一覧表示しています。</translation>
    </message>
    <message>
        <source>There is no track that both have listened to.</source>
        <translation>両方が解析した曲がありません。</translation>
    </message>
    <message>
        <source>Choose two different classifiers.</source>
        <translation>異なる 2 つの分類器を選んでください。</translation>
    </message>
    <message>
        <source>Show {number} in Review</source>
        <translation>{number} 件を「確認」に表示</translation>
    </message>
    <message>
        <source>Show all in Review</source>
        <translation>すべてを「確認」に表示</translation>
    </message>
</context>
<context>
    <name>ConcernList</name>
    <message>
        <source>What to mind</source>
        <translation>注意点</translation>
    </message>
    <message>
        <source>Nothing can be learned yet</source>
        <translation>まだ学習できません</translation>
    </message>
    <message>
        <source>The folders look good.</source>
        <translation>フォルダーに問題はありません。</translation>
    </message>
</context>
<context>
    <name>Concerns</name>
    <message>
        <source>Few tracks</source>
        <translation>曲が少ない</translation>
    </message>
    <message>
        <source>One artist or album only</source>
        <translation>アーティストかアルバムが 1 つだけ</translation>
    </message>
    <message>
        <source>One artist or album dominates</source>
        <translation>1 つのアーティストかアルバムに偏り</translation>
    </message>
    <message>
        <source>Out of balance</source>
        <translation>曲数の偏り</translation>
    </message>
    <message>
        <source>Many genres</source>
        <translation>ジャンルが多い</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>統合</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>読み込めない</translation>
    </message>
    <message>
        <source>Not where they were</source>
        <translation>元の場所にない</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copies in several genres</source>
        <translation>複数のジャンルにあるコピー</translation>
    </message>
    <message>
        <source>Contradictions</source>
        <translation>食い違い</translation>
    </message>
</context>
<context>
    <name>ConditionBar</name>
    <message>
        <source>What is shown</source>
        <translation>表示対象</translation>
    </message>
    <message>
        <source>+ Filter</source>
        <translation>+ フィルター</translation>
    </message>
    <message>
        <source>Show only tracks that are like this, too</source>
        <translation>この条件にも合う曲だけを表示</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>すべて解除</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Keep these conditions in the sidebar, under a name</source>
        <translation>この条件に名前を付けてサイドバーに保存</translation>
    </message>
    <message>
        <source>Problems: {number}</source>
        <translation>問題：{number}</translation>
    </message>
    <message>
        <source>{shown} of {tracks}</source>
        <translation>{tracks} 中 {shown}</translation>
    </message>
    <message>
        <source>Group by: {what} ▾</source>
        <translation>グループ：{what} ▾</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>album</source>
        <translation>アルバム</translation>
    </message>
    <message>
        <source>artist</source>
        <translation>アーティスト</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Fold all groups</source>
        <translation>すべてのグループを折りたたむ</translation>
    </message>
    <message>
        <source>Unfold all groups</source>
        <translation>すべてのグループを展開</translation>
    </message>
    <message>
        <source>No longer ask for this</source>
        <translation>この条件を外す</translation>
    </message>
    <message>
        <source>Remove the filter {name}</source>
        <translation>フィルター {name} を削除</translation>
    </message>
</context>
<context>
    <name>ConfidencePage</name>
    <message>
        <source>Confidence</source>
        <translation>信頼度</translation>
    </message>
    <message>
        <source>“Accept all from” begins with</source>
        <translation>「一括承認」の初期値</translation>
    </message>
    <message>
        <source>The bar below the table begins with this, and says how many of those tracks are about right.</source>
        <translation>表の下のバーはこの値から始まり、そのうち約何曲が正しいかを示します。</translation>
    </message>
    <message>
        <source>A confidence of 80 % means: of 100 tracks that say so, about 80 are right. It is measured on music that the classifier did not learn from, and on what you decide; on music unlike all that, it promises less.

“Sure” is more than a high confidence. A suggestion is sure where one genre alone is possible, it is likelier than all others together, enough of the track was heard, no classifier contradicts it, and the music is not unlike all that is known. So 77 % can be “not sure”, where a second genre is possible, and 63 % can be sure. None of this is a promise for a single track: some that are sure are wrong.</source>
        <translation>信頼度 80 % とは、そう示された 100 曲のうち約 80 曲が正しいという意味です。分類器が学習していない音楽と、あなたの判断で測っています。それらとまったく異なる音楽では、あまりあてになりません。

「確実」は高い信頼度以上のものです。ありうるジャンルが 1 つだけで、ほかのすべての合計より可能性が高く、曲を十分に解析し、反対する分類器がなく、既知の音楽とかけ離れていないとき、提案は確実とされます。そのため、2 つ目のジャンルがありうる 77 % が「不確実」で、63 % が確実なこともあります。いずれも個々の曲についての保証ではなく、確実でも誤っているものがあります。</translation>
    </message>
</context>
<context>
    <name>Confidences</name>
    <message>
        <source>Confidences</source>
        <translation>信頼度</translation>
    </message>
    <message>
        <source>together</source>
        <translation>全体</translation>
    </message>
    <message>
        <source>never sure below</source>
        <translation>これ未満は確実としない</translation>
    </message>
    <message>
        <source>possible from here on</source>
        <translation>ここから候補になりうる</translation>
    </message>
    <message>
        <source>not possible below</source>
        <translation>これ未満は候補にならない</translation>
    </message>
</context>
<context>
    <name>Confusion</name>
    <message>
        <source>{number} of {total} {genre} were taken for {answer}.</source>
        <translation>{genre} の {total} 曲のうち {number} 曲を {answer} と判定しました。</translation>
    </message>
</context>
<context>
    <name>ConfusionPanel</name>
    <message>
        <source>Down: the genre. Across: what its tracks were taken for.</source>
        <translation>縦：実際のジャンル。横：判定されたジャンル。</translation>
    </message>
    <message>
        <source>{genre}, taken for {answer}: {number}</source>
        <translation>{genre} を {answer} と判定：{number}</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混同行列</translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>Cover</source>
        <translation>カバー</translation>
    </message>
</context>
<context>
    <name>CurvePlot</name>
    <message>
        <source>now {last}, at first {first}; lines: {number}</source>
        <translation>現在 {last}、最初 {first}。線の数：{number}</translation>
    </message>
</context>
<context>
    <name>Curves</name>
    <message>
        <source>Learning rate</source>
        <translation>学習率</translation>
    </message>
    <message>
        <source>Memory over seconds, MB</source>
        <translation>秒ごとのメモリ、MB</translation>
    </message>
    <message>
        <source>Loss on tracks held out</source>
        <translation>学習に使わない曲での損失</translation>
    </message>
    <message>
        <source>Right on tracks held out, %</source>
        <translation>学習に使わない曲での正解、%</translation>
    </message>
    <message>
        <source>Loss on what is taught</source>
        <translation>学習に使う曲での損失</translation>
    </message>
    <message>
        <source>Right on what is taught, %</source>
        <translation>学習に使う曲での正解、%</translation>
    </message>
    <message>
        <source>bright: what is trained now; pale: what was before it</source>
        <translation>明るい線：現在の学習。淡い線：それ以前</translation>
    </message>
    <message>
        <source>Curves appear as soon as the first network is trained.</source>
        <translation>最初のネットワークの学習が始まると曲線が表示されます。</translation>
    </message>
</context>
<context>
    <name>DamageDialog</name>
    <message>
        <source>The library cannot be read</source>
        <translation>ライブラリを読み込めません</translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation>このバックアップを復元</translation>
    </message>
    <message>
        <source>The backup takes the library&apos;s place. The damaged file is kept beside it.</source>
        <translation>バックアップをライブラリとして使います。壊れたファイルは隣に残します。</translation>
    </message>
    <message>
        <source>Start a new library</source>
        <translation>新しいライブラリを始める</translation>
    </message>
    <message>
        <source>The damaged file is kept beside it, under a name with today&apos;s date.</source>
        <translation>壊れたファイルは、今日の日付を付けた名前で隣に残します。</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>フォルダーを表示</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>お待ちください…</translation>
    </message>
    <message>
        <source>Your music is untouched. What you decided since the backup, and taking back what was written since, would be lost.</source>
        <translation>音楽ファイルは無事です。バックアップ以降の判断と、それ以降の書き込みを取り消す手段は失われます。</translation>
    </message>
    <message>
        <source>Your music is untouched. There is no backup in {folder}. A new library finds your music again; decisions that are not written into files yet would be lost.</source>
        <translation>音楽ファイルは無事です。{folder} にバックアップがありません。新しいライブラリで音楽を見つけ直せますが、まだファイルに書き込んでいない判断は失われます。</translation>
    </message>
    <message>
        <source>Backups, the latest first</source>
        <translation>バックアップ、新しい順</translation>
    </message>
    <message>
        <source>{number} decisions</source>
        <translation>判断 {number} 件</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>Nothing is suggested for this track yet.</source>
        <translation>この曲にはまだ提案がありません。</translation>
    </message>
    <message>
        <source>{tracks} decided; Z takes all of it back.</source>
        <translation>{tracks}を判断しました。Z ですべて取り消せます。</translation>
    </message>
    <message>
        <source>{number} were left as they are.</source>
        <translation>{number} 曲はそのままです。</translation>
    </message>
    <message>
        <source>Written since, and left as they are: {tracks}; History takes writing back.</source>
        <translation>その後書き込まれたためそのままにしました：{tracks}。書き込みの取り消しは「履歴」で行えます。</translation>
    </message>
    <message>
        <source>Decided on since, and left as they are: {tracks}.</source>
        <translation>その後判断されたためそのままにしました：{tracks}。</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>やり直すものがありません。</translation>
    </message>
    <message>
        <source>Nothing was decided there.</source>
        <translation>判断されたものがありません。</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>取り消すものがありません。</translation>
    </message>
    <message>
        <source>Decided again: {tracks}.</source>
        <translation>判断をやり直しました：{tracks}。</translation>
    </message>
    <message>
        <source>The decisions on {tracks} are cleared; Z brings them back.</source>
        <translation>{tracks}の判断を消去しました。Z で元に戻せます。</translation>
    </message>
    <message>
        <source>Taken back: the decisions on {tracks}.</source>
        <translation>判断を取り消しました：{tracks}。</translation>
    </message>
</context>
<context>
    <name>DecisionDialog</name>
    <message>
        <source>Decisions</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>判断の記録</translation>
    </message>
    <message>
        <source>Show in Review</source>
        <translation>「確認」に表示</translation>
    </message>
    <message>
        <source>Show the tracks that this was about</source>
        <translation>この判断の対象の曲を表示します</translation>
    </message>
    <message>
        <source>Take back this one</source>
        <translation>これを取り消す</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Nothing was decided yet.</source>
        <translation>まだ何も判断していません。</translation>
    </message>
    <message>
        <source>The tracks get back what was decided before; those that you decided on since, or wrote, are left as they are</source>
        <translation>曲は以前の判断に戻ります。その後に判断や書き込みをした曲はそのままです</translation>
    </message>
    <message>
        <source>This took something back; Z takes back what was decided last</source>
        <translation>これは取り消しの記録です。Z で直前の判断を取り消せます</translation>
    </message>
    <message>
        <source>It is taken back already</source>
        <translation>すでに取り消されています</translation>
    </message>
</context>
<context>
    <name>DecisionTable</name>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>曲</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>曲数</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>ジャンル</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現状</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>accepted</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>スキップ</translation>
    </message>
    <message>
        <source>cleared</source>
        <translation>消去</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>取り消し済み</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>in bulk</source>
        <translation>一括</translation>
    </message>
    <message>
        <source>one by one</source>
        <translation>1 曲ずつ</translation>
    </message>
    <message>
        <source>↺ taken back; Shift+Z decides it again</source>
        <translation>↺ 取り消し済み。Shift+Z でやり直せます</translation>
    </message>
    <message>
        <source>↺ taken back</source>
        <translation>↺ 取り消し済み</translation>
    </message>
    <message>
        <source>↺ taken back on {some} of {all}</source>
        <translation>↺ {all} 曲中 {some} 曲で取り消し済み</translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>Most alike</source>
        <translation>最も似ている曲</translation>
    </message>
    <message>
        <source>Choose a track to see and hear it.</source>
        <translation>曲を選ぶと、見たり聴いたりできます。</translation>
    </message>
    <message>
        <source>No classifier has heard this track yet.</source>
        <translation>この曲はまだどの分類器でも解析されていません。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Genre in file: {genre}</source>
        <translation>ファイルのジャンル：{genre}</translation>
    </message>
    <message>
        <source>The track in hand</source>
        <translation>表示中の曲</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Drop a folder of music here</source>
        <translation>音楽のフォルダーをここにドロップ</translation>
    </message>
    <message>
        <source>It listens on this computer; nothing is sent anywhere.</source>
        <translation>解析はこのコンピューターで行います。どこにも送信しません。</translation>
    </message>
    <message>
        <source>Each track is listened to and gets one of {number} broad genres, or the words “not sure”.</source>
        <translation>各曲を解析し、大まかな {number} 個のジャンルのどれか、または「不確実」を示します。</translation>
    </message>
    <message>
        <source>You look through the suggestions: accept, choose another, or skip, with a key each.</source>
        <translation>提案を確認します。承認する、別のものを選ぶ、スキップする、それぞれキー 1 つです。</translation>
    </message>
    <message>
        <source>Your files stay as they are until you press Write, and all can be taken back.</source>
        <translation>「書き込む」を押すまでファイルは変わらず、すべて取り消せます。</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>フォルダーを選ぶ…</translation>
    </message>
</context>
<context>
    <name>EncoderChoice</name>
    <message>
        <source>Encoder of your own</source>
        <translation>自分のエンコーダー</translation>
    </message>
    <message>
        <source>Learns from what a pretrained network of your own says of the music, in place of a preset. Encoders are added on the Classifiers page.</source>
        <translation>プリセットの代わりに、自分の学習済みネットワークが音楽について述べることから学習します。エンコーダーは「分類器」ページで追加します。</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>エンコーダー</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>約 {time}</translation>
    </message>
    <message>
        <source>licence: {licence}</source>
        <translation>ライセンス：{licence}</translation>
    </message>
</context>
<context>
    <name>EncoderDialog</name>
    <message>
        <source>Encoders</source>
        <translation>エンコーダー</translation>
    </message>
    <message>
        <source>Encoders are large networks that others trained on much music. A classifier of your own can learn from what one says of your tracks: choose it on the Train page. The map, similar tracks and what is learned from decisions can go by one, too. Nothing is downloaded unless you ask for it.</source>
        <translation>エンコーダーは、ほかの人が大量の音楽で学習させた大きなネットワークです。自分の分類器は、それが曲について述べることから学習できます。「学習」ページで選んでください。地図、似た曲、決定から学ぶことも、それに従わせることができます。求めないかぎり何もダウンロードされません。</translation>
    </message>
    <message>
        <source>With the files of AST, CLAP, MAEST, OpenJMLA or ONNX; they stay where they are</source>
        <translation>AST、CLAP、MAEST、OpenJMLA、ONNX のファイルが入ったもの。ファイルは元の場所に残ります</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>フォルダーを追加…</translation>
    </message>
    <message>
        <source>Says how large it is and under which licence, before anything is fetched</source>
        <translation>取得する前に、大きさとライセンスを示します</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>ダウンロード…</translation>
    </message>
    <message>
        <source>A folder of your own stays as it is; a download is deleted</source>
        <translation>ご自分のフォルダーはそのまま残り、ダウンロードしたものは削除されます</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>削除…</translation>
    </message>
    <message>
        <source>Tracks are embedded by it in the background; until nearly all are, the encoder in the box goes on</source>
        <translation>曲は裏で埋め込まれます。ほぼすべて終わるまでは、付属のエンコーダーが使われます</translation>
    </message>
    <message>
        <source>Use for map and decisions</source>
        <translation>地図と決定に使う</translation>
    </message>
    <message>
        <source>Back to the box</source>
        <translation>付属のものに戻す</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Map, similar tracks and decisions go by the encoder in the box.</source>
        <translation>地図、似た曲、決定は付属のエンコーダーに従います。</translation>
    </message>
    <message>
        <source>Map, similar tracks and decisions go by “{name}”.</source>
        <translation>地図、似た曲、決定は「{name}」に従います。</translation>
    </message>
</context>
<context>
    <name>EncoderService</name>
    <message>
        <source>Looking</source>
        <translation>確認中</translation>
    </message>
    <message>
        <source>A folder with the files of an encoder</source>
        <translation>エンコーダーのファイルがあるフォルダー</translation>
    </message>
    <message>
        <source>Looking into the folder</source>
        <translation>フォルダーを確認中</translation>
    </message>
    <message>
        <source>Download an encoder</source>
        <translation>エンコーダーをダウンロード</translation>
    </message>
    <message>
        <source>Which one? A short name, or owner/name as the hub has it.</source>
        <translation>どれをダウンロードしますか？短い名前か、ハブでの「所有者/名前」を入力してください。</translation>
    </message>
    <message>
        <source>Asking the hub</source>
        <translation>ハブに問い合わせ中</translation>
    </message>
    <message>
        <source>Download {name}? {size}. Licence: {licence}.</source>
        <translation>{name} をダウンロードしますか？{size}。ライセンス：{licence}。</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>ダウンロード中</translation>
    </message>
    <message>
        <source>“{name}” is there.</source>
        <translation>「{name}」を追加しました。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Remove the encoder “{name}”? Classifiers that need it cannot be used then.</source>
        <translation>エンコーダー「{name}」を削除しますか？これを必要とする分類器は使えなくなります。</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation>削除中</translation>
    </message>
    <message>
        <source>“{name}” is removed.</source>
        <translation>「{name}」を削除しました。</translation>
    </message>
</context>
<context>
    <name>EncoderTable</name>
    <message>
        <source>✕ cannot be used: {problem}</source>
        <translation>✕ 使えません：{problem}</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} MB</translation>
    </message>
    <message>
        <source>not named</source>
        <translation>記載なし</translation>
    </message>
    <message>
        <source>{seconds} s at {rate} Hz</source>
        <translation>{rate} Hz、{seconds} 秒</translation>
    </message>
    <message>
        <source>downloaded</source>
        <translation>ダウンロード済み</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Looks at</source>
        <translation>見る範囲</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>From</source>
        <translation>由来</translation>
    </message>
</context>
<context>
    <name>ExportService</name>
    <message>
        <source>Exporting</source>
        <translation>書き出し中</translation>
    </message>
    <message>
        <source>Export {tracks}</source>
        <translation>{tracks}を書き出す</translation>
    </message>
    <message>
        <source>Table, also for Excel (*.csv)</source>
        <translation>表（Excel でも使えます） (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Playlists by genre go into</source>
        <translation>ジャンル別プレイリストの保存先</translation>
    </message>
    <message>
        <source>{tracks} exported to {path}</source>
        <translation>{tracks}を {path} に書き出しました</translation>
    </message>
    <message>
        <source>{number} playlists with {tracks} are in {path}</source>
        <translation>{path} に {number} 個のプレイリスト（{tracks}）を作りました</translation>
    </message>
    <message>
        <source>{tracks} have no sure genre</source>
        <translation>{tracks}には確かなジャンルがありません</translation>
    </message>
    <message>
        <source>{number} have names that no playlist can hold</source>
        <translation>{number} 曲の名前はプレイリストに書けません</translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>Which files are shown</source>
        <translation>表示するファイル</translation>
    </message>
</context>
<context>
    <name>FilterMenu</name>
    <message>
        <source>Confidence</source>
        <translation>信頼度</translation>
    </message>
    <message>
        <source>Sounds like</source>
        <translation>聞こえ方</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>年</translation>
    </message>
    <message>
        <source>No genre in the file</source>
        <translation>ファイルにジャンルがない</translation>
    </message>
    <message>
        <source>Title or artist from the file&apos;s name</source>
        <translation>タイトルやアーティストがファイル名による</translation>
    </message>
    <message>
        <source>Missing files</source>
        <translation>行方不明のファイル</translation>
    </message>
    <message>
        <source>nothing known</source>
        <translation>情報なし</translation>
    </message>
</context>
<context>
    <name>Filtering</name>
    <message>
        <source>Chosen in Insights: {tracks}</source>
        <translation>「分析」で選択：{tracks}</translation>
    </message>
    <message>
        <source>Folder: {name}</source>
        <translation>フォルダー：{name}</translation>
    </message>
    <message>
        <source>Genre: {name}</source>
        <translation>ジャンル：{name}</translation>
    </message>
    <message>
        <source>Search: {text}</source>
        <translation>検索：{text}</translation>
    </message>
</context>
<context>
    <name>FittedHeader</name>
    <message>
        <source>As they suit</source>
        <translation>自動調整</translation>
    </message>
</context>
<context>
    <name>FolderMessage</name>
    <message>
        <source>Open folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>No file manager opened the folder. It is:</source>
        <translation>フォルダーを開けるファイルマネージャーがありませんでした。フォルダー：</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
</context>
<context>
    <name>FolderTable</name>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>ジャンル</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>曲数</translation>
    </message>
    <message>
        <source>Artists</source>
        <translation>アーティスト</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>アルバム</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>除外</translation>
    </message>
    <message>
        <source>{genre} is the known name nearest to it.</source>
        <translation>最も近い既知の名前は {genre} です。</translation>
    </message>
    <message>
        <source>Double-click to change; folders of one genre are merged.</source>
        <translation>ダブルクリックで変更します。同じジャンルのフォルダーは統合されます。</translation>
    </message>
</context>
<context>
    <name>FolderView</name>
    <message>
        <source>Folders and genres</source>
        <translation>フォルダーとジャンル</translation>
    </message>
</context>
<context>
    <name>FolderWatch</name>
    <message>
        <source>{folder} is on a network drive: changes there are looked for every {minutes} min.</source>
        <translation>{folder} はネットワークドライブにあるため、{minutes} 分ごとに変更を調べます。</translation>
    </message>
    <message>
        <source>The system watches no more folders (fs.inotify.max_user_watches): changes in {folder} are looked for every {minutes} min.</source>
        <translation>システムがこれ以上フォルダーを監視できないため（fs.inotify.max_user_watches）、{folder} の変更を {minutes} 分ごとに調べます。</translation>
    </message>
    <message>
        <source>{number} new</source>
        <translation>新規 {number}</translation>
    </message>
    <message>
        <source>{number} changed</source>
        <translation>変更 {number}</translation>
    </message>
    <message>
        <source>{number} moved</source>
        <translation>移動 {number}</translation>
    </message>
    <message>
        <source>{number} missing</source>
        <translation>行方不明 {number}</translation>
    </message>
    <message>
        <source>{number} could not be read</source>
        <translation>読み込めない {number}</translation>
    </message>
    <message>
        <source>In your folders: {changes}</source>
        <translation>フォルダーの変化：{changes}</translation>
    </message>
</context>
<context>
    <name>FoundMenu</name>
    <message>
        <source>Play, or pause</source>
        <translation>再生または一時停止</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Show in Review</source>
        <translation>「確認」に表示</translation>
    </message>
    <message>
        <source>“{genre}” is right</source>
        <translation>「{genre}」で正しい</translation>
    </message>
    <message>
        <source>They are right</source>
        <translation>正しい</translation>
    </message>
    <message>
        <source>Let them be checked again</source>
        <translation>もう一度調べる</translation>
    </message>
    <message>
        <source>What to do ▾</source>
        <translation>操作 ▾</translation>
    </message>
    <message>
        <source>Play, set the genre, move, or say that it is right</source>
        <translation>再生、ジャンルの設定、移動、正しいと答える</translation>
    </message>
    <message>
        <source>Set genre to {genre}</source>
        <translation>ジャンルを {genre} にする</translation>
    </message>
    <message>
        <source>Set another genre…</source>
        <translation>別のジャンルにする…</translation>
    </message>
    <message>
        <source>Move {tracks} to the folder of {genre}</source>
        <translation>{tracks}を {genre} のフォルダーに移動</translation>
    </message>
</context>
<context>
    <name>FoundService</name>
    <message>
        <source>{tracks} decided: {genre}. “Write” in Review puts it into the files.</source>
        <translation>{tracks}を {genre} と判断しました。「確認」の「書き込む」でファイルに書き込めます。</translation>
    </message>
    <message>
        <source>{number} are not in the library: add their folder, or move them.</source>
        <translation>{number} 曲はライブラリにありません。フォルダーを追加するか、移動してください。</translation>
    </message>
    <message>
        <source>{files} moved to the folder of {genre}; History takes that back.</source>
        <translation>{files}を {genre} のフォルダーに移動しました。「履歴」で取り消せます。</translation>
    </message>
    <message>
        <source>{tracks} will not be called suspicious again.</source>
        <translation>今後 {tracks}を疑わしいものとして挙げません。</translation>
    </message>
    <message>
        <source>{tracks} may be called suspicious again.</source>
        <translation>{tracks}を再び疑わしいものとして挙げるようにしました。</translation>
    </message>
    <message>
        <source>They are not in the library; add their folder first.</source>
        <translation>ライブラリにありません。先にフォルダーを追加してください。</translation>
    </message>
</context>
<context>
    <name>FoundTracks</name>
    <message>
        <source>Title</source>
        <translation>タイトル</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>アーティスト</translation>
    </message>
    <message>
        <source>Lies in</source>
        <translation>いまの場所</translation>
    </message>
    <message>
        <source>Sounds like</source>
        <translation>聞こえ方</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>再生</translation>
    </message>
</context>
<context>
    <name>FoundView</name>
    <message>
        <source>Tracks</source>
        <translation>曲</translation>
    </message>
</context>
<context>
    <name>GenreDialog</name>
    <message>
        <source>Set genre</source>
        <translation>ジャンルを設定</translation>
    </message>
    <message>
        <source>Which genre is right for {tracks}?</source>
        <translation>{tracks}の正しいジャンルは何ですか？</translation>
    </message>
    <message>
        <source>Several genres are parted by semicolons.</source>
        <translation>複数のジャンルはセミコロンで区切ります。</translation>
    </message>
</context>
<context>
    <name>GenreEditor</name>
    <message>
        <source>Genre</source>
        <translation>ジャンル</translation>
    </message>
    <message>
        <source>Jazz; Blues</source>
        <translation>Jazz; Blues</translation>
    </message>
    <message>
        <source>✱ new genre</source>
        <translation>✱ 新しいジャンル</translation>
    </message>
    <message>
        <source>Not known until now: {genres}</source>
        <translation>これまで未知：{genres}</translation>
    </message>
</context>
<context>
    <name>GenreFigures</name>
    <message>
        <source>Tracks</source>
        <translation>曲数</translation>
    </message>
    <message>
        <source>How many of it were tested</source>
        <translation>テストした曲数</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>検出</translation>
    </message>
    <message>
        <source>How many of its tracks are recognised (recall)</source>
        <translation>そのジャンルの曲のうち見分けられた割合（再現率）</translation>
    </message>
    <message>
        <source>Right when said</source>
        <translation>判定の正しさ</translation>
    </message>
    <message>
        <source>How many tracks taken for it are of it (precision)</source>
        <translation>そう判定された曲のうち実際にそのジャンルだった割合（適合率）</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>The harmonic mean of both</source>
        <translation>両者の調和平均</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>ジャンル</translation>
    </message>
</context>
<context>
    <name>GenreForm</name>
    <message>
        <source>Choose a genre</source>
        <translation>ジャンルを選んでください</translation>
    </message>
    <message>
        <source>Name in {language}</source>
        <translation>{language} での名前</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>別名</translation>
    </message>
    <message>
        <source>other spellings, parted by semicolons</source>
        <translation>ほかの書き方、セミコロン区切り</translation>
    </message>
    <message>
        <source>Files and folders that say one of these are of this genre, too.</source>
        <translation>ファイルやフォルダーにこのどれかが書かれていれば、このジャンルとみなします。</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>上位ジャンル</translation>
    </message>
    <message>
        <source>May be suggested</source>
        <translation>提案してよい</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Take this genre of yours out of the vocabulary</source>
        <translation>この自作ジャンルを語彙から取り除きます</translation>
    </message>
    <message>
        <source>Counts as…</source>
        <translation>別名にする…</translation>
    </message>
    <message>
        <source>Let this genre be another name of one that you choose</source>
        <translation>このジャンルを、選んだジャンルの別名として扱います</translation>
    </message>
    <message>
        <source>Show tracks</source>
        <translation>曲を表示</translation>
    </message>
    <message>
        <source>Search for this genre in Review</source>
        <translation>このジャンルを「確認」で検索します</translation>
    </message>
    <message>
        <source>New genre</source>
        <translation>新しいジャンル</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Files call a genre so; the vocabulary does not know it.</source>
        <translation>ファイルにこのジャンルが書かれていますが、語彙にありません。</translation>
    </message>
    <message>
        <source>none: a family of its own</source>
        <translation>なし：独立した系統</translation>
    </message>
    <message>
        <source>Counts as it</source>
        <translation>これの別名</translation>
    </message>
    <message>
        <source>{genre} ✕</source>
        <translation>{genre} ✕</translation>
    </message>
    <message>
        <source>Part {genre} again</source>
        <translation>{genre} を再び分ける</translation>
    </message>
    <message>
        <source>Let it stand for itself again</source>
        <translation>再び独立したジャンルとして扱います</translation>
    </message>
</context>
<context>
    <name>GenrePanel</name>
    <message>
        <source>Figures of each genre</source>
        <translation>ジャンルごとの数値</translation>
    </message>
    <message>
        <source>Hard to tell apart</source>
        <translation>見分けにくい</translation>
    </message>
    <message>
        <source>None: each two genres are told apart well.</source>
        <translation>ありません。どの 2 つのジャンルもよく見分けられます。</translation>
    </message>
    <message>
        <source>Of the tracks of both, with no other answer allowed; a coin is right on 50 %.</source>
        <translation>両方のジャンルの曲を、その 2 択だけで答えた場合です。コイン投げなら 50 % になります。</translation>
    </message>
</context>
<context>
    <name>GenreSounds</name>
    <message>
        <source>The mean spectrogram of each genre&apos;s tracks, each relative to its loudest point; low sounds lie below, time goes to the right.</source>
        <translation>ジャンルごとの曲の平均スペクトログラムです。それぞれ最も大きい点を基準とし、低音が下、時間は右に進みます。</translation>
    </message>
    <message>
        <source>Only what differs from all genres together</source>
        <translation>全ジャンルとの違いだけを表示</translation>
    </message>
    <message>
        <source>Red is louder than in all together, blue is softer.</source>
        <translation>赤は全体より大きく、青は小さいことを示します。</translation>
    </message>
    <message>
        <source>Mean spectrograms of the genres</source>
        <translation>ジャンルの平均スペクトログラム</translation>
    </message>
</context>
<context>
    <name>GenreTree</name>
    <message>
        <source>Genres</source>
        <translation>ジャンル</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>ジャンル</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>ほかの名前</translation>
    </message>
    <message>
        <source>In files</source>
        <translation>ファイル内</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>判断済み</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>提案</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Tracks whose file names this genre</source>
        <translation>ファイルにこのジャンルが書かれている曲</translation>
    </message>
    <message>
        <source>Tracks that you gave this genre</source>
        <translation>あなたがこのジャンルと判断した曲</translation>
    </message>
    <message>
        <source>Tracks that this genre is suggested for, and nothing decided</source>
        <translation>このジャンルが提案され、まだ判断していない曲</translation>
    </message>
    <message>
        <source>{own} of this very genre, {whole} with all below it</source>
        <translation>このジャンルだけで {own}、下位も含めて {whole}</translation>
    </message>
    <message>
        <source>Only in your files</source>
        <translation>ファイルだけにあるもの</translation>
    </message>
    <message>
        <source>They are not in the vocabulary; add them, or let them count as one</source>
        <translation>語彙にありません。追加するか、既存ジャンルの別名にしてください</translation>
    </message>
</context>
<context>
    <name>GenresPage</name>
    <message>
        <source>Find a genre in any language</source>
        <translation>どの言語でもジャンルを検索できます</translation>
    </message>
    <message>
        <source>Find a genre</source>
        <translation>ジャンルを検索</translation>
    </message>
    <message>
        <source>New genre…</source>
        <translation>新しいジャンル…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>Take back what was last done to the vocabulary</source>
        <translation>語彙に対する直前の操作を取り消します</translation>
    </message>
    <message>
        <source>Rules for writing</source>
        <translation>書き込みのルール</translation>
    </message>
    <message>
        <source>The genre that is chosen</source>
        <translation>選択中のジャンル</translation>
    </message>
    <message>
        <source>Several genres</source>
        <translation>複数のジャンル</translation>
    </message>
</context>
<context>
    <name>GenresService</name>
    <message>
        <source>Added: {genre}</source>
        <translation>追加：{genre}</translation>
    </message>
    <message>
        <source>Changed: {genre}</source>
        <translation>変更：{genre}</translation>
    </message>
    <message>
        <source>Removed: {genre}</source>
        <translation>削除：{genre}</translation>
    </message>
    <message>
        <source>{genre} may be suggested</source>
        <translation>{genre} を提案できるようにしました</translation>
    </message>
    <message>
        <source>{genre} is hidden</source>
        <translation>{genre} を非表示にしました</translation>
    </message>
    <message>
        <source>{genre} counts as {other}</source>
        <translation>{genre} を {other} の別名にしました</translation>
    </message>
    <message>
        <source>{genre} stands for itself again</source>
        <translation>{genre} を再び独立させました</translation>
    </message>
    <message>
        <source>Taken back: {what}</source>
        <translation>取り消しました：{what}</translation>
    </message>
    <message>
        <source>“{text}” is a name of {genre} already.</source>
        <translation>「{text}」はすでに {genre} の名前です。</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>自作</translation>
    </message>
    <message>
        <source>⊘ not suggested</source>
        <translation>⊘ 提案しない</translation>
    </message>
    <message>
        <source>It is never suggested; the next candidate is, where there is one.</source>
        <translation>これは提案しません。次の候補があれば、それを提案します。</translation>
    </message>
    <message>
        <source>It is never suggested: what speaks for it counts for {genre}.</source>
        <translation>これは提案しません。その分は {genre} に数えます。</translation>
    </message>
    <message>
        <source>Which genre does {genre} count as?</source>
        <translation>{genre} をどのジャンルの別名にしますか？</translation>
    </message>
    <message>
        <source>{genre} is not in the vocabulary; add it first.</source>
        <translation>{genre} は語彙にありません。先に追加してください。</translation>
    </message>
    <message>
        <source>They hold for what is suggested and accepted, here and in Write.</source>
        <translation>ここと「書き込む」で、提案および承認されたジャンルに適用されます。</translation>
    </message>
    <message>
        <source>Most of your files name genres in this language: {language}.</source>
        <translation>ファイルの多くは、ジャンル名を次の言語で書いています：{language}。</translation>
    </message>
</context>
<context>
    <name>GroupDeciding</name>
    <message>
        <source>Nothing is suggested for these tracks yet.</source>
        <translation>これらの曲にはまだ提案がありません。</translation>
    </message>
    <message>
        <source>All of these are decided; unfold the group to change one.</source>
        <translation>すべて判断済みです。変更するにはグループを展開してください。</translation>
    </message>
    <message>
        <source>{decided} decided; decided before, and left so: {left}. Z: back.</source>
        <translation>{decided}を判断しました。すでに判断済みでそのまま：{left}。Z で取り消せます。</translation>
    </message>
</context>
<context>
    <name>Groups</name>
    <message>
        <source>{folder} (no album)</source>
        <translation>{folder}（アルバムなし）</translation>
    </message>
    <message>
        <source>No artist</source>
        <translation>アーティストなし</translation>
    </message>
    <message>
        <source>{genre} · {number} of {tracks}</source>
        <translation>{genre} · {tracks}中 {number}</translation>
    </message>
    <message>
        <source>{decided} of {tracks} decided</source>
        <translation>{tracks}中 {decided} 曲を判断済み</translation>
    </message>
    <message>
        <source>A or 1 to 5 decides for all its tracks that nobody has decided on.</source>
        <translation>A または 1～5 で、まだ判断していないすべての曲に適用します。</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>from the file&apos;s name</source>
        <translation>ファイル名による</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>モノラル</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>ステレオ</translation>
    </message>
    <message>
        <source>no tags</source>
        <translation>タグなし</translation>
    </message>
</context>
<context>
    <name>HeaderKeys</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>{column}: Enter sorts, Down chooses columns</source>
        <translation>{column}：Enter で並べ替え、下矢印で列を選択</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Take back from a file…</source>
        <translation>ファイルから取り消す…</translation>
    </message>
    <message>
        <source>With a library that was damaged, restored or lost: each batch has a file too</source>
        <translation>ライブラリが壊れた、復元した、失われた場合のために、各バッチのファイルもあります</translation>
    </message>
    <message>
        <source>Files of batches (*{suffix})</source>
        <translation>バッチのファイル (*{suffix})</translation>
    </message>
    <message>
        <source>Take back from a file</source>
        <translation>ファイルから取り消す</translation>
    </message>
    <message>
        <source>Restore only the genre…</source>
        <translation>ジャンルだけを元に戻す…</translation>
    </message>
    <message>
        <source>For files that were changed by others since: writes the old genre, no more</source>
        <translation>その後ほかのプログラムが変更したファイル用：元のジャンルだけを書き込みます</translation>
    </message>
    <message>
        <source>Taking back</source>
        <translation>取り消し中</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>取り消す…</translation>
    </message>
    <message>
        <source>Take back {number} selected…</source>
        <translation>選択した {number} 個を取り消す…</translation>
    </message>
    <message>
        <source>Take back all {number}…</source>
        <translation>{number} 個すべてを取り消す…</translation>
    </message>
    <message>
        <source>Put {files} back where they were?</source>
        <translation>{files}を元の場所に戻しますか？</translation>
    </message>
    <message>
        <source>Copies and links that were made are removed. Files that were changed since are left where they are.</source>
        <translation>作成したコピーとリンクは削除されます。その後変更されたファイルはそのままです。</translation>
    </message>
    <message>
        <source>Write the old genre into {files}?</source>
        <translation>{files}に元のジャンルを書き込みますか？</translation>
    </message>
    <message>
        <source>Take back what was written into {files}?</source>
        <translation>{files}への書き込みを取り消しますか？</translation>
    </message>
    <message>
        <source>Nothing was written yet. What you write can be taken back here, days later and byte for byte; so can files that were sorted into folders.</source>
        <translation>まだ何も書き込んでいません。書き込んだものは、ここで何日後でも 1 バイト単位で取り消せます。フォルダーに整理したファイルも同様です。</translation>
    </message>
    <message>
        <source>All else that was changed in them since stays as it is.</source>
        <translation>その後のほかの変更はすべてそのままです。</translation>
    </message>
    <message>
        <source>They get back every byte that they had. Files that were changed since are left as they are.</source>
        <translation>元のバイト列がすべて戻ります。その後変更されたファイルはそのままです。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>What was written</source>
        <translation>書き込んだもの</translation>
    </message>
</context>
<context>
    <name>HistoryService</name>
    <message>
        <source>The file is damaged: what else it held is not known, and was left as it is.</source>
        <translation>ファイルが壊れています。ほかに何があったかは不明なため、そのままにしました。</translation>
    </message>
</context>
<context>
    <name>HistorySettingsPage</name>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>Can be taken back for</source>
        <translation>取り消せる期間</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 日</translation>
    </message>
    <message>
        <source>So long at least the bytes are kept that files had before they were written.</source>
        <translation>書き込む前のファイルのバイト列を、少なくともこの期間保存します。</translation>
    </message>
    <message>
        <source>always</source>
        <translation>無期限</translation>
    </message>
    <message>
        <source>And longer in</source>
        <translation>それ以降の保存容量</translation>
    </message>
    <message>
        <source>What is older and does not fit is forgotten at the next start, but for the last ten batches. A written genre takes a few hundred bytes as a rule.</source>
        <translation>期間を過ぎて容量に収まらないものは、最新の 10 バッチを除き、次回の起動時に消えます。書き込んだジャンル 1 件は通常数百バイトです。</translation>
    </message>
    <message>
        <source>any room</source>
        <translation>制限なし</translation>
    </message>
</context>
<context>
    <name>Insights</name>
    <message>
        <source>genres in files: {number}</source>
        <translation>ファイル内のジャンル：{number}</translation>
    </message>
    <message>
        <source>{number} without a genre</source>
        <translation>ジャンルなし {number}</translation>
    </message>
    <message>
        <source>{number} heard, {share} of them with a sure genre</source>
        <translation>解析済み {number}、うち {share} に確かなジャンルあり</translation>
    </message>
    <message>
        <source>The files name fewer than two genres: nothing to compare.</source>
        <translation>ファイルに書かれたジャンルが 2 つ未満のため、比較できません。</translation>
    </message>
    <message>
        <source>The largest genre has {ratio} times as many tracks as the smallest; together they are as varied as {number} genres of one size.</source>
        <translation>最大のジャンルの曲数は最小の {ratio} 倍です。全体の多様さは、同じ大きさの {number} ジャンルに相当します。</translation>
    </message>
    <message>
        <source>A classifier trained on them would favour {genre}: add to genres with fewer than {wanted} tracks, or merge them.</source>
        <translation>これで学習した分類器は {genre} に偏ります。{wanted} 曲未満のジャンルに曲を足すか、統合してください。</translation>
    </message>
    <message>
        <source>Who always says {genre} is right on {share}: look at balanced accuracy, too.</source>
        <translation>常に {genre} と答えるだけで {share} 正解します。均衡正解率も見てください。</translation>
    </message>
    <message>
        <source>Fewer than {least} tracks: {genres}. They are hardly learned.</source>
        <translation>{least} 曲未満：{genres}。ほとんど学習できません。</translation>
    </message>
    <message>
        <source>{name} – together</source>
        <translation>{name} – 全体</translation>
    </message>
</context>
<context>
    <name>InsightsPage</name>
    <message>
        <source>Save figures…</source>
        <translation>数値を保存…</translation>
    </message>
    <message>
        <source>All figures as JSON, for other programs</source>
        <translation>すべての数値を、ほかのプログラム用に JSON で保存します</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>画像を保存…</translation>
    </message>
    <message>
        <source>These spectrograms as one PNG</source>
        <translation>これらのスペクトログラムを 1 枚の PNG に保存します</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>再生または一時停止</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>How genres sound</source>
        <translation>ジャンルの聞こえ方</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>マップ</translation>
    </message>
    <message>
        <source>Probably mislabelled</source>
        <translation>誤りの可能性</translation>
    </message>
</context>
<context>
    <name>InsightsService</name>
    <message>
        <source>The library is empty. Add a folder of music first.</source>
        <translation>ライブラリが空です。先に音楽のフォルダーを追加してください。</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>計算中…</translation>
    </message>
    <message>
        <source>Working it out… {share}</source>
        <translation>計算中… {share}</translation>
    </message>
    <message>
        <source>There is nothing to compare yet: no genre has enough tracks that were heard and are still in the cache. Listen to the library first.</source>
        <translation>まだ比較できるものがありません。解析済みでキャッシュに残っている曲が十分にあるジャンルがありません。先にライブラリを解析してください。</translation>
    </message>
    <message>
        <source>No track surely sounds like another genre than its file says.</source>
        <translation>ファイルのジャンルと明らかに違って聞こえる曲はありません。</translation>
    </message>
    <message>
        <source>No file names a genre that the classifiers know: nothing to compare.</source>
        <translation>分類器の知っているジャンルがどのファイルにも書かれていないため、比較できません。</translation>
    </message>
    <message>
        <source>The classifier in use has heard no track yet. Let it listen to all folders first.</source>
        <translation>使用中の分類器はまだ曲を解析していません。先にすべてのフォルダーを解析してください。</translation>
    </message>
    <message>
        <source>No track was heard yet. Once some were, you find them here.</source>
        <translation>まだ解析済みの曲がありません。解析すると、ここに表示されます。</translation>
    </message>
    <message>
        <source>There is no such track.</source>
        <translation>そのような曲はありません。</translation>
    </message>
    <message>
        <source>Look into the sound settings of this computer.</source>
        <translation>このコンピューターのサウンド設定を確認してください。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>It is kept in {path}.</source>
        <translation>{path} に保存しました。</translation>
    </message>
</context>
<context>
    <name>JobStrip</name>
    <message>
        <source>Progress</source>
        <translation>進み具合</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Goes on where it was stopped</source>
        <translation>停止したところから続けます</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>停止中…</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>停止しました</translation>
    </message>
</context>
<context>
    <name>JobsPage</name>
    <message>
        <source>The usual jobs</source>
        <translation>主な使い方</translation>
    </message>
    <message>
        <source>Review a folder of unsorted music</source>
        <translation>未整理の音楽フォルダーを確認する</translation>
    </message>
    <message>
        <source>Change the genres of thousands of files safely</source>
        <translation>何千ものファイルのジャンルを安全に変更する</translation>
    </message>
    <message>
        <source>Make a classifier of your own</source>
        <translation>自分の分類器を作る</translation>
    </message>
    <message>
        <source>{accept} accepts what is suggested, 1 to 5 take another candidate, {edit} lets you type a genre, {skip} skips, {undo} takes back. The next row comes by itself.</source>
        <translation>{accept} で提案を承認、1～5 で別の候補を採用、{edit} でジャンルを入力、{skip} でスキップ、{undo} で取り消します。次の行には自動で進みます。</translation>
    </message>
    <message>
        <source>Look at a row: its genre, how sure that is, and on the right why. {play} plays it.</source>
        <translation>行を見ます。ジャンルとその確かさ、右側にその理由が表示されます。{play} で再生します。</translation>
    </message>
    <message>
        <source>Drop the folder onto the window, or press Ctrl+O. Its files are read, then heard; nothing is changed in them.</source>
        <translation>フォルダーをウィンドウにドロップするか、Ctrl+O を押します。ファイルが読み込まれ、続いて解析されます。ファイルは変更されません。</translation>
    </message>
    <message>
        <source>Choose “To review” on the left: the tracks that help most come first.</source>
        <translation>左で「要確認」を選ぶと、最も役立つ曲から順に並びます。</translation>
    </message>
    <message>
        <source>“Accept all from 90 %” decides what is that sure at once, and says beforehand how many of those tracks are about right.</source>
        <translation>「一括承認：信頼度 90 %」で、それだけ確かなものをまとめて判断します。約何曲が正しいかは事前に表示されます。</translation>
    </message>
    <message>
        <source>Ctrl+Enter shows every change before anything is written.</source>
        <translation>Ctrl+Enter で、書き込む前にすべての変更を確認できます。</translation>
    </message>
    <message>
        <source>Decide first: search or choose on the left, Ctrl+A selects all that is shown, and {edit} sets one genre for all of it.</source>
        <translation>まず判断します。検索するか左で選び、Ctrl+A で表示中のすべてを選択し、{edit} でまとめて 1 つのジャンルにします。</translation>
    </message>
    <message>
        <source>Press Ctrl+Enter. The list has each file with its genre before and after. What cannot be written safely is refused, with the reason and what to do.</source>
        <translation>Ctrl+Enter を押します。一覧に各ファイルの変更前と変更後のジャンルが並びます。安全に書き込めないものは、理由と対処法を示して拒否します。</translation>
    </message>
    <message>
        <source>Settings › Writing has the version of tags, and how several genres are kept.</source>
        <translation>「設定」›「書き込み」で、タグのバージョンや複数ジャンルの書き方を選べます。</translation>
    </message>
    <message>
        <source>Write. Only the genre&apos;s bytes change; the sound and all other tags stay as they are, also where the power fails. You can stop at any time.</source>
        <translation>書き込みます。変わるのはジャンルのバイト列だけで、停電しても音やほかのタグはそのままです。いつでも停止できます。</translation>
    </message>
    <message>
        <source>History has every batch: take it back, all of it or some files, and they get the bytes again that they had. Settings › History says for how long.</source>
        <translation>「履歴」にすべてのバッチがあります。全体または一部のファイルを取り消すと、元のバイト列に戻ります。期間は「設定」›「履歴」で決められます。</translation>
    </message>
    <message>
        <source>Sort some music into folders that are named after genres. Twenty tracks of each by several artists are a start; more artists are better than more tracks.</source>
        <translation>音楽をジャンル名のフォルダーに分けます。複数のアーティストの曲が各 20 曲あれば始められます。曲数よりアーティスト数が多いほど良くなります。</translation>
    </message>
    <message>
        <source>Train shows what is in these folders and what to mind: too few tracks, copies, a genre by one artist only.</source>
        <translation>「学習」に、フォルダーの内容と注意点が表示されます：曲が少ない、コピーがある、アーティストが 1 人だけのジャンルがある、など。</translation>
    </message>
    <message>
        <source>Choose how thorough it is to be; how long that takes is said beforehand.</source>
        <translation>どれだけ入念に学習するかを選びます。かかる時間は事前に表示されます。</translation>
    </message>
    <message>
        <source>The report says how often it is right on artists that it never heard, and which tracks probably lie in the wrong folder.</source>
        <translation>レポートに、解析したことのないアーティストでの正解率と、フォルダーを間違えていそうな曲が示されます。</translation>
    </message>
    <message>
        <source>“Use it” lets it suggest from now on, “Listen again” lets it hear the library. The classifier that came with the program stays, and can be used again.</source>
        <translation>「これを使う」で今後の提案に使い、「解析し直す」でライブラリを解析します。プログラム付属の分類器は残り、いつでも戻せます。</translation>
    </message>
</context>
<context>
    <name>KeepBar</name>
    <message>
        <source> days</source>
        <translation> 日</translation>
    </message>
    <message>
        <source>always</source>
        <translation>無期限</translation>
    </message>
    <message>
        <source>Days for which writing can be taken back</source>
        <translation>書き込みを取り消せる日数</translation>
    </message>
    <message>
        <source>any room</source>
        <translation>制限なし</translation>
    </message>
    <message>
        <source>Room for what can be taken back</source>
        <translation>取り消し用の保存容量</translation>
    </message>
    <message>
        <source>Can be taken back for</source>
        <translation>取り消せる期間</translation>
    </message>
    <message>
        <source>and longer in</source>
        <translation>それ以降の容量</translation>
    </message>
    <message>
        <source>What is older and does not fit is forgotten at the next start, but for the last ten batches.</source>
        <translation>期間を過ぎて容量に収まらないものは、最新の 10 バッチを除き、次回の起動時に消えます。</translation>
    </message>
    <message>
        <source>The old bytes also lie in {folder}, one file a batch; musicreclass undo --from FILE takes one back without the library.</source>
        <translation>元のバイト列は {folder} にも 1 バッチ 1 ファイルであります。musicreclass undo --from FILE で、ライブラリなしで取り消せます。</translation>
    </message>
</context>
<context>
    <name>KeptPage</name>
    <message>
        <source>Where things are kept</source>
        <translation>保存場所</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>ライブラリ</translation>
    </message>
    <message>
        <source>decisions, suggestions, and what can be taken back; worth a backup</source>
        <translation>判断、提案、取り消しに必要なもの。バックアップをお勧めします</translation>
    </message>
    <message>
        <source>Classifiers</source>
        <translation>分類器</translation>
    </message>
    <message>
        <source>those of your own, each in a file that can be given away</source>
        <translation>自作のもの。それぞれ 1 ファイルで、人に渡せます</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>a text file; what is damaged in it is put aside and said</source>
        <translation>テキストファイルです。壊れた部分は脇に移し、お知らせします</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>キャッシュ</translation>
    </message>
    <message>
        <source>what was measured of the music; losing it costs time only</source>
        <translation>音楽の測定結果。失われても時間がかかるだけです</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>what the program noted, for whoever looks into a fault</source>
        <translation>不具合を調べる人のための、プログラムの記録</translation>
    </message>
    <message>
        <source>Your music stays where it is. Nothing is sent anywhere: the program works without a network.</source>
        <translation>音楽は元の場所にあります。どこにも送信しません。このプログラムはネットワークなしで動きます。</translation>
    </message>
</context>
<context>
    <name>KeyButton</name>
    <message>
        <source>press a key…</source>
        <translation>キーを押してください…</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Those without Ctrl work while the table has the keyboard. Settings › Keys lets you choose others.</source>
        <translation>Ctrl のないものは、表にキーボードがあるときに使えます。「設定」›「キー」で変更できます。</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>go to the next or the previous track</source>
        <translation>次または前の曲に移動</translation>
    </message>
    <message>
        <source>take this candidate instead</source>
        <translation>この候補を採用</translation>
    </message>
    <message>
        <source>type the genre, or several parted by semicolons</source>
        <translation>ジャンルを入力（複数はセミコロン区切り）</translation>
    </message>
    <message>
        <source>skip: leave the track as it is</source>
        <translation>スキップ：曲をそのままにする</translation>
    </message>
    <message>
        <source>take back the last decision</source>
        <translation>直前の判断を取り消す</translation>
    </message>
    <message>
        <source>write what is accepted into the files</source>
        <translation>承認したものをファイルに書き込む</translation>
    </message>
    <message>
        <source>play or pause</source>
        <translation>再生または一時停止</translation>
    </message>
    <message>
        <source>go to the next track</source>
        <translation>次の曲に移動</translation>
    </message>
    <message>
        <source>go to the previous track</source>
        <translation>前の曲に移動</translation>
    </message>
    <message>
        <source>accept the genre that the row shows</source>
        <translation>行に表示されたジャンルを承認</translation>
    </message>
    <message>
        <source>clear what was decided of the selected tracks</source>
        <translation>選択した曲の判断を消去</translation>
    </message>
    <message>
        <source>decide again what was taken back</source>
        <translation>取り消した判断をやり直す</translation>
    </message>
    <message>
        <source>go to the first or the last track</source>
        <translation>最初または最後の曲に移動</translation>
    </message>
    <message>
        <source>five seconds back or on</source>
        <translation>5 秒戻る、または進む</translation>
    </message>
    <message>
        <source>on a group: for all its undecided tracks</source>
        <translation>グループ上：未判断の全曲に適用</translation>
    </message>
    <message>
        <source>on a group: fold or unfold it</source>
        <translation>グループ上：折りたたむ、または展開</translation>
    </message>
    <message>
        <source>list what was decided</source>
        <translation>判断の一覧を表示</translation>
    </message>
    <message>
        <source>(a double click on the genre types it, too)</source>
        <translation>（ジャンルのダブルクリックでも入力できます）</translation>
    </message>
    <message>
        <source>select all that is shown</source>
        <translation>表示中のすべてを選択</translation>
    </message>
    <message>
        <source>copy the selected rows as text</source>
        <translation>選択した行をテキストとしてコピー</translation>
    </message>
    <message>
        <source>search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>turn to a page: Review, Train, Insights …</source>
        <translation>ページの切り替え：確認、学習、分析…</translation>
    </message>
    <message>
        <source>add a folder of music</source>
        <translation>音楽のフォルダーを追加</translation>
    </message>
    <message>
        <source>look at all folders again</source>
        <translation>すべてのフォルダーを調べ直す</translation>
    </message>
    <message>
        <source>listen to what was not heard yet</source>
        <translation>未解析のものを解析</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>show these keys</source>
        <translation>キーの一覧を表示</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>These work while the table of tracks has the keyboard. Click one and press another key to change it.</source>
        <translation>曲の表にキーボードがあるときに使えます。クリックして別のキーを押すと変更できます。</translation>
    </message>
    <message>
        <source>Always so</source>
        <translation>固定のキー</translation>
    </message>
    <message>
        <source>This key has another use in the window; choose another one.</source>
        <translation>このキーはウィンドウの別の機能で使われています。別のキーを選んでください。</translation>
    </message>
    <message>
        <source>{key} is taken already: {action}. Change that one first.</source>
        <translation>{key} は使われています：{action}。先にそちらを変更してください。</translation>
    </message>
</context>
<context>
    <name>LevelMeter</name>
    <message>
        <source>Level</source>
        <translation>音量レベル</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>無音</translation>
    </message>
</context>
<context>
    <name>LibraryMender</name>
    <message>
        <source>No program is there to show folders. It is {folder}.</source>
        <translation>フォルダーを表示できるプログラムがありません。フォルダー：{folder}</translation>
    </message>
</context>
<context>
    <name>LibraryMoving</name>
    <message>
        <source>Move the library</source>
        <translation>ライブラリを移動</translation>
    </message>
    <message>
        <source>Move the library to {folder}, and start the program again?</source>
        <translation>ライブラリを {folder} に移動し、プログラムを再起動しますか？</translation>
    </message>
    <message>
        <source>What is going on is stopped, and goes on then. The old file stays, renamed.</source>
        <translation>実行中のものは停止し、再起動後に続けます。元のファイルは名前を変えて残します。</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>The library is copied and compared…</source>
        <translation>ライブラリをコピーして照合しています…</translation>
    </message>
    <message>
        <source>The library is now {file}. It was named at the start: name it so there.</source>
        <translation>ライブラリは {file} になりました。起動時に指定していたので、今後はこちらを指定してください。</translation>
    </message>
    <message>
        <source>The library is now {file}.</source>
        <translation>ライブラリは {file} になりました。</translation>
    </message>
    <message>
        <source>The library stays where it is: {why}</source>
        <translation>ライブラリはそのままです：{why}</translation>
    </message>
    <message>
        <source>The library stays where it is.</source>
        <translation>ライブラリはそのままです。</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Library</source>
        <translation>ライブラリ</translation>
    </message>
    <message>
        <source>The library remembers your folders, what was suggested, all that you decided, and what files were before they were written.</source>
        <translation>ライブラリには、フォルダー、提案、すべての判断、書き込む前のファイルの状態が記録されています。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>フォルダーを表示</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>移動…</translation>
    </message>
    <message>
        <source>Moving copies it, compares the copy, and starts the program again with it. Network drives are refused: they can damage it.</source>
        <translation>コピーして照合し、それを使ってプログラムを再起動します。壊れるおそれがあるため、ネットワークドライブには移動できません。</translation>
    </message>
    <message>
        <source>Show what changes in the folders by itself</source>
        <translation>フォルダーの変化を自動で表示する</translation>
    </message>
    <message>
        <source>New, changed, moved and vanished files appear without a scan.</source>
        <translation>新しい、変更された、移動した、なくなったファイルが、スキャンなしで反映されます。</translation>
    </message>
    <message>
        <source>Make a backup of the library every day</source>
        <translation>毎日ライブラリのバックアップを作る</translation>
    </message>
    <message>
        <source>Before a new version changes it, one is made in any case.</source>
        <translation>新しいバージョンによる変更の前には、必ず作られます。</translation>
    </message>
    <message>
        <source>Backups take at most</source>
        <translation>バックアップの上限</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>The oldest go first; the two latest always stay.</source>
        <translation>古いものから消えます。最新の 2 つは必ず残ります。</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>今すぐバックアップ</translation>
    </message>
    <message>
        <source>Show backups</source>
        <translation>バックアップを表示</translation>
    </message>
    <message>
        <source>Backed up: {path}</source>
        <translation>バックアップしました：{path}</translation>
    </message>
    <message>
        <source>Folder for the library</source>
        <translation>ライブラリのフォルダー</translation>
    </message>
</context>
<context>
    <name>ListMenu</name>
    <message>
        <source>Tracks that are shown</source>
        <translation>表示中の曲</translation>
    </message>
    <message>
        <source>Sort files into folders…</source>
        <translation>ファイルをフォルダーに整理…</translation>
    </message>
    <message>
        <source>Export a table…</source>
        <translation>表を書き出す…</translation>
    </message>
    <message>
        <source>Export playlists by genre…</source>
        <translation>ジャンル別プレイリストを書き出す…</translation>
    </message>
</context>
<context>
    <name>LivePage</name>
    <message>
        <source>What to listen to</source>
        <translation>聴くもの</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>いま</translation>
    </message>
    <message>
        <source>The last minute, mostly</source>
        <translation>直近 1 分は主に</translation>
    </message>
    <message>
        <source>Nothing is recorded: what was listened to is forgotten at once.</source>
        <translation>録音はされません。聴いた音はすぐに忘れられます。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>聴く</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>無音</translation>
    </message>
</context>
<context>
    <name>LiveService</name>
    <message>
        <source>Listening.</source>
        <translation>聴いています。</translation>
    </message>
    <message>
        <source>Getting the classifier ready…</source>
        <translation>分類器を準備しています…</translation>
    </message>
    <message>
        <source>There is no microphone here, and no sound server that says what this computer plays. One that is plugged in can be chosen at once.</source>
        <translation>ここにはマイクも、このコンピューターの再生音を渡すサウンドサーバーもありません。接続すればすぐに選べます。</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>Nothing was noted that is to be shown.</source>
        <translation>表示する記録がありません。</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>Only what contains…</source>
        <translation>これを含むものだけ…</translation>
    </message>
    <message>
        <source>Only what contains</source>
        <translation>これを含むものだけ</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>warnings and errors</source>
        <translation>警告とエラー</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>表示内容</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>追従</translation>
    </message>
    <message>
        <source>Stay at the end while the log grows</source>
        <translation>ログが増えても末尾を表示し続けます</translation>
    </message>
    <message>
        <source>with names of folders and files</source>
        <translation>フォルダー名とファイル名を含める</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>レポートをコピー</translation>
    </message>
    <message>
        <source>Version, system, settings and the end of the log. Nothing is sent.</source>
        <translation>バージョン、システム、設定、ログの末尾です。何も送信しません。</translation>
    </message>
    <message>
        <source>Show log file</source>
        <translation>ログファイルを表示</translation>
    </message>
    <message>
        <source>{shown} of {all} entries</source>
        <translation>{all} 件中 {shown} 件</translation>
    </message>
    <message>
        <source>The report is in the clipboard.</source>
        <translation>レポートをクリップボードにコピーしました。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Add a folder of music</source>
        <translation>音楽のフォルダーを追加</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>Classifiers</source>
        <translation>分類器</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>ジャンル</translation>
    </message>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>ライブ</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>メニュー</translation>
    </message>
    <message>
        <source>Folders, settings, help</source>
        <translation>フォルダー、設定、ヘルプ</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>フォルダーを追加…</translation>
    </message>
    <message>
        <source>Scan all folders</source>
        <translation>すべてのフォルダーをスキャン</translation>
    </message>
    <message>
        <source>Listen to all folders</source>
        <translation>すべてのフォルダーを解析</translation>
    </message>
    <message>
        <source>Decisions…</source>
        <translation>判断…</translation>
    </message>
    <message>
        <source>Help…</source>
        <translation>ヘルプ…</translation>
    </message>
    <message>
        <source>Log…</source>
        <translation>ログ…</translation>
    </message>
    <message>
        <source>About musicreclass…</source>
        <translation>musicreclass について…</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>ログを表示</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Scanning</source>
        <translation>スキャン中</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>解析中</translation>
    </message>
    <message>
        <source>{files} files looked at: {new} new, {changed} changed, {missing} missing</source>
        <translation>{files} ファイルを確認：新規 {new}、変更 {changed}、行方不明 {missing}</translation>
    </message>
    <message>
        <source>{number} could not be read, see Problems</source>
        <translation>{number} 個を読み込めません。「問題あり」をご覧ください</translation>
    </message>
    <message>
        <source>{tracks} listened to</source>
        <translation>{tracks}を解析しました</translation>
    </message>
    <message>
        <source>{number} could not be heard, see Problems</source>
        <translation>{number} 曲を解析できません。「問題あり」をご覧ください</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>設定…</translation>
    </message>
</context>
<context>
    <name>ManyButton</name>
    <message>
        <source>All that is shown ▾</source>
        <translation>表示中のすべて ▾</translation>
    </message>
    <message>
        <source>Set the genre of all tracks shown, skip, clear, sort or export them</source>
        <translation>表示中の全曲のジャンル設定、スキップ、消去、整理、書き出し</translation>
    </message>
    <message>
        <source>Export playlists by genre…</source>
        <translation>ジャンル別プレイリストを書き出す…</translation>
    </message>
    <message>
        <source>Set genre of {tracks}…</source>
        <translation>{tracks}のジャンルを設定…</translation>
    </message>
    <message>
        <source>Skip {tracks}</source>
        <translation>{tracks}をスキップ</translation>
    </message>
    <message>
        <source>Clear the decisions on {tracks}</source>
        <translation>{tracks}の判断を消去</translation>
    </message>
    <message>
        <source>Sort files of {tracks} into folders…</source>
        <translation>{tracks}のファイルをフォルダーに整理…</translation>
    </message>
    <message>
        <source>Export {tracks} as a table…</source>
        <translation>{tracks}を表として書き出す…</translation>
    </message>
</context>
<context>
    <name>MapCanvas</name>
    <message>
        <source>Map of the library</source>
        <translation>ライブラリのマップ</translation>
    </message>
    <message>
        <source>Arrows go from dot to dot, with Shift they draw a line around dots; Enter plays, Space chooses, Escape gives the line up, plus and minus zoom, Home shows all</source>
        <translation>矢印キーで点から点へ移動、Shift を押しながらで点を囲む線を描画。Enter で再生、Space で選択、Esc で線を取りやめ、+ と - で拡大縮小、Home で全体表示</translation>
    </message>
    <message>
        <source>{number} dots, {chosen} chosen</source>
        <translation>点 {number} 個、選択中 {chosen} 個</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Suggested genre</source>
        <translation>提案されたジャンル</translation>
    </message>
    <message>
        <source>Genre in file</source>
        <translation>ファイルのジャンル</translation>
    </message>
    <message>
        <source>What the colours stand for</source>
        <translation>色が表すもの</translation>
    </message>
    <message>
        <source>Show in Review</source>
        <translation>「確認」に表示</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>選択を解除</translation>
    </message>
    <message>
        <source>{tracks} chosen</source>
        <translation>{tracks}を選択</translation>
    </message>
    <message>
        <source>What sounds alike lies close. Click a dot to play it, draw around dots to choose them; the wheel zooms, the right button moves. By keys: arrows go from dot to dot and draw with Shift, Space chooses, Enter plays.</source>
        <translation>似た音ほど近くにあります。点をクリックすると再生し、囲むと選択します。ホイールで拡大縮小、右ボタンで移動します。キーボードでは、矢印キーで移動、Shift を押しながらで囲む線を描画、Space で選択、Enter で再生します。</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>選択中</translation>
    </message>
    <message>
        <source>Of {tracks}, {number} picked at random are shown.</source>
        <translation>{tracks}のうち、無作為に選んだ {number} 曲を表示しています。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>不確実</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>{rate} tracks/s</source>
        <translation>{rate} 曲/秒</translation>
    </message>
    <message>
        <source>{rate} MB/s</source>
        <translation>{rate} MB/秒</translation>
    </message>
    <message>
        <source>1 track</source>
        <translation>1 曲</translation>
    </message>
    <message>
        <source>{number} tracks</source>
        <translation>{number} 曲</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 個のファイル</translation>
    </message>
    <message>
        <source>{number} files</source>
        <translation>{number} 個のファイル</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{number} s left</source>
        <translation>残り {number} 秒</translation>
    </message>
    <message>
        <source>{number} min left</source>
        <translation>残り {number} 分</translation>
    </message>
    <message>
        <source>{number} h left</source>
        <translation>残り {number} 時間</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{total} 中 {done}</translation>
    </message>
    <message>
        <source>{number} s</source>
        <translation>{number} 秒</translation>
    </message>
    <message>
        <source>{number} min</source>
        <translation>{number} 分</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 時間 {minutes} 分</translation>
    </message>
    <message>
        <source>{rate} files/s</source>
        <translation>{rate} ファイル/秒</translation>
    </message>
</context>
<context>
    <name>MislabelTableModel</name>
    <message>
        <source>Play it, or pause</source>
        <translation>再生または一時停止</translation>
    </message>
</context>
<context>
    <name>MislabelView</name>
    <message>
        <source>Probably mislabelled</source>
        <translation>誤りの可能性</translation>
    </message>
    <message>
        <source>Those that I said are right: {number}</source>
        <translation>正しいと答えたもの：{number}</translation>
    </message>
    <message>
        <source>{tracks} of {compared} surely sound like another genre than their files say; the most suspicious come first. Where a classifier was trained on these very files it repeats what they say, and finds less.</source>
        <translation>{compared} 曲のうち {tracks}が、ファイルのジャンルと明らかに違って聞こえます。疑わしいものから順に並べています。分類器がこれらのファイルで学習している場合は、書かれたとおりに答えるため、見つかる数が減ります。</translation>
    </message>
    <message>
        <source>Show {number} in Review</source>
        <translation>{number} 件を「確認」に表示</translation>
    </message>
    <message>
        <source>Show all in Review</source>
        <translation>すべてを「確認」に表示</translation>
    </message>
</context>
<context>
    <name>Mislabels</name>
    <message>
        <source>Title</source>
        <translation>タイトル</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>アーティスト</translation>
    </message>
    <message>
        <source>Genre in file</source>
        <translation>ファイルのジャンル</translation>
    </message>
    <message>
        <source>Sounds like</source>
        <translation>聞こえ方</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>信頼度</translation>
    </message>
</context>
<context>
    <name>MissingMenu</name>
    <message>
        <source>Locate…</source>
        <translation>場所を指定…</translation>
    </message>
    <message>
        <source>Forget {tracks}</source>
        <translation>{tracks}の登録を解除</translation>
    </message>
    <message>
        <source>The folder in which the missing files are now</source>
        <translation>行方不明のファイルが現在あるフォルダー</translation>
    </message>
    <message>
        <source>{found} of {number} missing files are found again.</source>
        <translation>行方不明の {number} 個のファイルのうち {found} 個が見つかりました。</translation>
    </message>
    <message>
        <source>Forgotten: {tracks}. Should the files come back, so do the decisions on them.</source>
        <translation>登録を解除しました：{tracks}。ファイルが戻れば、判断も戻ります。</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>Clear</source>
        <translation>解除</translation>
    </message>
    <message>
        <source>Show all tracks again</source>
        <translation>全曲を表示</translation>
    </message>
    <message>
        <source>Nothing matches “{text}”.</source>
        <translation>「{text}」に一致するものはありません。</translation>
    </message>
    <message>
        <source>No track is like that.</source>
        <translation>条件に合う曲はありません。</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Opening…</source>
        <translation>開いています…</translation>
    </message>
</context>
<context>
    <name>OrderBar</name>
    <message>
        <source>Advanced</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Where the classifier goes</source>
        <translation>分類器の保存先</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>変更…</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>学習を開始</translation>
    </message>
    <message>
        <source>Classifiers (*{suffix})</source>
        <translation>分類器 (*{suffix})</translation>
    </message>
    <message>
        <source>The classifier goes to</source>
        <translation>分類器の保存先</translation>
    </message>
</context>
<context>
    <name>OrganizeDialog</name>
    <message>
        <source>Sort files into folders</source>
        <translation>ファイルをフォルダーに整理</translation>
    </message>
    <message>
        <source>Put every file back where it was</source>
        <translation>すべてのファイルを元の場所に戻します</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Looking at the files</source>
        <translation>ファイルを調べています</translation>
    </message>
    <message>
        <source>Sorting</source>
        <translation>整理中</translation>
    </message>
    <message>
        <source>Taking back</source>
        <translation>取り消し中</translation>
    </message>
    <message>
        <source>Which tracks</source>
        <translation>対象の曲</translation>
    </message>
    <message>
        <source>a folder that holds the folders of genres</source>
        <translation>ジャンルフォルダーを置くフォルダー</translation>
    </message>
    <message>
        <source>Folder to sort into</source>
        <translation>整理先のフォルダー</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選ぶ…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>フォルダーを選ぶ</translation>
    </message>
    <message>
        <source>Folders and names</source>
        <translation>フォルダーと名前</translation>
    </message>
    <message>
        <source>Also {albumartist}, {year}, {track}, {name} and {ext}; / begins a folder.
Letters that some system forbids become _.</source>
        <translation>{albumartist}、{year}、{track}、{name}、{ext} も使えます。/ でフォルダーを区切ります。
システムによって禁止される文字は _ になります。</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Hard links</source>
        <translation>ハードリンク</translation>
    </message>
    <message>
        <source>Symbolic links</source>
        <translation>シンボリックリンク</translation>
    </message>
    <message>
        <source>How files get there</source>
        <translation>ファイルの移し方</translation>
    </message>
    <message>
        <source>Moved tracks keep all that you decided of them.</source>
        <translation>移動した曲の判断はすべて残ります。</translation>
    </message>
    <message>
        <source>Remove folders that are left empty</source>
        <translation>空になったフォルダーを削除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Waiting for the scan to end…</source>
        <translation>スキャンの終了を待っています…</translation>
    </message>
    <message>
        <source>Sort {number} files</source>
        <translation>{number} 個のファイルを整理</translation>
    </message>
    <message>
        <source>Sort files</source>
        <translation>ファイルを整理</translation>
    </message>
    <message>
        <source>Sort {number} files into folders by genre</source>
        <translation>{number} 個のファイルをジャンル別フォルダーに整理</translation>
    </message>
    <message>
        <source>Sort files into</source>
        <translation>ファイルの整理先</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>曲</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>整理先</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方法</translation>
    </message>
</context>
<context>
    <name>OrganizeRun</name>
    <message>
        <source>Choose a folder to sort into.</source>
        <translation>整理先のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Left where they are: {reasons}.</source>
        <translation>元の場所に残すもの：{reasons}。</translation>
    </message>
    <message>
        <source>The library watches over the folder from then on.</source>
        <translation>以後、ライブラリはこのフォルダーを監視します。</translation>
    </message>
    <message>
        <source>Files with several names are not written into, unless parted.</source>
        <translation>複数の名前を持つファイルは、切り離さないかぎり書き込まれません。</translation>
    </message>
    <message>
        <source>{tracks} not decided yet</source>
        <translation>未判断 {tracks}</translation>
    </message>
    <message>
        <source>{tracks} skipped</source>
        <translation>スキップ済み {tracks}</translation>
    </message>
    <message>
        <source>{tracks} taken back: accept what they shall be</source>
        <translation>取り消し済み {tracks}（承認し直してください）</translation>
    </message>
    <message>
        <source>{tracks} missing</source>
        <translation>行方不明 {tracks}</translation>
    </message>
</context>
<context>
    <name>OrganizingService</name>
    <message>
        <source>Selected: {tracks}</source>
        <translation>選択中：{tracks}</translation>
    </message>
    <message>
        <source>All that is shown: {tracks}</source>
        <translation>表示中のすべて：{tracks}</translation>
    </message>
    <message>
        <source>The whole library</source>
        <translation>ライブラリ全体</translation>
    </message>
</context>
<context>
    <name>OverrideDrawer</name>
    <message>
        <source>Advanced</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>For experts. Fields left empty keep the value of the preset, shown in grey.</source>
        <translation>上級者向けです。空欄は、灰色で示されたプリセットの値を使います。</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>使わない</translation>
    </message>
</context>
<context>
    <name>Overrides</name>
    <message>
        <source>How long</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学習率</translation>
    </message>
    <message>
        <source>How music is changed while it is heard</source>
        <translation>学習中の音楽の変化</translation>
    </message>
    <message>
        <source>Rare genres</source>
        <translation>まれなジャンル</translation>
    </message>
    <message>
        <source>The machine</source>
        <translation>コンピューター</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>エポック</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>忍耐</translation>
    </message>
    <message>
        <source>Averaged share (SWA)</source>
        <translation>平均する割合（SWA）</translation>
    </message>
    <message>
        <source>Find the rate</source>
        <translation>学習率を探す</translation>
    </message>
    <message>
        <source>Share of it for the trunk</source>
        <translation>幹の学習率の割合</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>スケジュール</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>ウォームアップ</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>重み減衰</translation>
    </message>
    <message>
        <source>Mixup</source>
        <translation>ミックスアップ</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>ラベル平滑化</translation>
    </message>
    <message>
        <source>Masks (SpecAugment)</source>
        <translation>マスク（SpecAugment）</translation>
    </message>
    <message>
        <source>Bands of a mask</source>
        <translation>マスクの帯域数</translation>
    </message>
    <message>
        <source>Frames of a mask</source>
        <translation>マスクのフレーム数</translation>
    </message>
    <message>
        <source>Gain, dB</source>
        <translation>ゲイン、dB</translation>
    </message>
    <message>
        <source>Habits of recordings</source>
        <translation>録音の癖</translation>
    </message>
    <message>
        <source>Chunks of a track</source>
        <translation>1 曲の断片数</translation>
    </message>
    <message>
        <source>Tracks heard at most</source>
        <translation>使う曲数の上限</translation>
    </message>
    <message>
        <source>Changed copies</source>
        <translation>変化させたコピー</translation>
    </message>
    <message>
        <source>Time stretch</source>
        <translation>時間伸縮</translation>
    </message>
    <message>
        <source>Pitch, semitones</source>
        <translation>音高、半音</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>ノイズ</translation>
    </message>
    <message>
        <source>Balanced sampler</source>
        <translation>均衡サンプラー</translation>
    </message>
    <message>
        <source>Logit adjustment</source>
        <translation>ロジット補正</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>バッチサイズ</translation>
    </message>
    <message>
        <source>Mixed precision</source>
        <translation>混合精度</translation>
    </message>
    <message>
        <source>Changes of raw sound</source>
        <translation>生の音声の変更</translation>
    </message>
    <message>
        <source>on</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>plateau</source>
        <translation>停滞時</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Genres in files and suggested</source>
        <translation>ファイル内と提案のジャンル</translation>
    </message>
    <message>
        <source>Lengths</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>Confidences</source>
        <translation>信頼度</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Agreement of classifiers</source>
        <translation>分類器の一致</translation>
    </message>
    <message>
        <source>No classifier has heard these tracks yet.</source>
        <translation>これらの曲はまだどの分類器でも解析されていません。</translation>
    </message>
    <message>
        <source>{name}: the same genre for {agreed} of {tracks} tracks</source>
        <translation>{name}：{tracks} 曲中 {agreed} 曲で同じジャンル</translation>
    </message>
    <message>
        <source>{genre}: {files} in files, {suggested} suggested</source>
        <translation>{genre}：ファイル内 {files}、提案 {suggested}</translation>
    </message>
    <message>
        <source>from {length}: {number}</source>
        <translation>{length} 以上：{number}</translation>
    </message>
    <message>
        <source>from {share}: {sure} sure, {others} not</source>
        <translation>{share} 以上：確実 {sure}、それ以外 {others}</translation>
    </message>
    <message>
        <source>Sure needs one possible genre, at {share} or more: not confidence alone.</source>
        <translation>確実とするには、{share} 以上の候補が 1 つだけであることが必要です。信頼度だけでは決まりません。</translation>
    </message>
    <message>
        <source>Genres: above in files, below suggested</source>
        <translation>ジャンル：上がファイル内、下が提案</translation>
    </message>
    <message>
        <source>Confidence: blue is sure, grey is not</source>
        <translation>信頼度：青は確実、灰色は不確実</translation>
    </message>
    <message>
        <source>How often classifiers agree</source>
        <translation>分類器が一致する割合</translation>
    </message>
    <message>
        <source>Lengths, in minutes</source>
        <translation>長さ、分</translation>
    </message>
</context>
<context>
    <name>PagedDialog</name>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
</context>
<context>
    <name>PathButton</name>
    <message>
        <source>Click to open the folder</source>
        <translation>クリックするとフォルダーを開きます</translation>
    </message>
    <message>
        <source>Open the folder of {path}</source>
        <translation>{path} のフォルダーを開く</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>Mean spectrograms of genres</source>
        <translation>ジャンルの平均スペクトログラム</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>its sound is damaged</source>
        <translation>音が壊れています</translation>
    </message>
    <message>
        <source>This track cannot be played: {reason}</source>
        <translation>この曲を再生できません：{reason}</translation>
    </message>
    <message>
        <source>Playing is off: {reason}</source>
        <translation>再生できません：{reason}</translation>
    </message>
    <message>
        <source>Playing is off: there is no audio device.</source>
        <translation>再生できません：オーディオデバイスがありません。</translation>
    </message>
    <message>
        <source>{library} is missing on this system; install it and start again.</source>
        <translation>このシステムに {library} がありません。インストールして再起動してください。</translation>
    </message>
</context>
<context>
    <name>PlayerBar</name>
    <message>
        <source>Position</source>
        <translation>再生位置</translation>
    </message>
    <message>
        <source>Volume and playing</source>
        <translation>音量と再生</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Play each track as I come to it</source>
        <translation>移動した曲を自動で再生</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>再生</translation>
    </message>
</context>
<context>
    <name>PlayerPage</name>
    <message>
        <source>Player</source>
        <translation>プレーヤー</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Play each track as I come to it</source>
        <translation>移動した曲を自動で再生</translation>
    </message>
    <message>
        <source>And the next one when it has ended. The key to play pauses it.</source>
        <translation>終わったら次の曲も再生します。再生キーで一時停止します。</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Quick</source>
        <translation>簡易</translation>
    </message>
    <message>
        <source>One network, taught what 518 numbers say of each track.</source>
        <translation>ネットワーク 1 つで、各曲の 518 個の数値から学習します。</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>Several classifiers that hear numbers and spectrograms, and vote.</source>
        <translation>複数の分類器が数値とスペクトログラムを使い、投票します。</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>入念</translation>
    </message>
    <message>
        <source>As standard, with longer lessons, copies of tracks, and several networks.</source>
        <translation>標準に加え、長い学習、曲のコピー、複数のネットワークを使います。</translation>
    </message>
    <message>
        <source>How thoroughly</source>
        <translation>入念さ</translation>
    </message>
    <message>
        <source>{preset} · about {time}</source>
        <translation>{preset} · 約 {time}</translation>
    </message>
</context>
<context>
    <name>ProblemMenu</name>
    <message>
        <source>Open folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Copy path and reason</source>
        <translation>パスと理由をコピー</translation>
    </message>
    <message>
        <source>Name them no more</source>
        <translation>今後は表示しない</translation>
    </message>
    <message>
        <source>Name all again</source>
        <translation>すべて再び表示</translation>
    </message>
    <message>
        <source>{number} will not be named again unless the files change.</source>
        <translation>{number} 個は、ファイルが変わらないかぎり表示しません。</translation>
    </message>
    <message>
        <source>All files that cannot be read are named again.</source>
        <translation>読み込めないファイルをすべて再び表示します。</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>問題の内容</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
</context>
<context>
    <name>ProgressView</name>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>What was learned is kept, and can be gone on with.</source>
        <translation>学習した分は残っており、続きから再開できます。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Choose anew</source>
        <translation>選び直す</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Paused: nothing is computed.</source>
        <translation>一時停止中：計算は行われていません。</translation>
    </message>
    <message>
        <source>Stopping after this step…</source>
        <translation>この段階のあとで停止します…</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>停止しました</translation>
    </message>
    <message>
        <source>Stopped. What was heard and learned so far is kept.</source>
        <translation>停止しました。これまでの解析と学習は残っています。</translation>
    </message>
    <message>
        <source>broken off</source>
        <translation>中断</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>場所(&amp;L):</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>ファイルの種類(&amp;T):</translation>
    </message>
</context>
<context>
    <name>RemovedFolders</name>
    <message>
        <source>{folder} is no longer in the library. The files are where they were, and what you decided is kept.</source>
        <translation>{folder} をライブラリから外しました。ファイルは元の場所にあり、判断は残っています。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>95 %: {low} – {high}</source>
        <translation>95 %：{low} – {high}</translation>
    </message>
    <message>
        <source>Nobody can say how well it does: no track could be kept apart for that.</source>
        <translation>成績はわかりません。測定用に分けられる曲がありませんでした。</translation>
    </message>
    <message>
        <source>right on music that it was not taught  ·  {interval}</source>
        <translation>学習に使っていない音楽での正解率  ·  {interval}</translation>
    </message>
    <message>
        <source>Measured on {tracks} tracks, in {folds} folds: each by classifiers that were taught neither it nor anything else by its artist or of its album.</source>
        <translation>{tracks} 曲で測定（{folds} 分割）。それぞれ、その曲も同じアーティストや同じアルバムの曲も学習していない分類器によります。</translation>
    </message>
    <message>
        <source>Each classifier alone: {each}.</source>
        <translation>各分類器の単独の成績：{each}。</translation>
    </message>
    <message>
        <source>{name}, in use until now, is right on {theirs} of {tracks} of these tracks. The new one changes that by {difference} points{interval}. {remark}</source>
        <translation>これまで使っていた {name} は、この {tracks} 曲のうち {theirs} で正解します。新しい分類器との差は {difference} ポイントです{interval}。{remark}</translation>
    </message>
    <message>
        <source>{first} and {second}: {verdict}, {share} right of two ({interval})</source>
        <translation>{first} と {second}：{verdict}、2 択の正解 {share}（{interval}）</translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation>学習元</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>ジャンル</translation>
    </message>
    <message>
        <source>{groups} groups; tracks known by: {kept}</source>
        <translation>{groups} グループ。曲を見分ける手がかり：{kept}</translation>
    </message>
    <message>
        <source>Kept together</source>
        <translation>まとめて扱った単位</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>{tracks} tracks, {share} right  {interval}</source>
        <translation>{tracks} 曲、正解 {share}  {interval}</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>除外</translation>
    </message>
    <message>
        <source>artist</source>
        <translation>アーティスト</translation>
    </message>
    <message>
        <source>album</source>
        <translation>アルバム</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>なし</translation>
    </message>
</context>
<context>
    <name>ReportActions</name>
    <message>
        <source>The library is listened to again; see Review.</source>
        <translation>ライブラリを解析し直しています。「確認」をご覧ください。</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>レポートを保存</translation>
    </message>
    <message>
        <source>The report is kept in {path}.</source>
        <translation>レポートを {path} に保存しました。</translation>
    </message>
</context>
<context>
    <name>ReportOverview</name>
    <message>
        <source>Is it as right as it is sure?</source>
        <translation>自信のとおりに正しいか</translation>
    </message>
    <message>
        <source>On the line, of 100 tracks at 70 % confidence 70 are right.</source>
        <translation>線上では、信頼度 70 % の 100 曲のうち 70 曲が正解です。</translation>
    </message>
    <message>
        <source>Right, by tracks learned from</source>
        <translation>学習した曲数ごとの正解率</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>均衡正解率</translation>
    </message>
    <message>
        <source>Macro-F1</source>
        <translation>マクロ F1</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>較正誤差</translation>
    </message>
    <message>
        <source>0 is as sure as right</source>
        <translation>0 なら自信のとおりに正しい</translation>
    </message>
</context>
<context>
    <name>ReportPlot</name>
    <message>
        <source>confidence</source>
        <translation>信頼度</translation>
    </message>
    <message>
        <source>tracks</source>
        <translation>曲数</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>To check  {number}</source>
        <translation>要点検  {number}</translation>
    </message>
    <message>
        <source>Copies  {number}</source>
        <translation>コピー  {number}</translation>
    </message>
    <message>
        <source>✓ In use</source>
        <translation>✓ 使用中</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>これを使う</translation>
    </message>
    <message>
        <source>Installs it and lets it suggest from now on</source>
        <translation>インストールして、今後の提案に使います</translation>
    </message>
    <message>
        <source>Listen again</source>
        <translation>解析し直す</translation>
    </message>
    <message>
        <source>Suggests anew for the whole library; only what is not kept is decoded</source>
        <translation>ライブラリ全体を提案し直します。保存されていないものだけをデコードします</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>レポートを保存…</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>学習し直す</translation>
    </message>
    <message>
        <source>The most suspicious first; listen before you move any.</source>
        <translation>最も疑わしいものから順に並べています。移す前に聴いて確かめてください。</translation>
    </message>
    <message>
        <source>Lets the classifier suggest again that did before; see also Classifiers</source>
        <translation>以前の分類器に再び提案させます。「分類器」もご覧ください</translation>
    </message>
    <message>
        <source>Recordings that are there twice; “=” is a copy of the one above it.</source>
        <translation>重複している録音です。「=」はその上の行のコピーです。</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>What was taken for what</source>
        <translation>どれをどれと間違えたか</translation>
    </message>
    <message>
        <source>Genre by genre</source>
        <translation>ジャンル別</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>要点検</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>What it was trained on</source>
        <translation>学習に使った音楽</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Problems</source>
        <translation>問題あり</translation>
    </message>
</context>
<context>
    <name>RowMenu</name>
    <message>
        <source>Accept</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Set genre…</source>
        <translation>ジャンルを設定…</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>スキップ</translation>
    </message>
    <message>
        <source>Clear decision</source>
        <translation>判断を消去</translation>
    </message>
    <message>
        <source>Take back the last decision</source>
        <translation>直前の判断を取り消す</translation>
    </message>
    <message>
        <source>Decide again</source>
        <translation>判断をやり直す</translation>
    </message>
    <message>
        <source>Decisions…</source>
        <translation>判断…</translation>
    </message>
    <message>
        <source>Sort files into folders…</source>
        <translation>ファイルをフォルダーに整理…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Write…</source>
        <translation>書き込む…</translation>
    </message>
</context>
<context>
    <name>RuleBar</name>
    <message>
        <source>Genres that files have</source>
        <translation>ファイルにあるジャンル</translation>
    </message>
    <message>
        <source>keep a finer one of the same family</source>
        <translation>同じ系統のより細かいものを残す</translation>
    </message>
    <message>
        <source>write only where there is none</source>
        <translation>ジャンルのないファイルにだけ書き込む</translation>
    </message>
    <message>
        <source>replace</source>
        <translation>置き換える</translation>
    </message>
    <message>
        <source>add to them</source>
        <translation>追加する</translation>
    </message>
    <message>
        <source>Keep: a file that says Hard Rock stays as it is where Rock is accepted.
Only where there is none: no genre in a file is ever touched.
What you type for a track is written in any case.</source>
        <translation>残す：Rock を承認しても、Hard Rock と書かれたファイルはそのままです。
ないファイルにだけ：ファイルにあるジャンルには一切触れません。
曲ごとに入力したジャンルは必ず書き込みます。</translation>
    </message>
    <message>
        <source>Names of genres</source>
        <translation>ジャンル名</translation>
    </message>
    <message>
        <source>as suggested</source>
        <translation>提案どおり</translation>
    </message>
    <message>
        <source>as most of my files</source>
        <translation>多くのファイルに合わせる</translation>
    </message>
    <message>
        <source>For genres that were suggested; what you type stays as you typed it.
A file that says the same genre in another language is left as it is.</source>
        <translation>提案されたジャンルに適用されます。入力したものは入力どおりです。
同じジャンルが別の言語で書かれたファイルは、そのままにします。</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>制限なし</translation>
    </message>
    <message>
        <source>At most so many genres in a file</source>
        <translation>ファイルに書くジャンル数の上限</translation>
    </message>
    <message>
        <source>Genres beyond that are left out, from the end.</source>
        <translation>超えたジャンルは後ろから除外されます。</translation>
    </message>
    <message>
        <source>Order of added genres</source>
        <translation>追加するジャンルの順序</translation>
    </message>
    <message>
        <source>new ones first</source>
        <translation>新しいものを先に</translation>
    </message>
    <message>
        <source>old ones first</source>
        <translation>元のものを先に</translation>
    </message>
    <message>
        <source>Many players show the first genre only.</source>
        <translation>多くのプレーヤーは最初のジャンルだけを表示します。</translation>
    </message>
    <message>
        <source>Genres in files</source>
        <translation>ファイルのジャンル</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>順序</translation>
    </message>
</context>
<context>
    <name>RunningSpectrogram</name>
    <message>
        <source>Spectrogram of the last 30 seconds</source>
        <translation>直近 30 秒のスペクトログラム</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>now</source>
        <translation>いま</translation>
    </message>
</context>
<context>
    <name>SavedFilters</name>
    <message>
        <source>Save the filter</source>
        <translation>フィルターを保存</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>名前：</translation>
    </message>
    <message>
        <source>Rename the filter</source>
        <translation>フィルターの名前を変更</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search: 周杰倫  tag:mellow  confidence:&gt;0.8</source>
        <translation>検索：周杰倫  tag:mellow  confidence:&gt;0.8</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
</context>
<context>
    <name>SearchHelp</name>
    <message>
        <source>both words, in title, artist, album or genre</source>
        <translation>タイトル、アーティスト、アルバム、ジャンルに両方の語がある</translation>
    </message>
    <message>
        <source>just this phrase</source>
        <translation>この語句そのもの</translation>
    </message>
    <message>
        <source>without this word</source>
        <translation>この語を含まない</translation>
    </message>
    <message>
        <source>also album:, title:, path: and format:</source>
        <translation>album:、title:、path:、format: も使えます</translation>
    </message>
    <message>
        <source>in this folder; also file:</source>
        <translation>このフォルダー内。file: も使えます</translation>
    </message>
    <message>
        <source>the genre shown, in any language</source>
        <translation>表示中のジャンル、どの言語でも可</translation>
    </message>
    <message>
        <source>the genre in the file; also suggested:</source>
        <translation>ファイルのジャンル。suggested: も使えます</translation>
    </message>
    <message>
        <source>no genre in the file</source>
        <translation>ファイルにジャンルがない</translation>
    </message>
    <message>
        <source>also &gt;=80%, &lt;0.5 and 0.5..0.8</source>
        <translation>&gt;=80%、&lt;0.5、0.5..0.8 も使えます</translation>
    </message>
    <message>
        <source>also new, suggested, changed, skipped</source>
        <translation>new、suggested、changed、skipped も使えます</translation>
    </message>
    <message>
        <source>sounds so: style, mood, instrument …</source>
        <translation>聞こえ方：スタイル、ムード、楽器など</translation>
    </message>
    <message>
        <source>also male, none, choir, and era:80s</source>
        <translation>male、none、choir、era:80s も使えます</translation>
    </message>
    <message>
        <source>also &lt;=90 (seconds) and 3:00..4:30</source>
        <translation>&lt;=90（秒）、3:00..4:30 も使えます</translation>
    </message>
    <message>
        <source>also 1984 and &gt;2000</source>
        <translation>1984、&gt;2000 も使えます</translation>
    </message>
    <message>
        <source>one of both; OR does the same</source>
        <translation>どちらか一方。OR も同じ</translation>
    </message>
    <message>
        <source>also guessed: told by the file&apos;s name</source>
        <translation>guessed（ファイル名による）も使えます</translation>
    </message>
    <message>
        <source>also sure, differ, unlike</source>
        <translation>sure、differ、unlike も使えます</translation>
    </message>
</context>
<context>
    <name>SeparatorBox</name>
    <message>
        <source>as a list</source>
        <translation>リスト</translation>
    </message>
    <message>
        <source>joined by “; ”</source>
        <translation>「; 」でつなぐ</translation>
    </message>
    <message>
        <source>joined by “/”</source>
        <translation>「/」でつなぐ</translation>
    </message>
    <message>
        <source>joined by own text</source>
        <translation>独自の文字列でつなぐ</translation>
    </message>
    <message>
        <source>Several genres</source>
        <translation>複数のジャンル</translation>
    </message>
    <message>
        <source>Text between several genres</source>
        <translation>複数のジャンルの間の文字列</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>What you choose holds at once.</source>
        <translation>選ぶとすぐに反映されます。</translation>
    </message>
    <message>
        <source>Not known to this version, and left as they are: {keys}.</source>
        <translation>このバージョンでは不明なため、そのままにした項目：{keys}。</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Restore defaults</source>
        <translation>既定値に戻す</translation>
    </message>
    <message>
        <source>Of this page only; everything else stays as it is.</source>
        <translation>このページだけを戻します。ほかはそのままです。</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Folders and queues</source>
        <translation>フォルダーとキュー</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>ライブラリ</translation>
    </message>
    <message>
        <source>All tracks</source>
        <translation>すべての曲</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>キュー</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>ジャンル</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>表示中</translation>
    </message>
    <message>
        <source>folded away</source>
        <translation>折りたたみ中</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>保存したフィルター</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>選択中</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>展開中</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>Tracks with a suggestion that nobody has decided on yet.</source>
        <translation>提案があり、まだ判断していない曲です。</translation>
    </message>
    <message>
        <source>Confident</source>
        <translation>確信あり</translation>
    </message>
    <message>
        <source>The genre is sure enough to be accepted in bulk.</source>
        <translation>まとめて承認できるほどジャンルが確かです。</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>不確実</translation>
    </message>
    <message>
        <source>No genre stands out; have a look at the candidates.</source>
        <translation>際立つジャンルがありません。候補をご確認ください。</translation>
    </message>
    <message>
        <source>The classifiers are sure of different genres.</source>
        <translation>分類器がそれぞれ別のジャンルを確信しています。</translation>
    </message>
    <message>
        <source>Classifiers differ</source>
        <translation>分類器の不一致</translation>
    </message>
    <message>
        <source>… {number} more, which a search finds</source>
        <translation>… ほか {number} 件は検索で表示</translation>
    </message>
    <message>
        <source>Unfamiliar</source>
        <translation>異質</translation>
    </message>
    <message>
        <source>Music of a kind that no classifier was trained on.</source>
        <translation>どの分類器も学習していない種類の音楽です。</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>承認済み</translation>
    </message>
    <message>
        <source>Tracks with a genre that you accepted or chose.</source>
        <translation>承認した、または選んだジャンルのある曲です。</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>スキップ済み</translation>
    </message>
    <message>
        <source>Tracks that you want left as they are.</source>
        <translation>そのままにしておく曲です。</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>書き込み済み</translation>
    </message>
    <message>
        <source>The genre that you chose is in the file.</source>
        <translation>選んだジャンルがファイルに書き込まれています。</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>行方不明</translation>
    </message>
    <message>
        <source>The files are not where they were.</source>
        <translation>ファイルが元の場所にありません。</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>問題あり</translation>
    </message>
    <message>
        <source>Files that could not be read, and why.</source>
        <translation>読み込めなかったファイルとその理由です。</translation>
    </message>
    <message>
        <source>Show changes by themselves</source>
        <translation>変化を自動で表示</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>名前を変更…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Remove from library</source>
        <translation>ライブラリから外す</translation>
    </message>
</context>
<context>
    <name>SoundInputs</name>
    <message>
        <source>What this computer plays</source>
        <translation>このコンピューターの再生音</translation>
    </message>
    <message>
        <source>Microphone: {name}</source>
        <translation>マイク：{name}</translation>
    </message>
</context>
<context>
    <name>SoundTags</name>
    <message>
        <source>Style</source>
        <translation>スタイル</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>ムード</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>声</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>楽器</translation>
    </message>
    <message>
        <source>Era</source>
        <translation>年代</translation>
    </message>
    <message>
        <source>Other tags</source>
        <translation>その他のタグ</translation>
    </message>
    <message>
        <source>Sounds like: {tags}</source>
        <translation>聞こえ方：{tags}</translation>
    </message>
    <message>
        <source>Those that stand out most beside music at large, with their scores. Scores rank tracks; they are no chances of being right. Click a tag to search for it.</source>
        <translation>一般の音楽と比べて最も際立つものと、そのスコアです。スコアは順位を表すもので、正しい確率ではありません。タグをクリックすると検索します。</translation>
    </message>
</context>
<context>
    <name>SoundsLike</name>
    <message>
        <source>Sounds like</source>
        <translation>聞こえ方</translation>
    </message>
    <message>
        <source>{share} alike</source>
        <translation>類似度 {share}</translation>
    </message>
</context>
<context>
    <name>SourcesBar</name>
    <message>
        <source>Choose a folder…</source>
        <translation>フォルダーを選ぶ…</translation>
    </message>
    <message>
        <source>Folders name genres</source>
        <translation>フォルダー名をジャンルとする</translation>
    </message>
    <message>
        <source>Each folder right below the chosen one is a genre.</source>
        <translation>選んだフォルダーの直下の各フォルダーを、1 つのジャンルとします。</translation>
    </message>
    <message>
        <source>Tags name genres</source>
        <translation>タグをジャンルとする</translation>
    </message>
    <message>
        <source>The genre in a file counts before that of its folder.</source>
        <translation>ファイルのジャンルを、フォルダー名より優先します。</translation>
    </message>
    <message>
        <source>What I have accepted</source>
        <translation>承認したもの</translation>
    </message>
    <message>
        <source>Tracks accepted, changed or written in Review count before all else.</source>
        <translation>「確認」で承認、変更、書き込みをした曲を、何よりも優先します。</translation>
    </message>
    <message>
        <source>no folder: what I have accepted, alone</source>
        <translation>フォルダーなし：承認したものだけ</translation>
    </message>
</context>
<context>
    <name>StageList</name>
    <message>
        <source>Progress of this stage</source>
        <translation>この段階の進み具合</translation>
    </message>
    <message>
        <source>{classifier}, lesson {number} of {total}</source>
        <translation>{classifier}、{total} 回中 {number} 回目の学習</translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>Reading</source>
        <translation>読み込み</translation>
    </message>
    <message>
        <source>what the files say of themselves</source>
        <translation>ファイルに書かれた情報</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>解析</translation>
    </message>
    <message>
        <source>what this training needs of each track, once</source>
        <translation>この学習に必要な各曲の測定（1 回だけ）</translation>
    </message>
    <message>
        <source>Making variants</source>
        <translation>変種の作成</translation>
    </message>
    <message>
        <source>changed copies of tracks, where the preset wants them</source>
        <translation>曲を変化させたコピー（プリセットに応じて）</translation>
    </message>
    <message>
        <source>Teaching</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>without each fold, then with all tracks</source>
        <translation>各分割を除いて、最後に全曲で</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>測定</translation>
    </message>
    <message>
        <source>how well it does on music it was not taught</source>
        <translation>学習に使っていない音楽での成績</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>フォルダーを選ぶ…</translation>
    </message>
    <message>
        <source>Learn from what I have accepted</source>
        <translation>承認したものから学習</translation>
    </message>
    <message>
        <source>A training was not brought to its end: {what}, preset {preset}.</source>
        <translation>完了していない学習があります：{what}、プリセット {preset}。</translation>
    </message>
    <message>
        <source>what I have accepted</source>
        <translation>承認したもの</translation>
    </message>
    <message>
        <source>Drop a folder whose folders are genres</source>
        <translation>ジャンルフォルダーを含むフォルダーをドロップ</translation>
    </message>
    <message>
        <source>From music sorted into folders such as Jazz, 老歌 and My Metal a classifier is made that knows these genres. Nothing in them is changed.</source>
        <translation>Jazz、演歌、マイメタルなどのフォルダーに分けた音楽から、それらのジャンルを見分ける分類器を作ります。中身は変更しません。</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>not heard</source>
        <translation>未解析</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>提案あり</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>承認済み</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>変更済み</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>スキップ済み</translation>
    </message>
    <message>
        <source>written</source>
        <translation>書き込み済み</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>取り消し済み</translation>
    </message>
</context>
<context>
    <name>TimeView</name>
    <message>
        <source>Spectrogram</source>
        <translation>スペクトログラム</translation>
    </message>
    <message>
        <source>Genre over time: {parts}</source>
        <translation>時間ごとのジャンル：{parts}</translation>
    </message>
    <message>
        <source>Left and right seek, plus and minus zoom, Home shows all</source>
        <translation>左右で移動、+ と - で拡大縮小、Home で全体表示</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
</context>
<context>
    <name>TrackPreviews</name>
    <message>
        <source>This track cannot be shown in full ({error}); see the log.</source>
        <translation>この曲を完全には表示できません（{error}）。ログをご覧ください。</translation>
    </message>
</context>
<context>
    <name>TrackTable</name>
    <message>
        <source>Title</source>
        <translation>タイトル</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>アーティスト</translation>
    </message>
    <message>
        <source>Album</source>
        <translation>アルバム</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Genre in file</source>
        <translation>ファイルのジャンル</translation>
    </message>
    <message>
        <source>from the file&apos;s name</source>
        <translation>ファイル名による</translation>
    </message>
    <message>
        <source>What the file says now</source>
        <translation>ファイルに現在書かれているもの</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>ジャンル</translation>
    </message>
    <message>
        <source>What will be written: the genre you decided on; until then, after a ring and in italics, what is suggested</source>
        <translation>書き込まれるもの：あなたが判断したジャンル。判断するまでは、丸印と斜体で提案を示します</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>信頼度</translation>
    </message>
    <message>
        <source>How likely the genre shown beside it is right</source>
        <translation>隣に示されたジャンルが正しい見込み</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Heard by</source>
        <translation>解析済み</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>Sounds like</source>
        <translation>聞こえ方</translation>
    </message>
    <message>
        <source>What networks say it sounds like: style, mood, voice, instrument, era</source>
        <translation>ネットワークが述べる聞こえ方：スタイル、ムード、声、楽器、年代</translation>
    </message>
</context>
<context>
    <name>TrackTableModel</name>
    <message>
        <source>State: still being read</source>
        <translation>状態：読み込み中</translation>
    </message>
    <message>
        <source>folded away</source>
        <translation>折りたたみ中</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>展開中</translation>
    </message>
    <message>
        <source>The file is not where it was.</source>
        <translation>ファイルが元の場所にありません。</translation>
    </message>
    <message>
        <source>The tags are in an old encoding, shown decoded here.</source>
        <translation>タグが古い文字コードのため、変換して表示しています。</translation>
    </message>
</context>
<context>
    <name>TrackView</name>
    <message>
        <source>Tracks</source>
        <translation>曲</translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>A folder whose folders are genres</source>
        <translation>ジャンルフォルダーを含むフォルダー</translation>
    </message>
</context>
<context>
    <name>TrainingService</name>
    <message>
        <source>Training on {what}</source>
        <translation>{what} で学習中</translation>
    </message>
    <message>
        <source>The table is kept in {path}.</source>
        <translation>表を {path} に保存しました。</translation>
    </message>
</context>
<context>
    <name>Verdicts</name>
    <message>
        <source>sure</source>
        <translation>確実</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>不確実</translation>
    </message>
    <message>
        <source>classifiers differ</source>
        <translation>分類器の不一致</translation>
    </message>
    <message>
        <source>unfamiliar</source>
        <translation>異質</translation>
    </message>
    <message>
        <source>one genre is possible, but not likely enough to be sure</source>
        <translation>候補は 1 つですが、確実といえるほどではありません</translation>
    </message>
    <message>
        <source>no genre is likely enough to be possible</source>
        <translation>候補といえるジャンルがありません</translation>
    </message>
    <message>
        <source>sure needs one possible genre; here {some} and {last} are</source>
        <translation>確実とするには候補が 1 つだけ必要ですが、{some}と {last} が候補です</translation>
    </message>
    <message>
        <source>sure needs one possible genre; here {number} are</source>
        <translation>確実とするには候補が 1 つだけ必要ですが、{number} 個あります</translation>
    </message>
    <message>
        <source>differ</source>
        <translation>不一致</translation>
    </message>
</context>
<context>
    <name>WeightsPanel</name>
    <message>
        <source>What would change</source>
        <translation>変わるもの</translation>
    </message>
    <message>
        <source>Lists the tracks that would get another genre</source>
        <translation>ジャンルが変わる曲を一覧表示します</translation>
    </message>
    <message>
        <source>List them</source>
        <translation>一覧表示</translation>
    </message>
    <message>
        <source>As trained</source>
        <translation>学習時の重み</translation>
    </message>
    <message>
        <source>Use these weights</source>
        <translation>この重みを使う</translation>
    </message>
    <message>
        <source>It has not listened to any track yet, so that nothing can be tried.</source>
        <translation>まだ曲を解析していないため、試せません。</translation>
    </message>
    <message>
        <source>{number} of {compared} suggestions would be another genre; sure: {before} before, {after} then.</source>
        <translation>{compared} 件の提案のうち {number} 件でジャンルが変わります。確実：変更前 {before} 件、変更後 {after} 件。</translation>
    </message>
    <message>
        <source>It has one member alone; there is nothing to weigh.</source>
        <translation>構成分類器が 1 つだけのため、重みを付けるものがありません。</translation>
    </message>
    <message>
        <source>How much each member counts. Confidences and promises were measured with the weights of the training; with your own, nothing is promised of what is accepted in bulk.</source>
        <translation>各構成分類器の重みです。信頼度と保証は学習時の重みで測られています。独自の重みでは、一括承認について何も保証できません。</translation>
    </message>
    <message>
        <source>Your own weights are in use.</source>
        <translation>独自の重みを使用中です。</translation>
    </message>
    <message>
        <source>Weight of {name}</source>
        <translation>{name} の重み</translation>
    </message>
    <message>
        <source>As trained: {share}</source>
        <translation>学習時：{share}</translation>
    </message>
    <message>
        <source>At least one member must count.</source>
        <translation>少なくとも 1 つの構成分類器に重みが必要です。</translation>
    </message>
</context>
<context>
    <name>WindowInstance</name>
    <message>
        <source>Another window is open on this library and does not answer. What is decided in one appears in the other.</source>
        <translation>このライブラリを開いている別のウィンドウが応答しません。一方での判断は他方にも反映されます。</translation>
    </message>
    <message>
        <source>Folders given at another start cannot be handed to this window: no socket can be made.</source>
        <translation>ソケットを作れないため、別の起動で指定されたフォルダーをこのウィンドウで受け取れません。</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Heard {seconds} s of {total}</source>
        <translation>{total} のうち {seconds} 秒を解析</translation>
    </message>
    <message>
        <source>Heard all of {total}</source>
        <translation>{total} すべてを解析</translation>
    </message>
    <message>
        <source>{analyzed} in {number} segments</source>
        <translation>{number} 個のセグメントで{analyzed}</translation>
    </message>
    <message>
        <source>learned from what you decided: without that {genre} {share}</source>
        <translation>あなたの判断から学習：それがなければ {genre} {share}</translation>
    </message>
    <message>
        <source>There is nothing but silence to hear</source>
        <translation>無音だけで、解析できるものがありません</translation>
    </message>
    <message>
        <source>Unlike anything the classifiers have learned from</source>
        <translation>分類器が学習したどの音楽とも似ていません</translation>
    </message>
    <message>
        <source>{names} agree</source>
        <translation>{names} が一致</translation>
    </message>
    <message>
        <source>{name}: {words}</source>
        <translation>{name}：{words}</translation>
    </message>
    <message>
        <source>No genre reaches the {share} from which on one is possible</source>
        <translation>候補となる {share} に達するジャンルがありません</translation>
    </message>
    <message>
        <source>{genre} is your own: no classifier knows it, to be sure of</source>
        <translation>{genre} は自作のジャンルです。確信できる分類器はありません</translation>
    </message>
    <message>
        <source>Too little was heard; sure needs {seconds} s</source>
        <translation>解析した量が足りません。確実とするには {seconds} 秒必要です</translation>
    </message>
    <message>
        <source>Only {genre} is possible, but sure needs {share}</source>
        <translation>候補は {genre} だけですが、確実とするには {share} 必要です</translation>
    </message>
    <message>
        <source>No genre stands out</source>
        <translation>際立つジャンルがありません</translation>
    </message>
    <message>
        <source>The classifiers were tried on too few tracks to rule any genre out</source>
        <translation>分類器を試した曲が少なく、除外できるジャンルがありません</translation>
    </message>
    <message>
        <source>Sure needs one possible genre; here {genres} are possible, each at {share} or more</source>
        <translation>確実とするには候補が 1 つだけ必要ですが、{genres} がそれぞれ {share} 以上で候補です</translation>
    </message>
    <message>
        <source>Sure needs one possible genre; here {number} are possible, each at {share} or more</source>
        <translation>確実とするには候補が 1 つだけ必要ですが、{number} 個がそれぞれ {share} 以上で候補です</translation>
    </message>
    <message>
        <source>{some} and {last}</source>
        <translation>{some}と {last}</translation>
    </message>
    <message>
        <source>encoder</source>
        <translation>エンコーダー</translation>
    </message>
    <message>
        <source>similar sound</source>
        <translation>似た音</translation>
    </message>
    <message>
        <source>similar spectrogram</source>
        <translation>似たスペクトログラム</translation>
    </message>
</context>
<context>
    <name>WriteDialog</name>
    <message>
        <source>Write genres</source>
        <translation>ジャンルを書き込む</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>Bring back every byte of what was just written</source>
        <translation>いま書き込んだものを、1 バイト残らず元に戻します</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Write the genre of {files}</source>
        <translation>{files}にジャンルを書き込む</translation>
    </message>
    <message>
        <source>Looking at the files</source>
        <translation>ファイルを調べています</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>書き込み中</translation>
    </message>
    <message>
        <source>Taking back</source>
        <translation>取り消し中</translation>
    </message>
    <message>
        <source>({files} left for the next time)</source>
        <translation>（{files}は次回）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Waiting for the scan to end…</source>
        <translation>スキャンの終了を待っています…</translation>
    </message>
    <message>
        <source>Write {number}</source>
        <translation>{number} 個に書き込む</translation>
    </message>
    <message>
        <source>Mark {number} as done</source>
        <translation>{number} 個を完了とする</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>書き込む</translation>
    </message>
</context>
<context>
    <name>WritingPage</name>
    <message>
        <source>Writing</source>
        <translation>書き込み</translation>
    </message>
    <message>
        <source>ID3 version</source>
        <translation>ID3 バージョン</translation>
    </message>
    <message>
        <source>as each file has it</source>
        <translation>ファイルごとの現状に合わせる</translation>
    </message>
    <message>
        <source>ID3v2.3, which old players read</source>
        <translation>ID3v2.3（古いプレーヤー対応）</translation>
    </message>
    <message>
        <source>ID3v2.4</source>
        <translation>ID3v2.4</translation>
    </message>
    <message>
        <source>Of the tags in MP3, WAV and AIFF files. Other formats have no versions.</source>
        <translation>MP3、WAV、AIFF ファイルのタグのバージョンです。ほかの形式にはありません。</translation>
    </message>
    <message>
        <source>Between several genres</source>
        <translation>複数のジャンルの間</translation>
    </message>
    <message>
        <source>a list, where possible</source>
        <translation>可能ならリスト</translation>
    </message>
    <message>
        <source>Empty writes them as a list, as the formats want it. Some players read one text only: then “; ” or “/”.</source>
        <translation>空欄にすると、形式の定めどおりリストで書き込みます。1 つの文字列しか読めないプレーヤーもあります。その場合は「; 」か「/」にしてください。</translation>
    </message>
    <message>
        <source>Keep the time of modification</source>
        <translation>更新日時を保つ</translation>
    </message>
    <message>
        <source>Players and backups that go by it notice no change.</source>
        <translation>更新日時を見るプレーヤーやバックアップは、変更に気づきません。</translation>
    </message>
    <message>
        <source>How files are written</source>
        <translation>書き込み方法</translation>
    </message>
    <message>
        <source>in place where nothing moves</source>
        <translation>動く部分がなければその場で</translation>
    </message>
    <message>
        <source>always as a copy</source>
        <translation>常にコピーで</translation>
    </message>
    <message>
        <source>Either way a crash or a power cut leaves each file wholly old or wholly new. In place only the tags are written, which is many times faster; a copy of the whole file takes its place in one step.</source>
        <translation>どちらでも、クラッシュや停電のあと、各ファイルは完全に元のままか完全に新しいものになります。その場での書き込みはタグだけなので何倍も速く、コピーではファイル全体を一度に置き換えます。</translation>
    </message>
    <message>
        <source>Added styles</source>
        <translation>追加するスタイル</translation>
    </message>
    <message>
        <source>At most so many of what a track sounds like are written behind its genre: Rock, Indie Rock.</source>
        <translation>曲の聞こえ方を、最大でこの数だけジャンルの後ろに書き込みます（例：Rock, Indie Rock）。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>From a score of</source>
        <translation>スコアの下限</translation>
    </message>
    <message>
        <source> of 100</source>
        <translation> / 100</translation>
    </message>
    <message>
        <source>That a style has at least. Scores rank tracks; they are no chances of being right.</source>
        <translation>スタイルのスコアの下限です。スコアは順位を表すもので、正しい確率ではありません。</translation>
    </message>
    <message>
        <source>Rules for genres</source>
        <translation>ジャンルのルール</translation>
    </message>
</context>
</TS>
