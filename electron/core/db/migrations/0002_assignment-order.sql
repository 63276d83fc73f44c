ALTER TABLE "badge_assignment" ADD COLUMN "seq" bigserial NOT NULL;--> statement-breakpoint
UPDATE "badge_assignment" SET "seq" = ordered.place FROM (SELECT id, row_number() OVER (ORDER BY assigned_at, ended_at NULLS LAST) AS place FROM "badge_assignment") AS ordered WHERE ordered.id = "badge_assignment".id;--> statement-breakpoint
ALTER TABLE "badge_assignment" ADD CONSTRAINT "badge_assignment_seq_unique" UNIQUE("seq");
