#!/usr/bin/env python3
"""Writes the trap tables beside this script and their truth.json. Fixed seeds; n and events are computed from the data."""
import csv, datetime as dt, io, json, os, random

HERE = os.path.dirname(os.path.abspath(__file__))
TRUTH = {}
for x in os.listdir(HERE):
    if x.endswith(('.csv', '.tsv', '.txt')): os.remove(os.path.join(HERE, x))
DAY = dt.timedelta(days=1)


class C:
    """a latent cohort"""
    def __init__(s, seed, n=40, p=0.45):
        r = s.r = random.Random(seed)
        s.n = n
        s.t = [r.randint(20, 2300) for _ in range(n)]
        s.d = [int(r.random() < p) for _ in range(n)]
        if sum(s.d) < 4: s.d[:5] = [1] * 5
        if sum(s.d) > n - 5: s.d[-6:] = [0] * 6
        s.cause = [0 if not d else (1 if r.random() < .65 else 2) for d in s.d]
        ev = [i for i in range(n) if s.d[i]]
        s.cause[ev[0]] = 1; s.cause[ev[1]] = 2
        s.rel = [int(r.random() < (.7 if d else .25)) for d in s.d]
        s.trel = [max(5, int(t * r.uniform(.2, .85))) if x else t for t, x in zip(s.t, s.rel)]
        s.age = [r.randint(31, 86) for _ in range(n)]
        s.male = [r.randint(0, 1) for _ in range(n)]
        s.stage = [r.choice(['I', 'II', 'III', 'IV']) for _ in range(n)]
        s.hb = [round(r.gauss(12.6, 1.7), 1) for _ in range(n)]
        s.ldh = [r.randint(130, 620) for _ in range(n)]
        s.arm = [r.choice('AB') for _ in range(n)]
        s.dx = [dt.date(2013, 1, 1) + DAY * r.randint(0, 1500) for _ in range(n)]
        s.end = [x + DAY * t for x, t in zip(s.dx, s.t)]
        s.reldt = [x + DAY * t for x, t in zip(s.dx, s.trel)]
        s.months = [round(t / 30.4375, 1) for t in s.t]
        s.ids = list(range(1, n + 1))


DEMO = {
    'en': ('age', 'sex', 'stage', 'hemoglobin', 'ldh', 'arm', 'M', 'F'),
    'de': ('Alter', 'Geschlecht', 'Stadium', 'Haemoglobin', 'LDH', 'Studienarm', 'm', 'w'),
    'fr': ('Âge', 'Sexe', 'Stade', 'Hémoglobine', 'LDH', 'Bras', 'H', 'F'),
    'it': ('Età', 'Sesso', 'Stadio', 'Emoglobina', 'LDH', 'Braccio', 'M', 'F'),
    'es': ('Edad', 'Sexo', 'Estadio', 'Hemoglobina', 'LDH', 'Brazo', 'H', 'M'),
    'pt': ('Idade', 'Sexo', 'Estádio', 'Hemoglobina', 'LDH', 'Braço', 'M', 'F'),
    'nl': ('Leeftijd', 'Geslacht', 'Stadium', 'Hemoglobine', 'LDH', 'Arm', 'man', 'vrouw'),
    'da': ('Alder', 'Køn', 'Stadie', 'Hæmoglobin', 'LDH', 'Arm', 'M', 'K'),
    'sv': ('Ålder', 'Kön', 'Stadium', 'Hemoglobin', 'LDH', 'Arm', 'man', 'kvinna'),
    'no': ('Alder', 'Kjønn', 'Stadium', 'Hemoglobin', 'LDH', 'Arm', 'M', 'K'),
    'pl': ('Wiek', 'Płeć', 'Stadium', 'Hemoglobina', 'LDH', 'Ramię', 'M', 'K'),
}


def demo(c, lang='en', what='asdhl'):
    a = DEMO[lang]
    o = {}
    if 'a' in what: o[a[0]] = c.age
    if 's' in what: o[a[1]] = [a[6] if m else a[7] for m in c.male]
    if 'd' in what: o[a[2]] = c.stage
    if 'h' in what: o[a[3]] = c.hb
    if 'l' in what: o[a[4]] = c.ldh
    if 'r' in what: o[a[5]] = c.arm
    return o


def table(*parts):
    """columns (dicts of lists) → header and rows"""
    cols = {}
    for p in parts: cols.update(p)
    h = list(cols)
    return h, [list(r) for r in zip(*cols.values())]


def write(name, header, rows, sep=',', enc='utf-8', quote=csv.QUOTE_MINIMAL, eol='\n', bom=False, comma=False, tail=0, head=''):
    if comma:
        rows = [[str(v).replace('.', ',') if isinstance(v, float) else v for v in r] for r in rows]
    b = io.StringIO()
    b.write(head)
    w = csv.writer(b, delimiter=sep, quoting=quote, lineterminator=eol)
    w.writerow(header)
    w.writerows(rows)
    for _ in range(tail): w.writerow([''] * len(header))
    data = b.getvalue().encode(enc)
    with open(os.path.join(HERE, name), 'wb') as f:
        f.write((b'\xef\xbb\xbf' if bom else b'') + data)


def E(hint, time, status, n, events_n, events=None, kind='survival', censored=(), unknown=(), unit=None, entry=None, alt=None, also=None):
    if isinstance(events_n, int): events_n = {'event': events_n}
    e = {'name_hint': hint, 'kind': kind, 'time': time, 'status': status, 'events': events or {}, 'censored': list(censored),
         'unknown': list(unknown), 'unit': unit, 'n': n, 'events_n': events_n, 'entry': entry}
    if alt: e['alt'] = [{'time': a, 'status': b} for a, b in alt]
    if also: e['also'] = [{'n': a, 'events': b} for a, b in also]
    return e


def M(time, status, why, **k): return dict(time=time, status=status, why=why, **k)


def add(name, data, verdict, why, ends=(), must_not=(), also=(), finding=False, main_any=False, rpp='one', **fmt):
    assert name not in TRUTH, name
    header, rows = data
    assert len(rows) >= 12, (name, len(rows))
    write(name, header, rows, **fmt)
    t = {'verdict': verdict, 'why': why, 'endpoints': list(ends), 'must_not': list(must_not), 'rows_per_patient': rpp}
    if also: t['also_ok'] = list(also)
    if finding: t['needs_finding'] = True
    if main_any: t['main_any'] = True
    TRUTH[name] = t


iso = lambda x: x.isoformat()
dmy = lambda x: x.strftime('%d/%m/%Y')
dot = lambda x: x.strftime('%d.%m.%Y')
OO, AA, RR = ['opens'], ['asks'], ['refuses']

# ───────────────────────────── A. patients, not rows ─────────────────────────────

def repeated(seed, idname, idfmt, timename, statusname, words, lang='en', n=22, extra=True, times=None):
    """several samples a patient, the outcome repeated"""
    c = C(seed, n)
    k = [c.r.choice([1, 2, 2, 3]) for _ in range(n)]; k[0] = 2
    d = demo(c, lang)
    h, base = table({idname: [idfmt(i) for i in c.ids]}, d, {timename: times(c) if times else c.t, statusname: [words[x] for x in c.d]})
    rows = []
    for i, r in enumerate(base):
        for j in range(k[i]):
            rows.append(r[:1] + ['S%03d-%d' % (i + 1, j + 1), c.r.choice(['primary', 'metastasis']), round(c.r.uniform(20, 90), 1)] + r[1:])
    return c, (h[:1] + ['Probe' if lang == 'de' else 'sample_code', 'sample_type', 'purity'] + h[1:], rows), len(rows)

REP = [
    ('A01_xena_PATIENT.tsv', '_PATIENT', lambda i: 'TCGA-%02d-%04d' % (i % 7, 3000 + i), 'OS.time', 'OS', ('0', '1'), 'en', {'sep': '\t'}),
    ('A02_case_submitter_id.csv', 'case_submitter_id', lambda i: 'C3L-%05d' % (i * 17), 'os_days', 'vital_status', ('Alive', 'Dead'), 'en', {}),
    ('A03_bcr_patient_barcode.csv', 'bcr_patient_barcode', lambda i: 'TCGA-A%d-%04d' % (i % 5, i * 31), 'OS_MONTHS', 'OS_STATUS', ('0:LIVING', '1:DECEASED'), 'en', {}),
    ('A04_record_id.csv', 'record_id', lambda i: i, 'os_months', 'death', ('0', '1'), 'en', {}),
    ('A05_usubjid.csv', 'USUBJID', lambda i: 'XYZ-01-%04d' % i, 'OSDAYS', 'DEATH', ('N', 'Y'), 'en', {}),
    ('A06_mrn.csv', 'MRN', lambda i: 7000000 + i * 7919, 'futime', 'fustat', ('0', '1'), 'en', {}),
    ('A07_patient_id_space.csv', 'Patient ID', lambda i: 'P-%04d' % (1000 + i), 'Overall Survival (Months)', 'Overall Survival Status', ('0:LIVING', '1:DECEASED'), 'en', {}),
    ('A08_paziente.csv', 'Paziente', lambda i: 'PZ%03d' % i, 'Mesi_sopravvivenza', 'Stato_vitale', ('vivo', 'deceduto'), 'it', {'sep': ';', 'comma': True}),
    ('A09_float_ids.csv', 'patient_id', lambda i: '%.1f' % i, 'time', 'event', ('0', '1'), 'en', {}),
    ('A10_patientennummer.csv', 'Patientennummer', lambda i: 40000 + i * 3, 'OS_Monate', 'Vitalstatus', ('lebt', 'verstorben'), 'de', {'sep': ';', 'comma': True}),
    ('A11_numero_dossier.csv', 'N° dossier', lambda i: 'D%05d' % (i * 13), 'os_days', 'death', ('0', '1'), 'fr', {}),
    ('A12_nhc.csv', 'NHC', lambda i: 880000 + i * 37, 'os_days', 'death', ('0', '1'), 'es', {}),
    ('A13_cpr_nummer.csv', 'CPR-nummer', lambda i: '%06d-%04d' % (10150 + i * 11, 1000 + i), 'os_days', 'death', ('0', '1'), 'da', {}),
    ('A14_nr_pacjenta.csv', 'Nr pacjenta', lambda i: i + 500, 'os_days', 'death', ('0', '1'), 'pl', {}),
    ('A15_patientnummer.csv', 'Patientnummer', lambda i: 61000 + i, 'os_days', 'death', ('0', '1'), 'nl', {}),
    ('A16_prontuario.csv', 'Prontuário', lambda i: 33000 + 17 * i, 'os_days', 'death', ('0', '1'), 'pt', {}),
    ('A17_medical_record_number.csv', 'Medical Record Number', lambda i: 4400000 + i * 101, 'os_days', 'death', ('0', '1'), 'en', {}),
    ('A18_nhs_number.csv', 'NHS number', lambda i: '943 %03d %04d' % (i, 5000 + i), 'os_days', 'death', ('0', '1'), 'en', {}),
    ('A19_hospital_number.csv', 'hospital_number', lambda i: 'H%06d' % (i * 311), 'os_days', 'death', ('0', '1'), 'en', {}),
    ('A80_patientennr.csv', 'Patientennr', lambda i: 7000 + i, 'os_days', 'death', ('0', '1'), 'de', {}),
    ('A81_codice_paziente.csv', 'Codice paziente', lambda i: 'IT%04d' % i, 'os_days', 'death', ('0', '1'), 'it', {}),
    ('A82_codigo_paciente.csv', 'Código paciente', lambda i: 'ES%04d' % i, 'os_days', 'death', ('0', '1'), 'es', {}),
    ('A83_patientnr.csv', 'Patientnr', lambda i: i + 10, 'os_days', 'death', ('0', '1'), 'nl', {}),
    ('A84_personnummer.csv', 'Personnummer', lambda i: '1950%02d%02d-%04d' % (i % 12 + 1, i % 27 + 1, 1000 + i * 7), 'os_days', 'death', ('0', '1'), 'sv', {}),
    ('A85_foedselsnummer.csv', 'Fødselsnummer', lambda i: '%011d' % (1015012345 + i * 97), 'os_days', 'death', ('0', '1'), 'no', {}),
    ('A86_pesel.csv', 'PESEL', lambda i: '%011d' % (50010112345 + i * 97), 'os_days', 'death', ('0', '1'), 'pl', {}),
    ('A87_pacjent.csv', 'Pacjent', lambda i: 'PAC%03d' % i, 'os_days', 'death', ('0', '1'), 'pl', {}),
    ('A88_pasient_id.csv', 'Pasient-ID', lambda i: 300 + i, 'os_days', 'death', ('0', '1'), 'no', {}),
    ('A89_pseudonym.csv', 'Pseudonym', lambda i: 'PSN%05d' % (i * 77), 'os_days', 'death', ('0', '1'), 'de', {}),
    ('A90_identifiant.csv', 'Identifiant', lambda i: 'A%04d' % i, 'os_days', 'death', ('0', '1'), 'fr', {}),
    ('A91_chart_no.csv', 'chart_no', lambda i: 91000 + i, 'os_days', 'death', ('0', '1'), 'en', {}),
    ('A92_caseid.csv', 'caseid', lambda i: 'C%03d' % i, 'os_days', 'death', ('0', '1'), 'en', {}),
    ('A93_study_no.csv', 'study_no', lambda i: 100 + i, 'os_days', 'death', ('0', '1'), 'en', {}),
    ('A94_codice_fiscale.csv', 'Codice fiscale', lambda i: 'RSSMRA%02dA01H%03dX' % (i + 30, i), 'os_days', 'death', ('0', '1'), 'it', {}),
    ('A95_utente.csv', 'Nº utente', lambda i: 120000000 + i * 991, 'os_days', 'death', ('0', '1'), 'pt', {}),
]
for i, (f, idn, fmt_, tn, sn, w, lang, fmt) in enumerate(REP):
    mon = (lambda c: c.months) if any(x in tn.lower() for x in ('month', 'mesi', 'monat', 'mois', 'meses', 'måned', 'miesi', 'maand')) else None
    c, data, rows = repeated(1000 + i, idn, fmt_, tn, sn, w, lang, times=mon)
    add(f, data, 'opens', 'several samples a patient (%s), the outcome the same in all rows: one row a patient, said' % idn,
        [E('OS', tn, sn, c.n, sum(c.d))], [M('*', '*', 'samples counted as patients', n_over=c.n)], also=AA, finding=True, rpp='several (id column %s)' % idn, **fmt)

# the outcome differs between the rows of a patient: no rule
def discord(seed, idname, idfmt, tn, sn, w, lang='en', n=16, extra=None):
    c = C(seed, n)
    rows = []
    for i in range(n):
        for j in range(2):
            t = c.r.randint(20, 1500)
            rows.append([idfmt(i + 1), ['left', 'right'][j], c.age[i], 'M' if c.male[i] else 'F', c.hb[i], c.r.randint(1, 4), t, w[c.r.randint(0, 1)]])
    return ([idname, 'side', 'age', 'sex', 'hb', 'grade', tn, sn], rows), n

for i, (f, idn, fmt_, tn, sn, w) in enumerate([
    ('A20_two_eyes_id.csv', 'id', lambda i: i, 'time', 'status', ('0', '1')),
    ('A21_two_kidneys_usubjid.csv', 'USUBJID', lambda i: 'K-%03d' % i, 'graft_days', 'graft_failure', ('0', '1')),
    ('A22_two_lesions_patient.csv', 'Patient', lambda i: 'Pat %d' % i, 'months_to_progression', 'progression', ('no', 'yes')),
    ('A23_two_hips_record_id.csv', 'record_id', lambda i: i * 3, 'revision_time', 'revision', ('0', '1')),
    ('A24_float_ids_discordant.csv', 'patient_id', lambda i: '%.1f' % i, 'time', 'event', ('0.0', '1.0')),
    ('A25_fallnummer_pat.csv', 'PatNr', lambda i: 9000 + i, 'Zeit_Tage', 'Ereignis', ('nein', 'ja')),
]):
    data, n = discord(1100 + i, idn, fmt_, tn, sn, w)
    add(f, data, 'asks', 'two rows a patient (%s) with different outcomes: no rule which counts' % idn, [],
        [M('*', '*', 'rows counted as patients', n_over=n)], also=RR, rpp='several (id column %s)' % idn)

