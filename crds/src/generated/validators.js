// Generated from manifests/ and src/schemas/ by `npm run generate`. Do not edit.
const codePoints = (text) => {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
};

export const validateAccessPolicy = validate10;
const schema11 = {"type":"object","required":["apiVersion","kind","metadata","spec"],"properties":{"apiVersion":{"type":"string","enum":["chaperone.dev/v1alpha1"]},"kind":{"type":"string","enum":["AccessPolicy"]},"metadata":{"type":"object","required":["name"],"properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","minLength":1,"maxLength":253},"generateName":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]*$","minLength":1,"maxLength":247},"namespace":{"type":"string","default":"default","pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$","minLength":1,"maxLength":63},"labels":{"type":"object","maxProperties":256,"additionalProperties":{"type":"string","maxLength":63}},"annotations":{"type":"object","maxProperties":256,"additionalProperties":{"type":"string","maxLength":262144}},"uid":{"type":"string","maxLength":64},"resourceVersion":{"type":"string","maxLength":128},"generation":{"type":"integer","minimum":0},"creationTimestamp":{"type":"string","nullable":true,"maxLength":64},"deletionTimestamp":{"type":"string","nullable":true,"maxLength":64},"deletionGracePeriodSeconds":{"type":"integer","minimum":0},"finalizers":{"type":"array","maxItems":64,"items":{"type":"string","maxLength":317}},"ownerReferences":{"type":"array","maxItems":64,"items":{"type":"object"}},"managedFields":{"type":"array","maxItems":256,"items":{"type":"object"}},"selfLink":{"type":"string","maxLength":1024}},"additionalProperties":false},"spec":{"type":"object","required":["connections"],"properties":{"mode":{"type":"string","enum":["Enforce","DryRun"],"default":"Enforce"},"subjects":{"type":"array","minItems":1,"maxItems":64,"items":{"type":"object","minProperties":1,"properties":{"serviceAccount":{"type":"string","pattern":"^[a-z0-9*]([a-z0-9*.-]*[a-z0-9*])?$","minLength":1,"maxLength":253},"podSelector":{"type":"object","minProperties":1,"properties":{"matchLabels":{"type":"object","minProperties":1,"maxProperties":32,"additionalProperties":{"type":"string","maxLength":63}},"matchExpressions":{"type":"array","minItems":1,"maxItems":32,"items":{"type":"object","required":["key","operator"],"properties":{"key":{"type":"string","minLength":1,"maxLength":317},"operator":{"type":"string","enum":["In","NotIn","Exists","DoesNotExist"]},"values":{"type":"array","minItems":1,"maxItems":64,"uniqueItems":true,"items":{"type":"string","maxLength":63}}},"additionalProperties":false}}},"additionalProperties":false},"claims":{"type":"object","minProperties":1,"maxProperties":32,"additionalProperties":{"type":"string","maxLength":1024}}},"additionalProperties":false}},"connections":{"type":"array","minItems":1,"maxItems":64,"uniqueItems":true,"items":{"type":"string","pattern":"^[a-z0-9*]([a-z0-9*.-]*[a-z0-9*])?$","minLength":1,"maxLength":253}},"rules":{"type":"array","default":[],"maxItems":256,"items":{"type":"object","required":["name","effect"],"properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$","minLength":1,"maxLength":63},"effect":{"type":"string","enum":["Allow","Deny","RequireApproval"]},"postgres":{"type":"object","minProperties":1,"properties":{"commands":{"type":"array","minItems":1,"maxItems":128,"uniqueItems":true,"items":{"type":"string","pattern":"^[A-Za-z*]([A-Za-z* ]*[A-Za-z*])?$","minLength":1,"maxLength":63}},"relations":{"type":"array","minItems":1,"maxItems":256,"uniqueItems":true,"items":{"type":"string","pattern":"^(\\*|([^.\"\\sA-Z]+|\"([^\"]|\"\")+\")\\.([^.\"\\sA-Z]+|\"([^\"]|\"\")+\"))$","minLength":1,"maxLength":260}},"functions":{"type":"array","minItems":1,"maxItems":256,"uniqueItems":true,"items":{"type":"string","pattern":"^(\\*|([^.\"\\sA-Z]+|\"([^\"]|\"\")+\")\\.([^.\"\\sA-Z]+|\"([^\"]|\"\")+\"))$","minLength":1,"maxLength":260}},"unbounded":{"type":"boolean","enum":[true]}},"additionalProperties":false},"http":{"type":"object","minProperties":1,"properties":{"methods":{"type":"array","minItems":1,"maxItems":32,"uniqueItems":true,"items":{"type":"string","pattern":"^[A-Z*][A-Z*-]*$","minLength":1,"maxLength":32}},"paths":{"type":"array","minItems":1,"maxItems":256,"uniqueItems":true,"items":{"type":"string","pattern":"^[/*][^\\s?#]*$","minLength":1,"maxLength":1024}}},"additionalProperties":false},"kubernetes":{"type":"object","minProperties":1,"properties":{"verbs":{"type":"array","minItems":1,"maxItems":32,"uniqueItems":true,"items":{"type":"string","pattern":"^[a-z*]+$","minLength":1,"maxLength":63}},"apiGroups":{"type":"array","minItems":1,"maxItems":64,"uniqueItems":true,"items":{"type":"string","pattern":"^[a-z0-9*.-]*$","maxLength":253}},"resources":{"type":"array","minItems":1,"maxItems":256,"uniqueItems":true,"items":{"type":"string","pattern":"^[a-z0-9*.-]+(/[a-z0-9*.-]+)?$","minLength":1,"maxLength":253}},"resourceNames":{"type":"array","minItems":1,"maxItems":256,"uniqueItems":true,"items":{"type":"string","pattern":"^[^\\s/]+$","minLength":1,"maxLength":253}},"namespaces":{"type":"array","minItems":1,"maxItems":256,"uniqueItems":true,"items":{"type":"string","pattern":"^[a-z0-9*]([a-z0-9*-]*[a-z0-9*])?$","minLength":1,"maxLength":63}},"nonResourceURLs":{"type":"array","minItems":1,"maxItems":256,"uniqueItems":true,"items":{"type":"string","pattern":"^[/*][^\\s?#]*$","minLength":1,"maxLength":1024}}},"additionalProperties":false},"ssh":{"type":"object","minProperties":1,"properties":{"channels":{"type":"array","minItems":1,"maxItems":16,"uniqueItems":true,"items":{"type":"string","enum":["Exec","Shell","Sftp","Forward"]}},"commands":{"type":"array","minItems":1,"maxItems":256,"uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":4096}},"operations":{"type":"array","minItems":1,"maxItems":16,"uniqueItems":true,"items":{"type":"string","enum":["Read","Write","List","Stat","SetStat","Mkdir","Rmdir","Remove","Rename","Link","ReadLink"]}},"paths":{"type":"array","minItems":1,"maxItems":256,"uniqueItems":true,"items":{"type":"string","pattern":"^[/*].*$","minLength":1,"maxLength":4096}},"destinations":{"type":"array","minItems":1,"maxItems":256,"uniqueItems":true,"items":{"type":"string","pattern":"^[^\\s]+:[0-9*]+$","minLength":1,"maxLength":260}}},"additionalProperties":false},"expression":{"type":"string","minLength":1,"maxLength":4096},"message":{"type":"string","minLength":1,"maxLength":1024},"approval":{"type":"object","required":["approvers"],"properties":{"approvers":{"type":"object","minProperties":1,"properties":{"groups":{"type":"array","minItems":1,"maxItems":64,"uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":256}},"users":{"type":"array","minItems":1,"maxItems":64,"uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":256}}},"additionalProperties":false},"required":{"type":"integer","default":1,"minimum":1,"maximum":16},"timeout":{"type":"string","default":"15m","pattern":"^([0-9]{1,9}(ms|s|m|h|d)){1,4}$","maxLength":32},"scope":{"type":"string","enum":["Once","Session","Window"],"default":"Once"},"onPending":{"type":"string","enum":["Hold","Reject"],"default":"Hold"}},"additionalProperties":false}},"additionalProperties":false}},"masking":{"type":"array","default":[],"maxItems":256,"items":{"type":"object","required":["name","method"],"properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$","minLength":1,"maxLength":63},"postgres":{"type":"object","required":["columns"],"properties":{"columns":{"type":"array","minItems":1,"maxItems":1024,"uniqueItems":true,"items":{"type":"string","pattern":"^([^.\"\\sA-Z]+|\"([^\"]|\"\")+\")\\.([^.\"\\sA-Z]+|\"([^\"]|\"\")+\")\\.([^.\"\\sA-Z]+|\"([^\"]|\"\")+\")$","minLength":1,"maxLength":390}}},"additionalProperties":false},"http":{"type":"object","minProperties":1,"properties":{"jsonPaths":{"type":"array","minItems":1,"maxItems":256,"uniqueItems":true,"items":{"type":"string","pattern":"^\\$.*$","minLength":1,"maxLength":1024}},"headers":{"type":"array","minItems":1,"maxItems":256,"uniqueItems":true,"items":{"type":"string","pattern":"^[A-Za-z0-9-]+$","minLength":1,"maxLength":128}}},"additionalProperties":false},"kubernetes":{"type":"object","required":["resources","fields"],"properties":{"resources":{"type":"array","minItems":1,"maxItems":256,"uniqueItems":true,"items":{"type":"string","pattern":"^[a-z0-9*.-]+(/[a-z0-9*.-]+)?$","minLength":1,"maxLength":253}},"fields":{"type":"array","minItems":1,"maxItems":256,"uniqueItems":true,"items":{"type":"string","pattern":"^[^\\s]+$","minLength":1,"maxLength":512}}},"additionalProperties":false},"detectors":{"type":"array","minItems":1,"maxItems":16,"uniqueItems":true,"items":{"type":"string","enum":["CreditCard","Email","USSocialSecurityNumber","IBAN","AWSAccessKey","PrivateKey","JWT"]}},"patterns":{"type":"array","minItems":1,"maxItems":32,"items":{"type":"object","required":["name","regex"],"properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$","minLength":1,"maxLength":63},"regex":{"type":"string","minLength":1,"maxLength":1024}},"additionalProperties":false}},"surfaces":{"type":"array","default":["Responses"],"minItems":1,"maxItems":16,"uniqueItems":true,"items":{"type":"string","enum":["Responses","Commands"]}},"method":{"type":"string","enum":["Redact","Partial","Hash","Null"]},"partial":{"type":"object","required":["keepLast"],"properties":{"keepLast":{"type":"integer","minimum":1,"maximum":64}},"additionalProperties":false}},"additionalProperties":false}},"limits":{"type":"object","minProperties":1,"properties":{"rowsPerCommand":{"type":"integer","minimum":1,"maximum":9007199254740991},"rowsPerHour":{"type":"integer","minimum":1,"maximum":9007199254740991},"bytesPerHour":{"pattern":"^[0-9]{1,15}(Ki|Mi|Gi|Ti|k|M|G|T)?$","maxLength":32,"minimum":1,"maximum":9007199254740991,"type":["integer","string"]}},"additionalProperties":false}},"additionalProperties":false},"status":{"type":"object","properties":{"observedGeneration":{"type":"integer","minimum":0},"conditions":{"type":"array","maxItems":32,"items":{"type":"object","required":["type","status","lastTransitionTime","reason","message"],"properties":{"type":{"type":"string","pattern":"^([A-Za-z0-9.-]+/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$","maxLength":316},"status":{"type":"string","enum":["True","False","Unknown"]},"observedGeneration":{"type":"integer","minimum":0},"lastTransitionTime":{"type":"string","maxLength":64,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$"},"reason":{"type":"string","pattern":"^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$","minLength":1,"maxLength":1024},"message":{"type":"string","maxLength":32768}},"additionalProperties":false}}},"additionalProperties":false}},"additionalProperties":false};
const func2 = Object.prototype.hasOwnProperty;
const func3 = codePoints;
const pattern0 = new RegExp("^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$", "u");
const pattern1 = new RegExp("^[a-z0-9][a-z0-9.-]*$", "u");
const pattern2 = new RegExp("^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", "u");
const pattern3 = new RegExp("^[a-z0-9*]([a-z0-9*.-]*[a-z0-9*])?$", "u");
const pattern6 = new RegExp("^[A-Za-z*]([A-Za-z* ]*[A-Za-z*])?$", "u");
const pattern7 = new RegExp("^(\\*|([^.\"\\sA-Z]+|\"([^\"]|\"\")+\")\\.([^.\"\\sA-Z]+|\"([^\"]|\"\")+\"))$", "u");
const pattern9 = new RegExp("^[A-Z*][A-Z*-]*$", "u");
const pattern10 = new RegExp("^[/*][^\\s?#]*$", "u");
const pattern11 = new RegExp("^[a-z*]+$", "u");
const pattern12 = new RegExp("^[a-z0-9*.-]*$", "u");
const pattern13 = new RegExp("^[a-z0-9*.-]+(/[a-z0-9*.-]+)?$", "u");
const pattern14 = new RegExp("^[^\\s/]+$", "u");
const pattern15 = new RegExp("^[a-z0-9*]([a-z0-9*-]*[a-z0-9*])?$", "u");
const pattern17 = new RegExp("^[/*].*$", "u");
const pattern18 = new RegExp("^[^\\s]+:[0-9*]+$", "u");
const pattern19 = new RegExp("^([0-9]{1,9}(ms|s|m|h|d)){1,4}$", "u");
const pattern21 = new RegExp("^([^.\"\\sA-Z]+|\"([^\"]|\"\")+\")\\.([^.\"\\sA-Z]+|\"([^\"]|\"\")+\")\\.([^.\"\\sA-Z]+|\"([^\"]|\"\")+\")$", "u");
const pattern22 = new RegExp("^\\$.*$", "u");
const pattern23 = new RegExp("^[A-Za-z0-9-]+$", "u");
const pattern25 = new RegExp("^[^\\s]+$", "u");
const pattern27 = new RegExp("^[0-9]{1,15}(Ki|Mi|Gi|Ti|k|M|G|T)?$", "u");
const pattern28 = new RegExp("^([A-Za-z0-9.-]+/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$", "u");
const pattern29 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$", "u");
const pattern30 = new RegExp("^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metadata"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.spec === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "spec"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec")) || (key0 === "status"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.apiVersion !== undefined){
let data0 = data.apiVersion;
if(typeof data0 !== "string"){
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!(data0 === "chaperone.dev/v1alpha1")){
const err6 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/enum",keyword:"enum",params:{allowedValues: schema11.properties.apiVersion.enum}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.kind !== undefined){
let data1 = data.kind;
if(typeof data1 !== "string"){
const err7 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!(data1 === "AccessPolicy")){
const err8 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema11.properties.kind.enum}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.metadata !== undefined){
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.namespace === undefined){
data2.namespace = "default";
}
if(data2.name === undefined){
const err9 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
for(const key1 in data2){
if(!(func2.call(schema11.properties.metadata.properties, key1))){
const err10 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 === "string"){
if(func3(data3) > 253){
const err11 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(func3(data3) < 1){
const err12 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!pattern0.test(data3)){
const err13 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data2.generateName !== undefined){
let data4 = data2.generateName;
if(typeof data4 === "string"){
if(func3(data4) > 247){
const err15 = {instancePath:instancePath+"/metadata/generateName",schemaPath:"#/properties/metadata/properties/generateName/maxLength",keyword:"maxLength",params:{limit: 247}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(func3(data4) < 1){
const err16 = {instancePath:instancePath+"/metadata/generateName",schemaPath:"#/properties/metadata/properties/generateName/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!pattern1.test(data4)){
const err17 = {instancePath:instancePath+"/metadata/generateName",schemaPath:"#/properties/metadata/properties/generateName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9.-]*$"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/metadata/generateName",schemaPath:"#/properties/metadata/properties/generateName/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
let data5 = data2.namespace;
if(typeof data5 === "string"){
if(func3(data5) > 63){
const err19 = {instancePath:instancePath+"/metadata/namespace",schemaPath:"#/properties/metadata/properties/namespace/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(func3(data5) < 1){
const err20 = {instancePath:instancePath+"/metadata/namespace",schemaPath:"#/properties/metadata/properties/namespace/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(!pattern2.test(data5)){
const err21 = {instancePath:instancePath+"/metadata/namespace",schemaPath:"#/properties/metadata/properties/namespace/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/metadata/namespace",schemaPath:"#/properties/metadata/properties/namespace/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data2.labels !== undefined){
let data6 = data2.labels;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(Object.keys(data6).length > 256){
const err23 = {instancePath:instancePath+"/metadata/labels",schemaPath:"#/properties/metadata/properties/labels/maxProperties",keyword:"maxProperties",params:{limit: 256}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
for(const key2 in data6){
let data7 = data6[key2];
if(typeof data7 === "string"){
if(func3(data7) > 63){
const err24 = {instancePath:instancePath+"/metadata/labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/properties/labels/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/metadata/labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath:instancePath+"/metadata/labels",schemaPath:"#/properties/metadata/properties/labels/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data2.annotations !== undefined){
let data8 = data2.annotations;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(Object.keys(data8).length > 256){
const err27 = {instancePath:instancePath+"/metadata/annotations",schemaPath:"#/properties/metadata/properties/annotations/maxProperties",keyword:"maxProperties",params:{limit: 256}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
for(const key3 in data8){
let data9 = data8[key3];
if(typeof data9 === "string"){
if(func3(data9) > 262144){
const err28 = {instancePath:instancePath+"/metadata/annotations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/properties/annotations/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 262144}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/metadata/annotations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/properties/annotations/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/metadata/annotations",schemaPath:"#/properties/metadata/properties/annotations/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data2.uid !== undefined){
let data10 = data2.uid;
if(typeof data10 === "string"){
if(func3(data10) > 64){
const err31 = {instancePath:instancePath+"/metadata/uid",schemaPath:"#/properties/metadata/properties/uid/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/metadata/uid",schemaPath:"#/properties/metadata/properties/uid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data2.resourceVersion !== undefined){
let data11 = data2.resourceVersion;
if(typeof data11 === "string"){
if(func3(data11) > 128){
const err33 = {instancePath:instancePath+"/metadata/resourceVersion",schemaPath:"#/properties/metadata/properties/resourceVersion/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/metadata/resourceVersion",schemaPath:"#/properties/metadata/properties/resourceVersion/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data2.generation !== undefined){
let data12 = data2.generation;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
const err35 = {instancePath:instancePath+"/metadata/generation",schemaPath:"#/properties/metadata/properties/generation/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 < 0 || isNaN(data12)){
const err36 = {instancePath:instancePath+"/metadata/generation",schemaPath:"#/properties/metadata/properties/generation/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
if(data2.creationTimestamp !== undefined){
let data13 = data2.creationTimestamp;
if((typeof data13 !== "string") && (data13 !== null)){
const err37 = {instancePath:instancePath+"/metadata/creationTimestamp",schemaPath:"#/properties/metadata/properties/creationTimestamp/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(typeof data13 === "string"){
if(func3(data13) > 64){
const err38 = {instancePath:instancePath+"/metadata/creationTimestamp",schemaPath:"#/properties/metadata/properties/creationTimestamp/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
if(data2.deletionTimestamp !== undefined){
let data14 = data2.deletionTimestamp;
if((typeof data14 !== "string") && (data14 !== null)){
const err39 = {instancePath:instancePath+"/metadata/deletionTimestamp",schemaPath:"#/properties/metadata/properties/deletionTimestamp/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(typeof data14 === "string"){
if(func3(data14) > 64){
const err40 = {instancePath:instancePath+"/metadata/deletionTimestamp",schemaPath:"#/properties/metadata/properties/deletionTimestamp/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
if(data2.deletionGracePeriodSeconds !== undefined){
let data15 = data2.deletionGracePeriodSeconds;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err41 = {instancePath:instancePath+"/metadata/deletionGracePeriodSeconds",schemaPath:"#/properties/metadata/properties/deletionGracePeriodSeconds/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 < 0 || isNaN(data15)){
const err42 = {instancePath:instancePath+"/metadata/deletionGracePeriodSeconds",schemaPath:"#/properties/metadata/properties/deletionGracePeriodSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
if(data2.finalizers !== undefined){
let data16 = data2.finalizers;
if(Array.isArray(data16)){
if(data16.length > 64){
const err43 = {instancePath:instancePath+"/metadata/finalizers",schemaPath:"#/properties/metadata/properties/finalizers/maxItems",keyword:"maxItems",params:{limit: 64}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
const len0 = data16.length;
for(let i0=0; i0<len0; i0++){
let data17 = data16[i0];
if(typeof data17 === "string"){
if(func3(data17) > 317){
const err44 = {instancePath:instancePath+"/metadata/finalizers/" + i0,schemaPath:"#/properties/metadata/properties/finalizers/items/maxLength",keyword:"maxLength",params:{limit: 317}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
else {
const err45 = {instancePath:instancePath+"/metadata/finalizers/" + i0,schemaPath:"#/properties/metadata/properties/finalizers/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
else {
const err46 = {instancePath:instancePath+"/metadata/finalizers",schemaPath:"#/properties/metadata/properties/finalizers/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data2.ownerReferences !== undefined){
let data18 = data2.ownerReferences;
if(Array.isArray(data18)){
if(data18.length > 64){
const err47 = {instancePath:instancePath+"/metadata/ownerReferences",schemaPath:"#/properties/metadata/properties/ownerReferences/maxItems",keyword:"maxItems",params:{limit: 64}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
const len1 = data18.length;
for(let i1=0; i1<len1; i1++){
let data19 = data18[i1];
if(!(data19 && typeof data19 == "object" && !Array.isArray(data19))){
const err48 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1,schemaPath:"#/properties/metadata/properties/ownerReferences/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
else {
const err49 = {instancePath:instancePath+"/metadata/ownerReferences",schemaPath:"#/properties/metadata/properties/ownerReferences/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data2.managedFields !== undefined){
let data20 = data2.managedFields;
if(Array.isArray(data20)){
if(data20.length > 256){
const err50 = {instancePath:instancePath+"/metadata/managedFields",schemaPath:"#/properties/metadata/properties/managedFields/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
const len2 = data20.length;
for(let i2=0; i2<len2; i2++){
let data21 = data20[i2];
if(!(data21 && typeof data21 == "object" && !Array.isArray(data21))){
const err51 = {instancePath:instancePath+"/metadata/managedFields/" + i2,schemaPath:"#/properties/metadata/properties/managedFields/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
else {
const err52 = {instancePath:instancePath+"/metadata/managedFields",schemaPath:"#/properties/metadata/properties/managedFields/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data2.selfLink !== undefined){
let data22 = data2.selfLink;
if(typeof data22 === "string"){
if(func3(data22) > 1024){
const err53 = {instancePath:instancePath+"/metadata/selfLink",schemaPath:"#/properties/metadata/properties/selfLink/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
else {
const err54 = {instancePath:instancePath+"/metadata/selfLink",schemaPath:"#/properties/metadata/properties/selfLink/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
else {
const err55 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data.spec !== undefined){
let data23 = data.spec;
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
if(data23.mode === undefined){
data23.mode = "Enforce";
}
if(data23.rules === undefined){
data23.rules = [];
}
if(data23.masking === undefined){
data23.masking = [];
}
if(data23.connections === undefined){
const err56 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "connections"}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
for(const key4 in data23){
if(!((((((key4 === "mode") || (key4 === "subjects")) || (key4 === "connections")) || (key4 === "rules")) || (key4 === "masking")) || (key4 === "limits"))){
const err57 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
let data24 = data23.mode;
if(typeof data24 !== "string"){
const err58 = {instancePath:instancePath+"/spec/mode",schemaPath:"#/properties/spec/properties/mode/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(!((data24 === "Enforce") || (data24 === "DryRun"))){
const err59 = {instancePath:instancePath+"/spec/mode",schemaPath:"#/properties/spec/properties/mode/enum",keyword:"enum",params:{allowedValues: schema11.properties.spec.properties.mode.enum}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(data23.subjects !== undefined){
let data25 = data23.subjects;
if(Array.isArray(data25)){
if(data25.length > 64){
const err60 = {instancePath:instancePath+"/spec/subjects",schemaPath:"#/properties/spec/properties/subjects/maxItems",keyword:"maxItems",params:{limit: 64}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(data25.length < 1){
const err61 = {instancePath:instancePath+"/spec/subjects",schemaPath:"#/properties/spec/properties/subjects/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
const len3 = data25.length;
for(let i3=0; i3<len3; i3++){
let data26 = data25[i3];
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
if(Object.keys(data26).length < 1){
const err62 = {instancePath:instancePath+"/spec/subjects/" + i3,schemaPath:"#/properties/spec/properties/subjects/items/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
for(const key5 in data26){
if(!(((key5 === "serviceAccount") || (key5 === "podSelector")) || (key5 === "claims"))){
const err63 = {instancePath:instancePath+"/spec/subjects/" + i3,schemaPath:"#/properties/spec/properties/subjects/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data26.serviceAccount !== undefined){
let data27 = data26.serviceAccount;
if(typeof data27 === "string"){
if(func3(data27) > 253){
const err64 = {instancePath:instancePath+"/spec/subjects/" + i3+"/serviceAccount",schemaPath:"#/properties/spec/properties/subjects/items/properties/serviceAccount/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if(func3(data27) < 1){
const err65 = {instancePath:instancePath+"/spec/subjects/" + i3+"/serviceAccount",schemaPath:"#/properties/spec/properties/subjects/items/properties/serviceAccount/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(!pattern3.test(data27)){
const err66 = {instancePath:instancePath+"/spec/subjects/" + i3+"/serviceAccount",schemaPath:"#/properties/spec/properties/subjects/items/properties/serviceAccount/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9*]([a-z0-9*.-]*[a-z0-9*])?$"}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
else {
const err67 = {instancePath:instancePath+"/spec/subjects/" + i3+"/serviceAccount",schemaPath:"#/properties/spec/properties/subjects/items/properties/serviceAccount/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data26.podSelector !== undefined){
let data28 = data26.podSelector;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
if(Object.keys(data28).length < 1){
const err68 = {instancePath:instancePath+"/spec/subjects/" + i3+"/podSelector",schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
for(const key6 in data28){
if(!((key6 === "matchLabels") || (key6 === "matchExpressions"))){
const err69 = {instancePath:instancePath+"/spec/subjects/" + i3+"/podSelector",schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data28.matchLabels !== undefined){
let data29 = data28.matchLabels;
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
if(Object.keys(data29).length > 32){
const err70 = {instancePath:instancePath+"/spec/subjects/" + i3+"/podSelector/matchLabels",schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchLabels/maxProperties",keyword:"maxProperties",params:{limit: 32}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if(Object.keys(data29).length < 1){
const err71 = {instancePath:instancePath+"/spec/subjects/" + i3+"/podSelector/matchLabels",schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchLabels/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
for(const key7 in data29){
let data30 = data29[key7];
if(typeof data30 === "string"){
if(func3(data30) > 63){
const err72 = {instancePath:instancePath+"/spec/subjects/" + i3+"/podSelector/matchLabels/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchLabels/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
else {
const err73 = {instancePath:instancePath+"/spec/subjects/" + i3+"/podSelector/matchLabels/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchLabels/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
}
else {
const err74 = {instancePath:instancePath+"/spec/subjects/" + i3+"/podSelector/matchLabels",schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchLabels/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data28.matchExpressions !== undefined){
let data31 = data28.matchExpressions;
if(Array.isArray(data31)){
if(data31.length > 32){
const err75 = {instancePath:instancePath+"/spec/subjects/" + i3+"/podSelector/matchExpressions",schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchExpressions/maxItems",keyword:"maxItems",params:{limit: 32}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
if(data31.length < 1){
const err76 = {instancePath:instancePath+"/spec/subjects/" + i3+"/podSelector/matchExpressions",schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchExpressions/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
const len4 = data31.length;
for(let i4=0; i4<len4; i4++){
let data32 = data31[i4];
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
if(data32.key === undefined){
const err77 = {instancePath:instancePath+"/spec/subjects/" + i3+"/podSelector/matchExpressions/" + i4,schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "key"}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
if(data32.operator === undefined){
const err78 = {instancePath:instancePath+"/spec/subjects/" + i3+"/podSelector/matchExpressions/" + i4,schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "operator"}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
for(const key8 in data32){
if(!(((key8 === "key") || (key8 === "operator")) || (key8 === "values"))){
const err79 = {instancePath:instancePath+"/spec/subjects/" + i3+"/podSelector/matchExpressions/" + i4,schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchExpressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(data32.key !== undefined){
let data33 = data32.key;
if(typeof data33 === "string"){
if(func3(data33) > 317){
const err80 = {instancePath:instancePath+"/spec/subjects/" + i3+"/podSelector/matchExpressions/" + i4+"/key",schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchExpressions/items/properties/key/maxLength",keyword:"maxLength",params:{limit: 317}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
if(func3(data33) < 1){
const err81 = {instancePath:instancePath+"/spec/subjects/" + i3+"/podSelector/matchExpressions/" + i4+"/key",schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchExpressions/items/properties/key/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
else {
const err82 = {instancePath:instancePath+"/spec/subjects/" + i3+"/podSelector/matchExpressions/" + i4+"/key",schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
if(data32.operator !== undefined){
let data34 = data32.operator;
if(typeof data34 !== "string"){
const err83 = {instancePath:instancePath+"/spec/subjects/" + i3+"/podSelector/matchExpressions/" + i4+"/operator",schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
if(!((((data34 === "In") || (data34 === "NotIn")) || (data34 === "Exists")) || (data34 === "DoesNotExist"))){
const err84 = {instancePath:instancePath+"/spec/subjects/" + i3+"/podSelector/matchExpressions/" + i4+"/operator",schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchExpressions/items/properties/operator/enum",keyword:"enum",params:{allowedValues: schema11.properties.spec.properties.subjects.items.properties.podSelector.properties.matchExpressions.items.properties.operator.enum}};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data32.values !== undefined){
let data35 = data32.values;
if(Array.isArray(data35)){
if(data35.length > 64){
const err85 = {instancePath:instancePath+"/spec/subjects/" + i3+"/podSelector/matchExpressions/" + i4+"/values",schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchExpressions/items/properties/values/maxItems",keyword:"maxItems",params:{limit: 64}};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
if(data35.length < 1){
const err86 = {instancePath:instancePath+"/spec/subjects/" + i3+"/podSelector/matchExpressions/" + i4+"/values",schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchExpressions/items/properties/values/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
const len5 = data35.length;
for(let i5=0; i5<len5; i5++){
let data36 = data35[i5];
if(typeof data36 === "string"){
if(func3(data36) > 63){
const err87 = {instancePath:instancePath+"/spec/subjects/" + i3+"/podSelector/matchExpressions/" + i4+"/values/" + i5,schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchExpressions/items/properties/values/items/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
else {
const err88 = {instancePath:instancePath+"/spec/subjects/" + i3+"/podSelector/matchExpressions/" + i4+"/values/" + i5,schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
let i6 = data35.length;
let j0;
if(i6 > 1){
const indices0 = {};
for(;i6--;){
let item0 = data35[i6];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err89 = {instancePath:instancePath+"/spec/subjects/" + i3+"/podSelector/matchExpressions/" + i4+"/values",schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchExpressions/items/properties/values/uniqueItems",keyword:"uniqueItems",params:{i: i6, j: j0}};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
break;
}
indices0[item0] = i6;
}
}
}
else {
const err90 = {instancePath:instancePath+"/spec/subjects/" + i3+"/podSelector/matchExpressions/" + i4+"/values",schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
}
else {
const err91 = {instancePath:instancePath+"/spec/subjects/" + i3+"/podSelector/matchExpressions/" + i4,schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
}
else {
const err92 = {instancePath:instancePath+"/spec/subjects/" + i3+"/podSelector/matchExpressions",schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchExpressions/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
}
else {
const err93 = {instancePath:instancePath+"/spec/subjects/" + i3+"/podSelector",schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
if(data26.claims !== undefined){
let data37 = data26.claims;
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
if(Object.keys(data37).length > 32){
const err94 = {instancePath:instancePath+"/spec/subjects/" + i3+"/claims",schemaPath:"#/properties/spec/properties/subjects/items/properties/claims/maxProperties",keyword:"maxProperties",params:{limit: 32}};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
if(Object.keys(data37).length < 1){
const err95 = {instancePath:instancePath+"/spec/subjects/" + i3+"/claims",schemaPath:"#/properties/spec/properties/subjects/items/properties/claims/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
for(const key9 in data37){
let data38 = data37[key9];
if(typeof data38 === "string"){
if(func3(data38) > 1024){
const err96 = {instancePath:instancePath+"/spec/subjects/" + i3+"/claims/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/subjects/items/properties/claims/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
else {
const err97 = {instancePath:instancePath+"/spec/subjects/" + i3+"/claims/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/subjects/items/properties/claims/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
}
else {
const err98 = {instancePath:instancePath+"/spec/subjects/" + i3+"/claims",schemaPath:"#/properties/spec/properties/subjects/items/properties/claims/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
}
else {
const err99 = {instancePath:instancePath+"/spec/subjects/" + i3,schemaPath:"#/properties/spec/properties/subjects/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
}
else {
const err100 = {instancePath:instancePath+"/spec/subjects",schemaPath:"#/properties/spec/properties/subjects/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data23.connections !== undefined){
let data39 = data23.connections;
if(Array.isArray(data39)){
if(data39.length > 64){
const err101 = {instancePath:instancePath+"/spec/connections",schemaPath:"#/properties/spec/properties/connections/maxItems",keyword:"maxItems",params:{limit: 64}};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
if(data39.length < 1){
const err102 = {instancePath:instancePath+"/spec/connections",schemaPath:"#/properties/spec/properties/connections/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
const len6 = data39.length;
for(let i7=0; i7<len6; i7++){
let data40 = data39[i7];
if(typeof data40 === "string"){
if(func3(data40) > 253){
const err103 = {instancePath:instancePath+"/spec/connections/" + i7,schemaPath:"#/properties/spec/properties/connections/items/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
if(func3(data40) < 1){
const err104 = {instancePath:instancePath+"/spec/connections/" + i7,schemaPath:"#/properties/spec/properties/connections/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if(!pattern3.test(data40)){
const err105 = {instancePath:instancePath+"/spec/connections/" + i7,schemaPath:"#/properties/spec/properties/connections/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9*]([a-z0-9*.-]*[a-z0-9*])?$"}};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
else {
const err106 = {instancePath:instancePath+"/spec/connections/" + i7,schemaPath:"#/properties/spec/properties/connections/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
let i8 = data39.length;
let j1;
if(i8 > 1){
const indices1 = {};
for(;i8--;){
let item1 = data39[i8];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err107 = {instancePath:instancePath+"/spec/connections",schemaPath:"#/properties/spec/properties/connections/uniqueItems",keyword:"uniqueItems",params:{i: i8, j: j1}};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
break;
}
indices1[item1] = i8;
}
}
}
else {
const err108 = {instancePath:instancePath+"/spec/connections",schemaPath:"#/properties/spec/properties/connections/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
let data41 = data23.rules;
if(Array.isArray(data41)){
if(data41.length > 256){
const err109 = {instancePath:instancePath+"/spec/rules",schemaPath:"#/properties/spec/properties/rules/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
const len7 = data41.length;
for(let i9=0; i9<len7; i9++){
let data42 = data41[i9];
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
if(data42.name === undefined){
const err110 = {instancePath:instancePath+"/spec/rules/" + i9,schemaPath:"#/properties/spec/properties/rules/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
if(data42.effect === undefined){
const err111 = {instancePath:instancePath+"/spec/rules/" + i9,schemaPath:"#/properties/spec/properties/rules/items/required",keyword:"required",params:{missingProperty: "effect"}};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
for(const key10 in data42){
if(!(func2.call(schema11.properties.spec.properties.rules.items.properties, key10))){
const err112 = {instancePath:instancePath+"/spec/rules/" + i9,schemaPath:"#/properties/spec/properties/rules/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10}};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
if(data42.name !== undefined){
let data43 = data42.name;
if(typeof data43 === "string"){
if(func3(data43) > 63){
const err113 = {instancePath:instancePath+"/spec/rules/" + i9+"/name",schemaPath:"#/properties/spec/properties/rules/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
if(func3(data43) < 1){
const err114 = {instancePath:instancePath+"/spec/rules/" + i9+"/name",schemaPath:"#/properties/spec/properties/rules/items/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
if(!pattern2.test(data43)){
const err115 = {instancePath:instancePath+"/spec/rules/" + i9+"/name",schemaPath:"#/properties/spec/properties/rules/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
else {
const err116 = {instancePath:instancePath+"/spec/rules/" + i9+"/name",schemaPath:"#/properties/spec/properties/rules/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
if(data42.effect !== undefined){
let data44 = data42.effect;
if(typeof data44 !== "string"){
const err117 = {instancePath:instancePath+"/spec/rules/" + i9+"/effect",schemaPath:"#/properties/spec/properties/rules/items/properties/effect/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
if(!(((data44 === "Allow") || (data44 === "Deny")) || (data44 === "RequireApproval"))){
const err118 = {instancePath:instancePath+"/spec/rules/" + i9+"/effect",schemaPath:"#/properties/spec/properties/rules/items/properties/effect/enum",keyword:"enum",params:{allowedValues: schema11.properties.spec.properties.rules.items.properties.effect.enum}};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
if(data42.postgres !== undefined){
let data45 = data42.postgres;
if(data45 && typeof data45 == "object" && !Array.isArray(data45)){
if(Object.keys(data45).length < 1){
const err119 = {instancePath:instancePath+"/spec/rules/" + i9+"/postgres",schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
for(const key11 in data45){
if(!((((key11 === "commands") || (key11 === "relations")) || (key11 === "functions")) || (key11 === "unbounded"))){
const err120 = {instancePath:instancePath+"/spec/rules/" + i9+"/postgres",schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11}};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
if(data45.commands !== undefined){
let data46 = data45.commands;
if(Array.isArray(data46)){
if(data46.length > 128){
const err121 = {instancePath:instancePath+"/spec/rules/" + i9+"/postgres/commands",schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/commands/maxItems",keyword:"maxItems",params:{limit: 128}};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
if(data46.length < 1){
const err122 = {instancePath:instancePath+"/spec/rules/" + i9+"/postgres/commands",schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/commands/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
const len8 = data46.length;
for(let i10=0; i10<len8; i10++){
let data47 = data46[i10];
if(typeof data47 === "string"){
if(func3(data47) > 63){
const err123 = {instancePath:instancePath+"/spec/rules/" + i9+"/postgres/commands/" + i10,schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/commands/items/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
if(func3(data47) < 1){
const err124 = {instancePath:instancePath+"/spec/rules/" + i9+"/postgres/commands/" + i10,schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/commands/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
if(!pattern6.test(data47)){
const err125 = {instancePath:instancePath+"/spec/rules/" + i9+"/postgres/commands/" + i10,schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/commands/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z*]([A-Za-z* ]*[A-Za-z*])?$"}};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
else {
const err126 = {instancePath:instancePath+"/spec/rules/" + i9+"/postgres/commands/" + i10,schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/commands/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
let i11 = data46.length;
let j2;
if(i11 > 1){
const indices2 = {};
for(;i11--;){
let item2 = data46[i11];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err127 = {instancePath:instancePath+"/spec/rules/" + i9+"/postgres/commands",schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/commands/uniqueItems",keyword:"uniqueItems",params:{i: i11, j: j2}};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
break;
}
indices2[item2] = i11;
}
}
}
else {
const err128 = {instancePath:instancePath+"/spec/rules/" + i9+"/postgres/commands",schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/commands/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
if(data45.relations !== undefined){
let data48 = data45.relations;
if(Array.isArray(data48)){
if(data48.length > 256){
const err129 = {instancePath:instancePath+"/spec/rules/" + i9+"/postgres/relations",schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/relations/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
if(data48.length < 1){
const err130 = {instancePath:instancePath+"/spec/rules/" + i9+"/postgres/relations",schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/relations/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
const len9 = data48.length;
for(let i12=0; i12<len9; i12++){
let data49 = data48[i12];
if(typeof data49 === "string"){
if(func3(data49) > 260){
const err131 = {instancePath:instancePath+"/spec/rules/" + i9+"/postgres/relations/" + i12,schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/relations/items/maxLength",keyword:"maxLength",params:{limit: 260}};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
if(func3(data49) < 1){
const err132 = {instancePath:instancePath+"/spec/rules/" + i9+"/postgres/relations/" + i12,schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/relations/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
if(!pattern7.test(data49)){
const err133 = {instancePath:instancePath+"/spec/rules/" + i9+"/postgres/relations/" + i12,schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/relations/items/pattern",keyword:"pattern",params:{pattern: "^(\\*|([^.\"\\sA-Z]+|\"([^\"]|\"\")+\")\\.([^.\"\\sA-Z]+|\"([^\"]|\"\")+\"))$"}};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
else {
const err134 = {instancePath:instancePath+"/spec/rules/" + i9+"/postgres/relations/" + i12,schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/relations/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
let i13 = data48.length;
let j3;
if(i13 > 1){
const indices3 = {};
for(;i13--;){
let item3 = data48[i13];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
const err135 = {instancePath:instancePath+"/spec/rules/" + i9+"/postgres/relations",schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/relations/uniqueItems",keyword:"uniqueItems",params:{i: i13, j: j3}};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
break;
}
indices3[item3] = i13;
}
}
}
else {
const err136 = {instancePath:instancePath+"/spec/rules/" + i9+"/postgres/relations",schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/relations/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
if(data45.functions !== undefined){
let data50 = data45.functions;
if(Array.isArray(data50)){
if(data50.length > 256){
const err137 = {instancePath:instancePath+"/spec/rules/" + i9+"/postgres/functions",schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/functions/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
if(data50.length < 1){
const err138 = {instancePath:instancePath+"/spec/rules/" + i9+"/postgres/functions",schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/functions/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
const len10 = data50.length;
for(let i14=0; i14<len10; i14++){
let data51 = data50[i14];
if(typeof data51 === "string"){
if(func3(data51) > 260){
const err139 = {instancePath:instancePath+"/spec/rules/" + i9+"/postgres/functions/" + i14,schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/functions/items/maxLength",keyword:"maxLength",params:{limit: 260}};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
if(func3(data51) < 1){
const err140 = {instancePath:instancePath+"/spec/rules/" + i9+"/postgres/functions/" + i14,schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/functions/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
if(!pattern7.test(data51)){
const err141 = {instancePath:instancePath+"/spec/rules/" + i9+"/postgres/functions/" + i14,schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/functions/items/pattern",keyword:"pattern",params:{pattern: "^(\\*|([^.\"\\sA-Z]+|\"([^\"]|\"\")+\")\\.([^.\"\\sA-Z]+|\"([^\"]|\"\")+\"))$"}};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
else {
const err142 = {instancePath:instancePath+"/spec/rules/" + i9+"/postgres/functions/" + i14,schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/functions/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
let i15 = data50.length;
let j4;
if(i15 > 1){
const indices4 = {};
for(;i15--;){
let item4 = data50[i15];
if(typeof item4 !== "string"){
continue;
}
if(typeof indices4[item4] == "number"){
j4 = indices4[item4];
const err143 = {instancePath:instancePath+"/spec/rules/" + i9+"/postgres/functions",schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/functions/uniqueItems",keyword:"uniqueItems",params:{i: i15, j: j4}};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
break;
}
indices4[item4] = i15;
}
}
}
else {
const err144 = {instancePath:instancePath+"/spec/rules/" + i9+"/postgres/functions",schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/functions/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
if(data45.unbounded !== undefined){
let data52 = data45.unbounded;
if(typeof data52 !== "boolean"){
const err145 = {instancePath:instancePath+"/spec/rules/" + i9+"/postgres/unbounded",schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/unbounded/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
if(!(data52 === true)){
const err146 = {instancePath:instancePath+"/spec/rules/" + i9+"/postgres/unbounded",schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/unbounded/enum",keyword:"enum",params:{allowedValues: schema11.properties.spec.properties.rules.items.properties.postgres.properties.unbounded.enum}};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
}
}
else {
const err147 = {instancePath:instancePath+"/spec/rules/" + i9+"/postgres",schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
if(data42.http !== undefined){
let data53 = data42.http;
if(data53 && typeof data53 == "object" && !Array.isArray(data53)){
if(Object.keys(data53).length < 1){
const err148 = {instancePath:instancePath+"/spec/rules/" + i9+"/http",schemaPath:"#/properties/spec/properties/rules/items/properties/http/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
for(const key12 in data53){
if(!((key12 === "methods") || (key12 === "paths"))){
const err149 = {instancePath:instancePath+"/spec/rules/" + i9+"/http",schemaPath:"#/properties/spec/properties/rules/items/properties/http/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12}};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
if(data53.methods !== undefined){
let data54 = data53.methods;
if(Array.isArray(data54)){
if(data54.length > 32){
const err150 = {instancePath:instancePath+"/spec/rules/" + i9+"/http/methods",schemaPath:"#/properties/spec/properties/rules/items/properties/http/properties/methods/maxItems",keyword:"maxItems",params:{limit: 32}};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
if(data54.length < 1){
const err151 = {instancePath:instancePath+"/spec/rules/" + i9+"/http/methods",schemaPath:"#/properties/spec/properties/rules/items/properties/http/properties/methods/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
const len11 = data54.length;
for(let i16=0; i16<len11; i16++){
let data55 = data54[i16];
if(typeof data55 === "string"){
if(func3(data55) > 32){
const err152 = {instancePath:instancePath+"/spec/rules/" + i9+"/http/methods/" + i16,schemaPath:"#/properties/spec/properties/rules/items/properties/http/properties/methods/items/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
if(func3(data55) < 1){
const err153 = {instancePath:instancePath+"/spec/rules/" + i9+"/http/methods/" + i16,schemaPath:"#/properties/spec/properties/rules/items/properties/http/properties/methods/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
if(!pattern9.test(data55)){
const err154 = {instancePath:instancePath+"/spec/rules/" + i9+"/http/methods/" + i16,schemaPath:"#/properties/spec/properties/rules/items/properties/http/properties/methods/items/pattern",keyword:"pattern",params:{pattern: "^[A-Z*][A-Z*-]*$"}};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
else {
const err155 = {instancePath:instancePath+"/spec/rules/" + i9+"/http/methods/" + i16,schemaPath:"#/properties/spec/properties/rules/items/properties/http/properties/methods/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
}
let i17 = data54.length;
let j5;
if(i17 > 1){
const indices5 = {};
for(;i17--;){
let item5 = data54[i17];
if(typeof item5 !== "string"){
continue;
}
if(typeof indices5[item5] == "number"){
j5 = indices5[item5];
const err156 = {instancePath:instancePath+"/spec/rules/" + i9+"/http/methods",schemaPath:"#/properties/spec/properties/rules/items/properties/http/properties/methods/uniqueItems",keyword:"uniqueItems",params:{i: i17, j: j5}};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
break;
}
indices5[item5] = i17;
}
}
}
else {
const err157 = {instancePath:instancePath+"/spec/rules/" + i9+"/http/methods",schemaPath:"#/properties/spec/properties/rules/items/properties/http/properties/methods/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
if(data53.paths !== undefined){
let data56 = data53.paths;
if(Array.isArray(data56)){
if(data56.length > 256){
const err158 = {instancePath:instancePath+"/spec/rules/" + i9+"/http/paths",schemaPath:"#/properties/spec/properties/rules/items/properties/http/properties/paths/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
if(data56.length < 1){
const err159 = {instancePath:instancePath+"/spec/rules/" + i9+"/http/paths",schemaPath:"#/properties/spec/properties/rules/items/properties/http/properties/paths/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
const len12 = data56.length;
for(let i18=0; i18<len12; i18++){
let data57 = data56[i18];
if(typeof data57 === "string"){
if(func3(data57) > 1024){
const err160 = {instancePath:instancePath+"/spec/rules/" + i9+"/http/paths/" + i18,schemaPath:"#/properties/spec/properties/rules/items/properties/http/properties/paths/items/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
if(func3(data57) < 1){
const err161 = {instancePath:instancePath+"/spec/rules/" + i9+"/http/paths/" + i18,schemaPath:"#/properties/spec/properties/rules/items/properties/http/properties/paths/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
if(!pattern10.test(data57)){
const err162 = {instancePath:instancePath+"/spec/rules/" + i9+"/http/paths/" + i18,schemaPath:"#/properties/spec/properties/rules/items/properties/http/properties/paths/items/pattern",keyword:"pattern",params:{pattern: "^[/*][^\\s?#]*$"}};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
}
else {
const err163 = {instancePath:instancePath+"/spec/rules/" + i9+"/http/paths/" + i18,schemaPath:"#/properties/spec/properties/rules/items/properties/http/properties/paths/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
let i19 = data56.length;
let j6;
if(i19 > 1){
const indices6 = {};
for(;i19--;){
let item6 = data56[i19];
if(typeof item6 !== "string"){
continue;
}
if(typeof indices6[item6] == "number"){
j6 = indices6[item6];
const err164 = {instancePath:instancePath+"/spec/rules/" + i9+"/http/paths",schemaPath:"#/properties/spec/properties/rules/items/properties/http/properties/paths/uniqueItems",keyword:"uniqueItems",params:{i: i19, j: j6}};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
break;
}
indices6[item6] = i19;
}
}
}
else {
const err165 = {instancePath:instancePath+"/spec/rules/" + i9+"/http/paths",schemaPath:"#/properties/spec/properties/rules/items/properties/http/properties/paths/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
}
else {
const err166 = {instancePath:instancePath+"/spec/rules/" + i9+"/http",schemaPath:"#/properties/spec/properties/rules/items/properties/http/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
}
if(data42.kubernetes !== undefined){
let data58 = data42.kubernetes;
if(data58 && typeof data58 == "object" && !Array.isArray(data58)){
if(Object.keys(data58).length < 1){
const err167 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
for(const key13 in data58){
if(!((((((key13 === "verbs") || (key13 === "apiGroups")) || (key13 === "resources")) || (key13 === "resourceNames")) || (key13 === "namespaces")) || (key13 === "nonResourceURLs"))){
const err168 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13}};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
if(data58.verbs !== undefined){
let data59 = data58.verbs;
if(Array.isArray(data59)){
if(data59.length > 32){
const err169 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/verbs",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/verbs/maxItems",keyword:"maxItems",params:{limit: 32}};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
if(data59.length < 1){
const err170 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/verbs",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/verbs/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
const len13 = data59.length;
for(let i20=0; i20<len13; i20++){
let data60 = data59[i20];
if(typeof data60 === "string"){
if(func3(data60) > 63){
const err171 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/verbs/" + i20,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/verbs/items/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
if(func3(data60) < 1){
const err172 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/verbs/" + i20,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/verbs/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
if(!pattern11.test(data60)){
const err173 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/verbs/" + i20,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/verbs/items/pattern",keyword:"pattern",params:{pattern: "^[a-z*]+$"}};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
}
else {
const err174 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/verbs/" + i20,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/verbs/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
}
let i21 = data59.length;
let j7;
if(i21 > 1){
const indices7 = {};
for(;i21--;){
let item7 = data59[i21];
if(typeof item7 !== "string"){
continue;
}
if(typeof indices7[item7] == "number"){
j7 = indices7[item7];
const err175 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/verbs",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/verbs/uniqueItems",keyword:"uniqueItems",params:{i: i21, j: j7}};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
break;
}
indices7[item7] = i21;
}
}
}
else {
const err176 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/verbs",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/verbs/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
}
if(data58.apiGroups !== undefined){
let data61 = data58.apiGroups;
if(Array.isArray(data61)){
if(data61.length > 64){
const err177 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/apiGroups",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/apiGroups/maxItems",keyword:"maxItems",params:{limit: 64}};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
if(data61.length < 1){
const err178 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/apiGroups",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/apiGroups/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
const len14 = data61.length;
for(let i22=0; i22<len14; i22++){
let data62 = data61[i22];
if(typeof data62 === "string"){
if(func3(data62) > 253){
const err179 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/apiGroups/" + i22,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/apiGroups/items/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
if(!pattern12.test(data62)){
const err180 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/apiGroups/" + i22,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/apiGroups/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9*.-]*$"}};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
}
else {
const err181 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/apiGroups/" + i22,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/apiGroups/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
}
let i23 = data61.length;
let j8;
if(i23 > 1){
const indices8 = {};
for(;i23--;){
let item8 = data61[i23];
if(typeof item8 !== "string"){
continue;
}
if(typeof indices8[item8] == "number"){
j8 = indices8[item8];
const err182 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/apiGroups",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/apiGroups/uniqueItems",keyword:"uniqueItems",params:{i: i23, j: j8}};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
break;
}
indices8[item8] = i23;
}
}
}
else {
const err183 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/apiGroups",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/apiGroups/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
}
if(data58.resources !== undefined){
let data63 = data58.resources;
if(Array.isArray(data63)){
if(data63.length > 256){
const err184 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/resources",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/resources/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
if(data63.length < 1){
const err185 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/resources",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/resources/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
const len15 = data63.length;
for(let i24=0; i24<len15; i24++){
let data64 = data63[i24];
if(typeof data64 === "string"){
if(func3(data64) > 253){
const err186 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/resources/" + i24,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/resources/items/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
if(func3(data64) < 1){
const err187 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/resources/" + i24,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/resources/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
if(!pattern13.test(data64)){
const err188 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/resources/" + i24,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/resources/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9*.-]+(/[a-z0-9*.-]+)?$"}};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
}
else {
const err189 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/resources/" + i24,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/resources/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
}
let i25 = data63.length;
let j9;
if(i25 > 1){
const indices9 = {};
for(;i25--;){
let item9 = data63[i25];
if(typeof item9 !== "string"){
continue;
}
if(typeof indices9[item9] == "number"){
j9 = indices9[item9];
const err190 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/resources",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/resources/uniqueItems",keyword:"uniqueItems",params:{i: i25, j: j9}};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
break;
}
indices9[item9] = i25;
}
}
}
else {
const err191 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/resources",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/resources/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
}
if(data58.resourceNames !== undefined){
let data65 = data58.resourceNames;
if(Array.isArray(data65)){
if(data65.length > 256){
const err192 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/resourceNames",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/resourceNames/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
if(data65.length < 1){
const err193 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/resourceNames",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/resourceNames/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
const len16 = data65.length;
for(let i26=0; i26<len16; i26++){
let data66 = data65[i26];
if(typeof data66 === "string"){
if(func3(data66) > 253){
const err194 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/resourceNames/" + i26,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/resourceNames/items/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
if(func3(data66) < 1){
const err195 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/resourceNames/" + i26,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/resourceNames/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
if(!pattern14.test(data66)){
const err196 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/resourceNames/" + i26,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/resourceNames/items/pattern",keyword:"pattern",params:{pattern: "^[^\\s/]+$"}};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
}
else {
const err197 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/resourceNames/" + i26,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/resourceNames/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
}
let i27 = data65.length;
let j10;
if(i27 > 1){
const indices10 = {};
for(;i27--;){
let item10 = data65[i27];
if(typeof item10 !== "string"){
continue;
}
if(typeof indices10[item10] == "number"){
j10 = indices10[item10];
const err198 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/resourceNames",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/resourceNames/uniqueItems",keyword:"uniqueItems",params:{i: i27, j: j10}};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
break;
}
indices10[item10] = i27;
}
}
}
else {
const err199 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/resourceNames",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/resourceNames/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
}
if(data58.namespaces !== undefined){
let data67 = data58.namespaces;
if(Array.isArray(data67)){
if(data67.length > 256){
const err200 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/namespaces",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/namespaces/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
if(data67.length < 1){
const err201 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/namespaces",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/namespaces/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
const len17 = data67.length;
for(let i28=0; i28<len17; i28++){
let data68 = data67[i28];
if(typeof data68 === "string"){
if(func3(data68) > 63){
const err202 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/namespaces/" + i28,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/namespaces/items/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
if(func3(data68) < 1){
const err203 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/namespaces/" + i28,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/namespaces/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
if(!pattern15.test(data68)){
const err204 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/namespaces/" + i28,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/namespaces/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9*]([a-z0-9*-]*[a-z0-9*])?$"}};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
}
else {
const err205 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/namespaces/" + i28,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/namespaces/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
}
let i29 = data67.length;
let j11;
if(i29 > 1){
const indices11 = {};
for(;i29--;){
let item11 = data67[i29];
if(typeof item11 !== "string"){
continue;
}
if(typeof indices11[item11] == "number"){
j11 = indices11[item11];
const err206 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/namespaces",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/namespaces/uniqueItems",keyword:"uniqueItems",params:{i: i29, j: j11}};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
break;
}
indices11[item11] = i29;
}
}
}
else {
const err207 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/namespaces",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/namespaces/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
}
if(data58.nonResourceURLs !== undefined){
let data69 = data58.nonResourceURLs;
if(Array.isArray(data69)){
if(data69.length > 256){
const err208 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/nonResourceURLs",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/nonResourceURLs/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
if(data69.length < 1){
const err209 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/nonResourceURLs",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/nonResourceURLs/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
const len18 = data69.length;
for(let i30=0; i30<len18; i30++){
let data70 = data69[i30];
if(typeof data70 === "string"){
if(func3(data70) > 1024){
const err210 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/nonResourceURLs/" + i30,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/nonResourceURLs/items/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
if(func3(data70) < 1){
const err211 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/nonResourceURLs/" + i30,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/nonResourceURLs/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
if(!pattern10.test(data70)){
const err212 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/nonResourceURLs/" + i30,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/nonResourceURLs/items/pattern",keyword:"pattern",params:{pattern: "^[/*][^\\s?#]*$"}};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
}
else {
const err213 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/nonResourceURLs/" + i30,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/nonResourceURLs/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
}
let i31 = data69.length;
let j12;
if(i31 > 1){
const indices12 = {};
for(;i31--;){
let item12 = data69[i31];
if(typeof item12 !== "string"){
continue;
}
if(typeof indices12[item12] == "number"){
j12 = indices12[item12];
const err214 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/nonResourceURLs",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/nonResourceURLs/uniqueItems",keyword:"uniqueItems",params:{i: i31, j: j12}};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
break;
}
indices12[item12] = i31;
}
}
}
else {
const err215 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes/nonResourceURLs",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/nonResourceURLs/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
}
}
else {
const err216 = {instancePath:instancePath+"/spec/rules/" + i9+"/kubernetes",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
}
if(data42.ssh !== undefined){
let data71 = data42.ssh;
if(data71 && typeof data71 == "object" && !Array.isArray(data71)){
if(Object.keys(data71).length < 1){
const err217 = {instancePath:instancePath+"/spec/rules/" + i9+"/ssh",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
for(const key14 in data71){
if(!(((((key14 === "channels") || (key14 === "commands")) || (key14 === "operations")) || (key14 === "paths")) || (key14 === "destinations"))){
const err218 = {instancePath:instancePath+"/spec/rules/" + i9+"/ssh",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14}};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
}
if(data71.channels !== undefined){
let data72 = data71.channels;
if(Array.isArray(data72)){
if(data72.length > 16){
const err219 = {instancePath:instancePath+"/spec/rules/" + i9+"/ssh/channels",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/channels/maxItems",keyword:"maxItems",params:{limit: 16}};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
if(data72.length < 1){
const err220 = {instancePath:instancePath+"/spec/rules/" + i9+"/ssh/channels",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/channels/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
const len19 = data72.length;
for(let i32=0; i32<len19; i32++){
let data73 = data72[i32];
if(typeof data73 !== "string"){
const err221 = {instancePath:instancePath+"/spec/rules/" + i9+"/ssh/channels/" + i32,schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/channels/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
if(!((((data73 === "Exec") || (data73 === "Shell")) || (data73 === "Sftp")) || (data73 === "Forward"))){
const err222 = {instancePath:instancePath+"/spec/rules/" + i9+"/ssh/channels/" + i32,schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/channels/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.spec.properties.rules.items.properties.ssh.properties.channels.items.enum}};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
}
let i33 = data72.length;
let j13;
if(i33 > 1){
const indices13 = {};
for(;i33--;){
let item13 = data72[i33];
if(typeof item13 !== "string"){
continue;
}
if(typeof indices13[item13] == "number"){
j13 = indices13[item13];
const err223 = {instancePath:instancePath+"/spec/rules/" + i9+"/ssh/channels",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/channels/uniqueItems",keyword:"uniqueItems",params:{i: i33, j: j13}};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
break;
}
indices13[item13] = i33;
}
}
}
else {
const err224 = {instancePath:instancePath+"/spec/rules/" + i9+"/ssh/channels",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/channels/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
}
if(data71.commands !== undefined){
let data74 = data71.commands;
if(Array.isArray(data74)){
if(data74.length > 256){
const err225 = {instancePath:instancePath+"/spec/rules/" + i9+"/ssh/commands",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/commands/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
if(data74.length < 1){
const err226 = {instancePath:instancePath+"/spec/rules/" + i9+"/ssh/commands",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/commands/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
const len20 = data74.length;
for(let i34=0; i34<len20; i34++){
let data75 = data74[i34];
if(typeof data75 === "string"){
if(func3(data75) > 4096){
const err227 = {instancePath:instancePath+"/spec/rules/" + i9+"/ssh/commands/" + i34,schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/commands/items/maxLength",keyword:"maxLength",params:{limit: 4096}};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
if(func3(data75) < 1){
const err228 = {instancePath:instancePath+"/spec/rules/" + i9+"/ssh/commands/" + i34,schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/commands/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
}
else {
const err229 = {instancePath:instancePath+"/spec/rules/" + i9+"/ssh/commands/" + i34,schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/commands/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
}
let i35 = data74.length;
let j14;
if(i35 > 1){
const indices14 = {};
for(;i35--;){
let item14 = data74[i35];
if(typeof item14 !== "string"){
continue;
}
if(typeof indices14[item14] == "number"){
j14 = indices14[item14];
const err230 = {instancePath:instancePath+"/spec/rules/" + i9+"/ssh/commands",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/commands/uniqueItems",keyword:"uniqueItems",params:{i: i35, j: j14}};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
break;
}
indices14[item14] = i35;
}
}
}
else {
const err231 = {instancePath:instancePath+"/spec/rules/" + i9+"/ssh/commands",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/commands/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
}
if(data71.operations !== undefined){
let data76 = data71.operations;
if(Array.isArray(data76)){
if(data76.length > 16){
const err232 = {instancePath:instancePath+"/spec/rules/" + i9+"/ssh/operations",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/operations/maxItems",keyword:"maxItems",params:{limit: 16}};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
if(data76.length < 1){
const err233 = {instancePath:instancePath+"/spec/rules/" + i9+"/ssh/operations",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/operations/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
const len21 = data76.length;
for(let i36=0; i36<len21; i36++){
let data77 = data76[i36];
if(typeof data77 !== "string"){
const err234 = {instancePath:instancePath+"/spec/rules/" + i9+"/ssh/operations/" + i36,schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/operations/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
if(!(((((((((((data77 === "Read") || (data77 === "Write")) || (data77 === "List")) || (data77 === "Stat")) || (data77 === "SetStat")) || (data77 === "Mkdir")) || (data77 === "Rmdir")) || (data77 === "Remove")) || (data77 === "Rename")) || (data77 === "Link")) || (data77 === "ReadLink"))){
const err235 = {instancePath:instancePath+"/spec/rules/" + i9+"/ssh/operations/" + i36,schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/operations/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.spec.properties.rules.items.properties.ssh.properties.operations.items.enum}};
if(vErrors === null){
vErrors = [err235];
}
else {
vErrors.push(err235);
}
errors++;
}
}
let i37 = data76.length;
let j15;
if(i37 > 1){
const indices15 = {};
for(;i37--;){
let item15 = data76[i37];
if(typeof item15 !== "string"){
continue;
}
if(typeof indices15[item15] == "number"){
j15 = indices15[item15];
const err236 = {instancePath:instancePath+"/spec/rules/" + i9+"/ssh/operations",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/operations/uniqueItems",keyword:"uniqueItems",params:{i: i37, j: j15}};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
break;
}
indices15[item15] = i37;
}
}
}
else {
const err237 = {instancePath:instancePath+"/spec/rules/" + i9+"/ssh/operations",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/operations/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
}
if(data71.paths !== undefined){
let data78 = data71.paths;
if(Array.isArray(data78)){
if(data78.length > 256){
const err238 = {instancePath:instancePath+"/spec/rules/" + i9+"/ssh/paths",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/paths/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err238];
}
else {
vErrors.push(err238);
}
errors++;
}
if(data78.length < 1){
const err239 = {instancePath:instancePath+"/spec/rules/" + i9+"/ssh/paths",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/paths/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
const len22 = data78.length;
for(let i38=0; i38<len22; i38++){
let data79 = data78[i38];
if(typeof data79 === "string"){
if(func3(data79) > 4096){
const err240 = {instancePath:instancePath+"/spec/rules/" + i9+"/ssh/paths/" + i38,schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/paths/items/maxLength",keyword:"maxLength",params:{limit: 4096}};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
}
if(func3(data79) < 1){
const err241 = {instancePath:instancePath+"/spec/rules/" + i9+"/ssh/paths/" + i38,schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/paths/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err241];
}
else {
vErrors.push(err241);
}
errors++;
}
if(!pattern17.test(data79)){
const err242 = {instancePath:instancePath+"/spec/rules/" + i9+"/ssh/paths/" + i38,schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/paths/items/pattern",keyword:"pattern",params:{pattern: "^[/*].*$"}};
if(vErrors === null){
vErrors = [err242];
}
else {
vErrors.push(err242);
}
errors++;
}
}
else {
const err243 = {instancePath:instancePath+"/spec/rules/" + i9+"/ssh/paths/" + i38,schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/paths/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err243];
}
else {
vErrors.push(err243);
}
errors++;
}
}
let i39 = data78.length;
let j16;
if(i39 > 1){
const indices16 = {};
for(;i39--;){
let item16 = data78[i39];
if(typeof item16 !== "string"){
continue;
}
if(typeof indices16[item16] == "number"){
j16 = indices16[item16];
const err244 = {instancePath:instancePath+"/spec/rules/" + i9+"/ssh/paths",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/paths/uniqueItems",keyword:"uniqueItems",params:{i: i39, j: j16}};
if(vErrors === null){
vErrors = [err244];
}
else {
vErrors.push(err244);
}
errors++;
break;
}
indices16[item16] = i39;
}
}
}
else {
const err245 = {instancePath:instancePath+"/spec/rules/" + i9+"/ssh/paths",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/paths/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err245];
}
else {
vErrors.push(err245);
}
errors++;
}
}
if(data71.destinations !== undefined){
let data80 = data71.destinations;
if(Array.isArray(data80)){
if(data80.length > 256){
const err246 = {instancePath:instancePath+"/spec/rules/" + i9+"/ssh/destinations",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/destinations/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err246];
}
else {
vErrors.push(err246);
}
errors++;
}
if(data80.length < 1){
const err247 = {instancePath:instancePath+"/spec/rules/" + i9+"/ssh/destinations",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/destinations/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err247];
}
else {
vErrors.push(err247);
}
errors++;
}
const len23 = data80.length;
for(let i40=0; i40<len23; i40++){
let data81 = data80[i40];
if(typeof data81 === "string"){
if(func3(data81) > 260){
const err248 = {instancePath:instancePath+"/spec/rules/" + i9+"/ssh/destinations/" + i40,schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/destinations/items/maxLength",keyword:"maxLength",params:{limit: 260}};
if(vErrors === null){
vErrors = [err248];
}
else {
vErrors.push(err248);
}
errors++;
}
if(func3(data81) < 1){
const err249 = {instancePath:instancePath+"/spec/rules/" + i9+"/ssh/destinations/" + i40,schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/destinations/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err249];
}
else {
vErrors.push(err249);
}
errors++;
}
if(!pattern18.test(data81)){
const err250 = {instancePath:instancePath+"/spec/rules/" + i9+"/ssh/destinations/" + i40,schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/destinations/items/pattern",keyword:"pattern",params:{pattern: "^[^\\s]+:[0-9*]+$"}};
if(vErrors === null){
vErrors = [err250];
}
else {
vErrors.push(err250);
}
errors++;
}
}
else {
const err251 = {instancePath:instancePath+"/spec/rules/" + i9+"/ssh/destinations/" + i40,schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/destinations/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err251];
}
else {
vErrors.push(err251);
}
errors++;
}
}
let i41 = data80.length;
let j17;
if(i41 > 1){
const indices17 = {};
for(;i41--;){
let item17 = data80[i41];
if(typeof item17 !== "string"){
continue;
}
if(typeof indices17[item17] == "number"){
j17 = indices17[item17];
const err252 = {instancePath:instancePath+"/spec/rules/" + i9+"/ssh/destinations",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/destinations/uniqueItems",keyword:"uniqueItems",params:{i: i41, j: j17}};
if(vErrors === null){
vErrors = [err252];
}
else {
vErrors.push(err252);
}
errors++;
break;
}
indices17[item17] = i41;
}
}
}
else {
const err253 = {instancePath:instancePath+"/spec/rules/" + i9+"/ssh/destinations",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/destinations/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err253];
}
else {
vErrors.push(err253);
}
errors++;
}
}
}
else {
const err254 = {instancePath:instancePath+"/spec/rules/" + i9+"/ssh",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err254];
}
else {
vErrors.push(err254);
}
errors++;
}
}
if(data42.expression !== undefined){
let data82 = data42.expression;
if(typeof data82 === "string"){
if(func3(data82) > 4096){
const err255 = {instancePath:instancePath+"/spec/rules/" + i9+"/expression",schemaPath:"#/properties/spec/properties/rules/items/properties/expression/maxLength",keyword:"maxLength",params:{limit: 4096}};
if(vErrors === null){
vErrors = [err255];
}
else {
vErrors.push(err255);
}
errors++;
}
if(func3(data82) < 1){
const err256 = {instancePath:instancePath+"/spec/rules/" + i9+"/expression",schemaPath:"#/properties/spec/properties/rules/items/properties/expression/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err256];
}
else {
vErrors.push(err256);
}
errors++;
}
}
else {
const err257 = {instancePath:instancePath+"/spec/rules/" + i9+"/expression",schemaPath:"#/properties/spec/properties/rules/items/properties/expression/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err257];
}
else {
vErrors.push(err257);
}
errors++;
}
}
if(data42.message !== undefined){
let data83 = data42.message;
if(typeof data83 === "string"){
if(func3(data83) > 1024){
const err258 = {instancePath:instancePath+"/spec/rules/" + i9+"/message",schemaPath:"#/properties/spec/properties/rules/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err258];
}
else {
vErrors.push(err258);
}
errors++;
}
if(func3(data83) < 1){
const err259 = {instancePath:instancePath+"/spec/rules/" + i9+"/message",schemaPath:"#/properties/spec/properties/rules/items/properties/message/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err259];
}
else {
vErrors.push(err259);
}
errors++;
}
}
else {
const err260 = {instancePath:instancePath+"/spec/rules/" + i9+"/message",schemaPath:"#/properties/spec/properties/rules/items/properties/message/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err260];
}
else {
vErrors.push(err260);
}
errors++;
}
}
if(data42.approval !== undefined){
let data84 = data42.approval;
if(data84 && typeof data84 == "object" && !Array.isArray(data84)){
if(data84.required === undefined){
data84.required = 1;
}
if(data84.timeout === undefined){
data84.timeout = "15m";
}
if(data84.scope === undefined){
data84.scope = "Once";
}
if(data84.onPending === undefined){
data84.onPending = "Hold";
}
if(data84.approvers === undefined){
const err261 = {instancePath:instancePath+"/spec/rules/" + i9+"/approval",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/required",keyword:"required",params:{missingProperty: "approvers"}};
if(vErrors === null){
vErrors = [err261];
}
else {
vErrors.push(err261);
}
errors++;
}
for(const key15 in data84){
if(!(((((key15 === "approvers") || (key15 === "required")) || (key15 === "timeout")) || (key15 === "scope")) || (key15 === "onPending"))){
const err262 = {instancePath:instancePath+"/spec/rules/" + i9+"/approval",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15}};
if(vErrors === null){
vErrors = [err262];
}
else {
vErrors.push(err262);
}
errors++;
}
}
if(data84.approvers !== undefined){
let data85 = data84.approvers;
if(data85 && typeof data85 == "object" && !Array.isArray(data85)){
if(Object.keys(data85).length < 1){
const err263 = {instancePath:instancePath+"/spec/rules/" + i9+"/approval/approvers",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/approvers/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err263];
}
else {
vErrors.push(err263);
}
errors++;
}
for(const key16 in data85){
if(!((key16 === "groups") || (key16 === "users"))){
const err264 = {instancePath:instancePath+"/spec/rules/" + i9+"/approval/approvers",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/approvers/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16}};
if(vErrors === null){
vErrors = [err264];
}
else {
vErrors.push(err264);
}
errors++;
}
}
if(data85.groups !== undefined){
let data86 = data85.groups;
if(Array.isArray(data86)){
if(data86.length > 64){
const err265 = {instancePath:instancePath+"/spec/rules/" + i9+"/approval/approvers/groups",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/approvers/properties/groups/maxItems",keyword:"maxItems",params:{limit: 64}};
if(vErrors === null){
vErrors = [err265];
}
else {
vErrors.push(err265);
}
errors++;
}
if(data86.length < 1){
const err266 = {instancePath:instancePath+"/spec/rules/" + i9+"/approval/approvers/groups",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/approvers/properties/groups/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err266];
}
else {
vErrors.push(err266);
}
errors++;
}
const len24 = data86.length;
for(let i42=0; i42<len24; i42++){
let data87 = data86[i42];
if(typeof data87 === "string"){
if(func3(data87) > 256){
const err267 = {instancePath:instancePath+"/spec/rules/" + i9+"/approval/approvers/groups/" + i42,schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/approvers/properties/groups/items/maxLength",keyword:"maxLength",params:{limit: 256}};
if(vErrors === null){
vErrors = [err267];
}
else {
vErrors.push(err267);
}
errors++;
}
if(func3(data87) < 1){
const err268 = {instancePath:instancePath+"/spec/rules/" + i9+"/approval/approvers/groups/" + i42,schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/approvers/properties/groups/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err268];
}
else {
vErrors.push(err268);
}
errors++;
}
}
else {
const err269 = {instancePath:instancePath+"/spec/rules/" + i9+"/approval/approvers/groups/" + i42,schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/approvers/properties/groups/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err269];
}
else {
vErrors.push(err269);
}
errors++;
}
}
let i43 = data86.length;
let j18;
if(i43 > 1){
const indices18 = {};
for(;i43--;){
let item18 = data86[i43];
if(typeof item18 !== "string"){
continue;
}
if(typeof indices18[item18] == "number"){
j18 = indices18[item18];
const err270 = {instancePath:instancePath+"/spec/rules/" + i9+"/approval/approvers/groups",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/approvers/properties/groups/uniqueItems",keyword:"uniqueItems",params:{i: i43, j: j18}};
if(vErrors === null){
vErrors = [err270];
}
else {
vErrors.push(err270);
}
errors++;
break;
}
indices18[item18] = i43;
}
}
}
else {
const err271 = {instancePath:instancePath+"/spec/rules/" + i9+"/approval/approvers/groups",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/approvers/properties/groups/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err271];
}
else {
vErrors.push(err271);
}
errors++;
}
}
if(data85.users !== undefined){
let data88 = data85.users;
if(Array.isArray(data88)){
if(data88.length > 64){
const err272 = {instancePath:instancePath+"/spec/rules/" + i9+"/approval/approvers/users",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/approvers/properties/users/maxItems",keyword:"maxItems",params:{limit: 64}};
if(vErrors === null){
vErrors = [err272];
}
else {
vErrors.push(err272);
}
errors++;
}
if(data88.length < 1){
const err273 = {instancePath:instancePath+"/spec/rules/" + i9+"/approval/approvers/users",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/approvers/properties/users/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err273];
}
else {
vErrors.push(err273);
}
errors++;
}
const len25 = data88.length;
for(let i44=0; i44<len25; i44++){
let data89 = data88[i44];
if(typeof data89 === "string"){
if(func3(data89) > 256){
const err274 = {instancePath:instancePath+"/spec/rules/" + i9+"/approval/approvers/users/" + i44,schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/approvers/properties/users/items/maxLength",keyword:"maxLength",params:{limit: 256}};
if(vErrors === null){
vErrors = [err274];
}
else {
vErrors.push(err274);
}
errors++;
}
if(func3(data89) < 1){
const err275 = {instancePath:instancePath+"/spec/rules/" + i9+"/approval/approvers/users/" + i44,schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/approvers/properties/users/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err275];
}
else {
vErrors.push(err275);
}
errors++;
}
}
else {
const err276 = {instancePath:instancePath+"/spec/rules/" + i9+"/approval/approvers/users/" + i44,schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/approvers/properties/users/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err276];
}
else {
vErrors.push(err276);
}
errors++;
}
}
let i45 = data88.length;
let j19;
if(i45 > 1){
const indices19 = {};
for(;i45--;){
let item19 = data88[i45];
if(typeof item19 !== "string"){
continue;
}
if(typeof indices19[item19] == "number"){
j19 = indices19[item19];
const err277 = {instancePath:instancePath+"/spec/rules/" + i9+"/approval/approvers/users",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/approvers/properties/users/uniqueItems",keyword:"uniqueItems",params:{i: i45, j: j19}};
if(vErrors === null){
vErrors = [err277];
}
else {
vErrors.push(err277);
}
errors++;
break;
}
indices19[item19] = i45;
}
}
}
else {
const err278 = {instancePath:instancePath+"/spec/rules/" + i9+"/approval/approvers/users",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/approvers/properties/users/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err278];
}
else {
vErrors.push(err278);
}
errors++;
}
}
}
else {
const err279 = {instancePath:instancePath+"/spec/rules/" + i9+"/approval/approvers",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/approvers/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err279];
}
else {
vErrors.push(err279);
}
errors++;
}
}
let data90 = data84.required;
if(!(((typeof data90 == "number") && (!(data90 % 1) && !isNaN(data90))) && (isFinite(data90)))){
const err280 = {instancePath:instancePath+"/spec/rules/" + i9+"/approval/required",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/required/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err280];
}
else {
vErrors.push(err280);
}
errors++;
}
if((typeof data90 == "number") && (isFinite(data90))){
if(data90 > 16 || isNaN(data90)){
const err281 = {instancePath:instancePath+"/spec/rules/" + i9+"/approval/required",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/required/maximum",keyword:"maximum",params:{comparison: "<=", limit: 16}};
if(vErrors === null){
vErrors = [err281];
}
else {
vErrors.push(err281);
}
errors++;
}
if(data90 < 1 || isNaN(data90)){
const err282 = {instancePath:instancePath+"/spec/rules/" + i9+"/approval/required",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/required/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err282];
}
else {
vErrors.push(err282);
}
errors++;
}
}
let data91 = data84.timeout;
if(typeof data91 === "string"){
if(func3(data91) > 32){
const err283 = {instancePath:instancePath+"/spec/rules/" + i9+"/approval/timeout",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/timeout/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err283];
}
else {
vErrors.push(err283);
}
errors++;
}
if(!pattern19.test(data91)){
const err284 = {instancePath:instancePath+"/spec/rules/" + i9+"/approval/timeout",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/timeout/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}(ms|s|m|h|d)){1,4}$"}};
if(vErrors === null){
vErrors = [err284];
}
else {
vErrors.push(err284);
}
errors++;
}
}
else {
const err285 = {instancePath:instancePath+"/spec/rules/" + i9+"/approval/timeout",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/timeout/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err285];
}
else {
vErrors.push(err285);
}
errors++;
}
let data92 = data84.scope;
if(typeof data92 !== "string"){
const err286 = {instancePath:instancePath+"/spec/rules/" + i9+"/approval/scope",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/scope/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err286];
}
else {
vErrors.push(err286);
}
errors++;
}
if(!(((data92 === "Once") || (data92 === "Session")) || (data92 === "Window"))){
const err287 = {instancePath:instancePath+"/spec/rules/" + i9+"/approval/scope",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/scope/enum",keyword:"enum",params:{allowedValues: schema11.properties.spec.properties.rules.items.properties.approval.properties.scope.enum}};
if(vErrors === null){
vErrors = [err287];
}
else {
vErrors.push(err287);
}
errors++;
}
let data93 = data84.onPending;
if(typeof data93 !== "string"){
const err288 = {instancePath:instancePath+"/spec/rules/" + i9+"/approval/onPending",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/onPending/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err288];
}
else {
vErrors.push(err288);
}
errors++;
}
if(!((data93 === "Hold") || (data93 === "Reject"))){
const err289 = {instancePath:instancePath+"/spec/rules/" + i9+"/approval/onPending",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/onPending/enum",keyword:"enum",params:{allowedValues: schema11.properties.spec.properties.rules.items.properties.approval.properties.onPending.enum}};
if(vErrors === null){
vErrors = [err289];
}
else {
vErrors.push(err289);
}
errors++;
}
}
else {
const err290 = {instancePath:instancePath+"/spec/rules/" + i9+"/approval",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err290];
}
else {
vErrors.push(err290);
}
errors++;
}
}
}
else {
const err291 = {instancePath:instancePath+"/spec/rules/" + i9,schemaPath:"#/properties/spec/properties/rules/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err291];
}
else {
vErrors.push(err291);
}
errors++;
}
}
}
else {
const err292 = {instancePath:instancePath+"/spec/rules",schemaPath:"#/properties/spec/properties/rules/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err292];
}
else {
vErrors.push(err292);
}
errors++;
}
let data94 = data23.masking;
if(Array.isArray(data94)){
if(data94.length > 256){
const err293 = {instancePath:instancePath+"/spec/masking",schemaPath:"#/properties/spec/properties/masking/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err293];
}
else {
vErrors.push(err293);
}
errors++;
}
const len26 = data94.length;
for(let i46=0; i46<len26; i46++){
let data95 = data94[i46];
if(data95 && typeof data95 == "object" && !Array.isArray(data95)){
if(data95.surfaces === undefined){
data95.surfaces = ["Responses"];
}
if(data95.name === undefined){
const err294 = {instancePath:instancePath+"/spec/masking/" + i46,schemaPath:"#/properties/spec/properties/masking/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err294];
}
else {
vErrors.push(err294);
}
errors++;
}
if(data95.method === undefined){
const err295 = {instancePath:instancePath+"/spec/masking/" + i46,schemaPath:"#/properties/spec/properties/masking/items/required",keyword:"required",params:{missingProperty: "method"}};
if(vErrors === null){
vErrors = [err295];
}
else {
vErrors.push(err295);
}
errors++;
}
for(const key17 in data95){
if(!(func2.call(schema11.properties.spec.properties.masking.items.properties, key17))){
const err296 = {instancePath:instancePath+"/spec/masking/" + i46,schemaPath:"#/properties/spec/properties/masking/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17}};
if(vErrors === null){
vErrors = [err296];
}
else {
vErrors.push(err296);
}
errors++;
}
}
if(data95.name !== undefined){
let data96 = data95.name;
if(typeof data96 === "string"){
if(func3(data96) > 63){
const err297 = {instancePath:instancePath+"/spec/masking/" + i46+"/name",schemaPath:"#/properties/spec/properties/masking/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err297];
}
else {
vErrors.push(err297);
}
errors++;
}
if(func3(data96) < 1){
const err298 = {instancePath:instancePath+"/spec/masking/" + i46+"/name",schemaPath:"#/properties/spec/properties/masking/items/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err298];
}
else {
vErrors.push(err298);
}
errors++;
}
if(!pattern2.test(data96)){
const err299 = {instancePath:instancePath+"/spec/masking/" + i46+"/name",schemaPath:"#/properties/spec/properties/masking/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err299];
}
else {
vErrors.push(err299);
}
errors++;
}
}
else {
const err300 = {instancePath:instancePath+"/spec/masking/" + i46+"/name",schemaPath:"#/properties/spec/properties/masking/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err300];
}
else {
vErrors.push(err300);
}
errors++;
}
}
if(data95.postgres !== undefined){
let data97 = data95.postgres;
if(data97 && typeof data97 == "object" && !Array.isArray(data97)){
if(data97.columns === undefined){
const err301 = {instancePath:instancePath+"/spec/masking/" + i46+"/postgres",schemaPath:"#/properties/spec/properties/masking/items/properties/postgres/required",keyword:"required",params:{missingProperty: "columns"}};
if(vErrors === null){
vErrors = [err301];
}
else {
vErrors.push(err301);
}
errors++;
}
for(const key18 in data97){
if(!(key18 === "columns")){
const err302 = {instancePath:instancePath+"/spec/masking/" + i46+"/postgres",schemaPath:"#/properties/spec/properties/masking/items/properties/postgres/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18}};
if(vErrors === null){
vErrors = [err302];
}
else {
vErrors.push(err302);
}
errors++;
}
}
if(data97.columns !== undefined){
let data98 = data97.columns;
if(Array.isArray(data98)){
if(data98.length > 1024){
const err303 = {instancePath:instancePath+"/spec/masking/" + i46+"/postgres/columns",schemaPath:"#/properties/spec/properties/masking/items/properties/postgres/properties/columns/maxItems",keyword:"maxItems",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err303];
}
else {
vErrors.push(err303);
}
errors++;
}
if(data98.length < 1){
const err304 = {instancePath:instancePath+"/spec/masking/" + i46+"/postgres/columns",schemaPath:"#/properties/spec/properties/masking/items/properties/postgres/properties/columns/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err304];
}
else {
vErrors.push(err304);
}
errors++;
}
const len27 = data98.length;
for(let i47=0; i47<len27; i47++){
let data99 = data98[i47];
if(typeof data99 === "string"){
if(func3(data99) > 390){
const err305 = {instancePath:instancePath+"/spec/masking/" + i46+"/postgres/columns/" + i47,schemaPath:"#/properties/spec/properties/masking/items/properties/postgres/properties/columns/items/maxLength",keyword:"maxLength",params:{limit: 390}};
if(vErrors === null){
vErrors = [err305];
}
else {
vErrors.push(err305);
}
errors++;
}
if(func3(data99) < 1){
const err306 = {instancePath:instancePath+"/spec/masking/" + i46+"/postgres/columns/" + i47,schemaPath:"#/properties/spec/properties/masking/items/properties/postgres/properties/columns/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err306];
}
else {
vErrors.push(err306);
}
errors++;
}
if(!pattern21.test(data99)){
const err307 = {instancePath:instancePath+"/spec/masking/" + i46+"/postgres/columns/" + i47,schemaPath:"#/properties/spec/properties/masking/items/properties/postgres/properties/columns/items/pattern",keyword:"pattern",params:{pattern: "^([^.\"\\sA-Z]+|\"([^\"]|\"\")+\")\\.([^.\"\\sA-Z]+|\"([^\"]|\"\")+\")\\.([^.\"\\sA-Z]+|\"([^\"]|\"\")+\")$"}};
if(vErrors === null){
vErrors = [err307];
}
else {
vErrors.push(err307);
}
errors++;
}
}
else {
const err308 = {instancePath:instancePath+"/spec/masking/" + i46+"/postgres/columns/" + i47,schemaPath:"#/properties/spec/properties/masking/items/properties/postgres/properties/columns/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err308];
}
else {
vErrors.push(err308);
}
errors++;
}
}
let i48 = data98.length;
let j20;
if(i48 > 1){
const indices20 = {};
for(;i48--;){
let item20 = data98[i48];
if(typeof item20 !== "string"){
continue;
}
if(typeof indices20[item20] == "number"){
j20 = indices20[item20];
const err309 = {instancePath:instancePath+"/spec/masking/" + i46+"/postgres/columns",schemaPath:"#/properties/spec/properties/masking/items/properties/postgres/properties/columns/uniqueItems",keyword:"uniqueItems",params:{i: i48, j: j20}};
if(vErrors === null){
vErrors = [err309];
}
else {
vErrors.push(err309);
}
errors++;
break;
}
indices20[item20] = i48;
}
}
}
else {
const err310 = {instancePath:instancePath+"/spec/masking/" + i46+"/postgres/columns",schemaPath:"#/properties/spec/properties/masking/items/properties/postgres/properties/columns/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err310];
}
else {
vErrors.push(err310);
}
errors++;
}
}
}
else {
const err311 = {instancePath:instancePath+"/spec/masking/" + i46+"/postgres",schemaPath:"#/properties/spec/properties/masking/items/properties/postgres/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err311];
}
else {
vErrors.push(err311);
}
errors++;
}
}
if(data95.http !== undefined){
let data100 = data95.http;
if(data100 && typeof data100 == "object" && !Array.isArray(data100)){
if(Object.keys(data100).length < 1){
const err312 = {instancePath:instancePath+"/spec/masking/" + i46+"/http",schemaPath:"#/properties/spec/properties/masking/items/properties/http/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err312];
}
else {
vErrors.push(err312);
}
errors++;
}
for(const key19 in data100){
if(!((key19 === "jsonPaths") || (key19 === "headers"))){
const err313 = {instancePath:instancePath+"/spec/masking/" + i46+"/http",schemaPath:"#/properties/spec/properties/masking/items/properties/http/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19}};
if(vErrors === null){
vErrors = [err313];
}
else {
vErrors.push(err313);
}
errors++;
}
}
if(data100.jsonPaths !== undefined){
let data101 = data100.jsonPaths;
if(Array.isArray(data101)){
if(data101.length > 256){
const err314 = {instancePath:instancePath+"/spec/masking/" + i46+"/http/jsonPaths",schemaPath:"#/properties/spec/properties/masking/items/properties/http/properties/jsonPaths/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err314];
}
else {
vErrors.push(err314);
}
errors++;
}
if(data101.length < 1){
const err315 = {instancePath:instancePath+"/spec/masking/" + i46+"/http/jsonPaths",schemaPath:"#/properties/spec/properties/masking/items/properties/http/properties/jsonPaths/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err315];
}
else {
vErrors.push(err315);
}
errors++;
}
const len28 = data101.length;
for(let i49=0; i49<len28; i49++){
let data102 = data101[i49];
if(typeof data102 === "string"){
if(func3(data102) > 1024){
const err316 = {instancePath:instancePath+"/spec/masking/" + i46+"/http/jsonPaths/" + i49,schemaPath:"#/properties/spec/properties/masking/items/properties/http/properties/jsonPaths/items/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err316];
}
else {
vErrors.push(err316);
}
errors++;
}
if(func3(data102) < 1){
const err317 = {instancePath:instancePath+"/spec/masking/" + i46+"/http/jsonPaths/" + i49,schemaPath:"#/properties/spec/properties/masking/items/properties/http/properties/jsonPaths/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err317];
}
else {
vErrors.push(err317);
}
errors++;
}
if(!pattern22.test(data102)){
const err318 = {instancePath:instancePath+"/spec/masking/" + i46+"/http/jsonPaths/" + i49,schemaPath:"#/properties/spec/properties/masking/items/properties/http/properties/jsonPaths/items/pattern",keyword:"pattern",params:{pattern: "^\\$.*$"}};
if(vErrors === null){
vErrors = [err318];
}
else {
vErrors.push(err318);
}
errors++;
}
}
else {
const err319 = {instancePath:instancePath+"/spec/masking/" + i46+"/http/jsonPaths/" + i49,schemaPath:"#/properties/spec/properties/masking/items/properties/http/properties/jsonPaths/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err319];
}
else {
vErrors.push(err319);
}
errors++;
}
}
let i50 = data101.length;
let j21;
if(i50 > 1){
const indices21 = {};
for(;i50--;){
let item21 = data101[i50];
if(typeof item21 !== "string"){
continue;
}
if(typeof indices21[item21] == "number"){
j21 = indices21[item21];
const err320 = {instancePath:instancePath+"/spec/masking/" + i46+"/http/jsonPaths",schemaPath:"#/properties/spec/properties/masking/items/properties/http/properties/jsonPaths/uniqueItems",keyword:"uniqueItems",params:{i: i50, j: j21}};
if(vErrors === null){
vErrors = [err320];
}
else {
vErrors.push(err320);
}
errors++;
break;
}
indices21[item21] = i50;
}
}
}
else {
const err321 = {instancePath:instancePath+"/spec/masking/" + i46+"/http/jsonPaths",schemaPath:"#/properties/spec/properties/masking/items/properties/http/properties/jsonPaths/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err321];
}
else {
vErrors.push(err321);
}
errors++;
}
}
if(data100.headers !== undefined){
let data103 = data100.headers;
if(Array.isArray(data103)){
if(data103.length > 256){
const err322 = {instancePath:instancePath+"/spec/masking/" + i46+"/http/headers",schemaPath:"#/properties/spec/properties/masking/items/properties/http/properties/headers/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err322];
}
else {
vErrors.push(err322);
}
errors++;
}
if(data103.length < 1){
const err323 = {instancePath:instancePath+"/spec/masking/" + i46+"/http/headers",schemaPath:"#/properties/spec/properties/masking/items/properties/http/properties/headers/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err323];
}
else {
vErrors.push(err323);
}
errors++;
}
const len29 = data103.length;
for(let i51=0; i51<len29; i51++){
let data104 = data103[i51];
if(typeof data104 === "string"){
if(func3(data104) > 128){
const err324 = {instancePath:instancePath+"/spec/masking/" + i46+"/http/headers/" + i51,schemaPath:"#/properties/spec/properties/masking/items/properties/http/properties/headers/items/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err324];
}
else {
vErrors.push(err324);
}
errors++;
}
if(func3(data104) < 1){
const err325 = {instancePath:instancePath+"/spec/masking/" + i46+"/http/headers/" + i51,schemaPath:"#/properties/spec/properties/masking/items/properties/http/properties/headers/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err325];
}
else {
vErrors.push(err325);
}
errors++;
}
if(!pattern23.test(data104)){
const err326 = {instancePath:instancePath+"/spec/masking/" + i46+"/http/headers/" + i51,schemaPath:"#/properties/spec/properties/masking/items/properties/http/properties/headers/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9-]+$"}};
if(vErrors === null){
vErrors = [err326];
}
else {
vErrors.push(err326);
}
errors++;
}
}
else {
const err327 = {instancePath:instancePath+"/spec/masking/" + i46+"/http/headers/" + i51,schemaPath:"#/properties/spec/properties/masking/items/properties/http/properties/headers/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err327];
}
else {
vErrors.push(err327);
}
errors++;
}
}
let i52 = data103.length;
let j22;
if(i52 > 1){
const indices22 = {};
for(;i52--;){
let item22 = data103[i52];
if(typeof item22 !== "string"){
continue;
}
if(typeof indices22[item22] == "number"){
j22 = indices22[item22];
const err328 = {instancePath:instancePath+"/spec/masking/" + i46+"/http/headers",schemaPath:"#/properties/spec/properties/masking/items/properties/http/properties/headers/uniqueItems",keyword:"uniqueItems",params:{i: i52, j: j22}};
if(vErrors === null){
vErrors = [err328];
}
else {
vErrors.push(err328);
}
errors++;
break;
}
indices22[item22] = i52;
}
}
}
else {
const err329 = {instancePath:instancePath+"/spec/masking/" + i46+"/http/headers",schemaPath:"#/properties/spec/properties/masking/items/properties/http/properties/headers/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err329];
}
else {
vErrors.push(err329);
}
errors++;
}
}
}
else {
const err330 = {instancePath:instancePath+"/spec/masking/" + i46+"/http",schemaPath:"#/properties/spec/properties/masking/items/properties/http/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err330];
}
else {
vErrors.push(err330);
}
errors++;
}
}
if(data95.kubernetes !== undefined){
let data105 = data95.kubernetes;
if(data105 && typeof data105 == "object" && !Array.isArray(data105)){
if(data105.resources === undefined){
const err331 = {instancePath:instancePath+"/spec/masking/" + i46+"/kubernetes",schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/required",keyword:"required",params:{missingProperty: "resources"}};
if(vErrors === null){
vErrors = [err331];
}
else {
vErrors.push(err331);
}
errors++;
}
if(data105.fields === undefined){
const err332 = {instancePath:instancePath+"/spec/masking/" + i46+"/kubernetes",schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/required",keyword:"required",params:{missingProperty: "fields"}};
if(vErrors === null){
vErrors = [err332];
}
else {
vErrors.push(err332);
}
errors++;
}
for(const key20 in data105){
if(!((key20 === "resources") || (key20 === "fields"))){
const err333 = {instancePath:instancePath+"/spec/masking/" + i46+"/kubernetes",schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20}};
if(vErrors === null){
vErrors = [err333];
}
else {
vErrors.push(err333);
}
errors++;
}
}
if(data105.resources !== undefined){
let data106 = data105.resources;
if(Array.isArray(data106)){
if(data106.length > 256){
const err334 = {instancePath:instancePath+"/spec/masking/" + i46+"/kubernetes/resources",schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/properties/resources/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err334];
}
else {
vErrors.push(err334);
}
errors++;
}
if(data106.length < 1){
const err335 = {instancePath:instancePath+"/spec/masking/" + i46+"/kubernetes/resources",schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/properties/resources/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err335];
}
else {
vErrors.push(err335);
}
errors++;
}
const len30 = data106.length;
for(let i53=0; i53<len30; i53++){
let data107 = data106[i53];
if(typeof data107 === "string"){
if(func3(data107) > 253){
const err336 = {instancePath:instancePath+"/spec/masking/" + i46+"/kubernetes/resources/" + i53,schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/properties/resources/items/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err336];
}
else {
vErrors.push(err336);
}
errors++;
}
if(func3(data107) < 1){
const err337 = {instancePath:instancePath+"/spec/masking/" + i46+"/kubernetes/resources/" + i53,schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/properties/resources/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err337];
}
else {
vErrors.push(err337);
}
errors++;
}
if(!pattern13.test(data107)){
const err338 = {instancePath:instancePath+"/spec/masking/" + i46+"/kubernetes/resources/" + i53,schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/properties/resources/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9*.-]+(/[a-z0-9*.-]+)?$"}};
if(vErrors === null){
vErrors = [err338];
}
else {
vErrors.push(err338);
}
errors++;
}
}
else {
const err339 = {instancePath:instancePath+"/spec/masking/" + i46+"/kubernetes/resources/" + i53,schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/properties/resources/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err339];
}
else {
vErrors.push(err339);
}
errors++;
}
}
let i54 = data106.length;
let j23;
if(i54 > 1){
const indices23 = {};
for(;i54--;){
let item23 = data106[i54];
if(typeof item23 !== "string"){
continue;
}
if(typeof indices23[item23] == "number"){
j23 = indices23[item23];
const err340 = {instancePath:instancePath+"/spec/masking/" + i46+"/kubernetes/resources",schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/properties/resources/uniqueItems",keyword:"uniqueItems",params:{i: i54, j: j23}};
if(vErrors === null){
vErrors = [err340];
}
else {
vErrors.push(err340);
}
errors++;
break;
}
indices23[item23] = i54;
}
}
}
else {
const err341 = {instancePath:instancePath+"/spec/masking/" + i46+"/kubernetes/resources",schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/properties/resources/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err341];
}
else {
vErrors.push(err341);
}
errors++;
}
}
if(data105.fields !== undefined){
let data108 = data105.fields;
if(Array.isArray(data108)){
if(data108.length > 256){
const err342 = {instancePath:instancePath+"/spec/masking/" + i46+"/kubernetes/fields",schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/properties/fields/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err342];
}
else {
vErrors.push(err342);
}
errors++;
}
if(data108.length < 1){
const err343 = {instancePath:instancePath+"/spec/masking/" + i46+"/kubernetes/fields",schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/properties/fields/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err343];
}
else {
vErrors.push(err343);
}
errors++;
}
const len31 = data108.length;
for(let i55=0; i55<len31; i55++){
let data109 = data108[i55];
if(typeof data109 === "string"){
if(func3(data109) > 512){
const err344 = {instancePath:instancePath+"/spec/masking/" + i46+"/kubernetes/fields/" + i55,schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/properties/fields/items/maxLength",keyword:"maxLength",params:{limit: 512}};
if(vErrors === null){
vErrors = [err344];
}
else {
vErrors.push(err344);
}
errors++;
}
if(func3(data109) < 1){
const err345 = {instancePath:instancePath+"/spec/masking/" + i46+"/kubernetes/fields/" + i55,schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/properties/fields/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err345];
}
else {
vErrors.push(err345);
}
errors++;
}
if(!pattern25.test(data109)){
const err346 = {instancePath:instancePath+"/spec/masking/" + i46+"/kubernetes/fields/" + i55,schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/properties/fields/items/pattern",keyword:"pattern",params:{pattern: "^[^\\s]+$"}};
if(vErrors === null){
vErrors = [err346];
}
else {
vErrors.push(err346);
}
errors++;
}
}
else {
const err347 = {instancePath:instancePath+"/spec/masking/" + i46+"/kubernetes/fields/" + i55,schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/properties/fields/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err347];
}
else {
vErrors.push(err347);
}
errors++;
}
}
let i56 = data108.length;
let j24;
if(i56 > 1){
const indices24 = {};
for(;i56--;){
let item24 = data108[i56];
if(typeof item24 !== "string"){
continue;
}
if(typeof indices24[item24] == "number"){
j24 = indices24[item24];
const err348 = {instancePath:instancePath+"/spec/masking/" + i46+"/kubernetes/fields",schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/properties/fields/uniqueItems",keyword:"uniqueItems",params:{i: i56, j: j24}};
if(vErrors === null){
vErrors = [err348];
}
else {
vErrors.push(err348);
}
errors++;
break;
}
indices24[item24] = i56;
}
}
}
else {
const err349 = {instancePath:instancePath+"/spec/masking/" + i46+"/kubernetes/fields",schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/properties/fields/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err349];
}
else {
vErrors.push(err349);
}
errors++;
}
}
}
else {
const err350 = {instancePath:instancePath+"/spec/masking/" + i46+"/kubernetes",schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err350];
}
else {
vErrors.push(err350);
}
errors++;
}
}
if(data95.detectors !== undefined){
let data110 = data95.detectors;
if(Array.isArray(data110)){
if(data110.length > 16){
const err351 = {instancePath:instancePath+"/spec/masking/" + i46+"/detectors",schemaPath:"#/properties/spec/properties/masking/items/properties/detectors/maxItems",keyword:"maxItems",params:{limit: 16}};
if(vErrors === null){
vErrors = [err351];
}
else {
vErrors.push(err351);
}
errors++;
}
if(data110.length < 1){
const err352 = {instancePath:instancePath+"/spec/masking/" + i46+"/detectors",schemaPath:"#/properties/spec/properties/masking/items/properties/detectors/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err352];
}
else {
vErrors.push(err352);
}
errors++;
}
const len32 = data110.length;
for(let i57=0; i57<len32; i57++){
let data111 = data110[i57];
if(typeof data111 !== "string"){
const err353 = {instancePath:instancePath+"/spec/masking/" + i46+"/detectors/" + i57,schemaPath:"#/properties/spec/properties/masking/items/properties/detectors/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err353];
}
else {
vErrors.push(err353);
}
errors++;
}
if(!(((((((data111 === "CreditCard") || (data111 === "Email")) || (data111 === "USSocialSecurityNumber")) || (data111 === "IBAN")) || (data111 === "AWSAccessKey")) || (data111 === "PrivateKey")) || (data111 === "JWT"))){
const err354 = {instancePath:instancePath+"/spec/masking/" + i46+"/detectors/" + i57,schemaPath:"#/properties/spec/properties/masking/items/properties/detectors/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.spec.properties.masking.items.properties.detectors.items.enum}};
if(vErrors === null){
vErrors = [err354];
}
else {
vErrors.push(err354);
}
errors++;
}
}
let i58 = data110.length;
let j25;
if(i58 > 1){
const indices25 = {};
for(;i58--;){
let item25 = data110[i58];
if(typeof item25 !== "string"){
continue;
}
if(typeof indices25[item25] == "number"){
j25 = indices25[item25];
const err355 = {instancePath:instancePath+"/spec/masking/" + i46+"/detectors",schemaPath:"#/properties/spec/properties/masking/items/properties/detectors/uniqueItems",keyword:"uniqueItems",params:{i: i58, j: j25}};
if(vErrors === null){
vErrors = [err355];
}
else {
vErrors.push(err355);
}
errors++;
break;
}
indices25[item25] = i58;
}
}
}
else {
const err356 = {instancePath:instancePath+"/spec/masking/" + i46+"/detectors",schemaPath:"#/properties/spec/properties/masking/items/properties/detectors/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err356];
}
else {
vErrors.push(err356);
}
errors++;
}
}
if(data95.patterns !== undefined){
let data112 = data95.patterns;
if(Array.isArray(data112)){
if(data112.length > 32){
const err357 = {instancePath:instancePath+"/spec/masking/" + i46+"/patterns",schemaPath:"#/properties/spec/properties/masking/items/properties/patterns/maxItems",keyword:"maxItems",params:{limit: 32}};
if(vErrors === null){
vErrors = [err357];
}
else {
vErrors.push(err357);
}
errors++;
}
if(data112.length < 1){
const err358 = {instancePath:instancePath+"/spec/masking/" + i46+"/patterns",schemaPath:"#/properties/spec/properties/masking/items/properties/patterns/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err358];
}
else {
vErrors.push(err358);
}
errors++;
}
const len33 = data112.length;
for(let i59=0; i59<len33; i59++){
let data113 = data112[i59];
if(data113 && typeof data113 == "object" && !Array.isArray(data113)){
if(data113.name === undefined){
const err359 = {instancePath:instancePath+"/spec/masking/" + i46+"/patterns/" + i59,schemaPath:"#/properties/spec/properties/masking/items/properties/patterns/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err359];
}
else {
vErrors.push(err359);
}
errors++;
}
if(data113.regex === undefined){
const err360 = {instancePath:instancePath+"/spec/masking/" + i46+"/patterns/" + i59,schemaPath:"#/properties/spec/properties/masking/items/properties/patterns/items/required",keyword:"required",params:{missingProperty: "regex"}};
if(vErrors === null){
vErrors = [err360];
}
else {
vErrors.push(err360);
}
errors++;
}
for(const key21 in data113){
if(!((key21 === "name") || (key21 === "regex"))){
const err361 = {instancePath:instancePath+"/spec/masking/" + i46+"/patterns/" + i59,schemaPath:"#/properties/spec/properties/masking/items/properties/patterns/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key21}};
if(vErrors === null){
vErrors = [err361];
}
else {
vErrors.push(err361);
}
errors++;
}
}
if(data113.name !== undefined){
let data114 = data113.name;
if(typeof data114 === "string"){
if(func3(data114) > 63){
const err362 = {instancePath:instancePath+"/spec/masking/" + i46+"/patterns/" + i59+"/name",schemaPath:"#/properties/spec/properties/masking/items/properties/patterns/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err362];
}
else {
vErrors.push(err362);
}
errors++;
}
if(func3(data114) < 1){
const err363 = {instancePath:instancePath+"/spec/masking/" + i46+"/patterns/" + i59+"/name",schemaPath:"#/properties/spec/properties/masking/items/properties/patterns/items/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err363];
}
else {
vErrors.push(err363);
}
errors++;
}
if(!pattern2.test(data114)){
const err364 = {instancePath:instancePath+"/spec/masking/" + i46+"/patterns/" + i59+"/name",schemaPath:"#/properties/spec/properties/masking/items/properties/patterns/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err364];
}
else {
vErrors.push(err364);
}
errors++;
}
}
else {
const err365 = {instancePath:instancePath+"/spec/masking/" + i46+"/patterns/" + i59+"/name",schemaPath:"#/properties/spec/properties/masking/items/properties/patterns/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err365];
}
else {
vErrors.push(err365);
}
errors++;
}
}
if(data113.regex !== undefined){
let data115 = data113.regex;
if(typeof data115 === "string"){
if(func3(data115) > 1024){
const err366 = {instancePath:instancePath+"/spec/masking/" + i46+"/patterns/" + i59+"/regex",schemaPath:"#/properties/spec/properties/masking/items/properties/patterns/items/properties/regex/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err366];
}
else {
vErrors.push(err366);
}
errors++;
}
if(func3(data115) < 1){
const err367 = {instancePath:instancePath+"/spec/masking/" + i46+"/patterns/" + i59+"/regex",schemaPath:"#/properties/spec/properties/masking/items/properties/patterns/items/properties/regex/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err367];
}
else {
vErrors.push(err367);
}
errors++;
}
}
else {
const err368 = {instancePath:instancePath+"/spec/masking/" + i46+"/patterns/" + i59+"/regex",schemaPath:"#/properties/spec/properties/masking/items/properties/patterns/items/properties/regex/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err368];
}
else {
vErrors.push(err368);
}
errors++;
}
}
}
else {
const err369 = {instancePath:instancePath+"/spec/masking/" + i46+"/patterns/" + i59,schemaPath:"#/properties/spec/properties/masking/items/properties/patterns/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err369];
}
else {
vErrors.push(err369);
}
errors++;
}
}
}
else {
const err370 = {instancePath:instancePath+"/spec/masking/" + i46+"/patterns",schemaPath:"#/properties/spec/properties/masking/items/properties/patterns/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err370];
}
else {
vErrors.push(err370);
}
errors++;
}
}
let data116 = data95.surfaces;
if(Array.isArray(data116)){
if(data116.length > 16){
const err371 = {instancePath:instancePath+"/spec/masking/" + i46+"/surfaces",schemaPath:"#/properties/spec/properties/masking/items/properties/surfaces/maxItems",keyword:"maxItems",params:{limit: 16}};
if(vErrors === null){
vErrors = [err371];
}
else {
vErrors.push(err371);
}
errors++;
}
if(data116.length < 1){
const err372 = {instancePath:instancePath+"/spec/masking/" + i46+"/surfaces",schemaPath:"#/properties/spec/properties/masking/items/properties/surfaces/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err372];
}
else {
vErrors.push(err372);
}
errors++;
}
const len34 = data116.length;
for(let i60=0; i60<len34; i60++){
let data117 = data116[i60];
if(typeof data117 !== "string"){
const err373 = {instancePath:instancePath+"/spec/masking/" + i46+"/surfaces/" + i60,schemaPath:"#/properties/spec/properties/masking/items/properties/surfaces/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err373];
}
else {
vErrors.push(err373);
}
errors++;
}
if(!((data117 === "Responses") || (data117 === "Commands"))){
const err374 = {instancePath:instancePath+"/spec/masking/" + i46+"/surfaces/" + i60,schemaPath:"#/properties/spec/properties/masking/items/properties/surfaces/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.spec.properties.masking.items.properties.surfaces.items.enum}};
if(vErrors === null){
vErrors = [err374];
}
else {
vErrors.push(err374);
}
errors++;
}
}
let i61 = data116.length;
let j26;
if(i61 > 1){
const indices26 = {};
for(;i61--;){
let item26 = data116[i61];
if(typeof item26 !== "string"){
continue;
}
if(typeof indices26[item26] == "number"){
j26 = indices26[item26];
const err375 = {instancePath:instancePath+"/spec/masking/" + i46+"/surfaces",schemaPath:"#/properties/spec/properties/masking/items/properties/surfaces/uniqueItems",keyword:"uniqueItems",params:{i: i61, j: j26}};
if(vErrors === null){
vErrors = [err375];
}
else {
vErrors.push(err375);
}
errors++;
break;
}
indices26[item26] = i61;
}
}
}
else {
const err376 = {instancePath:instancePath+"/spec/masking/" + i46+"/surfaces",schemaPath:"#/properties/spec/properties/masking/items/properties/surfaces/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err376];
}
else {
vErrors.push(err376);
}
errors++;
}
if(data95.method !== undefined){
let data118 = data95.method;
if(typeof data118 !== "string"){
const err377 = {instancePath:instancePath+"/spec/masking/" + i46+"/method",schemaPath:"#/properties/spec/properties/masking/items/properties/method/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err377];
}
else {
vErrors.push(err377);
}
errors++;
}
if(!((((data118 === "Redact") || (data118 === "Partial")) || (data118 === "Hash")) || (data118 === "Null"))){
const err378 = {instancePath:instancePath+"/spec/masking/" + i46+"/method",schemaPath:"#/properties/spec/properties/masking/items/properties/method/enum",keyword:"enum",params:{allowedValues: schema11.properties.spec.properties.masking.items.properties.method.enum}};
if(vErrors === null){
vErrors = [err378];
}
else {
vErrors.push(err378);
}
errors++;
}
}
if(data95.partial !== undefined){
let data119 = data95.partial;
if(data119 && typeof data119 == "object" && !Array.isArray(data119)){
if(data119.keepLast === undefined){
const err379 = {instancePath:instancePath+"/spec/masking/" + i46+"/partial",schemaPath:"#/properties/spec/properties/masking/items/properties/partial/required",keyword:"required",params:{missingProperty: "keepLast"}};
if(vErrors === null){
vErrors = [err379];
}
else {
vErrors.push(err379);
}
errors++;
}
for(const key22 in data119){
if(!(key22 === "keepLast")){
const err380 = {instancePath:instancePath+"/spec/masking/" + i46+"/partial",schemaPath:"#/properties/spec/properties/masking/items/properties/partial/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key22}};
if(vErrors === null){
vErrors = [err380];
}
else {
vErrors.push(err380);
}
errors++;
}
}
if(data119.keepLast !== undefined){
let data120 = data119.keepLast;
if(!(((typeof data120 == "number") && (!(data120 % 1) && !isNaN(data120))) && (isFinite(data120)))){
const err381 = {instancePath:instancePath+"/spec/masking/" + i46+"/partial/keepLast",schemaPath:"#/properties/spec/properties/masking/items/properties/partial/properties/keepLast/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err381];
}
else {
vErrors.push(err381);
}
errors++;
}
if((typeof data120 == "number") && (isFinite(data120))){
if(data120 > 64 || isNaN(data120)){
const err382 = {instancePath:instancePath+"/spec/masking/" + i46+"/partial/keepLast",schemaPath:"#/properties/spec/properties/masking/items/properties/partial/properties/keepLast/maximum",keyword:"maximum",params:{comparison: "<=", limit: 64}};
if(vErrors === null){
vErrors = [err382];
}
else {
vErrors.push(err382);
}
errors++;
}
if(data120 < 1 || isNaN(data120)){
const err383 = {instancePath:instancePath+"/spec/masking/" + i46+"/partial/keepLast",schemaPath:"#/properties/spec/properties/masking/items/properties/partial/properties/keepLast/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err383];
}
else {
vErrors.push(err383);
}
errors++;
}
}
}
}
else {
const err384 = {instancePath:instancePath+"/spec/masking/" + i46+"/partial",schemaPath:"#/properties/spec/properties/masking/items/properties/partial/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err384];
}
else {
vErrors.push(err384);
}
errors++;
}
}
}
else {
const err385 = {instancePath:instancePath+"/spec/masking/" + i46,schemaPath:"#/properties/spec/properties/masking/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err385];
}
else {
vErrors.push(err385);
}
errors++;
}
}
}
else {
const err386 = {instancePath:instancePath+"/spec/masking",schemaPath:"#/properties/spec/properties/masking/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err386];
}
else {
vErrors.push(err386);
}
errors++;
}
if(data23.limits !== undefined){
let data121 = data23.limits;
if(data121 && typeof data121 == "object" && !Array.isArray(data121)){
if(Object.keys(data121).length < 1){
const err387 = {instancePath:instancePath+"/spec/limits",schemaPath:"#/properties/spec/properties/limits/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err387];
}
else {
vErrors.push(err387);
}
errors++;
}
for(const key23 in data121){
if(!(((key23 === "rowsPerCommand") || (key23 === "rowsPerHour")) || (key23 === "bytesPerHour"))){
const err388 = {instancePath:instancePath+"/spec/limits",schemaPath:"#/properties/spec/properties/limits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key23}};
if(vErrors === null){
vErrors = [err388];
}
else {
vErrors.push(err388);
}
errors++;
}
}
if(data121.rowsPerCommand !== undefined){
let data122 = data121.rowsPerCommand;
if(!(((typeof data122 == "number") && (!(data122 % 1) && !isNaN(data122))) && (isFinite(data122)))){
const err389 = {instancePath:instancePath+"/spec/limits/rowsPerCommand",schemaPath:"#/properties/spec/properties/limits/properties/rowsPerCommand/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err389];
}
else {
vErrors.push(err389);
}
errors++;
}
if((typeof data122 == "number") && (isFinite(data122))){
if(data122 > 9007199254740991 || isNaN(data122)){
const err390 = {instancePath:instancePath+"/spec/limits/rowsPerCommand",schemaPath:"#/properties/spec/properties/limits/properties/rowsPerCommand/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err390];
}
else {
vErrors.push(err390);
}
errors++;
}
if(data122 < 1 || isNaN(data122)){
const err391 = {instancePath:instancePath+"/spec/limits/rowsPerCommand",schemaPath:"#/properties/spec/properties/limits/properties/rowsPerCommand/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err391];
}
else {
vErrors.push(err391);
}
errors++;
}
}
}
if(data121.rowsPerHour !== undefined){
let data123 = data121.rowsPerHour;
if(!(((typeof data123 == "number") && (!(data123 % 1) && !isNaN(data123))) && (isFinite(data123)))){
const err392 = {instancePath:instancePath+"/spec/limits/rowsPerHour",schemaPath:"#/properties/spec/properties/limits/properties/rowsPerHour/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err392];
}
else {
vErrors.push(err392);
}
errors++;
}
if((typeof data123 == "number") && (isFinite(data123))){
if(data123 > 9007199254740991 || isNaN(data123)){
const err393 = {instancePath:instancePath+"/spec/limits/rowsPerHour",schemaPath:"#/properties/spec/properties/limits/properties/rowsPerHour/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err393];
}
else {
vErrors.push(err393);
}
errors++;
}
if(data123 < 1 || isNaN(data123)){
const err394 = {instancePath:instancePath+"/spec/limits/rowsPerHour",schemaPath:"#/properties/spec/properties/limits/properties/rowsPerHour/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err394];
}
else {
vErrors.push(err394);
}
errors++;
}
}
}
if(data121.bytesPerHour !== undefined){
let data124 = data121.bytesPerHour;
if((!(((typeof data124 == "number") && (!(data124 % 1) && !isNaN(data124))) && (isFinite(data124)))) && (typeof data124 !== "string")){
const err395 = {instancePath:instancePath+"/spec/limits/bytesPerHour",schemaPath:"#/properties/spec/properties/limits/properties/bytesPerHour/type",keyword:"type",params:{type: schema11.properties.spec.properties.limits.properties.bytesPerHour.type}};
if(vErrors === null){
vErrors = [err395];
}
else {
vErrors.push(err395);
}
errors++;
}
if((typeof data124 == "number") && (isFinite(data124))){
if(data124 > 9007199254740991 || isNaN(data124)){
const err396 = {instancePath:instancePath+"/spec/limits/bytesPerHour",schemaPath:"#/properties/spec/properties/limits/properties/bytesPerHour/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err396];
}
else {
vErrors.push(err396);
}
errors++;
}
if(data124 < 1 || isNaN(data124)){
const err397 = {instancePath:instancePath+"/spec/limits/bytesPerHour",schemaPath:"#/properties/spec/properties/limits/properties/bytesPerHour/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err397];
}
else {
vErrors.push(err397);
}
errors++;
}
}
if(typeof data124 === "string"){
if(func3(data124) > 32){
const err398 = {instancePath:instancePath+"/spec/limits/bytesPerHour",schemaPath:"#/properties/spec/properties/limits/properties/bytesPerHour/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err398];
}
else {
vErrors.push(err398);
}
errors++;
}
if(!pattern27.test(data124)){
const err399 = {instancePath:instancePath+"/spec/limits/bytesPerHour",schemaPath:"#/properties/spec/properties/limits/properties/bytesPerHour/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,15}(Ki|Mi|Gi|Ti|k|M|G|T)?$"}};
if(vErrors === null){
vErrors = [err399];
}
else {
vErrors.push(err399);
}
errors++;
}
}
}
}
else {
const err400 = {instancePath:instancePath+"/spec/limits",schemaPath:"#/properties/spec/properties/limits/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err400];
}
else {
vErrors.push(err400);
}
errors++;
}
}
}
else {
const err401 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err401];
}
else {
vErrors.push(err401);
}
errors++;
}
}
if(data.status !== undefined){
let data125 = data.status;
if(data125 && typeof data125 == "object" && !Array.isArray(data125)){
for(const key24 in data125){
if(!((key24 === "observedGeneration") || (key24 === "conditions"))){
const err402 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key24}};
if(vErrors === null){
vErrors = [err402];
}
else {
vErrors.push(err402);
}
errors++;
}
}
if(data125.observedGeneration !== undefined){
let data126 = data125.observedGeneration;
if(!(((typeof data126 == "number") && (!(data126 % 1) && !isNaN(data126))) && (isFinite(data126)))){
const err403 = {instancePath:instancePath+"/status/observedGeneration",schemaPath:"#/properties/status/properties/observedGeneration/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err403];
}
else {
vErrors.push(err403);
}
errors++;
}
if((typeof data126 == "number") && (isFinite(data126))){
if(data126 < 0 || isNaN(data126)){
const err404 = {instancePath:instancePath+"/status/observedGeneration",schemaPath:"#/properties/status/properties/observedGeneration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err404];
}
else {
vErrors.push(err404);
}
errors++;
}
}
}
if(data125.conditions !== undefined){
let data127 = data125.conditions;
if(Array.isArray(data127)){
if(data127.length > 32){
const err405 = {instancePath:instancePath+"/status/conditions",schemaPath:"#/properties/status/properties/conditions/maxItems",keyword:"maxItems",params:{limit: 32}};
if(vErrors === null){
vErrors = [err405];
}
else {
vErrors.push(err405);
}
errors++;
}
const len35 = data127.length;
for(let i62=0; i62<len35; i62++){
let data128 = data127[i62];
if(data128 && typeof data128 == "object" && !Array.isArray(data128)){
if(data128.type === undefined){
const err406 = {instancePath:instancePath+"/status/conditions/" + i62,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "type"}};
if(vErrors === null){
vErrors = [err406];
}
else {
vErrors.push(err406);
}
errors++;
}
if(data128.status === undefined){
const err407 = {instancePath:instancePath+"/status/conditions/" + i62,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "status"}};
if(vErrors === null){
vErrors = [err407];
}
else {
vErrors.push(err407);
}
errors++;
}
if(data128.lastTransitionTime === undefined){
const err408 = {instancePath:instancePath+"/status/conditions/" + i62,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "lastTransitionTime"}};
if(vErrors === null){
vErrors = [err408];
}
else {
vErrors.push(err408);
}
errors++;
}
if(data128.reason === undefined){
const err409 = {instancePath:instancePath+"/status/conditions/" + i62,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "reason"}};
if(vErrors === null){
vErrors = [err409];
}
else {
vErrors.push(err409);
}
errors++;
}
if(data128.message === undefined){
const err410 = {instancePath:instancePath+"/status/conditions/" + i62,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "message"}};
if(vErrors === null){
vErrors = [err410];
}
else {
vErrors.push(err410);
}
errors++;
}
for(const key25 in data128){
if(!((((((key25 === "type") || (key25 === "status")) || (key25 === "observedGeneration")) || (key25 === "lastTransitionTime")) || (key25 === "reason")) || (key25 === "message"))){
const err411 = {instancePath:instancePath+"/status/conditions/" + i62,schemaPath:"#/properties/status/properties/conditions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key25}};
if(vErrors === null){
vErrors = [err411];
}
else {
vErrors.push(err411);
}
errors++;
}
}
if(data128.type !== undefined){
let data129 = data128.type;
if(typeof data129 === "string"){
if(func3(data129) > 316){
const err412 = {instancePath:instancePath+"/status/conditions/" + i62+"/type",schemaPath:"#/properties/status/properties/conditions/items/properties/type/maxLength",keyword:"maxLength",params:{limit: 316}};
if(vErrors === null){
vErrors = [err412];
}
else {
vErrors.push(err412);
}
errors++;
}
if(!pattern28.test(data129)){
const err413 = {instancePath:instancePath+"/status/conditions/" + i62+"/type",schemaPath:"#/properties/status/properties/conditions/items/properties/type/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9.-]+/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$"}};
if(vErrors === null){
vErrors = [err413];
}
else {
vErrors.push(err413);
}
errors++;
}
}
else {
const err414 = {instancePath:instancePath+"/status/conditions/" + i62+"/type",schemaPath:"#/properties/status/properties/conditions/items/properties/type/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err414];
}
else {
vErrors.push(err414);
}
errors++;
}
}
if(data128.status !== undefined){
let data130 = data128.status;
if(typeof data130 !== "string"){
const err415 = {instancePath:instancePath+"/status/conditions/" + i62+"/status",schemaPath:"#/properties/status/properties/conditions/items/properties/status/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err415];
}
else {
vErrors.push(err415);
}
errors++;
}
if(!(((data130 === "True") || (data130 === "False")) || (data130 === "Unknown"))){
const err416 = {instancePath:instancePath+"/status/conditions/" + i62+"/status",schemaPath:"#/properties/status/properties/conditions/items/properties/status/enum",keyword:"enum",params:{allowedValues: schema11.properties.status.properties.conditions.items.properties.status.enum}};
if(vErrors === null){
vErrors = [err416];
}
else {
vErrors.push(err416);
}
errors++;
}
}
if(data128.observedGeneration !== undefined){
let data131 = data128.observedGeneration;
if(!(((typeof data131 == "number") && (!(data131 % 1) && !isNaN(data131))) && (isFinite(data131)))){
const err417 = {instancePath:instancePath+"/status/conditions/" + i62+"/observedGeneration",schemaPath:"#/properties/status/properties/conditions/items/properties/observedGeneration/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err417];
}
else {
vErrors.push(err417);
}
errors++;
}
if((typeof data131 == "number") && (isFinite(data131))){
if(data131 < 0 || isNaN(data131)){
const err418 = {instancePath:instancePath+"/status/conditions/" + i62+"/observedGeneration",schemaPath:"#/properties/status/properties/conditions/items/properties/observedGeneration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err418];
}
else {
vErrors.push(err418);
}
errors++;
}
}
}
if(data128.lastTransitionTime !== undefined){
let data132 = data128.lastTransitionTime;
if(typeof data132 === "string"){
if(func3(data132) > 64){
const err419 = {instancePath:instancePath+"/status/conditions/" + i62+"/lastTransitionTime",schemaPath:"#/properties/status/properties/conditions/items/properties/lastTransitionTime/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err419];
}
else {
vErrors.push(err419);
}
errors++;
}
if(!pattern29.test(data132)){
const err420 = {instancePath:instancePath+"/status/conditions/" + i62+"/lastTransitionTime",schemaPath:"#/properties/status/properties/conditions/items/properties/lastTransitionTime/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$"}};
if(vErrors === null){
vErrors = [err420];
}
else {
vErrors.push(err420);
}
errors++;
}
}
else {
const err421 = {instancePath:instancePath+"/status/conditions/" + i62+"/lastTransitionTime",schemaPath:"#/properties/status/properties/conditions/items/properties/lastTransitionTime/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err421];
}
else {
vErrors.push(err421);
}
errors++;
}
}
if(data128.reason !== undefined){
let data133 = data128.reason;
if(typeof data133 === "string"){
if(func3(data133) > 1024){
const err422 = {instancePath:instancePath+"/status/conditions/" + i62+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err422];
}
else {
vErrors.push(err422);
}
errors++;
}
if(func3(data133) < 1){
const err423 = {instancePath:instancePath+"/status/conditions/" + i62+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err423];
}
else {
vErrors.push(err423);
}
errors++;
}
if(!pattern30.test(data133)){
const err424 = {instancePath:instancePath+"/status/conditions/" + i62+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$"}};
if(vErrors === null){
vErrors = [err424];
}
else {
vErrors.push(err424);
}
errors++;
}
}
else {
const err425 = {instancePath:instancePath+"/status/conditions/" + i62+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err425];
}
else {
vErrors.push(err425);
}
errors++;
}
}
if(data128.message !== undefined){
let data134 = data128.message;
if(typeof data134 === "string"){
if(func3(data134) > 32768){
const err426 = {instancePath:instancePath+"/status/conditions/" + i62+"/message",schemaPath:"#/properties/status/properties/conditions/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 32768}};
if(vErrors === null){
vErrors = [err426];
}
else {
vErrors.push(err426);
}
errors++;
}
}
else {
const err427 = {instancePath:instancePath+"/status/conditions/" + i62+"/message",schemaPath:"#/properties/status/properties/conditions/items/properties/message/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err427];
}
else {
vErrors.push(err427);
}
errors++;
}
}
}
else {
const err428 = {instancePath:instancePath+"/status/conditions/" + i62,schemaPath:"#/properties/status/properties/conditions/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err428];
}
else {
vErrors.push(err428);
}
errors++;
}
}
}
else {
const err429 = {instancePath:instancePath+"/status/conditions",schemaPath:"#/properties/status/properties/conditions/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err429];
}
else {
vErrors.push(err429);
}
errors++;
}
}
}
else {
const err430 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err430];
}
else {
vErrors.push(err430);
}
errors++;
}
}
}
else {
const err431 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err431];
}
else {
vErrors.push(err431);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

export const validateApproval = validate11;
const schema12 = {"type":"object","required":["apiVersion","kind","metadata","spec"],"properties":{"apiVersion":{"type":"string","enum":["chaperone.dev/v1alpha1"]},"kind":{"type":"string","enum":["Approval"]},"metadata":{"type":"object","required":[],"properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","minLength":1,"maxLength":253},"generateName":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]*$","minLength":1,"maxLength":247},"namespace":{"type":"string","default":"default","pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$","minLength":1,"maxLength":63},"labels":{"type":"object","maxProperties":256,"additionalProperties":{"type":"string","maxLength":63}},"annotations":{"type":"object","maxProperties":256,"additionalProperties":{"type":"string","maxLength":262144}},"uid":{"type":"string","maxLength":64},"resourceVersion":{"type":"string","maxLength":128},"generation":{"type":"integer","minimum":0},"creationTimestamp":{"type":"string","nullable":true,"maxLength":64},"deletionTimestamp":{"type":"string","nullable":true,"maxLength":64},"deletionGracePeriodSeconds":{"type":"integer","minimum":0},"finalizers":{"type":"array","maxItems":64,"items":{"type":"string","maxLength":317}},"ownerReferences":{"type":"array","maxItems":64,"items":{"type":"object"}},"managedFields":{"type":"array","maxItems":256,"items":{"type":"object"}},"selfLink":{"type":"string","maxLength":1024}},"additionalProperties":false},"spec":{"type":"object","required":["connectionRef","policyRef"],"properties":{"connectionRef":{"type":"object","required":["name"],"properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","minLength":1,"maxLength":253}},"additionalProperties":false},"policyRef":{"type":"object","required":["name","rule"],"properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","minLength":1,"maxLength":253},"rule":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$","minLength":1,"maxLength":63}},"additionalProperties":false},"request":{"type":"object","required":["session","agent","command","digest"],"properties":{"session":{"type":"string","pattern":"^[0-9A-HJKMNP-TV-Z]{26}$","maxLength":26},"agent":{"type":"object","required":["serviceAccount"],"properties":{"serviceAccount":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","minLength":1,"maxLength":253},"pod":{"type":"object","required":["name","uid"],"properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","minLength":1,"maxLength":253},"uid":{"type":"string","pattern":"^[0-9a-fA-F-]+$","minLength":1,"maxLength":64}},"additionalProperties":false},"claims":{"type":"object","maxProperties":32,"additionalProperties":{"type":"string","maxLength":1024}}},"additionalProperties":false},"command":{"type":"string","maxLength":1048576},"parameters":{"type":"array","maxItems":65535,"items":{"type":"string","nullable":true,"maxLength":1048576}},"effects":{"type":"array","maxItems":1024,"items":{"type":"object","required":["command"],"properties":{"command":{"type":"string","minLength":1,"maxLength":256},"object":{"type":"string","maxLength":1024}},"additionalProperties":false}},"digest":{"type":"string","pattern":"^sha256:[0-9a-f]{64}$","maxLength":71}},"additionalProperties":false},"grant":{"type":"object","required":["subject","duration"],"properties":{"subject":{"type":"object","required":["serviceAccount"],"properties":{"serviceAccount":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","minLength":1,"maxLength":253}},"additionalProperties":false},"duration":{"type":"string","pattern":"^([0-9]{1,9}(ms|s|m|h|d)){1,4}$","maxLength":32},"justification":{"type":"string","maxLength":1024}},"additionalProperties":false},"approvers":{"type":"object","minProperties":1,"properties":{"groups":{"type":"array","maxItems":64,"uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":256}},"users":{"type":"array","maxItems":64,"uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":256}}},"additionalProperties":false},"required":{"type":"integer","minimum":1,"maximum":16},"expiresAt":{"type":"string","maxLength":64,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$"},"decision":{"type":"string","enum":["Pending","Approved","Denied"],"default":"Pending"},"reason":{"type":"string","default":"","maxLength":1024},"decisions":{"type":"array","default":[],"maxItems":32,"items":{"type":"object","required":["username","decision","decidedAt"],"properties":{"username":{"type":"string","minLength":1,"maxLength":256},"groups":{"type":"array","maxItems":256,"items":{"type":"string","maxLength":256}},"decision":{"type":"string","enum":["Approved","Denied"]},"reason":{"type":"string","maxLength":1024},"decidedAt":{"type":"string","maxLength":64,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$"}},"additionalProperties":false}}},"additionalProperties":false},"status":{"type":"object","properties":{"phase":{"type":"string","enum":["Pending","Approved","Denied","Expired","Consumed"]},"consumedAt":{"type":"string","nullable":true,"maxLength":64,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$"},"observedGeneration":{"type":"integer","minimum":0},"conditions":{"type":"array","maxItems":32,"items":{"type":"object","required":["type","status","lastTransitionTime","reason","message"],"properties":{"type":{"type":"string","pattern":"^([A-Za-z0-9.-]+/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$","maxLength":316},"status":{"type":"string","enum":["True","False","Unknown"]},"observedGeneration":{"type":"integer","minimum":0},"lastTransitionTime":{"type":"string","maxLength":64,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$"},"reason":{"type":"string","pattern":"^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$","minLength":1,"maxLength":1024},"message":{"type":"string","maxLength":32768}},"additionalProperties":false}}},"additionalProperties":false}},"additionalProperties":false};
const pattern37 = new RegExp("^[0-9A-HJKMNP-TV-Z]{26}$", "u");
const pattern40 = new RegExp("^[0-9a-fA-F-]+$", "u");
const pattern41 = new RegExp("^sha256:[0-9a-f]{64}$", "u");

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metadata"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.spec === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "spec"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec")) || (key0 === "status"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.apiVersion !== undefined){
let data0 = data.apiVersion;
if(typeof data0 !== "string"){
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!(data0 === "chaperone.dev/v1alpha1")){
const err6 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/enum",keyword:"enum",params:{allowedValues: schema12.properties.apiVersion.enum}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.kind !== undefined){
let data1 = data.kind;
if(typeof data1 !== "string"){
const err7 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!(data1 === "Approval")){
const err8 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema12.properties.kind.enum}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.metadata !== undefined){
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.namespace === undefined){
data2.namespace = "default";
}
for(const key1 in data2){
if(!(func2.call(schema12.properties.metadata.properties, key1))){
const err9 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 === "string"){
if(func3(data3) > 253){
const err10 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(func3(data3) < 1){
const err11 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!pattern0.test(data3)){
const err12 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data2.generateName !== undefined){
let data4 = data2.generateName;
if(typeof data4 === "string"){
if(func3(data4) > 247){
const err14 = {instancePath:instancePath+"/metadata/generateName",schemaPath:"#/properties/metadata/properties/generateName/maxLength",keyword:"maxLength",params:{limit: 247}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(func3(data4) < 1){
const err15 = {instancePath:instancePath+"/metadata/generateName",schemaPath:"#/properties/metadata/properties/generateName/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(!pattern1.test(data4)){
const err16 = {instancePath:instancePath+"/metadata/generateName",schemaPath:"#/properties/metadata/properties/generateName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9.-]*$"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/metadata/generateName",schemaPath:"#/properties/metadata/properties/generateName/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
let data5 = data2.namespace;
if(typeof data5 === "string"){
if(func3(data5) > 63){
const err18 = {instancePath:instancePath+"/metadata/namespace",schemaPath:"#/properties/metadata/properties/namespace/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(func3(data5) < 1){
const err19 = {instancePath:instancePath+"/metadata/namespace",schemaPath:"#/properties/metadata/properties/namespace/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(!pattern2.test(data5)){
const err20 = {instancePath:instancePath+"/metadata/namespace",schemaPath:"#/properties/metadata/properties/namespace/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/metadata/namespace",schemaPath:"#/properties/metadata/properties/namespace/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data2.labels !== undefined){
let data6 = data2.labels;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(Object.keys(data6).length > 256){
const err22 = {instancePath:instancePath+"/metadata/labels",schemaPath:"#/properties/metadata/properties/labels/maxProperties",keyword:"maxProperties",params:{limit: 256}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
for(const key2 in data6){
let data7 = data6[key2];
if(typeof data7 === "string"){
if(func3(data7) > 63){
const err23 = {instancePath:instancePath+"/metadata/labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/properties/labels/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/metadata/labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath:instancePath+"/metadata/labels",schemaPath:"#/properties/metadata/properties/labels/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data2.annotations !== undefined){
let data8 = data2.annotations;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(Object.keys(data8).length > 256){
const err26 = {instancePath:instancePath+"/metadata/annotations",schemaPath:"#/properties/metadata/properties/annotations/maxProperties",keyword:"maxProperties",params:{limit: 256}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
for(const key3 in data8){
let data9 = data8[key3];
if(typeof data9 === "string"){
if(func3(data9) > 262144){
const err27 = {instancePath:instancePath+"/metadata/annotations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/properties/annotations/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 262144}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/metadata/annotations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/properties/annotations/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath:instancePath+"/metadata/annotations",schemaPath:"#/properties/metadata/properties/annotations/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data2.uid !== undefined){
let data10 = data2.uid;
if(typeof data10 === "string"){
if(func3(data10) > 64){
const err30 = {instancePath:instancePath+"/metadata/uid",schemaPath:"#/properties/metadata/properties/uid/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/metadata/uid",schemaPath:"#/properties/metadata/properties/uid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data2.resourceVersion !== undefined){
let data11 = data2.resourceVersion;
if(typeof data11 === "string"){
if(func3(data11) > 128){
const err32 = {instancePath:instancePath+"/metadata/resourceVersion",schemaPath:"#/properties/metadata/properties/resourceVersion/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/metadata/resourceVersion",schemaPath:"#/properties/metadata/properties/resourceVersion/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data2.generation !== undefined){
let data12 = data2.generation;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
const err34 = {instancePath:instancePath+"/metadata/generation",schemaPath:"#/properties/metadata/properties/generation/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 < 0 || isNaN(data12)){
const err35 = {instancePath:instancePath+"/metadata/generation",schemaPath:"#/properties/metadata/properties/generation/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
if(data2.creationTimestamp !== undefined){
let data13 = data2.creationTimestamp;
if((typeof data13 !== "string") && (data13 !== null)){
const err36 = {instancePath:instancePath+"/metadata/creationTimestamp",schemaPath:"#/properties/metadata/properties/creationTimestamp/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(typeof data13 === "string"){
if(func3(data13) > 64){
const err37 = {instancePath:instancePath+"/metadata/creationTimestamp",schemaPath:"#/properties/metadata/properties/creationTimestamp/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
if(data2.deletionTimestamp !== undefined){
let data14 = data2.deletionTimestamp;
if((typeof data14 !== "string") && (data14 !== null)){
const err38 = {instancePath:instancePath+"/metadata/deletionTimestamp",schemaPath:"#/properties/metadata/properties/deletionTimestamp/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(typeof data14 === "string"){
if(func3(data14) > 64){
const err39 = {instancePath:instancePath+"/metadata/deletionTimestamp",schemaPath:"#/properties/metadata/properties/deletionTimestamp/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
if(data2.deletionGracePeriodSeconds !== undefined){
let data15 = data2.deletionGracePeriodSeconds;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err40 = {instancePath:instancePath+"/metadata/deletionGracePeriodSeconds",schemaPath:"#/properties/metadata/properties/deletionGracePeriodSeconds/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 < 0 || isNaN(data15)){
const err41 = {instancePath:instancePath+"/metadata/deletionGracePeriodSeconds",schemaPath:"#/properties/metadata/properties/deletionGracePeriodSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
if(data2.finalizers !== undefined){
let data16 = data2.finalizers;
if(Array.isArray(data16)){
if(data16.length > 64){
const err42 = {instancePath:instancePath+"/metadata/finalizers",schemaPath:"#/properties/metadata/properties/finalizers/maxItems",keyword:"maxItems",params:{limit: 64}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
const len0 = data16.length;
for(let i0=0; i0<len0; i0++){
let data17 = data16[i0];
if(typeof data17 === "string"){
if(func3(data17) > 317){
const err43 = {instancePath:instancePath+"/metadata/finalizers/" + i0,schemaPath:"#/properties/metadata/properties/finalizers/items/maxLength",keyword:"maxLength",params:{limit: 317}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/metadata/finalizers/" + i0,schemaPath:"#/properties/metadata/properties/finalizers/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
else {
const err45 = {instancePath:instancePath+"/metadata/finalizers",schemaPath:"#/properties/metadata/properties/finalizers/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data2.ownerReferences !== undefined){
let data18 = data2.ownerReferences;
if(Array.isArray(data18)){
if(data18.length > 64){
const err46 = {instancePath:instancePath+"/metadata/ownerReferences",schemaPath:"#/properties/metadata/properties/ownerReferences/maxItems",keyword:"maxItems",params:{limit: 64}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
const len1 = data18.length;
for(let i1=0; i1<len1; i1++){
let data19 = data18[i1];
if(!(data19 && typeof data19 == "object" && !Array.isArray(data19))){
const err47 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1,schemaPath:"#/properties/metadata/properties/ownerReferences/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath:instancePath+"/metadata/ownerReferences",schemaPath:"#/properties/metadata/properties/ownerReferences/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data2.managedFields !== undefined){
let data20 = data2.managedFields;
if(Array.isArray(data20)){
if(data20.length > 256){
const err49 = {instancePath:instancePath+"/metadata/managedFields",schemaPath:"#/properties/metadata/properties/managedFields/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
const len2 = data20.length;
for(let i2=0; i2<len2; i2++){
let data21 = data20[i2];
if(!(data21 && typeof data21 == "object" && !Array.isArray(data21))){
const err50 = {instancePath:instancePath+"/metadata/managedFields/" + i2,schemaPath:"#/properties/metadata/properties/managedFields/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
else {
const err51 = {instancePath:instancePath+"/metadata/managedFields",schemaPath:"#/properties/metadata/properties/managedFields/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data2.selfLink !== undefined){
let data22 = data2.selfLink;
if(typeof data22 === "string"){
if(func3(data22) > 1024){
const err52 = {instancePath:instancePath+"/metadata/selfLink",schemaPath:"#/properties/metadata/properties/selfLink/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
else {
const err53 = {instancePath:instancePath+"/metadata/selfLink",schemaPath:"#/properties/metadata/properties/selfLink/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
}
else {
const err54 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data.spec !== undefined){
let data23 = data.spec;
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
if(data23.decision === undefined){
data23.decision = "Pending";
}
if(data23.reason === undefined){
data23.reason = "";
}
if(data23.decisions === undefined){
data23.decisions = [];
}
if(data23.connectionRef === undefined){
const err55 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "connectionRef"}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(data23.policyRef === undefined){
const err56 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "policyRef"}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
for(const key4 in data23){
if(!(func2.call(schema12.properties.spec.properties, key4))){
const err57 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data23.connectionRef !== undefined){
let data24 = data23.connectionRef;
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
if(data24.name === undefined){
const err58 = {instancePath:instancePath+"/spec/connectionRef",schemaPath:"#/properties/spec/properties/connectionRef/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
for(const key5 in data24){
if(!(key5 === "name")){
const err59 = {instancePath:instancePath+"/spec/connectionRef",schemaPath:"#/properties/spec/properties/connectionRef/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data24.name !== undefined){
let data25 = data24.name;
if(typeof data25 === "string"){
if(func3(data25) > 253){
const err60 = {instancePath:instancePath+"/spec/connectionRef/name",schemaPath:"#/properties/spec/properties/connectionRef/properties/name/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(func3(data25) < 1){
const err61 = {instancePath:instancePath+"/spec/connectionRef/name",schemaPath:"#/properties/spec/properties/connectionRef/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(!pattern0.test(data25)){
const err62 = {instancePath:instancePath+"/spec/connectionRef/name",schemaPath:"#/properties/spec/properties/connectionRef/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
else {
const err63 = {instancePath:instancePath+"/spec/connectionRef/name",schemaPath:"#/properties/spec/properties/connectionRef/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
}
else {
const err64 = {instancePath:instancePath+"/spec/connectionRef",schemaPath:"#/properties/spec/properties/connectionRef/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data23.policyRef !== undefined){
let data26 = data23.policyRef;
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
if(data26.name === undefined){
const err65 = {instancePath:instancePath+"/spec/policyRef",schemaPath:"#/properties/spec/properties/policyRef/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(data26.rule === undefined){
const err66 = {instancePath:instancePath+"/spec/policyRef",schemaPath:"#/properties/spec/properties/policyRef/required",keyword:"required",params:{missingProperty: "rule"}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
for(const key6 in data26){
if(!((key6 === "name") || (key6 === "rule"))){
const err67 = {instancePath:instancePath+"/spec/policyRef",schemaPath:"#/properties/spec/properties/policyRef/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data26.name !== undefined){
let data27 = data26.name;
if(typeof data27 === "string"){
if(func3(data27) > 253){
const err68 = {instancePath:instancePath+"/spec/policyRef/name",schemaPath:"#/properties/spec/properties/policyRef/properties/name/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(func3(data27) < 1){
const err69 = {instancePath:instancePath+"/spec/policyRef/name",schemaPath:"#/properties/spec/properties/policyRef/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if(!pattern0.test(data27)){
const err70 = {instancePath:instancePath+"/spec/policyRef/name",schemaPath:"#/properties/spec/properties/policyRef/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
else {
const err71 = {instancePath:instancePath+"/spec/policyRef/name",schemaPath:"#/properties/spec/properties/policyRef/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data26.rule !== undefined){
let data28 = data26.rule;
if(typeof data28 === "string"){
if(func3(data28) > 63){
const err72 = {instancePath:instancePath+"/spec/policyRef/rule",schemaPath:"#/properties/spec/properties/policyRef/properties/rule/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
if(func3(data28) < 1){
const err73 = {instancePath:instancePath+"/spec/policyRef/rule",schemaPath:"#/properties/spec/properties/policyRef/properties/rule/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
if(!pattern2.test(data28)){
const err74 = {instancePath:instancePath+"/spec/policyRef/rule",schemaPath:"#/properties/spec/properties/policyRef/properties/rule/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
else {
const err75 = {instancePath:instancePath+"/spec/policyRef/rule",schemaPath:"#/properties/spec/properties/policyRef/properties/rule/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
}
else {
const err76 = {instancePath:instancePath+"/spec/policyRef",schemaPath:"#/properties/spec/properties/policyRef/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data23.request !== undefined){
let data29 = data23.request;
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
if(data29.session === undefined){
const err77 = {instancePath:instancePath+"/spec/request",schemaPath:"#/properties/spec/properties/request/required",keyword:"required",params:{missingProperty: "session"}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
if(data29.agent === undefined){
const err78 = {instancePath:instancePath+"/spec/request",schemaPath:"#/properties/spec/properties/request/required",keyword:"required",params:{missingProperty: "agent"}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
if(data29.command === undefined){
const err79 = {instancePath:instancePath+"/spec/request",schemaPath:"#/properties/spec/properties/request/required",keyword:"required",params:{missingProperty: "command"}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
if(data29.digest === undefined){
const err80 = {instancePath:instancePath+"/spec/request",schemaPath:"#/properties/spec/properties/request/required",keyword:"required",params:{missingProperty: "digest"}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
for(const key7 in data29){
if(!((((((key7 === "session") || (key7 === "agent")) || (key7 === "command")) || (key7 === "parameters")) || (key7 === "effects")) || (key7 === "digest"))){
const err81 = {instancePath:instancePath+"/spec/request",schemaPath:"#/properties/spec/properties/request/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data29.session !== undefined){
let data30 = data29.session;
if(typeof data30 === "string"){
if(func3(data30) > 26){
const err82 = {instancePath:instancePath+"/spec/request/session",schemaPath:"#/properties/spec/properties/request/properties/session/maxLength",keyword:"maxLength",params:{limit: 26}};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if(!pattern37.test(data30)){
const err83 = {instancePath:instancePath+"/spec/request/session",schemaPath:"#/properties/spec/properties/request/properties/session/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"}};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
else {
const err84 = {instancePath:instancePath+"/spec/request/session",schemaPath:"#/properties/spec/properties/request/properties/session/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data29.agent !== undefined){
let data31 = data29.agent;
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
if(data31.serviceAccount === undefined){
const err85 = {instancePath:instancePath+"/spec/request/agent",schemaPath:"#/properties/spec/properties/request/properties/agent/required",keyword:"required",params:{missingProperty: "serviceAccount"}};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
for(const key8 in data31){
if(!(((key8 === "serviceAccount") || (key8 === "pod")) || (key8 === "claims"))){
const err86 = {instancePath:instancePath+"/spec/request/agent",schemaPath:"#/properties/spec/properties/request/properties/agent/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8}};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
if(data31.serviceAccount !== undefined){
let data32 = data31.serviceAccount;
if(typeof data32 === "string"){
if(func3(data32) > 253){
const err87 = {instancePath:instancePath+"/spec/request/agent/serviceAccount",schemaPath:"#/properties/spec/properties/request/properties/agent/properties/serviceAccount/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
if(func3(data32) < 1){
const err88 = {instancePath:instancePath+"/spec/request/agent/serviceAccount",schemaPath:"#/properties/spec/properties/request/properties/agent/properties/serviceAccount/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
if(!pattern0.test(data32)){
const err89 = {instancePath:instancePath+"/spec/request/agent/serviceAccount",schemaPath:"#/properties/spec/properties/request/properties/agent/properties/serviceAccount/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
else {
const err90 = {instancePath:instancePath+"/spec/request/agent/serviceAccount",schemaPath:"#/properties/spec/properties/request/properties/agent/properties/serviceAccount/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
if(data31.pod !== undefined){
let data33 = data31.pod;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
if(data33.name === undefined){
const err91 = {instancePath:instancePath+"/spec/request/agent/pod",schemaPath:"#/properties/spec/properties/request/properties/agent/properties/pod/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
if(data33.uid === undefined){
const err92 = {instancePath:instancePath+"/spec/request/agent/pod",schemaPath:"#/properties/spec/properties/request/properties/agent/properties/pod/required",keyword:"required",params:{missingProperty: "uid"}};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
for(const key9 in data33){
if(!((key9 === "name") || (key9 === "uid"))){
const err93 = {instancePath:instancePath+"/spec/request/agent/pod",schemaPath:"#/properties/spec/properties/request/properties/agent/properties/pod/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9}};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
if(data33.name !== undefined){
let data34 = data33.name;
if(typeof data34 === "string"){
if(func3(data34) > 253){
const err94 = {instancePath:instancePath+"/spec/request/agent/pod/name",schemaPath:"#/properties/spec/properties/request/properties/agent/properties/pod/properties/name/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
if(func3(data34) < 1){
const err95 = {instancePath:instancePath+"/spec/request/agent/pod/name",schemaPath:"#/properties/spec/properties/request/properties/agent/properties/pod/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
if(!pattern0.test(data34)){
const err96 = {instancePath:instancePath+"/spec/request/agent/pod/name",schemaPath:"#/properties/spec/properties/request/properties/agent/properties/pod/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
else {
const err97 = {instancePath:instancePath+"/spec/request/agent/pod/name",schemaPath:"#/properties/spec/properties/request/properties/agent/properties/pod/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
if(data33.uid !== undefined){
let data35 = data33.uid;
if(typeof data35 === "string"){
if(func3(data35) > 64){
const err98 = {instancePath:instancePath+"/spec/request/agent/pod/uid",schemaPath:"#/properties/spec/properties/request/properties/agent/properties/pod/properties/uid/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
if(func3(data35) < 1){
const err99 = {instancePath:instancePath+"/spec/request/agent/pod/uid",schemaPath:"#/properties/spec/properties/request/properties/agent/properties/pod/properties/uid/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
if(!pattern40.test(data35)){
const err100 = {instancePath:instancePath+"/spec/request/agent/pod/uid",schemaPath:"#/properties/spec/properties/request/properties/agent/properties/pod/properties/uid/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F-]+$"}};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
else {
const err101 = {instancePath:instancePath+"/spec/request/agent/pod/uid",schemaPath:"#/properties/spec/properties/request/properties/agent/properties/pod/properties/uid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
}
else {
const err102 = {instancePath:instancePath+"/spec/request/agent/pod",schemaPath:"#/properties/spec/properties/request/properties/agent/properties/pod/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data31.claims !== undefined){
let data36 = data31.claims;
if(data36 && typeof data36 == "object" && !Array.isArray(data36)){
if(Object.keys(data36).length > 32){
const err103 = {instancePath:instancePath+"/spec/request/agent/claims",schemaPath:"#/properties/spec/properties/request/properties/agent/properties/claims/maxProperties",keyword:"maxProperties",params:{limit: 32}};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
for(const key10 in data36){
let data37 = data36[key10];
if(typeof data37 === "string"){
if(func3(data37) > 1024){
const err104 = {instancePath:instancePath+"/spec/request/agent/claims/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/request/properties/agent/properties/claims/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
else {
const err105 = {instancePath:instancePath+"/spec/request/agent/claims/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/request/properties/agent/properties/claims/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
}
else {
const err106 = {instancePath:instancePath+"/spec/request/agent/claims",schemaPath:"#/properties/spec/properties/request/properties/agent/properties/claims/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
}
else {
const err107 = {instancePath:instancePath+"/spec/request/agent",schemaPath:"#/properties/spec/properties/request/properties/agent/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
if(data29.command !== undefined){
let data38 = data29.command;
if(typeof data38 === "string"){
if(func3(data38) > 1048576){
const err108 = {instancePath:instancePath+"/spec/request/command",schemaPath:"#/properties/spec/properties/request/properties/command/maxLength",keyword:"maxLength",params:{limit: 1048576}};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
else {
const err109 = {instancePath:instancePath+"/spec/request/command",schemaPath:"#/properties/spec/properties/request/properties/command/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
if(data29.parameters !== undefined){
let data39 = data29.parameters;
if(Array.isArray(data39)){
if(data39.length > 65535){
const err110 = {instancePath:instancePath+"/spec/request/parameters",schemaPath:"#/properties/spec/properties/request/properties/parameters/maxItems",keyword:"maxItems",params:{limit: 65535}};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
const len3 = data39.length;
for(let i3=0; i3<len3; i3++){
let data40 = data39[i3];
if((typeof data40 !== "string") && (data40 !== null)){
const err111 = {instancePath:instancePath+"/spec/request/parameters/" + i3,schemaPath:"#/properties/spec/properties/request/properties/parameters/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
if(typeof data40 === "string"){
if(func3(data40) > 1048576){
const err112 = {instancePath:instancePath+"/spec/request/parameters/" + i3,schemaPath:"#/properties/spec/properties/request/properties/parameters/items/maxLength",keyword:"maxLength",params:{limit: 1048576}};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
}
}
else {
const err113 = {instancePath:instancePath+"/spec/request/parameters",schemaPath:"#/properties/spec/properties/request/properties/parameters/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
if(data29.effects !== undefined){
let data41 = data29.effects;
if(Array.isArray(data41)){
if(data41.length > 1024){
const err114 = {instancePath:instancePath+"/spec/request/effects",schemaPath:"#/properties/spec/properties/request/properties/effects/maxItems",keyword:"maxItems",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
const len4 = data41.length;
for(let i4=0; i4<len4; i4++){
let data42 = data41[i4];
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
if(data42.command === undefined){
const err115 = {instancePath:instancePath+"/spec/request/effects/" + i4,schemaPath:"#/properties/spec/properties/request/properties/effects/items/required",keyword:"required",params:{missingProperty: "command"}};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
for(const key11 in data42){
if(!((key11 === "command") || (key11 === "object"))){
const err116 = {instancePath:instancePath+"/spec/request/effects/" + i4,schemaPath:"#/properties/spec/properties/request/properties/effects/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11}};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
if(data42.command !== undefined){
let data43 = data42.command;
if(typeof data43 === "string"){
if(func3(data43) > 256){
const err117 = {instancePath:instancePath+"/spec/request/effects/" + i4+"/command",schemaPath:"#/properties/spec/properties/request/properties/effects/items/properties/command/maxLength",keyword:"maxLength",params:{limit: 256}};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
if(func3(data43) < 1){
const err118 = {instancePath:instancePath+"/spec/request/effects/" + i4+"/command",schemaPath:"#/properties/spec/properties/request/properties/effects/items/properties/command/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
else {
const err119 = {instancePath:instancePath+"/spec/request/effects/" + i4+"/command",schemaPath:"#/properties/spec/properties/request/properties/effects/items/properties/command/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
if(data42.object !== undefined){
let data44 = data42.object;
if(typeof data44 === "string"){
if(func3(data44) > 1024){
const err120 = {instancePath:instancePath+"/spec/request/effects/" + i4+"/object",schemaPath:"#/properties/spec/properties/request/properties/effects/items/properties/object/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
else {
const err121 = {instancePath:instancePath+"/spec/request/effects/" + i4+"/object",schemaPath:"#/properties/spec/properties/request/properties/effects/items/properties/object/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
}
else {
const err122 = {instancePath:instancePath+"/spec/request/effects/" + i4,schemaPath:"#/properties/spec/properties/request/properties/effects/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
}
else {
const err123 = {instancePath:instancePath+"/spec/request/effects",schemaPath:"#/properties/spec/properties/request/properties/effects/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
if(data29.digest !== undefined){
let data45 = data29.digest;
if(typeof data45 === "string"){
if(func3(data45) > 71){
const err124 = {instancePath:instancePath+"/spec/request/digest",schemaPath:"#/properties/spec/properties/request/properties/digest/maxLength",keyword:"maxLength",params:{limit: 71}};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
if(!pattern41.test(data45)){
const err125 = {instancePath:instancePath+"/spec/request/digest",schemaPath:"#/properties/spec/properties/request/properties/digest/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"}};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
else {
const err126 = {instancePath:instancePath+"/spec/request/digest",schemaPath:"#/properties/spec/properties/request/properties/digest/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
}
else {
const err127 = {instancePath:instancePath+"/spec/request",schemaPath:"#/properties/spec/properties/request/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
if(data23.grant !== undefined){
let data46 = data23.grant;
if(data46 && typeof data46 == "object" && !Array.isArray(data46)){
if(data46.subject === undefined){
const err128 = {instancePath:instancePath+"/spec/grant",schemaPath:"#/properties/spec/properties/grant/required",keyword:"required",params:{missingProperty: "subject"}};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
if(data46.duration === undefined){
const err129 = {instancePath:instancePath+"/spec/grant",schemaPath:"#/properties/spec/properties/grant/required",keyword:"required",params:{missingProperty: "duration"}};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
for(const key12 in data46){
if(!(((key12 === "subject") || (key12 === "duration")) || (key12 === "justification"))){
const err130 = {instancePath:instancePath+"/spec/grant",schemaPath:"#/properties/spec/properties/grant/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12}};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
if(data46.subject !== undefined){
let data47 = data46.subject;
if(data47 && typeof data47 == "object" && !Array.isArray(data47)){
if(data47.serviceAccount === undefined){
const err131 = {instancePath:instancePath+"/spec/grant/subject",schemaPath:"#/properties/spec/properties/grant/properties/subject/required",keyword:"required",params:{missingProperty: "serviceAccount"}};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
for(const key13 in data47){
if(!(key13 === "serviceAccount")){
const err132 = {instancePath:instancePath+"/spec/grant/subject",schemaPath:"#/properties/spec/properties/grant/properties/subject/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13}};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
if(data47.serviceAccount !== undefined){
let data48 = data47.serviceAccount;
if(typeof data48 === "string"){
if(func3(data48) > 253){
const err133 = {instancePath:instancePath+"/spec/grant/subject/serviceAccount",schemaPath:"#/properties/spec/properties/grant/properties/subject/properties/serviceAccount/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
if(func3(data48) < 1){
const err134 = {instancePath:instancePath+"/spec/grant/subject/serviceAccount",schemaPath:"#/properties/spec/properties/grant/properties/subject/properties/serviceAccount/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
if(!pattern0.test(data48)){
const err135 = {instancePath:instancePath+"/spec/grant/subject/serviceAccount",schemaPath:"#/properties/spec/properties/grant/properties/subject/properties/serviceAccount/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
else {
const err136 = {instancePath:instancePath+"/spec/grant/subject/serviceAccount",schemaPath:"#/properties/spec/properties/grant/properties/subject/properties/serviceAccount/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
}
else {
const err137 = {instancePath:instancePath+"/spec/grant/subject",schemaPath:"#/properties/spec/properties/grant/properties/subject/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
if(data46.duration !== undefined){
let data49 = data46.duration;
if(typeof data49 === "string"){
if(func3(data49) > 32){
const err138 = {instancePath:instancePath+"/spec/grant/duration",schemaPath:"#/properties/spec/properties/grant/properties/duration/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
if(!pattern19.test(data49)){
const err139 = {instancePath:instancePath+"/spec/grant/duration",schemaPath:"#/properties/spec/properties/grant/properties/duration/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}(ms|s|m|h|d)){1,4}$"}};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
else {
const err140 = {instancePath:instancePath+"/spec/grant/duration",schemaPath:"#/properties/spec/properties/grant/properties/duration/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
if(data46.justification !== undefined){
let data50 = data46.justification;
if(typeof data50 === "string"){
if(func3(data50) > 1024){
const err141 = {instancePath:instancePath+"/spec/grant/justification",schemaPath:"#/properties/spec/properties/grant/properties/justification/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
else {
const err142 = {instancePath:instancePath+"/spec/grant/justification",schemaPath:"#/properties/spec/properties/grant/properties/justification/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
}
else {
const err143 = {instancePath:instancePath+"/spec/grant",schemaPath:"#/properties/spec/properties/grant/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
if(data23.approvers !== undefined){
let data51 = data23.approvers;
if(data51 && typeof data51 == "object" && !Array.isArray(data51)){
if(Object.keys(data51).length < 1){
const err144 = {instancePath:instancePath+"/spec/approvers",schemaPath:"#/properties/spec/properties/approvers/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
for(const key14 in data51){
if(!((key14 === "groups") || (key14 === "users"))){
const err145 = {instancePath:instancePath+"/spec/approvers",schemaPath:"#/properties/spec/properties/approvers/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14}};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
if(data51.groups !== undefined){
let data52 = data51.groups;
if(Array.isArray(data52)){
if(data52.length > 64){
const err146 = {instancePath:instancePath+"/spec/approvers/groups",schemaPath:"#/properties/spec/properties/approvers/properties/groups/maxItems",keyword:"maxItems",params:{limit: 64}};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
const len5 = data52.length;
for(let i5=0; i5<len5; i5++){
let data53 = data52[i5];
if(typeof data53 === "string"){
if(func3(data53) > 256){
const err147 = {instancePath:instancePath+"/spec/approvers/groups/" + i5,schemaPath:"#/properties/spec/properties/approvers/properties/groups/items/maxLength",keyword:"maxLength",params:{limit: 256}};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
if(func3(data53) < 1){
const err148 = {instancePath:instancePath+"/spec/approvers/groups/" + i5,schemaPath:"#/properties/spec/properties/approvers/properties/groups/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
else {
const err149 = {instancePath:instancePath+"/spec/approvers/groups/" + i5,schemaPath:"#/properties/spec/properties/approvers/properties/groups/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
let i6 = data52.length;
let j0;
if(i6 > 1){
const indices0 = {};
for(;i6--;){
let item0 = data52[i6];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err150 = {instancePath:instancePath+"/spec/approvers/groups",schemaPath:"#/properties/spec/properties/approvers/properties/groups/uniqueItems",keyword:"uniqueItems",params:{i: i6, j: j0}};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
break;
}
indices0[item0] = i6;
}
}
}
else {
const err151 = {instancePath:instancePath+"/spec/approvers/groups",schemaPath:"#/properties/spec/properties/approvers/properties/groups/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
if(data51.users !== undefined){
let data54 = data51.users;
if(Array.isArray(data54)){
if(data54.length > 64){
const err152 = {instancePath:instancePath+"/spec/approvers/users",schemaPath:"#/properties/spec/properties/approvers/properties/users/maxItems",keyword:"maxItems",params:{limit: 64}};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
const len6 = data54.length;
for(let i7=0; i7<len6; i7++){
let data55 = data54[i7];
if(typeof data55 === "string"){
if(func3(data55) > 256){
const err153 = {instancePath:instancePath+"/spec/approvers/users/" + i7,schemaPath:"#/properties/spec/properties/approvers/properties/users/items/maxLength",keyword:"maxLength",params:{limit: 256}};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
if(func3(data55) < 1){
const err154 = {instancePath:instancePath+"/spec/approvers/users/" + i7,schemaPath:"#/properties/spec/properties/approvers/properties/users/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
else {
const err155 = {instancePath:instancePath+"/spec/approvers/users/" + i7,schemaPath:"#/properties/spec/properties/approvers/properties/users/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
}
let i8 = data54.length;
let j1;
if(i8 > 1){
const indices1 = {};
for(;i8--;){
let item1 = data54[i8];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err156 = {instancePath:instancePath+"/spec/approvers/users",schemaPath:"#/properties/spec/properties/approvers/properties/users/uniqueItems",keyword:"uniqueItems",params:{i: i8, j: j1}};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
break;
}
indices1[item1] = i8;
}
}
}
else {
const err157 = {instancePath:instancePath+"/spec/approvers/users",schemaPath:"#/properties/spec/properties/approvers/properties/users/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
}
else {
const err158 = {instancePath:instancePath+"/spec/approvers",schemaPath:"#/properties/spec/properties/approvers/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
if(data23.required !== undefined){
let data56 = data23.required;
if(!(((typeof data56 == "number") && (!(data56 % 1) && !isNaN(data56))) && (isFinite(data56)))){
const err159 = {instancePath:instancePath+"/spec/required",schemaPath:"#/properties/spec/properties/required/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
if((typeof data56 == "number") && (isFinite(data56))){
if(data56 > 16 || isNaN(data56)){
const err160 = {instancePath:instancePath+"/spec/required",schemaPath:"#/properties/spec/properties/required/maximum",keyword:"maximum",params:{comparison: "<=", limit: 16}};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
if(data56 < 1 || isNaN(data56)){
const err161 = {instancePath:instancePath+"/spec/required",schemaPath:"#/properties/spec/properties/required/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
}
if(data23.expiresAt !== undefined){
let data57 = data23.expiresAt;
if(typeof data57 === "string"){
if(func3(data57) > 64){
const err162 = {instancePath:instancePath+"/spec/expiresAt",schemaPath:"#/properties/spec/properties/expiresAt/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
if(!pattern29.test(data57)){
const err163 = {instancePath:instancePath+"/spec/expiresAt",schemaPath:"#/properties/spec/properties/expiresAt/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$"}};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
else {
const err164 = {instancePath:instancePath+"/spec/expiresAt",schemaPath:"#/properties/spec/properties/expiresAt/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
let data58 = data23.decision;
if(typeof data58 !== "string"){
const err165 = {instancePath:instancePath+"/spec/decision",schemaPath:"#/properties/spec/properties/decision/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
if(!(((data58 === "Pending") || (data58 === "Approved")) || (data58 === "Denied"))){
const err166 = {instancePath:instancePath+"/spec/decision",schemaPath:"#/properties/spec/properties/decision/enum",keyword:"enum",params:{allowedValues: schema12.properties.spec.properties.decision.enum}};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
let data59 = data23.reason;
if(typeof data59 === "string"){
if(func3(data59) > 1024){
const err167 = {instancePath:instancePath+"/spec/reason",schemaPath:"#/properties/spec/properties/reason/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
}
else {
const err168 = {instancePath:instancePath+"/spec/reason",schemaPath:"#/properties/spec/properties/reason/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
let data60 = data23.decisions;
if(Array.isArray(data60)){
if(data60.length > 32){
const err169 = {instancePath:instancePath+"/spec/decisions",schemaPath:"#/properties/spec/properties/decisions/maxItems",keyword:"maxItems",params:{limit: 32}};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
const len7 = data60.length;
for(let i9=0; i9<len7; i9++){
let data61 = data60[i9];
if(data61 && typeof data61 == "object" && !Array.isArray(data61)){
if(data61.username === undefined){
const err170 = {instancePath:instancePath+"/spec/decisions/" + i9,schemaPath:"#/properties/spec/properties/decisions/items/required",keyword:"required",params:{missingProperty: "username"}};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
if(data61.decision === undefined){
const err171 = {instancePath:instancePath+"/spec/decisions/" + i9,schemaPath:"#/properties/spec/properties/decisions/items/required",keyword:"required",params:{missingProperty: "decision"}};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
if(data61.decidedAt === undefined){
const err172 = {instancePath:instancePath+"/spec/decisions/" + i9,schemaPath:"#/properties/spec/properties/decisions/items/required",keyword:"required",params:{missingProperty: "decidedAt"}};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
for(const key15 in data61){
if(!(((((key15 === "username") || (key15 === "groups")) || (key15 === "decision")) || (key15 === "reason")) || (key15 === "decidedAt"))){
const err173 = {instancePath:instancePath+"/spec/decisions/" + i9,schemaPath:"#/properties/spec/properties/decisions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15}};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
}
if(data61.username !== undefined){
let data62 = data61.username;
if(typeof data62 === "string"){
if(func3(data62) > 256){
const err174 = {instancePath:instancePath+"/spec/decisions/" + i9+"/username",schemaPath:"#/properties/spec/properties/decisions/items/properties/username/maxLength",keyword:"maxLength",params:{limit: 256}};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
if(func3(data62) < 1){
const err175 = {instancePath:instancePath+"/spec/decisions/" + i9+"/username",schemaPath:"#/properties/spec/properties/decisions/items/properties/username/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
}
else {
const err176 = {instancePath:instancePath+"/spec/decisions/" + i9+"/username",schemaPath:"#/properties/spec/properties/decisions/items/properties/username/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
}
if(data61.groups !== undefined){
let data63 = data61.groups;
if(Array.isArray(data63)){
if(data63.length > 256){
const err177 = {instancePath:instancePath+"/spec/decisions/" + i9+"/groups",schemaPath:"#/properties/spec/properties/decisions/items/properties/groups/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
const len8 = data63.length;
for(let i10=0; i10<len8; i10++){
let data64 = data63[i10];
if(typeof data64 === "string"){
if(func3(data64) > 256){
const err178 = {instancePath:instancePath+"/spec/decisions/" + i9+"/groups/" + i10,schemaPath:"#/properties/spec/properties/decisions/items/properties/groups/items/maxLength",keyword:"maxLength",params:{limit: 256}};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
}
else {
const err179 = {instancePath:instancePath+"/spec/decisions/" + i9+"/groups/" + i10,schemaPath:"#/properties/spec/properties/decisions/items/properties/groups/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
}
}
else {
const err180 = {instancePath:instancePath+"/spec/decisions/" + i9+"/groups",schemaPath:"#/properties/spec/properties/decisions/items/properties/groups/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
}
if(data61.decision !== undefined){
let data65 = data61.decision;
if(typeof data65 !== "string"){
const err181 = {instancePath:instancePath+"/spec/decisions/" + i9+"/decision",schemaPath:"#/properties/spec/properties/decisions/items/properties/decision/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
if(!((data65 === "Approved") || (data65 === "Denied"))){
const err182 = {instancePath:instancePath+"/spec/decisions/" + i9+"/decision",schemaPath:"#/properties/spec/properties/decisions/items/properties/decision/enum",keyword:"enum",params:{allowedValues: schema12.properties.spec.properties.decisions.items.properties.decision.enum}};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
}
if(data61.reason !== undefined){
let data66 = data61.reason;
if(typeof data66 === "string"){
if(func3(data66) > 1024){
const err183 = {instancePath:instancePath+"/spec/decisions/" + i9+"/reason",schemaPath:"#/properties/spec/properties/decisions/items/properties/reason/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
}
else {
const err184 = {instancePath:instancePath+"/spec/decisions/" + i9+"/reason",schemaPath:"#/properties/spec/properties/decisions/items/properties/reason/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
}
if(data61.decidedAt !== undefined){
let data67 = data61.decidedAt;
if(typeof data67 === "string"){
if(func3(data67) > 64){
const err185 = {instancePath:instancePath+"/spec/decisions/" + i9+"/decidedAt",schemaPath:"#/properties/spec/properties/decisions/items/properties/decidedAt/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
if(!pattern29.test(data67)){
const err186 = {instancePath:instancePath+"/spec/decisions/" + i9+"/decidedAt",schemaPath:"#/properties/spec/properties/decisions/items/properties/decidedAt/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$"}};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
}
else {
const err187 = {instancePath:instancePath+"/spec/decisions/" + i9+"/decidedAt",schemaPath:"#/properties/spec/properties/decisions/items/properties/decidedAt/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
}
}
else {
const err188 = {instancePath:instancePath+"/spec/decisions/" + i9,schemaPath:"#/properties/spec/properties/decisions/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
}
}
else {
const err189 = {instancePath:instancePath+"/spec/decisions",schemaPath:"#/properties/spec/properties/decisions/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
}
else {
const err190 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
}
if(data.status !== undefined){
let data68 = data.status;
if(data68 && typeof data68 == "object" && !Array.isArray(data68)){
for(const key16 in data68){
if(!((((key16 === "phase") || (key16 === "consumedAt")) || (key16 === "observedGeneration")) || (key16 === "conditions"))){
const err191 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16}};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
}
if(data68.phase !== undefined){
let data69 = data68.phase;
if(typeof data69 !== "string"){
const err192 = {instancePath:instancePath+"/status/phase",schemaPath:"#/properties/status/properties/phase/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
if(!(((((data69 === "Pending") || (data69 === "Approved")) || (data69 === "Denied")) || (data69 === "Expired")) || (data69 === "Consumed"))){
const err193 = {instancePath:instancePath+"/status/phase",schemaPath:"#/properties/status/properties/phase/enum",keyword:"enum",params:{allowedValues: schema12.properties.status.properties.phase.enum}};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
}
if(data68.consumedAt !== undefined){
let data70 = data68.consumedAt;
if((typeof data70 !== "string") && (data70 !== null)){
const err194 = {instancePath:instancePath+"/status/consumedAt",schemaPath:"#/properties/status/properties/consumedAt/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
if(typeof data70 === "string"){
if(func3(data70) > 64){
const err195 = {instancePath:instancePath+"/status/consumedAt",schemaPath:"#/properties/status/properties/consumedAt/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
if(!pattern29.test(data70)){
const err196 = {instancePath:instancePath+"/status/consumedAt",schemaPath:"#/properties/status/properties/consumedAt/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$"}};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
}
}
if(data68.observedGeneration !== undefined){
let data71 = data68.observedGeneration;
if(!(((typeof data71 == "number") && (!(data71 % 1) && !isNaN(data71))) && (isFinite(data71)))){
const err197 = {instancePath:instancePath+"/status/observedGeneration",schemaPath:"#/properties/status/properties/observedGeneration/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
if((typeof data71 == "number") && (isFinite(data71))){
if(data71 < 0 || isNaN(data71)){
const err198 = {instancePath:instancePath+"/status/observedGeneration",schemaPath:"#/properties/status/properties/observedGeneration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
}
}
if(data68.conditions !== undefined){
let data72 = data68.conditions;
if(Array.isArray(data72)){
if(data72.length > 32){
const err199 = {instancePath:instancePath+"/status/conditions",schemaPath:"#/properties/status/properties/conditions/maxItems",keyword:"maxItems",params:{limit: 32}};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
const len9 = data72.length;
for(let i11=0; i11<len9; i11++){
let data73 = data72[i11];
if(data73 && typeof data73 == "object" && !Array.isArray(data73)){
if(data73.type === undefined){
const err200 = {instancePath:instancePath+"/status/conditions/" + i11,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "type"}};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
if(data73.status === undefined){
const err201 = {instancePath:instancePath+"/status/conditions/" + i11,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "status"}};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
if(data73.lastTransitionTime === undefined){
const err202 = {instancePath:instancePath+"/status/conditions/" + i11,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "lastTransitionTime"}};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
if(data73.reason === undefined){
const err203 = {instancePath:instancePath+"/status/conditions/" + i11,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "reason"}};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
if(data73.message === undefined){
const err204 = {instancePath:instancePath+"/status/conditions/" + i11,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "message"}};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
for(const key17 in data73){
if(!((((((key17 === "type") || (key17 === "status")) || (key17 === "observedGeneration")) || (key17 === "lastTransitionTime")) || (key17 === "reason")) || (key17 === "message"))){
const err205 = {instancePath:instancePath+"/status/conditions/" + i11,schemaPath:"#/properties/status/properties/conditions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17}};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
}
if(data73.type !== undefined){
let data74 = data73.type;
if(typeof data74 === "string"){
if(func3(data74) > 316){
const err206 = {instancePath:instancePath+"/status/conditions/" + i11+"/type",schemaPath:"#/properties/status/properties/conditions/items/properties/type/maxLength",keyword:"maxLength",params:{limit: 316}};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
if(!pattern28.test(data74)){
const err207 = {instancePath:instancePath+"/status/conditions/" + i11+"/type",schemaPath:"#/properties/status/properties/conditions/items/properties/type/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9.-]+/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$"}};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
}
else {
const err208 = {instancePath:instancePath+"/status/conditions/" + i11+"/type",schemaPath:"#/properties/status/properties/conditions/items/properties/type/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
}
if(data73.status !== undefined){
let data75 = data73.status;
if(typeof data75 !== "string"){
const err209 = {instancePath:instancePath+"/status/conditions/" + i11+"/status",schemaPath:"#/properties/status/properties/conditions/items/properties/status/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
if(!(((data75 === "True") || (data75 === "False")) || (data75 === "Unknown"))){
const err210 = {instancePath:instancePath+"/status/conditions/" + i11+"/status",schemaPath:"#/properties/status/properties/conditions/items/properties/status/enum",keyword:"enum",params:{allowedValues: schema12.properties.status.properties.conditions.items.properties.status.enum}};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
}
if(data73.observedGeneration !== undefined){
let data76 = data73.observedGeneration;
if(!(((typeof data76 == "number") && (!(data76 % 1) && !isNaN(data76))) && (isFinite(data76)))){
const err211 = {instancePath:instancePath+"/status/conditions/" + i11+"/observedGeneration",schemaPath:"#/properties/status/properties/conditions/items/properties/observedGeneration/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
if((typeof data76 == "number") && (isFinite(data76))){
if(data76 < 0 || isNaN(data76)){
const err212 = {instancePath:instancePath+"/status/conditions/" + i11+"/observedGeneration",schemaPath:"#/properties/status/properties/conditions/items/properties/observedGeneration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
}
}
if(data73.lastTransitionTime !== undefined){
let data77 = data73.lastTransitionTime;
if(typeof data77 === "string"){
if(func3(data77) > 64){
const err213 = {instancePath:instancePath+"/status/conditions/" + i11+"/lastTransitionTime",schemaPath:"#/properties/status/properties/conditions/items/properties/lastTransitionTime/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
if(!pattern29.test(data77)){
const err214 = {instancePath:instancePath+"/status/conditions/" + i11+"/lastTransitionTime",schemaPath:"#/properties/status/properties/conditions/items/properties/lastTransitionTime/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$"}};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
}
else {
const err215 = {instancePath:instancePath+"/status/conditions/" + i11+"/lastTransitionTime",schemaPath:"#/properties/status/properties/conditions/items/properties/lastTransitionTime/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
}
if(data73.reason !== undefined){
let data78 = data73.reason;
if(typeof data78 === "string"){
if(func3(data78) > 1024){
const err216 = {instancePath:instancePath+"/status/conditions/" + i11+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
if(func3(data78) < 1){
const err217 = {instancePath:instancePath+"/status/conditions/" + i11+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
if(!pattern30.test(data78)){
const err218 = {instancePath:instancePath+"/status/conditions/" + i11+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$"}};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
}
else {
const err219 = {instancePath:instancePath+"/status/conditions/" + i11+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
}
if(data73.message !== undefined){
let data79 = data73.message;
if(typeof data79 === "string"){
if(func3(data79) > 32768){
const err220 = {instancePath:instancePath+"/status/conditions/" + i11+"/message",schemaPath:"#/properties/status/properties/conditions/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 32768}};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
}
else {
const err221 = {instancePath:instancePath+"/status/conditions/" + i11+"/message",schemaPath:"#/properties/status/properties/conditions/items/properties/message/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
}
}
else {
const err222 = {instancePath:instancePath+"/status/conditions/" + i11,schemaPath:"#/properties/status/properties/conditions/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
}
}
else {
const err223 = {instancePath:instancePath+"/status/conditions",schemaPath:"#/properties/status/properties/conditions/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
}
}
else {
const err224 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
}
}
else {
const err225 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}

export const validateAuditedConnection = validate12;
const schema13 = {"type":"object","required":["apiVersion","kind","metadata","spec"],"properties":{"apiVersion":{"type":"string","enum":["chaperone.dev/v1alpha1"]},"kind":{"type":"string","enum":["AuditedConnection"]},"metadata":{"type":"object","required":["name"],"properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","minLength":1,"maxLength":253},"generateName":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]*$","minLength":1,"maxLength":247},"namespace":{"type":"string","default":"default","pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$","minLength":1,"maxLength":63},"labels":{"type":"object","maxProperties":256,"additionalProperties":{"type":"string","maxLength":63}},"annotations":{"type":"object","maxProperties":256,"additionalProperties":{"type":"string","maxLength":262144}},"uid":{"type":"string","maxLength":64},"resourceVersion":{"type":"string","maxLength":128},"generation":{"type":"integer","minimum":0},"creationTimestamp":{"type":"string","nullable":true,"maxLength":64},"deletionTimestamp":{"type":"string","nullable":true,"maxLength":64},"deletionGracePeriodSeconds":{"type":"integer","minimum":0},"finalizers":{"type":"array","maxItems":64,"items":{"type":"string","maxLength":317}},"ownerReferences":{"type":"array","maxItems":64,"items":{"type":"object"}},"managedFields":{"type":"array","maxItems":256,"items":{"type":"object"}},"selfLink":{"type":"string","maxLength":1024}},"additionalProperties":false},"spec":{"type":"object","required":["protocol","target","credential"],"properties":{"protocol":{"type":"string","enum":["Postgres","HTTP","Kubernetes","SSH"]},"target":{"type":"object","required":["host","port"],"properties":{"host":{"type":"string","pattern":"^[A-Za-z0-9:]([A-Za-z0-9.:_-]*[A-Za-z0-9.:])?$","minLength":1,"maxLength":253},"port":{"type":"integer","minimum":1,"maximum":65535},"tls":{"type":"object","default":{},"properties":{"mode":{"type":"string","enum":["Disable","Require","VerifyCA","VerifyFull"],"default":"VerifyFull"},"serverName":{"type":"string","pattern":"^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$","minLength":1,"maxLength":253},"caRef":{"type":"object","required":["kind","name"],"properties":{"kind":{"type":"string","enum":["ConfigMap","Secret"]},"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","minLength":1,"maxLength":253},"key":{"type":"string","default":"ca.crt","pattern":"^[A-Za-z0-9._-]+$","minLength":1,"maxLength":253}},"additionalProperties":false}},"additionalProperties":false},"postgres":{"type":"object","properties":{"authentication":{"type":"array","default":["ScramSHA256"],"minItems":1,"maxItems":3,"uniqueItems":true,"items":{"type":"string","enum":["ScramSHA256","MD5","Cleartext"]}}},"additionalProperties":false},"ssh":{"type":"object","required":["hostKeys"],"properties":{"hostKeys":{"type":"array","minItems":1,"maxItems":16,"uniqueItems":true,"items":{"type":"string","pattern":"^[a-z0-9@.-]+ [A-Za-z0-9+/]+=*( .*)?$","maxLength":4096}}},"additionalProperties":false}},"additionalProperties":false},"aliases":{"type":"array","maxItems":16,"uniqueItems":true,"items":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","minLength":1,"maxLength":253}},"credential":{"type":"object","properties":{"secretRef":{"type":"object","required":["name"],"properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","minLength":1,"maxLength":253}},"additionalProperties":false},"tokenExchange":{"type":"object","required":["tokenEndpoint","subjectToken"],"properties":{"tokenEndpoint":{"type":"string","pattern":"^https://[^\\s]+$","maxLength":2048},"clientSecretRef":{"type":"object","required":["name"],"properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","minLength":1,"maxLength":253}},"additionalProperties":false},"subjectToken":{"type":"string","enum":["Agent","Pod"]},"audience":{"type":"string","minLength":1,"maxLength":2048},"resource":{"type":"string","minLength":1,"maxLength":2048},"scopes":{"type":"array","minItems":1,"maxItems":64,"uniqueItems":true,"items":{"type":"string","pattern":"^[!#-\\[\\]-~]+$","maxLength":256}}},"additionalProperties":false},"serviceAccountToken":{"type":"object","required":["name"],"properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","minLength":1,"maxLength":253},"expiration":{"type":"string","default":"10m","pattern":"^([0-9]{1,9}(ms|s|m|h|d)){1,4}$","maxLength":32},"audiences":{"type":"array","minItems":1,"maxItems":16,"uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":2048}}},"additionalProperties":false}},"additionalProperties":false},"identity":{"type":"object","properties":{"oidc":{"type":"object","required":["issuer","audiences"],"properties":{"issuer":{"type":"string","pattern":"^https://[^\\s]+$","maxLength":2048},"audiences":{"type":"array","minItems":1,"maxItems":16,"uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":2048}},"claims":{"type":"object","maxProperties":32,"additionalProperties":{"type":"string","minLength":1,"maxLength":256}}},"additionalProperties":false}},"additionalProperties":false},"recording":{"type":"object","default":{},"properties":{"responses":{"type":"string","enum":["Full","Summary","None"],"default":"Full"},"maxResponseBytes":{"default":"64Mi","pattern":"^[0-9]{1,15}(Ki|Mi|Gi|Ti|k|M|G|T)?$","maxLength":32,"minimum":1,"maximum":9007199254740991,"type":["integer","string"]},"durability":{"type":"string","enum":["Buffered","Fsync","Replicated"],"default":"Buffered"},"storeRef":{"type":"object","required":["name"],"properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","minLength":1,"maxLength":253}},"additionalProperties":false}},"additionalProperties":false},"limits":{"type":"object","default":{},"properties":{"maxCommandBytes":{"default":"1Mi","pattern":"^[0-9]{1,15}(Ki|Mi|Gi|Ti|k|M|G|T)?$","maxLength":32,"minimum":1,"maximum":9007199254740991,"type":["integer","string"]},"idleTimeout":{"type":"string","default":"30m","pattern":"^([0-9]{1,9}(ms|s|m|h|d)){1,4}$","maxLength":32}},"additionalProperties":false}},"additionalProperties":false},"status":{"type":"object","properties":{"observedGeneration":{"type":"integer","minimum":0},"conditions":{"type":"array","maxItems":32,"items":{"type":"object","required":["type","status","lastTransitionTime","reason","message"],"properties":{"type":{"type":"string","pattern":"^([A-Za-z0-9.-]+/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$","maxLength":316},"status":{"type":"string","enum":["True","False","Unknown"]},"observedGeneration":{"type":"integer","minimum":0},"lastTransitionTime":{"type":"string","maxLength":64,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$"},"reason":{"type":"string","pattern":"^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$","minLength":1,"maxLength":1024},"message":{"type":"string","maxLength":32768}},"additionalProperties":false}}},"additionalProperties":false}},"additionalProperties":false};
const pattern53 = new RegExp("^[A-Za-z0-9:]([A-Za-z0-9.:_-]*[A-Za-z0-9.:])?$", "u");
const pattern54 = new RegExp("^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$", "u");
const pattern56 = new RegExp("^[A-Za-z0-9._-]+$", "u");
const pattern57 = new RegExp("^[a-z0-9@.-]+ [A-Za-z0-9+/]+=*( .*)?$", "u");
const pattern60 = new RegExp("^https://[^\\s]+$", "u");
const pattern62 = new RegExp("^[!#-\\[\\]-~]+$", "u");

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metadata"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.spec === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "spec"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec")) || (key0 === "status"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.apiVersion !== undefined){
let data0 = data.apiVersion;
if(typeof data0 !== "string"){
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!(data0 === "chaperone.dev/v1alpha1")){
const err6 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/enum",keyword:"enum",params:{allowedValues: schema13.properties.apiVersion.enum}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.kind !== undefined){
let data1 = data.kind;
if(typeof data1 !== "string"){
const err7 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!(data1 === "AuditedConnection")){
const err8 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema13.properties.kind.enum}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.metadata !== undefined){
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.namespace === undefined){
data2.namespace = "default";
}
if(data2.name === undefined){
const err9 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
for(const key1 in data2){
if(!(func2.call(schema13.properties.metadata.properties, key1))){
const err10 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 === "string"){
if(func3(data3) > 253){
const err11 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(func3(data3) < 1){
const err12 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!pattern0.test(data3)){
const err13 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data2.generateName !== undefined){
let data4 = data2.generateName;
if(typeof data4 === "string"){
if(func3(data4) > 247){
const err15 = {instancePath:instancePath+"/metadata/generateName",schemaPath:"#/properties/metadata/properties/generateName/maxLength",keyword:"maxLength",params:{limit: 247}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(func3(data4) < 1){
const err16 = {instancePath:instancePath+"/metadata/generateName",schemaPath:"#/properties/metadata/properties/generateName/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!pattern1.test(data4)){
const err17 = {instancePath:instancePath+"/metadata/generateName",schemaPath:"#/properties/metadata/properties/generateName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9.-]*$"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/metadata/generateName",schemaPath:"#/properties/metadata/properties/generateName/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
let data5 = data2.namespace;
if(typeof data5 === "string"){
if(func3(data5) > 63){
const err19 = {instancePath:instancePath+"/metadata/namespace",schemaPath:"#/properties/metadata/properties/namespace/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(func3(data5) < 1){
const err20 = {instancePath:instancePath+"/metadata/namespace",schemaPath:"#/properties/metadata/properties/namespace/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(!pattern2.test(data5)){
const err21 = {instancePath:instancePath+"/metadata/namespace",schemaPath:"#/properties/metadata/properties/namespace/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/metadata/namespace",schemaPath:"#/properties/metadata/properties/namespace/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data2.labels !== undefined){
let data6 = data2.labels;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(Object.keys(data6).length > 256){
const err23 = {instancePath:instancePath+"/metadata/labels",schemaPath:"#/properties/metadata/properties/labels/maxProperties",keyword:"maxProperties",params:{limit: 256}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
for(const key2 in data6){
let data7 = data6[key2];
if(typeof data7 === "string"){
if(func3(data7) > 63){
const err24 = {instancePath:instancePath+"/metadata/labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/properties/labels/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/metadata/labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath:instancePath+"/metadata/labels",schemaPath:"#/properties/metadata/properties/labels/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data2.annotations !== undefined){
let data8 = data2.annotations;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(Object.keys(data8).length > 256){
const err27 = {instancePath:instancePath+"/metadata/annotations",schemaPath:"#/properties/metadata/properties/annotations/maxProperties",keyword:"maxProperties",params:{limit: 256}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
for(const key3 in data8){
let data9 = data8[key3];
if(typeof data9 === "string"){
if(func3(data9) > 262144){
const err28 = {instancePath:instancePath+"/metadata/annotations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/properties/annotations/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 262144}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/metadata/annotations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/properties/annotations/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/metadata/annotations",schemaPath:"#/properties/metadata/properties/annotations/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data2.uid !== undefined){
let data10 = data2.uid;
if(typeof data10 === "string"){
if(func3(data10) > 64){
const err31 = {instancePath:instancePath+"/metadata/uid",schemaPath:"#/properties/metadata/properties/uid/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/metadata/uid",schemaPath:"#/properties/metadata/properties/uid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data2.resourceVersion !== undefined){
let data11 = data2.resourceVersion;
if(typeof data11 === "string"){
if(func3(data11) > 128){
const err33 = {instancePath:instancePath+"/metadata/resourceVersion",schemaPath:"#/properties/metadata/properties/resourceVersion/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/metadata/resourceVersion",schemaPath:"#/properties/metadata/properties/resourceVersion/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data2.generation !== undefined){
let data12 = data2.generation;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
const err35 = {instancePath:instancePath+"/metadata/generation",schemaPath:"#/properties/metadata/properties/generation/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 < 0 || isNaN(data12)){
const err36 = {instancePath:instancePath+"/metadata/generation",schemaPath:"#/properties/metadata/properties/generation/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
if(data2.creationTimestamp !== undefined){
let data13 = data2.creationTimestamp;
if((typeof data13 !== "string") && (data13 !== null)){
const err37 = {instancePath:instancePath+"/metadata/creationTimestamp",schemaPath:"#/properties/metadata/properties/creationTimestamp/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(typeof data13 === "string"){
if(func3(data13) > 64){
const err38 = {instancePath:instancePath+"/metadata/creationTimestamp",schemaPath:"#/properties/metadata/properties/creationTimestamp/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
if(data2.deletionTimestamp !== undefined){
let data14 = data2.deletionTimestamp;
if((typeof data14 !== "string") && (data14 !== null)){
const err39 = {instancePath:instancePath+"/metadata/deletionTimestamp",schemaPath:"#/properties/metadata/properties/deletionTimestamp/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(typeof data14 === "string"){
if(func3(data14) > 64){
const err40 = {instancePath:instancePath+"/metadata/deletionTimestamp",schemaPath:"#/properties/metadata/properties/deletionTimestamp/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
if(data2.deletionGracePeriodSeconds !== undefined){
let data15 = data2.deletionGracePeriodSeconds;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err41 = {instancePath:instancePath+"/metadata/deletionGracePeriodSeconds",schemaPath:"#/properties/metadata/properties/deletionGracePeriodSeconds/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 < 0 || isNaN(data15)){
const err42 = {instancePath:instancePath+"/metadata/deletionGracePeriodSeconds",schemaPath:"#/properties/metadata/properties/deletionGracePeriodSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
if(data2.finalizers !== undefined){
let data16 = data2.finalizers;
if(Array.isArray(data16)){
if(data16.length > 64){
const err43 = {instancePath:instancePath+"/metadata/finalizers",schemaPath:"#/properties/metadata/properties/finalizers/maxItems",keyword:"maxItems",params:{limit: 64}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
const len0 = data16.length;
for(let i0=0; i0<len0; i0++){
let data17 = data16[i0];
if(typeof data17 === "string"){
if(func3(data17) > 317){
const err44 = {instancePath:instancePath+"/metadata/finalizers/" + i0,schemaPath:"#/properties/metadata/properties/finalizers/items/maxLength",keyword:"maxLength",params:{limit: 317}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
else {
const err45 = {instancePath:instancePath+"/metadata/finalizers/" + i0,schemaPath:"#/properties/metadata/properties/finalizers/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
else {
const err46 = {instancePath:instancePath+"/metadata/finalizers",schemaPath:"#/properties/metadata/properties/finalizers/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data2.ownerReferences !== undefined){
let data18 = data2.ownerReferences;
if(Array.isArray(data18)){
if(data18.length > 64){
const err47 = {instancePath:instancePath+"/metadata/ownerReferences",schemaPath:"#/properties/metadata/properties/ownerReferences/maxItems",keyword:"maxItems",params:{limit: 64}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
const len1 = data18.length;
for(let i1=0; i1<len1; i1++){
let data19 = data18[i1];
if(!(data19 && typeof data19 == "object" && !Array.isArray(data19))){
const err48 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1,schemaPath:"#/properties/metadata/properties/ownerReferences/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
else {
const err49 = {instancePath:instancePath+"/metadata/ownerReferences",schemaPath:"#/properties/metadata/properties/ownerReferences/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data2.managedFields !== undefined){
let data20 = data2.managedFields;
if(Array.isArray(data20)){
if(data20.length > 256){
const err50 = {instancePath:instancePath+"/metadata/managedFields",schemaPath:"#/properties/metadata/properties/managedFields/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
const len2 = data20.length;
for(let i2=0; i2<len2; i2++){
let data21 = data20[i2];
if(!(data21 && typeof data21 == "object" && !Array.isArray(data21))){
const err51 = {instancePath:instancePath+"/metadata/managedFields/" + i2,schemaPath:"#/properties/metadata/properties/managedFields/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
else {
const err52 = {instancePath:instancePath+"/metadata/managedFields",schemaPath:"#/properties/metadata/properties/managedFields/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data2.selfLink !== undefined){
let data22 = data2.selfLink;
if(typeof data22 === "string"){
if(func3(data22) > 1024){
const err53 = {instancePath:instancePath+"/metadata/selfLink",schemaPath:"#/properties/metadata/properties/selfLink/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
else {
const err54 = {instancePath:instancePath+"/metadata/selfLink",schemaPath:"#/properties/metadata/properties/selfLink/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
else {
const err55 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data.spec !== undefined){
let data23 = data.spec;
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
if(data23.recording === undefined){
data23.recording = {};
}
if(data23.limits === undefined){
data23.limits = {};
}
if(data23.protocol === undefined){
const err56 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "protocol"}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(data23.target === undefined){
const err57 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "target"}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if(data23.credential === undefined){
const err58 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "credential"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
for(const key4 in data23){
if(!(((((((key4 === "protocol") || (key4 === "target")) || (key4 === "aliases")) || (key4 === "credential")) || (key4 === "identity")) || (key4 === "recording")) || (key4 === "limits"))){
const err59 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data23.protocol !== undefined){
let data24 = data23.protocol;
if(typeof data24 !== "string"){
const err60 = {instancePath:instancePath+"/spec/protocol",schemaPath:"#/properties/spec/properties/protocol/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(!((((data24 === "Postgres") || (data24 === "HTTP")) || (data24 === "Kubernetes")) || (data24 === "SSH"))){
const err61 = {instancePath:instancePath+"/spec/protocol",schemaPath:"#/properties/spec/properties/protocol/enum",keyword:"enum",params:{allowedValues: schema13.properties.spec.properties.protocol.enum}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data23.target !== undefined){
let data25 = data23.target;
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(data25.tls === undefined){
data25.tls = {};
}
if(data25.host === undefined){
const err62 = {instancePath:instancePath+"/spec/target",schemaPath:"#/properties/spec/properties/target/required",keyword:"required",params:{missingProperty: "host"}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if(data25.port === undefined){
const err63 = {instancePath:instancePath+"/spec/target",schemaPath:"#/properties/spec/properties/target/required",keyword:"required",params:{missingProperty: "port"}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
for(const key5 in data25){
if(!(((((key5 === "host") || (key5 === "port")) || (key5 === "tls")) || (key5 === "postgres")) || (key5 === "ssh"))){
const err64 = {instancePath:instancePath+"/spec/target",schemaPath:"#/properties/spec/properties/target/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data25.host !== undefined){
let data26 = data25.host;
if(typeof data26 === "string"){
if(func3(data26) > 253){
const err65 = {instancePath:instancePath+"/spec/target/host",schemaPath:"#/properties/spec/properties/target/properties/host/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(func3(data26) < 1){
const err66 = {instancePath:instancePath+"/spec/target/host",schemaPath:"#/properties/spec/properties/target/properties/host/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(!pattern53.test(data26)){
const err67 = {instancePath:instancePath+"/spec/target/host",schemaPath:"#/properties/spec/properties/target/properties/host/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9:]([A-Za-z0-9.:_-]*[A-Za-z0-9.:])?$"}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
else {
const err68 = {instancePath:instancePath+"/spec/target/host",schemaPath:"#/properties/spec/properties/target/properties/host/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data25.port !== undefined){
let data27 = data25.port;
if(!(((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27))) && (isFinite(data27)))){
const err69 = {instancePath:instancePath+"/spec/target/port",schemaPath:"#/properties/spec/properties/target/properties/port/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if((typeof data27 == "number") && (isFinite(data27))){
if(data27 > 65535 || isNaN(data27)){
const err70 = {instancePath:instancePath+"/spec/target/port",schemaPath:"#/properties/spec/properties/target/properties/port/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if(data27 < 1 || isNaN(data27)){
const err71 = {instancePath:instancePath+"/spec/target/port",schemaPath:"#/properties/spec/properties/target/properties/port/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
}
let data28 = data25.tls;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
if(data28.mode === undefined){
data28.mode = "VerifyFull";
}
for(const key6 in data28){
if(!(((key6 === "mode") || (key6 === "serverName")) || (key6 === "caRef"))){
const err72 = {instancePath:instancePath+"/spec/target/tls",schemaPath:"#/properties/spec/properties/target/properties/tls/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
let data29 = data28.mode;
if(typeof data29 !== "string"){
const err73 = {instancePath:instancePath+"/spec/target/tls/mode",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/mode/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
if(!((((data29 === "Disable") || (data29 === "Require")) || (data29 === "VerifyCA")) || (data29 === "VerifyFull"))){
const err74 = {instancePath:instancePath+"/spec/target/tls/mode",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/mode/enum",keyword:"enum",params:{allowedValues: schema13.properties.spec.properties.target.properties.tls.properties.mode.enum}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if(data28.serverName !== undefined){
let data30 = data28.serverName;
if(typeof data30 === "string"){
if(func3(data30) > 253){
const err75 = {instancePath:instancePath+"/spec/target/tls/serverName",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/serverName/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
if(func3(data30) < 1){
const err76 = {instancePath:instancePath+"/spec/target/tls/serverName",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/serverName/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if(!pattern54.test(data30)){
const err77 = {instancePath:instancePath+"/spec/target/tls/serverName",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/serverName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$"}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
else {
const err78 = {instancePath:instancePath+"/spec/target/tls/serverName",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/serverName/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data28.caRef !== undefined){
let data31 = data28.caRef;
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
if(data31.key === undefined){
data31.key = "ca.crt";
}
if(data31.kind === undefined){
const err79 = {instancePath:instancePath+"/spec/target/tls/caRef",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/caRef/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
if(data31.name === undefined){
const err80 = {instancePath:instancePath+"/spec/target/tls/caRef",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/caRef/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
for(const key7 in data31){
if(!(((key7 === "kind") || (key7 === "name")) || (key7 === "key"))){
const err81 = {instancePath:instancePath+"/spec/target/tls/caRef",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/caRef/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data31.kind !== undefined){
let data32 = data31.kind;
if(typeof data32 !== "string"){
const err82 = {instancePath:instancePath+"/spec/target/tls/caRef/kind",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/caRef/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if(!((data32 === "ConfigMap") || (data32 === "Secret"))){
const err83 = {instancePath:instancePath+"/spec/target/tls/caRef/kind",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/caRef/properties/kind/enum",keyword:"enum",params:{allowedValues: schema13.properties.spec.properties.target.properties.tls.properties.caRef.properties.kind.enum}};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
if(data31.name !== undefined){
let data33 = data31.name;
if(typeof data33 === "string"){
if(func3(data33) > 253){
const err84 = {instancePath:instancePath+"/spec/target/tls/caRef/name",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/caRef/properties/name/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
if(func3(data33) < 1){
const err85 = {instancePath:instancePath+"/spec/target/tls/caRef/name",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/caRef/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
if(!pattern0.test(data33)){
const err86 = {instancePath:instancePath+"/spec/target/tls/caRef/name",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/caRef/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
else {
const err87 = {instancePath:instancePath+"/spec/target/tls/caRef/name",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/caRef/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
let data34 = data31.key;
if(typeof data34 === "string"){
if(func3(data34) > 253){
const err88 = {instancePath:instancePath+"/spec/target/tls/caRef/key",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/caRef/properties/key/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
if(func3(data34) < 1){
const err89 = {instancePath:instancePath+"/spec/target/tls/caRef/key",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/caRef/properties/key/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
if(!pattern56.test(data34)){
const err90 = {instancePath:instancePath+"/spec/target/tls/caRef/key",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/caRef/properties/key/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._-]+$"}};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
else {
const err91 = {instancePath:instancePath+"/spec/target/tls/caRef/key",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/caRef/properties/key/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
else {
const err92 = {instancePath:instancePath+"/spec/target/tls/caRef",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/caRef/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
}
else {
const err93 = {instancePath:instancePath+"/spec/target/tls",schemaPath:"#/properties/spec/properties/target/properties/tls/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
if(data25.postgres !== undefined){
let data35 = data25.postgres;
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
if(data35.authentication === undefined){
data35.authentication = ["ScramSHA256"];
}
for(const key8 in data35){
if(!(key8 === "authentication")){
const err94 = {instancePath:instancePath+"/spec/target/postgres",schemaPath:"#/properties/spec/properties/target/properties/postgres/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8}};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
let data36 = data35.authentication;
if(Array.isArray(data36)){
if(data36.length > 3){
const err95 = {instancePath:instancePath+"/spec/target/postgres/authentication",schemaPath:"#/properties/spec/properties/target/properties/postgres/properties/authentication/maxItems",keyword:"maxItems",params:{limit: 3}};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
if(data36.length < 1){
const err96 = {instancePath:instancePath+"/spec/target/postgres/authentication",schemaPath:"#/properties/spec/properties/target/properties/postgres/properties/authentication/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
const len3 = data36.length;
for(let i3=0; i3<len3; i3++){
let data37 = data36[i3];
if(typeof data37 !== "string"){
const err97 = {instancePath:instancePath+"/spec/target/postgres/authentication/" + i3,schemaPath:"#/properties/spec/properties/target/properties/postgres/properties/authentication/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
if(!(((data37 === "ScramSHA256") || (data37 === "MD5")) || (data37 === "Cleartext"))){
const err98 = {instancePath:instancePath+"/spec/target/postgres/authentication/" + i3,schemaPath:"#/properties/spec/properties/target/properties/postgres/properties/authentication/items/enum",keyword:"enum",params:{allowedValues: schema13.properties.spec.properties.target.properties.postgres.properties.authentication.items.enum}};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
let i4 = data36.length;
let j0;
if(i4 > 1){
const indices0 = {};
for(;i4--;){
let item0 = data36[i4];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err99 = {instancePath:instancePath+"/spec/target/postgres/authentication",schemaPath:"#/properties/spec/properties/target/properties/postgres/properties/authentication/uniqueItems",keyword:"uniqueItems",params:{i: i4, j: j0}};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
break;
}
indices0[item0] = i4;
}
}
}
else {
const err100 = {instancePath:instancePath+"/spec/target/postgres/authentication",schemaPath:"#/properties/spec/properties/target/properties/postgres/properties/authentication/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
else {
const err101 = {instancePath:instancePath+"/spec/target/postgres",schemaPath:"#/properties/spec/properties/target/properties/postgres/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
if(data25.ssh !== undefined){
let data38 = data25.ssh;
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
if(data38.hostKeys === undefined){
const err102 = {instancePath:instancePath+"/spec/target/ssh",schemaPath:"#/properties/spec/properties/target/properties/ssh/required",keyword:"required",params:{missingProperty: "hostKeys"}};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
for(const key9 in data38){
if(!(key9 === "hostKeys")){
const err103 = {instancePath:instancePath+"/spec/target/ssh",schemaPath:"#/properties/spec/properties/target/properties/ssh/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9}};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
if(data38.hostKeys !== undefined){
let data39 = data38.hostKeys;
if(Array.isArray(data39)){
if(data39.length > 16){
const err104 = {instancePath:instancePath+"/spec/target/ssh/hostKeys",schemaPath:"#/properties/spec/properties/target/properties/ssh/properties/hostKeys/maxItems",keyword:"maxItems",params:{limit: 16}};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if(data39.length < 1){
const err105 = {instancePath:instancePath+"/spec/target/ssh/hostKeys",schemaPath:"#/properties/spec/properties/target/properties/ssh/properties/hostKeys/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
const len4 = data39.length;
for(let i5=0; i5<len4; i5++){
let data40 = data39[i5];
if(typeof data40 === "string"){
if(func3(data40) > 4096){
const err106 = {instancePath:instancePath+"/spec/target/ssh/hostKeys/" + i5,schemaPath:"#/properties/spec/properties/target/properties/ssh/properties/hostKeys/items/maxLength",keyword:"maxLength",params:{limit: 4096}};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
if(!pattern57.test(data40)){
const err107 = {instancePath:instancePath+"/spec/target/ssh/hostKeys/" + i5,schemaPath:"#/properties/spec/properties/target/properties/ssh/properties/hostKeys/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9@.-]+ [A-Za-z0-9+/]+=*( .*)?$"}};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
else {
const err108 = {instancePath:instancePath+"/spec/target/ssh/hostKeys/" + i5,schemaPath:"#/properties/spec/properties/target/properties/ssh/properties/hostKeys/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
let i6 = data39.length;
let j1;
if(i6 > 1){
const indices1 = {};
for(;i6--;){
let item1 = data39[i6];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err109 = {instancePath:instancePath+"/spec/target/ssh/hostKeys",schemaPath:"#/properties/spec/properties/target/properties/ssh/properties/hostKeys/uniqueItems",keyword:"uniqueItems",params:{i: i6, j: j1}};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
break;
}
indices1[item1] = i6;
}
}
}
else {
const err110 = {instancePath:instancePath+"/spec/target/ssh/hostKeys",schemaPath:"#/properties/spec/properties/target/properties/ssh/properties/hostKeys/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
}
else {
const err111 = {instancePath:instancePath+"/spec/target/ssh",schemaPath:"#/properties/spec/properties/target/properties/ssh/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
}
else {
const err112 = {instancePath:instancePath+"/spec/target",schemaPath:"#/properties/spec/properties/target/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
if(data23.aliases !== undefined){
let data41 = data23.aliases;
if(Array.isArray(data41)){
if(data41.length > 16){
const err113 = {instancePath:instancePath+"/spec/aliases",schemaPath:"#/properties/spec/properties/aliases/maxItems",keyword:"maxItems",params:{limit: 16}};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
const len5 = data41.length;
for(let i7=0; i7<len5; i7++){
let data42 = data41[i7];
if(typeof data42 === "string"){
if(func3(data42) > 253){
const err114 = {instancePath:instancePath+"/spec/aliases/" + i7,schemaPath:"#/properties/spec/properties/aliases/items/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
if(func3(data42) < 1){
const err115 = {instancePath:instancePath+"/spec/aliases/" + i7,schemaPath:"#/properties/spec/properties/aliases/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
if(!pattern0.test(data42)){
const err116 = {instancePath:instancePath+"/spec/aliases/" + i7,schemaPath:"#/properties/spec/properties/aliases/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
else {
const err117 = {instancePath:instancePath+"/spec/aliases/" + i7,schemaPath:"#/properties/spec/properties/aliases/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
let i8 = data41.length;
let j2;
if(i8 > 1){
const indices2 = {};
for(;i8--;){
let item2 = data41[i8];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err118 = {instancePath:instancePath+"/spec/aliases",schemaPath:"#/properties/spec/properties/aliases/uniqueItems",keyword:"uniqueItems",params:{i: i8, j: j2}};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
break;
}
indices2[item2] = i8;
}
}
}
else {
const err119 = {instancePath:instancePath+"/spec/aliases",schemaPath:"#/properties/spec/properties/aliases/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
if(data23.credential !== undefined){
let data43 = data23.credential;
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
for(const key10 in data43){
if(!(((key10 === "secretRef") || (key10 === "tokenExchange")) || (key10 === "serviceAccountToken"))){
const err120 = {instancePath:instancePath+"/spec/credential",schemaPath:"#/properties/spec/properties/credential/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10}};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
if(data43.secretRef !== undefined){
let data44 = data43.secretRef;
if(data44 && typeof data44 == "object" && !Array.isArray(data44)){
if(data44.name === undefined){
const err121 = {instancePath:instancePath+"/spec/credential/secretRef",schemaPath:"#/properties/spec/properties/credential/properties/secretRef/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
for(const key11 in data44){
if(!(key11 === "name")){
const err122 = {instancePath:instancePath+"/spec/credential/secretRef",schemaPath:"#/properties/spec/properties/credential/properties/secretRef/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11}};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
if(data44.name !== undefined){
let data45 = data44.name;
if(typeof data45 === "string"){
if(func3(data45) > 253){
const err123 = {instancePath:instancePath+"/spec/credential/secretRef/name",schemaPath:"#/properties/spec/properties/credential/properties/secretRef/properties/name/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
if(func3(data45) < 1){
const err124 = {instancePath:instancePath+"/spec/credential/secretRef/name",schemaPath:"#/properties/spec/properties/credential/properties/secretRef/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
if(!pattern0.test(data45)){
const err125 = {instancePath:instancePath+"/spec/credential/secretRef/name",schemaPath:"#/properties/spec/properties/credential/properties/secretRef/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
else {
const err126 = {instancePath:instancePath+"/spec/credential/secretRef/name",schemaPath:"#/properties/spec/properties/credential/properties/secretRef/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
}
else {
const err127 = {instancePath:instancePath+"/spec/credential/secretRef",schemaPath:"#/properties/spec/properties/credential/properties/secretRef/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
if(data43.tokenExchange !== undefined){
let data46 = data43.tokenExchange;
if(data46 && typeof data46 == "object" && !Array.isArray(data46)){
if(data46.tokenEndpoint === undefined){
const err128 = {instancePath:instancePath+"/spec/credential/tokenExchange",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/required",keyword:"required",params:{missingProperty: "tokenEndpoint"}};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
if(data46.subjectToken === undefined){
const err129 = {instancePath:instancePath+"/spec/credential/tokenExchange",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/required",keyword:"required",params:{missingProperty: "subjectToken"}};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
for(const key12 in data46){
if(!((((((key12 === "tokenEndpoint") || (key12 === "clientSecretRef")) || (key12 === "subjectToken")) || (key12 === "audience")) || (key12 === "resource")) || (key12 === "scopes"))){
const err130 = {instancePath:instancePath+"/spec/credential/tokenExchange",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12}};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
if(data46.tokenEndpoint !== undefined){
let data47 = data46.tokenEndpoint;
if(typeof data47 === "string"){
if(func3(data47) > 2048){
const err131 = {instancePath:instancePath+"/spec/credential/tokenExchange/tokenEndpoint",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/tokenEndpoint/maxLength",keyword:"maxLength",params:{limit: 2048}};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
if(!pattern60.test(data47)){
const err132 = {instancePath:instancePath+"/spec/credential/tokenExchange/tokenEndpoint",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/tokenEndpoint/pattern",keyword:"pattern",params:{pattern: "^https://[^\\s]+$"}};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
else {
const err133 = {instancePath:instancePath+"/spec/credential/tokenExchange/tokenEndpoint",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/tokenEndpoint/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
if(data46.clientSecretRef !== undefined){
let data48 = data46.clientSecretRef;
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
if(data48.name === undefined){
const err134 = {instancePath:instancePath+"/spec/credential/tokenExchange/clientSecretRef",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/clientSecretRef/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
for(const key13 in data48){
if(!(key13 === "name")){
const err135 = {instancePath:instancePath+"/spec/credential/tokenExchange/clientSecretRef",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/clientSecretRef/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13}};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
if(data48.name !== undefined){
let data49 = data48.name;
if(typeof data49 === "string"){
if(func3(data49) > 253){
const err136 = {instancePath:instancePath+"/spec/credential/tokenExchange/clientSecretRef/name",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/clientSecretRef/properties/name/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
if(func3(data49) < 1){
const err137 = {instancePath:instancePath+"/spec/credential/tokenExchange/clientSecretRef/name",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/clientSecretRef/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
if(!pattern0.test(data49)){
const err138 = {instancePath:instancePath+"/spec/credential/tokenExchange/clientSecretRef/name",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/clientSecretRef/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
}
else {
const err139 = {instancePath:instancePath+"/spec/credential/tokenExchange/clientSecretRef/name",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/clientSecretRef/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
}
else {
const err140 = {instancePath:instancePath+"/spec/credential/tokenExchange/clientSecretRef",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/clientSecretRef/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
if(data46.subjectToken !== undefined){
let data50 = data46.subjectToken;
if(typeof data50 !== "string"){
const err141 = {instancePath:instancePath+"/spec/credential/tokenExchange/subjectToken",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/subjectToken/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
if(!((data50 === "Agent") || (data50 === "Pod"))){
const err142 = {instancePath:instancePath+"/spec/credential/tokenExchange/subjectToken",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/subjectToken/enum",keyword:"enum",params:{allowedValues: schema13.properties.spec.properties.credential.properties.tokenExchange.properties.subjectToken.enum}};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
if(data46.audience !== undefined){
let data51 = data46.audience;
if(typeof data51 === "string"){
if(func3(data51) > 2048){
const err143 = {instancePath:instancePath+"/spec/credential/tokenExchange/audience",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/audience/maxLength",keyword:"maxLength",params:{limit: 2048}};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
if(func3(data51) < 1){
const err144 = {instancePath:instancePath+"/spec/credential/tokenExchange/audience",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/audience/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
else {
const err145 = {instancePath:instancePath+"/spec/credential/tokenExchange/audience",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/audience/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
if(data46.resource !== undefined){
let data52 = data46.resource;
if(typeof data52 === "string"){
if(func3(data52) > 2048){
const err146 = {instancePath:instancePath+"/spec/credential/tokenExchange/resource",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/resource/maxLength",keyword:"maxLength",params:{limit: 2048}};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
if(func3(data52) < 1){
const err147 = {instancePath:instancePath+"/spec/credential/tokenExchange/resource",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/resource/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
else {
const err148 = {instancePath:instancePath+"/spec/credential/tokenExchange/resource",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/resource/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
if(data46.scopes !== undefined){
let data53 = data46.scopes;
if(Array.isArray(data53)){
if(data53.length > 64){
const err149 = {instancePath:instancePath+"/spec/credential/tokenExchange/scopes",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/scopes/maxItems",keyword:"maxItems",params:{limit: 64}};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
if(data53.length < 1){
const err150 = {instancePath:instancePath+"/spec/credential/tokenExchange/scopes",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/scopes/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
const len6 = data53.length;
for(let i9=0; i9<len6; i9++){
let data54 = data53[i9];
if(typeof data54 === "string"){
if(func3(data54) > 256){
const err151 = {instancePath:instancePath+"/spec/credential/tokenExchange/scopes/" + i9,schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/scopes/items/maxLength",keyword:"maxLength",params:{limit: 256}};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
if(!pattern62.test(data54)){
const err152 = {instancePath:instancePath+"/spec/credential/tokenExchange/scopes/" + i9,schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/scopes/items/pattern",keyword:"pattern",params:{pattern: "^[!#-\\[\\]-~]+$"}};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
else {
const err153 = {instancePath:instancePath+"/spec/credential/tokenExchange/scopes/" + i9,schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/scopes/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
let i10 = data53.length;
let j3;
if(i10 > 1){
const indices3 = {};
for(;i10--;){
let item3 = data53[i10];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
const err154 = {instancePath:instancePath+"/spec/credential/tokenExchange/scopes",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/scopes/uniqueItems",keyword:"uniqueItems",params:{i: i10, j: j3}};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
break;
}
indices3[item3] = i10;
}
}
}
else {
const err155 = {instancePath:instancePath+"/spec/credential/tokenExchange/scopes",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/scopes/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
}
}
else {
const err156 = {instancePath:instancePath+"/spec/credential/tokenExchange",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
if(data43.serviceAccountToken !== undefined){
let data55 = data43.serviceAccountToken;
if(data55 && typeof data55 == "object" && !Array.isArray(data55)){
if(data55.expiration === undefined){
data55.expiration = "10m";
}
if(data55.name === undefined){
const err157 = {instancePath:instancePath+"/spec/credential/serviceAccountToken",schemaPath:"#/properties/spec/properties/credential/properties/serviceAccountToken/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
for(const key14 in data55){
if(!(((key14 === "name") || (key14 === "expiration")) || (key14 === "audiences"))){
const err158 = {instancePath:instancePath+"/spec/credential/serviceAccountToken",schemaPath:"#/properties/spec/properties/credential/properties/serviceAccountToken/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14}};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
if(data55.name !== undefined){
let data56 = data55.name;
if(typeof data56 === "string"){
if(func3(data56) > 253){
const err159 = {instancePath:instancePath+"/spec/credential/serviceAccountToken/name",schemaPath:"#/properties/spec/properties/credential/properties/serviceAccountToken/properties/name/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
if(func3(data56) < 1){
const err160 = {instancePath:instancePath+"/spec/credential/serviceAccountToken/name",schemaPath:"#/properties/spec/properties/credential/properties/serviceAccountToken/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
if(!pattern0.test(data56)){
const err161 = {instancePath:instancePath+"/spec/credential/serviceAccountToken/name",schemaPath:"#/properties/spec/properties/credential/properties/serviceAccountToken/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
else {
const err162 = {instancePath:instancePath+"/spec/credential/serviceAccountToken/name",schemaPath:"#/properties/spec/properties/credential/properties/serviceAccountToken/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
}
let data57 = data55.expiration;
if(typeof data57 === "string"){
if(func3(data57) > 32){
const err163 = {instancePath:instancePath+"/spec/credential/serviceAccountToken/expiration",schemaPath:"#/properties/spec/properties/credential/properties/serviceAccountToken/properties/expiration/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
if(!pattern19.test(data57)){
const err164 = {instancePath:instancePath+"/spec/credential/serviceAccountToken/expiration",schemaPath:"#/properties/spec/properties/credential/properties/serviceAccountToken/properties/expiration/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}(ms|s|m|h|d)){1,4}$"}};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
else {
const err165 = {instancePath:instancePath+"/spec/credential/serviceAccountToken/expiration",schemaPath:"#/properties/spec/properties/credential/properties/serviceAccountToken/properties/expiration/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
if(data55.audiences !== undefined){
let data58 = data55.audiences;
if(Array.isArray(data58)){
if(data58.length > 16){
const err166 = {instancePath:instancePath+"/spec/credential/serviceAccountToken/audiences",schemaPath:"#/properties/spec/properties/credential/properties/serviceAccountToken/properties/audiences/maxItems",keyword:"maxItems",params:{limit: 16}};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
if(data58.length < 1){
const err167 = {instancePath:instancePath+"/spec/credential/serviceAccountToken/audiences",schemaPath:"#/properties/spec/properties/credential/properties/serviceAccountToken/properties/audiences/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
const len7 = data58.length;
for(let i11=0; i11<len7; i11++){
let data59 = data58[i11];
if(typeof data59 === "string"){
if(func3(data59) > 2048){
const err168 = {instancePath:instancePath+"/spec/credential/serviceAccountToken/audiences/" + i11,schemaPath:"#/properties/spec/properties/credential/properties/serviceAccountToken/properties/audiences/items/maxLength",keyword:"maxLength",params:{limit: 2048}};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
if(func3(data59) < 1){
const err169 = {instancePath:instancePath+"/spec/credential/serviceAccountToken/audiences/" + i11,schemaPath:"#/properties/spec/properties/credential/properties/serviceAccountToken/properties/audiences/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
}
else {
const err170 = {instancePath:instancePath+"/spec/credential/serviceAccountToken/audiences/" + i11,schemaPath:"#/properties/spec/properties/credential/properties/serviceAccountToken/properties/audiences/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
}
let i12 = data58.length;
let j4;
if(i12 > 1){
const indices4 = {};
for(;i12--;){
let item4 = data58[i12];
if(typeof item4 !== "string"){
continue;
}
if(typeof indices4[item4] == "number"){
j4 = indices4[item4];
const err171 = {instancePath:instancePath+"/spec/credential/serviceAccountToken/audiences",schemaPath:"#/properties/spec/properties/credential/properties/serviceAccountToken/properties/audiences/uniqueItems",keyword:"uniqueItems",params:{i: i12, j: j4}};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
break;
}
indices4[item4] = i12;
}
}
}
else {
const err172 = {instancePath:instancePath+"/spec/credential/serviceAccountToken/audiences",schemaPath:"#/properties/spec/properties/credential/properties/serviceAccountToken/properties/audiences/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
}
}
else {
const err173 = {instancePath:instancePath+"/spec/credential/serviceAccountToken",schemaPath:"#/properties/spec/properties/credential/properties/serviceAccountToken/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
}
}
else {
const err174 = {instancePath:instancePath+"/spec/credential",schemaPath:"#/properties/spec/properties/credential/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
}
if(data23.identity !== undefined){
let data60 = data23.identity;
if(data60 && typeof data60 == "object" && !Array.isArray(data60)){
for(const key15 in data60){
if(!(key15 === "oidc")){
const err175 = {instancePath:instancePath+"/spec/identity",schemaPath:"#/properties/spec/properties/identity/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15}};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
}
if(data60.oidc !== undefined){
let data61 = data60.oidc;
if(data61 && typeof data61 == "object" && !Array.isArray(data61)){
if(data61.issuer === undefined){
const err176 = {instancePath:instancePath+"/spec/identity/oidc",schemaPath:"#/properties/spec/properties/identity/properties/oidc/required",keyword:"required",params:{missingProperty: "issuer"}};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
if(data61.audiences === undefined){
const err177 = {instancePath:instancePath+"/spec/identity/oidc",schemaPath:"#/properties/spec/properties/identity/properties/oidc/required",keyword:"required",params:{missingProperty: "audiences"}};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
for(const key16 in data61){
if(!(((key16 === "issuer") || (key16 === "audiences")) || (key16 === "claims"))){
const err178 = {instancePath:instancePath+"/spec/identity/oidc",schemaPath:"#/properties/spec/properties/identity/properties/oidc/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16}};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
}
if(data61.issuer !== undefined){
let data62 = data61.issuer;
if(typeof data62 === "string"){
if(func3(data62) > 2048){
const err179 = {instancePath:instancePath+"/spec/identity/oidc/issuer",schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/issuer/maxLength",keyword:"maxLength",params:{limit: 2048}};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
if(!pattern60.test(data62)){
const err180 = {instancePath:instancePath+"/spec/identity/oidc/issuer",schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/issuer/pattern",keyword:"pattern",params:{pattern: "^https://[^\\s]+$"}};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
}
else {
const err181 = {instancePath:instancePath+"/spec/identity/oidc/issuer",schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/issuer/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
}
if(data61.audiences !== undefined){
let data63 = data61.audiences;
if(Array.isArray(data63)){
if(data63.length > 16){
const err182 = {instancePath:instancePath+"/spec/identity/oidc/audiences",schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/audiences/maxItems",keyword:"maxItems",params:{limit: 16}};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
if(data63.length < 1){
const err183 = {instancePath:instancePath+"/spec/identity/oidc/audiences",schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/audiences/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
const len8 = data63.length;
for(let i13=0; i13<len8; i13++){
let data64 = data63[i13];
if(typeof data64 === "string"){
if(func3(data64) > 2048){
const err184 = {instancePath:instancePath+"/spec/identity/oidc/audiences/" + i13,schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/audiences/items/maxLength",keyword:"maxLength",params:{limit: 2048}};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
if(func3(data64) < 1){
const err185 = {instancePath:instancePath+"/spec/identity/oidc/audiences/" + i13,schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/audiences/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
}
else {
const err186 = {instancePath:instancePath+"/spec/identity/oidc/audiences/" + i13,schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/audiences/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
}
let i14 = data63.length;
let j5;
if(i14 > 1){
const indices5 = {};
for(;i14--;){
let item5 = data63[i14];
if(typeof item5 !== "string"){
continue;
}
if(typeof indices5[item5] == "number"){
j5 = indices5[item5];
const err187 = {instancePath:instancePath+"/spec/identity/oidc/audiences",schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/audiences/uniqueItems",keyword:"uniqueItems",params:{i: i14, j: j5}};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
break;
}
indices5[item5] = i14;
}
}
}
else {
const err188 = {instancePath:instancePath+"/spec/identity/oidc/audiences",schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/audiences/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
}
if(data61.claims !== undefined){
let data65 = data61.claims;
if(data65 && typeof data65 == "object" && !Array.isArray(data65)){
if(Object.keys(data65).length > 32){
const err189 = {instancePath:instancePath+"/spec/identity/oidc/claims",schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/claims/maxProperties",keyword:"maxProperties",params:{limit: 32}};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
for(const key17 in data65){
let data66 = data65[key17];
if(typeof data66 === "string"){
if(func3(data66) > 256){
const err190 = {instancePath:instancePath+"/spec/identity/oidc/claims/" + key17.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/claims/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 256}};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
if(func3(data66) < 1){
const err191 = {instancePath:instancePath+"/spec/identity/oidc/claims/" + key17.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/claims/additionalProperties/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
}
else {
const err192 = {instancePath:instancePath+"/spec/identity/oidc/claims/" + key17.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/claims/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
}
}
else {
const err193 = {instancePath:instancePath+"/spec/identity/oidc/claims",schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/claims/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
}
}
else {
const err194 = {instancePath:instancePath+"/spec/identity/oidc",schemaPath:"#/properties/spec/properties/identity/properties/oidc/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
}
}
else {
const err195 = {instancePath:instancePath+"/spec/identity",schemaPath:"#/properties/spec/properties/identity/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
}
let data67 = data23.recording;
if(data67 && typeof data67 == "object" && !Array.isArray(data67)){
if(data67.responses === undefined){
data67.responses = "Full";
}
if(data67.maxResponseBytes === undefined){
data67.maxResponseBytes = "64Mi";
}
if(data67.durability === undefined){
data67.durability = "Buffered";
}
for(const key18 in data67){
if(!((((key18 === "responses") || (key18 === "maxResponseBytes")) || (key18 === "durability")) || (key18 === "storeRef"))){
const err196 = {instancePath:instancePath+"/spec/recording",schemaPath:"#/properties/spec/properties/recording/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18}};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
}
let data68 = data67.responses;
if(typeof data68 !== "string"){
const err197 = {instancePath:instancePath+"/spec/recording/responses",schemaPath:"#/properties/spec/properties/recording/properties/responses/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
if(!(((data68 === "Full") || (data68 === "Summary")) || (data68 === "None"))){
const err198 = {instancePath:instancePath+"/spec/recording/responses",schemaPath:"#/properties/spec/properties/recording/properties/responses/enum",keyword:"enum",params:{allowedValues: schema13.properties.spec.properties.recording.properties.responses.enum}};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
let data69 = data67.maxResponseBytes;
if((!(((typeof data69 == "number") && (!(data69 % 1) && !isNaN(data69))) && (isFinite(data69)))) && (typeof data69 !== "string")){
const err199 = {instancePath:instancePath+"/spec/recording/maxResponseBytes",schemaPath:"#/properties/spec/properties/recording/properties/maxResponseBytes/type",keyword:"type",params:{type: schema13.properties.spec.properties.recording.properties.maxResponseBytes.type}};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
if((typeof data69 == "number") && (isFinite(data69))){
if(data69 > 9007199254740991 || isNaN(data69)){
const err200 = {instancePath:instancePath+"/spec/recording/maxResponseBytes",schemaPath:"#/properties/spec/properties/recording/properties/maxResponseBytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
if(data69 < 1 || isNaN(data69)){
const err201 = {instancePath:instancePath+"/spec/recording/maxResponseBytes",schemaPath:"#/properties/spec/properties/recording/properties/maxResponseBytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
}
if(typeof data69 === "string"){
if(func3(data69) > 32){
const err202 = {instancePath:instancePath+"/spec/recording/maxResponseBytes",schemaPath:"#/properties/spec/properties/recording/properties/maxResponseBytes/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
if(!pattern27.test(data69)){
const err203 = {instancePath:instancePath+"/spec/recording/maxResponseBytes",schemaPath:"#/properties/spec/properties/recording/properties/maxResponseBytes/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,15}(Ki|Mi|Gi|Ti|k|M|G|T)?$"}};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
}
let data70 = data67.durability;
if(typeof data70 !== "string"){
const err204 = {instancePath:instancePath+"/spec/recording/durability",schemaPath:"#/properties/spec/properties/recording/properties/durability/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
if(!(((data70 === "Buffered") || (data70 === "Fsync")) || (data70 === "Replicated"))){
const err205 = {instancePath:instancePath+"/spec/recording/durability",schemaPath:"#/properties/spec/properties/recording/properties/durability/enum",keyword:"enum",params:{allowedValues: schema13.properties.spec.properties.recording.properties.durability.enum}};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
if(data67.storeRef !== undefined){
let data71 = data67.storeRef;
if(data71 && typeof data71 == "object" && !Array.isArray(data71)){
if(data71.name === undefined){
const err206 = {instancePath:instancePath+"/spec/recording/storeRef",schemaPath:"#/properties/spec/properties/recording/properties/storeRef/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
for(const key19 in data71){
if(!(key19 === "name")){
const err207 = {instancePath:instancePath+"/spec/recording/storeRef",schemaPath:"#/properties/spec/properties/recording/properties/storeRef/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19}};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
}
if(data71.name !== undefined){
let data72 = data71.name;
if(typeof data72 === "string"){
if(func3(data72) > 253){
const err208 = {instancePath:instancePath+"/spec/recording/storeRef/name",schemaPath:"#/properties/spec/properties/recording/properties/storeRef/properties/name/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
if(func3(data72) < 1){
const err209 = {instancePath:instancePath+"/spec/recording/storeRef/name",schemaPath:"#/properties/spec/properties/recording/properties/storeRef/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
if(!pattern0.test(data72)){
const err210 = {instancePath:instancePath+"/spec/recording/storeRef/name",schemaPath:"#/properties/spec/properties/recording/properties/storeRef/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
}
else {
const err211 = {instancePath:instancePath+"/spec/recording/storeRef/name",schemaPath:"#/properties/spec/properties/recording/properties/storeRef/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
}
}
else {
const err212 = {instancePath:instancePath+"/spec/recording/storeRef",schemaPath:"#/properties/spec/properties/recording/properties/storeRef/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
}
}
else {
const err213 = {instancePath:instancePath+"/spec/recording",schemaPath:"#/properties/spec/properties/recording/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
let data73 = data23.limits;
if(data73 && typeof data73 == "object" && !Array.isArray(data73)){
if(data73.maxCommandBytes === undefined){
data73.maxCommandBytes = "1Mi";
}
if(data73.idleTimeout === undefined){
data73.idleTimeout = "30m";
}
for(const key20 in data73){
if(!((key20 === "maxCommandBytes") || (key20 === "idleTimeout"))){
const err214 = {instancePath:instancePath+"/spec/limits",schemaPath:"#/properties/spec/properties/limits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20}};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
}
let data74 = data73.maxCommandBytes;
if((!(((typeof data74 == "number") && (!(data74 % 1) && !isNaN(data74))) && (isFinite(data74)))) && (typeof data74 !== "string")){
const err215 = {instancePath:instancePath+"/spec/limits/maxCommandBytes",schemaPath:"#/properties/spec/properties/limits/properties/maxCommandBytes/type",keyword:"type",params:{type: schema13.properties.spec.properties.limits.properties.maxCommandBytes.type}};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
if((typeof data74 == "number") && (isFinite(data74))){
if(data74 > 9007199254740991 || isNaN(data74)){
const err216 = {instancePath:instancePath+"/spec/limits/maxCommandBytes",schemaPath:"#/properties/spec/properties/limits/properties/maxCommandBytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
if(data74 < 1 || isNaN(data74)){
const err217 = {instancePath:instancePath+"/spec/limits/maxCommandBytes",schemaPath:"#/properties/spec/properties/limits/properties/maxCommandBytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
}
if(typeof data74 === "string"){
if(func3(data74) > 32){
const err218 = {instancePath:instancePath+"/spec/limits/maxCommandBytes",schemaPath:"#/properties/spec/properties/limits/properties/maxCommandBytes/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
if(!pattern27.test(data74)){
const err219 = {instancePath:instancePath+"/spec/limits/maxCommandBytes",schemaPath:"#/properties/spec/properties/limits/properties/maxCommandBytes/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,15}(Ki|Mi|Gi|Ti|k|M|G|T)?$"}};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
}
let data75 = data73.idleTimeout;
if(typeof data75 === "string"){
if(func3(data75) > 32){
const err220 = {instancePath:instancePath+"/spec/limits/idleTimeout",schemaPath:"#/properties/spec/properties/limits/properties/idleTimeout/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
if(!pattern19.test(data75)){
const err221 = {instancePath:instancePath+"/spec/limits/idleTimeout",schemaPath:"#/properties/spec/properties/limits/properties/idleTimeout/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}(ms|s|m|h|d)){1,4}$"}};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
}
else {
const err222 = {instancePath:instancePath+"/spec/limits/idleTimeout",schemaPath:"#/properties/spec/properties/limits/properties/idleTimeout/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
}
else {
const err223 = {instancePath:instancePath+"/spec/limits",schemaPath:"#/properties/spec/properties/limits/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
}
else {
const err224 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
}
if(data.status !== undefined){
let data76 = data.status;
if(data76 && typeof data76 == "object" && !Array.isArray(data76)){
for(const key21 in data76){
if(!((key21 === "observedGeneration") || (key21 === "conditions"))){
const err225 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key21}};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
}
if(data76.observedGeneration !== undefined){
let data77 = data76.observedGeneration;
if(!(((typeof data77 == "number") && (!(data77 % 1) && !isNaN(data77))) && (isFinite(data77)))){
const err226 = {instancePath:instancePath+"/status/observedGeneration",schemaPath:"#/properties/status/properties/observedGeneration/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
if((typeof data77 == "number") && (isFinite(data77))){
if(data77 < 0 || isNaN(data77)){
const err227 = {instancePath:instancePath+"/status/observedGeneration",schemaPath:"#/properties/status/properties/observedGeneration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
}
}
if(data76.conditions !== undefined){
let data78 = data76.conditions;
if(Array.isArray(data78)){
if(data78.length > 32){
const err228 = {instancePath:instancePath+"/status/conditions",schemaPath:"#/properties/status/properties/conditions/maxItems",keyword:"maxItems",params:{limit: 32}};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
const len9 = data78.length;
for(let i15=0; i15<len9; i15++){
let data79 = data78[i15];
if(data79 && typeof data79 == "object" && !Array.isArray(data79)){
if(data79.type === undefined){
const err229 = {instancePath:instancePath+"/status/conditions/" + i15,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "type"}};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
if(data79.status === undefined){
const err230 = {instancePath:instancePath+"/status/conditions/" + i15,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "status"}};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
if(data79.lastTransitionTime === undefined){
const err231 = {instancePath:instancePath+"/status/conditions/" + i15,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "lastTransitionTime"}};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
if(data79.reason === undefined){
const err232 = {instancePath:instancePath+"/status/conditions/" + i15,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "reason"}};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
if(data79.message === undefined){
const err233 = {instancePath:instancePath+"/status/conditions/" + i15,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "message"}};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
for(const key22 in data79){
if(!((((((key22 === "type") || (key22 === "status")) || (key22 === "observedGeneration")) || (key22 === "lastTransitionTime")) || (key22 === "reason")) || (key22 === "message"))){
const err234 = {instancePath:instancePath+"/status/conditions/" + i15,schemaPath:"#/properties/status/properties/conditions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key22}};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
}
if(data79.type !== undefined){
let data80 = data79.type;
if(typeof data80 === "string"){
if(func3(data80) > 316){
const err235 = {instancePath:instancePath+"/status/conditions/" + i15+"/type",schemaPath:"#/properties/status/properties/conditions/items/properties/type/maxLength",keyword:"maxLength",params:{limit: 316}};
if(vErrors === null){
vErrors = [err235];
}
else {
vErrors.push(err235);
}
errors++;
}
if(!pattern28.test(data80)){
const err236 = {instancePath:instancePath+"/status/conditions/" + i15+"/type",schemaPath:"#/properties/status/properties/conditions/items/properties/type/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9.-]+/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$"}};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
}
}
else {
const err237 = {instancePath:instancePath+"/status/conditions/" + i15+"/type",schemaPath:"#/properties/status/properties/conditions/items/properties/type/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
}
if(data79.status !== undefined){
let data81 = data79.status;
if(typeof data81 !== "string"){
const err238 = {instancePath:instancePath+"/status/conditions/" + i15+"/status",schemaPath:"#/properties/status/properties/conditions/items/properties/status/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err238];
}
else {
vErrors.push(err238);
}
errors++;
}
if(!(((data81 === "True") || (data81 === "False")) || (data81 === "Unknown"))){
const err239 = {instancePath:instancePath+"/status/conditions/" + i15+"/status",schemaPath:"#/properties/status/properties/conditions/items/properties/status/enum",keyword:"enum",params:{allowedValues: schema13.properties.status.properties.conditions.items.properties.status.enum}};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
}
if(data79.observedGeneration !== undefined){
let data82 = data79.observedGeneration;
if(!(((typeof data82 == "number") && (!(data82 % 1) && !isNaN(data82))) && (isFinite(data82)))){
const err240 = {instancePath:instancePath+"/status/conditions/" + i15+"/observedGeneration",schemaPath:"#/properties/status/properties/conditions/items/properties/observedGeneration/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
}
if((typeof data82 == "number") && (isFinite(data82))){
if(data82 < 0 || isNaN(data82)){
const err241 = {instancePath:instancePath+"/status/conditions/" + i15+"/observedGeneration",schemaPath:"#/properties/status/properties/conditions/items/properties/observedGeneration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err241];
}
else {
vErrors.push(err241);
}
errors++;
}
}
}
if(data79.lastTransitionTime !== undefined){
let data83 = data79.lastTransitionTime;
if(typeof data83 === "string"){
if(func3(data83) > 64){
const err242 = {instancePath:instancePath+"/status/conditions/" + i15+"/lastTransitionTime",schemaPath:"#/properties/status/properties/conditions/items/properties/lastTransitionTime/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err242];
}
else {
vErrors.push(err242);
}
errors++;
}
if(!pattern29.test(data83)){
const err243 = {instancePath:instancePath+"/status/conditions/" + i15+"/lastTransitionTime",schemaPath:"#/properties/status/properties/conditions/items/properties/lastTransitionTime/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$"}};
if(vErrors === null){
vErrors = [err243];
}
else {
vErrors.push(err243);
}
errors++;
}
}
else {
const err244 = {instancePath:instancePath+"/status/conditions/" + i15+"/lastTransitionTime",schemaPath:"#/properties/status/properties/conditions/items/properties/lastTransitionTime/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err244];
}
else {
vErrors.push(err244);
}
errors++;
}
}
if(data79.reason !== undefined){
let data84 = data79.reason;
if(typeof data84 === "string"){
if(func3(data84) > 1024){
const err245 = {instancePath:instancePath+"/status/conditions/" + i15+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err245];
}
else {
vErrors.push(err245);
}
errors++;
}
if(func3(data84) < 1){
const err246 = {instancePath:instancePath+"/status/conditions/" + i15+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err246];
}
else {
vErrors.push(err246);
}
errors++;
}
if(!pattern30.test(data84)){
const err247 = {instancePath:instancePath+"/status/conditions/" + i15+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$"}};
if(vErrors === null){
vErrors = [err247];
}
else {
vErrors.push(err247);
}
errors++;
}
}
else {
const err248 = {instancePath:instancePath+"/status/conditions/" + i15+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err248];
}
else {
vErrors.push(err248);
}
errors++;
}
}
if(data79.message !== undefined){
let data85 = data79.message;
if(typeof data85 === "string"){
if(func3(data85) > 32768){
const err249 = {instancePath:instancePath+"/status/conditions/" + i15+"/message",schemaPath:"#/properties/status/properties/conditions/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 32768}};
if(vErrors === null){
vErrors = [err249];
}
else {
vErrors.push(err249);
}
errors++;
}
}
else {
const err250 = {instancePath:instancePath+"/status/conditions/" + i15+"/message",schemaPath:"#/properties/status/properties/conditions/items/properties/message/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err250];
}
else {
vErrors.push(err250);
}
errors++;
}
}
}
else {
const err251 = {instancePath:instancePath+"/status/conditions/" + i15,schemaPath:"#/properties/status/properties/conditions/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err251];
}
else {
vErrors.push(err251);
}
errors++;
}
}
}
else {
const err252 = {instancePath:instancePath+"/status/conditions",schemaPath:"#/properties/status/properties/conditions/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err252];
}
else {
vErrors.push(err252);
}
errors++;
}
}
}
else {
const err253 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err253];
}
else {
vErrors.push(err253);
}
errors++;
}
}
}
else {
const err254 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err254];
}
else {
vErrors.push(err254);
}
errors++;
}
validate12.errors = vErrors;
return errors === 0;
}

export const validateConfigMap = validate13;
const schema14 = {"type":"object","required":["apiVersion","kind","metadata"],"properties":{"apiVersion":{"type":"string","enum":["v1"]},"kind":{"type":"string","enum":["ConfigMap"]},"metadata":{"type":"object","required":["name"],"properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","minLength":1,"maxLength":253},"generateName":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]*$","minLength":1,"maxLength":247},"namespace":{"type":"string","default":"default","pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$","minLength":1,"maxLength":63},"labels":{"type":"object","maxProperties":256,"additionalProperties":{"type":"string","maxLength":63}},"annotations":{"type":"object","maxProperties":256,"additionalProperties":{"type":"string","maxLength":262144}},"uid":{"type":"string","maxLength":64},"resourceVersion":{"type":"string","maxLength":128},"generation":{"type":"integer","minimum":0},"creationTimestamp":{"type":"string","nullable":true,"maxLength":64},"deletionTimestamp":{"type":"string","nullable":true,"maxLength":64},"deletionGracePeriodSeconds":{"type":"integer","minimum":0},"finalizers":{"type":"array","maxItems":64,"items":{"type":"string","maxLength":317}},"ownerReferences":{"type":"array","maxItems":64,"items":{"type":"object"}},"managedFields":{"type":"array","maxItems":256,"items":{"type":"object"}},"selfLink":{"type":"string","maxLength":1024}},"additionalProperties":false},"immutable":{"type":"boolean"},"data":{"type":"object","maxProperties":256,"propertyNames":{"pattern":"^[A-Za-z0-9._-]{1,253}$"},"additionalProperties":{"type":"string","maxLength":1048576}},"binaryData":{"type":"object","maxProperties":256,"propertyNames":{"pattern":"^[A-Za-z0-9._-]{1,253}$"},"additionalProperties":{"type":"string","maxLength":1398104}}},"additionalProperties":false};
const pattern76 = new RegExp("^[A-Za-z0-9._-]{1,253}$", "u");

function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metadata"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "immutable")) || (key0 === "data")) || (key0 === "binaryData"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.apiVersion !== undefined){
let data0 = data.apiVersion;
if(typeof data0 !== "string"){
const err4 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!(data0 === "v1")){
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/enum",keyword:"enum",params:{allowedValues: schema14.properties.apiVersion.enum}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.kind !== undefined){
let data1 = data.kind;
if(typeof data1 !== "string"){
const err6 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!(data1 === "ConfigMap")){
const err7 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema14.properties.kind.enum}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.metadata !== undefined){
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.namespace === undefined){
data2.namespace = "default";
}
if(data2.name === undefined){
const err8 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
for(const key1 in data2){
if(!(func2.call(schema14.properties.metadata.properties, key1))){
const err9 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 === "string"){
if(func3(data3) > 253){
const err10 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(func3(data3) < 1){
const err11 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!pattern0.test(data3)){
const err12 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data2.generateName !== undefined){
let data4 = data2.generateName;
if(typeof data4 === "string"){
if(func3(data4) > 247){
const err14 = {instancePath:instancePath+"/metadata/generateName",schemaPath:"#/properties/metadata/properties/generateName/maxLength",keyword:"maxLength",params:{limit: 247}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(func3(data4) < 1){
const err15 = {instancePath:instancePath+"/metadata/generateName",schemaPath:"#/properties/metadata/properties/generateName/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(!pattern1.test(data4)){
const err16 = {instancePath:instancePath+"/metadata/generateName",schemaPath:"#/properties/metadata/properties/generateName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9.-]*$"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/metadata/generateName",schemaPath:"#/properties/metadata/properties/generateName/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
let data5 = data2.namespace;
if(typeof data5 === "string"){
if(func3(data5) > 63){
const err18 = {instancePath:instancePath+"/metadata/namespace",schemaPath:"#/properties/metadata/properties/namespace/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(func3(data5) < 1){
const err19 = {instancePath:instancePath+"/metadata/namespace",schemaPath:"#/properties/metadata/properties/namespace/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(!pattern2.test(data5)){
const err20 = {instancePath:instancePath+"/metadata/namespace",schemaPath:"#/properties/metadata/properties/namespace/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/metadata/namespace",schemaPath:"#/properties/metadata/properties/namespace/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data2.labels !== undefined){
let data6 = data2.labels;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(Object.keys(data6).length > 256){
const err22 = {instancePath:instancePath+"/metadata/labels",schemaPath:"#/properties/metadata/properties/labels/maxProperties",keyword:"maxProperties",params:{limit: 256}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
for(const key2 in data6){
let data7 = data6[key2];
if(typeof data7 === "string"){
if(func3(data7) > 63){
const err23 = {instancePath:instancePath+"/metadata/labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/properties/labels/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/metadata/labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath:instancePath+"/metadata/labels",schemaPath:"#/properties/metadata/properties/labels/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data2.annotations !== undefined){
let data8 = data2.annotations;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(Object.keys(data8).length > 256){
const err26 = {instancePath:instancePath+"/metadata/annotations",schemaPath:"#/properties/metadata/properties/annotations/maxProperties",keyword:"maxProperties",params:{limit: 256}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
for(const key3 in data8){
let data9 = data8[key3];
if(typeof data9 === "string"){
if(func3(data9) > 262144){
const err27 = {instancePath:instancePath+"/metadata/annotations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/properties/annotations/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 262144}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/metadata/annotations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/properties/annotations/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath:instancePath+"/metadata/annotations",schemaPath:"#/properties/metadata/properties/annotations/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data2.uid !== undefined){
let data10 = data2.uid;
if(typeof data10 === "string"){
if(func3(data10) > 64){
const err30 = {instancePath:instancePath+"/metadata/uid",schemaPath:"#/properties/metadata/properties/uid/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/metadata/uid",schemaPath:"#/properties/metadata/properties/uid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data2.resourceVersion !== undefined){
let data11 = data2.resourceVersion;
if(typeof data11 === "string"){
if(func3(data11) > 128){
const err32 = {instancePath:instancePath+"/metadata/resourceVersion",schemaPath:"#/properties/metadata/properties/resourceVersion/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/metadata/resourceVersion",schemaPath:"#/properties/metadata/properties/resourceVersion/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data2.generation !== undefined){
let data12 = data2.generation;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
const err34 = {instancePath:instancePath+"/metadata/generation",schemaPath:"#/properties/metadata/properties/generation/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 < 0 || isNaN(data12)){
const err35 = {instancePath:instancePath+"/metadata/generation",schemaPath:"#/properties/metadata/properties/generation/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
if(data2.creationTimestamp !== undefined){
let data13 = data2.creationTimestamp;
if((typeof data13 !== "string") && (data13 !== null)){
const err36 = {instancePath:instancePath+"/metadata/creationTimestamp",schemaPath:"#/properties/metadata/properties/creationTimestamp/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(typeof data13 === "string"){
if(func3(data13) > 64){
const err37 = {instancePath:instancePath+"/metadata/creationTimestamp",schemaPath:"#/properties/metadata/properties/creationTimestamp/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
if(data2.deletionTimestamp !== undefined){
let data14 = data2.deletionTimestamp;
if((typeof data14 !== "string") && (data14 !== null)){
const err38 = {instancePath:instancePath+"/metadata/deletionTimestamp",schemaPath:"#/properties/metadata/properties/deletionTimestamp/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(typeof data14 === "string"){
if(func3(data14) > 64){
const err39 = {instancePath:instancePath+"/metadata/deletionTimestamp",schemaPath:"#/properties/metadata/properties/deletionTimestamp/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
if(data2.deletionGracePeriodSeconds !== undefined){
let data15 = data2.deletionGracePeriodSeconds;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err40 = {instancePath:instancePath+"/metadata/deletionGracePeriodSeconds",schemaPath:"#/properties/metadata/properties/deletionGracePeriodSeconds/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 < 0 || isNaN(data15)){
const err41 = {instancePath:instancePath+"/metadata/deletionGracePeriodSeconds",schemaPath:"#/properties/metadata/properties/deletionGracePeriodSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
if(data2.finalizers !== undefined){
let data16 = data2.finalizers;
if(Array.isArray(data16)){
if(data16.length > 64){
const err42 = {instancePath:instancePath+"/metadata/finalizers",schemaPath:"#/properties/metadata/properties/finalizers/maxItems",keyword:"maxItems",params:{limit: 64}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
const len0 = data16.length;
for(let i0=0; i0<len0; i0++){
let data17 = data16[i0];
if(typeof data17 === "string"){
if(func3(data17) > 317){
const err43 = {instancePath:instancePath+"/metadata/finalizers/" + i0,schemaPath:"#/properties/metadata/properties/finalizers/items/maxLength",keyword:"maxLength",params:{limit: 317}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/metadata/finalizers/" + i0,schemaPath:"#/properties/metadata/properties/finalizers/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
else {
const err45 = {instancePath:instancePath+"/metadata/finalizers",schemaPath:"#/properties/metadata/properties/finalizers/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data2.ownerReferences !== undefined){
let data18 = data2.ownerReferences;
if(Array.isArray(data18)){
if(data18.length > 64){
const err46 = {instancePath:instancePath+"/metadata/ownerReferences",schemaPath:"#/properties/metadata/properties/ownerReferences/maxItems",keyword:"maxItems",params:{limit: 64}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
const len1 = data18.length;
for(let i1=0; i1<len1; i1++){
let data19 = data18[i1];
if(!(data19 && typeof data19 == "object" && !Array.isArray(data19))){
const err47 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1,schemaPath:"#/properties/metadata/properties/ownerReferences/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath:instancePath+"/metadata/ownerReferences",schemaPath:"#/properties/metadata/properties/ownerReferences/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data2.managedFields !== undefined){
let data20 = data2.managedFields;
if(Array.isArray(data20)){
if(data20.length > 256){
const err49 = {instancePath:instancePath+"/metadata/managedFields",schemaPath:"#/properties/metadata/properties/managedFields/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
const len2 = data20.length;
for(let i2=0; i2<len2; i2++){
let data21 = data20[i2];
if(!(data21 && typeof data21 == "object" && !Array.isArray(data21))){
const err50 = {instancePath:instancePath+"/metadata/managedFields/" + i2,schemaPath:"#/properties/metadata/properties/managedFields/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
else {
const err51 = {instancePath:instancePath+"/metadata/managedFields",schemaPath:"#/properties/metadata/properties/managedFields/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data2.selfLink !== undefined){
let data22 = data2.selfLink;
if(typeof data22 === "string"){
if(func3(data22) > 1024){
const err52 = {instancePath:instancePath+"/metadata/selfLink",schemaPath:"#/properties/metadata/properties/selfLink/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
else {
const err53 = {instancePath:instancePath+"/metadata/selfLink",schemaPath:"#/properties/metadata/properties/selfLink/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
}
else {
const err54 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data.immutable !== undefined){
if(typeof data.immutable !== "boolean"){
const err55 = {instancePath:instancePath+"/immutable",schemaPath:"#/properties/immutable/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data.data !== undefined){
let data24 = data.data;
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
if(Object.keys(data24).length > 256){
const err56 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/maxProperties",keyword:"maxProperties",params:{limit: 256}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
for(const key4 in data24){
const _errs57 = errors;
if(typeof key4 === "string"){
if(!pattern76.test(key4)){
const err57 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._-]{1,253}$"},propertyName:key4};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
var valid10 = _errs57 === errors;
if(!valid10){
const err58 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/propertyNames",keyword:"propertyNames",params:{propertyName: key4}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
for(const key5 in data24){
let data25 = data24[key5];
if(typeof data25 === "string"){
if(func3(data25) > 1048576){
const err59 = {instancePath:instancePath+"/data/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/data/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 1048576}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
else {
const err60 = {instancePath:instancePath+"/data/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/data/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
}
else {
const err61 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data.binaryData !== undefined){
let data26 = data.binaryData;
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
if(Object.keys(data26).length > 256){
const err62 = {instancePath:instancePath+"/binaryData",schemaPath:"#/properties/binaryData/maxProperties",keyword:"maxProperties",params:{limit: 256}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
for(const key6 in data26){
const _errs63 = errors;
if(typeof key6 === "string"){
if(!pattern76.test(key6)){
const err63 = {instancePath:instancePath+"/binaryData",schemaPath:"#/properties/binaryData/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._-]{1,253}$"},propertyName:key6};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
var valid12 = _errs63 === errors;
if(!valid12){
const err64 = {instancePath:instancePath+"/binaryData",schemaPath:"#/properties/binaryData/propertyNames",keyword:"propertyNames",params:{propertyName: key6}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
for(const key7 in data26){
let data27 = data26[key7];
if(typeof data27 === "string"){
if(func3(data27) > 1398104){
const err65 = {instancePath:instancePath+"/binaryData/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/binaryData/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 1398104}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
else {
const err66 = {instancePath:instancePath+"/binaryData/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/binaryData/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
}
else {
const err67 = {instancePath:instancePath+"/binaryData",schemaPath:"#/properties/binaryData/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
}
else {
const err68 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
validate13.errors = vErrors;
return errors === 0;
}

export const validateSecret = validate14;
const schema15 = {"type":"object","required":["apiVersion","kind","metadata"],"properties":{"apiVersion":{"type":"string","enum":["v1"]},"kind":{"type":"string","enum":["Secret"]},"metadata":{"type":"object","required":["name"],"properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","minLength":1,"maxLength":253},"generateName":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]*$","minLength":1,"maxLength":247},"namespace":{"type":"string","default":"default","pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$","minLength":1,"maxLength":63},"labels":{"type":"object","maxProperties":256,"additionalProperties":{"type":"string","maxLength":63}},"annotations":{"type":"object","maxProperties":256,"additionalProperties":{"type":"string","maxLength":262144}},"uid":{"type":"string","maxLength":64},"resourceVersion":{"type":"string","maxLength":128},"generation":{"type":"integer","minimum":0},"creationTimestamp":{"type":"string","nullable":true,"maxLength":64},"deletionTimestamp":{"type":"string","nullable":true,"maxLength":64},"deletionGracePeriodSeconds":{"type":"integer","minimum":0},"finalizers":{"type":"array","maxItems":64,"items":{"type":"string","maxLength":317}},"ownerReferences":{"type":"array","maxItems":64,"items":{"type":"object"}},"managedFields":{"type":"array","maxItems":256,"items":{"type":"object"}},"selfLink":{"type":"string","maxLength":1024}},"additionalProperties":false},"type":{"type":"string","maxLength":253},"immutable":{"type":"boolean"},"data":{"type":"object","maxProperties":256,"propertyNames":{"pattern":"^[A-Za-z0-9._-]{1,253}$"},"additionalProperties":{"type":"string","maxLength":1398104}},"stringData":{"type":"object","maxProperties":256,"propertyNames":{"pattern":"^[A-Za-z0-9._-]{1,253}$"},"additionalProperties":{"type":"string","maxLength":1048576}}},"additionalProperties":false};

function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metadata"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "type")) || (key0 === "immutable")) || (key0 === "data")) || (key0 === "stringData"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.apiVersion !== undefined){
let data0 = data.apiVersion;
if(typeof data0 !== "string"){
const err4 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!(data0 === "v1")){
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/enum",keyword:"enum",params:{allowedValues: schema15.properties.apiVersion.enum}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.kind !== undefined){
let data1 = data.kind;
if(typeof data1 !== "string"){
const err6 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!(data1 === "Secret")){
const err7 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema15.properties.kind.enum}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.metadata !== undefined){
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.namespace === undefined){
data2.namespace = "default";
}
if(data2.name === undefined){
const err8 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
for(const key1 in data2){
if(!(func2.call(schema15.properties.metadata.properties, key1))){
const err9 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 === "string"){
if(func3(data3) > 253){
const err10 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(func3(data3) < 1){
const err11 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!pattern0.test(data3)){
const err12 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data2.generateName !== undefined){
let data4 = data2.generateName;
if(typeof data4 === "string"){
if(func3(data4) > 247){
const err14 = {instancePath:instancePath+"/metadata/generateName",schemaPath:"#/properties/metadata/properties/generateName/maxLength",keyword:"maxLength",params:{limit: 247}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(func3(data4) < 1){
const err15 = {instancePath:instancePath+"/metadata/generateName",schemaPath:"#/properties/metadata/properties/generateName/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(!pattern1.test(data4)){
const err16 = {instancePath:instancePath+"/metadata/generateName",schemaPath:"#/properties/metadata/properties/generateName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9.-]*$"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/metadata/generateName",schemaPath:"#/properties/metadata/properties/generateName/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
let data5 = data2.namespace;
if(typeof data5 === "string"){
if(func3(data5) > 63){
const err18 = {instancePath:instancePath+"/metadata/namespace",schemaPath:"#/properties/metadata/properties/namespace/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(func3(data5) < 1){
const err19 = {instancePath:instancePath+"/metadata/namespace",schemaPath:"#/properties/metadata/properties/namespace/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(!pattern2.test(data5)){
const err20 = {instancePath:instancePath+"/metadata/namespace",schemaPath:"#/properties/metadata/properties/namespace/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/metadata/namespace",schemaPath:"#/properties/metadata/properties/namespace/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data2.labels !== undefined){
let data6 = data2.labels;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(Object.keys(data6).length > 256){
const err22 = {instancePath:instancePath+"/metadata/labels",schemaPath:"#/properties/metadata/properties/labels/maxProperties",keyword:"maxProperties",params:{limit: 256}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
for(const key2 in data6){
let data7 = data6[key2];
if(typeof data7 === "string"){
if(func3(data7) > 63){
const err23 = {instancePath:instancePath+"/metadata/labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/properties/labels/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/metadata/labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath:instancePath+"/metadata/labels",schemaPath:"#/properties/metadata/properties/labels/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data2.annotations !== undefined){
let data8 = data2.annotations;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(Object.keys(data8).length > 256){
const err26 = {instancePath:instancePath+"/metadata/annotations",schemaPath:"#/properties/metadata/properties/annotations/maxProperties",keyword:"maxProperties",params:{limit: 256}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
for(const key3 in data8){
let data9 = data8[key3];
if(typeof data9 === "string"){
if(func3(data9) > 262144){
const err27 = {instancePath:instancePath+"/metadata/annotations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/properties/annotations/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 262144}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/metadata/annotations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/properties/annotations/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath:instancePath+"/metadata/annotations",schemaPath:"#/properties/metadata/properties/annotations/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data2.uid !== undefined){
let data10 = data2.uid;
if(typeof data10 === "string"){
if(func3(data10) > 64){
const err30 = {instancePath:instancePath+"/metadata/uid",schemaPath:"#/properties/metadata/properties/uid/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/metadata/uid",schemaPath:"#/properties/metadata/properties/uid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data2.resourceVersion !== undefined){
let data11 = data2.resourceVersion;
if(typeof data11 === "string"){
if(func3(data11) > 128){
const err32 = {instancePath:instancePath+"/metadata/resourceVersion",schemaPath:"#/properties/metadata/properties/resourceVersion/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/metadata/resourceVersion",schemaPath:"#/properties/metadata/properties/resourceVersion/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data2.generation !== undefined){
let data12 = data2.generation;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
const err34 = {instancePath:instancePath+"/metadata/generation",schemaPath:"#/properties/metadata/properties/generation/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 < 0 || isNaN(data12)){
const err35 = {instancePath:instancePath+"/metadata/generation",schemaPath:"#/properties/metadata/properties/generation/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
if(data2.creationTimestamp !== undefined){
let data13 = data2.creationTimestamp;
if((typeof data13 !== "string") && (data13 !== null)){
const err36 = {instancePath:instancePath+"/metadata/creationTimestamp",schemaPath:"#/properties/metadata/properties/creationTimestamp/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(typeof data13 === "string"){
if(func3(data13) > 64){
const err37 = {instancePath:instancePath+"/metadata/creationTimestamp",schemaPath:"#/properties/metadata/properties/creationTimestamp/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
if(data2.deletionTimestamp !== undefined){
let data14 = data2.deletionTimestamp;
if((typeof data14 !== "string") && (data14 !== null)){
const err38 = {instancePath:instancePath+"/metadata/deletionTimestamp",schemaPath:"#/properties/metadata/properties/deletionTimestamp/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(typeof data14 === "string"){
if(func3(data14) > 64){
const err39 = {instancePath:instancePath+"/metadata/deletionTimestamp",schemaPath:"#/properties/metadata/properties/deletionTimestamp/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
if(data2.deletionGracePeriodSeconds !== undefined){
let data15 = data2.deletionGracePeriodSeconds;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err40 = {instancePath:instancePath+"/metadata/deletionGracePeriodSeconds",schemaPath:"#/properties/metadata/properties/deletionGracePeriodSeconds/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 < 0 || isNaN(data15)){
const err41 = {instancePath:instancePath+"/metadata/deletionGracePeriodSeconds",schemaPath:"#/properties/metadata/properties/deletionGracePeriodSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
if(data2.finalizers !== undefined){
let data16 = data2.finalizers;
if(Array.isArray(data16)){
if(data16.length > 64){
const err42 = {instancePath:instancePath+"/metadata/finalizers",schemaPath:"#/properties/metadata/properties/finalizers/maxItems",keyword:"maxItems",params:{limit: 64}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
const len0 = data16.length;
for(let i0=0; i0<len0; i0++){
let data17 = data16[i0];
if(typeof data17 === "string"){
if(func3(data17) > 317){
const err43 = {instancePath:instancePath+"/metadata/finalizers/" + i0,schemaPath:"#/properties/metadata/properties/finalizers/items/maxLength",keyword:"maxLength",params:{limit: 317}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/metadata/finalizers/" + i0,schemaPath:"#/properties/metadata/properties/finalizers/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
else {
const err45 = {instancePath:instancePath+"/metadata/finalizers",schemaPath:"#/properties/metadata/properties/finalizers/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data2.ownerReferences !== undefined){
let data18 = data2.ownerReferences;
if(Array.isArray(data18)){
if(data18.length > 64){
const err46 = {instancePath:instancePath+"/metadata/ownerReferences",schemaPath:"#/properties/metadata/properties/ownerReferences/maxItems",keyword:"maxItems",params:{limit: 64}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
const len1 = data18.length;
for(let i1=0; i1<len1; i1++){
let data19 = data18[i1];
if(!(data19 && typeof data19 == "object" && !Array.isArray(data19))){
const err47 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1,schemaPath:"#/properties/metadata/properties/ownerReferences/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath:instancePath+"/metadata/ownerReferences",schemaPath:"#/properties/metadata/properties/ownerReferences/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data2.managedFields !== undefined){
let data20 = data2.managedFields;
if(Array.isArray(data20)){
if(data20.length > 256){
const err49 = {instancePath:instancePath+"/metadata/managedFields",schemaPath:"#/properties/metadata/properties/managedFields/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
const len2 = data20.length;
for(let i2=0; i2<len2; i2++){
let data21 = data20[i2];
if(!(data21 && typeof data21 == "object" && !Array.isArray(data21))){
const err50 = {instancePath:instancePath+"/metadata/managedFields/" + i2,schemaPath:"#/properties/metadata/properties/managedFields/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
else {
const err51 = {instancePath:instancePath+"/metadata/managedFields",schemaPath:"#/properties/metadata/properties/managedFields/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data2.selfLink !== undefined){
let data22 = data2.selfLink;
if(typeof data22 === "string"){
if(func3(data22) > 1024){
const err52 = {instancePath:instancePath+"/metadata/selfLink",schemaPath:"#/properties/metadata/properties/selfLink/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
else {
const err53 = {instancePath:instancePath+"/metadata/selfLink",schemaPath:"#/properties/metadata/properties/selfLink/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
}
else {
const err54 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data.type !== undefined){
let data23 = data.type;
if(typeof data23 === "string"){
if(func3(data23) > 253){
const err55 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
else {
const err56 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data.immutable !== undefined){
if(typeof data.immutable !== "boolean"){
const err57 = {instancePath:instancePath+"/immutable",schemaPath:"#/properties/immutable/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data.data !== undefined){
let data25 = data.data;
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(Object.keys(data25).length > 256){
const err58 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/maxProperties",keyword:"maxProperties",params:{limit: 256}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
for(const key4 in data25){
const _errs59 = errors;
if(typeof key4 === "string"){
if(!pattern76.test(key4)){
const err59 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._-]{1,253}$"},propertyName:key4};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
var valid10 = _errs59 === errors;
if(!valid10){
const err60 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/propertyNames",keyword:"propertyNames",params:{propertyName: key4}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
for(const key5 in data25){
let data26 = data25[key5];
if(typeof data26 === "string"){
if(func3(data26) > 1398104){
const err61 = {instancePath:instancePath+"/data/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/data/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 1398104}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
else {
const err62 = {instancePath:instancePath+"/data/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/data/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
}
else {
const err63 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data.stringData !== undefined){
let data27 = data.stringData;
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
if(Object.keys(data27).length > 256){
const err64 = {instancePath:instancePath+"/stringData",schemaPath:"#/properties/stringData/maxProperties",keyword:"maxProperties",params:{limit: 256}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
for(const key6 in data27){
const _errs65 = errors;
if(typeof key6 === "string"){
if(!pattern76.test(key6)){
const err65 = {instancePath:instancePath+"/stringData",schemaPath:"#/properties/stringData/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._-]{1,253}$"},propertyName:key6};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
var valid12 = _errs65 === errors;
if(!valid12){
const err66 = {instancePath:instancePath+"/stringData",schemaPath:"#/properties/stringData/propertyNames",keyword:"propertyNames",params:{propertyName: key6}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
for(const key7 in data27){
let data28 = data27[key7];
if(typeof data28 === "string"){
if(func3(data28) > 1048576){
const err67 = {instancePath:instancePath+"/stringData/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/stringData/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 1048576}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
else {
const err68 = {instancePath:instancePath+"/stringData/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/stringData/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
}
else {
const err69 = {instancePath:instancePath+"/stringData",schemaPath:"#/properties/stringData/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
}
else {
const err70 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
validate14.errors = vErrors;
return errors === 0;
}
