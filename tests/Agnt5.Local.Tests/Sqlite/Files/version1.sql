PRAGMA application_id = 1095185740;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE runs (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    component_name TEXT NOT NULL,
    deployment_id TEXT NOT NULL,
    phase INTEGER NOT NULL,
    wake_at_ms INTEGER,
    ended_at_ms INTEGER,
    state BLOB NOT NULL,
    checkpoint BLOB);
INSERT INTO runs VALUES(1,'run_01m8pj6ha6d1x59rnre8txh00q','crash_ship','dep_01m8pj6ewnfrgag965g4vzknd9',3,NULL,NULL,CAST('{"granted":0,"attempt":0,"slice":2,"lost_invokes":0,"lost_since_ms":0,"senseless_answers":0,"question":{"pause_index":0,"step_name":"wait_for_user_0","question":"Ship it?","input_type":"text","options":"[]","allow_custom":false,"skippable":false},"started_at_ms":1796053616023,"sequence":5}' AS BLOB),CAST('{"steps":{"pack":1,"label":1,"nap":1796053617302,"agnt5:fired:nap":true,"load":2,"agnt5:asked:0":{"hash":"0b6b64673a0be9cce9436b16ff68988387115ef073b54b50f69b3e851a606b4d","times":1}}}' AS BLOB));
CREATE TABLE starts (run INTEGER PRIMARY KEY, spec BLOB NOT NULL, input BLOB);
INSERT INTO starts VALUES(1,CAST('{"run_id":"run_01m8pj6ha6d1x59rnre8txh00q","component_type":"workflow","component_name":"crash_ship","deployment_id":"dep_01m8pj6ewnfrgag965g4vzknd9","environment":"production","created_at_ms":1796053615942,"retries":{"max_attempts":1,"initial_interval_ms":1000,"max_interval_ms":60000,"backoff":"Exponential","multiplier":2},"claims":[],"priority":0,"metadata":{},"is_streaming":false,"notices":[],"invokes_on_wait_timeout":false,"wakes_beside_waits":false}' AS BLOB),CAST('{"key":"golden"}' AS BLOB));
CREATE TABLE outputs (run INTEGER PRIMARY KEY, output BLOB NOT NULL);
CREATE TABLE journal (run INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, entries BLOB NOT NULL, PRIMARY KEY (run, first)) WITHOUT ROWID;
INSERT INTO journal VALUES(1,1,2,CAST('[{"sequence":1,"event_type":"run.started","at_ms":1796053616023,"data":{"component_type":"workflow","component_name":"crash_ship","deployment_id":"dep_01m8pj6ewnfrgag965g4vzknd9"},"metadata":{}},{"sequence":2,"event_type":"workflow.started","at_ms":1796053616023,"data":{"component_type":"workflow","component_name":"crash_ship","deployment_id":"dep_01m8pj6ewnfrgag965g4vzknd9"},"metadata":{}}]' AS BLOB));
INSERT INTO journal VALUES(1,3,3,CAST('[{"sequence":3,"event_type":"workflow.paused","at_ms":1796053617486,"data":{"reason":"timer","timer_key":"nap","ready_at_ms":1796053617332},"metadata":{}}]' AS BLOB));
INSERT INTO journal VALUES(1,4,4,CAST('[{"sequence":4,"event_type":"workflow.resumed","at_ms":1796053617557,"data":{"reason":"timer"},"metadata":{}}]' AS BLOB));
INSERT INTO journal VALUES(1,5,5,CAST('[{"sequence":5,"event_type":"workflow.paused","at_ms":1796053617993,"data":{"reason":"user_input_required","pause_index":0,"step_name":"wait_for_user_0","question":"Ship it?","input_type":"text","options":[],"allow_custom":false,"skippable":false},"metadata":{"pause_reason":"user_input_required","pause_index":"0","step_name":"wait_for_user_0","question":"Ship it?","input_type":"text","options":"[]","allow_custom":"false","skippable":"false"}}]' AS BLOB));
CREATE TABLE flow_keys (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    scope TEXT NOT NULL,
    value TEXT NOT NULL,
    rule_limit INTEGER NOT NULL,
    window_ms INTEGER NOT NULL,
    last_number INTEGER NOT NULL,
    wake_at_ms INTEGER,
    UNIQUE (kind, scope, value));
CREATE TABLE flow_entries (
    flow_key INTEGER NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    priority INTEGER NOT NULL,
    run_id TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (flow_key, number)) WITHOUT ROWID;
