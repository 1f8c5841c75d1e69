#include "store/schema.h"

/* Reading guide.
 *
 * - What an interview was asked with hangs off the bank version: bank_question and bank_text keep
 *   every text exactly as it stood in that file. `question` and `kit` are identities (hashes) for
 *   comparison, voiding and statistics; the texts that a hash leaves out (why, probes, red flags,
 *   minutes) may differ between versions that share it.
 * - What is recorded has three shapes: answer (a mark and its times), tick (on or off), note
 *   (anything typed: notes, facts, the summary). Each row carries when and by which cause it was
 *   last written; triggers copy that into `change`. Values and names of fields are those of
 *   domain/slot.h.
 * - candidate.root is the record that all merged ones lead to; merging keeps it (people.c).
 * - Times are UTC ms, 0 for "did not happen".
 *
 * Every object here is parsed at each start (some 4 us each), so there is none that nothing needs.
 *
 * Every guard also refuses INSERTs that meet an existing row: INSERT OR REPLACE deletes the old row
 * without asking its DELETE trigger. */

#define LOCKED(id) "(SELECT locked FROM interview WHERE id = " id ")"
#define ERASED(id)                                                                                 \
    "(SELECT candidate FROM interview WHERE id = " id ") IN (SELECT candidate FROM erasure)"

#define UNSUBMITTED(id) "(SELECT state <> 'submitted' FROM interview WHERE id = " id ")"
#define BEGUN(id)       "(SELECT state <> 'planned' FROM interview WHERE id = " id ")"
#define CLOSED_TO(row)                                                                             \
    "(SELECT CASE " row ".field WHEN 'decision' THEN state <> 'submitted' ELSE locked END\n"       \
    "  FROM interview WHERE id = " row ".interview)"

#define LOCKED_WORDS "'a submitted or abandoned interview does not change'"
#define KEPT_WORDS   "'what was stored once is never changed or removed'"

/* The condition stands in the SELECT: SQLite copies what stands behind WHEN once more. */
#define REFUSE(name, event, when, words)                                                           \
    "CREATE TRIGGER " name " BEFORE " event " BEGIN SELECT RAISE(ABORT, " words ") WHERE " when    \
    "; END;\n",
#define NEVER(name, event)                                                                         \
    "CREATE TRIGGER " name " BEFORE " event " BEGIN SELECT RAISE(ABORT, " KEPT_WORDS "); END;\n",
#define NO_UPDATE(t) NEVER(t "_no_update", "UPDATE ON " t)
#define NO_DELETE(t) NEVER(t "_no_delete", "DELETE ON " t)
#define NO_REPLACE(t, same)                                                                        \
    REFUSE(t "_no_replace", "INSERT ON " t, "(SELECT 1 FROM " t " WHERE " same ")", KEPT_WORDS)
#define NEVER_CHANGES(t, same) NO_UPDATE(t) NO_DELETE(t) NO_REPLACE(t, same)

/* clang-format off */
#define PART_OF_BANK(t)                                                                            \
    NO_UPDATE(t)                                                                                   \
    NO_DELETE(t)                                                                                   \
    REFUSE(t "_insert", "INSERT ON " t,                                                            \
           "(SELECT sealed FROM bank_version WHERE id = new.bank_version)", KEPT_WORDS)

