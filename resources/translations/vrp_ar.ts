<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;About Voice Recorder Pro</source>
        <translation>حول Voice Recorder Pro</translation>
    </message>
    <message>
        <source>&amp;Back Up Now</source>
        <translation>أنشئ نسخة احتياطية الآن</translation>
    </message>
    <message>
        <source>&amp;Check Library</source>
        <translation>افحص المكتبة</translation>
    </message>
    <message>
        <source>&amp;Close Window</source>
        <translation>أغلق النافذة</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>انسخ</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>احذف</translation>
    </message>
    <message>
        <source>&amp;Diagnostics</source>
        <translation>التشخيص</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>تحرير</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>صدّر…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ملف</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>ابحث</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>مساعدة</translation>
    </message>
    <message>
        <source>&amp;High Contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>السجل الزمني…</translation>
    </message>
    <message>
        <source>&amp;Import Files…</source>
        <translation>استورد ملفات…</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>المكتبة</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>سجل البرنامج</translation>
    </message>
    <message>
        <source>&amp;Mute</source>
        <translation>كتم الصوت</translation>
    </message>
    <message>
        <source>&amp;Next Pane</source>
        <translation>الجزء التالي</translation>
    </message>
    <message>
        <source>&amp;Next Recording</source>
        <translation>التسجيل التالي</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>شغّل</translation>
    </message>
    <message>
        <source>&amp;Previous Pane</source>
        <translation>الجزء السابق</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>&amp;Recently Deleted</source>
        <translation>المحذوفة مؤخرًا</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>سجّل</translation>
    </message>
    <message>
        <source>&amp;Recording</source>
        <translation>التسجيل</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>أعد</translation>
    </message>
    <message>
        <source>&amp;Repair Files From Backup</source>
        <translation>أصلح الملفات من النسخة الاحتياطية</translation>
    </message>
    <message>
        <source>&amp;Report a Problem…</source>
        <translation>أبلغ عن مشكلة…</translation>
    </message>
    <message>
        <source>&amp;Restore…</source>
        <translation>استعد…</translation>
    </message>
    <message>
        <source>&amp;Save Support Bundle…</source>
        <translation>احفظ حزمة الدعم…</translation>
    </message>
    <message>
        <source>&amp;Show in File Manager</source>
        <translation>أظهر في مدير الملفات</translation>
    </message>
    <message>
        <source>&amp;Tasks</source>
        <translation>المهام</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>أدوات</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>&amp;Whole Recording</source>
        <translation>التسجيل كله</translation>
    </message>
    <message>
        <source>&amp;Zoom In</source>
        <translation>كبّر</translation>
    </message>
    <message>
        <source>Add to Fa&amp;vourites</source>
        <translation>أضف إلى المفضلة</translation>
    </message>
    <message>
        <source>Check &amp;Health</source>
        <translation>افحص السلامة</translation>
    </message>
    <message>
        <source>Colours of the &amp;System</source>
        <translation>ألوان النظام</translation>
    </message>
    <message>
        <source>Delete &amp;Permanently…</source>
        <translation>احذف نهائيًا…</translation>
    </message>
    <message>
        <source>Det&amp;ails</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Ed&amp;it Tags</source>
        <translation>حرّر الوسوم</translation>
    </message>
    <message>
        <source>Erase for &amp;Good…</source>
        <translation>امحُ إلى الأبد…</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>ملء الشاشة</translation>
    </message>
    <message>
        <source>Fas&amp;ter</source>
        <translation>أسرع</translation>
    </message>
    <message>
        <source>Find Ne&amp;xt</source>
        <translation>ابحث عن التالي</translation>
    </message>
    <message>
        <source>Import &amp;Folder…</source>
        <translation>استورد مجلدًا…</translation>
    </message>
    <message>
        <source>L&amp;ight</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>P&amp;ause Recording</source>
        <translation>أوقف التسجيل مؤقتًا</translation>
    </message>
    <message>
        <source>Pre&amp;vious Recording</source>
        <translation>التسجيل السابق</translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation>حدّث</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>أعد التسمية</translation>
    </message>
    <message>
        <source>Res&amp;tore to Library</source>
        <translation>أعد إلى المكتبة</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>الإعدادات…</translation>
    </message>
    <message>
        <source>S&amp;lower</source>
        <translation>أبطأ</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>حدد الكل</translation>
    </message>
    <message>
        <source>Skip &amp;Back 5 s</source>
        <translation>ارجع 5 ثوانٍ</translation>
    </message>
    <message>
        <source>Skip &amp;Forward 5 s</source>
        <translation>تقدّم 5 ثوانٍ</translation>
    </message>
    <message>
        <source>User &amp;Manual</source>
        <translation>دليل المستخدم</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>صغّر</translation>
    </message>
