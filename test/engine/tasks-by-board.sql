-- 各榜单的任务数：progress 的 boards[].tasks
SELECT b.id, COUNT(*) AS value
FROM boards b JOIN tasks t ON t.board = b.id, asked WHERE b.year = asked.year GROUP BY 1;
