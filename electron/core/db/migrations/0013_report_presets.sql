CREATE TABLE "report_preset" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"report" jsonb NOT NULL,
	"format" text NOT NULL,
	"language" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "report_preset_format_known" CHECK ("report_preset"."format" in ('pdf', 'csv', 'xlsx')),
	CONSTRAINT "report_preset_language_known" CHECK ("report_preset"."language" in ('en', 'fr'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX "report_preset_name" ON "report_preset" USING btree (lower("name"));