#!/usr/bin/env python3
"""Makes Fixtures/ with programs that are not ours, and writes beside each file what another program reads in it.

Written with PSPP 1.6.2 (.sav, .zsav, .por), pandas 3.1.1 (.dta), R 4.2.2 with haven 2.5.1 and foreign 0.8.84 (.dta,
.sas7bdat, .xpt, .arff; see make-fixtures.R), openpyxl 3.1.5, XlsxWriter 3.3.1 and
LibreOffice 7.4.7 (.xlsx); encrypted with msoffcrypto-tool 6.1.0.  Read back with PSPP (.csv of the values and of the labels), pandas (.dta, .sas7bdat, .xpt),
openpyxl (.xlsx) and scipy 1.17.1 (.arff).  The patients are invented.

Run it in this folder: python3 make-fixtures.py
"""
import csv, datetime, io, json, math, os, subprocess, warnings, zipfile
from pathlib import Path

import msoffcrypto.format.ooxml, numpy, openpyxl, pandas, scipy.io.arff, xlsxwriter

HERE = Path(__file__).resolve().parent
OUT = HERE / "Fixtures"
OUT.mkdir(exist_ok=True)
ROWS = 24


def number(value):
    """A number in the fewest digits that read back as the same number; None where there is none."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    return str(int(value)) if float(value) == int(value) else repr(float(value))


def moment(value):
    """A date in ISO 8601, with the time in it where that is not midnight."""
    if value is None or value is pandas.NaT:
        return None
    stamp = pandas.Timestamp(value)
    text = stamp.strftime("%Y-%m-%d")
    return text if stamp == stamp.normalize() else text + stamp.strftime("T%H:%M:%S")


def save(name, columns, labels=None, levels=None):
    truth = {"names": list(columns), "columns": columns, "labels": labels or {}, "levels": levels or {}}
    (OUT / f"{name}.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1, sort_keys=True) + "\n")


def cohort():
    """The invented patients: one dictionary a row."""
    rows = []
    for i in range(ROWS):
        rows.append({
            "id": f"P-{i + 1:03d}",
            "sex": 1 + i * 7 % 2,
            "smoker": None if i == 5 else 1 + i // 3 % 2,
            "ecog": [0, 1, 1, 2][i % 4],
            "risk": [1, 2, 3, 3, 9][i % 5],
            "age": 999 if i in (3, 11) else 40 + i * 11 % 37,
            "pain": [0, 3, 10, 4, 0, 7][i % 6],
            "lab": [-9, -2, 99, 0.1, 1.25, 1 / 3, 2e-7, 12345678.5][i % 8],
            "months": round(3.1 + i * 2.37, 2),
            "status": [0, 1, 1, 0, 2][i % 5],
            "site": "ABX"[i % 3],
            "town": ["Zürich", "Bern", "", "Saint-Étienne"][i % 4],
            "diagnosed": None if i == 7 else datetime.date(2019, 4, 3) + datetime.timedelta(days=31 * i),
            "seen": datetime.datetime(2021, 2, 28, *((0, 0, 0) if i % 2 else (14, 30, 5))) + datetime.timedelta(days=i),
        })
    return rows


LABELS = {
    "sex": "Sex at birth", "risk": "Risk group", "age": "Age at diagnosis, years", "town": "Ort der Behandlung (größer)",
    "months": "Follow-up, months", "status": "Vital status", "diagnosed": "Date of diagnosis",
}
SEX = {1: "male", 2: "female"}
SMOKER = {1: "Yes", 2: "No"}
ECOG = {0: "fully active", 1: "restricted", 2: "no work", 3: "bed half the day", 4: "bed all day"}
RISK = {1: "other", 2: "high", 3: "other", 9: "unknown"}
STATUS = {0: "alive", 1: "dead", 2: "lost"}


def spss(rows):
    def cell(value):
        if value is None:
            return "."
        if isinstance(value, datetime.datetime):
            return str(int((value - datetime.datetime(1582, 10, 14)).total_seconds()))
        if isinstance(value, datetime.date):
            return value.strftime("%Y/%m/%d")
        return value if isinstance(value, str) else repr(value)

    names = [name for name in rows[0] if name != "seen"] + ["seen"]
    data = "\n".join(",".join(cell(row[name]) for name in names) for row in rows)
    formats = {
        "id": "A6", "site": "A1", "town": "A40", "diagnosed": "SDATE10", "seen": "F12.0", "lab": "F12.4",
        "months": "F8.2",
    }
    declared = " ".join(f"{name} ({formats.get(name, 'F8.0')})" for name in names)
    value_labels = " / ".join(
        f"{name} " + " ".join(f"{code!r} '{text}'" for code, text in labels.items())
        for name, labels in {
            "sex": SEX, "smoker": SMOKER, "ecog": ECOG, "risk": RISK, "status": STATUS, "age": {999: "unknown"},
            "pain": {0: "none", 10: "worst"}, "site": {"A": "Alpha", "B": "Beta"}, "lab": {99: "not done"},
        }.items())
    syntax = f"""
