<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW">
<context>
    <name>AboutBox</name>
    <message>
        <source>About musicreclass</source>
        <translation>關於 musicreclass</translation>
    </message>
    <message>
        <source>Proposes genres for your music, and writes those that you accept.

Free software under the GNU General Public License, version 3 or later.

The encoder is musicnn by Jordi Pons, © Music Technology Group, Universitat Pompeu Fabra, ISC licence.

Log: {log}</source>
        <translation>為您的音樂建議類型，並寫入您接受的類型。

自由軟體，以 GNU 通用公共授權條款第 3 版或更新版本發布。

編碼器是 Jordi Pons 的 musicnn，© Music Technology Group, Universitat Pompeu Fabra，ISC 授權。

記錄檔：{log}</translation>
    </message>
</context>
<context>
    <name>AdaptationService</name>
    <message>
        <source>{number} suggestions are others now</source>
        <translation>現在有 {number} 個建議不同</translation>
    </message>
    <message>
        <source>{number} suggestions changed by what you decided</source>
        <translation>依您的決定，{number} 個建議已改變</translation>
    </message>
    <message>
        <source>{number} suggestions are as they were before you decided</source>
        <translation>{number} 個建議已回到您決定之前的樣子</translation>
    </message>
</context>
<context>
    <name>Background</name>
    <message>
        <source>What it was trained on</source>
        <translation>訓練所用的音樂</translation>
    </message>
</context>
<context>
    <name>Batches</name>
    <message>
        <source>When</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>檔案數</translation>
    </message>
    <message>
        <source>From → to</source>
        <translation>原類型 → 新類型</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>✓✓ {number} written</source>
        <translation>✓✓ 已寫入 {number}</translation>
    </message>
    <message>
        <source>↺ {number} taken back</source>
        <translation>↺ 已收回 {number}</translation>
    </message>
    <message>
        <source>✕ {number} refused</source>
        <translation>✕ 已拒絕 {number}</translation>
    </message>
    <message>
        <source>= {number} unchanged</source>
        <translation>= 未變更 {number}</translation>
    </message>
    <message>
        <source>too old to be taken back</source>
        <translation>太久以前，無法收回</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>Accept all from</source>
        <translation>全部接受，從</translation>
    </message>
    <message>
        <source>Least confidence to accept</source>
        <translation>要接受的最低信心</translation>
    </message>
    <message>
        <source>Accepts what is as sure as this or surer, of what is shown</source>
        <translation>在顯示的曲目中，接受信心達到此值的建議</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Write {number}…</source>
        <translation>寫入 {number} 首…</translation>
    </message>
    <message>
        <source>Write…</source>
        <translation>寫入…</translation>
    </message>
    <message>
        <source>Look at each change, then write (Ctrl+Enter)</source>
        <translation>先看過每項變更，再寫入（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Nothing is accepted that is not written yet.</source>
        <translation>已接受的都已寫入檔案。</translation>
    </message>
    <message>
        <source>about {share} right</source>
        <translation>約 {share} 正確</translation>
    </message>
    <message>
        <source>Not known how many are right.</source>
        <translation>不知道有多少是正確的。</translation>
    </message>
    <message>
        <source>{share} are expected to be right: between {low} and {high}, 9 times of 10.</source>
        <translation>預期 {share} 正確：十次有九次介於 {low} 與 {high} 之間。</translation>
    </message>
    <message>
        <source>The figure comes from {tracks} tracks that the classifiers were tried on and from {own} decisions of your own.</source>
        <translation>這個數字來自分類器試聽過的 {tracks} 首曲目，以及您自己的 {own} 個決定。</translation>
    </message>
    <message>
        <source>Of {tagged} files that name a genre, {share} name the one that is suggested.</source>
        <translation>在已註明類型的 {tagged} 個檔案中，{share} 與建議的類型相同。</translation>
    </message>
</context>
<context>
    <name>ChangeView</name>
    <message>
        <source>Changes</source>
        <translation>變更</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>{number} written</source>
        <translation>已寫入 {number} 個</translation>
    </message>
    <message>
        <source>{number} taken back</source>
        <translation>已收回 {number} 個</translation>
    </message>
    <message>
        <source>{number} refused</source>
        <translation>已拒絕 {number} 個</translation>
    </message>
    <message>
        <source>{number} had this genre already</source>
        <translation>{number} 個原本就是此類型</translation>
    </message>
    <message>
        <source>{number} left as they were</source>
        <translation>{number} 個維持原樣</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>{number} files lose what their new version of tags has no place for: {what}</source>
        <translation>{number} 個檔案會失去新版標籤容納不下的內容：{what}</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>尚未檢查</translation>
    </message>
    <message>
        <source>will change</source>
        <translation>將會變更</translation>
    </message>
    <message>
        <source>not written</source>
        <translation>未寫入</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>未變更</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>已拒絕</translation>
    </message>
    <message>
        <source>written</source>
        <translation>已寫入</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已收回</translation>
    </message>
    <message>
        <source>no tags</source>
        <translation>沒有標籤</translation>
    </message>
    <message>
        <source>Cannot go along: {what}</source>
        <translation>無法保留：{what}</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Will change</source>
        <translation>將會變更</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>已寫入</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已收回</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒絕</translation>
    </message>
    <message>
        <source>Not written</source>
        <translation>未寫入</translation>
    </message>
    <message>
        <source>Version changes</source>
        <translation>版本變更</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>未變更</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之後</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>備註</translation>
    </message>
</context>
<context>
    <name>ChoiceBar</name>
    <message>
        <source>as each file has it</source>
        <translation>保留各檔案的版本</translation>
    </message>
    <message>
        <source>ID3 version</source>
        <translation>ID3 版本</translation>
    </message>
    <message>
        <source>as a list</source>
        <translation>以清單存放</translation>
    </message>
    <message>
        <source>joined by “; ”</source>
        <translation>以「; 」連接</translation>
    </message>
    <message>
        <source>joined by “/”</source>
        <translation>以「/」連接</translation>
    </message>
    <message>
        <source>joined by own text</source>
        <translation>以自訂文字連接</translation>
    </message>
    <message>
        <source>Several genres</source>
        <translation>多個類型</translation>
    </message>
    <message>
        <source>Text between several genres</source>
        <translation>多個類型之間的文字</translation>
    </message>
    <message>
        <source>Keep the time of modification</source>
        <translation>保留修改時間</translation>
    </message>
    <message>
        <source>Players and backups that go by it notice no change.</source>
        <translation>依修改時間運作的播放器和備份不會察覺變更。</translation>
    </message>
    <message>
        <source>Part hard links</source>
        <translation>拆開硬連結</translation>
    </message>
    <message>
        <source>Of a file with several names, the other names keep the genre as it is.</source>
        <translation>檔案若有多個名稱，其他名稱下的類型維持不變。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Added styles</source>
        <translation>附加風格</translation>
    </message>
    <message>
        <source>Writes what a track sounds like behind its genre: Rock, Indie Rock. A style must stand out, and have the score beside it at least.
Scores rank tracks; they are no chances of being right, and lower ones are wrong more often.</source>
        <translation>在類型之後寫入曲目聽起來的風格：Rock、Indie Rock。風格必須夠突出，而且至少要有旁邊的分數。
