import { IsArray, IsInt, IsObject, IsOptional, IsString } from 'class-validator';

/** An event as it was recorded. */
export class AuditedEvent {
  @IsString()
  id: string;
  @IsString()
  type: string;
  @IsInt()
  revision: number;
  @IsString()
  position: string;
  @IsObject()
  metadata: object;
  /** Personal sections are sealed. */
  @IsObject()
  data: object;
}

/** A history up to a moment, and how the thing stood then. */
export class AuditedHistory {
  @IsString()
  kind: string;
  @IsString()
  id: string;
  /** Events in the record today. */
  @IsInt()
  recorded: number;
  /** Events within the moment asked for. */
  @IsInt()
  shown: number;
  /** As the views would have shown it; null before it began. */
  @IsOptional()
  @IsObject()
  state: object | null;
  @IsArray()
  events: AuditedEvent[];
}

/** A field that changed, and the event that changed it. */
export class DifferenceAnswer {
  @IsString()
  field: string;
  before: unknown;
  after: unknown;
  @IsInt()
  revision: number;
  @IsString()
  type: string;
  @IsString()
  eventId: string;
}
