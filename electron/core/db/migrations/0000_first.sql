CREATE TABLE "audit" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"entity_type" text NOT NULL,
	"entity_id" text,
	"details" jsonb
);
--> statement-breakpoint
CREATE TABLE "badge" (
	"id" uuid PRIMARY KEY NOT NULL,
	"serial" text NOT NULL,
	"status" text NOT NULL,
	"member_id" uuid,
	"last_used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "badge_serial_unique" UNIQUE("serial"),
	CONSTRAINT "badge_member_id_unique" UNIQUE("member_id"),
	CONSTRAINT "badge_status_known" CHECK ("badge"."status" in ('active', 'damaged', 'inactive', 'lost', 'decommissioned'))
);
--> statement-breakpoint
CREATE TABLE "division" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "division_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "member" (
	"id" uuid PRIMARY KEY NOT NULL,
	"service_number" text NOT NULL,
	"employee_number" text,
	"rank_id" uuid NOT NULL,
	"first_name" text NOT NULL,
	"last_name" text NOT NULL,
	"initials" text,
	"display_name" text NOT NULL,
	"search_name" text NOT NULL,
	"email" text,
	"mobile_phone" text,
	"home_phone" text,
	"division_id" uuid,
	"member_type" text NOT NULL,
	"status" text NOT NULL,
	"source" text NOT NULL,
	"mess" text,
	"moc" text,
	"class_details" text,
	"notes" text,
	"contract_start" date,
	"contract_end" date,
	"missed_checkout_count" integer DEFAULT 0 NOT NULL,
	"last_missed_checkout" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "member_service_number_unique" UNIQUE("service_number"),
	CONSTRAINT "member_type_known" CHECK ("member"."member_type" in ('class_a', 'class_b', 'class_c', 'reg_force', 'civilian_staff')),
	CONSTRAINT "member_status_known" CHECK ("member"."status" in ('active', 'deployed', 'inactive', 'archived', 'suspended')),
	CONSTRAINT "member_source_known" CHECK ("member"."source" in ('nominal_roll', 'civilian_manual')),
	CONSTRAINT "member_service_number_form" CHECK ("member"."service_number" ~ '^[^[:space:]]{6,20}$')
);
--> statement-breakpoint
CREATE TABLE "rank" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"branch" text NOT NULL,
	"category" text NOT NULL,
	"display_order" integer NOT NULL,
	"is_active" boolean NOT NULL,
	"replaced_by" text,
	CONSTRAINT "rank_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "member_presence" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"direction" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"movement_id" uuid NOT NULL,
	"station_id" text NOT NULL,
	CONSTRAINT "member_presence_direction_known" CHECK ("member_presence"."direction" in ('in', 'out'))
);
--> statement-breakpoint
CREATE TABLE "movement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigserial NOT NULL,
	"member_id" uuid NOT NULL,
	"badge_id" uuid,
	"direction" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"station_id" text NOT NULL,
	"reader" text,
	"method" text NOT NULL,
	"scan_id" uuid,
	"flagged" boolean DEFAULT false NOT NULL,
	"flag_reason" text,
	CONSTRAINT "movement_seq_unique" UNIQUE("seq"),
	CONSTRAINT "movement_scan_id_unique" UNIQUE("scan_id"),
	CONSTRAINT "movement_direction_known" CHECK ("movement"."direction" in ('in', 'out')),
	CONSTRAINT "movement_method_known" CHECK ("movement"."method" in ('badge', 'manual', 'override', 'login', 'system'))
);
--> statement-breakpoint
CREATE TABLE "refused_scan" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"outcome" text NOT NULL,
	"serial" text NOT NULL,
	"badge_id" uuid,
	"member_id" uuid,
	"station_id" text NOT NULL,
	"reader" text,
	"scan_id" uuid,
	CONSTRAINT "refused_scan_scan_id_unique" UNIQUE("scan_id")
);
--> statement-breakpoint
CREATE TABLE "revision" (
	"topic" text PRIMARY KEY NOT NULL,
	"value" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "station" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"category" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "badge" ADD CONSTRAINT "badge_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_rank_id_rank_id_fk" FOREIGN KEY ("rank_id") REFERENCES "public"."rank"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_division_id_division_id_fk" FOREIGN KEY ("division_id") REFERENCES "public"."division"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_presence" ADD CONSTRAINT "member_presence_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_presence" ADD CONSTRAINT "member_presence_movement_id_movement_id_fk" FOREIGN KEY ("movement_id") REFERENCES "public"."movement"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_presence" ADD CONSTRAINT "member_presence_station_id_station_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."station"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "movement" ADD CONSTRAINT "movement_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "movement" ADD CONSTRAINT "movement_badge_id_badge_id_fk" FOREIGN KEY ("badge_id") REFERENCES "public"."badge"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "movement" ADD CONSTRAINT "movement_station_id_station_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."station"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refused_scan" ADD CONSTRAINT "refused_scan_badge_id_badge_id_fk" FOREIGN KEY ("badge_id") REFERENCES "public"."badge"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refused_scan" ADD CONSTRAINT "refused_scan_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refused_scan" ADD CONSTRAINT "refused_scan_station_id_station_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."station"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit" USING btree ("at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "audit_entity" ON "audit" USING btree ("entity_type","entity_id");--> statement-breakpoint
CREATE INDEX "member_division" ON "member" USING btree ("division_id");--> statement-breakpoint
CREATE INDEX "member_search_name" ON "member" USING btree ("search_name","id");--> statement-breakpoint
CREATE INDEX "member_presence_direction" ON "member_presence" USING btree ("direction");--> statement-breakpoint
CREATE INDEX "movement_member_at" ON "movement" USING btree ("member_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "movement_at" ON "movement" USING btree ("at" DESC NULLS LAST,"seq" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "refused_scan_at" ON "refused_scan" USING btree ("at" DESC NULLS LAST);