-- AlterTable
ALTER TABLE "submission" ADD COLUMN     "so_far" JSONB;

-- AlterTable
ALTER TABLE "rejudgment" ADD COLUMN     "so_far" JSONB;
