ALTER TABLE "badge" ADD CONSTRAINT "badge_of_kind" UNIQUE("id","kind");--> statement-breakpoint
CREATE TABLE "expected_visit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"date" date NOT NULL,
	"time" text,
	"visit_type" text NOT NULL,
	"first_name" text,
	"last_name" text NOT NULL,
	"rank" text,
	"organization" text,
	"display_name" text NOT NULL,
	"search_name" text NOT NULL,
	"purpose" text NOT NULL,
	"details" text,
	"recruitment_step" text,
	"host_member_id" uuid,
	"phone" text,
	"license_plate" text,
	"visit_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	CONSTRAINT "expected_visit_visit_id_unique" UNIQUE("visit_id"),
	CONSTRAINT "expected_visit_purpose_known" CHECK ("expected_visit"."purpose" in ('member_invited', 'appointment', 'information', 'other')),
	CONSTRAINT "expected_visit_step_known" CHECK ("expected_visit"."recruitment_step" in ('information', 'testing', 'interview', 'medical_admin', 'other'))
);--> statement-breakpoint
CREATE TABLE "visit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigserial NOT NULL,
	"request_id" uuid NOT NULL,
	"visit_type" text NOT NULL,
	"first_name" text,
	"last_name" text NOT NULL,
	"rank" text,
	"organization" text,
	"display_name" text NOT NULL,
	"search_name" text NOT NULL,
	"purpose" text NOT NULL,
	"details" text,
	"recruitment_step" text,
	"host_member_id" uuid,
	"phone" text,
	"license_plate" text,
	"notes" text,
	"since" timestamp (3) with time zone NOT NULL,
	"station_id" text NOT NULL,
	"method" text NOT NULL,
	"actor_name" text NOT NULL,
	"until" timestamp (3) with time zone,
	"ended_by" text,
	"ended_by_name" text,
	"ended_at_station" text,
	"end_scan_id" uuid,
	"badge_id" uuid,
	"badge_kind" text,
	"lent_at" timestamp (3) with time zone,
	"returned_at" timestamp (3) with time zone,
	"voided" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "visit_seq_unique" UNIQUE("seq"),
	CONSTRAINT "visit_request_id_unique" UNIQUE("request_id"),
	CONSTRAINT "visit_end_scan_id_unique" UNIQUE("end_scan_id"),
	CONSTRAINT "visit_purpose_known" CHECK ("visit"."purpose" in ('member_invited', 'appointment', 'information', 'other')),
	CONSTRAINT "visit_step_known" CHECK ("visit"."recruitment_step" in ('information', 'testing', 'interview', 'medical_admin', 'other')),
	CONSTRAINT "visit_method_known" CHECK ("visit"."method" in ('desk', 'kiosk')),
	CONSTRAINT "visit_end_known" CHECK ("visit"."ended_by" in ('badge', 'desk', 'kiosk', 'lockup_sequence', 'daily_reset')),
	CONSTRAINT "visit_ended_whole" CHECK (("visit"."until" is null) = ("visit"."ended_by" is null)),
	CONSTRAINT "visit_pass_whole" CHECK (("visit"."badge_id" is null) = ("visit"."lent_at" is null) and ("visit"."badge_id" is null) = ("visit"."badge_kind" is null) and ("visit"."badge_id" is not null or "visit"."returned_at" is null)),
	CONSTRAINT "visit_pass_kind" CHECK ("visit"."badge_kind" = 'visitor'),
	CONSTRAINT "visit_in_order" CHECK ("visit"."until" >= "visit"."since")
);--> statement-breakpoint
ALTER TABLE "alert" DROP CONSTRAINT "alert_type_known";--> statement-breakpoint
ALTER TABLE "expected_visit" ADD CONSTRAINT "expected_visit_visit_type_visit_type_code_fk" FOREIGN KEY ("visit_type") REFERENCES "public"."visit_type"("code") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expected_visit" ADD CONSTRAINT "expected_visit_host_member_id_member_id_fk" FOREIGN KEY ("host_member_id") REFERENCES "public"."member"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expected_visit" ADD CONSTRAINT "expected_visit_visit_id_visit_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visit"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_visit_type_visit_type_code_fk" FOREIGN KEY ("visit_type") REFERENCES "public"."visit_type"("code") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_host_member_id_member_id_fk" FOREIGN KEY ("host_member_id") REFERENCES "public"."member"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_station_id_station_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."station"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_ended_at_station_station_id_fk" FOREIGN KEY ("ended_at_station") REFERENCES "public"."station"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_badge_of_visitors" FOREIGN KEY ("badge_id","badge_kind") REFERENCES "public"."badge"("id","kind") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "expected_visit_date" ON "expected_visit" USING btree ("date","time");--> statement-breakpoint
CREATE UNIQUE INDEX "visit_pass_lent" ON "visit" USING btree ("badge_id") WHERE "visit"."until" is null and "visit"."returned_at" is null and not "visit"."voided";--> statement-breakpoint
CREATE INDEX "visit_inside" ON "visit" USING btree ("since") WHERE "visit"."until" is null and not "visit"."voided";--> statement-breakpoint
CREATE INDEX "visit_since" ON "visit" USING btree ("since","id");--> statement-breakpoint
CREATE INDEX "visit_search_name" ON "visit" USING btree ("search_name","id");--> statement-breakpoint
CREATE INDEX "visit_host" ON "visit" USING btree ("host_member_id") WHERE "visit"."host_member_id" is not null;--> statement-breakpoint
CREATE INDEX "visit_outstanding" ON "visit" USING btree ("badge_id","until") WHERE "visit"."badge_id" is not null and "visit"."returned_at" is null;--> statement-breakpoint
ALTER TABLE "alert" ADD CONSTRAINT "alert_type_known" CHECK ("alert"."type" in ('badge_unknown', 'badge_unassigned', 'badge_disabled', 'inactive_member', 'unauthorized_access', 'lockup_reminder', 'lockup_not_executed', 'lockup_stuck', 'nobody_holds_lockup', 'duty_watch_not_scheduled', 'duty_watch_seat_empty', 'duty_watch_not_in', 'duty_watch_without_lockup', 'dds_missing', 'building_not_secured', 'missed_checkout', 'missed_checkout_often', 'visitor_overstay', 'clock_jumped', 'reader_lost', 'system'));
