<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AboutBox</name>
    <message>
        <source>About musicreclass</source>
        <translation>关于 musicreclass</translation>
    </message>
    <message>
        <source>Proposes genres for your music, and writes those that you accept.

Free software under the GNU General Public License, version 3 or later.

The encoder is musicnn by Jordi Pons, © Music Technology Group, Universitat Pompeu Fabra, ISC licence.

Log: {log}</source>
        <translation>为您的音乐建议流派，并写入您接受的流派。

自由软件，以 GNU 通用公共许可证第 3 版或更新版本发布。

编码器是 Jordi Pons 的 musicnn，© Music Technology Group, Universitat Pompeu Fabra，ISC 许可证。

日志：{log}</translation>
    </message>
</context>
<context>
    <name>AdaptationService</name>
    <message>
        <source>{number} suggestions are others now</source>
        <translation>现在有 {number} 个建议不同</translation>
    </message>
    <message>
        <source>{number} suggestions changed by what you decided</source>
        <translation>依您的决定，{number} 个建议已改变</translation>
    </message>
    <message>
        <source>{number} suggestions are as they were before you decided</source>
        <translation>{number} 个建议已回到您决定之前的样子</translation>
    </message>
</context>
<context>
    <name>Background</name>
    <message>
        <source>What it was trained on</source>
        <translation>训练所用的音乐</translation>
    </message>
</context>
<context>
    <name>Batches</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件数</translation>
    </message>
    <message>
        <source>From → to</source>
        <translation>原流派 → 新流派</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>✓✓ {number} written</source>
        <translation>✓✓ 已写入 {number}</translation>
    </message>
    <message>
        <source>↺ {number} taken back</source>
        <translation>↺ 已收回 {number}</translation>
    </message>
    <message>
        <source>✕ {number} refused</source>
        <translation>✕ 已拒绝 {number}</translation>
    </message>
    <message>
        <source>= {number} unchanged</source>
        <translation>= 未更改 {number}</translation>
    </message>
    <message>
        <source>too old to be taken back</source>
        <translation>太久以前，无法收回</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>Accept all from</source>
        <translation>全部接受，从</translation>
    </message>
    <message>
        <source>Least confidence to accept</source>
        <translation>要接受的最低置信度</translation>
    </message>
    <message>
        <source>Accepts what is as sure as this or surer, of what is shown</source>
        <translation>在显示的曲目中，接受置信度达到此值的建议</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Write {number}…</source>
        <translation>写入 {number} 首…</translation>
    </message>
    <message>
        <source>Write…</source>
        <translation>写入…</translation>
    </message>
    <message>
        <source>Look at each change, then write (Ctrl+Enter)</source>
        <translation>先看过每项更改，再写入（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Nothing is accepted that is not written yet.</source>
        <translation>已接受的都已写入文件。</translation>
    </message>
    <message>
        <source>about {share} right</source>
        <translation>约 {share} 正确</translation>
    </message>
    <message>
        <source>Not known how many are right.</source>
        <translation>不知道有多少是正确的。</translation>
    </message>
    <message>
        <source>{share} are expected to be right: between {low} and {high}, 9 times of 10.</source>
        <translation>预期 {share} 正确：十次有九次介于 {low} 与 {high} 之间。</translation>
    </message>
    <message>
        <source>The figure comes from {tracks} tracks that the classifiers were tried on and from {own} decisions of your own.</source>
        <translation>这个数字来自分类器试听过的 {tracks} 首曲目，以及您自己的 {own} 个决定。</translation>
    </message>
    <message>
        <source>Of {tagged} files that name a genre, {share} name the one that is suggested.</source>
        <translation>在已注明流派的 {tagged} 个文件中，{share} 与建议的流派相同。</translation>
    </message>
</context>
<context>
    <name>ChangeView</name>
    <message>
        <source>Changes</source>
        <translation>更改</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>{number} written</source>
        <translation>已写入 {number} 个</translation>
    </message>
    <message>
        <source>{number} taken back</source>
        <translation>已收回 {number} 个</translation>
    </message>
    <message>
        <source>{number} refused</source>
        <translation>已拒绝 {number} 个</translation>
    </message>
    <message>
        <source>{number} had this genre already</source>
        <translation>{number} 个原本就是此流派</translation>
    </message>
    <message>
        <source>{number} left as they were</source>
        <translation>{number} 个保持原样</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>{number} files lose what their new version of tags has no place for: {what}</source>
        <translation>{number} 个文件会失去新版标签容纳不下的内容：{what}</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>will change</source>
        <translation>将会更改</translation>
    </message>
    <message>
        <source>not written</source>
        <translation>未写入</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>未更改</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>written</source>
        <translation>已写入</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已收回</translation>
    </message>
    <message>
        <source>no tags</source>
        <translation>没有标签</translation>
    </message>
    <message>
        <source>Cannot go along: {what}</source>
        <translation>无法保留：{what}</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Will change</source>
        <translation>将会更改</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>已写入</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已收回</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Not written</source>
        <translation>未写入</translation>
    </message>
    <message>
        <source>Version changes</source>
        <translation>版本变化</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>未更改</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>ChoiceBar</name>
    <message>
        <source>as each file has it</source>
        <translation>保留各文件的版本</translation>
    </message>
    <message>
        <source>ID3 version</source>
        <translation>ID3 版本</translation>
    </message>
    <message>
        <source>as a list</source>
        <translation>以列表存放</translation>
    </message>
    <message>
        <source>joined by “; ”</source>
        <translation>以“; ”连接</translation>
    </message>
    <message>
        <source>joined by “/”</source>
        <translation>以“/”连接</translation>
    </message>
    <message>
        <source>joined by own text</source>
        <translation>以自定义文字连接</translation>
    </message>
    <message>
        <source>Several genres</source>
        <translation>多个流派</translation>
    </message>
    <message>
        <source>Text between several genres</source>
        <translation>多个流派之间的文字</translation>
    </message>
    <message>
        <source>Keep the time of modification</source>
        <translation>保留修改时间</translation>
    </message>
    <message>
        <source>Players and backups that go by it notice no change.</source>
        <translation>依修改时间工作的播放器和备份不会察觉更改。</translation>
    </message>
    <message>
        <source>Part hard links</source>
        <translation>拆开硬链接</translation>
    </message>
    <message>
        <source>Of a file with several names, the other names keep the genre as it is.</source>
        <translation>文件若有多个名称，其他名称下的流派保持不变。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Added styles</source>
        <translation>附加风格</translation>
    </message>
    <message>
        <source>Writes what a track sounds like behind its genre: Rock, Indie Rock. A style must stand out, and have the score beside it at least.
