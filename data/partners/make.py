#!/usr/bin/env python3
"""Makes the large tables of this folder from the published files named in README.md.

    python3 make.py INPUTS [REGISTER]

INPUTS holds the downloads under the names below; REGISTER is SIPRI's trade register (CSV, all suppliers, all
recipients, all years). Without REGISTER the arms tables are left as they are. Needs openpyxl.
The tables ties.csv, groups.csv, kill_chain.csv and burden.csv are written by hand and are not touched.
"""
import collections
import csv
import datetime
import gzip
import hashlib
import io
import re
import sys
from pathlib import Path

import openpyxl

HERE = Path(__file__).parent

# ---------------------------------------------------------------- helpers


def rows(path):
    opened = gzip.open(path, "rt", encoding="utf-8-sig") if path.suffix == ".gz" else open(path, encoding="utf-8-sig")
    with opened as f:
        return list(csv.DictReader(f))


def write(name, header, lines):
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow(header)
    out.writerows(lines)
    data = text.getvalue().encode()
    if name.endswith(".gz"):
        data = gzip.compress(data, 9, mtime=0)
    (HERE / name).write_bytes(data)
    print(name, len(lines), "rows")


# ---------------------------------------------------------------- states of the two code books

# Codes without an ISO code in the file of ideal points. States that are gone keep their Correlates of War number.
ISO_BY_COW = {
    "260": "DEU", "331": "SMR", "346": "BIH", "347": "XKX", "371": "ARM", "373": "AZE", "420": "GMB", "436": "NER",
    "450": "LBR", "452": "GHA", "484": "COG", "581": "COM", "590": "MUS", "666": "ISR", "730": "KOR", "740": "JPN",
    "811": "KHM", "955": "TON",
}


def states(inputs):
    iso = {}
    for r in rows(inputs / "ideal_points.csv.gz"):
        if r["iso3c"] not in ("", "NA"):
            iso[r["ccode"]] = r["iso3c"]
    iso |= ISO_BY_COW
    out = {}
    for r in rows(inputs / "cow_states.csv.gz"):
        out[r["ccode"]] = (iso.get(r["ccode"], "COW" + r["ccode"]), r["statenme"])
    return out


def day(year, month, day):
    return f"{int(year):04d}-{int(month):02d}-{int(day):02d}"


def make_states(inputs):
    known = states(inputs)
    lines = []
    for r in rows(inputs / "cow_states.csv.gz"):
        until = day(r["endyear"], r["endmonth"], r["endday"])
        # the list ends with 2016: who was there then still is
        lines.append([r["ccode"], *known[r["ccode"]], day(r["styear"], r["stmonth"], r["stday"]), "" if until == "2016-12-31" else until])
    write("states.csv", ["ccode", "economy", "name", "from", "until"], sorted(lines, key=lambda x: (int(x[0]), x[3])))


def make_atop(inputs):
    keep = "atopid member yrent moent dayent yrexit moexit dayexit defense offense neutral nonagg consul".split()
    write("atop.csv.gz", keep, [[r[k] for k in keep] for r in rows(inputs / "atop5_1m.csv.gz")])


def make_cow(inputs):
    keep = (
        "version4id ccode1 ccode2 dyad_st_day dyad_st_month dyad_st_year dyad_end_day dyad_end_month dyad_end_year "
        "defense neutrality nonaggression entente"
    ).split()
    write("cow.csv.gz", keep, [[r[k] for k in keep] for r in rows(inputs / "cow_alliance_v4.1_by_directed.csv.gz")])


def make_votes(inputs):
    known = states(inputs)
    out = []
    for r in rows(inputs / "ideal_points.csv.gz"):
        if r["idealpointall"] and r["ccode"] in known:
            out.append([known[r["ccode"]][0], int(float(r["year"])), *("%.3f" % float(r[k]) for k in ("idealpointall", "q5all", "q95all"))])
    write("votes.csv.gz", ["economy", "year", "ideal_point", "q5", "q95"], sorted(out))


# ---------------------------------------------------------------- trade agreements (WTO list)