分數只用來排序，並不是正確的機率；分數越低，越常出錯。</translation>
    </message>
    <message>
        <source>Score that a style has at least</source>
        <translation>風格至少要有的分數</translation>
    </message>
    <message>
        <source>from a score of</source>
        <translation>分數至少</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>As the system</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>Suggest by what I decided, too</source>
        <translation>也依我的決定來建議</translation>
    </message>
    <message>
        <source>Suggest by the classifiers alone</source>
        <translation>只依分類器來建議</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>學習</translation>
    </message>
    <message>
        <source>Albums count, or else artists</source>
        <translation>依專輯一起判斷，否則依藝人</translation>
    </message>
    <message>
        <source>Artists count, or else albums</source>
        <translation>依藝人一起判斷，否則依專輯</translation>
    </message>
    <message>
        <source>Company of tracks</source>
        <translation>曲目的同伴</translation>
    </message>
    <message>
        <source>Each track for itself</source>
        <translation>每首各自判斷</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>The language changes when the window opens next.</source>
        <translation>下次開啟視窗時會切換語言。</translation>
    </message>
</context>
<context>
    <name>ChooseView</name>
    <message>
        <source>Merge selected</source>
        <translation>合併所選</translation>
    </message>
    <message>
        <source>Gives all selected folders the genre of the first</source>
        <translation>讓所有選取的資料夾都用第一個的類型</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>載入…</translation>
    </message>
    <message>
        <source>Takes a table of folders and genres from a file</source>
        <translation>從檔案讀入資料夾與類型的對照表</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>儲存…</translation>
    </message>
    <message>
        <source>Keeps this table of folders and genres in a file</source>
        <translation>把這份資料夾與類型的對照表存成檔案</translation>
    </message>
    <message>
        <source>Looking through the folder</source>
        <translation>正在查看資料夾</translation>
    </message>
    <message>
        <source>Genres: {genres} · Tracks: {tracks} · {time}</source>
        <translation>類型：{genres} · 曲目：{tracks} · {time}</translation>
    </message>
    <message>
        <source>Use known names ({number})</source>
        <translation>採用已知名稱（{number}）</translation>
    </message>
    <message>
        <source>Load a table of genres</source>
        <translation>載入類型對照表</translation>
    </message>
    <message>
        <source>Save the table of genres</source>
        <translation>儲存類型對照表</translation>
    </message>
</context>
<context>
    <name>Colours</name>
    <message>
        <source>Magma</source>
        <translation>岩漿</translation>
    </message>
    <message>
        <source>Inferno</source>
        <translation>烈焰</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>翠綠</translation>
    </message>
    <message>
        <source>Cividis, also for colour-blind eyes</source>
        <translation>Cividis（色盲友善）</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰階</translation>
    </message>
</context>
<context>
    <name>ConcernList</name>
    <message>
        <source>What to mind</source>
        <translation>注意事項</translation>
    </message>
    <message>
        <source>Nothing can be learned yet</source>
        <translation>還無法學習</translation>
    </message>
    <message>
        <source>The folders look good.</source>
        <translation>資料夾看起來沒問題。</translation>
    </message>
</context>
<context>
    <name>Concerns</name>
    <message>
        <source>Few tracks</source>
        <translation>曲目太少</translation>
    </message>
    <message>
        <source>One artist or album only</source>
        <translation>只有一位藝人或一張專輯</translation>
    </message>
    <message>
        <source>One artist or album dominates</source>
        <translation>某位藝人或某張專輯過多</translation>
    </message>
    <message>
        <source>Out of balance</source>
        <translation>數量懸殊</translation>
    </message>
    <message>
        <source>Many genres</source>
        <translation>類型很多</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>已合併</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>無法讀取</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>重複的錄音</translation>
    </message>
    <message>
        <source>Copies in several genres</source>
        <translation>同一錄音分屬多個類型</translation>
    </message>
    <message>
        <source>Contradictions</source>
        <translation>互相矛盾</translation>
    </message>
</context>
<context>
    <name>Confidences</name>
    <message>
        <source>Confidences</source>
        <translation>信心</translation>
    </message>
    <message>
        <source>together</source>
        <translation>綜合</translation>
    </message>
    <message>
        <source>never sure below</source>
        <translation>低於此絕不確定</translation>
    </message>
</context>
<context>
    <name>Confusion</name>
    <message>
        <source>{number} of {total} {genre} were taken for {answer}.</source>
        <translation>{total} 首 {genre} 中有 {number} 首被當成 {answer}。</translation>
    </message>
</context>
<context>
    <name>ConfusionPanel</name>
    <message>
        <source>Down: the genre. Across: what its tracks were taken for.</source>
        <translation>縱向：真正的類型；橫向：被當成的類型。</translation>
    </message>
    <message>
        <source>{genre}, taken for {answer}: {number}</source>
        <translation>{genre} 被當成 {answer}：{number}</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩陣</translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>Cover</source>
        <translation>封面</translation>
    </message>
</context>
<context>
    <name>Curves</name>
    <message>
        <source>Learning rate</source>
        <translation>學習率</translation>
    </message>
    <message>
        <source>Memory over seconds, MB</source>
        <translation>記憶體（MB）隨時間（秒）</translation>
    </message>
    <message>
        <source>Loss on tracks held out</source>
        <translation>保留曲目上的損失</translation>
    </message>
    <message>
        <source>Right on tracks held out, %</source>
        <translation>保留曲目的正確率，%</translation>
    </message>
    <message>
        <source>Loss on what is taught</source>
        <translation>教學曲目上的損失</translation>
    </message>
    <message>
        <source>Right on what is taught, %</source>
        <translation>教學曲目的正確率，%</translation>
    </message>
    <message>
        <source>bright: the lesson that goes on; pale: those before it</source>
        <translation>亮線：進行中的課程；淡線：先前的課程</translation>
    </message>
    <message>
        <source>Curves come with the lessons.</source>
        <translation>課程開始後會出現曲線。</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>Nothing is suggested for this track yet.</source>
        <translation>這首曲目還沒有建議。</translation>
    </message>
    <message>
        <source>{tracks} decided; Z takes all of it back.</source>
        <translation>已決定 {tracks}；按 Z 可全部收回。</translation>
    </message>
    <message>
        <source>{number} were left as they are.</source>
        <translation>有 {number} 首維持原樣。</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>沒有可以收回的決定。</translation>
    </message>
    <message>
        <source>Written since, and left as they are: {tracks}.</source>
        <translation>之後已寫入檔案，維持原樣：{tracks}。</translation>
    </message>
    <message>
        <source>Taken back: the decisions on {tracks}.</source>
        <translation>已收回 {tracks}曲目的決定。</translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>Most alike</source>
        <translation>最相似</translation>
    </message>
    <message>
        <source>Choose a track to see and hear it.</source>
        <translation>選一首曲目，即可觀看與聆聽。</translation>
    </message>
    <message>
        <source>No classifier has heard this track yet.</source>
        <translation>還沒有分類器聽過這首曲目。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Genre in file: {genre}</source>
        <translation>檔案中的類型：{genre}</translation>
    </message>
    <message>
        <source>The track in hand</source>
        <translation>目前的曲目</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Drop a folder of music here</source>
        <translation>把音樂資料夾拖到這裡</translation>
    </message>
    <message>
        <source>Everything below it is looked at. Nothing is changed until you write.</source>
        <translation>其中的所有檔案都會被讀取；在您寫入之前，不會更動任何檔案。</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>選擇資料夾…</translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>Which files are shown</source>
        <translation>顯示哪些檔案</translation>
    </message>