</context>
<context>
    <name>Backend</name>
    <message>
        <source>(the file)</source>
        <translation>(الملف)</translation>
    </message>
    <message>
        <source>(the text)</source>
        <translation>(النص)</translation>
    </message>
    <message>
        <source>A recording vanished without being deleted. It was last {action} on {date}.</source>
        <translation>اختفى تسجيل دون أن يُحذف. آخر ما جرى له: {action}، في {date}.</translation>
    </message>
    <message>
        <source>A video without sound cannot be kept here.</source>
        <translation>لا يمكن حفظ فيديو بلا صوت هنا.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>عن البرنامج</translation>
    </message>
    <message>
        <source>Another recorder changed the same recordings at the same moment.</source>
        <translation>غيّر مسجّل آخر التسجيلات نفسها في اللحظة نفسها.</translation>
    </message>
    <message>
        <source>Ask its owner for permission, or copy it to a place of your own.</source>
        <translation>اطلب الإذن من صاحبه، أو انسخه إلى مكان لك.</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>الصوت</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>النسخ الاحتياطية</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>أُلغي.</translation>
    </message>
    <message>
        <source>Change the value and try again.</source>
        <translation>غيّر القيمة وحاول مجددًا.</translation>
    </message>
    <message>
        <source>Check it with `vrp verify`.</source>
        <translation>افحصه بالأمر `vrp verify`.</translation>
    </message>
    <message>
        <source>Check that the folder is there and may be written to.</source>
        <translation>تحقق من وجود المجلد وإمكان الكتابة فيه.</translation>
    </message>
    <message>
        <source>Check that the server runs and the network is there, then try again.</source>
        <translation>تحقق من عمل الخادم ووجود الشبكة، ثم حاول مجددًا.</translation>
    </message>
    <message>
        <source>Check the file and import it again.</source>
        <translation>افحص الملف واستورده مجددًا.</translation>
    </message>
    <message>
        <source>Check the folder, or choose another one with --to or in the settings.</source>
        <translation>تحقق من المجلد، أو اختر غيره بالخيار ‎--to أو من الإعدادات.</translation>
    </message>
    <message>
        <source>Check the folder.</source>
        <translation>تحقق من المجلد.</translation>
    </message>
    <message>
        <source>Check the library&apos;s disk before the next take.</source>
        <translation>تحقق من قرص المكتبة قبل التسجيل التالي.</translation>
    </message>
    <message>
        <source>Check the microphone and press Record again.</source>
        <translation>تحقق من الميكروفون واضغط «سجّل» مجددًا.</translation>
    </message>
    <message>
        <source>Check the path, or whether its disk is still connected.</source>
        <translation>تحقق من المسار، ومن أن القرص ما زال موصولًا.</translation>
    </message>
    <message>
        <source>Check the rights of its folder and the room on its disk.</source>
        <translation>تحقق من أذونات المجلد ومن المساحة على القرص.</translation>
    </message>
    <message>
        <source>Check the rights of the folder, and whether its disk is read-only or was unplugged.</source>
        <translation>تحقق من أذونات المجلد، ومن أن القرص ليس للقراءة فقط ولم يُفصل.</translation>
    </message>
    <message>
        <source>Check the rights of the folder, and whether its disk is read-only.</source>
        <translation>تحقق من أذونات المجلد، ومن أن القرص ليس للقراءة فقط.</translation>
    </message>
    <message>
        <source>Check whether its disk was unplugged or is failing.</source>
        <translation>تحقق مما إذا كان القرص قد فُصل أو يتعطل.</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>فُحص</translation>
    </message>
    <message>
        <source>Choose an audio file or a folder with audio files.</source>
        <translation>اختر ملفًا صوتيًا أو مجلدًا فيه ملفات صوتية.</translation>
    </message>
    <message>
        <source>Choose an empty folder elsewhere.</source>
        <translation>اختر مجلدًا فارغًا في مكان آخر.</translation>
    </message>
    <message>
        <source>Choose an empty folder with --into.</source>
        <translation>اختر مجلدًا فارغًا بالخيار ‎--into.</translation>
    </message>
    <message>
        <source>Choose an empty folder, or one that does not exist yet.</source>
        <translation>اختر مجلدًا فارغًا، أو مجلدًا لم يوجد بعد.</translation>
    </message>
    <message>
        <source>Choose another disk.</source>
        <translation>اختر قرصًا آخر.</translation>
    </message>
    <message>
        <source>Choose another name, or remove it first.</source>
        <translation>اختر اسمًا آخر، أو أزله أولًا.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>اختر مكانًا آخر.</translation>
    </message>
    <message>
        <source>Choose another preset.</source>
        <translation>اختر نوع تسجيل آخر.</translation>
    </message>
    <message>
        <source>Choose the folder that holds its folders “db” and “recordings”.</source>
        <translation>اختر المجلد الذي يحوي المجلدين «db» و«recordings».</translation>
    </message>
    <message>
        <source>Choose the library&apos;s folder with --library.</source>
        <translation>اختر مجلد المكتبة بالخيار ‎--library.</translation>
    </message>
    <message>
        <source>Choose the microphone that you want and press Record for a new take.</source>
        <translation>اختر الميكروفون الذي تريده واضغط «سجّل» لتسجيل جديد.</translation>
    </message>
    <message>
        <source>Close that program, or wait longer with --wait.</source>
        <translation>أغلق ذلك البرنامج، أو انتظر أطول بالخيار ‎--wait.</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>السحابة</translation>
    </message>
    <message>
        <source>Connect a microphone; it appears in the list by itself.</source>
        <translation>صِل ميكروفونًا؛ يظهر في القائمة تلقائيًا.</translation>
    </message>
    <message>
        <source>Connect it again, or choose another one, and press Record for a new take.</source>
        <translation>صِله مجددًا أو اختر غيره، واضغط «سجّل» لتسجيل جديد.</translation>
    </message>
    <message>
        <source>Connect it to the mains and try again.</source>
        <translation>صِله بالكهرباء وحاول مجددًا.</translation>
    </message>
    <message>
        <source>Connect its disk, or choose another folder with --library; if you removed it yourself, make the empty folder again and it starts anew.</source>
        <translation>صِل القرص، أو اختر مجلدًا آخر بالخيار ‎--library؛ وإن كنت أزلته بنفسك فأنشئ المجلد فارغًا من جديد لتبدأ المكتبة من جديد.</translation>
    </message>
    <message>
        <source>Connect its disk, or choose another folder; if you removed it yourself, make the empty folder again and it starts anew.</source>
        <translation>صِل القرص، أو اختر مجلدًا آخر؛ وإن كنت أزلته بنفسك فأنشئ المجلد فارغًا من جديد.</translation>
    </message>
    <message>
        <source>Copies under way</source>
        <translation>نسخ قيد الإنشاء</translation>
    </message>
    <message>
        <source>Correct it there, or remove it to get the default.</source>
        <translation>صحّحه هناك، أو أزله لتسري القيمة الافتراضية.</translation>
    </message>
    <message>
        <source>Crashes</source>
        <translation>الأعطال</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>قاعدة البيانات</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>سطح المكتب</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>القرص</translation>
    </message>
    <message>
        <source>Event loop</source>
        <translation>حلقة الأحداث</translation>
    </message>
    <message>
        <source>Everything that was in the library is still there.</source>
        <translation>كل ما كان في المكتبة ما زال فيها.</translation>
    </message>
    <message>
        <source>Find another copy of it.</source>
        <translation>ابحث عن نسخة أخرى منه.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>المجلد</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>المجلدات</translation>
    </message>
    <message>
        <source>For more than a week no backup was proven restorable. {told} Back up, to a disk that is connected.</source>
        <translation>لم يثبت منذ أكثر من أسبوع أن أي نسخة احتياطية قابلة للاستعادة. {told} أنشئ نسخة احتياطية على قرص موصول.</translation>
    </message>
    <message>
        <source>Free some room and try again.</source>
        <translation>أفرغ بعض المساحة وحاول مجددًا.</translation>
    </message>
    <message>
        <source>Free some room before the next take.</source>
        <translation>أفرغ بعض المساحة قبل التسجيل التالي.</translation>
    </message>
    <message>
        <source>Free some room there, or choose another disk.</source>
        <translation>أفرغ بعض المساحة هناك، أو اختر قرصًا آخر.</translation>
    </message>
    <message>
        <source>Free some room, or choose another disk.</source>
        <translation>أفرغ بعض المساحة، أو اختر قرصًا آخر.</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>الجيل</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>السلامة</translation>
    </message>
    <message>
        <source>History</source>
        <translation>السجل الزمني</translation>
    </message>
    <message>
        <source>Import the file that it points to.</source>
        <translation>استورد الملف الذي يشير إليه.</translation>
    </message>
    <message>
        <source>Import the files again; those that are in the library already are passed over.</source>
        <translation>استورد الملفات مرة أخرى؛ وما هو موجود في المكتبة من قبل يُتجاوز.</translation>
    </message>
    <message>
        <source>Input should be a list</source>
        <translation>المسموح قائمة</translation>
    </message>
    <message>
        <source>Input should be a section</source>
        <translation>المسموح قسم</translation>
    </message>
    <message>
        <source>Input should be a valid boolean</source>
        <translation>المسموح true أو false</translation>
    </message>
    <message>
        <source>Input should be a valid integer</source>
        <translation>المسموح عدد صحيح</translation>
    </message>
    <message>
        <source>Input should be a valid number</source>
        <translation>المسموح عدد</translation>
    </message>
    <message>
        <source>Input should be a valid string</source>
        <translation>المسموح نص</translation>
    </message>
    <message>
        <source>Input should be greater than or equal to {limit}</source>
        <translation>المسموح {limit} أو أكثر</translation>
    </message>
    <message>
        <source>Input should be less than or equal to {limit}</source>
        <translation>المسموح {limit} أو أقل</translation>
    </message>
    <message>
        <source>Input should be one of {values}</source>
        <translation>المسموح أحد هذه: {values}</translation>
    </message>
    <message>
        <source>Install PostgreSQL&apos;s client programs, not older than the server, and look whether they reach it.</source>
        <translation>ثبّت برامج عميل PostgreSQL بإصدار لا يقل عن إصدار الخادم، وتحقق من وصولها إليه.</translation>
    </message>
    <message>
        <source>It has been started again; press Record for a new take.</source>
        <translation>أُعيد تشغيله؛ اضغط «سجّل» لتسجيل جديد.</translation>
    </message>
    <message>
        <source>It is as it was before, and works with the version that you had.</source>
        <translation>هي كما كانت، وتعمل مع الإصدار الذي كان لديك.</translation>
    </message>
    <message>
        <source>It is tried again by itself; press Record when the level moves.</source>
        <translation>يُعاد المحاولة تلقائيًا؛ اضغط «سجّل» حين يتحرك المستوى.</translation>
    </message>
    <message>
        <source>It is where it was, and nothing in it was changed.</source>
        <translation>هي حيث كانت، ولم يتغير فيها شيء.</translation>
    </message>
    <message>
        <source>It was not touched.</source>
        <translation>لم يُمَس.</translation>
    </message>
    <message>
        <source>It was not written, and nothing left this computer.</source>
        <translation>لم تُكتب، ولم يغادر شيء هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Its disk may be failing: copy it elsewhere first.</source>
        <translation>قد يكون القرص معطوبًا: انسخه إلى مكان آخر أولًا.</translation>
    </message>
    <message>
        <source>Job {number}</source>
        <translation>المهمة {number}</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>المهام</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>دفتر القيود</translation>
    </message>
    <message>
        <source>Keep the folder as it is and run `vrp restore`, or `vrp rebuild` where there is no backup.</source>
        <translation>أبقِ المجلد كما هو وشغّل `vrp restore`، أو `vrp rebuild` إن لم توجد نسخة احتياطية.</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>النواة</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Last proven</source>
        <translation>آخر إثبات</translation>
    </message>
    <message>
        <source>Leave it out, and restore the others.</source>
        <translation>اتركه واستعد البقية.</translation>
    </message>
    <message>
        <source>Leave that part out and save it again; report the code, for this is a mistake of the program.</source>
        <translation>اترك ذلك الجزء واحفظ مجددًا؛ وأبلغ عن الرمز، فهذا خطأ في البرنامج.</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>المكتبات البرمجية</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>المكتبة</translation>
    </message>
    <message>
        <source>Library can be written to</source>
        <translation>الكتابة في المكتبة ممكنة</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>الحمل</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>سجل البرنامج</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>سجلات البرنامج</translation>
    </message>
    <message>
        <source>Look into {log} for what happened, or report the code.</source>
        <translation>انظر في {log} لمعرفة ما حدث، أو أبلغ عن الرمز.</translation>
    </message>
    <message>
        <source>Make the export again, or unpack it and import the sound files.</source>
        <translation>أنشئ التصدير مجددًا، أو فك ضغطه واستورد الملفات الصوتية.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>الذاكرة</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>القياسات</translation>
    </message>
    <message>
        <source>Move it to a folder nearer to the top.</source>
        <translation>انقله إلى مجلد أقرب إلى الأعلى.</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>الأحدث</translation>
    </message>
    <message>
        <source>No microphone was found.</source>
        <translation>لم يُعثر على ميكروفون.</translation>
    </message>
    <message>
        <source>No new library was made in its place.</source>
        <translation>لم تُنشأ مكتبة جديدة مكانها.</translation>
    </message>
    <message>
        <source>Nothing can be restored to {path}: {reason}.</source>
        <translation>لا يمكن استعادة شيء إلى {path}: {reason}.</translation>
    </message>
    <message>
        <source>Nothing in it was changed.</source>
        <translation>لم يتغير فيها شيء.</translation>
    </message>
    <message>
        <source>Nothing in it was touched.</source>
        <translation>لم يُمَس فيه شيء.</translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation>لا يلزم فعل شيء.</translation>
    </message>
    <message>
        <source>Nothing was added twice.</source>
        <translation>لم يُضف شيء مرتين.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>لم يتغير شيء.</translation>
    </message>
    <message>
        <source>Nothing was changed; other snapshots may be whole.</source>
        <translation>لم يتغير شيء؛ قد تكون لقطات أخرى سليمة.</translation>
    </message>
    <message>
        <source>Nothing was changed; the audio files lie in its folder “audio” and play in any player.</source>
        <translation>لم يتغير شيء؛ تقع الملفات الصوتية في مجلدها «audio» وتعمل في أي مشغّل.</translation>
    </message>
    <message>
        <source>Only {free} MiB are free on the library&apos;s disk. Free some room before you record.</source>
        <translation>لم يبقَ على قرص المكتبة إلا {free} ميبيبايت. أفرغ بعض المساحة قبل أن تسجّل.</translation>
    </message>
    <message>
        <source>Open it in another program to see what it is.</source>
        <translation>افتحه في برنامج آخر لترى ما هو.</translation>
    </message>
    <message>
        <source>Other users of this computer can look into the folder “{folder}”. Repair closes it to them.</source>
        <translation>يستطيع مستخدمو هذا الحاسوب الآخرون الاطلاع على المجلد «{folder}». الإصلاح يغلقه أمامهم.</translation>
    </message>
    <message>
        <source>Playing is not possible now.</source>
        <translation>التشغيل غير ممكن الآن.</translation>
    </message>
    <message>
        <source>Playing stopped for a moment and goes on at the same place.</source>
        <translation>توقف التشغيل لحظة ويستمر من الموضع نفسه.</translation>
    </message>
    <message>
        <source>Portable mode</source>
        <translation>الوضع المحمول</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>الطاقة</translation>
    </message>
    <message>
        <source>Press Play again when sound works in other programs.</source>
        <translation>اضغط «شغّل» مجددًا حين يعمل الصوت في البرامج الأخرى.</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>المعالجات</translation>
    </message>
    <message>
        <source>Quick check</source>
        <translation>الفحص السريع</translation>
    </message>
    <message>
        <source>Raise imports.max_file_mb in the settings, or split the file.</source>
        <translation>ارفع imports.max_file_mb في الإعدادات، أو قسّم الملف.</translation>
    </message>
    <message>
        <source>Recently Deleted</source>
        <translation>المحذوفة مؤخرًا</translation>
    </message>
    <message>
        <source>Recording is not possible now.</source>
        <translation>التسجيل غير ممكن الآن.</translation>
    </message>
    <message>
        <source>Recording {id} was erased for good, and does not come back with a backup.</source>
        <translation>مُحي التسجيل {id} إلى الأبد، ولا يعود مع نسخة احتياطية.</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>التسجيلات</translation>
    </message>
    <message>
        <source>Rename the file and import it again.</source>
        <translation>أعد تسمية الملف واستورده مجددًا.</translation>
    </message>
    <message>
        <source>Report the code: the program should have told you before.</source>
        <translation>أبلغ عن الرمز: كان على البرنامج أن يخبرك قبل ذلك.</translation>
    </message>
    <message>
        <source>Restore it into a new folder with --into.</source>
        <translation>استعدها إلى مجلد جديد بالخيار ‎--into.</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>المراجعة</translation>
    </message>
    <message>
        <source>Room for temporary files</source>
        <translation>مساحة الملفات المؤقتة</translation>
    </message>
    <message>
        <source>Room for the library</source>
        <translation>مساحة المكتبة</translation>
    </message>
    <message>
        <source>Run `vrp health --repair` while the library opens.</source>
        <translation>شغّل `vrp health --repair` ما دامت المكتبة تُفتح.</translation>
    </message>
    <message>
        <source>Run `vrp prove` on the others, and make a new backup as long as the library is there.</source>
        <translation>شغّل `vrp prove` على البقية، وأنشئ نسخة احتياطية جديدة ما دامت المكتبة موجودة.</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>قيد التنفيذ</translation>
    </message>
    <message>
        <source>Runs from</source>
        <translation>يعمل من</translation>
    </message>
    <message>
        <source>Save a support bundle and report the code.</source>
        <translation>احفظ حزمة دعم وأبلغ عن الرمز.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>البحث</translation>
    </message>
    <message>
        <source>See `vrp backups` for those that there are.</source>
        <translation>انظر `vrp backups` لمعرفة الموجود.</translation>
    </message>
    <message>
        <source>See `vrp list` (and `vrp list --trash`) for those that there are.</source>
        <translation>انظر `vrp list` (و`vrp list --trash`) لمعرفة الموجود.</translation>
    </message>
    <message>
        <source>See the manual page on libraries that several recorders share.</source>
        <translation>انظر صفحة الدليل عن المكتبات المشتركة بين عدة مسجّلات.</translation>
    </message>
    <message>
        <source>Set DATABASE_URL to sqlite:////path/library.db or postgresql://user@server/database, or remove it.</source>
        <translation>اضبط DATABASE_URL على sqlite:////path/library.db أو postgresql://user@server/database، أو أزله.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>ملف الإعدادات</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>اللقطات</translation>
    </message>
    <message>
        <source>Something went wrong: {reason}.</source>
        <translation>حدث خطأ: {reason}.</translation>
    </message>
    <message>
        <source>Sound server</source>
        <translation>خادم الصوت</translation>
    </message>
    <message>
        <source>System</source>
        <translation>النظام</translation>
    </message>
    <message>
        <source>Text should have at most {limit} characters</source>
        <translation>المسموح {limit} حرفًا على الأكثر</translation>
    </message>
    <message>
        <source>The audio file {file} is missing or has another size.</source>
        <translation>الملف الصوتي {file} مفقود أو حجمه مختلف.</translation>
    </message>
    <message>
        <source>The audio file {file} was changed. The next backup brings it anew.</source>
        <translation>تغيّر الملف الصوتي {file}. ستجلبه النسخة الاحتياطية التالية من جديد.</translation>
    </message>
    <message>
        <source>The backup folder {path} cannot be used.</source>
        <translation>لا يمكن استخدام مجلد النسخ الاحتياطية {path}.</translation>
    </message>
    <message>
        <source>The backup folder {path} could not be read to its end ({reason}).</source>
        <translation>تعذّرت قراءة مجلد النسخ الاحتياطية {path} إلى نهايته ({reason}).</translation>
    </message>
    <message>
        <source>The backup folder {path} could not be written ({reason}).</source>
        <translation>تعذّرت الكتابة في مجلد النسخ الاحتياطية {path} ({reason}).</translation>
    </message>
    <message>
        <source>The backup folder {path} has the form of another version (format {found}; known: {known}).</source>
        <translation>مجلد النسخ الاحتياطية {path} بصيغة إصدار آخر (الصيغة {found}؛ المعروف: {known}).</translation>
    </message>
    <message>
        <source>The backup folder {path} is in use by {holder}.</source>
        <translation>مجلد النسخ الاحتياطية {path} قيد الاستخدام من {holder}.</translation>
    </message>
    <message>
        <source>The backup folder {path} is not there.</source>
        <translation>مجلد النسخ الاحتياطية {path} غير موجود.</translation>
    </message>
    <message>
        <source>The computer runs on its battery, and reading the whole library would empty it.</source>
        <translation>الحاسوب يعمل بالبطارية، وقراءة المكتبة كلها تستنفدها.</translation>
    </message>
    <message>
        <source>The computer&apos;s clock says {date}, which cannot be. New recordings would get wrong dates. Set the clock.</source>
        <translation>ساعة الحاسوب تقول {date}، وهذا غير ممكن. ستحصل التسجيلات الجديدة على تواريخ خاطئة. اضبط الساعة.</translation>
    </message>
    <message>
        <source>The database address {path} cannot be used: {reason}.</source>
        <translation>لا يمكن استخدام عنوان قاعدة البيانات {path}: {reason}.</translation>
    </message>
    <message>
        <source>The database does not answer: {fault} {action}</source>
        <translation>قاعدة البيانات لا تستجيب: {fault} {action}</translation>
    </message>
    <message>
        <source>The database is of version {found}, this program of {known}. Close it and start it again.</source>
        <translation>قاعدة البيانات من الإصدار {found}، وهذا البرنامج من {known}. أغلقه وشغّله من جديد.</translation>
    </message>
    <message>
        <source>The database&apos;s file is damaged ({faults}). The audio files are not affected. Keep the folder as it is and restore the database from a backup.</source>
        <translation>ملف قاعدة البيانات تالف ({faults}). الملفات الصوتية لم تتأثر. أبقِ المجلد كما هو واستعد قاعدة البيانات من نسخة احتياطية.</translation>
    </message>
    <message>
        <source>The database&apos;s log has grown to {size} MiB. Nothing is lost; repair shortens it.</source>
        <translation>كبر سجل قاعدة البيانات إلى {size} ميبيبايت. لم يضِع شيء؛ الإصلاح يقصّره.</translation>
    </message>
    <message>
        <source>The disk is full: recording stopped.</source>
        <translation>القرص ممتلئ: توقف التسجيل.</translation>
    </message>
    <message>
        <source>The export to {path} could not be written ({reason}).</source>
        <translation>تعذّرت كتابة التصدير إلى {path} ({reason}).</translation>
    </message>
    <message>
        <source>The export to {path} could not be written.</source>
        <translation>تعذّرت كتابة التصدير إلى {path}.</translation>
    </message>
    <message>
        <source>The file is broken or was made to harm; find another copy.</source>
        <translation>الملف معطوب أو صُنع للإضرار؛ ابحث عن نسخة أخرى.</translation>
    </message>
    <message>
        <source>The file of “{title}” has changed. Run the full check, and look for it in a backup.</source>
        <translation>تغيّر ملف «{title}». شغّل الفحص الكامل وابحث عنه في نسخة احتياطية.</translation>
    </message>
    <message>
        <source>The file of “{title}” is missing. Run the full check, and look for it in a backup.</source>
        <translation>ملف «{title}» مفقود. شغّل الفحص الكامل وابحث عنه في نسخة احتياطية.</translation>
    </message>
    <message>
        <source>The file {file} belongs to no recording. It was left alone.</source>
        <translation>الملف {file} لا ينتمي إلى أي تسجيل. تُرك كما هو.</translation>
    </message>
    <message>
        <source>The folder {path} holds other things and is not a backup folder.</source>
        <translation>المجلد {path} يحوي أشياء أخرى وليس مجلد نسخ احتياطية.</translation>
    </message>
    <message>
        <source>The folder {path} holds other things and is not a library.</source>
        <translation>المجلد {path} يحوي أشياء أخرى وليس مكتبة.</translation>
    </message>
    <message>
        <source>The folder “{folder}” of the library cannot be written to ({reason}). Check its rights.</source>
        <translation>تتعذّر الكتابة في مجلد المكتبة «{folder}» ({reason}). تحقق من أذوناته.</translation>
    </message>
    <message>
        <source>The history was changed behind the program&apos;s back: its chain is broken at entry {entry}. The recordings themselves are checked one by one. Keep this library as it is, and compare it with a backup.</source>
        <translation>تغيّر السجل الزمني من وراء البرنامج: انقطعت سلسلته عند القيد {entry}. تُفحص التسجيلات نفسها واحدًا واحدًا. أبقِ هذه المكتبة كما هي وقارنها بنسخة احتياطية.</translation>
    </message>
    <message>
        <source>The import stopped: the part of the program that does it ended unexpectedly.</source>
        <translation>توقف الاستيراد: انتهى جزء البرنامج الذي يقوم به على نحو غير متوقع.</translation>
    </message>
    <message>
        <source>The last was on {date}.</source>
        <translation>كانت الأخيرة في {date}.</translation>
    </message>
    <message>
        <source>The library at {path} cannot be used.</source>
        <translation>لا يمكن استخدام المكتبة في {path}.</translation>
    </message>
    <message>
        <source>The library at {path} could not be brought to the form of this version ({reason}).</source>
        <translation>تعذّر تحويل المكتبة في {path} إلى صيغة هذا الإصدار ({reason}).</translation>
    </message>
    <message>
        <source>The library at {path} is damaged: {reason}.</source>
        <translation>المكتبة في {path} تالفة: {reason}.</translation>
    </message>
    <message>
        <source>The library at {path} is in use by {holder}.</source>
        <translation>المكتبة في {path} قيد الاستخدام من {holder}.</translation>
    </message>
    <message>
        <source>The library at {path} is not rebuilt: {reason}.</source>
        <translation>لا يُعاد بناء المكتبة في {path}: {reason}.</translation>
    </message>
    <message>
        <source>The library at {path} is not there, though it was before.</source>
        <translation>المكتبة في {path} غير موجودة مع أنها كانت هناك.</translation>
    </message>
    <message>
        <source>The library at {path} may not be written ({reason}).</source>
        <translation>لا يُسمح بالكتابة في المكتبة في {path} ({reason}).</translation>
    </message>
    <message>
        <source>The library at {path} was made by a newer Voice Recorder Pro (format {found}; this one knows {known}).</source>
        <translation>المكتبة في {path} من إصدار أحدث من Voice Recorder Pro (الصيغة {found}؛ هذا يعرف {known}).</translation>
    </message>
    <message>
        <source>The library cannot be moved to {path}: {reason}.</source>
        <translation>لا يمكن نقل المكتبة إلى {path}: {reason}.</translation>
    </message>
    <message>
        <source>The library is not affected, and earlier backups are as they were.</source>
        <translation>المكتبة لم تتأثر، والنسخ الاحتياطية السابقة كما كانت.</translation>
    </message>
    <message>
        <source>The library is not affected, and nothing was left there.</source>
        <translation>المكتبة لم تتأثر، ولم يبقَ شيء هناك.</translation>
    </message>
    <message>
        <source>The library is not affected.</source>
        <translation>المكتبة لم تتأثر.</translation>
    </message>
    <message>
        <source>The library is not affected; no new folder was made in its place.</source>
        <translation>المكتبة لم تتأثر؛ لم يُنشأ مجلد جديد مكانه.</translation>
    </message>
    <message>
        <source>The library of Voice Recorder Pro v2 at {path} cannot be read: {reason}.</source>
        <translation>تعذّرت قراءة مكتبة Voice Recorder Pro v2 في {path}: {reason}.</translation>
    </message>
    <message>
        <source>The library&apos;s database refused a value that breaks its rules ({reason}).</source>
        <translation>رفضت قاعدة بيانات المكتبة قيمة تخالف قواعدها ({reason}).</translation>
    </message>
    <message>
        <source>The library&apos;s database refused an operation ({reason}).</source>
        <translation>رفضت قاعدة بيانات المكتبة عملية ({reason}).</translation>
    </message>
    <message>
        <source>The library&apos;s database server at {path} does not answer.</source>
        <translation>خادم قاعدة بيانات المكتبة في {path} لا يجيب.</translation>
    </message>
    <message>
        <source>The library&apos;s database was busy for too long.</source>
        <translation>انشغلت قاعدة بيانات المكتبة طويلًا.</translation>
    </message>
    <message>
        <source>The microphone “{device}” cannot record {format}.</source>
        <translation>الميكروفون «{device}» لا يستطيع تسجيل {format}.</translation>
    </message>
    <message>
        <source>The microphone “{device}” is gone.</source>
        <translation>اختفى الميكروفون «{device}».</translation>
    </message>
    <message>
        <source>The numbers beside the places and tags are wrong. No recording is; repair counts them anew.</source>
        <translation>الأعداد بجانب الأماكن والوسوم خاطئة، أما التسجيلات فسليمة؛ الإصلاح يعيد العدّ.</translation>
    </message>
    <message>
        <source>The original is untouched and nothing of it was added.</source>
        <translation>الأصل لم يُمَس، ولم يُضف منه شيء.</translation>
    </message>
    <message>
        <source>The originals are untouched, and what was finished before is kept.</source>
        <translation>لم تُمس الملفات الأصلية، وما اكتمل من قبل محفوظ.</translation>
    </message>
    <message>
        <source>The part of the program that listens to the microphone stopped.</source>
        <translation>توقف جزء البرنامج الذي يستمع إلى الميكروفون.</translation>
    </message>
    <message>
        <source>The program made a mistake ({reason}).</source>
        <translation>أخطأ البرنامج ({reason}).</translation>
    </message>
    <message>
        <source>The program {tool} could not do its work: {reason}.</source>
        <translation>تعذّر على البرنامج {tool} أداء عمله: {reason}.</translation>
    </message>
    <message>
        <source>The recording could not be written on ({reason}).</source>
        <translation>تعذّرت متابعة كتابة التسجيل ({reason}).</translation>
    </message>
    <message>
        <source>The recording is not affected.</source>
        <translation>التسجيل لم يتأثر.</translation>
    </message>
    <message>
        <source>The search does not know all recordings. They are all there; repair makes the search anew.</source>
        <translation>البحث لا يعرف كل التسجيلات. كلها موجودة؛ الإصلاح يبني البحث من جديد.</translation>
    </message>
    <message>
        <source>The self-test found that {step} does not work here: {reason}.</source>
        <translation>وجد الفحص الذاتي أن {step} لا يعمل هنا: {reason}.</translation>
    </message>
    <message>
        <source>The setting {key} = {value} ({source}) is not valid: {allowed}.</source>
        <translation>الإعداد {key} = {value} ({source}) غير صالح: {allowed}.</translation>
    </message>
    <message>
        <source>The settings could not be written to {path} ({reason}).</source>
        <translation>تعذّرت كتابة الإعدادات إلى {path} ({reason}).</translation>
    </message>
    <message>
        <source>The side file of “{title}” is missing or out of date. Its sound is whole.</source>
        <translation>الملف المرافق لـ«{title}» مفقود أو قديم. الصوت سليم.</translation>
    </message>
    <message>
        <source>The side file {name} cannot be read.</source>
        <translation>تعذّرت قراءة الملف المرافق {name}.</translation>
    </message>
    <message>
        <source>The snapshot “{snapshot}” holds the database of another kind of library: {reason}.</source>
        <translation>اللقطة «{snapshot}» تحوي قاعدة بيانات نوع آخر من المكتبات: {reason}.</translation>
    </message>
    <message>
        <source>The snapshot “{snapshot}” is damaged: {reason}.</source>
        <translation>اللقطة «{snapshot}» تالفة: {reason}.</translation>
    </message>
    <message>
        <source>The snapshot “{snapshot}” is of another library than the one at {path}.</source>
        <translation>اللقطة «{snapshot}» لمكتبة غير التي في {path}.</translation>
    </message>
    <message>
        <source>The snapshot “{snapshot}” was made by a newer Voice Recorder Pro (format {found}).</source>
        <translation>اللقطة «{snapshot}» من إصدار أحدث من Voice Recorder Pro (الصيغة {found}).</translation>
    </message>
    <message>
        <source>The sound beside it is not affected.</source>
        <translation>الصوت بجانبه لم يتأثر.</translation>
    </message>
    <message>
        <source>The support bundle would have told {kind}, in its part {part}.</source>
        <translation>كانت حزمة الدعم ستكشف {kind} في جزئها {part}.</translation>
    </message>
    <message>
        <source>The support bundle {path} could not be written ({reason}).</source>
        <translation>تعذّرت كتابة حزمة الدعم {path} ({reason}).</translation>
    </message>
    <message>
        <source>The support bundle {path} could not be written.</source>
        <translation>تعذّرت كتابة حزمة الدعم {path}.</translation>
    </message>
    <message>
        <source>The system moved the recording from “{device}” to another source.</source>
        <translation>نقل النظام التسجيل من «{device}» إلى مصدر آخر.</translation>
    </message>
    <message>
        <source>The system&apos;s sound service does not answer.</source>
        <translation>خدمة الصوت في النظام لا تجيب.</translation>
    </message>
    <message>
        <source>The system&apos;s sound service is not there, or stopped sending sound.</source>
        <translation>خدمة الصوت في النظام غير موجودة أو توقفت عن إرسال الصوت.</translation>
    </message>
    <message>
        <source>There is no backup folder of this library that could be reached.</source>
        <translation>لا يوجد مجلد نسخ احتياطية لهذه المكتبة يمكن الوصول إليه.</translation>
    </message>
    <message>
        <source>There is no library at {path} that could be backed up.</source>
        <translation>لا مكتبة في {path} يمكن نسخها احتياطيًا.</translation>
    </message>
    <message>
        <source>There is no recording {id}.</source>
        <translation>لا يوجد تسجيل رقمه {id}.</translation>
    </message>
    <message>
        <source>There is no room for the export on the disk of {path}.</source>
        <translation>لا مساحة للتصدير على قرص {path}.</translation>
    </message>
    <message>
        <source>There is no room for the support bundle on the disk of {path}.</source>
        <translation>لا مساحة لحزمة الدعم على قرص {path}.</translation>
    </message>
    <message>
        <source>There is no room left on the disk of the backup folder {path}.</source>
        <translation>لا مساحة باقية على قرص مجلد النسخ الاحتياطية {path}.</translation>
    </message>
    <message>
        <source>There is no room left on the disk of {path}.</source>
        <translation>لا مساحة باقية على قرص {path}.</translation>
    </message>
    <message>
        <source>There is no snapshot “{snapshot}” in the backup folder {path}.</source>
        <translation>لا لقطة «{snapshot}» في مجلد النسخ الاحتياطية {path}.</translation>
    </message>
    <message>
        <source>There is something at {path} already.</source>
        <translation>يوجد شيء في {path} من قبل.</translation>
    </message>
    <message>
        <source>There was none yet.</source>
        <translation>لم توجد واحدة بعد.</translation>
    </message>
    <message>
        <source>These can: {allowed}.</source>
        <translation>الأنواع الممكنة: {allowed}.</translation>
    </message>
    <message>
        <source>They are as they were before, and so is the library.</source>
        <translation>هي كما كانت، وكذلك المكتبة.</translation>
    </message>
    <message>
        <source>This file cannot be played ({reason}).</source>
        <translation>لا يمكن تشغيل هذا الملف ({reason}).</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>خيوط التنفيذ</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>المنطقة الزمنية</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>حاول مجددًا.</translation>
    </message>
    <message>
        <source>Try again; another program may be holding it.</source>
        <translation>حاول مجددًا؛ قد يكون برنامج آخر ممسكًا بها.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, report the code.</source>
        <translation>حاول مجددًا؛ وإن تكرر فأبلغ عن الرمز.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, run `vrp verify`.</source>
        <translation>حاول مجددًا؛ وإن تكرر فشغّل `vrp verify`.</translation>
    </message>
    <message>
        <source>Unfinished takes</source>
        <translation>تسجيلات غير مكتملة</translation>
    </message>
    <message>
        <source>Update Voice Recorder Pro, or choose another folder.</source>
        <translation>حدّث Voice Recorder Pro، أو اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>Update Voice Recorder Pro.</source>
        <translation>حدّث Voice Recorder Pro.</translation>
    </message>
    <message>
        <source>Use --force if you want it all the same; the database as it is stays beside the new one.</source>
        <translation>استخدم ‎--force إن أردت ذلك رغم هذا؛ تبقى قاعدة البيانات الحالية بجانب الجديدة.</translation>
    </message>
    <message>
        <source>Use --keep-both to keep a second copy.</source>
        <translation>استخدم ‎--keep-both لحفظ نسخة ثانية.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>Wait until it has finished, or wait longer with --wait.</source>
        <translation>انتظر حتى ينتهي، أو انتظر أطول بالخيار ‎--wait.</translation>
    </message>
    <message>
        <source>Wait until the other program has finished with it and import it again.</source>
        <translation>انتظر حتى ينتهي منه البرنامج الآخر ثم استورده مجددًا.</translation>
    </message>
    <message>
        <source>Wait, or press Reset in the diagnostics once its trouble is over.</source>
        <translation>انتظر، أو اضغط «إعادة الضبط» في التشخيص بعد زوال العطل.</translation>
    </message>
    <message>
        <source>What is written about “{title}” was changed behind the program&apos;s back.</source>
        <translation>تغيّر المكتوب عن «{title}» من وراء البرنامج.</translation>
    </message>
    <message>
        <source>What was finished before is kept.</source>
        <translation>يبقى ما انتهى قبل ذلك.</translation>
    </message>
    <message>
        <source>What was recorded so far is kept.</source>
        <translation>يبقى ما سُجّل حتى الآن.</translation>
    </message>
    <message>
        <source>What was saved before is safe there; nothing of this change was.</source>
        <translation>ما حُفظ قبل ذلك آمن هناك؛ أما هذا التغيير فلم يُحفظ منه شيء.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>النافذة</translation>
    </message>
    <message>
        <source>Windows keeps this name for a device</source>
        <translation>يحجز Windows هذا الاسم لجهاز</translation>
    </message>
    <message>
        <source>Your library was not touched.</source>
        <translation>لم تُمَس مكتبتك.</translation>
    </message>
    <message>
        <source>Your recordings are not affected.</source>
        <translation>تسجيلاتك لم تتأثر.</translation>
    </message>
    <message>
        <source>a device</source>
        <translation>جهاز</translation>
    </message>
    <message>
        <source>a file in it cannot be read</source>
        <translation>يتعذّر قراءة ملف فيه</translation>
    </message>
    <message>
        <source>a file in it is larger than it says</source>
        <translation>ملف فيه أكبر مما يُذكر</translation>
    </message>
    <message>
        <source>a file in it is not what was exported</source>
        <translation>ملف فيه ليس ما صُدِّر</translation>
    </message>
    <message>
        <source>a file name</source>
        <translation>اسم ملف</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>مجلد</translation>
    </message>
    <message>
        <source>a former text</source>
        <translation>نصًا سابقًا</translation>
    </message>
    <message>
        <source>a microphone</source>
        <translation>اسم ميكروفون</translation>
    </message>
    <message>
        <source>a part of its database is missing</source>
        <translation>جزء من قاعدة بياناتها مفقود</translation>
    </message>
    <message>
        <source>a password or key</source>
        <translation>كلمة مرور أو مفتاحًا</translation>
    </message>
    <message>
        <source>a pipe</source>
        <translation>أنبوب</translation>
    </message>
    <message>
        <source>a recording in it breaks the rules</source>
        <translation>تسجيل فيه يخالف القواعد</translation>
    </message>
    <message>
        <source>a restore into it was not finished; run `vrp restore` again</source>
        <translation>لم تكتمل استعادة إليها؛ شغّل `vrp restore` مجددًا</translation>
    </message>
    <message>
        <source>a sample rate of {number} Hz</source>
        <translation>معدل عينات {number} هرتز</translation>
    </message>
    <message>
        <source>a section is set key by key, as {name}</source>
        <translation>يُضبط القسم مفتاحًا مفتاحًا، مثل {name}</translation>
    </message>
    <message>
        <source>a socket</source>
        <translation>مقبس</translation>
    </message>
    <message>
        <source>a tag</source>
        <translation>وسمًا</translation>
    </message>
    <message>
        <source>a title</source>
        <translation>عنوانًا</translation>
    </message>
    <message>
        <source>adopted</source>
        <translation>الاعتماد</translation>
    </message>
    <message>
        <source>an artist</source>
        <translation>اسم فنان</translation>
    </message>
    <message>
        <source>an e-mail address</source>
        <translation>عنوان بريد إلكتروني</translation>
    </message>
    <message>
        <source>another one</source>
        <translation>قرص آخر</translation>
    </message>
    <message>
        <source>another process</source>
        <translation>عملية أخرى</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>يستجيب</translation>
    </message>
    <message>
        <source>artist</source>
        <translation>الفنان</translation>
    </message>
    <message>
        <source>artists</source>
        <translation>أسماء الفنانين</translation>
    </message>
    <message>
        <source>at most {limit} are kept</source>
        <translation>يُحتفظ بـ{limit} على الأكثر</translation>
    </message>
    <message>
        <source>at most {limit} characters are kept</source>
        <translation>يُحتفظ بـ{limit} حرفًا على الأكثر</translation>
    </message>
    <message>
        <source>audio</source>
        <translation>الصوت</translation>
    </message>
    <message>
        <source>backups</source>
        <translation>النسخ الاحتياطية</translation>
    </message>
    <message>
        <source>battery</source>
        <translation>البطارية</translation>
    </message>
    <message>
        <source>cannot be written ({reason}); the newest records are kept in memory</source>
        <translation>تتعذّر كتابته ({reason})؛ تُحفظ أحدث القيود في الذاكرة</translation>
    </message>
    <message>
        <source>characters that turn the direction of text are not allowed</source>
        <translation>لا يُسمح بالمحارف التي تقلب اتجاه النص</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>الساعة</translation>
    </message>
    <message>
        <source>control characters are not allowed</source>
        <translation>لا يُسمح بمحارف التحكم</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>الأعداد</translation>
    </message>
    <message>
        <source>database</source>
        <translation>قاعدة البيانات</translation>
    </message>
    <message>
        <source>default</source>
        <translation>افتراضي</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>الحذف</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>القرص</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>لا يستجيب</translation>
    </message>
    <message>
        <source>does not know every recording</source>
        <translation>لا يعرف كل تسجيل</translation>
    </message>
    <message>
        <source>e-mail addresses</source>
        <translation>عناوين البريد الإلكتروني</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>التعديل</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>انتهى</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>البيئة</translation>
    </message>
    <message>
        <source>exported</source>
        <translation>التصدير</translation>
    </message>
    <message>
        <source>file</source>
        <translation>ملف</translation>
    </message>
    <message>
        <source>file names</source>
        <translation>أسماء الملفات</translation>
    </message>
    <message>
        <source>files</source>
        <translation>الملفات</translation>
    </message>
    <message>
        <source>folders</source>
        <translation>المجلدات</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>الاستيراد</translation>
    </message>
    <message>
        <source>in use by {holder}</source>
        <translation>قيد الاستخدام من {holder}</translation>
    </message>
    <message>
        <source>installed package</source>
        <translation>حزمة مثبّتة</translation>
    </message>
    <message>
        <source>is written</source>
        <translation>يُكتب</translation>
    </message>
    <message>
        <source>is written, with everything for a while</source>
        <translation>يُكتب، بكل التفاصيل لبعض الوقت</translation>
    </message>
    <message>
        <source>it belongs to a portable program and moves with the program&apos;s folder</source>
        <translation>تخص برنامجًا محمولًا وتنتقل مع مجلد البرنامج</translation>
    </message>
    <message>
        <source>it cannot be read: {reason}</source>
        <translation>تتعذّر قراءته: {reason}</translation>
    </message>
    <message>
        <source>it claims what no recording has</source>
        <translation>يدّعي ما لا يوجد في أي تسجيل</translation>
    </message>
    <message>
        <source>it ended with {code}</source>
        <translation>انتهى بالرمز {code}</translation>
    </message>
    <message>
        <source>it ends with a dot or a space, which not every system can keep</source>
        <translation>ينتهي بنقطة أو مسافة، ولا تحتفظ بها كل الأنظمة</translation>
    </message>
    <message>
        <source>it has no sound</source>
        <translation>لا صوت فيه</translation>
    </message>
    <message>
        <source>it has no table of recordings</source>
        <translation>لا يوجد فيها جدول تسجيلات</translation>
    </message>
    <message>
        <source>it holds a line break or a control character</source>
        <translation>يحوي فاصل أسطر أو محرف تحكم</translation>
    </message>
    <message>
        <source>it holds characters that turn the direction of text</source>
        <translation>يحوي محارف تقلب اتجاه النص</translation>
    </message>
    <message>
        <source>it is a file and not a folder</source>
        <translation>هذا ملف وليس مجلدًا</translation>
    </message>
    <message>
        <source>it is a file, and DATABASE_URL names a server</source>
        <translation>هي ملف، وDATABASE_URL يسمّي خادمًا</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>هو تالف</translation>
    </message>
    <message>
        <source>it is longer than {limit} bytes</source>
        <translation>أطول من {limit} بايت</translation>
    </message>
    <message>
        <source>it is not a database address</source>
        <translation>ليس عنوان قاعدة بيانات</translation>
    </message>
    <message>
        <source>it is not an archive that can be read</source>
        <translation>ليس أرشيفًا يمكن قراءته</translation>
    </message>
    <message>
        <source>it is not an export</source>
        <translation>ليس تصديرًا</translation>
    </message>
    <message>
        <source>it is not audio</source>
        <translation>ليس صوتًا</translation>
    </message>
    <message>
        <source>it is not installed</source>
        <translation>ليس مثبّتًا</translation>
    </message>
    <message>
        <source>it is not valid UTF-8</source>
        <translation>ليس UTF-8 صالحًا</translation>
    </message>
    <message>
        <source>it is not valid text</source>
        <translation>ليس نصًا صالحًا</translation>
    </message>
    <message>
        <source>it is there already</source>
        <translation>هي هناك بالفعل</translation>
    </message>
    <message>
        <source>it lies on a PostgreSQL server, and DATABASE_URL names none</source>
        <translation>هي على خادم PostgreSQL، وDATABASE_URL لا يسمّي خادمًا</translation>
    </message>
    <message>
        <source>it may not be empty</source>
        <translation>لا يجوز أن يكون فارغًا</translation>
    </message>
    <message>
        <source>it stops the player</source>
        <translation>يوقف المشغّل</translation>
    </message>
    <message>
        <source>its database cannot be read</source>
        <translation>تتعذّر قراءة قاعدة بياناتها</translation>
    </message>
    <message>
        <source>its database does not pass its test ({found})</source>
        <translation>قاعدة بياناتها لا تجتاز اختبارها ({found})</translation>
    </message>
    <message>
        <source>its database holds other numbers than were written down</source>
        <translation>قاعدة بياناتها تحوي أعدادًا غير المدوّنة</translation>
    </message>
    <message>
        <source>its database is not one of this program</source>
        <translation>قاعدة بياناتها ليست من هذا البرنامج</translation>
    </message>
    <message>
        <source>its database lies elsewhere (DATABASE_URL)</source>
        <translation>قاعدة بياناتها في مكان آخر (DATABASE_URL)</translation>
    </message>
    <message>
        <source>its database names a file that cannot be</source>
        <translation>قاعدة بياناتها تسمّي ملفًا لا يمكن أن يوجد</translation>
    </message>
    <message>
        <source>its database names other files than its manifest</source>
        <translation>قاعدة بياناتها تسمّي ملفات غير التي في بيانها</translation>
    </message>
    <message>
        <source>its database server reports an inner error ({state})</source>
        <translation>خادم قاعدة بياناتها يبلغ عن خطأ داخلي ({state})</translation>
    </message>
    <message>
        <source>its database was changed</source>
        <translation>تغيّرت قاعدة بياناتها</translation>
    </message>
    <message>
        <source>its database {name} is missing</source>
        <translation>قاعدة بياناتها {name} مفقودة</translation>
    </message>
    <message>
        <source>its database&apos;s dump holds what no library has</source>
        <translation>تفريغ قاعدة بياناتها يحوي ما ليس في أي مكتبة</translation>
    </message>
    <message>
        <source>its disk gives back other bytes than were written</source>
        <translation>قرصه يعيد بايتات غير التي كُتبت</translation>
    </message>
    <message>
        <source>its file CURRENT cannot be read</source>
        <translation>تتعذّر قراءة ملفها CURRENT</translation>
    </message>
    <message>
        <source>its file CURRENT does not name a database</source>
        <translation>ملفها CURRENT لا يسمّي قاعدة بيانات</translation>
    </message>
    <message>
        <source>its file CURRENT is missing</source>
        <translation>ملفها CURRENT مفقود</translation>
    </message>
    <message>
        <source>its file is not in the library&apos;s folder</source>
        <translation>ليس في مجلد المكتبة</translation>
    </message>
    <message>
        <source>its format is not understood</source>
        <translation>صيغته غير مفهومة</translation>
    </message>
    <message>
        <source>its manifest bears another name</source>
        <translation>بيانها يحمل اسمًا آخر</translation>
    </message>
    <message>
        <source>its manifest cannot be read</source>
        <translation>تتعذّر قراءة بيانها</translation>
    </message>
    <message>
        <source>its manifest has a line that cannot be</source>
        <translation>في بيانها سطر غير ممكن</translation>
    </message>
    <message>
        <source>its manifest has no facts</source>
        <translation>لا معلومات في بيانها</translation>
    </message>
    <message>
        <source>its manifest is not as it was sealed</source>
        <translation>بيانها ليس كما خُتم</translation>
    </message>
    <message>
        <source>its manifest names a file twice</source>
        <translation>بيانها يسمّي ملفًا مرتين</translation>
    </message>
    <message>
        <source>its {part} cannot be read</source>
        <translation>تتعذّر قراءة {part} فيه</translation>
    </message>
    <message>
        <source>knows every recording</source>
        <translation>يعرف كل تسجيل</translation>
    </message>
    <message>
        <source>line breaks and control characters are not allowed</source>
        <translation>لا يُسمح بفواصل الأسطر ومحارف التحكم</translation>
    </message>
    <message>
        <source>made with the server&apos;s own pg_dump</source>
        <translation>تُنشأ بأداة الخادم pg_dump</translation>
    </message>
    <message>
        <source>names of people and computers</source>
        <translation>أسماء الأشخاص والحواسيب</translation>
    </message>
    <message>
        <source>never</source>
        <translation>أبدًا</translation>
    </message>
    <message>
        <source>new</source>
        <translation>جديد</translation>
    </message>
    <message>
        <source>no sound in it decodes</source>
        <translation>لا صوت فيه يمكن فك ترميزه</translation>
    </message>
    <message>
        <source>no: {reason}</source>
        <translation>لا: {reason}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>لا شيء بعد</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>غير متصلة</translation>
    </message>
    <message>
        <source>not set up yet</source>
        <translation>لم يُهيّأ بعد</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>الملاحظات</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>سليم</translation>
    </message>
    <message>
        <source>on</source>
        <translation>مفعّل</translation>
    </message>
    <message>
        <source>only an SQLite file or PostgreSQL can hold a library</source>
        <translation>لا يمكن أن يحوي مكتبة إلا ملف SQLite أو PostgreSQL</translation>
    </message>
    <message>
        <source>p50 {p50} ms, p99 {p99} ms, max {max} ms, over 16 ms: {stalls} of {ticks}</source>
        <translation>p50 {p50} م‌ث، p99 {p99} م‌ث، الأقصى {max} م‌ث، فوق 16 م‌ث: {stalls} من {ticks}</translation>
    </message>
    <message>
        <source>passwords, keys and tokens</source>
        <translation>كلمات المرور والمفاتيح والرموز السرية</translation>
    </message>
    <message>
        <source>process {number} ({command}) on {host} since {since}</source>
        <translation>العملية {number} ({command}) على {host} منذ {since}</translation>
    </message>
    <message>
        <source>psycopg is not installed; install it with pip install &apos;voice-recorder-pro[postgres]&apos;</source>
        <translation>psycopg غير مثبّت؛ ثبّته بالأمر pip install &apos;voice-recorder-pro[postgres]&apos;</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>التسجيل</translation>
    </message>
    <message>
        <source>recovered</source>
        <translation>الاسترداد</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>إعادة التسمية</translation>
    </message>
    <message>
        <source>repaired</source>
        <translation>الإصلاح</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>الاستعادة</translation>
    </message>
    <message>
        <source>search</source>
        <translation>البحث</translation>
    </message>
    <message>
        <source>source tree</source>
        <translation>شجرة المصدر</translation>
    </message>
    <message>
        <source>store.json was changed</source>
        <translation>تغيّر store.json</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>الوسم</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>the audio file {file} is missing</source>
        <translation>الملف الصوتي {file} مفقود</translation>
    </message>
    <message>
        <source>the audio file {file} was changed</source>
        <translation>تغيّر الملف الصوتي {file}</translation>
    </message>
    <message>
        <source>the computer</source>
        <translation>الحاسوب</translation>
    </message>
    <message>
        <source>the computer&apos;s name</source>
        <translation>اسم الحاسوب</translation>
    </message>
    <message>
        <source>the copy of the database does not pass its check</source>
        <translation>نسخة قاعدة البيانات لا تجتاز فحصها</translation>
    </message>
    <message>
        <source>the database holds other things</source>
        <translation>قاعدة البيانات تحوي أشياء أخرى</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>القرص ممتلئ</translation>
    </message>
    <message>
        <source>the folder is not empty</source>
        <translation>المجلد ليس فارغًا</translation>
    </message>
    <message>
        <source>the folder lies inside the library</source>
        <translation>المجلد داخل المكتبة</translation>
    </message>
    <message>
        <source>the library had lost this file before</source>
        <translation>كانت المكتبة قد فقدت هذا الملف من قبل</translation>
    </message>
    <message>
        <source>the library is not open</source>
        <translation>المكتبة ليست مفتوحة</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>البرنامج</translation>
    </message>
    <message>
        <source>the same as the library&apos;s</source>
        <translation>هو نفسه قرص المكتبة</translation>
    </message>
    <message>
        <source>the server is older than PostgreSQL {oldest}</source>
        <translation>الخادم أقدم من PostgreSQL {oldest}</translation>
    </message>
    <message>
        <source>the system refused to open it</source>
        <translation>رفض النظام فتحه</translation>
    </message>
    <message>
        <source>the upgraded database does not pass its check</source>
        <translation>قاعدة البيانات المحدّثة لا تجتاز فحصها</translation>
    </message>
    <message>
        <source>the user&apos;s name</source>
        <translation>اسم المستخدم</translation>
    </message>
    <message>
        <source>there is no file db/app.db in it</source>
        <translation>لا يوجد فيها ملف db/app.db</translation>
    </message>
    <message>
        <source>there is no restore that could be taken back</source>
        <translation>لا توجد استعادة يمكن التراجع عنها</translation>
    </message>
    <message>
        <source>there is no such setting</source>
        <translation>لا يوجد إعداد كهذا</translation>
    </message>
    <message>
        <source>title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>titles</source>
        <translation>العناوين</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>what is told of it breaks the rules</source>
        <translation>ما يُذكر عنه يخالف القواعد</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>{before}, {after}</source>
        <translation>{before}، {after}</translation>
    </message>
    <message>
        <source>{channels} channel(s) at {rate} Hz in {bits} bits</source>
        <translation>{channels} قناة بمعدل {rate} هرتز و{bits} بت</translation>
    </message>
    <message>
        <source>{code}: {fault}</source>
        <translation>{code}: {fault}</translation>
    </message>
    <message numerus="yes">
        <source>{count} changed (file)</source>
        <translation>
            <numerusform>لا تغيير (ملف)</numerusform>
            <numerusform>تغيير واحد (ملف)</numerusform>
            <numerusform>تغييران (ملف)</numerusform>
            <numerusform>{count} تغييرات (ملف)</numerusform>
            <numerusform>{count} تغييرًا (ملف)</numerusform>
            <numerusform>{count} تغيير (ملف)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} checks passed</source>
        <translation>
            <numerusform>لم يُجتز أي فحص</numerusform>
            <numerusform>اجتيز فحص واحد</numerusform>
            <numerusform>اجتيز فحصان</numerusform>
            <numerusform>اجتيزت {count} فحوص</numerusform>
            <numerusform>اجتيز {count} فحصًا</numerusform>
            <numerusform>اجتيز {count} فحص</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} days ago</source>
        <translation>
            <numerusform>اليوم</numerusform>
            <numerusform>قبل يوم واحد</numerusform>
            <numerusform>قبل يومين</numerusform>
            <numerusform>قبل {count} أيام</numerusform>
            <numerusform>قبل {count} يومًا</numerusform>
            <numerusform>قبل {count} يوم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} entries</source>
        <translation>
            <numerusform>لا قيود</numerusform>
            <numerusform>قيد واحد</numerusform>
            <numerusform>قيدان</numerusform>
            <numerusform>{count} قيود</numerusform>
            <numerusform>{count} قيدًا</numerusform>
            <numerusform>{count} قيد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} h ago</source>
        <translation>
            <numerusform>الآن</numerusform>
            <numerusform>قبل ساعة واحدة</numerusform>
            <numerusform>قبل ساعتين</numerusform>
            <numerusform>قبل {count} ساعات</numerusform>
            <numerusform>قبل {count} ساعة</numerusform>
            <numerusform>قبل {count} ساعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} min ago</source>
        <translation>
            <numerusform>الآن</numerusform>
            <numerusform>قبل دقيقة واحدة</numerusform>
            <numerusform>قبل دقيقتين</numerusform>
            <numerusform>قبل {count} دقائق</numerusform>
            <numerusform>قبل {count} دقيقة</numerusform>
            <numerusform>قبل {count} دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} more files are missing or have changed. Run the full check.</source>
        <translation>
            <numerusform>لا ملفات أخرى مفقودة أو متغيرة. شغّل الفحص الكامل.</numerusform>
            <numerusform>ملف آخر مفقود أو متغير. شغّل الفحص الكامل.</numerusform>
            <numerusform>ملفان آخران مفقودان أو متغيران. شغّل الفحص الكامل.</numerusform>
            <numerusform>{count} ملفات أخرى مفقودة أو متغيرة. شغّل الفحص الكامل.</numerusform>
            <numerusform>{count} ملفًا آخر مفقودًا أو متغيرًا. شغّل الفحص الكامل.</numerusform>
            <numerusform>{count} ملف آخر مفقود أو متغير. شغّل الفحص الكامل.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} rows of the database name others that are not there. Restore it from a backup.</source>
        <translation>
            <numerusform>لا صفوف في قاعدة البيانات تشير إلى صفوف غير موجودة. استعدها من نسخة احتياطية.</numerusform>
            <numerusform>صف واحد في قاعدة البيانات يشير إلى صف غير موجود. استعدها من نسخة احتياطية.</numerusform>
            <numerusform>صفان في قاعدة البيانات يشيران إلى صفوف غير موجودة. استعدها من نسخة احتياطية.</numerusform>
            <numerusform>{count} صفوف في قاعدة البيانات تشير إلى صفوف غير موجودة. استعدها من نسخة احتياطية.</numerusform>
            <numerusform>{count} صفًا في قاعدة البيانات يشير إلى صفوف غير موجودة. استعدها من نسخة احتياطية.</numerusform>
            <numerusform>{count} صف في قاعدة البيانات يشير إلى صفوف غير موجودة. استعدها من نسخة احتياطية.</numerusform>
        </translation>
    </message>
    <message>
        <source>{fault} The next backup there takes note of it.</source>
        <translation>{fault} ستأخذ النسخة الاحتياطية التالية هناك علمًا به.</translation>
    </message>
    <message>
        <source>{field}: {reason}.</source>
        <translation>{field}: {reason}.</translation>
    </message>
    <message>
        <source>{file} or {variable}</source>
        <translation>{file} أو {variable}</translation>
    </message>
    <message>
        <source>{found} of {known}</source>
        <translation>{found} من {known}</translation>
    </message>
    <message>
        <source>{free} of {total} MiB free</source>
        <translation>{free} من {total} ميبيبايت متاحة</translation>
    </message>
    <message>
        <source>{free} of {total} free</source>
        <translation>{free} من {total} متاحة</translation>
    </message>
    <message>
        <source>{number}</source>
        <translation>{number}</translation>
    </message>
    <message>
        <source>{number} channels</source>
        <translation>{number} قناة</translation>
    </message>
    <message>
        <source>{number} years of sound</source>
        <translation>{number} سنة من الصوت</translation>
    </message>
    <message>
        <source>{number} {unit}</source>
        <translation>{number} {unit}</translation>
    </message>
    <message>
        <source>{service} failed several times and is left alone for {seconds} s.</source>
        <translation>فشل {service} مرات عدة ويُترك {seconds} ث.</translation>
    </message>
    <message>
        <source>{size}, log {log}, {free} of {pages} pages free</source>
        <translation>{size}، السجل {log}، {free} من {pages} صفحة متاحة</translation>
    </message>
    <message>
        <source>{size}, {hours} h</source>
        <translation>{size}، {hours} ساعة</translation>
    </message>
    <message>
        <source>{times} ×, mean {mean} ms, p95 {p95}, max {max}</source>
        <translation>{times} ×، المتوسط {mean} م‌ث، p95 {p95}، الأقصى {max}</translation>
    </message>
    <message>
        <source>{value} ({source})</source>
        <translation>{value} ({source})</translation>
    </message>
    <message>
        <source>{value}; the file says {found}, which is not allowed</source>
        <translation>{value}؛ في الملف {found}، وهذا غير مسموح</translation>
    </message>
    <message>
        <source>{what} ended unexpectedly, version {version}, after {seconds} s</source>
        <translation>نهاية غير متوقعة ({what})، الإصدار {version}، بعد {seconds} ث</translation>
    </message>
    <message>
        <source>{word} means nothing; known are {known}</source>
        <translation>{word} لا معنى له؛ المعروف {known}</translation>
    </message>
    <message>
        <source>“{name}” cannot be imported as an export: {reason}.</source>
        <translation>لا يمكن استيراد «{name}» كتصدير: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” changed while it was read.</source>
        <translation>تغيّر «{name}» أثناء قراءته.</translation>
    </message>
    <message>
        <source>“{name}” claims {claim}, which no recording has.</source>
        <translation>يدّعي «{name}» {claim}، وهذا لا يكون في تسجيل.</translation>
    </message>
    <message>
        <source>“{name}” could not be examined within its limits of time and memory.</source>
        <translation>تعذّر فحص «{name}» ضمن حدود الوقت والذاكرة.</translation>
    </message>
    <message>
        <source>“{name}” could not be imported.</source>
        <translation>تعذّر استيراد «{name}».</translation>
    </message>
    <message>
        <source>“{name}” could not be read to its end ({reason}).</source>
        <translation>تعذّرت قراءة «{name}» إلى نهايته ({reason}).</translation>
    </message>
    <message>
        <source>“{name}” has a name that cannot be kept: {reason}.</source>
        <translation>اسم «{name}» لا يمكن حفظه: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” has no sound in it.</source>
        <translation>لا صوت في «{name}».</translation>
    </message>
    <message>
        <source>“{name}” has {size}, more than the limit of {limit}.</source>
        <translation>حجم «{name}» هو {size}، أكثر من الحد {limit}.</translation>
    </message>
    <message>
        <source>“{name}” in the library cannot be read</source>
        <translation>تتعذّر قراءة «{name}» في المكتبة</translation>
    </message>
    <message>
        <source>“{name}” is a link, and links are not followed.</source>
        <translation>«{name}» رابط، والروابط لا تُتبع.</translation>
    </message>
    <message>
        <source>“{name}” is already in the library.</source>
        <translation>«{name}» في المكتبة من قبل.</translation>
    </message>
    <message>
        <source>“{name}” is damaged: no sound in it can be played.</source>
        <translation>«{name}» تالف: لا صوت فيه يمكن تشغيله.</translation>
    </message>
    <message>
        <source>“{name}” is empty.</source>
        <translation>«{name}» فارغ.</translation>
    </message>
    <message>
        <source>“{name}” is not audio, whatever its name says.</source>
        <translation>«{name}» ليس صوتًا مهما قال اسمه.</translation>
    </message>
    <message>
        <source>“{name}” is not of a type that can be imported.</source>
        <translation>«{name}» ليس من نوع يمكن استيراده.</translation>
    </message>
    <message>
        <source>“{name}” is not there (any more).</source>
        <translation>«{name}» غير موجود (أو لم يعد موجودًا).</translation>
    </message>
    <message>
        <source>“{name}” is {kind}, not a file.</source>
        <translation>«{name}» هو {kind} وليس ملفًا.</translation>
    </message>
    <message>
        <source>“{name}” lies at a path that is too long for this system.</source>
        <translation>يقع «{name}» في مسار أطول مما يحتمله هذا النظام.</translation>
    </message>
    <message>
        <source>“{name}” may not be read by you.</source>
        <translation>لا يُسمح لك بقراءة «{name}».</translation>
    </message>
    <message>
        <source>“{name}” was exported by a newer Voice Recorder Pro (form {found}).</source>
        <translation>صُدّر «{name}» من إصدار أحدث من Voice Recorder Pro (الصيغة {found}).</translation>
    </message>
    <message>
        <source>“{name}” was not the same when it was read back</source>
        <translation>لم يكن «{name}» هو نفسه عند إعادة قراءته</translation>
    </message>
    <message>
        <source>“{title}” cannot be read ({reason}).</source>
        <translation>تتعذّر قراءة «{title}» ({reason}).</translation>
    </message>
    <message>
        <source>“{title}” has changed: its bytes are not those that were stored.</source>
        <translation>تغيّر «{title}»: بايتاته ليست التي حُفظت.</translation>
    </message>
    <message>
        <source>“{title}” has changed: {found} bytes in place of {stored}.</source>
        <translation>تغيّر «{title}»: {found} بايت بدلًا من {stored}.</translation>
    </message>
    <message>
        <source>“{title}” has no history: it was not put there by the program.</source>
        <translation>لا سجل زمنيًا لـ«{title}»: لم يضعه البرنامج هناك.</translation>
    </message>
    <message>
        <source>“{title}” is missing: its file is not in the audio folder.</source>
        <translation>«{title}» مفقود: ملفه ليس في مجلد الصوت.</translation>
    </message>
