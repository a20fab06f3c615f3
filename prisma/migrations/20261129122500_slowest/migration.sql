-- What a submission took is what its slowest test took, as the limit is one for each test. It was the sum of all.
UPDATE "submission" SET "cpu_ms" = "slowest", "result" = jsonb_set("result", '{cpuMs}', to_jsonb("slowest"))
FROM (SELECT "id" AS "of", (SELECT max((test->>'cpuMs')::float8) FROM jsonb_array_elements("result"->'tests') AS test) AS "slowest"
  FROM "submission" WHERE jsonb_typeof("result"->'tests') = 'array') AS "taken"
WHERE "id" = "of" AND "slowest" IS NOT NULL;

UPDATE "rejudgment" SET "cpu_ms" = "slowest", "result" = jsonb_set("result", '{cpuMs}', to_jsonb("slowest"))
FROM (SELECT "id" AS "of", (SELECT max((test->>'cpuMs')::float8) FROM jsonb_array_elements("result"->'tests') AS test) AS "slowest"
  FROM "rejudgment" WHERE jsonb_typeof("result"->'tests') = 'array') AS "taken"
WHERE "id" = "of" AND "slowest" IS NOT NULL;

UPDATE "rejudgment" SET "old_cpu_ms" = "slowest", "old_result" = jsonb_set("old_result", '{cpuMs}', to_jsonb("slowest"))
FROM (SELECT "id" AS "of", (SELECT max((test->>'cpuMs')::float8) FROM jsonb_array_elements("old_result"->'tests') AS test) AS "slowest"
  FROM "rejudgment" WHERE jsonb_typeof("old_result"->'tests') = 'array') AS "taken"
WHERE "id" = "of" AND "slowest" IS NOT NULL;