</context>
<context>
    <name>FilterNotice</name>
    <message>
        <source>Show all again</source>
        <translation>重新顯示全部</translation>
    </message>
    <message>
        <source>Only what you chose in Insights: {tracks}</source>
        <translation>只顯示您在洞察中選取的 {tracks}</translation>
    </message>
</context>
<context>
    <name>FolderTable</name>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>曲目</translation>
    </message>
    <message>
        <source>Artists</source>
        <translation>藝人</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>專輯</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分鐘</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不採用</translation>
    </message>
    <message>
        <source>{genre} is the known name nearest to it.</source>
        <translation>{genre} 是最接近的已知名稱。</translation>
    </message>
    <message>
        <source>Double-click to change; folders of one genre are merged.</source>
        <translation>按兩下可修改；同一類型的資料夾會合併。</translation>
    </message>
</context>
<context>
    <name>FolderView</name>
    <message>
        <source>Folders and genres</source>
        <translation>資料夾與類型</translation>
    </message>
</context>
<context>
    <name>FoundTracks</name>
    <message>
        <source>Title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>藝人</translation>
    </message>
    <message>
        <source>Lies in</source>
        <translation>所在類型</translation>
    </message>
    <message>
        <source>Sounds like</source>
        <translation>聽起來像</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
</context>
<context>
    <name>FoundView</name>
    <message>
        <source>Tracks</source>
        <translation>曲目</translation>
    </message>
</context>
<context>
    <name>GenreDialog</name>
    <message>
        <source>Set genre</source>
        <translation>設定類型</translation>
    </message>
    <message>
        <source>Which genre is right for {tracks}?</source>
        <translation>這 {tracks}曲目該是什麼類型？</translation>
    </message>
    <message>
        <source>Several genres are parted by semicolons.</source>
        <translation>多個類型以分號隔開。</translation>
    </message>
</context>
<context>
    <name>GenreEditor</name>
    <message>
        <source>Genre</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Jazz; Blues</source>
        <translation>爵士; 藍調</translation>
    </message>
</context>
<context>
    <name>GenreFigures</name>
    <message>
        <source>Tracks</source>
        <translation>曲目</translation>
    </message>
    <message>
        <source>How many of it were tested</source>
        <translation>測試了多少首</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>找到</translation>
    </message>
    <message>
        <source>How many of its tracks are recognised (recall)</source>
        <translation>此類型的曲目有多少被認出（召回率）</translation>
    </message>
    <message>
        <source>Right when said</source>
        <translation>說對</translation>
    </message>
    <message>
        <source>How many tracks taken for it are of it (precision)</source>
        <translation>被當成此類型的曲目有多少確實是（精確率）</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>The harmonic mean of both</source>
        <translation>兩者的調和平均</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>類型</translation>
    </message>
</context>
<context>
    <name>GenrePanel</name>
    <message>
        <source>Figures of each genre</source>
        <translation>各類型的數字</translation>
    </message>
    <message>
        <source>Hard to tell apart</source>
        <translation>難以分辨</translation>
    </message>
    <message>
        <source>None: each two genres are told apart well.</source>
        <translation>沒有：任兩個類型都分得清楚。</translation>
    </message>
    <message>
        <source>Of the tracks of both, with no other answer allowed; a coin is right on 50 %.</source>
        <translation>只看這兩類的曲目，且只准二選一；丟硬幣會對 50 %。</translation>
    </message>
</context>
<context>
    <name>GenreSounds</name>
    <message>
        <source>The mean spectrogram of each genre&apos;s tracks, each relative to its loudest point; low sounds lie below, time goes to the right.</source>
        <translation>各類型曲目的平均頻譜圖，每首以自己最響處為準；低音在下，時間向右。</translation>
    </message>
    <message>
        <source>Only what differs from all genres together</source>
        <translation>只顯示與全部類型平均的差異</translation>
    </message>
    <message>
        <source>Red is louder than in all together, blue is softer.</source>
        <translation>紅色比整體平均更響，藍色更輕。</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>mono</source>
        <translation>單聲道</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>立體聲</translation>
    </message>
    <message>
        <source>no tags</source>
        <translation>無標籤</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Restore only the genre…</source>
        <translation>只還原類型…</translation>
    </message>
    <message>
        <source>For files that were changed by others since: writes the old genre, no more</source>
        <translation>用於之後被其他程式更改過的檔案：只寫回原類型</translation>
    </message>
    <message>
        <source>Taking back</source>
        <translation>正在收回</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>收回…</translation>
    </message>
    <message>
        <source>Take back {number} selected…</source>
        <translation>收回選取的 {number} 個…</translation>
    </message>
    <message>
        <source>Take back all {number}…</source>
        <translation>收回全部 {number} 個…</translation>
    </message>
    <message>
        <source>Write the old genre into {number} files?</source>
        <translation>要把原類型寫回 {number} 個檔案嗎？</translation>
    </message>
    <message>
        <source>All else that was changed in them since stays as it is.</source>
        <translation>之後對它們所做的其他更改都會保留。</translation>
    </message>
    <message>
        <source>Take back what was written into {number} files?</source>
        <translation>要收回寫入 {number} 個檔案的內容嗎？</translation>
    </message>
    <message>
        <source>They get back every byte that they had. Files that were changed since are left as they are.</source>
        <translation>每個位元組都會恢復原樣。之後被更改過的檔案會維持現狀。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>What was written</source>
        <translation>寫入記錄</translation>
    </message>
    <message>
        <source>Nothing was written yet. What you write can be taken back here, days later and byte for byte.</source>
        <translation>還沒有寫入任何內容。您寫入的內容過幾天也能在這裡收回，一個位元組都不差。</translation>
    </message>
</context>
<context>
    <name>Insights</name>
    <message>
        <source>genres in files: {number}</source>
        <translation>檔案中有 {number} 種類型</translation>
    </message>
    <message>
        <source>{number} without a genre</source>
        <translation>{number} 首沒有類型</translation>
    </message>
    <message>
        <source>{number} heard, {share} of them with a sure genre</source>
        <translation>已聆聽 {number} 首，其中 {share} 類型確定</translation>
    </message>
    <message>
        <source>The files name fewer than two genres: nothing to compare.</source>
        <translation>檔案中的類型不到兩種，無從比較。</translation>
    </message>
    <message>
        <source>The largest genre has {ratio} times as many tracks as the smallest; together they are as varied as {number} genres of one size.</source>
        <translation>最大的類型的曲目數是最小者的 {ratio} 倍；整體的多樣程度相當於 {number} 種同樣大小的類型。</translation>
    </message>
    <message>
        <source>A classifier trained on them would favour {genre}: add to genres with fewer than {wanted} tracks, or merge them.</source>
        <translation>用它們訓練的分類器會偏向{genre}：請為不足 {wanted} 首的類型增加曲目，或將它們合併。</translation>
    </message>
    <message>
        <source>Who always says {genre} is right on {share}: look at balanced accuracy, too.</source>
        <translation>一律回答{genre}也能答對 {share}：請同時看平衡準確率。</translation>
    </message>
    <message>
        <source>Fewer than {least} tracks: {genres}. They are hardly learned.</source>
        <translation>不足 {least} 首的類型：{genres}。這些很難學會。</translation>
    </message>
    <message>
        <source>{name} – together</source>
        <translation>{name} – 綜合</translation>
    </message>
