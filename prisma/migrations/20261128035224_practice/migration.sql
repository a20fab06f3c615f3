-- CreateTable
CREATE TABLE "practice_entry" (
    "user_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "grade" SMALLINT,
    "undoes" UUID,
    "points" INTEGER[],
    "at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "practice_entry_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "practice_card" (
    "user_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "stability" DOUBLE PRECISION,
    "difficulty" DOUBLE PRECISION,
    "interval_days" INTEGER NOT NULL,
    "first_at" TIMESTAMPTZ(3),
    "last_at" TIMESTAMPTZ(3),
    "reps" INTEGER NOT NULL,
    "lapses" INTEGER NOT NULL,
    "suspended" BOOLEAN NOT NULL,
    "buried_at" TIMESTAMPTZ(3),

    CONSTRAINT "practice_card_pkey" PRIMARY KEY ("user_id","kind","slug")
);

-- CreateTable
CREATE TABLE "practice_settings" (
    "user_id" TEXT NOT NULL,
    "new_per_day" INTEGER NOT NULL,
    "reviews_per_day" INTEGER NOT NULL,
    "time_zone" TEXT NOT NULL,
    "interview_on" DATE,

    CONSTRAINT "practice_settings_pkey" PRIMARY KEY ("user_id")
);

-- CreateIndex
CREATE INDEX "practice_entry_user_id_kind_slug_idx" ON "practice_entry"("user_id", "kind", "slug");

-- AddForeignKey
ALTER TABLE "practice_entry" ADD CONSTRAINT "practice_entry_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_card" ADD CONSTRAINT "practice_card_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_settings" ADD CONSTRAINT "practice_settings_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: what may be said.
ALTER TABLE "practice_entry"
  ADD CONSTRAINT "practice_entry_kind" CHECK ("kind" IN ('question', 'problem')),
  ADD CONSTRAINT "practice_entry_act" CHECK ("act" IN ('grade', 'undo', 'bury', 'suspend', 'resume')),
  ADD CONSTRAINT "practice_entry_grade" CHECK (("act" = 'grade') = ("grade" IS NOT NULL) AND ("grade" IS NULL OR "grade" BETWEEN 1 AND 4)),
  ADD CONSTRAINT "practice_entry_undoes" CHECK (("act" = 'undo') = ("undoes" IS NOT NULL));
ALTER TABLE "practice_card"
  ADD CONSTRAINT "practice_card_kind" CHECK ("kind" IN ('question', 'problem')),
  ADD CONSTRAINT "practice_card_memory" CHECK (("stability" IS NULL) = ("reps" = 0) AND ("difficulty" IS NULL) = ("reps" = 0));
ALTER TABLE "practice_settings"
  ADD CONSTRAINT "practice_settings_limits" CHECK ("new_per_day" >= 0 AND "reviews_per_day" >= 0);
