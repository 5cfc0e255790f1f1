/** What the content security policy blocked in this window; a test fails on any. */
const violations: string[] = [];
Object.assign(window, { __cspViolations: violations });
document.addEventListener('securitypolicyviolation', (event) => {
  violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${String(event.lineNumber)}`);
});
