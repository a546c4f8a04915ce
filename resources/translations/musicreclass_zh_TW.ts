<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW">
<context>
    <name>AboutPage</name>
    <message>
        <source>Looking through what is installed…</source>
        <translation>正在查看已安裝的套件…</translation>
    </message>
    <message>
        <source>About</source>
        <translation>關於</translation>
    </message>
    <message>
        <source>Proposes genres for your music, and writes those that you accept. Free software under the GNU General Public License, version 3 or later.
The encoder that listens is musicnn by Jordi Pons, © Music Technology Group, Universitat Pompeu Fabra, ISC licence; it was trained on the Million Song Dataset and on MagnaTagATune.</source>
        <translation>為你的音樂建議曲風，並寫入你接受的曲風。本程式是自由軟體，採用 GNU 通用公眾授權條款第 3 版或更新版本。
負責聆聽的編碼器是 Jordi Pons 的 musicnn，© Music Technology Group, Universitat Pompeu Fabra，ISC 授權；以 Million Song Dataset 與 MagnaTagATune 訓練而成。</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>套件</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>授權條款</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Versions and folders, as text</source>
        <translation>以文字形式複製版本與資料夾</translation>
    </message>
    <message>
        <source>What it is made of, and the licences of it</source>
        <translation>程式的組成部分及其授權條款</translation>
    </message>
    <message>
        <source>The package brings no text of its licence along.</source>
        <translation>這個套件沒有附上授權條款全文。</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>未說明</translation>
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
        <translation>依你的決定，{number} 個建議已改變</translation>
    </message>
    <message>
        <source>{number} suggestions are as they were before you decided</source>
        <translation>{number} 個建議已回到你決定之前的樣子</translation>
    </message>
</context>
<context>
    <name>AllKeysPage</name>
    <message>
        <source>Keys</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>Those of a letter work while the table of tracks has the keyboard. Settings › Keys lets you choose others.</source>
        <translation>單一字母的按鍵在曲目表格取得鍵盤焦點時有效。可在「設定 › 按鍵」改用其他按鍵。</translation>
    </message>
</context>
<context>
    <name>AnalysisPage</name>
    <message>
        <source>Listening</source>
        <translation>聆聽</translation>
    </message>
    <message>
        <source>The classifier in use</source>
        <translation>使用中的分類器</translation>
    </message>
    <message>
        <source>what the classifier was taught</source>
        <translation>分類器學習時所用的部分</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>開頭</translation>
    </message>
    <message>
        <source>the middle</source>
        <translation>中段</translation>
    </message>
    <message>
        <source>the whole track</source>
        <translation>整首曲目</translation>
    </message>
    <message>
        <source>Listen to</source>
        <translation>聆聽範圍</translation>
    </message>
    <message>
        <source>The part of each track that is measured. Its confidence was measured with what the classifier was taught; with another part it is worth less.</source>
        <translation>每首曲目要測量的部分。信心是以分類器學習時所用的部分測得的；改用其他部分時，信心較不可靠。</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒數</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>More takes longer. Below ten seconds suggestions become worse.</source>
        <translation>秒數越多，時間越久。少於十秒時，建議會變差。</translation>
    </message>
    <message>
        <source>as many as it was taught</source>
        <translation>與學習時相同</translation>
    </message>
    <message>
        <source>Samples all over the track</source>
        <translation>遍布整首曲目的取樣</translation>
    </message>
    <message>
        <source>Of three seconds each, for the encoder. More are a little surer on music that changes, and take longer; beyond eight little is won.</source>
        <translation>供編碼器使用，每段三秒。對變化多的音樂，取樣越多越準一些，但也更花時間；超過八段後幾乎沒有幫助。</translation>
    </message>
    <message>
        <source>Listen to all again…</source>
        <translation>重新聆聽全部…</translation>
    </message>
    <message>
        <source>The three above count for tracks that are heard from now on; this hears the others again.</source>
        <translation>以上三項適用於之後聆聽的曲目；此按鈕會重新聆聽其他曲目。</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>thorough</source>
        <translation>仔細</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>Balanced hears three seconds of a track, and all that is usual where that leaves doubt: in hardly more than half the time, and right as often. Fast hears a little more there: several times as fast, and right a little less often.</source>
        <translation>均衡模式先聽曲目的三秒，有疑問時照常聽：只需一半多的時間，正確率相同。快速模式有疑問時只多聽一點：快上數倍，正確率略低。</translation>
    </message>
    <message>
        <source>balanced</source>
        <translation>均衡</translation>
    </message>
    <message>
        <source>as many as suit this computer ({number})</source>
        <translation>依這台電腦而定（{number}）</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>處理程序</translation>
    </message>
    <message>
        <source>How many files are read and heard at a time. Fewer leave more of the computer to others.</source>
        <translation>同時讀取與聆聽的檔案數。數量越少，留給其他程式的資源越多。</translation>
    </message>
    <message>
        <source>Follow links to other folders</source>
        <translation>跟隨連到其他資料夾的連結</translation>
    </message>
    <message>
        <source>Symbolic links below a folder of music are gone into.</source>
        <translation>會進入音樂資料夾下的符號連結。</translation>
    </message>
    <message>
        <source>Learn from what I decide</source>
        <translation>從我的決定中學習</translation>
    </message>
    <message>
        <source>Suggestions follow your decisions. Without it, the classifiers alone count.</source>
        <translation>建議會依你的決定調整。關閉時只看分類器。</translation>
    </message>
    <message>
        <source>Company of tracks</source>
        <translation>曲目的同伴</translation>
    </message>
    <message>
        <source>albums count, or else artists</source>
        <translation>看專輯，沒有則看藝人</translation>
    </message>
    <message>
        <source>artists count, or else albums</source>
        <translation>看藝人，沒有則看專輯</translation>
    </message>
    <message>
        <source>each track for itself</source>
        <translation>每首曲目各自判斷</translation>
    </message>
    <message>
        <source>What other tracks of an album or artist sound like counts for each of them, and so does which genres the library has most of.</source>
        <translation>同一專輯或藝人的其他曲目聽起來如何，以及音樂庫裡哪些曲風最多，也會列入考量。</translation>
    </message>
    <message>
        <source>Tagger</source>
        <translation>標籤器</translation>
    </message>
    <message>
        <source>A file made by training on MagnaTagATune, which says more of what tracks sound like. Without one, the encoder alone does.</source>
        <translation>以 MagnaTagATune 訓練出的檔案，能更詳細描述曲目聽起來如何。沒有時只由編碼器描述。</translation>
    </message>
    <message>
        <source>Choose a tagger…</source>
        <translation>選擇標籤器…</translation>
    </message>
    <message>
        <source>Use none</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Choose a tagger</source>
        <translation>選擇標籤器</translation>
    </message>
    <message>
        <source>Taggers (*.pth)</source>
        <translation>標籤器 (*.pth)</translation>
    </message>
    <message>
        <source>was taught whole tracks</source>
        <translation>學習時使用整首曲目</translation>
    </message>
    <message>
        <source>was taught the first {seconds} seconds of tracks</source>
        <translation>學習時使用曲目的前 {seconds} 秒</translation>
    </message>
    <message>
        <source>was taught {seconds} seconds from the middle of tracks</source>
        <translation>學習時使用曲目中段的 {seconds} 秒</translation>
    </message>
    <message>
        <source>hears {number} samples of {seconds} seconds all over a track</source>
        <translation>聽遍布整首曲目的 {number} 段、每段 {seconds} 秒</translation>
    </message>
    <message>
        <source>takes exactly that, and nothing else</source>
        <translation>只接受這些，不能更改</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Listen to all again</source>
        <translation>重新聆聽全部</translation>
    </message>
    <message>
        <source>Forget all suggestions, and listen to all tracks again?</source>
        <translation>要忘記所有建議，並重新聆聽所有曲目嗎？</translation>
    </message>
    <message>
        <source>What you decided stays. It takes as long as the first time.</source>
        <translation>你的決定會保留。所需時間與第一次相同。</translation>
    </message>
    <message>
        <source>Listen again</source>
        <translation>重新聆聽</translation>
    </message>
</context>
<context>
    <name>AnswerPanel</name>
    <message>
        <source>{share} · of the last seconds</source>
        <translation>{share} · 根據最近幾秒</translation>
    </message>
    <message>
        <source>{share} · of {seconds} s of sound</source>
        <translation>{share} · 根據 {seconds} 秒的聲音</translation>
    </message>
    <message>
        <source>Sounds like: {tags}</source>
        <translation>聽起來：{tags}</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>Colours of the window</source>
        <translation>視窗的顏色</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Of the size that is usual on this system.</source>
        <translation>相對於這個系統慣用的大小。</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>減少動態效果</translation>
    </message>
    <message>
        <source>Bars that wait stand still, and menus open at once. Where the system asks its programs for that, it is so in any case.</source>
        <translation>等待中的進度列靜止不動，選單立即開啟。系統要求程式如此時，一律照辦。</translation>
    </message>
    <message>
        <source>Colours of spectrograms</source>
        <translation>頻譜圖的顏色</translation>
    </message>
    <message>
        <source>All but the first go from dark to light evenly, also in print.</source>
        <translation>除第一種外，都由暗到亮均勻變化，列印時也是。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>The language changes when the window opens next.</source>
        <translation>下次開啟視窗時會切換語言。</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>立即重新啟動</translation>
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
        <translation>原曲風 → 新曲風</translation>
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
        <translation>↺ 已復原 {number}</translation>
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
        <source>✓ {number} moved</source>
        <translation>✓ 移動 {number} 個</translation>
    </message>
    <message>
        <source>✓ {number} copied</source>
        <translation>✓ 複製 {number} 個</translation>
    </message>
    <message>
        <source>✓ {number} linked</source>
        <translation>✓ 連結 {number} 個</translation>
    </message>
    <message>
        <source>into {folder}: {genres}</source>
        <translation>放到 {folder}：{genres}</translation>
    </message>
    <message>
        <source>too old to be taken back</source>
        <translation>太久以前，無法復原</translation>
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
        <source>the whole library</source>
        <translation>整個音樂庫</translation>
    </message>
    <message>
        <source>In: {what}</source>
        <translation>範圍：{what}</translation>
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
        <source>Look at each change, then write (Ctrl+Enter).
Accepted in: {what}</source>
        <translation>先檢視每項變更再寫入（Ctrl+Enter）。
已接受的範圍：{what}</translation>
    </message>
    <message>
        <source>Nothing is accepted here that is not written yet.</source>
        <translation>此範圍內沒有已接受而尚未寫入的曲目。</translation>
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
        <translation>這個數字來自分類器試聽過的 {tracks} 首曲目，以及你自己的 {own} 個決定。</translation>
    </message>
    <message>
        <source>Of {tagged} files that name a genre, {share} name the one that is suggested.</source>
        <translation>在已註明曲風的 {tagged} 個檔案中，{share} 與建議的曲風相同。</translation>
    </message>
</context>
<context>
    <name>CachePage</name>
    <message>
        <source>Cache</source>
        <translation>快取</translation>
    </message>
    <message>
        <source>What was measured of your music is kept, so that nothing has to be heard twice. Losing it costs time only.</source>
        <translation>測量結果會保留下來，不必再聽第二次。遺失它只會多花時間。</translation>
    </message>
    <message>
        <source>Size now</source>
        <translation>目前大小</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>What was unused for longest goes first. A track takes about a megabyte.</source>
        <translation>最久沒用到的會先刪除。每首曲目約佔 1 MB。</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>What is kept stays where it is when another folder is chosen; clear it first where it is not wanted any more.</source>
        <translation>改選資料夾時，已保留的內容會留在原處；不再需要時請先清除。</translation>
    </message>
    <message>
        <source>Other folder…</source>
        <translation>其他資料夾…</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>顯示資料夾</translation>
    </message>
    <message>
        <source>Clear…</source>
        <translation>清除…</translation>
    </message>
    <message>
        <source>Folder for the cache</source>
        <translation>快取的資料夾</translation>
    </message>
    <message>
        <source>Clear the cache</source>
        <translation>清除快取</translation>
    </message>
    <message>
        <source>Take away all that was measured?</source>
        <translation>要刪除所有測量結果嗎？</translation>
    </message>
    <message>
        <source>Suggestions and decisions stay. What is wanted again is heard again.</source>
        <translation>建議和決定會保留。之後需要時會重新聆聽。</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
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
    <name>ChangedTable</name>
    <message>
        <source>Title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>藝人</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>之後</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>信心值</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>曲風</translation>
    </message>
    <message>
        <source>More</source>
        <translation>增減</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>{number} written</source>
        <translation>已寫入 {number} 個</translation>
    </message>
    <message>
        <source>{number} sorted</source>
        <translation>已歸類 {number} 個</translation>
    </message>
    <message>
        <source>{number} taken back</source>
        <translation>已復原 {number} 個</translation>
    </message>
    <message>
        <source>{number} refused</source>
        <translation>已拒絕 {number} 個</translation>
    </message>
    <message>
        <source>{number} left as they were</source>
        <translation>{number} 個維持原樣</translation>
    </message>
    <message>
        <source>{number} have a finer genre</source>
        <translation>{number} 個已有較細的曲風</translation>
    </message>
    <message>
        <source>{number} have it among others</source>
        <translation>{number} 個的曲風中已包含它</translation>
    </message>
    <message>
        <source>{number} say the same in other words</source>
        <translation>{number} 個以其他寫法寫著同一曲風</translation>
    </message>
    <message>
        <source>{number} have it already</source>
        <translation>{number} 個已有它</translation>
    </message>
    <message>
        <source>{number} have some genre</source>
        <translation>{number} 個已有曲風</translation>
    </message>
    <message>
        <source>{number} have enough genres</source>
        <translation>{number} 個的曲風已夠多</translation>
    </message>
    <message>
        <source>{number} say so already</source>
        <translation>{number} 個本來就是這樣</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Stay as they are: {why}</source>
        <translation>維持原狀：{why}</translation>
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
        <source>stays as it is</source>
        <translation>維持原狀</translation>
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
        <source>sorted</source>
        <translation>已歸類</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已復原</translation>
    </message>
    <message>
        <source>no tags</source>
        <translation>沒有標籤</translation>
    </message>
    <message>
        <source>first tag: {kind}</source>
        <translation>首次加上標籤：{kind}</translation>
    </message>
    <message>
        <source>Cannot go along: {what}</source>
        <translation>無法保留：{what}</translation>
    </message>
    <message>
        <source>{number} stay as they are</source>
        <translation>{number} 個維持原狀</translation>
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
        <source>Sorted</source>
        <translation>已歸類</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已復原</translation>
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
        <source>Other kind of tag</source>
        <translation>標籤版本改變</translation>
    </message>
    <message>
        <source>Stay as they are</source>
        <translation>維持原狀</translation>
    </message>
    <message>
        <source>Files that get another genre</source>
        <translation>會改成其他曲風的檔案</translation>
    </message>
    <message>
        <source>Files that cannot be written safely; the remarks say why</source>
        <translation>無法安全寫入的檔案；原因見備註</translation>
    </message>
    <message>
        <source>Files that you left out, or that came after a stop</source>
        <translation>你排除的檔案，或停止之後的檔案</translation>
    </message>
    <message>
        <source>Files whose tag becomes another version, such as ID3v2.4; a first tag is none</source>
        <translation>標籤會變成其他版本（如 ID3v2.4）的檔案；首次加上標籤不算</translation>
    </message>
    <message>
        <source>Files that say so already, or that the rules leave alone; the remarks say why</source>
        <translation>本來就是這樣，或規則不更動的檔案；原因見備註</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
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
    <message>
        <source>{number} lie there already</source>
        <translation>{number} 個本來就在那裡</translation>
    </message>
