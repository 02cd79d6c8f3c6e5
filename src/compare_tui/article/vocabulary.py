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

JOB = alternatives(r"""
    (?:(?:Senior|Staff|Foreign|Chief|Political|Special)\ )*(?:Writer|Reporter|Correspondent|Editor)
    (?:The\ )?Associated\ Press | Reuters | AFP | Bloomberg
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
    Tel | Phone | Источник
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