Scores rank tracks; they are no chances of being right, and lower ones are wrong more often.</source>
        <translation>在流派之后写入曲目听起来的风格：Rock、Indie Rock。风格必须足够突出，而且至少要有旁边的分数。
分数只用来排序，并不是正确的概率；分数越低，越常出错。</translation>
    </message>
    <message>
        <source>Score that a style has at least</source>
        <translation>风格至少要有的分数</translation>
    </message>
    <message>
        <source>from a score of</source>
        <translation>分数至少</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Suggest by what I decided, too</source>
        <translation>也依我的决定来建议</translation>
    </message>
    <message>
        <source>Suggest by the classifiers alone</source>
        <translation>只依分类器来建议</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Albums count, or else artists</source>
        <translation>按专辑一起判断，否则按艺人</translation>
    </message>
    <message>
        <source>Artists count, or else albums</source>
        <translation>按艺人一起判断，否则按专辑</translation>
    </message>
    <message>
        <source>Company of tracks</source>
        <translation>曲目的同伴</translation>
    </message>
    <message>
        <source>Each track for itself</source>
        <translation>每首各自判断</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>The language changes when the window opens next.</source>
        <translation>下次打开窗口时会切换语言。</translation>
    </message>
</context>
<context>
    <name>ChooseView</name>
    <message>
        <source>Merge selected</source>
        <translation>合并所选</translation>
    </message>
    <message>
        <source>Gives all selected folders the genre of the first</source>
        <translation>让所有选中的文件夹都用第一个的流派</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>载入…</translation>
    </message>
    <message>
        <source>Takes a table of folders and genres from a file</source>
        <translation>从文件读入文件夹与流派的对照表</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Keeps this table of folders and genres in a file</source>
        <translation>把这份文件夹与流派的对照表存成文件</translation>
    </message>
    <message>
        <source>Looking through the folder</source>
        <translation>正在查看文件夹</translation>
    </message>
    <message>
        <source>Genres: {genres} · Tracks: {tracks} · {time}</source>
        <translation>流派：{genres} · 曲目：{tracks} · {time}</translation>
    </message>
    <message>
        <source>Use known names ({number})</source>
        <translation>采用已知名称（{number}）</translation>
    </message>
    <message>
        <source>Load a table of genres</source>
        <translation>载入流派对照表</translation>
    </message>
    <message>
        <source>Save the table of genres</source>
        <translation>保存流派对照表</translation>
    </message>
</context>
<context>
    <name>Colours</name>
    <message>
        <source>Magma</source>
        <translation>岩浆</translation>
    </message>
    <message>
        <source>Inferno</source>
        <translation>烈焰</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>翠绿</translation>
    </message>
    <message>
        <source>Cividis, also for colour-blind eyes</source>
        <translation>Cividis（色盲友好）</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰度</translation>
    </message>
</context>
<context>
    <name>ConcernList</name>
    <message>
        <source>What to mind</source>
        <translation>注意事项</translation>
    </message>
    <message>
        <source>Nothing can be learned yet</source>
        <translation>还无法学习</translation>
    </message>
    <message>
        <source>The folders look good.</source>
        <translation>文件夹看起来没问题。</translation>
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
        <translation>只有一位艺人或一张专辑</translation>
    </message>
    <message>
        <source>One artist or album dominates</source>
        <translation>某位艺人或某张专辑过多</translation>
    </message>
    <message>
        <source>Out of balance</source>
        <translation>数量悬殊</translation>
    </message>
    <message>
        <source>Many genres</source>
        <translation>流派很多</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>已合并</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>重复的录音</translation>
    </message>
    <message>
        <source>Copies in several genres</source>
        <translation>同一录音分属多个流派</translation>
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
        <translation>置信度</translation>
    </message>
    <message>
        <source>together</source>
        <translation>综合</translation>
    </message>
    <message>
        <source>never sure below</source>
        <translation>低于此绝不确定</translation>
    </message>
</context>
<context>
    <name>Confusion</name>
    <message>
        <source>{number} of {total} {genre} were taken for {answer}.</source>
        <translation>{total} 首 {genre} 中有 {number} 首被当成 {answer}。</translation>
    </message>
</context>
<context>
    <name>ConfusionPanel</name>
    <message>
        <source>Down: the genre. Across: what its tracks were taken for.</source>
        <translation>纵向：真正的流派；横向：被当成的流派。</translation>
    </message>
    <message>
        <source>{genre}, taken for {answer}: {number}</source>
        <translation>{genre} 被当成 {answer}：{number}</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
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
        <translation>学习率</translation>
    </message>
    <message>
        <source>Memory over seconds, MB</source>
        <translation>内存（MB）随时间（秒）</translation>
    </message>
    <message>
        <source>Loss on tracks held out</source>
        <translation>留出曲目上的损失</translation>
    </message>
    <message>
        <source>Right on tracks held out, %</source>
        <translation>留出曲目的正确率，%</translation>
    </message>
    <message>
        <source>Loss on what is taught</source>
        <translation>教学曲目上的损失</translation>
    </message>
    <message>
        <source>Right on what is taught, %</source>
        <translation>教学曲目的正确率，%</translation>
    </message>
    <message>
        <source>bright: the lesson that goes on; pale: those before it</source>
        <translation>亮线：进行中的课程；淡线：先前的课程</translation>
    </message>
    <message>
        <source>Curves come with the lessons.</source>
        <translation>课程开始后会出现曲线。</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>Nothing is suggested for this track yet.</source>
        <translation>这首曲目还没有建议。</translation>
    </message>
    <message>
        <source>{tracks} decided; Z takes all of it back.</source>
        <translation>已决定 {tracks}；按 Z 可全部收回。</translation>
    </message>
    <message>
        <source>{number} were left as they are.</source>
        <translation>有 {number} 首保持原样。</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>没有可以收回的决定。</translation>
    </message>
    <message>
        <source>Written since, and left as they are: {tracks}.</source>
        <translation>之后已写入文件，保持原样：{tracks}。</translation>
    </message>
    <message>
        <source>Taken back: the decisions on {tracks}.</source>
        <translation>已收回 {tracks}曲目的决定。</translation>
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
        <translation>选一首曲目，即可查看和试听。</translation>
    </message>
    <message>
        <source>No classifier has heard this track yet.</source>
        <translation>还没有分类器听过这首曲目。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Genre in file: {genre}</source>
        <translation>文件中的流派：{genre}</translation>
    </message>
    <message>
        <source>The track in hand</source>
        <translation>当前曲目</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Drop a folder of music here</source>
        <translation>把音乐文件夹拖到这里</translation>
    </message>
    <message>
        <source>Everything below it is looked at. Nothing is changed until you write.</source>
        <translation>其中的所有文件都会被读取；在您写入之前，不会更动任何文件。</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>Which files are shown</source>
        <translation>显示哪些文件</translation>
    </message>