</context>
<context>
    <name>InsightsPage</name>
    <message>
        <source>Save figures…</source>
        <translation>儲存數據…</translation>
    </message>
    <message>
        <source>All figures as JSON, for other programs</source>
        <translation>將全部數據存成 JSON，供其他程式使用</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>儲存圖片…</translation>
    </message>
    <message>
        <source>These spectrograms as one PNG</source>
        <translation>將這些頻譜圖存成一張 PNG</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>播放或暫停</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>總覽</translation>
    </message>
    <message>
        <source>How genres sound</source>
        <translation>各類型的聲音</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地圖</translation>
    </message>
    <message>
        <source>Probably mislabelled</source>
        <translation>可能標錯的曲目</translation>
    </message>
</context>
<context>
    <name>InsightsService</name>
    <message>
        <source>The library is empty. Add a folder of music first.</source>
        <translation>音樂庫是空的，請先加入音樂資料夾。</translation>
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
        <translation>還沒有可比較的內容：沒有一個類型有足夠的曲目聽過且仍在快取中。請先聆聽音樂庫。</translation>
    </message>
    <message>
        <source>No track surely sounds like another genre than its file says.</source>
        <translation>沒有曲目明確聽起來像檔案所寫以外的類型。</translation>
    </message>
    <message>
        <source>No file names a genre that the classifiers know: nothing to compare.</source>
        <translation>沒有檔案寫有分類器認識的類型，無從比較。</translation>
    </message>
    <message>
        <source>The classifier in use has heard no track yet. Let it listen to all folders first.</source>
        <translation>目前使用的分類器還沒有聽過任何曲目。請先讓它聆聽所有資料夾。</translation>
    </message>
    <message>
        <source>No track was heard yet. Once some were, you find them here.</source>
        <translation>還沒有聆聽過任何曲目；聆聽之後就會顯示在這裡。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>It is kept in {path}.</source>
        <translation>已儲存到 {path}。</translation>
    </message>
</context>
<context>
    <name>JobStrip</name>
    <message>
        <source>Progress</source>
        <translation>進度</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
</context>
<context>
    <name>KeepBar</name>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>Days for which writing can be taken back</source>
        <translation>可收回寫入的天數</translation>
    </message>
    <message>
        <source>Room for what can be taken back</source>
        <translation>可收回內容的空間上限</translation>
    </message>
    <message>
        <source>Can be taken back for</source>
        <translation>可收回期限</translation>
    </message>
    <message>
        <source>in at most</source>
        <translation>空間上限</translation>
    </message>
    <message>
        <source>What is older or does not fit is forgotten at the next start.</source>
        <translation>更舊或放不下的內容會在下次啟動時刪除。</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>They work while the table has the keyboard.</source>
        <translation>游標在表格中時有效。</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>go to the next or the previous track</source>
        <translation>到下一首或上一首</translation>
    </message>
    <message>
        <source>accept the suggestion</source>
        <translation>接受建議</translation>
    </message>
    <message>
        <source>take this candidate instead</source>
        <translation>改選這個候選類型</translation>
    </message>
    <message>
        <source>type the genre, or several parted by semicolons</source>
        <translation>輸入類型，多個以分號隔開</translation>
    </message>
    <message>
        <source>skip: leave the track as it is</source>
        <translation>略過：曲目維持原樣</translation>
    </message>
    <message>
        <source>take back the last decision</source>
        <translation>收回上一個決定</translation>
    </message>
    <message>
        <source>write what is accepted into the files</source>
        <translation>把已接受的類型寫入檔案</translation>
    </message>
    <message>
        <source>play or pause</source>
        <translation>播放或暫停</translation>
    </message>
    <message>
        <source>five seconds back or on</source>
        <translation>倒退或前進五秒</translation>
    </message>
    <message>
        <source>select all that is shown</source>
        <translation>選取所有顯示的曲目</translation>
    </message>
    <message>
        <source>copy the selected rows as text</source>
        <translation>把選取的列複製為文字</translation>
    </message>
    <message>
        <source>search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>show these keys</source>
        <translation>顯示這些按鍵</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Add a folder of music</source>
        <translation>加入音樂資料夾</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>審閱</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>洞察</translation>
    </message>
    <message>
        <source>History</source>
        <translation>歷史</translation>
    </message>
    <message>
        <source>Search: 周杰倫  tag:mellow  confidence:&gt;0.8</source>
        <translation>搜尋：周杰倫  tag:柔和  confidence:&gt;0.8</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>選單</translation>
    </message>
    <message>
        <source>Folders, appearance, help</source>
        <translation>資料夾、外觀與說明</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>加入資料夾…</translation>
    </message>
    <message>
        <source>Scan all folders</source>
        <translation>掃描所有資料夾</translation>
    </message>
    <message>
        <source>Listen to all folders</source>
        <translation>聆聽所有資料夾</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>按鍵…</translation>
    </message>
    <message>
        <source>About musicreclass…</source>
        <translation>關於 musicreclass…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Scanning</source>
        <translation>掃描中</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>聆聽中</translation>
    </message>
    <message>
        <source>{files} files looked at: {new} new, {changed} changed, {missing} missing</source>
        <translation>已檢查 {files} 個檔案：新增 {new}、變更 {changed}、遺失 {missing}</translation>
    </message>
    <message>
        <source>{number} could not be read, see Problems</source>
        <translation>{number} 個無法讀取，請看「問題」</translation>
    </message>
    <message>
        <source>{tracks} listened to</source>
        <translation>已聆聽 {tracks}</translation>
    </message>
    <message>
        <source>{number} could not be heard, see Problems</source>
        <translation>{number} 首無法聆聽，請看「問題」</translation>
    </message>
</context>
<context>
    <name>ManyButton</name>
    <message>
        <source>All that is shown ▾</source>
        <translation>所有顯示的曲目 ▾</translation>
    </message>
    <message>
        <source>Set the genre of all tracks shown, or skip them</source>
        <translation>設定所有顯示曲目的類型，或略過它們</translation>
    </message>
    <message>
        <source>Set genre of {tracks}…</source>
        <translation>設定 {tracks}的類型…</translation>
    </message>
    <message>
        <source>Skip {tracks}</source>
        <translation>略過 {tracks}</translation>
    </message>
