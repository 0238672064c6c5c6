"""The closed lists of English words that the wording rules go by.

The lists are our own and meant to be read, argued with and mended; a class can disagree with a row. Phrases
are written as regular expressions over small letters.
"""

# Words that hold a sentence together; everything else counts as a content word.
_LITTLE = """
    a an the this that these those such
    i me my mine myself we us our ours ourselves you your yours he him his himself she her hers it its itself
    they them their theirs themselves one who whom whose which what there here
    am is are was were be been being isn't aren't wasn't weren't do does did done doing don't doesn't didn't
    have has had having haven't hasn't hadn't will would shall should can could may might must won't cannot
    can't couldn't wouldn't shouldn't
    of to in on at by for from with into onto upon about as over under through between among against during
    before after within toward towards out up down off per via than
    and or but nor if so yet because since while when where whether though although then also too
    not no very just both each every any some all more most other
"""
FUNCTION_WORDS = frozenset(_LITTLE.split())

# Words that turn a sentence into its opposite, or nearly.
_NO = "not no never none nobody nothing nowhere neither nor without cannot hardly scarcely barely seldom"
NEGATIONS = frozenset(_NO.split())

# Prefixes that turn a single word into its opposite: unconditional, inadequate, non-violent.
NEGATIVE_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "non-", "anti", "anti-")

# Phrases with a negation word in them that negate nothing.
NOT_NEGATING = (
    "no doubt|no question|no wonder|no matter|no small|no mean|no little|not a few|not a little|not without|"
    r"no(?: fewer| less| more| later| earlier| sooner| other) than|none other than|not (?:later|"
    r"earlier|less|fewer) than|"
    "not only|not just|not merely|not simply|not least|not to mention|not to say|nothing but|"
    "nothing short of|"
    r"nothing less than|cannot but|whether or not|or not|if not|"
    r"no[- ](?:fly|go|man's|one's|strike|fire|confidence|nonsense|show|shows|trespassing|smoking|"
    r"parking|entry|frills|"
    r"take|drive|sail|war|first-use|brainer|holds|contact orders?)|nos?\.? ?\d+|non-\w+"
)

# A denial that ends with the noun it denies: "no contact with three villages" does not deny the villages.
SPENT = r"no (?:\w+ )?\w+ (?:with|from|in|on|at|between|among|about)|none of (?:the|them|us|those)"

# Words by which a speaker vouches for less than the plain sentence says.
HEDGES = (
    "allegedly|alleged|reportedly|apparently|apparent|supposedly|purportedly|ostensibly|presumably|possibly|"
    "possible|potentially|perhaps|maybe|probably|likely|unconfirmed|may|might|could|suspected|so-called|"
    "(?:seem|appear)(?:s|ed)?(?: to| that)|it (?:seems|appears)|"
    "(?:said|believed|thought|understood|reported|suspected|expected|alleged|rumou?red) to|"
    "(?:i|we) (?:think|believe|suspect|assume|fear)(?: that)?|"
    "nearly|almost|approximately|roughly|virtually|partly|partially|largely|mostly|"
    "some|at least|at most|up to|as many as|estimated"
)

# Words that hedge only when a number follows: "about 40", but not "talks about peace".
NUMBER_HEDGES = "about|around|over|under|above|below|more than|fewer than|less than|close to|circa"

# Words that shut everything else out; without them the sentence promises less.
RESTRICTORS = "only|solely|exclusively|merely|purely|strictly|entirely"

# What, standing before some words, keeps the speaker from asserting them.
DISTANCING = (
    "(?:no|little) (?:evidence|proof|sign|indication|reason)|if|unless|whether|as if|as though|suppose|"
    "would(?: not)? have (?:been)?|"
    r"(?:some|many|others|people|critics|opponents|enemies|they|those who|whoever|anyone who|"
    r"everyone|somebody|someone) "
    r"(?:\w+ )?(?:say|claim|think|believe|pretend|allege|suggest|insist|imagine)s?|"
    r"(?:claims?|rumou?rs?|allegations?|accusations?|lies?|suggestions?|pretence) that|imagine|"
    "(?:wrong|false|untrue|absurd|misleading|incorrect|a lie|a myth) (?:to say|that|to)|"
    "den(?:y|ies|ied|ying)|refus(?:e|es|ed|ing) to|fail(?:s|ed)? to|refrain(?:s|ed|ing)? from|"
    "instead of|rather than|far from|except|all but|anything but|"
    "(?:everyone|everybody|everything|no one|nobody) but"
)

# Conditions and exceptions that, standing after some words, take part of them back.
CONDITIONS = (
    "unless|except|excepting|if|provid(?:ed|ing)(?! (?:by|to|with|for|in|at|from|on|through|"
    "under)\b)|as long as|so long as|on (?:the )?condition(?! of anonymity)|"
    "only when|only after"
)

# What takes words back when it follows them at once.
REVERSALS = (
    "but(?! (?:more|most|also|above all|equally|even more|especially|particularly|alas))|however|"
    "although|though|would be|would have been|"
    "(?:is|was|are|were) (?:false|untrue|wrong|a lie|not true|a myth|absurd|nonsense)"
)

# How an aside between two commas begins; what stands before the aside goes on after it.
ASIDES = (
    "who|whom|whose|which|where|when|in|on|at|by|for|from|with|without|under|despite|during|after|before|as|"
    "according|including|however|therefore|indeed|of"
)

# Hedges that come after what they hedge.
HEDGES_AFTER = "allegedly|reportedly|apparently|perhaps|probably|possibly|or so|or more"