</context>
<context>
    <name>FilterNotice</name>
    <message>
        <source>Show all again</source>
        <translation>重新显示全部</translation>
    </message>
    <message>
        <source>Only what you chose in Insights: {tracks}</source>
        <translation>只显示您在洞察中选取的 {tracks}</translation>
    </message>
</context>
<context>
    <name>FolderTable</name>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>流派</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>曲目</translation>
    </message>
    <message>
        <source>Artists</source>
        <translation>艺人</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>专辑</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不采用</translation>
    </message>
    <message>
        <source>{genre} is the known name nearest to it.</source>
        <translation>{genre} 是最接近的已知名称。</translation>
    </message>
    <message>
        <source>Double-click to change; folders of one genre are merged.</source>
        <translation>双击可修改；同一流派的文件夹会合并。</translation>
    </message>
</context>
<context>
    <name>FolderView</name>
    <message>
        <source>Folders and genres</source>
        <translation>文件夹与流派</translation>
    </message>
</context>
<context>
    <name>FoundTracks</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>艺人</translation>
    </message>
    <message>
        <source>Lies in</source>
        <translation>所在流派</translation>
    </message>
    <message>
        <source>Sounds like</source>
        <translation>听起来像</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
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
        <translation>设置流派</translation>
    </message>
    <message>
        <source>Which genre is right for {tracks}?</source>
        <translation>这 {tracks}曲目该是什么流派？</translation>
    </message>
    <message>
        <source>Several genres are parted by semicolons.</source>
        <translation>多个流派以分号隔开。</translation>
    </message>
</context>
<context>
    <name>GenreEditor</name>
    <message>
        <source>Genre</source>
        <translation>流派</translation>
    </message>
    <message>
        <source>Jazz; Blues</source>
        <translation>爵士; 蓝调</translation>
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
        <translation>测试了多少首</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>找到</translation>
    </message>
    <message>
        <source>How many of its tracks are recognised (recall)</source>
        <translation>此流派的曲目有多少被认出（召回率）</translation>
    </message>
    <message>
        <source>Right when said</source>
        <translation>说对</translation>
    </message>
    <message>
        <source>How many tracks taken for it are of it (precision)</source>
        <translation>被当成此流派的曲目有多少确实是（精确率）</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>The harmonic mean of both</source>
        <translation>两者的调和平均</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>流派</translation>
    </message>
</context>
<context>
    <name>GenrePanel</name>
    <message>
        <source>Figures of each genre</source>
        <translation>各流派的数字</translation>
    </message>
    <message>
        <source>Hard to tell apart</source>
        <translation>难以分辨</translation>
    </message>
    <message>
        <source>None: each two genres are told apart well.</source>
        <translation>没有：任两个流派都分得清楚。</translation>
    </message>
    <message>
        <source>Of the tracks of both, with no other answer allowed; a coin is right on 50 %.</source>
        <translation>只看这两类的曲目，且只准二选一；抛硬币会对 50 %。</translation>
    </message>
</context>
<context>
    <name>GenreSounds</name>
    <message>
        <source>The mean spectrogram of each genre&apos;s tracks, each relative to its loudest point; low sounds lie below, time goes to the right.</source>
        <translation>各流派曲目的平均频谱图，每首以自己最响处为准；低音在下，时间向右。</translation>
    </message>
    <message>
        <source>Only what differs from all genres together</source>
        <translation>只显示与全部流派平均的差异</translation>
    </message>
    <message>
        <source>Red is louder than in all together, blue is softer.</source>
        <translation>红色比整体平均更响，蓝色更轻。</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>mono</source>
        <translation>单声道</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>立体声</translation>
    </message>
    <message>
        <source>no tags</source>
        <translation>无标签</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Restore only the genre…</source>
        <translation>只还原流派…</translation>
    </message>
    <message>
        <source>For files that were changed by others since: writes the old genre, no more</source>
        <translation>用于之后被其他程序更改过的文件：只写回原流派</translation>
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
        <translation>收回选中的 {number} 个…</translation>
    </message>
    <message>
        <source>Take back all {number}…</source>
        <translation>收回全部 {number} 个…</translation>
    </message>
    <message>
        <source>Write the old genre into {number} files?</source>
        <translation>要把原流派写回 {number} 个文件吗？</translation>
    </message>
    <message>
        <source>All else that was changed in them since stays as it is.</source>
        <translation>之后对它们所做的其他更改都会保留。</translation>
    </message>
    <message>
        <source>Take back what was written into {number} files?</source>
        <translation>要收回写入 {number} 个文件的内容吗？</translation>
    </message>
    <message>
        <source>They get back every byte that they had. Files that were changed since are left as they are.</source>
        <translation>每个字节都会恢复原样。之后被更改过的文件会保持现状。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>What was written</source>
        <translation>写入记录</translation>
    </message>
    <message>
        <source>Nothing was written yet. What you write can be taken back here, days later and byte for byte.</source>
        <translation>还没有写入任何内容。您写入的内容过几天也能在这里收回，一个字节都不差。</translation>
    </message>