</context>
<context>
    <name>MapCanvas</name>
    <message>
        <source>Map of the library</source>
        <translation>音樂庫地圖</translation>
    </message>
    <message>
        <source>Arrows go from dot to dot, Enter plays, Space chooses, plus and minus zoom, Home shows all</source>
        <translation>方向鍵在各點間移動，Enter 播放，空白鍵選取，加減號縮放，Home 顯示全部</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Suggested genre</source>
        <translation>建議的類型</translation>
    </message>
    <message>
        <source>Genre in file</source>
        <translation>檔案中的類型</translation>
    </message>
    <message>
        <source>What the colours stand for</source>
        <translation>顏色代表什麼</translation>
    </message>
    <message>
        <source>Show in Review</source>
        <translation>在審閱中顯示</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>取消選取</translation>
    </message>
    <message>
        <source>{tracks} chosen</source>
        <translation>已選取 {tracks}</translation>
    </message>
    <message>
        <source>What sounds alike lies close. Click a dot to play it, draw around dots to choose them; the wheel zooms, the right button moves.</source>
        <translation>聽起來相似的曲目彼此靠近。點一下圓點即可播放，圈起圓點即可選取；滾輪縮放，按住右鍵移動。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>不確定</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>{rate} tracks/s</source>
        <translation>每秒 {rate} 首</translation>
    </message>
    <message>
        <source>1 track</source>
        <translation>1 首</translation>
    </message>
    <message>
        <source>{number} tracks</source>
        <translation>{number} 首</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{number} s left</source>
        <translation>剩 {number} 秒</translation>
    </message>
    <message>
        <source>{number} min left</source>
        <translation>剩 {number} 分鐘</translation>
    </message>
    <message>
        <source>{number} h left</source>
        <translation>剩 {number} 小時</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done}／{total}</translation>
    </message>
    <message>
        <source>{number} s</source>
        <translation>{number} 秒</translation>
    </message>
    <message>
        <source>{number} min</source>
        <translation>{number} 分鐘</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小時 {minutes} 分鐘</translation>
    </message>
    <message>
        <source>{rate} files/s</source>
        <translation>每秒 {rate} 個檔案</translation>
    </message>
</context>
<context>
    <name>MislabelTableModel</name>
    <message>
        <source>Play it, or pause</source>
        <translation>播放或暫停</translation>
    </message>
</context>
<context>
    <name>MislabelView</name>
    <message>
        <source>Probably mislabelled</source>
        <translation>可能標錯的曲目</translation>
    </message>
    <message>
        <source>{tracks} of {compared} surely sound like another genre than their files say; the most suspicious come first. Where a classifier was trained on these very files it repeats what they say, and finds less.</source>
        <translation>{compared} 首中有 {tracks}明確聽起來像檔案所寫以外的類型，最可疑的排在最前。若分類器正是用這些檔案訓練的，它會重複檔案的說法，找到的較少。</translation>
    </message>
    <message>
        <source>Show {number} in Review</source>
        <translation>在審閱中顯示 {number} 首</translation>
    </message>
    <message>
        <source>Show all in Review</source>
        <translation>在審閱中全部顯示</translation>
    </message>
</context>
<context>
    <name>Mislabels</name>
    <message>
        <source>Title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>演出者</translation>
    </message>
    <message>
        <source>Genre in file</source>
        <translation>檔案中的類型</translation>
    </message>
    <message>
        <source>Sounds like</source>
        <translation>聽起來像</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>信心</translation>
    </message>
</context>
<context>
    <name>OrderBar</name>
    <message>
        <source>Advanced</source>
        <translation>進階</translation>
    </message>
    <message>
        <source>Where the classifier goes</source>
        <translation>分類器存放位置</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>Classifiers (*{suffix})</source>
        <translation>分類器（*{suffix}）</translation>
    </message>
    <message>
        <source>The classifier goes to</source>
        <translation>分類器存到</translation>
    </message>
</context>
<context>
    <name>OverrideDrawer</name>
    <message>
        <source>Advanced</source>
        <translation>進階</translation>
    </message>
    <message>
        <source>Nobody has to look here: what is left alone is as the preset has it.</source>
        <translation>不必看這裡：沒動過的就照預設組合。</translation>
    </message>
</context>
<context>
    <name>Overrides</name>
    <message>
        <source>How long</source>
        <translation>多久</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>學習率</translation>
    </message>
    <message>
        <source>How music is changed while it is heard</source>
        <translation>聆聽時如何改變音樂</translation>
    </message>
    <message>
        <source>Rare genres</source>
        <translation>稀少的類型</translation>
    </message>
    <message>
        <source>The machine</source>
        <translation>機器</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>輪數</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>耐心</translation>
    </message>
    <message>
        <source>Averaged share (SWA)</source>
        <translation>平均的比例（SWA）</translation>
    </message>
    <message>
        <source>Find the rate</source>
        <translation>自動尋找學習率</translation>
    </message>
    <message>
        <source>Share of it for the trunk</source>
        <translation>主幹所用的比例</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>學習率排程</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>暖身</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>權重衰減</translation>
    </message>
    <message>
        <source>Mixup</source>
        <translation>Mixup</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>標籤平滑</translation>
    </message>
    <message>
        <source>Masks (SpecAugment)</source>
        <translation>遮罩（SpecAugment）</translation>
    </message>
    <message>
        <source>Bands of a mask</source>
        <translation>遮罩的頻帶數</translation>
    </message>
    <message>
        <source>Frames of a mask</source>
        <translation>遮罩的影格數</translation>
    </message>
    <message>
        <source>Gain, dB</source>
        <translation>增益，dB</translation>
    </message>
    <message>
        <source>Habits of recordings</source>
        <translation>錄音的習性</translation>
    </message>
    <message>
        <source>Chunks of a track</source>
        <translation>每首的片段數</translation>
    </message>
    <message>
        <source>Tracks heard at most</source>
        <translation>最多聽幾首</translation>
    </message>
    <message>
        <source>Changed copies</source>
        <translation>改變過的副本</translation>
    </message>
    <message>
        <source>Time stretch</source>
        <translation>時間伸縮</translation>
    </message>
    <message>
        <source>Pitch, semitones</source>
        <translation>音高，半音</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>雜訊</translation>
    </message>
    <message>
        <source>Balanced sampler</source>
        <translation>平衡取樣</translation>
    </message>
    <message>
        <source>Logit adjustment</source>
        <translation>Logit 調整</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批次大小</translation>
    </message>
    <message>
        <source>Mixed precision</source>
        <translation>混合精度</translation>
    </message>
    <message>
        <source>on</source>
        <translation>開</translation>
    </message>
    <message>
        <source>off</source>
        <translation>關</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>餘弦</translation>
    </message>
    <message>
        <source>plateau</source>
        <translation>停滯時減半</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Genres in files and suggested</source>
        <translation>檔案中與建議的類型</translation>
    </message>
    <message>
        <source>Lengths</source>
        <translation>長度</translation>
    </message>
    <message>
        <source>Confidences</source>
        <translation>信心</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Agreement of classifiers</source>
        <translation>分類器的一致程度</translation>
    </message>
    <message>
        <source>No classifier has heard these tracks yet.</source>
        <translation>還沒有分類器聽過這些曲目。</translation>
    </message>
    <message>
        <source>{name}: the same genre for {agreed} of {tracks} tracks</source>
        <translation>{name}：{tracks} 首中有 {agreed} 首類型相同</translation>
    </message>
    <message>
        <source>{genre}: {files} in files, {suggested} suggested</source>
        <translation>{genre}：檔案中 {files} 首，建議 {suggested} 首</translation>
    </message>
    <message>
        <source>from {length}: {number}</source>
        <translation>{length} 起：{number} 首</translation>
    </message>
    <message>
        <source>from {share}: {sure} sure, {others} not</source>
        <translation>{share} 起：{sure} 首確定，{others} 首不確定</translation>
    </message>
    <message>
        <source>never sure below</source>
        <translation>低於此絕不確定</translation>
    </message>
    <message>
        <source>Genres: above in files, below suggested</source>
        <translation>類型：上為檔案中，下為建議</translation>
    </message>
    <message>
        <source>Confidence: blue is sure, grey is not</source>
        <translation>信心：藍色確定，灰色不確定</translation>
    </message>
    <message>
        <source>How often classifiers agree</source>
        <translation>分類器多常意見一致</translation>
    </message>
    <message>
        <source>Lengths, in minutes</source>
        <translation>長度（分鐘）</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>Mean spectrograms of genres</source>
        <translation>各類型的平均頻譜圖</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>its sound is damaged</source>
        <translation>聲音已損壞</translation>
    </message>
    <message>
        <source>This track cannot be played: {reason}</source>
        <translation>無法播放這首曲目：{reason}</translation>
    </message>
    <message>
        <source>Playing is off: {reason}</source>
        <translation>無法播放：{reason}</translation>
    </message>
    <message>
        <source>Playing is off: there is no audio device.</source>
        <translation>無法播放：沒有音訊裝置。</translation>
    </message>
    <message>
        <source>{library} is missing on this system; install it and start again.</source>
        <translation>此系統缺少 {library}；請安裝後重新啟動。</translation>
    </message>