</context>
<context>
    <name>BackupFlow</name>
    <message>
        <source>Back Up Now</source>
        <translation>أنشئ نسخة احتياطية الآن</translation>
    </message>
    <message>
        <source>Backed up, but {files} of the library itself were missing or changed. Check the library.</source>
        <translation>تم النسخ الاحتياطي، لكن من المكتبة نفسها: {files} مفقودة أو متغيّرة. افحص المكتبة.</translation>
    </message>
    <message>
        <source>Backing up the library</source>
        <translation>نسخ المكتبة احتياطيًا</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Every recording of that backup is in the library.</source>
        <translation>كل تسجيلات تلك النسخة الاحتياطية موجودة في المكتبة.</translation>
    </message>
    <message>
        <source>For more than a week no backup was proven restorable. Connect the backup disk and back up.</source>
        <translation>منذ أكثر من أسبوع لم تثبت قابلية أي نسخة احتياطية للاستعادة. وصّل قرص النسخ الاحتياطي وأنشئ نسخة.</translation>
    </message>
    <message>
        <source>It lies on the library&apos;s own disk; another disk is better (see Settings).</source>
        <translation>تقع النسخة على قرص المكتبة نفسه؛ قرص آخر أفضل (انظر الإعدادات).</translation>
    </message>
    <message>
        <source>No proven backup</source>
        <translation>لا نسخة احتياطية مثبتة</translation>
    </message>
    <message>
        <source>Proven restorable: {when}, {recordings}</source>
        <translation>ثبتت إمكانية الاستعادة: {when}، {recordings}</translation>
    </message>
    <message>
        <source>Reading every file again</source>
        <translation>إعادة قراءة كل ملف</translation>
    </message>
    <message>
        <source>Reading the backup</source>
        <translation>قراءة النسخة الاحتياطية</translation>
    </message>
    <message>
        <source>Reading the backups</source>
        <translation>قراءة النسخ الاحتياطية</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>استعادة</translation>
    </message>
    <message>
        <source>Restore Into an Empty Folder</source>
        <translation>استعادة إلى مجلد فارغ</translation>
    </message>
    <message>
        <source>Restore the whole library?</source>
        <translation>هل تُستعاد المكتبة كلها؟</translation>
    </message>
    <message>
        <source>Restoring into {folder}</source>
        <translation>الاستعادة إلى {folder}</translation>
    </message>
    <message>
        <source>Restoring recordings</source>
        <translation>استعادة التسجيلات</translation>
    </message>
    <message>
        <source>The backup could not be proven: it may not be restorable. Check the library&apos;s health.</source>
        <translation>تعذّر إثبات النسخة الاحتياطية: قد لا يمكن استعادتها. افحص سلامة المكتبة.</translation>
    </message>
    <message>
        <source>The library becomes what it was {when}, with {recordings}. It is backed up before, and you can go back.</source>
        <translation>تعود المكتبة كما كانت {when}، وفيها {recordings}. تُنسخ احتياطيًا قبل ذلك، ويمكنك الرجوع.</translation>
    </message>
    <message>
        <source>Tidying Recently Deleted</source>
        <translation>ترتيب المحذوفة مؤخرًا</translation>
    </message>
    <message>
        <source>{files} are damaged or missing, and no good copy was found: “{title}”…</source>
        <translation>{files} تالفة أو مفقودة، ولم توجد نسخة سليمة: «{title}»…</translation>
    </message>
    <message>
        <source>{files} read: all are what was stored.</source>
        <translation>قُرئت {files}: كلها كما خُزّنت.</translation>
    </message>
    <message>
        <source>{files} were damaged. Good copies from the backup took their place.</source>
        <translation>كانت {files} تالفة. حلّت محلها نسخ سليمة من النسخة الاحتياطية.</translation>
    </message>
    <message>
        <source>{recordings} restored into {folder}.</source>
        <translation>استُعيدت {recordings} إلى {folder}.</translation>
    </message>
    <message>
        <source>{recordings} restored.</source>
        <translation>استُعيدت {recordings}.</translation>
    </message>