EU = {
    **dict.fromkeys("BEL DEU FRA ITA LUX NLD".split(), "1958-01-01"),
    **dict.fromkeys("DNK IRL".split(), "1973-01-01"),
    "GRC": "1981-01-01",
    **dict.fromkeys("ESP PRT".split(), "1986-01-01"),
    **dict.fromkeys("AUT FIN SWE".split(), "1995-01-01"),
    **dict.fromkeys("CYP CZE EST HUN LVA LTU MLT POL SVK SVN".split(), "2004-05-01"),
    **dict.fromkeys("BGR ROU".split(), "2007-01-01"),
    "HRV": "2013-07-01",
}
BLOCS = {
    "European Union": list(EU),
    "European Free Trade Association (EFTA)": "ISL LIE NOR CHE".split(),
    "Southern Common Market (MERCOSUR)": "ARG BRA PRY URY".split(),
    "ASEAN Free Trade Area (AFTA)": "BRN KHM IDN LAO MYS MMR PHL SGP THA VNM".split(),
    "Gulf Cooperation Council (GCC)": "BHR KWT OMN QAT SAU ARE".split(),
    "Southern African Customs Union (SACU)": "BWA SWZ LSO NAM ZAF".split(),
    "Central American Common Market (CACM)": "CRI SLV GTM HND NIC".split(),
    "Eurasian Economic Union (EAEU)": "ARM BLR KAZ KGZ RUS".split(),
}
NAMES = {
    "Kosovo (under UNSC res. 1244)": "XKX", "Chinese Taipei": "TWN", "United Kingdom": "GBR",
    "Democratic Republic of the Congo": "COD", "Tanzania": "TZA", "Kyrgyz Republic": "KGZ", "The Gambia": "GMB",
    "Sao Tomé and Principe": "STP", "Hong Kong, China": "HKG", "Macao, China": "MAC", "Netherlands": "NLD",
    "Czech Republic": "CZE", "Slovak Republic": "SVK", "Iran": "IRN", "Lebanese Republic": "LBN", "Palestine": "PSE",
    "Bahrain, Kingdom of": "BHR", "Kuwait, the State of": "KWT", "Saudi Arabia, Kingdom of": "SAU",
    "Yugoslavia, Socialist Federal Republic of": "YUG",
    # territories without a policy of their own are left out
    "Virgin Islands, British": "", "Falkland Islands (Islas Malvinas)": "", "Netherlands Antilles": "",
    "Netherlands, Kingdom of, with respect to Aruba": "", "Wallis and Futuna Islands": "",
    "British Overseas Territory of Saint Helena, Ascension and Tristan da Cunha": "",
}


def make_trade(inputs):
    iso = {r["name"]: r["alpha-3"] for r in rows(inputs / "iso3166_all.csv")}
    sheet = openpyxl.load_workbook(inputs / "wto_rtas_2025-12.xlsx", read_only=True).active
    lines = list(sheet.iter_rows(values_only=True))
    head = [str(h).strip() for h in lines[0]]

    def members(text):
        out = []
        for name in filter(None, (n.strip() for n in str(text or "").split(";"))):
            out += BLOCS[name] if name in BLOCS else [NAMES[name] if name in NAMES else iso[name]]
        return [m for m in out if m]

    def day(value):
        return value.date().isoformat() if isinstance(value, datetime.datetime) else ""

    out = []
    for line in lines[1:]:
        r = dict(zip(head, line))
        status = str(r["Status"])
        if str(r["Accession?"]) == "Yes" or "negotiation" in status:
            continue
        signed = min(filter(None, [day(r["Date of Signature (G)"]), day(r["Date of Signature (S)"])]), default="")
        force = min(filter(None, [day(r["Date of Entry into Force (G)"]), day(r["Date of Entry into Force (S)"])]), default="")
        if signed and force and force < signed:
            signed = ""  # the list gives a later protocol's signature
        span = {}
        for name, start, end in re.findall(r"([^;()]+(?:\([^)]*\))?)\(([\w-]*) - ([\w-]*)\)", str(r["Specific Entry/Exit dates"] or "")):
            parse = lambda t: datetime.datetime.strptime(t, "%d-%b-%Y").date().isoformat() if t else ""
            for m in members(name.strip()):
                span[m] = (parse(start), parse(end))
        original, current = members(r["Original signatories"]), members(r["Current signatories"])
        european = "European Union" in str(r["Current signatories"])
        parties = []
        for m in sorted(set(original) | set(current)):
            start, end = span.get(m, ("", ""))
            if start.startswith("9999"):
                continue  # signed, not in force for this one
            if current and m not in current and not end and status != "Inactive":
                continue  # left on a day that the list does not give
            if european and m in EU and not start and force and EU[m] > force:
                start = EU[m]
            parties.append(m + (f"@{start}" if start or end else "") + (f"..{end}" if end else ""))
        if len(parties) < 2 or not (signed or force):
            continue
        known = {"In Force": "in force", "In force for at least one Party": "in force", "Inactive": "ended"}
        out.append([
            "partial trade" if str(r["Type"]).startswith("PSA") else "trade", r["RTA Name"], ";".join(parties), "", signed, force, day(r["Inactive Date"]),
            known.get(status, "signed"), "seen", f"WTO, Regional Trade Agreements Database, list of December 2025, number {r['RTA ID']}",
            f"{r['Type'] or ''}".strip(),
        ])
    out.sort(key=lambda x: (x[5] or x[4], x[1]))
    write("trade_agreements.csv", "layer name members giver signed in_force ended status evidence source note".split(), out)


