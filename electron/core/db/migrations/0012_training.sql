CREATE TABLE "bmq_course" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"start_date" date NOT NULL,
	"end_date" date NOT NULL,
	"training_days" integer[] NOT NULL,
	"start_time" time(0) NOT NULL,
	"end_time" time(0) NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "bmq_course_in_order" CHECK ("bmq_course"."start_date" < "bmq_course"."end_date" and "bmq_course"."start_time" < "bmq_course"."end_time"),
	CONSTRAINT "bmq_course_days" CHECK (cardinality("bmq_course"."training_days") > 0 and "bmq_course"."training_days" <@ array[1, 2, 3, 4, 5, 6, 7])
);
--> statement-breakpoint
CREATE TABLE "bmq_enrolment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"course_id" uuid NOT NULL,
	"status" text DEFAULT 'enrolled' NOT NULL,
	"enrolled_on" date NOT NULL,
	"ended_on" date,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "bmq_enrolment_once" UNIQUE("member_id","course_id"),
	CONSTRAINT "bmq_enrolment_status_known" CHECK ("bmq_enrolment"."status" in ('enrolled', 'completed', 'withdrawn')),
	CONSTRAINT "bmq_enrolment_ended" CHECK (("bmq_enrolment"."status" = 'enrolled') = ("bmq_enrolment"."ended_on" is null) and "bmq_enrolment"."ended_on" >= "bmq_enrolment"."enrolled_on")
);
--> statement-breakpoint
CREATE TABLE "excused_absence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"from_date" date NOT NULL,
	"to_date" date NOT NULL,
	"kind" text NOT NULL,
	"note" text,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "excused_absence_kind_known" CHECK ("excused_absence"."kind" in ('leave', 'ed_t', 'course', 'medical', 'other')),
	CONSTRAINT "excused_absence_in_order" CHECK ("excused_absence"."from_date" <= "excused_absence"."to_date")
);
--> statement-breakpoint
CREATE TABLE "training_year" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"start_date" date NOT NULL,
	"end_date" date NOT NULL,
	"holiday_exclusions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"day_exceptions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"is_current" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "training_year_name_unique" UNIQUE("name"),
	CONSTRAINT "training_year_in_order" CHECK ("training_year"."start_date" < "training_year"."end_date")
);
--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "joined_on" date;--> statement-breakpoint
ALTER TABLE "bmq_enrolment" ADD CONSTRAINT "bmq_enrolment_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bmq_enrolment" ADD CONSTRAINT "bmq_enrolment_course_id_bmq_course_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."bmq_course"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "excused_absence" ADD CONSTRAINT "excused_absence_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bmq_enrolment_course" ON "bmq_enrolment" USING btree ("course_id");--> statement-breakpoint
CREATE INDEX "excused_absence_member" ON "excused_absence" USING btree ("member_id","from_date");--> statement-breakpoint
CREATE INDEX "excused_absence_from" ON "excused_absence" USING btree ("from_date","to_date");--> statement-breakpoint
CREATE UNIQUE INDEX "training_year_current" ON "training_year" USING btree ("is_current") WHERE "training_year"."is_current";