<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;About Voice Recorder Pro</source>
        <translation>Ü&amp;ber Voice Recorder Pro</translation>
    </message>
    <message>
        <source>&amp;Back Up Now</source>
        <translation>Jetzt &amp;sichern</translation>
    </message>
    <message>
        <source>&amp;Check Library</source>
        <translation>Bibliothek &amp;prüfen</translation>
    </message>
    <message>
        <source>&amp;Close Window</source>
        <translation>Fenster s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>D&amp;unkel</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Diagnostics</source>
        <translation>&amp;Diagnose</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;High Contrast</source>
        <translation>H&amp;oher Kontrast</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>Ver&amp;lauf…</translation>
    </message>
    <message>
        <source>&amp;Import Files…</source>
        <translation>&amp;Dateien importieren…</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>&amp;Bibliothek</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>Pro&amp;tokoll</translation>
    </message>
    <message>
        <source>&amp;Mute</source>
        <translation>&amp;Stumm</translation>
    </message>
    <message>
        <source>&amp;Next Pane</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>&amp;Next Recording</source>
        <translation>&amp;Nächste Aufnahme</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Wiedergeben</translation>
    </message>
    <message>
        <source>&amp;Previous Pane</source>
        <translation>Vo&amp;riger Bereich</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Recently Deleted</source>
        <translation>&amp;Kürzlich gelöscht</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>&amp;Aufnehmen</translation>
    </message>
    <message>
        <source>&amp;Recording</source>
        <translation>Auf&amp;nahme</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Repair Files From Backup</source>
        <translation>Dateien aus der Sicherung &amp;reparieren</translation>
    </message>
    <message>
        <source>&amp;Report a Problem…</source>
        <translation>&amp;Problem melden…</translation>
    </message>
    <message>
        <source>&amp;Restore…</source>
        <translation>&amp;Wiederherstellen…</translation>
    </message>
    <message>
        <source>&amp;Save Support Bundle…</source>
        <translation>Support-Paket &amp;speichern…</translation>
    </message>
    <message>
        <source>&amp;Show in File Manager</source>
        <translation>&amp;Im Dateimanager zeigen</translation>
    </message>
    <message>
        <source>&amp;Tasks</source>
        <translation>&amp;Aufgaben</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Whole Recording</source>
        <translation>Ganze Aufnah&amp;me</translation>
    </message>
    <message>
        <source>&amp;Zoom In</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Add to Fa&amp;vourites</source>
        <translation>Zu &amp;Favoriten hinzufügen</translation>
    </message>
    <message>
        <source>Check &amp;Health</source>
        <translation>&amp;Zustand prüfen</translation>
    </message>
    <message>
        <source>Colours of the &amp;System</source>
        <translation>Farben des &amp;Systems</translation>
    </message>
    <message>
        <source>Delete &amp;Permanently…</source>
        <translation>&amp;Endgültig löschen…</translation>
    </message>
    <message>
        <source>Det&amp;ails</source>
        <translation>D&amp;etails</translation>
    </message>
    <message>
        <source>Ed&amp;it Tags</source>
        <translation>Schla&amp;gwörter bearbeiten</translation>
    </message>
    <message>
        <source>Erase for &amp;Good…</source>
        <translation>Für immer &amp;tilgen…</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>Fas&amp;ter</source>
        <translation>S&amp;chneller</translation>
    </message>
    <message>
        <source>Find Ne&amp;xt</source>
        <translation>&amp;Nächste suchen</translation>
    </message>
    <message>
        <source>Import &amp;Folder…</source>
        <translation>&amp;Ordner importieren…</translation>
    </message>
    <message>
        <source>L&amp;ight</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>P&amp;ause Recording</source>
        <translation>Aufnahme &amp;pausieren</translation>
    </message>
    <message>
        <source>Pre&amp;vious Recording</source>
        <translation>V&amp;orige Aufnahme</translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation>Aktua&amp;lisieren</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Res&amp;tore to Library</source>
        <translation>In die Bibliothek &amp;zurücklegen</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>E&amp;instellungen…</translation>
    </message>
    <message>
        <source>S&amp;lower</source>
        <translation>Lan&amp;gsamer</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>Skip &amp;Back 5 s</source>
        <translation>5 s &amp;zurück</translation>
    </message>
    <message>
        <source>Skip &amp;Forward 5 s</source>
        <translation>5 s &amp;vor</translation>
    </message>
    <message>
        <source>User &amp;Manual</source>
        <translation>Benutzer&amp;handbuch</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Verkle&amp;inern</translation>
    </message>