# start–stop
def startstop(seed, n=18, start='tstart', stop='tstop', ev='event', idn='id', mode='last', w=('0', '1')):
    c = C(seed, n)
    rows = []
    for i in range(n):
        k = 1 if c.t[i] < 120 else c.r.choice([1, 2, 3]); 
        if i == 0: k = 2; c.t[0] = max(c.t[0], 200)
        cuts = sorted(c.r.sample(range(5, c.t[i] - 3), k - 1)) + [c.t[i]]
        a = 0
        for j, b in enumerate(cuts):
            e = c.d[i] if j == k - 1 else 0
            if mode == 'recurrent' and j < k - 1: e = 1
            if mode == 'middle': e = int(c.d[i] and j == 0)
            rows.append([c.ids[i], c.age[i], 'M' if c.male[i] else 'F', c.hb[i], c.arm[i], a, b, int(c.r.random() < .4), w[e]])
            a = b
    return c, ([idn, 'age', 'sex', 'hb', 'arm', start, stop, 'transfused', ev], rows), len(rows)

for i, (f, a, b, e, idn, w) in enumerate([
    ('A30_startstop_tstart_tstop.csv', 'tstart', 'tstop', 'death', 'id', ('0', '1')),
    ('A31_startstop_start_stop_event.csv', 'start', 'stop', 'event', 'patient_id', ('0', '1')),
    ('A32_startstop_t0_t.csv', 't_start', 't_end', 'status', 'subject', ('0', '1')),
]):
    c, data, rows = startstop(1200 + i, start=a, stop=b, ev=e, idn=idn, w=w)
    add(f, data, 'opens', 'start–stop intervals that join, one event at most and in the last interval', [E('OS', b, e, c.n, sum(c.d))],
        [M('*', '*', 'intervals counted as patients', n_over=c.n)], also=AA, finding=True, rpp='several (id column %s)' % idn)
c, data, rows = startstop(1210, mode='recurrent', ev='infection')
add('A33_startstop_recurrent.csv', data, 'asks', 'recurrent infections in start–stop intervals: first event or all is a choice', [], [M('*', '*', 'intervals counted as patients', n_over=c.n)], also=RR, rpp='several (id column id)')
c, data, rows = startstop(1211, mode='middle', ev='relapse')
add('A34_startstop_event_first.csv', data, 'asks', 'events before the last interval', [], [M('*', '*', 'intervals counted as patients', n_over=c.n)], also=RR, rpp='several (id column id)')
# first interval only, beside the follow-up
c = C(1212, 36)
c.t = [max(t, 40) for t in c.t]
first = [c.r.randint(5, t - 5) for t in c.t]
add('A35_first_interval_baseline.csv', table({'patient': c.ids}, demo(c), {'start': [0] * c.n, 'stop': first, 'event': [0] * (c.n - 1) + [1], 'CD4': [c.r.randint(20, 700) for _ in c.t], 'Time': c.t, 'death': c.d}),
    'opens', 'Time/death are the follow-up; start, stop, event the first interval only', [E('OS', 'Time', 'death', c.n, sum(c.d))],
    [M('stop', 'event', 'first interval as follow-up'), M('stop', 'death', 'first interval as follow-up')])
# visits, outcome constant
c = C(1213, 15)
rows = []
for i in range(c.n):
    for v in range(c.r.choice([2, 3, 4])):
        rows.append([c.ids[i] + 100, v + 1, v * 90, c.age[i], 'M' if c.male[i] else 'F', round(c.r.gauss(12, 2), 1), c.t[i], c.d[i]])
add('A36_visits_constant_outcome.csv', (['subject_id', 'visit', 'visit_day', 'age', 'sex', 'hb', 'futime', 'death'], rows), 'opens', 'visits; futime and death are constant in a patient',
    [E('OS', 'futime', 'death', c.n, sum(c.d))], [M('*', '*', 'visits counted as patients', n_over=c.n), M('visit_day', '*', 'visit day as follow-up')], also=AA, finding=True, rpp='several (id column subject_id)')
# visits, death flagged in the visit where it was reported; no follow-up time
c = C(1214, 15)
rows = []
for i in range(c.n):
    k = c.r.choice([2, 3, 4])
    for v in range(k): rows.append([c.ids[i] + 100, v * 90 + c.r.randint(-5, 5) if v else 0, c.age[i], round(c.r.gauss(12, 2), 1), c.r.randint(0, 3), c.d[i] if v == k - 1 else 0])
add('A37_visits_death_flag_in_last.csv', (['subject_id', 'visit_day', 'age', 'hb', 'ecog', 'death'], rows), 'asks', 'visit rows; death is flagged in the last visit: the last visit day may be follow-up, nobody says so', [],
    [M('*', '*', 'visits counted as patients', n_over=c.n)], also=RR, rpp='several (id column subject_id)')
# REDCap: outcome in the follow-up row only
c = C(1215, 24)
rows = []
for i in range(c.n):
    rows.append([c.ids[i], 'baseline_arm_1', '', '', c.age[i], 'M' if c.male[i] else 'F', c.hb[i], '', '', ''])
    rows.append([c.ids[i], 'follow_up_arm_1', '', '', '', '', '', c.months[i], c.d[i], 2])
add('A38_redcap_events.csv', (['record_id', 'redcap_event_name', 'redcap_repeat_instrument', 'redcap_repeat_instance', 'age', 'sex', 'hb', 'os_months', 'os_status', 'outcome_complete'], rows),
    'opens', 'REDCap longitudinal export: the outcome stands in one row a patient', [E('OS', 'os_months', 'os_status', c.n, sum(c.d))], [M('*', '*', 'rows counted as patients', n_over=c.n)], also=AA, finding=True, rpp='several (id column record_id)')
# exact duplicate rows
c = C(1216, 30)
h, r = table({'Patient_ID': ['P%03d' % i for i in c.ids]}, demo(c), {'os_days': c.t, 'os_status': ['dead' if d else 'alive' for d in c.d]})
r = r + [list(r[4]), list(r[11]), list(r[20])]
add('A39_exact_duplicates.csv', (h, r), 'opens', 'three rows pasted twice', [E('OS', 'os_days', 'os_status', c.n, sum(c.d))], [M('*', '*', 'duplicates counted', n_over=c.n)], also=AA, finding=True, rpp='several (id column Patient_ID)')
# one patient twice with another outcome
c = C(1217, 30)
h, r = table({'Patient_ID': ['P%03d' % i for i in c.ids]}, demo(c), {'os_days': c.t, 'os_status': ['dead' if d else 'alive' for d in c.d]})
x = list(r[7]); x[-2] += 93; x[-1] = 'alive' if x[-1] == 'dead' else 'dead'
add('A40_one_contradiction.csv', (h, r + [x]), 'asks', 'one patient twice with contradictory outcomes', [], [M('*', '*', 'a patient counted twice', n_over=c.n)], also=RR, rpp='several (id column Patient_ID)')
# ids that differ in case and blanks
c = C(1218, 26)
h, r = table({'PatientID': ['P%03d' % i for i in c.ids]}, demo(c), {'time_days': c.t, 'death': c.d})
extra = [['P%03d ' % i] + r[i - 1][1:] for i in (2, 5, 9, 14)]
add('A41_id_trailing_blank.csv', (h, r + extra), 'opens', '"P002 " and "P002" are one patient', [E('OS', 'time_days', 'death', c.n, sum(c.d))], [M('*', '*', 'a blank makes another patient', n_over=c.n)], also=AA, finding=True, rpp='several')
extra = [['p%03d' % i] + r[i - 1][1:] for i in (2, 5, 9, 14)]
add('A41b_id_case.csv', (h, r + extra), 'opens', '"p002" and "P002" with the same age, labs and outcome: likely one patient; said or asked', [E('OS', 'time_days', 'death', c.n, sum(c.d), also=[(c.n + 4, sum(c.d) + sum(c.d[i - 1] for i in (2, 5, 9, 14)))])], also=AA, finding=True, rpp='several')
# id 12.0 and 12
c = C(1219, 26)
h, r = table({'patient_id': ['%.1f' % i for i in c.ids]}, demo(c), {'time_days': c.t, 'death': c.d})
extra = [[str(i)] + r[i - 1][1:] for i in (2, 5, 9, 14)]
add('A42_id_12_and_12.0.csv', (h, r + extra), 'opens', '12 and 12.0 are the same number and the outcome the same', [E('OS', 'time_days', 'death', c.n, sum(c.d))], [M('*', '*', '12 and 12.0 as two patients', n_over=c.n)], also=AA, finding=True, rpp='several')

# id-like columns that are no patient ids
def plain(c, idcol, extra, tn='os_days', sn='os_status', w=('alive', 'dead'), lang='en', what='asdh'):
    return table(idcol, extra, demo(c, lang, what), {tn: c.t, sn: [w[d] for d in c.d]})
