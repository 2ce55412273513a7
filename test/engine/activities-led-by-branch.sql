-- 各支部牵头的场次：progress 的 branches[].led
SELECT lead AS id, COUNT(*) AS value
FROM held_in_year WHERE lead IN (SELECT id FROM branches) GROUP BY 1;
