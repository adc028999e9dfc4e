import { ArrayMinSize, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsInstant, Nested, NestedList } from '#service';

/**
 * A ServiceRequest as it is taken: these elements and no others, since what is not understood must not be lost silently.
 */

export class CodingDto {
  @IsString()
  @MaxLength(200)
  system: string;

  @IsString()
  @MaxLength(80)
  code: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  display?: string;
}

export class ConceptDto {
  @ArrayMinSize(1)
  @NestedList(() => CodingDto, 5)
  coding: readonly CodingDto[];

  @IsOptional()
  @IsString()
  @MaxLength(200)
  text?: string;
}

class IdentifierDto {
  @IsString()
  @MaxLength(200)
  system: string;

  @IsString()
  @MaxLength(80)
  value: string;
}

class SubjectDto {
  @IsOptional()
  @IsIn(['Patient'])
  type?: 'Patient';

  /** The code of the case, as people read it to each other. */
  @Nested(() => IdentifierDto)
  identifier: IdentifierDto;
}

export class ReferenceDto {
  @IsString()
  @MaxLength(200)
  reference: string;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  type?: string;
}

class ExtensionDto {
  @IsIn(['urn:chaski:explained-in'])
  url: string;

  @IsString()
  @MaxLength(40)
  valueCode: string;
}

class PeriodDto {
  @IsOptional()
  @IsInstant()
  end?: string;
}

class ProvisionDto {
  @IsOptional()
  @IsIn(['permit', 'deny'])
  type?: 'permit' | 'deny';

  @IsOptional()
  @Nested(() => PeriodDto)
  period?: PeriodDto;

  /** What may be shared: codes of data categories. */
  @IsOptional()
  @NestedList(() => CodingDto, 20)
  class?: readonly CodingDto[];
}

/** On which ground: contained in the request, and read by its `policyRule`. */
export class ConsentResourceDto {
  @IsIn(['Consent'])
  resourceType: 'Consent';

  @IsString()
  @MaxLength(64)
  id: string;

  @IsIn(['active', 'rejected'])
  status: 'active' | 'rejected';

  @Nested(() => ConceptDto)
  scope: ConceptDto;

  @ArrayMinSize(1)
  @NestedList(() => ConceptDto, 5)
  category: readonly ConceptDto[];

  /** The ground, and for a legal duty which. */
  @Nested(() => ConceptDto)
  policyRule: ConceptDto;

  @IsOptional()
  @NestedList(() => ExtensionDto, 1)
  extension?: readonly ExtensionDto[];

  @IsOptional()
  @Nested(() => ProvisionDto)
  provision?: ProvisionDto;
}

export class ServiceRequestDto {
  @IsIn(['ServiceRequest'])
  resourceType: 'ServiceRequest';

  @IsIn(['active'])
  status: 'active';

  @IsIn(['order'])
  intent: 'order';

  /** Left out: routine. */
  @IsOptional()
  @IsIn(['routine', 'urgent', 'asap', 'stat'])
  priority?: string;

  /** What for. */
  @Nested(() => ConceptDto)
  code: ConceptDto;

  @Nested(() => SubjectDto)
  subject: SubjectDto;

  /** When it was asked for, if not now. */
  @IsOptional()
  @IsInstant()
  authoredOn?: string;

  /** The one service it goes to. */
  @ArrayMinSize(1)
  @NestedList(() => ReferenceDto, 1)
  performer: readonly ReferenceDto[];

  @ArrayMinSize(1)
  @NestedList(() => ConsentResourceDto, 1)
  contained: readonly ConsentResourceDto[];

  /** Points at the contained consent. */
  @IsOptional()
  @NestedList(() => ReferenceDto, 1)
  supportingInfo?: readonly ReferenceDto[];
}