</context>
<context>
    <name>Backend</name>
    <message>
        <source>(the file)</source>
        <translation>(die Datei)</translation>
    </message>
    <message>
        <source>(the text)</source>
        <translation>(der Text)</translation>
    </message>
    <message>
        <source>A recording vanished without being deleted. It was last {action} on {date}.</source>
        <translation>Eine Aufnahme verschwand, ohne gelöscht worden zu sein. Sie wurde zuletzt {action}, am {date}.</translation>
    </message>
    <message>
        <source>A video without sound cannot be kept here.</source>
        <translation>Ein Video ohne Ton kann hier nicht aufbewahrt werden.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über das Programm</translation>
    </message>
    <message>
        <source>Another recorder changed the same recordings at the same moment.</source>
        <translation>Ein anderer Rekorder änderte im selben Augenblick dieselben Aufnahmen.</translation>
    </message>
    <message>
        <source>Ask its owner for permission, or copy it to a place of your own.</source>
        <translation>Bitten Sie den Besitzer um Erlaubnis, oder kopieren Sie sie an einen eigenen Ort.</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Change the value and try again.</source>
        <translation>Ändern Sie den Wert und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Check it with `vrp verify`.</source>
        <translation>Prüfen Sie sie mit `vrp verify`.</translation>
    </message>
    <message>
        <source>Check that the folder is there and may be written to.</source>
        <translation>Prüfen Sie, ob der Ordner da ist und beschrieben werden darf.</translation>
    </message>
    <message>
        <source>Check that the server runs and the network is there, then try again.</source>
        <translation>Prüfen Sie, ob der Server läuft und das Netz da ist, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Check the file and import it again.</source>
        <translation>Prüfen Sie die Datei und importieren Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>Check the folder, or choose another one with --to or in the settings.</source>
        <translation>Prüfen Sie den Ordner, oder wählen Sie einen anderen mit --to oder in den Einstellungen.</translation>
    </message>
    <message>
        <source>Check the folder.</source>
        <translation>Prüfen Sie den Ordner.</translation>
    </message>
    <message>
        <source>Check the library&apos;s disk before the next take.</source>
        <translation>Prüfen Sie die Platte der Bibliothek vor der nächsten Aufnahme.</translation>
    </message>
    <message>
        <source>Check the microphone and press Record again.</source>
        <translation>Prüfen Sie das Mikrofon und drücken Sie noch einmal Aufnehmen.</translation>
    </message>
    <message>
        <source>Check the path, or whether its disk is still connected.</source>
        <translation>Prüfen Sie den Pfad, oder ob die Platte noch angeschlossen ist.</translation>
    </message>
    <message>
        <source>Check the rights of its folder and the room on its disk.</source>
        <translation>Prüfen Sie die Rechte des Ordners und den Platz auf der Platte.</translation>
    </message>
    <message>
        <source>Check the rights of the folder, and whether its disk is read-only or was unplugged.</source>
        <translation>Prüfen Sie die Rechte des Ordners, und ob die Platte schreibgeschützt ist oder abgezogen wurde.</translation>
    </message>
    <message>
        <source>Check the rights of the folder, and whether its disk is read-only.</source>
        <translation>Prüfen Sie die Rechte des Ordners, und ob die Platte schreibgeschützt ist.</translation>
    </message>
    <message>
        <source>Check whether its disk was unplugged or is failing.</source>
        <translation>Prüfen Sie, ob die Platte abgezogen wurde oder versagt.</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Choose an audio file or a folder with audio files.</source>
        <translation>Wählen Sie eine Audiodatei oder einen Ordner mit Audiodateien.</translation>
    </message>
    <message>
        <source>Choose an empty folder elsewhere.</source>
        <translation>Wählen Sie anderswo einen leeren Ordner.</translation>
    </message>
    <message>
        <source>Choose an empty folder with --into.</source>
        <translation>Wählen Sie mit --into einen leeren Ordner.</translation>
    </message>
    <message>
        <source>Choose an empty folder, or one that does not exist yet.</source>
        <translation>Wählen Sie einen leeren Ordner, oder einen, den es noch nicht gibt.</translation>
    </message>
    <message>
        <source>Choose another disk.</source>
        <translation>Wählen Sie eine andere Platte.</translation>
    </message>
    <message>
        <source>Choose another name, or remove it first.</source>
        <translation>Wählen Sie einen anderen Namen, oder entfernen Sie es zuerst.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>Choose another preset.</source>
        <translation>Wählen Sie eine andere Art der Aufnahme.</translation>
    </message>
    <message>
        <source>Choose the folder that holds its folders “db” and “recordings”.</source>
        <translation>Wählen Sie den Ordner, der ihre Ordner „db“ und „recordings“ enthält.</translation>
    </message>
    <message>
        <source>Choose the library&apos;s folder with --library.</source>
        <translation>Wählen Sie den Ordner der Bibliothek mit --library.</translation>
    </message>
    <message>
        <source>Choose the microphone that you want and press Record for a new take.</source>
        <translation>Wählen Sie das gewünschte Mikrofon und drücken Sie Aufnehmen für eine neue Aufnahme.</translation>
    </message>
    <message>
        <source>Close that program, or wait longer with --wait.</source>
        <translation>Schließen Sie jenes Programm, oder warten Sie länger mit --wait.</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Cloud</translation>
    </message>
    <message>
        <source>Connect a microphone; it appears in the list by itself.</source>
        <translation>Schließen Sie ein Mikrofon an; es erscheint von selbst in der Liste.</translation>
    </message>
    <message>
        <source>Connect it again, or choose another one, and press Record for a new take.</source>
        <translation>Schließen Sie es wieder an, oder wählen Sie ein anderes, und drücken Sie Aufnehmen für eine neue Aufnahme.</translation>
    </message>
    <message>
        <source>Connect it to the mains and try again.</source>
        <translation>Schließen Sie ihn ans Stromnetz an und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Connect its disk, or choose another folder with --library; if you removed it yourself, make the empty folder again and it starts anew.</source>
        <translation>Schließen Sie die Platte an, oder wählen Sie mit --library einen anderen Ordner; haben Sie ihn selbst entfernt, legen Sie ihn leer wieder an, und sie beginnt neu.</translation>
    </message>
    <message>
        <source>Connect its disk, or choose another folder; if you removed it yourself, make the empty folder again and it starts anew.</source>
        <translation>Schließen Sie die Platte an, oder wählen Sie einen anderen Ordner; haben Sie ihn selbst entfernt, legen Sie ihn leer wieder an, und er beginnt neu.</translation>
    </message>
    <message>
        <source>Copies under way</source>
        <translation>Kopien unterwegs</translation>
    </message>
    <message>
        <source>Correct it there, or remove it to get the default.</source>
        <translation>Berichtigen Sie es dort, oder entfernen Sie es, um den Standard zu bekommen.</translation>
    </message>
    <message>
        <source>Crashes</source>
        <translation>Abstürze</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Desktop</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Platte</translation>
    </message>
    <message>
        <source>Event loop</source>
        <translation>Ereignisschleife</translation>
    </message>
    <message>
        <source>Everything that was in the library is still there.</source>
        <translation>Alles, was in der Bibliothek war, ist noch da.</translation>
    </message>
    <message>
        <source>Find another copy of it.</source>
        <translation>Suchen Sie eine andere Kopie davon.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>For more than a week no backup was proven restorable. {told} Back up, to a disk that is connected.</source>
        <translation>Seit mehr als einer Woche wurde für keine Sicherung nachgewiesen, dass sie sich wiederherstellen lässt. {told} Sichern Sie, auf eine Platte, die angeschlossen ist.</translation>
    </message>
    <message>
        <source>Free some room and try again.</source>
        <translation>Schaffen Sie Platz und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Free some room before the next take.</source>
        <translation>Schaffen Sie Platz vor der nächsten Aufnahme.</translation>
    </message>
    <message>
        <source>Free some room there, or choose another disk.</source>
        <translation>Schaffen Sie dort Platz, oder wählen Sie eine andere Platte.</translation>
    </message>
    <message>
        <source>Free some room, or choose another disk.</source>
        <translation>Schaffen Sie Platz, oder wählen Sie eine andere Platte.</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>Generation</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Import the file that it points to.</source>
        <translation>Importieren Sie die Datei, auf die sie zeigt.</translation>
    </message>
    <message>
        <source>Import the files again; those that are in the library already are passed over.</source>
        <translation>Importieren Sie die Dateien noch einmal; was schon in der Bibliothek ist, wird übergangen.</translation>
    </message>
    <message>
        <source>Input should be a list</source>
        <translation>erlaubt ist eine Liste</translation>
    </message>
    <message>
        <source>Input should be a section</source>
        <translation>erlaubt ist ein Abschnitt</translation>
    </message>
    <message>
        <source>Input should be a valid boolean</source>
        <translation>erlaubt ist true oder false</translation>
    </message>
    <message>
        <source>Input should be a valid integer</source>
        <translation>erlaubt ist eine ganze Zahl</translation>
    </message>
    <message>
        <source>Input should be a valid number</source>
        <translation>erlaubt ist eine Zahl</translation>
    </message>
    <message>
        <source>Input should be a valid string</source>
        <translation>erlaubt ist ein Text</translation>
    </message>
    <message>
        <source>Input should be greater than or equal to {limit}</source>
        <translation>erlaubt ist mindestens {limit}</translation>
    </message>
    <message>
        <source>Input should be less than or equal to {limit}</source>
        <translation>erlaubt ist höchstens {limit}</translation>
    </message>
    <message>
        <source>Input should be one of {values}</source>
        <translation>erlaubt ist eines von {values}</translation>
    </message>
    <message>
        <source>Install PostgreSQL&apos;s client programs, not older than the server, and look whether they reach it.</source>
        <translation>Installieren Sie die Clientprogramme von PostgreSQL, nicht älter als der Server, und sehen Sie nach, ob sie ihn erreichen.</translation>
    </message>
    <message>
        <source>It has been started again; press Record for a new take.</source>
        <translation>Er wurde neu gestartet; drücken Sie Aufnehmen für eine neue Aufnahme.</translation>
    </message>
    <message>
        <source>It is as it was before, and works with the version that you had.</source>
        <translation>Sie ist wie vorher und arbeitet mit der Version, die Sie hatten.</translation>
    </message>
    <message>
        <source>It is tried again by itself; press Record when the level moves.</source>
        <translation>Es wird von selbst neu versucht; drücken Sie Aufnehmen, wenn sich der Pegel bewegt.</translation>
    </message>
    <message>
        <source>It is where it was, and nothing in it was changed.</source>
        <translation>Sie ist, wo sie war, und nichts darin wurde geändert.</translation>
    </message>
    <message>
        <source>It was not touched.</source>
        <translation>Es wurde nicht angerührt.</translation>
    </message>
    <message>
        <source>It was not written, and nothing left this computer.</source>
        <translation>Es wurde nicht geschrieben, und nichts verließ diesen Computer.</translation>
    </message>
    <message>
        <source>Its disk may be failing: copy it elsewhere first.</source>
        <translation>Die Platte versagt vielleicht: Kopieren Sie sie zuerst anderswohin.</translation>
    </message>
    <message>
        <source>Job {number}</source>
        <translation>Aufgabe {number}</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Keep the folder as it is and run `vrp restore`, or `vrp rebuild` where there is no backup.</source>
        <translation>Lassen Sie den Ordner, wie er ist, und rufen Sie `vrp restore` auf, oder `vrp rebuild`, wo es keine Sicherung gibt.</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Last proven</source>
        <translation>Zuletzt nachgewiesen</translation>
    </message>
    <message>
        <source>Leave it out, and restore the others.</source>
        <translation>Lassen Sie sie weg und stellen Sie die anderen wieder her.</translation>
    </message>
    <message>
        <source>Leave that part out and save it again; report the code, for this is a mistake of the program.</source>
        <translation>Lassen Sie jenen Teil weg und speichern Sie noch einmal; melden Sie den Code, denn das ist ein Fehler des Programms.</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Programmbibliotheken</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Library can be written to</source>
        <translation>Bibliothek ist beschreibbar</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Auslastung</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>Look into {log} for what happened, or report the code.</source>
        <translation>Sehen Sie in {log} nach, was geschah, oder melden Sie den Code.</translation>
    </message>
    <message>
        <source>Make the export again, or unpack it and import the sound files.</source>
        <translation>Machen Sie den Export noch einmal, oder entpacken Sie ihn und importieren Sie die Tondateien.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Move it to a folder nearer to the top.</source>
        <translation>Verschieben Sie sie in einen Ordner weiter oben.</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>No microphone was found.</source>
        <translation>Kein Mikrofon gefunden.</translation>
    </message>
    <message>
        <source>No new library was made in its place.</source>
        <translation>An ihrer Stelle wurde keine neue Bibliothek angelegt.</translation>
    </message>
    <message>
        <source>Nothing can be restored to {path}: {reason}.</source>
        <translation>Nach {path} kann nichts wiederhergestellt werden: {reason}.</translation>
    </message>
    <message>
        <source>Nothing in it was changed.</source>
        <translation>Nichts darin wurde geändert.</translation>
    </message>
    <message>
        <source>Nothing in it was touched.</source>
        <translation>Nichts darin wurde angerührt.</translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation>Es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>Nothing was added twice.</source>
        <translation>Nichts wurde doppelt hinzugefügt.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Nothing was changed; other snapshots may be whole.</source>
        <translation>Nichts wurde geändert; andere Sicherungsstände sind vielleicht heil.</translation>
    </message>
    <message>
        <source>Nothing was changed; the audio files lie in its folder “audio” and play in any player.</source>
        <translation>Nichts wurde geändert; die Audiodateien liegen in ihrem Ordner „audio“ und spielen in jedem Player.</translation>
    </message>
    <message>
        <source>Only {free} MiB are free on the library&apos;s disk. Free some room before you record.</source>
        <translation>Auf der Platte der Bibliothek sind nur {free} MiB frei. Schaffen Sie Platz, bevor Sie aufnehmen.</translation>
    </message>
    <message>
        <source>Open it in another program to see what it is.</source>
        <translation>Öffnen Sie sie in einem anderen Programm, um zu sehen, was sie ist.</translation>
    </message>
    <message>
        <source>Other users of this computer can look into the folder “{folder}”. Repair closes it to them.</source>
        <translation>Andere Benutzer dieses Computers können in den Ordner „{folder}“ sehen. Die Reparatur verschließt ihn vor ihnen.</translation>
    </message>
    <message>
        <source>Playing is not possible now.</source>
        <translation>Wiedergabe ist jetzt nicht möglich.</translation>
    </message>
    <message>
        <source>Playing stopped for a moment and goes on at the same place.</source>
        <translation>Die Wiedergabe stockte einen Augenblick und geht an derselben Stelle weiter.</translation>
    </message>
    <message>
        <source>Portable mode</source>
        <translation>Portabler Betrieb</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Stromversorgung</translation>
    </message>
    <message>
        <source>Press Play again when sound works in other programs.</source>
        <translation>Drücken Sie wieder Wiedergeben, wenn in anderen Programmen Ton zu hören ist.</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>Prozessoren</translation>
    </message>
    <message>
        <source>Quick check</source>
        <translation>Schnellprüfung</translation>
    </message>
    <message>
        <source>Raise imports.max_file_mb in the settings, or split the file.</source>
        <translation>Erhöhen Sie imports.max_file_mb in den Einstellungen, oder teilen Sie die Datei.</translation>
    </message>
    <message>
        <source>Recently Deleted</source>
        <translation>Kürzlich gelöscht</translation>
    </message>
    <message>
        <source>Recording is not possible now.</source>
        <translation>Aufnehmen ist jetzt nicht möglich.</translation>
    </message>
    <message>
        <source>Recording {id} was erased for good, and does not come back with a backup.</source>
        <translation>Aufnahme {id} wurde für immer getilgt und kommt mit keiner Sicherung zurück.</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Rename the file and import it again.</source>
        <translation>Benennen Sie die Datei um und importieren Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>Report the code: the program should have told you before.</source>
        <translation>Melden Sie den Code: Das Programm hätte es Ihnen vorher sagen sollen.</translation>
    </message>
    <message>
        <source>Restore it into a new folder with --into.</source>
        <translation>Stellen Sie ihn mit --into in einen neuen Ordner wieder her.</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>Room for temporary files</source>
        <translation>Platz für temporäre Dateien</translation>
    </message>
    <message>
        <source>Room for the library</source>
        <translation>Platz für die Bibliothek</translation>
    </message>
    <message>
        <source>Run `vrp health --repair` while the library opens.</source>
        <translation>Rufen Sie `vrp health --repair` auf, solange sich die Bibliothek öffnet.</translation>
    </message>
    <message>
        <source>Run `vrp prove` on the others, and make a new backup as long as the library is there.</source>
        <translation>Rufen Sie `vrp prove` für die anderen auf, und machen Sie eine neue Sicherung, solange die Bibliothek da ist.</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Runs from</source>
        <translation>Läuft aus</translation>
    </message>
    <message>
        <source>Save a support bundle and report the code.</source>
        <translation>Speichern Sie ein Support-Paket und melden Sie den Code.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>See `vrp backups` for those that there are.</source>
        <translation>`vrp backups` zeigt, welche es gibt.</translation>
    </message>
    <message>
        <source>See `vrp list` (and `vrp list --trash`) for those that there are.</source>
        <translation>`vrp list` (und `vrp list --trash`) zeigt, welche es gibt.</translation>
    </message>
    <message>
        <source>See the manual page on libraries that several recorders share.</source>
        <translation>Siehe die Handbuchseite über Bibliotheken, die mehrere Rekorder teilen.</translation>
    </message>
    <message>
        <source>Set DATABASE_URL to sqlite:////path/library.db or postgresql://user@server/database, or remove it.</source>
        <translation>Setzen Sie DATABASE_URL auf sqlite:////path/library.db oder postgresql://user@server/database, oder entfernen Sie es.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>Einstellungsdatei</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Sicherungsstände</translation>
    </message>
    <message>
        <source>Something went wrong: {reason}.</source>
        <translation>Etwas ging schief: {reason}.</translation>
    </message>
    <message>
        <source>Sound server</source>
        <translation>Tondienst</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Text should have at most {limit} characters</source>
        <translation>erlaubt sind höchstens {limit} Zeichen</translation>
    </message>
    <message>
        <source>The audio file {file} is missing or has another size.</source>
        <translation>Die Audiodatei {file} fehlt oder hat eine andere Größe.</translation>
    </message>
    <message>
        <source>The audio file {file} was changed. The next backup brings it anew.</source>
        <translation>Die Audiodatei {file} wurde verändert. Die nächste Sicherung bringt sie neu.</translation>
    </message>
    <message>
        <source>The backup folder {path} cannot be used.</source>
        <translation>Der Sicherungsordner {path} kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>The backup folder {path} could not be read to its end ({reason}).</source>
        <translation>Der Sicherungsordner {path} ließ sich nicht zu Ende lesen ({reason}).</translation>
    </message>
    <message>
        <source>The backup folder {path} could not be written ({reason}).</source>
        <translation>Der Sicherungsordner {path} ließ sich nicht beschreiben ({reason}).</translation>
    </message>
    <message>
        <source>The backup folder {path} has the form of another version (format {found}; known: {known}).</source>
        <translation>Der Sicherungsordner {path} hat die Form einer anderen Version (Format {found}; bekannt: {known}).</translation>
    </message>
    <message>
        <source>The backup folder {path} is in use by {holder}.</source>
        <translation>Der Sicherungsordner {path} wird verwendet von {holder}.</translation>
    </message>
    <message>
        <source>The backup folder {path} is not there.</source>
        <translation>Der Sicherungsordner {path} ist nicht da.</translation>
    </message>
    <message>
        <source>The computer runs on its battery, and reading the whole library would empty it.</source>
        <translation>Der Computer läuft mit Batterie, und die ganze Bibliothek zu lesen würde sie leeren.</translation>
    </message>
    <message>
        <source>The computer&apos;s clock says {date}, which cannot be. New recordings would get wrong dates. Set the clock.</source>
        <translation>Die Uhr des Computers sagt {date}, was nicht sein kann. Neue Aufnahmen bekämen ein falsches Datum. Stellen Sie die Uhr.</translation>
    </message>
    <message>
        <source>The database address {path} cannot be used: {reason}.</source>
        <translation>Die Datenbankadresse {path} kann nicht verwendet werden: {reason}.</translation>
    </message>
    <message>
        <source>The database does not answer: {fault} {action}</source>
        <translation>Die Datenbank antwortet nicht: {fault} {action}</translation>
    </message>
    <message>
        <source>The database is of version {found}, this program of {known}. Close it and start it again.</source>
        <translation>Die Datenbank hat die Version {found}, dieses Programm {known}. Schließen Sie es und starten Sie es neu.</translation>
    </message>
    <message>
        <source>The database&apos;s file is damaged ({faults}). The audio files are not affected. Keep the folder as it is and restore the database from a backup.</source>
        <translation>Die Datei der Datenbank ist beschädigt ({faults}). Die Audiodateien sind nicht betroffen. Lassen Sie den Ordner, wie er ist, und stellen Sie die Datenbank aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>The database&apos;s log has grown to {size} MiB. Nothing is lost; repair shortens it.</source>
        <translation>Das Journal der Datenbank ist auf {size} MiB gewachsen. Nichts ist verloren; die Reparatur kürzt es.</translation>
    </message>
    <message>
        <source>The disk is full: recording stopped.</source>
        <translation>Die Platte ist voll: Die Aufnahme hielt an.</translation>
    </message>
    <message>
        <source>The export to {path} could not be written ({reason}).</source>
        <translation>Der Export nach {path} ließ sich nicht schreiben ({reason}).</translation>
    </message>
    <message>
        <source>The export to {path} could not be written.</source>
        <translation>Der Export nach {path} ließ sich nicht schreiben.</translation>
    </message>
    <message>
        <source>The file is broken or was made to harm; find another copy.</source>
        <translation>Die Datei ist kaputt oder wurde gemacht, um zu schaden; suchen Sie eine andere Kopie.</translation>
    </message>
    <message>
        <source>The file of “{title}” has changed. Run the full check, and look for it in a backup.</source>
        <translation>Die Datei von „{title}“ hat sich verändert. Machen Sie die volle Prüfung, und suchen Sie sie in einer Sicherung.</translation>
    </message>
    <message>
        <source>The file of “{title}” is missing. Run the full check, and look for it in a backup.</source>
        <translation>Die Datei von „{title}“ fehlt. Machen Sie die volle Prüfung, und suchen Sie sie in einer Sicherung.</translation>
    </message>
    <message>
        <source>The file {file} belongs to no recording. It was left alone.</source>
        <translation>Die Datei {file} gehört zu keiner Aufnahme. Sie wurde in Ruhe gelassen.</translation>
    </message>
    <message>
        <source>The folder {path} holds other things and is not a backup folder.</source>
        <translation>Der Ordner {path} enthält anderes und ist kein Sicherungsordner.</translation>
    </message>
    <message>
        <source>The folder {path} holds other things and is not a library.</source>
        <translation>Der Ordner {path} enthält anderes und ist keine Bibliothek.</translation>
    </message>
    <message>
        <source>The folder “{folder}” of the library cannot be written to ({reason}). Check its rights.</source>
        <translation>Der Ordner „{folder}“ der Bibliothek kann nicht beschrieben werden ({reason}). Prüfen Sie seine Rechte.</translation>
    </message>
    <message>
        <source>The history was changed behind the program&apos;s back: its chain is broken at entry {entry}. The recordings themselves are checked one by one. Keep this library as it is, and compare it with a backup.</source>
        <translation>Der Verlauf wurde hinter dem Rücken des Programms verändert: seine Kette ist beim Eintrag {entry} unterbrochen. Die Aufnahmen selbst werden einzeln geprüft. Lassen Sie diese Bibliothek, wie sie ist, und vergleichen Sie sie mit einer Sicherung.</translation>
    </message>
    <message>
        <source>The import stopped: the part of the program that does it ended unexpectedly.</source>
        <translation>Der Import brach ab: Der Teil des Programms, der ihn ausführt, endete unerwartet.</translation>
    </message>
    <message>
        <source>The last was on {date}.</source>
        <translation>Die letzte war am {date}.</translation>
    </message>
    <message>
        <source>The library at {path} cannot be used.</source>
        <translation>Die Bibliothek in {path} kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>The library at {path} could not be brought to the form of this version ({reason}).</source>
        <translation>Die Bibliothek in {path} ließ sich nicht in die Form dieser Version bringen ({reason}).</translation>
    </message>
    <message>
        <source>The library at {path} is damaged: {reason}.</source>
        <translation>Die Bibliothek in {path} ist beschädigt: {reason}.</translation>
    </message>
    <message>
        <source>The library at {path} is in use by {holder}.</source>
        <translation>Die Bibliothek in {path} wird verwendet von {holder}.</translation>
    </message>
    <message>
        <source>The library at {path} is not rebuilt: {reason}.</source>
        <translation>Die Bibliothek in {path} wird nicht neu aufgebaut: {reason}.</translation>
    </message>
    <message>
        <source>The library at {path} is not there, though it was before.</source>
        <translation>Die Bibliothek in {path} ist nicht da, obwohl sie es vorher war.</translation>
    </message>
    <message>
        <source>The library at {path} may not be written ({reason}).</source>
        <translation>Die Bibliothek in {path} darf nicht beschrieben werden ({reason}).</translation>
    </message>
    <message>
        <source>The library at {path} was made by a newer Voice Recorder Pro (format {found}; this one knows {known}).</source>
        <translation>Die Bibliothek in {path} stammt von einem neueren Voice Recorder Pro (Format {found}; dieses kennt {known}).</translation>
    </message>
    <message>
        <source>The library cannot be moved to {path}: {reason}.</source>
        <translation>Die Bibliothek kann nicht nach {path} verschoben werden: {reason}.</translation>
    </message>
    <message>
        <source>The library is not affected, and earlier backups are as they were.</source>
        <translation>Die Bibliothek ist nicht betroffen, und frühere Sicherungen sind, wie sie waren.</translation>
    </message>
    <message>
        <source>The library is not affected, and nothing was left there.</source>
        <translation>Die Bibliothek ist nicht betroffen, und nichts blieb dort zurück.</translation>
    </message>
    <message>
        <source>The library is not affected.</source>
        <translation>Die Bibliothek ist nicht betroffen.</translation>
    </message>
    <message>
        <source>The library is not affected; no new folder was made in its place.</source>
        <translation>Die Bibliothek ist nicht betroffen; an seiner Stelle wurde kein neuer Ordner angelegt.</translation>
    </message>
    <message>
        <source>The library of Voice Recorder Pro v2 at {path} cannot be read: {reason}.</source>
        <translation>Die Bibliothek von Voice Recorder Pro v2 in {path} kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>The library&apos;s database refused a value that breaks its rules ({reason}).</source>
        <translation>Die Datenbank der Bibliothek wies einen Wert zurück, der ihre Regeln bricht ({reason}).</translation>
    </message>
    <message>
        <source>The library&apos;s database refused an operation ({reason}).</source>
        <translation>Die Datenbank der Bibliothek wies einen Vorgang zurück ({reason}).</translation>
    </message>
    <message>
        <source>The library&apos;s database server at {path} does not answer.</source>
        <translation>Der Datenbankserver der Bibliothek in {path} antwortet nicht.</translation>
    </message>
    <message>
        <source>The library&apos;s database was busy for too long.</source>
        <translation>Die Datenbank der Bibliothek war zu lange beschäftigt.</translation>
    </message>
    <message>
        <source>The microphone “{device}” cannot record {format}.</source>
        <translation>Das Mikrofon „{device}“ kann {format} nicht aufnehmen.</translation>
    </message>
    <message>
        <source>The microphone “{device}” is gone.</source>
        <translation>Das Mikrofon „{device}“ ist weg.</translation>
    </message>
    <message>
        <source>The numbers beside the places and tags are wrong. No recording is; repair counts them anew.</source>
        <translation>Die Zahlen neben den Orten und Schlagwörtern sind falsch. Keine Aufnahme ist es; die Reparatur zählt sie neu.</translation>
    </message>
    <message>
        <source>The original is untouched and nothing of it was added.</source>
        <translation>Das Original ist unberührt, und nichts davon wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>The originals are untouched, and what was finished before is kept.</source>
        <translation>Die Originale sind unberührt, und was vorher fertig war, bleibt.</translation>
    </message>
    <message>
        <source>The part of the program that listens to the microphone stopped.</source>
        <translation>Der Teil des Programms, der dem Mikrofon zuhört, hielt an.</translation>
    </message>
    <message>
        <source>The program made a mistake ({reason}).</source>
        <translation>Das Programm machte einen Fehler ({reason}).</translation>
    </message>
    <message>
        <source>The program {tool} could not do its work: {reason}.</source>
        <translation>Das Programm {tool} konnte seine Arbeit nicht tun: {reason}.</translation>
    </message>
    <message>
        <source>The recording could not be written on ({reason}).</source>
        <translation>Die Aufnahme ließ sich nicht weiterschreiben ({reason}).</translation>
    </message>
    <message>
        <source>The recording is not affected.</source>
        <translation>Die Aufnahme ist nicht betroffen.</translation>
    </message>
    <message>
        <source>The search does not know all recordings. They are all there; repair makes the search anew.</source>
        <translation>Die Suche kennt nicht alle Aufnahmen. Sie sind alle da; die Reparatur baut die Suche neu auf.</translation>
    </message>
    <message>
        <source>The self-test found that {step} does not work here: {reason}.</source>
        <translation>Der Selbsttest fand, dass {step} hier nicht geht: {reason}.</translation>
    </message>
    <message>
        <source>The setting {key} = {value} ({source}) is not valid: {allowed}.</source>
        <translation>Die Einstellung {key} = {value} ({source}) ist nicht gültig: {allowed}.</translation>
    </message>
    <message>
        <source>The settings could not be written to {path} ({reason}).</source>
        <translation>Die Einstellungen ließen sich nicht nach {path} schreiben ({reason}).</translation>
    </message>
    <message>
        <source>The side file of “{title}” is missing or out of date. Its sound is whole.</source>
        <translation>Die Begleitdatei von „{title}“ fehlt oder ist veraltet. Der Ton ist heil.</translation>
    </message>
    <message>
        <source>The side file {name} cannot be read.</source>
        <translation>Die Begleitdatei {name} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The snapshot “{snapshot}” holds the database of another kind of library: {reason}.</source>
        <translation>Der Sicherungsstand „{snapshot}“ enthält die Datenbank einer anderen Art von Bibliothek: {reason}.</translation>
    </message>
    <message>
        <source>The snapshot “{snapshot}” is damaged: {reason}.</source>
        <translation>Der Sicherungsstand „{snapshot}“ ist beschädigt: {reason}.</translation>
    </message>
    <message>
        <source>The snapshot “{snapshot}” is of another library than the one at {path}.</source>
        <translation>Der Sicherungsstand „{snapshot}“ gehört zu einer anderen Bibliothek als der in {path}.</translation>
    </message>
    <message>
        <source>The snapshot “{snapshot}” was made by a newer Voice Recorder Pro (format {found}).</source>
        <translation>Der Sicherungsstand „{snapshot}“ stammt von einem neueren Voice Recorder Pro (Format {found}).</translation>
    </message>
    <message>
        <source>The sound beside it is not affected.</source>
        <translation>Der Ton daneben ist nicht betroffen.</translation>
    </message>
    <message>
        <source>The support bundle would have told {kind}, in its part {part}.</source>
        <translation>Das Support-Paket hätte {kind} verraten, in seinem Teil {part}.</translation>
    </message>
    <message>
        <source>The support bundle {path} could not be written ({reason}).</source>
        <translation>Das Support-Paket {path} ließ sich nicht schreiben ({reason}).</translation>
    </message>
    <message>
        <source>The support bundle {path} could not be written.</source>
        <translation>Das Support-Paket {path} ließ sich nicht schreiben.</translation>
    </message>
    <message>
        <source>The system moved the recording from “{device}” to another source.</source>
        <translation>Das System verlegte die Aufnahme von „{device}“ auf eine andere Quelle.</translation>
    </message>
    <message>
        <source>The system&apos;s sound service does not answer.</source>
        <translation>Der Tondienst des Systems antwortet nicht.</translation>
    </message>
    <message>
        <source>The system&apos;s sound service is not there, or stopped sending sound.</source>
        <translation>Der Tondienst des Systems ist nicht da oder sendet keinen Ton mehr.</translation>
    </message>
    <message>
        <source>There is no backup folder of this library that could be reached.</source>
        <translation>Es gibt keinen erreichbaren Sicherungsordner dieser Bibliothek.</translation>
    </message>
    <message>
        <source>There is no library at {path} that could be backed up.</source>
        <translation>In {path} ist keine Bibliothek, die gesichert werden könnte.</translation>
    </message>
    <message>
        <source>There is no recording {id}.</source>
        <translation>Es gibt keine Aufnahme {id}.</translation>
    </message>
    <message>
        <source>There is no room for the export on the disk of {path}.</source>
        <translation>Auf der Platte von {path} ist kein Platz für den Export.</translation>
    </message>
    <message>
        <source>There is no room for the support bundle on the disk of {path}.</source>
        <translation>Auf der Platte von {path} ist kein Platz für das Support-Paket.</translation>
    </message>
    <message>
        <source>There is no room left on the disk of the backup folder {path}.</source>
        <translation>Auf der Platte des Sicherungsordners {path} ist kein Platz mehr.</translation>
    </message>
    <message>
        <source>There is no room left on the disk of {path}.</source>
        <translation>Auf der Platte von {path} ist kein Platz mehr.</translation>
    </message>
    <message>
        <source>There is no snapshot “{snapshot}” in the backup folder {path}.</source>
        <translation>Es gibt keinen Sicherungsstand „{snapshot}“ im Sicherungsordner {path}.</translation>
    </message>
    <message>
        <source>There is something at {path} already.</source>
        <translation>In {path} ist schon etwas.</translation>
    </message>
    <message>
        <source>There was none yet.</source>
        <translation>Es gab noch keine.</translation>
    </message>
    <message>
        <source>These can: {allowed}.</source>
        <translation>Diese können es: {allowed}.</translation>
    </message>
    <message>
        <source>They are as they were before, and so is the library.</source>
        <translation>Sie sind wie vorher, und die Bibliothek auch.</translation>
    </message>
    <message>
        <source>This file cannot be played ({reason}).</source>
        <translation>Diese Datei kann nicht wiedergegeben werden ({reason}).</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Try again; another program may be holding it.</source>
        <translation>Versuchen Sie es erneut; vielleicht hält ein anderes Programm sie fest.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, report the code.</source>
        <translation>Versuchen Sie es erneut; geschieht es wieder, melden Sie den Code.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, run `vrp verify`.</source>
        <translation>Versuchen Sie es erneut; geschieht es wieder, rufen Sie `vrp verify` auf.</translation>
    </message>
    <message>
        <source>Unfinished takes</source>
        <translation>Unfertige Aufnahmen</translation>
    </message>
    <message>
        <source>Update Voice Recorder Pro, or choose another folder.</source>
        <translation>Aktualisieren Sie Voice Recorder Pro, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Update Voice Recorder Pro.</source>
        <translation>Aktualisieren Sie Voice Recorder Pro.</translation>
    </message>
    <message>
        <source>Use --force if you want it all the same; the database as it is stays beside the new one.</source>
        <translation>Verwenden Sie --force, wenn Sie es trotzdem wollen; die jetzige Datenbank bleibt neben der neuen.</translation>
    </message>
    <message>
        <source>Use --keep-both to keep a second copy.</source>
        <translation>Verwenden Sie --keep-both, um eine zweite Kopie zu behalten.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Wait until it has finished, or wait longer with --wait.</source>
        <translation>Warten Sie, bis es fertig ist, oder warten Sie länger mit --wait.</translation>
    </message>
    <message>
        <source>Wait until the other program has finished with it and import it again.</source>
        <translation>Warten Sie, bis das andere Programm damit fertig ist, und importieren Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>Wait, or press Reset in the diagnostics once its trouble is over.</source>
        <translation>Warten Sie, oder drücken Sie in der Diagnose Zurücksetzen, wenn die Störung vorbei ist.</translation>
    </message>
    <message>
        <source>What is written about “{title}” was changed behind the program&apos;s back.</source>
        <translation>Was über „{title}“ geschrieben steht, wurde hinter dem Rücken des Programms verändert.</translation>
    </message>
    <message>
        <source>What was finished before is kept.</source>
        <translation>Was vorher fertig war, bleibt.</translation>
    </message>
    <message>
        <source>What was recorded so far is kept.</source>
        <translation>Was bisher aufgenommen wurde, bleibt.</translation>
    </message>
    <message>
        <source>What was saved before is safe there; nothing of this change was.</source>
        <translation>Was vorher gespeichert wurde, ist dort sicher; von dieser Änderung nichts.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Windows keeps this name for a device</source>
        <translation>Windows behält diesen Namen einem Gerät vor</translation>
    </message>
    <message>
        <source>Your library was not touched.</source>
        <translation>Ihre Bibliothek wurde nicht angerührt.</translation>
    </message>
    <message>
        <source>Your recordings are not affected.</source>
        <translation>Ihre Aufnahmen sind nicht betroffen.</translation>
    </message>
    <message>
        <source>a device</source>
        <translation>ein Gerät</translation>
    </message>
    <message>
        <source>a file in it cannot be read</source>
        <translation>eine Datei darin kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>a file in it is larger than it says</source>
        <translation>eine Datei darin ist größer, als sie angibt</translation>
    </message>
    <message>
        <source>a file in it is not what was exported</source>
        <translation>eine Datei darin ist nicht das, was exportiert wurde</translation>
    </message>
    <message>
        <source>a file name</source>
        <translation>einen Dateinamen</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>ein Ordner</translation>
    </message>
    <message>
        <source>a former text</source>
        <translation>einen früheren Text</translation>
    </message>
    <message>
        <source>a microphone</source>
        <translation>ein Mikrofon</translation>
    </message>
    <message>
        <source>a part of its database is missing</source>
        <translation>ein Teil seiner Datenbank fehlt</translation>
    </message>
    <message>
        <source>a password or key</source>
        <translation>ein Passwort oder einen Schlüssel</translation>
    </message>
    <message>
        <source>a pipe</source>
        <translation>eine Pipe</translation>
    </message>
    <message>
        <source>a recording in it breaks the rules</source>
        <translation>eine Aufnahme darin verletzt die Regeln</translation>
    </message>
    <message>
        <source>a restore into it was not finished; run `vrp restore` again</source>
        <translation>eine Wiederherstellung in sie wurde nicht fertig; rufen Sie `vrp restore` noch einmal auf</translation>
    </message>
    <message>
        <source>a sample rate of {number} Hz</source>
        <translation>eine Abtastrate von {number} Hz</translation>
    </message>
    <message>
        <source>a section is set key by key, as {name}</source>
        <translation>ein Abschnitt wird Schlüssel für Schlüssel gesetzt, als {name}</translation>
    </message>
    <message>
        <source>a socket</source>
        <translation>ein Socket</translation>
    </message>
    <message>
        <source>a tag</source>
        <translation>ein Schlagwort</translation>
    </message>
    <message>
        <source>a title</source>
        <translation>einen Titel</translation>
    </message>
    <message>
        <source>adopted</source>
        <translation>übernommen</translation>
    </message>
    <message>
        <source>an artist</source>
        <translation>einen Interpreten</translation>
    </message>
    <message>
        <source>an e-mail address</source>
        <translation>eine E-Mail-Adresse</translation>
    </message>
    <message>
        <source>another one</source>
        <translation>eine andere</translation>
    </message>
    <message>
        <source>another process</source>
        <translation>einem anderen Prozess</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>antwortet</translation>
    </message>
    <message>
        <source>artist</source>
        <translation>Interpret</translation>
    </message>
    <message>
        <source>artists</source>
        <translation>Interpreten</translation>
    </message>
    <message>
        <source>at most {limit} are kept</source>
        <translation>höchstens {limit} werden behalten</translation>
    </message>
    <message>
        <source>at most {limit} characters are kept</source>
        <translation>höchstens {limit} Zeichen werden behalten</translation>
    </message>
    <message>
        <source>audio</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>battery</source>
        <translation>Akku</translation>
    </message>
    <message>
        <source>cannot be written ({reason}); the newest records are kept in memory</source>
        <translation>kann nicht geschrieben werden ({reason}); die neuesten Einträge bleiben im Arbeitsspeicher</translation>
    </message>
    <message>
        <source>characters that turn the direction of text are not allowed</source>
        <translation>Zeichen, die die Schreibrichtung umkehren, sind nicht erlaubt</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>control characters are not allowed</source>
        <translation>Steuerzeichen sind nicht erlaubt</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>Platte</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>antwortet nicht</translation>
    </message>
    <message>
        <source>does not know every recording</source>
        <translation>kennt nicht jede Aufnahme</translation>
    </message>
    <message>
        <source>e-mail addresses</source>
        <translation>E-Mail-Adressen</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>exported</source>
        <translation>exportiert</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>file names</source>
        <translation>Dateinamen</translation>
    </message>
    <message>
        <source>files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importiert</translation>
    </message>
    <message>
        <source>in use by {holder}</source>
        <translation>verwendet von {holder}</translation>
    </message>
    <message>
        <source>installed package</source>
        <translation>installiertem Paket</translation>
    </message>
    <message>
        <source>is written</source>
        <translation>wird geschrieben</translation>
    </message>
    <message>
        <source>is written, with everything for a while</source>
        <translation>wird geschrieben, eine Zeitlang mit allem</translation>
    </message>
    <message>
        <source>it belongs to a portable program and moves with the program&apos;s folder</source>
        <translation>sie gehört zu einem portablen Programm und zieht mit dessen Ordner um</translation>
    </message>
    <message>
        <source>it cannot be read: {reason}</source>
        <translation>sie kann nicht gelesen werden: {reason}</translation>
    </message>
    <message>
        <source>it claims what no recording has</source>
        <translation>sie gibt an, was keine Aufnahme hat</translation>
    </message>
    <message>
        <source>it ended with {code}</source>
        <translation>es endete mit {code}</translation>
    </message>
    <message>
        <source>it ends with a dot or a space, which not every system can keep</source>
        <translation>er endet mit einem Punkt oder Leerzeichen, was nicht jedes System behalten kann</translation>
    </message>
    <message>
        <source>it has no sound</source>
        <translation>sie enthält keinen Ton</translation>
    </message>
    <message>
        <source>it has no table of recordings</source>
        <translation>sie hat keine Tabelle der Aufnahmen</translation>
    </message>
    <message>
        <source>it holds a line break or a control character</source>
        <translation>er enthält einen Zeilenumbruch oder ein Steuerzeichen</translation>
    </message>
    <message>
        <source>it holds characters that turn the direction of text</source>
        <translation>er enthält Zeichen, die die Schreibrichtung umkehren</translation>
    </message>
    <message>
        <source>it is a file and not a folder</source>
        <translation>das ist eine Datei und kein Ordner</translation>
    </message>
    <message>
        <source>it is a file, and DATABASE_URL names a server</source>
        <translation>sie ist eine Datei, und DATABASE_URL nennt einen Server</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>sie ist beschädigt</translation>
    </message>
    <message>
        <source>it is longer than {limit} bytes</source>
        <translation>er ist länger als {limit} Bytes</translation>
    </message>
    <message>
        <source>it is not a database address</source>
        <translation>sie ist keine Datenbankadresse</translation>
    </message>
    <message>
        <source>it is not an archive that can be read</source>
        <translation>es ist kein lesbares Archiv</translation>
    </message>
    <message>
        <source>it is not an export</source>
        <translation>es ist kein Export</translation>
    </message>
    <message>
        <source>it is not audio</source>
        <translation>sie ist kein Ton</translation>
    </message>
    <message>
        <source>it is not installed</source>
        <translation>es ist nicht installiert</translation>
    </message>
    <message>
        <source>it is not valid UTF-8</source>
        <translation>er ist kein gültiges UTF-8</translation>
    </message>
    <message>
        <source>it is not valid text</source>
        <translation>kein gültiger Text</translation>
    </message>
    <message>
        <source>it is there already</source>
        <translation>dort ist sie schon</translation>
    </message>
    <message>
        <source>it lies on a PostgreSQL server, and DATABASE_URL names none</source>
        <translation>sie liegt auf einem PostgreSQL-Server, und DATABASE_URL nennt keinen</translation>
    </message>
    <message>
        <source>it may not be empty</source>
        <translation>darf nicht leer sein</translation>
    </message>
    <message>
        <source>it stops the player</source>
        <translation>sie hält den Spieler an</translation>
    </message>
    <message>
        <source>its database cannot be read</source>
        <translation>ihre Datenbank kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>its database does not pass its test ({found})</source>
        <translation>seine Datenbank besteht ihre Prüfung nicht ({found})</translation>
    </message>
    <message>
        <source>its database holds other numbers than were written down</source>
        <translation>seine Datenbank enthält andere Zahlen, als notiert wurden</translation>
    </message>
    <message>
        <source>its database is not one of this program</source>
        <translation>ihre Datenbank ist keine dieses Programms</translation>
    </message>
    <message>
        <source>its database lies elsewhere (DATABASE_URL)</source>
        <translation>ihre Datenbank liegt anderswo (DATABASE_URL)</translation>
    </message>
    <message>
        <source>its database names a file that cannot be</source>
        <translation>seine Datenbank nennt eine Datei, die es nicht geben kann</translation>
    </message>
    <message>
        <source>its database names other files than its manifest</source>
        <translation>seine Datenbank nennt andere Dateien als sein Manifest</translation>
    </message>
    <message>
        <source>its database server reports an inner error ({state})</source>
        <translation>ihr Datenbankserver meldet einen inneren Fehler ({state})</translation>
    </message>
    <message>
        <source>its database was changed</source>
        <translation>seine Datenbank wurde verändert</translation>
    </message>
    <message>
        <source>its database {name} is missing</source>
        <translation>ihre Datenbank {name} fehlt</translation>
    </message>
    <message>
        <source>its database&apos;s dump holds what no library has</source>
        <translation>der Abzug seiner Datenbank enthält, was keine Bibliothek hat</translation>
    </message>
    <message>
        <source>its disk gives back other bytes than were written</source>
        <translation>seine Platte gibt andere Bytes zurück, als geschrieben wurden</translation>
    </message>
    <message>
        <source>its file CURRENT cannot be read</source>
        <translation>ihre Datei CURRENT kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>its file CURRENT does not name a database</source>
        <translation>ihre Datei CURRENT nennt keine Datenbank</translation>
    </message>
    <message>
        <source>its file CURRENT is missing</source>
        <translation>ihre Datei CURRENT fehlt</translation>
    </message>
    <message>
        <source>its file is not in the library&apos;s folder</source>
        <translation>sie ist nicht im Ordner der Bibliothek</translation>
    </message>
    <message>
        <source>its format is not understood</source>
        <translation>ihr Format wird nicht verstanden</translation>
    </message>
    <message>
        <source>its manifest bears another name</source>
        <translation>sein Manifest trägt einen anderen Namen</translation>
    </message>
    <message>
        <source>its manifest cannot be read</source>
        <translation>sein Manifest kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>its manifest has a line that cannot be</source>
        <translation>sein Manifest hat eine Zeile, die nicht sein kann</translation>
    </message>
    <message>
        <source>its manifest has no facts</source>
        <translation>in seinem Manifest fehlen die Angaben</translation>
    </message>
    <message>
        <source>its manifest is not as it was sealed</source>
        <translation>sein Manifest ist nicht, wie es versiegelt wurde</translation>
    </message>
    <message>
        <source>its manifest names a file twice</source>
        <translation>sein Manifest nennt eine Datei zweimal</translation>
    </message>
    <message>
        <source>its {part} cannot be read</source>
        <translation>{part} darin kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>knows every recording</source>
        <translation>kennt jede Aufnahme</translation>
    </message>
    <message>
        <source>line breaks and control characters are not allowed</source>
        <translation>Zeilenumbrüche und Steuerzeichen sind nicht erlaubt</translation>
    </message>
    <message>
        <source>made with the server&apos;s own pg_dump</source>
        <translation>werden mit dem pg_dump des Servers gemacht</translation>
    </message>
    <message>
        <source>names of people and computers</source>
        <translation>Namen von Personen und Computern</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>no sound in it decodes</source>
        <translation>kein Ton darin lässt sich dekodieren</translation>
    </message>
    <message>
        <source>no: {reason}</source>
        <translation>nein: {reason}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>not set up yet</source>
        <translation>noch nicht eingerichtet</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>only an SQLite file or PostgreSQL can hold a library</source>
        <translation>nur eine SQLite-Datei oder PostgreSQL kann eine Bibliothek enthalten</translation>
    </message>
    <message>
        <source>p50 {p50} ms, p99 {p99} ms, max {max} ms, over 16 ms: {stalls} of {ticks}</source>
        <translation>p50 {p50} ms, p99 {p99} ms, höchstens {max} ms, über 16 ms: {stalls} von {ticks}</translation>
    </message>
    <message>
        <source>passwords, keys and tokens</source>
        <translation>Passwörter, Schlüssel und Token</translation>
    </message>
    <message>
        <source>process {number} ({command}) on {host} since {since}</source>
        <translation>Prozess {number} ({command}) auf {host} seit {since}</translation>
    </message>
    <message>
        <source>psycopg is not installed; install it with pip install &apos;voice-recorder-pro[postgres]&apos;</source>
        <translation>psycopg ist nicht installiert; installieren Sie es mit pip install &apos;voice-recorder-pro[postgres]&apos;</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>aufgenommen</translation>
    </message>
    <message>
        <source>recovered</source>
        <translation>gerettet</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>umbenannt</translation>
    </message>
    <message>
        <source>repaired</source>
        <translation>repariert</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>wiederhergestellt</translation>
    </message>
    <message>
        <source>search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>source tree</source>
        <translation>dem Quelltext</translation>
    </message>
    <message>
        <source>store.json was changed</source>
        <translation>store.json wurde verändert</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>the audio file {file} is missing</source>
        <translation>die Audiodatei {file} fehlt</translation>
    </message>
    <message>
        <source>the audio file {file} was changed</source>
        <translation>die Audiodatei {file} wurde verändert</translation>
    </message>
    <message>
        <source>the computer</source>
        <translation>der Computer</translation>
    </message>
    <message>
        <source>the computer&apos;s name</source>
        <translation>den Namen des Computers</translation>
    </message>
    <message>
        <source>the copy of the database does not pass its check</source>
        <translation>die Kopie der Datenbank besteht ihre Prüfung nicht</translation>
    </message>
    <message>
        <source>the database holds other things</source>
        <translation>die Datenbank enthält anderes</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>die Platte ist voll</translation>
    </message>
    <message>
        <source>the folder is not empty</source>
        <translation>der Ordner ist nicht leer</translation>
    </message>
    <message>
        <source>the folder lies inside the library</source>
        <translation>der Ordner liegt in der Bibliothek</translation>
    </message>
    <message>
        <source>the library had lost this file before</source>
        <translation>die Bibliothek hatte diese Datei schon vorher verloren</translation>
    </message>
    <message>
        <source>the library is not open</source>
        <translation>die Bibliothek ist nicht offen</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>das Programm</translation>
    </message>
    <message>
        <source>the same as the library&apos;s</source>
        <translation>dieselbe wie die der Bibliothek</translation>
    </message>
    <message>
        <source>the server is older than PostgreSQL {oldest}</source>
        <translation>der Server ist älter als PostgreSQL {oldest}</translation>
    </message>
    <message>
        <source>the system refused to open it</source>
        <translation>das System öffnet sie nicht</translation>
    </message>
    <message>
        <source>the upgraded database does not pass its check</source>
        <translation>die aktualisierte Datenbank besteht ihre Prüfung nicht</translation>
    </message>
    <message>
        <source>the user&apos;s name</source>
        <translation>den Namen des Benutzers</translation>
    </message>
    <message>
        <source>there is no file db/app.db in it</source>
        <translation>darin ist keine Datei db/app.db</translation>
    </message>
    <message>
        <source>there is no restore that could be taken back</source>
        <translation>es gibt keine Wiederherstellung, die zurückgenommen werden könnte</translation>
    </message>
    <message>
        <source>there is no such setting</source>
        <translation>eine solche Einstellung gibt es nicht</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>titles</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>what is told of it breaks the rules</source>
        <translation>was darüber gesagt wird, verletzt die Regeln</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>{before}, {after}</source>
        <translation>{before}, {after}</translation>
    </message>
    <message>
        <source>{channels} channel(s) at {rate} Hz in {bits} bits</source>
        <translation>{channels} Kanäle bei {rate} Hz mit {bits} Bit</translation>
    </message>
    <message>
        <source>{code}: {fault}</source>
        <translation>{code}: {fault}</translation>
    </message>
    <message numerus="yes">
        <source>{count} changed (file)</source>
        <translation>
            <numerusform>{count} geändert (Datei)</numerusform>
            <numerusform>{count} geändert (Datei)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} checks passed</source>
        <translation>
            <numerusform>{count} Prüfung bestanden</numerusform>
            <numerusform>{count} Prüfungen bestanden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} days ago</source>
        <translation>
            <numerusform>vor {count} Tag</numerusform>
            <numerusform>vor {count} Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} entries</source>
        <translation>
            <numerusform>{count} Eintrag</numerusform>
            <numerusform>{count} Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} h ago</source>
        <translation>
            <numerusform>vor {count} h</numerusform>
            <numerusform>vor {count} h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} min ago</source>
        <translation>
            <numerusform>vor {count} min</numerusform>
            <numerusform>vor {count} min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} more files are missing or have changed. Run the full check.</source>
        <translation>
            <numerusform>{count} weitere Datei fehlt oder hat sich verändert. Machen Sie die volle Prüfung.</numerusform>
            <numerusform>{count} weitere Dateien fehlen oder haben sich verändert. Machen Sie die volle Prüfung.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} rows of the database name others that are not there. Restore it from a backup.</source>
        <translation>
            <numerusform>{count} Zeile der Datenbank nennt eine andere, die nicht da ist. Stellen Sie sie aus einer Sicherung wieder her.</numerusform>
            <numerusform>{count} Zeilen der Datenbank nennen andere, die nicht da sind. Stellen Sie sie aus einer Sicherung wieder her.</numerusform>
        </translation>
    </message>
    <message>
        <source>{fault} The next backup there takes note of it.</source>
        <translation>{fault} Die nächste Sicherung dort vermerkt es.</translation>
    </message>
    <message>
        <source>{field}: {reason}.</source>
        <translation>{field}: {reason}.</translation>
    </message>
    <message>
        <source>{file} or {variable}</source>
        <translation>{file} oder {variable}</translation>
    </message>
    <message>
        <source>{found} of {known}</source>
        <translation>{found} von {known}</translation>
    </message>
    <message>
        <source>{free} of {total} MiB free</source>
        <translation>{free} von {total} MiB frei</translation>
    </message>
    <message>
        <source>{free} of {total} free</source>
        <translation>{free} von {total} frei</translation>
    </message>
    <message>
        <source>{number}</source>
        <translation>{number}</translation>
    </message>
    <message>
        <source>{number} channels</source>
        <translation>{number} Kanäle</translation>
    </message>
    <message>
        <source>{number} years of sound</source>
        <translation>{number} Jahre Ton</translation>
    </message>
    <message>
        <source>{number} {unit}</source>
        <translation>{number} {unit}</translation>
    </message>
    <message>
        <source>{service} failed several times and is left alone for {seconds} s.</source>
        <translation>{service} versagte mehrmals und wird {seconds} s in Ruhe gelassen.</translation>
    </message>
    <message>
        <source>{size}, log {log}, {free} of {pages} pages free</source>
        <translation>{size}, Journal {log}, {free} von {pages} Seiten frei</translation>
    </message>
    <message>
        <source>{size}, {hours} h</source>
        <translation>{size}, {hours} h</translation>
    </message>
    <message>
        <source>{times} ×, mean {mean} ms, p95 {p95}, max {max}</source>
        <translation>{times} ×, im Mittel {mean} ms, p95 {p95}, höchstens {max}</translation>
    </message>
    <message>
        <source>{value} ({source})</source>
        <translation>{value} ({source})</translation>
    </message>
    <message>
        <source>{value}; the file says {found}, which is not allowed</source>
        <translation>{value}; in der Datei steht {found}, was nicht erlaubt ist</translation>
    </message>
    <message>
        <source>{what} ended unexpectedly, version {version}, after {seconds} s</source>
        <translation>unerwartetes Ende ({what}), Version {version}, nach {seconds} s</translation>
    </message>
    <message>
        <source>{word} means nothing; known are {known}</source>
        <translation>{word} bedeutet nichts; bekannt sind {known}</translation>
    </message>
    <message>
        <source>“{name}” cannot be imported as an export: {reason}.</source>
        <translation>„{name}“ kann nicht als Export importiert werden: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” changed while it was read.</source>
        <translation>„{name}“ änderte sich beim Lesen.</translation>
    </message>
    <message>
        <source>“{name}” claims {claim}, which no recording has.</source>
        <translation>„{name}“ behauptet {claim}, was keine Aufnahme hat.</translation>
    </message>
    <message>
        <source>“{name}” could not be examined within its limits of time and memory.</source>
        <translation>„{name}“ ließ sich in den Grenzen von Zeit und Speicher nicht untersuchen.</translation>
    </message>
    <message>
        <source>“{name}” could not be imported.</source>
        <translation>„{name}“ ließ sich nicht importieren.</translation>
    </message>
    <message>
        <source>“{name}” could not be read to its end ({reason}).</source>
        <translation>„{name}“ ließ sich nicht zu Ende lesen ({reason}).</translation>
    </message>
    <message>
        <source>“{name}” has a name that cannot be kept: {reason}.</source>
        <translation>„{name}“ hat einen Namen, der nicht behalten werden kann: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” has no sound in it.</source>
        <translation>In „{name}“ ist kein Ton.</translation>
    </message>
    <message>
        <source>“{name}” has {size}, more than the limit of {limit}.</source>
        <translation>„{name}“ hat {size}, mehr als die Grenze von {limit}.</translation>
    </message>
    <message>
        <source>“{name}” in the library cannot be read</source>
        <translation>„{name}“ in der Bibliothek kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>“{name}” is a link, and links are not followed.</source>
        <translation>„{name}“ ist eine Verknüpfung, und Verknüpfungen wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>“{name}” is already in the library.</source>
        <translation>„{name}“ ist schon in der Bibliothek.</translation>
    </message>
    <message>
        <source>“{name}” is damaged: no sound in it can be played.</source>
        <translation>„{name}“ ist beschädigt: Kein Ton darin ist abspielbar.</translation>
    </message>
    <message>
        <source>“{name}” is empty.</source>
        <translation>„{name}“ ist leer.</translation>
    </message>
    <message>
        <source>“{name}” is not audio, whatever its name says.</source>
        <translation>„{name}“ ist kein Ton, was immer ihr Name sagt.</translation>
    </message>
    <message>
        <source>“{name}” is not of a type that can be imported.</source>
        <translation>„{name}“ ist von keinem Typ, der importiert werden kann.</translation>
    </message>
    <message>
        <source>“{name}” is not there (any more).</source>
        <translation>„{name}“ ist nicht (mehr) da.</translation>
    </message>
    <message>
        <source>“{name}” is {kind}, not a file.</source>
        <translation>„{name}“ ist {kind}, keine Datei.</translation>
    </message>
    <message>
        <source>“{name}” lies at a path that is too long for this system.</source>
        <translation>„{name}“ liegt an einem Pfad, der für dieses System zu lang ist.</translation>
    </message>
    <message>
        <source>“{name}” may not be read by you.</source>
        <translation>„{name}“ dürfen Sie nicht lesen.</translation>
    </message>
    <message>
        <source>“{name}” was exported by a newer Voice Recorder Pro (form {found}).</source>
        <translation>„{name}“ wurde von einem neueren Voice Recorder Pro exportiert (Form {found}).</translation>
    </message>
    <message>
        <source>“{name}” was not the same when it was read back</source>
        <translation>„{name}“ war nicht dasselbe, als es zurückgelesen wurde</translation>
    </message>
    <message>
        <source>“{title}” cannot be read ({reason}).</source>
        <translation>„{title}“ kann nicht gelesen werden ({reason}).</translation>
    </message>
    <message>
        <source>“{title}” has changed: its bytes are not those that were stored.</source>
        <translation>„{title}“ hat sich verändert: die Bytes sind nicht die, die gespeichert wurden.</translation>
    </message>
    <message>
        <source>“{title}” has changed: {found} bytes in place of {stored}.</source>
        <translation>„{title}“ hat sich verändert: {found} Bytes anstelle von {stored}.</translation>
    </message>
    <message>
        <source>“{title}” has no history: it was not put there by the program.</source>
        <translation>„{title}“ hat keinen Verlauf: das Programm hat es nicht dorthin gebracht.</translation>
    </message>
    <message>
        <source>“{title}” is missing: its file is not in the audio folder.</source>
        <translation>„{title}“ fehlt: die Datei ist nicht im Ordner mit den Audiodateien.</translation>
    </message>