static const char *const first[] = {
    "PRAGMA application_id = 1936482676;\n",

    /* People */
    "CREATE TABLE interviewer (\n"
    "  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE) STRICT;\n",
    "CREATE TABLE candidate (\n"
    "  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,\n"
    "  name TEXT, fold TEXT, email TEXT, phone TEXT, link TEXT,\n" /* NULL name: erased */
    "  merged_into INTEGER REFERENCES candidate, root INTEGER NOT NULL,\n"
    "  created_at INTEGER NOT NULL, changed_at INTEGER NOT NULL,\n"
    "  changed_by INTEGER REFERENCES interviewer) STRICT;\n",
    "CREATE INDEX candidate_root ON candidate (root);\n",
    "CREATE TABLE candidate_change (\n" /* names of fields, never values */
    "  id INTEGER PRIMARY KEY, candidate INTEGER NOT NULL REFERENCES candidate,\n"
    "  at INTEGER NOT NULL, who INTEGER, field TEXT NOT NULL) STRICT;\n",
    "CREATE TABLE job (\n"
    "  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, fold TEXT NOT NULL,\n"
    "  used_at INTEGER NOT NULL) STRICT;\n",
    "CREATE INDEX job_used ON job (used_at);\n",

    /* Banks as they were read */
    "CREATE TABLE bank_version (\n"
    "  id INTEGER PRIMARY KEY, sha256 BLOB NOT NULL UNIQUE, name TEXT NOT NULL,\n"
    "  title TEXT NOT NULL, scale INTEGER NOT NULL, field TEXT, about TEXT,\n"
    "  sealed INTEGER NOT NULL DEFAULT 0,\n" /* 1: all of it is stored */
    "  bytes BLOB NOT NULL) STRICT;\n",
    "CREATE TABLE kit (\n"
    "  id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, scale INTEGER NOT NULL) STRICT;\n",
    "CREATE TABLE question (\n"
    "  id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, qid TEXT NOT NULL,\n"
    "  ask TEXT NOT NULL, scale INTEGER NOT NULL) STRICT;\n",
    "CREATE TABLE bank_level (\n"
    "  bank_version INTEGER NOT NULL REFERENCES bank_version, level TEXT NOT NULL,\n"
    "  kit INTEGER NOT NULL REFERENCES kit, questions INTEGER NOT NULL,\n"
    "  minutes INTEGER NOT NULL, experience TEXT,\n"
    "  PRIMARY KEY (bank_version, level)) STRICT, WITHOUT ROWID;\n",
    "CREATE TABLE bank_question (\n"
    "  bank_version INTEGER NOT NULL, level TEXT NOT NULL, pos INTEGER NOT NULL,\n"
    "  question INTEGER NOT NULL REFERENCES question, qid TEXT NOT NULL, ask TEXT NOT NULL,\n"
    "  competency TEXT, why TEXT, minutes INTEGER NOT NULL, weight INTEGER NOT NULL,\n"
    "  weight_reason TEXT, PRIMARY KEY (bank_version, level, pos),\n"
    "  FOREIGN KEY (bank_version, level) REFERENCES bank_level) STRICT, WITHOUT ROWID;\n",
    /* level '' and pos -1: of the bank; pos -1: of the level; else of the question there */
    "CREATE TABLE bank_text (\n"
    "  bank_version INTEGER NOT NULL REFERENCES bank_version, level TEXT NOT NULL,\n"
    "  pos INTEGER NOT NULL, kind TEXT NOT NULL, n INTEGER NOT NULL,\n"
    "  name TEXT, body TEXT NOT NULL, type TEXT,\n"
    "  PRIMARY KEY (bank_version, level, pos, kind, n)) STRICT, WITHOUT ROWID;\n",

    /* Interviews */
    "CREATE TABLE interview (\n"
    "  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,\n"
    "  candidate INTEGER NOT NULL REFERENCES candidate,\n"
    "  interviewer INTEGER NOT NULL REFERENCES interviewer, job INTEGER REFERENCES job,\n"
    "  bank_version INTEGER NOT NULL, bank TEXT NOT NULL, level TEXT NOT NULL,\n"
    "  kit INTEGER NOT NULL REFERENCES kit, scale INTEGER NOT NULL, asked INTEGER NOT NULL,\n"
    "  minutes INTEGER NOT NULL,\n"
    "  state TEXT NOT NULL CHECK (state IN ('planned','open','submitted','abandoned')),\n"
    "  created_at INTEGER NOT NULL, planned_at INTEGER NOT NULL DEFAULT 0,\n"
    "  started_at INTEGER NOT NULL DEFAULT 0, touched_at INTEGER NOT NULL DEFAULT 0,\n"
    "  ended_at INTEGER NOT NULL DEFAULT 0, tz INTEGER NOT NULL DEFAULT 0,\n"
    "  not_blind INTEGER NOT NULL DEFAULT 0, stage TEXT NOT NULL DEFAULT 'opening',\n"
    "  at_pos INTEGER NOT NULL DEFAULT 0, back_pos INTEGER NOT NULL DEFAULT -1,\n"
    "  paused INTEGER NOT NULL DEFAULT 0, elapsed_ms INTEGER NOT NULL DEFAULT 0,\n"
    "  locked INTEGER GENERATED ALWAYS AS (state IN ('submitted','abandoned')) VIRTUAL,\n"
    "  listed_at INTEGER GENERATED ALWAYS AS (CASE WHEN started_at > 0 THEN started_at\n"
    "    WHEN planned_at > 0 THEN planned_at ELSE created_at END) VIRTUAL,\n"
    "  FOREIGN KEY (bank_version, level) REFERENCES bank_level) STRICT;\n",
    "CREATE INDEX interview_open ON interview (touched_at) WHERE state = 'open';\n",
    "CREATE INDEX interview_planned ON interview (planned_at = 0, planned_at)\n"
    "  WHERE state = 'planned';\n",
    "CREATE INDEX interview_ended ON interview (ended_at) WHERE ended_at > 0;\n",
    "CREATE INDEX interview_candidate ON interview (candidate, state);\n",
    "CREATE INDEX interview_listed ON interview (listed_at);\n",
    "CREATE INDEX interview_job ON interview (job, listed_at);\n",
    "CREATE INDEX interview_bank ON interview (bank, listed_at);\n",
    "CREATE INDEX interview_interviewer ON interview (interviewer, listed_at);\n",
    "CREATE INDEX interview_state ON interview (state, listed_at);\n",
    "CREATE INDEX interview_kit ON interview (kit, ended_at);\n",
    "CREATE TABLE answer (\n"
    "  interview INTEGER NOT NULL REFERENCES interview, pos INTEGER NOT NULL,\n"
    "  question INTEGER REFERENCES question,\n" /* NULL: off-script */
    "  mark TEXT NOT NULL DEFAULT 'unset' CHECK (mark IN ('unset','no_evidence')\n"
    "    OR mark GLOB '[1-5]' OR mark GLOB 'skipped:?*'),\n"
    "  score INTEGER GENERATED ALWAYS AS\n"
    "    (CASE WHEN mark GLOB '[1-5]' THEN CAST(mark AS INTEGER) END) VIRTUAL,\n"
    "  marked_at INTEGER NOT NULL DEFAULT 0, cause INTEGER NOT NULL DEFAULT 0,\n"
    "  shown_at INTEGER NOT NULL DEFAULT 0, left_at INTEGER NOT NULL DEFAULT 0,\n"
    "  spent_ms INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (interview, pos),\n"
    "  CHECK (question IS NOT NULL OR mark = 'unset')) STRICT, WITHOUT ROWID;\n",
    "CREATE TABLE tick (\n"
    "  interview INTEGER NOT NULL REFERENCES interview, field TEXT NOT NULL,\n"
    "  pos INTEGER NOT NULL, item INTEGER NOT NULL, is_on INTEGER NOT NULL,\n"
    "  at INTEGER NOT NULL, cause INTEGER NOT NULL,\n"
    "  PRIMARY KEY (interview, field, pos, item)) STRICT, WITHOUT ROWID;\n",
    "CREATE TABLE note (\n" /* body NULL: erased */
    "  interview INTEGER NOT NULL REFERENCES interview, field TEXT NOT NULL,\n"
    "  pos INTEGER NOT NULL, body TEXT, at INTEGER NOT NULL, cause INTEGER NOT NULL,\n"
    "  PRIMARY KEY (interview, field, pos)) STRICT, WITHOUT ROWID;\n",
    "CREATE TABLE note_edit (\n"
    "  interview INTEGER NOT NULL REFERENCES interview, field TEXT NOT NULL,\n"
    "  pos INTEGER NOT NULL, n INTEGER NOT NULL, at INTEGER NOT NULL,\n"
    "  start INTEGER NOT NULL, del INTEGER NOT NULL, ins TEXT NOT NULL,\n"
    "  PRIMARY KEY (interview, field, pos, n)) STRICT, WITHOUT ROWID;\n",
    "CREATE TABLE change (\n" /* old and new NULL: erased */
    "  interview INTEGER NOT NULL REFERENCES interview, n INTEGER NOT NULL,\n"
    "  at INTEGER NOT NULL, field TEXT NOT NULL, pos INTEGER NOT NULL, item INTEGER NOT NULL,\n"
    "  cause INTEGER NOT NULL, old TEXT, new TEXT,\n"
    "  PRIMARY KEY (interview, n)) STRICT, WITHOUT ROWID;\n",
    "CREATE TABLE result (\n" /* tenths NULL: incomplete */
    "  interview INTEGER PRIMARY KEY REFERENCES interview, scale INTEGER NOT NULL,\n"
    "  sum_wx INTEGER NOT NULL, sum_w INTEGER NOT NULL, sum_e INTEGER NOT NULL,\n"
    "  tenths INTEGER, asked INTEGER NOT NULL, scored INTEGER NOT NULL,\n"
    "  no_evidence INTEGER NOT NULL, skipped INTEGER NOT NULL,\n"
    "  voided INTEGER NOT NULL) STRICT;\n",
    "CREATE TABLE decision (\n"
    "  interview INTEGER NOT NULL REFERENCES interview, n INTEGER NOT NULL,\n"
    "  at INTEGER NOT NULL, who INTEGER NOT NULL REFERENCES interviewer,\n"
    "  decision TEXT NOT NULL, reason TEXT, tenths INTEGER, scored INTEGER NOT NULL,\n"
    "  asked INTEGER NOT NULL, PRIMARY KEY (interview, n)) STRICT, WITHOUT ROWID;\n",
    "CREATE TABLE amendment (\n"
    "  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,\n"
    "  interview INTEGER NOT NULL REFERENCES interview, field TEXT NOT NULL,\n"
    "  pos INTEGER NOT NULL, item INTEGER NOT NULL, new TEXT, reason TEXT,\n"
    "  who INTEGER NOT NULL REFERENCES interviewer, at INTEGER NOT NULL) STRICT;\n",
    "CREATE INDEX amendment_interview ON amendment (interview);\n",
    "CREATE TABLE void (\n"
    "  id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, kit INTEGER NOT NULL REFERENCES kit,\n"
    "  question INTEGER NOT NULL REFERENCES question, voided INTEGER NOT NULL,\n"
    "  reason TEXT NOT NULL, who INTEGER NOT NULL REFERENCES interviewer,\n"
    "  at INTEGER NOT NULL) STRICT;\n",
    "CREATE INDEX void_question ON void (kit, question);\n",
    "CREATE TABLE erasure (\n"
    "  candidate INTEGER PRIMARY KEY REFERENCES candidate, at INTEGER NOT NULL,\n"
    "  who INTEGER REFERENCES interviewer, ground TEXT NOT NULL) STRICT;\n",
    "CREATE TABLE legal_hold (\n"
    "  id INTEGER PRIMARY KEY, candidate INTEGER NOT NULL REFERENCES candidate,\n"
    "  held INTEGER NOT NULL, reason TEXT NOT NULL, who INTEGER REFERENCES interviewer,\n"
    "  at INTEGER NOT NULL) STRICT;\n",
    "CREATE TABLE viewing (\n" /* viewer 0: whoever sat there */
    "  interview INTEGER NOT NULL REFERENCES interview, viewer INTEGER NOT NULL,\n"
    "  at INTEGER NOT NULL, PRIMARY KEY (interview, viewer)) STRICT, WITHOUT ROWID;\n",
    "CREATE TABLE setting (\n"
    "  name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;\n",
    /* rowid = interview */
    "CREATE VIRTUAL TABLE search USING fts5 (candidate, job, bank, interviewer, summary, notes,\n"
    "  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4 5');\n",

    /* The latest value of what may be amended, voided, decided again */
    "CREATE VIEW mark_now AS SELECT a.interview, a.pos, a.question, coalesce((SELECT m.new\n"
    "  FROM amendment m WHERE m.interview = a.interview AND m.field = 'mark' AND m.pos = a.pos\n"
    "  ORDER BY m.id DESC LIMIT 1), a.mark) AS mark FROM answer a;\n",
    "CREATE VIEW decision_now AS SELECT * FROM decision d\n"
    "  WHERE n = (SELECT max(n) FROM decision WHERE interview = d.interview);\n",
    "CREATE VIEW voided AS SELECT kit, question FROM void v WHERE voided = 1 AND id =\n"
    "  (SELECT max(id) FROM void WHERE kit = v.kit AND question = v.question);\n",

    /* People */
    NO_DELETE("candidate")
    REFUSE("candidate_erased", "UPDATE OF name ON candidate",
           "new.name IS NULL AND NOT EXISTS (SELECT 1 FROM erasure WHERE candidate = new.id)",
           KEPT_WORDS)

    /* What was asked never changes */
    NEVER_CHANGES("kit", "id = new.id OR digest = new.digest")
    NEVER_CHANGES("question", "id = new.id OR digest = new.digest")
    REFUSE("bank_version_update", "UPDATE ON bank_version", "old.sealed", KEPT_WORDS)
    NO_DELETE("bank_version")
    NO_REPLACE("bank_version", "id = new.id OR sha256 = new.sha256")
    PART_OF_BANK("bank_level") PART_OF_BANK("bank_question") PART_OF_BANK("bank_text")

    /* The lock of an interview */
    NO_DELETE("interview") NO_REPLACE("interview", "id = new.id OR uuid = new.uuid")
    REFUSE("interview_update", "UPDATE ON interview",
           "old.state = 'submitted' OR new.id <> old.id OR new.uuid <> old.uuid\n"
           "  OR new.state = 'planned' AND old.state <> 'planned' AND old.started_at > 0\n"
           "  OR new.state = 'submitted' AND (old.state <> 'open'\n"
           "  OR (SELECT 1 FROM answer WHERE interview = new.id AND mark = 'unset'\n"
           "  AND question > 0) OR (SELECT 1 FROM note_edit WHERE interview = new.id))",
           "'an interview is planned, open, then submitted whole: after that it does not change'")

    REFUSE("answer_insert", "INSERT ON answer",
           LOCKED("new.interview") " OR (SELECT 1 FROM answer\n"
           "  WHERE interview = new.interview AND pos = new.pos)", LOCKED_WORDS)
    REFUSE("answer_update", "UPDATE ON answer",
           "old.interview <> new.interview OR old.pos <> new.pos OR old.question IS NOT\n"
           "  new.question OR (SELECT locked OR new.score > scale FROM interview\n"
           "  WHERE id = new.interview)", LOCKED_WORDS)
    REFUSE("tick_insert", "INSERT ON tick", LOCKED("new.interview"), LOCKED_WORDS)
    REFUSE("tick_update", "UPDATE ON tick",
           "old.interview <> new.interview OR " LOCKED("new.interview"), LOCKED_WORDS)
    REFUSE("note_insert", "INSERT ON note", "new.body IS NULL OR " LOCKED("new.interview"),
           LOCKED_WORDS)
    REFUSE("note_update", "UPDATE ON note",
           "old.interview <> new.interview OR CASE WHEN new.body IS NULL THEN NOT\n"
           "  " ERASED("new.interview") " ELSE " LOCKED("new.interview") " END", LOCKED_WORDS)
    /* only what was planned and never begun is asked anew */
    REFUSE("answer_delete", "DELETE ON answer", BEGUN("old.interview"), LOCKED_WORDS)
    NO_DELETE("tick") NO_DELETE("note")
    /* the reason of a decision is typed after submitting, all else before */
    REFUSE("note_edit_insert", "INSERT ON note_edit", CLOSED_TO("new"), LOCKED_WORDS)
    NO_UPDATE("note_edit")
    REFUSE("note_edit_delete", "DELETE ON note_edit", CLOSED_TO("old"), LOCKED_WORDS)

    /* The log, written by triggers alone: time and cause are the row's */
    "CREATE TRIGGER answer_log AFTER UPDATE OF mark ON answer WHEN old.mark <> new.mark BEGIN\n"
    "  INSERT INTO change VALUES (new.interview, (SELECT coalesce(max(n), 0) + 1 FROM change\n"
    "  WHERE interview = new.interview), new.marked_at, 'mark', new.pos, 0, new.cause,\n"
    "  old.mark, new.mark); END;\n",
    "CREATE TRIGGER tick_log_first AFTER INSERT ON tick WHEN new.is_on BEGIN\n"
    "  INSERT INTO change VALUES (new.interview, (SELECT coalesce(max(n), 0) + 1 FROM change\n"
    "  WHERE interview = new.interview), new.at, new.field, new.pos, new.item, new.cause,\n"
    "  '0', '1'); END;\n",
    "CREATE TRIGGER tick_log AFTER UPDATE ON tick WHEN old.is_on <> new.is_on BEGIN\n"
    "  INSERT INTO change VALUES (new.interview, (SELECT coalesce(max(n), 0) + 1 FROM change\n"
    "  WHERE interview = new.interview), new.at, new.field, new.pos, new.item, new.cause,\n"
    "  old.is_on, new.is_on); END;\n",
    "CREATE TRIGGER note_log_first AFTER INSERT ON note WHEN new.body <> '' BEGIN\n"
    "  INSERT INTO change VALUES (new.interview, (SELECT coalesce(max(n), 0) + 1 FROM change\n"
    "  WHERE interview = new.interview), new.at, new.field, new.pos, 0, new.cause,\n"
    "  '', new.body); END;\n",
    "CREATE TRIGGER note_log AFTER UPDATE ON note WHEN old.body <> new.body BEGIN\n"
    "  INSERT INTO change VALUES (new.interview, (SELECT coalesce(max(n), 0) + 1 FROM change\n"
    "  WHERE interview = new.interview), new.at, new.field, new.pos, 0, new.cause,\n"
    "  old.body, new.body); END;\n",
    REFUSE("change_insert", "INSERT ON change",
           LOCKED("new.interview") " OR (SELECT 1 FROM change\n"
           "  WHERE interview = new.interview AND n >= new.n)", KEPT_WORDS)
    REFUSE("change_update", "UPDATE ON change",
           "new.old IS NOT NULL OR new.new IS NOT NULL OR NOT " ERASED("old.interview"),
           KEPT_WORDS)
    NEVER("change_never", "UPDATE OF interview, n, at, field, pos, item, cause ON change")
    NO_DELETE("change")

    /* What is appended after submitting */
    REFUSE("result_insert", "INSERT ON result",
           UNSUBMITTED("new.interview") " OR (SELECT 1 FROM result\n"
           "  WHERE interview = new.interview)", LOCKED_WORDS)
    REFUSE("result_update", "UPDATE ON result",
           "new.interview <> old.interview OR NOT ifnull((SELECT 1 FROM amendment\n"
           "  WHERE interview = old.interview), (SELECT count(*) FROM interview JOIN void\n"
           "  USING (kit) WHERE interview.id = old.interview))", LOCKED_WORDS)
    NO_DELETE("result")
    REFUSE("decision_insert", "INSERT ON decision",
           UNSUBMITTED("new.interview") " OR (SELECT 1 FROM decision\n"
           "  WHERE interview = new.interview AND n >= new.n)",
           "'a decision is made once, after the interview was submitted'")
    REFUSE("decision_update", "UPDATE ON decision",
           "new.reason IS NOT NULL OR NOT " ERASED("old.interview"), KEPT_WORDS)
    NEVER("decision_never",
          "UPDATE OF interview, n, at, who, decision, tenths, scored, asked ON decision")
    NO_DELETE("decision")
    REFUSE("amendment_insert", "INSERT ON amendment",
           UNSUBMITTED("new.interview") " OR new.new IS NULL OR new.reason IS NULL\n"
           "  OR (SELECT 1 FROM amendment WHERE id = new.id OR uuid = new.uuid)",
           "'only a submitted interview is amended, with a reason'")
    REFUSE("amendment_update", "UPDATE ON amendment",
           "new.reason IS NOT NULL OR new.new <> old.new OR NOT " ERASED("old.interview"),
           KEPT_WORDS)
    NEVER("amendment_never",
          "UPDATE OF id, uuid, interview, field, pos, item, who, at ON amendment")
    NO_DELETE("amendment")
    NEVER_CHANGES("void", "id = new.id OR uuid = new.uuid")
    NEVER_CHANGES("legal_hold", "id = new.id")
    REFUSE("erasure_held", "INSERT ON erasure",
           "(SELECT 1 FROM erasure WHERE candidate = new.candidate)\n"
           "  OR (SELECT held FROM legal_hold WHERE candidate = new.candidate\n"
           "  ORDER BY id DESC LIMIT 1)",
           "'this candidate is under a legal hold, or was erased before'")

    "PRAGMA user_version = 1;\n",
    NULL,
};

