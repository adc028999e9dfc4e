export { deriveId } from '#decider';