</context>
<context>
    <name>BackupFlow</name>
    <message>
        <source>Back Up Now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>Backed up, but {files} of the library itself were missing or changed. Check the library.</source>
        <translation>Gesichert, aber {files} der Bibliothek selbst fehlten oder waren verändert. Prüfen Sie die Bibliothek.</translation>
    </message>
    <message>
        <source>Backing up the library</source>
        <translation>Bibliothek wird gesichert</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Every recording of that backup is in the library.</source>
        <translation>Jede Aufnahme dieser Sicherung ist in der Bibliothek.</translation>
    </message>
    <message>
        <source>For more than a week no backup was proven restorable. Connect the backup disk and back up.</source>
        <translation>Seit mehr als einer Woche ist keine Sicherung als wiederherstellbar nachgewiesen. Verbinden Sie die Sicherungsplatte und sichern Sie.</translation>
    </message>
    <message>
        <source>It lies on the library&apos;s own disk; another disk is better (see Settings).</source>
        <translation>Sie liegt auf derselben Platte wie die Bibliothek; eine andere ist besser (siehe Einstellungen).</translation>
    </message>
    <message>
        <source>No proven backup</source>
        <translation>Keine nachgewiesene Sicherung</translation>
    </message>
    <message>
        <source>Proven restorable: {when}, {recordings}</source>
        <translation>Nachweislich wiederherstellbar: {when}, {recordings}</translation>
    </message>
    <message>
        <source>Reading every file again</source>
        <translation>Jede Datei wird noch einmal gelesen</translation>
    </message>
    <message>
        <source>Reading the backup</source>
        <translation>Sicherung wird gelesen</translation>
    </message>
    <message>
        <source>Reading the backups</source>
        <translation>Sicherungen werden gelesen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Restore Into an Empty Folder</source>
        <translation>In einen leeren Ordner wiederherstellen</translation>
    </message>
    <message>
        <source>Restore the whole library?</source>
        <translation>Die ganze Bibliothek wiederherstellen?</translation>
    </message>
    <message>
        <source>Restoring into {folder}</source>
        <translation>Wiederherstellung nach {folder}</translation>
    </message>
    <message>
        <source>Restoring recordings</source>
        <translation>Aufnahmen werden wiederhergestellt</translation>
    </message>
    <message>
        <source>The backup could not be proven: it may not be restorable. Check the library&apos;s health.</source>
        <translation>Die Sicherung ließ sich nicht nachweisen: Vielleicht ist sie nicht wiederherstellbar. Prüfen Sie den Zustand der Bibliothek.</translation>
    </message>
    <message>
        <source>The library becomes what it was {when}, with {recordings}. It is backed up before, and you can go back.</source>
        <translation>Die Bibliothek wird, wie sie war: {when}, mit {recordings}. Vorher wird sie gesichert, und Sie können zurück.</translation>
    </message>
    <message>
        <source>Tidying Recently Deleted</source>
        <translation>„Kürzlich gelöscht“ wird aufgeräumt</translation>
    </message>
    <message>
        <source>{files} are damaged or missing, and no good copy was found: “{title}”…</source>
        <translation>{files} beschädigt oder verschwunden, und es fand sich keine gute Kopie: „{title}“…</translation>
    </message>
    <message>
        <source>{files} read: all are what was stored.</source>
        <translation>{files} gelesen: Alle sind, wie sie abgelegt wurden.</translation>
    </message>
    <message>
        <source>{files} were damaged. Good copies from the backup took their place.</source>
        <translation>{files} waren beschädigt. Gute Kopien aus der Sicherung traten an ihre Stelle.</translation>
    </message>
    <message>
        <source>{recordings} restored into {folder}.</source>
        <translation>{recordings} nach {folder} wiederhergestellt.</translation>
    </message>
    <message>
        <source>{recordings} restored.</source>
        <translation>{recordings} wiederhergestellt.</translation>
    </message>
