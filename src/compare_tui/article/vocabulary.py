"""The words by which furniture is told, as parts of regular expressions: one table a topic, English first."""

from __future__ import annotations


def alternatives(table: str) -> str:
    """Return the entries of ``table``, divided by bars and line ends, as one regular expression."""
    entries = (entry.strip() for line in table.strip().splitlines() for entry in line.split(" | "))
    return "(?:" + "|".join(entry for entry in entries if entry) + ")"


AGENCY = alternatives(r"""
    AAP | AFP | ANP | ANSA | APA | ANI | AP | BBC | Bloomberg | dpa | DPA | EFE | EPA(?:-EFE)? | IANS | IRNA
    ITAR-TASS | KCNA | LUSA | MTI | NPR | NTB | PA(?:\ Wire|\ Media)? | PAP | PTI | RIA(?:\ Novosti)? | SANA
    SID | TASS | TT | UPI | Yonhap | Anadolu(?:\ Agency)? | AA | Alamy | Agence\ France-Presse
    (?:The\ )?Associated\ Press | Getty(?:\ Images)? | Imago | IMAGO | Interfax | Keystone | Kyodo(?:\ News)?
    Magnum | NurPhoto | [Pp]icture\ [Aa]lliance | Reuters | REUTERS | Shutterstock | Sputnik | Ukrinform
    UNIAN | Xinhua | Z(?:uma|UMA)(?:\ Press)? | ТАСС | РИА(?:\ Новости)? | Интерфакс | Рейтер | АФП
""")

CREDIT_LABEL = alternatives(r"""
    (?:Photo|Picture|Image|Video|Graphic)(?:s|graphs?|\ credits?)? | Photographie | Credits? | Courtesy
    Foto | Bild | Imagen | Crédit\ photo | Bildquelle | Quelle | Source | Fuente | Фото | Источник
""")

CAPTION_LABEL = alternatives(r"""
    (?:(?:File|Archive|Stock)\ )?(?:Photo(?:graph)?|Image|Picture)s?(?:\ caption)?
    Caption | Pictured(?:\ \w+)? | FILE(?:\ PHOTO)? | Bildunterschrift | Bild | Foto | Imagen | Légende
    Фото | На\ фото
""")

BYLINE_LABEL = alternatives(r"""
    Text(?:e|o)?: | Words: | Story\ by | Written\ by | Автор: | Текст:
""")

BEFORE_BY = "(?:Exclusive|EXCLUSIVE|Special report|SPECIAL REPORT|Analysis|ANALYSIS|Words|WORDS)"

_DESK = alternatives(r"""
    Africa | Agriculture | Arts | Asia | Associate | Business | Chief | City | Community | Consumer
    Consumer\ affairs | Courts? | Crime | Culture | Defen[cs]e | Deputy | Diplomatic | Economics | Education
    Energy | Entertainment | Environment | Europe | Family | Features | Finance | Financial | Food | Football
    Foreign | Health | Home\ affairs | Industry | Investigations | Legal(?:\ affairs)? | Local\ democracy
    Local\ government | Managing | Media | Middle\ East | National | News | Policy | Political | Politics
    Religion | Religious\ affairs | Royal | Rugby | Rural\ affairs | Science | Security | Senior
    Social\ affairs | Special | Sports? | Staff | Technology | Transport | Travel | Weather | White\ House
    World
""")
PROFESSION = "(?:bureau chief|columnist|correspondent|critic|editor|reporter|writer)"

JOB = alternatives(rf"""
    (?i:(?:{_DESK}\ )*{PROFESSION}s?) | (?:The\ )?Associated\ Press | Reuters | AFP | Bloomberg
""")

JOB_UNDER_BYLINE = rf"(?i:(?:[\w'’&-]+ ){{0,4}}{PROFESSION}s?)"

MASTHEAD_WORD = alternatives(r"""
    ADVERTISER | ARGUS | CHRONICLE | COURIER | ECHO | EXAMINER | GAZETTE | GUARDIAN | HERALD | INQUIRER
    JOURNAL | OBSERVER | SENTINEL | TELEGRAPH | TIMES | TRIBUNE | ANZEIGER | KURIER | NACHRICHTEN | RUNDSCHAU
    ZEITUNG
""")

MASTHEAD_WORD_BEHIND_ARTICLE = alternatives(r"""
    BULLETIN | CITIZEN | DISPATCH | EXPRESS | GLOBE | INDEPENDENT | LEDGER | MAIL | MERCURY | MIRROR | NEWS
    POST | PRESS | RECORD | REGISTER | REVIEW | STANDARD | STAR | SUN | VOICE | WEEKLY
""")

NO_NAME_BEHIND_BY = alternatives(r"""
    (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day | (?:Jan|Febr)uary | March | April | May | June | July | August
    (?:Sept|Nov|Dec)ember | October | Christmas | Easter | Midnight | Noon | Contrast | Comparison | Law
    Then | Now | The | Far | All
""")

