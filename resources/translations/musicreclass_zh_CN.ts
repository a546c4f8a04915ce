<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AboutPage</name>
    <message>
        <source>Looking through what is installed…</source>
        <translation>正在查看已安装的软件包…</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Proposes genres for your music, and writes those that you accept. Free software under the GNU General Public License, version 3 or later.
The encoder that listens is musicnn by Jordi Pons, © Music Technology Group, Universitat Pompeu Fabra, ISC licence; it was trained on the Million Song Dataset and on MagnaTagATune.</source>
        <translation>为你的音乐建议流派，并写入你接受的流派。本程序是自由软件，采用 GNU 通用公共许可证第 3 版或更新版本。
负责聆听的编码器是 Jordi Pons 的 musicnn，© Music Technology Group, Universitat Pompeu Fabra，ISC 许可；以 Million Song Dataset 与 MagnaTagATune 训练而成。</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>软件包</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Versions and folders, as text</source>
        <translation>以文本形式复制版本与文件夹</translation>
    </message>
    <message>
        <source>What it is made of, and the licences of it</source>
        <translation>程序的组成部分及其许可证</translation>
    </message>
    <message>
        <source>The package brings no text of its licence along.</source>
        <translation>这个软件包没有附带许可证全文。</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>未说明</translation>
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
        <translation>依你的决定，{number} 个建议已改变</translation>
    </message>
    <message>
        <source>{number} suggestions are as they were before you decided</source>
        <translation>{number} 个建议已回到你决定之前的样子</translation>
    </message>
</context>
<context>
    <name>AllKeysPage</name>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Those of a letter work while the table of tracks has the keyboard. Settings › Keys lets you choose others.</source>
        <translation>单个字母的按键在曲目表格获得键盘焦点时有效。可在“设置 › 按键”改用其他按键。</translation>
    </message>
</context>
<context>
    <name>AnalysisPage</name>
    <message>
        <source>Listening</source>
        <translation>聆听</translation>
    </message>
    <message>
        <source>The classifier in use</source>
        <translation>正在使用的分类器</translation>
    </message>
    <message>
        <source>what the classifier was taught</source>
        <translation>分类器学习时所用的部分</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>开头</translation>
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
        <translation>聆听范围</translation>
    </message>
    <message>
        <source>The part of each track that is measured. Its confidence was measured with what the classifier was taught; with another part it is worth less.</source>
        <translation>每首曲目要测量的部分。置信度是以分类器学习时所用的部分测得的；改用其他部分时，置信度较不可靠。</translation>
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
        <translation>秒数越多，时间越久。少于十秒时，建议会变差。</translation>
    </message>
    <message>
        <source>as many as it was taught</source>
        <translation>与学习时相同</translation>
    </message>
    <message>
        <source>Samples all over the track</source>
        <translation>遍布整首曲目的取样</translation>
    </message>
    <message>
        <source>Of three seconds each, for the encoder. More are a little surer on music that changes, and take longer; beyond eight little is won.</source>
        <translation>供编码器使用，每段三秒。对变化多的音乐，取样越多越准一些，但也更花时间；超过八段后几乎没有帮助。</translation>
    </message>
    <message>
        <source>Listen to all again…</source>
        <translation>重新聆听全部…</translation>
    </message>
    <message>
        <source>The three above count for tracks that are heard from now on; this hears the others again.</source>
        <translation>以上三项适用于之后聆听的曲目；此按钮会重新聆听其他曲目。</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>thorough</source>
        <translation>仔细</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>Balanced hears three seconds of a track, and all that is usual where that leaves doubt: in hardly more than half the time, and right as often. Fast hears a little more there: several times as fast, and right a little less often.</source>
        <translation>均衡模式先听曲目的三秒，有疑问时照常听：只需一半多的时间，正确率相同。快速模式有疑问时只多听一点：快上数倍，正确率略低。</translation>
    </message>
    <message>
        <source>balanced</source>
        <translation>均衡</translation>
    </message>
    <message>
        <source>as many as suit this computer ({number})</source>
        <translation>依这台电脑而定（{number}）</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>How many files are read and heard at a time. Fewer leave more of the computer to others.</source>
        <translation>同时读取与聆听的文件数。数量越少，留给其他程序的资源越多。</translation>
    </message>
    <message>
        <source>Follow links to other folders</source>
        <translation>跟随指向其他文件夹的链接</translation>
    </message>
    <message>
        <source>Symbolic links below a folder of music are gone into.</source>
        <translation>会进入音乐文件夹下的符号链接。</translation>
    </message>
    <message>
        <source>Learn from what I decide</source>
        <translation>从我的决定中学习</translation>
    </message>
    <message>
        <source>Suggestions follow your decisions. Without it, the classifiers alone count.</source>
        <translation>建议会依你的决定调整。关闭时只看分类器。</translation>
    </message>
    <message>
        <source>Company of tracks</source>
        <translation>曲目的同伴</translation>
    </message>
    <message>
        <source>albums count, or else artists</source>
        <translation>看专辑，没有则看艺人</translation>
    </message>
    <message>
        <source>artists count, or else albums</source>
        <translation>看艺人，没有则看专辑</translation>
    </message>
    <message>
        <source>each track for itself</source>
        <translation>每首曲目各自判断</translation>
    </message>
    <message>
        <source>What other tracks of an album or artist sound like counts for each of them, and so does which genres the library has most of.</source>
        <translation>同一专辑或艺人的其他曲目听起来如何，以及音乐库里哪些流派最多，也会列入考量。</translation>
    </message>
    <message>
        <source>Tagger</source>
        <translation>标签器</translation>
    </message>
    <message>
        <source>A file made by training on MagnaTagATune, which says more of what tracks sound like. Without one, the encoder alone does.</source>
        <translation>以 MagnaTagATune 训练出的文件，能更详细描述曲目听起来如何。没有时只由编码器描述。</translation>
    </message>
    <message>
        <source>Choose a tagger…</source>
        <translation>选择标签器…</translation>
    </message>
    <message>
        <source>Use none</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Choose a tagger</source>
        <translation>选择标签器</translation>
    </message>
    <message>
        <source>Taggers (*.pth)</source>
        <translation>标签器 (*.pth)</translation>
    </message>
    <message>
        <source>was taught whole tracks</source>
        <translation>学习时使用整首曲目</translation>
    </message>
    <message>
        <source>was taught the first {seconds} seconds of tracks</source>
        <translation>学习时使用曲目的前 {seconds} 秒</translation>
    </message>
    <message>
        <source>was taught {seconds} seconds from the middle of tracks</source>
        <translation>学习时使用曲目中段的 {seconds} 秒</translation>
    </message>
    <message>
        <source>hears {number} samples of {seconds} seconds all over a track</source>
        <translation>听遍布整首曲目的 {number} 段、每段 {seconds} 秒</translation>
    </message>
    <message>
        <source>takes exactly that, and nothing else</source>
        <translation>只接受这些，不能更改</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Listen to all again</source>
        <translation>重新聆听全部</translation>
    </message>
    <message>
        <source>Forget all suggestions, and listen to all tracks again?</source>
        <translation>要忘记所有建议，并重新聆听所有曲目吗？</translation>
    </message>
    <message>
        <source>What you decided stays. It takes as long as the first time.</source>
        <translation>你的决定会保留。所需时间与第一次相同。</translation>
    </message>
    <message>
        <source>Listen again</source>
        <translation>重新聆听</translation>
    </message>
</context>
<context>
    <name>AnswerPanel</name>
    <message>
        <source>{share} · of the last seconds</source>
        <translation>{share} · 根据最近几秒</translation>
    </message>
    <message>
        <source>{share} · of {seconds} s of sound</source>
        <translation>{share} · 根据 {seconds} 秒的声音</translation>
    </message>
    <message>
        <source>Sounds like: {tags}</source>
        <translation>听起来：{tags}</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Colours of the window</source>
        <translation>窗口的颜色</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Of the size that is usual on this system.</source>
        <translation>相对于这个系统惯用的大小。</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>减少动态效果</translation>
    </message>
    <message>
        <source>Bars that wait stand still, and menus open at once. Where the system asks its programs for that, it is so in any case.</source>
        <translation>等待中的进度条静止不动，菜单立即打开。系统要求程序如此时，一律照办。</translation>
    </message>
    <message>
        <source>Colours of spectrograms</source>
        <translation>频谱图的颜色</translation>
    </message>
    <message>
        <source>All but the first go from dark to light evenly, also in print.</source>
        <translation>除第一种外，都由暗到亮均匀变化，打印时也是。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>The language changes when the window opens next.</source>
        <translation>下次打开窗口时会切换语言。</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>立即重新启动</translation>
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
        <translation>↺ 已撤销 {number}</translation>
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
        <source>✓ {number} moved</source>
        <translation>✓ 移动 {number} 个</translation>
    </message>
    <message>
        <source>✓ {number} copied</source>
        <translation>✓ 复制 {number} 个</translation>
    </message>
    <message>
        <source>✓ {number} linked</source>
        <translation>✓ 链接 {number} 个</translation>
    </message>
    <message>
        <source>into {folder}: {genres}</source>
        <translation>放到 {folder}：{genres}</translation>
    </message>
    <message>
        <source>too old to be taken back</source>
        <translation>太久以前，无法撤销</translation>
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
        <source>the whole library</source>
        <translation>整个音乐库</translation>
    </message>
    <message>
        <source>In: {what}</source>
        <translation>范围：{what}</translation>
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
        <source>Look at each change, then write (Ctrl+Enter).
Accepted in: {what}</source>
        <translation>先查看每项更改再写入（Ctrl+Enter）。
已接受的范围：{what}</translation>
    </message>
    <message>
        <source>Nothing is accepted here that is not written yet.</source>
        <translation>此范围内没有已接受而尚未写入的曲目。</translation>
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
        <translation>这个数字来自分类器试听过的 {tracks} 首曲目，以及你自己的 {own} 个决定。</translation>
    </message>
    <message>
        <source>Of {tagged} files that name a genre, {share} name the one that is suggested.</source>
        <translation>在已注明流派的 {tagged} 个文件中，{share} 与建议的流派相同。</translation>
    </message>
</context>
<context>
    <name>CachePage</name>
    <message>
        <source>Cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>What was measured of your music is kept, so that nothing has to be heard twice. Losing it costs time only.</source>
        <translation>测量结果会保留下来，不必再听第二次。丢失它只会多花时间。</translation>
    </message>
    <message>
        <source>Size now</source>
        <translation>当前大小</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>What was unused for longest goes first. A track takes about a megabyte.</source>
        <translation>最久没用到的会先删除。每首曲目约占 1 MB。</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>What is kept stays where it is when another folder is chosen; clear it first where it is not wanted any more.</source>
        <translation>改选文件夹时，已保留的内容会留在原处；不再需要时请先清除。</translation>
    </message>
    <message>
        <source>Other folder…</source>
        <translation>其他文件夹…</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>Clear…</source>
        <translation>清除…</translation>
    </message>
    <message>
        <source>Folder for the cache</source>
        <translation>缓存的文件夹</translation>
    </message>
    <message>
        <source>Clear the cache</source>
        <translation>清除缓存</translation>
    </message>
    <message>
        <source>Take away all that was measured?</source>
        <translation>要删除所有测量结果吗？</translation>
    </message>
    <message>
        <source>Suggestions and decisions stay. What is wanted again is heard again.</source>
        <translation>建议和决定会保留。之后需要时会重新聆听。</translation>
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
        <translation>更改</translation>
    </message>