</context>
<context>
    <name>BundleDialog</name>
    <message>
        <source>Choose a file to read what it says.</source>
        <translation>Wählen Sie eine Datei, um zu lesen, was darin steht.</translation>
    </message>
    <message>
        <source>Crash reports</source>
        <translation>Absturzberichte</translation>
    </message>
    <message>
        <source>Form of the database, without its rows</source>
        <translation>Form der Datenbank, ohne ihre Zeilen</translation>
    </message>
    <message>
        <source>How long things took</source>
        <translation>Wie lange die Dinge dauerten</translation>
    </message>
    <message>
        <source>It is saved to a file that you can read and send. Nothing is sent by itself.</source>
        <translation>Es wird in einer Datei gespeichert, die Sie lesen und senden können. Nichts wird von selbst gesendet.</translation>
    </message>
    <message>
        <source>Log of the last 24 hours</source>
        <translation>Protokoll der letzten 24 Stunden</translation>
    </message>
    <message>
        <source>Never inside: {things}.</source>
        <translation>Nie darin: {things}.</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Parts of the bundle</source>
        <translation>Teile des Pakets</translation>
    </message>
    <message>
        <source>Save Support Bundle</source>
        <translation>Support-Paket speichern</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Support line</source>
        <translation>Support-Zeile</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>What Diagnostics shows</source>
        <translation>Was die Diagnose zeigt</translation>
    </message>
    <message>
        <source>What the chosen file says</source>
        <translation>Was in der gewählten Datei steht</translation>
    </message>
    <message>
        <source>{part}, {count} lines withheld</source>
        <translation>{part}, {count} Zeilen zurückgehalten</translation>
    </message>
    <message>
        <source>{part}: could not be made ({reason})</source>
        <translation>{part}: ließ sich nicht erstellen ({reason})</translation>
    </message>
    <message>
        <source>{size} before it is packed</source>
        <translation>{size} vor dem Packen</translation>
    </message>
