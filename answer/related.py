"""Words that say the same of different things: what a question calls "start", a source calls "launch" or "began".

Plain data, one group of related words a line. A group never widens the search; it only tells which sentence of a found
passage speaks of what was asked. A word may stand in several groups.
"""

from index.analysis import Analyzer

GROUPS = """
start begin began begun launch commence open opening onset first origin originate introduce inaugurate
end ended finish conclude conclusion close cease terminate last final expire over stop
release released premiere debut air aired broadcast publish come out issue theatrical
happen happened occur occurred take place took held event
die died death dead kill killed assassinate murder perish deceased casualty fatal
born birth birthplace native
live lived lives reside resident home house dwell inhabit
locate located location situated lie lies found place site based headquarters where capital stand stands
film filmed shoot shot filming location set scene scenes
make made create created produce produced build built construct manufacture develop design form formed
found founded founder establish established formation origin create start
invent invented inventor invention discover discovered discovery develop patent
write wrote written writer author authored compose composed composer pen songwriter lyrics lyricist penned
sing sang sung singer vocal vocals vocalist perform performed recorded record song band
play played plays player portray portrayed star starring actor actress role cast character voice voiced
voice voices voiced actor actress
direct directed director filmmaker
win won winner winning champion championship victory title beat defeat defeated triumph medal
lose lost loss defeat defeated fell fall retake
score scored goals points run record
mean means meaning define defined definition refer refers stand stands denote signify abbreviation acronym
call called name named names known term title nickname dubbed
marry married marriage wife husband spouse wed wedding couple
wife husband spouse married
father dad son daughter parent child
mother mom son daughter parent child
child children son daughter kid kids baby
brother sister sibling siblings
lead led leader head headed heads chief command commands commander commanded president chairman run director
rule ruled ruler king queen emperor monarch reign govern governed
president elected election inaugurated office vote
own owned owner belong property acquire bought subsidiary parent
buy bought purchase purchased acquire acquired acquisition sold
sell sold sale sales
become became appointed elected named turn
get got receive received obtain earn earned gain won award awarded
give gave grant granted award provide donate
pay paid payment cost price fee worth salary
cost price worth expensive dollars fee spend spent
need require required requirement necessary must
use used purpose serve function application usage utilize
cause caused causes reason due result trigger because
reason because due purpose why aim cause
purpose aim goal intended order function role designed
effect affect impact result consequence influence
population people inhabitants residents census populous
big large largest size huge area biggest greatest
small smallest little tiny
high highest tall height elevation peak top
long length longest duration lasted
old age aged oldest years
rich wealth richest worth
fast fastest speed quick rapid
deep depth deepest
far distance away miles kilometres kilometers
many number total count several various amount
percent percentage proportion share rate
part component portion consist comprise include contain member
consist comprise composed contain include made
kind type sort form class variety species category
same similar identical alike equal
different differ difference distinguish vary contrast
work worked job occupation career profession employed
study studied student educated education school university college graduate attended
teach taught teacher professor instructor
join joined enter entered member admitted
leave left depart departed exit quit resign withdraw
arrive arrived arrival reach reached landed come came
go went travel move moved
return returned back
attack attacked assault offensive strike bomb bombing raid invade invasion
fight fought fighting battle war combat conflict clash
capture captured seize seized take took taken conquer occupy occupied control fall
free freed liberate liberated liberation release
fighter fighters militant militants soldier soldiers troops forces jihadists
say said says state stated announce announced tell told declare claim claimed warn describe comment
think believe believed opinion view
want hope plan intend aim seek
agree agreement deal treaty accord signed pact
law act legislation bill passed statute legal enacted
right rights freedom amendment
ban banned prohibit prohibited outlaw illegal forbidden
allow allowed permit permitted legal
crime criminal convicted sentenced prison arrested guilty charged
court judge justice ruling case decision
vote voted election elect ballot referendum
tax taxes revenue duty
war wars conflict battle
country countries nation nations state land
city town capital metropolis
river flow flows stream tributary mouth source
flow flows drain drains empty run runs
border borders bound bounded boundary adjacent
mountain mount peak range hill
sea ocean gulf bay coast
game match tournament series final season
team club squad side franchise
coach manager trainer
season seasons series episodes show
episode episodes season aired
movie film picture
show series program programme television tv sitcom
song single track album record hit
band group duo trio
book novel story published author
character role fictional protagonist
theme music song soundtrack score
painting painted painter artist
doctor physician medical hospital
disease illness disorder condition syndrome infection
symptom symptoms sign signs
treat treated treatment therapy cure
infect infected infection transmit transmission spread
cell cells tissue
body organ human
blood vessel vein artery
eat ate eaten food feed diet
drink drank beverage alcoholic
grow grew grown growth increase
increase increased rise rose grow higher
decrease decreased decline fall fell reduce reduced drop lower
change changed convert alter turn replace
replace replaced succeed succeeded successor
follow followed after next succeed
build built building construction constructed completed erected opened
open opened opening inaugurated completed
destroy destroyed demolished burned ruined wreck
find found discover discovered located
see saw seen view watch
show shows display depict demonstrate
appear appeared appearance first seen
keep kept hold held retain maintain
remain remained stay stayed left still
still remain remains current currently
current currently now present incumbent
original originally first initially
famous known notable popular best
main major primary chief principal
important significant importance key
oldest ancient earliest first
america american us usa united states
britain british uk england english kingdom
france french
germany german
russia russian soviet
china chinese
india indian
japan japanese
spain spanish
italy italian
canada canadian
australia australian
ireland irish
scotland scottish
mexico mexican
iraq iraqi
syria syrian
turkey turkish
egypt egyptian
greece greek
rome roman
africa african
asia asian
europe european
christmas december
percent per cent percentage
movie film cinema
war ii world wwii
2 two ii
3 three iii
4 four iv
5 five
6 six vi
7 seven vii
8 eight viii
9 nine ix
10 ten
11 eleven xi
12 twelve xii
1st first
2nd second
3rd third
4th fourth
5th fifth
6th sixth
7th seventh
8th eighth
9th ninth
10th tenth
bite bit bitten
rise rose risen
person people
slow slower slowest slowly
fast faster fastest
big bigger biggest
large larger largest
small smaller smallest
high higher highest
low lower lowest
long longer longest
short shorter shortest
old older oldest elder eldest
young younger youngest
new newer newest
early earlier earliest
late later latest
near nearer nearest
far farther farthest further furthest
deep deeper deepest
wide wider widest
strong stronger strongest
weak weaker weakest
rich richer richest
poor poorer poorest
hot hotter hottest
cold colder coldest
heavy heavier heaviest
light lighter lightest
good better best
bad worse worst
many much more most
few fewer fewest
little less least
hard harder hardest
easy easier easiest
close closer closest
cheap cheaper cheapest
tall taller tallest
great greater greatest
fire sack dismiss relieve remove oust depose
resign quit step leave
appoint name nominate choose elect
promote rank
truce ceasefire armistice peace treaty
surrender capitulate yield
retreat withdraw withdrawal pullout evacuate
advance push move progress
besiege siege encircle surround blockade
ambush trap surprise
gather amass mass assemble concentrate collect
reinforce strengthen beef fortify
bomb bombard shell strike airstrike raid
plane aircraft jet bomber airplane
soldier troop force army military unit
ship vessel boat fleet navy
weapon arms gun artillery ammunition
casualty loss wounded injured killed dead
wound injure hurt
kidnap abduct hostage seize capture
prisoner captive detainee captured jail
escape flee flight fled evade
refugee displaced exile asylum
execute hang shoot behead
assassinate kill murder attempt
rebel insurgent guerrilla militant fighter
revolt rebellion uprising insurrection mutiny coup
traitor betray treason betrayal
ally alliance coalition partner allied
enemy foe rival opponent
threat danger risk hazard menace
dangerous deadly threat risk
damage destroy ruin wreck debris rubble devastate
help aid assist support assistance backing
fund finance money funding revenue pay
poor poverty poorest
hunger starve famine starvation
jobless unemployed unemployment
promise pledge vow commit undertake
reject refuse deny decline
accuse blame charge allege
confirm verify acknowledge admit
protest demonstrate demonstration march rally
demand ask request call require
negotiate talk negotiation discuss
agree accept approve ratify consent
approve pass adopt ratify endorse
oppose object resist
cancel scrap drop abandon withdraw
delay postpone suspend hold
prevent stop avoid block hinder
protect defend guard secure shield
warn caution alert
expect predict forecast anticipate hope
estimate roughly approximately
nearly almost close
enough sufficient adequate
whole entire total complete full
headquarters hq base headquartered
boss chief head leader
nickname dub known referred called
member belong part join
share portion percentage part
inside within interior
edge side border outskirts
street road avenue highway
house home building
firm company business corporation
shop store retailer
staff employee worker personnel
customer client user
car vehicle automobile
picture image photo photograph
letter message telegram note
illegal unlawful banned forbidden prohibit
safe secure safety security
secret hidden covert conceal
fake false forge counterfeit spoof
mistake error fault wrong
fail failure failed unsuccessful collapse
succeed success successful manage
max maximum most limit upper
min minimum least lower
byte octet
length size long bytes
delete remove erase drop discard
send transmit emit deliver
receive accept get obtain
ignore discard skip disregard
invalid illegal malformed bad
convert translate transform map
field header parameter option
expire lifetime timeout ttl valid
encrypt encryption cipher secure
certificate cert validate
sniff eavesdrop observe intercept
crash fail accident
fix repair mend correct
upgrade update version release
install setup deploy
start launch run boot
medicine drug medication treatment
dose dosage amount
contagious infectious transmit spread
kid child young minor
teen teenager adolescent youth young
elderly old aged
"""


def related(analyzer: Analyzer) -> dict[str, frozenset[str]]:
    """Each term of the groups with all terms it shares a group with, itself left out."""
    found: dict[str, set[str]] = {}
    for group in GROUPS.strip().splitlines():
        terms = set(analyzer.terms(group))
        for term in terms:
            found.setdefault(term, set()).update(terms)
    return {term: frozenset(terms - {term}) for term, terms in found.items()}