</context>
<context>
    <name>Insights</name>
    <message>
        <source>genres in files: {number}</source>
        <translation>文件中有 {number} 种流派</translation>
    </message>
    <message>
        <source>{number} without a genre</source>
        <translation>{number} 首没有流派</translation>
    </message>
    <message>
        <source>{number} heard, {share} of them with a sure genre</source>
        <translation>已聆听 {number} 首，其中 {share} 流派确定</translation>
    </message>
    <message>
        <source>The files name fewer than two genres: nothing to compare.</source>
        <translation>文件中的流派不到两种，无从比较。</translation>
    </message>
    <message>
        <source>The largest genre has {ratio} times as many tracks as the smallest; together they are as varied as {number} genres of one size.</source>
        <translation>最大的流派的曲目数是最小者的 {ratio} 倍；整体的多样程度相当于 {number} 种同样大小的流派。</translation>
    </message>
    <message>
        <source>A classifier trained on them would favour {genre}: add to genres with fewer than {wanted} tracks, or merge them.</source>
        <translation>用它们训练的分类器会偏向{genre}：请为不足 {wanted} 首的流派增加曲目，或将它们合并。</translation>
    </message>
    <message>
        <source>Who always says {genre} is right on {share}: look at balanced accuracy, too.</source>
        <translation>一律回答{genre}也能答对 {share}：请同时看平衡准确率。</translation>
    </message>
    <message>
        <source>Fewer than {least} tracks: {genres}. They are hardly learned.</source>
        <translation>不足 {least} 首的流派：{genres}。这些很难学会。</translation>
    </message>
    <message>
        <source>{name} – together</source>
        <translation>{name} – 综合</translation>
    </message>
</context>
<context>
    <name>InsightsPage</name>
    <message>
        <source>Save figures…</source>
        <translation>保存数据…</translation>
    </message>
    <message>
        <source>All figures as JSON, for other programs</source>
        <translation>将全部数据存成 JSON，供其他程序使用</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>保存图片…</translation>
    </message>
    <message>
        <source>These spectrograms as one PNG</source>
        <translation>将这些频谱图存成一张 PNG</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>How genres sound</source>
        <translation>各流派的声音</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Probably mislabelled</source>
        <translation>可能标错的曲目</translation>
    </message>
</context>
<context>
    <name>InsightsService</name>
    <message>
        <source>The library is empty. Add a folder of music first.</source>
        <translation>音乐库是空的，请先添加音乐文件夹。</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>计算中…</translation>
    </message>
    <message>
        <source>Working it out… {share}</source>
        <translation>计算中… {share}</translation>
    </message>
    <message>
        <source>There is nothing to compare yet: no genre has enough tracks that were heard and are still in the cache. Listen to the library first.</source>
        <translation>还没有可比较的内容：没有一个流派有足够的曲目听过且仍在缓存中。请先聆听音乐库。</translation>
    </message>
    <message>
        <source>No track surely sounds like another genre than its file says.</source>
        <translation>没有曲目明确听起来像文件所写以外的流派。</translation>
    </message>
    <message>
        <source>No file names a genre that the classifiers know: nothing to compare.</source>
        <translation>没有文件写有分类器认识的流派，无从比较。</translation>
    </message>
    <message>
        <source>The classifier in use has heard no track yet. Let it listen to all folders first.</source>
        <translation>目前使用的分类器还没有听过任何曲目。请先让它聆听所有文件夹。</translation>
    </message>
    <message>
        <source>No track was heard yet. Once some were, you find them here.</source>
        <translation>还没有聆听过任何曲目；聆听之后就会显示在这里。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>It is kept in {path}.</source>
        <translation>已保存到 {path}。</translation>
    </message>
</context>
<context>
    <name>JobStrip</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
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
        <translation>可收回写入的天数</translation>
    </message>
    <message>
        <source>Room for what can be taken back</source>
        <translation>可收回内容的空间上限</translation>
    </message>
    <message>
        <source>Can be taken back for</source>
        <translation>可收回期限</translation>
    </message>
    <message>
        <source>in at most</source>
        <translation>空间上限</translation>
    </message>
    <message>
        <source>What is older or does not fit is forgotten at the next start.</source>
        <translation>更旧或放不下的内容会在下次启动时删除。</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>They work while the table has the keyboard.</source>
        <translation>光标在表格中时有效。</translation>
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
        <translation>接受建议</translation>
    </message>
    <message>
        <source>take this candidate instead</source>
        <translation>改选这个候选流派</translation>
    </message>
    <message>
        <source>type the genre, or several parted by semicolons</source>
        <translation>输入流派，多个以分号隔开</translation>
    </message>
    <message>
        <source>skip: leave the track as it is</source>
        <translation>跳过：曲目保持原样</translation>
    </message>
    <message>
        <source>take back the last decision</source>
        <translation>收回上一个决定</translation>
    </message>
    <message>
        <source>write what is accepted into the files</source>
        <translation>把已接受的流派写入文件</translation>
    </message>
    <message>
        <source>play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>five seconds back or on</source>
        <translation>后退或前进五秒</translation>
    </message>
    <message>
        <source>select all that is shown</source>
        <translation>选中所有显示的曲目</translation>
    </message>
    <message>
        <source>copy the selected rows as text</source>
        <translation>把选中的行复制为文本</translation>
    </message>
    <message>
        <source>search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>show these keys</source>
        <translation>显示这些按键</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Add a folder of music</source>
        <translation>添加音乐文件夹</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审阅</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>洞察</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Search: 周杰倫  tag:mellow  confidence:&gt;0.8</source>
        <translation>搜索：周杰伦  tag:舒缓  confidence:&gt;0.8</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Folders, appearance, help</source>
        <translation>文件夹、外观与帮助</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Scan all folders</source>
        <translation>扫描所有文件夹</translation>
    </message>
    <message>
        <source>Listen to all folders</source>
        <translation>聆听所有文件夹</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>按键…</translation>
    </message>
    <message>
        <source>About musicreclass…</source>
        <translation>关于 musicreclass…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Scanning</source>
        <translation>正在扫描</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>正在聆听</translation>
    </message>
    <message>
        <source>{files} files looked at: {new} new, {changed} changed, {missing} missing</source>
        <translation>已检查 {files} 个文件：新增 {new}、变更 {changed}、缺失 {missing}</translation>
    </message>
    <message>
        <source>{number} could not be read, see Problems</source>
        <translation>{number} 个无法读取，请看“问题”</translation>
    </message>
    <message>
        <source>{tracks} listened to</source>
        <translation>已聆听 {tracks}</translation>
    </message>
    <message>
        <source>{number} could not be heard, see Problems</source>
        <translation>{number} 首无法聆听，请看“问题”</translation>
    </message>
