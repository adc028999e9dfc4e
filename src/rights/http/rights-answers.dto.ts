import { IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID } from 'class-validator';
import { IsInstant, Nested, NestedList } from '#service';
import { fileKinds, type KeptFile } from '../../questions.js';

export class ClockView {
  @IsString()
  rule: string;

  @IsInt()
  version: number;

  @IsInstant()
  due: string;
}

export class RequestAnswerView {
  @IsInstant()
  at: string;

  @IsString()
  outcome: string;

  @IsOptional()
  @IsString()
  reason?: string;

  @IsBoolean()
  late: boolean;
}

export class RequestView {
  @IsUUID()
  id: string;

  @IsUUID()
  person: string;

  @IsString()
  country: string;

  @IsString()
  institution: string;

  @IsString()
  right: string;

  @IsInstant()
  receivedAt: string;

  @IsOptional()
  @Nested(() => ClockView)
  clock?: ClockView;

  @IsBoolean()
  overdue: boolean;

  @IsOptional()
  @Nested(() => RequestAnswerView)
  answered?: RequestAnswerView;
}

export class HoldView {
  @IsUUID()
  id: string;

  @IsString()
  institution: string;

  @IsString()
  norm: string;

  @IsInstant()
  since: string;

  /** When it was lifted. */
  @IsOptional()
  @IsInstant()
  liftedAt?: string;
}

export class HeldUpView {
  @IsString()
  step: string;

  @IsString()
  why: string;

  @IsInstant()
  at: string;
}

export class ErasureView {
  @IsUUID()
  id: string;

  @IsUUID()
  person: string;

  @IsString()
  country: string;

  @IsString()
  institution: string;

  @IsString()
  ground: string;

  /** Left out: all. */
  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  categories?: readonly string[];

  @IsIn(['asked', 'approved', 'fenced', 'destroyed', 'purged', 'refused', 'certified'])
  status: string;

  @IsInstant()
  askedAt: string;

  /** The legal holds it waits for. */
  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  holds?: readonly string[];

  @IsOptional()
  @IsInstant()
  decidedAt?: string;

  @IsOptional()
  @IsString()
  reason?: string;

  /** It is not complete: the step that goes on being tried. */
  @IsOptional()
  @Nested(() => HeldUpView)
  heldUp?: HeldUpView;
}

/** That an event is in the signed record. Enough to check it anywhere, with the keys of the log and of its witnesses. */
export class InclusionView {
  /** Its place, from 0, in a record of so many. */
  @IsInt()
  index: number;

  @IsInt()
  size: number;

  /** What was hashed: header fields, and the digest of the sealed bytes. */
  @IsString()
  leaf: string;

  /** The proof and the signed checkpoint it leads to, as one file (C2SP tlog-proof). */
  @IsString()
  file: string;
}

/** What is gone, what goes by when, and where the record says so. */
export class CertificateView {
  @IsUUID()
  erasure: string;

  @IsUUID()
  person: string;

  @IsString()
  country: string;

  @IsInstant()
  certifiedAt: string;

  /** Left out: all. */
  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  categories?: readonly string[];

  /** How many keys were destroyed. */
  @IsInt()
  keys: number;

  /** What was derived from the data is gone from here. */
  @IsArray()
  @IsString({ each: true })
  purged: readonly string[];

  /** Days backups are kept, and the instant after which none is left that could bring the keys back. */
  @IsInt()
  backupDays: number;

  @IsInstant()
  gonePast: string;

  /** The event of the record that says so, and its position. */
  @IsUUID()
  event: string;

  @IsString()
  position: string;

  /** That the event stands in the signed record: as soon as a checkpoint covers it. */
  @IsOptional()
  @Nested(() => InclusionView)
  proof?: InclusionView;
}

export class KeptFileView {
  @IsIn([...fileKinds])
  kind: KeptFile['kind'];

  /** The institution that keeps it. */
  @IsString()
  keeper: string;

  @IsBoolean()
  open: boolean;
}

export class PersonRightsView {
  @IsUUID()
  person: string;

  /** Codes of the cases that are not closed. */
  @IsArray()
  @IsString({ each: true })
  openCases: readonly string[];

  @IsInt()
  cases: number;

  /** Of who is in no case: what a programme or a community keeps of them. */
  @IsOptional()
  @Nested(() => KeptFileView)
  file?: KeptFileView;

  /** Other records of the same person: each is erased by itself. */
  @IsArray()
  @IsString({ each: true })
  linked: readonly string[];

  @NestedList(() => HoldView, 100)
  holds: readonly HoldView[];

  @NestedList(() => RequestView, 100)
  requests: readonly RequestView[];

  @NestedList(() => ErasureView, 100)
  erasures: readonly ErasureView[];
}
