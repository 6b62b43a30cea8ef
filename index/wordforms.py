"""Forms of one word that no stemmer brings together: irregular ones ("began", "men"), and British spellings.

Left out are forms that are as often words of their own: "rose", "ground", "wound", "bore", "lives", "leaves", "tyre".
"""

import re

_IRREGULAR = """
arise arose arisen
awake awoke awoken
beat beaten
become became
begin began begun
bend bent
bite bitten
bleed bled
blow blew blown
break broke broken
breed bred
bring brought
build built
burn burnt
buy bought
catch caught
choose chose chosen
cling clung
come came
creep crept
deal dealt
dig dug
draw drew drawn
dream dreamt
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
find found
flee fled
fling flung
fly flew flown
forbid forbade forbidden
forego forewent foregone
foresee foresaw foreseen
forget forgot forgotten
forgive forgave forgiven
freeze froze frozen
get got gotten
give gave given
go went gone
grow grew grown
hang hung
hear heard
hide hid hidden
hold held
keep kept
kneel knelt
know knew known
lay laid
lead led
leap leapt
learn learnt
leave left
lend lent
lose lost
make made
mean meant
meet met
mislead misled
mistake mistook mistaken
misunderstand misunderstood
outgrow outgrew outgrown
outrun outran
overcome overcame
overdo overdid overdone
overhear overheard
overrun overran
oversee oversaw overseen
overtake overtook overtaken
overthrow overthrew overthrown
pay paid
prove proven
rebuild rebuilt
redo redid redone
repay repaid
resell resold
retake retook retaken
rewrite rewrote rewritten
ride rode ridden
rise risen
run ran
say said
see saw seen
seek sought
sell sold
send sent
shake shook shaken
shine shone
shoot shot
show shown
shrink shrank shrunk
sing sang sung
sink sank sunk
sit sat
sleep slept
slide slid
speak spoke spoken
spell spelt
spend spent
spin spun
stand stood
steal stole stolen
stick stuck
sting stung
strike struck
strive strove striven
swear swore sworn
sweep swept
swell swollen
swim swam swum
swing swung
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
undergo underwent undergone
understand understood
undertake undertook undertaken
unwind unwound
uphold upheld
wake woke woken
wear wore worn
weave wove woven
weep wept
win won
withdraw withdrew withdrawn
withhold withheld
withstand withstood
write wrote written
analysis analyses
appendix appendices
bacterium bacteria
basis bases
calf calves
child children
crisis crises
criterion criteria
curriculum curricula
diagnosis diagnoses
foot feet
formula formulae
fungus fungi
goose geese
half halves
hypothesis hypotheses
index indices
knife knives
larva larvae
loaf loaves
louse lice
man men
matrix matrices
mouse mice
nucleus nuclei
ox oxen
parenthesis parentheses
phenomenon phenomena
prognosis prognoses
shelf shelves
stimulus stimuli
stratum strata
synthesis syntheses
thesis theses
thief thieves
tooth teeth
vertebra vertebrae
vertex vertices
wife wives
wolf wolves
woman women
"""

# American, then British, as whole words.
_SPELLINGS = """
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


def _listed() -> dict[str, str]:
    """Each irregular form, and each British spelling of a whole word, with what stands for it."""
    lines = map(str.split, (_IRREGULAR + _SPELLINGS).splitlines())
    return {form: line[0] for line in lines if line for form in line[1:]}


class WordForms:
    """Brings the forms of one word together. Words are given folded, as letters from a to z."""

    def __init__(self) -> None:
        self._listed = _listed()
        self._parts = dict(line.split() for line in _PARTS.split("\n")[1:-1])
        self._any_part = re.compile("|".join(self._parts))

    def base(self, word: str) -> str:
        """The form that stands for all others; one that the stemmer knows as such may stay as it is."""
        word = self._listed.get(word, word)
        word = self._any_part.sub(lambda part: self._parts[part[0]], word)
        if spelt := _ISE.fullmatch(word):
            return f"{spelt[1]}iz{spelt[2]}"
        return doubled[1] + doubled[2] if (doubled := _DOUBLED.fullmatch(word)) else word