</context>
<context>
    <name>BundleDialog</name>
    <message>
        <source>Choose a file to read what it says.</source>
        <translation>اختر ملفًا لتقرأ ما فيه.</translation>
    </message>
    <message>
        <source>Crash reports</source>
        <translation>تقارير التعطل</translation>
    </message>
    <message>
        <source>Form of the database, without its rows</source>
        <translation>بنية قاعدة البيانات بلا صفوفها</translation>
    </message>
    <message>
        <source>How long things took</source>
        <translation>كم استغرقت الأمور</translation>
    </message>
    <message>
        <source>It is saved to a file that you can read and send. Nothing is sent by itself.</source>
        <translation>تُحفظ في ملف يمكنك قراءته وإرساله. لا يُرسل شيء تلقائيًا.</translation>
    </message>
    <message>
        <source>Log of the last 24 hours</source>
        <translation>سجل آخر 24 ساعة</translation>
    </message>
    <message>
        <source>Never inside: {things}.</source>
        <translation>لا يكون فيها أبدًا: {things}.</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>جزء</translation>
    </message>
    <message>
        <source>Parts of the bundle</source>
        <translation>أجزاء الحزمة</translation>
    </message>
    <message>
        <source>Save Support Bundle</source>
        <translation>حفظ حزمة الدعم</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>احفظ…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Support line</source>
        <translation>سطر الدعم</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>المهام</translation>
    </message>
    <message>
        <source>What Diagnostics shows</source>
        <translation>ما يعرضه التشخيص</translation>
    </message>
    <message>
        <source>What the chosen file says</source>
        <translation>ما في الملف المختار</translation>
    </message>
    <message>
        <source>{part}, {count} lines withheld</source>
        <translation>{part}، حُجبت {count} أسطر</translation>
    </message>
    <message>
        <source>{part}: could not be made ({reason})</source>
        <translation>{part}: تعذّر إنشاؤه ({reason})</translation>
    </message>
    <message>
        <source>{size} before it is packed</source>
        <translation>{size} قبل الضغط</translation>
    </message>
