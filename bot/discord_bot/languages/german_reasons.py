"""Why something was skipped or refused, in German, by the English forms of the errors."""

REASONS = {
    # What somebody typed.
    "There is no question; ask one in a few words.": "Das ist keine Frage; stell eine in wenigen Worten.",
    "The question has {count:,} characters; ask in at most {most:,}.":
        "Die Frage hat {count} Zeichen; frag in höchstens {most}.",
    "There is no quotation; give the words that somebody quotes.":
        "Das ist kein Zitat; gib die Worte an, die jemand zitiert.",
    "The quotation has {count:,} characters; check at most {most:,} at once.":
        "Das Zitat hat {count} Zeichen; prüfe höchstens {most} auf einmal.",
    "an empty path names nothing; name a file, a folder or a web address":
        "ein leerer Pfad nennt nichts; nenne eine Datei, einen Ordner oder eine Webadresse",
    # Files of any kind.
    "the file is empty": "die Datei ist leer",
    "there is no text in it": "es steht kein Text darin",
    "this is not text (binary content)": "das ist kein Text (binärer Inhalt)",
    "not a format that is read ({kind}, or binary content)":
        "kein Format, das gelesen wird ({kind}, oder binärer Inhalt)",
    "{kind} files are not read; save it as {other}": "{kind}-Dateien werden nicht gelesen; speichere sie als {other}",
    "not a format that is read (without a suffix, or binary content)":
        "kein Format, das gelesen wird (ohne Endung, oder binärer Inhalt)",
    "the file is larger than {most} MiB, the limit for one document; split it":
        "die Datei ist größer als {most} MiB, die Grenze für ein Dokument; teile sie",
    "the encoding is not known (byte {byte:,}); save it as UTF-8":
        "die Kodierung ist nicht bekannt (Byte {byte}); speichere die Datei als UTF-8",
    "stored without a date: {stated!r} is not one that can be read":
        "ohne Datum gespeichert: {stated!r} ist keines, das sich lesen lässt",
    "cannot be read ({error})": "lässt sich nicht lesen ({error})",
    "neither a file nor a folder": "weder eine Datei noch ein Ordner",
    "a link that leads out of the folder or nowhere; it is not followed":
        "ein Link, der aus dem Ordner oder ins Leere führt; ihm wird nicht gefolgt",
    "this format needs an extra: pip install 'footnote[{extra}]'":
        "dieses Format braucht einen Zusatz, den der Betreiber installiert: pip install 'footnote[{extra}]'",
    "reading it took longer than {seconds} s; it was given up":
        "das Lesen dauerte länger als {seconds} s; es wurde abgebrochen",
    "it cannot be read within {seconds} s and {size} MiB, or it is damaged":
        "lässt sich nicht in {seconds} s und {size} MiB lesen, oder ist beschädigt",
    "its text is larger than {most} MiB, the limit for one document; split it":
        "sein Text ist größer als {most} MiB, die Grenze für ein Dokument; teile es",
    # Documents.
    "this is not a Word document, or it is damaged": "das ist kein Word-Dokument, oder es ist beschädigt",
    "this is not an EPUB book, or it is damaged": "das ist kein EPUB-Buch, oder es ist beschädigt",
    "the book is protected against copying": "das Buch ist gegen Kopieren geschützt",
    "the file is encrypted; save it without a password":
        "die Datei ist verschlüsselt; speichere sie ohne Passwort",
    "the PDF is damaged, or of a kind that is not known":
        "das PDF ist beschädigt, oder von einer Art, die nicht bekannt ist",
    "there is no text in it, only pictures of pages perhaps; recognise the text first":
        "es steht kein Text darin, vielleicht nur Bilder von Seiten; lass zuerst den Text erkennen",
    "stored without its front matter, which is longer than {most:,} characters":
        "ohne seine Kopfdaten (Front Matter) gespeichert, die länger als {most} Zeichen sind",
    "stored without what its front matter says of {names}, which cannot be read ({error})":
        "ohne das gespeichert, was seine Kopfdaten (Front Matter) zu {names} sagen, was unlesbar ist ({error})",
    "stored without its front matter, which cannot be read ({error})":
        "ohne seine Kopfdaten (Front Matter) gespeichert, die sich nicht lesen lassen ({error})",
    "it uses aliases (*name); write out what they stand for":
        "sie verwenden Aliasse (*name); schreib aus, wofür sie stehen",
    "it is no list of names with what they say": "sie sind keine Liste von Namen mit dem, was sie besagen",
    # Many documents in a file.
    "the file is larger than {most} MiB, the limit for one document; "
    "save it as JSON Lines (.jsonl), a document a line, which has no limit":
        "die Datei ist größer als {most} MiB, die Grenze für ein Dokument; "
        "speichere sie als JSON Lines (.jsonl), ein Dokument je Zeile, wofür es keine Grenze gibt",
    "the line is larger than {most} MiB, the limit for one document; split it":
        "die Zeile ist größer als {most} MiB, die Grenze für ein Dokument; teile sie",
    "not UTF-8 (byte {byte} of the line)": "kein UTF-8 (Byte {byte} der Zeile)",
    "not complete JSON ({error}, character {character})": "kein vollständiges JSON ({error}, Zeichen {character})",
    "nested too deeply, or with a number too long, to be read":
        "zu tief verschachtelt, oder mit einer zu langen Zahl, um gelesen zu werden",
    "a document is a JSON object, this is {kind}": "ein Dokument ist ein JSON-Objekt, dies ist {kind}",
    'no "text" in it': 'kein "text" darin',
    '"text" is not a string': '"text" ist keine Zeichenkette',
    '"id" must be a string or a whole number': '"id" muss eine Zeichenkette oder eine ganze Zahl sein',
    'no column is named "text"; name the one that holds the texts so':
        'keine Spalte heißt "text"; nenne die so, in der die Texte stehen',
    "the encoding is not UTF-8; save it as CSV in UTF-8":
        "die Kodierung ist nicht UTF-8; speichere die Datei als CSV in UTF-8",
    "the table is damaged from row {row} on ({error})": "die Tabelle ist ab Zeile {row} beschädigt ({error})",
    "this is no whole export of DiscordChatExporter; export it again":
        "das ist kein vollständiger Export von DiscordChatExporter; exportiere noch einmal",
    "this is no whole export of DiscordChatExporter; export it again; its first {number:,} messages were read":
        "das ist kein vollständiger Export von DiscordChatExporter; exportiere noch einmal; "
        "seine ersten {number} Nachrichten wurden gelesen",
    "it is not in the form of an export ({error})": "nicht in der Form eines Exports ({error})",
    # Archives.
    "the compressed file is damaged ({error})": "die gepackte Datei ist beschädigt ({error})",
    "the compressed file is damaged from here on ({error})": "die gepackte Datei ist ab hier beschädigt ({error})",
    "it holds more than {most} MiB, the limit for one document; unpack it first":
        "sie enthält mehr als {most} MiB, die Grenze für ein Dokument; entpacke sie zuerst",
    "the archive is damaged ({error})": "das Archiv ist beschädigt ({error})",
    "the archive holds more than {most:,} files; unpack it, add the folder":
        "das Archiv enthält mehr als {most} Dateien; entpacke es und füge kleinere hinzu",
    "the archive holds more than {files:,} files or {size} GiB; unpack it and add the folder":
        "das Archiv enthält mehr als {files} Dateien oder {size} GiB; entpacke es und füge kleinere hinzu",
    "it lies too deep, an archive within archives; unpack them first":
        "es liegt zu tief, ein Archiv in Archiven; entpacke sie zuerst",
    "its name leads out of the archive; it is not read": "der Name führt aus dem Archiv hinaus; es wird nicht gelesen",
    "it is encrypted; unpack the archive with its password first":
        "verschlüsselt; entpacke das Archiv zuerst mit seinem Passwort",
    "it is damaged or packed in an unknown way ({error})": "beschädigt oder auf unbekannte Art gepackt ({error})",
    "it is larger than {most} MiB, the limit within an archive; unpack it first":
        "größer als {most} MiB, die Grenze in einem Archiv; entpacke es zuerst",
    # Web pages.
    "there is no such page (any more)": "diese Seite gibt es nicht (mehr)",
    "no article was found in this page": "auf dieser Seite wurde kein Artikel gefunden",
    "its robots.txt asks programs not to read it": "die robots.txt der Seite bittet Programme, sie nicht zu lesen",
    "the server answers {answer}": "der Server antwortet {answer}",
    "the server takes longer than {seconds:g} s; try again later":
        "der Server braucht länger als {seconds:g} s; versuch es später noch einmal",
    "the server cannot be reached or understood ({error})":
        "der Server lässt sich nicht erreichen oder nicht verstehen ({error})",
    "the server sent it damaged; try again later":
        "der Server hat es beschädigt geschickt; versuch es später noch einmal",
    "the server packs it in a way that was not asked for ({encoding})":
        "der Server packt es auf eine Art, um die nicht gebeten wurde ({encoding})",
    "it redirects more than {most} times": "leitet öfter als {most} Mal weiter",
    "it is no text but {kind}": "kein Text, sondern {kind}",
    "it is larger than {most} MiB, the limit for one document": "größer als {most} MiB, die Grenze für ein Dokument",
    "{host} is not on the public web; only public pages are read":
        "{host} steht nicht im öffentlichen Netz; nur öffentliche Seiten werden gelesen",
    "an address that begins with {scheme}: is not on the public web; only public pages are read":
        "eine Adresse, die mit {scheme}: beginnt, steht nicht im öffentlichen Netz; "
        "nur öffentliche Seiten werden gelesen",
    "an address with a password in it is not on the public web; only public pages are read":
        "eine Adresse mit einem Passwort steht nicht im öffentlichen Netz; nur öffentliche Seiten werden gelesen",
    "an address without a host is not on the public web; only public pages are read":
        "eine Adresse ohne Server steht nicht im öffentlichen Netz; nur öffentliche Seiten werden gelesen",
    "the id {id!r} is given twice; the first is kept":
        "die Kennung {id!r} kommt zweimal vor; die erste bleibt",
    "web pages are not read here": "Webseiten werden hier nicht gelesen",
    "there is no entry in this feed": "in diesem Feed ist kein Eintrag",
    "there is no page in this sitemap": "in dieser Sitemap ist keine Seite",
    "its source names more than {most} pages; the first are read":
        "die Quelle nennt mehr als {most} Seiten; gelesen werden die ersten",
    "it is named too deep, by a list within lists; add it by itself":
        "zu tief genannt, in einer Liste innerhalb von Listen; füge die Seite für sich hinzu",
}  # fmt: skip