</context>
<context>
    <name>BundleFlow</name>
    <message>
        <source>Choose Parts</source>
        <translation>Teile wählen</translation>
    </message>
    <message>
        <source>Gathering the support bundle</source>
        <translation>Support-Paket wird zusammengestellt</translation>
    </message>
    <message>
        <source>Save Support Bundle</source>
        <translation>Support-Paket speichern</translation>
    </message>
    <message>
        <source>Saved: {name}, {size}. Nothing was sent; attach it to your mail.</source>
        <translation>Gespeichert: {name}, {size}. Nichts wurde gesendet; hängen Sie es an Ihre E-Mail an.</translation>
    </message>
    <message>
        <source>Saving the support bundle</source>
        <translation>Support-Paket wird gespeichert</translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Support bundle (*.zip)</source>
        <translation>Support-Paket (*.zip)</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>A recording is running</source>
        <translation>Eine Aufnahme läuft</translation>
    </message>
    <message>
        <source>A task is still running: {task}</source>
        <translation>Eine Aufgabe läuft noch: {task}</translation>
    </message>
    <message>
        <source>Cancel It and Quit</source>
        <translation>Abbrechen und beenden</translation>
    </message>
    <message>
        <source>It can be stopped and saved now.</source>
        <translation>Sie kann jetzt angehalten und gespeichert werden.</translation>
    </message>
    <message>
        <source>Keep Recording</source>
        <translation>Weiter aufnehmen</translation>
    </message>
    <message>
        <source>Keep Running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Stop and Save</source>
        <translation>Anhalten und speichern</translation>
    </message>
    <message>
        <source>What is finished is kept; the rest can be done again later.</source>
        <translation>Was fertig ist, bleibt; der Rest kann später nachgeholt werden.</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Artist:</source>
        <translation>Interpret:</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>File name:</source>
        <translation>Dateiname:</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Notes:</source>
        <translation>Notizen:</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Tags:</source>
        <translation>Schlagwörter:</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
</context>
<context>
    <name>CommandStates</name>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Wiedergeben</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>&amp;Aufnehmen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Stop Recording</source>
        <translation>Aufnahme &amp;beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Add to Fa&amp;vourites</source>
        <translation>Zu &amp;Favoriten hinzufügen</translation>
    </message>
    <message>
        <source>Check &amp;Health</source>
        <translation>&amp;Zustand prüfen</translation>
    </message>
    <message>
        <source>It is in the library</source>
        <translation>Sie ist in der Bibliothek</translation>
    </message>
    <message>
        <source>No recording is selected</source>
        <translation>Keine Aufnahme ausgewählt</translation>
    </message>
    <message>
        <source>Nothing is being recorded</source>
        <translation>Es wird nichts aufgenommen</translation>
    </message>
    <message>
        <source>P&amp;ause Recording</source>
        <translation>Aufnahme &amp;pausieren</translation>
    </message>
    <message>
        <source>Remove from Fa&amp;vourites</source>
        <translation>Aus &amp;Favoriten entfernen</translation>
    </message>
    <message>
        <source>Restore the recording first</source>
        <translation>Stellen Sie die Aufnahme zuerst wieder her</translation>
    </message>
    <message>
        <source>Resume R&amp;ecording</source>
        <translation>Aufnahme &amp;fortsetzen</translation>
    </message>
    <message>
        <source>Select one recording only</source>
        <translation>Wählen Sie nur eine Aufnahme aus</translation>
    </message>
    <message>
        <source>The microphone is not ready</source>
        <translation>Das Mikrofon ist nicht bereit</translation>
    </message>
    <message>
        <source>There is nothing to take back or do again</source>
        <translation>Es gibt nichts rückgängig zu machen oder zu wiederholen</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Crash Reports</source>
        <translation>Absturzberichte</translation>
    </message>
    <message>
        <source>Delete Report</source>
        <translation>Bericht löschen</translation>
    </message>
    <message>
        <source>Reports, the newest first</source>
        <translation>Berichte, der neueste zuerst</translation>
    </message>
    <message>
        <source>The chosen report</source>
        <translation>Der gewählte Bericht</translation>
    </message>
    <message>
        <source>There is no report.</source>
        <translation>Es gibt keinen Bericht.</translation>
    </message>
</context>
<context>
    <name>Crashes</name>
    <message>
        <source>Restart in Safe Mode</source>
        <translation>Im sicheren Modus neu starten</translation>
    </message>
    <message>
        <source>Safe mode: default settings, and nothing begins by itself. To leave it, quit and start again.</source>
        <translation>Sicherer Modus: Standardeinstellungen, und nichts beginnt von selbst. Zum Verlassen beenden und neu starten.</translation>
    </message>
    <message>
        <source>The program did not end in order last time. Your recordings are kept; a report lies on this computer.</source>
        <translation>Das Programm endete letztes Mal nicht ordentlich. Ihre Aufnahmen sind erhalten; ein Bericht liegt auf diesem Computer.</translation>
    </message>
    <message>
        <source>The program ended unexpectedly twice within a minute. Your recordings are kept.</source>
        <translation>Das Programm endete zweimal binnen einer Minute unerwartet. Ihre Aufnahmen sind erhalten.</translation>
    </message>
    <message>
        <source>View Report</source>
        <translation>Bericht ansehen</translation>
    </message>
</context>
<context>
    <name>DetailsFlow</name>
    <message>
        <source>Checking “{title}”</source>
        <translation>„{title}“ wird geprüft</translation>
    </message>
    <message>
        <source>{recordings} in this view</source>
        <translation>{recordings} in dieser Ansicht</translation>
    </message>
    <message>
        <source>{recordings} in this view
{size} in the library</source>
        <translation>{recordings} in dieser Ansicht
{size} in der Bibliothek</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>DeviceBox</name>
    <message>
        <source>Default: {name}</source>
        <translation>Standard: {name}</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>Microphone: {name}</source>
        <translation>Mikrofon: {name}</translation>
    </message>
    <message>
        <source>Microphones</source>
        <translation>Mikrofone</translation>
    </message>
    <message>
        <source>No microphone</source>
        <translation>Kein Mikrofon</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>Standard des Systems</translation>
    </message>
</context>
<context>
    <name>Diagnostics</name>
    <message>
        <source>About</source>
        <translation>Über das Programm</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Back Up Now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Check Health</source>
        <translation>Zustand prüfen</translation>
    </message>
    <message>
        <source>Check Library</source>
        <translation>Bibliothek prüfen</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Cloud</translation>
    </message>
    <message>
        <source>Crashes</source>
        <translation>Abstürze</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Dump Stacks</source>
        <translation>Aufrufstapel zeigen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open Settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Paths and space</source>
        <translation>Pfade und Platz</translation>
    </message>
    <message>
        <source>Prove Backup</source>
        <translation>Sicherung nachweisen</translation>
    </message>
    <message>
        <source>Rebuild Search</source>
        <translation>Suche neu aufbauen</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Test Microphone…</source>
        <translation>Mikrofon testen…</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>View Reports</source>
        <translation>Berichte ansehen</translation>
    </message>
</context>
<context>
    <name>DiagnosticsPage</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Copy All</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>Copy Support Line</source>
        <translation>Support-Zeile kopieren</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Event loop: 99 of 100 looks within {p99} ms, the longest {longest} ms</source>
        <translation>Ereignisschleife: 99 von 100 Blicken binnen {p99} ms, der längste {longest} ms</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Save Support Bundle…</source>
        <translation>Support-Paket speichern…</translation>
    </message>
    <message>
        <source>Search all sections</source>
        <translation>Alle Abschnitte durchsuchen</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
</context>
<context>
    <name>DiagnosticsRoom</name>
    <message>
        <source>Open findings of the health check</source>
        <translation>Offene Befunde der Zustandsprüfung</translation>
    </message>
    <message>
        <source>What the last check of the library&apos;s health found. Shows it.</source>
        <translation>Was die letzte Prüfung der Bibliothek fand. Zeigt es.</translation>
    </message>
    <message>
        <source>{count} to look at</source>
        <translation>{count} anzusehen</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Audio files</source>
        <translation>Audiodateien</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Import Files</source>
        <translation>Dateien importieren</translation>
    </message>
    <message>
        <source>Import Folder</source>
        <translation>Ordner importieren</translation>
    </message>
</context>
<context>
    <name>DropTarget</name>
    <message>
        <source>Drop to import into the library</source>
        <translation>Loslassen, um in die Bibliothek zu importieren</translation>
    </message>
    <message>
        <source>Only files and folders of this computer can be imported</source>
        <translation>Nur Dateien und Ordner dieses Computers können importiert werden</translation>
    </message>
    <message>
        <source>These are no audio files that can be imported</source>
        <translation>Das sind keine Audiodateien, die importiert werden können</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>After a crash or a power cut, what was being recorded is here.</source>
        <translation>Nach einem Absturz oder Stromausfall ist hier, was gerade aufgenommen wurde.</translation>
    </message>
    <message>
        <source>Back to the Library</source>
        <translation>Zurück zur Bibliothek</translation>
    </message>
    <message>
        <source>Clear Search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Deleted recordings come here first, and can be restored.</source>
        <translation>Gelöschte Aufnahmen kommen zuerst hierher und können wiederhergestellt werden.</translation>
    </message>
    <message>
        <source>Drop audio files or folders on the window, or choose them.</source>
        <translation>Ziehen Sie Audiodateien oder Ordner auf das Fenster, oder wählen Sie sie aus.</translation>
    </message>
    <message>
        <source>Drop recordings on the tag, or add it in the details.</source>
        <translation>Ziehen Sie Aufnahmen auf das Schlagwort, oder fügen Sie es in den Details hinzu.</translation>
    </message>
    <message>
        <source>Import Files…</source>
        <translation>Dateien importieren…</translation>
    </message>
    <message>
        <source>It will be here as soon as you stop.</source>
        <translation>Sie ist hier, sobald Sie anhalten.</translation>
    </message>
    <message>
        <source>No favourites yet</source>
        <translation>Noch keine Favoriten</translation>
    </message>
    <message>
        <source>No recording has this tag</source>
        <translation>Keine Aufnahme hat dieses Schlagwort</translation>
    </message>
    <message>
        <source>No recording matches</source>
        <translation>Keine Aufnahme passt</translation>
    </message>
    <message>
        <source>Nothing had to be recovered</source>
        <translation>Nichts musste gerettet werden</translation>
    </message>
    <message>
        <source>Nothing imported yet</source>
        <translation>Noch nichts importiert</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Nothing recorded here yet</source>
        <translation>Hier wurde noch nichts aufgenommen</translation>
    </message>
    <message>
        <source>Nothing recorded yet</source>
        <translation>Noch nichts aufgenommen</translation>
    </message>
    <message>
        <source>Nothing was deleted</source>
        <translation>Nichts wurde gelöscht</translation>
    </message>
    <message>
        <source>Press the star of a recording to have it here.</source>
        <translation>Ein Klick auf den Stern einer Aufnahme bringt sie hierher.</translation>
    </message>
    <message>
        <source>Press the star of a recording, or {key}, to have it here.</source>
        <translation>Ein Klick auf den Stern einer Aufnahme oder {key} bringt sie hierher.</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>To import, drop audio files or folders here, or choose them.</source>
        <translation>Zum Importieren Audiodateien oder Ordner hierher ziehen oder auswählen.</translation>
    </message>
    <message>
        <source>What you record is kept in {place}.</source>
        <translation>Was Sie aufnehmen, liegt in {place}.</translation>
    </message>
    <message>
        <source>Press Record and speak; the recording is here as soon as you stop.</source>
        <translation>Drücken Sie Aufnehmen und sprechen Sie; die Aufnahme ist hier, sobald Sie anhalten.</translation>
    </message>
    <message>
        <source>Recording…</source>
        <translation>Aufnahme läuft…</translation>
    </message>
    <message>
        <source>Show All Recordings</source>
        <translation>Alle Aufnahmen zeigen</translation>
    </message>
    <message>
        <source>Titles, file names, notes and tags were searched.</source>
        <translation>Durchsucht wurden Titel, Dateinamen, Notizen und Schlagwörter.</translation>
    </message>