LABEL = alternatives(r"""
    Related(?:\ (?:articles?|stor(?:y|ies)|news|links?|content|topics?|coverage|reading))?
    Read\ (?:more|also|next|the\ full\ (?:story|article)) | More\ on\ this(?:\ story|\ topic)?
    More\ from\ \S+(?:\ \S+)? | See\ also | Also\ read | Also\ on\ \S+ | Recommended(?:\ reading)?
    You\ (?:may|might)\ also\ like | Don['’]t\ miss | Watch | Listen | Keep\ reading | Continue\ reading
    Original\ (?:url|link|article|source) | (?:Source\ )?URL | Link | Permalink | Tags? | Topics? | Keywords
    Filed\ under | Categor(?:y|ies) | Share(?:\ this)?(?:\ article|\ story)? | Follow\ us
    Mehr\ zum\ Thema | Lesen\ Sie\ auch | Siehe\ auch | Weiterlesen | (?:À\ )?lire\ aussi | Voir\ aussi
    Lea\ también | Lee\ también | Ver\ también | Más\ información
    Читайте\ также | Подробнее | По\ теме | Смотрите\ также | Источник
""")

BARE_LABEL = alternatives(r"""
    Original\ (?:url|link|article|source) | Source | Url | Link | Quelle | Fuente | Web | E-?mail | Contact
    Tel | Phone | Источник | (?:(?:Media|Press|News|Investor)\ )?Contacts? | Press\ office
    (?:Media|Press)\ (?:enquiries|inquiries)
""")

CONTACT = alternatives(r"""
    (?:(?:Media|Press|News|Investor|Editorial)\ (?:relations\ )?)?Contacts?
    (?:Press|Media)\ (?:office|relations)
    (?:Media|Press)\ (?:enquiries|inquiries|queries) | Pressekontakt | Contact\ presse | Contacto\ de\ prensa
""")

CONTACT_SENTENCE = r"For\ (?:(?:more|further)\ )?(?:media|press)\ (?:enquiries|inquiries|queries|information)"

_ASKED = r"(?:\ for\ us)?(?:\?\s*)?(?=$|(?-i:[A-Z]))"

CALL_FOR_STORIES = alternatives(rf"""
    (?:Do\ you\ have|(?:Have\ you\ )?got)\ (?:a\ story|a\ (?:news\ )?tip|any\ news\ tips){_ASKED}
    (?:Call|Ring|Phone|E-?mail|Text|Contact|Message|WhatsApp)\ our\ (?:news\ ?(?:desk|room|team)|reporters?)\b
    Get\ in\ touch\ with\ our\ (?:news\ ?(?:desk|room|team)|reporters?)\b
    Tell\ us\ your\ (?:story|stories)\b
""")

WHOLE_LINE = alternatives(r"""
    Related(?:\ (?:articles?|stor(?:y|ies)|news|links?|content|topics?|coverage))? | Read\ (?:more|also|next)
    More\ on\ this\ (?:story|topic) | See\ also | Recommended(?:\ for\ you)? | You\ (?:may|might)\ also\ like
    Keep\ reading | Continue\ reading | Read\ the\ full\ (?:story|article) | Advertis(?:ements?|ing)
    Sponsored(?:\ content)? | Anzeige | Werbung | Publicité | Publicidad | Реклама
    Skip\ (?:to\ (?:main\ )?content|advertisement|ad|past\ newsletter\ promotion)
    (?:Leave\ a\ )?Comments?(?:\ \(?\d+\)?)? | \d+\ comments? | Print(?:\ this(?:\ article|\ page)?)?
    E-?mail(?:\ this(?:\ article)?)? | Tweet | Copy\ link | Save(?:\ article)?
    Share(?:\ (?:this|on\ \w+|via\ \w+|with\ friends))*(?:\ (?:article|story|post|page))?
    Teilen | Partager | Compartir | Поделиться | Listen\ to\ this\ (?:article|story)
    For\ immediate\ release | (?:Press|News|Media)\ release(?:\ [-–—]\ for\ immediate\ release)?
    Pressemitteilung | Communiqué\ de\ presse | Nota\ de\ prensa | Comunicato\ stampa | Пресс-релиз
    (?:Strictly\ )?(?:Embargoed|Under\ embargo)(?:\ until\ (?:publication|further\ notice))?
    Notes?\ (?:to|for)\ editors?
    Watch\ (?:live|now|the\ video) | Live\ updates? | \d+\ min(?:ute)?s?(?:\ read)?
    Reading\ time:?\ \d+\ min(?:ute)?s? | END(?:S)? | -+\ ?(?:30|END|ENDS)\ ?-+ | Loading
""")

OPENING = alternatives(r"""
    Subscribe\ (?:to|now|for|today|here) | Sign\ up\ (?:for|to|now|here|today) | Follow\ us | Click\ here
    Follow\ \w+\ on\ (?:Twitter|X|Facebook|Instagram) | Download\ (?:the|our)\ app | Join\ our | Like\ us\ on
    Get\ (?:the|our)\ (?:latest|daily|weekly|newsletter|app) | Support\ (?:our|independent)\ journalism
    Jetzt\ abonnieren | Abonnieren\ Sie | Abonnez-vous | Suscríbete | Подпишитесь | Подписывайтесь
""")

RIGHTS_RESERVED = alternatives(r"""
    All\ rights\ reserved | Alle\ Rechte\ vorbehalten | Tous\ droits\ réservés
    Todos\ los\ derechos\ reservados | Все\ права\ защищены
""")

REPORTED_BY = alternatives(r"""
    (?:(?:Additional|Further)\ )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Pp]hotography)\ by
    (?:Compiled|Edited|Written|Translated)\ by | With\ (?:files|(?:additional\ )?reporting)\ (?:from|by)
    Compiled\ from
""")
