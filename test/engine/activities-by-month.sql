-- 逐月的场次：progress 的 months[].activities
SELECT STRFTIME(day, '%Y-%m') AS id, COUNT(*) AS value FROM held_in_year GROUP BY 1;
