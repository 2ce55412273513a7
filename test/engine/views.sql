-- 各条查询都用的视图。表名就是文件名：activities 就是 activities.parquet。
-- asked 只有一行：问的是哪一年（2025）、截至哪一天（DATE '2025-11-30'）。
-- 已开展的活动（有签到，或写明已开展），和它实际举办的那一天（改期的按最后改到的那一天）。
CREATE VIEW held AS
WITH event AS (
  SELECT a.id, e.step, e."on", e."to"
  FROM activities a, UNNEST(a.events) AS t(e), asked
  WHERE e."on" <= asked.as_of
),
moved AS (
  SELECT id, MAX_BY("to", "on") AS day FROM event WHERE "to" IS NOT NULL GROUP BY id
)
SELECT a.*, COALESCE(m.day, a.date) AS day
FROM activities a LEFT JOIN moved m ON m.id = a.id
WHERE a.id IN (SELECT id FROM event WHERE step IN ('已开展', '签到'))
  AND COALESCE(m.day, a.date) <= (SELECT as_of FROM asked);

CREATE VIEW held_in_year AS
SELECT held.* FROM held, asked WHERE YEAR(held.day) = asked.year;
