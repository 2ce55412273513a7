-- 目标的完成数：progress 的 targets[].done
SELECT t.id, COUNT(*) AS value
FROM targets t JOIN held a
  ON a.day BETWEEN CAST(t."from" AS DATE) AND CAST(t.until AS DATE) AND a.program = t.program
WHERE (t.id = '2025-义诊' AND LIST_CONTAINS(a.types, '义诊'))
   OR (t.id = '2025-巡讲' AND LIST_CONTAINS(a.types, '巡讲'))
GROUP BY 1
UNION ALL
SELECT t.id, COUNT(*)
FROM targets t JOIN publications p
  ON p.date BETWEEN CAST(t."from" AS DATE) AND CAST(t.until AS DATE) AND p.program = t.program, asked
WHERE t.id = '2025-科普' AND p.category = '科普' AND p.date <= as_of
GROUP BY 1
UNION ALL
SELECT t.id, COUNT(DISTINCT YEARWEEK(i.date))
FROM targets t JOIN inspections i ON i.date BETWEEN CAST(t."from" AS DATE) AND CAST(t.until AS DATE), asked
WHERE t.id = '2025-督查' AND i.date <= as_of
GROUP BY 1;
