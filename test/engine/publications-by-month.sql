-- 逐月的宣传稿件：progress 的 months[].publications
SELECT STRFTIME(date, '%Y-%m') AS id, COUNT(*) AS value
FROM publications, asked WHERE date <= as_of AND YEAR(date) = year GROUP BY 1;