</context>
<context>
    <name>BundleFlow</name>
    <message>
        <source>Choose Parts</source>
        <translation>اختر الأجزاء</translation>
    </message>
    <message>
        <source>Gathering the support bundle</source>
        <translation>جمع حزمة الدعم</translation>
    </message>
    <message>
        <source>Save Support Bundle</source>
        <translation>حفظ حزمة الدعم</translation>
    </message>
    <message>
        <source>Saved: {name}, {size}. Nothing was sent; attach it to your mail.</source>
        <translation>حُفظت: {name}، {size}. لم يُرسل شيء؛ أرفقها برسالتك.</translation>
    </message>
    <message>
        <source>Saving the support bundle</source>
        <translation>حفظ حزمة الدعم</translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation>أظهر في المجلد</translation>
    </message>
    <message>
        <source>Support bundle (*.zip)</source>
        <translation>حزمة دعم (*.zip)</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>A recording is running</source>
        <translation>هناك تسجيل جارٍ</translation>
    </message>
    <message>
        <source>A task is still running: {task}</source>
        <translation>ما زالت مهمة جارية: {task}</translation>
    </message>
    <message>
        <source>Cancel It and Quit</source>
        <translation>ألغها وأنهِ</translation>
    </message>
    <message>
        <source>It can be stopped and saved now.</source>
        <translation>يمكن إيقافه وحفظه الآن.</translation>
    </message>
    <message>
        <source>Keep Recording</source>
        <translation>واصل التسجيل</translation>
    </message>
    <message>
        <source>Keep Running</source>
        <translation>دعها تعمل</translation>
    </message>
    <message>
        <source>Stop and Save</source>
        <translation>أوقف واحفظ</translation>
    </message>
    <message>
        <source>What is finished is kept; the rest can be done again later.</source>
        <translation>يبقى ما انتهى؛ ويمكن إعادة الباقي لاحقًا.</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Added</source>
        <translation>أُضيف</translation>
    </message>
    <message>
        <source>Artist:</source>
        <translation>الفنان:</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>حُذف</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>مفضّل</translation>
    </message>
    <message>
        <source>File name:</source>
        <translation>اسم الملف:</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>الصيغة</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>Notes:</source>
        <translation>الملاحظات:</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>وقت التسجيل</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>Tags:</source>
        <translation>الوسوم:</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>no</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>نعم</translation>
    </message>
</context>
<context>
    <name>CommandStates</name>
    <message>
        <source>&amp;Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>شغّل</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>سجّل</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>أعد</translation>
    </message>
    <message>
        <source>&amp;Stop Recording</source>
        <translation>أوقف التسجيل</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Add to Fa&amp;vourites</source>
        <translation>أضف إلى المفضلة</translation>
    </message>
    <message>
        <source>Check &amp;Health</source>
        <translation>افحص السلامة</translation>
    </message>
    <message>
        <source>It is in the library</source>
        <translation>هو في المكتبة</translation>
    </message>
    <message>
        <source>No recording is selected</source>
        <translation>لا تسجيل محددًا</translation>
    </message>
    <message>
        <source>Nothing is being recorded</source>
        <translation>لا شيء يُسجَّل الآن</translation>
    </message>
    <message>
        <source>P&amp;ause Recording</source>
        <translation>أوقف التسجيل مؤقتًا</translation>
    </message>
    <message>
        <source>Remove from Fa&amp;vourites</source>
        <translation>أزل من المفضلة</translation>
    </message>
    <message>
        <source>Restore the recording first</source>
        <translation>استعد التسجيل أولًا</translation>
    </message>
    <message>
        <source>Resume R&amp;ecording</source>
        <translation>استأنف التسجيل</translation>
    </message>
    <message>
        <source>Select one recording only</source>
        <translation>حدد تسجيلًا واحدًا فقط</translation>
    </message>
    <message>
        <source>The microphone is not ready</source>
        <translation>الميكروفون غير جاهز</translation>
    </message>
    <message>
        <source>There is nothing to take back or do again</source>
        <translation>لا شيء للتراجع عنه أو إعادته</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Copy</source>
        <translation>انسخ</translation>
    </message>
    <message>
        <source>Crash Reports</source>
        <translation>تقارير التعطل</translation>
    </message>
    <message>
        <source>Delete Report</source>
        <translation>احذف التقرير</translation>
    </message>
    <message>
        <source>Reports, the newest first</source>
        <translation>التقارير، الأحدث أولًا</translation>
    </message>
    <message>
        <source>The chosen report</source>
        <translation>التقرير المختار</translation>
    </message>
    <message>
        <source>There is no report.</source>
        <translation>لا يوجد تقرير.</translation>
    </message>
</context>
<context>
    <name>Crashes</name>
    <message>
        <source>Restart in Safe Mode</source>
        <translation>أعد التشغيل في الوضع الآمن</translation>
    </message>
    <message>
        <source>Safe mode: default settings, and nothing begins by itself. To leave it, quit and start again.</source>
        <translation>الوضع الآمن: إعدادات افتراضية، ولا يبدأ شيء تلقائيًا. للخروج منه أنهِ البرنامج وشغّله مجددًا.</translation>
    </message>
    <message>
        <source>The program did not end in order last time. Your recordings are kept; a report lies on this computer.</source>
        <translation>لم ينتهِ البرنامج بانتظام في المرة الماضية. تسجيلاتك محفوظة؛ ويوجد تقرير على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>The program ended unexpectedly twice within a minute. Your recordings are kept.</source>
        <translation>انتهى البرنامج فجأة مرتين خلال دقيقة. تسجيلاتك محفوظة.</translation>
    </message>
    <message>
        <source>View Report</source>
        <translation>اعرض التقرير</translation>
    </message>
</context>
<context>
    <name>DetailsFlow</name>
    <message>
        <source>Checking “{title}”</source>
        <translation>فحص «{title}»</translation>
    </message>
    <message>
        <source>{recordings} in this view</source>
        <translation>{recordings} في هذا العرض</translation>
    </message>
    <message>
        <source>{recordings} in this view
{size} in the library</source>
        <translation>{recordings} في هذا العرض
{size} في المكتبة</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
</context>
<context>
    <name>DeviceBox</name>
    <message>
        <source>Default: {name}</source>
        <translation>الافتراضي: {name}</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>الميكروفون</translation>
    </message>
    <message>
        <source>Microphone: {name}</source>
        <translation>الميكروفون: {name}</translation>
    </message>
    <message>
        <source>Microphones</source>
        <translation>الميكروفونات</translation>
    </message>
    <message>
        <source>No microphone</source>
        <translation>لا ميكروفون</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>افتراضي النظام</translation>
    </message>
</context>
<context>
    <name>Diagnostics</name>
    <message>
        <source>About</source>
        <translation>عن البرنامج</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>الصوت</translation>
    </message>
    <message>
        <source>Back Up Now</source>
        <translation>أنشئ نسخة احتياطية الآن</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>النسخ الاحتياطية</translation>
    </message>
    <message>
        <source>Check Health</source>
        <translation>افحص السلامة</translation>
    </message>
    <message>
        <source>Check Library</source>
        <translation>افحص المكتبة</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>السحابة</translation>
    </message>
    <message>
        <source>Crashes</source>
        <translation>الأعطال</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>قاعدة البيانات</translation>
    </message>
    <message>
        <source>Dump Stacks</source>
        <translation>أظهر مكدسات الاستدعاء</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>فشل</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>السلامة</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>المهام</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>المكتبة</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>يحتاج نظرًا</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>القياسات</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>سليم</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>افتح المجلد</translation>
    </message>
    <message>
        <source>Open Settings</source>
        <translation>افتح الإعدادات</translation>
    </message>
    <message>
        <source>Paths and space</source>
        <translation>المسارات والمساحة</translation>
    </message>
    <message>
        <source>Prove Backup</source>
        <translation>أثبت النسخة الاحتياطية</translation>
    </message>
    <message>
        <source>Rebuild Search</source>
        <translation>أعد بناء البحث</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>أصلح</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>System</source>
        <translation>النظام</translation>
    </message>
    <message>
        <source>Test Microphone…</source>
        <translation>اختبر الميكروفون…</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>خيوط التنفيذ</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>حاول مجددًا</translation>
    </message>
    <message>
        <source>View Reports</source>
        <translation>اعرض التقارير</translation>
    </message>
</context>
<context>
    <name>DiagnosticsPage</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Copy All</source>
        <translation>انسخ الكل</translation>
    </message>
    <message>
        <source>Copy Support Line</source>
        <translation>انسخ سطر الدعم</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>التشخيص</translation>
    </message>
    <message>
        <source>Event loop: 99 of 100 looks within {p99} ms, the longest {longest} ms</source>
        <translation>حلقة الأحداث: 99 من 100 ضمن {p99} م.ث، والأطول {longest} م.ث</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>حدّث</translation>
    </message>
    <message>
        <source>Save Support Bundle…</source>
        <translation>احفظ حزمة الدعم…</translation>
    </message>
    <message>
        <source>Search all sections</source>
        <translation>ابحث في كل الأقسام</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>الأقسام</translation>
    </message>
</context>
<context>
    <name>DiagnosticsRoom</name>
    <message>
        <source>Open findings of the health check</source>
        <translation>نتائج مفتوحة من فحص السلامة</translation>
    </message>
    <message>
        <source>What the last check of the library&apos;s health found. Shows it.</source>
        <translation>ما وجده آخر فحص لسلامة المكتبة. اعرضه.</translation>
    </message>
    <message>
        <source>{count} to look at</source>
        <translation>{count} تحتاج نظرًا</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>All files</source>
        <translation>كل الملفات</translation>
    </message>
    <message>
        <source>Audio files</source>
        <translation>ملفات صوتية</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>انسخ</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Import Files</source>
        <translation>استيراد ملفات</translation>
    </message>
    <message>
        <source>Import Folder</source>
        <translation>استيراد مجلد</translation>
    </message>
</context>
<context>
    <name>DropTarget</name>
    <message>
        <source>Drop to import into the library</source>
        <translation>أفلت للاستيراد إلى المكتبة</translation>
    </message>
    <message>
        <source>Only files and folders of this computer can be imported</source>
        <translation>لا تُستورد إلا ملفات هذا الحاسوب ومجلداته</translation>
    </message>
    <message>
        <source>These are no audio files that can be imported</source>
        <translation>هذه ليست ملفات صوتية يمكن استيرادها</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>After a crash or a power cut, what was being recorded is here.</source>
        <translation>بعد تعطل أو انقطاع كهرباء يكون هنا ما كان يُسجَّل.</translation>
    </message>
    <message>
        <source>Back to the Library</source>
        <translation>العودة إلى المكتبة</translation>
    </message>
    <message>
        <source>Clear Search</source>
        <translation>امسح البحث</translation>
    </message>
    <message>
        <source>Deleted recordings come here first, and can be restored.</source>
        <translation>تأتي التسجيلات المحذوفة إلى هنا أولًا، ويمكن استعادتها.</translation>
    </message>
    <message>
        <source>Drop audio files or folders on the window, or choose them.</source>
        <translation>أفلت ملفات صوتية أو مجلدات على النافذة، أو اخترها.</translation>
    </message>
    <message>
        <source>Drop recordings on the tag, or add it in the details.</source>
        <translation>أفلت تسجيلات على الوسم، أو أضفه من التفاصيل.</translation>
    </message>
    <message>
        <source>Import Files…</source>
        <translation>استورد ملفات…</translation>
    </message>
    <message>
        <source>It will be here as soon as you stop.</source>
        <translation>سيكون هنا حالما تتوقف.</translation>
    </message>
    <message>
        <source>No favourites yet</source>
        <translation>لا مفضلة بعد</translation>
    </message>
    <message>
        <source>No recording has this tag</source>
        <translation>لا تسجيل يحمل هذا الوسم</translation>
    </message>
    <message>
        <source>No recording matches</source>
        <translation>لا تسجيل يطابق</translation>
    </message>
    <message>
        <source>Nothing had to be recovered</source>
        <translation>لم يلزم إنقاذ شيء</translation>
    </message>
    <message>
        <source>Nothing imported yet</source>
        <translation>لم يُستورد شيء بعد</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>لا يغادر شيء هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Nothing recorded here yet</source>
        <translation>لم يُسجَّل شيء هنا بعد</translation>
    </message>
    <message>
        <source>Nothing recorded yet</source>
        <translation>لم يُسجَّل شيء بعد</translation>
    </message>
    <message>
        <source>Nothing was deleted</source>
        <translation>لم يُحذف شيء</translation>
    </message>
    <message>
        <source>Press the star of a recording to have it here.</source>
        <translation>اضغط نجمة تسجيل ليظهر هنا.</translation>
    </message>
    <message>
        <source>Press the star of a recording, or {key}, to have it here.</source>
        <translation>اضغط نجمة تسجيل، أو {key}، ليظهر هنا.</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>سجّل</translation>
    </message>
    <message>
        <source>To import, drop audio files or folders here, or choose them.</source>
        <translation>للاستيراد، أفلت ملفات صوتية أو مجلدات هنا، أو اخترها.</translation>
    </message>
    <message>
        <source>What you record is kept in {place}.</source>
        <translation>ما تسجّله يُحفظ في {place}.</translation>
    </message>
    <message>
        <source>Press Record and speak; the recording is here as soon as you stop.</source>
        <translation>اضغط «سجّل» وتحدّث؛ يكون التسجيل هنا حالما تتوقف.</translation>
    </message>
    <message>
        <source>Recording…</source>
        <translation>جارٍ التسجيل…</translation>
    </message>
    <message>
        <source>Show All Recordings</source>
        <translation>أظهر كل التسجيلات</translation>
    </message>
    <message>
        <source>Titles, file names, notes and tags were searched.</source>
        <translation>بُحث في العناوين وأسماء الملفات والملاحظات والوسوم.</translation>
    </message>