</context>
<context>
    <name>ErrorHelp</name>
    <message>
        <source>The health check found it: Tools &gt; Check Health says what to do.</source>
        <translation>Die Zustandsprüfung fand es: Werkzeuge &gt; Zustand prüfen sagt, was zu tun ist.</translation>
    </message>
    <message>
        <source>What happened: {text}</source>
        <translation>Was geschah: {text}</translation>
    </message>
    <message>
        <source>What is safe: {text}</source>
        <translation>Was sicher ist: {text}</translation>
    </message>
    <message>
        <source>What to do: {text}</source>
        <translation>Was zu tun ist: {text}</translation>
    </message>
</context>
<context>
    <name>ExportFlow</name>
    <message>
        <source>All Recordings</source>
        <translation>Alle Aufnahmen</translation>
    </message>
    <message>
        <source>Data (*.json)</source>
        <translation>Daten (*.json)</translation>
    </message>
    <message>
        <source>Erase for Good</source>
        <translation>Für immer tilgen</translation>
    </message>
    <message>
        <source>Erase {recordings} for good?</source>
        <translation>{recordings} für immer tilgen?</translation>
    </message>
    <message>
        <source>Erased {when}:</source>
        <translation>Getilgt {when}:</translation>
    </message>
    <message>
        <source>Erasing for good</source>
        <translation>Wird für immer getilgt</translation>
    </message>
    <message>
        <source>Everything, for any browser (*.zip)</source>
        <translation>Alles, für jeden Browser (*.zip)</translation>
    </message>
    <message>
        <source>Export {what}</source>
        <translation>{what} exportieren</translation>
    </message>
    <message>
        <source>Exporting to {name}</source>
        <translation>Export nach {name}</translation>
    </message>
    <message>
        <source>From the library: the row, its words in the search, what its history said.</source>
        <translation>Aus der Bibliothek: die Zeile, ihre Worte in der Suche, was ihr Verlauf sagte.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Mentions in the logs that were overwritten: {count}</source>
        <translation>Überschriebene Erwähnungen in den Protokollen: {count}</translation>
    </message>
    <message>
        <source>Nothing of it stays in the library, and no backup brings it back.</source>
        <translation>Nichts davon bleibt in der Bibliothek, und keine Sicherung bringt es zurück.</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Recordings {day}.zip</source>
        <translation>Aufnahmen {day}.zip</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>The backup {name} still holds it and goes by {day}.</source>
        <translation>Die Sicherung {name} enthält es noch und geht bis {day}.</translation>
    </message>
    <message>
        <source>{files} removed.</source>
        <translation>{files} entfernt.</translation>
    </message>
    <message>
        <source>{files} were missing or damaged.</source>
        <translation>{files} fehlten oder waren beschädigt.</translation>
    </message>
    <message>
        <source>{recordings} erased for good.</source>
        <translation>{recordings} für immer getilgt.</translation>
    </message>
    <message>
        <source>{recordings} exported to {name}.</source>
        <translation>{recordings} nach {name} exportiert.</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Checked {when}</source>
        <translation>Geprüft {when}</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Dateiname</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Last check</source>
        <translation>Letzte Prüfung</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Several values</source>
        <translation>Mehrere Werte</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>As at First</source>
        <translation>Wie zu Anfang</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>HealthFlow</name>
    <message>
        <source>Checking the library&apos;s health</source>
        <translation>Zustand der Bibliothek wird geprüft</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Repaired. The library is healthy.</source>
        <translation>Repariert. Die Bibliothek ist gesund.</translation>
    </message>
    <message>
        <source>Repairing the library</source>
        <translation>Bibliothek wird repariert</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>The library is healthy.</source>
        <translation>Die Bibliothek ist gesund.</translation>
    </message>
    <message>
        <source>{count} things to look at.</source>
        <translation>{count} Dinge anzusehen.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>About Voice Recorder Pro</source>
        <translation>Über Voice Recorder Pro</translation>
    </message>
    <message>
        <source>Records, keeps and finds what was said.
Everything stays on this computer: nothing is sent anywhere.

Free software under the MIT licence. Uses Qt (LGPL) and FFmpeg.</source>
        <translation>Nimmt auf, bewahrt und findet, was gesagt wurde.
Alles bleibt auf diesem Computer: Nichts wird irgendwohin gesendet.

Freie Software unter der MIT-Lizenz. Verwendet Qt (LGPL) und FFmpeg.</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>Deleted permanently</source>
        <translation>Endgültig gelöscht</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Bearbeitet</translation>
    </message>
    <message>
        <source>Erased for good</source>
        <translation>Für immer getilgt</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Exportiert</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Imported from {name}</source>
        <translation>Importiert aus {name}</translation>
    </message>
    <message>
        <source>Moved to Recently Deleted</source>
        <translation>Nach „Kürzlich gelöscht“ verschoben</translation>
    </message>
    <message>
        <source>Recorded here</source>
        <translation>Hier aufgenommen</translation>
    </message>
    <message>
        <source>Recovered after the program was cut off</source>
        <translation>Gerettet, nachdem das Programm unterbrochen wurde</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>Umbenannt</translation>
    </message>
    <message>
        <source>Renamed from “{before}” to “{after}”</source>
        <translation>Von „{before}“ in „{after}“ umbenannt</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>Repariert</translation>
    </message>
    <message>
        <source>Restored to the library</source>
        <translation>In die Bibliothek zurückgelegt</translation>
    </message>
    <message>
        <source>Was there when histories began to be kept</source>
        <translation>War da, als Verläufe eingeführt wurden</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
</context>
<context>
    <name>HistoryFlow</name>
    <message>
        <source>Reading the history</source>
        <translation>Verlauf wird gelesen</translation>
    </message>
</context>
<context>
    <name>ImportFlow</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Import Anyway</source>
        <translation>Trotzdem importieren</translation>
    </message>
    <message>
        <source>Import cancelled. What was finished before is kept.</source>
        <translation>Import abgebrochen. Was vorher fertig war, bleibt.</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Import läuft</translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation>Nicht importiert</translation>
    </message>
    <message>
        <source>There was no audio file in it.</source>
        <translation>Darin war keine Audiodatei.</translation>
    </message>
    <message>
        <source>{files} already in the library.</source>
        <translation>{files} schon in der Bibliothek.</translation>
    </message>
    <message>
        <source>{files} could not be imported.</source>
        <translation>{files} konnten nicht importiert werden.</translation>
    </message>
    <message>
        <source>{files} imported.</source>
        <translation>{files} importiert.</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>New Key…</source>
        <translation>Neue Taste…</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>New key for “{command}”:</source>
        <translation>Neue Taste für „{command}“:</translation>
    </message>
    <message>
        <source>No Key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>Press the new key; Esc gives up</source>
        <translation>Drücken Sie die neue Taste; Esc bricht ab</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset All</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation>Befehle und Tasten suchen</translation>
    </message>
    <message>
        <source>Take It Over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>{key} belongs to “{command}”. Take it over, or press another.</source>
        <translation>{key} gehört zu „{command}“. Übernehmen Sie sie, oder drücken Sie eine andere.</translation>
    </message>
    <message>
        <source>{key} is needed for moving about or for writing. Press another.</source>
        <translation>{key} wird zum Bewegen oder Schreiben gebraucht. Drücken Sie eine andere.</translation>
    </message>
    <message>
        <source>“{command}”: as the program comes, {keys}.</source>
        <translation>„{command}“: wie ausgeliefert, {keys}.</translation>
    </message>
</context>
<context>
    <name>LevelMeter</name>
    <message>
        <source>Level of the microphone in dBFS. Speech should peak between −18 and −6. Click clears the clip mark.</source>
        <translation>Pegel des Mikrofons in dBFS. Sprache sollte zwischen −18 und −6 ausschlagen. Ein Klick löscht die Übersteuerungsmarke.</translation>
    </message>
    <message>
        <source>Microphone level in decibels</source>
        <translation>Mikrofonpegel in Dezibel</translation>
    </message>
    <message>
        <source>No signal</source>
        <translation>Kein Signal</translation>
    </message>
    <message>
        <source>{levels}, clipped</source>
        <translation>{levels}, übersteuert</translation>
    </message>
    <message>
        <source>{level} decibels, peak {peak}</source>
        <translation>{level} Dezibel, Spitze {peak}</translation>
    </message>
</context>
<context>
    <name>LevelReading</name>
    <message>
        <source>Clipped</source>
        <translation>Übersteuert</translation>
    </message>
    <message>
        <source>Highest level</source>
        <translation>Höchster Pegel</translation>
    </message>
    <message>
        <source>No signal</source>
        <translation>Kein Signal</translation>
    </message>
    <message>
        <source>{value} dB</source>
        <translation>{value} dB</translation>
    </message>
    <message>
        <source>−∞ dB</source>
        <translation>−∞ dB</translation>
    </message>
</context>
<context>
    <name>LibraryCommands</name>
    <message>
        <source>Delete Permanently</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Delete {recordings} permanently?</source>
        <translation>{recordings} endgültig löschen?</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Reading the selection</source>
        <translation>Auswahl wird gelesen</translation>
    </message>
    <message>
        <source>The sound is removed from this computer and cannot be brought back.</source>
        <translation>Der Ton wird von diesem Computer entfernt und kann nicht zurückgeholt werden.</translation>
    </message>
</context>
<context>
    <name>LibraryEdits</name>
    <message>
        <source>Add tag “{tag}” to {what}</source>
        <translation>Schlagwort „{tag}“ zu {what} hinzufügen</translation>
    </message>
    <message>
        <source>Add {what} to Favourites</source>
        <translation>{what} zu Favoriten hinzufügen</translation>
    </message>
    <message>
        <source>Change notes of {what}</source>
        <translation>Notizen von {what} ändern</translation>
    </message>
    <message>
        <source>Delete {what}</source>
        <translation>{what} löschen</translation>
    </message>
    <message>
        <source>Deleted {what}.</source>
        <translation>{what} gelöscht.</translation>
    </message>
    <message>
        <source>Deleting permanently</source>
        <translation>Wird endgültig gelöscht</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Remove {what} from Favourites</source>
        <translation>{what} aus Favoriten entfernen</translation>
    </message>
    <message>
        <source>Rename {what}</source>
        <translation>{what} umbenennen</translation>
    </message>
    <message>
        <source>Rename “{title}”</source>
        <translation>„{title}“ umbenennen</translation>
    </message>
    <message>
        <source>Restore {what}</source>
        <translation>{what} wiederherstellen</translation>
    </message>
    <message>
        <source>Stopped: {done} changed, {left} as before.</source>
        <translation>Angehalten: {done} geändert, {left} wie zuvor.</translation>
    </message>
    <message>
        <source>Stopped: {done} deleted permanently, {left} still there.</source>
        <translation>Angehalten: {done} endgültig gelöscht, {left} noch da.</translation>
    </message>
    <message>
        <source>Take tag “{tag}” off {what}</source>
        <translation>Schlagwort „{tag}“ von {what} entfernen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>{what} changed elsewhere meanwhile. Undo brings those words back.</source>
        <translation>{what} wurde inzwischen anderswo geändert. Rückgängig bringt jene Worte zurück.</translation>
    </message>
    <message>
        <source>{what} changed elsewhere meanwhile; those newer words stay.</source>
        <translation>{what} wurde inzwischen anderswo geändert; die neueren Worte bleiben.</translation>
    </message>
    <message>
        <source>{what} deleted permanently.</source>
        <translation>{what} endgültig gelöscht.</translation>
    </message>
    <message>
        <source>{what} no longer in the library.</source>
        <translation>{what} nicht mehr in der Bibliothek.</translation>
    </message>
</context>
<context>
    <name>LibraryTable</name>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
</context>
<context>
    <name>LiveSettings</name>
    <message>
        <source>Reading settings</source>
        <translation>Einstellungen werden gelesen</translation>
    </message>
    <message>
        <source>Saving settings</source>
        <translation>Einstellungen werden gespeichert</translation>
    </message>
</context>
<context>
    <name>LiveWaveform</name>
    <message>
        <source>What is being recorded</source>
        <translation>Was gerade aufgenommen wird</translation>
    </message>
</context>
<context>
    <name>LogPanel</name>
    <message>
        <source>All levels</source>
        <translation>Alle Stufen</translation>
    </message>
    <message>
        <source>As JSON</source>
        <translation>Als JSON</translation>
    </message>
    <message>
        <source>As Text</source>
        <translation>Als Text</translation>
    </message>
    <message>
        <source>Clear View</source>
        <translation>Ansicht leeren</translation>
    </message>
    <message>
        <source>Close Log</source>
        <translation>Protokoll schließen</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Copies the selected records; all that are shown where none is selected</source>
        <translation>Kopiert die ausgewählten Einträge; alle gezeigten, wenn keiner ausgewählt ist</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheit</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Least level</source>
        <translation>Niedrigste Stufe</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Log records</source>
        <translation>Protokolleinträge</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Paused: {shown}</source>
        <translation>Angehalten: {shown}</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Protokoll durchsuchen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>{count} shown</source>
        <translation>{count} gezeigt</translation>
    </message>
    <message>
        <source>{level} and above</source>
        <translation>{level} und höher</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Go Back</source>
        <translation>Zurückgehen</translation>
    </message>
    <message>
        <source>Move Back</source>
        <translation>Zurückverschieben</translation>
    </message>
    <message>
        <source>Opening the library</source>
        <translation>Bibliothek wird geöffnet</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Recording failed</source>
        <translation>Aufnahme fehlgeschlagen</translation>
    </message>
    <message>
        <source>Recording paused</source>
        <translation>Aufnahme pausiert</translation>
    </message>
    <message>
        <source>Recording starts</source>
        <translation>Aufnahme beginnt</translation>
    </message>
    <message>
        <source>Saving the recording</source>
        <translation>Aufnahme wird gespeichert</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>{name} (safe mode)</source>
        <translation>{name} (sicherer Modus)</translation>
    </message>
    <message>
        <source>{recordings} deleted</source>
        <translation>{recordings} gelöscht</translation>
    </message>
    <message>
        <source>{recordings} found</source>
        <translation>{recordings} gefunden</translation>
    </message>
</context>
<context>
    <name>Manual</name>
    <message>
        <source>Contents of this page</source>
        <translation>Inhalt dieser Seite</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>Erste Seite</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Vorige Seite</translation>
    </message>
    <message>
        <source>Page of the manual</source>
        <translation>Seite des Handbuchs</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>Handbuch durchsuchen</translation>
    </message>
    <message>
        <source>Search the manual; Enter goes on</source>
        <translation>Handbuch durchsuchen; Eingabe sucht weiter</translation>
    </message>
    <message>
        <source>User Manual</source>
        <translation>Benutzerhandbuch</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>+{count} more</source>
        <translation>+{count} weitere</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>A moment of sound was lost. The computer may be too busy; recording goes on.</source>
        <translation>Ein Augenblick Ton ging verloren. Der Computer ist vielleicht zu beschäftigt; die Aufnahme läuft weiter.</translation>
    </message>
    <message>
        <source>Microphone unplugged. Recording kept ({kept}).</source>
        <translation>Mikrofon abgezogen. Aufnahme behalten ({kept}).</translation>
    </message>
    <message>
        <source>No more sound came from the microphone. Recording kept ({kept}).</source>
        <translation>Vom Mikrofon kam kein Ton mehr. Aufnahme behalten ({kept}).</translation>
    </message>
    <message>
        <source>Nothing is heard. Check the microphone and its mute switch.</source>
        <translation>Es ist nichts zu hören. Prüfen Sie das Mikrofon und seinen Stummschalter.</translation>
    </message>
    <message>
        <source>Recording stopped and kept ({kept}).</source>
        <translation>Aufnahme angehalten und behalten ({kept}).</translation>
    </message>
    <message>
        <source>The disk is full. Recording stopped and kept ({kept}). Free some room first.</source>
        <translation>Die Platte ist voll. Aufnahme angehalten und behalten ({kept}). Schaffen Sie zuerst Platz.</translation>
    </message>
    <message>
        <source>The disk is nearly full. Free some room soon.</source>
        <translation>Die Platte ist fast voll. Schaffen Sie bald Platz.</translation>
    </message>
    <message>
        <source>The recorder stopped unexpectedly. Recording kept ({kept}).</source>
        <translation>Der Rekorder hielt unerwartet an. Aufnahme behalten ({kept}).</translation>
    </message>
    <message>
        <source>The recording could not be written on. What there was is kept ({kept}).</source>
        <translation>Die Aufnahme ließ sich nicht weiterschreiben. Was da war, ist behalten ({kept}).</translation>
    </message>
    <message>
        <source>The sound is too loud and distorts. Move away from the microphone or turn it down.</source>
        <translation>Der Ton ist zu laut und verzerrt. Gehen Sie vom Mikrofon weg oder regeln Sie es herunter.</translation>
    </message>
    <message>
        <source>The system switched to another microphone. Recording stopped and kept ({kept}).</source>
        <translation>Das System wechselte zu einem anderen Mikrofon. Aufnahme angehalten und behalten ({kept}).</translation>
    </message>
