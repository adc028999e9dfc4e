// The product in a process that has loaded its modules and waits for a word on stdin before it starts: so a server can be
// killed every second or so, though loading takes longer. When whoever started it is gone, so is it.
await import('../../../dist/src/app.module.js');
await import('../../../dist/src/modes/embedded.js');

process.stdin.once('data', () => {
  // From here on the server alone keeps the process alive.
  process.stdin.unref();
  void import('../../../dist/src/main.js');
});
process.stdin.once('close', () => process.kill(process.pid, 'SIGKILL'));
