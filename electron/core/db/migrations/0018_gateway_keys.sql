CREATE TABLE "gateway_key" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"secret_hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"station_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"revoked_by" text,
	"last_used_at" timestamp (3) with time zone,
	CONSTRAINT "gateway_key_has_scopes" CHECK (cardinality("gateway_key"."scopes") > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX "gateway_key_secret" ON "gateway_key" USING btree ("secret_hash");