</context>
<context>
    <name>ErrorHelp</name>
    <message>
        <source>The health check found it: Tools &gt; Check Health says what to do.</source>
        <translation>وجده فحص السلامة: أدوات &gt; افحص السلامة يبيّن ما يلزم.</translation>
    </message>
    <message>
        <source>What happened: {text}</source>
        <translation>ما حدث: {text}</translation>
    </message>
    <message>
        <source>What is safe: {text}</source>
        <translation>ما هو آمن: {text}</translation>
    </message>
    <message>
        <source>What to do: {text}</source>
        <translation>ما يلزم فعله: {text}</translation>
    </message>
</context>
<context>
    <name>ExportFlow</name>
    <message>
        <source>All Recordings</source>
        <translation>كل التسجيلات</translation>
    </message>
    <message>
        <source>Data (*.json)</source>
        <translation>بيانات (*.json)</translation>
    </message>
    <message>
        <source>Erase for Good</source>
        <translation>امحُ إلى الأبد</translation>
    </message>
    <message>
        <source>Erase {recordings} for good?</source>
        <translation>هل تُمحى {recordings} إلى الأبد؟</translation>
    </message>
    <message>
        <source>Erased {when}:</source>
        <translation>مُحي {when}:</translation>
    </message>
    <message>
        <source>Erasing for good</source>
        <translation>محو نهائي</translation>
    </message>
    <message>
        <source>Everything, for any browser (*.zip)</source>
        <translation>كل شيء، لأي متصفح (*.zip)</translation>
    </message>
    <message>
        <source>Export {what}</source>
        <translation>تصدير {what}</translation>
    </message>
    <message>
        <source>Exporting to {name}</source>
        <translation>التصدير إلى {name}</translation>
    </message>
    <message>
        <source>From the library: the row, its words in the search, what its history said.</source>
        <translation>من المكتبة: الصف، وكلماته في البحث، وما قاله سجله الزمني.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>احتفظ</translation>
    </message>
    <message>
        <source>Mentions in the logs that were overwritten: {count}</source>
        <translation>الإشارات التي طُمست في السجلات: {count}</translation>
    </message>
    <message>
        <source>Nothing of it stays in the library, and no backup brings it back.</source>
        <translation>لا يبقى منه شيء في المكتبة، ولا تعيده أي نسخة احتياطية.</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>إيصال</translation>
    </message>
    <message>
        <source>Recordings {day}.zip</source>
        <translation>تسجيلات {day}.zip</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>أظهر</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>جدول (*.csv)</translation>
    </message>
    <message>
        <source>The backup {name} still holds it and goes by {day}.</source>
        <translation>ما زال في النسخة الاحتياطية {name}، وتزول بحلول {day}.</translation>
    </message>
    <message>
        <source>{files} removed.</source>
        <translation>أُزيلت {files}.</translation>
    </message>
    <message>
        <source>{files} were missing or damaged.</source>
        <translation>{files} كانت مفقودة أو تالفة.</translation>
    </message>
    <message>
        <source>{recordings} erased for good.</source>
        <translation>مُحيت {recordings} إلى الأبد.</translation>
    </message>
    <message>
        <source>{recordings} exported to {name}.</source>
        <translation>صُدّرت {recordings} إلى {name}.</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Added</source>
        <translation>أُضيف</translation>
    </message>
    <message>
        <source>Checked {when}</source>
        <translation>فُحص {when}</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>اسم الملف</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>الصيغة</translation>
    </message>
    <message>
        <source>Last check</source>
        <translation>آخر فحص</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>لم يُفحص بعد</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>الملاحظات</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>وقت التسجيل</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Several values</source>
        <translation>قيم متعددة</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>As at First</source>
        <translation>كما في البداية</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>الأعمدة</translation>
    </message>
</context>
<context>
    <name>HealthFlow</name>
    <message>
        <source>Checking the library&apos;s health</source>
        <translation>فحص سلامة المكتبة</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>أصلح</translation>
    </message>
    <message>
        <source>Repaired. The library is healthy.</source>
        <translation>أُصلحت. المكتبة سليمة.</translation>
    </message>
    <message>
        <source>Repairing the library</source>
        <translation>إصلاح المكتبة</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>أظهر</translation>
    </message>
    <message>
        <source>The library is healthy.</source>
        <translation>المكتبة سليمة.</translation>
    </message>
    <message>
        <source>{count} things to look at.</source>
        <translation>{count} أمور تحتاج نظرًا.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>About Voice Recorder Pro</source>
        <translation>حول Voice Recorder Pro</translation>
    </message>
    <message>
        <source>Records, keeps and finds what was said.
Everything stays on this computer: nothing is sent anywhere.

Free software under the MIT licence. Uses Qt (LGPL) and FFmpeg.</source>
        <translation>يسجّل ما قيل ويحفظه ويجده.
يبقى كل شيء على هذا الحاسوب: لا يُرسل شيء إلى أي مكان.

برنامج حر برخصة MIT. يستخدم Qt‏ (LGPL) وFFmpeg.</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>Deleted permanently</source>
        <translation>حُذف نهائيًا</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>حُرّر</translation>
    </message>
    <message>
        <source>Erased for good</source>
        <translation>مُحي إلى الأبد</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>صُدّر</translation>
    </message>
    <message>
        <source>History</source>
        <translation>السجل الزمني</translation>
    </message>
    <message>
        <source>Imported from {name}</source>
        <translation>استُورد من {name}</translation>
    </message>
    <message>
        <source>Moved to Recently Deleted</source>
        <translation>نُقل إلى المحذوفة مؤخرًا</translation>
    </message>
    <message>
        <source>Recorded here</source>
        <translation>سُجّل هنا</translation>
    </message>
    <message>
        <source>Recovered after the program was cut off</source>
        <translation>أُنقذ بعد انقطاع البرنامج</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>أُعيدت تسميته</translation>
    </message>
    <message>
        <source>Renamed from “{before}” to “{after}”</source>
        <translation>أُعيدت تسميته من «{before}» إلى «{after}»</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>أُصلح</translation>
    </message>
    <message>
        <source>Restored to the library</source>
        <translation>أُعيد إلى المكتبة</translation>
    </message>
    <message>
        <source>Was there when histories began to be kept</source>
        <translation>كان موجودًا حين بدأ حفظ السجل الزمني</translation>
    </message>
    <message>
        <source>What</source>
        <translation>ماذا</translation>
    </message>
    <message>
        <source>When</source>
        <translation>متى</translation>
    </message>
</context>
<context>
    <name>HistoryFlow</name>
    <message>
        <source>Reading the history</source>
        <translation>قراءة السجل الزمني</translation>
    </message>
</context>
<context>
    <name>ImportFlow</name>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Import Anyway</source>
        <translation>استورد رغم ذلك</translation>
    </message>
    <message>
        <source>Import cancelled. What was finished before is kept.</source>
        <translation>أُلغي الاستيراد. يبقى ما انتهى قبل ذلك.</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>جارٍ الاستيراد</translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation>لم يُستورد</translation>
    </message>
    <message>
        <source>There was no audio file in it.</source>
        <translation>لم يكن فيه ملف صوتي.</translation>
    </message>
    <message>
        <source>{files} already in the library.</source>
        <translation>{files} في المكتبة من قبل.</translation>
    </message>
    <message>
        <source>{files} could not be imported.</source>
        <translation>تعذّر استيراد {files}.</translation>
    </message>
    <message>
        <source>{files} imported.</source>
        <translation>استُوردت {files}.</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Command</source>
        <translation>الأمر</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>الأوامر ومفاتيحها</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>القائمة</translation>
    </message>
    <message>
        <source>New Key…</source>
        <translation>مفتاح جديد…</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>مفتاح جديد</translation>
    </message>
    <message>
        <source>New key for “{command}”:</source>
        <translation>مفتاح جديد للأمر «{command}»:</translation>
    </message>
    <message>
        <source>No Key</source>
        <translation>بلا مفتاح</translation>
    </message>
    <message>
        <source>Press the new key; Esc gives up</source>
        <translation>اضغط المفتاح الجديد؛ Esc للإلغاء</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>إعادة الضبط</translation>
    </message>
    <message>
        <source>Reset All</source>
        <translation>إعادة ضبط الكل</translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation>ابحث في الأوامر والمفاتيح</translation>
    </message>
    <message>
        <source>Take It Over</source>
        <translation>خذه</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>{key} belongs to “{command}”. Take it over, or press another.</source>
        <translation>المفتاح {key} للأمر «{command}». خذه، أو اضغط غيره.</translation>
    </message>
    <message>
        <source>{key} is needed for moving about or for writing. Press another.</source>
        <translation>المفتاح {key} لازم للتنقل أو الكتابة. اضغط غيره.</translation>
    </message>
    <message>
        <source>“{command}”: as the program comes, {keys}.</source>
        <translation>«{command}»: كما يأتي البرنامج، {keys}.</translation>
    </message>
</context>
<context>
    <name>LevelMeter</name>
    <message>
        <source>Level of the microphone in dBFS. Speech should peak between −18 and −6. Click clears the clip mark.</source>
        <translation>مستوى الميكروفون بوحدة dBFS. ذروة الكلام الجيدة بين −18 و−6. النقر يمسح علامة القص.</translation>
    </message>
    <message>
        <source>Microphone level in decibels</source>
        <translation>مستوى الميكروفون بالديسيبل</translation>
    </message>
    <message>
        <source>No signal</source>
        <translation>لا إشارة</translation>
    </message>
    <message>
        <source>{levels}, clipped</source>
        <translation>{levels}، مقصوص</translation>
    </message>
    <message>
        <source>{level} decibels, peak {peak}</source>
        <translation>{level} ديسيبل، الذروة {peak}</translation>
    </message>
</context>
<context>
    <name>LevelReading</name>
    <message>
        <source>Clipped</source>
        <translation>مقصوص</translation>
    </message>
    <message>
        <source>Highest level</source>
        <translation>أعلى مستوى</translation>
    </message>
    <message>
        <source>No signal</source>
        <translation>لا إشارة</translation>
    </message>
    <message>
        <source>{value} dB</source>
        <translation>‎{value}‎ ديسيبل</translation>
    </message>
    <message>
        <source>−∞ dB</source>
        <translation>−∞ ديسيبل</translation>
    </message>
</context>
<context>
    <name>LibraryCommands</name>
    <message>
        <source>Delete Permanently</source>
        <translation>احذف نهائيًا</translation>
    </message>
    <message>
        <source>Delete {recordings} permanently?</source>
        <translation>هل تُحذف {recordings} نهائيًا؟</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>احتفظ</translation>
    </message>
    <message>
        <source>Reading the selection</source>
        <translation>قراءة المحدد</translation>
    </message>
    <message>
        <source>The sound is removed from this computer and cannot be brought back.</source>
        <translation>يُزال الصوت من هذا الحاسوب ولا يمكن استرجاعه.</translation>
    </message>
</context>
<context>
    <name>LibraryEdits</name>
    <message>
        <source>Add tag “{tag}” to {what}</source>
        <translation>إضافة الوسم «{tag}» إلى {what}</translation>
    </message>
    <message>
        <source>Add {what} to Favourites</source>
        <translation>إضافة {what} إلى المفضلة</translation>
    </message>
    <message>
        <source>Change notes of {what}</source>
        <translation>تغيير ملاحظات {what}</translation>
    </message>
    <message>
        <source>Delete {what}</source>
        <translation>حذف {what}</translation>
    </message>
    <message>
        <source>Deleted {what}.</source>
        <translation>حُذف: {what}.</translation>
    </message>
    <message>
        <source>Deleting permanently</source>
        <translation>حذف نهائي</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>لم يتغير شيء.</translation>
    </message>
    <message>
        <source>Remove {what} from Favourites</source>
        <translation>إزالة {what} من المفضلة</translation>
    </message>
    <message>
        <source>Rename {what}</source>
        <translation>إعادة تسمية {what}</translation>
    </message>
    <message>
        <source>Rename “{title}”</source>
        <translation>إعادة تسمية «{title}»</translation>
    </message>
    <message>
        <source>Restore {what}</source>
        <translation>استعادة {what}</translation>
    </message>
    <message>
        <source>Stopped: {done} changed, {left} as before.</source>
        <translation>أُوقِف: تغيّرت {done}، وبقيت {left} كما كانت.</translation>
    </message>
    <message>
        <source>Stopped: {done} deleted permanently, {left} still there.</source>
        <translation>أُوقِف: حُذفت {done} نهائيًا، وما زالت {left} موجودة.</translation>
    </message>
    <message>
        <source>Take tag “{tag}” off {what}</source>
        <translation>نزع الوسم «{tag}» عن {what}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>{what} changed elsewhere meanwhile. Undo brings those words back.</source>
        <translation>تغيّر {what} في مكان آخر أثناء ذلك. التراجع يعيد تلك الكلمات.</translation>
    </message>
    <message>
        <source>{what} changed elsewhere meanwhile; those newer words stay.</source>
        <translation>تغيّر {what} في مكان آخر أثناء ذلك؛ تبقى الكلمات الأحدث.</translation>
    </message>
    <message>
        <source>{what} deleted permanently.</source>
        <translation>حُذف نهائيًا: {what}.</translation>
    </message>
    <message>
        <source>{what} no longer in the library.</source>
        <translation>لم يعد في المكتبة: {what}.</translation>
    </message>
</context>
<context>
    <name>LibraryTable</name>
    <message>
        <source>Recordings</source>
        <translation>التسجيلات</translation>
    </message>
</context>
<context>
    <name>LiveSettings</name>
    <message>
        <source>Reading settings</source>
        <translation>قراءة الإعدادات</translation>
    </message>
    <message>
        <source>Saving settings</source>
        <translation>حفظ الإعدادات</translation>
    </message>
</context>
<context>
    <name>LiveWaveform</name>
    <message>
        <source>What is being recorded</source>
        <translation>ما يُسجَّل الآن</translation>
    </message>
</context>
<context>
    <name>LogPanel</name>
    <message>
        <source>All levels</source>
        <translation>كل المستويات</translation>
    </message>
    <message>
        <source>As JSON</source>
        <translation>بصيغة JSON</translation>
    </message>
    <message>
        <source>As Text</source>
        <translation>كنص</translation>
    </message>
    <message>
        <source>Clear View</source>
        <translation>امسح العرض</translation>
    </message>
    <message>
        <source>Close Log</source>
        <translation>أغلق السجل</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>Copies the selected records; all that are shown where none is selected</source>
        <translation>ينسخ القيود المحددة، أو كل المعروضة إن لم يُحدد شيء</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>انسخ</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>تفصيل</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>خطأ</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>معلومة</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>المهمة</translation>
    </message>
    <message>
        <source>Least level</source>
        <translation>أدنى مستوى</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>المستوى</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>سجل البرنامج</translation>
    </message>
    <message>
        <source>Log records</source>
        <translation>قيود السجل</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>افتح المجلد</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Paused: {shown}</source>
        <translation>متوقف: {shown}</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>تسجيل</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>ابحث في السجل</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>تحذير</translation>
    </message>
    <message>
        <source>What</source>
        <translation>ماذا</translation>
    </message>
    <message>
        <source>{count} shown</source>
        <translation>المعروض {count}</translation>
    </message>
    <message>
        <source>{level} and above</source>
        <translation>{level} فأعلى</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Go Back</source>
        <translation>ارجع</translation>
    </message>
    <message>
        <source>Move Back</source>
        <translation>انقل إلى المكان السابق</translation>
    </message>
    <message>
        <source>Opening the library</source>
        <translation>فتح المكتبة</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>تسجيل</translation>
    </message>
    <message>
        <source>Recording failed</source>
        <translation>فشل التسجيل</translation>
    </message>
    <message>
        <source>Recording paused</source>
        <translation>التسجيل متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>Recording starts</source>
        <translation>يبدأ التسجيل</translation>
    </message>
    <message>
        <source>Saving the recording</source>
        <translation>جارٍ حفظ التسجيل</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>حاول مجددًا</translation>
    </message>
    <message>
        <source>{name} (safe mode)</source>
        <translation>{name} (الوضع الآمن)</translation>
    </message>
    <message>
        <source>{recordings} deleted</source>
        <translation>{recordings} محذوفة</translation>
    </message>
    <message>
        <source>{recordings} found</source>
        <translation>وُجدت {recordings}</translation>
    </message>
</context>
<context>
    <name>Manual</name>
    <message>
        <source>Contents of this page</source>
        <translation>محتويات هذه الصفحة</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>الصفحة الأولى</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>غير موجود</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>الصفحة السابقة</translation>
    </message>
    <message>
        <source>Page of the manual</source>
        <translation>صفحة من الدليل</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>ابحث في الدليل</translation>
    </message>
    <message>
        <source>Search the manual; Enter goes on</source>
        <translation>ابحث في الدليل؛ Enter للمتابعة</translation>
    </message>
    <message>
        <source>User Manual</source>
        <translation>دليل المستخدم</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>+{count} more</source>
        <translation>+{count} أخرى</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>أغلق الرسالة</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>خطأ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>تحذير</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>A moment of sound was lost. The computer may be too busy; recording goes on.</source>
        <translation>ضاعت لحظة من الصوت. قد يكون الحاسوب مشغولًا؛ التسجيل مستمر.</translation>
    </message>
    <message>
        <source>Microphone unplugged. Recording kept ({kept}).</source>
        <translation>نُزع الميكروفون. حُفظ التسجيل ({kept}).</translation>
    </message>
    <message>
        <source>No more sound came from the microphone. Recording kept ({kept}).</source>
        <translation>لم يعد يأتي صوت من الميكروفون. حُفظ التسجيل ({kept}).</translation>
    </message>
    <message>
        <source>Nothing is heard. Check the microphone and its mute switch.</source>
        <translation>لا يُسمع شيء. تحقق من الميكروفون ومفتاح كتمه.</translation>
    </message>
    <message>
        <source>Recording stopped and kept ({kept}).</source>
        <translation>توقف التسجيل وحُفظ ({kept}).</translation>
    </message>
    <message>
        <source>The disk is full. Recording stopped and kept ({kept}). Free some room first.</source>
        <translation>القرص ممتلئ. توقف التسجيل وحُفظ ({kept}). أفرغ بعض المساحة أولًا.</translation>
    </message>
    <message>
        <source>The disk is nearly full. Free some room soon.</source>
        <translation>القرص يكاد يمتلئ. أفرغ بعض المساحة قريبًا.</translation>
    </message>
    <message>
        <source>The recorder stopped unexpectedly. Recording kept ({kept}).</source>
        <translation>توقف المسجّل فجأة. حُفظ التسجيل ({kept}).</translation>
    </message>
    <message>
        <source>The recording could not be written on. What there was is kept ({kept}).</source>
        <translation>تعذّرت متابعة كتابة التسجيل. حُفظ ما كان ({kept}).</translation>
    </message>
    <message>
        <source>The sound is too loud and distorts. Move away from the microphone or turn it down.</source>
        <translation>الصوت عالٍ جدًا ومشوّه. ابتعد عن الميكروفون أو اخفضه.</translation>
    </message>
    <message>
        <source>The system switched to another microphone. Recording stopped and kept ({kept}).</source>
        <translation>انتقل النظام إلى ميكروفون آخر. توقف التسجيل وحُفظ ({kept}).</translation>
    </message>