</context>
<context>
    <name>ChangedTable</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>艺人</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>流派</translation>
    </message>
    <message>
        <source>More</source>
        <translation>增减</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>{number} written</source>
        <translation>已写入 {number} 个</translation>
    </message>
    <message>
        <source>{number} sorted</source>
        <translation>已归类 {number} 个</translation>
    </message>
    <message>
        <source>{number} taken back</source>
        <translation>已撤销 {number} 个</translation>
    </message>
    <message>
        <source>{number} refused</source>
        <translation>已拒绝 {number} 个</translation>
    </message>
    <message>
        <source>{number} left as they were</source>
        <translation>{number} 个保持原样</translation>
    </message>
    <message>
        <source>{number} have a finer genre</source>
        <translation>{number} 个已有更细的流派</translation>
    </message>
    <message>
        <source>{number} have it among others</source>
        <translation>{number} 个的流派中已包含它</translation>
    </message>
    <message>
        <source>{number} say the same in other words</source>
        <translation>{number} 个以其他写法写着同一流派</translation>
    </message>
    <message>
        <source>{number} have it already</source>
        <translation>{number} 个已有它</translation>
    </message>
    <message>
        <source>{number} have some genre</source>
        <translation>{number} 个已有流派</translation>
    </message>
    <message>
        <source>{number} have enough genres</source>
        <translation>{number} 个的流派已够多</translation>
    </message>
    <message>
        <source>{number} say so already</source>
        <translation>{number} 个本来就是这样</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Stay as they are: {why}</source>
        <translation>保持原样：{why}</translation>
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
        <source>stays as it is</source>
        <translation>保持原样</translation>
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
        <source>sorted</source>
        <translation>已归类</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>no tags</source>
        <translation>没有标签</translation>
    </message>
    <message>
        <source>first tag: {kind}</source>
        <translation>首次加上标签：{kind}</translation>
    </message>
    <message>
        <source>Cannot go along: {what}</source>
        <translation>无法保留：{what}</translation>
    </message>
    <message>
        <source>{number} stay as they are</source>
        <translation>{number} 个保持原样</translation>
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
        <source>Sorted</source>
        <translation>已归类</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
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
        <source>Other kind of tag</source>
        <translation>标签版本改变</translation>
    </message>
    <message>
        <source>Stay as they are</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Files that get another genre</source>
        <translation>会改成其他流派的文件</translation>
    </message>
    <message>
        <source>Files that cannot be written safely; the remarks say why</source>
        <translation>无法安全写入的文件；原因见备注</translation>
    </message>
    <message>
        <source>Files that you left out, or that came after a stop</source>
        <translation>你排除的文件，或停止之后的文件</translation>
    </message>
    <message>
        <source>Files whose tag becomes another version, such as ID3v2.4; a first tag is none</source>
        <translation>标签会变成其他版本（如 ID3v2.4）的文件；首次加上标签不算</translation>
    </message>
    <message>
        <source>Files that say so already, or that the rules leave alone; the remarks say why</source>
        <translation>本来就是这样，或规则不改动的文件；原因见备注</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
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
    <message>
        <source>{number} lie there already</source>
        <translation>{number} 个本来就在那里</translation>
    </message>
</context>
<context>
    <name>CheckPanel</name>
    <message>
        <source>Those that I said are right: {number}</source>
        <translation>我说没有错的：{number}</translation>
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
        <source>Several genres</source>
        <translation>多个流派</translation>
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
        <source>Also files with several names</source>
        <translation>也写入有多个名称的文件</translation>
    </message>
    <message>
        <source>A file may lie in several folders at once, under several names (hard links).
Written to, this one becomes a file of its own; the other names keep the genre as it is. Otherwise such files are refused.</source>
        <translation>一个文件可以同时以多个名称放在多个文件夹中（硬链接）。
写入后，这一个会成为独立的文件；其他名称的流派保持不变。否则会拒绝这类文件。</translation>
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
        <source>Takes a table of folders and genres from a file</source>
        <translation>从文件读入文件夹与流派的对照表</translation>
    </message>
    <message>
        <source>Load table…</source>
        <translation>加载表格…</translation>
    </message>
    <message>
        <source>Keeps this table of folders and genres in a file</source>
        <translation>把这份文件夹与流派的对照表存成文件</translation>
    </message>
    <message>
        <source>Save table…</source>
        <translation>保存表格…</translation>
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
        <translation>加载流派对照表</translation>
    </message>
    <message>
        <source>Save the table of genres</source>
        <translation>保存流派对照表</translation>
    </message>
</context>
<context>
    <name>ClassifierChoice</name>
    <message>
        <source>{name} suggests from now on.</source>
        <translation>从现在起由{name}给出建议。</translation>
    </message>
    <message>
        <source>{name} suggests from now on. It has not listened to {tracks} yet; “Listen again” does.</source>
        <translation>从现在起由{name}给出建议。还有 {tracks} 它没听过；点“重新聆听”就会去听。</translation>
    </message>
    <message>
        <source>The classifier in the box</source>
        <translation>自带的分类器</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>“{name}”</translation>
    </message>
    <message>
        <source>Back to the box</source>
        <translation>回到自带的分类器</translation>
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
        <translation>训练报告</translation>
    </message>
    <message>
        <source>Opens the report on its training again</source>
        <translation>再次打开它的训练报告</translation>
    </message>
    <message>
        <source>Figures of each genre</source>
        <translation>各流派的数字</translation>
    </message>
    <message>
        <source>Card of the classifier</source>
        <translation>分类器的说明卡</translation>
    </message>
    <message>
        <source>✕ It cannot be used</source>
        <translation>✕ 无法使用</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>流派</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>混淆</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>说明卡</translation>
    </message>
    <message>
        <source>How good it is, and where it comes from</source>
        <translation>它有多准、从哪里来</translation>
    </message>
    <message>
        <source>How each genre fares</source>
        <translation>每个流派的表现</translation>
    </message>
    <message>
        <source>What was taken for what</source>
        <translation>什么被当成什么</translation>
    </message>
    <message>
        <source>How much each member counts</source>
        <translation>每个成员占多少分量</translation>
    </message>
    <message>
        <source>All that was measured, in full</source>
        <translation>所有测量结果的全文</translation>
    </message>
</context>
<context>
    <name>ClassifierNotice</name>
    <message>
        <source>Trouble with the classifier</source>
        <translation>分类器的问题</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>选用其他的…</translation>
    </message>
    <message>
        <source>Back to the box</source>
        <translation>回到自带的分类器</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
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
        <translation>名称</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Which one suggests genres</source>
        <translation>由哪一个建议流派</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>流派</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确率</translation>
    </message>
    <message>
        <source>On how many of 100 tracks it names the right genre. Figures that were measured on different music cannot be compared.</source>
        <translation>每 100 首中有几首说对流派。在不同音乐上测得的数字不能互相比较。</translation>
    </message>
    <message>
        <source>Measured on</source>
        <translation>测量依据</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>训练数据</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>✕ cannot be used: {problem}</source>
        <translation>✕ 无法使用：{problem}</translation>
    </message>
</context>
<context>
    <name>ClassifierWords</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>came with the program</source>
        <translation>程序自带</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>你自己的</translation>
    </message>
    <message>
        <source>a file elsewhere</source>
        <translation>位于别处的文件</translation>
    </message>
    <message>
        <source>trained, not installed</source>
        <translation>已训练，尚未安装</translation>
    </message>
    <message>
        <source>the middle</source>
        <translation>中间</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>开头</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>In the box</source>
        <translation>自带</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>没有测过</translation>
    </message>
    <message>
        <source>{clips} clips of {parts} collections left out</source>
        <translation>{parts} 个留出的收藏中的 {clips} 段</translation>
    </message>
    <message>
        <source>test part of a known split, {tracks}</source>
        <translation>公开划分的测试部分，{tracks}</translation>
    </message>
    <message>
        <source>{tracks} of its own music, artists kept apart</source>
        <translation>自己的音乐 {tracks}，艺人分开</translation>
    </message>
    <message>
        <source>by its own training</source>
        <translation>按它自己的训练</translation>
    </message>
    <message>
        <source>Nobody has measured how often it is right, so that nothing it says is called sure.</source>
        <translation>没有人测过它多常正确，所以它说的都不算确定。</translation>
    </message>
    <message>
        <source>Right on so many of {clips} clips from anywhere. Each of the {parts} collections was left out whole: answered by classifiers that had learned from the others.</source>
        <translation>在来自各处的 {clips} 段音乐中有这么多说对。{parts} 个收藏都整个留出：由学过其他收藏的分类器作答。</translation>
    </message>
    <message>
        <source>Right on so many of {tracks} in the test part of a split that others use, too.</source>
        <translation>在别人也使用的划分的测试部分，{tracks}中有这么多说对。</translation>
    </message>
    <message>
        <source>Right on so many of {tracks} of the music that it was trained on, in {parts} folds: each answered by classifiers that knew neither it nor anything else by its artist.</source>
        <translation>在它的训练音乐 {tracks}中有这么多说对，分 {parts} 折：每首都由不认识它、也不认识同一艺人其他曲目的分类器作答。</translation>
    </message>
    <message>
        <source>As its file says; how that was measured it does not say.</source>
        <translation>按文件所述；文件没说是怎么测的。</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} MB</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>流派</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>{part}, {seconds} s of a track</source>
        <translation>每首曲目的{part} {seconds} 秒</translation>
    </message>
    <message>
        <source>Listens to</source>
        <translation>聆听</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>训练数据</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Began with</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>制作日期</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>制作程序</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>the file does not say</source>
        <translation>文件没有说明</translation>
    </message>
    <message>
        <source>Licence of the data</source>
        <translation>数据的许可</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>编码器</translation>
    </message>
    <message>
        <source>Encoder cannot be used</source>
        <translation>编码器无法使用</translation>
    </message>
    <message>
        <source>Licence of the encoder</source>
        <translation>编码器的许可</translation>
    </message>
    <message>
        <source>The classifier in the box knows {number} broad genres: {genres}. For finer ones, or your own, train one on your folders.</source>
        <translation>自带的分类器认得 {number} 个大流派：{genres}。想要更细的或你自己的流派，请用你的文件夹训练一个。</translation>
    </message>
    <message>
        <source>what you decided</source>
        <translation>你的决定</translation>
    </message>
    <message>
        <source>{groups} artists or albums</source>
        <translation>{groups} 位艺人或张专辑</translation>
    </message>
