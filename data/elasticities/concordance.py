"""Which sectors of the ICIO cube make up each WIOD 2013 sector."""

WIOD = {  # WIOD sector: sectors of the source that it covers; c17 to c35 are services
    "c1": "A01 A02 A03", "c2": "B05 B06 B07 B08 B09", "c3": "C10T12", "c4": "C13T15", "c5": "C13T15", "c6": "C16",
    "c7": "C17_18", "c8": "C19", "c9": "C20 C21", "c10": "C22", "c11": "C23", "c12": "C24A C24B C25", "c13": "C28",
    "c14": "C26 C27", "c15": "C29 C301 C302T309", "c16": "C31T33", **{f"c{k}": "SERV" for k in range(17, 36)}}

# Industries of the OECD's releases of 45 industries, before 2025, which lump others.
OLDER = {"A01_02": "A01 A02", "B05_06": "B05 B06", "B07_08": "B07 B08", "C24": "C24A C24B", "C30": "C301 C302T309"}

# The OECD's service industries, of its release and of the bundled estimate; the source has one figure for all.
SERVICES = ("D E F G H49 H50 H51 H52 H53 I J J58T60 J61 J62_63 K L M N M_N O P Q R S R_T T").split()
