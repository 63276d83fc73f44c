ALTER TABLE "setting" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
-- The rollover leaves the unit's profile for the timings, the one home of all times (decision 006). What it was stays.
INSERT INTO "setting" ("key", "value", "category", "updated_at") SELECT 'operational.timings.v2', jsonb_build_object('operational', jsonb_build_object('dayRolloverTime', "value" -> 'rollover')), 'app_config', "updated_at" FROM "setting" WHERE "key" = 'unit.profile' AND jsonb_typeof("value") = 'object' AND "value" ->> 'rollover' <> '03:00' ON CONFLICT DO NOTHING;--> statement-breakpoint
UPDATE "setting" SET "value" = "value" - 'rollover' WHERE "key" = 'unit.profile' AND jsonb_typeof("value") = 'object';
