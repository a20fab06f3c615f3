-- CreateTable
CREATE TABLE "mock" (
    "id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "topics" TEXT[],
    "level" TEXT NOT NULL,
    "seed" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "fed_at" TIMESTAMPTZ(3),
    "share_key" UUID,

    CONSTRAINT "mock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mock_item" (
    "mock_id" UUID NOT NULL,
    "place" SMALLINT NOT NULL,
    "kind" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "check_id" TEXT,
    "beyond" TEXT,
    "budget_seconds" INTEGER NOT NULL,
    "notes" TEXT NOT NULL DEFAULT '',
    "revealed_at" TIMESTAMPTZ(3),
    "points" INTEGER[],
    "answer" JSONB,

    CONSTRAINT "mock_item_pkey" PRIMARY KEY ("mock_id","place")
);

-- CreateTable
CREATE TABLE "mock_event" (
    "mock_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "act" TEXT NOT NULL,
    "place" SMALLINT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mock_event_pkey" PRIMARY KEY ("mock_id","seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "mock_share_key_key" ON "mock"("share_key");

-- CreateIndex
CREATE INDEX "mock_user_id_id_idx" ON "mock"("user_id", "id" DESC);

-- AddForeignKey
ALTER TABLE "mock" ADD CONSTRAINT "mock_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mock_item" ADD CONSTRAINT "mock_item_mock_id_fkey" FOREIGN KEY ("mock_id") REFERENCES "mock"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mock_event" ADD CONSTRAINT "mock_event_mock_id_fkey" FOREIGN KEY ("mock_id") REFERENCES "mock"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: what may be said.
ALTER TABLE "mock"
  ADD CONSTRAINT "mock_minutes" CHECK ("minutes" > 0),
  ADD CONSTRAINT "mock_level" CHECK ("level" IN ('easy', 'medium', 'hard', 'any')),
  ADD CONSTRAINT "mock_fed" CHECK ("fed_at" IS NULL OR "finished_at" IS NOT NULL);
ALTER TABLE "mock_item"
  ADD CONSTRAINT "mock_item_kind" CHECK ("kind" IN ('question', 'check', 'problem')),
  ADD CONSTRAINT "mock_item_check" CHECK (("kind" = 'check') = ("check_id" IS NOT NULL)),
  ADD CONSTRAINT "mock_item_beyond" CHECK ("beyond" IN ('topics', 'level')),
  ADD CONSTRAINT "mock_item_budget" CHECK ("budget_seconds" > 0);
ALTER TABLE "mock_event"
  ADD CONSTRAINT "mock_event_act" CHECK ("act" IN ('start', 'go', 'pause', 'resume', 'finish')),
  ADD CONSTRAINT "mock_event_place" CHECK (("act" IN ('start', 'go')) = ("place" IS NOT NULL));
