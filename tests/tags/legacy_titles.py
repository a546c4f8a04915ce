"""Artists and titles as they are found in tags, for telling encodings apart."""


def _split(text):
    return [title for line in text.split("\n") for title in line.split("|") if title]


SIMPLIFIED = _split("""
周杰伦 - 青花瓷|周杰伦 - 稻香|周杰伦 - 千里之外|邓丽君 - 月亮代表我的心|王菲 - 红豆
陈奕迅 - 十年|五月天 - 倔强|刘德华 - 忘情水|张学友 - 吻别|林俊杰 - 江南|孙燕姿 - 遇见
蔡依林 - 日不落|王力宏 - 唯一|陶喆 - 爱很简单|梁静茹 - 勇气|张惠妹 - 听海|李宗盛 - 山丘
罗大佑 - 童年|崔健 - 一无所有|窦唯 - 高级动物|朴树 - 白桦林|许巍 - 蓝莲花|汪峰 - 怒放的生命
郑钧 - 私奔|老狼 - 同桌的你|田震 - 野花|那英 - 征服|韩红 - 天路|毛不易 - 消愁|薛之谦 - 演员
李荣浩 - 李白|邓紫棋 - 光年之外|赵雷 - 成都|宋冬野 - 董小姐|凤凰传奇 - 最炫民族风
筷子兄弟 - 小苹果|庞龙 - 两只蝴蝶|杨臣刚 - 老鼠爱大米|刀郎 - 2002年的第一场雪|伍佰 - 挪威的森林
张震岳 - 爱的初体验|任贤齐 - 心太软|周华健 - 朋友|齐秦 - 大约在冬季|童安格 - 其实你不懂我的心
费玉清 - 一剪梅|蔡琴 - 恰似你的温柔|徐小凤 - 顺流逆流|谭咏麟 - 水中花|张国荣 - 风继续吹
梅艳芳 - 女人花|陈慧娴 - 千千阙歌|叶倩文 - 潇洒走一回|林忆莲 - 至少还有你|莫文蔚 - 阴天
杨千嬅 - 处处吻|容祖儿 - 挥着翅膀的女孩|古巨基 - 爱与诚|李克勤 - 红日|张信哲 - 爱如潮水
周杰伦 - 七里香|周杰伦 - 夜曲|孙楠 - 拯救|阿桑 - 叶子|韩庚 - 火柴天堂|金莎 - 星月神话
张韶涵 - 隐形的翅膀|潘玮柏 - 不得不爱|许嵩 - 断桥残雪|汪苏泷 - 三国杀|徐良 - 客官不可以
本兮 - 你在看孤独的风景|双笙 - 我的一个道姑朋友|房东的猫 - 云烟成雨|隔壁老樊 - 我曾
任素汐 - 我要你|老樊 - 多想在平庸的生活拥抱你|冯提莫 - 佛系少女|花粥 - 盗将行|黄龄 - 痒
""")
TRADITIONAL = _split("""
周杰倫 - 青花瓷|周杰倫 - 稻香|周杰倫 - 千里之外|鄧麗君 - 月亮代表我的心|王菲 - 紅豆
陳奕迅 - 十年|五月天 - 倔強|劉德華 - 忘情水|張學友 - 吻別|林俊傑 - 江南|孫燕姿 - 遇見
蔡依林 - 日不落|王力宏 - 唯一|陶喆 - 愛很簡單|梁靜茹 - 勇氣|張惠妹 - 聽海|李宗盛 - 山丘
羅大佑 - 童年|伍佰 - 挪威的森林|張震嶽 - 愛的初體驗|任賢齊 - 心太軟|周華健 - 朋友
齊秦 - 大約在冬季|童安格 - 其實你不懂我的心|費玉清 - 一翦梅|蔡琴 - 恰似你的溫柔
徐小鳳 - 順流逆流|譚詠麟 - 水中花|張國榮 - 風繼續吹|梅艷芳 - 女人花|陳慧嫻 - 千千闋歌
葉蒨文 - 瀟灑走一回|林憶蓮 - 至少還有你|莫文蔚 - 陰天|楊千嬅 - 處處吻|容祖兒 - 揮著翅膀的女孩
古巨基 - 愛與誠|李克勤 - 紅日|張信哲 - 愛如潮水|光良 - 童話|品冠 - 掌心|戴佩妮 - 怎樣
信樂團 - 死了都要愛|動力火車 - 當|飛兒樂團 - 我們的愛|蘇打綠 - 小情歌|田馥甄 - 小幸運
林宥嘉 - 說謊|楊宗緯 - 洋蔥|蕭敬騰 - 王妃|方大同 - 三人遊|盧廣仲 - 早安晨之美|張懸 - 寶貝
陳綺貞 - 旅行的意義|草東沒有派對 - 大風吹|告五人 - 愛人錯過|茄子蛋 - 浪子回頭|江蕙 - 家後
葉啟田 - 愛拼才會贏|黃乙玲 - 人生的歌|周杰倫 - 七里香|周杰倫 - 夜曲|孫淑媚 - 爸爸|阿桑 - 葉子
范瑋琪 - 最初的夢想|張韶涵 - 隱形的翅膀|潘瑋柏 - 不得不愛|許志安 - 男人最痛|郭采潔 - 愛異想
丁噹 - 我愛他|李聖傑 - 痴心絕對|游鴻明 - 下沙|邰正宵 - 九百九十九朵玫瑰|杜德偉 - 拯救地球
巫啟賢 - 太傻|張棟樑 - 當你孤單你會想起誰|黃義達 - 那女孩對我說|曹格 - 背叛
蕭亞軒 - 最熟悉的陌生人|梁詠琪 - 短髮
""")
JAPANESE = _split("""
宇多田ヒカル - 初恋|宇多田ヒカル - 花束を君に|椎名林檎 - 丸ノ内サディスティック|浜崎あゆみ - 桜
中島みゆき - 糸|米津玄師 - 打上花火|あいみょん - 君はロックを聴かない|スピッツ - ロビンソン
サザンオールスターズ - 真夏の果実|美空ひばり - 川の流れのように|坂本九 - 上を向いて歩こう
久石譲 - 風の通り道|福山雅治 - 家族になろうよ|嵐 - ふるさと|槇原敬之 - どんなときも。
松任谷由実 - 春よ、来い|山口百恵 - 秋桜|安全地帯 - ワインレッドの心|玉置浩二 - メロディー
平井堅 - 瞳をとじて|絢香 - 三日月|一青窈 - ハナミズキ|ゆず - 栄光の架橋|コブクロ - 蕾
尾崎豊 - 卒業|井上陽水 - 少年時代|徳永英明 - 壊れかけのRadio|小田和正 - ラブ・ストーリーは突然に
倉木麻衣 - 渡月橋|中森明菜 - 少女A|松田聖子 - 赤いスイートピー|大塚愛 - さくらんぼ
木村カエラ - リルラ リルハ|くるり - ばらの花|東京事変 - 群青日和|星野源 - 恋|西野カナ - トリセツ
いきものがかり - ありがとう|秦基博 - ひまわりの約束|森山直太朗 - さくら|夏川りみ - 涙そうそう
水樹奈々 - 深愛|坂本真綾 - 約束はいらない|菅野よう子 - アクエリオン
高橋洋子 - 残酷な天使のテーゼ|植村花菜 - トイレの神様|かりゆし58 - アンマー
ザ・ブルーハーツ - リンダリンダ|氷室京介 - 魂を抱いてくれ|長渕剛 - とんぼ
矢沢永吉 - 時間よ止まれ|藤井風 - きらり|優里 - ドライフラワー|髭男 - プレテンダー
吉田拓郎 - 結婚しようよ|五輪真弓 - 恋人よ|谷村新司 - 昴|北島三郎 - まつり
石川さゆり - 津軽海峡・冬景色|宇多田ヒカル - 道|椎名林檎 - 本能|中島みゆき - 地上の星
松山千春 - 大空と大地の中で|さだまさし - 北の国から|八代亜紀 - 舟唄|森高千里 - 雨
渡辺美里 - 悲しいね|玉置浩二 - 田園|織田哲郎 - いつまでも変わらぬ愛を|広瀬香美 - ロマンスの神様
今井美樹 - 瞳がほほえむから|岡村靖幸 - カルアミルク|奥田民生 - さすらい|斉藤和義 - 歩いて帰ろう
山崎まさよし - 月明かりに照らされて|元ちとせ - ワダツミの木|一青窈 - もらい泣き
手嶌葵 - テルーの唄|木村弓 - いつも何度でも
""")
KOREAN = _split("""
소녀시대 - 다시 만난 세계|방탄소년단 - 봄날|아이유 - 좋은 날|빅뱅 - 거짓말|동방신기 - 주문
슈퍼주니어 - 쏘리 쏘리|김광석 - 서른 즈음에|이문세 - 광화문 연가|조용필 - 단발머리
서태지와 - 아이들 난 알아요|블랙핑크 - 휘파람|트와이스 - 우아하게|버스커 버스커 - 벚꽃 엔딩
임재범 - 너를 위해|박효신 - 야생화|나얼 - 바람기억|신승훈 - 보이지 않는 사랑|이선희 - 인연
장범준 - 흔들리는 꽃들 속에서|악동뮤지션 - 오랜 날 오랜 밤|성시경 - 거리에서|윤도현 - 사랑했나봐
싸이 - 강남스타일|원더걸스 - 노바디|카라 - 미스터|샤이니 - 누난 너무 예뻐|인피니트 - 내꺼하자
비스트 - 픽션|에픽하이 - 우산|다비치 - 8282
""")
RUSSIAN = _split("""
Кино - Группа крови|Виктор Цой - Звезда по имени Солнце|Земфира - Хочешь
Алла Пугачёва - Миллион алых роз|Владимир Высоцкий - Кони привередливые|ДДТ - Что такое осень
Би-2 - Полковнику никто не пишет|Сплин - Выхода нет|Мумий Тролль - Владивосток 2000
Наутилус Помпилиус - Прогулки по воде|Ария - Беспечный ангел|Король и Шут - Лесник
Агата Кристи - Как на войне|Чайф - Аргентина - Ямайка|Машина времени - Поворот
Аквариум - Город золотой|Булат Окуджава - Грузинская песня|Любэ - Комбат|Ленинград - Экспонат
Звери - Районы-кварталы
""")
EUROPEAN = _split("""
Café del Mar|Motörhead|Sigur Rós – Ágætis byrjun|Björk|Beyoncé|Für Elise|¿Qué?|Ænima
Blue Öyster Cult|Mötley Crüe|Queensrÿche|Hüsker Dü|Øystein Sevåg|Röyksopp|Røyksopp
Édith Piaf - La Vie en rose|Françoise Hardy|Où est passée l'été|À la claire fontaine
Ça plane pour moi|Été indien|Là-bas|Élégie|Mécano – Hijo de la Luna
Joaquín Sabina – 19 días y 500 noches|Canción del Mariachi|Ojalá que llueva café|Corazón partío
Señorita|Mañana|El Niño|Años ochenta|Ñu|João Gilberto – Desafinado|Águas de Março
Canções de Amor|Coração de Estudante|Construção|Açaí|São Paulo|Não é fácil|A Noção do Tempo
Emoções|Dëën|Zoë|Noël|Citroën|Maïs|Créée|Þursaflokkurinn|Ég anda|Hoppípolla|Sæglópur
Múm – Þú ert|Ólafur Arnalds – Ljósið|Ásgeir – Dýrð í dauðaþögn|Jónsi – Go Do
Einstürzende Neubauten|Die Ärzte – Männer sind Schweine|Herbert Grönemeyer – Männer
Die Toten Hosen – Schönen Gruß, auf Wiederseh'n|Fünf Sterne deluxe|Straße der Träume|ÄÖÜ äöü ß
MOTÖRHEAD|BLÜMCHEN|DAS MÄDCHEN|GRÜSSE AUS KÖLN|Trædrevet|Ærø|Blå tirsdag|Når natten blir dag
Åge Aleksandersen|Ålesund|Kent – Dom andra|Håkan Hellström – Känn ingen sorg för mig Göteborg
Björn Skifs|Även en blomma|Öppna landskap|Värttinä|Väinämöinen|Päivä
Yö – Rakkaus on lumivalkoinen|Hevisaurus – Jäätelökesä|Eläkeläiset|Lùnasa
Clannad – Thíos cois na trá domh|Enya – Caislean Óir|Mícheál Ó Súilleabháin|Sinéad O’Connor
Nu metal “Live”|L’été indien|Rock ’n’ Roll|Guns N’ Roses…|Don’t Stop Me Now|“Heroes”|½ Full
100 °C|Mezzo – Così fan tutte|Perché no?|Più bella cosa|Città vuota|Caffè nero bollente
È la vita|Già|Tiësto|Ibrahim Ferrer – Dos gardenias|Hélène Grimaud
Camille Saint-Saëns – Le Carnaval des animaux: L’Éléphant|Béla Bartók|György Ligeti
Frédéric Chopin – Étude|Gabriel Fauré – Après un rêve
Jean-Philippe Rameau – Les Boréades: Entrée d’Abaris|Pérotin – Viderunt omnes
Antônio Carlos Jobim|Maria Bethânia|Céu|Élan|Möwe|Öl|É|Ô|à|Øl|Ål|«Je t’aime»|Voilà !
© 1999 Ünïcödé|Tëst Mëtäl Ümläüt|Mägo de Öz|Deströyer 666|Leningrad Cowboys – Säkkijärven polkka
Ødegård|Íþróttir|Þúsund ár|Ást|Åse's død|Ångström|Çöl|Übermäßig|Nº 5|1ª vez|Sr. Ñáñez|Búð
Fóstbræðralag|Kælan Mikla – Næturblóm|Sólstafir – Fjara|Skálmöld – Kvaðning|Öxnadalsheiði
""")