c = C(1230, 45); add('A50_site_id.csv', plain(c, {'subject_id': ['S%03d' % i for i in c.ids]}, {'site_id': [c.r.randint(1, 5) for _ in c.t]}), 'opens', 'site_id groups patients', [E('OS', 'os_days', 'os_status', c.n, sum(c.d))])
c = C(1231, 45); add('A51_site_id_only.csv', plain(c, {}, {'site_id': [c.r.choice([101, 102, 103, 204]) for _ in c.t]}), 'opens', 'site_id is the only id and no patient', [E('OS', 'os_days', 'os_status', c.n, sum(c.d))])
c = C(1232, 48); add('A52_matched_case_id.csv', plain(c, {'patient_id': [2000 + i for i in c.ids]}, {'matched_case_id': [2001 + 3 * ((i - 1) // 3) for i in c.ids], 'is_case': [int(i % 3 == 1) for i in c.ids]}), 'opens', 'matched_case_id is the matched set', [E('OS', 'os_days', 'os_status', c.n, sum(c.d))])
c = C(1233, 40); add('A53_pair_id.csv', plain(c, {'pair_id': [(i + 1) // 2 for i in c.ids]}, {'treated': [i % 2 for i in c.ids]}), 'opens', 'pair_id is a matched pair of patients, no patient', [E('OS', 'os_days', 'os_status', c.n, sum(c.d))], also=AA)
c = C(1234, 40); add('A54_studyid_constant.csv', plain(c, {'STUDYID': ['TRIAL-7'] * c.n, 'SUBJID': [1000 + i for i in c.ids]}, {}), 'opens', 'STUDYID is the same in all rows', [E('OS', 'os_days', 'os_status', c.n, sum(c.d))])
c = C(1235, 40); add('A55_donor_id.csv', plain(c, {'recipient_id': ['R%02d' % i for i in c.ids], 'donor_id': ['D%02d' % ((i + 1) // 2) for i in c.ids]}, {}), 'opens', 'two kidneys of a donor go to two recipients', [E('OS', 'os_days', 'os_status', c.n, sum(c.d))])
c = C(1236, 40); add('A56_zentrum_id.csv', plain(c, {'Fall': c.ids, 'Zentrum_ID': [c.r.choice('ABCD') for _ in c.t]}, {}, 'Zeit_Tage', 'Vitalstatus', ('lebt', 'tot'), 'de'), 'opens', 'Zentrum_ID is the centre', [E('OS', 'Zeit_Tage', 'Vitalstatus', c.n, sum(c.d))], sep=';', comma=True)
c = C(1237, 40); add('A57_id_restarts_in_centre.csv', plain(c, {'centre': ['C%d' % ((i - 1) // 10 + 1) for i in c.ids], 'id': [(i - 1) % 10 + 1 for i in c.ids]}, {}), 'asks', 'id restarts in each centre: patients are centre + id; to ask is right, 40 patients too', [E('OS', 'os_days', 'os_status', c.n, sum(c.d))], [M('*', '*', 'ten patients', n=10)], also=['opens'], finding=True)
c = C(1238, 40); add('A58_physician_id.csv', plain(c, {'case_no': ['%d/2019' % i for i in c.ids], 'surgeon_id': [c.r.randint(1, 6) for _ in c.t], 'referring_physician_id': [c.r.randint(300, 320) for _ in c.t]}, {}), 'opens', 'surgeon and physician ids are no patients', [E('OS', 'os_days', 'os_status', c.n, sum(c.d))])
c = C(1239, 24)
h, r = table({'sample_id': ['x'] * c.n, 'patient_id': ['PT%d' % i for i in c.ids]}, demo(c), {'OS_MONTHS': c.months, 'OS_STATUS': ['1:DECEASED' if d else '0:LIVING' for d in c.d]})
rows = []
for i, x in enumerate(r):
    for j in range(1 + i % 2): rows.append(['SMP%03d' % (len(rows) + 1)] + x[1:])
add('A59_sample_id_first.csv', (h, rows), 'opens', 'sample_id is unique, patient_id comes twice', [E('OS', 'OS_MONTHS', 'OS_STATUS', c.n, sum(c.d))], [M('*', '*', 'samples counted as patients', n_over=c.n)], also=AA, finding=True, rpp='several (id column patient_id)')
c = C(1240, 40); add('A60_family_id.csv', plain(c, {'individual_id': ['F%d-%d' % ((i + 2) // 3, i % 3) for i in c.ids], 'family_id': ['F%d' % ((i + 2) // 3) for i in c.ids]}, {}), 'opens', 'family_id groups relatives', [E('OS', 'os_days', 'os_status', c.n, sum(c.d))])
c = C(1241, 40)
ids = ['%d' % (600 + i) if i % 13 else '' for i in c.ids]
add('A61_blank_ids.csv', plain(c, {'patient_id': ids}, {}), 'opens', 'three rows without an id: each a patient, said, or left out, or asked', [E('OS', 'os_days', 'os_status', c.n, sum(c.d), also=[(c.n - 3, sum(d for d, x in zip(c.d, ids) if x))])], also=['asks', 'refuses'], finding=True)
c = C(1242, 40); add('A62_patient_initials.csv', plain(c, {'nr': c.ids, 'Patient': [c.r.choice('ABCDEFGH') + '.' + c.r.choice('KLMNOP') + '.' for _ in c.t]}, {}), 'asks', 'initials come twice with other outcomes: not the same patients, but the column is called Patient; ask or say', [E('OS', 'os_days', 'os_status', c.n, sum(c.d))], also=OO, finding=True)
c = C(1243, 40); add('A63_biobank_and_plate.csv', plain(c, {'ID': ['BB%04d' % (i * 7) for i in c.ids], 'plate_id': [1 + (i - 1) // 12 for i in c.ids], 'batch_id': [c.r.choice(['b1', 'b2']) for _ in c.t]}, {}), 'opens', 'plate and batch ids are laboratory', [E('OS', 'os_days', 'os_status', c.n, sum(c.d))])

# ───────────────────────────── B. status words and codes ─────────────────────────────

def words(f, seed, lang, idn, tn, sn, alive, dead, lost=(), unknown=(), sep=',', verdict='opens', also=(), months=False, n=45, strictwhy='', extra=None, must_not=(), cens_ok=True, **fmt):
    """alive, dead, lost: lists of words of one meaning; unknown: words left out (rows taken from the censored)"""
    c = C(seed, n)
    col, used, ev = [], 0, 0
    cen = [i for i in range(n) if not c.d[i]]
    special = {}
    pool = list(cen); c.r.shuffle(pool)
    for w in list(unknown) + list(lost):
        for _ in range(2): special[pool.pop()] = w
    for i in range(n):
        w = special[i] if i in special else c.r.choice(dead if c.d[i] else alive)
        col.append(w)
        if w in unknown: continue
        used += 1; ev += c.d[i]
    data = table({idn: c.ids}, demo(c, lang), extra(c) if extra else {}, {tn: c.months if months else c.t, sn: col})
    add(f, data, verdict, strictwhy or 'status in words: %s alive, %s dead%s%s' % ('/'.join(alive), '/'.join(dead), ', censored ' + '/'.join(lost) if lost else '', ', not understood ' + '/'.join(unknown) if unknown else ''),
        [E('OS', tn, sn, used, {'death': ev}, {w: 'death' for w in dead}, censored=list(alive) + list(lost), unknown=unknown)],
        list(must_not) + ([M(tn, sn, 'patients with an unknown status are used', n_over=used)] if unknown else []), also=also, finding=bool(unknown), sep=sep, **fmt)

words('B01_de_lebt_verstorben.csv', 2001, 'de', 'PatID', 'OS_Tage', 'Vitalstatus', ['lebt'], ['verstorben'], ['lost to follow-up'], sep=';', comma=True)
words('B02_de_lebend_tot_unbekannt.csv', 2002, 'de', 'PatID', 'OS_Monate', 'Status', ['lebend'], ['tot'], [], ['unbekannt'], sep=';', comma=True, months=True)
words('B03_de_am_leben_gestorben_verzogen.csv', 2003, 'de', 'Nr', 'OS_Tage', 'Status', ['am Leben'], ['gestorben'], ['verzogen'], sep=';', comma=True, also=AA)
words('B04_fr_vivant_dcd_pdv.csv', 2004, 'fr', 'id_patient', 'Suivi_mois', 'Statut', ['vivant', 'vivante'], ['DCD'], ['perdu de vue'], sep=';', comma=True, months=True, also=AA)
words('B05_fr_decede.csv', 2005, 'fr', 'id_patient', 'Survie_jours', 'Statut vital', ['vivant'], ['décédé', 'décédée'], sep=';', comma=True, bom=True)
words('B06_it_vivo_deceduto_perso.csv', 2006, 'it', 'Codice', 'OS_mesi', 'Stato', ['vivo', 'viva'], ['deceduto', 'deceduta'], ['perso al follow-up'], sep=';', comma=True, months=True)
words('B07_it_morto.csv', 2007, 'it', 'Codice', 'OS_giorni', 'Stato', ['vivo'], ['morto'], sep='\t')
words('B08_es_vivo_fallecido_perdido.csv', 2008, 'es', 'Paciente', 'Supervivencia_meses', 'Estado vital', ['vivo'], ['fallecido'], ['perdido de seguimiento'], sep=';', comma=True, months=True)
words('B09_es_exitus.csv', 2009, 'es', 'Paciente', 'Supervivencia (días)', 'Estado', ['vivo'], ['exitus', 'éxitus'], sep=';', comma=True, enc='latin-1')
words('B10_pt_obito.csv', 2010, 'pt', 'ID', 'Sobrevida_dias', 'Estado vital', ['vivo'], ['óbito'], ['perda de seguimento'], sep=';', comma=True)
words('B11_pt_falecido.csv', 2011, 'pt', 'ID', 'Sobrevida_dias', 'Estado vital', ['vivo', 'viva'], ['falecido', 'falecida'], sep=';', comma=True)
words('B12_nl_in_leven_overleden.csv', 2012, 'nl', 'Patientnr', 'os_days', 'Status', ['in leven'], ['overleden'], ['verloren voor follow-up'], sep=';', comma=True)
words('B13_nl_levend_dood_onbekend.csv', 2013, 'nl', 'Patientnr', 'os_months', 'Status', ['levend'], ['dood'], [], ['onbekend'], sep=';', comma=True, months=True)
words('B14_da_i_live_doed_udvandret.csv', 2014, 'da', 'Løbenr', 'OS_dage', 'Status', ['i live'], ['død'], ['udvandret'], sep=';', comma=True)
words('B15_sv_levande_avliden_utvandrad.csv', 2015, 'sv', 'Löpnr', 'os_days', 'Vitalstatus', ['levande'], ['avliden'], ['utvandrad'], sep=';', comma=True)
words('B16_no_levende_doed_utvandret.csv', 2016, 'no', 'Pasientnr', 'os_days', 'Vitalstatus', ['levende'], ['død'], ['utvandret'], sep=';', comma=True)
words('B17_pl_zyje_zmarl.csv', 2017, 'pl', 'Pacjent', 'os_days', 'Status', ['żyje'], ['zmarł', 'zmarła'], ['utracony z obserwacji'], sep=';', comma=True)
words('B18_pl_zgon.csv', 2018, 'pl', 'Pacjent', 'os_days', 'Stan', ['żywy'], ['zgon'], sep=';', comma=True)
words('B19_ned_awd_dead.csv', 2019, 'en', 'pt_no', 'FU_months', 'Status at last FU', ['NED', 'AWD'], ['Dead'], ['Lost to FU'], months=True)
words('B20_alive_with_disease.csv', 2020, 'en', 'pt_no', 'os_months', 'Last_status', ['Alive NED', 'Alive with disease', 'Presumed alive'], ['Deceased'], months=True)
words('B21_emigrated_withdrew.csv', 2021, 'en', 'id', 'follow_up_days', 'status', ['Alive'], ['Died'], ['Emigrated', 'Withdrew consent', 'Lost to follow up'])
words('B22_discrepancy.csv', 2022, 'en', 'bcr_patient_barcode', 'OS.time', 'vital_status', ['Alive'], ['Dead'], [], ['[Discrepancy]'])
words('B23_2_unknown.tsv', 2023, 'en', 'PATIENT_ID', 'OS_MONTHS', 'OS_STATUS', ['0:LIVING'], ['1:DECEASED'], [], ['2:UNKNOWN'], sep='\t', months=True)
words('B24_typo_decesaed.csv', 2024, 'en', 'id', 'os_days', 'vital', ['alive'], ['deceased'], [], ['decesaed'], also=AA, strictwhy='a mistyped word is not understood: listed and left out, or asked')
words('B25_transferred_unknown_word.csv', 2025, 'en', 'id', 'days', 'status', ['Alive'], ['Dead'], [], ['Transferred out', '???'], also=AA)
words('B26_mixed_case_blanks.csv', 2026, 'en', 'id', 'os_days', 'os_status', ['alive', 'Alive ', 'ALIVE'], ['dead', ' Dead', 'DEAD'])
words('B27_gdc_not_reported.tsv', 2027, 'en', 'case_id', 'os_days', 'vital_status', ['Alive'], ['Dead'], [], ['Not Reported', "'--"], sep='\t')
words('B28_os_relapsed_no_death.csv', 2028, 'en', 'id', 'OS_days', 'OS_status', ['Alive'], ['Dead'], [], ['Relapsed'], also=AA, strictwhy='under overall survival a relapse is no death; left out and said, or asked')
words('B29_yes_no_died.csv', 2029, 'en', 'id', 'survival_days', 'died', ['No'], ['Yes'])
words('B30_verstorben_ja_nein.csv', 2030, 'de', 'Pat_ID', 'OS_Monate', 'verstorben', ['nein'], ['ja'], sep=';', comma=True, months=True)
words('B31_deces_oui_non.csv', 2031, 'fr', 'Numéro', 'Survie_mois', 'Décès', ['non'], ['oui'], sep=';', comma=True, months=True)
words('B32_decesso_si_no.csv', 2032, 'it', 'Paziente', 'OS_mesi', 'Decesso', ['no'], ['sì'], sep=';', comma=True, months=True)
words('B33_zgon_tak_nie.csv', 2033, 'pl', 'Nr', 'os_days', 'Zgon', ['nie'], ['tak'], sep=';', comma=True)
words('B34_obito_sim_nao.csv', 2034, 'pt', 'Registro', 'OS_meses', 'Óbito', ['não'], ['sim'], sep=';', comma=True, months=True)
words('B35_doed_ja_nej.csv', 2035, 'da', 'Nr', 'os_months', 'Død', ['nej'], ['ja'], sep=';', comma=True, months=True)
# words that say the opposite
words('B40_lebt_ja_nein.csv', 2040, 'de', 'Pat_ID', 'OS_Monate', 'lebt', ['ja'], ['nein'], sep=';', comma=True, months=True, strictwhy='"lebt: nein" is the death', also=AA)
words('B41_en_vie_oui_non.csv', 2041, 'fr', 'Numéro', 'Suivi_mois', 'En vie', ['oui'], ['non'], sep=';', comma=True, months=True, strictwhy='"En vie: non" is the death', also=AA)
words('B42_vivo_si_no.csv', 2042, 'es', 'Paciente', 'Seguimiento_meses', 'Vivo', ['sí'], ['no'], sep=';', comma=True, months=True, strictwhy='"Vivo: no" is the death', also=AA)
words('B43_alive_true_false.csv', 2043, 'en', 'id', 'survival_months', 'alive', ['TRUE'], ['FALSE'], months=True, strictwhy='alive FALSE is the death', also=AA)
words('B44_survived_1_0.csv', 2044, 'en', 'id', 'followup_days', 'survived', ['1'], ['0'], strictwhy='survived 0 is the death', also=AA, must_not=[])
words('B45_in_leven_ja_nee.csv', 2045, 'nl', 'Nr', 'os_months', 'In leven', ['ja'], ['nee'], sep=';', comma=True, months=True, strictwhy='"In leven: nee" is the death', also=AA)
words('B46_ueberlebt_1_0.csv', 2046, 'de', 'Pat', 'Zeit_Tage', 'überlebt', ['1'], ['0'], sep=';', comma=True, strictwhy='überlebt 0 is the death', also=AA)
words('B47_censored_yes_no.csv', 2047, 'en', 'id', 'time', 'censored', ['yes'], ['no'], strictwhy='censored: no is the event, in words', also=AA)
words('B48_zyje_tak_nie.csv', 2048, 'pl', 'Nr', 'os_days', 'Żyje', ['tak'], ['nie'], sep=';', comma=True, strictwhy='"Żyje: nie" is the death', also=AA)
words('B49_zensiert_ja_nein.csv', 2049, 'de', 'Nr', 'Zeit', 'zensiert', ['ja'], ['nein'], sep=';', comma=True, strictwhy='zensiert: nein is the event', also=AA)
# labels with codes
words('B50_labels_1_verstorben.csv', 2050, 'de', 'Nr', 'OS_Tage', 'Status', ['0 = lebt'], ['1 = verstorben'], sep=';', comma=True)
words('B51_spss_labels.csv', 2051, 'en', 'ID', 'Survival_months', 'Outcome', ['Alive (1)'], ['Dead (2)'], months=True, also=AA)
words('B52_censored_event_words.csv', 2052, 'en', 'ID', 'time_weeks', 'indicator', ['censored'], ['event'])
words('B53_float_codes.csv', 2053, 'en', 'ID', 'os_months', 'os_event', ['0.0'], ['1.0'], [], [''], months=True)
words('B54_status_9_unknown.csv', 2054, 'en', 'ID', 'os_days', 'death', ['0'], ['1'], [], ['9'], also=AA, strictwhy='9 in a death column is no cause of its own: left out and said, or asked')
words('B55_status_99.csv', 2055, 'en', 'ID', 'os_days', 'status', ['0'], ['1'], [], ['99'], also=AA, strictwhy='99 is the usual code for unknown: left out and said, or asked')
words('B56_status_minus1.csv', 2056, 'en', 'ID', 'time', 'event', ['0'], ['1'], [], ['-1'], also=AA)
words('B57_a_d_letters.csv', 2057, 'en', 'ID', 'os_days', 'vital', ['A'], ['D'], also=AA)
words('B58_tod_und_leben_mixed_lang.csv', 2058, 'en', 'ID', 'os_days', 'status', ['alive', 'lebt'], ['dead', 'verstorben'])
words('B59_alive_negated.csv', 2059, 'en', 'ID', 'os_days', 'vital status', ['alive'], ['not alive'], strictwhy='"not alive" is dead', also=AA)
words('B60_nicht_verstorben.csv', 2060, 'de', 'ID', 'OS_Tage', 'Status', ['nicht verstorben'], ['verstorben'], sep=';', comma=True, strictwhy='"nicht verstorben" is no death', also=AA)
words('B61_no_evidence_of_death.csv', 2061, 'en', 'ID', 'os_days', 'vital_status', ['No evidence of death'], ['Confirmed dead'], strictwhy='"No evidence of death" is no death', also=AA)
words('B62_presumed_dead.csv', 2062, 'en', 'ID', 'os_days', 'vital_status', ['Alive'], ['Dead'], [], ['Possibly dead'], strictwhy='"Possibly dead" is not clear: left out and said, or asked', also=AA)
words('B63_discharged_hospice.csv', 2063, 'en', 'ID', 'followup_days', 'status', ['Alive'], ['Expired'], [], ['Hospice'], strictwhy='expired is dead; hospice is no status of life', also=AA)

# repeated header row
c = C(2070, 40)
h, r = table({'PATIENT_ID': ['P%d' % i for i in c.ids]}, demo(c), {'OS_MONTHS': c.months, 'OS_STATUS': ['DECEASED' if d else 'LIVING' for d in c.d]})
add('B70_repeated_header.csv', (h, r[:22] + [h] + r[22:]), 'opens', 'the header comes again in the middle (two exports joined): no patient', [E('OS', 'OS_MONTHS', 'OS_STATUS', c.n, sum(c.d))], [M('*', '*', 'the header is a patient', n_over=c.n)], also=['asks', 'refuses'], finding=True)
h, r = table({'Pat_ID': ['P%d' % i for i in c.ids]}, demo(c, 'de'), {'OS_Tage': c.t, 'Tod': c.d})
add('B71_repeated_header_numbers.csv', (h, r[:22] + [h] + r[22:]), 'opens', 'the header comes again in the middle, numeric codes', [E('OS', 'OS_Tage', 'Tod', c.n, sum(c.d))], [M('*', '*', 'the header is a patient', n_over=c.n)], also=['asks', 'refuses'], finding=True, sep=';')
# nobody has an event, codes unknown
c = C(2072, 40)
add('B72_no_event_many_unknown.csv', table({'id': c.ids}, demo(c), {'os_days': c.t, 'vital_status': ['Alive' if i % 4 == 0 else 'Unknown' for i in c.ids]}), 'refuses', 'nobody dead, three quarters unknown', [], [], also=AA)
add('B73_only_foreign_words.csv', table({'id': c.ids}, demo(c), {'os_days': c.t, 'status': [c.r.choice(['In treatment', 'Completed', 'Transferred']) for _ in c.t]}), 'asks', 'no word says dead or alive', [], also=RR)
add('B74_alive_plus_codes.csv', table({'id': c.ids}, demo(c), {'os_days': c.t, 'vital_status': ['Alive' if not d else 'Code 4' for d in c.d]}), 'asks', 'alive or an unknown code: the code may be death, nobody says so', [], [], also=RR)
# DOD DOC
for i, (f, sn, w, lang) in enumerate([
    ('B80_dod_doc.csv', 'Status', {0: ['NED', 'AWD'], 1: ['DOD'], 2: ['DOC']}, 'en'),
    ('B81_dead_of_disease.csv', 'Status', {0: ['Alive'], 1: ['Dead of disease'], 2: ['Dead of other causes']}, 'en'),
    ('B82_tumorbedingt_verstorben.csv', 'Status', {0: ['lebt'], 1: ['tumorbedingt verstorben'], 2: ['an anderer Ursache verstorben']}, 'de'),
    ('B83_deces_cause.csv', 'Statut', {0: ['vivant'], 1: ['décès par cancer'], 2: ['décès autre cause']}, 'fr'),
    ('B84_morto_causa.csv', 'Stato', {0: ['vivo'], 1: ['morto per malattia'], 2: ['morto per altra causa']}, 'it'),
    ('B85_died_of_treatment.csv', 'Outcome', {0: ['Alive in CR'], 1: ['Died of progression'], 2: ['Toxic death']}, 'en'),
]):
    c = C(2080 + i, 48)
    tn = {'en': 'months', 'de': 'OS_Monate', 'fr': 'Suivi_mois', 'it': 'OS_mesi'}[lang]
    col = [c.r.choice(w[k]) for k in c.cause]
    a, b = w[1][0], w[2][0]
    n1, n2 = c.cause.count(1), c.cause.count(2)
    add(f, table({'id': c.ids}, demo(c, lang), {tn: c.months, sn: col}), 'opens', 'deaths by cause; all of them are deaths', [
        E('OS', tn, sn, c.n, {'death': n1 + n2}), E('by cause', tn, sn, c.n, {a: n1, b: n2}, kind='competing_risks')], [
        M(tn, sn, 'a death counted as censored', kind='survival', events=n1), M(tn, sn, 'other deaths alone', kind='survival', events=n2)], also=AA if i == 5 else (), main_any=True, sep=';' if lang != 'en' else ',', comma=lang != 'en')
# 1/2 and other numbers without a dictionary
c = C(2090, 45); add('B90_status_1_2.csv', table({'id': c.ids}, demo(c), {'time': c.t, 'status': [1 + d for d in c.d]}), 'asks', '1/2 without a dictionary: usually 2 is the event; ask or say with counts', [E('survival', 'time', 'status', c.n, sum(c.d))], also=OO, finding=True)
c = C(2091, 45); add('B91_status_1_2_float.csv', table({'id': c.ids}, demo(c), {'os_days': c.t, 'status': ['' if i % 11 == 0 else '%.1f' % (1 + d) for i, d in zip(c.ids, c.d)]}), 'asks', '1.0/2.0 with blanks are the codes 1 and 2', [E('OS', 'os_days', 'status', sum(1 for i in c.ids if i % 11), sum(d for i, d in zip(c.ids, c.d) if i % 11))], also=OO, finding=True)
c = C(2092, 45); add('B92_death_1_2.csv', table({'id': c.ids}, demo(c), {'os_days': c.t, 'death': [2 - d for d in c.d]}), 'asks', 'death 1/2: SPSS style 1 = yes, 2 = no is as usual as 2 = dead (here 1 = yes)', [], also=())
c = C(2093, 45); add('B93_naaccr_vital_status.csv', table({'Patient ID number': [30000 + i for i in c.ids]}, demo(c), {'Date_dx_year': [x.year for x in c.dx], 'Survival months': [int(t / 30.4) for t in c.t], 'Vital Status': [1 - d for d in c.d]}), 'asks', 'NAACCR item 1760: 0 dead, 1 alive; elsewhere 1 is dead', [E('OS', 'Survival months', 'Vital Status', c.n, sum(c.d))])
c = C(2094, 45, .3); add('B94_vitalstatus_0_1.csv', table({'id': c.ids}, demo(c), {'os_days': c.t, 'vital_status': c.d}), 'asks', 'a numeric vital status: 1 may be dead or alive (here dead)', [E('OS', 'os_days', 'vital_status', c.n, sum(c.d))])
c = C(2095, 45); add('B95_cens_1_event.csv', table({'id': c.ids}, demo(c), {'time': c.t, 'cens': c.d}), 'asks', 'cens 0/1: 1 may be the event or the censoring', [E('survival', 'time', 'cens', c.n, sum(c.d))], also=OO, finding=True)
c = C(2096, 45); add('B96_censored_1_is_censored.csv', table({'id': c.ids}, demo(c), {'time_days': c.t, 'Censored': [1 - d for d in c.d]}), 'asks', 'Censored 1 = censored: the word says so, but many files hold the opposite', [E('survival', 'time_days', 'Censored', c.n, sum(c.d))], also=OO, finding=True)
c = C(2097, 45); add('B97_zensur_0_1.csv', table({'Nr': c.ids}, demo(c, 'de'), {'Zeit_Monate': c.months, 'Zensur': [1 - d for d in c.d]}), 'asks', 'Zensur 0/1: 1 = censored by the word', [E('survival', 'Zeit_Monate', 'Zensur', c.n, sum(c.d))], also=OO, finding=True, sep=';', comma=True)
c = C(2098, 45); add('B98_event_with_complement.csv', table({'id': c.ids}, demo(c), {'time': c.t, 'event': c.d, 'censored': [1 - d for d in c.d]}), 'opens', 'event and its complement censored agree', [E('survival', 'time', 'event', c.n, sum(c.d), alt=[('time', 'censored')])])
c = C(2099, 45); add('B99_seer_old_vital_1_4.csv', table({'ID': c.ids}, demo(c), {'Survival_months': [int(t / 30.4) + 1 for t in c.t], 'Vital_status': [4 if d else 1 for d in c.d]}), 'asks', 'old SEER: 1 alive, 4 dead, without a dictionary', [E('OS', 'Survival_months', 'Vital_status', c.n, sum(c.d))], also=OO + RR, finding=True)
c = C(2100, 45); add('B100_status_0_1_2_lost.csv', table({'id': c.ids}, demo(c), {'time': c.t, 'status': [1 if d else c.r.choice([0, 2]) for d in c.d], 'status_label': ['x'] * c.n}), 'opens', '', [])
h = TRUTH.pop('B100_status_0_1_2_lost.csv')
st = [1 if d else c.r.choice([0, 0, 2]) for d in c.d]
add('B100_status_0_1_2_lost.csv', table({'id': c.ids}, demo(c), {'time_days': c.t, 'status': st, 'status_text': [['alive', 'dead', 'lost to follow-up'][s] for s in st]}), 'opens', 'the words beside the codes say that 2 is lost', [E('OS', 'time_days', 'status', c.n, sum(c.d), alt=[('time_days', 'status_text')])], [M('time_days', 'status', 'lost to follow-up as a competing event', kind='competing_risks')], also=AA)
c = C(2101, 45); add('B101_true_false.csv', table({'id': c.ids}, demo(c), {'os_days': c.t, 'death': ['TRUE' if d else 'FALSE' for d in c.d]}), 'opens', 'TRUE/FALSE', [E('OS', 'os_days', 'death', c.n, sum(c.d))])
c = C(2102, 45); add('B102_dead_alive_swapped_label.csv', table({'id': c.ids}, demo(c), {'os_days': c.t, 'os_status': ['0:DECEASED' if d else '1:LIVING' for d in c.d]}), 'opens', 'the word counts, not the number before it', [E('OS', 'os_days', 'os_status', c.n, sum(c.d))], also=AA)

# ───────────────────────────── C. time columns ─────────────────────────────
c = C(3001, 40); add('C01_calendar_year_only.csv', table({'id': c.ids}, demo(c), {'year_of_diagnosis': [x.year for x in c.dx], 'vital_status': ['Dead' if d else 'Alive' for d in c.d]}), 'refuses', 'no time but a calendar year', also=AA, must_not=[M('*', '*', 'no time in the file')])
c = C(3002, 40); add('C02_row_number_only.csv', table({'No.': c.ids}, demo(c), {'death': c.d}), 'refuses', 'no time, a row number', also=AA, must_not=[M('*', '*', 'no time in the file')])
c = C(3003, 40); add('C03_age_only.csv', table({'id': c.ids, 'Age at diagnosis (years)': c.age}, demo(c, what='sdhl'), {'Status': ['dead' if d else 'alive' for d in c.d]}), 'refuses', 'age is no follow-up', also=AA, must_not=[M('*', '*', 'age as time')])
c = C(3004, 40); add('C04_waiting_time.csv', table({'id': c.ids}, demo(c), {'waiting_time_days': [c.r.randint(3, 400) for _ in c.t], 'death': c.d}), 'refuses', 'waiting time is no follow-up', also=AA, must_not=[M('*', '*', 'waiting time as follow-up')])
c = C(3005, 40); add('C05_wartezeit.csv', table({'Nr': c.ids}, demo(c, 'de'), {'Wartezeit_Tage': [c.r.randint(3, 400) for _ in c.t], 'Verweildauer_Tage': [c.r.randint(2, 40) for _ in c.t], 'Tod': c.d}), 'refuses', 'waiting time and stay are no follow-up', also=AA, must_not=[M('*', '*', 'waiting time as follow-up')], sep=';', comma=True)
c = C(3006, 40); add('C06_length_of_stay_and_futime.csv', table({'id': c.ids}, demo(c), {'los_days': [c.r.randint(1, 30) for _ in c.t], 'time_to_surgery_days': [c.r.randint(1, 60) for _ in c.t], 'futime': c.months, 'fustat': c.d}), 'opens', 'futime is the follow-up, whatever the unit of others', [E('OS', 'futime', 'fustat', c.n, sum(c.d))], [M('los_days', '*', 'stay as follow-up'), M('time_to_surgery_days', '*', 'waiting as follow-up')])
c = C(3007, 40); add('C07_days_beside_futime.csv', table({'id': c.ids}, demo(c), {'futime': c.months, 'death': c.d, 'days_to_treatment': [c.r.randint(1, 90) for _ in c.t], 'hours_in_icu': [c.r.randint(1, 300) for _ in c.t]}), 'opens', 'finer units belong to other things', [E('OS', 'futime', 'death', c.n, sum(c.d))], [M('days_to_treatment', '*', 'no follow-up'), M('hours_in_icu', '*', 'no follow-up')])
c = C(3008, 40); add('C08_relapse_flag_no_time.csv', table({'id': c.ids}, demo(c), {'os_months': c.months, 'death': c.d, 'relapse': c.rel}), 'opens', 'relapse has no time of its own', [E('OS', 'os_months', 'death', c.n, sum(c.d))], [M('os_months', 'relapse', 'relapse at the time of death')])
c = C(3009, 40); add('C09_last_contact_and_recurrence.csv', table({'id': c.ids}, demo(c), {'days_to_last_contact': c.t, 'recurrence': ['YES' if x else 'NO' for x in c.rel]}), 'asks', 'last contact is not the time of recurrence', also=RR, must_not=[])
def pairs(f, seed, lang, idn, names, why, sep=',', verdict='opens', also=(), months=False):
    c = C(seed, 48)
    tr, r, td, d = names
    conv = (lambda l: [round(x / 30.4375, 1) for x in l]) if months else (lambda l: l)
    both = sum(1 for a, b in zip(c.rel, c.d) if a or b)
    rel = sum(c.rel); dwr = sum(1 for a, b in zip(c.rel, c.d) if b and not a)
    add(f, table({idn: c.ids}, demo(c, lang), {tr: conv(c.trel), r: c.rel, td: conv(c.t), d: c.d}), verdict, why, [
        E('OS', td, d, c.n, sum(c.d)), E('relapse', [tr, td], r, c.n, {'relapse': rel, 'death': dwr}, kind='competing_risks')],
        [M(tr, r, 'relapse as 1 − KM beside death', kind='survival'), M(tr, d, 'the death status at the time of relapse', kind='survival'), M(td, r, 'relapse at the time of death', kind='survival')], also=also, sep=sep, comma=sep == ';')
pairs('C10_relapse_and_death.csv', 3010, 'en', 'id', ('time_to_relapse', 'relapse', 'time_to_death', 'death'), 'relapse and death with times of their own')
pairs('C11_rezidiv_tod.csv', 3011, 'de', 'Nr', ('Zeit_bis_Rezidiv', 'Rezidiv', 'Zeit_bis_Tod', 'Tod'), 'Rezidiv und Tod', sep=';')
pairs('C12_recidive_deces.csv', 3012, 'fr', 'Patient', ('Délai_récidive', 'Récidive', 'Délai_décès', 'Décès'), 'récidive et décès', sep=';', also=AA)
pairs('C13_recidiva_decesso.csv', 3013, 'it', 'Paziente', ('Mesi_recidiva', 'Recidiva', 'Mesi_decesso', 'Decesso'), 'recidiva e decesso', sep=';', also=AA, months=True)
pairs('C14_ttp_progression.csv', 3014, 'en', 'pid', ('ttp_months', 'progression', 'os_months', 'death'), 'progression and death', months=True)
pairs('C15_rtime_recur_dtime.csv', 3015, 'en', 'pid', ('rtime', 'recur', 'dtime', 'death'), 'as in rotterdam')
pairs('C16_recidief_overlijden.csv', 3016, 'nl', 'Nr', ('Tijd_tot_recidief', 'Recidief', 'Tijd_tot_overlijden', 'Overleden'), 'recidief en overlijden', sep=';', also=AA)
pairs('C17_recidiva_exitus.csv', 3017, 'es', 'Paciente', ('Tiempo_recidiva', 'Recidiva', 'Tiempo_exitus', 'Exitus'), 'recidiva y exitus', sep=';', also=AA)
# DFS is composed already
c = C(3018, 48); dfs = [int(a or b) for a, b in zip(c.rel, c.d)]
add('C18_dfs_and_os.csv', table({'id': c.ids}, demo(c), {'dfs_days': c.trel, 'dfs_status': dfs, 'os_days': c.t, 'os_status': c.d}), 'opens', 'DFS contains the deaths: Kaplan–Meier', [E('OS', 'os_days', 'os_status', c.n, sum(c.d)), E('DFS', 'dfs_days', 'dfs_status', c.n, sum(dfs))], [M('dfs_days', 'os_status', 'mixed pair', kind='survival')], main_any=True)
# time on treatment
c = C(3019, 40); add('C19_time_on_treatment.csv', table({'id': c.ids}, demo(c), {'treatment_duration_days': [max(3, int(t * c.r.uniform(.1, .5))) for t in c.t], 'os_days': c.t, 'vital_status': ['Dead' if d else 'Alive' for d in c.d]}), 'opens', 'treatment duration is no follow-up', [E('OS', 'os_days', 'vital_status', c.n, sum(c.d))], [M('treatment_duration_days', '*', 'duration of treatment as follow-up')])
c = C(3020, 40); add('C20_only_treatment_duration.csv', table({'id': c.ids}, demo(c), {'treatment_duration_days': c.t, 'death': c.d}), 'refuses', 'treatment duration is no follow-up', also=AA, must_not=[M('*', '*', 'duration of treatment as follow-up')])
# delayed entry
c = C(3021, 45); ent = [round(a + c.r.random(), 2) for a in c.age]; ex = [round(e + t / 365.25, 2) for e, t in zip(ent, c.t)]
add('C21_age_entry_exit.csv', table({'id': c.ids}, demo(c, what='sdhl'), {'age_entry': ent, 'age_exit': ex, 'death': c.d}), 'opens', 'age as time scale with delayed entry', [E('OS by age', 'age_exit', 'death', c.n, sum(c.d), entry='age_entry')], [M('age_exit', 'death', 'age without the entry', entry=None)], also=AA)
c = C(3022, 45); add('C22_age_at_last_contact.csv', table({'id': c.ids}, demo(c, what='sdhl'), {'age_at_diagnosis': ent[:45], 'age_at_last_contact': ex[:45], 'vital_status': ['Dead' if d else 'Alive' for d in c.d]}), 'asks', 'two ages: the difference is the follow-up, or the age is the scale', also=RR + OO, ends=[E('OS by age', 'age_at_last_contact', 'vital_status', c.n, sum(c.d), entry='age_at_diagnosis'), E('OS', ['age_at_diagnosis', 'age_at_last_contact'], 'vital_status', c.n, sum(c.d))], must_not=[M('age_at_last_contact', '*', 'age without the entry', entry=None), M('age_at_diagnosis', '*', 'age as time')], finding=True, main_any=True)
# sentinels
c = C(3023, 45); bad = [i % 15 == 0 for i in c.ids]; add('C23_time_9999.csv', table({'Patient ID': [50000 + i for i in c.ids]}, demo(c), {'Survival months': ['9999' if b else '%04d' % int(t / 30.4 + 1) for b, t in zip(bad, c.t)], 'Vital status recode (study cutoff used)': ['Dead' if d else 'Alive' for d in c.d]}), 'opens', '9999 survival months is unknown', [E('OS', 'Survival months', 'Vital status recode (study cutoff used)', c.n - sum(bad), sum(d for d, b in zip(c.d, bad) if not b))], [M('*', '*', '9999 months as a time', n_over=c.n - sum(bad))], also=AA, finding=True)
c = C(3024, 45); bad = [i % 15 == 0 for i in c.ids]; add('C24_negative_times.csv', table({'id': c.ids}, demo(c), {'os_days': [-t if b else t for b, t in zip(bad, c.t)], 'os_status': c.d}), 'opens', 'negative times are unusable', [E('OS', 'os_days', 'os_status', c.n - sum(bad), sum(d for d, b in zip(c.d, bad) if not b))], [M('*', '*', 'negative times used', n_over=c.n - sum(bad))], also=AA, finding=True)
c = C(3025, 45); bad = [i % 15 == 0 for i in c.ids]; add('C25_minus_999.csv', table({'id': c.ids}, demo(c), {'os_days': ['-999' if b else t for b, t in zip(bad, c.t)], 'os_status': ['-999' if b else d for b, d in zip(bad, c.d)]}), 'opens', '-999 is missing', [E('OS', 'os_days', 'os_status', c.n - sum(bad), sum(d for d, b in zip(c.d, bad) if not b))], [M('*', '*', '-999 used', n_over=c.n - sum(bad))], also=AA, finding=True)
# days to death only where dead
c = C(3026, 45); add('C26_days_to_death_only.csv', table({'id': c.ids}, demo(c), {'days_to_death': [t if d else '' for t, d in zip(c.t, c.d)], 'vital_status': ['Dead' if d else 'Alive' for d in c.d]}), 'asks', 'only the dead have a time', also=RR, must_not=[M('days_to_death', 'vital_status', 'only the dead have a time')])
# months and days the same
c = C(3027, 45); add('C27_months_and_days_same.csv', table({'id': c.ids}, demo(c), {'os_months': c.months, 'os_days': c.t, 'os_status': c.d}), 'opens', 'the same time in two units', [E('OS', 'os_months', 'os_status', c.n, sum(c.d), alt=[('os_days', 'os_status')])])
# months and days disagree
c = C(3028, 45); add('C28_relapse_time_named_time.csv', table({'id': c.ids}, demo(c), {'relapse_time': c.trel, 'relapse': c.rel, 'survival_time': c.t, 'dead': c.d}), 'opens', 'relapse_time belongs to relapse, survival_time to dead', [E('OS', 'survival_time', 'dead', c.n, sum(c.d))], [M('relapse_time', 'dead', 'death at the time of relapse', kind='survival'), M('relapse_time', 'relapse', 'relapse as 1 − KM beside death', kind='survival')])
c = C(3029, 45); add('C29_time_two_statuses.csv', table({'id': c.ids}, demo(c), {'time': c.t, 'death': c.d, 'icu': [c.r.randint(0, 1) for _ in c.t], 'diabetes': [c.r.randint(0, 1) for _ in c.t], 'transplant': [c.r.randint(0, 1) for _ in c.t]}), 'opens', 'death is the status, the other flags are covariates', [E('OS', 'time', 'death', c.n, sum(c.d))], [M('time', 'icu', 'a covariate as status'), M('time', 'diabetes', 'a covariate as status')])
c = C(3030, 45); add('C30_visit_day_and_status.csv', table({'id': c.ids}, demo(c), {'visit_day': [c.r.choice([0, 30, 60, 90, 180]) for _ in c.t], 'vital_status': ['Dead' if d else 'Alive' for d in c.d]}), 'refuses', 'a visit day is no follow-up', also=AA, must_not=[M('visit_day', '*', 'a visit day as follow-up')])
c = C(3031, 45); add('C31_year_and_status_numeric.csv', table({'id': c.ids}, demo(c), {'year': [x.year for x in c.dx], 'status': c.d}), 'refuses', 'year is a calendar year', also=AA, must_not=[M('year', '*', 'a calendar year as follow-up')])
c = C(3032, 45); add('C32_jahr_der_diagnose.csv', table({'Nr': c.ids}, demo(c, 'de'), {'Diagnosejahr': [x.year for x in c.dx], 'Geburtsjahr': [x.year - a for x, a in zip(c.dx, c.age)], 'verstorben': c.d}), 'refuses', 'calendar years only', also=AA, must_not=[M('*', '*', 'a calendar year as follow-up')], sep=';', comma=True)
c = C(3033, 45); add('C33_donor_waiting_and_graft.csv', table({'recipient': c.ids}, demo(c), {'waitlist_days': [c.r.randint(5, 900) for _ in c.t], 'cold_ischemia_time': [c.r.randint(2, 30) for _ in c.t], 'graft_survival_days': c.t, 'graft_failure': c.d}), 'opens', 'graft survival is the endpoint', [E('graft', 'graft_survival_days', 'graft_failure', c.n, sum(c.d))], [M('cold_ischemia_time', '*', 'ischaemia time'), M('waitlist_days', '*', 'waiting')], also=AA)
c = C(3034, 45); add('C34_only_operation_time.csv', table({'id': c.ids}, demo(c), {'operation_time': [c.r.randint(60, 400) for _ in c.t], 'ischemia_time': [c.r.randint(10, 90) for _ in c.t], 'status': ['alive' if not d else 'dead' for d in c.d]}), 'refuses', 'times of an operation are no follow-up', also=AA, must_not=[M('*', '*', 'operation time as follow-up')])
c = C(3035, 45); add('C35_doubling_prothrombin_time.csv', table({'id': c.ids}, demo(c), {'prothrombin_time': [round(c.r.gauss(12, 1), 1) for _ in c.t], 'bleeding_time': [c.r.randint(2, 9) for _ in c.t], 'death': c.d}), 'refuses', 'prothrombin time is a laboratory value', also=AA, must_not=[M('*', '*', 'laboratory value as follow-up')])

# ───────────────────────────── D. names that occur ─────────────────────────────
def names(f, seed, cols, time, status, why, verdict='opens', also=(), finding=False, n=45, ends=None, must_not=(), **fmt):
    c = C(seed, n)
    o = cols(c)
    add(f, table(o), verdict, why, ends(c) if ends else [E('main', time, status, c.n, sum(c.d))], must_not, also=also, finding=finding, **fmt)
names('D01_ftime_status.csv', 4001, lambda c: {'Sex': ['M' if m else 'F' for m in c.male], 'D': [c.r.choice(['ALL', 'AML']) for _ in c.t], 'Phase': [c.r.choice(['CR1', 'CR2', 'Relapse']) for _ in c.t], 'Age': c.age, 'ftime': c.months, 'Status': c.cause}, 0, 0, 'bmtcrr', ends=lambda c: [E('cause 1', 'ftime', 'Status', c.n, {'1': c.cause.count(1), '2': c.cause.count(2)}, kind='competing_risks')])
names('D02_lenfol_fstat.csv', 4002, lambda c: {'id': c.ids, 'age': c.age, 'gender': c.male, 'hr': c.ldh, 'sysbp': c.ldh, 'los': [c.r.randint(1, 40) for _ in c.t], 'dstat': [int(d and t < 60) for d, t in zip(c.d, c.t)], 'lenfol': c.t, 'fstat': c.d}, 'lenfol', 'fstat', 'WHAS500: los/dstat is the stay', must_not=[M('los', '*', 'stay as follow-up')])
names('D03_ttdeath_death.csv', 4003, lambda c: {'trt': c.arm, 'age': c.age, 'marker': c.hb, 'response': [c.r.randint(0, 1) for _ in c.t], 'death': c.d, 'ttdeath': c.months}, 'ttdeath', 'death', 'gtsummary trial')
names('D04_survival_in_days_status.csv', 4004, lambda c: {'Patient': c.ids, 'Age': c.age, 'Gender': ['Male' if m else 'Female' for m in c.male], 'Survival_in_days': c.t, 'Status': ['Dead' if d else 'Alive' for d in c.d]}, 'Survival_in_days', 'Status', 'in days')
def ndays(c):
    cl = [('D' if d else ('CL' if c.r.random() < .2 else 'C')) for d in c.d]; cl[[i for i in range(c.n) if not c.d[i]][0]] = 'CL'
    c.cl = cl
    return {'ID': c.ids, 'N_Days': c.t, 'Status': cl, 'Drug': [c.r.choice(['Placebo', 'D-penicillamine']) for _ in c.t], 'Age': [a * 365 for a in c.age], 'Sex': ['M' if m else 'F' for m in c.male], 'Bilirubin': c.hb, 'Stage': [c.r.randint(1, 4) for _ in c.t]}
names('D05_n_days_status_c_cl_d.csv', 4005, ndays, 0, 0, 'PBC as on Kaggle: C censored, CL censored by transplantation, D death; letters, so asked or said', 'asks', ['opens'], True, ends=lambda c: [E('death', 'N_Days', 'Status', c.n, sum(c.d), also=[(c.n - c.cl.count('CL'), sum(c.d))]), E('by cause', 'N_Days', 'Status', c.n, {'D': sum(c.d), 'CL': c.cl.count('CL')}, kind='competing_risks')])
TRUTH['D05_n_days_status_c_cl_d.csv']['main_any'] = True
names('D06_week_arrest.csv', 4006, lambda c: {'week': [max(1, t // 44) for t in c.t], 'arrest': c.d, 'fin': [c.r.randint(0, 1) for _ in c.t], 'age': c.age, 'race': [c.r.randint(0, 1) for _ in c.t], 'wexp': [c.r.randint(0, 1) for _ in c.t], 'prio': [c.r.randint(0, 9) for _ in c.t]}, 'week', 'arrest', 'Rossi')
names('D07_rectime_censrec.csv', 4007, lambda c: {'id': c.ids, 'hormon': c.male, 'x1': c.age, 'x5': c.ldh, 'rectime': c.t, 'censrec': c.d}, 'rectime', 'censrec', 'censrec 1 = event', 'asks', ['opens'], True)
names('D08_survival_alive.csv', 4008, lambda c: {'survival': c.months, 'alive': [1 - d for d in c.d], 'age': c.age, 'pericardialeffusion': c.male, 'lvdd': c.hb}, 'survival', 'alive', 'echocardiogram: alive 0 is dead', also=AA)
seer = lambda c: {'Patient ID': [7000000 + i * 13 for i in c.ids], 'Age recode with <1 year olds': [['50-54 years', '60-64 years', '70-74 years'][a % 3] for a in c.age], 'Sex': ['Male' if m else 'Female' for m in c.male], 'Year of diagnosis': [x.year for x in c.dx], 'Survival months': ['%04d' % (int(t / 30.4) + 1) for t in c.t], 'Survival months flag': ['Complete dates are available and there are more than 0 days of survival'] * c.n, 'Vital status recode (study cutoff used)': ['Dead' if d else 'Alive' for d in c.d], 'SEER cause-specific death classification': [['Alive or dead of other cause', 'Dead (attributable to this cancer dx)', 'Alive or dead of other cause'][k] for k in c.cause], 'SEER other cause of death classification': [['Alive or dead due to cancer', 'Alive or dead due to cancer', 'Dead (attributable to causes other than this cancer dx)'][k] for k in c.cause]}
def seer_ends(c): return [E('OS', 'Survival months', 'Vital status recode (study cutoff used)', c.n, sum(c.d)), E('CSS', 'Survival months', 'SEER cause-specific death classification', c.n, c.cause.count(1), also=[(c.n, sum(c.d))])]
names('D09_seer.csv', 4009, seer, 0, 0, 'SEER*Stat export', ends=seer_ends, must_not=[M('Year of diagnosis', '*', 'calendar year'), M('*', 'Vital status recode (study cutoff used)', 'wrong deaths', events=-1)], quote=csv.QUOTE_ALL)
def gdc(c, dem='demographic.', dia='diagnoses.', case='cases.submitter_id', miss="'--"):
    return {case: ['TCGA-%04d' % i for i in c.ids], dem + 'gender': ['male' if m else 'female' for m in c.male], dem + 'age_at_index': c.age, dem + 'vital_status': ['Dead' if d else 'Alive' for d in c.d], dem + 'days_to_birth': [-a * 365 for a in c.age], dem + 'days_to_death': [t if d else miss for t, d in zip(c.t, c.d)], dem + 'year_of_birth': [x.year - a for x, a in zip(c.dx, c.age)], dia + 'days_to_last_follow_up': [(miss if c.r.random() < .6 else t - c.r.randint(0, 15)) if d else t for t, d in zip(c.t, c.d)], dia + 'ajcc_pathologic_stage': ['Stage ' + s for s in c.stage]}
GM = lambda dem, dia: [M(dia + 'days_to_last_follow_up', dem + 'vital_status', 'last follow-up alone'), M(dem + 'days_to_death', dem + 'vital_status', 'only the dead'), M(dem + 'days_to_birth', '*', 'days to birth'), M(dem + 'year_of_birth', '*', 'year')]
for f, s, dem, dia, case, miss in [('D10_gdc_new_names.tsv', 4010, 'demographic.', 'diagnoses.', 'cases.submitter_id', "'--"), ('D11_gdc_old_names.tsv', 4011, '', '', 'case_submitter_id', "'--"), ('D12_gdc_not_reported.tsv', 4012, '', '', 'submitter_id', 'not reported'), ('D13_gdc_exposed_api.tsv', 4013, 'demographic_', 'diagnoses_0_', 'id', '')]:
    names(f, s, lambda c: gdc(c, dem, dia, case, miss), 0, 0, 'GDC: days_to_death where dead, last follow-up where alive', ends=lambda c: [E('OS', [dem + 'days_to_death', dia + 'days_to_last_follow_up'], dem + 'vital_status', c.n, sum(c.d))], must_not=GM(dem, dia), sep='\t')
# GDC joined, two rows a case, all the same outcome
c = C(4014, 20); h, r = table(gdc(c)); rows = []
for x in r:
    for k in range(2): rows.append(x + [['Radiation Therapy, NOS', 'Pharmaceutical Therapy, NOS'][k], c.r.choice(['yes', 'no'])])
add('D14_gdc_joined_treatments.tsv', (h + ['treatments.treatment_type', 'treatments.treatment_or_therapy'], rows), 'opens', 'two treatments a case', [E('OS', ['demographic.days_to_death', 'diagnoses.days_to_last_follow_up'], 'demographic.vital_status', c.n, sum(c.d))], [M('*', '*', 'treatments counted as patients', n_over=c.n)] + GM('demographic.', 'diagnoses.'), also=AA, finding=True, rpp='several', sep='\t')

def dates(f, seed, lang, idn, dx, death, last, fmtd, sep=',', status=None, verdict='opens', also=('asks',), why='', both=False, n=40, finding=False, keep=lambda c: None, **fmt):
    """diagnosis, death where dead, last contact; where `both`, last contact is blank for the dead"""
    c = C(seed, n); keep(c)
    o = {idn: c.ids}; o.update(demo(c, lang))
    o[dx] = [fmtd(x) for x in c.dx]
    o[death] = [fmtd(x) if d else '' for x, d in zip(c.end, c.d)]
    o[last] = [('' if both else fmtd(x)) if d else fmtd(x) for x, d in zip(c.end, c.d)]
    st = None
    if status:
        st = status[0]; o[st] = [status[1 + d] for d in c.d]
    add(f, table(o), verdict, why or 'dates: from %s to %s where dead, else %s' % (dx, death, last), [E('OS', [dx, last], None, c.n, sum(c.d))] if verdict == 'opens' or 'opens' in also else [],
        [M('*', '*', 'the years of dates as time', n=-1)], also=list(also), finding=finding, sep=sep, comma=sep == ';', **fmt)
dates('D20_camel_dates.csv', 4020, 'en', 'PatientID', 'DiagnosisDate', 'DeathDate', 'LastContactDate', iso)
dates('D21_todesdatum.csv', 4021, 'de', 'PatNr', 'Diagnosedatum', 'Todesdatum', 'Datum letzter Kontakt', dot, sep=';')
dates('D22_data_decesso.csv', 4022, 'it', 'Paziente', 'Data diagnosi', 'Data decesso', 'Data ultimo follow-up', dmy, sep=';')
dates('D23_date_deces.csv', 4023, 'fr', 'Patient', 'Date diagnostic', 'Date décès', 'Date dernières nouvelles', dmy, sep=';')
dates('D24_fecha_defuncion.csv', 4024, 'es', 'Paciente', 'Fecha diagnóstico', 'Fecha defunción', 'Fecha último contacto', dmy, sep=';')
dates('D25_datum_overlijden.csv', 4025, 'nl', 'Patientnr', 'Datum diagnose', 'Datum overlijden', 'Datum laatste controle', lambda x: x.strftime('%d-%m-%Y'), sep=';')
dates('D26_doedsdato.csv', 4026, 'da', 'Patient', 'Diagnosedato', 'Dødsdato', 'Dato for sidste kontakt', lambda x: x.strftime('%d-%m-%Y'), sep=';')
dates('D27_doedsdatum_sv.csv', 4027, 'sv', 'Patient', 'Diagnosdatum', 'Dödsdatum', 'Datum senaste kontakt', iso, sep=';')
dates('D28_data_zgonu.csv', 4028, 'pl', 'Pacjent', 'Data rozpoznania', 'Data zgonu', 'Data ostatniego kontaktu', dot, sep=';')
dates('D29_data_obito.csv', 4029, 'pt', 'Paciente', 'Data do diagnóstico', 'Data do óbito', 'Data da última consulta', dmy, sep=';')
dates('D30_dates_and_status.csv', 4030, 'en', 'mrn', 'date_of_diagnosis', 'date_of_death', 'date_last_seen', iso, status=('vital_status', 'Alive', 'Dead'))
dates('D31_us_dates_clear.csv', 4031, 'en', 'mrn', 'Dx Date', 'Death Date', 'Last FU Date', lambda x: x.strftime('%m/%d/%Y'), why='month first, clear by days over 12')
dates('D32_two_digit_years.csv', 4032, 'de', 'PatNr', 'Diagnosedatum', 'Todesdatum', 'Letzter Kontakt', lambda x: x.strftime('%d.%m.%y'), sep=';', verdict='asks', also=('refuses',), why='two-digit years: the century is asked')
def lowdays(c):
    c.dx = [dt.date(x.year, x.month, x.day % 12 + 1) for x in c.dx]; c.end = [dt.date(x.year + 1, x.month, x.day % 12 + 1) for x in c.end]
dates('D33_ambiguous_order.csv', 4033, 'en', 'id', 'date_diagnosis', 'date_death', 'date_last_contact', dmy, verdict='asks', also=('refuses',), why='every day is 12 or less: the order is asked', keep=lowdays)
dates('D34_last_blank_for_dead.csv', 4034, 'en', 'id', 'date_diagnosis', 'date_death', 'date_last_contact', iso, both=True)
def early(c):
    for i in [i for i in range(c.n) if c.d[i]][:2]: c.end[i] = c.dx[i] - DAY * 40
c = C(4035, 40); early(c); neg = sum(1 for a, b in zip(c.dx, c.end) if b < a)
add('D35_death_before_diagnosis.csv', table({'id': c.ids}, demo(c), {'date_diagnosis': [iso(x) for x in c.dx], 'date_death': [iso(x) if d else '' for x, d in zip(c.end, c.d)], 'date_last_contact': [iso(x) if not d else '' for x, d in zip(c.end, c.d)]}), 'opens', 'two deaths before the diagnosis are left out and said', [E('OS', ['date_diagnosis', 'date_death'], None, c.n - neg, sum(c.d) - neg)], [M('*', '*', 'negative times used', n_over=c.n - neg)], also=AA, finding=True)
# last contact dates only, no end for the alive
c = C(4036, 40); add('D36_death_date_only.csv', table({'id': c.ids}, demo(c), {'date_diagnosis': [iso(x) for x in c.dx], 'date_death': [iso(x) if d else '' for x, d in zip(c.end, c.d)]}), 'asks', 'no last contact for those alive: end of follow-up unknown', also=RR, must_not=[M('*', '*', 'only the dead have a time', n=sum(c.d))])
# one date each column, status word, end date
c = C(4037, 40); add('D37_start_end_status.csv', table({'id': c.ids}, demo(c), {'DateOfDiagnosis': [iso(x) for x in c.dx], 'DateLastFollowUp': [iso(x) for x in c.end], 'Status': ['Dead' if d else 'Alive' for d in c.d]}), 'opens', 'from the diagnosis to the last follow-up with a status in words: the date of last follow-up of the dead is their death or before; ask or open', [E('OS', ['DateOfDiagnosis', 'DateLastFollowUp'], 'Status', c.n, sum(c.d))], also=AA)
# birth date as possible origin
c = C(4038, 40); add('D38_birth_date_too.csv', table({'id': c.ids, 'DateOfBirth': [iso(x - DAY * (a * 365)) for x, a in zip(c.dx, c.age)]}, demo(c, what='sdh'), {'DateOfDiagnosis': [iso(x) for x in c.dx], 'DateOfDeath': [iso(x) if d else '' for x, d in zip(c.end, c.d)], 'DateOfLastContact': [iso(x) for x in c.end]}), 'opens', 'birth is no origin', [E('OS', ['DateOfDiagnosis', 'DateOfLastContact'], None, c.n, sum(c.d))], also=AA)
# dates with relapse
c = C(4039, 44); dfs = sum(1 for a, b in zip(c.rel, c.d) if a or b)
add('D39_dates_relapse_death.csv', table({'id': c.ids}, demo(c), {'diagnosis_date': [iso(x) for x in c.dx], 'relapse_date': [iso(x) if r else '' for x, r in zip(c.reldt, c.rel)], 'death_date': [iso(x) if d else '' for x, d in zip(c.end, c.d)], 'last_followup_date': [iso(x) for x in c.end]}), 'opens', 'relapse and death dates: OS, DFS composed, relapse competing', [E('OS', ['diagnosis_date', 'death_date'], None, c.n, sum(c.d)), E('DFS', ['diagnosis_date', 'relapse_date'], None, c.n, dfs)], [M('*', '*', 'relapse as 1 − KM', kind='survival', events=sum(c.rel), n=c.n)] if sum(c.rel) not in (sum(c.d), dfs) else [], also=AA)

# ADTTE
def adtte(c, params, cnsr=lambda c, i, k: 1 - (c.d[i] if k == 'OS' else c.rel[i] or c.d[i]), extra=True, base='USUBJID'):
    rows = []
    for i in range(c.n):
        for k in params:
            rows.append(['ST-01', 'ST-01-%04d' % (100 + i), 100 + i % 5, c.age[i], 'M' if c.male[i] else 'F', ['Placebo', 'Drug 10 mg'][c.arm[i] == 'B'], k, {'OS': 'Overall Survival', 'PFS': 'Progression-free Survival', 'TTP': 'Time to Progression'}[k], c.t[i] if k == 'OS' else c.trel[i], 'DAYS', cnsr(c, i, k)])
    return (['STUDYID', base, 'SITEID', 'AGE', 'SEX', 'TRT01P', 'PARAMCD', 'PARAM', 'AVAL', 'AVALU', 'CNSR'], rows)
c = C(4050, 40); add('D50_adtte_one_os.csv', adtte(c, ['OS']), 'opens', 'one PARAMCD; CNSR 0 is the event', [E('OS', 'AVAL', 'CNSR', c.n, sum(c.d))])
c = C(4051, 20); pe = sum(1 for a, b in zip(c.rel, c.d) if a or b); add('D51_adtte_os_pfs.csv', adtte(c, ['OS', 'PFS']), 'asks', 'two parameters: one endpoint each, or asked', [E('OS', 'AVAL', 'CNSR', c.n, sum(c.d)), E('PFS', 'AVAL', 'CNSR', c.n, pe)], [M('*', '*', 'two parameters in one curve', n_over=c.n)], also=OO + RR, main_any=True, rpp='several (id column USUBJID)')
c = C(4052, 40); more = [0 if d else c.r.choice([1, 2, 3]) for d in c.d]; more[[i for i in range(c.n) if not c.d[i]][0]] = 2
add('D52_adtte_cnsr_1_2_3.csv', adtte(c, ['OS'], cnsr=lambda c, i, k: more[i]), 'opens', 'CNSR above 0 are reasons of censoring, no causes', [E('OS', 'AVAL', 'CNSR', c.n, sum(c.d))], [M('AVAL', 'CNSR', 'reasons of censoring as competing events', kind='competing_risks')])
c = C(4053, 40); pe = sum(1 for a, b in zip(c.rel, c.d) if a or b); add('D53_adtte_one_pfs_lower.csv', (lambda h, r: ([x.lower() for x in h], r))(*adtte(c, ['PFS'])), 'opens', 'lower-case ADTTE, one parameter', [E('PFS', 'aval', 'cnsr', c.n, pe)])
c = C(4054, 40); h, r = adtte(c, ['OS']); add('D54_cnsr_without_paramcd.csv', (h[:6] + h[8:], [x[:6] + x[8:] for x in r]), 'opens', 'AVAL and CNSR alone are ADTTE too', [E('OS', 'AVAL', 'CNSR', c.n, sum(c.d))], also=AA)
c = C(4055, 20); h, r = adtte(c, ['OS', 'TTP']); add('D55_adtte_param_names_only.csv', ([x if x != 'PARAMCD' else 'PARAMTYP' for x in h], [x[:6] + ['DERIVED'] + x[7:] for x in r]), 'asks', 'PARAM without PARAMCD, two parameters', [E('OS', 'AVAL', 'CNSR', c.n, sum(c.d)), E('TTP', 'AVAL', 'CNSR', c.n, sum(1 for a, b in zip(c.rel, c.d) if a or b))], [M('*', '*', 'two parameters in one curve', n_over=c.n)], also=OO + RR, main_any=True, rpp='several (id column USUBJID)')
# cBioPortal with comment lines
c = C(4056, 40)
H = '#Patient Identifier\tAge\tSex\tOverall Survival Months\tOverall Survival Status\n#Identifier\tAge\tSex\tOverall survival in months\tOverall survival status\n#STRING\tNUMBER\tSTRING\tNUMBER\tSTRING\n#1\t1\t1\t1\t1\n'
add('D56_cbio_comments.txt', table({'PATIENT_ID': ['P-%04d' % i for i in c.ids], 'AGE': c.age, 'SEX': ['Male' if m else 'Female' for m in c.male], 'OS_MONTHS': c.months, 'OS_STATUS': ['1:DECEASED' if d else '0:LIVING' for d in c.d]}), 'opens', 'cBioPortal patient file with its four lines of comment', [E('OS', 'OS_MONTHS', 'OS_STATUS', c.n, sum(c.d))], sep='\t', head=H)
c, data, rows = repeated(4057, 'Patient ID', lambda i: 'P-%07d' % (i * 7), 'Overall Survival (Months)', 'Overall Survival Status', ('0:LIVING', '1:DECEASED'), times=lambda c: c.months)
data[0][1] = 'Sample ID'
add('D57_cbio_combined_samples.tsv', data, 'opens', 'cBioPortal combined study table, samples of patients', [E('OS', 'Overall Survival (Months)', 'Overall Survival Status', c.n, sum(c.d))], [M('*', '*', 'samples counted as patients', n_over=c.n)], also=AA, finding=True, rpp='several (id column Patient ID)', sep='\t')
# names with units and noise
names('D60_os_dotted.csv', 4060, lambda c: {'X': c.ids, 'Age.at.Dx': c.age, 'OS..months.': c.months, 'Death..1.yes.0.no.': c.d}, 'OS..months.', 'Death..1.yes.0.no.', 'names as R makes them', also=AA)
names('D61_dictionary_in_name.csv', 4061, lambda c: {'ID': c.ids, 'Age': c.age, 'Time (months)': c.months, 'Status (0=dead, 1=alive)': [1 - d for d in c.d]}, 'Time (months)', 'Status (0=dead, 1=alive)', 'the name holds the dictionary: 0 is dead', also=AA, must_not=[])
names('D62_dictionary_in_name_de.csv', 4062, lambda c: {'ID': c.ids, 'Alter': c.age, 'OS (Monate)': c.months, 'Status (1=lebt, 2=tot)': [1 + d for d in c.d]}, 'OS (Monate)', 'Status (1=lebt, 2=tot)', 'the name holds the dictionary: 2 is dead', also=AA, sep=';', comma=True)
names('D63_event_free_efs.csv', 4063, lambda c: {'ID': c.ids, 'Age': c.age, 'EFS_time': c.t, 'EFS_event': c.d, 'MRD': [c.r.choice(['pos', 'neg']) for _ in c.t]}, 'EFS_time', 'EFS_event', 'EFS')
names('D64_os_time_named_os.csv', 4064, lambda c: {'ID': c.ids, 'Age': c.age, 'OS': c.months, 'Death': c.d}, 'OS', 'Death', 'OS is the time', must_not=[M('*', 'OS', 'the time as status')])
names('D65_os_flag_os_time.csv', 4065, lambda c: {'ID': c.ids, 'Age': c.age, 'OS': c.d, 'OS.time': c.t, 'PFI': [int(a or b) for a, b in zip(c.d, c.rel)], 'PFI.time': c.trel}, 'OS.time', 'OS', 'OS is the flag', must_not=[M('OS', '*', 'the flag as time')])
names('D66_stata_t_d.csv', 4066, lambda c: {'id': c.ids, 'age': c.age, 'drug': c.male, '_st': [1] * c.n, '_d': c.d, '_t': c.t, '_t0': [0] * c.n}, '_t', '_d', 'Stata st variables', must_not=[M('*', '_st', 'sample flag as event')])
names('D67_fu_exitus_numeric.csv', 4067, lambda c: {'NHC': [90000 + i for i in c.ids], 'Edad': c.age, 'Sexo': ['H' if m else 'M' for m in c.male], 'Seguimiento_meses': c.months, 'Exitus': c.d}, 'Seguimiento_meses', 'Exitus', 'Exitus 0/1', sep=';', comma=True)
names('D68_tod_0_1.csv', 4068, lambda c: {'PatNr': c.ids, 'Alter': c.age, 'OS (Monate)': c.months, 'Tod': c.d}, 'OS (Monate)', 'Tod', 'Tod 0/1', sep=';', comma=True, enc='latin-1')
names('D69_avliden_0_1.csv', 4069, lambda c: {'Löpnr': c.ids, 'Ålder': c.age, 'os_days': c.t, 'Avliden': c.d}, 'os_days', 'Avliden', 'Avliden 0/1', sep=';', also=AA)

# ───────────────────────────── F. text quirks ─────────────────────────────
def quirk(f, seed, why, lang='de', tn='OS_Monate', sn='Status', w=('lebt', 'verstorben'), **fmt):
    c = C(seed, 42)
    add(f, table({'Nr': c.ids}, demo(c, lang), {tn: c.months, sn: [w[d] for d in c.d]}), 'opens', why, [E('OS', tn, sn, c.n, sum(c.d))], **fmt)
quirk('F01_semicolon_decimal_comma.csv', 5001, 'semicolons and decimal commas', sep=';', comma=True)
quirk('F02_bom_crlf.csv', 5002, 'UTF-8 BOM and CRLF', 'fr', 'Survie_mois', 'Statut', ('vivant', 'décédé'), sep=';', comma=True, bom=True, eol='\r\n')
quirk('F03_latin1.csv', 5003, 'Latin-1', 'es', 'Supervivencia_meses', 'Estado vital', ('vivo', 'fallecido'), sep=';', comma=True, enc='latin-1')
quirk('F04_all_quoted.csv', 5004, 'every field quoted', 'it', 'OS_mesi', 'Stato', ('vivo', 'deceduto'), quote=csv.QUOTE_ALL)
quirk('F05_tabs.tsv', 5005, 'tabs', sep='\t')
quirk('F06_trailing_blank_rows.csv', 5006, 'blank rows at the end, as Excel leaves them', sep=';', comma=True, tail=7)
quirk('F07_utf16.csv', 5007, 'UTF-16 with BOM, as Excel "Unicode text"', 'pl', 'os_months', 'Status', ('żyje', 'zmarł'), sep='\t', enc='utf-16')
TRUTH['F07_utf16.csv']['also_ok'] = ['refuses']
quirk('F08_sep_line.csv', 5008, 'Excel\'s sep=; line', sep=';', comma=True, head='sep=;\n')
quirk('F09_decimal_comma_quoted.csv', 5009, 'commas between and decimal commas within quotes', comma=True)
quirk('F10_cp1250.csv', 5010, 'Windows-1250 Polish: a foreign code page misread as Latin-1 must not lose the death words', 'pl', 'os_months', 'Status', ('żyje', 'zmarł'), sep=';', comma=True, enc='cp1250')
TRUTH['F10_cp1250.csv']['also_ok'] = ['asks', 'refuses']

# ───────────────────────────── more of A ─────────────────────────────
for i, (f, idn, fmt_) in enumerate([('A26_patientnr_discordant.csv', 'Patientnr', lambda i: 200 + i), ('A27_medical_record_number_discordant.csv', 'Medical Record Number', lambda i: 550000 + 13 * i), ('A28_no_dossier_discordant.csv', 'N° dossier', lambda i: 'D%04d' % i)]):
    data, n = discord(1150 + i, idn, fmt_, 'time', 'status', ('0', '1'))
    add(f, data, 'asks', 'two rows a patient (%s) with different outcomes: no rule which counts' % idn, [], [M('*', '*', 'rows counted as patients', n_over=n)], also=RR, rpp='several (id column %s)' % idn)
def twoids(f, seed, a, b, why, rowfirst=True):
    c = C(seed, 24); h, r = table({a: [0] * c.n, b: [70000 + 11 * i for i in c.ids]}, demo(c), {'os_days': c.t, 'death': c.d}); rows = []
    for x in r:
        for k in range(c.r.choice([1, 2, 2])): rows.append([len(rows) + 1] + x[1:])
    add(f, (h, rows), 'opens', why, [E('OS', 'os_days', 'death', c.n, sum(c.d))], [M('*', '*', 'rows counted as patients', n_over=c.n)], also=AA, finding=True, rpp='several (id column %s)' % b)
twoids('A64_id_rownumber_mrn.csv', 1250, 'id', 'MRN', 'id numbers the rows, MRN the patients')
twoids('A65_record_id_patient_id.csv', 1251, 'record_id', 'patient_id', 'record_id numbers the records (one a sample), patient_id the patients')
twoids('A66_case_no_patient.csv', 1252, 'case_id', 'Patient', 'case_id numbers the admissions, Patient the patients')
twoids('A67_rownames_usubjid.csv', 1253, 'X', 'USUBJID', 'X numbers the rows, as R writes it')
def intervals(f, seed, how, verdict, why, also, idn='id', start='start', stop='stop'):
    c = C(seed, 18); c.t = [max(t, 200) for t in c.t]; rows = []
    for i in range(c.n):
        m = c.r.randint(60, c.t[i] - 60)
        gap = {'gap': 30, 'overlap': -30, 'none': 0}[how] if i % 3 == 0 else 0
        rows += [[c.ids[i], c.age[i], 'M' if c.male[i] else 'F', 0, m, 0], [c.ids[i], c.age[i], 'M' if c.male[i] else 'F', m + gap, c.t[i], c.d[i]]]
    h = [idn, 'age', 'sex', start, stop, 'event']
    if idn is None: h, rows = h[1:], [x[1:] for x in rows]
    add(f, (h, rows), verdict, why, [E('OS', stop, 'event', c.n, sum(c.d))] if idn else [], [M('*', '*', 'intervals counted as patients', n_over=c.n)], also=also, finding=True, rpp='several')
intervals('A43_intervals_overlap.csv', 1260, 'overlap', 'asks', 'intervals of a patient overlap', ['refuses'])
TRUTH['A43_intervals_overlap.csv']['endpoints'] = []
intervals('A44_intervals_gap.csv', 1261, 'gap', 'asks', 'a gap between the intervals: out of observation; ask, or join and say so', ['opens', 'refuses'])
intervals('A45_intervals_no_id.csv', 1262, 'none', 'asks', 'start–stop rows without any id: how many patients there are is unknown', ['refuses'], idn=None)

# ───────────────────────────── more of B ─────────────────────────────
for i, (f, lang, w) in enumerate([('B75_con_vida.csv', 'es', 'con vida'), ('B76_levende.csv', 'no', 'levende'), ('B77_vid_liv.csv', 'sv', 'vid liv'), ('B78_well.csv', 'en', 'Well')]):
    c = C(2300 + i, 45)
    add(f, table({'id': c.ids}, demo(c, lang), {'os_days': c.t, 'vital_status': [w if not d else 'Dead' for d in c.d]}), 'opens', '“%s” is alive; who does not know the word must ask: with the dead alone the curve falls to zero' % w,
        [E('OS', 'os_days', 'vital_status', c.n, sum(c.d))], [M('os_days', 'vital_status', 'only the dead are left', n=sum(c.d))], also=AA)
words('B103_no_event_flag.csv', 2310, 'en', 'id', 'time', 'no_event', ['1'], ['0'], strictwhy='no_event 1 is no event', also=AA)
words('B104_relapse_free_flag.csv', 2311, 'en', 'id', 'time', 'relapse_free', ['1'], ['0'], strictwhy='relapse_free 1 is no relapse', also=AA)
words('B105_disease_free_yes.csv', 2312, 'en', 'id', 'time', 'disease_free', ['yes'], ['no'], strictwhy='disease_free yes is no relapse', also=AA)
words('B106_relapse_none_local_distant.csv', 2313, 'en', 'id', 'dfs_months', 'recurrence', ['None'], ['Local', 'Distant'], months=True, strictwhy='"None" is no recurrence, not a missing value', also=AA)
c = C(2313, 45); TRUTH['B106_relapse_none_local_distant.csv']['must_not'] = [M('dfs_months', 'recurrence', 'only the relapsed are left', n=sum(c.d))]
TRUTH['B106_relapse_none_local_distant.csv']['endpoints'].append(E('by site', 'dfs_months', 'recurrence', 45, sum(c.d), kind='competing_risks')); TRUTH['B106_relapse_none_local_distant.csv']['main_any'] = True
words('B107_decimal_comma_codes.csv', 2314, 'de', 'Nr', 'OS_Monate', 'Tod', ['0,00'], ['1,00'], months=True, sep=';', comma=True, strictwhy='codes spoiled by decimal commas')
words('B110_censored_true_false.csv', 2315, 'en', 'id', 'os_days', 'Censored', ['TRUE'], ['FALSE'], strictwhy='Censored TRUE is censored', also=AA)
words('B111_cens_y_n.csv', 2316, 'en', 'id', 'time', 'cens', ['Y'], ['N'], strictwhy='cens Y is censored', also=AA)
words('B112_censure_oui_non.csv', 2317, 'fr', 'Numéro', 'Survie_mois', 'Censuré', ['oui'], ['non'], months=True, sep=';', comma=True, strictwhy='Censuré oui is censored', also=AA)
words('B113_dead_questionmark.csv', 2318, 'en', 'id', 'os_days', 'vital_status', ['Alive'], ['Dead'], [], ['Dead?'], strictwhy='"Dead?" is doubtful: left out and said, or asked', also=AA)
words('B114_vivant_afd_dropout.csv', 2319, 'de', 'Nr', 'OS_Tage', 'Status', ['lebt'], ['tot'], ['Drop-out'], sep=';', comma=True, strictwhy='drop-out is censored')
words('B115_alive_dead_codes_mixed.csv', 2320, 'en', 'id', 'os_days', 'vital_status', ['alive', '0'], ['dead', '1'], strictwhy='words and codes mixed; 0 and 1 beside words are not clear', also=AA)
TRUTH['B115_alive_dead_codes_mixed.csv']['endpoints'][0]['also'] = []
c = C(2321, 45)
add('B108_numeric_and_words.csv', table({'id': c.ids}, demo(c), {'Survival months': [int(t / 30.4) for t in c.t], 'Vital Status': [1 - d for d in c.d], 'Vital status recode': ['Dead' if d else 'Alive' for d in c.d]}), 'opens', 'the words show that 0 is dead', [E('OS', 'Survival months', 'Vital status recode', c.n, sum(c.d), alt=[('Survival months', 'Vital Status')])])
c = C(2322, 45); v = ['Dead' if d else 'Alive' for d in c.d]; x = [i for i in range(c.n) if not c.d[i]][:2]
for i in x: v[i] = 'Dead'
add('B109_two_statuses_disagree.csv', table({'id': c.ids}, demo(c), {'os_days': c.t, 'death': c.d, 'vital_status': v}), 'asks', 'death and vital_status disagree in two patients: asked or said', [E('OS', 'os_days', 'death', c.n, sum(c.d), also=[(c.n - 2, sum(c.d))], alt=[]), E('OS', 'os_days', 'vital_status', c.n, sum(c.d) + 2, also=[(c.n - 2, sum(c.d))])], also=['opens'], finding=True, main_any=True)
# no status of life at all
for i, (f, col, vals) in enumerate([('B116_ecog_performance_status.csv', 'ECOG performance status', [0, 1, 2]), ('B117_smoking_status.csv', 'smoking_status', ['current', 'former', 'never']), ('B118_tumor_status.csv', 'tumor_status', ['TUMOR FREE', 'WITH TUMOR']), ('B119_hpv_status.csv', 'HPV status', ['positive', 'negative']), ('B120_er_status_1_0.csv', 'ER_status', [0, 1]), ('B121_marital_status.csv', 'marital_status', ['single', 'married', 'widowed'])]):
    c = C(2330 + i, 45)
    add(f, table({'id': c.ids}, demo(c), {'os_days': c.t, col: [c.r.choice(vals) for _ in c.t]}), 'refuses', '%s is no outcome' % col, [], [M('*', col, 'a covariate as outcome')], also=AA)
# causes known in part
c = C(2340, 48); ca = [['', 'Cancer', 'Other'][k] for k in c.cause]; bl = [i for i in range(c.n) if c.cause[i] == 1][:2]
for i in bl: ca[i] = ''
add('B122_cause_blank_in_two_dead.csv', table({'id': c.ids}, demo(c), {'os_days': c.t, 'vital_status': ['Dead' if d else 'Alive' for d in c.d], 'cause_of_death': ca}), 'opens', 'two deaths without a cause: OS has all; by cause they are no censorings', [E('OS', 'os_days', 'vital_status', c.n, sum(c.d))], [M('os_days', 'cause_of_death', 'deaths of unknown cause as censored', kind='competing_risks', n=c.n, events=sum(c.d) - 2)])
# vital status says Alive, the death date is there
c = C(2341, 40); v = ['Dead' if d else 'Alive' for d in c.d]; x = [i for i in range(c.n) if c.d[i]][:2]
for i in x: v[i] = 'Alive'
add('B123_alive_with_death_date.csv', table({'id': c.ids}, demo(c), {'date_of_diagnosis': [iso(a) for a in c.dx], 'vital_status': v, 'date_of_death': [iso(a) if d else '' for a, d in zip(c.end, c.d)], 'date_last_contact': [iso(a) for a in c.end]}), 'asks', 'two patients alive with a date of death: asked or said', [E('OS', ['date_of_diagnosis', 'date_last_contact'], None, c.n, sum(c.d), also=[(c.n, sum(c.d) - 2), (c.n - 2, sum(c.d) - 2)])], also=['opens'], finding=True)
# death as a date beside a time
c = C(2342, 40)
add('B124_death_date_as_status.csv', table({'id': c.ids}, demo(c), {'os_days': c.t, 'death': [iso(a) if d else '' for a, d in zip(c.end, c.d)]}), 'asks', 'the status is a date of death or blank: blank is alive or unknown', [E('OS', 'os_days', 'death', c.n, sum(c.d))], [M('os_days', 'death', 'only the dead are left', n=sum(c.d))], also=['opens', 'refuses'], finding=True)

# ───────────────────────────── more of C ─────────────────────────────
c = C(3101, 40); add('C36_pfs_time_death_status.csv', table({'id': c.ids}, demo(c), {'pfs_months': c.months, 'death': c.d}), 'asks', 'a time to progression with the status of death', [], [], also=RR)
c = C(3102, 45); bad = [i % 11 == 0 for i in c.ids]; add('C37_status_without_time.csv', table({'id': c.ids}, demo(c), {'os_days': ['' if b else t for b, t in zip(bad, c.t)], 'os_status': ['dead' if d else 'alive' for d in c.d]}), 'opens', 'a status without a time is left out and said', [E('OS', 'os_days', 'os_status', c.n - sum(bad), sum(d for d, b in zip(c.d, bad) if not b))], [M('*', '*', 'blank times used', n_over=c.n - sum(bad))], finding=True)
c = C(3103, 40); dd = [i for i in range(c.n) if c.d[i]][:3]
add('C38_gdc_dead_without_death_day.tsv', table({'case_submitter_id': ['X-%03d' % i for i in c.ids]}, demo(c), {'vital_status': ['Dead' if d else 'Alive' for d in c.d], 'days_to_death': [(t if i not in dd else "'--") if d else "'--" for i, (t, d) in enumerate(zip(c.t, c.d))], 'days_to_last_follow_up': [t if not d or i in dd else "'--" for i, (t, d) in enumerate(zip(c.t, c.d))]}), 'opens', 'three dead without a day of death: left out (or died at the last contact, or censored there), said', [E('OS', ['days_to_death', 'days_to_last_follow_up'], 'vital_status', c.n - 3, sum(c.d) - 3, also=[(c.n, sum(c.d)), (c.n, sum(c.d) - 3)])], [M('days_to_last_follow_up', 'vital_status', 'last follow-up alone')], also=AA, finding=True, sep='\t')
c = C(3104, 40); add('C39_plus_marks_censoring.csv', table({'id': c.ids}, demo(c), {'survival_months': ['%.1f%s' % (m, '' if d else '+') for m, d in zip(c.months, c.d)]}), 'asks', '"12.3+" is censored at 12.3: as in printed tables', [], [], also=RR)
c = C(3105, 40); add('C40_plus_and_status.csv', table({'id': c.ids}, demo(c), {'survival_months': ['%.1f%s' % (m, '' if d else '+') for m, d in zip(c.months, c.d)], 'dead': c.d}), 'asks', '"12.3+" beside a status: times with a plus must not vanish', [E('OS', 'survival_months', 'dead', c.n, sum(c.d))], [M('survival_months', 'dead', 'only the dead are left', n=sum(c.d))], also=OO + RR)
c = C(3106, 40); add('C41_units_in_cells.csv', table({'id': c.ids}, demo(c), {'survival': ['%d months' % max(1, t // 30) if c.r.random() < .7 else '%d days' % t for t in c.t], 'dead': c.d}), 'asks', 'months and days mixed in the cells', [], [], also=RR)
c = C(3107, 40); add('C42_time_of_day.csv', table({'id': c.ids}, demo(c), {'time': ['%02d:%02d' % (c.r.randint(7, 18), c.r.randint(0, 59)) for _ in c.t], 'status': ['dead' if d else 'alive' for d in c.d]}), 'refuses', 'a time of day is no follow-up', [], [M('*', '*', 'a time of day as follow-up')], also=AA)
c = C(3108, 40); add('C43_los_hospital_death.csv', table({'id': c.ids}, demo(c), {'los_days': [c.r.randint(1, 40) for _ in c.t], 'hospital_death': c.d}), 'asks', 'length of stay with death in hospital: discharge is not an uninformative censoring', [], [], also=RR)
c = C(3109, 40); add('C44_30_day_mortality.csv', table({'id': c.ids}, demo(c), {'os_days': c.t, 'mortality_30d': [int(d and t <= 30) for d, t in zip(c.d, c.t)], 'mortality_90d': [int(d and t <= 90) for d, t in zip(c.d, c.t)], 'dead': c.d}), 'opens', 'mortality within 30 and 90 days are no status at os_days', [E('OS', 'os_days', 'dead', c.n, sum(c.d))], [M('os_days', 'mortality_30d', 'a 30-day flag as status'), M('os_days', 'mortality_90d', 'a 90-day flag as status')])
c = C(3110, 40); add('C45_1_year_survival_flag.csv', table({'id': c.ids}, demo(c), {'os_months': c.months, 'alive_at_1_year': [int(m > 12) for m in c.months]}), 'asks', 'alive at one year is no status at the end of follow-up', [], [M('os_months', 'alive_at_1_year', 'a landmark flag as status')], also=RR)
c = C(3111, 40); add('C46_age_at_death.csv', table({'id': c.ids}, demo(c, what='sdh'), {'age_at_death': [round(a + t / 365, 1) if d else '' for a, t, d in zip(c.age, c.t, c.d)], 'age_last_seen': [round(a + t / 365, 1) for a, t in zip(c.age, c.t)], 'dead': c.d}), 'asks', 'ages without an age at entry', [], [M('*', '*', 'age as follow-up')], also=RR)
c = C(3112, 40); add('C47_time_is_visit_number.csv', (['id', 'time', 'age', 'hb', 'response'], [[i, v, c.age[i - 1], round(c.r.gauss(12, 1), 1), c.r.randint(0, 1)] for i in c.ids[:15] for v in (1, 2, 3)]), 'refuses', 'time is the visit number of a longitudinal table', [], [M('*', '*', 'visits as follow-up')], also=AA, rpp='several')
c = C(3113, 40); add('C48_sentinel_death_date.csv', table({'id': c.ids}, demo(c), {'date_diagnosis': [iso(a) for a in c.dx], 'date_death': [iso(a) if d else '9999-12-31' for a, d in zip(c.end, c.d)], 'date_last_contact': [iso(a) for a in c.end]}), 'asks', '9999-12-31 is no date of death', [E('OS', ['date_diagnosis', 'date_last_contact'], None, c.n, sum(c.d))], [M('*', '*', 'all are dead', events=c.n)], also=['opens', 'refuses'], finding=True)
c = C(3114, 40); add('C49_sentinel_1900.csv', table({'id': c.ids}, demo(c), {'date_diagnosis': [iso(a) for a in c.dx], 'date_death': [iso(a) if d else '1900-01-01' for a, d in zip(c.end, c.d)], 'date_last_contact': [iso(a) for a in c.end]}), 'asks', '1900-01-01 is no date of death', [E('OS', ['date_diagnosis', 'date_last_contact'], None, c.n, sum(c.d))], [M('*', '*', 'all are dead', events=c.n), M('*', '*', 'the living are left out', n=sum(c.d))], also=['opens', 'refuses'], finding=True)
xl = lambda x: (x - dt.date(1899, 12, 30)).days
c = C(3115, 40); add('C50_excel_serials.csv', table({'id': c.ids}, demo(c), {'date_diagnosis': [xl(a) for a in c.dx], 'date_death': [xl(a) if d else '' for a, d in zip(c.end, c.d)], 'date_last_contact': [xl(a) for a in c.end]}), 'asks', 'Excel serial numbers in date columns', [E('OS', ['date_diagnosis', 'date_last_contact'], None, c.n, sum(c.d))], [M('date_last_contact', '*', 'a serial number as follow-up'), M('date_death', '*', 'a serial number as follow-up')], also=['opens', 'refuses'], finding=True)
c = C(3116, 40); add('C51_time_in_other_event.csv', table({'id': c.ids}, demo(c), {'time_to_relapse': [t if r else '' for t, r in zip(c.trel, c.rel)], 'relapse': c.rel, 'os_days': c.t, 'os_event': c.d}), 'opens', 'time to relapse only where relapsed: no endpoint by itself', [E('OS', 'os_days', 'os_event', c.n, sum(c.d))], [M('time_to_relapse', '*', 'only the relapsed have a time', n=sum(c.rel)), M('time_to_relapse', 'relapse', 'relapse as 1 − KM', kind='survival')])
c = C(3117, 40); dfs = [int(a or b) for a, b in zip(c.rel, c.d)]
add('C52_pfs_event_types.csv', table({'id': c.ids}, demo(c), {'pfs_months': [round(t / 30.4, 1) for t in c.trel], 'pfs_event': [['none', 'progression', 'death'][1 if r else 2 if d else 0] for r, d in zip(c.rel, c.d)]}), 'opens', 'an event column that says which: progression or death (a composed PFS may stand beside it)', [E('by cause', 'pfs_months', 'pfs_event', c.n, {'progression': sum(c.rel), 'death': sum(dfs) - sum(c.rel)}, kind='competing_risks')], [M('pfs_months', 'pfs_event', '"none" as missing: only events are left', n=sum(dfs))], also=AA, main_any=True)

# ───────────────────────────── more of D ─────────────────────────────
for i, (f, lang, tn, mon, strict) in enumerate([
    ('D70_ueberlebenszeit_monate.csv', 'de', 'Überlebenszeit (Monate)', 1, 1), ('D71_beobachtungszeit_tage.csv', 'de', 'Beobachtungszeit_Tage', 0, 1), ('D72_gesamtueberleben.csv', 'de', 'Gesamtüberleben_Monate', 1, 1),
    ('D73_survie_globale.csv', 'fr', 'Survie globale (mois)', 1, 1), ('D74_duree_suivi.csv', 'fr', 'Durée de suivi (mois)', 1, 1), ('D75_sopravvivenza_mesi.csv', 'it', 'Sopravvivenza (mesi)', 1, 1), ('D76_supervivencia_global.csv', 'es', 'Supervivencia global (meses)', 1, 1),
    ('D77_os_maanden.csv', 'nl', 'OS_maanden', 1, 0), ('D78_overleving_dagen.csv', 'nl', 'Overleving (dagen)', 0, 0), ('D79_os_maneder.csv', 'da', 'OS_måneder', 1, 0), ('D80_overlevnad_dagar.csv', 'sv', 'Överlevnad (dagar)', 0, 0),
    ('D81_overlevelse_mnd.csv', 'no', 'Overlevelse_mnd', 1, 0), ('D82_czas_przezycia.csv', 'pl', 'Czas przeżycia (dni)', 0, 0), ('D83_sobrevida_global.csv', 'pt', 'Sobrevida global (meses)', 1, 0), ('D84_follow_up_maanden.csv', 'nl', 'Follow-up (maanden)', 1, 0)]):
    c = C(4300 + i, 42)
    add(f, table({'id': c.ids}, demo(c, lang), {tn: c.months if mon else c.t, 'Status': ['dead' if d else 'alive' for d in c.d]}), 'opens', 'the name of the time in its language', [E('OS', tn, 'Status', c.n, sum(c.d))], also=[] if strict else AA, sep=';', comma=True)
for i, (f, lang, sn) in enumerate([('D85_letzter_status.csv', 'de', 'Letzter Status'), ('D86_last_known_status.csv', 'en', 'Last known status'), ('D87_outcome.csv', 'en', 'Outcome'), ('D88_stato_vitale.csv', 'it', 'Stato vitale'), ('D89_vitale_status.csv', 'nl', 'Vitale status')]):
    c = C(4330 + i, 42)
    add(f, table({'id': c.ids}, demo(c, lang), {'os_days': c.t, sn: ['dead' if d else 'alive' for d in c.d]}), 'opens', 'the words alive and dead say what %s is' % sn, [E('OS', 'os_days', sn, c.n, sum(c.d))])
mon = lambda x: '%02d-%s-%d' % (x.day, ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][x.month - 1], x.year)
dates('D40_dates_month_names.csv', 4100, 'en', 'mrn', 'date_of_diagnosis', 'date_of_death', 'date_last_contact', mon)
dates('D41_datetimes.csv', 4101, 'en', 'mrn', 'date_of_diagnosis', 'date_of_death', 'date_last_contact', lambda x: x.isoformat() + ' 00:00:00')
dates('D42_us_two_digit.csv', 4102, 'en', 'mrn', 'Date of Diagnosis', 'Date of Death', 'Date Last Contact', lambda x: x.strftime('%m/%d/%y'), verdict='asks', also=('refuses',), why='two-digit years: the century is asked')
c = C(4103, 40); add('D43_mixed_orders.csv', table({'id': c.ids}, demo(c), {'date_diagnosis': [a.strftime('%d/%m/%Y') for a in c.dx], 'date_death': [a.strftime('%m/%d/%Y') if d else '' for a, d in zip(c.end, c.d)], 'date_last_contact': [a.strftime('%m/%d/%Y') for a in c.end]}), 'asks', 'one column is day first, the others month first, each clear by days over 12: ask, or read each and say so', [E('OS', ['date_diagnosis', 'date_last_contact'], None, c.n, sum(c.d))], also=['opens', 'refuses'], finding=True)
c = C(4104, 40); add('D44_partial_dates.csv', table({'USUBJID': ['U%03d' % i for i in c.ids]}, demo(c), {'RANDDTC': [iso(a) for a in c.dx], 'DTHDTC': [(iso(a) if i % 4 else iso(a)[:7]) if d else '' for i, (a, d) in enumerate(zip(c.end, c.d))], 'LSTALVDTC': [iso(a) for a in c.end]}), 'asks', 'partial dates of death (year and month): ask, refuse, or leave out and say', [E('OS', ['RANDDTC', 'LSTALVDTC'], None, c.n, sum(c.d), also=[(c.n - sum(1 for i in range(c.n) if c.d[i] and i % 4 == 0), sum(1 for i in range(c.n) if c.d[i] and i % 4))])], [M('*', '*', 'a death with a partial date is alive', n=c.n, events=sum(1 for i in range(c.n) if c.d[i] and i % 4))] if any(c.d[i] and i % 4 == 0 for i in range(c.n)) else [], also=['opens', 'refuses'], finding=True)

# ───────────────────────────── more of F ─────────────────────────────
c = C(5101, 40); h, r = table({'Nr': c.ids}, demo(c, 'de'), {'OS_Monate': c.months, 'Status': ['tot' if d else 'lebt' for d in c.d]})
add('F11_title_row.csv', (['Kohorte 2013–2017'] + [''] * (len(h) - 1), [h] + r), 'refuses', 'a title above the header: opened by the right header, asked or refused', [E('OS', 'OS_Monate', 'Status', c.n, sum(c.d))], also=['opens', 'asks'], sep=';', comma=True)
add('F12_mean_row.csv', (h, r + [['Mittelwert', 58.3, '', '', 12.6, 381.2, 36.4, '']]), 'opens', 'a row of means at the end is no patient', [E('OS', 'OS_Monate', 'Status', c.n, sum(c.d))], [M('*', '*', 'the mean is a patient', n_over=c.n)], also=['asks', 'refuses'], finding=True, sep=';', comma=True)
c = C(5102, 40); h, r = table({'id': c.ids}, demo(c), {'os_days': c.t, 'death': c.d}); tot = ['Total', '', '', '', '', '', sum(c.t), sum(c.d)]
add('F13_total_row_numeric.csv', (h, r + [tot]), 'opens', 'a row of sums at the end is no patient; its death code is a number of deaths', [E('OS', 'os_days', 'death', c.n, sum(c.d))], [M('*', '*', 'the sum is a patient', n_over=c.n), M('*', '*', 'the sum of deaths as a cause', kind='competing_risks')], also=['asks', 'refuses'], finding=True)
add('F14_legend_below.csv', (h, r + [[''] * len(h), ['0 = alive, 1 = dead'] + [''] * (len(h) - 1)]), 'opens', 'a legend below the table is no patient', [E('OS', 'os_days', 'death', c.n, sum(c.d))], [M('*', '*', 'the legend is a patient', n_over=c.n)], also=['asks', 'refuses'], finding=True)
c = C(5103, 40); h, r = table({'id': c.ids}, demo(c), {'time': c.t, 'status_': [c.r.choice(['never', 'current']) for _ in c.t], 'status': c.d}); h[-2] = 'status'
add('F15_two_columns_status.csv', (h, r), 'asks', 'two columns named status', [E('OS', 'time', 'status', c.n, sum(c.d), alt=[('time', 'status (2)')])], also=['refuses', 'opens'], finding=True)
c = C(5104, 40); add('F16_nbsp_in_codes.csv', table({'id': c.ids}, demo(c), {'os_days': c.t, 'vital_status': [('Dead\u00a0' if i % 2 else 'Dead') if d else ('\u00a0Alive' if i % 2 else 'Alive') for i, d in zip(c.ids, c.d)]}), 'opens', 'no-break spaces around the words', [E('OS', 'os_days', 'vital_status', c.n, sum(c.d))])

# numbers of patients and visits that look like times
c = C(6001, 40); add('A96_study_no_unique.csv', table({'study_no': c.ids}, demo(c), {'os_days': c.t, 'death': c.d}), 'opens', 'study_no is the number of the patient in the study, no time', [E('OS', 'os_days', 'death', c.n, sum(c.d))], [M('study_no', '*', 'a patient number as follow-up')])
c = C(6002, 40); add('A97_study_number_words.csv', table({'Study number': [100 + i for i in c.ids]}, demo(c), {'Follow-up (months)': c.months, 'Vital status': ['Dead' if d else 'Alive' for d in c.d]}), 'opens', 'Study number is the number of the patient, no time', [E('OS', 'Follow-up (months)', 'Vital status', c.n, sum(c.d))], [M('Study number', '*', 'a patient number as follow-up')])
c = C(6003, 40); add('A98_study_no_only.csv', table({'study_no': [100 + i for i in c.ids]}, demo(c), {'death': c.d}), 'refuses', 'no time in the file, a patient number', [], [M('study_no', '*', 'a patient number as follow-up')], also=AA)
c = C(6004, 40); add('C53_follow_up_no.csv', table({'id': c.ids}, demo(c), {'follow_up_no': [c.r.randint(1, 12) for _ in c.t], 'os_days': c.t, 'death': c.d}), 'opens', 'follow_up_no counts visits', [E('OS', 'os_days', 'death', c.n, sum(c.d))], [M('follow_up_no', '*', 'a number of visits as follow-up')])
c = C(6005, 40); add('C54_n_followup_visits_only.csv', table({'id': c.ids}, demo(c), {'follow_up_no': [c.r.randint(1, 12) for _ in c.t], 'death': c.d}), 'refuses', 'follow_up_no counts visits', [], [M('follow_up_no', '*', 'a number of visits as follow-up')], also=AA)
c = C(6006, 40); c.t = [max(t, 40) for t in c.t]; first = [c.r.randint(5, t - 5) for t in c.t]
add('A36b_first_interval_event_20pc.csv', table({'id': c.ids}, demo(c), {'start': [0] * c.n, 'stop': first, 'event': [int(d and c.r.random() < .4) for d in c.d], 'futime': c.t, 'death': c.d}), 'opens', 'futime/death are the follow-up; start, stop, event the first interval only', [E('OS', 'futime', 'death', c.n, sum(c.d))], [M('stop', '*', 'first interval as follow-up'), M('futime', 'event', 'the status of the first interval at the end of follow-up')])

with open(os.path.join(HERE, 'truth.json'), 'w', encoding='utf-8') as f:
    json.dump(TRUTH, f, ensure_ascii=False, indent=1)
print(len(TRUTH), 'tables')
