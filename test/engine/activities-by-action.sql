-- 各项行动的场次：progress 的 actions[].activities
SELECT action AS id, COUNT(*) AS value FROM held_in_year WHERE action IS NOT NULL GROUP BY 1;
