"""The bot's own texts in German."""

from bot.discord_bot.languages import check_texts
from bot.discord_bot.languages.german_dates import basis_in_german, in_german
from bot.discord_bot.languages.german_reasons import REASONS
from bot.discord_bot.languages.texts import Texts, numbers
from bot.other_languages import IN_GERMAN

GERMAN = Texts(
    language="de",
    date=in_german,
    number=lambda value: numbers(value, ".", "bis"),
    basis=basis_in_german,
    reasons=REASONS,
    check=check_texts.GERMAN,
    too_long="*Dieses Zitat ist zu lang für eine Nachricht; hier steht es.*",
    not_showable="*Dieses Zitat enthält Zeichen, die Discord nicht wörtlich zeigen kann; hier steht es.*",
    agree="{count} Dokumente stimmen darin überein ({kind}).",
    disagree="Die Quellen widersprechen sich",
    one_names_several="Die Quelle nennt mehreres",
    newest="die neueste Quelle ({day}) sagt {value}",
    kinds={"date": "Datum", "number": "Zahl", "score": "Ergebnis", "name": "Name"},
    searched_instead="kein *{typed}*; gesucht wurde *{searched}*",
    not_in_sources="Nicht in diesen Quellen: {words}.",
    not_known="nicht bekannt",
    languages=IN_GERMAN,
    foreign_source="Dies ist aus einem Text auf {language}: Bisher finde ich seine Wörter nur so, wie sie dastehen, "
    "und keine Zeitangaben.",
    foreign_question="Die Frage ist wohl auf {language}: Bisher suche ich ihre Wörter nur so, wie sie dastehen.",
    also_in="Ebenso in: {titles}.",
    no_answer="Ich habe keine Quelle, die das beantwortet.",
    unsure="Ich bin nicht sicher, ob das die Frage beantwortet. Am nächsten kommt in meinen Quellen:",
    not_mentioned="Kein Dokument erwähnt {words}.",
    worth_reading="Vielleicht lesenswert:",
    add_some="Ein Dokument, das es beantwortet, lässt sich mit `/corpus add` hinzufügen.",
    nothing_matches="Nichts in diesen Quellen passt dazu.",
    open_here="an dieser Stelle öffnen",
    open="öffnen",
    no_date="ohne Datum",
    quotes_left_out="Zitate, die nicht in eine Nachricht passen: {count}.",
    withdrawn="Discord hat den Wortlaut eines Zitats verändert; ich habe es zurückgezogen. "
    "`/source` zeigt das Dokument.",
    still_looking="Ich suche noch …",
    interrupted="Ich wurde unterbrochen, bevor ich fertig war. Bitte frag mich noch einmal. (Id {id})",
    how_to_ask="Frag mich etwas: erwähne mich mit einer Frage, oder nimm `/ask`. Mehr sagt `/help`.",
    limit_user="Du fragst schneller, als ich antworten darf. Bitte versuch es in {seconds} Sekunden wieder.",
    limit_channel="In diesem Kanal wird gerade viel gefragt. Bitte versuch es in {seconds} Sekunden wieder.",
    limit_server="Auf diesem Server wird gerade viel gefragt. Bitte versuch es in {seconds} Sekunden wieder.",
    silent_here="Die Verwaltung dieses Servers möchte in diesem Kanal keine Antworten von mir.",
    lacks_permission="Ich kann in {channel} nicht antworten: mir fehlt dort die Berechtigung {permissions}.",
    discord_forbids="Discord lässt mich in deinem Kanal nicht antworten: {reason}",
    more="Mehr Zitate",
    context="Zusammenhang",
    follow_up="Nachfragen",
    follow_up_hint="zum Beispiel: and who led it?",
    useful="Nützlich",
    not_useful="Nicht nützlich",
    sources="Eine Quelle lesen",
    delete="Diese Antwort löschen",
    post="Öffentlich zeigen",
    previous="Vorige Seite",
    next="Nächste Seite",
    page="Seite {number} von {last}",
    no_more="Ich habe keine weiteren Zitate dazu.",
    question_gone="Die Frage zu dieser Antwort ist nicht mehr da; bitte stell sie noch einmal.",
    source_gone="Dieses Dokument wurde geändert oder entfernt; bitte frag noch einmal.",
    context_title="Im Zusammenhang",
    only_asker_judges="Nur wer gefragt hat, kann sagen, ob das nützlich war. Frag selbst, dann kannst du es.",
    only_asker_deletes="Nur wer gefragt hat oder moderiert, kann diese Antwort löschen.",
    thanks="Danke; als nützlich vermerkt.",
    thanks_not_useful="Danke; als nicht nützlich vermerkt.",
    find_head="Diese Stellen haben die meisten Wörter mit der Nachricht gemeinsam; ob sie sie stützen, beurteile du.",
    find_no_words="In dieser Nachricht sind keine Wörter, nach denen ich suchen könnte.",
    may_not_write="Du darfst in diesem Kanal nicht schreiben, also schreibe ich auch nicht für dich.",
    posted_by="Gezeigt von {user}",
    no_such_document="So heißt kein einzelnes Dokument. Wähle eines von denen, die beim Tippen erscheinen.",
    document_gone="Dieses Dokument ist nicht mehr da.",
    gone_since="Seit dem {day} nicht mehr an seiner Quelle; dies ist der Text, wie er zuletzt gelesen wurde.",
    changed_on="Die Quelle hat diesen Text am {day} geändert; dies ist die neuere Fassung.",
    nothing_added="nichts hinzugefügt",
    added="{count} hinzugefügt",
    replaced="{count} ersetzt",
    unchanged="{count} schon vorhanden",
    and_more="und {count} weitere",
    file_or_address="Gib mir entweder eine Datei oder die Adresse einer Webseite.",
    file_too_large="Die Datei hat {size} MB; ich nehme höchstens {most} MB.",
    no_address="Die Adresse einer Webseite beginnt mit http:// oder https://.",
    no_documents="Dieser Server hat noch keine eigenen Dokumente. Füge welche mit `/corpus add` hinzu.",
    documents="Dokumente: {count}",
    other_pages="Seite {number} von {last}; `page` von /corpus list zeigt die anderen",
    listed_gone="weg seit dem {day}",
    listed_changed="geändert am {day}",
    removed="**{title}** ist entfernt.",
    not_removed="So heißt kein einzelnes Dokument dieses Servers.",
    own_documents="**Eigene Dokumente dieses Servers:** {count}",
    shared_documents="**Gemeinsame Dokumente, die hier gelesen werden:** {count}",
    published_on="erschienen am {first}",
    published_span="erschienen vom {first} bis {last}",
    publisher="Verlag",
    author="Autor",
    published="Erschienen",
    id="Id",
    address="Adresse",
    help="""\
Ich antworte aus den Dokumenten dieser Gemeinschaft, und nur in deren Worten: jedes Zitat steht wörtlich in seiner \
Quelle, mit einem Link dorthin. Ich erfinde nichts; wenn kein Dokument antwortet, sage ich es.

**/ask** eine Frage: bis zu drei Zitate, die sie beantworten. Mit `private` siehst nur du sie.
**/search** ein paar Wörter: die Stellen, die am besten passen. Nur du siehst sie.
**/source** ein Dokument: was darüber bekannt ist, und sein Text. Nur du siehst es.
**/timeline** und ein Thema: datierte Zitate dazu, in der Reihenfolge des Kalenders.
**/check** und ein Zitat: woher es stammt, und ob ein Wort geändert wurde.
**Find sources** im Menü einer Nachricht: Stellen mit denselben Wörtern. Nur du siehst sie, bis du sie zeigst.
**/privacy** zeigt, was ich aufbewahre, und löscht es.
**/corpus** und **/settings** sind für alle, die diesen Server verwalten.

Du kannst mich auch mit einer Frage erwähnen, mit Ping auf eine meiner Nachrichten antworten oder mir direkt \
schreiben. Eine Antwort auf eine Antwort darf eine Nachfrage sein, wie „and who led it?“.""",
    help_examples="**Zum Beispiel:**",
    settings_title="Einstellungen dieses Servers",
    settings_listen="**Antwortet ohne Erwähnung in:** {value}",
    settings_silent="**Antwortet nie in:** {value}",
    settings_language="**Sprache meiner eigenen Texte:** {value}",
    settings_quotes="**Zitate in einer Antwort:** {value}",
    settings_shared="**Gemeinsame Sammlungen, die hier gelesen werden:** {value}",
    settings_none="keine",
    settings_default="die Voreinstellung ({value})",
    settings_automatic="die von Discord ({value})",
    settings_needs_intent="Wer diesen Bot betreibt, hat mir nicht erlaubt, Nachrichten ohne Erwähnung zu lesen "
    "(`DISCORD_MESSAGE_CONTENT`).",
    settings_no_collection="Es gibt keine gemeinsame Sammlung namens {name}. Es gibt: {names}.",
    privacy="""\
**Von einer Frage bewahre ich auf:** die Zeit, den Server, wie lange die Antwort dauerte, ob es eine gab, und ob sie \
nützlich genannt wurde. Ich bewahre **keinen Text einer Frage und keine Id und keinen Namen von Personen** auf.
**Wörter, die kein Dokument enthält**, werden getrennt von den Fragen gezählt.
**Während ich an etwas arbeite**, notiere ich seine Nummer und den Schlüssel, mit dem Discord mich antworten lässt; \
beides wird danach gelöscht.
**Bis zu meinem Neustart** merke ich mir die Nummern der letzten Nachrichten, um eine Antwort nachzuführen, wenn ihre \
Frage geändert wird.
**Dokumente** aus `/corpus add` bleiben, bis sie entfernt werden; wenn ich von einem Server entfernt werde, wird alles \
von ihm nach {days} Tagen gelöscht.""",
    privacy_counts="**Fragen dieses Servers:** {asked}; {answered} beantwortet, {useful} nützlich genannt, "
    "{not_useful} nicht nützlich.",
    privacy_none="Über die Fragen dieses Servers ist nichts aufbewahrt.",
    privacy_deleted="Gelöscht: was über die Fragen dieses Servers aufbewahrt war ({count}).",
    privacy_needs_manager="Um das Aufbewahrte dieses Servers zu löschen, braucht es die Berechtigung Server verwalten.",
    needs_permission="Das braucht auf diesem Server die Berechtigung {permissions}.",
    server_only="Das geht nur auf einem Server.",
    added_server_only="Das geht nur auf einem Server, zu dem ich hinzugefügt wurde.",
    takes_too_long="Das dauert länger, als ich daran arbeiten darf. Bitte versuch es in einer Minute wieder. (id {id})",
    being_changed="Die Quellen werden gerade geändert. Bitte versuch es in einer Minute wieder. (id {id})",
    went_wrong="Bei mir ist etwas schiefgegangen; mehr steht im Protokoll des Betreibers. (id {id})",
)