static const char *const second[] = {
    /* What lists of submitted interviews are ordered and filtered by: all of it stands elsewhere,
     * triggers copy it. decision is the latest, '' for none; questions those that count. */
    "CREATE TABLE outcome (\n"
    "  interview INTEGER PRIMARY KEY REFERENCES interview, kit INTEGER NOT NULL,\n"
    "  listed_at INTEGER NOT NULL, decision TEXT NOT NULL, tenths INTEGER,\n"
    "  scored INTEGER NOT NULL, questions INTEGER NOT NULL) STRICT;\n",
    "INSERT INTO outcome SELECT r.interview, i.kit, i.listed_at,\n"
    "  coalesce((SELECT decision FROM decision WHERE interview = i.id ORDER BY n DESC LIMIT 1), ''),\n"
    "  r.tenths, r.scored, r.asked FROM result r JOIN interview i ON i.id = r.interview;\n",
    "CREATE INDEX outcome_decision ON outcome (decision, listed_at);\n",
    "CREATE INDEX outcome_kit ON outcome (kit, tenths, listed_at);\n",
    "CREATE TRIGGER result_outcome_first AFTER INSERT ON result BEGIN INSERT INTO outcome\n"
    "  SELECT new.interview, kit, listed_at, '', new.tenths, new.scored, new.asked\n"
    "  FROM interview WHERE id = new.interview; END;\n",
    "CREATE TRIGGER result_outcome AFTER UPDATE ON result BEGIN UPDATE outcome SET\n"
    "  tenths = new.tenths, scored = new.scored, questions = new.asked\n"
    "  WHERE interview = new.interview; END;\n",
    "CREATE TRIGGER decision_outcome AFTER INSERT ON decision BEGIN UPDATE outcome SET\n"
    "  decision = new.decision WHERE interview = new.interview; END;\n",

    "CREATE INDEX candidate_fold ON candidate (fold);\n",
    "CREATE INDEX job_fold ON job (fold);\n",
    "CREATE INDEX interview_level ON interview (level, listed_at);\n",

    /* A correction says why, and says something that could have been recorded. */
    REFUSE("amendment_sound", "INSERT ON amendment",
           "trim(new.reason, char(9, 10, 13, 32)) = ''\n"
           "  OR CASE WHEN new.field = 'mark' THEN NOT EXISTS (SELECT 1 FROM answer a\n"
           "  JOIN interview i ON i.id = a.interview WHERE a.interview = new.interview\n"
           "  AND a.pos = new.pos AND a.question > 0 AND (new.new IN ('no_evidence',\n"
           "  'skipped:time', 'skipped:covered', 'skipped:relevant', 'skipped:declined',\n"
           "  'skipped:other') OR new.new GLOB '[1-5]' AND CAST(new.new AS INTEGER) <= i.scale))\n"
           "  WHEN new.field IN ('heard', 'flag', 'probe', 'overall') THEN new.new NOT IN ('0', '1')\n"
           "  ELSE new.field NOT IN ('note', 'own', 'step_note', 'fact', 'general', 'summary') END",
           "'only a submitted interview is amended, with a reason'")
    REFUSE("void_sound", "INSERT ON void",
           "trim(new.reason, char(9, 10, 13, 32)) = '' OR new.voided NOT IN (0, 1)\n"
           "  OR NOT EXISTS (SELECT 1 FROM bank_level l JOIN bank_question q USING (bank_version,\n"
           "  level) WHERE l.kit = new.kit AND q.question = new.question)",
           "'a question of a kit is voided or taken back, with a reason'")

    "PRAGMA user_version = 2;\n",
    NULL,
};
/* clang-format on */

const char *const *const schema_migrations[] = {first, second};
const int schema_version = (int)(sizeof schema_migrations / sizeof *schema_migrations);