</context>
<context>
    <name>ClassifiersPage</name>
    <message>
        <source>Classifiers</source>
        <translation>分类器</translation>
    </message>
    <message>
        <source>‹ Classifiers</source>
        <translation>‹ 分类器</translation>
    </message>
    <message>
        <source>Trouble with the classifier</source>
        <translation>分类器的问题</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>做了什么</translation>
    </message>
    <message>
        <source>You have no classifier of your own yet. Train one on a folder of genre folders, or drop a file here: one of this program, msd_model.pth, or a CNN checkpoint.</source>
        <translation>你还没有自己的分类器。请用一个内含流派文件夹的文件夹训练一个，或把文件拖放到这里：本程序的分类器、msd_model.pth 或 CNN 检查点。</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Training report</source>
        <translation>训练报告</translation>
    </message>
    <message>
        <source>Compare on the library…</source>
        <translation>在音乐库上比较…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export as ONNX…</source>
        <translation>导出为 ONNX…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Show the file</source>
        <translation>显示文件</translation>
    </message>
    <message>
        <source>Tags of how music sounds come from the encoder; there is no other tagger.</source>
        <translation>“听起来像”的标签来自编码器；没有其他标签器。</translation>
    </message>
    <message>
        <source>Tags of how music sounds come from the encoder and from {file}.</source>
        <translation>“听起来像”的标签来自编码器和 {file}。</translation>
    </message>
    <message>
        <source>Lets it suggest from now on; what it has not listened to yet, it can later</source>
        <translation>从现在起由它给出建议；还没听过的，之后可以再听</translation>
    </message>
    <message>
        <source>Lets the classifier suggest that came with the program</source>
        <translation>由程序自带的分类器给出建议</translation>
    </message>
    <message>
        <source>Back to the box</source>
        <translation>回到自带的分类器</translation>
    </message>
    <message>
        <source>Lets the one in use listen to all that it has not listened to yet</source>
        <translation>让使用中的分类器去听它还没听过的全部曲目</translation>
    </message>
    <message>
        <source>Listen again</source>
        <translation>重新聆听</translation>
    </message>
    <message>
        <source>Lists which suggestions would be others with another classifier</source>
        <translation>列出换成另一个分类器时哪些建议会不同</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>比较…</translation>
    </message>
    <message>
        <source>More ▾</source>
        <translation>更多 ▾</translation>
    </message>
    <message>
        <source>Export, rename, remove, show the file</source>
        <translation>导出、重命名、移除、显示文件</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>A classifier of this program, msd_model.pth, or a CNN checkpoint (*.pth)</source>
        <translation>本程序的分类器、msd_model.pth 或 CNN 检查点（*.pth）</translation>
    </message>
    <message>
        <source>Large networks that others trained, from folders or a hub, to train with</source>
        <translation>他人训练的大型网络，来自文件夹或平台，可用于训练</translation>
    </message>
    <message>
        <source>Encoders…</source>
        <translation>编码器…</translation>
    </message>
    <message>
        <source>Train one…</source>
        <translation>训练一个…</translation>
    </message>
    <message>
        <source>Choose a tagger…</source>
        <translation>选择标签器…</translation>
    </message>
    <message>
        <source>No tagger</source>
        <translation>不用标签器</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ClassifiersService</name>
    <message>
        <source>Taken over: {names}. “Use” lets one suggest.</source>
        <translation>已导入：{names}。点“使用”就由它给出建议。</translation>
    </message>
    <message>
        <source>Import a classifier</source>
        <translation>导入分类器</translation>
    </message>
    <message>
        <source>Export the classifier</source>
        <translation>导出分类器</translation>
    </message>
    <message>
        <source>A folder for the ONNX files</source>
        <translation>放 ONNX 文件的文件夹</translation>
    </message>
    <message>
        <source>Exported to {path}.</source>
        <translation>已导出到 {path}。</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>What is it called from now on?</source>
        <translation>从现在起叫什么？</translation>
    </message>
    <message>
        <source>“{old}” is called “{new}” now.</source>
        <translation>“{old}”现在叫做“{new}”。</translation>
    </message>
    <message>
        <source>Remove the classifier “{name}”?</source>
        <translation>要移除分类器“{name}”吗？</translation>
    </message>
    <message>
        <source>It is in use; the one in the box suggests then.</source>
        <translation>它正在使用中；之后由自带的分类器给出建议。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>“{name}” is removed.</source>
        <translation>已移除“{name}”。</translation>
    </message>
    <message>
        <source>“{name}” is there again.</source>
        <translation>“{name}”回来了。</translation>
    </message>
    <message>
        <source>It listens; the strip below says how far it is.</source>
        <translation>它正在聆听；下方的栏会说到哪里了。</translation>
    </message>
    <message>
        <source>Choose a tagger</source>
        <translation>选择标签器</translation>
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
    <name>ComparisonView</name>
    <message>
        <source>Compared from</source>
        <translation>比较的起点</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>比较的对象</translation>
    </message>
    <message>
        <source>Tracks that would get another genre</source>
        <translation>会得到其他流派的曲目</translation>
    </message>
    <message>
        <source>Tracks of each genre</source>
        <translation>各流派的曲目数</translation>
    </message>
    <message>
        <source>‹ Classifiers</source>
        <translation>‹ 分类器</translation>
    </message>
    <message>
        <source>Swap the two</source>
        <translation>两者对调</translation>
    </message>
    <message>
        <source>{name}, as it is</source>
        <translation>{name}（目前）</translation>
    </message>
    <message>
        <source>{name}, with these weights</source>
        <translation>{name}（用这些权重）</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>比较中…</translation>
    </message>
    <message>
        <source>{number} of {compared} suggestions would be another genre</source>
        <translation>{compared} 个建议中有 {number} 个会是其他流派</translation>
    </message>
    <message>
        <source>Sure of {before} now, of {after} then.</source>
        <translation>现在确定 {before} 首，之后 {after} 首。</translation>
    </message>
    <message>
        <source>{tracks} only {name} has listened to; they are not compared.</source>
        <translation>有 {tracks} 只有{name}听过，不列入比较。</translation>
    </message>
    <message>
        <source>Let {name} listen to them</source>
        <translation>让{name}去听</translation>
    </message>
    <message>
        <source>The {number} surest are listed.</source>
        <translation>只列出最确定的 {number} 首。</translation>
    </message>
    <message>
        <source>There is no track that both have listened to.</source>
        <translation>没有两者都听过的曲目。</translation>
    </message>
    <message>
        <source>Choose two different classifiers.</source>
        <translation>请选两个不同的分类器。</translation>
    </message>
    <message>
        <source>Show {number} in Review</source>
        <translation>在审阅中显示 {number} 首</translation>
    </message>
    <message>
        <source>Show all in Review</source>
        <translation>全部在审阅中显示</translation>
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
        <source>Not where they were</source>
        <translation>不在原处</translation>
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
    <name>ConditionBar</name>
    <message>
        <source>What is shown</source>
        <translation>当前显示的内容</translation>
    </message>
    <message>
        <source>+ Filter</source>
        <translation>＋ 筛选</translation>
    </message>
    <message>
        <source>Show only tracks that are like this, too</source>
        <translation>再加条件，只显示符合的曲目</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Keep these conditions in the sidebar, under a name</source>
        <translation>以一个名称将这些条件保存在侧边栏</translation>
    </message>
    <message>
        <source>Problems: {number}</source>
        <translation>问题：{number}</translation>
    </message>
    <message>
        <source>{shown} of {tracks}</source>
        <translation>{tracks}中的 {shown} 首</translation>
    </message>
    <message>
        <source>Group by: {what} ▾</source>
        <translation>分组：{what} ▾</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>album</source>
        <translation>专辑</translation>
    </message>
    <message>
        <source>artist</source>
        <translation>艺人</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Fold all groups</source>
        <translation>收起所有分组</translation>
    </message>
    <message>
        <source>Unfold all groups</source>
        <translation>展开所有分组</translation>
    </message>
    <message>
        <source>No longer ask for this</source>
        <translation>移除此条件</translation>
    </message>
    <message>
        <source>Remove the filter {name}</source>
        <translation>移除筛选“{name}”</translation>
    </message>
</context>
<context>
    <name>ConfidencePage</name>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>“Accept all from” begins with</source>
        <translation>“全部接受，从”的起始值</translation>
    </message>
    <message>
        <source>The bar below the table begins with this, and says how many of those tracks are about right.</source>
        <translation>表格下方的栏以此为起始值，并说明其中大约多少曲目是对的。</translation>
    </message>
    <message>
        <source>A confidence of 80 % means: of 100 tracks that say so, about 80 are right. It is measured on music that the classifier did not learn from, and on what you decide; on music unlike all that, it promises less.

“Sure” is more than a high confidence. A suggestion is sure where one genre alone is possible, it is likelier than all others together, enough of the track was heard, no classifier contradicts it, and the music is not unlike all that is known. So 77 % can be “not sure”, where a second genre is possible, and 63 % can be sure. None of this is a promise for a single track: some that are sure are wrong.</source>
        <translation>80 % 的置信度表示：100 首这样标示的曲目中，约有 80 首是对的。这是以分类器没有学过的音乐和你的决定测得的；遇到与这些都不相像的音乐时，可靠程度较低。

“有把握”不只是置信度高。只有在仅一种流派可能、它比其他所有流派加起来还可能、听到的部分足够、没有分类器反对，而且音乐与已知的并非全不相像时，建议才算有把握。因此，若还可能是第二种流派，77 % 也可能“不确定”，而 63 % 也可能是有把握的。这些都不是对单一曲目的保证：有把握的建议中也有错的。</translation>
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
    <message>
        <source>possible from here on</source>
        <translation>由此起为可能</translation>
    </message>
    <message>
        <source>not possible below</source>
        <translation>低于此不可能</translation>
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
    <name>CurvePlot</name>
    <message>
        <source>now {last}, at first {first}; lines: {number}</source>
        <translation>目前 {last}，开始时 {first}；线条数：{number}</translation>
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
        <source>bright: what is trained now; pale: what was before it</source>
        <translation>亮色：正在训练的；淡色：之前的</translation>
    </message>
    <message>
        <source>Curves appear as soon as the first network is trained.</source>
        <translation>第一个网络开始训练后，曲线就会出现。</translation>
    </message>
</context>
<context>
    <name>DamageDialog</name>
    <message>
        <source>The library cannot be read</source>
        <translation>无法读取音乐库</translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation>还原这份备份</translation>
    </message>
    <message>
        <source>The backup takes the library&apos;s place. The damaged file is kept beside it.</source>
        <translation>备份会取代音乐库。损坏的文件会保留在旁边。</translation>
    </message>
    <message>
        <source>Start a new library</source>
        <translation>创建新的音乐库</translation>
    </message>
    <message>
        <source>The damaged file is kept beside it, under a name with today&apos;s date.</source>
        <translation>损坏的文件会保留在旁边，文件名加上今天的日期。</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Your music is untouched. What you decided since the backup, and taking back what was written since, would be lost.</source>
        <translation>你的音乐没有受影响。备份之后的决定，以及撤销之后所写入内容的可能性，将会失去。</translation>
    </message>
    <message>
        <source>Your music is untouched. There is no backup in {folder}. A new library finds your music again; decisions that are not written into files yet would be lost.</source>
        <translation>你的音乐没有受影响。{folder} 里没有备份。新的音乐库会重新找到你的音乐；尚未写入文件的决定将会失去。</translation>
    </message>
    <message>
        <source>Backups, the latest first</source>
        <translation>备份，最新的在最前面</translation>
    </message>
    <message>
        <source>{number} decisions</source>
        <translation>{number} 个决定</translation>
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
        <translation>已决定 {tracks}；按 Z 可全部撤销。</translation>
    </message>
    <message>
        <source>{number} were left as they are.</source>
        <translation>有 {number} 首保持原样。</translation>
    </message>
    <message>
        <source>Written since, and left as they are: {tracks}; History takes writing back.</source>
        <translation>之后已写入，保持原样：{tracks}；可在“历史”中撤销写入。</translation>
    </message>
    <message>
        <source>Decided on since, and left as they are: {tracks}.</source>
        <translation>之后另有决定，保持原样：{tracks}。</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>没有可重做的决定。</translation>
    </message>
    <message>
        <source>Nothing was decided there.</source>
        <translation>这些曲目没有任何决定。</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>没有可以撤销的决定。</translation>
    </message>
    <message>
        <source>Decided again: {tracks}.</source>
        <translation>已重做决定：{tracks}。</translation>
    </message>
    <message>
        <source>The decisions on {tracks} are cleared; Z brings them back.</source>
        <translation>已清除 {tracks}曲目的决定；按 Z 可恢复。</translation>
    </message>
    <message>
        <source>Taken back: the decisions on {tracks}.</source>
        <translation>已撤销 {tracks}曲目的决定。</translation>
    </message>
</context>
<context>
    <name>DecisionDialog</name>
    <message>
        <source>Decisions</source>
        <translation>决定记录</translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>已决定的内容</translation>
    </message>
    <message>
        <source>Show in Review</source>
        <translation>在“审阅”中显示</translation>
    </message>
    <message>
        <source>Show the tracks that this was about</source>
        <translation>显示这项决定涉及的曲目</translation>
    </message>
    <message>
        <source>Take back this one</source>
        <translation>撤销这一项</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing was decided yet.</source>
        <translation>还没有任何决定。</translation>
    </message>
    <message>
        <source>The tracks get back what was decided before; those that you decided on since, or wrote, are left as they are</source>
        <translation>曲目会恢复之前的决定；之后另有决定或已写入的保持原样</translation>
    </message>
    <message>
        <source>This took something back; Z takes back what was decided last</source>
        <translation>这一项本身是撤销；按 Z 可撤销最后的决定</translation>
    </message>
    <message>
        <source>It is taken back already</source>
        <translation>已经撤销</translation>
    </message>
</context>
<context>
    <name>DecisionTable</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>动作</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>曲目</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>曲目数</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>流派</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现状</translation>
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
        <translation>已跳过</translation>
    </message>
    <message>
        <source>cleared</source>
        <translation>已清除</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>已决定</translation>
    </message>
    <message>
        <source>in bulk</source>
        <translation>批量</translation>
    </message>
    <message>
        <source>one by one</source>
        <translation>逐一</translation>
    </message>
    <message>
        <source>↺ taken back; Shift+Z decides it again</source>
        <translation>↺ 已撤销；Shift+Z 可重做</translation>
    </message>
    <message>
        <source>↺ taken back</source>
        <translation>↺ 已撤销</translation>
    </message>
    <message>
        <source>↺ taken back on {some} of {all}</source>
        <translation>↺ 已撤销 {all} 首中的 {some} 首</translation>
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
        <source>It listens on this computer; nothing is sent anywhere.</source>
        <translation>一切都在这台电脑上聆听；不会发送任何数据。</translation>
    </message>
    <message>
        <source>Each track is listened to and gets one of {number} broad genres, or the words “not sure”.</source>
        <translation>每首曲目都会被聆听，并得到 {number} 种大流派之一，或标示“不确定”。</translation>
    </message>
    <message>
        <source>You look through the suggestions: accept, choose another, or skip, with a key each.</source>
        <translation>你逐一看过建议：接受、另选或跳过，各按一个键。</translation>
    </message>
    <message>
        <source>Your files stay as they are until you press Write, and all can be taken back.</source>
        <translation>在你按下“写入”之前，文件保持原样；写入之后也都能还原。</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