</context>
<context>
    <name>MicrophoneTest</name>
    <message>
        <source>Nothing was heard. Check the microphone, its mute switch and its level in the system.</source>
        <translation>Es war nichts zu hören. Prüfen Sie das Mikrofon, seinen Stummschalter und seinen Pegel im System.</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Wiedergeben</translation>
    </message>
    <message>
        <source>Record 5 Seconds</source>
        <translation>5 Sekunden aufnehmen</translation>
    </message>
    <message>
        <source>Recording: {left} s left.</source>
        <translation>Aufnahme: noch {left} s.</translation>
    </message>
    <message>
        <source>Speak: the meter shows what is heard. Then record five seconds and play them.</source>
        <translation>Sprechen Sie: Die Anzeige zeigt, was zu hören ist. Nehmen Sie dann fünf Sekunden auf und geben Sie sie wieder.</translation>
    </message>
    <message>
        <source>Test Microphone</source>
        <translation>Mikrofon testen</translation>
    </message>
    <message>
        <source>The microphone is being opened…</source>
        <translation>Das Mikrofon wird geöffnet…</translation>
    </message>
    <message>
        <source>{length} recorded, the loudest at {peak} dB.</source>
        <translation>{length} aufgenommen, am lautesten {peak} dB.</translation>
    </message>
</context>
<context>
    <name>MoveFlow</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Emptying the library&apos;s old folder</source>
        <translation>Alter Ordner der Bibliothek wird geleert</translation>
    </message>
    <message>
        <source>Looking at the folder</source>
        <translation>Ordner wird angesehen</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Move the library to {folder}?</source>
        <translation>Die Bibliothek nach {folder} verschieben?</translation>
    </message>
    <message>
        <source>The window closes until it is done. Each copy is compared with its original before the old folder is emptied, and you can move it back.</source>
        <translation>Das Fenster schließt sich, bis es geschehen ist. Jede Kopie wird mit ihrem Original verglichen, bevor der alte Ordner geleert wird, und Sie können sie zurückverschieben.</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Failed: {task} ({code})</source>
        <translation>Fehlgeschlagen: {task} ({code})</translation>
    </message>
    <message>
        <source>Finished: {task}</source>
        <translation>Fertig: {task}</translation>
    </message>
</context>
<context>
    <name>OneDetails</name>
    <message>
        <source>Add to Favourites</source>
        <translation>Zu Favoriten hinzufügen</translation>
    </message>
    <message>
        <source>Check Now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Details as Text</source>
        <translation>Details als Text</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>File Path</source>
        <translation>Dateipfad</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Remove from Favourites</source>
        <translation>Aus Favoriten entfernen</translation>
    </message>
    <message>
        <source>SHA-256 {sum}</source>
        <translation>SHA-256 {sum}</translation>
    </message>
    <message>
        <source>Show in File Manager</source>
        <translation>Im Dateimanager zeigen</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
</context>
<context>
    <name>PhaseLine</name>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>Nicht bereit</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet…</translation>
    </message>
    <message>
        <source>State of the recorder</source>
        <translation>Zustand des Rekorders</translation>
    </message>
</context>
<context>
    <name>PlacesFlow</name>
    <message>
        <source>New name of “{tag}”</source>
        <translation>Neuer Name von „{tag}“</translation>
    </message>
    <message>
        <source>Remove tag “{tag}” from all</source>
        <translation>Schlagwort „{tag}“ von allen entfernen</translation>
    </message>
    <message>
        <source>Rename Tag</source>
        <translation>Schlagwort umbenennen</translation>
    </message>
    <message>
        <source>Rename tag “{tag}”</source>
        <translation>Schlagwort „{tag}“ umbenennen</translation>
    </message>
</context>
<context>
    <name>PlaybackFlow</name>
    <message>
        <source>Cannot be played</source>
        <translation>Nicht abspielbar</translation>
    </message>
    <message>
        <source>Saving settings</source>
        <translation>Einstellungen werden gespeichert</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>PlayerBar</name>
    <message>
        <source>Back 5 seconds</source>
        <translation>5 Sekunden zurück</translation>
    </message>
    <message>
        <source>Forward 5 seconds</source>
        <translation>5 Sekunden vor</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Wiedergeben</translation>
    </message>
    <message>
        <source>Playing</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>Ton an</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Speeds</source>
        <translation>Geschwindigkeiten</translation>
    </message>
    <message>
        <source>State of the player</source>
        <translation>Zustand der Wiedergabe</translation>
    </message>
    <message>
        <source>Time played and length</source>
        <translation>Gespielte Zeit und Länge</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
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
        <translation>48 kHz, mono, 16 Bit: eine Person spricht</translation>
    </message>
    <message>
        <source>48 kHz, stereo, 16 bit: several people</source>
        <translation>48 kHz, stereo, 16 Bit: mehrere Personen</translation>
    </message>
    <message>
        <source>48 kHz, stereo, 24 bit</source>
        <translation>48 kHz, stereo, 24 Bit</translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>Interview</translation>
    </message>
    <message>
        <source>Kind of recording</source>
        <translation>Art der Aufnahme</translation>
    </message>
    <message>
        <source>Kinds of recording</source>
        <translation>Arten der Aufnahme</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>Musik</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Sprache</translation>
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
        <translation>Kopieren Sie diesen Text, füllen Sie ihn aus und senden Sie ihn dem, der Ihnen hilft. Nichts wird von selbst gesendet.
Senden Sie nie eine private Aufnahme: Eine Sekunde Stille im selben Format zeigt meist dasselbe Problem.

Was ich tat:

Was ich erwartete:

Was geschah, mit dem Code der Meldung (VRP-…):</translation>
    </message>
    <message>
        <source>Report a Problem</source>
        <translation>Problem melden</translation>
    </message>
</context>
<context>
    <name>RaiseButton</name>
    <message>
        <source>Less Detail ({left} left)</source>
        <translation>Weniger Einzelheiten (noch {left})</translation>
    </message>
    <message>
        <source>More Detail for {minutes} Minutes</source>
        <translation>Mehr Einzelheiten für {minutes} Minuten</translation>
    </message>
</context>
<context>
    <name>RecordBar</name>
    <message>
        <source>Microphone and format</source>
        <translation>Mikrofon und Format</translation>
    </message>
    <message>
        <source>Pause recording</source>
        <translation>Aufnahme pausieren</translation>
    </message>
    <message>
        <source>Recorded time</source>
        <translation>Aufgenommene Zeit</translation>
    </message>
    <message>
        <source>Resume recording</source>
        <translation>Aufnahme fortsetzen</translation>
    </message>
    <message>
        <source>Room left on the disk</source>
        <translation>Freier Platz auf der Platte</translation>
    </message>
</context>
<context>
    <name>RecordButton</name>
    <message>
        <source>Record</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>Aufnahme anhalten</translation>
    </message>
    <message>
        <source>The microphone is not ready yet</source>
        <translation>Das Mikrofon ist noch nicht bereit</translation>
    </message>
</context>
<context>
    <name>RecordingFlow</name>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Looking for unfinished takes</source>
        <translation>Suche nach unvollendeten Aufnahmen</translation>
    </message>
    <message>
        <source>Measuring the disk</source>
        <translation>Platte wird gemessen</translation>
    </message>
    <message>
        <source>Nothing was recorded: no sound came before Stop.</source>
        <translation>Nichts wurde aufgenommen: Vor dem Anhalten kam kein Ton.</translation>
    </message>
    <message>
        <source>One recording was recovered after the last exit ({length}).</source>
        <translation>Eine Aufnahme wurde nach dem letzten Ende gerettet ({length}).</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Wiedergeben</translation>
    </message>
    <message>
        <source>Recording paused</source>
        <translation>Aufnahme pausiert</translation>
    </message>
    <message>
        <source>Recording resumed</source>
        <translation>Aufnahme fortgesetzt</translation>
    </message>
    <message>
        <source>Recording started</source>
        <translation>Aufnahme begonnen</translation>
    </message>
    <message>
        <source>Recording stopped</source>
        <translation>Aufnahme angehalten</translation>
    </message>
    <message>
        <source>Saving settings</source>
        <translation>Einstellungen werden gespeichert</translation>
    </message>
    <message>
        <source>Saving the recording</source>
        <translation>Aufnahme wird gespeichert</translation>
    </message>
    <message>
        <source>The recording is safe on the disk but not in the library yet. {reason}</source>
        <translation>Die Aufnahme ist sicher auf der Platte, aber noch nicht in der Bibliothek. {reason}</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>{count} recordings were recovered after the last exit ({length}).</source>
        <translation>{count} Aufnahmen wurden nach dem letzten Ende gerettet ({length}).</translation>
    </message>
</context>
<context>
    <name>RecordingsDialog</name>
    <message>
        <source>Bring Back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>Recordings That Are Only in the Backup</source>
        <translation>Aufnahmen, die nur in der Sicherung sind</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
</context>
<context>
    <name>Remedies</name>
    <message>
        <source>Making the search anew</source>
        <translation>Suche wird neu gemacht</translation>
    </message>
    <message>
        <source>No program opens folders here. It lies at {place}.</source>
        <translation>Kein Programm öffnet hier Ordner. Er liegt in {place}.</translation>
    </message>
    <message>
        <source>Proving the newest backup</source>
        <translation>Neueste Sicherung wird nachgewiesen</translation>
    </message>
    <message>
        <source>The newest backup could not be proven: {fault} Back up again, to another disk.</source>
        <translation>Die neueste Sicherung ließ sich nicht nachweisen: {fault} Sichern Sie noch einmal, auf eine andere Platte.</translation>
    </message>
    <message>
        <source>The newest backup was restored on trial: every file in it is whole.</source>
        <translation>Die neueste Sicherung wurde auf Probe wiederhergestellt: Jede Datei darin ist heil.</translation>
    </message>
    <message>
        <source>The search knows all recordings again.</source>
        <translation>Die Suche kennt wieder alle Aufnahmen.</translation>
    </message>
    <message>
        <source>What every thread does now</source>
        <translation>Was jeder Thread gerade tut</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Choose a backup. The library as it is now is kept, and you can go back to it.</source>
        <translation>Wählen Sie eine Sicherung. Die Bibliothek, wie sie jetzt ist, bleibt erhalten, und Sie können zu ihr zurück.</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Into a New Folder…</source>
        <translation>In einen neuen Ordner…</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Missing Recordings…</source>
        <translation>Fehlende Aufnahmen…</translation>
    </message>
    <message>
        <source>Not proven</source>
        <translation>Nicht nachgewiesen</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Proven {when}</source>
        <translation>Nachgewiesen {when}</translation>
    </message>
    <message>
        <source>Restore From a Backup</source>
        <translation>Aus einer Sicherung wiederherstellen</translation>
    </message>
    <message>
        <source>Restore Library…</source>
        <translation>Bibliothek wiederherstellen…</translation>
    </message>
    <message>
        <source>Take Last Restore Back</source>
        <translation>Letzte Wiederherstellung zurücknehmen</translation>
    </message>
    <message>
        <source>There is no backup of this library yet. File &gt; Back Up Now makes one.</source>
        <translation>Es gibt noch keine Sicherung dieser Bibliothek. Datei &gt; Jetzt sichern macht eine.</translation>
    </message>
</context>
<context>
    <name>Resuming</name>
    <message>
        <source>Goes on in a second recording, beside the first</source>
        <translation>Nimmt in einer zweiten Aufnahme neben der ersten weiter auf</translation>
    </message>
    <message>
        <source>No microphone is connected</source>
        <translation>Kein Mikrofon ist angeschlossen</translation>
    </message>
    <message>
        <source>Resume with…</source>
        <translation>Fortsetzen mit…</translation>
    </message>
    <message>
        <source>{microphone} does not answer. What was recorded until then is kept.</source>
        <translation>{microphone} antwortet nicht. Was bis dahin aufgenommen wurde, bleibt.</translation>
    </message>
</context>
<context>
    <name>RowsView</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Ignore Until the Next Version</source>
        <translation>Bis zur nächsten Version übergehen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Rows of the section</source>
        <translation>Zeilen des Abschnitts</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Save Search</source>
        <translation>Suche speichern</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search titles, notes and tags</source>
        <translation>Titel, Notizen und Schlagwörter durchsuchen</translation>
    </message>
