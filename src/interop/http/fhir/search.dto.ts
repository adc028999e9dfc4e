import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** What every search takes. A parameter that is not known is refused: a search that ignored it would find too much. */
class SearchDto {
  @IsOptional()
  @IsString()
  @MaxLength(64)
  _id?: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(200)
  _count?: number;

  /** Of the page before: in its link `next`. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  _cursor?: string;
}

class EndsDto extends SearchDto {
  @IsOptional()
  @IsString()
  @MaxLength(40)
  status?: string;
}

export class ServiceRequestSearch extends EndsDto {
  @IsOptional()
  @IsString()
  @MaxLength(120)
  identifier?: string;

  @IsOptional()
  @IsString()
  @MaxLength(120)
  requester?: string;

  @IsOptional()
  @IsString()
  @MaxLength(120)
  performer?: string;
}

export class TaskSearch extends EndsDto {
  @IsOptional()
  @IsString()
  @MaxLength(120)
  'based-on'?: string;

  @IsOptional()
  @IsString()
  @MaxLength(120)
  requester?: string;

  @IsOptional()
  @IsString()
  @MaxLength(120)
  owner?: string;
}

export class ConsentSearch extends EndsDto {
  /** Who obtained it. */
  @IsOptional()
  @IsString()
  @MaxLength(120)
  organization?: string;

  /** Whom it lets read. */
  @IsOptional()
  @IsString()
  @MaxLength(120)
  actor?: string;
}

export class OrganizationSearch extends SearchDto {
  @IsOptional()
  @IsString()
  @MaxLength(120)
  identifier?: string;

  @IsOptional()
  @IsString()
  @MaxLength(80)
  name?: string;

  @IsOptional()
  @IsString()
  @MaxLength(120)
  type?: string;
}

export class HealthcareServiceSearch extends SearchDto {
  @IsOptional()
  @IsString()
  @MaxLength(120)
  organization?: string;

  @IsOptional()
  @IsString()
  @MaxLength(80)
  name?: string;

  @IsOptional()
  @IsString()
  @MaxLength(120)
  'service-type'?: string;

  @IsOptional()
  @IsIn(['true', 'false'])
  active?: 'true' | 'false';
}