</context>
<context>
    <name>PlayerBar</name>
    <message>
        <source>Position</source>
        <translation>播放位置</translation>
    </message>
    <message>
        <source>Volume and playing</source>
        <translation>音量與播放</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Play each track as I come to it</source>
        <translation>移到曲目時自動播放</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Quick</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>One network, taught what 518 numbers say of each track.</source>
        <translation>一個網路，學習每首曲目的 518 個數值。</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>Several classifiers that hear numbers and spectrograms, and vote.</source>
        <translation>多個分類器聆聽數值與頻譜圖，共同表決。</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>徹底</translation>
    </message>
    <message>
        <source>As standard, with longer lessons, copies of tracks, and several networks.</source>
        <translation>同標準，但課程更長，另學變奏副本，並用數個網路。</translation>
    </message>
    <message>
        <source>How thoroughly</source>
        <translation>訓練程度</translation>
    </message>
    <message>
        <source>{preset} · about {time}</source>
        <translation>{preset} · 約 {time}</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>問題所在</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
</context>
<context>
    <name>ProgressView</name>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>What was learned is kept, and can be gone on with.</source>
        <translation>已學到的會保留，之後可以繼續。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Choose anew</source>
        <translation>重新選擇</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Paused: nothing is computed.</source>
        <translation>已暫停，不做任何計算。</translation>
    </message>
    <message>
        <source>Stopping after this step…</source>
        <translation>完成這一步後停止…</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Stopped. What was heard and learned so far is kept.</source>
        <translation>已停止。到目前為止聽到和學到的都會保留。</translation>
    </message>
    <message>
        <source>broken off</source>
        <translation>中斷</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查看(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>檔案類型(&amp;T)：</translation>
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
        <translation>無法得知效果：沒有曲目可以保留下來測試。</translation>
    </message>
    <message>
        <source>right on music that it was not taught  ·  {interval}</source>
        <translation>未學過的音樂的正確率  ·  {interval}</translation>
    </message>
    <message>
        <source>Measured on {tracks} tracks, in {folds} folds: each by classifiers that were taught neither it nor anything else by its artist or of its album.</source>
        <translation>以 {tracks} 首曲目分 {folds} 折測量：測試每首曲目的分類器，都沒學過它，也沒學過同一藝人或同一專輯的其他曲目。</translation>
    </message>
    <message>
        <source>Each classifier alone: {each}.</source>
        <translation>各分類器單獨的正確率：{each}。</translation>
    </message>
    <message>
        <source>{name}, in use until now, is right on {theirs} of {tracks} of these tracks; the new one is {difference} points away from that{interval}. {remark}</source>
        <translation>目前使用的 {name} 在其中 {tracks} 首上的正確率是 {theirs}；新的與它相差 {difference} 個百分點{interval}。{remark}</translation>
    </message>
    <message>
        <source>{first} and {second}: {verdict}, {share} right of two ({interval})</source>
        <translation>{first} 與 {second}：{verdict}，二選一正確率 {share}（{interval}）</translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation>學習來源</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>{groups} groups; tracks known by: {kept}</source>
        <translation>{groups} 組；曲目歸組依據：{kept}</translation>
    </message>
    <message>
        <source>Kept together</source>
        <translation>同進退的曲目</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>預設組合</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>亂數種子</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>{tracks} tracks, {share} right  {interval}</source>
        <translation>{tracks} 首，正確 {share}  {interval}</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>未採用</translation>
    </message>
    <message>
        <source>artist</source>
        <translation>藝人</translation>
    </message>
    <message>
        <source>album</source>
        <translation>專輯</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>無</translation>
    </message>
</context>
<context>
    <name>ReportActions</name>
    <message>
        <source>{name} suggests from now on; “Listen again” lets it hear the library.</source>
        <translation>從現在起由 {name} 提出建議；按「重新聆聽」讓它聽整個音樂庫。</translation>
    </message>
    <message>
        <source>The library is listened to again; see Review.</source>
        <translation>正在重新聆聽音樂庫；請看審閱頁。</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>儲存報告</translation>
    </message>
    <message>
        <source>The report is kept in {path}.</source>
        <translation>報告已存到 {path}。</translation>
    </message>
</context>
<context>
    <name>ReportOverview</name>
    <message>
        <source>Is it as right as it is sure?</source>
        <translation>信心與正確率相符嗎？</translation>
    </message>
    <message>
        <source>On the line, of 100 tracks at 70 % confidence 70 are right.</source>
        <translation>在線上時，信心 70 % 的 100 首中有 70 首正確。</translation>
    </message>
    <message>
        <source>Right, by tracks learned from</source>
        <translation>正確率與學習曲目數</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>平衡正確率</translation>
    </message>
    <message>
        <source>Macro-F1</source>
        <translation>Macro-F1</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>校準誤差</translation>
    </message>
    <message>
        <source>0 is as sure as right</source>
        <translation>0 表示信心恰如其分</translation>
    </message>
</context>
<context>
    <name>ReportPlot</name>
    <message>
        <source>confidence</source>
        <translation>信心</translation>
    </message>
    <message>
        <source>tracks</source>
        <translation>曲目數</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>To check  {number}</source>
        <translation>待確認  {number}</translation>
    </message>
    <message>
        <source>Copies  {number}</source>
        <translation>重複的錄音  {number}</translation>
    </message>
    <message>
        <source>✓ In use</source>
        <translation>✓ 使用中</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用它</translation>
    </message>
    <message>
        <source>Installs it and lets it suggest from now on</source>
        <translation>安裝，並從現在起由它提出建議</translation>
    </message>
    <message>
        <source>Listen again</source>
        <translation>重新聆聽</translation>
    </message>
    <message>
        <source>Suggests anew for the whole library; only what is not kept is decoded</source>
        <translation>為整個音樂庫重新提出建議；只解碼沒有保留的部分</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>儲存報告…</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>再次訓練</translation>
    </message>
    <message>
        <source>The most suspicious first; listen before you move any.</source>
        <translation>最可疑的排在最前；移動之前請先聽聽看。</translation>
    </message>
    <message>
        <source>Recordings that are there twice; “=” is a copy of the one above it.</source>
        <translation>出現兩次的錄音；「=」表示與上一列是同一錄音。</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>總覽</translation>
    </message>
    <message>
        <source>What was taken for what</source>
        <translation>誰被當成誰</translation>
    </message>
    <message>
        <source>Genre by genre</source>
        <translation>逐一類型</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>待確認</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>重複的錄音</translation>
    </message>
    <message>
        <source>What it was trained on</source>
        <translation>訓練所用的音樂</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Problems</source>
        <translation>問題</translation>
    </message>
</context>
<context>
    <name>RowMenu</name>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Set genre…</source>
        <translation>設定類型…</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>略過</translation>
    </message>
    <message>
        <source>Take back the last decision</source>
        <translation>收回上一個決定</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>開啟資料夾</translation>
    </message>
    <message>
        <source>Write…</source>
        <translation>寫入…</translation>
    </message>
</context>
<context>
    <name>SearchHelp</name>
    <message>
        <source>both words, in title, artist, album or genre</source>
        <translation>兩個詞都有：標題、演出者、專輯或類型</translation>
    </message>
    <message>
        <source>just this phrase</source>
        <translation>正好這個詞組</translation>
    </message>
    <message>
        <source>without this word</source>
        <translation>不含這個詞</translation>
    </message>
    <message>
        <source>also album:, title:, path: and format:</source>
        <translation>還有 album:、title:、path: 和 format:</translation>
    </message>
    <message>
        <source>in the file or decided, in any language</source>
        <translation>檔案中的或決定的類型，任何語言</translation>
    </message>
    <message>
        <source>what the classifiers suggest</source>
        <translation>分類器建議的類型</translation>
    </message>
    <message>
        <source>also &gt;=80%, &lt;0.5 and 0.5..0.8</source>
        <translation>還有 &gt;=80%、&lt;0.5 和 0.5..0.8</translation>
    </message>
    <message>
        <source>also new, suggested, changed, skipped</source>
        <translation>還有 new、suggested、changed、skipped</translation>
    </message>
    <message>
        <source>sounds so: style, mood, instrument …</source>
        <translation>聽起來如此：風格、情緒、樂器……</translation>
    </message>
    <message>
        <source>also male, none, choir, and era:80s</source>
        <translation>還有 male、none、choir，以及 era:80s</translation>
    </message>
    <message>
        <source>also sure, differ, unlike</source>
        <translation>還有 sure、differ、unlike</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Folders and queues</source>
        <translation>資料夾與佇列</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>音樂庫</translation>
    </message>
    <message>
        <source>All tracks</source>
        <translation>全部曲目</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>佇列</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>已展開</translation>
    </message>
    <message>
        <source>folded away</source>
        <translation>已收起</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>待審閱</translation>
    </message>
    <message>
        <source>Tracks with a suggestion that nobody has decided on yet.</source>
        <translation>有建議但還沒有人決定的曲目。</translation>
    </message>
    <message>
        <source>Confident</source>
        <translation>有把握</translation>
    </message>
    <message>
        <source>The genre is sure enough to be accepted in bulk.</source>
        <translation>類型夠有把握，可以整批接受。</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>不確定</translation>
    </message>
    <message>
        <source>No genre stands out; have a look at the candidates.</source>
        <translation>沒有明顯的類型，請看看候選項目。</translation>
    </message>
    <message>
        <source>Disagree</source>
        <translation>意見分歧</translation>
    </message>
    <message>
        <source>The classifiers are sure of different genres.</source>
        <translation>各分類器各自確信不同的類型。</translation>
    </message>
    <message>
        <source>Unlike</source>
        <translation>陌生</translation>
    </message>
    <message>
        <source>Unlike anything that the classifiers learned from.</source>
        <translation>與分類器學過的音樂都不相似。</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Tracks with a genre that you accepted or chose.</source>
        <translation>您已接受或選定類型的曲目。</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已略過</translation>
    </message>
    <message>
        <source>Tracks that you want left as they are.</source>
        <translation>您想維持原樣的曲目。</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>已寫入</translation>
    </message>
    <message>
        <source>The genre that you chose is in the file.</source>
        <translation>您選的類型已在檔案中。</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>遺失</translation>
    </message>
    <message>
        <source>The files are not where they were.</source>
        <translation>檔案不在原來的位置。</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Files that could not be read, and why.</source>
        <translation>無法讀取的檔案與原因。</translation>
    </message>
    <message>
        <source>Remove from library</source>
        <translation>從音樂庫移除</translation>
    </message>
</context>
<context>
    <name>SoundTags</name>
    <message>
        <source>Style</source>
        <translation>風格</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>情緒</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>人聲</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>樂器</translation>
    </message>
    <message>
        <source>Era</source>
        <translation>年代</translation>
    </message>
    <message>
        <source>Other tags</source>
        <translation>其他標籤</translation>
    </message>
    <message>
        <source>Sounds like: {tags}</source>
        <translation>聽起來：{tags}</translation>
    </message>
    <message>
        <source>Those that stand out most beside music at large, with their scores. Scores rank tracks; they are no chances of being right. Click a tag to search for it.</source>
        <translation>與一般音樂相比最突出的標籤及其分數。分數只用來排序，並不是正確的機率。按一下標籤即可搜尋。</translation>
    </message>
</context>
<context>
    <name>SoundsLike</name>
    <message>
        <source>Sounds like</source>
        <translation>聽起來像</translation>
    </message>
    <message>
        <source>{share} alike</source>
        <translation>相似度 {share}</translation>
    </message>
</context>
<context>
    <name>SourcesBar</name>
    <message>
        <source>Choose a folder…</source>
        <translation>選擇資料夾…</translation>
    </message>
    <message>
        <source>Folders name genres</source>
        <translation>依資料夾名稱</translation>
    </message>
    <message>
        <source>Each folder right below the chosen one is a genre.</source>
        <translation>所選資料夾下的每個資料夾就是一個類型。</translation>
    </message>
    <message>
        <source>Tags name genres</source>
        <translation>依標籤</translation>
    </message>
    <message>
        <source>The genre in a file counts before that of its folder.</source>
        <translation>檔案中的類型優先於資料夾的類型。</translation>
    </message>
    <message>
        <source>What I have accepted</source>
        <translation>我接受過的</translation>
    </message>
    <message>
        <source>Tracks accepted, changed or written in Review count before all else.</source>
        <translation>在審閱中已接受、已更改或已寫入的曲目優先於一切。</translation>
    </message>
    <message>
        <source>no folder: what I have accepted, alone</source>
        <translation>沒有資料夾：只用我接受過的</translation>
    </message>
</context>
<context>
    <name>StageList</name>
    <message>
        <source>Progress of this stage</source>
        <translation>此階段的進度</translation>
    </message>
    <message>
        <source>{classifier}, lesson {number} of {total}</source>
        <translation>{classifier}，第 {number}／{total} 課</translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>Reading</source>
        <translation>讀取</translation>
    </message>
    <message>
        <source>what the files say of themselves</source>
        <translation>檔案中的資訊</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>聆聽</translation>
    </message>
    <message>
        <source>every track, unless it was heard before</source>
        <translation>每首曲目，除非先前聽過</translation>
    </message>
    <message>
        <source>Playing otherwise</source>
        <translation>變奏</translation>
    </message>
    <message>
        <source>copies to learn from, where they are wanted</source>
        <translation>供學習的副本（如需要）</translation>
    </message>
    <message>
        <source>Teaching</source>
        <translation>教學</translation>
    </message>
    <message>
        <source>without each fold, then with all tracks</source>
        <translation>先逐折保留，再用全部曲目</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>測量</translation>
    </message>
    <message>
        <source>how well it does on music it was not taught</source>
        <translation>在未學過的音樂上的效果</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>放棄</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>選擇資料夾…</translation>
    </message>
    <message>
        <source>Learn from what I have accepted</source>
        <translation>從我接受過的曲目學習</translation>
    </message>
    <message>
        <source>A training was not brought to its end: {what}, preset {preset}.</source>
        <translation>有一次訓練沒有完成：{what}，組合 {preset}。</translation>
    </message>
    <message>
        <source>what I have accepted</source>
        <translation>我接受過的</translation>
    </message>
    <message>
        <source>Drop a folder whose folders are genres</source>
        <translation>把以類型分資料夾的音樂拖放到這裡</translation>
    </message>
    <message>
        <source>From music sorted into folders such as Jazz, 老歌 and My Metal a classifier is made that knows these genres. Nothing in them is changed.</source>
        <translation>音樂分放在 Jazz、老歌、My Metal 之類的資料夾裡，就能做出認得這些類型的分類器。資料夾裡的東西不會更動。</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>not heard</source>
        <translation>未聆聽</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>已建議</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已略過</translation>
    </message>
    <message>
        <source>written</source>
        <translation>已寫入</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已收回</translation>
    </message>
</context>
<context>
    <name>TimeView</name>
    <message>
        <source>Spectrogram</source>
        <translation>頻譜圖</translation>
    </message>
    <message>
        <source>Left and right seek, plus and minus zoom, Home shows all</source>
        <translation>左右鍵移動播放位置，加減鍵縮放，Home 顯示全部</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>色彩</translation>
    </message>
</context>
<context>
    <name>TrackPreviews</name>
    <message>
        <source>This track cannot be shown in full ({error}); see the log.</source>
        <translation>無法完整顯示這首曲目（{error}）；請查看記錄檔。</translation>
    </message>
</context>
<context>
    <name>TrackTable</name>
    <message>
        <source>Title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>演出者</translation>
    </message>
    <message>
        <source>Album</source>
        <translation>專輯</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>音軌</translation>
    </message>
    <message>
        <source>Genre in file</source>
        <translation>檔案中的類型</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>建議類型</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>信心</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Heard by</source>
        <translation>分類器</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長度</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
</context>
<context>
    <name>TrackTableModel</name>
    <message>
        <source>The file is not where it was.</source>
        <translation>檔案不在原來的位置。</translation>
    </message>
    <message>
        <source>The tags are in an old encoding, shown decoded here.</source>
        <translation>標籤使用舊式編碼，這裡顯示的是解碼後的文字。</translation>
    </message>
</context>
<context>
    <name>TrackView</name>
    <message>
        <source>Tracks</source>
        <translation>曲目</translation>
    </message>
    <message>
        <source>No track is like that.</source>
        <translation>沒有符合的曲目。</translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>A folder whose folders are genres</source>
        <translation>以類型分資料夾的資料夾</translation>
    </message>
</context>
<context>
    <name>TrainingService</name>
    <message>
        <source>Training on {what}</source>
        <translation>正在用 {what} 訓練</translation>
    </message>
    <message>
        <source>The table is kept in {path}.</source>
        <translation>對照表已存到 {path}。</translation>
    </message>
</context>
<context>
    <name>Verdicts</name>
    <message>
        <source>sure</source>
        <translation>有把握</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>不確定</translation>
    </message>
    <message>
        <source>classifiers differ</source>
        <translation>分類器意見不一</translation>
    </message>
    <message>
        <source>unlike anything known</source>
        <translation>不像任何已知類型</translation>
    </message>
    <message>
        <source>differ</source>
        <translation>不一致</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Heard {seconds} s of {total}</source>
        <translation>聽了 {total} 中的 {seconds} 秒</translation>
    </message>
    <message>
        <source>Heard all of {total}</source>
        <translation>聽了全部 {total}</translation>
    </message>
    <message>
        <source>{analyzed} in {number} segments</source>
        <translation>{analyzed}，分 {number} 段</translation>
    </message>
    <message>
        <source>There is nothing but silence to hear</source>
        <translation>只有靜音，沒有可聽的內容</translation>
    </message>
    <message>
        <source>Unlike anything the classifiers have learned from</source>
        <translation>與分類器學過的音樂都不相似</translation>
    </message>
    <message>
        <source>{names} agree</source>
        <translation>{names} 意見一致</translation>
    </message>
    <message>
        <source>{name}: {words}</source>
        <translation>{name}：{words}</translation>
    </message>
    <message>
        <source>It may be {genres}</source>
        <translation>可能是 {genres}</translation>
    </message>
    <message>
        <source>No genre stands out</source>
        <translation>沒有特別突出的類型</translation>
    </message>
    <message>
        <source>{some} and {last}</source>
        <translation>{some} 與 {last}</translation>
    </message>
    <message>
        <source>{some} or {last}</source>
        <translation>{some} 或 {last}</translation>
    </message>
    <message>
        <source>encoder</source>
        <translation>編碼器</translation>
    </message>
</context>
<context>
    <name>WriteDialog</name>
    <message>
        <source>Write genres</source>
        <translation>寫入類型</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Bring back every byte of what was just written</source>
        <translation>把剛寫入的每個位元組恢復原樣</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Write the genre of {number} files</source>
        <translation>寫入 {number} 個檔案的類型</translation>
    </message>
    <message>
        <source>Looking at the files</source>
        <translation>正在檢查檔案</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>正在寫入</translation>
    </message>
    <message>
        <source>Taking back</source>
        <translation>正在收回</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Waiting for the scan to end…</source>
        <translation>正在等待掃描結束…</translation>
    </message>
    <message>
        <source>Write {number}</source>
        <translation>寫入 {number} 個</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>寫入</translation>
    </message>
</context>
</TS>