</context>
<context>
    <name>EncoderChoice</name>
    <message>
        <source>Encoder of your own</source>
        <translation>你自己的编码器</translation>
    </message>
    <message>
        <source>Learns from what a pretrained network of your own says of the music, in place of a preset. Encoders are added on the Classifiers page.</source>
        <translation>以你自己的预训练网络对音乐的描述来学习，取代预设方案。编码器在“分类器”页面添加。</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>编码器</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>约 {time}</translation>
    </message>
    <message>
        <source>licence: {licence}</source>
        <translation>许可：{licence}</translation>
    </message>
</context>
<context>
    <name>EncoderDialog</name>
    <message>
        <source>Encoders</source>
        <translation>编码器</translation>
    </message>
    <message>
        <source>Encoders are large networks that others trained on much music. A classifier of your own can learn from what one says of your tracks: choose it on the Train page. The map, similar tracks and what is learned from decisions can go by one, too. Nothing is downloaded unless you ask for it.</source>
        <translation>编码器是别人以大量音乐训练的大型网络。你自己的分类器可以从它对曲目的描述中学习：在“训练”页面选择它。地图、相似曲目以及从决定中学到的内容也可以以它为准。除非你要求，否则不会下载任何东西。</translation>
    </message>
    <message>
        <source>With the files of AST, CLAP, MAEST, OpenJMLA or ONNX; they stay where they are</source>
        <translation>含有 AST、CLAP、MAEST、OpenJMLA 或 ONNX 的文件；文件留在原处</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Says how large it is and under which licence, before anything is fetched</source>
        <translation>下载前会先说明大小与许可</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>下载…</translation>
    </message>
    <message>
        <source>A folder of your own stays as it is; a download is deleted</source>
        <translation>你自己的文件夹保持原样；下载的文件会删除</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Tracks are embedded by it in the background; until nearly all are, the encoder in the box goes on</source>
        <translation>曲目会在后台由它嵌入；在几乎全部完成之前，继续使用内置编码器</translation>
    </message>
    <message>
        <source>Use for map and decisions</source>
        <translation>用于地图和决定</translation>
    </message>
    <message>
        <source>Back to the box</source>
        <translation>回到内置编码器</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Map, similar tracks and decisions go by the encoder in the box.</source>
        <translation>地图、相似曲目和决定以内置编码器为准。</translation>
    </message>
    <message>
        <source>Map, similar tracks and decisions go by “{name}”.</source>
        <translation>地图、相似曲目和决定以“{name}”为准。</translation>
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
        <translation>存放编码器文件的文件夹</translation>
    </message>
    <message>
        <source>Looking into the folder</source>
        <translation>正在查看文件夹</translation>
    </message>
    <message>
        <source>Download an encoder</source>
        <translation>下载编码器</translation>
    </message>
    <message>
        <source>Which one? A short name, or owner/name as the hub has it.</source>
        <translation>要哪一个？请输入简称，或平台上的 owner/name。</translation>
    </message>
    <message>
        <source>Asking the hub</source>
        <translation>正在询问平台</translation>
    </message>
    <message>
        <source>Download {name}? {size}. Licence: {licence}.</source>
        <translation>要下载 {name} 吗？{size}。许可：{licence}。</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>正在下载</translation>
    </message>
    <message>
        <source>“{name}” is there.</source>
        <translation>“{name}”已可使用。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the encoder “{name}”? Classifiers that need it cannot be used then.</source>
        <translation>要移除编码器“{name}”吗？需要它的分类器将无法使用。</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation>正在移除</translation>
    </message>
    <message>
        <source>“{name}” is removed.</source>
        <translation>已移除“{name}”。</translation>
    </message>
</context>
<context>
    <name>EncoderTable</name>
    <message>
        <source>✕ cannot be used: {problem}</source>
        <translation>✕ 无法使用：{problem}</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} MB</translation>
    </message>
    <message>
        <source>not named</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>{seconds} s at {rate} Hz</source>
        <translation>{seconds} 秒，{rate} Hz</translation>
    </message>
    <message>
        <source>downloaded</source>
        <translation>已下载</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Looks at</source>
        <translation>查看范围</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>ExportService</name>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>Export {tracks}</source>
        <translation>导出 {tracks}</translation>
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
        <translation>各流派的播放列表要保存到</translation>
    </message>
    <message>
        <source>{tracks} exported to {path}</source>
        <translation>已把 {tracks}导出到 {path}</translation>
    </message>
    <message>
        <source>{number} playlists with {tracks} are in {path}</source>
        <translation>{path} 里有 {number} 个播放列表，共 {tracks}</translation>
    </message>
    <message>
        <source>{tracks} have no sure genre</source>
        <translation>{tracks}没有确定的流派</translation>
    </message>
    <message>
        <source>{number} have names that no playlist can hold</source>
        <translation>{number} 个的名称无法写进播放列表</translation>
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
    <name>FilterMenu</name>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Sounds like</source>
        <translation>听起来像</translation>
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
        <translation>文件中没有流派</translation>
    </message>
    <message>
        <source>Title or artist from the file&apos;s name</source>
        <translation>标题或艺人来自文件名</translation>
    </message>
    <message>
        <source>Missing files</source>
        <translation>丢失的文件</translation>
    </message>
    <message>
        <source>nothing known</source>
        <translation>没有数据</translation>
    </message>
</context>
<context>
    <name>Filtering</name>
    <message>
        <source>Chosen in Insights: {tracks}</source>
        <translation>在洞察中选取：{tracks}</translation>
    </message>
    <message>
        <source>Folder: {name}</source>
        <translation>文件夹：{name}</translation>
    </message>
    <message>
        <source>Genre: {name}</source>
        <translation>流派：{name}</translation>
    </message>
    <message>
        <source>Search: {text}</source>
        <translation>搜索：{text}</translation>
    </message>
</context>
<context>
    <name>FittedHeader</name>
    <message>
        <source>As they suit</source>
        <translation>自动</translation>
    </message>
</context>
<context>
    <name>FolderMessage</name>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>No file manager opened the folder. It is:</source>
        <translation>没有文件管理器打开这个文件夹。它的位置是：</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
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
    <name>FolderWatch</name>
    <message>
        <source>{folder} is on a network drive: changes there are looked for every {minutes} min.</source>
        <translation>{folder} 位于网络磁盘：每 {minutes} 分钟检查一次更改。</translation>
    </message>
    <message>
        <source>The system watches no more folders (fs.inotify.max_user_watches): changes in {folder} are looked for every {minutes} min.</source>
        <translation>系统无法再监视更多文件夹（fs.inotify.max_user_watches）：每 {minutes} 分钟检查一次 {folder} 的更改。</translation>
    </message>
    <message>
        <source>{number} new</source>
        <translation>{number} 个新增</translation>
    </message>
    <message>
        <source>{number} changed</source>
        <translation>{number} 个更改</translation>
    </message>
    <message>
        <source>{number} moved</source>
        <translation>{number} 个移动</translation>
    </message>
    <message>
        <source>{number} missing</source>
        <translation>{number} 个丢失</translation>
    </message>
    <message>
        <source>{number} could not be read</source>
        <translation>{number} 个无法读取</translation>
    </message>
    <message>
        <source>In your folders: {changes}</source>
        <translation>你的文件夹：{changes}</translation>
    </message>
</context>
<context>
    <name>FoundMenu</name>
    <message>
        <source>Play, or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Show in Review</source>
        <translation>在“审阅”中显示</translation>
    </message>
    <message>
        <source>“{genre}” is right</source>
        <translation>“{genre}”没有错</translation>
    </message>
    <message>
        <source>They are right</source>
        <translation>它们没有错</translation>
    </message>
    <message>
        <source>Let them be checked again</source>
        <translation>让它们重新受检查</translation>
    </message>
    <message>
        <source>What to do ▾</source>
        <translation>处理 ▾</translation>
    </message>
    <message>
        <source>Play, set the genre, move, or say that it is right</source>
        <translation>播放、设置流派、移动，或表示没有错</translation>
    </message>
    <message>
        <source>Set genre to {genre}</source>
        <translation>将流派设为{genre}</translation>
    </message>
    <message>
        <source>Set another genre…</source>
        <translation>设置其他流派…</translation>
    </message>
    <message>
        <source>Move {tracks} to the folder of {genre}</source>
        <translation>将 {tracks} 移到{genre}的文件夹</translation>
    </message>
</context>
<context>
    <name>FoundService</name>
    <message>
        <source>{tracks} decided: {genre}. “Write” in Review puts it into the files.</source>
        <translation>已决定 {tracks}：{genre}。“审阅”中的“写入”会写进文件。</translation>
    </message>
    <message>
        <source>{number} are not in the library: add their folder, or move them.</source>
        <translation>{number} 首不在音乐库中：请加入其文件夹，或将它们移走。</translation>
    </message>
    <message>
        <source>{files} moved to the folder of {genre}; History takes that back.</source>
        <translation>已将 {files} 移到{genre}的文件夹；可在“历史”撤销。</translation>
    </message>
    <message>
        <source>{tracks} will not be called suspicious again.</source>
        <translation>{tracks} 不会再被列为可疑。</translation>
    </message>
    <message>
        <source>{tracks} may be called suspicious again.</source>
        <translation>{tracks} 可能再次被列为可疑。</translation>
    </message>
    <message>
        <source>They are not in the library; add their folder first.</source>
        <translation>它们不在音乐库中；请先加入其文件夹。</translation>
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
    <message>
        <source>✱ new genre</source>
        <translation>✱ 新流派</translation>
    </message>
    <message>
        <source>Not known until now: {genres}</source>
        <translation>之前未知：{genres}</translation>
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
    <name>GenreForm</name>
    <message>
        <source>Choose a genre</source>
        <translation>请选择一个流派</translation>
    </message>
    <message>
        <source>Name in {language}</source>
        <translation>{language}名称</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>other spellings, parted by semicolons</source>
        <translation>其他写法，用分号分隔</translation>
    </message>
    <message>
        <source>Files and folders that say one of these are of this genre, too.</source>
        <translation>文件或文件夹写着其中之一的，也属于这个流派。</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>属于</translation>
    </message>
    <message>
        <source>May be suggested</source>
        <translation>可以建议</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take this genre of yours out of the vocabulary</source>
        <translation>把你自己的这个流派从词汇表移除</translation>
    </message>
    <message>
        <source>Counts as…</source>
        <translation>视同…</translation>
    </message>
    <message>
        <source>Let this genre be another name of one that you choose</source>
        <translation>让这个流派成为你所选流派的另一个名称</translation>
    </message>
    <message>
        <source>Show tracks</source>
        <translation>显示曲目</translation>
    </message>
    <message>
        <source>Search for this genre in Review</source>
        <translation>在审阅页搜索这个流派</translation>
    </message>
    <message>
        <source>New genre</source>
        <translation>新流派</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Files call a genre so; the vocabulary does not know it.</source>
        <translation>文件里有这个流派名称，但词汇表中没有。</translation>
    </message>
    <message>
        <source>none: a family of its own</source>
        <translation>无：自成一个家族</translation>
    </message>
    <message>
        <source>Counts as it</source>
        <translation>视同此流派</translation>
    </message>
    <message>
        <source>{genre} ✕</source>
        <translation>{genre} ✕</translation>
    </message>
    <message>
        <source>Part {genre} again</source>
        <translation>重新分开 {genre}</translation>
    </message>
    <message>
        <source>Let it stand for itself again</source>
        <translation>让它重新独立</translation>
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
    <message>
        <source>Mean spectrograms of the genres</source>
        <translation>各流派的平均频谱图</translation>
    </message>
</context>
<context>
    <name>GenreTree</name>
    <message>
        <source>Genres</source>
        <translation>流派</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>流派</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>其他名称</translation>
    </message>
    <message>
        <source>In files</source>
        <translation>文件中</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>已决定</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Tracks whose file names this genre</source>
        <translation>文件写着这个流派的曲目</translation>
    </message>
    <message>
        <source>Tracks that you gave this genre</source>
        <translation>你给了这个流派的曲目</translation>
    </message>
    <message>
        <source>Tracks that this genre is suggested for, and nothing decided</source>
        <translation>建议为这个流派、尚未决定的曲目</translation>
    </message>
    <message>
        <source>{own} of this very genre, {whole} with all below it</source>
        <translation>本流派 {own} 首，连同下级共 {whole} 首</translation>
    </message>
    <message>
        <source>Only in your files</source>
        <translation>只在你的文件中</translation>
    </message>
    <message>
        <source>They are not in the vocabulary; add them, or let them count as one</source>
        <translation>词汇表中没有这些；可以添加，或视同某个流派</translation>
    </message>
