import { Module } from '@nestjs/common';
import { BoardsController } from './http/boards.controller.js';
import { BoardHandler } from './http/commands.js';

/** Multisectoral boards and their members. */
@Module({ controllers: [BoardsController], providers: [BoardHandler] })
export class BoardsModule {}