</context>
<context>
    <name>ManyButton</name>
    <message>
        <source>All that is shown ▾</source>
        <translation>所有显示的曲目 ▾</translation>
    </message>
    <message>
        <source>Set the genre of all tracks shown, or skip them</source>
        <translation>设置所有显示曲目的流派，或跳过它们</translation>
    </message>
    <message>
        <source>Set genre of {tracks}…</source>
        <translation>设置 {tracks}的流派…</translation>
    </message>
    <message>
        <source>Skip {tracks}</source>
        <translation>跳过 {tracks}</translation>
    </message>
</context>
<context>
    <name>MapCanvas</name>
    <message>
        <source>Map of the library</source>
        <translation>音乐库地图</translation>
    </message>
    <message>
        <source>Arrows go from dot to dot, Enter plays, Space chooses, plus and minus zoom, Home shows all</source>
        <translation>方向键在各点间移动，Enter 播放，空格键选取，加减号缩放，Home 显示全部</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Suggested genre</source>
        <translation>建议的流派</translation>
    </message>
    <message>
        <source>Genre in file</source>
        <translation>文件中的流派</translation>
    </message>
    <message>
        <source>What the colours stand for</source>
        <translation>颜色代表什么</translation>
    </message>
    <message>
        <source>Show in Review</source>
        <translation>在审阅中显示</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>取消选取</translation>
    </message>
    <message>
        <source>{tracks} chosen</source>
        <translation>已选取 {tracks}</translation>
    </message>
    <message>
        <source>What sounds alike lies close. Click a dot to play it, draw around dots to choose them; the wheel zooms, the right button moves.</source>
        <translation>听起来相似的曲目彼此靠近。点一下圆点即可播放，圈起圆点即可选取；滚轮缩放，按住右键移动。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>不确定</translation>
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
        <translation>剩余 {number} 秒</translation>
    </message>
    <message>
        <source>{number} min left</source>
        <translation>剩余 {number} 分钟</translation>
    </message>
    <message>
        <source>{number} h left</source>
        <translation>剩余 {number} 小时</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done}/{total}</translation>
    </message>
    <message>
        <source>{number} s</source>
        <translation>{number} 秒</translation>
    </message>
    <message>
        <source>{number} min</source>
        <translation>{number} 分钟</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分钟</translation>
    </message>
    <message>
        <source>{rate} files/s</source>
        <translation>每秒 {rate} 个文件</translation>
    </message>
</context>
<context>
    <name>MislabelTableModel</name>
    <message>
        <source>Play it, or pause</source>
        <translation>播放或暂停</translation>
    </message>
</context>
<context>
    <name>MislabelView</name>
    <message>
        <source>Probably mislabelled</source>
        <translation>可能标错的曲目</translation>
    </message>
    <message>
        <source>{tracks} of {compared} surely sound like another genre than their files say; the most suspicious come first. Where a classifier was trained on these very files it repeats what they say, and finds less.</source>
        <translation>{compared} 首中有 {tracks}明确听起来像文件所写以外的流派，最可疑的排在最前。若分类器正是用这些文件训练的，它会重复文件的说法，找到的较少。</translation>
    </message>
    <message>
        <source>Show {number} in Review</source>
        <translation>在审阅中显示 {number} 首</translation>
    </message>
    <message>
        <source>Show all in Review</source>
        <translation>在审阅中全部显示</translation>
    </message>
</context>
<context>
    <name>Mislabels</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>艺术家</translation>
    </message>
    <message>
        <source>Genre in file</source>
        <translation>文件中的流派</translation>
    </message>
    <message>
        <source>Sounds like</source>
        <translation>听起来像</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
</context>
<context>
    <name>OrderBar</name>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>Where the classifier goes</source>
        <translation>分类器存放位置</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Classifiers (*{suffix})</source>
        <translation>分类器（*{suffix}）</translation>
    </message>
    <message>
        <source>The classifier goes to</source>
        <translation>分类器存到</translation>
    </message>