</context>
<context>
    <name>GenresPage</name>
    <message>
        <source>Find a genre in any language</source>
        <translation>用任何语言查找流派</translation>
    </message>
    <message>
        <source>Find a genre</source>
        <translation>查找流派</translation>
    </message>
    <message>
        <source>New genre…</source>
        <translation>新流派…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take back what was last done to the vocabulary</source>
        <translation>撤销对词汇表的上一个更改</translation>
    </message>
    <message>
        <source>Rules for writing</source>
        <translation>写入规则</translation>
    </message>
    <message>
        <source>The genre that is chosen</source>
        <translation>所选的流派</translation>
    </message>
    <message>
        <source>Several genres</source>
        <translation>多个流派</translation>
    </message>
</context>
<context>
    <name>GenresService</name>
    <message>
        <source>Added: {genre}</source>
        <translation>已添加：{genre}</translation>
    </message>
    <message>
        <source>Changed: {genre}</source>
        <translation>已更改：{genre}</translation>
    </message>
    <message>
        <source>Removed: {genre}</source>
        <translation>已移除：{genre}</translation>
    </message>
    <message>
        <source>{genre} may be suggested</source>
        <translation>可以建议 {genre}</translation>
    </message>
    <message>
        <source>{genre} is hidden</source>
        <translation>已隐藏 {genre}</translation>
    </message>
    <message>
        <source>{genre} counts as {other}</source>
        <translation>{genre} 视同 {other}</translation>
    </message>
    <message>
        <source>{genre} stands for itself again</source>
        <translation>{genre} 重新独立</translation>
    </message>
    <message>
        <source>Taken back: {what}</source>
        <translation>已撤销：{what}</translation>
    </message>
    <message>
        <source>“{text}” is a name of {genre} already.</source>
        <translation>“{text}”已经是 {genre} 的名称。</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>你自己的</translation>
    </message>
    <message>
        <source>⊘ not suggested</source>
        <translation>⊘ 不建议</translation>
    </message>
    <message>
        <source>It is never suggested; the next candidate is, where there is one.</source>
        <translation>不会建议它；若有下一个候选，就建议那一个。</translation>
    </message>
    <message>
        <source>It is never suggested: what speaks for it counts for {genre}.</source>
        <translation>不会建议它：支持它的依据算给 {genre}。</translation>
    </message>
    <message>
        <source>Which genre does {genre} count as?</source>
        <translation>{genre} 视同哪个流派？</translation>
    </message>
    <message>
        <source>{genre} is not in the vocabulary; add it first.</source>
        <translation>词汇表中没有 {genre}；请先添加。</translation>
    </message>
    <message>
        <source>They hold for what is suggested and accepted, here and in Write.</source>
        <translation>适用于建议并接受的流派，在这里和写入时都有效。</translation>
    </message>
    <message>
        <source>Most of your files name genres in this language: {language}.</source>
        <translation>你的文件大多用这种语言写流派：{language}。</translation>
    </message>
</context>
<context>
    <name>GroupDeciding</name>
    <message>
        <source>Nothing is suggested for these tracks yet.</source>
        <translation>这些曲目还没有建议。</translation>
    </message>
    <message>
        <source>All of these are decided; unfold the group to change one.</source>
        <translation>这些曲目都已决定；展开分组即可更改其中一首。</translation>
    </message>
    <message>
        <source>{decided} decided; decided before, and left so: {left}. Z: back.</source>
        <translation>已决定 {decided}；此前已决定而保持不变：{left}。按 Z 撤销。</translation>
    </message>
</context>
<context>
    <name>Groups</name>
    <message>
        <source>{folder} (no album)</source>
        <translation>{folder}（无专辑）</translation>
    </message>
    <message>
        <source>No artist</source>
        <translation>没有艺人</translation>
    </message>
    <message>
        <source>{genre} · {number} of {tracks}</source>
        <translation>{genre} · {tracks} 首中的 {number} 首</translation>
    </message>
    <message>
        <source>{decided} of {tracks} decided</source>
        <translation>{tracks} 首中已决定 {decided} 首</translation>
    </message>
    <message>
        <source>A or 1 to 5 decides for all its tracks that nobody has decided on.</source>
        <translation>按 A 或 1 到 5，为其中所有尚未决定的曲目作出决定。</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>from the file&apos;s name</source>
        <translation>来自文件名</translation>
    </message>
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
    <name>HeaderKeys</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>{column}: Enter sorts, Down chooses columns</source>
        <translation>{column}：Enter 排序，向下键选择列</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Take back from a file…</source>
        <translation>从文件撤销…</translation>
    </message>
    <message>
        <source>With a library that was damaged, restored or lost: each batch has a file too</source>
        <translation>音乐库损坏、还原过或丢失时使用：每一批也都有自己的文件</translation>
    </message>
    <message>
        <source>Files of batches (*{suffix})</source>
        <translation>批次文件 (*{suffix})</translation>
    </message>
    <message>
        <source>Take back from a file</source>
        <translation>从文件撤销</translation>
    </message>
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
        <translation>正在撤销</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>撤销…</translation>
    </message>
    <message>
        <source>Take back {number} selected…</source>
        <translation>撤销选中的 {number} 个…</translation>
    </message>
    <message>
        <source>Take back all {number}…</source>
        <translation>撤销全部 {number} 个…</translation>
    </message>
    <message>
        <source>Put {files} back where they were?</source>
        <translation>将 {files} 放回原处？</translation>
    </message>
    <message>
        <source>Copies and links that were made are removed. Files that were changed since are left where they are.</source>
        <translation>所做的副本和链接会移除。之后被改过的文件会留在原处。</translation>
    </message>
    <message>
        <source>Write the old genre into {files}?</source>
        <translation>将旧的流派写回 {files}？</translation>
    </message>
    <message>
        <source>Take back what was written into {files}?</source>
        <translation>还原写入 {files} 的内容？</translation>
    </message>
    <message>
        <source>Nothing was written yet. What you write can be taken back here, days later and byte for byte; so can files that were sorted into folders.</source>
        <translation>还没有写入任何内容。写入的内容可以在这里撤销，几天之后也一个字节不差；整理到文件夹的文件也一样。</translation>
    </message>
    <message>
        <source>All else that was changed in them since stays as it is.</source>
        <translation>之后对它们所做的其他更改都会保留。</translation>
    </message>
    <message>
        <source>They get back every byte that they had. Files that were changed since are left as they are.</source>
        <translation>每个字节都会恢复原样。之后被更改过的文件会保持现状。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>What was written</source>
        <translation>写入记录</translation>
    </message>
</context>
<context>
    <name>HistoryService</name>
    <message>
        <source>The file is damaged: what else it held is not known, and was left as it is.</source>
        <translation>文件已损坏：其他内容无法得知，保持原样。</translation>
    </message>
</context>
<context>
    <name>HistorySettingsPage</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Can be taken back for</source>
        <translation>可撤销期限</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>So long at least the bytes are kept that files had before they were written.</source>
        <translation>文件写入前的内容至少保留这么久。</translation>
    </message>
    <message>
        <source>always</source>
        <translation>永远保留</translation>
    </message>
    <message>
        <source>And longer in</source>
        <translation>空间足够时保留更久</translation>
    </message>
    <message>
        <source>What is older and does not fit is forgotten at the next start, but for the last ten batches. A written genre takes a few hundred bytes as a rule.</source>
        <translation>较旧而且放不下的会在下次启动时删除，最近十批除外。写入一个流派通常只占数百字节。</translation>
    </message>
    <message>
        <source>any room</source>
        <translation>不限空间</translation>
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
        <translation>一律回答{genre}也能答对 {share}：请同时看平衡正确率。</translation>
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
        <source>There is no such track.</source>
        <translation>没有这样的曲目。</translation>
    </message>
    <message>
        <source>Look into the sound settings of this computer.</source>
        <translation>请查看这台电脑的声音设置。</translation>
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
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Goes on where it was stopped</source>
        <translation>从停止的地方继续</translation>
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
    <name>JobsPage</name>
    <message>
        <source>The usual jobs</source>
        <translation>常见工作</translation>
    </message>
    <message>
        <source>Review a folder of unsorted music</source>
        <translation>审阅一个未整理的音乐文件夹</translation>
    </message>
    <message>
        <source>Change the genres of thousands of files safely</source>
        <translation>安全地更改数千个文件的流派</translation>
    </message>
    <message>
        <source>Make a classifier of your own</source>
        <translation>制作自己的分类器</translation>
    </message>
    <message>
        <source>{accept} accepts what is suggested, 1 to 5 take another candidate, {edit} lets you type a genre, {skip} skips, {undo} takes back. The next row comes by itself.</source>
        <translation>{accept} 接受建议，1 到 5 改选其他候选流派，{edit} 输入流派，{skip} 跳过，{undo} 撤销。会自动移到下一行。</translation>
    </message>
    <message>
        <source>Look at a row: its genre, how sure that is, and on the right why. {play} plays it.</source>
        <translation>看一行：它的流派、有多确定，右侧则说明原因。{play} 播放。</translation>
    </message>
    <message>
        <source>Drop the folder onto the window, or press Ctrl+O. Its files are read, then heard; nothing is changed in them.</source>
        <translation>把文件夹拖到窗口上，或按 Ctrl+O。文件会先读取再聆听，不会有任何更改。</translation>
    </message>
    <message>
        <source>Choose “To review” on the left: the tracks that help most come first.</source>
        <translation>在左侧选“待审阅”：最有帮助的曲目排在最前面。</translation>
    </message>
    <message>
        <source>“Accept all from 90 %” decides what is that sure at once, and says beforehand how many of those tracks are about right.</source>
        <translation>“全部接受，从 90 %”会一次决定足够确定的曲目，并事先说明其中大约多少是对的。</translation>
    </message>
    <message>
        <source>Ctrl+Enter shows every change before anything is written.</source>
        <translation>Ctrl+Enter 会在写入前显示每一项更改。</translation>
    </message>
    <message>
        <source>Decide first: search or choose on the left, Ctrl+A selects all that is shown, and {edit} sets one genre for all of it.</source>
        <translation>先做决定：搜索或在左侧选择，Ctrl+A 选择显示的全部曲目，{edit} 为它们设置同一流派。</translation>
    </message>
    <message>
        <source>Press Ctrl+Enter. The list has each file with its genre before and after. What cannot be written safely is refused, with the reason and what to do.</source>
        <translation>按 Ctrl+Enter。列表列出每个文件更改前后的流派。无法安全写入的会被拒绝，并说明原因和解决方法。</translation>
    </message>
    <message>
        <source>Settings › Writing has the version of tags, and how several genres are kept.</source>
        <translation>“设置 › 写入”可选择标签版本，以及多个流派的写法。</translation>
    </message>
    <message>
        <source>Write. Only the genre&apos;s bytes change; the sound and all other tags stay as they are, also where the power fails. You can stop at any time.</source>
        <translation>写入。只有流派的字节会改变；声音和其他标签都保持原样，即使断电也一样。可以随时停止。</translation>
    </message>
    <message>
        <source>History has every batch: take it back, all of it or some files, and they get the bytes again that they had. Settings › History says for how long.</source>
        <translation>“历史”中有每一批写入：可全部或部分撤销，文件会恢复原来的字节。“设置 › 历史”决定可撤销多久。</translation>
    </message>
    <message>
        <source>Sort some music into folders that are named after genres. Twenty tracks of each by several artists are a start; more artists are better than more tracks.</source>
        <translation>把一些音乐分到以流派命名的文件夹。每种流派二十首、来自多位艺人，就可以开始；艺人多比曲目多更好。</translation>
    </message>
    <message>
        <source>Train shows what is in these folders and what to mind: too few tracks, copies, a genre by one artist only.</source>
        <translation>“训练”会显示文件夹的内容和应注意之处：曲目太少、重复、某流派只有一位艺人。</translation>
    </message>
    <message>
        <source>Choose how thorough it is to be; how long that takes is said beforehand.</source>
        <translation>选择训练要多仔细；会事先说明所需时间。</translation>
    </message>
    <message>
        <source>The report says how often it is right on artists that it never heard, and which tracks probably lie in the wrong folder.</source>
        <translation>报告会说明对没听过的艺人有多常判断正确，以及哪些曲目可能放错文件夹。</translation>
    </message>
    <message>
        <source>“Use it” lets it suggest from now on, “Listen again” lets it hear the library. The classifier that came with the program stays, and can be used again.</source>
        <translation>“使用它”让它从现在起提出建议，“重新聆听”让它听整个音乐库。程序附带的分类器会保留，之后仍可使用。</translation>
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
        <translation>永远保留</translation>
    </message>
    <message>
        <source>Days for which writing can be taken back</source>
        <translation>可撤销写入的天数</translation>
    </message>
    <message>
        <source>any room</source>
        <translation>不限空间</translation>
    </message>
    <message>
        <source>Room for what can be taken back</source>
        <translation>可撤销内容的空间上限</translation>
    </message>
    <message>
        <source>Can be taken back for</source>
        <translation>可撤销期限</translation>
    </message>
    <message>
        <source>and longer in</source>
        <translation>空间足够时保留更久</translation>
    </message>
    <message>
        <source>What is older and does not fit is forgotten at the next start, but for the last ten batches.</source>
        <translation>较旧而且放不下的会在下次启动时删除，最近十批除外。</translation>
    </message>
    <message>
        <source>The old bytes also lie in {folder}, one file a batch; musicreclass undo --from FILE takes one back without the library.</source>
        <translation>原始内容也放在 {folder}，每批一个文件；musicreclass undo --from 文件 不需要音乐库就能撤销。</translation>
    </message>