</context>
<context>
    <name>CheckPanel</name>
    <message>
        <source>Those that I said are right: {number}</source>
        <translation>我說沒有錯的：{number}</translation>
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
        <source>Several genres</source>
        <translation>多個曲風</translation>
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
        <source>Also files with several names</source>
        <translation>也寫入有多個名稱的檔案</translation>
    </message>
    <message>
        <source>A file may lie in several folders at once, under several names (hard links).
Written to, this one becomes a file of its own; the other names keep the genre as it is. Otherwise such files are refused.</source>
        <translation>一個檔案可以同時以多個名稱放在多個資料夾中（硬連結）。
寫入後，這一個會成為獨立的檔案；其他名稱的曲風維持不變。否則會拒絕這類檔案。</translation>
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
        <translation>在曲風之後寫入曲目聽起來的風格：Rock、Indie Rock。風格必須夠突出，而且至少要有旁邊的分數。
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
</context>
<context>
    <name>ChooseView</name>
    <message>
        <source>Merge selected</source>
        <translation>合併所選</translation>
    </message>
    <message>
        <source>Gives all selected folders the genre of the first</source>
        <translation>讓所有選取的資料夾都用第一個的曲風</translation>
    </message>
    <message>
        <source>Takes a table of folders and genres from a file</source>
        <translation>從檔案讀入資料夾與曲風的對照表</translation>
    </message>
    <message>
        <source>Load table…</source>
        <translation>載入表格…</translation>
    </message>
    <message>
        <source>Keeps this table of folders and genres in a file</source>
        <translation>把這份資料夾與曲風的對照表存成檔案</translation>
    </message>
    <message>
        <source>Save table…</source>
        <translation>儲存表格…</translation>
    </message>
    <message>
        <source>Looking through the folder</source>
        <translation>正在查看資料夾</translation>
    </message>
    <message>
        <source>Genres: {genres} · Tracks: {tracks} · {time}</source>
        <translation>曲風：{genres} · 曲目：{tracks} · {time}</translation>
    </message>
    <message>
        <source>Use known names ({number})</source>
        <translation>採用已知名稱（{number}）</translation>
    </message>
    <message>
        <source>Load a table of genres</source>
        <translation>載入曲風對照表</translation>
    </message>
    <message>
        <source>Save the table of genres</source>
        <translation>儲存曲風對照表</translation>
    </message>
</context>
<context>
    <name>ClassifierChoice</name>
    <message>
        <source>{name} suggests from now on.</source>
        <translation>從現在起由{name}提出建議。</translation>
    </message>
    <message>
        <source>{name} suggests from now on. It has not listened to {tracks} yet; “Listen again” does.</source>
        <translation>從現在起由{name}提出建議。還有 {tracks} 它沒聽過；按「重新聆聽」就會去聽。</translation>
    </message>
    <message>
        <source>The classifier in the box</source>
        <translation>內附的分類器</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>「{name}」</translation>
    </message>
    <message>
        <source>Back to the box</source>
        <translation>回到內附的分類器</translation>
    </message>
    <message>
        <source>Back to {name}</source>
        <translation>回到{name}</translation>
    </message>
</context>
<context>
    <name>ClassifierDetail</name>
    <message>
        <source>Training report</source>
        <translation>訓練報告</translation>
    </message>
    <message>
        <source>Opens the report on its training again</source>
        <translation>再次開啟它的訓練報告</translation>
    </message>
    <message>
        <source>Figures of each genre</source>
        <translation>各曲風的數字</translation>
    </message>
    <message>
        <source>Card of the classifier</source>
        <translation>分類器的說明卡</translation>
    </message>
    <message>
        <source>✕ It cannot be used</source>
        <translation>✕ 無法使用</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概覽</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>曲風</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>混淆</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>權重</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>說明卡</translation>
    </message>
    <message>
        <source>How good it is, and where it comes from</source>
        <translation>它有多準、從哪裡來</translation>
    </message>
    <message>
        <source>How each genre fares</source>
        <translation>每個曲風的表現</translation>
    </message>
    <message>
        <source>What was taken for what</source>
        <translation>什麼被當成什麼</translation>
    </message>
    <message>
        <source>How much each member counts</source>
        <translation>每個成員占多少分量</translation>
    </message>
    <message>
        <source>All that was measured, in full</source>
        <translation>所有量測結果的全文</translation>
    </message>
</context>
<context>
    <name>ClassifierNotice</name>
    <message>
        <source>Trouble with the classifier</source>
        <translation>分類器的問題</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>選用其他的…</translation>
    </message>
    <message>
        <source>Back to the box</source>
        <translation>回到內附的分類器</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試一次</translation>
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
        <translation>名稱</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Which one suggests genres</source>
        <translation>由哪一個建議曲風</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>曲風</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正確率</translation>
    </message>
    <message>
        <source>On how many of 100 tracks it names the right genre. Figures that were measured on different music cannot be compared.</source>
        <translation>每 100 首中有幾首說對曲風。在不同音樂上量得的數字不能互相比較。</translation>
    </message>
    <message>
        <source>Measured on</source>
        <translation>量測依據</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>訓練資料</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成員</translation>
    </message>
    <message>
        <source>From</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>授權</translation>
    </message>
    <message>
        <source>✕ cannot be used: {problem}</source>
        <translation>✕ 無法使用：{problem}</translation>
    </message>
</context>
<context>
    <name>ClassifierWords</name>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>came with the program</source>
        <translation>程式內附</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>你自己的</translation>
    </message>
    <message>
        <source>a file elsewhere</source>
        <translation>位於別處的檔案</translation>
    </message>
    <message>
        <source>trained, not installed</source>
        <translation>已訓練，尚未安裝</translation>
    </message>
    <message>
        <source>the middle</source>
        <translation>中間</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>開頭</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>In the box</source>
        <translation>內附</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>沒有量過</translation>
    </message>
    <message>
        <source>{clips} clips of {parts} collections left out</source>
        <translation>{parts} 個留下不用的收藏中的 {clips} 段</translation>
    </message>
    <message>
        <source>test part of a known split, {tracks}</source>
        <translation>公開切分的測試部分，{tracks}</translation>
    </message>
    <message>
        <source>{tracks} of its own music, artists kept apart</source>
        <translation>自己的音樂 {tracks}，藝人分開</translation>
    </message>
    <message>
        <source>by its own training</source>
        <translation>依它自己的訓練</translation>
    </message>
    <message>
        <source>Nobody has measured how often it is right, so that nothing it says is called sure.</source>
        <translation>沒有人量過它多常正確，所以它說的都不算確定。</translation>
    </message>
    <message>
        <source>Right on so many of {clips} clips from anywhere. Each of the {parts} collections was left out whole: answered by classifiers that had learned from the others.</source>
        <translation>在來自各處的 {clips} 段音樂中有這麼多說對。{parts} 個收藏都整個留下不用：由學過其他收藏的分類器作答。</translation>
    </message>
    <message>
        <source>Right on so many of {tracks} in the test part of a split that others use, too.</source>
        <translation>在別人也使用的切分的測試部分，{tracks}中有這麼多說對。</translation>
    </message>
    <message>
        <source>Right on so many of {tracks} of the music that it was trained on, in {parts} folds: each answered by classifiers that knew neither it nor anything else by its artist.</source>
        <translation>在它的訓練音樂 {tracks}中有這麼多說對，分 {parts} 折：每首都由不認識它、也不認識同一藝人其他曲目的分類器作答。</translation>
    </message>
    <message>
        <source>As its file says; how that was measured it does not say.</source>
        <translation>依檔案所述；檔案沒說是怎麼量的。</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} MB</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>曲風</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成員</translation>
    </message>
    <message>
        <source>{part}, {seconds} s of a track</source>
        <translation>每首曲目的{part} {seconds} 秒</translation>
    </message>
    <message>
        <source>Listens to</source>
        <translation>聆聽</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>訓練資料</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>預設組合</translation>
    </message>
    <message>
        <source>Began with</source>
        <translation>起點</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>製作日期</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>製作程式</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>the file does not say</source>
        <translation>檔案沒有說明</translation>
    </message>
    <message>
        <source>Licence of the data</source>
        <translation>資料的授權</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>編碼器</translation>
    </message>
    <message>
        <source>Encoder cannot be used</source>
        <translation>編碼器無法使用</translation>
    </message>
    <message>
        <source>Licence of the encoder</source>
        <translation>編碼器的授權</translation>
    </message>
    <message>
        <source>The classifier in the box knows {number} broad genres: {genres}. For finer ones, or your own, train one on your folders.</source>
        <translation>內附的分類器認得 {number} 個大曲風：{genres}。想要更細的或你自己的曲風，請用你的資料夾訓練一個。</translation>
    </message>
    <message>
        <source>what you decided</source>
        <translation>你的決定</translation>
    </message>
    <message>
        <source>{groups} artists or albums</source>
        <translation>{groups} 位藝人或張專輯</translation>
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
        <translation>分類器的問題</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>做了什麼</translation>
    </message>
    <message>
        <source>You have no classifier of your own yet. Train one on a folder of genre folders, or drop a file here: one of this program, msd_model.pth, or a CNN checkpoint.</source>
        <translation>你還沒有自己的分類器。請用一個內含曲風資料夾的資料夾訓練一個，或把檔案拖放到這裡：本程式的分類器、msd_model.pth 或 CNN 檢查點。</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Training report</source>
        <translation>訓練報告</translation>
    </message>
    <message>
        <source>Compare on the library…</source>
        <translation>在音樂庫上比較…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>匯出…</translation>
    </message>
    <message>
        <source>Export as ONNX…</source>
        <translation>匯出為 ONNX…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重新命名…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Show the file</source>
        <translation>顯示檔案</translation>
    </message>
    <message>
        <source>Tags of how music sounds come from the encoder; there is no other tagger.</source>
        <translation>「聽起來像」的標籤來自編碼器；沒有其他標籤器。</translation>
    </message>
    <message>
        <source>Tags of how music sounds come from the encoder and from {file}.</source>
        <translation>「聽起來像」的標籤來自編碼器和 {file}。</translation>
    </message>
    <message>
        <source>Lets it suggest from now on; what it has not listened to yet, it can later</source>
        <translation>從現在起由它提出建議；還沒聽過的，之後可以再聽</translation>
    </message>
    <message>
        <source>Lets the classifier suggest that came with the program</source>
        <translation>由程式內附的分類器提出建議</translation>
    </message>
    <message>
        <source>Back to the box</source>
        <translation>回到內附的分類器</translation>
    </message>
    <message>
        <source>Lets the one in use listen to all that it has not listened to yet</source>
        <translation>讓使用中的分類器去聽它還沒聽過的全部曲目</translation>
    </message>
    <message>
        <source>Listen again</source>
        <translation>重新聆聽</translation>
    </message>
    <message>
        <source>Lists which suggestions would be others with another classifier</source>
        <translation>列出換成另一個分類器時哪些建議會不同</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>比較…</translation>
    </message>
    <message>
        <source>More ▾</source>
        <translation>更多 ▾</translation>
    </message>
    <message>
        <source>Export, rename, remove, show the file</source>
        <translation>匯出、重新命名、移除、顯示檔案</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>匯入…</translation>
    </message>
    <message>
        <source>A classifier of this program, msd_model.pth, or a CNN checkpoint (*.pth)</source>
        <translation>本程式的分類器、msd_model.pth 或 CNN 檢查點（*.pth）</translation>
    </message>
    <message>
        <source>Large networks that others trained, from folders or a hub, to train with</source>
        <translation>他人訓練的大型網路，來自資料夾或平台，可用於訓練</translation>
    </message>
    <message>
        <source>Encoders…</source>
        <translation>編碼器…</translation>
    </message>
    <message>
        <source>Train one…</source>
        <translation>訓練一個…</translation>
    </message>
    <message>
        <source>Choose a tagger…</source>
        <translation>選擇標籤器…</translation>
    </message>
    <message>
        <source>No tagger</source>
        <translation>不用標籤器</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>ClassifiersService</name>
    <message>
        <source>Taken over: {names}. “Use” lets one suggest.</source>
        <translation>已匯入：{names}。按「使用」就由它提出建議。</translation>
    </message>
    <message>
        <source>Import a classifier</source>
        <translation>匯入分類器</translation>
    </message>
    <message>
        <source>Export the classifier</source>
        <translation>匯出分類器</translation>
    </message>
    <message>
        <source>A folder for the ONNX files</source>
        <translation>放 ONNX 檔案的資料夾</translation>
    </message>
    <message>
        <source>Exported to {path}.</source>
        <translation>已匯出到 {path}。</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重新命名</translation>
    </message>
    <message>
        <source>What is it called from now on?</source>
        <translation>從現在起叫什麼？</translation>
    </message>
    <message>
        <source>“{old}” is called “{new}” now.</source>
        <translation>「{old}」現在叫做「{new}」。</translation>
    </message>
    <message>
        <source>Remove the classifier “{name}”?</source>
        <translation>要移除分類器「{name}」嗎？</translation>
    </message>
    <message>
        <source>It is in use; the one in the box suggests then.</source>
        <translation>它正在使用中；之後由內附的分類器提出建議。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>“{name}” is removed.</source>
        <translation>已移除「{name}」。</translation>
    </message>
    <message>
        <source>“{name}” is there again.</source>
        <translation>「{name}」回來了。</translation>
    </message>
    <message>
        <source>It listens; the strip below says how far it is.</source>
        <translation>它正在聆聽；下方的列會說到哪裡了。</translation>
    </message>
    <message>
        <source>Choose a tagger</source>
        <translation>選擇標籤器</translation>
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
    <name>ComparisonView</name>
    <message>
        <source>Compared from</source>
        <translation>比較的起點</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>比較的對象</translation>
    </message>
    <message>
        <source>Tracks that would get another genre</source>
        <translation>會得到其他曲風的曲目</translation>
    </message>
    <message>
        <source>Tracks of each genre</source>
        <translation>各曲風的曲目數</translation>
    </message>
    <message>
        <source>‹ Classifiers</source>
        <translation>‹ 分類器</translation>
    </message>
    <message>
        <source>Swap the two</source>
        <translation>兩者對調</translation>
    </message>
    <message>
        <source>{name}, as it is</source>
        <translation>{name}（目前）</translation>
    </message>
    <message>
        <source>{name}, with these weights</source>
        <translation>{name}（用這些權重）</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>比較中…</translation>
    </message>
    <message>
        <source>{number} of {compared} suggestions would be another genre</source>
        <translation>{compared} 個建議中有 {number} 個會是其他曲風</translation>
    </message>
    <message>
        <source>Sure of {before} now, of {after} then.</source>
        <translation>現在確定 {before} 首，之後 {after} 首。</translation>
    </message>
    <message>
        <source>{tracks} only {name} has listened to; they are not compared.</source>
        <translation>有 {tracks} 只有{name}聽過，不列入比較。</translation>
    </message>
    <message>
        <source>Let {name} listen to them</source>
        <translation>讓{name}去聽</translation>
    </message>
    <message>
        <source>The {number} surest are listed.</source>
        <translation>只列出最確定的 {number} 首。</translation>
    </message>
    <message>
        <source>There is no track that both have listened to.</source>
        <translation>沒有兩者都聽過的曲目。</translation>
    </message>
    <message>
        <source>Choose two different classifiers.</source>
        <translation>請選兩個不同的分類器。</translation>
    </message>
    <message>
        <source>Show {number} in Review</source>
        <translation>在審閱中顯示 {number} 首</translation>
    </message>
    <message>
        <source>Show all in Review</source>
        <translation>全部在審閱中顯示</translation>
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
        <translation>曲風很多</translation>
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
        <source>Not where they were</source>
        <translation>不在原處</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>重複的錄音</translation>
    </message>
    <message>
        <source>Copies in several genres</source>
        <translation>同一錄音分屬多個曲風</translation>
    </message>
    <message>
        <source>Contradictions</source>
        <translation>互相矛盾</translation>
    </message>