# What Discord shows of the commands themselves, by the English words.
COMMANDS = {
    "Ask a question; the answer is quoted from the sources, to the letter":
        "Eine Frage stellen; die Antwort ist wörtlich aus den Quellen zitiert",
    "What you want to know": "Was du wissen möchtest",
    "Show the answer to you only": "Die Antwort nur dir zeigen",
    "Find passages in the sources; only you see them": "Stellen in den Quellen finden; nur du siehst sie",
    "Words to look for": "Wörter, nach denen gesucht wird",
    "Find where a quotation comes from, and whether it is exact":
        "Herausfinden, woher ein Zitat stammt, und ob es wörtlich ist",
    "The words that somebody quotes": "Die Worte, die jemand zitiert",
    "Show the result to you only": "Das Ergebnis nur dir zeigen",
    "List dated quotes about a topic, in the order of the calendar":
        "Datierte Zitate zu einem Thema, in der Reihenfolge des Kalenders",
    "What the quotes shall be about": "Worum es in den Zitaten gehen soll",
    "Show the timeline to you only": "Die Zeittafel nur dir zeigen",
    "Show a document: what is known about it, and its text; only you see it":
        "Ein Dokument zeigen: was darüber bekannt ist, und sein Text; nur du siehst es",
    "A title, publisher or id; suggestions appear as you type":
        "Titel, Verlag oder Id; Vorschläge erscheinen beim Tippen",
    "How to ask, and what the answers are": "Wie man fragt, und was die Antworten sind",
    "What I keep of questions, and how to delete it": "Was ich von Fragen aufbewahre, und wie man es löscht",
    "Delete what is kept of this server's questions": "Löschen, was über die Fragen dieses Servers aufbewahrt ist",
    "This server's own documents": "Die eigenen Dokumente dieses Servers",
    "Add a document, or change it by adding its file or web page again":
        "Ein Dokument hinzufügen, oder es ändern, indem man seine Datei oder Webseite noch einmal hinzufügt",
    "A document, table, archive, feed or chat export of at most 10 MB":
        "Dokument, Tabelle, Archiv, Feed oder Chat-Export von höchstens 10 MB",
    "The address of a web page, feed or sitemap": "Die Adresse einer Webseite, eines Feeds oder einer Sitemap",
    "Which page of the list": "Welche Seite der Liste",
    "The documents of this server": "Die Dokumente dieses Servers",
    "Remove a document of this server": "Ein Dokument dieses Servers entfernen",
    "How many documents this server has, and what else I read here":
        "Wie viele Dokumente dieser Server hat, und was ich hier noch lese",
    "How I behave in this server": "Wie ich mich auf diesem Server verhalte",
    "Show how I behave in this server": "Zeigen, wie ich mich auf diesem Server verhalte",
    "Answer in a channel without being mentioned, or no longer":
        "In einem Kanal ohne Erwähnung antworten, oder nicht mehr",
    "Never answer in a channel, or answer there again": "In einem Kanal nie antworten, oder dort wieder antworten",
    "The language of my own texts; quotes stay as they are":
        "Die Sprache meiner eigenen Texte; Zitate bleiben, wie sie sind",
    "Discord's own choice, or one for this server": "Wie Discord es hat, oder eine für diesen Server",
    "How many quotes an answer has at most": "Wie viele Zitate eine Antwort höchstens hat",
    "Read a shared collection here, or no longer": "Eine gemeinsame Sammlung hier lesen, oder nicht mehr",
    "The channel": "Der Kanal",
    "Whether it is so": "Ob es so sein soll",
    "From 1 to 5": "Von 1 bis 5",
    "The name of the collection": "Der Name der Sammlung",
    "Find sources": "Quellen finden",
}  # fmt: skip