</context>
<context>
    <name>SearchesFlow</name>
    <message>
        <source>Delete search “{name}”</source>
        <translation>Suche „{name}“ löschen</translation>
    </message>
    <message>
        <source>Deleted the saved search “{name}”.</source>
        <translation>Gespeicherte Suche „{name}“ gelöscht.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>New name of “{name}”</source>
        <translation>Neuer Name von „{name}“</translation>
    </message>
    <message>
        <source>Nothing was changed: that saved search is another one by now.</source>
        <translation>Nichts wurde geändert: Diese gespeicherte Suche ist inzwischen eine andere.</translation>
    </message>
    <message>
        <source>Rename Saved Search</source>
        <translation>Gespeicherte Suche umbenennen</translation>
    </message>
    <message>
        <source>Rename search “{name}”</source>
        <translation>Suche „{name}“ umbenennen</translation>
    </message>
    <message>
        <source>Save Search</source>
        <translation>Suche speichern</translation>
    </message>
    <message>
        <source>Save search “{name}”</source>
        <translation>Suche „{name}“ speichern</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>1 (mono)</source>
        <translation>1 (mono)</translation>
    </message>
    <message>
        <source>16 bit</source>
        <translation>16 Bit</translation>
    </message>
    <message>
        <source>2 (stereo)</source>
        <translation>2 (stereo)</translation>
    </message>
    <message>
        <source>24 bit</source>
        <translation>24 Bit</translation>
    </message>
    <message>
        <source>A larger file is refused.</source>
        <translation>Eine größere Datei wird abgelehnt.</translation>
    </message>
    <message>
        <source>A question to the database that takes longer is logged with its plan.</source>
        <translation>Eine Datenbankabfrage, die länger dauert, wird mit ihrem Plan protokolliert.</translation>
    </message>
    <message>
        <source>Another disk than the library&apos;s protects against one that dies.</source>
        <translation>Eine andere Platte als die der Bibliothek schützt vor einer, die stirbt.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>As the kind of recording</source>
        <translation>Wie die Art der Aufnahme</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>Zurück zum Standard</translation>
    </message>
    <message>
        <source>Back up at the start, once a day</source>
        <translation>Beim Start sichern, einmal am Tag</translation>
    </message>
    <message>
        <source>Backup Folder</source>
        <translation>Sicherungsordner</translation>
    </message>
    <message>
        <source>Backup folder</source>
        <translation>Sicherungsordner</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Bits a sample</source>
        <translation>Bits je Abtastwert</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Daily backup</source>
        <translation>Tägliche Sicherung</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Default.</source>
        <translation>Standard.</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>Nur Fehler</translation>
    </message>
    <message>
        <source>Everything, for support</source>
        <translation>Alles, für den Support</translation>
    </message>
    <message>
        <source>Filled in: {date}, {time}, {year}, {month}, {day}, {hour}, {minute}, {second} and {input}.</source>
        <translation>Eingesetzt werden: {date}, {time}, {year}, {month}, {day}, {hour}, {minute}, {second} und {input}.</translation>
    </message>
    <message>
        <source>From the settings file.</source>
        <translation>Aus der Einstellungsdatei.</translation>
    </message>
    <message>
        <source>Given by --library, for this time.</source>
        <translation>Durch --library gegeben, für dieses Mal.</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Holds from the next start of the program.</source>
        <translation>Gilt ab dem nächsten Start des Programms.</translation>
    </message>
    <message>
        <source>In the file stands {value}, which is not allowed ({allowed}); the default holds.</source>
        <translation>In der Datei steht {value}, was nicht erlaubt ist ({allowed}); es gilt der Standard.</translation>
    </message>
    <message>
        <source>Interview: 48 kHz, stereo, 16 bit</source>
        <translation>Interview: 48 kHz, stereo, 16 Bit</translation>
    </message>
    <message>
        <source>Keep in Recently Deleted</source>
        <translation>In „Kürzlich gelöscht“ behalten</translation>
    </message>
    <message>
        <source>Keep of each day</source>
        <translation>Je Tag behalten</translation>
    </message>
    <message>
        <source>Keep of each month</source>
        <translation>Je Monat behalten</translation>
    </message>
    <message>
        <source>Keep of each week</source>
        <translation>Je Woche behalten</translation>
    </message>
    <message>
        <source>Keep recording in the tray</source>
        <translation>Im Infobereich weiter aufnehmen</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Kind of recording</source>
        <translation>Art der Aufnahme</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Largest import</source>
        <translation>Größter Import</translation>
    </message>
    <message>
        <source>Largest log file</source>
        <translation>Größte Protokolldatei</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Library folder</source>
        <translation>Ordner der Bibliothek</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Log files kept</source>
        <translation>Behaltene Protokolldateien</translation>
    </message>
    <message>
        <source>Log slow queries over</source>
        <translation>Langsame Abfragen protokollieren ab</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>Lautsprecher</translation>
    </message>
    <message>
        <source>MiB</source>
        <translation>MiB</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Music: 48 kHz, stereo, 24 bit</source>
        <translation>Musik: 48 kHz, stereo, 24 Bit</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Not known to this version, and kept in the file: {keys}</source>
        <translation>Dieser Version unbekannt und in der Datei belassen: {keys}</translation>
    </message>
    <message>
        <source>Nothing leaves this computer: no account, no statistics, no search for updates.</source>
        <translation>Nichts verlässt diesen Computer: kein Konto, keine Statistik, keine Suche nach Updates.</translation>
    </message>
    <message>
        <source>Playback</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Privacy and diagnostics</source>
        <translation>Datenschutz und Diagnose</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Reset Section</source>
        <translation>Abschnitt zurücksetzen</translation>
    </message>
    <message>
        <source>Reset {section}</source>
        <translation>{section} zurücksetzen</translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation>Abtastrate</translation>
    </message>
    <message>
        <source>Set by {variable} in the environment.</source>
        <translation>Gesetzt durch {variable} in der Umgebung.</translation>
    </message>
    <message>
        <source>Settings file: {path}</source>
        <translation>Einstellungsdatei: {path}</translation>
    </message>
    <message>
        <source>Show steps instead of smooth motion</source>
        <translation>Schritte statt fließender Bewegung zeigen</translation>
    </message>
    <message>
        <source>The log lies in the library&apos;s folder. Titles, notes and paths are never in it.</source>
        <translation>Das Protokoll liegt im Ordner der Bibliothek. Titel, Notizen und Pfade stehen nie darin.</translation>
    </message>
    <message>
        <source>The window comes back when the recording ends.</source>
        <translation>Das Fenster kommt zurück, wenn die Aufnahme endet.</translation>
    </message>
    <message>
        <source>Title of a new recording</source>
        <translation>Titel einer neuen Aufnahme</translation>
    </message>
    <message>
        <source>Until I empty it</source>
        <translation>Bis ich es leere</translation>
    </message>
    <message>
        <source>Voice: 48 kHz, mono, 16 bit</source>
        <translation>Sprache: 48 kHz, mono, 16 Bit</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
    <message>
        <source>What has been there for longer is removed at the start of the program.</source>
        <translation>Was länger dort war, wird beim Start des Programms entfernt.</translation>
    </message>
    <message>
        <source>What is logged</source>
        <translation>Was protokolliert wird</translation>
    </message>
    <message>
        <source>What the program does</source>
        <translation>Was das Programm tut</translation>
    </message>
    <message>
        <source>When the window is closed</source>
        <translation>Beim Schließen des Fensters</translation>
    </message>
    <message>
        <source>animation reduced accessibility</source>
        <translation>Animation reduziert Barrierefreiheit</translation>
    </message>
    <message>
        <source>automatic schedule</source>
        <translation>automatisch Zeitplan</translation>
    </message>
    <message>
        <source>background hide minimise</source>
        <translation>Hintergrund Tray verbergen minimieren</translation>
    </message>
    <message>
        <source>database performance speed</source>
        <translation>Datenbank Leistung Tempo</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>depth resolution</source>
        <translation>Tiefe Auflösung</translation>
    </message>
    <message>
        <source>directory path disk</source>
        <translation>Verzeichnis Pfad Platte</translation>
    </message>
    <message>
        <source>files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>input device source</source>
        <translation>Eingang Gerät Quelle</translation>
    </message>
    <message>
        <source>language translation German Arabic English</source>
        <translation>Sprache Übersetzung Deutsch Arabisch Englisch</translation>
    </message>
    <message>
        <source>level debug support</source>
        <translation>Stufe Fehlersuche Support</translation>
    </message>
    <message>
        <source>months</source>
        <translation>Monate</translation>
    </message>
    <message>
        <source>move place disk directory path</source>
        <translation>verschieben Ort Platte Verzeichnis Pfad</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>name pattern template</source>
        <translation>Name Muster Vorlage</translation>
    </message>
    <message>
        <source>output device headphones sound</source>
        <translation>Ausgang Gerät Kopfhörer Ton</translation>
    </message>
    <message>
        <source>preset quality format</source>
        <translation>Voreinstellung Qualität Format</translation>
    </message>
    <message>
        <source>retention snapshots</source>
        <translation>Aufbewahrung Sicherungsstände</translation>
    </message>
    <message>
        <source>retention trash bin purge</source>
        <translation>Aufbewahrung Papierkorb leeren</translation>
    </message>
    <message>
        <source>rotate</source>
        <translation>rotieren</translation>
    </message>
    <message>
        <source>size limit file</source>
        <translation>Größe Grenze Datei</translation>
    </message>
    <message>
        <source>size rotate</source>
        <translation>Größe rotieren</translation>
    </message>
    <message>
        <source>theme scheme night black white</source>
        <translation>Thema Schema Nacht schwarz weiß</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>Wochen</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>{setting}: back to the default</source>
        <translation>{setting}: zurück zum Standard</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Move the Library To</source>
        <translation>Bibliothek verschieben nach</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>Verschieben…</translation>
    </message>
    <message>
        <source>No setting is found by these words.</source>
        <translation>Mit diesen Worten findet sich keine Einstellung.</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>SeveralDetails</name>
    <message>
        <source>For example {example}</source>
        <translation>Zum Beispiel {example}</translation>
    </message>
    <message>
        <source>New titles</source>
        <translation>Neue Titel</translation>
    </message>
    <message>
        <source>Pattern for new titles</source>
        <translation>Muster für neue Titel</translation>
    </message>
    <message>
        <source>Placeholders: {names}</source>
        <translation>Platzhalter: {names}</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Rename {recordings}</source>
        <translation>{recordings} umbenennen</translation>
    </message>
    <message>
        <source>The title of {recordings} would be empty</source>
        <translation>Der Titel von {recordings} wäre leer</translation>
    </message>
    <message>
        <source>The title of {recordings} would be too long</source>
        <translation>Der Titel von {recordings} wäre zu lang</translation>
    </message>
    <message>
        <source>The title of {recordings} would hold a sign that is not allowed</source>
        <translation>Der Titel von {recordings} enthielte ein unerlaubtes Zeichen</translation>
    </message>
    <message>
        <source>There is no placeholder {names}</source>
        <translation>Es gibt keinen Platzhalter {names}</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <source>{recordings} selected</source>
        <translation>{recordings} ausgewählt</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Change Keys…</source>
        <translation>Tasten ändern…</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation>Befehle und Tasten suchen</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>All Recordings</source>
        <translation>Alle Aufnahmen</translation>
    </message>
    <message>
        <source>Delete Saved Search</source>
        <translation>Gespeicherte Suche löschen</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>Recently Deleted</source>
        <translation>Kürzlich gelöscht</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>Gerettet</translation>
    </message>
    <message>
        <source>Remove Tag From All</source>
        <translation>Schlagwort von allen entfernen</translation>
    </message>
    <message>
        <source>Rename Saved Search…</source>
        <translation>Gespeicherte Suche umbenennen…</translation>
    </message>
    <message>
        <source>Rename Tag…</source>
        <translation>Schlagwort umbenennen…</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>{place}, {recordings}</source>
        <translation>{place}, {recordings}</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Undo {step}</source>
        <translation>Rückgängig: {step}</translation>
    </message>
</context>
<context>
    <name>Submenus</name>
    <message>
        <source>&amp;Input Device</source>
        <translation>&amp;Eingabegerät</translation>
    </message>
    <message>
        <source>Relevance</source>
        <translation>Relevanz</translation>
    </message>
    <message>
        <source>Sort &amp;By</source>
        <translation>So&amp;rtieren nach</translation>
    </message>
    <message>
        <source>Spee&amp;d</source>
        <translation>Geschwin&amp;digkeit</translation>
    </message>
</context>
<context>
    <name>TagChip</name>
    <message>
        <source>Delete takes it off</source>
        <translation>Entf nimmt es weg</translation>
    </message>
    <message>
        <source>Tag {tag}</source>
        <translation>Schlagwort {tag}</translation>
    </message>
    <message>
        <source>Tag {tag}, of some of them</source>
        <translation>Schlagwort {tag}, von einigen</translation>
    </message>
</context>
<context>
    <name>TagEditor</name>
    <message>
        <source>Add a tag</source>
        <translation>Schlagwort hinzufügen</translation>
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
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Running task</source>
        <translation>Laufende Aufgabe</translation>
    </message>
</context>
<context>
    <name>TaskPanel</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Clear tasks that have ended</source>
        <translation>Beendete Aufgaben entfernen</translation>
    </message>
    <message>
        <source>Nothing is running. Imports and checks are listed here.</source>
        <translation>Nichts läuft. Importe und Prüfungen erscheinen hier.</translation>
    </message>
    <message>
        <source>Take those that have ended off this list</source>
        <translation>Beendete aus dieser Liste entfernen</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
</context>
<context>
    <name>TaskRow</name>
    <message>
        <source>Cancel {task}</source>
        <translation>{task} abbrechen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Details of {task}</source>
        <translation>Details zu {task}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed ({code})</source>
        <translation>Fehlgeschlagen ({code})</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Retry {task}</source>
        <translation>{task} wiederholen</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Show Log</source>
        <translation>Protokoll zeigen</translation>
    </message>
    <message>
        <source>Show log of {task}</source>
        <translation>Protokoll von {task} zeigen</translation>
    </message>
    <message>
        <source>{share} · {minutes} min left</source>
        <translation>{share} · noch {minutes} min</translation>
    </message>
    <message>
        <source>{share} · {seconds} s left</source>
        <translation>{share} · noch {seconds} s</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>1 day left</source>
        <translation>Noch 1 Tag</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message>
        <source>1 recording</source>
        <translation>1 Aufnahme</translation>
    </message>
    <message>
        <source>Goes today</source>
        <translation>Geht heute</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>Recorded here</source>
        <translation>Hier aufgenommen</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>Gerettet</translation>
    </message>
    <message>
        <source>Today {time}</source>
        <translation>Heute {time}</translation>
    </message>
    <message>
        <source>Yesterday {time}</source>
        <translation>Gestern {time}</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>mono</translation>
    </message>
    <message>
        <source>over 99 h left</source>
        <translation>über 99 h frei</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>stereo</translation>
    </message>
    <message>
        <source>under 1 min left</source>
        <translation>unter 1 min frei</translation>
    </message>
    <message>
        <source>{bits} bit</source>
        <translation>{bits} Bit</translation>
    </message>
    <message>
        <source>{command} ({key})</source>
        <translation>{command} ({key})</translation>
    </message>
    <message numerus="yes">
        <source>{count} days left</source>
        <translation>
            <numerusform>Noch {count} Tag</numerusform>
            <numerusform>Noch {count} Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} files</source>
        <translation>
            <numerusform>{count} Datei</numerusform>
            <numerusform>{count} Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} recordings</source>
        <translation>
            <numerusform>{count} Aufnahme</numerusform>
            <numerusform>{count} Aufnahmen</numerusform>
        </translation>
    </message>
    <message>
        <source>{hours} h left</source>
        <translation>{hours} h frei</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>{minutes} min frei</translation>
    </message>
    <message>
        <source>{n} channels</source>
        <translation>{n} Kanäle</translation>
    </message>
    <message>
        <source>“{title}”</source>
        <translation>„{title}“</translation>
    </message>
</context>
<context>
    <name>TitleDelegate</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Recording goes on. A click on this icon brings the window back.</source>
        <translation>Die Aufnahme läuft weiter. Ein Klick auf dieses Symbol bringt das Fenster zurück.</translation>
    </message>
    <message>
        <source>Show Window</source>
        <translation>Fenster zeigen</translation>
    </message>
    <message>
        <source>Stop Recording</source>
        <translation>Aufnahme anhalten</translation>
    </message>
</context>
<context>
    <name>TroubleWindow</name>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Reading the backups</source>
        <translation>Sicherungen werden gelesen</translation>
    </message>
    <message>
        <source>Restore From Backup…</source>
        <translation>Aus Sicherung wiederherstellen…</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>VerifyFlow</name>
    <message>
        <source>Check of the library</source>
        <translation>Prüfung der Bibliothek</translation>
    </message>
    <message>
        <source>Checking the library</source>
        <translation>Bibliothek wird geprüft</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>{recordings} checked: every file is whole.</source>
        <translation>{recordings} geprüft: Jede Datei ist heil.</translation>
    </message>
    <message>
        <source>{recordings} checked: {count} to look at.</source>
        <translation>{recordings} geprüft: {count} anzusehen.</translation>
    </message>
</context>
<context>
    <name>Waveform</name>
    <message>
        <source>Position in the recording</source>
        <translation>Stelle in der Aufnahme</translation>
    </message>
    <message>
        <source>{position} of {length}</source>
        <translation>{position} von {length}</translation>
    </message>
    <message>
        <source>{time}: {seconds} s of sound are missing</source>
        <translation>{time}: {seconds} s Ton fehlen</translation>
    </message>
</context>
<context>
    <name>WaveformFlow</name>
    <message>
        <source>Drawing the waveform</source>
        <translation>Wellenform wird gezeichnet</translation>
    </message>
</context>
<context>
    <name>Wishes</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancelled. The library is as it was.</source>
        <translation>Abgebrochen. Die Bibliothek ist, wie sie war.</translation>
    </message>
    <message>
        <source>Moving the library</source>
        <translation>Bibliothek wird verschoben</translation>
    </message>
    <message>
        <source>Restoring the library</source>
        <translation>Bibliothek wird wiederhergestellt</translation>
    </message>
    <message>
        <source>The library is as it was before the restore.</source>
        <translation>Die Bibliothek ist wie vor der Wiederherstellung.</translation>
    </message>
    <message>
        <source>The library is back in {folder}.</source>
        <translation>Die Bibliothek ist zurück in {folder}.</translation>
    </message>
    <message>
        <source>The library lies in {folder} now.</source>
        <translation>Die Bibliothek liegt jetzt in {folder}.</translation>
    </message>
    <message>
        <source>The library was restored: {recordings}.</source>
        <translation>Die Bibliothek wurde wiederhergestellt: {recordings}.</translation>
    </message>
    <message>
        <source>The program was started with a folder of its own; name the new one there.</source>
        <translation>Das Programm wurde mit einem eigenen Ordner gestartet; nennen Sie den neuen dort.</translation>
    </message>
    <message>
        <source>{files} could not be found.</source>
        <translation>{files} konnten nicht gefunden werden.</translation>
    </message>
</context>
<context>
    <name>_Detail</name>
    <message>
        <source>Choose a record to see all of it.</source>
        <translation>Wählen Sie einen Eintrag, um ihn ganz zu sehen.</translation>
    </message>
    <message>
        <source>The chosen record</source>
        <translation>Der gewählte Eintrag</translation>
    </message>
</context>
</TS>