</context>
<context>
    <name>ConditionBar</name>
    <message>
        <source>What is shown</source>
        <translation>目前顯示的內容</translation>
    </message>
    <message>
        <source>+ Filter</source>
        <translation>＋ 篩選</translation>
    </message>
    <message>
        <source>Show only tracks that are like this, too</source>
        <translation>再加上條件，只顯示符合的曲目</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>儲存…</translation>
    </message>
    <message>
        <source>Keep these conditions in the sidebar, under a name</source>
        <translation>以一個名稱將這些條件儲存在側邊欄</translation>
    </message>
    <message>
        <source>Problems: {number}</source>
        <translation>問題：{number}</translation>
    </message>
    <message>
        <source>{shown} of {tracks}</source>
        <translation>{tracks}中的 {shown} 首</translation>
    </message>
    <message>
        <source>Group by: {what} ▾</source>
        <translation>分組：{what} ▾</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>album</source>
        <translation>專輯</translation>
    </message>
    <message>
        <source>artist</source>
        <translation>藝人</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Fold all groups</source>
        <translation>收起所有群組</translation>
    </message>
    <message>
        <source>Unfold all groups</source>
        <translation>展開所有群組</translation>
    </message>
    <message>
        <source>No longer ask for this</source>
        <translation>移除此條件</translation>
    </message>
    <message>
        <source>Remove the filter {name}</source>
        <translation>移除篩選「{name}」</translation>
    </message>
</context>
<context>
    <name>ConfidencePage</name>
    <message>
        <source>Confidence</source>
        <translation>信心值</translation>
    </message>
    <message>
        <source>“Accept all from” begins with</source>
        <translation>「全部接受，從」的起始值</translation>
    </message>
    <message>
        <source>The bar below the table begins with this, and says how many of those tracks are about right.</source>
        <translation>表格下方的列以此為起始值，並說明其中大約多少曲目是對的。</translation>
    </message>
    <message>
        <source>A confidence of 80 % means: of 100 tracks that say so, about 80 are right. It is measured on music that the classifier did not learn from, and on what you decide; on music unlike all that, it promises less.

“Sure” is more than a high confidence. A suggestion is sure where one genre alone is possible, it is likelier than all others together, enough of the track was heard, no classifier contradicts it, and the music is not unlike all that is known. So 77 % can be “not sure”, where a second genre is possible, and 63 % can be sure. None of this is a promise for a single track: some that are sure are wrong.</source>
        <translation>80 % 的信心表示：100 首這樣標示的曲目中，約有 80 首是對的。這是以分類器沒有學過的音樂和你的決定測得的；遇到與這些都不相像的音樂時，可靠程度較低。

「有把握」不只是信心高。只有在僅一種曲風可能、它比其他所有曲風加起來還可能、聽到的部分足夠、沒有分類器反對，而且音樂與已知的並非全不相像時，建議才算有把握。因此，若還可能是第二種曲風，77 % 也可能「不確定」，而 63 % 也可能是有把握的。這些都不是對單一曲目的保證：有把握的建議中也有錯的。</translation>
    </message>
</context>
<context>
    <name>Confidences</name>
    <message>
        <source>Confidences</source>
        <translation>信心值</translation>
    </message>
    <message>
        <source>together</source>
        <translation>綜合</translation>
    </message>
    <message>
        <source>never sure below</source>
        <translation>低於此絕不確定</translation>
    </message>
    <message>
        <source>possible from here on</source>
        <translation>由此起為可能</translation>
    </message>
    <message>
        <source>not possible below</source>
        <translation>低於此不可能</translation>
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
        <translation>縱向：真正的曲風；橫向：被當成的曲風。</translation>
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
    <name>CurvePlot</name>
    <message>
        <source>now {last}, at first {first}; lines: {number}</source>
        <translation>目前 {last}，開始時 {first}；線條數：{number}</translation>
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
        <source>bright: what is trained now; pale: what was before it</source>
        <translation>亮色：正在訓練的；淡色：之前的</translation>
    </message>
    <message>
        <source>Curves appear as soon as the first network is trained.</source>
        <translation>第一個網路開始訓練後，曲線就會出現。</translation>
    </message>
</context>
<context>
    <name>DamageDialog</name>
    <message>
        <source>The library cannot be read</source>
        <translation>無法讀取音樂庫</translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation>還原這份備份</translation>
    </message>
    <message>
        <source>The backup takes the library&apos;s place. The damaged file is kept beside it.</source>
        <translation>備份會取代音樂庫。損壞的檔案會保留在旁邊。</translation>
    </message>
    <message>
        <source>Start a new library</source>
        <translation>建立新的音樂庫</translation>
    </message>
    <message>
        <source>The damaged file is kept beside it, under a name with today&apos;s date.</source>
        <translation>損壞的檔案會保留在旁邊，檔名加上今天的日期。</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>顯示資料夾</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>請稍候…</translation>
    </message>
    <message>
        <source>Your music is untouched. What you decided since the backup, and taking back what was written since, would be lost.</source>
        <translation>你的音樂沒有受影響。備份之後的決定，以及復原之後所寫入內容的可能性，將會失去。</translation>
    </message>
    <message>
        <source>Your music is untouched. There is no backup in {folder}. A new library finds your music again; decisions that are not written into files yet would be lost.</source>
        <translation>你的音樂沒有受影響。{folder} 裡沒有備份。新的音樂庫會重新找到你的音樂；尚未寫入檔案的決定將會失去。</translation>
    </message>
    <message>
        <source>Backups, the latest first</source>
        <translation>備份，最新的在最前面</translation>
    </message>
    <message>
        <source>{number} decisions</source>
        <translation>{number} 個決定</translation>
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
        <translation>已決定 {tracks}；按 Z 可全部復原。</translation>
    </message>
    <message>
        <source>{number} were left as they are.</source>
        <translation>有 {number} 首維持原樣。</translation>
    </message>
    <message>
        <source>Written since, and left as they are: {tracks}; History takes writing back.</source>
        <translation>之後已寫入，保持原樣：{tracks}；可在「歷史」中復原寫入。</translation>
    </message>
    <message>
        <source>Decided on since, and left as they are: {tracks}.</source>
        <translation>之後另有決定，保持原樣：{tracks}。</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>沒有可重做的決定。</translation>
    </message>
    <message>
        <source>Nothing was decided there.</source>
        <translation>這些曲目沒有任何決定。</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>沒有可以復原的決定。</translation>
    </message>
    <message>
        <source>Decided again: {tracks}.</source>
        <translation>已重做決定：{tracks}。</translation>
    </message>
    <message>
        <source>The decisions on {tracks} are cleared; Z brings them back.</source>
        <translation>已清除 {tracks}曲目的決定；按 Z 可恢復。</translation>
    </message>
    <message>
        <source>Taken back: the decisions on {tracks}.</source>
        <translation>已復原 {tracks}曲目的決定。</translation>
    </message>
</context>
<context>
    <name>DecisionDialog</name>
    <message>
        <source>Decisions</source>
        <translation>決定紀錄</translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>已決定的內容</translation>
    </message>
    <message>
        <source>Show in Review</source>
        <translation>在「審閱」中顯示</translation>
    </message>
    <message>
        <source>Show the tracks that this was about</source>
        <translation>顯示這項決定涉及的曲目</translation>
    </message>
    <message>
        <source>Take back this one</source>
        <translation>復原這一項</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Nothing was decided yet.</source>
        <translation>還沒有任何決定。</translation>
    </message>
    <message>
        <source>The tracks get back what was decided before; those that you decided on since, or wrote, are left as they are</source>
        <translation>曲目會恢復先前的決定；之後另有決定或已寫入的保持原樣</translation>
    </message>
    <message>
        <source>This took something back; Z takes back what was decided last</source>
        <translation>這一項本身是復原；按 Z 可復原最後的決定</translation>
    </message>
    <message>
        <source>It is taken back already</source>
        <translation>已經復原</translation>
    </message>
</context>
<context>
    <name>DecisionTable</name>
    <message>
        <source>When</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>What</source>
        <translation>動作</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>曲目</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>曲目數</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>曲風</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現況</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
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
        <source>cleared</source>
        <translation>已清除</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已復原</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>已決定</translation>
    </message>
    <message>
        <source>in bulk</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>one by one</source>
        <translation>逐一</translation>
    </message>
    <message>
        <source>↺ taken back; Shift+Z decides it again</source>
        <translation>↺ 已復原；Shift+Z 可重做</translation>
    </message>
    <message>
        <source>↺ taken back</source>
        <translation>↺ 已復原</translation>
    </message>
    <message>
        <source>↺ taken back on {some} of {all}</source>
        <translation>↺ 已復原 {all} 首中的 {some} 首</translation>
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
        <translation>檔案中的曲風：{genre}</translation>
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
        <source>It listens on this computer; nothing is sent anywhere.</source>
        <translation>一切都在這台電腦上聆聽；不會傳送任何資料。</translation>
    </message>
    <message>
        <source>Each track is listened to and gets one of {number} broad genres, or the words “not sure”.</source>
        <translation>每首曲目都會被聆聽，並得到 {number} 種大曲風之一，或標示「不確定」。</translation>
    </message>
    <message>
        <source>You look through the suggestions: accept, choose another, or skip, with a key each.</source>
        <translation>你逐一看過建議：接受、另選或略過，各按一個鍵。</translation>
    </message>
    <message>
        <source>Your files stay as they are until you press Write, and all can be taken back.</source>
        <translation>在你按下「寫入」之前，檔案保持原樣；寫入之後也都能還原。</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>選擇資料夾…</translation>
    </message>
</context>
<context>
    <name>EncoderChoice</name>
    <message>
        <source>Encoder of your own</source>
        <translation>你自己的編碼器</translation>
    </message>
    <message>
        <source>Learns from what a pretrained network of your own says of the music, in place of a preset. Encoders are added on the Classifiers page.</source>
        <translation>以你自己的預訓練網路對音樂的描述來學習，取代預設方案。編碼器在「分類器」頁面加入。</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>編碼器</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>約 {time}</translation>
    </message>
    <message>
        <source>licence: {licence}</source>
        <translation>授權：{licence}</translation>
    </message>
</context>
<context>
    <name>EncoderDialog</name>
    <message>
        <source>Encoders</source>
        <translation>編碼器</translation>
    </message>
    <message>
        <source>Encoders are large networks that others trained on much music. A classifier of your own can learn from what one says of your tracks: choose it on the Train page. The map, similar tracks and what is learned from decisions can go by one, too. Nothing is downloaded unless you ask for it.</source>
        <translation>編碼器是別人以大量音樂訓練的大型網路。你自己的分類器可以從它對曲目的描述中學習：在「訓練」頁面選擇它。地圖、相似曲目以及從決定中學到的內容也可以以它為準。除非你要求，否則不會下載任何東西。</translation>
    </message>
    <message>
        <source>With the files of AST, CLAP, MAEST, OpenJMLA or ONNX; they stay where they are</source>
        <translation>含有 AST、CLAP、MAEST、OpenJMLA 或 ONNX 的檔案；檔案留在原處</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>加入資料夾…</translation>
    </message>
    <message>
        <source>Says how large it is and under which licence, before anything is fetched</source>
        <translation>下載前會先說明大小與授權</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>下載…</translation>
    </message>
    <message>
        <source>A folder of your own stays as it is; a download is deleted</source>
        <translation>你自己的資料夾保持原樣；下載的檔案會刪除</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Tracks are embedded by it in the background; until nearly all are, the encoder in the box goes on</source>
        <translation>曲目會在背景中由它嵌入；在幾乎全部完成之前，繼續使用內建編碼器</translation>
    </message>
    <message>
        <source>Use for map and decisions</source>
        <translation>用於地圖和決定</translation>
    </message>
    <message>
        <source>Back to the box</source>
        <translation>回到內建編碼器</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Map, similar tracks and decisions go by the encoder in the box.</source>
        <translation>地圖、相似曲目和決定以內建編碼器為準。</translation>
    </message>
    <message>
        <source>Map, similar tracks and decisions go by “{name}”.</source>
        <translation>地圖、相似曲目和決定以「{name}」為準。</translation>
    </message>
