//! A small library that has the edges of the format, each job named after its own.

/// The files: path and text.
pub const EDGES: &[(&str, &str)] = &[
    ("library.yaml", LIBRARY),
    ("competencies/negotiation.yaml", NEGOTIATION),
    ("competencies/first-aid.yaml", FIRST_AID),
    ("competencies/hearing.yaml", HEARING),
    ("competencies/driving.yaml", DRIVING),
    ("operations/harbour-pilot.yaml", PILOT),
    ("operations/crane-driver.yaml", CRANE_DRIVER),
    ("operations/shift-lead.yaml", SHIFT_LEAD),
    ("operations/dock-hands.yaml", DOCK_HANDS),
    ("office/ingenieur.yaml", ENGINEER),
    ("office/japanese.yaml", JAPANESE),
    ("office/clerk.yaml", CLERK),
    ("broken/not-yaml.yaml", NOT_YAML),
    ("broken/misfits.yaml", MISFITS),
    ("broken/hostile.yaml", HOSTILE),
];

const LIBRARY: &str = "\
name: Harbour trust
currency: GBP
groups:
  craft: Craft
  people: With people
scales:
  default:
    cumulative: true
    levels: { 1: Novice, 2: Helper, 3: Hand, 4: Lead, 5: Master }
  acuity:
    cumulative: false
    levels:
      0:
      1:
      2:
      3:
      4:
      5:
      6:
      7:
  points:
    levels: { 1: Lowest, 50: Middle, 99: Highest }
source: { name: Harbour trust handbook, licence: CC-BY-4.0 }
";

const NEGOTIATION: &str = "\
name: Negotiation
also_known_as: [Bargaining]
definition: Coming to terms that both sides keep, also when one of them would rather not have met at all.
levels:
  1:
    statement: Has been at the table.
    behaviours:
      - Listens until the other side has finished.
  3:
    behaviours:
      - Prepares an offer and one that can still be made after it, so that a refusal does not end the talk.
      - Writes down what was agreed before everybody leaves.
    more: 4
  4: { undefined: true }
  5:
    label: Envoy
    behaviours: [Speaks for the trust.]
";

const FIRST_AID: &str = "\
name: First aid
definition: Helping until the ambulance comes.
levels:
  2: { behaviours: [Stops a bleeding.] }
";

const HEARING: &str = "\
name: Hearing acuity
definition: Telling one sound from another.
scale: acuity
levels:
  1: { statement: Hears a bell in the same room. }
  4: { statement: Hears which engine is out of step. }
  6: { statement: Hears a rope before it breaks. }
";

const DRIVING: &str = "\
name: Heavy driving
scale: points
levels:
  50: { behaviours: [Backs a trailer onto a ferry.] }
";

const PILOT: &str = "\
title: Harbour Pilot
code: \"0123\"
level: M2
family: Operations
also_known_as: [Docking Pilot, Bar Pilot, Sea Pilot, Lotse]
education: Master's certificate
experience: 10 years at sea
reports_to: [Harbour Master, Shift Lead]
summary: Brings ships in and out, by day and by night, whatever the weather is.
responsibilities:
  - Boards the ship from a boat that does not stop.
  - Advises the captain, who stays in command, on every course, speed and tug until the last rope is made fast on the quay.
requires: [Pilot's licence, Eyesight check]
conditions: [On call one week in three]
effective: 2026-07-01
track: Craft
salary:
  - region: North
    grade: P1
    as_of: 2026-05
    base: { p10: 61200, p25: 68900, p50: 77400, p75: 86100, p90: 95000 }
    total: { p25: 71000, p50: 81000, p75: 93000 }
  - currency: EUR
    region: Antwerp
    period: month
    base: { min: 5100, p50: 6400, max: 7900 }
  - region: Relief
    period: hour
    base: { p50: 41.5 }
declared: { craft: 8, people: 2 }
competencies:
  people:
    - { name: Negotiation, level: 3.75, need: must, importance: 4.1 }
    - { name: First aid, level: 3, need: nice }
  craft:
    - { name: Hearing acuity, level: 4.62 }
    - { name: Heavy driving, level: 50 }
    - { withheld: true, level: 4 }
    - { withheld: true }
    - { withheld: true, level: 2 }
  Sea sense:
    - name: Reading water
      level: 2
      definition: Seeing from the surface what lies below.
      levels:
        2: { behaviours: [Sees a sandbank by its colour.] }
source: { name: Pilots' guild, url: \"https://example.com/pilots\", licence: CC0-1.0, attribution: The pilots, retrieved: 2026-05-02 }
";

const CRANE_DRIVER: &str = "\
title: Crane Driver
code: OP-7
level: P2
family: Operations
reports_to: Shift Lead
salary: { period: hour, base: { p25: 19.5, p50: 22, p75: 26 } }
competencies:
  craft:
    - Heavy driving: 72
    - Hearing acuity: 3
  people:
    - Negotiation: 1
    - First aid: 2
";

const SHIFT_LEAD: &str = "\
title: Shift Lead
code: OP-9
level: M1
family: Operations
reports_to: \"0123\"
salary: { base: { p50: 52000 } }
competencies:
  people:
    - Negotiation: 4
    - First aid: 2
    - Night watch: 3
";

/// Two profiles in one file, a draft and one that is no longer used.
const DOCK_HANDS: &str = "\
title: Dock Hand
level: P1
family: Operations
status: draft
reports_to: Shift Lead
competencies:
  people:
    - First aid: 1
---
title: Lamp Lighter
level: P1
family: Operations
status: retired
";

const ENGINEER: &str = "\
title: Ingénieure électricienne
code: BE-4
level: P4
family: Bureau d'études
language: fr
summary: Étudie, dessine et fait vérifier les installations électriques du port.
competencies:
  craft:
    - Negotiation: 2
";

const JAPANESE: &str = "\
title: 港湾物流マネージャー
code: JP-1
level: M3
family: 物流部門
language: ja
also_known_as: [物流部長]
summary: 港の荷役と倉庫の流れを計画し、船会社と時刻を取り決め、遅れが出たときには誰よりも先にそれを知らせる。
responsibilities:
  - 毎朝、船の到着予定を確かめる。
competencies:
  people:
    - Negotiation: 5
";

/// As little as a profile can hold.
const CLERK: &str = "title: Clerk\n";

const NOT_YAML: &str = "\
title: Rope Maker
level: P2
summary: \"Makes ropes
  and never closes the quotation mark
";

const MISFITS: &str = "\
title: Weigher
levle: P1
salary: { base: { p50: about fifty } }
competencies:
  people:
    - Negotiation: very good
    - First aid: 2
";

/// Escape sequences, a right-to-left override, characters without width, and too many accents.
const HOSTILE: &str = "\
title: \"Paint\\e[31mer \\u202Erever\\u202C\\u200Bsed\"
code: \"X\\x07\\x9B\"
level: \"\\u2066L1\"
family: \"Fa\\rmily\"
summary: \"One line\\nand another\\tand a zo\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}ne\"
also_known_as: [\"\\e]0;owned\\x07\"]
competencies:
  \"gr\\e[1moup\":
    - \"comp\\u200Betency\": 3
";