</context>
<context>
    <name>KeptPage</name>
    <message>
        <source>Where things are kept</source>
        <translation>数据存放位置</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>音乐库</translation>
    </message>
    <message>
        <source>decisions, suggestions, and what can be taken back; worth a backup</source>
        <translation>决定、建议，以及可撤销的内容；值得备份</translation>
    </message>
    <message>
        <source>Classifiers</source>
        <translation>分类器</translation>
    </message>
    <message>
        <source>those of your own, each in a file that can be given away</source>
        <translation>你自己的分类器，各为一个可以分享的文件</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>a text file; what is damaged in it is put aside and said</source>
        <translation>一个文本文件；损坏时会移到一旁并告知</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>what was measured of the music; losing it costs time only</source>
        <translation>音乐的测量结果；丢失只会多花时间</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>what the program noted, for whoever looks into a fault</source>
        <translation>程序记下的内容，供查找问题之用</translation>
    </message>
    <message>
        <source>Your music stays where it is. Nothing is sent anywhere: the program works without a network.</source>
        <translation>你的音乐会留在原处。不会发送任何数据：本程序不需要网络。</translation>
    </message>
</context>
<context>
    <name>KeyButton</name>
    <message>
        <source>press a key…</source>
        <translation>请按一个键…</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Those without Ctrl work while the table has the keyboard. Settings › Keys lets you choose others.</source>
        <translation>不含 Ctrl 的按键在表格获得键盘焦点时有效。可在“设置 › 按键”改用其他按键。</translation>
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
        <translation>撤销上一个决定</translation>
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
        <source>go to the next track</source>
        <translation>到下一首曲目</translation>
    </message>
    <message>
        <source>go to the previous track</source>
        <translation>到上一首曲目</translation>
    </message>
    <message>
        <source>accept the genre that the row shows</source>
        <translation>接受该行显示的流派</translation>
    </message>
    <message>
        <source>clear what was decided of the selected tracks</source>
        <translation>清除所选曲目的决定</translation>
    </message>
    <message>
        <source>decide again what was taken back</source>
        <translation>重做刚才撤销的决定</translation>
    </message>
    <message>
        <source>go to the first or the last track</source>
        <translation>移到第一首或最后一首</translation>
    </message>
    <message>
        <source>five seconds back or on</source>
        <translation>后退或前进五秒</translation>
    </message>
    <message>
        <source>on a group: for all its undecided tracks</source>
        <translation>在分组上：用于其中所有未决定的曲目</translation>
    </message>
    <message>
        <source>on a group: fold or unfold it</source>
        <translation>在分组上：收起或展开</translation>
    </message>
    <message>
        <source>list what was decided</source>
        <translation>列出所有决定</translation>
    </message>
    <message>
        <source>(a double click on the genre types it, too)</source>
        <translation>（在流派上双击也可输入）</translation>
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
        <source>turn to a page: Review, Train, Insights …</source>
        <translation>切换页面：审阅、训练、洞察…</translation>
    </message>
    <message>
        <source>add a folder of music</source>
        <translation>添加音乐文件夹</translation>
    </message>
    <message>
        <source>look at all folders again</source>
        <translation>重新查看所有文件夹</translation>
    </message>
    <message>
        <source>listen to what was not heard yet</source>
        <translation>聆听尚未听过的曲目</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>show these keys</source>
        <translation>显示这些按键</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>These work while the table of tracks has the keyboard. Click one and press another key to change it.</source>
        <translation>这些按键在曲目表格获得键盘焦点时有效。点击某个按键，再按另一个键即可更改。</translation>
    </message>
    <message>
        <source>Always so</source>
        <translation>固定的按键</translation>
    </message>
    <message>
        <source>This key has another use in the window; choose another one.</source>
        <translation>这个键在窗口中另有用途；请选择其他按键。</translation>
    </message>
    <message>
        <source>{key} is taken already: {action}. Change that one first.</source>
        <translation>{key} 已被使用：{action}。请先更改那一个。</translation>
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
        <translation>关闭</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>静音</translation>
    </message>
</context>
<context>
    <name>LibraryMender</name>
    <message>
        <source>No program is there to show folders. It is {folder}.</source>
        <translation>没有可显示文件夹的程序。文件夹是 {folder}。</translation>
    </message>
</context>
<context>
    <name>LibraryMoving</name>
    <message>
        <source>Move the library</source>
        <translation>移动音乐库</translation>
    </message>
    <message>
        <source>Move the library to {folder}, and start the program again?</source>
        <translation>要把音乐库移到 {folder}，并重新启动程序吗？</translation>
    </message>
    <message>
        <source>What is going on is stopped, and goes on then. The old file stays, renamed.</source>
        <translation>进行中的工作会停止，之后再继续。旧文件会改名保留。</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>The library is copied and compared…</source>
        <translation>正在复制并比对音乐库…</translation>
    </message>
    <message>
        <source>The library is now {file}. It was named at the start: name it so there.</source>
        <translation>音乐库现在是 {file}。它是在启动时指定的：请在那里改用这个名称。</translation>
    </message>
    <message>
        <source>The library is now {file}.</source>
        <translation>音乐库现在是 {file}。</translation>
    </message>
    <message>
        <source>The library stays where it is: {why}</source>
        <translation>音乐库留在原处：{why}</translation>
    </message>
    <message>
        <source>The library stays where it is.</source>
        <translation>音乐库留在原处。</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Library</source>
        <translation>音乐库</translation>
    </message>
    <message>
        <source>The library remembers your folders, what was suggested, all that you decided, and what files were before they were written.</source>
        <translation>音乐库记住你的文件夹、建议、你的所有决定，以及文件写入前的样子。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>移动…</translation>
    </message>
    <message>
        <source>Moving copies it, compares the copy, and starts the program again with it. Network drives are refused: they can damage it.</source>
        <translation>移动时会先复制并比对副本，再用它重新启动程序。不接受网络驱动器：它们可能损坏音乐库。</translation>
    </message>
    <message>
        <source>Show what changes in the folders by itself</source>
        <translation>自动显示文件夹中的更改</translation>
    </message>
    <message>
        <source>New, changed, moved and vanished files appear without a scan.</source>
        <translation>新增、更改、移动和消失的文件无需扫描就会出现。</translation>
    </message>
    <message>
        <source>Make a backup of the library every day</source>
        <translation>每天备份音乐库</translation>
    </message>
    <message>
        <source>Before a new version changes it, one is made in any case.</source>
        <translation>新版本更改它之前，无论如何都会备份。</translation>
    </message>
    <message>
        <source>Backups take at most</source>
        <translation>备份最多占用</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>The oldest go first; the two latest always stay.</source>
        <translation>最旧的先删除；最新的两份一定保留。</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Show backups</source>
        <translation>显示备份</translation>
    </message>
    <message>
        <source>Backed up: {path}</source>
        <translation>已备份：{path}</translation>
    </message>
    <message>
        <source>Folder for the library</source>
        <translation>音乐库的文件夹</translation>
    </message>
</context>
<context>
    <name>ListMenu</name>
    <message>
        <source>Tracks that are shown</source>
        <translation>显示的曲目</translation>
    </message>
    <message>
        <source>Sort files into folders…</source>
        <translation>把文件整理到文件夹…</translation>
    </message>
    <message>
        <source>Export a table…</source>
        <translation>导出表格…</translation>
    </message>
    <message>
        <source>Export playlists by genre…</source>
        <translation>导出各流派的播放列表…</translation>
    </message>
</context>
<context>
    <name>LivePage</name>
    <message>
        <source>What to listen to</source>
        <translation>要聆听什么</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>The last minute, mostly</source>
        <translation>最近一分钟，主要是</translation>
    </message>
    <message>
        <source>Nothing is recorded: what was listened to is forgotten at once.</source>
        <translation>不会录下任何声音：听过就立刻忘掉。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>聆听</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>静音</translation>
    </message>
</context>
<context>
    <name>LiveService</name>
    <message>
        <source>Getting the classifier ready…</source>
        <translation>正在准备分类器……</translation>
    </message>
    <message>
        <source>Listening.</source>
        <translation>聆听中。</translation>
    </message>
    <message>
        <source>There is no microphone here, and no sound server that says what this computer plays. One that is plugged in can be chosen at once.</source>
        <translation>这里没有麦克风，也没有能提供这台电脑播放声音的音频服务器。接上之后马上就能选。</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>Nothing was noted that is to be shown.</source>
        <translation>没有可显示的记录。</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Only what contains…</source>
        <translation>只显示包含…</translation>
    </message>
    <message>
        <source>Only what contains</source>
        <translation>只显示包含</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>warnings and errors</source>
        <translation>警告与错误</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Stay at the end while the log grows</source>
        <translation>日志增加时停留在末尾</translation>
    </message>
    <message>
        <source>with names of folders and files</source>
        <translation>包含文件夹与文件名称</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Version, system, settings and the end of the log. Nothing is sent.</source>
        <translation>版本、系统、设置和日志末尾。不会发送任何数据。</translation>
    </message>
    <message>
        <source>Show log file</source>
        <translation>显示日志文件</translation>
    </message>
    <message>
        <source>{shown} of {all} entries</source>
        <translation>{all} 条中的 {shown} 条</translation>
    </message>
    <message>
        <source>The report is in the clipboard.</source>
        <translation>报告已在剪贴板中。</translation>
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
        <source>Classifiers</source>
        <translation>分类器</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>流派</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Folders, settings, help</source>
        <translation>文件夹、设置、帮助</translation>
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
        <source>Decisions…</source>
        <translation>决定记录…</translation>
    </message>
    <message>
        <source>Help…</source>
        <translation>帮助…</translation>
    </message>
    <message>
        <source>Log…</source>
        <translation>日志…</translation>
    </message>
    <message>
        <source>About musicreclass…</source>
        <translation>关于 musicreclass…</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>显示日志</translation>
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
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
</context>
<context>
    <name>ManyButton</name>
    <message>
        <source>All that is shown ▾</source>
        <translation>所有显示的曲目 ▾</translation>
    </message>
    <message>
        <source>Set the genre of all tracks shown, skip, clear, sort or export them</source>
        <translation>为显示的所有曲目设置流派、跳过、清除、分类或导出</translation>
    </message>
    <message>
        <source>Export playlists by genre…</source>
        <translation>导出各流派的播放列表…</translation>
    </message>
    <message>
        <source>Set genre of {tracks}…</source>
        <translation>设置 {tracks}的流派…</translation>
    </message>
    <message>
        <source>Skip {tracks}</source>
        <translation>跳过 {tracks}</translation>
    </message>
    <message>
        <source>Clear the decisions on {tracks}</source>
        <translation>清除 {tracks}曲目的决定</translation>
    </message>
    <message>
        <source>Sort files of {tracks} into folders…</source>
        <translation>把 {tracks}的文件整理到文件夹…</translation>
    </message>
    <message>
        <source>Export {tracks} as a table…</source>
        <translation>把 {tracks}导出为表格…</translation>
    </message>