CREATE TABLE sessions (environment TEXT NOT NULL, id TEXT NOT NULL, session BLOB, PRIMARY KEY (environment, id)) WITHOUT ROWID;
CREATE TABLE accepted (scope TEXT NOT NULL, value TEXT NOT NULL, run_id TEXT NOT NULL, until_ms INTEGER NOT NULL, PRIMARY KEY (scope, value)) WITHOUT ROWID;
INSERT INTO accepted VALUES('header:production:workflow:crash_ship','golden','run_01m8pj6ha6d1x59rnre8txh00q',1796140016023);
CREATE TABLE batches (id TEXT PRIMARY KEY, created_at_ms INTEGER NOT NULL, run_ids BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE environments (name TEXT PRIMARY KEY, state BLOB NOT NULL) WITHOUT ROWID;
INSERT INTO environments VALUES('production',CAST('{"routes":{"function:crash_flaky":"dep_01m8pj6ewnfrgag965g4vzknd9","workflow:crash_bill":"dep_01m8pj6ewnfrgag965g4vzknd9","workflow:crash_ship":"dep_01m8pj6ewnfrgag965g4vzknd9"},"history":[{"at_ms":1796053613704,"kind":"Synced","deployment_id":"dep_01m8pj6ewnfrgag965g4vzknd9"},{"at_ms":1796053613704,"kind":"Activated","deployment_id":"dep_01m8pj6ewnfrgag965g4vzknd9"}]}' AS BLOB));
CREATE TABLE deployments (id TEXT PRIMARY KEY, environment TEXT NOT NULL, state BLOB NOT NULL) WITHOUT ROWID;
INSERT INTO deployments VALUES('dep_01m8pj6ewnfrgag965g4vzknd9','production',CAST('{"deployment_id":"dep_01m8pj6ewnfrgag965g4vzknd9","environment":"production","provider":"local","immutable_ref":"b73a3e50007205f97c04a48c1f6bae452fab714f763567e4faefc5919a9fd2f0","manifest_hash":"b73a3e50007205f97c04a48c1f6bae452fab714f763567e4faefc5919a9fd2f0","components":[{"type":"function","name":"crash_flaky","retries":{"max_attempts":3,"initial_interval_ms":20,"max_interval_ms":60000,"backoff":"Constant","multiplier":2},"policies":[],"priority":0,"triggers":[]},{"type":"workflow","name":"crash_bill","policies":[{"kind":"Concurrency","limit":3,"window_ms":0}],"priority":0,"triggers":[]},{"type":"workflow","name":"crash_ship","policies":[],"priority":0,"triggers":[]}],"request_timeout_ms":60000,"yield_before_timeout_ms":1000,"invoke_headers":{},"is_enabled":true,"created_at_ms":1796053613461}' AS BLOB));
CREATE TABLE schedules (environment TEXT PRIMARY KEY, state BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE integrations (source TEXT NOT NULL, id TEXT NOT NULL, environment TEXT NOT NULL, PRIMARY KEY (source, id)) WITHOUT ROWID;
CREATE TABLE events (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    dedup_key TEXT NOT NULL,
    source TEXT NOT NULL,
    name TEXT NOT NULL,
    deployment_id TEXT,
    received_at_ms INTEGER NOT NULL,
    state BLOB NOT NULL);
CREATE TABLE settings (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE secrets (name TEXT PRIMARY KEY, sealed BLOB NOT NULL) WITHOUT ROWID;
INSERT INTO secrets VALUES('check',X'01985ab13e894cec38bf1c61470439f31f8535b7d2885acf756c333273d4c1a155c8');
INSERT INTO secrets VALUES('signing:dep_01m8pj6ewnfrgag965g4vzknd9',X'01d5602439216a93cd11121c04ba3dca02d700f2547c4ff6e190eb9e696c778dcf218cf6836bf3ede4fca4f759de4d0eb6d31198e91413e6ee59eb53f17396d95491e0e91f63b5ed4f403c73bdef1660cf3fd57ad8a0f2690badbb89c8');
CREATE INDEX runs_by_phase ON runs (phase);
CREATE INDEX runs_by_component ON runs (component_name);
CREATE INDEX runs_by_wake ON runs (wake_at_ms) WHERE wake_at_ms IS NOT NULL;
CREATE INDEX runs_by_end ON runs (ended_at_ms) WHERE ended_at_ms IS NOT NULL;
CREATE INDEX flow_keys_by_wake ON flow_keys (wake_at_ms) WHERE wake_at_ms IS NOT NULL;
CREATE INDEX accepted_by_end ON accepted (until_ms);
CREATE INDEX events_by_key ON events (dedup_key);
COMMIT;