</context>
<context>
    <name>MicrophoneTest</name>
    <message>
        <source>Nothing was heard. Check the microphone, its mute switch and its level in the system.</source>
        <translation>لم يُسمع شيء. تحقق من الميكروفون ومفتاح كتمه ومستواه في النظام.</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>شغّل</translation>
    </message>
    <message>
        <source>Record 5 Seconds</source>
        <translation>سجّل 5 ثوانٍ</translation>
    </message>
    <message>
        <source>Recording: {left} s left.</source>
        <translation>جارٍ التسجيل: بقي {left} ث.</translation>
    </message>
    <message>
        <source>Speak: the meter shows what is heard. Then record five seconds and play them.</source>
        <translation>تحدّث: يُظهر المقياس ما يُسمع. ثم سجّل خمس ثوانٍ وشغّلها.</translation>
    </message>
    <message>
        <source>Test Microphone</source>
        <translation>اختبار الميكروفون</translation>
    </message>
    <message>
        <source>The microphone is being opened…</source>
        <translation>جارٍ فتح الميكروفون…</translation>
    </message>
    <message>
        <source>{length} recorded, the loudest at {peak} dB.</source>
        <translation>سُجّل {length}، والأعلى {peak} ديسيبل.</translation>
    </message>
</context>
<context>
    <name>MoveFlow</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Emptying the library&apos;s old folder</source>
        <translation>إفراغ مجلد المكتبة القديم</translation>
    </message>
    <message>
        <source>Looking at the folder</source>
        <translation>النظر في المجلد</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>انقل</translation>
    </message>
    <message>
        <source>Move the library to {folder}?</source>
        <translation>هل تُنقل المكتبة إلى {folder}؟</translation>
    </message>
    <message>
        <source>The window closes until it is done. Each copy is compared with its original before the old folder is emptied, and you can move it back.</source>
        <translation>تُغلق النافذة حتى ينتهي ذلك. تُقارن كل نسخة بأصلها قبل إفراغ المجلد القديم، ويمكنك نقلها رجوعًا.</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Failed: {task} ({code})</source>
        <translation>فشل: {task} ({code})</translation>
    </message>
    <message>
        <source>Finished: {task}</source>
        <translation>انتهى: {task}</translation>
    </message>
</context>
<context>
    <name>OneDetails</name>
    <message>
        <source>Add to Favourites</source>
        <translation>أضف إلى المفضلة</translation>
    </message>
    <message>
        <source>Check Now</source>
        <translation>افحص الآن</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>جارٍ الفحص…</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>المجموع الاختباري</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>انسخ</translation>
    </message>
    <message>
        <source>Details as Text</source>
        <translation>التفاصيل كنص</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>مفضّل</translation>
    </message>
    <message>
        <source>File Path</source>
        <translation>مسار الملف</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>الملاحظات</translation>
    </message>
    <message>
        <source>Remove from Favourites</source>
        <translation>أزل من المفضلة</translation>
    </message>
    <message>
        <source>SHA-256 {sum}</source>
        <translation>SHA-256 {sum}</translation>
    </message>
    <message>
        <source>Show in File Manager</source>
        <translation>أظهر في مدير الملفات</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
</context>
<context>
    <name>PhaseLine</name>
    <message>
        <source>Failed</source>
        <translation>فشل</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>غير جاهز</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>جاهز</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>تسجيل</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>جارٍ الحفظ…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>جارٍ البدء…</translation>
    </message>
    <message>
        <source>State of the recorder</source>
        <translation>حالة المسجّل</translation>
    </message>
</context>
<context>
    <name>PlacesFlow</name>
    <message>
        <source>New name of “{tag}”</source>
        <translation>الاسم الجديد للوسم «{tag}»</translation>
    </message>
    <message>
        <source>Remove tag “{tag}” from all</source>
        <translation>إزالة الوسم «{tag}» من الكل</translation>
    </message>
    <message>
        <source>Rename Tag</source>
        <translation>إعادة تسمية الوسم</translation>
    </message>
    <message>
        <source>Rename tag “{tag}”</source>
        <translation>إعادة تسمية الوسم «{tag}»</translation>
    </message>
</context>
<context>
    <name>PlaybackFlow</name>
    <message>
        <source>Cannot be played</source>
        <translation>لا يمكن تشغيله</translation>
    </message>
    <message>
        <source>Saving settings</source>
        <translation>حفظ الإعدادات</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>حاول مجددًا</translation>
    </message>
</context>
<context>
    <name>PlayerBar</name>
    <message>
        <source>Back 5 seconds</source>
        <translation>رجوع 5 ثوانٍ</translation>
    </message>
    <message>
        <source>Forward 5 seconds</source>
        <translation>تقدّم 5 ثوانٍ</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>كتم الصوت</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>لا شيء محدد</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>شغّل</translation>
    </message>
    <message>
        <source>Playing</source>
        <translation>قيد التشغيل</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>الصوت مفعّل</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>السرعة</translation>
    </message>
    <message>
        <source>Speeds</source>
        <translation>السرعات</translation>
    </message>
    <message>
        <source>State of the player</source>
        <translation>حالة المشغّل</translation>
    </message>
    <message>
        <source>Time played and length</source>
        <translation>الوقت المنقضي والمدة</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>مستوى الصوت</translation>
    </message>
    <message>
        <source>⚠ {reason}</source>
        <translation>⚠ {reason}</translation>
    </message>
</context>
<context>
    <name>PresetBox</name>
    <message>
        <source>48 kHz, mono, 16 bit: one person speaks</source>
        <translation>48 ك.هـ، أحادي، 16 بت: شخص واحد يتحدث</translation>
    </message>
    <message>
        <source>48 kHz, stereo, 16 bit: several people</source>
        <translation>48 ك.هـ، ستيريو، 16 بت: عدة أشخاص</translation>
    </message>
    <message>
        <source>48 kHz, stereo, 24 bit</source>
        <translation>48 ك.هـ، ستيريو، 24 بت</translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>مقابلة</translation>
    </message>
    <message>
        <source>Kind of recording</source>
        <translation>نوع التسجيل</translation>
    </message>
    <message>
        <source>Kinds of recording</source>
        <translation>أنواع التسجيل</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>موسيقى</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>صوت</translation>
    </message>
</context>
<context>
    <name>ProblemReport</name>
    <message>
        <source>Copy this text, fill it in, and send it to whoever helps you. Nothing is sent by itself.
Never send a private recording: a second of silence in the same format usually shows the same problem.

What I did:

What I expected:

What happened, with the code of the message (VRP-…):</source>
        <translation>انسخ هذا النص واملأه وأرسله إلى من يساعدك. لا يُرسل شيء تلقائيًا.
لا ترسل تسجيلًا خاصًا أبدًا: ثانية من الصمت بالصيغة نفسها تُظهر المشكلة نفسها عادة.

ما فعلته:

ما توقعته:

ما حدث، مع رمز الرسالة (VRP-…):</translation>
    </message>
    <message>
        <source>Report a Problem</source>
        <translation>الإبلاغ عن مشكلة</translation>
    </message>
</context>
<context>
    <name>RaiseButton</name>
    <message>
        <source>Less Detail ({left} left)</source>
        <translation>تفاصيل أقل (بقي {left})</translation>
    </message>
    <message>
        <source>More Detail for {minutes} Minutes</source>
        <translation>تفاصيل أكثر لمدة {minutes} دقيقة</translation>
    </message>
</context>
<context>
    <name>RecordBar</name>
    <message>
        <source>Microphone and format</source>
        <translation>الميكروفون والصيغة</translation>
    </message>
    <message>
        <source>Pause recording</source>
        <translation>أوقف التسجيل مؤقتًا</translation>
    </message>
    <message>
        <source>Recorded time</source>
        <translation>الوقت المسجَّل</translation>
    </message>
    <message>
        <source>Resume recording</source>
        <translation>استأنف التسجيل</translation>
    </message>
    <message>
        <source>Room left on the disk</source>
        <translation>المساحة المتبقية على القرص</translation>
    </message>
</context>
<context>
    <name>RecordButton</name>
    <message>
        <source>Record</source>
        <translation>سجّل</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>جارٍ الحفظ…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>أوقف</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>أوقف التسجيل</translation>
    </message>
    <message>
        <source>The microphone is not ready yet</source>
        <translation>الميكروفون غير جاهز بعد</translation>
    </message>
</context>
<context>
    <name>RecordingFlow</name>
    <message>
        <source>Discard</source>
        <translation>تجاهل</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>احتفظ</translation>
    </message>
    <message>
        <source>Looking for unfinished takes</source>
        <translation>البحث عن تسجيلات لم تكتمل</translation>
    </message>
    <message>
        <source>Measuring the disk</source>
        <translation>قياس القرص</translation>
    </message>
    <message>
        <source>Nothing was recorded: no sound came before Stop.</source>
        <translation>لم يُسجَّل شيء: لم يأتِ صوت قبل الإيقاف.</translation>
    </message>
    <message>
        <source>One recording was recovered after the last exit ({length}).</source>
        <translation>أُنقذ تسجيل واحد بعد آخر خروج ({length}).</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>شغّل</translation>
    </message>
    <message>
        <source>Recording paused</source>
        <translation>التسجيل متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>Recording resumed</source>
        <translation>استؤنف التسجيل</translation>
    </message>
    <message>
        <source>Recording started</source>
        <translation>بدأ التسجيل</translation>
    </message>
    <message>
        <source>Recording stopped</source>
        <translation>توقف التسجيل</translation>
    </message>
    <message>
        <source>Saving settings</source>
        <translation>حفظ الإعدادات</translation>
    </message>
    <message>
        <source>Saving the recording</source>
        <translation>حفظ التسجيل</translation>
    </message>
    <message>
        <source>The recording is safe on the disk but not in the library yet. {reason}</source>
        <translation>التسجيل آمن على القرص لكنه ليس في المكتبة بعد. {reason}</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>حاول مجددًا</translation>
    </message>
    <message>
        <source>{count} recordings were recovered after the last exit ({length}).</source>
        <translation>أُنقذت تسجيلات عددها {count} بعد آخر خروج ({length}).</translation>
    </message>
</context>
<context>
    <name>RecordingsDialog</name>
    <message>
        <source>Bring Back</source>
        <translation>أرجعها</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>وقت التسجيل</translation>
    </message>
    <message>
        <source>Recordings That Are Only in the Backup</source>
        <translation>تسجيلات لا توجد إلا في النسخة الاحتياطية</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
</context>
<context>
    <name>Remedies</name>
    <message>
        <source>Making the search anew</source>
        <translation>إعادة إنشاء البحث</translation>
    </message>
    <message>
        <source>No program opens folders here. It lies at {place}.</source>
        <translation>لا برنامج يفتح المجلدات هنا. يقع في {place}.</translation>
    </message>
    <message>
        <source>Proving the newest backup</source>
        <translation>إثبات أحدث نسخة احتياطية</translation>
    </message>
    <message>
        <source>The newest backup could not be proven: {fault} Back up again, to another disk.</source>
        <translation>تعذّر إثبات أحدث نسخة احتياطية: {fault} أنشئ نسخة أخرى على قرص آخر.</translation>
    </message>
    <message>
        <source>The newest backup was restored on trial: every file in it is whole.</source>
        <translation>استُعيدت أحدث نسخة احتياطية تجريبيًا: كل ملف فيها سليم.</translation>
    </message>
    <message>
        <source>The search knows all recordings again.</source>
        <translation>البحث يعرف كل التسجيلات من جديد.</translation>
    </message>
    <message>
        <source>What every thread does now</source>
        <translation>ما يفعله كل خيط الآن</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Choose a backup. The library as it is now is kept, and you can go back to it.</source>
        <translation>اختر نسخة احتياطية. تُحفظ المكتبة كما هي الآن، ويمكنك الرجوع إليها.</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>المحتوى</translation>
    </message>
    <message>
        <source>Into a New Folder…</source>
        <translation>إلى مجلد جديد…</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>أُنشئت</translation>
    </message>
    <message>
        <source>Missing Recordings…</source>
        <translation>تسجيلات مفقودة…</translation>
    </message>
    <message>
        <source>Not proven</source>
        <translation>غير مثبتة</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>الإثبات</translation>
    </message>
    <message>
        <source>Proven {when}</source>
        <translation>أُثبتت {when}</translation>
    </message>
    <message>
        <source>Restore From a Backup</source>
        <translation>الاستعادة من نسخة احتياطية</translation>
    </message>
    <message>
        <source>Restore Library…</source>
        <translation>استعد المكتبة…</translation>
    </message>
    <message>
        <source>Take Last Restore Back</source>
        <translation>تراجع عن آخر استعادة</translation>
    </message>
    <message>
        <source>There is no backup of this library yet. File &gt; Back Up Now makes one.</source>
        <translation>لا توجد نسخة احتياطية لهذه المكتبة بعد. أنشئها من ملف &gt; أنشئ نسخة احتياطية الآن.</translation>
    </message>
</context>
<context>
    <name>Resuming</name>
    <message>
        <source>Goes on in a second recording, beside the first</source>
        <translation>يُستأنف في تسجيل ثانٍ بجانب الأول</translation>
    </message>
    <message>
        <source>No microphone is connected</source>
        <translation>لا ميكروفون موصول</translation>
    </message>
    <message>
        <source>Resume with…</source>
        <translation>استأنف باستخدام…</translation>
    </message>
    <message>
        <source>{microphone} does not answer. What was recorded until then is kept.</source>
        <translation>{microphone} لا يستجيب. ما سُجّل حتى ذلك الحين محفوظ.</translation>
    </message>
</context>
<context>
    <name>RowsView</name>
    <message>
        <source>Copy</source>
        <translation>انسخ</translation>
    </message>
    <message>
        <source>Ignore Until the Next Version</source>
        <translation>تجاهل حتى الإصدار التالي</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Rows of the section</source>
        <translation>صفوف القسم</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Save Search</source>
        <translation>احفظ البحث</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Search titles, notes and tags</source>
        <translation>ابحث في العناوين والملاحظات والوسوم</translation>
    </message>
