ALTER TABLE "station" ADD COLUMN "name_fr" text;--> statement-breakpoint
ALTER TABLE "station" ADD COLUMN "updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
CREATE INDEX "refused_scan_station_at" ON "refused_scan" USING btree ("station_id","at");