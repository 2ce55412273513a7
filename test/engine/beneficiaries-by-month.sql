-- 逐月的服务人次：progress 的 months[].beneficiaries
SELECT STRFTIME(day, '%Y-%m') AS id, SUM(beneficiaries) AS value
FROM held_in_year GROUP BY 1 HAVING SUM(beneficiaries) IS NOT NULL;