</context>
<context>
    <name>OverrideDrawer</name>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>Nobody has to look here: what is left alone is as the preset has it.</source>
        <translation>不必看这里：没动过的就照预设组合。</translation>
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
        <translation>学习率</translation>
    </message>
    <message>
        <source>How music is changed while it is heard</source>
        <translation>聆听时如何改变音乐</translation>
    </message>
    <message>
        <source>Rare genres</source>
        <translation>稀少的流派</translation>
    </message>
    <message>
        <source>The machine</source>
        <translation>机器</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
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
        <translation>自动寻找学习率</translation>
    </message>
    <message>
        <source>Share of it for the trunk</source>
        <translation>主干所用的比例</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>学习率排程</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Mixup</source>
        <translation>Mixup</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>Masks (SpecAugment)</source>
        <translation>遮罩（SpecAugment）</translation>
    </message>
    <message>
        <source>Bands of a mask</source>
        <translation>遮罩的频带数</translation>
    </message>
    <message>
        <source>Frames of a mask</source>
        <translation>遮罩的帧数</translation>
    </message>
    <message>
        <source>Gain, dB</source>
        <translation>增益，dB</translation>
    </message>
    <message>
        <source>Habits of recordings</source>
        <translation>录音的习性</translation>
    </message>
    <message>
        <source>Chunks of a track</source>
        <translation>每首的片段数</translation>
    </message>
    <message>
        <source>Tracks heard at most</source>
        <translation>最多听几首</translation>
    </message>
    <message>
        <source>Changed copies</source>
        <translation>改变过的副本</translation>
    </message>
    <message>
        <source>Time stretch</source>
        <translation>时间伸缩</translation>
    </message>
    <message>
        <source>Pitch, semitones</source>
        <translation>音高，半音</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Balanced sampler</source>
        <translation>平衡采样</translation>
    </message>
    <message>
        <source>Logit adjustment</source>
        <translation>Logit 调整</translation>
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
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>plateau</source>
        <translation>停滞时减半</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Genres in files and suggested</source>
        <translation>文件中与建议的流派</translation>
    </message>
    <message>
        <source>Lengths</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Confidences</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Agreement of classifiers</source>
        <translation>分类器的一致程度</translation>
    </message>
    <message>
        <source>No classifier has heard these tracks yet.</source>
        <translation>还没有分类器听过这些曲目。</translation>
    </message>
    <message>
        <source>{name}: the same genre for {agreed} of {tracks} tracks</source>
        <translation>{name}：{tracks} 首中有 {agreed} 首流派相同</translation>
    </message>
    <message>
        <source>{genre}: {files} in files, {suggested} suggested</source>
        <translation>{genre}：文件中 {files} 首，建议 {suggested} 首</translation>
    </message>
    <message>
        <source>from {length}: {number}</source>
        <translation>{length} 起：{number} 首</translation>
    </message>
    <message>
        <source>from {share}: {sure} sure, {others} not</source>
        <translation>{share} 起：{sure} 首确定，{others} 首不确定</translation>
    </message>
    <message>
        <source>never sure below</source>
        <translation>低于此绝不确定</translation>
    </message>
    <message>
        <source>Genres: above in files, below suggested</source>
        <translation>流派：上为文件中，下为建议</translation>
    </message>
    <message>
        <source>Confidence: blue is sure, grey is not</source>
        <translation>置信度：蓝色确定，灰色不确定</translation>
    </message>
    <message>
        <source>How often classifiers agree</source>
        <translation>分类器多常意见一致</translation>
    </message>
    <message>
        <source>Lengths, in minutes</source>
        <translation>时长（分钟）</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>Mean spectrograms of genres</source>
        <translation>各流派的平均频谱图</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>its sound is damaged</source>
        <translation>声音已损坏</translation>
    </message>
    <message>
        <source>This track cannot be played: {reason}</source>
        <translation>无法播放这首曲目：{reason}</translation>
    </message>
    <message>
        <source>Playing is off: {reason}</source>
        <translation>无法播放：{reason}</translation>
    </message>
    <message>
        <source>Playing is off: there is no audio device.</source>
        <translation>无法播放：没有音频设备。</translation>
    </message>
    <message>
        <source>{library} is missing on this system; install it and start again.</source>
        <translation>此系统缺少 {library}；请安装后重新启动。</translation>
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
        <translation>音量与播放</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Play each track as I come to it</source>
        <translation>移到曲目时自动播放</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
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
        <translation>一个网络，学习每首曲目的 518 个数值。</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Several classifiers that hear numbers and spectrograms, and vote.</source>
        <translation>多个分类器聆听数值与频谱图，共同表决。</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>彻底</translation>
    </message>
    <message>
        <source>As standard, with longer lessons, copies of tracks, and several networks.</source>
        <translation>同标准，但课程更长，另学变奏副本，并用数个网络。</translation>
    </message>
    <message>
        <source>How thoroughly</source>
        <translation>训练程度</translation>
    </message>
    <message>
        <source>{preset} · about {time}</source>
        <translation>{preset} · 约 {time}</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题所在</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