</context>
<context>
    <name>EncoderService</name>
    <message>
        <source>Looking</source>
        <translation>正在查看</translation>
    </message>
    <message>
        <source>A folder with the files of an encoder</source>
        <translation>存放編碼器檔案的資料夾</translation>
    </message>
    <message>
        <source>Looking into the folder</source>
        <translation>正在檢視資料夾</translation>
    </message>
    <message>
        <source>Download an encoder</source>
        <translation>下載編碼器</translation>
    </message>
    <message>
        <source>Which one? A short name, or owner/name as the hub has it.</source>
        <translation>要哪一個？請輸入簡稱，或平台上的 owner/name。</translation>
    </message>
    <message>
        <source>Asking the hub</source>
        <translation>正在詢問平台</translation>
    </message>
    <message>
        <source>Download {name}? {size}. Licence: {licence}.</source>
        <translation>要下載 {name} 嗎？{size}。授權：{licence}。</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>正在下載</translation>
    </message>
    <message>
        <source>“{name}” is there.</source>
        <translation>「{name}」已可使用。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the encoder “{name}”? Classifiers that need it cannot be used then.</source>
        <translation>要移除編碼器「{name}」嗎？需要它的分類器將無法使用。</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation>正在移除</translation>
    </message>
    <message>
        <source>“{name}” is removed.</source>
        <translation>已移除「{name}」。</translation>
    </message>
</context>
<context>
    <name>EncoderTable</name>
    <message>
        <source>✕ cannot be used: {problem}</source>
        <translation>✕ 無法使用：{problem}</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} MB</translation>
    </message>
    <message>
        <source>not named</source>
        <translation>未註明</translation>
    </message>
    <message>
        <source>{seconds} s at {rate} Hz</source>
        <translation>{seconds} 秒，{rate} Hz</translation>
    </message>
    <message>
        <source>downloaded</source>
        <translation>已下載</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Looks at</source>
        <translation>檢視範圍</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>授權</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>From</source>
        <translation>來源</translation>
    </message>
