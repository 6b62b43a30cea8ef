"""Irregular forms of English words, which no stemmer knows: "began" is "begin", "men" are "man". Plain data.

Left out are forms that are as often words of their own: "rose", "ground", "wound", "bore", "lives", "leaves".
"""

_FORMS = """
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
alias aliases
analysis analyses
appendix appendices
bacterium bacteria
basis bases
bus buses
calf calves
canvas canvases
child children
crisis crises
criterion criteria
curriculum curricula
diagnosis diagnoses
foot feet
formula formulae
fungus fungi
gas gases
goose geese
half halves
hypothesis hypotheses
index indices
iris irises
knife knives
larva larvae
lens lenses
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
quiz quizzes
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


def irregular() -> dict[str, str]:
    """Each irregular form with the word that it is a form of, in lower case."""
    lines = map(str.split, _FORMS.splitlines())
    return {form: line[0] for line in lines if line for form in line[1:]}