# ---------------------------------------------------------------- arms (aggregates of SIPRI's register)

WINDOWS = [(2010, 2014), (2015, 2019), (2020, 2024)]
RECIPIENTS = (
    "Japan|South Korea|Australia|Philippines|India|Taiwan|Canada|United Kingdom|Italy|Germany|Poland|France|"
    "United States|New Zealand|Thailand|Viet Nam|Indonesia|Malaysia|Singapore|Netherlands|Norway|Sweden|Finland"
).split("|")
SIPRI_ISO = {
    "Bolivia": "BOL", "Bosnia-Herzegovina": "BIH", "Brunei": "BRN", "Cote d'Ivoire": "CIV", "DR Congo": "COD",
    "Czechia": "CZE", "Iran": "IRN", "Laos": "LAO", "Libya": "LBY", "Moldova": "MDA", "Netherlands": "NLD",
    "North Korea": "PRK", "Palestine": "PSE", "Russia": "RUS", "South Korea": "KOR", "Soviet Union": "SUN",
    "Syria": "SYR", "Taiwan": "TWN", "Tanzania": "TZA", "Turkiye": "TUR", "UAE": "ARE", "United Kingdom": "GBR",
    "United States": "USA", "Venezuela": "VEN", "Viet Nam": "VNM", "Kosovo": "XKX", "eSwatini": "SWZ",
    "Saint Vincent": "VCT", "Cabo Verde": "CPV", "Czechoslovakia": "CSK", "Yugoslavia": "YUG",
    "East Germany (GDR)": "DDR", "South Vietnam": "COW817", "North Yemen": "COW678", "South Yemen": "COW680",
}


# First pattern that is found in the description decides; the categories are SIPRI's.
KINDS = [
    ("satellites", r"satellite"),
    ("other", r"turret|air refuel|chassis|mine/torpedo"),
    ("engines", r"engine(?!er)|turbofan|turbojet|turboprop|gas turbine|nuclear reactor"),
    ("sensors", r"radar$|sonar|\beo\b|recce system|signals intelligence system|air search system|reconnaissance/signals intelligence system|search/fire control"),
    ("naval weapons", r"naval gun|naval sam system|naval multiple"),
    ("anti-submarine weapons", r"anti-submarine (rocket launcher|mortar)"),
    ("air-defence systems", r"sam system|abm system|abm/sam system|anti-aircraft gun|air-defence system|ad system"),
    ("missiles", r"anti-tank missile|anti-tank/air-to-surface missile"),
    ("armoured vehicles", r"\btank(?!er)|apc|infantry fighting|armou?red|fire-support vehicle|ugv"),
    ("missiles", r"missile(?! (boat|launcher))|\bsam\b|torp(e)?do(?! boat)|torpedo(?! boat)|guided (bomb|shell|rocket|glide)|loitering|attack drone|abm"),
    ("artillery", r"gun(?!boat)|mortar|rocket launcher|missile launcher|coastal defence"),
    ("aircraft", r"airship"),
    ("ships", r"boat|ship(?!.*helicopter)|frigate|destroyer|submarine(?!.*(aircraft|helicopter))|corvette|mine|landing craft|\bcraft\b|cruiser|tug|carrier|icebreaker|^tanker$|replenishment"),
    ("aircraft", r"aircraft|helicopter|uav|airship|heli|tanker"),
]


