-- 各对结对的场次：progress 的 pairings[].activities
SELECT pairing AS id, COUNT(DISTINCT held_in_year.id) AS value
FROM held_in_year, UNNEST(pairings) AS t(pairing) GROUP BY 1;