</context>
<context>
    <name>SearchesFlow</name>
    <message>
        <source>Delete search “{name}”</source>
        <translation>حذف البحث «{name}»</translation>
    </message>
    <message>
        <source>Deleted the saved search “{name}”.</source>
        <translation>حُذف البحث المحفوظ «{name}».</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>New name of “{name}”</source>
        <translation>الاسم الجديد لـ «{name}»</translation>
    </message>
    <message>
        <source>Nothing was changed: that saved search is another one by now.</source>
        <translation>لم يتغيّر شيء: فهذا البحث المحفوظ صار غير ما كان.</translation>
    </message>
    <message>
        <source>Rename Saved Search</source>
        <translation>أعد تسمية البحث المحفوظ</translation>
    </message>
    <message>
        <source>Rename search “{name}”</source>
        <translation>إعادة تسمية البحث «{name}»</translation>
    </message>
    <message>
        <source>Save Search</source>
        <translation>احفظ البحث</translation>
    </message>
    <message>
        <source>Save search “{name}”</source>
        <translation>حفظ البحث «{name}»</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>1 (mono)</source>
        <translation>1 (أحادي)</translation>
    </message>
    <message>
        <source>16 bit</source>
        <translation>16 بت</translation>
    </message>
    <message>
        <source>2 (stereo)</source>
        <translation>2 (ستيريو)</translation>
    </message>
    <message>
        <source>24 bit</source>
        <translation>24 بت</translation>
    </message>
    <message>
        <source>A larger file is refused.</source>
        <translation>يُرفض الملف الأكبر.</translation>
    </message>
    <message>
        <source>A question to the database that takes longer is logged with its plan.</source>
        <translation>يُسجَّل استعلام قاعدة البيانات الأطول مع خطته.</translation>
    </message>
    <message>
        <source>Another disk than the library&apos;s protects against one that dies.</source>
        <translation>قرص غير قرص المكتبة يحمي من تعطل القرص.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>As the kind of recording</source>
        <translation>بحسب نوع التسجيل</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>العودة إلى الافتراضي</translation>
    </message>
    <message>
        <source>Back up at the start, once a day</source>
        <translation>نسخ احتياطي عند البدء، مرة في اليوم</translation>
    </message>
    <message>
        <source>Backup Folder</source>
        <translation>مجلد النسخ الاحتياطية</translation>
    </message>
    <message>
        <source>Backup folder</source>
        <translation>مجلد النسخ الاحتياطية</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>النسخ الاحتياطية</translation>
    </message>
    <message>
        <source>Bits a sample</source>
        <translation>بتات العينة</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>القنوات</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>الألوان</translation>
    </message>
    <message>
        <source>Daily backup</source>
        <translation>نسخ احتياطي يومي</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Default.</source>
        <translation>افتراضي.</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>الأخطاء فقط</translation>
    </message>
    <message>
        <source>Everything, for support</source>
        <translation>كل شيء، للدعم</translation>
    </message>
    <message>
        <source>Filled in: {date}, {time}, {year}, {month}, {day}, {hour}, {minute}, {second} and {input}.</source>
        <translation>تُملأ: {date} و{time} و{year} و{month} و{day} و{hour} و{minute} و{second} و{input}.</translation>
    </message>
    <message>
        <source>From the settings file.</source>
        <translation>من ملف الإعدادات.</translation>
    </message>
    <message>
        <source>Given by --library, for this time.</source>
        <translation>محدد بالخيار ‎--library لهذه المرة.</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>Holds from the next start of the program.</source>
        <translation>يسري من بدء البرنامج التالي.</translation>
    </message>
    <message>
        <source>In the file stands {value}, which is not allowed ({allowed}); the default holds.</source>
        <translation>في الملف القيمة {value} وهي غير مسموحة ({allowed})؛ تسري القيمة الافتراضية.</translation>
    </message>
    <message>
        <source>Interview: 48 kHz, stereo, 16 bit</source>
        <translation>مقابلة: 48 ك.هـ، ستيريو، 16 بت</translation>
    </message>
    <message>
        <source>Keep in Recently Deleted</source>
        <translation>الاحتفاظ في المحذوفة مؤخرًا</translation>
    </message>
    <message>
        <source>Keep of each day</source>
        <translation>ما يُحفظ لكل يوم</translation>
    </message>
    <message>
        <source>Keep of each month</source>
        <translation>ما يُحفظ لكل شهر</translation>
    </message>
    <message>
        <source>Keep of each week</source>
        <translation>ما يُحفظ لكل أسبوع</translation>
    </message>
    <message>
        <source>Keep recording in the tray</source>
        <translation>واصل التسجيل في علبة النظام</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Kind of recording</source>
        <translation>نوع التسجيل</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Largest import</source>
        <translation>أكبر استيراد</translation>
    </message>
    <message>
        <source>Largest log file</source>
        <translation>أكبر ملف سجل</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>المكتبة</translation>
    </message>
    <message>
        <source>Library folder</source>
        <translation>مجلد المكتبة</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>كالنظام</translation>
    </message>
    <message>
        <source>Log files kept</source>
        <translation>ملفات السجل المحفوظة</translation>
    </message>
    <message>
        <source>Log slow queries over</source>
        <translation>تسجيل الاستعلامات الأبطأ من</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>مكبر الصوت</translation>
    </message>
    <message>
        <source>MiB</source>
        <translation>م.بايت</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>الميكروفون</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>الحركة</translation>
    </message>
    <message>
        <source>Music: 48 kHz, stereo, 24 bit</source>
        <translation>موسيقى: 48 ك.هـ، ستيريو، 24 بت</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Not known to this version, and kept in the file: {keys}</source>
        <translation>غير معروف لهذا الإصدار، ويبقى في الملف: {keys}</translation>
    </message>
    <message>
        <source>Nothing leaves this computer: no account, no statistics, no search for updates.</source>
        <translation>لا يغادر شيء هذا الحاسوب: لا حساب ولا إحصاءات ولا بحث عن تحديثات.</translation>
    </message>
    <message>
        <source>Playback</source>
        <translation>التشغيل</translation>
    </message>
    <message>
        <source>Privacy and diagnostics</source>
        <translation>الخصوصية والتشخيص</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>تسجيل</translation>
    </message>
    <message>
        <source>Reset Section</source>
        <translation>إعادة ضبط القسم</translation>
    </message>
    <message>
        <source>Reset {section}</source>
        <translation>إعادة ضبط {section}</translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation>معدل العينات</translation>
    </message>
    <message>
        <source>Set by {variable} in the environment.</source>
        <translation>محدد بالمتغير {variable} في البيئة.</translation>
    </message>
    <message>
        <source>Settings file: {path}</source>
        <translation>ملف الإعدادات: {path}</translation>
    </message>
    <message>
        <source>Show steps instead of smooth motion</source>
        <translation>أظهر خطوات بدل الحركة الانسيابية</translation>
    </message>
    <message>
        <source>The log lies in the library&apos;s folder. Titles, notes and paths are never in it.</source>
        <translation>يقع السجل في مجلد المكتبة. لا عناوين ولا ملاحظات ولا مسارات فيه أبدًا.</translation>
    </message>
    <message>
        <source>The window comes back when the recording ends.</source>
        <translation>تعود النافذة عند انتهاء التسجيل.</translation>
    </message>
    <message>
        <source>Title of a new recording</source>
        <translation>عنوان التسجيل الجديد</translation>
    </message>
    <message>
        <source>Until I empty it</source>
        <translation>حتى أفرغه</translation>
    </message>
    <message>
        <source>Voice: 48 kHz, mono, 16 bit</source>
        <translation>صوت: 48 ك.هـ، أحادي، 16 بت</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>مستوى الصوت</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>التحذيرات والأخطاء</translation>
    </message>
    <message>
        <source>What has been there for longer is removed at the start of the program.</source>
        <translation>ما بقي أطول من ذلك يُزال عند بدء البرنامج.</translation>
    </message>
    <message>
        <source>What is logged</source>
        <translation>ما يُسجَّل في السجل</translation>
    </message>
    <message>
        <source>What the program does</source>
        <translation>ما يفعله البرنامج</translation>
    </message>
    <message>
        <source>When the window is closed</source>
        <translation>عند إغلاق النافذة</translation>
    </message>
    <message>
        <source>animation reduced accessibility</source>
        <translation>حركة تقليل إتاحة</translation>
    </message>
    <message>
        <source>automatic schedule</source>
        <translation>تلقائي جدول</translation>
    </message>
    <message>
        <source>background hide minimise</source>
        <translation>خلفية إخفاء تصغير</translation>
    </message>
    <message>
        <source>database performance speed</source>
        <translation>قاعدة بيانات أداء سرعة</translation>
    </message>
    <message>
        <source>days</source>
        <translation>أيام</translation>
    </message>
    <message>
        <source>depth resolution</source>
        <translation>عمق دقة</translation>
    </message>
    <message>
        <source>directory path disk</source>
        <translation>دليل مسار قرص</translation>
    </message>
    <message>
        <source>files</source>
        <translation>ملفات</translation>
    </message>
    <message>
        <source>input device source</source>
        <translation>دخل جهاز مصدر</translation>
    </message>
    <message>
        <source>language translation German Arabic English</source>
        <translation>لغة ترجمة ألمانية عربية إنجليزية</translation>
    </message>
    <message>
        <source>level debug support</source>
        <translation>مستوى تصحيح دعم</translation>
    </message>
    <message>
        <source>months</source>
        <translation>أشهر</translation>
    </message>
    <message>
        <source>move place disk directory path</source>
        <translation>نقل مكان قرص دليل مسار</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>م.ث</translation>
    </message>
    <message>
        <source>name pattern template</source>
        <translation>اسم نمط قالب</translation>
    </message>
    <message>
        <source>output device headphones sound</source>
        <translation>خرج جهاز سماعات صوت</translation>
    </message>
    <message>
        <source>preset quality format</source>
        <translation>إعداد جودة صيغة</translation>
    </message>
    <message>
        <source>retention snapshots</source>
        <translation>احتفاظ لقطات</translation>
    </message>
    <message>
        <source>retention trash bin purge</source>
        <translation>احتفاظ سلة إفراغ</translation>
    </message>
    <message>
        <source>rotate</source>
        <translation>تدوير</translation>
    </message>
    <message>
        <source>size limit file</source>
        <translation>حجم حد ملف</translation>
    </message>
    <message>
        <source>size rotate</source>
        <translation>حجم تدوير</translation>
    </message>
    <message>
        <source>theme scheme night black white</source>
        <translation>سمة مخطط ليل أسود أبيض</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>أسابيع</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number}٪</translation>
    </message>
    <message>
        <source>{setting}: back to the default</source>
        <translation>{setting}: العودة إلى الافتراضي</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Categories</source>
        <translation>الفئات</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>غيّر…</translation>
    </message>
    <message>
        <source>Move the Library To</source>
        <translation>نقل المكتبة إلى</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>انقل…</translation>
    </message>
    <message>
        <source>No setting is found by these words.</source>
        <translation>لا إعداد يطابق هذه الكلمات.</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>ابحث في الإعدادات</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
</context>
<context>
    <name>SeveralDetails</name>
    <message>
        <source>For example {example}</source>
        <translation>مثلًا {example}</translation>
    </message>
    <message>
        <source>New titles</source>
        <translation>العناوين الجديدة</translation>
    </message>
    <message>
        <source>Pattern for new titles</source>
        <translation>نمط العناوين الجديدة</translation>
    </message>
    <message>
        <source>Placeholders: {names}</source>
        <translation>العناصر النائبة: {names}</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>أعد التسمية</translation>
    </message>
    <message>
        <source>Rename {recordings}</source>
        <translation>إعادة تسمية {recordings}</translation>
    </message>
    <message>
        <source>The title of {recordings} would be empty</source>
        <translation>سيكون عنوان {recordings} فارغًا</translation>
    </message>
    <message>
        <source>The title of {recordings} would be too long</source>
        <translation>سيكون عنوان {recordings} طويلًا جدًا</translation>
    </message>
    <message>
        <source>The title of {recordings} would hold a sign that is not allowed</source>
        <translation>سيحوي عنوان {recordings} رمزًا غير مسموح</translation>
    </message>
    <message>
        <source>There is no placeholder {names}</source>
        <translation>لا عنصر نائبًا باسم {names}</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>و{count} أخرى</translation>
    </message>
    <message>
        <source>{recordings} selected</source>
        <translation>المحدد: {recordings}</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Change Keys…</source>
        <translation>غيّر المفاتيح…</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>الأمر</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>القائمة</translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation>ابحث في الأوامر والمفاتيح</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>All Recordings</source>
        <translation>كل التسجيلات</translation>
    </message>
    <message>
        <source>Delete Saved Search</source>
        <translation>احذف البحث المحفوظ</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>المفضلة</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>المستوردة</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>الأماكن</translation>
    </message>
    <message>
        <source>Recently Deleted</source>
        <translation>المحذوفة مؤخرًا</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>المسجَّلة</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>المنقَذة</translation>
    </message>
    <message>
        <source>Remove Tag From All</source>
        <translation>أزل الوسم من الكل</translation>
    </message>
    <message>
        <source>Rename Saved Search…</source>
        <translation>أعد تسمية البحث المحفوظ…</translation>
    </message>
    <message>
        <source>Rename Tag…</source>
        <translation>أعد تسمية الوسم…</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>عمليات البحث المحفوظة</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>{place}, {recordings}</source>
        <translation>{place}، {recordings}</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Undo {step}</source>
        <translation>تراجع عن: {step}</translation>
    </message>
</context>
<context>
    <name>Submenus</name>
    <message>
        <source>&amp;Input Device</source>
        <translation>جهاز الإدخال</translation>
    </message>
    <message>
        <source>Relevance</source>
        <translation>الصلة بالبحث</translation>
    </message>
    <message>
        <source>Sort &amp;By</source>
        <translation>رتّب حسب</translation>
    </message>
    <message>
        <source>Spee&amp;d</source>
        <translation>السرعة</translation>
    </message>
</context>
<context>
    <name>TagChip</name>
    <message>
        <source>Delete takes it off</source>
        <translation>Delete ينزعه</translation>
    </message>
    <message>
        <source>Tag {tag}</source>
        <translation>الوسم {tag}</translation>
    </message>
    <message>
        <source>Tag {tag}, of some of them</source>
        <translation>الوسم {tag}، لبعضها</translation>
    </message>
</context>
<context>
    <name>TagEditor</name>
    <message>
        <source>Add a tag</source>
        <translation>أضف وسمًا</translation>
    </message>
</context>
<context>
    <name>TaskChip</name>
    <message>
        <source> +{count}</source>
        <translation> +{count}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>التقدم</translation>
    </message>
    <message>
        <source>Running task</source>
        <translation>مهمة جارية</translation>
    </message>
</context>
<context>
    <name>TaskPanel</name>
    <message>
        <source>Clear</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Clear tasks that have ended</source>
        <translation>مسح المهام المنتهية</translation>
    </message>
    <message>
        <source>Nothing is running. Imports and checks are listed here.</source>
        <translation>لا شيء جارٍ. تظهر هنا عمليات الاستيراد والفحص.</translation>
    </message>
    <message>
        <source>Take those that have ended off this list</source>
        <translation>إزالة المهام المنتهية من هذه القائمة</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>المهام</translation>
    </message>
</context>
<context>
    <name>TaskRow</name>
    <message>
        <source>Cancel {task}</source>
        <translation>إلغاء {task}</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>أُلغي</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>جارٍ الإلغاء…</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Details of {task}</source>
        <translation>تفاصيل {task}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Failed ({code})</source>
        <translation>فشل ({code})</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Retry {task}</source>
        <translation>إعادة المحاولة: {task}</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>جارٍ</translation>
    </message>
    <message>
        <source>Show Log</source>
        <translation>أظهر السجل</translation>
    </message>
    <message>
        <source>Show log of {task}</source>
        <translation>أظهر سجل {task}</translation>
    </message>
    <message>
        <source>{share} · {minutes} min left</source>
        <translation>{share} · بقي {minutes} د</translation>
    </message>
    <message>
        <source>{share} · {seconds} s left</source>
        <translation>{share} · بقي {seconds} ث</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>1 day left</source>
        <translation>بقي يوم واحد</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>ملف واحد</translation>
    </message>
    <message>
        <source>1 recording</source>
        <translation>تسجيل واحد</translation>
    </message>
    <message>
        <source>Goes today</source>
        <translation>يزول اليوم</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>المستوردة</translation>
    </message>
    <message>
        <source>Recorded here</source>
        <translation>سُجّل هنا</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>المنقَذة</translation>
    </message>
    <message>
        <source>Today {time}</source>
        <translation>اليوم {time}</translation>
    </message>
    <message>
        <source>Yesterday {time}</source>
        <translation>أمس {time}</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>أحادي</translation>
    </message>
    <message>
        <source>over 99 h left</source>
        <translation>بقي أكثر من 99 س</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>ستيريو</translation>
    </message>
    <message>
        <source>under 1 min left</source>
        <translation>بقي أقل من دقيقة</translation>
    </message>
    <message>
        <source>{bits} bit</source>
        <translation>{bits} بت</translation>
    </message>
    <message>
        <source>{command} ({key})</source>
        <translation>{command} ({key})</translation>
    </message>
    <message numerus="yes">
        <source>{count} days left</source>
        <translation>
            <numerusform>يزول اليوم</numerusform>
            <numerusform>بقي يوم واحد</numerusform>
            <numerusform>بقي يومان</numerusform>
            <numerusform>بقي {count} أيام</numerusform>
            <numerusform>بقي {count} يومًا</numerusform>
            <numerusform>بقي {count} يوم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} files</source>
        <translation>
            <numerusform>لا ملفات</numerusform>
            <numerusform>ملف واحد</numerusform>
            <numerusform>ملفان</numerusform>
            <numerusform>{count} ملفات</numerusform>
            <numerusform>{count} ملفًا</numerusform>
            <numerusform>{count} ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} recordings</source>
        <translation>
            <numerusform>لا تسجيلات</numerusform>
            <numerusform>تسجيل واحد</numerusform>
            <numerusform>تسجيلان</numerusform>
            <numerusform>{count} تسجيلات</numerusform>
            <numerusform>{count} تسجيلًا</numerusform>
            <numerusform>{count} تسجيل</numerusform>
        </translation>
    </message>
    <message>
        <source>{hours} h left</source>
        <translation>بقي {hours} س</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>بقي {minutes} د</translation>
    </message>
    <message>
        <source>{n} channels</source>
        <translation>{n} قنوات</translation>
    </message>
    <message>
        <source>“{title}”</source>
        <translation>«{title}»</translation>
    </message>
</context>
<context>
    <name>TitleDelegate</name>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Recording goes on. A click on this icon brings the window back.</source>
        <translation>التسجيل مستمر. انقر هذه الأيقونة لتعود النافذة.</translation>
    </message>
    <message>
        <source>Show Window</source>
        <translation>أظهر النافذة</translation>
    </message>
    <message>
        <source>Stop Recording</source>
        <translation>أوقف التسجيل</translation>
    </message>
</context>
<context>
    <name>TroubleWindow</name>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Reading the backups</source>
        <translation>قراءة النسخ الاحتياطية</translation>
    </message>
    <message>
        <source>Restore From Backup…</source>
        <translation>استعد من نسخة احتياطية…</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>حاول مجددًا</translation>
    </message>
</context>
<context>
    <name>VerifyFlow</name>
    <message>
        <source>Check of the library</source>
        <translation>فحص المكتبة</translation>
    </message>
    <message>
        <source>Checking the library</source>
        <translation>جارٍ فحص المكتبة</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>{recordings} checked: every file is whole.</source>
        <translation>فُحصت {recordings}: كل ملف سليم.</translation>
    </message>
    <message>
        <source>{recordings} checked: {count} to look at.</source>
        <translation>فُحصت {recordings}: {count} تحتاج نظرًا.</translation>
    </message>
</context>
<context>
    <name>Waveform</name>
    <message>
        <source>Position in the recording</source>
        <translation>الموضع في التسجيل</translation>
    </message>
    <message>
        <source>{position} of {length}</source>
        <translation>{position} من {length}</translation>
    </message>
    <message>
        <source>{time}: {seconds} s of sound are missing</source>
        <translation>{time}: {seconds} ث من الصوت مفقودة</translation>
    </message>
</context>
<context>
    <name>WaveformFlow</name>
    <message>
        <source>Drawing the waveform</source>
        <translation>رسم الموجة</translation>
    </message>
</context>
<context>
    <name>Wishes</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Cancelled. The library is as it was.</source>
        <translation>أُلغي. المكتبة كما كانت.</translation>
    </message>
    <message>
        <source>Moving the library</source>
        <translation>نقل المكتبة</translation>
    </message>
    <message>
        <source>Restoring the library</source>
        <translation>استعادة المكتبة</translation>
    </message>
    <message>
        <source>The library is as it was before the restore.</source>
        <translation>المكتبة كما كانت قبل الاستعادة.</translation>
    </message>
    <message>
        <source>The library is back in {folder}.</source>
        <translation>عادت المكتبة إلى {folder}.</translation>
    </message>
    <message>
        <source>The library lies in {folder} now.</source>
        <translation>تقع المكتبة الآن في {folder}.</translation>
    </message>
    <message>
        <source>The library was restored: {recordings}.</source>
        <translation>استُعيدت المكتبة: {recordings}.</translation>
    </message>
    <message>
        <source>The program was started with a folder of its own; name the new one there.</source>
        <translation>بدأ البرنامج بمجلد خاص؛ سمِّ المجلد الجديد هناك.</translation>
    </message>
    <message>
        <source>{files} could not be found.</source>
        <translation>تعذّر العثور على {files}.</translation>
    </message>
</context>
<context>
    <name>_Detail</name>
    <message>
        <source>Choose a record to see all of it.</source>
        <translation>اختر قيدًا لتراه كاملًا.</translation>
    </message>
    <message>
        <source>The chosen record</source>
        <translation>القيد المختار</translation>
    </message>
</context>
</TS>