</context>
<context>
    <name>MapCanvas</name>
    <message>
        <source>Map of the library</source>
        <translation>音乐库地图</translation>
    </message>
    <message>
        <source>Arrows go from dot to dot, with Shift they draw a line around dots; Enter plays, Space chooses, Escape gives the line up, plus and minus zoom, Home shows all</source>
        <translation>方向键在各点间移动，按住 Shift 可画线圈起圆点；Enter 播放，空格键选择，Esc 放弃线条，加减号缩放，Home 显示全部</translation>
    </message>
    <message>
        <source>{number} dots, {chosen} chosen</source>
        <translation>{number} 个圆点，已选择 {chosen} 个</translation>
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
        <source>What sounds alike lies close. Click a dot to play it, draw around dots to choose them; the wheel zooms, the right button moves. By keys: arrows go from dot to dot and draw with Shift, Space chooses, Enter plays.</source>
        <translation>听起来相似的曲目彼此靠近。点一下圆点即可播放，圈起圆点即可选择；滚轮缩放，右键移动。键盘：方向键在各点间移动，按住 Shift 画线，空格键选择，Enter 播放。</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选择</translation>
    </message>
    <message>
        <source>Of {tracks}, {number} picked at random are shown.</source>
        <translation>在 {tracks}中，随机显示 {number} 首。</translation>
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
        <translation>1 个文件</translation>
    </message>
    <message>
        <source>{number} files</source>
        <translation>{number} 个文件</translation>
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
        <source>Those that I said are right: {number}</source>
        <translation>我说没有错的：{number}</translation>
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
        <translation>艺人</translation>
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
    <name>MissingMenu</name>
    <message>
        <source>Locate…</source>
        <translation>查找…</translation>
    </message>
    <message>
        <source>Forget {tracks}</source>
        <translation>移除 {tracks}</translation>
    </message>
    <message>
        <source>The folder in which the missing files are now</source>
        <translation>缺失的文件现在所在的文件夹</translation>
    </message>
    <message>
        <source>{found} of {number} missing files are found again.</source>
        <translation>{number} 个缺失文件中找回了 {found} 个。</translation>
    </message>
    <message>
        <source>Forgotten: {tracks}. Should the files come back, so do the decisions on them.</source>
        <translation>已移除：{tracks}。若文件回来，对它们的决定也会回来。</translation>
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
        <translation>重新显示所有曲目</translation>
    </message>
    <message>
        <source>Nothing matches “{text}”.</source>
        <translation>没有符合“{text}”的曲目。</translation>
    </message>
    <message>
        <source>No track is like that.</source>
        <translation>没有这样的曲目。</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
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
    <name>OrganizeDialog</name>
    <message>
        <source>Sort files into folders</source>
        <translation>把文件整理到文件夹</translation>
    </message>
    <message>
        <source>Put every file back where it was</source>
        <translation>把每个文件放回原处</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Looking at the files</source>
        <translation>正在查看文件</translation>
    </message>
    <message>
        <source>Sorting</source>
        <translation>正在整理</translation>
    </message>
    <message>
        <source>Taking back</source>
        <translation>正在撤销</translation>
    </message>
    <message>
        <source>Which tracks</source>
        <translation>哪些曲目</translation>
    </message>
    <message>
        <source>a folder that holds the folders of genres</source>
        <translation>存放各流派文件夹的文件夹</translation>
    </message>
    <message>
        <source>Folder to sort into</source>
        <translation>整理到的文件夹</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Folders and names</source>
        <translation>文件夹与名称</translation>
    </message>
    <message>
        <source>Also {albumartist}, {year}, {track}, {name} and {ext}; / begins a folder.
Letters that some system forbids become _.</source>
        <translation>还可以用 {albumartist}、{year}、{track}、{name} 和 {ext}；/ 开始一个文件夹。
某些系统不允许的字符会变成 _。</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Hard links</source>
        <translation>硬链接</translation>
    </message>
    <message>
        <source>Symbolic links</source>
        <translation>符号链接</translation>
    </message>
    <message>
        <source>How files get there</source>
        <translation>文件怎么过去</translation>
    </message>
    <message>
        <source>Moved tracks keep all that you decided of them.</source>
        <translation>移动的曲目会保留你的所有决定。</translation>
    </message>
    <message>
        <source>Remove folders that are left empty</source>
        <translation>移除变空的文件夹</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Waiting for the scan to end…</source>
        <translation>等待扫描结束…</translation>
    </message>
    <message>
        <source>Sort {number} files</source>
        <translation>整理 {number} 个文件</translation>
    </message>
    <message>
        <source>Sort files</source>
        <translation>整理文件</translation>
    </message>
    <message>
        <source>Sort {number} files into folders by genre</source>
        <translation>按流派把 {number} 个文件整理到文件夹</translation>
    </message>
    <message>
        <source>Sort files into</source>
        <translation>把文件整理到</translation>
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
        <translation>请选择要整理到哪个文件夹。</translation>
    </message>
    <message>
        <source>Left where they are: {reasons}.</source>
        <translation>留在原处：{reasons}。</translation>
    </message>
    <message>
        <source>The library watches over the folder from then on.</source>
        <translation>之后音乐库也会留意这个文件夹。</translation>
    </message>
    <message>
        <source>Files with several names are not written into, unless parted.</source>
        <translation>有多个名称的文件不会写入，除非分开链接。</translation>
    </message>
    <message>
        <source>{tracks} not decided yet</source>
        <translation>{tracks}尚未决定</translation>
    </message>
    <message>
        <source>{tracks} skipped</source>
        <translation>{tracks}已跳过</translation>
    </message>
    <message>
        <source>{tracks} taken back: accept what they shall be</source>
        <translation>{tracks}已撤销，请重新接受流派</translation>
    </message>
    <message>
        <source>{tracks} missing</source>
        <translation>{tracks}找不到文件</translation>
    </message>
</context>
<context>
    <name>OrganizingService</name>
    <message>
        <source>Selected: {tracks}</source>
        <translation>已选中：{tracks}</translation>
    </message>
    <message>
        <source>All that is shown: {tracks}</source>
        <translation>所有显示的：{tracks}</translation>
    </message>
    <message>
        <source>The whole library</source>
        <translation>整个音乐库</translation>
    </message>
</context>
<context>
    <name>OverrideDrawer</name>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>For experts. Fields left empty keep the value of the preset, shown in grey.</source>
        <translation>供专家使用。留空的字段沿用预设的值，以灰色显示。</translation>
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
        <source>Changes of raw sound</source>
        <translation>原始声音的变化</translation>
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
        <source>Sure needs one possible genre, at {share} or more: not confidence alone.</source>
        <translation>要确定须只有一个可能的流派，且达 {share} 以上：不单看置信度。</translation>
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
    <name>PagedDialog</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>PathButton</name>
    <message>
        <source>Click to open the folder</source>
        <translation>点击打开文件夹</translation>
    </message>
    <message>
        <source>Open the folder of {path}</source>
        <translation>打开 {path} 所在的文件夹</translation>
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
        <translation>移到曲目时自动播放</translation>
    </message>
    <message>
        <source>And the next one when it has ended. The key to play pauses it.</source>
        <translation>播完后接着播放下一首。播放键可暂停。</translation>
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
    <name>ProblemMenu</name>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Copy path and reason</source>
        <translation>复制路径与原因</translation>
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
        <translation>除非文件改变，否则不再列出这 {number} 个。</translation>
    </message>
    <message>
        <source>All files that cannot be read are named again.</source>
        <translation>所有无法读取的文件都会重新列出。</translation>
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
    <name>RemovedFolders</name>
    <message>
        <source>{folder} is no longer in the library. The files are where they were, and what you decided is kept.</source>
        <translation>{folder} 已不在音乐库中。文件都在原处，你的决定也都保留。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
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
        <source>{name}, in use until now, is right on {theirs} of {tracks} of these tracks. The new one changes that by {difference} points{interval}. {remark}</source>
        <translation>目前使用的 {name} 在其中 {tracks} 首上的正确率是 {theirs}。新的会让它变动 {difference} 个百分点{interval}。{remark}</translation>
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
        <translation>预设</translation>
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
        <source>Lets the classifier suggest again that did before; see also Classifiers</source>
        <translation>让先前的分类器重新给出建议；另见“分类器”</translation>
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
        <source>Clear decision</source>
        <translation>清除决定</translation>
    </message>
    <message>
        <source>Take back the last decision</source>
        <translation>撤销上一个决定</translation>
    </message>
    <message>
        <source>Decide again</source>
        <translation>重做决定</translation>
    </message>
    <message>
        <source>Decisions…</source>
        <translation>决定记录…</translation>
    </message>
    <message>
        <source>Sort files into folders…</source>
        <translation>把文件整理到文件夹…</translation>
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
    <name>RuleBar</name>
    <message>
        <source>Genres that files have</source>
        <translation>文件已有的流派</translation>
    </message>
    <message>
        <source>keep a finer one of the same family</source>
        <translation>保留同一家族中更细的</translation>
    </message>
    <message>
        <source>write only where there is none</source>
        <translation>仅在没有流派时写入</translation>
    </message>
    <message>
        <source>replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>add to them</source>
        <translation>加到其中</translation>
    </message>
    <message>
        <source>Keep: a file that says Hard Rock stays as it is where Rock is accepted.
Only where there is none: no genre in a file is ever touched.
What you type for a track is written in any case.</source>
        <translation>保留：写着硬摇滚的文件，在接受摇滚时保持原样。
仅在没有时写入：绝不改动文件已有的流派。
你为曲目输入的文字一律会写入。</translation>
    </message>
    <message>
        <source>Names of genres</source>
        <translation>流派的名称</translation>
    </message>
    <message>
        <source>as suggested</source>
        <translation>如建议</translation>
    </message>
    <message>
        <source>as most of my files</source>
        <translation>如我大多数的文件</translation>
    </message>
    <message>
        <source>For genres that were suggested; what you type stays as you typed it.
A file that says the same genre in another language is left as it is.</source>
        <translation>适用于建议的流派；你输入的文字保持不变。
文件用其他语言写着同一流派时，保持原样。</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>At most so many genres in a file</source>
        <translation>文件中流派数的上限</translation>
    </message>
    <message>
        <source>Genres beyond that are left out, from the end.</source>
        <translation>超过的流派从最后面开始略去。</translation>
    </message>
    <message>
        <source>Order of added genres</source>
        <translation>新增流派的顺序</translation>
    </message>
    <message>
        <source>new ones first</source>
        <translation>新的在前</translation>
    </message>
    <message>
        <source>old ones first</source>
        <translation>旧的在前</translation>
    </message>
    <message>
        <source>Many players show the first genre only.</source>
        <translation>许多播放器只显示第一个流派。</translation>
    </message>
    <message>
        <source>Genres in files</source>
        <translation>文件中的流派</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
</context>
<context>
    <name>RunningSpectrogram</name>
    <message>
        <source>Spectrogram of the last 30 seconds</source>
        <translation>最近 30 秒的频谱图</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>SavedFilters</name>
    <message>
        <source>Save the filter</source>
        <translation>保存筛选</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>名称：</translation>
    </message>
    <message>
        <source>Rename the filter</source>
        <translation>重命名筛选</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search: 周杰倫  tag:mellow  confidence:&gt;0.8</source>
        <translation>搜索：周杰伦  tag:舒缓  confidence:&gt;0.8</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>SearchHelp</name>
    <message>
        <source>both words, in title, artist, album or genre</source>
        <translation>两个词都有：标题、艺人、专辑或流派</translation>
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
        <source>in this folder; also file:</source>
        <translation>在此文件夹中；也可用 file:</translation>
    </message>
    <message>
        <source>the genre shown, in any language</source>
        <translation>该行显示的流派，任何语言均可</translation>
    </message>
    <message>
        <source>the genre in the file; also suggested:</source>
        <translation>文件中的流派；另有 suggested:</translation>
    </message>
    <message>
        <source>no genre in the file</source>
        <translation>文件中没有流派</translation>
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
        <source>also &lt;=90 (seconds) and 3:00..4:30</source>
        <translation>也可用 &lt;=90（秒）和 3:00..4:30</translation>
    </message>
    <message>
        <source>also 1984 and &gt;2000</source>
        <translation>也可用 1984 和 &gt;2000</translation>
    </message>
    <message>
        <source>one of both; OR does the same</source>
        <translation>两者之一；也可写 OR</translation>
    </message>
    <message>
        <source>also guessed: told by the file&apos;s name</source>
        <translation>也可用 guessed：来自文件名</translation>
    </message>
    <message>
        <source>also sure, differ, unlike</source>
        <translation>还有 sure、differ、unlike</translation>
    </message>
