<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
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
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>The language changes when the window opens next.</source>
        <translation>下次打开窗口时会切换语言。</translation>
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
        <source>not sure below</source>
        <translation>低于此不确定</translation>
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
    <name>DetailPanel</name>
    <message>
        <source>Sounds like</source>
        <translation>听起来像</translation>
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
    <name>Lane</name>
    <message>
        <source>Something went wrong inside the program ({error}); see the log.</source>
        <translation>程序内部发生错误（{error}），详情请看日志。</translation>
    </message>
</context>
<context>
    <name>ListeningJobs</name>
    <message>
        <source>No classifier is installed: musicreclass train FOLDER makes one, musicreclass classifiers import FILE takes one over</source>
        <translation>尚未安装分类器：可用 musicreclass train FOLDER 训练，或用 musicreclass classifiers import FILE 导入</translation>
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
        <source>Search title, artist, album, genre</source>
        <translation>搜索标题、艺术家、专辑、流派</translation>
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
        <source>Folders and appearance</source>
        <translation>文件夹与外观</translation>
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
        <source>{number} tracks listened to</source>
        <translation>已聆听 {number} 首曲目</translation>
    </message>
    <message>
        <source>{number} could not be heard, see Problems</source>
        <translation>{number} 首无法聆听，请看“问题”</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>{rate} tracks/s</source>
        <translation>每秒 {rate} 首</translation>
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
        <source>{rate} files/s</source>
        <translation>每秒 {rate} 个文件</translation>
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
    <name>Portraits</name>
    <message>
        <source>This track cannot be shown in full ({error}); see the log.</source>
        <translation>无法完整显示这首曲目（{error}）；请查看日志。</translation>
    </message>
</context>
<context>
    <name>ProblemTableModel</name>
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
    <name>ReviewPage</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
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
        <translation type="unfinished"></translation>
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
        <source>{heard} in {number} segments</source>
        <translation>{heard}，分 {number} 段</translation>
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
        <source>{name} says {genre} {share}</source>
        <translation>{name} 判断为 {genre} {share}</translation>
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
</context>
</TS>
