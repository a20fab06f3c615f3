-- CreateTable
CREATE TABLE "rejudging" (
    "id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "choice" JSONB NOT NULL,
    "target" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,

    CONSTRAINT "rejudging_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rejudgment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "rejudging_id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "version_id" TEXT NOT NULL,
    "old_version_id" TEXT NOT NULL,
    "old_verdict" TEXT,
    "old_score" INTEGER,
    "old_max_score" INTEGER,
    "old_cpu_ms" DOUBLE PRECISION,
    "old_memory_kib" INTEGER,
    "old_result" JSONB,
    "old_judged_at" TIMESTAMPTZ(3),
    "status" TEXT NOT NULL DEFAULT 'queued',
    "verdict" TEXT,
    "score" INTEGER,
    "max_score" INTEGER,
    "cpu_ms" DOUBLE PRECISION,
    "memory_kib" INTEGER,
    "result" JSONB,
    "changes" JSONB,
    "judged_at" TIMESTAMPTZ(3),
    "lease_by" TEXT,
    "lease_until" TIMESTAMPTZ(3),
    "leases" INTEGER NOT NULL DEFAULT 0,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "outcome" TEXT,

    CONSTRAINT "rejudgment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "rejudging_created_by_idx" ON "rejudging"("created_by");

-- CreateIndex
CREATE INDEX "rejudging_decided_by_idx" ON "rejudging"("decided_by");

-- CreateIndex
CREATE INDEX "rejudgment_submission_id_idx" ON "rejudgment"("submission_id");

-- CreateIndex
CREATE INDEX "rejudgment_rejudging_id_status_idx" ON "rejudgment"("rejudging_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "rejudgment_rejudging_id_submission_id_key" ON "rejudgment"("rejudging_id", "submission_id");

-- AddForeignKey
ALTER TABLE "rejudging" ADD CONSTRAINT "rejudging_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rejudging" ADD CONSTRAINT "rejudging_decided_by_fkey" FOREIGN KEY ("decided_by") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rejudgment" ADD CONSTRAINT "rejudgment_rejudging_id_fkey" FOREIGN KEY ("rejudging_id") REFERENCES "rejudging"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rejudgment" ADD CONSTRAINT "rejudgment_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rejudgment" ADD CONSTRAINT "rejudgment_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "problem_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rejudgment" ADD CONSTRAINT "rejudgment_old_version_id_fkey" FOREIGN KEY ("old_version_id") REFERENCES "problem_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: what a set and its rows may say.
ALTER TABLE "rejudging"
  ADD CONSTRAINT "rejudging_state" CHECK ("state" IN ('open', 'applied', 'discarded')),
  ADD CONSTRAINT "rejudging_target" CHECK ("target" IN ('same', 'current')),
  ADD CONSTRAINT "rejudging_decided" CHECK (("state" = 'open') = ("decided_at" IS NULL));
ALTER TABLE "rejudgment"
  ADD CONSTRAINT "rejudgment_status" CHECK ("status" IN ('queued', 'running', 'done', 'dropped')),
  ADD CONSTRAINT "rejudgment_done" CHECK ("status" <> 'done' OR ("verdict" IS NOT NULL AND "result" IS NOT NULL)),
  ADD CONSTRAINT "rejudgment_outcome" CHECK ("outcome" IN ('applied', 'conflict', 'left-out'));