</context>
<context>
    <name>ProgressView</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>What was learned is kept, and can be gone on with.</source>
        <translation>已学到的会保留，之后可以继续。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Choose anew</source>
        <translation>重新选择</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Paused: nothing is computed.</source>
        <translation>已暂停，不做任何计算。</translation>
    </message>
    <message>
        <source>Stopping after this step…</source>
        <translation>完成这一步后停止…</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Stopped. What was heard and learned so far is kept.</source>
        <translation>已停止。到目前为止听到和学到的都会保留。</translation>
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
        <translation>查看(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
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
        <translation>无法得知效果：没有曲目可以留出来测试。</translation>
    </message>
    <message>
        <source>right on music that it was not taught  ·  {interval}</source>
        <translation>未学过的音乐的正确率  ·  {interval}</translation>
    </message>
    <message>
        <source>Measured on {tracks} tracks, in {folds} folds: each by classifiers that were taught neither it nor anything else by its artist or of its album.</source>
        <translation>以 {tracks} 首曲目分 {folds} 折测量：测试每首曲目的分类器，都没学过它，也没学过同一艺人或同一专辑的其他曲目。</translation>
    </message>
    <message>
        <source>Each classifier alone: {each}.</source>
        <translation>各分类器单独的正确率：{each}。</translation>
    </message>
    <message>
        <source>{name}, in use until now, is right on {theirs} of {tracks} of these tracks; the new one is {difference} points away from that{interval}. {remark}</source>
        <translation>目前使用的 {name} 在其中 {tracks} 首上的正确率是 {theirs}；新的与它相差 {difference} 个百分点{interval}。{remark}</translation>
    </message>
    <message>
        <source>{first} and {second}: {verdict}, {share} right of two ({interval})</source>
        <translation>{first} 与 {second}：{verdict}，二选一正确率 {share}（{interval}）</translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation>学习来源</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>流派</translation>
    </message>
    <message>
        <source>{groups} groups; tracks known by: {kept}</source>
        <translation>{groups} 组；曲目归组依据：{kept}</translation>
    </message>
    <message>
        <source>Kept together</source>
        <translation>同进退的曲目</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设组合</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>{tracks} tracks, {share} right  {interval}</source>
        <translation>{tracks} 首，正确 {share}  {interval}</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>未采用</translation>
    </message>
    <message>
        <source>artist</source>
        <translation>艺人</translation>
    </message>
    <message>
        <source>album</source>
        <translation>专辑</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>ReportActions</name>
    <message>
        <source>{name} suggests from now on; “Listen again” lets it hear the library.</source>
        <translation>从现在起由 {name} 提出建议；按“重新聆听”让它听整个音乐库。</translation>
    </message>
    <message>
        <source>The library is listened to again; see Review.</source>
        <translation>正在重新聆听音乐库；请看审阅页。</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>The report is kept in {path}.</source>
        <translation>报告已存到 {path}。</translation>
    </message>
</context>
<context>
    <name>ReportOverview</name>
    <message>
        <source>Is it as right as it is sure?</source>
        <translation>置信度与正确率相符吗？</translation>
    </message>
    <message>
        <source>On the line, of 100 tracks at 70 % confidence 70 are right.</source>
        <translation>在线上时，置信度 70 % 的 100 首中有 70 首正确。</translation>
    </message>
    <message>
        <source>Right, by tracks learned from</source>
        <translation>正确率与学习曲目数</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>平衡正确率</translation>
    </message>
    <message>
        <source>Macro-F1</source>
        <translation>Macro-F1</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>校准误差</translation>
    </message>
    <message>
        <source>0 is as sure as right</source>
        <translation>0 表示置信度恰如其分</translation>
    </message>
</context>
<context>
    <name>ReportPlot</name>
    <message>
        <source>confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>tracks</source>
        <translation>曲目数</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>To check  {number}</source>
        <translation>待确认  {number}</translation>
    </message>
    <message>
        <source>Copies  {number}</source>
        <translation>重复的录音  {number}</translation>
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
        <translation>安装，并从现在起由它提出建议</translation>
    </message>
    <message>
        <source>Listen again</source>
        <translation>重新聆听</translation>
    </message>
    <message>
        <source>Suggests anew for the whole library; only what is not kept is decoded</source>
        <translation>为整个音乐库重新提出建议；只解码没有保留的部分</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>再次训练</translation>
    </message>
    <message>
        <source>The most suspicious first; listen before you move any.</source>
        <translation>最可疑的排在最前；移动之前请先听听看。</translation>
    </message>
    <message>
        <source>Recordings that are there twice; “=” is a copy of the one above it.</source>
        <translation>出现两次的录音；“=”表示与上一行是同一录音。</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>What was taken for what</source>
        <translation>谁被当成谁</translation>
    </message>
    <message>
        <source>Genre by genre</source>
        <translation>逐一流派</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>重复的录音</translation>
    </message>
    <message>
        <source>What it was trained on</source>
        <translation>训练所用的音乐</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
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
        <translation>设置流派…</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Take back the last decision</source>
        <translation>收回上一个决定</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Write…</source>
        <translation>写入…</translation>
    </message>
</context>
<context>
    <name>SearchHelp</name>
    <message>
        <source>both words, in title, artist, album or genre</source>
        <translation>两个词都有：标题、艺术家、专辑或流派</translation>
    </message>
    <message>
        <source>just this phrase</source>
        <translation>正好这个词组</translation>
    </message>
    <message>
        <source>without this word</source>
        <translation>不含这个词</translation>
    </message>
    <message>
        <source>also album:, title:, path: and format:</source>
        <translation>还有 album:、title:、path: 和 format:</translation>
    </message>
    <message>
        <source>in the file or decided, in any language</source>
        <translation>文件中的或决定的流派，任何语言</translation>
    </message>
    <message>
        <source>what the classifiers suggest</source>
        <translation>分类器建议的流派</translation>
    </message>
    <message>
        <source>also &gt;=80%, &lt;0.5 and 0.5..0.8</source>
        <translation>还有 &gt;=80%、&lt;0.5 和 0.5..0.8</translation>
    </message>
    <message>
        <source>also new, suggested, changed, skipped</source>
        <translation>还有 new、suggested、changed、skipped</translation>
    </message>
    <message>
        <source>sounds so: style, mood, instrument …</source>
        <translation>听起来如此：风格、情绪、乐器……</translation>
    </message>
    <message>
        <source>also male, none, choir, and era:80s</source>
        <translation>还有 male、none、choir，以及 era:80s</translation>
    </message>
    <message>
        <source>also sure, differ, unlike</source>
        <translation>还有 sure、differ、unlike</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Folders and queues</source>
        <translation>文件夹与队列</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>音乐库</translation>
    </message>
    <message>
        <source>All tracks</source>
        <translation>全部曲目</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>流派</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>folded away</source>
        <translation>已收起</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>待审阅</translation>
    </message>
    <message>
        <source>Tracks with a suggestion that nobody has decided on yet.</source>
        <translation>有建议但还没有人决定的曲目。</translation>
    </message>
    <message>
        <source>Confident</source>
        <translation>有把握</translation>
    </message>
    <message>
        <source>The genre is sure enough to be accepted in bulk.</source>
        <translation>流派足够有把握，可以批量接受。</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>No genre stands out; have a look at the candidates.</source>
        <translation>没有明显的流派，请看看候选项。</translation>
    </message>
    <message>
        <source>Disagree</source>
        <translation>意见分歧</translation>
    </message>
    <message>
        <source>The classifiers are sure of different genres.</source>
        <translation>各分类器各自确信不同的流派。</translation>
    </message>
    <message>
        <source>Unlike</source>
        <translation>陌生</translation>
    </message>
    <message>
        <source>Unlike anything that the classifiers learned from.</source>
        <translation>与分类器学过的音乐都不相似。</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Tracks with a genre that you accepted or chose.</source>
        <translation>您已接受或选定流派的曲目。</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Tracks that you want left as they are.</source>
        <translation>您想保持原样的曲目。</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>已写入</translation>
    </message>
    <message>
        <source>The genre that you chose is in the file.</source>
        <translation>您选的流派已在文件中。</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>The files are not where they were.</source>
        <translation>文件不在原来的位置。</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Files that could not be read, and why.</source>
        <translation>无法读取的文件及原因。</translation>
    </message>
    <message>
        <source>Remove from library</source>
        <translation>从音乐库移除</translation>
    </message>
</context>
<context>
    <name>SoundTags</name>
    <message>
        <source>Style</source>
        <translation>风格</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>情绪</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>人声</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>乐器</translation>
    </message>
    <message>
        <source>Era</source>
        <translation>年代</translation>
    </message>
    <message>
        <source>Other tags</source>
        <translation>其他标签</translation>
    </message>
    <message>
        <source>Sounds like: {tags}</source>
        <translation>听起来：{tags}</translation>
    </message>
    <message>
        <source>Those that stand out most beside music at large, with their scores. Scores rank tracks; they are no chances of being right. Click a tag to search for it.</source>
        <translation>与一般音乐相比最突出的标签及其分数。分数只用来排序，并不是正确的概率。点按标签即可搜索。</translation>
    </message>
</context>
<context>
    <name>SoundsLike</name>
    <message>
        <source>Sounds like</source>
        <translation>听起来像</translation>
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
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Folders name genres</source>
        <translation>按文件夹名称</translation>
    </message>
    <message>
        <source>Each folder right below the chosen one is a genre.</source>
        <translation>所选文件夹下的每个文件夹就是一个流派。</translation>
    </message>
    <message>
        <source>Tags name genres</source>
        <translation>按标签</translation>
    </message>
    <message>
        <source>The genre in a file counts before that of its folder.</source>
        <translation>文件中的流派优先于文件夹的流派。</translation>
    </message>
    <message>
        <source>What I have accepted</source>
        <translation>我接受过的</translation>
    </message>
    <message>
        <source>Tracks accepted, changed or written in Review count before all else.</source>
        <translation>在审阅中已接受、已更改或已写入的曲目优先于一切。</translation>
    </message>
    <message>
        <source>no folder: what I have accepted, alone</source>
        <translation>没有文件夹：只用我接受过的</translation>
    </message>
</context>
<context>
    <name>StageList</name>
    <message>
        <source>Progress of this stage</source>
        <translation>此阶段的进度</translation>
    </message>
    <message>
        <source>{classifier}, lesson {number} of {total}</source>
        <translation>{classifier}，第 {number}／{total} 课</translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>Reading</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>what the files say of themselves</source>
        <translation>文件中的信息</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>聆听</translation>
    </message>
    <message>
        <source>every track, unless it was heard before</source>
        <translation>每首曲目，除非先前听过</translation>
    </message>
    <message>
        <source>Playing otherwise</source>
        <translation>变奏</translation>
    </message>
    <message>
        <source>copies to learn from, where they are wanted</source>
        <translation>供学习的副本（如需要）</translation>
    </message>
    <message>
        <source>Teaching</source>
        <translation>教学</translation>
    </message>
    <message>
        <source>without each fold, then with all tracks</source>
        <translation>先逐折留出，再用全部曲目</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>how well it does on music it was not taught</source>
        <translation>在未学过的音乐上的效果</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Learn from what I have accepted</source>
        <translation>从我接受过的曲目学习</translation>
    </message>
    <message>
        <source>A training was not brought to its end: {what}, preset {preset}.</source>
        <translation>有一次训练没有完成：{what}，组合 {preset}。</translation>
    </message>
    <message>
        <source>what I have accepted</source>
        <translation>我接受过的</translation>
    </message>
    <message>
        <source>Drop a folder whose folders are genres</source>
        <translation>把按流派分文件夹的音乐拖放到这里</translation>
    </message>
    <message>
        <source>From music sorted into folders such as Jazz, 老歌 and My Metal a classifier is made that knows these genres. Nothing in them is changed.</source>
        <translation>音乐分放在 Jazz、老歌、My Metal 之类的文件夹里，就能做出认得这些流派的分类器。文件夹里的东西不会改动。</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>not heard</source>
        <translation>未聆听</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>已建议</translation>
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
        <translation>已跳过</translation>
    </message>
    <message>
        <source>written</source>
        <translation>已写入</translation>
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
        <translation>频谱图</translation>
    </message>
    <message>
        <source>Left and right seek, plus and minus zoom, Home shows all</source>
        <translation>左右键移动播放位置，加减键缩放，Home 显示全部</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
</context>
<context>
    <name>TrackPreviews</name>
    <message>
        <source>This track cannot be shown in full ({error}); see the log.</source>
        <translation>无法完整显示这首曲目（{error}）；请查看日志。</translation>
    </message>
</context>
<context>
    <name>TrackTable</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>艺术家</translation>
    </message>
    <message>
        <source>Album</source>
        <translation>专辑</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>音轨</translation>
    </message>
    <message>
        <source>Genre in file</source>
        <translation>文件中的流派</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>建议流派</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Heard by</source>
        <translation>分类器</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>TrackTableModel</name>
    <message>
        <source>The file is not where it was.</source>
        <translation>文件不在原来的位置。</translation>
    </message>
    <message>
        <source>The tags are in an old encoding, shown decoded here.</source>
        <translation>标签使用旧式编码，这里显示的是解码后的文字。</translation>
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
        <translation>没有符合的曲目。</translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>A folder whose folders are genres</source>
        <translation>按流派分文件夹的文件夹</translation>
    </message>
</context>
<context>
    <name>TrainingService</name>
    <message>
        <source>Training on {what}</source>
        <translation>正在用 {what} 训练</translation>
    </message>
    <message>
        <source>The table is kept in {path}.</source>
        <translation>对照表已存到 {path}。</translation>
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
        <translation>不确定</translation>
    </message>
    <message>
        <source>classifiers differ</source>
        <translation>分类器意见不一</translation>
    </message>
    <message>
        <source>unlike anything known</source>
        <translation>不像任何已知流派</translation>
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
        <translation>听了 {total} 中的 {seconds} 秒</translation>
    </message>
    <message>
        <source>Heard all of {total}</source>
        <translation>听了全部 {total}</translation>
    </message>
    <message>
        <source>{analyzed} in {number} segments</source>
        <translation>{analyzed}，分 {number} 段</translation>
    </message>
    <message>
        <source>There is nothing but silence to hear</source>
        <translation>只有静音，没有可听的内容</translation>
    </message>
    <message>
        <source>Unlike anything the classifiers have learned from</source>
        <translation>与分类器学过的音乐都不相似</translation>
    </message>
    <message>
        <source>{names} agree</source>
        <translation>{names} 意见一致</translation>
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
        <translation>没有特别突出的流派</translation>
    </message>
    <message>
        <source>{some} and {last}</source>
        <translation>{some} 与 {last}</translation>
    </message>
    <message>
        <source>{some} or {last}</source>
        <translation>{some} 或 {last}</translation>
    </message>
    <message>
        <source>encoder</source>
        <translation>编码器</translation>
    </message>
</context>
<context>
    <name>WriteDialog</name>
    <message>
        <source>Write genres</source>
        <translation>写入流派</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Bring back every byte of what was just written</source>
        <translation>把刚写入的每个字节恢复原样</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Write the genre of {number} files</source>
        <translation>写入 {number} 个文件的流派</translation>
    </message>
    <message>
        <source>Looking at the files</source>
        <translation>正在检查文件</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>正在写入</translation>
    </message>
    <message>
        <source>Taking back</source>
        <translation>正在收回</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Waiting for the scan to end…</source>
        <translation>正在等待扫描结束…</translation>
    </message>
    <message>
        <source>Write {number}</source>
        <translation>写入 {number} 个</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写入</translation>
    </message>
</context>
</TS>