DATA LIST LIST (",") NOTABLE /{declared}.
BEGIN DATA
{data}
END DATA.
COMPUTE opened = diagnosed.
COMPUTE month = DATE.MOYR(XDATE.MONTH(diagnosed), XDATE.YEAR(diagnosed)).
COMPUTE waited = TIME.HMS(MOD($CASENUM, 30), 5, 9).
COMPUTE weight = 1 + MOD($CASENUM, 2).
FORMATS seen (DATETIME20) opened (DATE11) month (MOYR8) waited (TIME8) weight (F4.1).
STRING remark (A300).
COMPUTE remark = CONCAT("Größe ", RPAD("x", 280, "y"), id).
VARIABLE LABELS {" ".join(f"{name} '{text}'" for name, text in LABELS.items())}.
VALUE LABELS {value_labels}.
MISSING VALUES lab (-9 THRU -1, 99) / site ('X') / status (2).
VARIABLE LEVEL ecog (ORDINAL) sex (NOMINAL) months (SCALE).
WEIGHT BY weight.
SAVE OUTFILE='{OUT}/pspp.sav' /COMPRESSED.
SAVE OUTFILE='{OUT}/pspp.zsav' /ZCOMPRESSED.
SAVE OUTFILE='{OUT}/pspp-plain.sav' /UNCOMPRESSED.
WEIGHT OFF.
FORMATS opened (SDATE10) seen (YMDHMS20) lab (F24.16).
SAVE TRANSLATE /OUTFILE='{OUT}/values.csv' /TYPE=CSV /FIELDNAMES /CELLS=VALUES /MISSING=RECODE /TEXTOPTIONS FORMAT=VARIABLE /REPLACE.
SAVE TRANSLATE /OUTFILE='{OUT}/labels.csv' /TYPE=CSV /FIELDNAMES /CELLS=LABELS /MISSING=RECODE /TEXTOPTIONS FORMAT=VARIABLE /REPLACE.
DELETE VARIABLES remark.
EXPORT OUTFILE='{OUT}/pspp.por'.
"""
    script = OUT / "pspp.sps"
    script.write_text(syntax)
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    subprocess.run(["pspp", "-o", OUT / "pspp.txt", script], check=True, env=environment)
    values = list(csv.DictReader(open(OUT / "values.csv", encoding="utf-8")))
    labels = list(csv.DictReader(open(OUT / "labels.csv", encoding="utf-8")))
    months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
    columns = {}
    for name in values[0]:
        coded = name in ("sex", "smoker", "ecog", "risk", "status", "site")
        texts = [row[name].strip() for row in (labels if coded else values)]
        if name in ("diagnosed", "opened"):
            texts = [text.replace("/", "-") for text in texts]
        if name == "seen":
            texts = [moment(text.replace("/", "-")) for text in texts]
        if name == "month":
            texts = [f"{text[4:]}m{months.index(text[:3]) + 1}" if text else "" for text in texts]
        if name in ("age", "pain", "lab", "months", "weight"):
            texts = [number(float(text)) if text else None for text in texts]
        columns[name] = [text or None for text in texts]
    # What is ours: equal labels get their codes, and an age labelled “unknown” is none.
    columns["risk"] = [
        f"other ({row['risk']})" if text == "other" else text for text, row in zip(columns["risk"], values)]
    columns["age"] = [None if text == "999" else text for text in columns["age"]]
    save("pspp", columns, LABELS, {
        "sex": list(SEX.values()), "smoker": list(SMOKER.values()), "ecog": list(ECOG.values()),
        "risk": ["other (1)", "high", "other (3)"], "status": ["alive", "dead"], "site": ["Alpha", "Beta"],
    })
    for name in ("pspp.sps", "pspp.txt", "values.csv", "labels.csv"):
        (OUT / name).unlink()


def stata(rows):
    frame = pandas.DataFrame(rows).drop(columns=["site", "lab"])
    for name, labels in {"sex": SEX, "smoker": SMOKER, "ecog": ECOG, "status": STATUS}.items():
        frame[name] = pandas.Categorical(
            [labels.get(code) for code in frame[name]], categories=list(labels.values()), ordered=name == "ecog")
    frame["diagnosed"] = pandas.to_datetime(frame["diagnosed"])
    for name in ("month", "quarter", "half", "week", "year"):
        frame[name] = frame["diagnosed"].fillna(pandas.Timestamp(2020, 1, 1))
    frame["single"] = (frame["months"] / 3).astype("float32")
    frame["small"] = pandas.array([None if i == 2 else i % 5 for i in range(ROWS)], dtype="Int8")
    frame["small"] = frame["small"].astype("float64")
    convert = {"diagnosed": "td", "seen": "tc", "month": "tm", "quarter": "tq", "half": "th", "week": "tw", "year": "ty"}
    for version in (114, 117, 118, 119):
        written = frame.copy()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            written.to_stata(
                OUT / f"pandas-{version}.dta", write_index=False, version=version, convert_dates=convert,
                variable_labels=LABELS | {"town": "Ort der Behandlung (größer)"},
                convert_strl=["town"] if version >= 117 else None)
    read = pandas.read_stata(OUT / "pandas-118.dta")
    raw = pandas.read_stata(OUT / "pandas-118.dta", convert_dates=False, convert_categoricals=False)
    columns = {}
    for name in read:
        series = list(read[name])
        if name in ("sex", "smoker", "ecog", "status", "id", "town"):
            columns[name] = [None if pandas.isna(text) or text == "" else text for text in series]
        elif name in ("diagnosed", "seen"):
            columns[name] = [moment(value) for value in series]
        elif name in ("month", "quarter", "half", "week"):
            letter, per = {"month": ("m", 12), "quarter": ("q", 4), "half": ("h", 2), "week": ("w", 52)}[name]
            columns[name] = [f"{1960 + int(n) // per}{letter}{int(n) % per + 1}" for n in raw[name]]
        elif name == "single":
            columns[name] = [str(numpy.float32(value)) for value in series]
        else:
            columns[name] = [number(value) for value in raw[name]]
    save("pandas-dta", columns, LABELS, {
        "sex": list(SEX.values()), "smoker": list(SMOKER.values()), "ecog": list(ECOG.values()),
        "status": list(STATUS.values()),
    })


def sas(rows):
    """What pandas reads in the files that R wrote."""
    for path, encoding in (("haven.sas7bdat", "utf-8"), ("haven-5.xpt", "utf-8")):
        read = pandas.read_sas(OUT / path, encoding=encoding)
        columns = {}
        for name in read:
            if str(read[name].dtype).startswith("datetime"):
                columns[name] = [moment(value) for value in read[name]]
            elif name.upper() in ("DIAGNOSE", "DIAGNOSED"):
                base = datetime.date(1960, 1, 1)
                columns[name] = [
                    None if pandas.isna(n) else (base + datetime.timedelta(days=int(n))).isoformat() for n in read[name]]
            elif name.upper() == "SEEN":
                base = datetime.datetime(1960, 1, 1)
                columns[name] = [moment(base + datetime.timedelta(seconds=n)) for n in read[name]]
            else:
                # pandas makes the zero of a transport file the smallest number that it can hold.
                columns[name] = [
                    (None if value == "" else value) if isinstance(value, str)
                    else number(0 if abs(value) < 1e-70 else value) for value in read[name]]
        save(path, columns)

    # A library is its members one behind the other, after three records of its own.
    (OUT / "two-members.xpt").write_bytes(
        (OUT / "haven-5.xpt").read_bytes() + (OUT / "haven-tagged.xpt").read_bytes()[240:])


def sheet_truth(path, sheet, first, names=None, last=None):
    """What openpyxl reads below a header row."""
    cells = openpyxl.load_workbook(path, data_only=True)[sheet]
    rows = list(cells.iter_rows(min_row=first, max_row=last, values_only=True))
    names = names or [str(name) for name in rows[0]]
    columns = {name: [] for name in names}
    for row in rows[1:]:
        if all(value is None for value in row):
            continue
        for name, value in zip(names, row):
            if value is None or isinstance(value, str) and (value.strip() == "" or value.startswith("#")):
                text = None
            elif isinstance(value, bool):
                text = "TRUE" if value else "FALSE"
            elif isinstance(value, datetime.timedelta):
                seconds = int(value.total_seconds())
                text = f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
            elif isinstance(value, datetime.time):
                text = value.strftime("%H:%M:%S")
            elif isinstance(value, (datetime.date, datetime.datetime)):
                text = moment(value)
            elif isinstance(value, str):
                text = value.strip()
            else:
                text = number(float(f"{value:.15g}"))
            columns[name].append(text)
    return columns


def excel(rows):
    header = ["id", "sex", "age", "months", "status", "diagnosed", "seen", "dead", "share", "waited", "town"]

    def values(row, i):
        return [
            row["id"], SEX[row["sex"]], row["age"], row["months"] / 3, STATUS[row["status"]], row["diagnosed"],
            row["seen"], row["status"] == 1, round(0.1 * i, 1), datetime.timedelta(hours=20 + i, minutes=5), row["town"]]

    # openpyxl: a title, an empty row, the header, a legend, a second sheet, hidden rows and columns.
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Cohort"
    sheet["A1"] = "Retrospective cohort, Größe ≥ 20"
    sheet.merge_cells("A1:K1")
    for column, name in enumerate(header, 1):
        sheet.cell(3, column, name if name != "months" else "months ")
    for i, row in enumerate(rows):
        for column, value in enumerate(values(row, i), 1):
            cell = sheet.cell(4 + i, column, value)
            if header[column - 1] == "diagnosed":
                cell.number_format = '[$-407]dd"."mm"."yyyy;@'
            if header[column - 1] == "seen":
                cell.number_format = "yyyy-mm-dd h:mm AM/PM"
            if header[column - 1] == "share":
                cell.number_format = "0%"
            if header[column - 1] == "waited":
                cell.number_format = "[h]:mm:ss"
    sheet.cell(4 + ROWS + 1, 1, "Total: 24")
    sheet.cell(4 + ROWS + 2, 1, "* at last contact")
    sheet.row_dimensions[6].hidden = True
    sheet.column_dimensions["C"].hidden = True
    codes = book.create_sheet("Codes")
    codes.append(["code", "meaning"])
    codes.append(["1", "male"])
    book.create_sheet("Empty")
    book.save(OUT / "openpyxl.xlsx")
    save("openpyxl", sheet_truth(OUT / "openpyxl.xlsx", "Cohort", 3, header, 3 + ROWS))

    # XlsxWriter: days counted from 1904, rich text, cached formulas, errors, a header of two rows.
    book = xlsxwriter.Workbook(OUT / "xlsxwriter-1904.xlsx", {"date_1904": True, "default_date_format": "dd/mm/yy"})
    sheet = book.add_worksheet("Data")
    bold = book.add_format({"bold": True})
    sheet.merge_range("B1:C1", "Follow-up", bold)
    sheet.write("A1", "Patient")
    sheet.write("D1", "Result")
    sheet.write_row("A2", ["id", "months", "date", "value"])
    for i, row in enumerate(rows):
        sheet.write_rich_string(2 + i, 0, bold, row["id"][:2], row["id"][2:])
        sheet.write_formula(2 + i, 1, "=0.1+0.2", None, 0.1 + 0.2 if i == 0 else row["months"])
        sheet.write(2 + i, 2, row["diagnosed"])
        if i == 4:
            sheet.write_formula(2 + i, 3, "=NA()", None, "#N/A")
        elif i == 5:
            sheet.write_formula(2 + i, 3, "=1/0", None, "#DIV/0!")
        else:
            sheet.write(2 + i, 3, i / 8)
    book.close()
    save("xlsxwriter-1904", sheet_truth(
        OUT / "xlsxwriter-1904.xlsx", "Data", 2, ["Patient id", "Follow-up months", "Follow-up date", "Result value"]))

    # LibreOffice: from a table of text, so that it decides on formats and shared strings itself.
    table = OUT / "libreoffice.csv"
    with open(table, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        for i, row in enumerate(rows):
            cells = values(row, i)
            cells[9] = "12:05:09"
            writer.writerow(["" if cell is None else cell for cell in cells])
    subprocess.run(
        ["soffice", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--infilter=CSV:44,34,76,1,,1033,false,true",
         "--outdir", OUT, table], check=True, stdout=subprocess.DEVNULL)
    table.unlink()
    save("libreoffice", sheet_truth(OUT / "libreoffice.xlsx", "libreoffice", 1))

    # What is refused by name: the other formats of LibreOffice, made from the same sheet.
    for kind in ("ods", "xls"):
        subprocess.run(
            ["soffice", "--headless", "--convert-to", kind, "--outdir", OUT, OUT / "xlsxwriter-1904.xlsx"], check=True,
            stdout=subprocess.DEVNULL)


def changed(source, target, changes):
    """A copy of a workbook in which texts of parts are replaced, as no program would write it."""
    with zipfile.ZipFile(OUT / source) as old, zipfile.ZipFile(OUT / target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            for part, before, after in changes:
                if part == name:
                    assert before in data, (name, before)
                    data = data.replace(before, after, 1)
            new.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)


def awkward():
    """Workbooks that are refused, or of which something has to be said."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Data"
    for row in (["id", "months", "dead"], ["a", 1.5, 0], ["b", "=1+1", 1], [], ["c", 3, None], ["Total", 3, 1]):
        sheet.append(row)
    sheet.merge_cells("C5:C6")
    sheet.auto_filter.ref = "A1:C6"
    sheet.auto_filter.add_filter_column(0, ["a", "b"])
    sheet.row_dimensions[5].hidden = True
    book.save(OUT / "awkward.xlsx")

    for name, rows, merge in (
        ("merged-header", (["id", "Follow-up", None], ["a", 1, 2], ["b", 3, 4]), "B1:C1"),
        ("unnamed", (["id", "months", None], ["a", 1, None], ["b", 3, "see letter"]), None),
        ("twice", (["id", "months", "months"], ["a", 1, 1], ["b", 3, 3]), None),
        ("header-only", (["id", "months"],), None),
        ("no-header", ([1, 2], [3, 4]), None),
        ("title-pair", (["Registry", None, None, None, "2021"], ["id", "months", "dead", "sex", "age"],
                        ["a", 1, 0, "m", 50], ["b", 2, 1, "f", 60]), None),
    ):
        book = openpyxl.Workbook()
        book.active.title = "Data"
        for row in rows:
            book.active.append(row)
        if merge:
            book.active.merge_cells(merge)
        book.save(OUT / f"{name}.xlsx")

    # Days about the leap day that 1900 did not have, with what Excel shows for them.
    book = openpyxl.Workbook()
    book.active.append(["id", "day"])
    for i, number in enumerate([0, 1, 59, 60, 61, 43558, 43558.75, 2958465]):
        book.active.append([f"p{i}", number])
        book.active.cell(2 + i, 2).number_format = "yyyy\\-mm\\-dd hh:mm"
    book.save(OUT / "days-1900.xlsx")

    book = xlsxwriter.Workbook(OUT / "base.xlsx")
    page = book.add_worksheet("Data")
    for i, row in enumerate((["id", "months", "dead"], ["a", 1, 0], ["b", 3, 1])):
        page.write_row(i, 0, row)
    book.close()
    sheet, strings = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
    changed("base.xlsx", "string-index.xlsx", [(sheet, b'<c r="A2" t="s"><v>3</v>', b'<c r="A2" t="s"><v>9</v>')])
    changed("base.xlsx", "bad-cell.xlsx", [(sheet, b'<c r="B2"', b'<c r="XFE2"')])
    changed("base.xlsx", "bad-row.xlsx", [(sheet, b'<row r="3"', b'<row r="1048577"')])
    changed("base.xlsx", "phonetic.xlsx", [
        (strings, b"<si><t>a</t></si>",
         "<si><r><t xml:space='preserve'>東 </t></r><r><t>A_x0026_B</t></r><rPh sb='0' eb='1'><t>ヒガシ</t></rPh></si>".encode())])
    changed("base.xlsx", "columns-out.xlsx", [
        (sheet, b"<sheetData>", b'<cols><col min="20000" max="30000" hidden="1"/></cols><sheetData>')])
    changed("base.xlsx", "overlap.xlsx", [
        (sheet, b"</sheetData>", b"</sheetData><mergeCells>" + b'<mergeCell ref="A2:XFD2"/>' * 2 + b"</mergeCells>")])
    changed("base.xlsx", "bad-number.xlsx", [(sheet, b'<c r="B3"><v>3', b'<c r="B3"><v>0x10')])
    changed("base.xlsx", "doctype.xlsx", [
        (strings, b"<sst", b'<!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><sst')])
    changed("base.xlsx", "bomb.xlsx", [(sheet, b"<sheetData>", b"<sheetData>" + b" " * (24 << 20))])
    changed("base.xlsx", "broken-xml.xlsx", [(sheet, b"</sheetData>", b"")])
    changed("base.xlsx", "binary.xlsb", [("_rels/.rels", b"xl/workbook.xml", b"xl/workbook.bin")])
    with zipfile.ZipFile(OUT / "plain.zip", "w") as file:
        file.writestr(zipfile.ZipInfo("table.csv"), "id,months\na,1\n")
    plain = io.BytesIO((OUT / "base.xlsx").read_bytes())
    with open(OUT / "encrypted.xlsx", "wb") as file:
        msoffcrypto.format.ooxml.OOXMLFile(plain).encrypt("secret", file)
    (OUT / "base.xlsx").unlink()


def arff():
    """What scipy reads in the file that R's foreign wrote."""
    data, meta = scipy.io.arff.loadarff(OUT / "foreign.arff")
    columns, levels = {}, {}
    for name in meta.names():
        kind, values = meta[name]
        if kind == "nominal":
            levels[name] = list(values)
            columns[name] = [None if value == b"?" else value.decode() for value in data[name]]
        elif kind == "date":
            columns[name] = [moment(value) for value in data[name]]
        else:
            columns[name] = [number(float(value)) for value in data[name]]
    save("foreign", columns, levels=levels)


if __name__ == "__main__":
    patients = cohort()
    (OUT / "cohort.json").write_text(json.dumps(patients, default=str))
    spss(patients)
    stata(patients)
    subprocess.run(["Rscript", HERE / "make-fixtures.R"], check=True, cwd=OUT)
    sas(patients)
    excel(patients)
    awkward()
    arff()
    (OUT / "cohort.json").unlink()
