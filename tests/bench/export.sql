-- The columns of `slate export --csv`, as somebody who knows the tables would ask for them: what the
-- benchmark holds slate against.
SELECT i.id, i.uuid, c.name, j.name, i.bank, i.level, i.scale, i.state, v.name, r.email, r.phone, r.link,
    strftime('%Y-%m-%dT%H:%M:%S', nullif(i.planned_at, 0) / 1000, 'unixepoch'),
    strftime('%Y-%m-%dT%H:%M:%S', nullif(i.started_at, 0) / 1000, 'unixepoch'),
    strftime('%Y-%m-%dT%H:%M:%S', CASE i.state WHEN 'submitted' THEN i.ended_at END / 1000, 'unixepoch'),
    strftime('%Y-%m-%dT%H:%M:%S', CASE i.state WHEN 'abandoned' THEN i.ended_at END / 1000, 'unixepoch'),
    i.elapsed_ms / 1000, iif(i.not_blind, 'yes', 'no'), d.decision, d.reason,
    strftime('%Y-%m-%dT%H:%M:%S', d.at / 1000, 'unixepoch'), printf('%d.%d', t.tenths / 10, t.tenths % 10),
    printf('%d.%d (%d of %d scored)', t.tenths / 10, t.tenths % 10, t.scored, t.asked),
    t.asked, t.scored, t.no_evidence, t.skipped, t.voided,
    (SELECT count(*) FROM amendment m WHERE m.interview = i.id),
    (SELECT count(*) FROM answer a WHERE a.interview = i.id AND a.score IN (1, i.scale)
        AND NOT EXISTS (SELECT 1 FROM tick k WHERE k.interview = i.id AND k.field IN ('heard', 'flag')
            AND k.pos = a.pos AND k.is_on)
        AND NOT EXISTS (SELECT 1 FROM note n WHERE n.interview = i.id AND n.field = 'note' AND n.pos = a.pos
            AND n.body <> '')),
    (SELECT group_concat(x.body, char(10)) FROM tick k JOIN bank_text x ON x.bank_version = i.bank_version
        AND x.level = '' AND x.pos = -1 AND x.kind = 'flag' AND x.n = k.item
        WHERE k.interview = i.id AND k.field = 'overall' AND k.is_on),
    (SELECT body FROM note n WHERE n.interview = i.id AND n.field = 'summary' AND n.pos = 0),
    (SELECT body FROM note n WHERE n.interview = i.id AND n.field = 'general' AND n.pos = 0)
FROM interview i CROSS JOIN candidate c ON c.id = i.candidate CROSS JOIN candidate r ON r.id = c.root
    CROSS JOIN interviewer v ON v.id = i.interviewer LEFT JOIN job j ON j.id = i.job
    LEFT JOIN result t ON t.interview = i.id LEFT JOIN decision d ON d.interview = i.id
    AND d.n = (SELECT max(n) FROM decision WHERE interview = i.id)
ORDER BY i.listed_at DESC, i.id DESC;