</context>
<context>
    <name>ExportService</name>
    <message>
        <source>Exporting</source>
        <translation>正在匯出</translation>
    </message>
    <message>
        <source>Export {tracks}</source>
        <translation>匯出 {tracks}</translation>
    </message>
    <message>
        <source>Table, also for Excel (*.csv)</source>
        <translation>表格，Excel 也可用 (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Playlists by genre go into</source>
        <translation>各曲風的播放清單要存到</translation>
    </message>
    <message>
        <source>{tracks} exported to {path}</source>
        <translation>已把 {tracks}匯出到 {path}</translation>
    </message>
    <message>
        <source>{number} playlists with {tracks} are in {path}</source>
        <translation>{path} 裡有 {number} 個播放清單，共 {tracks}</translation>
    </message>
    <message>
        <source>{tracks} have no sure genre</source>
        <translation>{tracks}沒有確定的曲風</translation>
    </message>
    <message>
        <source>{number} have names that no playlist can hold</source>
        <translation>{number} 個的名稱無法寫進播放清單</translation>
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
    <name>FilterMenu</name>
    <message>
        <source>Confidence</source>
        <translation>信心值</translation>
    </message>
    <message>
        <source>Sounds like</source>
        <translation>聽起來像</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>年代</translation>
    </message>
    <message>
        <source>No genre in the file</source>
        <translation>檔案中沒有曲風</translation>
    </message>
    <message>
        <source>Title or artist from the file&apos;s name</source>
        <translation>標題或藝人來自檔案名稱</translation>
    </message>
    <message>
        <source>Missing files</source>
        <translation>遺失的檔案</translation>
    </message>
    <message>
        <source>nothing known</source>
        <translation>沒有資料</translation>
    </message>
</context>
<context>
    <name>Filtering</name>
    <message>
        <source>Chosen in Insights: {tracks}</source>
        <translation>在洞察中選取：{tracks}</translation>
    </message>
    <message>
        <source>Folder: {name}</source>
        <translation>資料夾：{name}</translation>
    </message>
    <message>
        <source>Genre: {name}</source>
        <translation>曲風：{name}</translation>
    </message>
    <message>
        <source>Search: {text}</source>
        <translation>搜尋：{text}</translation>
    </message>
</context>
<context>
    <name>FittedHeader</name>
    <message>
        <source>As they suit</source>
        <translation>自動</translation>
    </message>
</context>
<context>
    <name>FolderMessage</name>
    <message>
        <source>Open folder</source>
        <translation>開啟資料夾</translation>
    </message>
    <message>
        <source>No file manager opened the folder. It is:</source>
        <translation>沒有檔案管理程式開啟這個資料夾。它的位置是：</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
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
        <translation>曲風</translation>
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
        <translation>按兩下可修改；同一曲風的資料夾會合併。</translation>
    </message>
</context>
<context>
    <name>FolderView</name>
    <message>
        <source>Folders and genres</source>
        <translation>資料夾與曲風</translation>
    </message>
</context>
<context>
    <name>FolderWatch</name>
    <message>
        <source>{folder} is on a network drive: changes there are looked for every {minutes} min.</source>
        <translation>{folder} 位於網路磁碟：每 {minutes} 分鐘檢查一次變更。</translation>
    </message>
    <message>
        <source>The system watches no more folders (fs.inotify.max_user_watches): changes in {folder} are looked for every {minutes} min.</source>
        <translation>系統無法再監看更多資料夾（fs.inotify.max_user_watches）：每 {minutes} 分鐘檢查一次 {folder} 的變更。</translation>
    </message>
    <message>
        <source>{number} new</source>
        <translation>{number} 個新增</translation>
    </message>
    <message>
        <source>{number} changed</source>
        <translation>{number} 個變更</translation>
    </message>
    <message>
        <source>{number} moved</source>
        <translation>{number} 個移動</translation>
    </message>
    <message>
        <source>{number} missing</source>
        <translation>{number} 個遺失</translation>
    </message>
    <message>
        <source>{number} could not be read</source>
        <translation>{number} 個無法讀取</translation>
    </message>
    <message>
        <source>In your folders: {changes}</source>
        <translation>你的資料夾：{changes}</translation>
    </message>
</context>
<context>
    <name>FoundMenu</name>
    <message>
        <source>Play, or pause</source>
        <translation>播放或暫停</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>開啟資料夾</translation>
    </message>
    <message>
        <source>Show in Review</source>
        <translation>在「審閱」中顯示</translation>
    </message>
    <message>
        <source>“{genre}” is right</source>
        <translation>「{genre}」沒有錯</translation>
    </message>
    <message>
        <source>They are right</source>
        <translation>它們沒有錯</translation>
    </message>
    <message>
        <source>Let them be checked again</source>
        <translation>讓它們重新受檢查</translation>
    </message>
    <message>
        <source>What to do ▾</source>
        <translation>處理 ▾</translation>
    </message>
    <message>
        <source>Play, set the genre, move, or say that it is right</source>
        <translation>播放、設定曲風、搬移，或表示沒有錯</translation>
    </message>
    <message>
        <source>Set genre to {genre}</source>
        <translation>將曲風設為{genre}</translation>
    </message>
    <message>
        <source>Set another genre…</source>
        <translation>設定其他曲風…</translation>
    </message>
    <message>
        <source>Move {tracks} to the folder of {genre}</source>
        <translation>將 {tracks} 移到{genre}的資料夾</translation>
    </message>
</context>
<context>
    <name>FoundService</name>
    <message>
        <source>{tracks} decided: {genre}. “Write” in Review puts it into the files.</source>
        <translation>已決定 {tracks}：{genre}。「審閱」中的「寫入」會寫進檔案。</translation>
    </message>
    <message>
        <source>{number} are not in the library: add their folder, or move them.</source>
        <translation>{number} 首不在音樂庫中：請加入其資料夾，或將它們移走。</translation>
    </message>
    <message>
        <source>{files} moved to the folder of {genre}; History takes that back.</source>
        <translation>已將 {files} 移到{genre}的資料夾；可在「歷史」復原。</translation>
    </message>
    <message>
        <source>{tracks} will not be called suspicious again.</source>
        <translation>{tracks} 不會再被列為可疑。</translation>
    </message>
    <message>
        <source>{tracks} may be called suspicious again.</source>
        <translation>{tracks} 可能再次被列為可疑。</translation>
    </message>
    <message>
        <source>They are not in the library; add their folder first.</source>
        <translation>它們不在音樂庫中；請先加入其資料夾。</translation>
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
        <translation>所在曲風</translation>
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
        <translation>設定曲風</translation>
    </message>
    <message>
        <source>Which genre is right for {tracks}?</source>
        <translation>這 {tracks}曲目該是什麼曲風？</translation>
    </message>
    <message>
        <source>Several genres are parted by semicolons.</source>
        <translation>多個曲風以分號隔開。</translation>
    </message>
</context>
<context>
    <name>GenreEditor</name>
    <message>
        <source>Genre</source>
        <translation>曲風</translation>
    </message>
    <message>
        <source>Jazz; Blues</source>
        <translation>爵士; 藍調</translation>
    </message>
    <message>
        <source>✱ new genre</source>
        <translation>✱ 新曲風</translation>
    </message>
    <message>
        <source>Not known until now: {genres}</source>
        <translation>先前未知：{genres}</translation>
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
        <translation>此曲風的曲目有多少被認出（召回率）</translation>
    </message>
    <message>
        <source>Right when said</source>
        <translation>說對</translation>
    </message>
    <message>
        <source>How many tracks taken for it are of it (precision)</source>
        <translation>被當成此曲風的曲目有多少確實是（精確率）</translation>
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
        <translation>曲風</translation>
    </message>
</context>
<context>
    <name>GenreForm</name>
    <message>
        <source>Choose a genre</source>
        <translation>請選擇一個曲風</translation>
    </message>
    <message>
        <source>Name in {language}</source>
        <translation>{language}名稱</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>別名</translation>
    </message>
    <message>
        <source>other spellings, parted by semicolons</source>
        <translation>其他寫法，以分號分隔</translation>
    </message>
    <message>
        <source>Files and folders that say one of these are of this genre, too.</source>
        <translation>檔案或資料夾寫著其中之一的，也屬於這個曲風。</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>屬於</translation>
    </message>
    <message>
        <source>May be suggested</source>
        <translation>可以建議</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take this genre of yours out of the vocabulary</source>
        <translation>把你自己的這個曲風從詞彙表移除</translation>
    </message>
    <message>
        <source>Counts as…</source>
        <translation>視同…</translation>
    </message>
    <message>
        <source>Let this genre be another name of one that you choose</source>
        <translation>讓這個曲風成為你所選曲風的另一個名稱</translation>
    </message>
    <message>
        <source>Show tracks</source>
        <translation>顯示曲目</translation>
    </message>
    <message>
        <source>Search for this genre in Review</source>
        <translation>在審閱頁搜尋這個曲風</translation>
    </message>
    <message>
        <source>New genre</source>
        <translation>新曲風</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Files call a genre so; the vocabulary does not know it.</source>
        <translation>檔案裡有這個曲風名稱，但詞彙表中沒有。</translation>
    </message>
    <message>
        <source>none: a family of its own</source>
        <translation>無：自成一個家族</translation>
    </message>
    <message>
        <source>Counts as it</source>
        <translation>視同此曲風</translation>
    </message>
    <message>
        <source>{genre} ✕</source>
        <translation>{genre} ✕</translation>
    </message>
    <message>
        <source>Part {genre} again</source>
        <translation>重新分開 {genre}</translation>
    </message>
    <message>
        <source>Let it stand for itself again</source>
        <translation>讓它重新獨立</translation>
    </message>
</context>
<context>
    <name>GenrePanel</name>
    <message>
        <source>Figures of each genre</source>
        <translation>各曲風的數字</translation>
    </message>
    <message>
        <source>Hard to tell apart</source>
        <translation>難以分辨</translation>
    </message>
    <message>
        <source>None: each two genres are told apart well.</source>
        <translation>沒有：任兩個曲風都分得清楚。</translation>
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
        <translation>各曲風曲目的平均頻譜圖，每首以自己最響處為準；低音在下，時間向右。</translation>
    </message>
    <message>
        <source>Only what differs from all genres together</source>
        <translation>只顯示與全部曲風平均的差異</translation>
    </message>
    <message>
        <source>Red is louder than in all together, blue is softer.</source>
        <translation>紅色比整體平均更響，藍色更輕。</translation>
    </message>
    <message>
        <source>Mean spectrograms of the genres</source>
        <translation>各曲風的平均頻譜圖</translation>
    </message>
</context>
<context>
    <name>GenreTree</name>
    <message>
        <source>Genres</source>
        <translation>曲風</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>曲風</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>其他名稱</translation>
    </message>
    <message>
        <source>In files</source>
        <translation>檔案中</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>已決定</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>建議</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Tracks whose file names this genre</source>
        <translation>檔案寫著這個曲風的曲目</translation>
    </message>
    <message>
        <source>Tracks that you gave this genre</source>
        <translation>你給了這個曲風的曲目</translation>
    </message>
    <message>
        <source>Tracks that this genre is suggested for, and nothing decided</source>
        <translation>建議為這個曲風、尚未決定的曲目</translation>
    </message>
    <message>
        <source>{own} of this very genre, {whole} with all below it</source>
        <translation>本曲風 {own} 首，連同下層共 {whole} 首</translation>
    </message>
    <message>
        <source>Only in your files</source>
        <translation>只在你的檔案中</translation>
    </message>
    <message>
        <source>They are not in the vocabulary; add them, or let them count as one</source>
        <translation>詞彙表中沒有這些；可以新增，或視同某個曲風</translation>
    </message>
</context>
<context>
    <name>GenresPage</name>
    <message>
        <source>Find a genre in any language</source>
        <translation>以任何語言尋找曲風</translation>
    </message>
    <message>
        <source>Find a genre</source>
        <translation>尋找曲風</translation>
    </message>
    <message>
        <source>New genre…</source>
        <translation>新曲風…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Take back what was last done to the vocabulary</source>
        <translation>復原對詞彙表的上一個變更</translation>
    </message>
    <message>
        <source>Rules for writing</source>
        <translation>寫入規則</translation>
    </message>
    <message>
        <source>The genre that is chosen</source>
        <translation>所選的曲風</translation>
    </message>
    <message>
        <source>Several genres</source>
        <translation>多個曲風</translation>
    </message>
</context>
<context>
    <name>GenresService</name>
    <message>
        <source>Added: {genre}</source>
        <translation>已新增：{genre}</translation>
    </message>
    <message>
        <source>Changed: {genre}</source>
        <translation>已變更：{genre}</translation>
    </message>
    <message>
        <source>Removed: {genre}</source>
        <translation>已移除：{genre}</translation>
    </message>
    <message>
        <source>{genre} may be suggested</source>
        <translation>可以建議 {genre}</translation>
    </message>
    <message>
        <source>{genre} is hidden</source>
        <translation>已隱藏 {genre}</translation>
    </message>
    <message>
        <source>{genre} counts as {other}</source>
        <translation>{genre} 視同 {other}</translation>
    </message>
    <message>
        <source>{genre} stands for itself again</source>
        <translation>{genre} 重新獨立</translation>
    </message>
    <message>
        <source>Taken back: {what}</source>
        <translation>已復原：{what}</translation>
    </message>
    <message>
        <source>“{text}” is a name of {genre} already.</source>
        <translation>「{text}」已經是 {genre} 的名稱。</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>你自己的</translation>
    </message>
    <message>
        <source>⊘ not suggested</source>
        <translation>⊘ 不建議</translation>
    </message>
    <message>
        <source>It is never suggested; the next candidate is, where there is one.</source>
        <translation>不會建議它；若有下一個候選，就建議那一個。</translation>
    </message>
    <message>
        <source>It is never suggested: what speaks for it counts for {genre}.</source>
        <translation>不會建議它：支持它的依據算給 {genre}。</translation>
    </message>
    <message>
        <source>Which genre does {genre} count as?</source>
        <translation>{genre} 視同哪個曲風？</translation>
    </message>
    <message>
        <source>{genre} is not in the vocabulary; add it first.</source>
        <translation>詞彙表中沒有 {genre}；請先新增。</translation>
    </message>
    <message>
        <source>They hold for what is suggested and accepted, here and in Write.</source>
        <translation>適用於建議並接受的曲風，在這裡和寫入時都有效。</translation>
    </message>
    <message>
        <source>Most of your files name genres in this language: {language}.</source>
        <translation>你的檔案大多用這種語言寫曲風：{language}。</translation>
    </message>
</context>
<context>
    <name>GroupDeciding</name>
    <message>
        <source>Nothing is suggested for these tracks yet.</source>
        <translation>這些曲目還沒有建議。</translation>
    </message>
    <message>
        <source>All of these are decided; unfold the group to change one.</source>
        <translation>這些曲目都已決定；展開群組即可更改其中一首。</translation>
    </message>
    <message>
        <source>{decided} decided; decided before, and left so: {left}. Z: back.</source>
        <translation>已決定 {decided}；先前已決定而保持不變：{left}。按 Z 復原。</translation>
    </message>
</context>
<context>
    <name>Groups</name>
    <message>
        <source>{folder} (no album)</source>
        <translation>{folder}（無專輯）</translation>
    </message>
    <message>
        <source>No artist</source>
        <translation>沒有藝人</translation>
    </message>
    <message>
        <source>{genre} · {number} of {tracks}</source>
        <translation>{genre} · {tracks} 首中的 {number} 首</translation>
    </message>
    <message>
        <source>{decided} of {tracks} decided</source>
        <translation>{tracks} 首中已決定 {decided} 首</translation>
    </message>
    <message>
        <source>A or 1 to 5 decides for all its tracks that nobody has decided on.</source>
        <translation>按 A 或 1 到 5，為其中所有尚未決定的曲目作出決定。</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>from the file&apos;s name</source>
        <translation>來自檔案名稱</translation>
    </message>
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
    <name>HeaderKeys</name>
    <message>
        <source>Columns</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>{column}: Enter sorts, Down chooses columns</source>
        <translation>{column}：Enter 排序，向下鍵選擇欄位</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>說明</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Take back from a file…</source>
        <translation>從檔案復原…</translation>
    </message>
    <message>
        <source>With a library that was damaged, restored or lost: each batch has a file too</source>
        <translation>音樂庫損壞、還原過或遺失時使用：每一批也都有自己的檔案</translation>
    </message>
    <message>
        <source>Files of batches (*{suffix})</source>
        <translation>批次檔案 (*{suffix})</translation>
    </message>
    <message>
        <source>Take back from a file</source>
        <translation>從檔案復原</translation>
    </message>
    <message>
        <source>Restore only the genre…</source>
        <translation>只還原曲風…</translation>
    </message>
    <message>
        <source>For files that were changed by others since: writes the old genre, no more</source>
        <translation>用於之後被其他程式更改過的檔案：只寫回原曲風</translation>
    </message>
    <message>
        <source>Taking back</source>
        <translation>正在復原</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>復原…</translation>
    </message>
    <message>
        <source>Take back {number} selected…</source>
        <translation>復原選取的 {number} 個…</translation>
    </message>
    <message>
        <source>Take back all {number}…</source>
        <translation>復原全部 {number} 個…</translation>
    </message>
    <message>
        <source>Put {files} back where they were?</source>
        <translation>將 {files} 放回原處？</translation>
    </message>
    <message>
        <source>Copies and links that were made are removed. Files that were changed since are left where they are.</source>
        <translation>所做的副本和連結會移除。之後被改過的檔案會留在原處。</translation>
    </message>
    <message>
        <source>Write the old genre into {files}?</source>
        <translation>將舊的曲風寫回 {files}？</translation>
    </message>
    <message>
        <source>Take back what was written into {files}?</source>
        <translation>還原寫入 {files} 的內容？</translation>
    </message>
    <message>
        <source>Nothing was written yet. What you write can be taken back here, days later and byte for byte; so can files that were sorted into folders.</source>
        <translation>還沒有寫入任何內容。寫入的內容可以在這裡復原，幾天之後也一個位元組不差；整理到資料夾的檔案也一樣。</translation>
    </message>
    <message>
        <source>All else that was changed in them since stays as it is.</source>
        <translation>之後對它們所做的其他更改都會保留。</translation>
    </message>
    <message>
        <source>They get back every byte that they had. Files that were changed since are left as they are.</source>
        <translation>每個位元組都會恢復原樣。之後被更改過的檔案會維持現狀。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>What was written</source>
        <translation>寫入記錄</translation>
    </message>
</context>
<context>
    <name>HistoryService</name>
    <message>
        <source>The file is damaged: what else it held is not known, and was left as it is.</source>
        <translation>檔案已損壞：其他內容無法得知，維持原狀。</translation>
    </message>
</context>
<context>
    <name>HistorySettingsPage</name>
    <message>
        <source>History</source>
        <translation>歷史</translation>
    </message>
    <message>
        <source>Can be taken back for</source>
        <translation>可復原期限</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>So long at least the bytes are kept that files had before they were written.</source>
        <translation>檔案寫入前的內容至少保留這麼久。</translation>
    </message>
    <message>
        <source>always</source>
        <translation>永遠保留</translation>
    </message>
    <message>
        <source>And longer in</source>
        <translation>空間足夠時保留更久</translation>
    </message>
    <message>
        <source>What is older and does not fit is forgotten at the next start, but for the last ten batches. A written genre takes a few hundred bytes as a rule.</source>
        <translation>較舊而且放不下的會在下次啟動時刪除，最近十批除外。寫入一個曲風通常只佔數百位元組。</translation>
    </message>
    <message>
        <source>any room</source>
        <translation>不限空間</translation>
    </message>
</context>
<context>
    <name>Insights</name>
    <message>
        <source>genres in files: {number}</source>
        <translation>檔案中有 {number} 種曲風</translation>
    </message>
    <message>
        <source>{number} without a genre</source>
        <translation>{number} 首沒有曲風</translation>
    </message>
    <message>
        <source>{number} heard, {share} of them with a sure genre</source>
        <translation>已聆聽 {number} 首，其中 {share} 曲風確定</translation>
    </message>
    <message>
        <source>The files name fewer than two genres: nothing to compare.</source>
        <translation>檔案中的曲風不到兩種，無從比較。</translation>
    </message>
    <message>
        <source>The largest genre has {ratio} times as many tracks as the smallest; together they are as varied as {number} genres of one size.</source>
        <translation>最大的曲風的曲目數是最小者的 {ratio} 倍；整體的多樣程度相當於 {number} 種同樣大小的曲風。</translation>
    </message>
    <message>
        <source>A classifier trained on them would favour {genre}: add to genres with fewer than {wanted} tracks, or merge them.</source>
        <translation>用它們訓練的分類器會偏向{genre}：請為不足 {wanted} 首的曲風增加曲目，或將它們合併。</translation>
    </message>
    <message>
        <source>Who always says {genre} is right on {share}: look at balanced accuracy, too.</source>
        <translation>一律回答{genre}也能答對 {share}：請同時看平衡正確率。</translation>
    </message>
    <message>
        <source>Fewer than {least} tracks: {genres}. They are hardly learned.</source>
        <translation>不足 {least} 首的曲風：{genres}。這些很難學會。</translation>
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
        <translation>儲存數值…</translation>
    </message>
    <message>
        <source>All figures as JSON, for other programs</source>
        <translation>將全部數值存成 JSON，供其他程式使用</translation>
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
        <translation>各曲風的聲音</translation>
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
        <translation>還沒有可比較的內容：沒有一個曲風有足夠的曲目聽過且仍在快取中。請先聆聽音樂庫。</translation>
    </message>
    <message>
        <source>No track surely sounds like another genre than its file says.</source>
        <translation>沒有曲目明確聽起來像檔案所寫以外的曲風。</translation>
    </message>
    <message>
        <source>No file names a genre that the classifiers know: nothing to compare.</source>
        <translation>沒有檔案寫有分類器認識的曲風，無從比較。</translation>
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
        <source>There is no such track.</source>
        <translation>沒有這樣的曲目。</translation>
    </message>
    <message>
        <source>Look into the sound settings of this computer.</source>
        <translation>請查看這台電腦的音效設定。</translation>
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
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Goes on where it was stopped</source>
        <translation>從停止的地方繼續</translation>
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
    <name>JobsPage</name>
    <message>
        <source>The usual jobs</source>
        <translation>常見工作</translation>
    </message>
    <message>
        <source>Review a folder of unsorted music</source>
        <translation>審閱一個未整理的音樂資料夾</translation>
    </message>
    <message>
        <source>Change the genres of thousands of files safely</source>
        <translation>安全地更改數千個檔案的曲風</translation>
    </message>
    <message>
        <source>Make a classifier of your own</source>
        <translation>製作自己的分類器</translation>
    </message>
    <message>
        <source>{accept} accepts what is suggested, 1 to 5 take another candidate, {edit} lets you type a genre, {skip} skips, {undo} takes back. The next row comes by itself.</source>
        <translation>{accept} 接受建議，1 到 5 改選其他候選曲風，{edit} 輸入曲風，{skip} 略過，{undo} 復原。會自動移到下一列。</translation>
    </message>
    <message>
        <source>Look at a row: its genre, how sure that is, and on the right why. {play} plays it.</source>
        <translation>看一列：它的曲風、有多確定，右側則說明原因。{play} 播放。</translation>
    </message>
    <message>
        <source>Drop the folder onto the window, or press Ctrl+O. Its files are read, then heard; nothing is changed in them.</source>
        <translation>把資料夾拖到視窗上，或按 Ctrl+O。檔案會先讀取再聆聽，不會有任何更改。</translation>
    </message>
    <message>
        <source>Choose “To review” on the left: the tracks that help most come first.</source>
        <translation>在左側選「待審閱」：最有幫助的曲目排在最前面。</translation>
    </message>
    <message>
        <source>“Accept all from 90 %” decides what is that sure at once, and says beforehand how many of those tracks are about right.</source>
        <translation>「全部接受，從 90 %」會一次決定夠確定的曲目，並事先說明其中大約多少是對的。</translation>
    </message>
    <message>
        <source>Ctrl+Enter shows every change before anything is written.</source>
        <translation>Ctrl+Enter 會在寫入前顯示每一項變更。</translation>
    </message>
    <message>
        <source>Decide first: search or choose on the left, Ctrl+A selects all that is shown, and {edit} sets one genre for all of it.</source>
        <translation>先做決定：搜尋或在左側選擇，Ctrl+A 選取顯示的全部曲目，{edit} 為它們設定同一曲風。</translation>
    </message>
    <message>
        <source>Press Ctrl+Enter. The list has each file with its genre before and after. What cannot be written safely is refused, with the reason and what to do.</source>
        <translation>按 Ctrl+Enter。清單列出每個檔案變更前後的曲風。無法安全寫入的會被拒絕，並說明原因和解決方法。</translation>
    </message>
    <message>
        <source>Settings › Writing has the version of tags, and how several genres are kept.</source>
        <translation>「設定 › 寫入」可選擇標籤版本，以及多個曲風的寫法。</translation>
    </message>
    <message>
        <source>Write. Only the genre&apos;s bytes change; the sound and all other tags stay as they are, also where the power fails. You can stop at any time.</source>
        <translation>寫入。只有曲風的位元組會改變；聲音和其他標籤都保持原樣，即使斷電也一樣。可以隨時停止。</translation>
    </message>
    <message>
        <source>History has every batch: take it back, all of it or some files, and they get the bytes again that they had. Settings › History says for how long.</source>
        <translation>「歷史」中有每一批寫入：可全部或部分復原，檔案會恢復原來的位元組。「設定 › 歷史」決定可復原多久。</translation>
    </message>
    <message>
        <source>Sort some music into folders that are named after genres. Twenty tracks of each by several artists are a start; more artists are better than more tracks.</source>
        <translation>把一些音樂分到以曲風命名的資料夾。每種曲風二十首、來自多位藝人，就可以開始；藝人多比曲目多更好。</translation>
    </message>
    <message>
        <source>Train shows what is in these folders and what to mind: too few tracks, copies, a genre by one artist only.</source>
        <translation>「訓練」會顯示資料夾的內容和應注意之處：曲目太少、重複、某曲風只有一位藝人。</translation>
    </message>
    <message>
        <source>Choose how thorough it is to be; how long that takes is said beforehand.</source>
        <translation>選擇訓練要多仔細；會事先說明所需時間。</translation>
    </message>
    <message>
        <source>The report says how often it is right on artists that it never heard, and which tracks probably lie in the wrong folder.</source>
        <translation>報告會說明對沒聽過的藝人有多常判斷正確，以及哪些曲目可能放錯資料夾。</translation>
    </message>
    <message>
        <source>“Use it” lets it suggest from now on, “Listen again” lets it hear the library. The classifier that came with the program stays, and can be used again.</source>
        <translation>「使用它」讓它從現在起提出建議，「重新聆聽」讓它聽整個音樂庫。程式附帶的分類器會保留，之後仍可使用。</translation>
    </message>
</context>
<context>
    <name>KeepBar</name>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>always</source>
        <translation>永遠保留</translation>
    </message>
    <message>
        <source>Days for which writing can be taken back</source>
        <translation>可復原寫入的天數</translation>
    </message>
    <message>
        <source>any room</source>
        <translation>不限空間</translation>
    </message>
    <message>
        <source>Room for what can be taken back</source>
        <translation>可復原內容的空間上限</translation>
    </message>
    <message>
        <source>Can be taken back for</source>
        <translation>可復原期限</translation>
    </message>
    <message>
        <source>and longer in</source>
        <translation>空間足夠時保留更久</translation>
    </message>
    <message>
        <source>What is older and does not fit is forgotten at the next start, but for the last ten batches.</source>
        <translation>較舊而且放不下的會在下次啟動時刪除，最近十批除外。</translation>
    </message>
    <message>
        <source>The old bytes also lie in {folder}, one file a batch; musicreclass undo --from FILE takes one back without the library.</source>
        <translation>原始內容也放在 {folder}，每批一個檔案；musicreclass undo --from 檔案 不需要音樂庫就能復原。</translation>
    </message>
</context>
<context>
    <name>KeptPage</name>
    <message>
        <source>Where things are kept</source>
        <translation>資料存放位置</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>音樂庫</translation>
    </message>
    <message>
        <source>decisions, suggestions, and what can be taken back; worth a backup</source>
        <translation>決定、建議，以及可復原的內容；值得備份</translation>
    </message>
    <message>
        <source>Classifiers</source>
        <translation>分類器</translation>
    </message>
    <message>
        <source>those of your own, each in a file that can be given away</source>
        <translation>你自己的分類器，各為一個可以分享的檔案</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>a text file; what is damaged in it is put aside and said</source>
        <translation>一個文字檔；損壞時會移到一旁並告知</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>快取</translation>
    </message>
    <message>
        <source>what was measured of the music; losing it costs time only</source>
        <translation>音樂的測量結果；遺失只會多花時間</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>記錄檔</translation>
    </message>
    <message>
        <source>what the program noted, for whoever looks into a fault</source>
        <translation>程式記下的內容，供追查問題之用</translation>
    </message>
    <message>
        <source>Your music stays where it is. Nothing is sent anywhere: the program works without a network.</source>
        <translation>你的音樂會留在原處。不會傳送任何資料：本程式不需要網路。</translation>
    </message>
</context>
<context>
    <name>KeyButton</name>
    <message>
        <source>press a key…</source>
        <translation>請按一個鍵…</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>Those without Ctrl work while the table has the keyboard. Settings › Keys lets you choose others.</source>
        <translation>不含 Ctrl 的按鍵在表格取得鍵盤焦點時有效。可在「設定 › 按鍵」改用其他按鍵。</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>go to the next or the previous track</source>
        <translation>到下一首或上一首</translation>
    </message>
    <message>
        <source>take this candidate instead</source>
        <translation>改選這個候選曲風</translation>
    </message>
    <message>
        <source>type the genre, or several parted by semicolons</source>
        <translation>輸入曲風，多個以分號隔開</translation>
    </message>
    <message>
        <source>skip: leave the track as it is</source>
        <translation>略過：曲目維持原樣</translation>
    </message>
    <message>
        <source>take back the last decision</source>
        <translation>復原上一個決定</translation>
    </message>
    <message>
        <source>write what is accepted into the files</source>
        <translation>把已接受的曲風寫入檔案</translation>
    </message>
    <message>
        <source>play or pause</source>
        <translation>播放或暫停</translation>
    </message>
    <message>
        <source>go to the next track</source>
        <translation>到下一首曲目</translation>
    </message>
    <message>
        <source>go to the previous track</source>
        <translation>到上一首曲目</translation>
    </message>
    <message>
        <source>accept the genre that the row shows</source>
        <translation>接受該列顯示的曲風</translation>
    </message>
    <message>
        <source>clear what was decided of the selected tracks</source>
        <translation>清除所選曲目的決定</translation>
    </message>
    <message>
        <source>decide again what was taken back</source>
        <translation>重做剛才復原的決定</translation>
    </message>
    <message>
        <source>go to the first or the last track</source>
        <translation>移到第一首或最後一首</translation>
    </message>
    <message>
        <source>five seconds back or on</source>
        <translation>倒退或前進五秒</translation>
    </message>
    <message>
        <source>on a group: for all its undecided tracks</source>
        <translation>在群組上：用於其中所有未決定的曲目</translation>
    </message>
    <message>
        <source>on a group: fold or unfold it</source>
        <translation>在群組上：收起或展開</translation>
    </message>
    <message>
        <source>list what was decided</source>
        <translation>列出所有決定</translation>
    </message>
    <message>
        <source>(a double click on the genre types it, too)</source>
        <translation>（在曲風上按兩下也可輸入）</translation>
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
        <source>turn to a page: Review, Train, Insights …</source>
        <translation>切換頁面：審閱、訓練、洞察…</translation>
    </message>
    <message>
        <source>add a folder of music</source>
        <translation>加入音樂資料夾</translation>
    </message>
    <message>
        <source>look at all folders again</source>
        <translation>重新檢視所有資料夾</translation>
    </message>
    <message>
        <source>listen to what was not heard yet</source>
        <translation>聆聽尚未聽過的曲目</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>help</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>show these keys</source>
        <translation>顯示這些按鍵</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Keys</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>These work while the table of tracks has the keyboard. Click one and press another key to change it.</source>
        <translation>這些按鍵在曲目表格取得鍵盤焦點時有效。按一下某個按鍵，再按另一個鍵即可更改。</translation>
    </message>
    <message>
        <source>Always so</source>
        <translation>固定的按鍵</translation>
    </message>
    <message>
        <source>This key has another use in the window; choose another one.</source>
        <translation>這個鍵在視窗中另有用途；請選擇其他按鍵。</translation>
    </message>
    <message>
        <source>{key} is taken already: {action}. Change that one first.</source>
        <translation>{key} 已被使用：{action}。請先更改那一個。</translation>
    </message>
</context>
<context>
    <name>LevelMeter</name>
    <message>
        <source>Level</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>靜音</translation>
    </message>
</context>
<context>
    <name>LibraryMender</name>
    <message>
        <source>No program is there to show folders. It is {folder}.</source>
        <translation>沒有可顯示資料夾的程式。資料夾是 {folder}。</translation>
    </message>
</context>
<context>
    <name>LibraryMoving</name>
    <message>
        <source>Move the library</source>
        <translation>移動音樂庫</translation>
    </message>
    <message>
        <source>Move the library to {folder}, and start the program again?</source>
        <translation>要把音樂庫移到 {folder}，並重新啟動程式嗎？</translation>
    </message>
    <message>
        <source>What is going on is stopped, and goes on then. The old file stays, renamed.</source>
        <translation>進行中的工作會停止，之後再繼續。舊檔案會改名保留。</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>The library is copied and compared…</source>
        <translation>正在複製並比對音樂庫…</translation>
    </message>
    <message>
        <source>The library is now {file}. It was named at the start: name it so there.</source>
        <translation>音樂庫現在是 {file}。它是在啟動時指定的：請在那裡改用這個名稱。</translation>
    </message>
    <message>
        <source>The library is now {file}.</source>
        <translation>音樂庫現在是 {file}。</translation>
    </message>
    <message>
        <source>The library stays where it is: {why}</source>
        <translation>音樂庫留在原處：{why}</translation>
    </message>
    <message>
        <source>The library stays where it is.</source>
        <translation>音樂庫留在原處。</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Library</source>
        <translation>音樂庫</translation>
    </message>
    <message>
        <source>The library remembers your folders, what was suggested, all that you decided, and what files were before they were written.</source>
        <translation>音樂庫記住你的資料夾、建議、你的所有決定，以及檔案寫入前的樣子。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>顯示資料夾</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>移動…</translation>
    </message>
    <message>
        <source>Moving copies it, compares the copy, and starts the program again with it. Network drives are refused: they can damage it.</source>
        <translation>移動時會先複製並比對副本，再用它重新啟動程式。不接受網路磁碟機：它們可能損壞音樂庫。</translation>
    </message>
    <message>
        <source>Show what changes in the folders by itself</source>
        <translation>自動顯示資料夾中的變更</translation>
    </message>
    <message>
        <source>New, changed, moved and vanished files appear without a scan.</source>
        <translation>新增、變更、搬移和消失的檔案不需掃描就會出現。</translation>
    </message>
    <message>
        <source>Make a backup of the library every day</source>
        <translation>每天備份音樂庫</translation>
    </message>
    <message>
        <source>Before a new version changes it, one is made in any case.</source>
        <translation>新版本變更它之前，無論如何都會備份。</translation>
    </message>
    <message>
        <source>Backups take at most</source>
        <translation>備份最多佔用</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>The oldest go first; the two latest always stay.</source>
        <translation>最舊的先刪除；最新的兩份一定保留。</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即備份</translation>
    </message>
    <message>
        <source>Show backups</source>
        <translation>顯示備份</translation>
    </message>
    <message>
        <source>Backed up: {path}</source>
        <translation>已備份：{path}</translation>
    </message>
    <message>
        <source>Folder for the library</source>
        <translation>音樂庫的資料夾</translation>
    </message>
</context>
<context>
    <name>ListMenu</name>
    <message>
        <source>Tracks that are shown</source>
        <translation>顯示的曲目</translation>
    </message>
    <message>
        <source>Sort files into folders…</source>
        <translation>把檔案整理到資料夾…</translation>
    </message>
    <message>
        <source>Export a table…</source>
        <translation>匯出表格…</translation>
    </message>
    <message>
        <source>Export playlists by genre…</source>
        <translation>匯出各曲風的播放清單…</translation>
    </message>
</context>
<context>
    <name>LivePage</name>
    <message>
        <source>What to listen to</source>
        <translation>要聆聽什麼</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>The last minute, mostly</source>
        <translation>最近一分鐘，主要是</translation>
    </message>
    <message>
        <source>Nothing is recorded: what was listened to is forgotten at once.</source>
        <translation>不會錄下任何聲音：聽過就立刻忘掉。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>聆聽</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>靜音</translation>
    </message>
</context>
<context>
    <name>LiveService</name>
    <message>
        <source>Getting the classifier ready…</source>
        <translation>正在準備分類器……</translation>
    </message>
    <message>
        <source>Listening.</source>
        <translation>聆聽中。</translation>
    </message>
    <message>
        <source>There is no microphone here, and no sound server that says what this computer plays. One that is plugged in can be chosen at once.</source>
        <translation>這裡沒有麥克風，也沒有能提供這台電腦播放聲音的音效伺服器。接上之後馬上就能選。</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>Nothing was noted that is to be shown.</source>
        <translation>沒有可顯示的記錄。</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>記錄檔</translation>
    </message>
    <message>
        <source>Only what contains…</source>
        <translation>只顯示包含…</translation>
    </message>
    <message>
        <source>Only what contains</source>
        <translation>只顯示包含</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>warnings and errors</source>
        <translation>警告與錯誤</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>錯誤</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>顯示內容</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟隨</translation>
    </message>
    <message>
        <source>Stay at the end while the log grows</source>
        <translation>記錄增加時停留在末尾</translation>
    </message>
    <message>
        <source>with names of folders and files</source>
        <translation>包含資料夾與檔案名稱</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>複製報告</translation>
    </message>
    <message>
        <source>Version, system, settings and the end of the log. Nothing is sent.</source>
        <translation>版本、系統、設定和記錄檔末尾。不會傳送任何資料。</translation>
    </message>
    <message>
        <source>Show log file</source>
        <translation>顯示記錄檔</translation>
    </message>
    <message>
        <source>{shown} of {all} entries</source>
        <translation>{all} 則中的 {shown} 則</translation>
    </message>
    <message>
        <source>The report is in the clipboard.</source>
        <translation>報告已在剪貼簿中。</translation>
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
        <source>Classifiers</source>
        <translation>分類器</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>曲風</translation>
    </message>
    <message>
        <source>History</source>
        <translation>歷史</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>即時</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>選單</translation>
    </message>
    <message>
        <source>Folders, settings, help</source>
        <translation>資料夾、設定、說明</translation>
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
        <source>Decisions…</source>
        <translation>決定紀錄…</translation>
    </message>
    <message>
        <source>Help…</source>
        <translation>說明…</translation>
    </message>
    <message>
        <source>Log…</source>
        <translation>記錄檔…</translation>
    </message>
    <message>
        <source>About musicreclass…</source>
        <translation>關於 musicreclass…</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>顯示記錄檔</translation>
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
    <message>
        <source>Settings…</source>
        <translation>設定…</translation>
    </message>
</context>
<context>
    <name>ManyButton</name>
    <message>
        <source>All that is shown ▾</source>
        <translation>所有顯示的曲目 ▾</translation>
    </message>
    <message>
        <source>Set the genre of all tracks shown, skip, clear, sort or export them</source>
        <translation>為顯示的所有曲目設定曲風、略過、清除、分類或匯出</translation>
    </message>
    <message>
        <source>Export playlists by genre…</source>
        <translation>匯出各曲風的播放清單…</translation>
    </message>
    <message>
        <source>Set genre of {tracks}…</source>
        <translation>設定 {tracks}的曲風…</translation>
    </message>
    <message>
        <source>Skip {tracks}</source>
        <translation>略過 {tracks}</translation>
    </message>
    <message>
        <source>Clear the decisions on {tracks}</source>
        <translation>清除 {tracks}曲目的決定</translation>
    </message>
    <message>
        <source>Sort files of {tracks} into folders…</source>
        <translation>把 {tracks}的檔案整理到資料夾…</translation>
    </message>
    <message>
        <source>Export {tracks} as a table…</source>
        <translation>把 {tracks}匯出成表格…</translation>
    </message>
</context>
<context>
    <name>MapCanvas</name>
    <message>
        <source>Map of the library</source>
        <translation>音樂庫地圖</translation>
    </message>
    <message>
        <source>Arrows go from dot to dot, with Shift they draw a line around dots; Enter plays, Space chooses, Escape gives the line up, plus and minus zoom, Home shows all</source>
        <translation>方向鍵在各點間移動，按住 Shift 可畫線圈起圓點；Enter 播放，空白鍵選取，Esc 放棄線條，加減號縮放，Home 顯示全部</translation>
    </message>
    <message>
        <source>{number} dots, {chosen} chosen</source>
        <translation>{number} 個圓點，已選取 {chosen} 個</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Suggested genre</source>
        <translation>建議的曲風</translation>
    </message>
    <message>
        <source>Genre in file</source>
        <translation>檔案中的曲風</translation>
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
        <source>What sounds alike lies close. Click a dot to play it, draw around dots to choose them; the wheel zooms, the right button moves. By keys: arrows go from dot to dot and draw with Shift, Space chooses, Enter plays.</source>
        <translation>聽起來相似的曲目彼此靠近。點一下圓點即可播放，圈起圓點即可選取；滾輪縮放，右鍵移動。鍵盤：方向鍵在各點間移動，按住 Shift 畫線，空白鍵選取，Enter 播放。</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已選取</translation>
    </message>
    <message>
        <source>Of {tracks}, {number} picked at random are shown.</source>
        <translation>在 {tracks}中，隨機顯示 {number} 首。</translation>
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
        <source>{rate} MB/s</source>
        <translation>{rate} MB/秒</translation>
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
        <source>1 file</source>
        <translation>1 個檔案</translation>
    </message>
    <message>
        <source>{number} files</source>
        <translation>{number} 個檔案</translation>
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
        <source>Those that I said are right: {number}</source>
        <translation>我說沒有錯的：{number}</translation>
    </message>
    <message>
        <source>{tracks} of {compared} surely sound like another genre than their files say; the most suspicious come first. Where a classifier was trained on these very files it repeats what they say, and finds less.</source>
        <translation>{compared} 首中有 {tracks}明確聽起來像檔案所寫以外的曲風，最可疑的排在最前。若分類器正是用這些檔案訓練的，它會重複檔案的說法，找到的較少。</translation>
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
        <translation>藝人</translation>
    </message>
    <message>
        <source>Genre in file</source>
        <translation>檔案中的曲風</translation>
    </message>
    <message>
        <source>Sounds like</source>
        <translation>聽起來像</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>信心值</translation>
    </message>
</context>
<context>
    <name>MissingMenu</name>
    <message>
        <source>Locate…</source>
        <translation>尋找…</translation>
    </message>
    <message>
        <source>Forget {tracks}</source>
        <translation>移除 {tracks}</translation>
    </message>
    <message>
        <source>The folder in which the missing files are now</source>
        <translation>遺失的檔案現在所在的資料夾</translation>
    </message>
    <message>
        <source>{found} of {number} missing files are found again.</source>
        <translation>{number} 個遺失檔案中找回了 {found} 個。</translation>
    </message>
    <message>
        <source>Forgotten: {tracks}. Should the files come back, so do the decisions on them.</source>
        <translation>已移除：{tracks}。若檔案回來，對它們的決定也會回來。</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Show all tracks again</source>
        <translation>重新顯示所有曲目</translation>
    </message>
    <message>
        <source>Nothing matches “{text}”.</source>
        <translation>沒有符合「{text}」的曲目。</translation>
    </message>
    <message>
        <source>No track is like that.</source>
        <translation>沒有這樣的曲目。</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Opening…</source>
        <translation>正在開啟…</translation>
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
    <name>OrganizeDialog</name>
    <message>
        <source>Sort files into folders</source>
        <translation>把檔案整理到資料夾</translation>
    </message>
    <message>
        <source>Put every file back where it was</source>
        <translation>把每個檔案放回原處</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Looking at the files</source>
        <translation>正在檢視檔案</translation>
    </message>
    <message>
        <source>Sorting</source>
        <translation>正在整理</translation>
    </message>
    <message>
        <source>Taking back</source>
        <translation>正在復原</translation>
    </message>
    <message>
        <source>Which tracks</source>
        <translation>哪些曲目</translation>
    </message>
    <message>
        <source>a folder that holds the folders of genres</source>
        <translation>存放各曲風資料夾的資料夾</translation>
    </message>
    <message>
        <source>Folder to sort into</source>
        <translation>整理到的資料夾</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選擇…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>選擇資料夾</translation>
    </message>
    <message>
        <source>Folders and names</source>
        <translation>資料夾與名稱</translation>
    </message>
    <message>
        <source>Also {albumartist}, {year}, {track}, {name} and {ext}; / begins a folder.
Letters that some system forbids become _.</source>
        <translation>還可以用 {albumartist}、{year}、{track}、{name} 和 {ext}；/ 開始一個資料夾。
某些系統不允許的字元會變成 _。</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Hard links</source>
        <translation>硬連結</translation>
    </message>
    <message>
        <source>Symbolic links</source>
        <translation>符號連結</translation>
    </message>
    <message>
        <source>How files get there</source>
        <translation>檔案怎麼過去</translation>
    </message>
    <message>
        <source>Moved tracks keep all that you decided of them.</source>
        <translation>移動的曲目會保留你的所有決定。</translation>
    </message>
    <message>
        <source>Remove folders that are left empty</source>
        <translation>移除變空的資料夾</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Waiting for the scan to end…</source>
        <translation>等待掃描結束…</translation>
    </message>
    <message>
        <source>Sort {number} files</source>
        <translation>整理 {number} 個檔案</translation>
    </message>
    <message>
        <source>Sort files</source>
        <translation>整理檔案</translation>
    </message>
    <message>
        <source>Sort {number} files into folders by genre</source>
        <translation>依曲風把 {number} 個檔案整理到資料夾</translation>
    </message>
    <message>
        <source>Sort files into</source>
        <translation>把檔案整理到</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>曲目</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>整理到</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
</context>
<context>
    <name>OrganizeRun</name>
    <message>
        <source>Choose a folder to sort into.</source>
        <translation>請選擇要整理到哪個資料夾。</translation>
    </message>
    <message>
        <source>Left where they are: {reasons}.</source>
        <translation>留在原處：{reasons}。</translation>
    </message>
    <message>
        <source>The library watches over the folder from then on.</source>
        <translation>之後音樂庫也會留意這個資料夾。</translation>
    </message>
    <message>
        <source>Files with several names are not written into, unless parted.</source>
        <translation>有多個名稱的檔案不會寫入，除非分開連結。</translation>
    </message>
    <message>
        <source>{tracks} not decided yet</source>
        <translation>{tracks}尚未決定</translation>
    </message>
    <message>
        <source>{tracks} skipped</source>
        <translation>{tracks}已略過</translation>
    </message>
    <message>
        <source>{tracks} taken back: accept what they shall be</source>
        <translation>{tracks}已復原，請重新接受曲風</translation>
    </message>
    <message>
        <source>{tracks} missing</source>
        <translation>{tracks}找不到檔案</translation>
    </message>
</context>
<context>
    <name>OrganizingService</name>
    <message>
        <source>Selected: {tracks}</source>
        <translation>已選取：{tracks}</translation>
    </message>
    <message>
        <source>All that is shown: {tracks}</source>
        <translation>所有顯示的：{tracks}</translation>
    </message>
    <message>
        <source>The whole library</source>
        <translation>整個音樂庫</translation>
    </message>
</context>
<context>
    <name>OverrideDrawer</name>
    <message>
        <source>Advanced</source>
        <translation>進階</translation>
    </message>
    <message>
        <source>For experts. Fields left empty keep the value of the preset, shown in grey.</source>
        <translation>供專家使用。留空的欄位沿用預設組的值，以灰色顯示。</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>未使用</translation>
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
        <translation>稀少的曲風</translation>
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
        <source>Changes of raw sound</source>
        <translation>原始聲音的變化</translation>
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
        <translation>檔案中與建議的曲風</translation>
    </message>
    <message>
        <source>Lengths</source>
        <translation>長度</translation>
    </message>
    <message>
        <source>Confidences</source>
        <translation>信心值</translation>
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
        <translation>{name}：{tracks} 首中有 {agreed} 首曲風相同</translation>
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
        <source>Sure needs one possible genre, at {share} or more: not confidence alone.</source>
        <translation>要確定須只有一個可能的曲風，且達 {share} 以上：不單看信心。</translation>
    </message>
    <message>
        <source>Genres: above in files, below suggested</source>
        <translation>曲風：上為檔案中，下為建議</translation>
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
    <name>PagedDialog</name>
    <message>
        <source>Pages</source>
        <translation>頁面</translation>
    </message>
</context>
<context>
    <name>PathButton</name>
    <message>
        <source>Click to open the folder</source>
        <translation>按一下即可開啟資料夾</translation>
    </message>
    <message>
        <source>Open the folder of {path}</source>
        <translation>開啟 {path} 所在的資料夾</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>Mean spectrograms of genres</source>
        <translation>各曲風的平均頻譜圖</translation>
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
    <name>PlayerPage</name>
    <message>
        <source>Player</source>
        <translation>播放器</translation>
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
        <source>And the next one when it has ended. The key to play pauses it.</source>
        <translation>播完後接著播放下一首。播放鍵可暫停。</translation>
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
    <name>ProblemMenu</name>
    <message>
        <source>Open folder</source>
        <translation>開啟資料夾</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試一次</translation>
    </message>
    <message>
        <source>Copy path and reason</source>
        <translation>複製路徑與原因</translation>
    </message>
    <message>
        <source>Name them no more</source>
        <translation>不再列出</translation>
    </message>
    <message>
        <source>Name all again</source>
        <translation>重新列出全部</translation>
    </message>
    <message>
        <source>{number} will not be named again unless the files change.</source>
        <translation>除非檔案改變，否則不再列出這 {number} 個。</translation>
    </message>
    <message>
        <source>All files that cannot be read are named again.</source>
        <translation>所有無法讀取的檔案都會重新列出。</translation>
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
    <name>RemovedFolders</name>
    <message>
        <source>{folder} is no longer in the library. The files are where they were, and what you decided is kept.</source>
        <translation>{folder} 已不在音樂庫中。檔案都在原處，你的決定也都保留。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
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
        <source>{name}, in use until now, is right on {theirs} of {tracks} of these tracks. The new one changes that by {difference} points{interval}. {remark}</source>
        <translation>目前使用的 {name} 在其中 {tracks} 首上的正確率是 {theirs}。新的會讓它變動 {difference} 個百分點{interval}。{remark}</translation>
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
        <translation>曲風</translation>
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
        <translation>信心值</translation>
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
        <source>Lets the classifier suggest again that did before; see also Classifiers</source>
        <translation>讓先前的分類器重新提出建議；另見「分類器」</translation>
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
        <translation>逐一曲風</translation>
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
        <translation>設定曲風…</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>略過</translation>
    </message>
    <message>
        <source>Clear decision</source>
        <translation>清除決定</translation>
    </message>
    <message>
        <source>Take back the last decision</source>
        <translation>復原上一個決定</translation>
    </message>
    <message>
        <source>Decide again</source>
        <translation>重做決定</translation>
    </message>
    <message>
        <source>Decisions…</source>
        <translation>決定紀錄…</translation>
    </message>
    <message>
        <source>Sort files into folders…</source>
        <translation>把檔案整理到資料夾…</translation>
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
    <name>RuleBar</name>
    <message>
        <source>Genres that files have</source>
        <translation>檔案已有的曲風</translation>
    </message>
    <message>
        <source>keep a finer one of the same family</source>
        <translation>保留同一家族中較細的</translation>
    </message>
    <message>
        <source>write only where there is none</source>
        <translation>僅在沒有曲風時寫入</translation>
    </message>
    <message>
        <source>replace</source>
        <translation>取代</translation>
    </message>
    <message>
        <source>add to them</source>
        <translation>加到其中</translation>
    </message>
    <message>
        <source>Keep: a file that says Hard Rock stays as it is where Rock is accepted.
Only where there is none: no genre in a file is ever touched.
What you type for a track is written in any case.</source>
        <translation>保留：寫著硬式搖滾的檔案，在接受搖滾時維持原狀。
僅在沒有時寫入：絕不更動檔案已有的曲風。
你為曲目輸入的文字一律會寫入。</translation>
    </message>
    <message>
        <source>Names of genres</source>
        <translation>曲風的名稱</translation>
    </message>
    <message>
        <source>as suggested</source>
        <translation>如建議</translation>
    </message>
    <message>
        <source>as most of my files</source>
        <translation>如我大多數的檔案</translation>
    </message>
    <message>
        <source>For genres that were suggested; what you type stays as you typed it.
A file that says the same genre in another language is left as it is.</source>
        <translation>適用於建議的曲風；你輸入的文字保持不變。
檔案以其他語言寫著同一曲風時，維持原狀。</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>At most so many genres in a file</source>
        <translation>檔案中曲風數的上限</translation>
    </message>
    <message>
        <source>Genres beyond that are left out, from the end.</source>
        <translation>超過的曲風從最後面開始略去。</translation>
    </message>
    <message>
        <source>Order of added genres</source>
        <translation>新增曲風的順序</translation>
    </message>
    <message>
        <source>new ones first</source>
        <translation>新的在前</translation>
    </message>
    <message>
        <source>old ones first</source>
        <translation>舊的在前</translation>
    </message>
    <message>
        <source>Many players show the first genre only.</source>
        <translation>許多播放器只顯示第一個曲風。</translation>
    </message>
    <message>
        <source>Genres in files</source>
        <translation>檔案中的曲風</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最多</translation>
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
        <translation>最近 30 秒的頻譜圖</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>now</source>
        <translation>現在</translation>
    </message>
</context>
<context>
    <name>SavedFilters</name>
    <message>
        <source>Save the filter</source>
        <translation>儲存篩選</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>名稱：</translation>
    </message>
    <message>
        <source>Rename the filter</source>
        <translation>重新命名篩選</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search: 周杰倫  tag:mellow  confidence:&gt;0.8</source>
        <translation>搜尋：周杰倫  tag:柔和  confidence:&gt;0.8</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
</context>
<context>
    <name>SearchHelp</name>
    <message>
        <source>both words, in title, artist, album or genre</source>
        <translation>兩個詞都有：標題、藝人、專輯或曲風</translation>
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
        <source>in this folder; also file:</source>
        <translation>在此資料夾中；也可用 file:</translation>
    </message>
    <message>
        <source>the genre shown, in any language</source>
        <translation>該列顯示的曲風，任何語言皆可</translation>
    </message>
    <message>
        <source>the genre in the file; also suggested:</source>
        <translation>檔案中的曲風；另有 suggested:</translation>
    </message>
    <message>
        <source>no genre in the file</source>
        <translation>檔案中沒有曲風</translation>
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
        <source>also &lt;=90 (seconds) and 3:00..4:30</source>
        <translation>也可用 &lt;=90（秒）和 3:00..4:30</translation>
    </message>
    <message>
        <source>also 1984 and &gt;2000</source>
        <translation>也可用 1984 和 &gt;2000</translation>
    </message>
    <message>
        <source>one of both; OR does the same</source>
        <translation>兩者之一；也可寫 OR</translation>
    </message>
    <message>
        <source>also guessed: told by the file&apos;s name</source>
        <translation>也可用 guessed：來自檔案名稱</translation>
    </message>
    <message>
        <source>also sure, differ, unlike</source>
        <translation>還有 sure、differ、unlike</translation>
    </message>
</context>
<context>
    <name>SeparatorBox</name>
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
        <translation>多個曲風</translation>
    </message>
    <message>
        <source>Text between several genres</source>
        <translation>多個曲風之間的文字</translation>
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
        <translation>你的選擇會立即生效。</translation>
    </message>
    <message>
        <source>Not known to this version, and left as they are: {keys}.</source>
        <translation>這個版本不認得、保持原樣的設定：{keys}。</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Restore defaults</source>
        <translation>還原預設值</translation>
    </message>
    <message>
        <source>Of this page only; everything else stays as it is.</source>
        <translation>只還原本頁；其他都保持原樣。</translation>
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
        <translation>曲風</translation>
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
        <source>Saved filters</source>
        <translation>已儲存的篩選</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已選取</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>已展開</translation>
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
        <translation>曲風夠有把握，可以整批接受。</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>不確定</translation>
    </message>
    <message>
        <source>No genre stands out; have a look at the candidates.</source>
        <translation>沒有明顯的曲風，請看看候選項目。</translation>
    </message>
    <message>
        <source>The classifiers are sure of different genres.</source>
        <translation>各分類器各自確信不同的曲風。</translation>
    </message>
    <message>
        <source>Classifiers differ</source>
        <translation>分類器意見不同</translation>
    </message>
    <message>
        <source>… {number} more, which a search finds</source>
        <translation>…另有 {number} 個，可用搜尋找到</translation>
    </message>
    <message>
        <source>Unfamiliar</source>
        <translation>不像任何已知的</translation>
    </message>
    <message>
        <source>Music of a kind that no classifier was trained on.</source>
        <translation>沒有分類器學過的那一類音樂。</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Tracks with a genre that you accepted or chose.</source>
        <translation>你已接受或選定曲風的曲目。</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已略過</translation>
    </message>
    <message>
        <source>Tracks that you want left as they are.</source>
        <translation>你想維持原樣的曲目。</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>已寫入</translation>
    </message>
    <message>
        <source>The genre that you chose is in the file.</source>
        <translation>你選的曲風已在檔案中。</translation>
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
        <source>Show changes by themselves</source>
        <translation>自動顯示變更</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重新命名…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>開啟資料夾</translation>
    </message>
    <message>
        <source>Remove from library</source>
        <translation>從音樂庫移除</translation>
    </message>
</context>
<context>
    <name>SoundInputs</name>
    <message>
        <source>What this computer plays</source>
        <translation>這台電腦播放的聲音</translation>
    </message>
    <message>
        <source>Microphone: {name}</source>
        <translation>麥克風：{name}</translation>
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
        <translation>所選資料夾下的每個資料夾就是一個曲風。</translation>
    </message>
    <message>
        <source>Tags name genres</source>
        <translation>依標籤</translation>
    </message>
    <message>
        <source>The genre in a file counts before that of its folder.</source>
        <translation>檔案中的曲風優先於資料夾的曲風。</translation>
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
        <source>what this training needs of each track, once</source>
        <translation>這次訓練對每首曲目所需的資料，只做一次</translation>
    </message>
    <message>
        <source>Making variants</source>
        <translation>製作變化版本</translation>
    </message>
    <message>
        <source>changed copies of tracks, where the preset wants them</source>
        <translation>曲目的變化副本，視預設組需要而定</translation>
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
        <source>Discard it</source>
        <translation>捨棄</translation>
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
        <translation>把以曲風分資料夾的音樂拖放到這裡</translation>
    </message>
    <message>
        <source>From music sorted into folders such as Jazz, 老歌 and My Metal a classifier is made that knows these genres. Nothing in them is changed.</source>
        <translation>音樂分放在 Jazz、老歌、My Metal 之類的資料夾裡，就能做出認得這些曲風的分類器。資料夾裡的東西不會更動。</translation>
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
        <translation>有建議</translation>
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
        <translation>已復原</translation>
    </message>
</context>
<context>
    <name>TimeView</name>
    <message>
        <source>Spectrogram</source>
        <translation>頻譜圖</translation>
    </message>
    <message>
        <source>Genre over time: {parts}</source>
        <translation>曲風隨時間：{parts}</translation>
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
        <translation>藝人</translation>
    </message>
    <message>
        <source>Album</source>
        <translation>專輯</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>曲序</translation>
    </message>
    <message>
        <source>Genre in file</source>
        <translation>檔案中的曲風</translation>
    </message>
    <message>
        <source>from the file&apos;s name</source>
        <translation>來自檔案名稱</translation>
    </message>
    <message>
        <source>What the file says now</source>
        <translation>檔案中目前的曲風</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>曲風</translation>
    </message>
    <message>
        <source>What will be written: the genre you decided on; until then, after a ring and in italics, what is suggested</source>
        <translation>將會寫入的內容：你決定的曲風；尚未決定時，以圓環加斜體顯示建議的曲風</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>信心值</translation>
    </message>
    <message>
        <source>How likely the genre shown beside it is right</source>
        <translation>旁邊所示曲風正確的可能性</translation>
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
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Sounds like</source>
        <translation>聽起來像</translation>
    </message>
    <message>
        <source>What networks say it sounds like: style, mood, voice, instrument, era</source>
        <translation>網路對它聽起來像什麼的描述：風格、情緒、人聲、樂器、年代</translation>
    </message>
</context>
<context>
    <name>TrackTableModel</name>
    <message>
        <source>State: still being read</source>
        <translation>狀態：仍在讀取</translation>
    </message>
    <message>
        <source>folded away</source>
        <translation>已收起</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>已展開</translation>
    </message>
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
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>A folder whose folders are genres</source>
        <translation>以曲風分資料夾的資料夾</translation>
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
        <source>unfamiliar</source>
        <translation>不像任何已知曲風</translation>
    </message>
    <message>
        <source>one genre is possible, but not likely enough to be sure</source>
        <translation>只有一個可能的曲風，但還不夠確定</translation>
    </message>
    <message>
        <source>no genre is likely enough to be possible</source>
        <translation>沒有任何曲風可能性足夠</translation>
    </message>
    <message>
        <source>sure needs one possible genre; here {some} and {last} are</source>
        <translation>只有一個可能的曲風時才算確定；這裡 {some} 和 {last} 都有可能</translation>
    </message>
    <message>
        <source>sure needs one possible genre; here {number} are</source>
        <translation>只有一個可能的曲風時才算確定；這裡有 {number} 個</translation>
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
        <translation>會有什麼不同</translation>
    </message>
    <message>
        <source>Lists the tracks that would get another genre</source>
        <translation>列出會得到其他曲風的曲目</translation>
    </message>
    <message>
        <source>List them</source>
        <translation>列出來</translation>
    </message>
    <message>
        <source>As trained</source>
        <translation>訓練時的權重</translation>
    </message>
    <message>
        <source>Use these weights</source>
        <translation>使用這些權重</translation>
    </message>
    <message>
        <source>It has not listened to any track yet, so that nothing can be tried.</source>
        <translation>它還沒聽過任何曲目，所以無法試。</translation>
    </message>
    <message>
        <source>{number} of {compared} suggestions would be another genre; sure: {before} before, {after} then.</source>
        <translation>{compared} 個建議中有 {number} 個會是其他曲風；確定的：之前 {before}，之後 {after}。</translation>
    </message>
    <message>
        <source>It has one member alone; there is nothing to weigh.</source>
        <translation>它只有一個成員，沒有什麼可以加權。</translation>
    </message>
    <message>
        <source>How much each member counts. Confidences and promises were measured with the weights of the training; with your own, nothing is promised of what is accepted in bulk.</source>
        <translation>每個成員占多少分量。信心和承諾是用訓練時的權重量得的；用你自己的權重，整批接受時就沒有任何承諾。</translation>
    </message>
    <message>
        <source>Your own weights are in use.</source>
        <translation>正在使用你自己的權重。</translation>
    </message>
    <message>
        <source>Weight of {name}</source>
        <translation>{name} 的權重</translation>
    </message>
    <message>
        <source>As trained: {share}</source>
        <translation>訓練時：{share}</translation>
    </message>
    <message>
        <source>At least one member must count.</source>
        <translation>至少要有一個成員算數。</translation>
    </message>
</context>
<context>
    <name>WindowInstance</name>
    <message>
        <source>Another window is open on this library and does not answer. What is decided in one appears in the other.</source>
        <translation>這個音樂庫已開著另一個視窗，但沒有回應。在其中一個所做的決定會出現在另一個。</translation>
    </message>
    <message>
        <source>Folders given at another start cannot be handed to this window: no socket can be made.</source>
        <translation>再次啟動時指定的資料夾無法交給這個視窗：無法建立通訊端。</translation>
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
        <source>learned from what you decided: without that {genre} {share}</source>
        <translation>已從你的決定學習：否則為 {genre} {share}</translation>
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
        <source>No genre reaches the {share} from which on one is possible</source>
        <translation>沒有曲風達到可能所需的 {share}</translation>
    </message>
    <message>
        <source>{genre} is your own: no classifier knows it, to be sure of</source>
        <translation>{genre} 是你自訂的曲風：沒有分類器認識它，因此不會是確定</translation>
    </message>
    <message>
        <source>Too little was heard; sure needs {seconds} s</source>
        <translation>聽得太少；要確定需要 {seconds} 秒</translation>
    </message>
    <message>
        <source>Only {genre} is possible, but sure needs {share}</source>
        <translation>只有 {genre} 有可能，但要確定需達 {share}</translation>
    </message>
    <message>
        <source>No genre stands out</source>
        <translation>沒有特別突出的曲風</translation>
    </message>
    <message>
        <source>The classifiers were tried on too few tracks to rule any genre out</source>
        <translation>分類器試過的曲目太少，無法排除任何曲風</translation>
    </message>
    <message>
        <source>Sure needs one possible genre; here {genres} are possible, each at {share} or more</source>
        <translation>只有一個可能的曲風時才算確定；這裡 {genres} 都有可能，各達 {share} 以上</translation>
    </message>
    <message>
        <source>Sure needs one possible genre; here {number} are possible, each at {share} or more</source>
        <translation>只有一個可能的曲風時才算確定；這裡有 {number} 個可能，各達 {share} 以上</translation>
    </message>
    <message>
        <source>{some} and {last}</source>
        <translation>{some} 與 {last}</translation>
    </message>
    <message>
        <source>encoder</source>
        <translation>編碼器</translation>
    </message>
    <message>
        <source>similar sound</source>
        <translation>相似的聲音</translation>
    </message>
    <message>
        <source>similar spectrogram</source>
        <translation>相似的頻譜圖</translation>
    </message>
</context>
<context>
    <name>WriteDialog</name>
    <message>
        <source>Write genres</source>
        <translation>寫入曲風</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>復原</translation>
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
        <source>Write the genre of {files}</source>
        <translation>寫入 {files} 的曲風</translation>
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
        <translation>正在復原</translation>
    </message>
    <message>
        <source>({files} left for the next time)</source>
        <translation>（另有 {files}留待下次）</translation>
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
        <source>Mark {number} as done</source>
        <translation>將 {number} 個標為完成</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>寫入</translation>
    </message>
</context>
<context>
    <name>WritingPage</name>
    <message>
        <source>Writing</source>
        <translation>寫入</translation>
    </message>
    <message>
        <source>ID3 version</source>
        <translation>ID3 版本</translation>
    </message>
    <message>
        <source>as each file has it</source>
        <translation>保留各檔案的版本</translation>
    </message>
    <message>
        <source>ID3v2.3, which old players read</source>
        <translation>ID3v2.3（舊播放器可讀取）</translation>
    </message>
    <message>
        <source>ID3v2.4</source>
        <translation>ID3v2.4</translation>
    </message>
    <message>
        <source>Of the tags in MP3, WAV and AIFF files. Other formats have no versions.</source>
        <translation>適用於 MP3、WAV 和 AIFF 檔案的標籤。其他格式沒有版本之分。</translation>
    </message>
    <message>
        <source>Between several genres</source>
        <translation>多個曲風之間</translation>
    </message>
    <message>
        <source>a list, where possible</source>
        <translation>盡可能用清單</translation>
    </message>
    <message>
        <source>Empty writes them as a list, as the formats want it. Some players read one text only: then “; ” or “/”.</source>
        <translation>留空時依格式的規定寫成清單。有些播放器只讀取一段文字：請用「; 」或「/」。</translation>
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
        <source>How files are written</source>
        <translation>檔案的寫入方式</translation>
    </message>
    <message>
        <source>in place where nothing moves</source>
        <translation>不必移動內容時就地寫入</translation>
    </message>
    <message>
        <source>always as a copy</source>
        <translation>一律以副本取代</translation>
    </message>
    <message>
        <source>Either way a crash or a power cut leaves each file wholly old or wholly new. In place only the tags are written, which is many times faster; a copy of the whole file takes its place in one step.</source>
        <translation>兩種方式在當機或斷電後，每個檔案都保持完整的舊內容或新內容。就地寫入只改寫標籤，快上許多倍；另一種則製作整個檔案的副本，並一步取代原檔案。</translation>
    </message>
    <message>
        <source>Added styles</source>
        <translation>附加風格</translation>
    </message>
    <message>
        <source>At most so many of what a track sounds like are written behind its genre: Rock, Indie Rock.</source>
        <translation>最多把這麼多個聽起來的風格寫在曲風之後：Rock, Indie Rock。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>From a score of</source>
        <translation>分數至少</translation>
    </message>
    <message>
        <source> of 100</source>
        <translation>／100</translation>
    </message>
    <message>
        <source>That a style has at least. Scores rank tracks; they are no chances of being right.</source>
        <translation>風格至少要有的分數。分數只用來排列曲目，不是正確的機率。</translation>
    </message>
    <message>
        <source>Rules for genres</source>
        <translation>曲風規則</translation>
    </message>
</context>
</TS>
