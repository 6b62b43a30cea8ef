"""British and American spellings of one word: "colour" is "color". Left out is what is two words elsewhere: "tyre"."""

import re

# American, then British, as whole words.
_WORDS = """
acknowledgment acknowledgement
aging ageing
airplane aeroplane
aluminum aluminium
among amongst
analyze analyse
analyzed analysed
analyzer analyser
analyzing analysing
artifact artefact
artifacts artefacts
caliber calibre
calibers calibres
catalyze catalyse
center centre
centered centred
centers centres
centimeter centimetre
centimeters centimetres
cozy cosy
disk disc
disks discs
draft draught
enroll enrol
enrollment enrolment
fiber fibre
fibers fibres
fulfill fulfil
fulfillment fulfilment
fulfills fulfils
gram gramme
grams grammes
gray grey
installment instalment
installments instalments
jail gaol
jewelry jewellery
judgment judgement
judgments judgements
kilogram kilogramme
kilograms kilogrammes
kilometer kilometre
kilometers kilometres
liter litre
liters litres
luster lustre
maneuver manoeuvre
maneuvered manoeuvred
maneuvers manoeuvres
meager meagre
medieval mediaeval
meter metre
meters metres
millimeter millimetre
millimeters millimetres
mold mould
molds moulds
mustache moustache
oriented orientated
pajamas pyjamas
paralyze paralyse
paralyzed paralysed
plow plough
plowed ploughed
practice practise
practiced practised
practicing practising
program programme
programs programmes
saber sabre
sabers sabres
scepter sceptre
skillful skilful
somber sombre
specialties specialities
specialty speciality
specter spectre
specters spectres
theater theatre
theaters theatres
while whilst
willful wilful
yogurt yoghurt
"""

# British, then American, wherever they stand in a word.
_PARTS = """
aemia emia
aemic emic
aetiolog etiolog
amoeb ameb
anaesth anesth
analogue analog
archaeo archeo
ardour ardor
armour armor
behaviour behavior
caesarean cesarean
candour candor
catalogue catalog
centred centered
centre center
clamour clamor
coeliac celiac
colour color
defence defense
demeanour demeanor
dialogue dialog
endeavour endeavor
epilogue epilog
faecal fecal
faeces feces
favour favor
fervour fervor
flavour flavor
foet fet
gynaec gynec
haem hem
harbour harbor
homoeo homeo
homologue homolog
honour honor
humour humor
labour labor
licence license
monologue monolog
neighbour neighbor
odour odor
oedem edem
oesoph esoph
oestr estr
offence offense
paed ped
palaeo paleo
parlour parlor
pnoea pnea
pretence pretense
prologue prolog
rancour rancor
rigour rigor
rrhoe rrhe
rumour rumor
saviour savior
savour savor
sceptic skeptic
splendour splendor
sulph sulf
theatre theater
tumour tumor
valour valor
vapour vapor
vigour vigor
"""

# Words that end in -ise in America too, by what stands before it.
_WITH_S = (
    "adv|appra|ar|bru|chem|circumc|compr|comprom|conc|cru|dem|dev|disgu|enterpr|exc|exerc|expert|franch|improv|ir|likew"
    "|marqu|merchand|no|otherw|par|parad|po|porpo|pra|prec|prem|prom|ra|rev|superv|surpr|telev|torto|treat|turquo"
)
_ISE = re.compile(rf"(?!(?:un|re|en|dis)?(?:{_WITH_S})is)(\w{{3,}})is(e[ds]?|ers?|ing|ations?|ational|able)")
_DOUBLED = re.compile(
    r"(.*(?:cancel|channel|counsel|dial|duel|equal|fuel|funnel|initial|jewel|label|level|libel|marvel|model|panel|parcel"
    r"|pedal|pencil|quarrel|rival|shovel|signal|spiral|total|travel|tunnel))l(ed|ing|ings|ers?|ors?|ous|ously)"
)


class Spellings:
    """Brings the spellings of a word together. Words are given folded, as letters from a to z."""

    def __init__(self) -> None:
        self._words = {british: american for american, british in map(str.split, _WORDS.split("\n")[1:-1])}
        self._parts = dict(line.split() for line in _PARTS.split("\n")[1:-1])
        self._any_part = re.compile("|".join(self._parts))

    def american(self, word: str) -> str:
        """The American spelling, for the stemmer; of what has no other spelling, the word itself."""
        word = self._words.get(word, word)
        word = self._any_part.sub(lambda part: self._parts[part[0]], word)
        if spelt := _ISE.fullmatch(word):
            return f"{spelt[1]}iz{spelt[2]}"
        return doubled[1] + doubled[2] if (doubled := _DOUBLED.fullmatch(word)) else word
