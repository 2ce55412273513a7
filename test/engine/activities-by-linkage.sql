-- “五联”各项的场次：progress 的 linkages[].activities
SELECT linkage AS id, COUNT(DISTINCT held_in_year.id) AS value
FROM held_in_year, UNNEST(linkages) AS t(linkage) GROUP BY 1;
