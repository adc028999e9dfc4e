import { Module } from '@nestjs/common';
import { BoardsController } from './http/boards.controller.js';
import { BoardHandler } from './http/commands.js';
import { FoundController } from './http/found.controller.js';

/** Multisectoral boards and their members. */
@Module({ controllers: [BoardsController, FoundController], providers: [BoardHandler] })
export class BoardsModule {}
