/** What the content security policy blocked in this window; a test fails on any. */
const violations: string[] = [];
Object.assign(window, { __cspViolations: violations });
document.addEventListener('securitypolicyviolation', (event) => {
  violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${String(event.lineNumber)}`);
});
// The data worker has a policy of its own and tells its violations to the page.
window.addEventListener('message', (message: MessageEvent<{ readonly cspViolation?: string } | null>) => {
  if (message.source === window && typeof message.data?.cspViolation === 'string')
    violations.push(message.data.cspViolation);
});
