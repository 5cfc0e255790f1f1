/**
 * The part of the server's validation that does not depend on tables: ES5 text, run by CouchDB and the hub. `WRITES`,
 * `ROLES`, `KINDS` and `CROSS_ORG_TYPES` are declared before it.
 */
export const VALIDATION_BODY = String.raw`
  var roles = userCtx.roles || [];
  var isServerAdmin = roles.indexOf('_admin') !== -1;
  var UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

  function refuse(code, detail) {
    throw { forbidden: code + ': ' + detail };
  }
  function isText(value) {
    return typeof value === 'string' && value.length > 0;
  }
  function match(pattern, text) {
    return typeof text === 'string' ? new RegExp('^' + pattern + '$').exec(text) : null;
  }
  function split(role) {
    var parts = String(role).split('/');
    if (parts.length !== 2 || parts[0] === '' || ROLES.indexOf(parts[1]) === -1) return null;
    return { org: parts[0], role: parts[1] };
  }
  function holds(test) {
    for (var i = 0; i < roles.length; i += 1) {
      var held = split(roles[i]);
      if (held !== null && test(held)) return true;
    }
    return false;
  }
  function roleMayWrite(role, type) {
    return Object.prototype.hasOwnProperty.call(WRITES, role) && WRITES[role].indexOf(type) !== -1;
  }
  function mayWriteKind(role, type, data) {
    var has = Object.prototype.hasOwnProperty;
    var kind = has.call(KINDS, type) && data ? data[KINDS[type].member] : undefined;
    return kind === undefined || !has.call(KINDS[type].roles, kind) || KINDS[type].roles[kind].indexOf(role) !== -1;
  }
  function isListed(name, value) {
    return ((secObj && secObj[name]) || []).indexOf(value) !== -1;
  }
  var isCarrier = isServerAdmin || holds(function (held) { return held.role === 'carrier'; });

  // A shard of a cluster may be named shards/<range>/<database>.<time>.
  var database = String(userCtx.db || '').replace(/^shards\/[0-9a-f-]+\//, '').replace(/\.[0-9]{10}$/, '');
  var inWork = match('work-([a-z][a-z0-9]{1,15})', database);
  var inCase = match('case-([a-z][a-z0-9]{1,15})-[0-9]{4}', database);
  var inEvidence = match('evidence-([a-z][a-z0-9]{1,15})-[0-9]{4}', database);
  var inSealed = match('sealed-([a-z][a-z0-9]{1,15})', database);
  var found = inWork || inCase || inEvidence || inSealed;
  var databaseOrg = found === null ? null : found[1];

  function isIn(allowed) {
    if (!allowed) refuse('database', 'kind ' + newDoc.kind + ' does not belong into ' + database);
  }
  function createOnly() {
    if (oldDoc) refuse('exists', 'a ' + newDoc.kind + ' is written once');
    // An ordinary first write carries no history; replication carries one of a single revision. Carriers copy what the
    // other server has, forgeries included: the clients find those by the hash in the id.
    if (!isCarrier && newDoc._revisions && newDoc._revisions.start !== 1) refuse('revision', 'only a first revision');
  }
  function isByAccount() {
    if (!isText(newDoc.by)) refuse('field', 'by');
    if (!match(UUID, newDoc.device)) refuse('field', 'device');
    if (isCarrier) return;
    if (newDoc.by !== userCtx.name) refuse('author', newDoc.by + ' is not ' + userCtx.name);
    if (isListed('revoked_devices', newDoc.device)) refuse('device_revoked', newDoc.device);
  }
  function hasIdOf(pattern) {
    var parts = match(pattern, newDoc._id);
    if (parts === null) refuse('id', 'malformed id of kind ' + newDoc.kind);
    return parts;
  }

  var kinds = {
    event: function () {
      isIn(inWork || inCase || inSealed || database === 'brigade');
      createOnly();
      var parts = hasIdOf('((site|inspection|case|device|indicator|task|report|reporter):' + UUID + '):([0-9]{13}[0-9a-f]{4}):([0-9a-f]{32})');
      if (parts[1] !== newDoc.stream || parts[3] !== newDoc.at) refuse('id', 'stream or at differ from the id');
      if (!match('[0-9a-f]{64}', newDoc.hash) || newDoc.hash.slice(0, 32) !== parts[4]) refuse('id', 'hash differs from the id');
      if (!match('[0-9a-f]{64}', newDoc.dataHash)) refuse('field', 'dataHash');
      isByAccount();
      var role = split(newDoc.role);
      if (role === null) refuse('role', String(newDoc.role));
      if (role.org !== newDoc.org) refuse('org', 'role of ' + role.org + ', record of ' + newDoc.org);
      if (!roleMayWrite(role.role, newDoc.type) || !mayWriteKind(role.role, newDoc.type, newDoc.data)) refuse('type', role.role + ' may not write ' + newDoc.type);
      if (isCarrier) return;
      if (roles.indexOf(newDoc.role) === -1) refuse('role', newDoc.role + ' is not held by ' + userCtx.name);
      var ofSealed = parts[2] === 'reporter', ofWork = ['site', 'device', 'indicator', 'task', 'report'].indexOf(parts[2]) !== -1;
      if ((inWork && !ofWork) || (inCase && (ofWork || ofSealed)) || !inSealed !== !ofSealed || (!ofSealed && /^reporter\./.test(newDoc.type))) refuse('database', newDoc.stream + ' does not belong into ' + database);
      if (databaseOrg !== null && databaseOrg !== role.org) {
        if (role.role !== 'supervisor' || CROSS_ORG_TYPES.indexOf(newDoc.type) === -1) refuse('org', role.org + ' may not write into ' + database);
      }
    },
    head: function () {
      isIn(inWork || inCase || inSealed || database === 'brigade' || database === 'numbers');
      createOnly();
      var parts = hasIdOf('head:([0-9a-f]{16}):([1-9][0-9]{0,14}):[0-9a-f]{16}');
      if (newDoc.log !== undefined && newDoc.log !== parts[1]) refuse('id', 'log differs from the id');
      if (newDoc.n !== undefined && String(newDoc.n) !== parts[2]) refuse('id', 'n differs from the id');
      isByAccount();
      var allowed = holds(function (held) {
        return WRITES[held.role].length > 0 && (databaseOrg === null || held.org === databaseOrg || held.role === 'supervisor');
      });
      if (!isCarrier && !allowed) refuse('org', userCtx.name + ' may not write into ' + database);
    },
    lease: function () {
      var parts = block('lease', '');
      if (!isText(newDoc.nonce)) refuse('field', 'nonce');
      if (isCarrier || isListed('approved_devices', newDoc.device) || isListed('automatic_orgs', parts[1])) return;
      refuse('device_not_approved', newDoc.device);
    },
    burned: function () {
      var parts = block('burned', ':(' + UUID + ')');
      if (newDoc.device !== parts[3]) refuse('id', 'device differs from the id');
      if (newDoc.lease !== 'lease:' + parts[1] + ':' + parts[2]) refuse('id', 'lease differs from the id');
    },
    closing: function () {
      isIn(database === 'numbers');
      createOnly();
      hasIdOf('closing:' + UUID + ':[0-9]{13}');
      if (!isBureauAdmin(newDoc.org)) refuse('admins_only', 'closing');
    },
    floor: function () {
      isIn(database === 'numbers');
      hasIdOf('floor:([a-z][a-z0-9]{1,15}):(D[0-9]{2}):(20[0-9]{2})');
      if (!isBureauAdmin(null)) refuse('admins_only', 'floor');
      if (!(newDoc.n >= 1) || (oldDoc && newDoc.n < oldDoc.n)) refuse('field', 'a floor only rises');
    },
    device: function () {
      isIn(database === 'bureau');
      var parts = hasIdOf('device:(' + UUID + ')');
      if (parts[1] !== newDoc.device) refuse('id', 'device differs from the id');
      if (isBureauAdmin(newDoc.org) && (!oldDoc || isBureauAdmin(oldDoc.org))) return;
      createOnly();
      isByAccount();
      if (newDoc.approvedAt || newDoc.revokedAt) refuse('admins_only', 'approval');
      if (!holds(function (held) { return held.org === newDoc.org; })) refuse('org', String(newDoc.org));
    },
    org: function () { bureauCard('org', newDoc.org); },
    user: function () { bureauCard('user', newDoc.user); },
    catalogue: function () {
      isIn(database === 'bureau');
      if (!isBureauAdmin(null)) refuse('admins_only', 'catalogue');
      createOnly();
      hasIdOf('catalogue:.{1,60}');
    },
    checklist: function () { published('checklist:([a-z][a-z0-9-]{2,40}):([1-9][0-9]{0,5})', 'checklist', 'id', 'sections'); },
    areas: function () { published('areas:(district|street|grid):([1-9][0-9]{0,5})', 'level', 'level', 'areas'); },
    recovery: function () {
      isIn(database === 'bureau');
      // Of the server, not of an organisation: whoever replaces it can read what any device exports.
      if (!isServerAdmin) refuse('admins_only', 'recovery key');
      createOnly();
      var parts = hasIdOf('recovery:([0-9a-f]{16})');
      if (newDoc.keyId !== parts[1]) refuse('id', 'keyId differs from the id');
      var key = newDoc.publicKey || {};
      if (!match('[A-Za-z0-9_-]{43}', key.x) || !match('[A-Za-z0-9_-]{43}', key.y) || key.d !== undefined) refuse('field', 'publicKey');
    },
    intake: function () {
      var inIntake = match('intake-([a-z][a-z0-9]{1,15})', database);
      isIn(inIntake);
      createOnly();
      hasIdOf('intake:[a-z]{1,20}:.{1,60}');
      if (!isCarrier && !holds(function (held) { return held.role === 'intake' && held.org === inIntake[1]; })) refuse('org', userCtx.name + ' hands in nothing to ' + database);
    },
    photo: function () { blob('photo', 'photo.added'); },
    thumb: function () { blob('thumb', 'photo.added'); },
    doc: function () { blob('doc', 'document.issued'); }
  };

  function published(pattern, member, inText, list) { // written once, by the home organisation, for all of them
    isIn(database === 'bureau');
    if (!isBureauAdmin(null)) refuse('admins_only', newDoc.kind);
    createOnly(); isByAccount();
    var parts = hasIdOf(pattern), of = newDoc[member], version = newDoc.version, said = null;
    if (of !== (member === 'year' ? Number(parts[1]) : parts[1]) || version !== Number(parts[2])) refuse('id', member + ' or version differs from the id');
    if (!match('[0-9a-f]{64}', newDoc.hash)) refuse('field', 'hash');
    try { said = JSON.parse(isText(newDoc.text) ? newDoc.text : ''); } catch (problem) { refuse('field', 'text is no JSON'); }
    if (said === null || said[inText] !== of || said.version !== version || !said[list] || !(said[list].length > 0)) refuse('field', 'text is not that ' + newDoc.kind);
  }

  // The home organisation's administrators are administrators of the database, too: that is how they are known here.
  function isBureauAdmin(org) {
    var admins = (secObj && secObj.admins && secObj.admins.roles) || [];
    for (var i = 0; i < roles.length; i += 1) if (admins.indexOf(roles[i]) !== -1) return true;
    return isServerAdmin || holds(function (held) { return held.role === 'admin' && held.org === org; });
  }
  function bureauCard(prefix, key) {
    isIn(database === 'bureau');
    if (!isBureauAdmin(newDoc.org) || (oldDoc && !isBureauAdmin(oldDoc.org))) refuse('admins_only', prefix);
    if (newDoc._id !== prefix + ':' + key) refuse('id', prefix + ' differs from the id');
  }
  function block(kind, rest) {
    isIn(database === 'numbers');
    createOnly();
    var parts = hasIdOf(kind + ':([a-z][a-z0-9]{1,15}):(D[0-9]{2}:20[0-9]{2}:[0-9]{1,6})' + rest);
    isByAccount();
    var own = holds(function (held) { return held.org === parts[1] && roleMayWrite(held.role, 'number.granted'); });
    if (!isCarrier && !own) refuse('org', userCtx.name + ' has no numbers of ' + parts[1]);
    return parts;
  }
  function blob(kind, type) {
    isIn(inEvidence);
    createOnly();
    hasIdOf(kind + ':[0-9a-f]{64}');
    isByAccount();
    var count = 0;
    for (var name in newDoc._attachments || {}) if (Object.prototype.hasOwnProperty.call(newDoc._attachments, name)) count += 1;
    if (count !== 1) refuse('field', 'exactly one attachment');
    var own = holds(function (held) { return held.org === databaseOrg && roleMayWrite(held.role, type); });
    if (!isCarrier && !own) refuse('org', userCtx.name + ' may not write into ' + database);
  }

  if (newDoc._id.indexOf('_design/') === 0) {
    if (!isServerAdmin) refuse('admins_only', 'design documents');
    return;
  }
  if (newDoc._deleted) {
    var card = oldDoc && (oldDoc.kind === 'org' || oldDoc.kind === 'user' || oldDoc.kind === 'device');
    if (!card || !isBureauAdmin(oldDoc.org)) refuse('deletion', 'records are never deleted');
    return;
  }
  if (oldDoc && oldDoc.kind !== newDoc.kind) refuse('kind', 'a document keeps its kind');
  if (!Object.prototype.hasOwnProperty.call(kinds, newDoc.kind)) refuse('kind', String(newDoc.kind));
  kinds[newDoc.kind]();
`;
