"""Closed word classes of English that questions and sentences are read with; plain data."""

# Words that carry the form of a question and not its matter.
FUNCTION_WORDS = frozenset(
    """a an the this that these those there here it its he she they him her them his hers their theirs we us our you
    your i me my mine who whom whose which what when where why how is are was were be been being am do does did done
    doing has have had having can could will would shall should may might must of in on at by for from to into onto
    with within without about as than then and or but nor not no if so too very just also only any some such each
    both either neither one's s t 's up out off over under during between among after before again because until
    while through per via whether yet supposed guys actually really else kind kinds""".split()
)

# Function words run together, as people type them; "she's" and the like lose their s to the analysis.
CONTRACTIONS = frozenset(
    f"{verb}n{mark}t"
    for verb in "do does did is are was were ca could wo would should has have had must need ai".split()
    for mark in ("'", "")
) | frozenset("u ur i'm im i've ive i'd i'll you're youre you've we're we've they're theyre they've".split())

# Words that end the noun phrase of what is asked for ("how many fighters IN…").
PREPOSITIONS = frozenset(
    """of in on at by for from to into with within without about as than during between among after before under
    over""".split()
)

AUXILIARIES = frozenset(
    """is are was were be been being am do does did has have had can could will would shall should may might must
    'd 's""".split()
)

PRONOUN_STARTS = frozenset("he she it they his her its their this these those such him them both".split())

NUMBER_WORDS = frozenset(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million
    millions billion billions trillion dozen dozens half third quarter once twice thrice several few couple single
    double triple many most none""".split()
)

# Which of several; as terms they are spelt as they are.
ORDER_WORDS = frozenset(
    """first second third fourth fifth sixth seventh eighth ninth tenth last most least best worst oldest
    eldest youngest largest biggest greatest smallest highest tallest lowest longest shortest fastest slowest earliest
    latest richest poorest deepest widest""".split()
)

UNITS_OF_TIME = frozenset(
    """second seconds minute minutes hour hours day days week weeks fortnight month months year years decade decades
    century centuries""".split()
)

UNITS_OF_LENGTH = frozenset(
    """mile miles kilometre kilometres kilometer kilometers km metre metres meter meters m feet foot ft inch inches
    in yard yards cm mm light-years""".split()
)

# What somebody may be, before a name ("Captain Lind") or in its place ("who is captain now").
ROLES = frozenset(
    """president minister director leader head chief chairman chairwoman chair spokesman spokeswoman spokesperson
    commander general colonel captain mayor secretary engineer author singer actor actress founder owner manager coach
    judge doctor professor senator king queen""".split()
)
# What stands beside a role, and beside no name.
BESIDE_ROLES = frozenset(
    "current currently now today first new old next last former prime vice deputy acting team lead ceo cto cfo".split()
)

# What turns a sentence into its opposite, or what it is sure of into what it is not.
DENYING = frozenset(
    """not no nor none never neither nobody nothing cannot all every any some few many most more less fewer only almost
    nearly hardly barely could would should may might must can will deny denies denied refuse refuses refused fail
    fails failed false falsely alleged allegedly former against""".split()
)

# Small words that say which way or when; one in another's place makes a difference.
POINTING = frozenset(
    """to from into by for with without before after since until between over under up down off out above below his
    her""".split()
)

# Small words that make another question of one: "sign in" and "sign out", "what is covered" and "what is not covered".
TURNING = frozenset(
    "not cannot never no without only before after until since in out on off up down over under from again".split()
)

# What people say in a chat when they ask for nothing.
SMALL_TALK = frozenset(
    """thanks thank thx ty tysm cheers hello hi hey hiya yo bye goodbye ok okay k kk alright yes yeah yep yup yay no
    nope nah sure certain serious right true correct wrong exactly indeed agreed absolutely cool nice neat great good
    awesome amazing perfect excellent brilliant wow whoa lol lmao rofl haha hahaha hehe omg wtf hm hmm hmmm ah aha oh
    ooh oops ugh interesting funny helpful bad sorry please pls plz really seriously got gotcha see mind nevermind nvm
    makes done same welcome np gg bot""".split()
)

# What stands beside it and asks for nothing either; "is" does ("is it good?").
BESIDE_SMALL_TALK = frozenset(
    """you u ur your you're youre are that that's thats this it it's i i'm im me my a an the for about but so very much
    too lot all again there not never well everyone guys folks morning evening afternoon job work one point
    boy girl way problem worries sense sounds help answer""".split()
)