def kind_of(description):
    d = description.lower()
    if d == "tanker":
        return "ships"
    return next((k for k, p in KINDS if re.search(p, d)), "other")


def route_of(comments):
    c = comments.lower()
    if "licence" in c:
        return "licence"
    return "component" if re.search(r"for .*(produced|built) in ", c) else "direct"


def number(text):
    return float(text) if text else 0.0


def make_arms(inputs, register):
    text = register.read_text(encoding="latin-1").splitlines()
    start = next(i for i, line in enumerate(text) if line.startswith("Recipient,Supplier"))
    deals = [d for d in csv.DictReader(text[start:]) if d["Weapon description"]]
    iso = {r["name"]: r["alpha-3"] for r in rows(inputs / "iso3166_all.csv")} | SIPRI_ISO
    write("weapon_kinds.csv", ["description", "kind"], sorted([d, kind_of(d)] for d in {d["Weapon description"] for d in deals}))
    names = sorted({d[k] for d in deals for k in ("Recipient", "Supplier")})
    write("sipri_names.csv", ["name", "economy"], [[n, iso.get(n, "")] for n in names if iso.get(n)])

    by_supplier, exporters, pending = (collections.defaultdict(float) for _ in range(3))
    for d in deals:
        years = [int(y) for y in re.findall(r"\d{4}", d["Year(s) of delivery"] or "")]
        kind, route = kind_of(d["Weapon description"]), route_of(d["Comments"] or "")
        delivered, ordered = number(d["SIPRI TIV of delivered weapons"]), number(d["SIPRI TIV for total order"])
        for first, last in WINDOWS:
            part = delivered * sum(first <= y <= last for y in years) / len(years) if years else 0
            if part:
                exporters[d["Supplier"], f"{first}-{last}"] += part
                if d["Recipient"] in RECIPIENTS:
                    by_supplier[d["Recipient"], f"{first}-{last}", kind, route, d["Supplier"]] += part
        if d["Recipient"] in RECIPIENTS and ordered > delivered and int(d["Year of order"]) >= 2010:
            pending[d["Recipient"], "ordered", kind, route, d["Supplier"]] += ordered - delivered
    code = lambda n: iso.get(n, "ZZZ")
    lines = [[code(r), w, k, o, code(s), "%.2f" % v] for (r, w, k, o, s), v in (by_supplier | pending).items() if v >= 0.005]
    merged = collections.defaultdict(float)
    for *key, v in lines:
        merged[tuple(key)] += float(v)
    write("arms.csv", "recipient window kind route supplier tiv".split(), sorted([*k, "%.2f" % v] for k, v in merged.items()))
    world = collections.Counter()
    for (s, w), v in exporters.items():
        world[w] += v
    lines = []
    for first, last in WINDOWS:
        w = f"{first}-{last}"
        ranked = sorted(((v, s) for (s, x), v in exporters.items() if x == w), reverse=True)
        lines += [[w, code(s), "%.1f" % v] for v, s in ranked[:15]] + [[w, "ZZZ", "%.1f" % sum(v for v, _ in ranked[15:])]]
    write("arms_exporters.csv", ["window", "supplier", "tiv"], lines)


def make_annual(inputs):
    names = {r["name"]: r["economy"] for r in rows(HERE / "sipri_names.csv")}
    total = collections.defaultdict(float)
    for r in rows(inputs / "sipri_transfers_1950_2021.csv.gz"):
        for way, side in (("imports", "recipient"), ("exports", "supplier")):
            name = r[side]
            if name in RECIPIENTS and int(r["year"]) >= 2000:
                total[names[name], way, int(r["year"])] += float(r["value"] or 0)
    write("arms_annual.csv", ["economy", "flow", "year", "tiv"], sorted([*k, "%g" % v] for k, v in total.items()))


# ---------------------------------------------------------------- all


def make_sums():
    files = sorted(p for p in HERE.iterdir() if p.suffix in (".csv", ".gz"))
    (HERE / "SHA256SUMS").write_text("".join(f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.name}\n" for p in files))


if __name__ == "__main__":
    inputs = Path(sys.argv[1])
    make_states(inputs)
    make_atop(inputs)
    make_cow(inputs)
    make_votes(inputs)
    make_trade(inputs)
    if len(sys.argv) > 2:
        make_arms(inputs, Path(sys.argv[2]))
        make_annual(inputs)
    make_sums()
