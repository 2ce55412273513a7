-- 各对结对的服务人次：progress 的 pairings[].beneficiaries
SELECT pairing AS id, SUM(beneficiaries) AS value
FROM held_in_year, UNNEST(pairings) AS t(pairing) GROUP BY 1 HAVING SUM(beneficiaries) IS NOT NULL;
