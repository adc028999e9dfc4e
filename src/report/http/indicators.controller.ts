import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Problem } from '#service';
import type { Definition } from '../domain/indicators/definition.js';
import { indicators } from '../domain/indicators/registry.js';

/** What the report's indicators count: every version there ever was. */
@ApiTags('Report')
@Controller('api/indicators')
export class IndicatorsController {
  @Get()
  @ApiOperation({ operationId: 'listIndicators', summary: 'Definiciones de los indicadores, en todas sus versiones' })
  list(): { readonly items: readonly Definition[] } {
    return { items: indicators.all };
  }

  @Get(':id/:version')
  @ApiOperation({ operationId: 'getIndicator', summary: 'Una versión de la definición de un indicador' })
  one(@Param('id') id: string, @Param('version') version: string): Definition {
    const found = /^\d{1,6}$/u.test(version) ? indicators.find(id, Number(version)) : undefined;
    if (found === undefined) throw new Problem(404, 'not-found');
    return found;
  }
}