</context>
<context>
    <name>SeparatorBox</name>
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
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>What you choose holds at once.</source>
        <translation>你的选择会立即生效。</translation>
    </message>
    <message>
        <source>Not known to this version, and left as they are: {keys}.</source>
        <translation>这个版本不认识、保持原样的设置：{keys}。</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Restore defaults</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <source>Of this page only; everything else stays as it is.</source>
        <translation>只恢复本页；其他都保持原样。</translation>
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
        <source>Saved filters</source>
        <translation>已保存的筛选</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选中</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>已展开</translation>
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
        <source>The classifiers are sure of different genres.</source>
        <translation>各分类器各自确信不同的流派。</translation>
    </message>
    <message>
        <source>Classifiers differ</source>
        <translation>分类器意见不同</translation>
    </message>
    <message>
        <source>… {number} more, which a search finds</source>
        <translation>…另有 {number} 个，可用搜索找到</translation>
    </message>
    <message>
        <source>Unfamiliar</source>
        <translation>不像任何已知的</translation>
    </message>
    <message>
        <source>Music of a kind that no classifier was trained on.</source>
        <translation>没有分类器学过的那一类音乐。</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Tracks with a genre that you accepted or chose.</source>
        <translation>你已接受或选定流派的曲目。</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Tracks that you want left as they are.</source>
        <translation>你想保持原样的曲目。</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>已写入</translation>
    </message>
    <message>
        <source>The genre that you chose is in the file.</source>
        <translation>你选的流派已在文件中。</translation>
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
        <source>Show changes by themselves</source>
        <translation>自动显示更改</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Remove from library</source>
        <translation>从音乐库移除</translation>
    </message>
</context>
<context>
    <name>SoundInputs</name>
    <message>
        <source>What this computer plays</source>
        <translation>这台电脑播放的声音</translation>
    </message>
    <message>
        <source>Microphone: {name}</source>
        <translation>麦克风：{name}</translation>
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
        <source>what this training needs of each track, once</source>
        <translation>这次训练对每首曲目所需的数据，只做一次</translation>
    </message>
    <message>
        <source>Making variants</source>
        <translation>制作变化版本</translation>
    </message>
    <message>
        <source>changed copies of tracks, where the preset wants them</source>
        <translation>曲目的变化副本，视预设需要而定</translation>
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
        <source>Discard it</source>
        <translation>舍弃</translation>
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
        <translation>有建议</translation>
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
        <translation>已撤销</translation>
    </message>
</context>
<context>
    <name>TimeView</name>
    <message>
        <source>Spectrogram</source>
        <translation>频谱图</translation>
    </message>
    <message>
        <source>Genre over time: {parts}</source>
        <translation>流派随时间：{parts}</translation>
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
        <translation>艺人</translation>
    </message>
    <message>
        <source>Album</source>
        <translation>专辑</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>曲序</translation>
    </message>
    <message>
        <source>Genre in file</source>
        <translation>文件中的流派</translation>
    </message>
    <message>
        <source>from the file&apos;s name</source>
        <translation>来自文件名</translation>
    </message>
    <message>
        <source>What the file says now</source>
        <translation>文件中现在的流派</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>流派</translation>
    </message>
    <message>
        <source>What will be written: the genre you decided on; until then, after a ring and in italics, what is suggested</source>
        <translation>将会写入的内容：你决定的流派；尚未决定时，以圆环加斜体显示建议的流派</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>How likely the genre shown beside it is right</source>
        <translation>旁边所示流派正确的可能性</translation>
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
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Sounds like</source>
        <translation>听起来像</translation>
    </message>
    <message>
        <source>What networks say it sounds like: style, mood, voice, instrument, era</source>
        <translation>网络对它听起来像什么的描述：风格、情绪、人声、乐器、年代</translation>
    </message>
</context>
<context>
    <name>TrackTableModel</name>
    <message>
        <source>State: still being read</source>
        <translation>状态：仍在读取</translation>
    </message>
    <message>
        <source>folded away</source>
        <translation>已收起</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>已展开</translation>
    </message>
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
        <source>unfamiliar</source>
        <translation>不像任何已知流派</translation>
    </message>
    <message>
        <source>one genre is possible, but not likely enough to be sure</source>
        <translation>只有一个可能的流派，但还不够确定</translation>
    </message>
    <message>
        <source>no genre is likely enough to be possible</source>
        <translation>没有任何流派可能性足够</translation>
    </message>
    <message>
        <source>sure needs one possible genre; here {some} and {last} are</source>
        <translation>只有一个可能的流派时才算确定；这里 {some} 和 {last} 都有可能</translation>
    </message>
    <message>
        <source>sure needs one possible genre; here {number} are</source>
        <translation>只有一个可能的流派时才算确定；这里有 {number} 个</translation>
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
        <translation>会有什么不同</translation>
    </message>
    <message>
        <source>Lists the tracks that would get another genre</source>
        <translation>列出会得到其他流派的曲目</translation>
    </message>
    <message>
        <source>List them</source>
        <translation>列出来</translation>
    </message>
    <message>
        <source>As trained</source>
        <translation>训练时的权重</translation>
    </message>
    <message>
        <source>Use these weights</source>
        <translation>使用这些权重</translation>
    </message>
    <message>
        <source>It has not listened to any track yet, so that nothing can be tried.</source>
        <translation>它还没听过任何曲目，所以无法试。</translation>
    </message>
    <message>
        <source>{number} of {compared} suggestions would be another genre; sure: {before} before, {after} then.</source>
        <translation>{compared} 个建议中有 {number} 个会是其他流派；确定的：之前 {before}，之后 {after}。</translation>
    </message>
    <message>
        <source>It has one member alone; there is nothing to weigh.</source>
        <translation>它只有一个成员，没有什么可以加权。</translation>
    </message>
    <message>
        <source>How much each member counts. Confidences and promises were measured with the weights of the training; with your own, nothing is promised of what is accepted in bulk.</source>
        <translation>每个成员占多少分量。置信度和承诺是用训练时的权重测得的；用你自己的权重，批量接受时就没有任何承诺。</translation>
    </message>
    <message>
        <source>Your own weights are in use.</source>
        <translation>正在使用你自己的权重。</translation>
    </message>
    <message>
        <source>Weight of {name}</source>
        <translation>{name} 的权重</translation>
    </message>
    <message>
        <source>As trained: {share}</source>
        <translation>训练时：{share}</translation>
    </message>
    <message>
        <source>At least one member must count.</source>
        <translation>至少要有一个成员算数。</translation>
    </message>
</context>
<context>
    <name>WindowInstance</name>
    <message>
        <source>Another window is open on this library and does not answer. What is decided in one appears in the other.</source>
        <translation>这个音乐库已打开另一个窗口，但没有响应。在其中一个所做的决定会出现在另一个。</translation>
    </message>
    <message>
        <source>Folders given at another start cannot be handed to this window: no socket can be made.</source>
        <translation>再次启动时指定的文件夹无法交给这个窗口：无法创建套接字。</translation>
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
        <source>learned from what you decided: without that {genre} {share}</source>
        <translation>已从你的决定学习：否则为 {genre} {share}</translation>
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
        <source>No genre reaches the {share} from which on one is possible</source>
        <translation>没有流派达到可能所需的 {share}</translation>
    </message>
    <message>
        <source>{genre} is your own: no classifier knows it, to be sure of</source>
        <translation>{genre} 是你自定的流派：没有分类器认识它，因此不会是确定</translation>
    </message>
    <message>
        <source>Too little was heard; sure needs {seconds} s</source>
        <translation>听得太少；要确定需要 {seconds} 秒</translation>
    </message>
    <message>
        <source>Only {genre} is possible, but sure needs {share}</source>
        <translation>只有 {genre} 有可能，但要确定需达 {share}</translation>
    </message>
    <message>
        <source>No genre stands out</source>
        <translation>没有特别突出的流派</translation>
    </message>
    <message>
        <source>The classifiers were tried on too few tracks to rule any genre out</source>
        <translation>分类器试过的曲目太少，无法排除任何流派</translation>
    </message>
    <message>
        <source>Sure needs one possible genre; here {genres} are possible, each at {share} or more</source>
        <translation>只有一个可能的流派时才算确定；这里 {genres} 都有可能，各达 {share} 以上</translation>
    </message>
    <message>
        <source>Sure needs one possible genre; here {number} are possible, each at {share} or more</source>
        <translation>只有一个可能的流派时才算确定；这里有 {number} 个可能，各达 {share} 以上</translation>
    </message>
    <message>
        <source>{some} and {last}</source>
        <translation>{some} 与 {last}</translation>
    </message>
    <message>
        <source>encoder</source>
        <translation>编码器</translation>
    </message>
    <message>
        <source>similar sound</source>
        <translation>相似的声音</translation>
    </message>
    <message>
        <source>similar spectrogram</source>
        <translation>相似的频谱图</translation>
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
        <translation>撤销</translation>
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
        <source>Write the genre of {files}</source>
        <translation>写入 {files} 的流派</translation>
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
        <translation>正在撤销</translation>
    </message>
    <message>
        <source>({files} left for the next time)</source>
        <translation>（另有 {files}留待下次）</translation>
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
        <source>Mark {number} as done</source>
        <translation>将 {number} 个标为完成</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写入</translation>
    </message>
</context>
<context>
    <name>WritingPage</name>
    <message>
        <source>Writing</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>ID3 version</source>
        <translation>ID3 版本</translation>
    </message>
    <message>
        <source>as each file has it</source>
        <translation>保留各文件的版本</translation>
    </message>
    <message>
        <source>ID3v2.3, which old players read</source>
        <translation>ID3v2.3（旧播放器可读取）</translation>
    </message>
    <message>
        <source>ID3v2.4</source>
        <translation>ID3v2.4</translation>
    </message>
    <message>
        <source>Of the tags in MP3, WAV and AIFF files. Other formats have no versions.</source>
        <translation>适用于 MP3、WAV 和 AIFF 文件的标签。其他格式没有版本之分。</translation>
    </message>
    <message>
        <source>Between several genres</source>
        <translation>多个流派之间</translation>
    </message>
    <message>
        <source>a list, where possible</source>
        <translation>尽可能用列表</translation>
    </message>
    <message>
        <source>Empty writes them as a list, as the formats want it. Some players read one text only: then “; ” or “/”.</source>
        <translation>留空时依格式的规定写成列表。有些播放器只读取一段文字：请用“; ”或“/”。</translation>
    </message>
    <message>
        <source>Keep the time of modification</source>
        <translation>保留修改时间</translation>
    </message>
    <message>
        <source>Players and backups that go by it notice no change.</source>
        <translation>依修改时间运作的播放器和备份不会察觉更改。</translation>
    </message>
    <message>
        <source>How files are written</source>
        <translation>文件的写入方式</translation>
    </message>
    <message>
        <source>in place where nothing moves</source>
        <translation>无需移动内容时就地写入</translation>
    </message>
    <message>
        <source>always as a copy</source>
        <translation>一律以副本替换</translation>
    </message>
    <message>
        <source>Either way a crash or a power cut leaves each file wholly old or wholly new. In place only the tags are written, which is many times faster; a copy of the whole file takes its place in one step.</source>
        <translation>两种方式在崩溃或断电后，每个文件都保持完整的旧内容或新内容。就地写入只改写标签，快许多倍；另一种则制作整个文件的副本，并一步替换原文件。</translation>
    </message>
    <message>
        <source>Added styles</source>
        <translation>附加风格</translation>
    </message>
    <message>
        <source>At most so many of what a track sounds like are written behind its genre: Rock, Indie Rock.</source>
        <translation>最多把这么多个听起来的风格写在流派之后：Rock, Indie Rock。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>From a score of</source>
        <translation>分数至少</translation>
    </message>
    <message>
        <source> of 100</source>
        <translation>／100</translation>
    </message>
    <message>
        <source>That a style has at least. Scores rank tracks; they are no chances of being right.</source>
        <translation>风格至少要有的分数。分数只用来排列曲目，不是正确的概率。</translation>
    </message>
    <message>
        <source>Rules for genres</source>
        <translation>流派规则</translation>
    </message>
</context>
</TS>
