// Generated from manifests/ and src/schemas/ by `npm run generate`. Do not edit.
const codePoints = (text) => {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
};

export const validateAccessPolicy = validate22;
const schema7 = {"type":"object","required":["apiVersion","kind","metadata","spec"],"properties":{"apiVersion":{"type":"string","enum":["chaperone.dev/v1alpha1"]},"kind":{"type":"string","enum":["AccessPolicy"]},"metadata":{"$ref":"metadata-1"},"spec":{"type":"object","required":["connections"],"properties":{"mode":{"type":"string","enum":["Enforce","DryRun"],"default":"Enforce"},"subjects":{"type":"array","minItems":1,"maxItems":64,"items":{"type":"object","minProperties":1,"properties":{"serviceAccount":{"type":"string","pattern":"^[a-z0-9*]([a-z0-9*.-]*[a-z0-9*])?$","minLength":1,"maxLength":253},"podSelector":{"type":"object","minProperties":1,"properties":{"matchLabels":{"type":"object","minProperties":1,"maxProperties":32,"additionalProperties":{"type":"string","maxLength":63}},"matchExpressions":{"type":"array","minItems":1,"maxItems":32,"items":{"type":"object","required":["key","operator"],"properties":{"key":{"type":"string","minLength":1,"maxLength":317},"operator":{"type":"string","enum":["In","NotIn","Exists","DoesNotExist"]},"values":{"type":"array","minItems":1,"maxItems":64,"uniqueItems":true,"items":{"type":"string","maxLength":63}}},"additionalProperties":false}}},"additionalProperties":false},"claims":{"type":"object","minProperties":1,"maxProperties":32,"additionalProperties":{"type":"string","maxLength":1024}}},"additionalProperties":false}},"connections":{"type":"array","minItems":1,"maxItems":64,"uniqueItems":true,"items":{"type":"string","pattern":"^[a-z0-9*]([a-z0-9*.-]*[a-z0-9*])?$","minLength":1,"maxLength":253}},"rules":{"type":"array","default":[],"maxItems":256,"items":{"type":"object","required":["name","effect"],"properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$","minLength":1,"maxLength":63},"effect":{"type":"string","enum":["Allow","Deny","RequireApproval"]},"postgres":{"type":"object","minProperties":1,"properties":{"commands":{"type":"array","minItems":1,"maxItems":128,"uniqueItems":true,"items":{"type":"string","pattern":"^[A-Za-z*]([A-Za-z* ]*[A-Za-z*])?$","minLength":1,"maxLength":63}},"relations":{"type":"array","minItems":1,"maxItems":256,"uniqueItems":true,"items":{"type":"string","pattern":"^(\\*|([^.\"\\sA-Z]+|\"([^\"]|\"\")+\")\\.([^.\"\\sA-Z]+|\"([^\"]|\"\")+\"))$","minLength":1,"maxLength":260}},"functions":{"type":"array","minItems":1,"maxItems":256,"uniqueItems":true,"items":{"type":"string","pattern":"^(\\*|([^.\"\\sA-Z]+|\"([^\"]|\"\")+\")\\.([^.\"\\sA-Z]+|\"([^\"]|\"\")+\"))$","minLength":1,"maxLength":260}},"unbounded":{"type":"boolean","enum":[true]}},"additionalProperties":false},"http":{"type":"object","minProperties":1,"properties":{"methods":{"type":"array","minItems":1,"maxItems":32,"uniqueItems":true,"items":{"type":"string","pattern":"^[A-Z*][A-Z*-]*$","minLength":1,"maxLength":32}},"paths":{"type":"array","minItems":1,"maxItems":256,"uniqueItems":true,"items":{"type":"string","pattern":"^[/*][^\\s?#]*$","minLength":1,"maxLength":1024}}},"additionalProperties":false},"kubernetes":{"type":"object","minProperties":1,"properties":{"verbs":{"type":"array","minItems":1,"maxItems":32,"uniqueItems":true,"items":{"type":"string","pattern":"^[a-z*]+$","minLength":1,"maxLength":63}},"apiGroups":{"type":"array","minItems":1,"maxItems":64,"uniqueItems":true,"items":{"type":"string","pattern":"^[a-z0-9*.-]*$","maxLength":253}},"resources":{"type":"array","minItems":1,"maxItems":256,"uniqueItems":true,"items":{"type":"string","pattern":"^[a-z0-9*.-]+(/[a-z0-9*.-]+)?$","minLength":1,"maxLength":253}},"resourceNames":{"type":"array","minItems":1,"maxItems":256,"uniqueItems":true,"items":{"type":"string","pattern":"^[^\\s/]+$","minLength":1,"maxLength":253}},"namespaces":{"type":"array","minItems":1,"maxItems":256,"uniqueItems":true,"items":{"type":"string","pattern":"^[a-z0-9*]([a-z0-9*-]*[a-z0-9*])?$","minLength":1,"maxLength":63}},"nonResourceURLs":{"type":"array","minItems":1,"maxItems":256,"uniqueItems":true,"items":{"type":"string","pattern":"^[/*][^\\s?#]*$","minLength":1,"maxLength":1024}}},"additionalProperties":false},"ssh":{"type":"object","minProperties":1,"properties":{"channels":{"type":"array","minItems":1,"maxItems":16,"uniqueItems":true,"items":{"type":"string","enum":["Exec","Shell","Sftp","Forward"]}},"commands":{"type":"array","minItems":1,"maxItems":256,"uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":4096}},"operations":{"type":"array","minItems":1,"maxItems":16,"uniqueItems":true,"items":{"type":"string","enum":["Read","Write","List","Stat","SetStat","Mkdir","Rmdir","Remove","Rename","Link","ReadLink"]}},"paths":{"type":"array","minItems":1,"maxItems":256,"uniqueItems":true,"items":{"type":"string","pattern":"^[/*].*$","minLength":1,"maxLength":4096}},"destinations":{"type":"array","minItems":1,"maxItems":256,"uniqueItems":true,"items":{"type":"string","pattern":"^[^\\s]+:[0-9*]+$","minLength":1,"maxLength":260}}},"additionalProperties":false},"expression":{"type":"string","minLength":1,"maxLength":4096},"message":{"type":"string","minLength":1,"maxLength":1024},"approval":{"type":"object","required":["approvers"],"properties":{"approvers":{"type":"object","minProperties":1,"properties":{"groups":{"type":"array","minItems":1,"maxItems":64,"uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":256}},"users":{"type":"array","minItems":1,"maxItems":64,"uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":256}}},"additionalProperties":false},"required":{"type":"integer","default":1,"minimum":1,"maximum":16},"timeout":{"type":"string","default":"15m","pattern":"^([0-9]{1,9}(ms|s|m|h|d)){1,4}$","maxLength":32},"scope":{"type":"string","enum":["Once","Session","Window"],"default":"Once"},"onPending":{"type":"string","enum":["Hold","Reject"],"default":"Hold"}},"additionalProperties":false}},"additionalProperties":false}},"masking":{"type":"array","default":[],"maxItems":256,"items":{"type":"object","required":["name","method"],"properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$","minLength":1,"maxLength":63},"postgres":{"type":"object","required":["columns"],"properties":{"columns":{"type":"array","minItems":1,"maxItems":1024,"uniqueItems":true,"items":{"type":"string","pattern":"^([^.\"\\sA-Z]+|\"([^\"]|\"\")+\")\\.([^.\"\\sA-Z]+|\"([^\"]|\"\")+\")\\.([^.\"\\sA-Z]+|\"([^\"]|\"\")+\")$","minLength":1,"maxLength":390}}},"additionalProperties":false},"http":{"type":"object","minProperties":1,"properties":{"jsonPaths":{"type":"array","minItems":1,"maxItems":256,"uniqueItems":true,"items":{"type":"string","pattern":"^\\$.*$","minLength":1,"maxLength":1024}},"headers":{"type":"array","minItems":1,"maxItems":256,"uniqueItems":true,"items":{"type":"string","pattern":"^[A-Za-z0-9-]+$","minLength":1,"maxLength":128}}},"additionalProperties":false},"kubernetes":{"type":"object","required":["resources","fields"],"properties":{"resources":{"type":"array","minItems":1,"maxItems":256,"uniqueItems":true,"items":{"type":"string","pattern":"^[a-z0-9*.-]+(/[a-z0-9*.-]+)?$","minLength":1,"maxLength":253}},"fields":{"type":"array","minItems":1,"maxItems":256,"uniqueItems":true,"items":{"type":"string","pattern":"^[^\\s]+$","minLength":1,"maxLength":512}}},"additionalProperties":false},"detectors":{"type":"array","minItems":1,"maxItems":16,"uniqueItems":true,"items":{"type":"string","enum":["CreditCard","Email","USSocialSecurityNumber","IBAN","AWSAccessKey","PrivateKey","JWT"]}},"patterns":{"type":"array","minItems":1,"maxItems":32,"items":{"type":"object","required":["name","regex"],"properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$","minLength":1,"maxLength":63},"regex":{"type":"string","minLength":1,"maxLength":1024}},"additionalProperties":false}},"surfaces":{"type":"array","default":["Responses"],"minItems":1,"maxItems":16,"uniqueItems":true,"items":{"type":"string","enum":["Responses","Commands"]}},"method":{"type":"string","enum":["Redact","Partial","Hash","Null"]},"predicates":{"type":"string","enum":["Refuse","Allow"]},"partial":{"type":"object","required":["keepLast"],"properties":{"keepLast":{"type":"integer","minimum":1,"maximum":64}},"additionalProperties":false}},"additionalProperties":false}},"limits":{"type":"object","minProperties":1,"properties":{"rowsPerCommand":{"type":"integer","minimum":1,"maximum":9007199254740991},"bytesPerCommand":{"pattern":"^[0-9]{1,15}(Ki|Mi|Gi|Ti|k|M|G|T)?$","maxLength":32,"minimum":1,"maximum":9007199254740991,"type":["integer","string"]},"rowsPerHour":{"type":"integer","minimum":1,"maximum":9007199254740991},"bytesPerHour":{"pattern":"^[0-9]{1,15}(Ki|Mi|Gi|Ti|k|M|G|T)?$","maxLength":32,"minimum":1,"maximum":9007199254740991,"type":["integer","string"]},"sessions":{"type":"integer","minimum":1,"maximum":10000}},"additionalProperties":false}},"additionalProperties":false},"status":{"$ref":"AccessPolicy-status"}},"additionalProperties":false};
const schema6 = {"type":"object","required":["name"],"properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","minLength":1,"maxLength":253},"generateName":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]*$","minLength":1,"maxLength":247},"namespace":{"type":"string","default":"default","pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$","minLength":1,"maxLength":63},"labels":{"type":"object","maxProperties":256,"additionalProperties":{"type":"string","maxLength":63}},"annotations":{"type":"object","maxProperties":256,"additionalProperties":{"type":"string","maxLength":262144}},"uid":{"type":"string","maxLength":64},"resourceVersion":{"type":"string","maxLength":128},"generation":{"type":"integer","minimum":0},"creationTimestamp":{"type":"string","nullable":true,"maxLength":64},"deletionTimestamp":{"type":"string","nullable":true,"maxLength":64},"deletionGracePeriodSeconds":{"type":"integer","minimum":0},"finalizers":{"type":"array","maxItems":64,"items":{"type":"string","maxLength":317}},"ownerReferences":{"type":"array","maxItems":64,"items":{"type":"object"}},"managedFields":{"type":"array","maxItems":256,"items":{"type":"object"}},"selfLink":{"type":"string","maxLength":1024}},"additionalProperties":false};
const func2 = Object.prototype.hasOwnProperty;
const func3 = codePoints;
const pattern0 = new RegExp("^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$", "u");
const pattern1 = new RegExp("^[a-z0-9][a-z0-9.-]*$", "u");
const pattern2 = new RegExp("^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", "u");

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.namespace === undefined){
data.namespace = "default";
}
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema6.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 === "string"){
if(func3(data0) > 253){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(func3(data0) < 1){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!pattern0.test(data0)){
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.generateName !== undefined){
let data1 = data.generateName;
if(typeof data1 === "string"){
if(func3(data1) > 247){
const err6 = {instancePath:instancePath+"/generateName",schemaPath:"#/properties/generateName/maxLength",keyword:"maxLength",params:{limit: 247}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(func3(data1) < 1){
const err7 = {instancePath:instancePath+"/generateName",schemaPath:"#/properties/generateName/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!pattern1.test(data1)){
const err8 = {instancePath:instancePath+"/generateName",schemaPath:"#/properties/generateName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9.-]*$"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/generateName",schemaPath:"#/properties/generateName/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
let data2 = data.namespace;
if(typeof data2 === "string"){
if(func3(data2) > 63){
const err10 = {instancePath:instancePath+"/namespace",schemaPath:"#/properties/namespace/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(func3(data2) < 1){
const err11 = {instancePath:instancePath+"/namespace",schemaPath:"#/properties/namespace/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!pattern2.test(data2)){
const err12 = {instancePath:instancePath+"/namespace",schemaPath:"#/properties/namespace/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"}};
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
const err13 = {instancePath:instancePath+"/namespace",schemaPath:"#/properties/namespace/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data.labels !== undefined){
let data3 = data.labels;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length > 256){
const err14 = {instancePath:instancePath+"/labels",schemaPath:"#/properties/labels/maxProperties",keyword:"maxProperties",params:{limit: 256}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
for(const key1 in data3){
let data4 = data3[key1];
if(typeof data4 === "string"){
if(func3(data4) > 63){
const err15 = {instancePath:instancePath+"/labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/labels/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/labels",schemaPath:"#/properties/labels/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.annotations !== undefined){
let data5 = data.annotations;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(Object.keys(data5).length > 256){
const err18 = {instancePath:instancePath+"/annotations",schemaPath:"#/properties/annotations/maxProperties",keyword:"maxProperties",params:{limit: 256}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
for(const key2 in data5){
let data6 = data5[key2];
if(typeof data6 === "string"){
if(func3(data6) > 262144){
const err19 = {instancePath:instancePath+"/annotations/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/annotations/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 262144}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/annotations/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/annotations/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/annotations",schemaPath:"#/properties/annotations/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.uid !== undefined){
let data7 = data.uid;
if(typeof data7 === "string"){
if(func3(data7) > 64){
const err22 = {instancePath:instancePath+"/uid",schemaPath:"#/properties/uid/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/uid",schemaPath:"#/properties/uid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.resourceVersion !== undefined){
let data8 = data.resourceVersion;
if(typeof data8 === "string"){
if(func3(data8) > 128){
const err24 = {instancePath:instancePath+"/resourceVersion",schemaPath:"#/properties/resourceVersion/maxLength",keyword:"maxLength",params:{limit: 128}};
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
const err25 = {instancePath:instancePath+"/resourceVersion",schemaPath:"#/properties/resourceVersion/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.generation !== undefined){
let data9 = data.generation;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err26 = {instancePath:instancePath+"/generation",schemaPath:"#/properties/generation/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 0 || isNaN(data9)){
const err27 = {instancePath:instancePath+"/generation",schemaPath:"#/properties/generation/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
if(data.creationTimestamp !== undefined){
let data10 = data.creationTimestamp;
if((typeof data10 !== "string") && (data10 !== null)){
const err28 = {instancePath:instancePath+"/creationTimestamp",schemaPath:"#/properties/creationTimestamp/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(typeof data10 === "string"){
if(func3(data10) > 64){
const err29 = {instancePath:instancePath+"/creationTimestamp",schemaPath:"#/properties/creationTimestamp/maxLength",keyword:"maxLength",params:{limit: 64}};
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
if(data.deletionTimestamp !== undefined){
let data11 = data.deletionTimestamp;
if((typeof data11 !== "string") && (data11 !== null)){
const err30 = {instancePath:instancePath+"/deletionTimestamp",schemaPath:"#/properties/deletionTimestamp/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(typeof data11 === "string"){
if(func3(data11) > 64){
const err31 = {instancePath:instancePath+"/deletionTimestamp",schemaPath:"#/properties/deletionTimestamp/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
if(data.deletionGracePeriodSeconds !== undefined){
let data12 = data.deletionGracePeriodSeconds;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
const err32 = {instancePath:instancePath+"/deletionGracePeriodSeconds",schemaPath:"#/properties/deletionGracePeriodSeconds/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 < 0 || isNaN(data12)){
const err33 = {instancePath:instancePath+"/deletionGracePeriodSeconds",schemaPath:"#/properties/deletionGracePeriodSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
if(data.finalizers !== undefined){
let data13 = data.finalizers;
if(Array.isArray(data13)){
if(data13.length > 64){
const err34 = {instancePath:instancePath+"/finalizers",schemaPath:"#/properties/finalizers/maxItems",keyword:"maxItems",params:{limit: 64}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
const len0 = data13.length;
for(let i0=0; i0<len0; i0++){
let data14 = data13[i0];
if(typeof data14 === "string"){
if(func3(data14) > 317){
const err35 = {instancePath:instancePath+"/finalizers/" + i0,schemaPath:"#/properties/finalizers/items/maxLength",keyword:"maxLength",params:{limit: 317}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/finalizers/" + i0,schemaPath:"#/properties/finalizers/items/type",keyword:"type",params:{type: "string"}};
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
else {
const err37 = {instancePath:instancePath+"/finalizers",schemaPath:"#/properties/finalizers/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.ownerReferences !== undefined){
let data15 = data.ownerReferences;
if(Array.isArray(data15)){
if(data15.length > 64){
const err38 = {instancePath:instancePath+"/ownerReferences",schemaPath:"#/properties/ownerReferences/maxItems",keyword:"maxItems",params:{limit: 64}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
const len1 = data15.length;
for(let i1=0; i1<len1; i1++){
let data16 = data15[i1];
if(!(data16 && typeof data16 == "object" && !Array.isArray(data16))){
const err39 = {instancePath:instancePath+"/ownerReferences/" + i1,schemaPath:"#/properties/ownerReferences/items/type",keyword:"type",params:{type: "object"}};
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
else {
const err40 = {instancePath:instancePath+"/ownerReferences",schemaPath:"#/properties/ownerReferences/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data.managedFields !== undefined){
let data17 = data.managedFields;
if(Array.isArray(data17)){
if(data17.length > 256){
const err41 = {instancePath:instancePath+"/managedFields",schemaPath:"#/properties/managedFields/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
const len2 = data17.length;
for(let i2=0; i2<len2; i2++){
let data18 = data17[i2];
if(!(data18 && typeof data18 == "object" && !Array.isArray(data18))){
const err42 = {instancePath:instancePath+"/managedFields/" + i2,schemaPath:"#/properties/managedFields/items/type",keyword:"type",params:{type: "object"}};
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
else {
const err43 = {instancePath:instancePath+"/managedFields",schemaPath:"#/properties/managedFields/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data.selfLink !== undefined){
let data19 = data.selfLink;
if(typeof data19 === "string"){
if(func3(data19) > 1024){
const err44 = {instancePath:instancePath+"/selfLink",schemaPath:"#/properties/selfLink/maxLength",keyword:"maxLength",params:{limit: 1024}};
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
const err45 = {instancePath:instancePath+"/selfLink",schemaPath:"#/properties/selfLink/type",keyword:"type",params:{type: "string"}};
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
const err46 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}

const schema8 = {"type":"object","properties":{"observedGeneration":{"type":"integer","minimum":0},"conditions":{"type":"array","maxItems":32,"items":{"type":"object","required":["type","status","lastTransitionTime","reason","message"],"properties":{"type":{"type":"string","pattern":"^([A-Za-z0-9.-]+/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$","maxLength":316},"status":{"type":"string","enum":["True","False","Unknown"]},"observedGeneration":{"type":"integer","minimum":0},"lastTransitionTime":{"type":"string","maxLength":64,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$"},"reason":{"type":"string","pattern":"^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$","minLength":1,"maxLength":1024},"message":{"type":"string","maxLength":32768}},"additionalProperties":false}}},"additionalProperties":false};
const pattern29 = new RegExp("^([A-Za-z0-9.-]+/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$", "u");
const pattern30 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$", "u");
const pattern31 = new RegExp("^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$", "u");

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "observedGeneration") || (key0 === "conditions"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.observedGeneration !== undefined){
let data0 = data.observedGeneration;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/observedGeneration",schemaPath:"#/properties/observedGeneration/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/observedGeneration",schemaPath:"#/properties/observedGeneration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
if(data.conditions !== undefined){
let data1 = data.conditions;
if(Array.isArray(data1)){
if(data1.length > 32){
const err3 = {instancePath:instancePath+"/conditions",schemaPath:"#/properties/conditions/maxItems",keyword:"maxItems",params:{limit: 32}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.type === undefined){
const err4 = {instancePath:instancePath+"/conditions/" + i0,schemaPath:"#/properties/conditions/items/required",keyword:"required",params:{missingProperty: "type"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data2.status === undefined){
const err5 = {instancePath:instancePath+"/conditions/" + i0,schemaPath:"#/properties/conditions/items/required",keyword:"required",params:{missingProperty: "status"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data2.lastTransitionTime === undefined){
const err6 = {instancePath:instancePath+"/conditions/" + i0,schemaPath:"#/properties/conditions/items/required",keyword:"required",params:{missingProperty: "lastTransitionTime"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data2.reason === undefined){
const err7 = {instancePath:instancePath+"/conditions/" + i0,schemaPath:"#/properties/conditions/items/required",keyword:"required",params:{missingProperty: "reason"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data2.message === undefined){
const err8 = {instancePath:instancePath+"/conditions/" + i0,schemaPath:"#/properties/conditions/items/required",keyword:"required",params:{missingProperty: "message"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
for(const key1 in data2){
if(!((((((key1 === "type") || (key1 === "status")) || (key1 === "observedGeneration")) || (key1 === "lastTransitionTime")) || (key1 === "reason")) || (key1 === "message"))){
const err9 = {instancePath:instancePath+"/conditions/" + i0,schemaPath:"#/properties/conditions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data2.type !== undefined){
let data3 = data2.type;
if(typeof data3 === "string"){
if(func3(data3) > 316){
const err10 = {instancePath:instancePath+"/conditions/" + i0+"/type",schemaPath:"#/properties/conditions/items/properties/type/maxLength",keyword:"maxLength",params:{limit: 316}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!pattern29.test(data3)){
const err11 = {instancePath:instancePath+"/conditions/" + i0+"/type",schemaPath:"#/properties/conditions/items/properties/type/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9.-]+/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/conditions/" + i0+"/type",schemaPath:"#/properties/conditions/items/properties/type/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data2.status !== undefined){
let data4 = data2.status;
if(typeof data4 !== "string"){
const err13 = {instancePath:instancePath+"/conditions/" + i0+"/status",schemaPath:"#/properties/conditions/items/properties/status/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(!(((data4 === "True") || (data4 === "False")) || (data4 === "Unknown"))){
const err14 = {instancePath:instancePath+"/conditions/" + i0+"/status",schemaPath:"#/properties/conditions/items/properties/status/enum",keyword:"enum",params:{allowedValues: schema8.properties.conditions.items.properties.status.enum}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data2.observedGeneration !== undefined){
let data5 = data2.observedGeneration;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err15 = {instancePath:instancePath+"/conditions/" + i0+"/observedGeneration",schemaPath:"#/properties/conditions/items/properties/observedGeneration/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 0 || isNaN(data5)){
const err16 = {instancePath:instancePath+"/conditions/" + i0+"/observedGeneration",schemaPath:"#/properties/conditions/items/properties/observedGeneration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
if(data2.lastTransitionTime !== undefined){
let data6 = data2.lastTransitionTime;
if(typeof data6 === "string"){
if(func3(data6) > 64){
const err17 = {instancePath:instancePath+"/conditions/" + i0+"/lastTransitionTime",schemaPath:"#/properties/conditions/items/properties/lastTransitionTime/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(!pattern30.test(data6)){
const err18 = {instancePath:instancePath+"/conditions/" + i0+"/lastTransitionTime",schemaPath:"#/properties/conditions/items/properties/lastTransitionTime/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/conditions/" + i0+"/lastTransitionTime",schemaPath:"#/properties/conditions/items/properties/lastTransitionTime/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data2.reason !== undefined){
let data7 = data2.reason;
if(typeof data7 === "string"){
if(func3(data7) > 1024){
const err20 = {instancePath:instancePath+"/conditions/" + i0+"/reason",schemaPath:"#/properties/conditions/items/properties/reason/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(func3(data7) < 1){
const err21 = {instancePath:instancePath+"/conditions/" + i0+"/reason",schemaPath:"#/properties/conditions/items/properties/reason/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(!pattern31.test(data7)){
const err22 = {instancePath:instancePath+"/conditions/" + i0+"/reason",schemaPath:"#/properties/conditions/items/properties/reason/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/conditions/" + i0+"/reason",schemaPath:"#/properties/conditions/items/properties/reason/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data2.message !== undefined){
let data8 = data2.message;
if(typeof data8 === "string"){
if(func3(data8) > 32768){
const err24 = {instancePath:instancePath+"/conditions/" + i0+"/message",schemaPath:"#/properties/conditions/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 32768}};
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
const err25 = {instancePath:instancePath+"/conditions/" + i0+"/message",schemaPath:"#/properties/conditions/items/properties/message/type",keyword:"type",params:{type: "string"}};
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
const err26 = {instancePath:instancePath+"/conditions/" + i0,schemaPath:"#/properties/conditions/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath:instancePath+"/conditions",schemaPath:"#/properties/conditions/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
validate24.errors = vErrors;
return errors === 0;
}

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

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
const err6 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/enum",keyword:"enum",params:{allowedValues: schema7.properties.apiVersion.enum}};
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
const err8 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema7.properties.kind.enum}};
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
if(!(validate21(data.metadata, {instancePath:instancePath+"/metadata",parentData:data,parentDataProperty:"metadata",rootData}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
let data3 = data.spec;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.mode === undefined){
data3.mode = "Enforce";
}
if(data3.rules === undefined){
data3.rules = [];
}
if(data3.masking === undefined){
data3.masking = [];
}
if(data3.connections === undefined){
const err9 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "connections"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
for(const key1 in data3){
if(!((((((key1 === "mode") || (key1 === "subjects")) || (key1 === "connections")) || (key1 === "rules")) || (key1 === "masking")) || (key1 === "limits"))){
const err10 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
let data4 = data3.mode;
if(typeof data4 !== "string"){
const err11 = {instancePath:instancePath+"/spec/mode",schemaPath:"#/properties/spec/properties/mode/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!((data4 === "Enforce") || (data4 === "DryRun"))){
const err12 = {instancePath:instancePath+"/spec/mode",schemaPath:"#/properties/spec/properties/mode/enum",keyword:"enum",params:{allowedValues: schema7.properties.spec.properties.mode.enum}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data3.subjects !== undefined){
let data5 = data3.subjects;
if(Array.isArray(data5)){
if(data5.length > 64){
const err13 = {instancePath:instancePath+"/spec/subjects",schemaPath:"#/properties/spec/properties/subjects/maxItems",keyword:"maxItems",params:{limit: 64}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data5.length < 1){
const err14 = {instancePath:instancePath+"/spec/subjects",schemaPath:"#/properties/spec/properties/subjects/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(Object.keys(data6).length < 1){
const err15 = {instancePath:instancePath+"/spec/subjects/" + i0,schemaPath:"#/properties/spec/properties/subjects/items/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
for(const key2 in data6){
if(!(((key2 === "serviceAccount") || (key2 === "podSelector")) || (key2 === "claims"))){
const err16 = {instancePath:instancePath+"/spec/subjects/" + i0,schemaPath:"#/properties/spec/properties/subjects/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data6.serviceAccount !== undefined){
let data7 = data6.serviceAccount;
if(typeof data7 === "string"){
if(func3(data7) > 253){
const err17 = {instancePath:instancePath+"/spec/subjects/" + i0+"/serviceAccount",schemaPath:"#/properties/spec/properties/subjects/items/properties/serviceAccount/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(func3(data7) < 1){
const err18 = {instancePath:instancePath+"/spec/subjects/" + i0+"/serviceAccount",schemaPath:"#/properties/spec/properties/subjects/items/properties/serviceAccount/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(!pattern3.test(data7)){
const err19 = {instancePath:instancePath+"/spec/subjects/" + i0+"/serviceAccount",schemaPath:"#/properties/spec/properties/subjects/items/properties/serviceAccount/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9*]([a-z0-9*.-]*[a-z0-9*])?$"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/spec/subjects/" + i0+"/serviceAccount",schemaPath:"#/properties/spec/properties/subjects/items/properties/serviceAccount/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data6.podSelector !== undefined){
let data8 = data6.podSelector;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(Object.keys(data8).length < 1){
const err21 = {instancePath:instancePath+"/spec/subjects/" + i0+"/podSelector",schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
for(const key3 in data8){
if(!((key3 === "matchLabels") || (key3 === "matchExpressions"))){
const err22 = {instancePath:instancePath+"/spec/subjects/" + i0+"/podSelector",schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data8.matchLabels !== undefined){
let data9 = data8.matchLabels;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(Object.keys(data9).length > 32){
const err23 = {instancePath:instancePath+"/spec/subjects/" + i0+"/podSelector/matchLabels",schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchLabels/maxProperties",keyword:"maxProperties",params:{limit: 32}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(Object.keys(data9).length < 1){
const err24 = {instancePath:instancePath+"/spec/subjects/" + i0+"/podSelector/matchLabels",schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchLabels/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
for(const key4 in data9){
let data10 = data9[key4];
if(typeof data10 === "string"){
if(func3(data10) > 63){
const err25 = {instancePath:instancePath+"/spec/subjects/" + i0+"/podSelector/matchLabels/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchLabels/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/spec/subjects/" + i0+"/podSelector/matchLabels/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchLabels/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath:instancePath+"/spec/subjects/" + i0+"/podSelector/matchLabels",schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchLabels/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data8.matchExpressions !== undefined){
let data11 = data8.matchExpressions;
if(Array.isArray(data11)){
if(data11.length > 32){
const err28 = {instancePath:instancePath+"/spec/subjects/" + i0+"/podSelector/matchExpressions",schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchExpressions/maxItems",keyword:"maxItems",params:{limit: 32}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data11.length < 1){
const err29 = {instancePath:instancePath+"/spec/subjects/" + i0+"/podSelector/matchExpressions",schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchExpressions/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
const len1 = data11.length;
for(let i1=0; i1<len1; i1++){
let data12 = data11[i1];
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.key === undefined){
const err30 = {instancePath:instancePath+"/spec/subjects/" + i0+"/podSelector/matchExpressions/" + i1,schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "key"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(data12.operator === undefined){
const err31 = {instancePath:instancePath+"/spec/subjects/" + i0+"/podSelector/matchExpressions/" + i1,schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "operator"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
for(const key5 in data12){
if(!(((key5 === "key") || (key5 === "operator")) || (key5 === "values"))){
const err32 = {instancePath:instancePath+"/spec/subjects/" + i0+"/podSelector/matchExpressions/" + i1,schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchExpressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data12.key !== undefined){
let data13 = data12.key;
if(typeof data13 === "string"){
if(func3(data13) > 317){
const err33 = {instancePath:instancePath+"/spec/subjects/" + i0+"/podSelector/matchExpressions/" + i1+"/key",schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchExpressions/items/properties/key/maxLength",keyword:"maxLength",params:{limit: 317}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(func3(data13) < 1){
const err34 = {instancePath:instancePath+"/spec/subjects/" + i0+"/podSelector/matchExpressions/" + i1+"/key",schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchExpressions/items/properties/key/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/spec/subjects/" + i0+"/podSelector/matchExpressions/" + i1+"/key",schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data12.operator !== undefined){
let data14 = data12.operator;
if(typeof data14 !== "string"){
const err36 = {instancePath:instancePath+"/spec/subjects/" + i0+"/podSelector/matchExpressions/" + i1+"/operator",schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(!((((data14 === "In") || (data14 === "NotIn")) || (data14 === "Exists")) || (data14 === "DoesNotExist"))){
const err37 = {instancePath:instancePath+"/spec/subjects/" + i0+"/podSelector/matchExpressions/" + i1+"/operator",schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchExpressions/items/properties/operator/enum",keyword:"enum",params:{allowedValues: schema7.properties.spec.properties.subjects.items.properties.podSelector.properties.matchExpressions.items.properties.operator.enum}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data12.values !== undefined){
let data15 = data12.values;
if(Array.isArray(data15)){
if(data15.length > 64){
const err38 = {instancePath:instancePath+"/spec/subjects/" + i0+"/podSelector/matchExpressions/" + i1+"/values",schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchExpressions/items/properties/values/maxItems",keyword:"maxItems",params:{limit: 64}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(data15.length < 1){
const err39 = {instancePath:instancePath+"/spec/subjects/" + i0+"/podSelector/matchExpressions/" + i1+"/values",schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchExpressions/items/properties/values/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
const len2 = data15.length;
for(let i2=0; i2<len2; i2++){
let data16 = data15[i2];
if(typeof data16 === "string"){
if(func3(data16) > 63){
const err40 = {instancePath:instancePath+"/spec/subjects/" + i0+"/podSelector/matchExpressions/" + i1+"/values/" + i2,schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchExpressions/items/properties/values/items/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
else {
const err41 = {instancePath:instancePath+"/spec/subjects/" + i0+"/podSelector/matchExpressions/" + i1+"/values/" + i2,schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
let i3 = data15.length;
let j0;
if(i3 > 1){
const indices0 = {};
for(;i3--;){
let item0 = data15[i3];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err42 = {instancePath:instancePath+"/spec/subjects/" + i0+"/podSelector/matchExpressions/" + i1+"/values",schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchExpressions/items/properties/values/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j0}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
break;
}
indices0[item0] = i3;
}
}
}
else {
const err43 = {instancePath:instancePath+"/spec/subjects/" + i0+"/podSelector/matchExpressions/" + i1+"/values",schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
else {
const err44 = {instancePath:instancePath+"/spec/subjects/" + i0+"/podSelector/matchExpressions/" + i1,schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"}};
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
const err45 = {instancePath:instancePath+"/spec/subjects/" + i0+"/podSelector/matchExpressions",schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/properties/matchExpressions/type",keyword:"type",params:{type: "array"}};
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
const err46 = {instancePath:instancePath+"/spec/subjects/" + i0+"/podSelector",schemaPath:"#/properties/spec/properties/subjects/items/properties/podSelector/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data6.claims !== undefined){
let data17 = data6.claims;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(Object.keys(data17).length > 32){
const err47 = {instancePath:instancePath+"/spec/subjects/" + i0+"/claims",schemaPath:"#/properties/spec/properties/subjects/items/properties/claims/maxProperties",keyword:"maxProperties",params:{limit: 32}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(Object.keys(data17).length < 1){
const err48 = {instancePath:instancePath+"/spec/subjects/" + i0+"/claims",schemaPath:"#/properties/spec/properties/subjects/items/properties/claims/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
for(const key6 in data17){
let data18 = data17[key6];
if(typeof data18 === "string"){
if(func3(data18) > 1024){
const err49 = {instancePath:instancePath+"/spec/subjects/" + i0+"/claims/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/subjects/items/properties/claims/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
else {
const err50 = {instancePath:instancePath+"/spec/subjects/" + i0+"/claims/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/subjects/items/properties/claims/additionalProperties/type",keyword:"type",params:{type: "string"}};
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
const err51 = {instancePath:instancePath+"/spec/subjects/" + i0+"/claims",schemaPath:"#/properties/spec/properties/subjects/items/properties/claims/type",keyword:"type",params:{type: "object"}};
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
const err52 = {instancePath:instancePath+"/spec/subjects/" + i0,schemaPath:"#/properties/spec/properties/subjects/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
}
else {
const err53 = {instancePath:instancePath+"/spec/subjects",schemaPath:"#/properties/spec/properties/subjects/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data3.connections !== undefined){
let data19 = data3.connections;
if(Array.isArray(data19)){
if(data19.length > 64){
const err54 = {instancePath:instancePath+"/spec/connections",schemaPath:"#/properties/spec/properties/connections/maxItems",keyword:"maxItems",params:{limit: 64}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(data19.length < 1){
const err55 = {instancePath:instancePath+"/spec/connections",schemaPath:"#/properties/spec/properties/connections/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
const len3 = data19.length;
for(let i4=0; i4<len3; i4++){
let data20 = data19[i4];
if(typeof data20 === "string"){
if(func3(data20) > 253){
const err56 = {instancePath:instancePath+"/spec/connections/" + i4,schemaPath:"#/properties/spec/properties/connections/items/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(func3(data20) < 1){
const err57 = {instancePath:instancePath+"/spec/connections/" + i4,schemaPath:"#/properties/spec/properties/connections/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if(!pattern3.test(data20)){
const err58 = {instancePath:instancePath+"/spec/connections/" + i4,schemaPath:"#/properties/spec/properties/connections/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9*]([a-z0-9*.-]*[a-z0-9*])?$"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
else {
const err59 = {instancePath:instancePath+"/spec/connections/" + i4,schemaPath:"#/properties/spec/properties/connections/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
let i5 = data19.length;
let j1;
if(i5 > 1){
const indices1 = {};
for(;i5--;){
let item1 = data19[i5];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err60 = {instancePath:instancePath+"/spec/connections",schemaPath:"#/properties/spec/properties/connections/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j1}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
break;
}
indices1[item1] = i5;
}
}
}
else {
const err61 = {instancePath:instancePath+"/spec/connections",schemaPath:"#/properties/spec/properties/connections/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
let data21 = data3.rules;
if(Array.isArray(data21)){
if(data21.length > 256){
const err62 = {instancePath:instancePath+"/spec/rules",schemaPath:"#/properties/spec/properties/rules/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
const len4 = data21.length;
for(let i6=0; i6<len4; i6++){
let data22 = data21[i6];
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
if(data22.name === undefined){
const err63 = {instancePath:instancePath+"/spec/rules/" + i6,schemaPath:"#/properties/spec/properties/rules/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(data22.effect === undefined){
const err64 = {instancePath:instancePath+"/spec/rules/" + i6,schemaPath:"#/properties/spec/properties/rules/items/required",keyword:"required",params:{missingProperty: "effect"}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
for(const key7 in data22){
if(!(func2.call(schema7.properties.spec.properties.rules.items.properties, key7))){
const err65 = {instancePath:instancePath+"/spec/rules/" + i6,schemaPath:"#/properties/spec/properties/rules/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data22.name !== undefined){
let data23 = data22.name;
if(typeof data23 === "string"){
if(func3(data23) > 63){
const err66 = {instancePath:instancePath+"/spec/rules/" + i6+"/name",schemaPath:"#/properties/spec/properties/rules/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(func3(data23) < 1){
const err67 = {instancePath:instancePath+"/spec/rules/" + i6+"/name",schemaPath:"#/properties/spec/properties/rules/items/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if(!pattern2.test(data23)){
const err68 = {instancePath:instancePath+"/spec/rules/" + i6+"/name",schemaPath:"#/properties/spec/properties/rules/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
else {
const err69 = {instancePath:instancePath+"/spec/rules/" + i6+"/name",schemaPath:"#/properties/spec/properties/rules/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data22.effect !== undefined){
let data24 = data22.effect;
if(typeof data24 !== "string"){
const err70 = {instancePath:instancePath+"/spec/rules/" + i6+"/effect",schemaPath:"#/properties/spec/properties/rules/items/properties/effect/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if(!(((data24 === "Allow") || (data24 === "Deny")) || (data24 === "RequireApproval"))){
const err71 = {instancePath:instancePath+"/spec/rules/" + i6+"/effect",schemaPath:"#/properties/spec/properties/rules/items/properties/effect/enum",keyword:"enum",params:{allowedValues: schema7.properties.spec.properties.rules.items.properties.effect.enum}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data22.postgres !== undefined){
let data25 = data22.postgres;
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(Object.keys(data25).length < 1){
const err72 = {instancePath:instancePath+"/spec/rules/" + i6+"/postgres",schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
for(const key8 in data25){
if(!((((key8 === "commands") || (key8 === "relations")) || (key8 === "functions")) || (key8 === "unbounded"))){
const err73 = {instancePath:instancePath+"/spec/rules/" + i6+"/postgres",schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data25.commands !== undefined){
let data26 = data25.commands;
if(Array.isArray(data26)){
if(data26.length > 128){
const err74 = {instancePath:instancePath+"/spec/rules/" + i6+"/postgres/commands",schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/commands/maxItems",keyword:"maxItems",params:{limit: 128}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if(data26.length < 1){
const err75 = {instancePath:instancePath+"/spec/rules/" + i6+"/postgres/commands",schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/commands/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
const len5 = data26.length;
for(let i7=0; i7<len5; i7++){
let data27 = data26[i7];
if(typeof data27 === "string"){
if(func3(data27) > 63){
const err76 = {instancePath:instancePath+"/spec/rules/" + i6+"/postgres/commands/" + i7,schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/commands/items/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if(func3(data27) < 1){
const err77 = {instancePath:instancePath+"/spec/rules/" + i6+"/postgres/commands/" + i7,schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/commands/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
if(!pattern6.test(data27)){
const err78 = {instancePath:instancePath+"/spec/rules/" + i6+"/postgres/commands/" + i7,schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/commands/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z*]([A-Za-z* ]*[A-Za-z*])?$"}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
else {
const err79 = {instancePath:instancePath+"/spec/rules/" + i6+"/postgres/commands/" + i7,schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/commands/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
let i8 = data26.length;
let j2;
if(i8 > 1){
const indices2 = {};
for(;i8--;){
let item2 = data26[i8];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err80 = {instancePath:instancePath+"/spec/rules/" + i6+"/postgres/commands",schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/commands/uniqueItems",keyword:"uniqueItems",params:{i: i8, j: j2}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
break;
}
indices2[item2] = i8;
}
}
}
else {
const err81 = {instancePath:instancePath+"/spec/rules/" + i6+"/postgres/commands",schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/commands/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data25.relations !== undefined){
let data28 = data25.relations;
if(Array.isArray(data28)){
if(data28.length > 256){
const err82 = {instancePath:instancePath+"/spec/rules/" + i6+"/postgres/relations",schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/relations/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if(data28.length < 1){
const err83 = {instancePath:instancePath+"/spec/rules/" + i6+"/postgres/relations",schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/relations/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
const len6 = data28.length;
for(let i9=0; i9<len6; i9++){
let data29 = data28[i9];
if(typeof data29 === "string"){
if(func3(data29) > 260){
const err84 = {instancePath:instancePath+"/spec/rules/" + i6+"/postgres/relations/" + i9,schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/relations/items/maxLength",keyword:"maxLength",params:{limit: 260}};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
if(func3(data29) < 1){
const err85 = {instancePath:instancePath+"/spec/rules/" + i6+"/postgres/relations/" + i9,schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/relations/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
if(!pattern7.test(data29)){
const err86 = {instancePath:instancePath+"/spec/rules/" + i6+"/postgres/relations/" + i9,schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/relations/items/pattern",keyword:"pattern",params:{pattern: "^(\\*|([^.\"\\sA-Z]+|\"([^\"]|\"\")+\")\\.([^.\"\\sA-Z]+|\"([^\"]|\"\")+\"))$"}};
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
const err87 = {instancePath:instancePath+"/spec/rules/" + i6+"/postgres/relations/" + i9,schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/relations/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
let i10 = data28.length;
let j3;
if(i10 > 1){
const indices3 = {};
for(;i10--;){
let item3 = data28[i10];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
const err88 = {instancePath:instancePath+"/spec/rules/" + i6+"/postgres/relations",schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/relations/uniqueItems",keyword:"uniqueItems",params:{i: i10, j: j3}};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
break;
}
indices3[item3] = i10;
}
}
}
else {
const err89 = {instancePath:instancePath+"/spec/rules/" + i6+"/postgres/relations",schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/relations/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
if(data25.functions !== undefined){
let data30 = data25.functions;
if(Array.isArray(data30)){
if(data30.length > 256){
const err90 = {instancePath:instancePath+"/spec/rules/" + i6+"/postgres/functions",schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/functions/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
if(data30.length < 1){
const err91 = {instancePath:instancePath+"/spec/rules/" + i6+"/postgres/functions",schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/functions/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
const len7 = data30.length;
for(let i11=0; i11<len7; i11++){
let data31 = data30[i11];
if(typeof data31 === "string"){
if(func3(data31) > 260){
const err92 = {instancePath:instancePath+"/spec/rules/" + i6+"/postgres/functions/" + i11,schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/functions/items/maxLength",keyword:"maxLength",params:{limit: 260}};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
if(func3(data31) < 1){
const err93 = {instancePath:instancePath+"/spec/rules/" + i6+"/postgres/functions/" + i11,schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/functions/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
if(!pattern7.test(data31)){
const err94 = {instancePath:instancePath+"/spec/rules/" + i6+"/postgres/functions/" + i11,schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/functions/items/pattern",keyword:"pattern",params:{pattern: "^(\\*|([^.\"\\sA-Z]+|\"([^\"]|\"\")+\")\\.([^.\"\\sA-Z]+|\"([^\"]|\"\")+\"))$"}};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
else {
const err95 = {instancePath:instancePath+"/spec/rules/" + i6+"/postgres/functions/" + i11,schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/functions/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
let i12 = data30.length;
let j4;
if(i12 > 1){
const indices4 = {};
for(;i12--;){
let item4 = data30[i12];
if(typeof item4 !== "string"){
continue;
}
if(typeof indices4[item4] == "number"){
j4 = indices4[item4];
const err96 = {instancePath:instancePath+"/spec/rules/" + i6+"/postgres/functions",schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/functions/uniqueItems",keyword:"uniqueItems",params:{i: i12, j: j4}};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
break;
}
indices4[item4] = i12;
}
}
}
else {
const err97 = {instancePath:instancePath+"/spec/rules/" + i6+"/postgres/functions",schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/functions/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
if(data25.unbounded !== undefined){
let data32 = data25.unbounded;
if(typeof data32 !== "boolean"){
const err98 = {instancePath:instancePath+"/spec/rules/" + i6+"/postgres/unbounded",schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/unbounded/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
if(!(data32 === true)){
const err99 = {instancePath:instancePath+"/spec/rules/" + i6+"/postgres/unbounded",schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/properties/unbounded/enum",keyword:"enum",params:{allowedValues: schema7.properties.spec.properties.rules.items.properties.postgres.properties.unbounded.enum}};
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
const err100 = {instancePath:instancePath+"/spec/rules/" + i6+"/postgres",schemaPath:"#/properties/spec/properties/rules/items/properties/postgres/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data22.http !== undefined){
let data33 = data22.http;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
if(Object.keys(data33).length < 1){
const err101 = {instancePath:instancePath+"/spec/rules/" + i6+"/http",schemaPath:"#/properties/spec/properties/rules/items/properties/http/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
for(const key9 in data33){
if(!((key9 === "methods") || (key9 === "paths"))){
const err102 = {instancePath:instancePath+"/spec/rules/" + i6+"/http",schemaPath:"#/properties/spec/properties/rules/items/properties/http/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9}};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data33.methods !== undefined){
let data34 = data33.methods;
if(Array.isArray(data34)){
if(data34.length > 32){
const err103 = {instancePath:instancePath+"/spec/rules/" + i6+"/http/methods",schemaPath:"#/properties/spec/properties/rules/items/properties/http/properties/methods/maxItems",keyword:"maxItems",params:{limit: 32}};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
if(data34.length < 1){
const err104 = {instancePath:instancePath+"/spec/rules/" + i6+"/http/methods",schemaPath:"#/properties/spec/properties/rules/items/properties/http/properties/methods/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
const len8 = data34.length;
for(let i13=0; i13<len8; i13++){
let data35 = data34[i13];
if(typeof data35 === "string"){
if(func3(data35) > 32){
const err105 = {instancePath:instancePath+"/spec/rules/" + i6+"/http/methods/" + i13,schemaPath:"#/properties/spec/properties/rules/items/properties/http/properties/methods/items/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
if(func3(data35) < 1){
const err106 = {instancePath:instancePath+"/spec/rules/" + i6+"/http/methods/" + i13,schemaPath:"#/properties/spec/properties/rules/items/properties/http/properties/methods/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
if(!pattern9.test(data35)){
const err107 = {instancePath:instancePath+"/spec/rules/" + i6+"/http/methods/" + i13,schemaPath:"#/properties/spec/properties/rules/items/properties/http/properties/methods/items/pattern",keyword:"pattern",params:{pattern: "^[A-Z*][A-Z*-]*$"}};
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
const err108 = {instancePath:instancePath+"/spec/rules/" + i6+"/http/methods/" + i13,schemaPath:"#/properties/spec/properties/rules/items/properties/http/properties/methods/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
let i14 = data34.length;
let j5;
if(i14 > 1){
const indices5 = {};
for(;i14--;){
let item5 = data34[i14];
if(typeof item5 !== "string"){
continue;
}
if(typeof indices5[item5] == "number"){
j5 = indices5[item5];
const err109 = {instancePath:instancePath+"/spec/rules/" + i6+"/http/methods",schemaPath:"#/properties/spec/properties/rules/items/properties/http/properties/methods/uniqueItems",keyword:"uniqueItems",params:{i: i14, j: j5}};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
break;
}
indices5[item5] = i14;
}
}
}
else {
const err110 = {instancePath:instancePath+"/spec/rules/" + i6+"/http/methods",schemaPath:"#/properties/spec/properties/rules/items/properties/http/properties/methods/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
if(data33.paths !== undefined){
let data36 = data33.paths;
if(Array.isArray(data36)){
if(data36.length > 256){
const err111 = {instancePath:instancePath+"/spec/rules/" + i6+"/http/paths",schemaPath:"#/properties/spec/properties/rules/items/properties/http/properties/paths/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
if(data36.length < 1){
const err112 = {instancePath:instancePath+"/spec/rules/" + i6+"/http/paths",schemaPath:"#/properties/spec/properties/rules/items/properties/http/properties/paths/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
const len9 = data36.length;
for(let i15=0; i15<len9; i15++){
let data37 = data36[i15];
if(typeof data37 === "string"){
if(func3(data37) > 1024){
const err113 = {instancePath:instancePath+"/spec/rules/" + i6+"/http/paths/" + i15,schemaPath:"#/properties/spec/properties/rules/items/properties/http/properties/paths/items/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
if(func3(data37) < 1){
const err114 = {instancePath:instancePath+"/spec/rules/" + i6+"/http/paths/" + i15,schemaPath:"#/properties/spec/properties/rules/items/properties/http/properties/paths/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
if(!pattern10.test(data37)){
const err115 = {instancePath:instancePath+"/spec/rules/" + i6+"/http/paths/" + i15,schemaPath:"#/properties/spec/properties/rules/items/properties/http/properties/paths/items/pattern",keyword:"pattern",params:{pattern: "^[/*][^\\s?#]*$"}};
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
const err116 = {instancePath:instancePath+"/spec/rules/" + i6+"/http/paths/" + i15,schemaPath:"#/properties/spec/properties/rules/items/properties/http/properties/paths/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
let i16 = data36.length;
let j6;
if(i16 > 1){
const indices6 = {};
for(;i16--;){
let item6 = data36[i16];
if(typeof item6 !== "string"){
continue;
}
if(typeof indices6[item6] == "number"){
j6 = indices6[item6];
const err117 = {instancePath:instancePath+"/spec/rules/" + i6+"/http/paths",schemaPath:"#/properties/spec/properties/rules/items/properties/http/properties/paths/uniqueItems",keyword:"uniqueItems",params:{i: i16, j: j6}};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
break;
}
indices6[item6] = i16;
}
}
}
else {
const err118 = {instancePath:instancePath+"/spec/rules/" + i6+"/http/paths",schemaPath:"#/properties/spec/properties/rules/items/properties/http/properties/paths/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
}
else {
const err119 = {instancePath:instancePath+"/spec/rules/" + i6+"/http",schemaPath:"#/properties/spec/properties/rules/items/properties/http/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
if(data22.kubernetes !== undefined){
let data38 = data22.kubernetes;
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
if(Object.keys(data38).length < 1){
const err120 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
for(const key10 in data38){
if(!((((((key10 === "verbs") || (key10 === "apiGroups")) || (key10 === "resources")) || (key10 === "resourceNames")) || (key10 === "namespaces")) || (key10 === "nonResourceURLs"))){
const err121 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10}};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
if(data38.verbs !== undefined){
let data39 = data38.verbs;
if(Array.isArray(data39)){
if(data39.length > 32){
const err122 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/verbs",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/verbs/maxItems",keyword:"maxItems",params:{limit: 32}};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
if(data39.length < 1){
const err123 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/verbs",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/verbs/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
const len10 = data39.length;
for(let i17=0; i17<len10; i17++){
let data40 = data39[i17];
if(typeof data40 === "string"){
if(func3(data40) > 63){
const err124 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/verbs/" + i17,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/verbs/items/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
if(func3(data40) < 1){
const err125 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/verbs/" + i17,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/verbs/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
if(!pattern11.test(data40)){
const err126 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/verbs/" + i17,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/verbs/items/pattern",keyword:"pattern",params:{pattern: "^[a-z*]+$"}};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
else {
const err127 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/verbs/" + i17,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/verbs/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
let i18 = data39.length;
let j7;
if(i18 > 1){
const indices7 = {};
for(;i18--;){
let item7 = data39[i18];
if(typeof item7 !== "string"){
continue;
}
if(typeof indices7[item7] == "number"){
j7 = indices7[item7];
const err128 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/verbs",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/verbs/uniqueItems",keyword:"uniqueItems",params:{i: i18, j: j7}};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
break;
}
indices7[item7] = i18;
}
}
}
else {
const err129 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/verbs",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/verbs/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
if(data38.apiGroups !== undefined){
let data41 = data38.apiGroups;
if(Array.isArray(data41)){
if(data41.length > 64){
const err130 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/apiGroups",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/apiGroups/maxItems",keyword:"maxItems",params:{limit: 64}};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
if(data41.length < 1){
const err131 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/apiGroups",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/apiGroups/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
const len11 = data41.length;
for(let i19=0; i19<len11; i19++){
let data42 = data41[i19];
if(typeof data42 === "string"){
if(func3(data42) > 253){
const err132 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/apiGroups/" + i19,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/apiGroups/items/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
if(!pattern12.test(data42)){
const err133 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/apiGroups/" + i19,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/apiGroups/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9*.-]*$"}};
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
const err134 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/apiGroups/" + i19,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/apiGroups/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
let i20 = data41.length;
let j8;
if(i20 > 1){
const indices8 = {};
for(;i20--;){
let item8 = data41[i20];
if(typeof item8 !== "string"){
continue;
}
if(typeof indices8[item8] == "number"){
j8 = indices8[item8];
const err135 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/apiGroups",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/apiGroups/uniqueItems",keyword:"uniqueItems",params:{i: i20, j: j8}};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
break;
}
indices8[item8] = i20;
}
}
}
else {
const err136 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/apiGroups",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/apiGroups/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
if(data38.resources !== undefined){
let data43 = data38.resources;
if(Array.isArray(data43)){
if(data43.length > 256){
const err137 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/resources",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/resources/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
if(data43.length < 1){
const err138 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/resources",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/resources/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
const len12 = data43.length;
for(let i21=0; i21<len12; i21++){
let data44 = data43[i21];
if(typeof data44 === "string"){
if(func3(data44) > 253){
const err139 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/resources/" + i21,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/resources/items/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
if(func3(data44) < 1){
const err140 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/resources/" + i21,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/resources/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
if(!pattern13.test(data44)){
const err141 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/resources/" + i21,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/resources/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9*.-]+(/[a-z0-9*.-]+)?$"}};
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
const err142 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/resources/" + i21,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/resources/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
let i22 = data43.length;
let j9;
if(i22 > 1){
const indices9 = {};
for(;i22--;){
let item9 = data43[i22];
if(typeof item9 !== "string"){
continue;
}
if(typeof indices9[item9] == "number"){
j9 = indices9[item9];
const err143 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/resources",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/resources/uniqueItems",keyword:"uniqueItems",params:{i: i22, j: j9}};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
break;
}
indices9[item9] = i22;
}
}
}
else {
const err144 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/resources",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/resources/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
if(data38.resourceNames !== undefined){
let data45 = data38.resourceNames;
if(Array.isArray(data45)){
if(data45.length > 256){
const err145 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/resourceNames",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/resourceNames/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
if(data45.length < 1){
const err146 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/resourceNames",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/resourceNames/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
const len13 = data45.length;
for(let i23=0; i23<len13; i23++){
let data46 = data45[i23];
if(typeof data46 === "string"){
if(func3(data46) > 253){
const err147 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/resourceNames/" + i23,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/resourceNames/items/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
if(func3(data46) < 1){
const err148 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/resourceNames/" + i23,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/resourceNames/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
if(!pattern14.test(data46)){
const err149 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/resourceNames/" + i23,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/resourceNames/items/pattern",keyword:"pattern",params:{pattern: "^[^\\s/]+$"}};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
else {
const err150 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/resourceNames/" + i23,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/resourceNames/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
}
let i24 = data45.length;
let j10;
if(i24 > 1){
const indices10 = {};
for(;i24--;){
let item10 = data45[i24];
if(typeof item10 !== "string"){
continue;
}
if(typeof indices10[item10] == "number"){
j10 = indices10[item10];
const err151 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/resourceNames",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/resourceNames/uniqueItems",keyword:"uniqueItems",params:{i: i24, j: j10}};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
break;
}
indices10[item10] = i24;
}
}
}
else {
const err152 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/resourceNames",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/resourceNames/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
if(data38.namespaces !== undefined){
let data47 = data38.namespaces;
if(Array.isArray(data47)){
if(data47.length > 256){
const err153 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/namespaces",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/namespaces/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
if(data47.length < 1){
const err154 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/namespaces",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/namespaces/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
const len14 = data47.length;
for(let i25=0; i25<len14; i25++){
let data48 = data47[i25];
if(typeof data48 === "string"){
if(func3(data48) > 63){
const err155 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/namespaces/" + i25,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/namespaces/items/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
if(func3(data48) < 1){
const err156 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/namespaces/" + i25,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/namespaces/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
if(!pattern15.test(data48)){
const err157 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/namespaces/" + i25,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/namespaces/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9*]([a-z0-9*-]*[a-z0-9*])?$"}};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
else {
const err158 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/namespaces/" + i25,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/namespaces/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
let i26 = data47.length;
let j11;
if(i26 > 1){
const indices11 = {};
for(;i26--;){
let item11 = data47[i26];
if(typeof item11 !== "string"){
continue;
}
if(typeof indices11[item11] == "number"){
j11 = indices11[item11];
const err159 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/namespaces",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/namespaces/uniqueItems",keyword:"uniqueItems",params:{i: i26, j: j11}};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
break;
}
indices11[item11] = i26;
}
}
}
else {
const err160 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/namespaces",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/namespaces/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
if(data38.nonResourceURLs !== undefined){
let data49 = data38.nonResourceURLs;
if(Array.isArray(data49)){
if(data49.length > 256){
const err161 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/nonResourceURLs",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/nonResourceURLs/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
if(data49.length < 1){
const err162 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/nonResourceURLs",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/nonResourceURLs/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
const len15 = data49.length;
for(let i27=0; i27<len15; i27++){
let data50 = data49[i27];
if(typeof data50 === "string"){
if(func3(data50) > 1024){
const err163 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/nonResourceURLs/" + i27,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/nonResourceURLs/items/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
if(func3(data50) < 1){
const err164 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/nonResourceURLs/" + i27,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/nonResourceURLs/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
if(!pattern10.test(data50)){
const err165 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/nonResourceURLs/" + i27,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/nonResourceURLs/items/pattern",keyword:"pattern",params:{pattern: "^[/*][^\\s?#]*$"}};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
else {
const err166 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/nonResourceURLs/" + i27,schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/nonResourceURLs/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
}
let i28 = data49.length;
let j12;
if(i28 > 1){
const indices12 = {};
for(;i28--;){
let item12 = data49[i28];
if(typeof item12 !== "string"){
continue;
}
if(typeof indices12[item12] == "number"){
j12 = indices12[item12];
const err167 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/nonResourceURLs",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/nonResourceURLs/uniqueItems",keyword:"uniqueItems",params:{i: i28, j: j12}};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
break;
}
indices12[item12] = i28;
}
}
}
else {
const err168 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes/nonResourceURLs",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/properties/nonResourceURLs/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
}
else {
const err169 = {instancePath:instancePath+"/spec/rules/" + i6+"/kubernetes",schemaPath:"#/properties/spec/properties/rules/items/properties/kubernetes/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
}
if(data22.ssh !== undefined){
let data51 = data22.ssh;
if(data51 && typeof data51 == "object" && !Array.isArray(data51)){
if(Object.keys(data51).length < 1){
const err170 = {instancePath:instancePath+"/spec/rules/" + i6+"/ssh",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
for(const key11 in data51){
if(!(((((key11 === "channels") || (key11 === "commands")) || (key11 === "operations")) || (key11 === "paths")) || (key11 === "destinations"))){
const err171 = {instancePath:instancePath+"/spec/rules/" + i6+"/ssh",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11}};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
}
if(data51.channels !== undefined){
let data52 = data51.channels;
if(Array.isArray(data52)){
if(data52.length > 16){
const err172 = {instancePath:instancePath+"/spec/rules/" + i6+"/ssh/channels",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/channels/maxItems",keyword:"maxItems",params:{limit: 16}};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
if(data52.length < 1){
const err173 = {instancePath:instancePath+"/spec/rules/" + i6+"/ssh/channels",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/channels/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
const len16 = data52.length;
for(let i29=0; i29<len16; i29++){
let data53 = data52[i29];
if(typeof data53 !== "string"){
const err174 = {instancePath:instancePath+"/spec/rules/" + i6+"/ssh/channels/" + i29,schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/channels/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
if(!((((data53 === "Exec") || (data53 === "Shell")) || (data53 === "Sftp")) || (data53 === "Forward"))){
const err175 = {instancePath:instancePath+"/spec/rules/" + i6+"/ssh/channels/" + i29,schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/channels/items/enum",keyword:"enum",params:{allowedValues: schema7.properties.spec.properties.rules.items.properties.ssh.properties.channels.items.enum}};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
}
let i30 = data52.length;
let j13;
if(i30 > 1){
const indices13 = {};
for(;i30--;){
let item13 = data52[i30];
if(typeof item13 !== "string"){
continue;
}
if(typeof indices13[item13] == "number"){
j13 = indices13[item13];
const err176 = {instancePath:instancePath+"/spec/rules/" + i6+"/ssh/channels",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/channels/uniqueItems",keyword:"uniqueItems",params:{i: i30, j: j13}};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
break;
}
indices13[item13] = i30;
}
}
}
else {
const err177 = {instancePath:instancePath+"/spec/rules/" + i6+"/ssh/channels",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/channels/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
}
if(data51.commands !== undefined){
let data54 = data51.commands;
if(Array.isArray(data54)){
if(data54.length > 256){
const err178 = {instancePath:instancePath+"/spec/rules/" + i6+"/ssh/commands",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/commands/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
if(data54.length < 1){
const err179 = {instancePath:instancePath+"/spec/rules/" + i6+"/ssh/commands",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/commands/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
const len17 = data54.length;
for(let i31=0; i31<len17; i31++){
let data55 = data54[i31];
if(typeof data55 === "string"){
if(func3(data55) > 4096){
const err180 = {instancePath:instancePath+"/spec/rules/" + i6+"/ssh/commands/" + i31,schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/commands/items/maxLength",keyword:"maxLength",params:{limit: 4096}};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
if(func3(data55) < 1){
const err181 = {instancePath:instancePath+"/spec/rules/" + i6+"/ssh/commands/" + i31,schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/commands/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
}
else {
const err182 = {instancePath:instancePath+"/spec/rules/" + i6+"/ssh/commands/" + i31,schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/commands/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
}
let i32 = data54.length;
let j14;
if(i32 > 1){
const indices14 = {};
for(;i32--;){
let item14 = data54[i32];
if(typeof item14 !== "string"){
continue;
}
if(typeof indices14[item14] == "number"){
j14 = indices14[item14];
const err183 = {instancePath:instancePath+"/spec/rules/" + i6+"/ssh/commands",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/commands/uniqueItems",keyword:"uniqueItems",params:{i: i32, j: j14}};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
break;
}
indices14[item14] = i32;
}
}
}
else {
const err184 = {instancePath:instancePath+"/spec/rules/" + i6+"/ssh/commands",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/commands/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
}
if(data51.operations !== undefined){
let data56 = data51.operations;
if(Array.isArray(data56)){
if(data56.length > 16){
const err185 = {instancePath:instancePath+"/spec/rules/" + i6+"/ssh/operations",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/operations/maxItems",keyword:"maxItems",params:{limit: 16}};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
if(data56.length < 1){
const err186 = {instancePath:instancePath+"/spec/rules/" + i6+"/ssh/operations",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/operations/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
const len18 = data56.length;
for(let i33=0; i33<len18; i33++){
let data57 = data56[i33];
if(typeof data57 !== "string"){
const err187 = {instancePath:instancePath+"/spec/rules/" + i6+"/ssh/operations/" + i33,schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/operations/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
if(!(((((((((((data57 === "Read") || (data57 === "Write")) || (data57 === "List")) || (data57 === "Stat")) || (data57 === "SetStat")) || (data57 === "Mkdir")) || (data57 === "Rmdir")) || (data57 === "Remove")) || (data57 === "Rename")) || (data57 === "Link")) || (data57 === "ReadLink"))){
const err188 = {instancePath:instancePath+"/spec/rules/" + i6+"/ssh/operations/" + i33,schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/operations/items/enum",keyword:"enum",params:{allowedValues: schema7.properties.spec.properties.rules.items.properties.ssh.properties.operations.items.enum}};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
}
let i34 = data56.length;
let j15;
if(i34 > 1){
const indices15 = {};
for(;i34--;){
let item15 = data56[i34];
if(typeof item15 !== "string"){
continue;
}
if(typeof indices15[item15] == "number"){
j15 = indices15[item15];
const err189 = {instancePath:instancePath+"/spec/rules/" + i6+"/ssh/operations",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/operations/uniqueItems",keyword:"uniqueItems",params:{i: i34, j: j15}};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
break;
}
indices15[item15] = i34;
}
}
}
else {
const err190 = {instancePath:instancePath+"/spec/rules/" + i6+"/ssh/operations",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/operations/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
}
if(data51.paths !== undefined){
let data58 = data51.paths;
if(Array.isArray(data58)){
if(data58.length > 256){
const err191 = {instancePath:instancePath+"/spec/rules/" + i6+"/ssh/paths",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/paths/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
if(data58.length < 1){
const err192 = {instancePath:instancePath+"/spec/rules/" + i6+"/ssh/paths",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/paths/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
const len19 = data58.length;
for(let i35=0; i35<len19; i35++){
let data59 = data58[i35];
if(typeof data59 === "string"){
if(func3(data59) > 4096){
const err193 = {instancePath:instancePath+"/spec/rules/" + i6+"/ssh/paths/" + i35,schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/paths/items/maxLength",keyword:"maxLength",params:{limit: 4096}};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
if(func3(data59) < 1){
const err194 = {instancePath:instancePath+"/spec/rules/" + i6+"/ssh/paths/" + i35,schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/paths/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
if(!pattern17.test(data59)){
const err195 = {instancePath:instancePath+"/spec/rules/" + i6+"/ssh/paths/" + i35,schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/paths/items/pattern",keyword:"pattern",params:{pattern: "^[/*].*$"}};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
}
else {
const err196 = {instancePath:instancePath+"/spec/rules/" + i6+"/ssh/paths/" + i35,schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/paths/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
}
let i36 = data58.length;
let j16;
if(i36 > 1){
const indices16 = {};
for(;i36--;){
let item16 = data58[i36];
if(typeof item16 !== "string"){
continue;
}
if(typeof indices16[item16] == "number"){
j16 = indices16[item16];
const err197 = {instancePath:instancePath+"/spec/rules/" + i6+"/ssh/paths",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/paths/uniqueItems",keyword:"uniqueItems",params:{i: i36, j: j16}};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
break;
}
indices16[item16] = i36;
}
}
}
else {
const err198 = {instancePath:instancePath+"/spec/rules/" + i6+"/ssh/paths",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/paths/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
}
if(data51.destinations !== undefined){
let data60 = data51.destinations;
if(Array.isArray(data60)){
if(data60.length > 256){
const err199 = {instancePath:instancePath+"/spec/rules/" + i6+"/ssh/destinations",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/destinations/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
if(data60.length < 1){
const err200 = {instancePath:instancePath+"/spec/rules/" + i6+"/ssh/destinations",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/destinations/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
const len20 = data60.length;
for(let i37=0; i37<len20; i37++){
let data61 = data60[i37];
if(typeof data61 === "string"){
if(func3(data61) > 260){
const err201 = {instancePath:instancePath+"/spec/rules/" + i6+"/ssh/destinations/" + i37,schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/destinations/items/maxLength",keyword:"maxLength",params:{limit: 260}};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
if(func3(data61) < 1){
const err202 = {instancePath:instancePath+"/spec/rules/" + i6+"/ssh/destinations/" + i37,schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/destinations/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
if(!pattern18.test(data61)){
const err203 = {instancePath:instancePath+"/spec/rules/" + i6+"/ssh/destinations/" + i37,schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/destinations/items/pattern",keyword:"pattern",params:{pattern: "^[^\\s]+:[0-9*]+$"}};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
}
else {
const err204 = {instancePath:instancePath+"/spec/rules/" + i6+"/ssh/destinations/" + i37,schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/destinations/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
}
let i38 = data60.length;
let j17;
if(i38 > 1){
const indices17 = {};
for(;i38--;){
let item17 = data60[i38];
if(typeof item17 !== "string"){
continue;
}
if(typeof indices17[item17] == "number"){
j17 = indices17[item17];
const err205 = {instancePath:instancePath+"/spec/rules/" + i6+"/ssh/destinations",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/destinations/uniqueItems",keyword:"uniqueItems",params:{i: i38, j: j17}};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
break;
}
indices17[item17] = i38;
}
}
}
else {
const err206 = {instancePath:instancePath+"/spec/rules/" + i6+"/ssh/destinations",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/properties/destinations/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
}
}
else {
const err207 = {instancePath:instancePath+"/spec/rules/" + i6+"/ssh",schemaPath:"#/properties/spec/properties/rules/items/properties/ssh/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
}
if(data22.expression !== undefined){
let data62 = data22.expression;
if(typeof data62 === "string"){
if(func3(data62) > 4096){
const err208 = {instancePath:instancePath+"/spec/rules/" + i6+"/expression",schemaPath:"#/properties/spec/properties/rules/items/properties/expression/maxLength",keyword:"maxLength",params:{limit: 4096}};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
if(func3(data62) < 1){
const err209 = {instancePath:instancePath+"/spec/rules/" + i6+"/expression",schemaPath:"#/properties/spec/properties/rules/items/properties/expression/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
}
else {
const err210 = {instancePath:instancePath+"/spec/rules/" + i6+"/expression",schemaPath:"#/properties/spec/properties/rules/items/properties/expression/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
}
if(data22.message !== undefined){
let data63 = data22.message;
if(typeof data63 === "string"){
if(func3(data63) > 1024){
const err211 = {instancePath:instancePath+"/spec/rules/" + i6+"/message",schemaPath:"#/properties/spec/properties/rules/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
if(func3(data63) < 1){
const err212 = {instancePath:instancePath+"/spec/rules/" + i6+"/message",schemaPath:"#/properties/spec/properties/rules/items/properties/message/minLength",keyword:"minLength",params:{limit: 1}};
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
const err213 = {instancePath:instancePath+"/spec/rules/" + i6+"/message",schemaPath:"#/properties/spec/properties/rules/items/properties/message/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
}
if(data22.approval !== undefined){
let data64 = data22.approval;
if(data64 && typeof data64 == "object" && !Array.isArray(data64)){
if(data64.required === undefined){
data64.required = 1;
}
if(data64.timeout === undefined){
data64.timeout = "15m";
}
if(data64.scope === undefined){
data64.scope = "Once";
}
if(data64.onPending === undefined){
data64.onPending = "Hold";
}
if(data64.approvers === undefined){
const err214 = {instancePath:instancePath+"/spec/rules/" + i6+"/approval",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/required",keyword:"required",params:{missingProperty: "approvers"}};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
for(const key12 in data64){
if(!(((((key12 === "approvers") || (key12 === "required")) || (key12 === "timeout")) || (key12 === "scope")) || (key12 === "onPending"))){
const err215 = {instancePath:instancePath+"/spec/rules/" + i6+"/approval",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12}};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
}
if(data64.approvers !== undefined){
let data65 = data64.approvers;
if(data65 && typeof data65 == "object" && !Array.isArray(data65)){
if(Object.keys(data65).length < 1){
const err216 = {instancePath:instancePath+"/spec/rules/" + i6+"/approval/approvers",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/approvers/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
for(const key13 in data65){
if(!((key13 === "groups") || (key13 === "users"))){
const err217 = {instancePath:instancePath+"/spec/rules/" + i6+"/approval/approvers",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/approvers/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13}};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
}
if(data65.groups !== undefined){
let data66 = data65.groups;
if(Array.isArray(data66)){
if(data66.length > 64){
const err218 = {instancePath:instancePath+"/spec/rules/" + i6+"/approval/approvers/groups",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/approvers/properties/groups/maxItems",keyword:"maxItems",params:{limit: 64}};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
if(data66.length < 1){
const err219 = {instancePath:instancePath+"/spec/rules/" + i6+"/approval/approvers/groups",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/approvers/properties/groups/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
const len21 = data66.length;
for(let i39=0; i39<len21; i39++){
let data67 = data66[i39];
if(typeof data67 === "string"){
if(func3(data67) > 256){
const err220 = {instancePath:instancePath+"/spec/rules/" + i6+"/approval/approvers/groups/" + i39,schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/approvers/properties/groups/items/maxLength",keyword:"maxLength",params:{limit: 256}};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
if(func3(data67) < 1){
const err221 = {instancePath:instancePath+"/spec/rules/" + i6+"/approval/approvers/groups/" + i39,schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/approvers/properties/groups/items/minLength",keyword:"minLength",params:{limit: 1}};
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
const err222 = {instancePath:instancePath+"/spec/rules/" + i6+"/approval/approvers/groups/" + i39,schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/approvers/properties/groups/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
}
let i40 = data66.length;
let j18;
if(i40 > 1){
const indices18 = {};
for(;i40--;){
let item18 = data66[i40];
if(typeof item18 !== "string"){
continue;
}
if(typeof indices18[item18] == "number"){
j18 = indices18[item18];
const err223 = {instancePath:instancePath+"/spec/rules/" + i6+"/approval/approvers/groups",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/approvers/properties/groups/uniqueItems",keyword:"uniqueItems",params:{i: i40, j: j18}};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
break;
}
indices18[item18] = i40;
}
}
}
else {
const err224 = {instancePath:instancePath+"/spec/rules/" + i6+"/approval/approvers/groups",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/approvers/properties/groups/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
}
if(data65.users !== undefined){
let data68 = data65.users;
if(Array.isArray(data68)){
if(data68.length > 64){
const err225 = {instancePath:instancePath+"/spec/rules/" + i6+"/approval/approvers/users",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/approvers/properties/users/maxItems",keyword:"maxItems",params:{limit: 64}};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
if(data68.length < 1){
const err226 = {instancePath:instancePath+"/spec/rules/" + i6+"/approval/approvers/users",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/approvers/properties/users/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
const len22 = data68.length;
for(let i41=0; i41<len22; i41++){
let data69 = data68[i41];
if(typeof data69 === "string"){
if(func3(data69) > 256){
const err227 = {instancePath:instancePath+"/spec/rules/" + i6+"/approval/approvers/users/" + i41,schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/approvers/properties/users/items/maxLength",keyword:"maxLength",params:{limit: 256}};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
if(func3(data69) < 1){
const err228 = {instancePath:instancePath+"/spec/rules/" + i6+"/approval/approvers/users/" + i41,schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/approvers/properties/users/items/minLength",keyword:"minLength",params:{limit: 1}};
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
const err229 = {instancePath:instancePath+"/spec/rules/" + i6+"/approval/approvers/users/" + i41,schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/approvers/properties/users/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
}
let i42 = data68.length;
let j19;
if(i42 > 1){
const indices19 = {};
for(;i42--;){
let item19 = data68[i42];
if(typeof item19 !== "string"){
continue;
}
if(typeof indices19[item19] == "number"){
j19 = indices19[item19];
const err230 = {instancePath:instancePath+"/spec/rules/" + i6+"/approval/approvers/users",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/approvers/properties/users/uniqueItems",keyword:"uniqueItems",params:{i: i42, j: j19}};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
break;
}
indices19[item19] = i42;
}
}
}
else {
const err231 = {instancePath:instancePath+"/spec/rules/" + i6+"/approval/approvers/users",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/approvers/properties/users/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
}
}
else {
const err232 = {instancePath:instancePath+"/spec/rules/" + i6+"/approval/approvers",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/approvers/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
}
let data70 = data64.required;
if(!(((typeof data70 == "number") && (!(data70 % 1) && !isNaN(data70))) && (isFinite(data70)))){
const err233 = {instancePath:instancePath+"/spec/rules/" + i6+"/approval/required",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/required/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
if((typeof data70 == "number") && (isFinite(data70))){
if(data70 > 16 || isNaN(data70)){
const err234 = {instancePath:instancePath+"/spec/rules/" + i6+"/approval/required",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/required/maximum",keyword:"maximum",params:{comparison: "<=", limit: 16}};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
if(data70 < 1 || isNaN(data70)){
const err235 = {instancePath:instancePath+"/spec/rules/" + i6+"/approval/required",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/required/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err235];
}
else {
vErrors.push(err235);
}
errors++;
}
}
let data71 = data64.timeout;
if(typeof data71 === "string"){
if(func3(data71) > 32){
const err236 = {instancePath:instancePath+"/spec/rules/" + i6+"/approval/timeout",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/timeout/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
}
if(!pattern19.test(data71)){
const err237 = {instancePath:instancePath+"/spec/rules/" + i6+"/approval/timeout",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/timeout/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}(ms|s|m|h|d)){1,4}$"}};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
}
else {
const err238 = {instancePath:instancePath+"/spec/rules/" + i6+"/approval/timeout",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/timeout/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err238];
}
else {
vErrors.push(err238);
}
errors++;
}
let data72 = data64.scope;
if(typeof data72 !== "string"){
const err239 = {instancePath:instancePath+"/spec/rules/" + i6+"/approval/scope",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/scope/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
if(!(((data72 === "Once") || (data72 === "Session")) || (data72 === "Window"))){
const err240 = {instancePath:instancePath+"/spec/rules/" + i6+"/approval/scope",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/scope/enum",keyword:"enum",params:{allowedValues: schema7.properties.spec.properties.rules.items.properties.approval.properties.scope.enum}};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
}
let data73 = data64.onPending;
if(typeof data73 !== "string"){
const err241 = {instancePath:instancePath+"/spec/rules/" + i6+"/approval/onPending",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/onPending/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err241];
}
else {
vErrors.push(err241);
}
errors++;
}
if(!((data73 === "Hold") || (data73 === "Reject"))){
const err242 = {instancePath:instancePath+"/spec/rules/" + i6+"/approval/onPending",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/properties/onPending/enum",keyword:"enum",params:{allowedValues: schema7.properties.spec.properties.rules.items.properties.approval.properties.onPending.enum}};
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
const err243 = {instancePath:instancePath+"/spec/rules/" + i6+"/approval",schemaPath:"#/properties/spec/properties/rules/items/properties/approval/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err243];
}
else {
vErrors.push(err243);
}
errors++;
}
}
}
else {
const err244 = {instancePath:instancePath+"/spec/rules/" + i6,schemaPath:"#/properties/spec/properties/rules/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err244];
}
else {
vErrors.push(err244);
}
errors++;
}
}
}
else {
const err245 = {instancePath:instancePath+"/spec/rules",schemaPath:"#/properties/spec/properties/rules/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err245];
}
else {
vErrors.push(err245);
}
errors++;
}
let data74 = data3.masking;
if(Array.isArray(data74)){
if(data74.length > 256){
const err246 = {instancePath:instancePath+"/spec/masking",schemaPath:"#/properties/spec/properties/masking/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err246];
}
else {
vErrors.push(err246);
}
errors++;
}
const len23 = data74.length;
for(let i43=0; i43<len23; i43++){
let data75 = data74[i43];
if(data75 && typeof data75 == "object" && !Array.isArray(data75)){
if(data75.surfaces === undefined){
data75.surfaces = ["Responses"];
}
if(data75.name === undefined){
const err247 = {instancePath:instancePath+"/spec/masking/" + i43,schemaPath:"#/properties/spec/properties/masking/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err247];
}
else {
vErrors.push(err247);
}
errors++;
}
if(data75.method === undefined){
const err248 = {instancePath:instancePath+"/spec/masking/" + i43,schemaPath:"#/properties/spec/properties/masking/items/required",keyword:"required",params:{missingProperty: "method"}};
if(vErrors === null){
vErrors = [err248];
}
else {
vErrors.push(err248);
}
errors++;
}
for(const key14 in data75){
if(!(func2.call(schema7.properties.spec.properties.masking.items.properties, key14))){
const err249 = {instancePath:instancePath+"/spec/masking/" + i43,schemaPath:"#/properties/spec/properties/masking/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14}};
if(vErrors === null){
vErrors = [err249];
}
else {
vErrors.push(err249);
}
errors++;
}
}
if(data75.name !== undefined){
let data76 = data75.name;
if(typeof data76 === "string"){
if(func3(data76) > 63){
const err250 = {instancePath:instancePath+"/spec/masking/" + i43+"/name",schemaPath:"#/properties/spec/properties/masking/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err250];
}
else {
vErrors.push(err250);
}
errors++;
}
if(func3(data76) < 1){
const err251 = {instancePath:instancePath+"/spec/masking/" + i43+"/name",schemaPath:"#/properties/spec/properties/masking/items/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err251];
}
else {
vErrors.push(err251);
}
errors++;
}
if(!pattern2.test(data76)){
const err252 = {instancePath:instancePath+"/spec/masking/" + i43+"/name",schemaPath:"#/properties/spec/properties/masking/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err252];
}
else {
vErrors.push(err252);
}
errors++;
}
}
else {
const err253 = {instancePath:instancePath+"/spec/masking/" + i43+"/name",schemaPath:"#/properties/spec/properties/masking/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err253];
}
else {
vErrors.push(err253);
}
errors++;
}
}
if(data75.postgres !== undefined){
let data77 = data75.postgres;
if(data77 && typeof data77 == "object" && !Array.isArray(data77)){
if(data77.columns === undefined){
const err254 = {instancePath:instancePath+"/spec/masking/" + i43+"/postgres",schemaPath:"#/properties/spec/properties/masking/items/properties/postgres/required",keyword:"required",params:{missingProperty: "columns"}};
if(vErrors === null){
vErrors = [err254];
}
else {
vErrors.push(err254);
}
errors++;
}
for(const key15 in data77){
if(!(key15 === "columns")){
const err255 = {instancePath:instancePath+"/spec/masking/" + i43+"/postgres",schemaPath:"#/properties/spec/properties/masking/items/properties/postgres/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15}};
if(vErrors === null){
vErrors = [err255];
}
else {
vErrors.push(err255);
}
errors++;
}
}
if(data77.columns !== undefined){
let data78 = data77.columns;
if(Array.isArray(data78)){
if(data78.length > 1024){
const err256 = {instancePath:instancePath+"/spec/masking/" + i43+"/postgres/columns",schemaPath:"#/properties/spec/properties/masking/items/properties/postgres/properties/columns/maxItems",keyword:"maxItems",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err256];
}
else {
vErrors.push(err256);
}
errors++;
}
if(data78.length < 1){
const err257 = {instancePath:instancePath+"/spec/masking/" + i43+"/postgres/columns",schemaPath:"#/properties/spec/properties/masking/items/properties/postgres/properties/columns/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err257];
}
else {
vErrors.push(err257);
}
errors++;
}
const len24 = data78.length;
for(let i44=0; i44<len24; i44++){
let data79 = data78[i44];
if(typeof data79 === "string"){
if(func3(data79) > 390){
const err258 = {instancePath:instancePath+"/spec/masking/" + i43+"/postgres/columns/" + i44,schemaPath:"#/properties/spec/properties/masking/items/properties/postgres/properties/columns/items/maxLength",keyword:"maxLength",params:{limit: 390}};
if(vErrors === null){
vErrors = [err258];
}
else {
vErrors.push(err258);
}
errors++;
}
if(func3(data79) < 1){
const err259 = {instancePath:instancePath+"/spec/masking/" + i43+"/postgres/columns/" + i44,schemaPath:"#/properties/spec/properties/masking/items/properties/postgres/properties/columns/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err259];
}
else {
vErrors.push(err259);
}
errors++;
}
if(!pattern21.test(data79)){
const err260 = {instancePath:instancePath+"/spec/masking/" + i43+"/postgres/columns/" + i44,schemaPath:"#/properties/spec/properties/masking/items/properties/postgres/properties/columns/items/pattern",keyword:"pattern",params:{pattern: "^([^.\"\\sA-Z]+|\"([^\"]|\"\")+\")\\.([^.\"\\sA-Z]+|\"([^\"]|\"\")+\")\\.([^.\"\\sA-Z]+|\"([^\"]|\"\")+\")$"}};
if(vErrors === null){
vErrors = [err260];
}
else {
vErrors.push(err260);
}
errors++;
}
}
else {
const err261 = {instancePath:instancePath+"/spec/masking/" + i43+"/postgres/columns/" + i44,schemaPath:"#/properties/spec/properties/masking/items/properties/postgres/properties/columns/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err261];
}
else {
vErrors.push(err261);
}
errors++;
}
}
let i45 = data78.length;
let j20;
if(i45 > 1){
const indices20 = {};
for(;i45--;){
let item20 = data78[i45];
if(typeof item20 !== "string"){
continue;
}
if(typeof indices20[item20] == "number"){
j20 = indices20[item20];
const err262 = {instancePath:instancePath+"/spec/masking/" + i43+"/postgres/columns",schemaPath:"#/properties/spec/properties/masking/items/properties/postgres/properties/columns/uniqueItems",keyword:"uniqueItems",params:{i: i45, j: j20}};
if(vErrors === null){
vErrors = [err262];
}
else {
vErrors.push(err262);
}
errors++;
break;
}
indices20[item20] = i45;
}
}
}
else {
const err263 = {instancePath:instancePath+"/spec/masking/" + i43+"/postgres/columns",schemaPath:"#/properties/spec/properties/masking/items/properties/postgres/properties/columns/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err263];
}
else {
vErrors.push(err263);
}
errors++;
}
}
}
else {
const err264 = {instancePath:instancePath+"/spec/masking/" + i43+"/postgres",schemaPath:"#/properties/spec/properties/masking/items/properties/postgres/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err264];
}
else {
vErrors.push(err264);
}
errors++;
}
}
if(data75.http !== undefined){
let data80 = data75.http;
if(data80 && typeof data80 == "object" && !Array.isArray(data80)){
if(Object.keys(data80).length < 1){
const err265 = {instancePath:instancePath+"/spec/masking/" + i43+"/http",schemaPath:"#/properties/spec/properties/masking/items/properties/http/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err265];
}
else {
vErrors.push(err265);
}
errors++;
}
for(const key16 in data80){
if(!((key16 === "jsonPaths") || (key16 === "headers"))){
const err266 = {instancePath:instancePath+"/spec/masking/" + i43+"/http",schemaPath:"#/properties/spec/properties/masking/items/properties/http/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16}};
if(vErrors === null){
vErrors = [err266];
}
else {
vErrors.push(err266);
}
errors++;
}
}
if(data80.jsonPaths !== undefined){
let data81 = data80.jsonPaths;
if(Array.isArray(data81)){
if(data81.length > 256){
const err267 = {instancePath:instancePath+"/spec/masking/" + i43+"/http/jsonPaths",schemaPath:"#/properties/spec/properties/masking/items/properties/http/properties/jsonPaths/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err267];
}
else {
vErrors.push(err267);
}
errors++;
}
if(data81.length < 1){
const err268 = {instancePath:instancePath+"/spec/masking/" + i43+"/http/jsonPaths",schemaPath:"#/properties/spec/properties/masking/items/properties/http/properties/jsonPaths/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err268];
}
else {
vErrors.push(err268);
}
errors++;
}
const len25 = data81.length;
for(let i46=0; i46<len25; i46++){
let data82 = data81[i46];
if(typeof data82 === "string"){
if(func3(data82) > 1024){
const err269 = {instancePath:instancePath+"/spec/masking/" + i43+"/http/jsonPaths/" + i46,schemaPath:"#/properties/spec/properties/masking/items/properties/http/properties/jsonPaths/items/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err269];
}
else {
vErrors.push(err269);
}
errors++;
}
if(func3(data82) < 1){
const err270 = {instancePath:instancePath+"/spec/masking/" + i43+"/http/jsonPaths/" + i46,schemaPath:"#/properties/spec/properties/masking/items/properties/http/properties/jsonPaths/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err270];
}
else {
vErrors.push(err270);
}
errors++;
}
if(!pattern22.test(data82)){
const err271 = {instancePath:instancePath+"/spec/masking/" + i43+"/http/jsonPaths/" + i46,schemaPath:"#/properties/spec/properties/masking/items/properties/http/properties/jsonPaths/items/pattern",keyword:"pattern",params:{pattern: "^\\$.*$"}};
if(vErrors === null){
vErrors = [err271];
}
else {
vErrors.push(err271);
}
errors++;
}
}
else {
const err272 = {instancePath:instancePath+"/spec/masking/" + i43+"/http/jsonPaths/" + i46,schemaPath:"#/properties/spec/properties/masking/items/properties/http/properties/jsonPaths/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err272];
}
else {
vErrors.push(err272);
}
errors++;
}
}
let i47 = data81.length;
let j21;
if(i47 > 1){
const indices21 = {};
for(;i47--;){
let item21 = data81[i47];
if(typeof item21 !== "string"){
continue;
}
if(typeof indices21[item21] == "number"){
j21 = indices21[item21];
const err273 = {instancePath:instancePath+"/spec/masking/" + i43+"/http/jsonPaths",schemaPath:"#/properties/spec/properties/masking/items/properties/http/properties/jsonPaths/uniqueItems",keyword:"uniqueItems",params:{i: i47, j: j21}};
if(vErrors === null){
vErrors = [err273];
}
else {
vErrors.push(err273);
}
errors++;
break;
}
indices21[item21] = i47;
}
}
}
else {
const err274 = {instancePath:instancePath+"/spec/masking/" + i43+"/http/jsonPaths",schemaPath:"#/properties/spec/properties/masking/items/properties/http/properties/jsonPaths/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err274];
}
else {
vErrors.push(err274);
}
errors++;
}
}
if(data80.headers !== undefined){
let data83 = data80.headers;
if(Array.isArray(data83)){
if(data83.length > 256){
const err275 = {instancePath:instancePath+"/spec/masking/" + i43+"/http/headers",schemaPath:"#/properties/spec/properties/masking/items/properties/http/properties/headers/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err275];
}
else {
vErrors.push(err275);
}
errors++;
}
if(data83.length < 1){
const err276 = {instancePath:instancePath+"/spec/masking/" + i43+"/http/headers",schemaPath:"#/properties/spec/properties/masking/items/properties/http/properties/headers/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err276];
}
else {
vErrors.push(err276);
}
errors++;
}
const len26 = data83.length;
for(let i48=0; i48<len26; i48++){
let data84 = data83[i48];
if(typeof data84 === "string"){
if(func3(data84) > 128){
const err277 = {instancePath:instancePath+"/spec/masking/" + i43+"/http/headers/" + i48,schemaPath:"#/properties/spec/properties/masking/items/properties/http/properties/headers/items/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err277];
}
else {
vErrors.push(err277);
}
errors++;
}
if(func3(data84) < 1){
const err278 = {instancePath:instancePath+"/spec/masking/" + i43+"/http/headers/" + i48,schemaPath:"#/properties/spec/properties/masking/items/properties/http/properties/headers/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err278];
}
else {
vErrors.push(err278);
}
errors++;
}
if(!pattern23.test(data84)){
const err279 = {instancePath:instancePath+"/spec/masking/" + i43+"/http/headers/" + i48,schemaPath:"#/properties/spec/properties/masking/items/properties/http/properties/headers/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9-]+$"}};
if(vErrors === null){
vErrors = [err279];
}
else {
vErrors.push(err279);
}
errors++;
}
}
else {
const err280 = {instancePath:instancePath+"/spec/masking/" + i43+"/http/headers/" + i48,schemaPath:"#/properties/spec/properties/masking/items/properties/http/properties/headers/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err280];
}
else {
vErrors.push(err280);
}
errors++;
}
}
let i49 = data83.length;
let j22;
if(i49 > 1){
const indices22 = {};
for(;i49--;){
let item22 = data83[i49];
if(typeof item22 !== "string"){
continue;
}
if(typeof indices22[item22] == "number"){
j22 = indices22[item22];
const err281 = {instancePath:instancePath+"/spec/masking/" + i43+"/http/headers",schemaPath:"#/properties/spec/properties/masking/items/properties/http/properties/headers/uniqueItems",keyword:"uniqueItems",params:{i: i49, j: j22}};
if(vErrors === null){
vErrors = [err281];
}
else {
vErrors.push(err281);
}
errors++;
break;
}
indices22[item22] = i49;
}
}
}
else {
const err282 = {instancePath:instancePath+"/spec/masking/" + i43+"/http/headers",schemaPath:"#/properties/spec/properties/masking/items/properties/http/properties/headers/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err282];
}
else {
vErrors.push(err282);
}
errors++;
}
}
}
else {
const err283 = {instancePath:instancePath+"/spec/masking/" + i43+"/http",schemaPath:"#/properties/spec/properties/masking/items/properties/http/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err283];
}
else {
vErrors.push(err283);
}
errors++;
}
}
if(data75.kubernetes !== undefined){
let data85 = data75.kubernetes;
if(data85 && typeof data85 == "object" && !Array.isArray(data85)){
if(data85.resources === undefined){
const err284 = {instancePath:instancePath+"/spec/masking/" + i43+"/kubernetes",schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/required",keyword:"required",params:{missingProperty: "resources"}};
if(vErrors === null){
vErrors = [err284];
}
else {
vErrors.push(err284);
}
errors++;
}
if(data85.fields === undefined){
const err285 = {instancePath:instancePath+"/spec/masking/" + i43+"/kubernetes",schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/required",keyword:"required",params:{missingProperty: "fields"}};
if(vErrors === null){
vErrors = [err285];
}
else {
vErrors.push(err285);
}
errors++;
}
for(const key17 in data85){
if(!((key17 === "resources") || (key17 === "fields"))){
const err286 = {instancePath:instancePath+"/spec/masking/" + i43+"/kubernetes",schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17}};
if(vErrors === null){
vErrors = [err286];
}
else {
vErrors.push(err286);
}
errors++;
}
}
if(data85.resources !== undefined){
let data86 = data85.resources;
if(Array.isArray(data86)){
if(data86.length > 256){
const err287 = {instancePath:instancePath+"/spec/masking/" + i43+"/kubernetes/resources",schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/properties/resources/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err287];
}
else {
vErrors.push(err287);
}
errors++;
}
if(data86.length < 1){
const err288 = {instancePath:instancePath+"/spec/masking/" + i43+"/kubernetes/resources",schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/properties/resources/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err288];
}
else {
vErrors.push(err288);
}
errors++;
}
const len27 = data86.length;
for(let i50=0; i50<len27; i50++){
let data87 = data86[i50];
if(typeof data87 === "string"){
if(func3(data87) > 253){
const err289 = {instancePath:instancePath+"/spec/masking/" + i43+"/kubernetes/resources/" + i50,schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/properties/resources/items/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err289];
}
else {
vErrors.push(err289);
}
errors++;
}
if(func3(data87) < 1){
const err290 = {instancePath:instancePath+"/spec/masking/" + i43+"/kubernetes/resources/" + i50,schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/properties/resources/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err290];
}
else {
vErrors.push(err290);
}
errors++;
}
if(!pattern13.test(data87)){
const err291 = {instancePath:instancePath+"/spec/masking/" + i43+"/kubernetes/resources/" + i50,schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/properties/resources/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9*.-]+(/[a-z0-9*.-]+)?$"}};
if(vErrors === null){
vErrors = [err291];
}
else {
vErrors.push(err291);
}
errors++;
}
}
else {
const err292 = {instancePath:instancePath+"/spec/masking/" + i43+"/kubernetes/resources/" + i50,schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/properties/resources/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err292];
}
else {
vErrors.push(err292);
}
errors++;
}
}
let i51 = data86.length;
let j23;
if(i51 > 1){
const indices23 = {};
for(;i51--;){
let item23 = data86[i51];
if(typeof item23 !== "string"){
continue;
}
if(typeof indices23[item23] == "number"){
j23 = indices23[item23];
const err293 = {instancePath:instancePath+"/spec/masking/" + i43+"/kubernetes/resources",schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/properties/resources/uniqueItems",keyword:"uniqueItems",params:{i: i51, j: j23}};
if(vErrors === null){
vErrors = [err293];
}
else {
vErrors.push(err293);
}
errors++;
break;
}
indices23[item23] = i51;
}
}
}
else {
const err294 = {instancePath:instancePath+"/spec/masking/" + i43+"/kubernetes/resources",schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/properties/resources/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err294];
}
else {
vErrors.push(err294);
}
errors++;
}
}
if(data85.fields !== undefined){
let data88 = data85.fields;
if(Array.isArray(data88)){
if(data88.length > 256){
const err295 = {instancePath:instancePath+"/spec/masking/" + i43+"/kubernetes/fields",schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/properties/fields/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err295];
}
else {
vErrors.push(err295);
}
errors++;
}
if(data88.length < 1){
const err296 = {instancePath:instancePath+"/spec/masking/" + i43+"/kubernetes/fields",schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/properties/fields/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err296];
}
else {
vErrors.push(err296);
}
errors++;
}
const len28 = data88.length;
for(let i52=0; i52<len28; i52++){
let data89 = data88[i52];
if(typeof data89 === "string"){
if(func3(data89) > 512){
const err297 = {instancePath:instancePath+"/spec/masking/" + i43+"/kubernetes/fields/" + i52,schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/properties/fields/items/maxLength",keyword:"maxLength",params:{limit: 512}};
if(vErrors === null){
vErrors = [err297];
}
else {
vErrors.push(err297);
}
errors++;
}
if(func3(data89) < 1){
const err298 = {instancePath:instancePath+"/spec/masking/" + i43+"/kubernetes/fields/" + i52,schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/properties/fields/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err298];
}
else {
vErrors.push(err298);
}
errors++;
}
if(!pattern25.test(data89)){
const err299 = {instancePath:instancePath+"/spec/masking/" + i43+"/kubernetes/fields/" + i52,schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/properties/fields/items/pattern",keyword:"pattern",params:{pattern: "^[^\\s]+$"}};
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
const err300 = {instancePath:instancePath+"/spec/masking/" + i43+"/kubernetes/fields/" + i52,schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/properties/fields/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err300];
}
else {
vErrors.push(err300);
}
errors++;
}
}
let i53 = data88.length;
let j24;
if(i53 > 1){
const indices24 = {};
for(;i53--;){
let item24 = data88[i53];
if(typeof item24 !== "string"){
continue;
}
if(typeof indices24[item24] == "number"){
j24 = indices24[item24];
const err301 = {instancePath:instancePath+"/spec/masking/" + i43+"/kubernetes/fields",schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/properties/fields/uniqueItems",keyword:"uniqueItems",params:{i: i53, j: j24}};
if(vErrors === null){
vErrors = [err301];
}
else {
vErrors.push(err301);
}
errors++;
break;
}
indices24[item24] = i53;
}
}
}
else {
const err302 = {instancePath:instancePath+"/spec/masking/" + i43+"/kubernetes/fields",schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/properties/fields/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err302];
}
else {
vErrors.push(err302);
}
errors++;
}
}
}
else {
const err303 = {instancePath:instancePath+"/spec/masking/" + i43+"/kubernetes",schemaPath:"#/properties/spec/properties/masking/items/properties/kubernetes/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err303];
}
else {
vErrors.push(err303);
}
errors++;
}
}
if(data75.detectors !== undefined){
let data90 = data75.detectors;
if(Array.isArray(data90)){
if(data90.length > 16){
const err304 = {instancePath:instancePath+"/spec/masking/" + i43+"/detectors",schemaPath:"#/properties/spec/properties/masking/items/properties/detectors/maxItems",keyword:"maxItems",params:{limit: 16}};
if(vErrors === null){
vErrors = [err304];
}
else {
vErrors.push(err304);
}
errors++;
}
if(data90.length < 1){
const err305 = {instancePath:instancePath+"/spec/masking/" + i43+"/detectors",schemaPath:"#/properties/spec/properties/masking/items/properties/detectors/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err305];
}
else {
vErrors.push(err305);
}
errors++;
}
const len29 = data90.length;
for(let i54=0; i54<len29; i54++){
let data91 = data90[i54];
if(typeof data91 !== "string"){
const err306 = {instancePath:instancePath+"/spec/masking/" + i43+"/detectors/" + i54,schemaPath:"#/properties/spec/properties/masking/items/properties/detectors/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err306];
}
else {
vErrors.push(err306);
}
errors++;
}
if(!(((((((data91 === "CreditCard") || (data91 === "Email")) || (data91 === "USSocialSecurityNumber")) || (data91 === "IBAN")) || (data91 === "AWSAccessKey")) || (data91 === "PrivateKey")) || (data91 === "JWT"))){
const err307 = {instancePath:instancePath+"/spec/masking/" + i43+"/detectors/" + i54,schemaPath:"#/properties/spec/properties/masking/items/properties/detectors/items/enum",keyword:"enum",params:{allowedValues: schema7.properties.spec.properties.masking.items.properties.detectors.items.enum}};
if(vErrors === null){
vErrors = [err307];
}
else {
vErrors.push(err307);
}
errors++;
}
}
let i55 = data90.length;
let j25;
if(i55 > 1){
const indices25 = {};
for(;i55--;){
let item25 = data90[i55];
if(typeof item25 !== "string"){
continue;
}
if(typeof indices25[item25] == "number"){
j25 = indices25[item25];
const err308 = {instancePath:instancePath+"/spec/masking/" + i43+"/detectors",schemaPath:"#/properties/spec/properties/masking/items/properties/detectors/uniqueItems",keyword:"uniqueItems",params:{i: i55, j: j25}};
if(vErrors === null){
vErrors = [err308];
}
else {
vErrors.push(err308);
}
errors++;
break;
}
indices25[item25] = i55;
}
}
}
else {
const err309 = {instancePath:instancePath+"/spec/masking/" + i43+"/detectors",schemaPath:"#/properties/spec/properties/masking/items/properties/detectors/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err309];
}
else {
vErrors.push(err309);
}
errors++;
}
}
if(data75.patterns !== undefined){
let data92 = data75.patterns;
if(Array.isArray(data92)){
if(data92.length > 32){
const err310 = {instancePath:instancePath+"/spec/masking/" + i43+"/patterns",schemaPath:"#/properties/spec/properties/masking/items/properties/patterns/maxItems",keyword:"maxItems",params:{limit: 32}};
if(vErrors === null){
vErrors = [err310];
}
else {
vErrors.push(err310);
}
errors++;
}
if(data92.length < 1){
const err311 = {instancePath:instancePath+"/spec/masking/" + i43+"/patterns",schemaPath:"#/properties/spec/properties/masking/items/properties/patterns/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err311];
}
else {
vErrors.push(err311);
}
errors++;
}
const len30 = data92.length;
for(let i56=0; i56<len30; i56++){
let data93 = data92[i56];
if(data93 && typeof data93 == "object" && !Array.isArray(data93)){
if(data93.name === undefined){
const err312 = {instancePath:instancePath+"/spec/masking/" + i43+"/patterns/" + i56,schemaPath:"#/properties/spec/properties/masking/items/properties/patterns/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err312];
}
else {
vErrors.push(err312);
}
errors++;
}
if(data93.regex === undefined){
const err313 = {instancePath:instancePath+"/spec/masking/" + i43+"/patterns/" + i56,schemaPath:"#/properties/spec/properties/masking/items/properties/patterns/items/required",keyword:"required",params:{missingProperty: "regex"}};
if(vErrors === null){
vErrors = [err313];
}
else {
vErrors.push(err313);
}
errors++;
}
for(const key18 in data93){
if(!((key18 === "name") || (key18 === "regex"))){
const err314 = {instancePath:instancePath+"/spec/masking/" + i43+"/patterns/" + i56,schemaPath:"#/properties/spec/properties/masking/items/properties/patterns/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18}};
if(vErrors === null){
vErrors = [err314];
}
else {
vErrors.push(err314);
}
errors++;
}
}
if(data93.name !== undefined){
let data94 = data93.name;
if(typeof data94 === "string"){
if(func3(data94) > 63){
const err315 = {instancePath:instancePath+"/spec/masking/" + i43+"/patterns/" + i56+"/name",schemaPath:"#/properties/spec/properties/masking/items/properties/patterns/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err315];
}
else {
vErrors.push(err315);
}
errors++;
}
if(func3(data94) < 1){
const err316 = {instancePath:instancePath+"/spec/masking/" + i43+"/patterns/" + i56+"/name",schemaPath:"#/properties/spec/properties/masking/items/properties/patterns/items/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err316];
}
else {
vErrors.push(err316);
}
errors++;
}
if(!pattern2.test(data94)){
const err317 = {instancePath:instancePath+"/spec/masking/" + i43+"/patterns/" + i56+"/name",schemaPath:"#/properties/spec/properties/masking/items/properties/patterns/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err317];
}
else {
vErrors.push(err317);
}
errors++;
}
}
else {
const err318 = {instancePath:instancePath+"/spec/masking/" + i43+"/patterns/" + i56+"/name",schemaPath:"#/properties/spec/properties/masking/items/properties/patterns/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err318];
}
else {
vErrors.push(err318);
}
errors++;
}
}
if(data93.regex !== undefined){
let data95 = data93.regex;
if(typeof data95 === "string"){
if(func3(data95) > 1024){
const err319 = {instancePath:instancePath+"/spec/masking/" + i43+"/patterns/" + i56+"/regex",schemaPath:"#/properties/spec/properties/masking/items/properties/patterns/items/properties/regex/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err319];
}
else {
vErrors.push(err319);
}
errors++;
}
if(func3(data95) < 1){
const err320 = {instancePath:instancePath+"/spec/masking/" + i43+"/patterns/" + i56+"/regex",schemaPath:"#/properties/spec/properties/masking/items/properties/patterns/items/properties/regex/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err320];
}
else {
vErrors.push(err320);
}
errors++;
}
}
else {
const err321 = {instancePath:instancePath+"/spec/masking/" + i43+"/patterns/" + i56+"/regex",schemaPath:"#/properties/spec/properties/masking/items/properties/patterns/items/properties/regex/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err321];
}
else {
vErrors.push(err321);
}
errors++;
}
}
}
else {
const err322 = {instancePath:instancePath+"/spec/masking/" + i43+"/patterns/" + i56,schemaPath:"#/properties/spec/properties/masking/items/properties/patterns/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err322];
}
else {
vErrors.push(err322);
}
errors++;
}
}
}
else {
const err323 = {instancePath:instancePath+"/spec/masking/" + i43+"/patterns",schemaPath:"#/properties/spec/properties/masking/items/properties/patterns/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err323];
}
else {
vErrors.push(err323);
}
errors++;
}
}
let data96 = data75.surfaces;
if(Array.isArray(data96)){
if(data96.length > 16){
const err324 = {instancePath:instancePath+"/spec/masking/" + i43+"/surfaces",schemaPath:"#/properties/spec/properties/masking/items/properties/surfaces/maxItems",keyword:"maxItems",params:{limit: 16}};
if(vErrors === null){
vErrors = [err324];
}
else {
vErrors.push(err324);
}
errors++;
}
if(data96.length < 1){
const err325 = {instancePath:instancePath+"/spec/masking/" + i43+"/surfaces",schemaPath:"#/properties/spec/properties/masking/items/properties/surfaces/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err325];
}
else {
vErrors.push(err325);
}
errors++;
}
const len31 = data96.length;
for(let i57=0; i57<len31; i57++){
let data97 = data96[i57];
if(typeof data97 !== "string"){
const err326 = {instancePath:instancePath+"/spec/masking/" + i43+"/surfaces/" + i57,schemaPath:"#/properties/spec/properties/masking/items/properties/surfaces/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err326];
}
else {
vErrors.push(err326);
}
errors++;
}
if(!((data97 === "Responses") || (data97 === "Commands"))){
const err327 = {instancePath:instancePath+"/spec/masking/" + i43+"/surfaces/" + i57,schemaPath:"#/properties/spec/properties/masking/items/properties/surfaces/items/enum",keyword:"enum",params:{allowedValues: schema7.properties.spec.properties.masking.items.properties.surfaces.items.enum}};
if(vErrors === null){
vErrors = [err327];
}
else {
vErrors.push(err327);
}
errors++;
}
}
let i58 = data96.length;
let j26;
if(i58 > 1){
const indices26 = {};
for(;i58--;){
let item26 = data96[i58];
if(typeof item26 !== "string"){
continue;
}
if(typeof indices26[item26] == "number"){
j26 = indices26[item26];
const err328 = {instancePath:instancePath+"/spec/masking/" + i43+"/surfaces",schemaPath:"#/properties/spec/properties/masking/items/properties/surfaces/uniqueItems",keyword:"uniqueItems",params:{i: i58, j: j26}};
if(vErrors === null){
vErrors = [err328];
}
else {
vErrors.push(err328);
}
errors++;
break;
}
indices26[item26] = i58;
}
}
}
else {
const err329 = {instancePath:instancePath+"/spec/masking/" + i43+"/surfaces",schemaPath:"#/properties/spec/properties/masking/items/properties/surfaces/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err329];
}
else {
vErrors.push(err329);
}
errors++;
}
if(data75.method !== undefined){
let data98 = data75.method;
if(typeof data98 !== "string"){
const err330 = {instancePath:instancePath+"/spec/masking/" + i43+"/method",schemaPath:"#/properties/spec/properties/masking/items/properties/method/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err330];
}
else {
vErrors.push(err330);
}
errors++;
}
if(!((((data98 === "Redact") || (data98 === "Partial")) || (data98 === "Hash")) || (data98 === "Null"))){
const err331 = {instancePath:instancePath+"/spec/masking/" + i43+"/method",schemaPath:"#/properties/spec/properties/masking/items/properties/method/enum",keyword:"enum",params:{allowedValues: schema7.properties.spec.properties.masking.items.properties.method.enum}};
if(vErrors === null){
vErrors = [err331];
}
else {
vErrors.push(err331);
}
errors++;
}
}
if(data75.predicates !== undefined){
let data99 = data75.predicates;
if(typeof data99 !== "string"){
const err332 = {instancePath:instancePath+"/spec/masking/" + i43+"/predicates",schemaPath:"#/properties/spec/properties/masking/items/properties/predicates/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err332];
}
else {
vErrors.push(err332);
}
errors++;
}
if(!((data99 === "Refuse") || (data99 === "Allow"))){
const err333 = {instancePath:instancePath+"/spec/masking/" + i43+"/predicates",schemaPath:"#/properties/spec/properties/masking/items/properties/predicates/enum",keyword:"enum",params:{allowedValues: schema7.properties.spec.properties.masking.items.properties.predicates.enum}};
if(vErrors === null){
vErrors = [err333];
}
else {
vErrors.push(err333);
}
errors++;
}
}
if(data75.partial !== undefined){
let data100 = data75.partial;
if(data100 && typeof data100 == "object" && !Array.isArray(data100)){
if(data100.keepLast === undefined){
const err334 = {instancePath:instancePath+"/spec/masking/" + i43+"/partial",schemaPath:"#/properties/spec/properties/masking/items/properties/partial/required",keyword:"required",params:{missingProperty: "keepLast"}};
if(vErrors === null){
vErrors = [err334];
}
else {
vErrors.push(err334);
}
errors++;
}
for(const key19 in data100){
if(!(key19 === "keepLast")){
const err335 = {instancePath:instancePath+"/spec/masking/" + i43+"/partial",schemaPath:"#/properties/spec/properties/masking/items/properties/partial/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19}};
if(vErrors === null){
vErrors = [err335];
}
else {
vErrors.push(err335);
}
errors++;
}
}
if(data100.keepLast !== undefined){
let data101 = data100.keepLast;
if(!(((typeof data101 == "number") && (!(data101 % 1) && !isNaN(data101))) && (isFinite(data101)))){
const err336 = {instancePath:instancePath+"/spec/masking/" + i43+"/partial/keepLast",schemaPath:"#/properties/spec/properties/masking/items/properties/partial/properties/keepLast/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err336];
}
else {
vErrors.push(err336);
}
errors++;
}
if((typeof data101 == "number") && (isFinite(data101))){
if(data101 > 64 || isNaN(data101)){
const err337 = {instancePath:instancePath+"/spec/masking/" + i43+"/partial/keepLast",schemaPath:"#/properties/spec/properties/masking/items/properties/partial/properties/keepLast/maximum",keyword:"maximum",params:{comparison: "<=", limit: 64}};
if(vErrors === null){
vErrors = [err337];
}
else {
vErrors.push(err337);
}
errors++;
}
if(data101 < 1 || isNaN(data101)){
const err338 = {instancePath:instancePath+"/spec/masking/" + i43+"/partial/keepLast",schemaPath:"#/properties/spec/properties/masking/items/properties/partial/properties/keepLast/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err338];
}
else {
vErrors.push(err338);
}
errors++;
}
}
}
}
else {
const err339 = {instancePath:instancePath+"/spec/masking/" + i43+"/partial",schemaPath:"#/properties/spec/properties/masking/items/properties/partial/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err339];
}
else {
vErrors.push(err339);
}
errors++;
}
}
}
else {
const err340 = {instancePath:instancePath+"/spec/masking/" + i43,schemaPath:"#/properties/spec/properties/masking/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err340];
}
else {
vErrors.push(err340);
}
errors++;
}
}
}
else {
const err341 = {instancePath:instancePath+"/spec/masking",schemaPath:"#/properties/spec/properties/masking/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err341];
}
else {
vErrors.push(err341);
}
errors++;
}
if(data3.limits !== undefined){
let data102 = data3.limits;
if(data102 && typeof data102 == "object" && !Array.isArray(data102)){
if(Object.keys(data102).length < 1){
const err342 = {instancePath:instancePath+"/spec/limits",schemaPath:"#/properties/spec/properties/limits/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err342];
}
else {
vErrors.push(err342);
}
errors++;
}
for(const key20 in data102){
if(!(((((key20 === "rowsPerCommand") || (key20 === "bytesPerCommand")) || (key20 === "rowsPerHour")) || (key20 === "bytesPerHour")) || (key20 === "sessions"))){
const err343 = {instancePath:instancePath+"/spec/limits",schemaPath:"#/properties/spec/properties/limits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20}};
if(vErrors === null){
vErrors = [err343];
}
else {
vErrors.push(err343);
}
errors++;
}
}
if(data102.rowsPerCommand !== undefined){
let data103 = data102.rowsPerCommand;
if(!(((typeof data103 == "number") && (!(data103 % 1) && !isNaN(data103))) && (isFinite(data103)))){
const err344 = {instancePath:instancePath+"/spec/limits/rowsPerCommand",schemaPath:"#/properties/spec/properties/limits/properties/rowsPerCommand/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err344];
}
else {
vErrors.push(err344);
}
errors++;
}
if((typeof data103 == "number") && (isFinite(data103))){
if(data103 > 9007199254740991 || isNaN(data103)){
const err345 = {instancePath:instancePath+"/spec/limits/rowsPerCommand",schemaPath:"#/properties/spec/properties/limits/properties/rowsPerCommand/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err345];
}
else {
vErrors.push(err345);
}
errors++;
}
if(data103 < 1 || isNaN(data103)){
const err346 = {instancePath:instancePath+"/spec/limits/rowsPerCommand",schemaPath:"#/properties/spec/properties/limits/properties/rowsPerCommand/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err346];
}
else {
vErrors.push(err346);
}
errors++;
}
}
}
if(data102.bytesPerCommand !== undefined){
let data104 = data102.bytesPerCommand;
if((!(((typeof data104 == "number") && (!(data104 % 1) && !isNaN(data104))) && (isFinite(data104)))) && (typeof data104 !== "string")){
const err347 = {instancePath:instancePath+"/spec/limits/bytesPerCommand",schemaPath:"#/properties/spec/properties/limits/properties/bytesPerCommand/type",keyword:"type",params:{type: schema7.properties.spec.properties.limits.properties.bytesPerCommand.type}};
if(vErrors === null){
vErrors = [err347];
}
else {
vErrors.push(err347);
}
errors++;
}
if((typeof data104 == "number") && (isFinite(data104))){
if(data104 > 9007199254740991 || isNaN(data104)){
const err348 = {instancePath:instancePath+"/spec/limits/bytesPerCommand",schemaPath:"#/properties/spec/properties/limits/properties/bytesPerCommand/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err348];
}
else {
vErrors.push(err348);
}
errors++;
}
if(data104 < 1 || isNaN(data104)){
const err349 = {instancePath:instancePath+"/spec/limits/bytesPerCommand",schemaPath:"#/properties/spec/properties/limits/properties/bytesPerCommand/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err349];
}
else {
vErrors.push(err349);
}
errors++;
}
}
if(typeof data104 === "string"){
if(func3(data104) > 32){
const err350 = {instancePath:instancePath+"/spec/limits/bytesPerCommand",schemaPath:"#/properties/spec/properties/limits/properties/bytesPerCommand/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err350];
}
else {
vErrors.push(err350);
}
errors++;
}
if(!pattern27.test(data104)){
const err351 = {instancePath:instancePath+"/spec/limits/bytesPerCommand",schemaPath:"#/properties/spec/properties/limits/properties/bytesPerCommand/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,15}(Ki|Mi|Gi|Ti|k|M|G|T)?$"}};
if(vErrors === null){
vErrors = [err351];
}
else {
vErrors.push(err351);
}
errors++;
}
}
}
if(data102.rowsPerHour !== undefined){
let data105 = data102.rowsPerHour;
if(!(((typeof data105 == "number") && (!(data105 % 1) && !isNaN(data105))) && (isFinite(data105)))){
const err352 = {instancePath:instancePath+"/spec/limits/rowsPerHour",schemaPath:"#/properties/spec/properties/limits/properties/rowsPerHour/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err352];
}
else {
vErrors.push(err352);
}
errors++;
}
if((typeof data105 == "number") && (isFinite(data105))){
if(data105 > 9007199254740991 || isNaN(data105)){
const err353 = {instancePath:instancePath+"/spec/limits/rowsPerHour",schemaPath:"#/properties/spec/properties/limits/properties/rowsPerHour/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err353];
}
else {
vErrors.push(err353);
}
errors++;
}
if(data105 < 1 || isNaN(data105)){
const err354 = {instancePath:instancePath+"/spec/limits/rowsPerHour",schemaPath:"#/properties/spec/properties/limits/properties/rowsPerHour/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err354];
}
else {
vErrors.push(err354);
}
errors++;
}
}
}
if(data102.bytesPerHour !== undefined){
let data106 = data102.bytesPerHour;
if((!(((typeof data106 == "number") && (!(data106 % 1) && !isNaN(data106))) && (isFinite(data106)))) && (typeof data106 !== "string")){
const err355 = {instancePath:instancePath+"/spec/limits/bytesPerHour",schemaPath:"#/properties/spec/properties/limits/properties/bytesPerHour/type",keyword:"type",params:{type: schema7.properties.spec.properties.limits.properties.bytesPerHour.type}};
if(vErrors === null){
vErrors = [err355];
}
else {
vErrors.push(err355);
}
errors++;
}
if((typeof data106 == "number") && (isFinite(data106))){
if(data106 > 9007199254740991 || isNaN(data106)){
const err356 = {instancePath:instancePath+"/spec/limits/bytesPerHour",schemaPath:"#/properties/spec/properties/limits/properties/bytesPerHour/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err356];
}
else {
vErrors.push(err356);
}
errors++;
}
if(data106 < 1 || isNaN(data106)){
const err357 = {instancePath:instancePath+"/spec/limits/bytesPerHour",schemaPath:"#/properties/spec/properties/limits/properties/bytesPerHour/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err357];
}
else {
vErrors.push(err357);
}
errors++;
}
}
if(typeof data106 === "string"){
if(func3(data106) > 32){
const err358 = {instancePath:instancePath+"/spec/limits/bytesPerHour",schemaPath:"#/properties/spec/properties/limits/properties/bytesPerHour/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err358];
}
else {
vErrors.push(err358);
}
errors++;
}
if(!pattern27.test(data106)){
const err359 = {instancePath:instancePath+"/spec/limits/bytesPerHour",schemaPath:"#/properties/spec/properties/limits/properties/bytesPerHour/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,15}(Ki|Mi|Gi|Ti|k|M|G|T)?$"}};
if(vErrors === null){
vErrors = [err359];
}
else {
vErrors.push(err359);
}
errors++;
}
}
}
if(data102.sessions !== undefined){
let data107 = data102.sessions;
if(!(((typeof data107 == "number") && (!(data107 % 1) && !isNaN(data107))) && (isFinite(data107)))){
const err360 = {instancePath:instancePath+"/spec/limits/sessions",schemaPath:"#/properties/spec/properties/limits/properties/sessions/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err360];
}
else {
vErrors.push(err360);
}
errors++;
}
if((typeof data107 == "number") && (isFinite(data107))){
if(data107 > 10000 || isNaN(data107)){
const err361 = {instancePath:instancePath+"/spec/limits/sessions",schemaPath:"#/properties/spec/properties/limits/properties/sessions/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000}};
if(vErrors === null){
vErrors = [err361];
}
else {
vErrors.push(err361);
}
errors++;
}
if(data107 < 1 || isNaN(data107)){
const err362 = {instancePath:instancePath+"/spec/limits/sessions",schemaPath:"#/properties/spec/properties/limits/properties/sessions/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err362];
}
else {
vErrors.push(err362);
}
errors++;
}
}
}
}
else {
const err363 = {instancePath:instancePath+"/spec/limits",schemaPath:"#/properties/spec/properties/limits/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err363];
}
else {
vErrors.push(err363);
}
errors++;
}
}
}
else {
const err364 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err364];
}
else {
vErrors.push(err364);
}
errors++;
}
}
if(data.status !== undefined){
if(!(validate24(data.status, {instancePath:instancePath+"/status",parentData:data,parentDataProperty:"status",rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
else {
const err365 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err365];
}
else {
vErrors.push(err365);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}

export const validateApproval = validate26;
const schema9 = {"type":"object","required":["apiVersion","kind","metadata","spec"],"properties":{"apiVersion":{"type":"string","enum":["chaperone.dev/v1alpha1"]},"kind":{"type":"string","enum":["Approval"]},"metadata":{"$ref":"metadata-0"},"spec":{"type":"object","required":["connectionRef","policyRef"],"properties":{"connectionRef":{"type":"object","required":["name"],"properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","minLength":1,"maxLength":253}},"additionalProperties":false},"policyRef":{"type":"object","required":["name","rule"],"properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","minLength":1,"maxLength":253},"rule":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$","minLength":1,"maxLength":63}},"additionalProperties":false},"request":{"type":"object","required":["session","agent","command","digest"],"properties":{"session":{"type":"string","pattern":"^[0-9A-HJKMNP-TV-Z]{26}$","maxLength":26},"agent":{"type":"object","required":["serviceAccount"],"properties":{"serviceAccount":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","minLength":1,"maxLength":253},"pod":{"type":"object","required":["name","uid"],"properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","minLength":1,"maxLength":253},"uid":{"type":"string","pattern":"^[0-9a-fA-F-]+$","minLength":1,"maxLength":64}},"additionalProperties":false},"claims":{"type":"object","maxProperties":32,"additionalProperties":{"type":"string","maxLength":1024}}},"additionalProperties":false},"command":{"type":"string","maxLength":1048576},"parameters":{"type":"array","maxItems":65535,"items":{"type":"string","nullable":true,"maxLength":1048576}},"effects":{"type":"array","maxItems":1024,"items":{"type":"object","required":["command"],"properties":{"command":{"type":"string","minLength":1,"maxLength":256},"object":{"type":"string","maxLength":1024}},"additionalProperties":false}},"digest":{"type":"string","pattern":"^sha256:[0-9a-f]{64}$","maxLength":71}},"additionalProperties":false},"grant":{"type":"object","required":["subject","duration"],"properties":{"subject":{"type":"object","required":["serviceAccount"],"properties":{"serviceAccount":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","minLength":1,"maxLength":253}},"additionalProperties":false},"duration":{"type":"string","pattern":"^([0-9]{1,9}(ms|s|m|h|d)){1,4}$","maxLength":32},"requestedBy":{"type":"string","minLength":1,"maxLength":256},"justification":{"type":"string","maxLength":1024}},"additionalProperties":false},"approvers":{"type":"object","minProperties":1,"properties":{"groups":{"type":"array","maxItems":64,"uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":256}},"users":{"type":"array","maxItems":64,"uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":256}}},"additionalProperties":false},"required":{"type":"integer","minimum":1,"maximum":16},"expiresAt":{"type":"string","maxLength":64,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$"},"decision":{"type":"string","enum":["Pending","Approved","Denied"],"default":"Pending"},"reason":{"type":"string","default":"","maxLength":1024},"decisions":{"type":"array","default":[],"maxItems":32,"items":{"type":"object","required":["username","decision","decidedAt"],"properties":{"username":{"type":"string","minLength":1,"maxLength":256},"groups":{"type":"array","maxItems":256,"items":{"type":"string","maxLength":256}},"decision":{"type":"string","enum":["Approved","Denied"]},"reason":{"type":"string","maxLength":1024},"decidedAt":{"type":"string","maxLength":64,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$"}},"additionalProperties":false}}},"additionalProperties":false},"status":{"$ref":"Approval-status"}},"additionalProperties":false};
const schema10 = {"type":"object","required":[],"properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","minLength":1,"maxLength":253},"generateName":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]*$","minLength":1,"maxLength":247},"namespace":{"type":"string","default":"default","pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$","minLength":1,"maxLength":63},"labels":{"type":"object","maxProperties":256,"additionalProperties":{"type":"string","maxLength":63}},"annotations":{"type":"object","maxProperties":256,"additionalProperties":{"type":"string","maxLength":262144}},"uid":{"type":"string","maxLength":64},"resourceVersion":{"type":"string","maxLength":128},"generation":{"type":"integer","minimum":0},"creationTimestamp":{"type":"string","nullable":true,"maxLength":64},"deletionTimestamp":{"type":"string","nullable":true,"maxLength":64},"deletionGracePeriodSeconds":{"type":"integer","minimum":0},"finalizers":{"type":"array","maxItems":64,"items":{"type":"string","maxLength":317}},"ownerReferences":{"type":"array","maxItems":64,"items":{"type":"object"}},"managedFields":{"type":"array","maxItems":256,"items":{"type":"object"}},"selfLink":{"type":"string","maxLength":1024}},"additionalProperties":false};

function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.namespace === undefined){
data.namespace = "default";
}
for(const key0 in data){
if(!(func2.call(schema10.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 === "string"){
if(func3(data0) > 253){
const err1 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(func3(data0) < 1){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!pattern0.test(data0)){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.generateName !== undefined){
let data1 = data.generateName;
if(typeof data1 === "string"){
if(func3(data1) > 247){
const err5 = {instancePath:instancePath+"/generateName",schemaPath:"#/properties/generateName/maxLength",keyword:"maxLength",params:{limit: 247}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(func3(data1) < 1){
const err6 = {instancePath:instancePath+"/generateName",schemaPath:"#/properties/generateName/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!pattern1.test(data1)){
const err7 = {instancePath:instancePath+"/generateName",schemaPath:"#/properties/generateName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9.-]*$"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/generateName",schemaPath:"#/properties/generateName/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
let data2 = data.namespace;
if(typeof data2 === "string"){
if(func3(data2) > 63){
const err9 = {instancePath:instancePath+"/namespace",schemaPath:"#/properties/namespace/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(func3(data2) < 1){
const err10 = {instancePath:instancePath+"/namespace",schemaPath:"#/properties/namespace/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!pattern2.test(data2)){
const err11 = {instancePath:instancePath+"/namespace",schemaPath:"#/properties/namespace/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/namespace",schemaPath:"#/properties/namespace/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data.labels !== undefined){
let data3 = data.labels;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length > 256){
const err13 = {instancePath:instancePath+"/labels",schemaPath:"#/properties/labels/maxProperties",keyword:"maxProperties",params:{limit: 256}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
for(const key1 in data3){
let data4 = data3[key1];
if(typeof data4 === "string"){
if(func3(data4) > 63){
const err14 = {instancePath:instancePath+"/labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/labels/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/labels",schemaPath:"#/properties/labels/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.annotations !== undefined){
let data5 = data.annotations;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(Object.keys(data5).length > 256){
const err17 = {instancePath:instancePath+"/annotations",schemaPath:"#/properties/annotations/maxProperties",keyword:"maxProperties",params:{limit: 256}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
for(const key2 in data5){
let data6 = data5[key2];
if(typeof data6 === "string"){
if(func3(data6) > 262144){
const err18 = {instancePath:instancePath+"/annotations/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/annotations/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 262144}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/annotations/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/annotations/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/annotations",schemaPath:"#/properties/annotations/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.uid !== undefined){
let data7 = data.uid;
if(typeof data7 === "string"){
if(func3(data7) > 64){
const err21 = {instancePath:instancePath+"/uid",schemaPath:"#/properties/uid/maxLength",keyword:"maxLength",params:{limit: 64}};
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
const err22 = {instancePath:instancePath+"/uid",schemaPath:"#/properties/uid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.resourceVersion !== undefined){
let data8 = data.resourceVersion;
if(typeof data8 === "string"){
if(func3(data8) > 128){
const err23 = {instancePath:instancePath+"/resourceVersion",schemaPath:"#/properties/resourceVersion/maxLength",keyword:"maxLength",params:{limit: 128}};
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
const err24 = {instancePath:instancePath+"/resourceVersion",schemaPath:"#/properties/resourceVersion/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.generation !== undefined){
let data9 = data.generation;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err25 = {instancePath:instancePath+"/generation",schemaPath:"#/properties/generation/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 0 || isNaN(data9)){
const err26 = {instancePath:instancePath+"/generation",schemaPath:"#/properties/generation/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
if(data.creationTimestamp !== undefined){
let data10 = data.creationTimestamp;
if((typeof data10 !== "string") && (data10 !== null)){
const err27 = {instancePath:instancePath+"/creationTimestamp",schemaPath:"#/properties/creationTimestamp/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(typeof data10 === "string"){
if(func3(data10) > 64){
const err28 = {instancePath:instancePath+"/creationTimestamp",schemaPath:"#/properties/creationTimestamp/maxLength",keyword:"maxLength",params:{limit: 64}};
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
if(data.deletionTimestamp !== undefined){
let data11 = data.deletionTimestamp;
if((typeof data11 !== "string") && (data11 !== null)){
const err29 = {instancePath:instancePath+"/deletionTimestamp",schemaPath:"#/properties/deletionTimestamp/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(typeof data11 === "string"){
if(func3(data11) > 64){
const err30 = {instancePath:instancePath+"/deletionTimestamp",schemaPath:"#/properties/deletionTimestamp/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
if(data.deletionGracePeriodSeconds !== undefined){
let data12 = data.deletionGracePeriodSeconds;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
const err31 = {instancePath:instancePath+"/deletionGracePeriodSeconds",schemaPath:"#/properties/deletionGracePeriodSeconds/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 < 0 || isNaN(data12)){
const err32 = {instancePath:instancePath+"/deletionGracePeriodSeconds",schemaPath:"#/properties/deletionGracePeriodSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
if(data.finalizers !== undefined){
let data13 = data.finalizers;
if(Array.isArray(data13)){
if(data13.length > 64){
const err33 = {instancePath:instancePath+"/finalizers",schemaPath:"#/properties/finalizers/maxItems",keyword:"maxItems",params:{limit: 64}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
const len0 = data13.length;
for(let i0=0; i0<len0; i0++){
let data14 = data13[i0];
if(typeof data14 === "string"){
if(func3(data14) > 317){
const err34 = {instancePath:instancePath+"/finalizers/" + i0,schemaPath:"#/properties/finalizers/items/maxLength",keyword:"maxLength",params:{limit: 317}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/finalizers/" + i0,schemaPath:"#/properties/finalizers/items/type",keyword:"type",params:{type: "string"}};
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
else {
const err36 = {instancePath:instancePath+"/finalizers",schemaPath:"#/properties/finalizers/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.ownerReferences !== undefined){
let data15 = data.ownerReferences;
if(Array.isArray(data15)){
if(data15.length > 64){
const err37 = {instancePath:instancePath+"/ownerReferences",schemaPath:"#/properties/ownerReferences/maxItems",keyword:"maxItems",params:{limit: 64}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
const len1 = data15.length;
for(let i1=0; i1<len1; i1++){
let data16 = data15[i1];
if(!(data16 && typeof data16 == "object" && !Array.isArray(data16))){
const err38 = {instancePath:instancePath+"/ownerReferences/" + i1,schemaPath:"#/properties/ownerReferences/items/type",keyword:"type",params:{type: "object"}};
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
else {
const err39 = {instancePath:instancePath+"/ownerReferences",schemaPath:"#/properties/ownerReferences/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data.managedFields !== undefined){
let data17 = data.managedFields;
if(Array.isArray(data17)){
if(data17.length > 256){
const err40 = {instancePath:instancePath+"/managedFields",schemaPath:"#/properties/managedFields/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
const len2 = data17.length;
for(let i2=0; i2<len2; i2++){
let data18 = data17[i2];
if(!(data18 && typeof data18 == "object" && !Array.isArray(data18))){
const err41 = {instancePath:instancePath+"/managedFields/" + i2,schemaPath:"#/properties/managedFields/items/type",keyword:"type",params:{type: "object"}};
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
else {
const err42 = {instancePath:instancePath+"/managedFields",schemaPath:"#/properties/managedFields/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data.selfLink !== undefined){
let data19 = data.selfLink;
if(typeof data19 === "string"){
if(func3(data19) > 1024){
const err43 = {instancePath:instancePath+"/selfLink",schemaPath:"#/properties/selfLink/maxLength",keyword:"maxLength",params:{limit: 1024}};
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
const err44 = {instancePath:instancePath+"/selfLink",schemaPath:"#/properties/selfLink/type",keyword:"type",params:{type: "string"}};
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
const err45 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
validate27.errors = vErrors;
return errors === 0;
}

const schema11 = {"type":"object","properties":{"phase":{"type":"string","enum":["Pending","Approved","Denied","Expired","Consumed"]},"consumedAt":{"type":"string","nullable":true,"maxLength":64,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$"},"estimatedRows":{"type":"integer","minimum":0},"activeUntil":{"type":"string","maxLength":64,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$"},"observedGeneration":{"type":"integer","minimum":0},"conditions":{"type":"array","maxItems":32,"items":{"type":"object","required":["type","status","lastTransitionTime","reason","message"],"properties":{"type":{"type":"string","pattern":"^([A-Za-z0-9.-]+/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$","maxLength":316},"status":{"type":"string","enum":["True","False","Unknown"]},"observedGeneration":{"type":"integer","minimum":0},"lastTransitionTime":{"type":"string","maxLength":64,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$"},"reason":{"type":"string","pattern":"^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$","minLength":1,"maxLength":1024},"message":{"type":"string","maxLength":32768}},"additionalProperties":false}}},"additionalProperties":false};

function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((key0 === "phase") || (key0 === "consumedAt")) || (key0 === "estimatedRows")) || (key0 === "activeUntil")) || (key0 === "observedGeneration")) || (key0 === "conditions"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.phase !== undefined){
let data0 = data.phase;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/phase",schemaPath:"#/properties/phase/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!(((((data0 === "Pending") || (data0 === "Approved")) || (data0 === "Denied")) || (data0 === "Expired")) || (data0 === "Consumed"))){
const err2 = {instancePath:instancePath+"/phase",schemaPath:"#/properties/phase/enum",keyword:"enum",params:{allowedValues: schema11.properties.phase.enum}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.consumedAt !== undefined){
let data1 = data.consumedAt;
if((typeof data1 !== "string") && (data1 !== null)){
const err3 = {instancePath:instancePath+"/consumedAt",schemaPath:"#/properties/consumedAt/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(typeof data1 === "string"){
if(func3(data1) > 64){
const err4 = {instancePath:instancePath+"/consumedAt",schemaPath:"#/properties/consumedAt/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!pattern30.test(data1)){
const err5 = {instancePath:instancePath+"/consumedAt",schemaPath:"#/properties/consumedAt/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
if(data.estimatedRows !== undefined){
let data2 = data.estimatedRows;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err6 = {instancePath:instancePath+"/estimatedRows",schemaPath:"#/properties/estimatedRows/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
const err7 = {instancePath:instancePath+"/estimatedRows",schemaPath:"#/properties/estimatedRows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
if(data.activeUntil !== undefined){
let data3 = data.activeUntil;
if(typeof data3 === "string"){
if(func3(data3) > 64){
const err8 = {instancePath:instancePath+"/activeUntil",schemaPath:"#/properties/activeUntil/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!pattern30.test(data3)){
const err9 = {instancePath:instancePath+"/activeUntil",schemaPath:"#/properties/activeUntil/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/activeUntil",schemaPath:"#/properties/activeUntil/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.observedGeneration !== undefined){
let data4 = data.observedGeneration;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err11 = {instancePath:instancePath+"/observedGeneration",schemaPath:"#/properties/observedGeneration/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 0 || isNaN(data4)){
const err12 = {instancePath:instancePath+"/observedGeneration",schemaPath:"#/properties/observedGeneration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
if(data.conditions !== undefined){
let data5 = data.conditions;
if(Array.isArray(data5)){
if(data5.length > 32){
const err13 = {instancePath:instancePath+"/conditions",schemaPath:"#/properties/conditions/maxItems",keyword:"maxItems",params:{limit: 32}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.type === undefined){
const err14 = {instancePath:instancePath+"/conditions/" + i0,schemaPath:"#/properties/conditions/items/required",keyword:"required",params:{missingProperty: "type"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data6.status === undefined){
const err15 = {instancePath:instancePath+"/conditions/" + i0,schemaPath:"#/properties/conditions/items/required",keyword:"required",params:{missingProperty: "status"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data6.lastTransitionTime === undefined){
const err16 = {instancePath:instancePath+"/conditions/" + i0,schemaPath:"#/properties/conditions/items/required",keyword:"required",params:{missingProperty: "lastTransitionTime"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data6.reason === undefined){
const err17 = {instancePath:instancePath+"/conditions/" + i0,schemaPath:"#/properties/conditions/items/required",keyword:"required",params:{missingProperty: "reason"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data6.message === undefined){
const err18 = {instancePath:instancePath+"/conditions/" + i0,schemaPath:"#/properties/conditions/items/required",keyword:"required",params:{missingProperty: "message"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
for(const key1 in data6){
if(!((((((key1 === "type") || (key1 === "status")) || (key1 === "observedGeneration")) || (key1 === "lastTransitionTime")) || (key1 === "reason")) || (key1 === "message"))){
const err19 = {instancePath:instancePath+"/conditions/" + i0,schemaPath:"#/properties/conditions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data6.type !== undefined){
let data7 = data6.type;
if(typeof data7 === "string"){
if(func3(data7) > 316){
const err20 = {instancePath:instancePath+"/conditions/" + i0+"/type",schemaPath:"#/properties/conditions/items/properties/type/maxLength",keyword:"maxLength",params:{limit: 316}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(!pattern29.test(data7)){
const err21 = {instancePath:instancePath+"/conditions/" + i0+"/type",schemaPath:"#/properties/conditions/items/properties/type/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9.-]+/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$"}};
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
const err22 = {instancePath:instancePath+"/conditions/" + i0+"/type",schemaPath:"#/properties/conditions/items/properties/type/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data6.status !== undefined){
let data8 = data6.status;
if(typeof data8 !== "string"){
const err23 = {instancePath:instancePath+"/conditions/" + i0+"/status",schemaPath:"#/properties/conditions/items/properties/status/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(!(((data8 === "True") || (data8 === "False")) || (data8 === "Unknown"))){
const err24 = {instancePath:instancePath+"/conditions/" + i0+"/status",schemaPath:"#/properties/conditions/items/properties/status/enum",keyword:"enum",params:{allowedValues: schema11.properties.conditions.items.properties.status.enum}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data6.observedGeneration !== undefined){
let data9 = data6.observedGeneration;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err25 = {instancePath:instancePath+"/conditions/" + i0+"/observedGeneration",schemaPath:"#/properties/conditions/items/properties/observedGeneration/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 0 || isNaN(data9)){
const err26 = {instancePath:instancePath+"/conditions/" + i0+"/observedGeneration",schemaPath:"#/properties/conditions/items/properties/observedGeneration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
if(data6.lastTransitionTime !== undefined){
let data10 = data6.lastTransitionTime;
if(typeof data10 === "string"){
if(func3(data10) > 64){
const err27 = {instancePath:instancePath+"/conditions/" + i0+"/lastTransitionTime",schemaPath:"#/properties/conditions/items/properties/lastTransitionTime/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(!pattern30.test(data10)){
const err28 = {instancePath:instancePath+"/conditions/" + i0+"/lastTransitionTime",schemaPath:"#/properties/conditions/items/properties/lastTransitionTime/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$"}};
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
const err29 = {instancePath:instancePath+"/conditions/" + i0+"/lastTransitionTime",schemaPath:"#/properties/conditions/items/properties/lastTransitionTime/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data6.reason !== undefined){
let data11 = data6.reason;
if(typeof data11 === "string"){
if(func3(data11) > 1024){
const err30 = {instancePath:instancePath+"/conditions/" + i0+"/reason",schemaPath:"#/properties/conditions/items/properties/reason/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(func3(data11) < 1){
const err31 = {instancePath:instancePath+"/conditions/" + i0+"/reason",schemaPath:"#/properties/conditions/items/properties/reason/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(!pattern31.test(data11)){
const err32 = {instancePath:instancePath+"/conditions/" + i0+"/reason",schemaPath:"#/properties/conditions/items/properties/reason/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$"}};
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
const err33 = {instancePath:instancePath+"/conditions/" + i0+"/reason",schemaPath:"#/properties/conditions/items/properties/reason/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data6.message !== undefined){
let data12 = data6.message;
if(typeof data12 === "string"){
if(func3(data12) > 32768){
const err34 = {instancePath:instancePath+"/conditions/" + i0+"/message",schemaPath:"#/properties/conditions/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 32768}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/conditions/" + i0+"/message",schemaPath:"#/properties/conditions/items/properties/message/type",keyword:"type",params:{type: "string"}};
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
else {
const err36 = {instancePath:instancePath+"/conditions/" + i0,schemaPath:"#/properties/conditions/items/type",keyword:"type",params:{type: "object"}};
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
else {
const err37 = {instancePath:instancePath+"/conditions",schemaPath:"#/properties/conditions/type",keyword:"type",params:{type: "array"}};
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
else {
const err38 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
validate29.errors = vErrors;
return errors === 0;
}

const pattern38 = new RegExp("^[0-9A-HJKMNP-TV-Z]{26}$", "u");
const pattern41 = new RegExp("^[0-9a-fA-F-]+$", "u");
const pattern42 = new RegExp("^sha256:[0-9a-f]{64}$", "u");

function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
const err6 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/enum",keyword:"enum",params:{allowedValues: schema9.properties.apiVersion.enum}};
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
const err8 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema9.properties.kind.enum}};
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
if(!(validate27(data.metadata, {instancePath:instancePath+"/metadata",parentData:data,parentDataProperty:"metadata",rootData}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
let data3 = data.spec;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.decision === undefined){
data3.decision = "Pending";
}
if(data3.reason === undefined){
data3.reason = "";
}
if(data3.decisions === undefined){
data3.decisions = [];
}
if(data3.connectionRef === undefined){
const err9 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "connectionRef"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data3.policyRef === undefined){
const err10 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "policyRef"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
for(const key1 in data3){
if(!(func2.call(schema9.properties.spec.properties, key1))){
const err11 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data3.connectionRef !== undefined){
let data4 = data3.connectionRef;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.name === undefined){
const err12 = {instancePath:instancePath+"/spec/connectionRef",schemaPath:"#/properties/spec/properties/connectionRef/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
for(const key2 in data4){
if(!(key2 === "name")){
const err13 = {instancePath:instancePath+"/spec/connectionRef",schemaPath:"#/properties/spec/properties/connectionRef/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data4.name !== undefined){
let data5 = data4.name;
if(typeof data5 === "string"){
if(func3(data5) > 253){
const err14 = {instancePath:instancePath+"/spec/connectionRef/name",schemaPath:"#/properties/spec/properties/connectionRef/properties/name/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(func3(data5) < 1){
const err15 = {instancePath:instancePath+"/spec/connectionRef/name",schemaPath:"#/properties/spec/properties/connectionRef/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(!pattern0.test(data5)){
const err16 = {instancePath:instancePath+"/spec/connectionRef/name",schemaPath:"#/properties/spec/properties/connectionRef/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"}};
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
const err17 = {instancePath:instancePath+"/spec/connectionRef/name",schemaPath:"#/properties/spec/properties/connectionRef/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/spec/connectionRef",schemaPath:"#/properties/spec/properties/connectionRef/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data3.policyRef !== undefined){
let data6 = data3.policyRef;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.name === undefined){
const err19 = {instancePath:instancePath+"/spec/policyRef",schemaPath:"#/properties/spec/properties/policyRef/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data6.rule === undefined){
const err20 = {instancePath:instancePath+"/spec/policyRef",schemaPath:"#/properties/spec/properties/policyRef/required",keyword:"required",params:{missingProperty: "rule"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
for(const key3 in data6){
if(!((key3 === "name") || (key3 === "rule"))){
const err21 = {instancePath:instancePath+"/spec/policyRef",schemaPath:"#/properties/spec/properties/policyRef/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data6.name !== undefined){
let data7 = data6.name;
if(typeof data7 === "string"){
if(func3(data7) > 253){
const err22 = {instancePath:instancePath+"/spec/policyRef/name",schemaPath:"#/properties/spec/properties/policyRef/properties/name/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(func3(data7) < 1){
const err23 = {instancePath:instancePath+"/spec/policyRef/name",schemaPath:"#/properties/spec/properties/policyRef/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(!pattern0.test(data7)){
const err24 = {instancePath:instancePath+"/spec/policyRef/name",schemaPath:"#/properties/spec/properties/policyRef/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"}};
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
const err25 = {instancePath:instancePath+"/spec/policyRef/name",schemaPath:"#/properties/spec/properties/policyRef/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data6.rule !== undefined){
let data8 = data6.rule;
if(typeof data8 === "string"){
if(func3(data8) > 63){
const err26 = {instancePath:instancePath+"/spec/policyRef/rule",schemaPath:"#/properties/spec/properties/policyRef/properties/rule/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(func3(data8) < 1){
const err27 = {instancePath:instancePath+"/spec/policyRef/rule",schemaPath:"#/properties/spec/properties/policyRef/properties/rule/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(!pattern2.test(data8)){
const err28 = {instancePath:instancePath+"/spec/policyRef/rule",schemaPath:"#/properties/spec/properties/policyRef/properties/rule/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"}};
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
const err29 = {instancePath:instancePath+"/spec/policyRef/rule",schemaPath:"#/properties/spec/properties/policyRef/properties/rule/type",keyword:"type",params:{type: "string"}};
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
const err30 = {instancePath:instancePath+"/spec/policyRef",schemaPath:"#/properties/spec/properties/policyRef/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data3.request !== undefined){
let data9 = data3.request;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.session === undefined){
const err31 = {instancePath:instancePath+"/spec/request",schemaPath:"#/properties/spec/properties/request/required",keyword:"required",params:{missingProperty: "session"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(data9.agent === undefined){
const err32 = {instancePath:instancePath+"/spec/request",schemaPath:"#/properties/spec/properties/request/required",keyword:"required",params:{missingProperty: "agent"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data9.command === undefined){
const err33 = {instancePath:instancePath+"/spec/request",schemaPath:"#/properties/spec/properties/request/required",keyword:"required",params:{missingProperty: "command"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(data9.digest === undefined){
const err34 = {instancePath:instancePath+"/spec/request",schemaPath:"#/properties/spec/properties/request/required",keyword:"required",params:{missingProperty: "digest"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
for(const key4 in data9){
if(!((((((key4 === "session") || (key4 === "agent")) || (key4 === "command")) || (key4 === "parameters")) || (key4 === "effects")) || (key4 === "digest"))){
const err35 = {instancePath:instancePath+"/spec/request",schemaPath:"#/properties/spec/properties/request/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data9.session !== undefined){
let data10 = data9.session;
if(typeof data10 === "string"){
if(func3(data10) > 26){
const err36 = {instancePath:instancePath+"/spec/request/session",schemaPath:"#/properties/spec/properties/request/properties/session/maxLength",keyword:"maxLength",params:{limit: 26}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(!pattern38.test(data10)){
const err37 = {instancePath:instancePath+"/spec/request/session",schemaPath:"#/properties/spec/properties/request/properties/session/pattern",keyword:"pattern",params:{pattern: "^[0-9A-HJKMNP-TV-Z]{26}$"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/spec/request/session",schemaPath:"#/properties/spec/properties/request/properties/session/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data9.agent !== undefined){
let data11 = data9.agent;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.serviceAccount === undefined){
const err39 = {instancePath:instancePath+"/spec/request/agent",schemaPath:"#/properties/spec/properties/request/properties/agent/required",keyword:"required",params:{missingProperty: "serviceAccount"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
for(const key5 in data11){
if(!(((key5 === "serviceAccount") || (key5 === "pod")) || (key5 === "claims"))){
const err40 = {instancePath:instancePath+"/spec/request/agent",schemaPath:"#/properties/spec/properties/request/properties/agent/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data11.serviceAccount !== undefined){
let data12 = data11.serviceAccount;
if(typeof data12 === "string"){
if(func3(data12) > 253){
const err41 = {instancePath:instancePath+"/spec/request/agent/serviceAccount",schemaPath:"#/properties/spec/properties/request/properties/agent/properties/serviceAccount/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(func3(data12) < 1){
const err42 = {instancePath:instancePath+"/spec/request/agent/serviceAccount",schemaPath:"#/properties/spec/properties/request/properties/agent/properties/serviceAccount/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(!pattern0.test(data12)){
const err43 = {instancePath:instancePath+"/spec/request/agent/serviceAccount",schemaPath:"#/properties/spec/properties/request/properties/agent/properties/serviceAccount/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"}};
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
const err44 = {instancePath:instancePath+"/spec/request/agent/serviceAccount",schemaPath:"#/properties/spec/properties/request/properties/agent/properties/serviceAccount/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data11.pod !== undefined){
let data13 = data11.pod;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(data13.name === undefined){
const err45 = {instancePath:instancePath+"/spec/request/agent/pod",schemaPath:"#/properties/spec/properties/request/properties/agent/properties/pod/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(data13.uid === undefined){
const err46 = {instancePath:instancePath+"/spec/request/agent/pod",schemaPath:"#/properties/spec/properties/request/properties/agent/properties/pod/required",keyword:"required",params:{missingProperty: "uid"}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
for(const key6 in data13){
if(!((key6 === "name") || (key6 === "uid"))){
const err47 = {instancePath:instancePath+"/spec/request/agent/pod",schemaPath:"#/properties/spec/properties/request/properties/agent/properties/pod/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data13.name !== undefined){
let data14 = data13.name;
if(typeof data14 === "string"){
if(func3(data14) > 253){
const err48 = {instancePath:instancePath+"/spec/request/agent/pod/name",schemaPath:"#/properties/spec/properties/request/properties/agent/properties/pod/properties/name/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(func3(data14) < 1){
const err49 = {instancePath:instancePath+"/spec/request/agent/pod/name",schemaPath:"#/properties/spec/properties/request/properties/agent/properties/pod/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(!pattern0.test(data14)){
const err50 = {instancePath:instancePath+"/spec/request/agent/pod/name",schemaPath:"#/properties/spec/properties/request/properties/agent/properties/pod/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
else {
const err51 = {instancePath:instancePath+"/spec/request/agent/pod/name",schemaPath:"#/properties/spec/properties/request/properties/agent/properties/pod/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data13.uid !== undefined){
let data15 = data13.uid;
if(typeof data15 === "string"){
if(func3(data15) > 64){
const err52 = {instancePath:instancePath+"/spec/request/agent/pod/uid",schemaPath:"#/properties/spec/properties/request/properties/agent/properties/pod/properties/uid/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(func3(data15) < 1){
const err53 = {instancePath:instancePath+"/spec/request/agent/pod/uid",schemaPath:"#/properties/spec/properties/request/properties/agent/properties/pod/properties/uid/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(!pattern41.test(data15)){
const err54 = {instancePath:instancePath+"/spec/request/agent/pod/uid",schemaPath:"#/properties/spec/properties/request/properties/agent/properties/pod/properties/uid/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F-]+$"}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
else {
const err55 = {instancePath:instancePath+"/spec/request/agent/pod/uid",schemaPath:"#/properties/spec/properties/request/properties/agent/properties/pod/properties/uid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
else {
const err56 = {instancePath:instancePath+"/spec/request/agent/pod",schemaPath:"#/properties/spec/properties/request/properties/agent/properties/pod/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data11.claims !== undefined){
let data16 = data11.claims;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(Object.keys(data16).length > 32){
const err57 = {instancePath:instancePath+"/spec/request/agent/claims",schemaPath:"#/properties/spec/properties/request/properties/agent/properties/claims/maxProperties",keyword:"maxProperties",params:{limit: 32}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
for(const key7 in data16){
let data17 = data16[key7];
if(typeof data17 === "string"){
if(func3(data17) > 1024){
const err58 = {instancePath:instancePath+"/spec/request/agent/claims/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/request/properties/agent/properties/claims/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
else {
const err59 = {instancePath:instancePath+"/spec/request/agent/claims/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/request/properties/agent/properties/claims/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
}
else {
const err60 = {instancePath:instancePath+"/spec/request/agent/claims",schemaPath:"#/properties/spec/properties/request/properties/agent/properties/claims/type",keyword:"type",params:{type: "object"}};
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
const err61 = {instancePath:instancePath+"/spec/request/agent",schemaPath:"#/properties/spec/properties/request/properties/agent/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data9.command !== undefined){
let data18 = data9.command;
if(typeof data18 === "string"){
if(func3(data18) > 1048576){
const err62 = {instancePath:instancePath+"/spec/request/command",schemaPath:"#/properties/spec/properties/request/properties/command/maxLength",keyword:"maxLength",params:{limit: 1048576}};
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
const err63 = {instancePath:instancePath+"/spec/request/command",schemaPath:"#/properties/spec/properties/request/properties/command/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data9.parameters !== undefined){
let data19 = data9.parameters;
if(Array.isArray(data19)){
if(data19.length > 65535){
const err64 = {instancePath:instancePath+"/spec/request/parameters",schemaPath:"#/properties/spec/properties/request/properties/parameters/maxItems",keyword:"maxItems",params:{limit: 65535}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
const len0 = data19.length;
for(let i0=0; i0<len0; i0++){
let data20 = data19[i0];
if((typeof data20 !== "string") && (data20 !== null)){
const err65 = {instancePath:instancePath+"/spec/request/parameters/" + i0,schemaPath:"#/properties/spec/properties/request/properties/parameters/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(typeof data20 === "string"){
if(func3(data20) > 1048576){
const err66 = {instancePath:instancePath+"/spec/request/parameters/" + i0,schemaPath:"#/properties/spec/properties/request/properties/parameters/items/maxLength",keyword:"maxLength",params:{limit: 1048576}};
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
}
else {
const err67 = {instancePath:instancePath+"/spec/request/parameters",schemaPath:"#/properties/spec/properties/request/properties/parameters/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data9.effects !== undefined){
let data21 = data9.effects;
if(Array.isArray(data21)){
if(data21.length > 1024){
const err68 = {instancePath:instancePath+"/spec/request/effects",schemaPath:"#/properties/spec/properties/request/properties/effects/maxItems",keyword:"maxItems",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
const len1 = data21.length;
for(let i1=0; i1<len1; i1++){
let data22 = data21[i1];
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
if(data22.command === undefined){
const err69 = {instancePath:instancePath+"/spec/request/effects/" + i1,schemaPath:"#/properties/spec/properties/request/properties/effects/items/required",keyword:"required",params:{missingProperty: "command"}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
for(const key8 in data22){
if(!((key8 === "command") || (key8 === "object"))){
const err70 = {instancePath:instancePath+"/spec/request/effects/" + i1,schemaPath:"#/properties/spec/properties/request/properties/effects/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data22.command !== undefined){
let data23 = data22.command;
if(typeof data23 === "string"){
if(func3(data23) > 256){
const err71 = {instancePath:instancePath+"/spec/request/effects/" + i1+"/command",schemaPath:"#/properties/spec/properties/request/properties/effects/items/properties/command/maxLength",keyword:"maxLength",params:{limit: 256}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if(func3(data23) < 1){
const err72 = {instancePath:instancePath+"/spec/request/effects/" + i1+"/command",schemaPath:"#/properties/spec/properties/request/properties/effects/items/properties/command/minLength",keyword:"minLength",params:{limit: 1}};
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
const err73 = {instancePath:instancePath+"/spec/request/effects/" + i1+"/command",schemaPath:"#/properties/spec/properties/request/properties/effects/items/properties/command/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data22.object !== undefined){
let data24 = data22.object;
if(typeof data24 === "string"){
if(func3(data24) > 1024){
const err74 = {instancePath:instancePath+"/spec/request/effects/" + i1+"/object",schemaPath:"#/properties/spec/properties/request/properties/effects/items/properties/object/maxLength",keyword:"maxLength",params:{limit: 1024}};
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
const err75 = {instancePath:instancePath+"/spec/request/effects/" + i1+"/object",schemaPath:"#/properties/spec/properties/request/properties/effects/items/properties/object/type",keyword:"type",params:{type: "string"}};
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
const err76 = {instancePath:instancePath+"/spec/request/effects/" + i1,schemaPath:"#/properties/spec/properties/request/properties/effects/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
}
else {
const err77 = {instancePath:instancePath+"/spec/request/effects",schemaPath:"#/properties/spec/properties/request/properties/effects/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(data9.digest !== undefined){
let data25 = data9.digest;
if(typeof data25 === "string"){
if(func3(data25) > 71){
const err78 = {instancePath:instancePath+"/spec/request/digest",schemaPath:"#/properties/spec/properties/request/properties/digest/maxLength",keyword:"maxLength",params:{limit: 71}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
if(!pattern42.test(data25)){
const err79 = {instancePath:instancePath+"/spec/request/digest",schemaPath:"#/properties/spec/properties/request/properties/digest/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
else {
const err80 = {instancePath:instancePath+"/spec/request/digest",schemaPath:"#/properties/spec/properties/request/properties/digest/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
}
else {
const err81 = {instancePath:instancePath+"/spec/request",schemaPath:"#/properties/spec/properties/request/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data3.grant !== undefined){
let data26 = data3.grant;
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
if(data26.subject === undefined){
const err82 = {instancePath:instancePath+"/spec/grant",schemaPath:"#/properties/spec/properties/grant/required",keyword:"required",params:{missingProperty: "subject"}};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if(data26.duration === undefined){
const err83 = {instancePath:instancePath+"/spec/grant",schemaPath:"#/properties/spec/properties/grant/required",keyword:"required",params:{missingProperty: "duration"}};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
for(const key9 in data26){
if(!((((key9 === "subject") || (key9 === "duration")) || (key9 === "requestedBy")) || (key9 === "justification"))){
const err84 = {instancePath:instancePath+"/spec/grant",schemaPath:"#/properties/spec/properties/grant/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9}};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data26.subject !== undefined){
let data27 = data26.subject;
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
if(data27.serviceAccount === undefined){
const err85 = {instancePath:instancePath+"/spec/grant/subject",schemaPath:"#/properties/spec/properties/grant/properties/subject/required",keyword:"required",params:{missingProperty: "serviceAccount"}};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
for(const key10 in data27){
if(!(key10 === "serviceAccount")){
const err86 = {instancePath:instancePath+"/spec/grant/subject",schemaPath:"#/properties/spec/properties/grant/properties/subject/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10}};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
if(data27.serviceAccount !== undefined){
let data28 = data27.serviceAccount;
if(typeof data28 === "string"){
if(func3(data28) > 253){
const err87 = {instancePath:instancePath+"/spec/grant/subject/serviceAccount",schemaPath:"#/properties/spec/properties/grant/properties/subject/properties/serviceAccount/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
if(func3(data28) < 1){
const err88 = {instancePath:instancePath+"/spec/grant/subject/serviceAccount",schemaPath:"#/properties/spec/properties/grant/properties/subject/properties/serviceAccount/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
if(!pattern0.test(data28)){
const err89 = {instancePath:instancePath+"/spec/grant/subject/serviceAccount",schemaPath:"#/properties/spec/properties/grant/properties/subject/properties/serviceAccount/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"}};
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
const err90 = {instancePath:instancePath+"/spec/grant/subject/serviceAccount",schemaPath:"#/properties/spec/properties/grant/properties/subject/properties/serviceAccount/type",keyword:"type",params:{type: "string"}};
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
const err91 = {instancePath:instancePath+"/spec/grant/subject",schemaPath:"#/properties/spec/properties/grant/properties/subject/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
if(data26.duration !== undefined){
let data29 = data26.duration;
if(typeof data29 === "string"){
if(func3(data29) > 32){
const err92 = {instancePath:instancePath+"/spec/grant/duration",schemaPath:"#/properties/spec/properties/grant/properties/duration/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
if(!pattern19.test(data29)){
const err93 = {instancePath:instancePath+"/spec/grant/duration",schemaPath:"#/properties/spec/properties/grant/properties/duration/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}(ms|s|m|h|d)){1,4}$"}};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
else {
const err94 = {instancePath:instancePath+"/spec/grant/duration",schemaPath:"#/properties/spec/properties/grant/properties/duration/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
if(data26.requestedBy !== undefined){
let data30 = data26.requestedBy;
if(typeof data30 === "string"){
if(func3(data30) > 256){
const err95 = {instancePath:instancePath+"/spec/grant/requestedBy",schemaPath:"#/properties/spec/properties/grant/properties/requestedBy/maxLength",keyword:"maxLength",params:{limit: 256}};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
if(func3(data30) < 1){
const err96 = {instancePath:instancePath+"/spec/grant/requestedBy",schemaPath:"#/properties/spec/properties/grant/properties/requestedBy/minLength",keyword:"minLength",params:{limit: 1}};
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
const err97 = {instancePath:instancePath+"/spec/grant/requestedBy",schemaPath:"#/properties/spec/properties/grant/properties/requestedBy/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
if(data26.justification !== undefined){
let data31 = data26.justification;
if(typeof data31 === "string"){
if(func3(data31) > 1024){
const err98 = {instancePath:instancePath+"/spec/grant/justification",schemaPath:"#/properties/spec/properties/grant/properties/justification/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
else {
const err99 = {instancePath:instancePath+"/spec/grant/justification",schemaPath:"#/properties/spec/properties/grant/properties/justification/type",keyword:"type",params:{type: "string"}};
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
const err100 = {instancePath:instancePath+"/spec/grant",schemaPath:"#/properties/spec/properties/grant/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data3.approvers !== undefined){
let data32 = data3.approvers;
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
if(Object.keys(data32).length < 1){
const err101 = {instancePath:instancePath+"/spec/approvers",schemaPath:"#/properties/spec/properties/approvers/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
for(const key11 in data32){
if(!((key11 === "groups") || (key11 === "users"))){
const err102 = {instancePath:instancePath+"/spec/approvers",schemaPath:"#/properties/spec/properties/approvers/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11}};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data32.groups !== undefined){
let data33 = data32.groups;
if(Array.isArray(data33)){
if(data33.length > 64){
const err103 = {instancePath:instancePath+"/spec/approvers/groups",schemaPath:"#/properties/spec/properties/approvers/properties/groups/maxItems",keyword:"maxItems",params:{limit: 64}};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
const len2 = data33.length;
for(let i2=0; i2<len2; i2++){
let data34 = data33[i2];
if(typeof data34 === "string"){
if(func3(data34) > 256){
const err104 = {instancePath:instancePath+"/spec/approvers/groups/" + i2,schemaPath:"#/properties/spec/properties/approvers/properties/groups/items/maxLength",keyword:"maxLength",params:{limit: 256}};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if(func3(data34) < 1){
const err105 = {instancePath:instancePath+"/spec/approvers/groups/" + i2,schemaPath:"#/properties/spec/properties/approvers/properties/groups/items/minLength",keyword:"minLength",params:{limit: 1}};
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
const err106 = {instancePath:instancePath+"/spec/approvers/groups/" + i2,schemaPath:"#/properties/spec/properties/approvers/properties/groups/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
let i3 = data33.length;
let j0;
if(i3 > 1){
const indices0 = {};
for(;i3--;){
let item0 = data33[i3];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err107 = {instancePath:instancePath+"/spec/approvers/groups",schemaPath:"#/properties/spec/properties/approvers/properties/groups/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j0}};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
break;
}
indices0[item0] = i3;
}
}
}
else {
const err108 = {instancePath:instancePath+"/spec/approvers/groups",schemaPath:"#/properties/spec/properties/approvers/properties/groups/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
if(data32.users !== undefined){
let data35 = data32.users;
if(Array.isArray(data35)){
if(data35.length > 64){
const err109 = {instancePath:instancePath+"/spec/approvers/users",schemaPath:"#/properties/spec/properties/approvers/properties/users/maxItems",keyword:"maxItems",params:{limit: 64}};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
const len3 = data35.length;
for(let i4=0; i4<len3; i4++){
let data36 = data35[i4];
if(typeof data36 === "string"){
if(func3(data36) > 256){
const err110 = {instancePath:instancePath+"/spec/approvers/users/" + i4,schemaPath:"#/properties/spec/properties/approvers/properties/users/items/maxLength",keyword:"maxLength",params:{limit: 256}};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
if(func3(data36) < 1){
const err111 = {instancePath:instancePath+"/spec/approvers/users/" + i4,schemaPath:"#/properties/spec/properties/approvers/properties/users/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
else {
const err112 = {instancePath:instancePath+"/spec/approvers/users/" + i4,schemaPath:"#/properties/spec/properties/approvers/properties/users/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
let i5 = data35.length;
let j1;
if(i5 > 1){
const indices1 = {};
for(;i5--;){
let item1 = data35[i5];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err113 = {instancePath:instancePath+"/spec/approvers/users",schemaPath:"#/properties/spec/properties/approvers/properties/users/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j1}};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
break;
}
indices1[item1] = i5;
}
}
}
else {
const err114 = {instancePath:instancePath+"/spec/approvers/users",schemaPath:"#/properties/spec/properties/approvers/properties/users/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
}
else {
const err115 = {instancePath:instancePath+"/spec/approvers",schemaPath:"#/properties/spec/properties/approvers/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
if(data3.required !== undefined){
let data37 = data3.required;
if(!(((typeof data37 == "number") && (!(data37 % 1) && !isNaN(data37))) && (isFinite(data37)))){
const err116 = {instancePath:instancePath+"/spec/required",schemaPath:"#/properties/spec/properties/required/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
if((typeof data37 == "number") && (isFinite(data37))){
if(data37 > 16 || isNaN(data37)){
const err117 = {instancePath:instancePath+"/spec/required",schemaPath:"#/properties/spec/properties/required/maximum",keyword:"maximum",params:{comparison: "<=", limit: 16}};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
if(data37 < 1 || isNaN(data37)){
const err118 = {instancePath:instancePath+"/spec/required",schemaPath:"#/properties/spec/properties/required/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
}
if(data3.expiresAt !== undefined){
let data38 = data3.expiresAt;
if(typeof data38 === "string"){
if(func3(data38) > 64){
const err119 = {instancePath:instancePath+"/spec/expiresAt",schemaPath:"#/properties/spec/properties/expiresAt/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
if(!pattern30.test(data38)){
const err120 = {instancePath:instancePath+"/spec/expiresAt",schemaPath:"#/properties/spec/properties/expiresAt/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$"}};
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
const err121 = {instancePath:instancePath+"/spec/expiresAt",schemaPath:"#/properties/spec/properties/expiresAt/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
let data39 = data3.decision;
if(typeof data39 !== "string"){
const err122 = {instancePath:instancePath+"/spec/decision",schemaPath:"#/properties/spec/properties/decision/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
if(!(((data39 === "Pending") || (data39 === "Approved")) || (data39 === "Denied"))){
const err123 = {instancePath:instancePath+"/spec/decision",schemaPath:"#/properties/spec/properties/decision/enum",keyword:"enum",params:{allowedValues: schema9.properties.spec.properties.decision.enum}};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
let data40 = data3.reason;
if(typeof data40 === "string"){
if(func3(data40) > 1024){
const err124 = {instancePath:instancePath+"/spec/reason",schemaPath:"#/properties/spec/properties/reason/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
else {
const err125 = {instancePath:instancePath+"/spec/reason",schemaPath:"#/properties/spec/properties/reason/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
let data41 = data3.decisions;
if(Array.isArray(data41)){
if(data41.length > 32){
const err126 = {instancePath:instancePath+"/spec/decisions",schemaPath:"#/properties/spec/properties/decisions/maxItems",keyword:"maxItems",params:{limit: 32}};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
const len4 = data41.length;
for(let i6=0; i6<len4; i6++){
let data42 = data41[i6];
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
if(data42.username === undefined){
const err127 = {instancePath:instancePath+"/spec/decisions/" + i6,schemaPath:"#/properties/spec/properties/decisions/items/required",keyword:"required",params:{missingProperty: "username"}};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
if(data42.decision === undefined){
const err128 = {instancePath:instancePath+"/spec/decisions/" + i6,schemaPath:"#/properties/spec/properties/decisions/items/required",keyword:"required",params:{missingProperty: "decision"}};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
if(data42.decidedAt === undefined){
const err129 = {instancePath:instancePath+"/spec/decisions/" + i6,schemaPath:"#/properties/spec/properties/decisions/items/required",keyword:"required",params:{missingProperty: "decidedAt"}};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
for(const key12 in data42){
if(!(((((key12 === "username") || (key12 === "groups")) || (key12 === "decision")) || (key12 === "reason")) || (key12 === "decidedAt"))){
const err130 = {instancePath:instancePath+"/spec/decisions/" + i6,schemaPath:"#/properties/spec/properties/decisions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12}};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
if(data42.username !== undefined){
let data43 = data42.username;
if(typeof data43 === "string"){
if(func3(data43) > 256){
const err131 = {instancePath:instancePath+"/spec/decisions/" + i6+"/username",schemaPath:"#/properties/spec/properties/decisions/items/properties/username/maxLength",keyword:"maxLength",params:{limit: 256}};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
if(func3(data43) < 1){
const err132 = {instancePath:instancePath+"/spec/decisions/" + i6+"/username",schemaPath:"#/properties/spec/properties/decisions/items/properties/username/minLength",keyword:"minLength",params:{limit: 1}};
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
const err133 = {instancePath:instancePath+"/spec/decisions/" + i6+"/username",schemaPath:"#/properties/spec/properties/decisions/items/properties/username/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
if(data42.groups !== undefined){
let data44 = data42.groups;
if(Array.isArray(data44)){
if(data44.length > 256){
const err134 = {instancePath:instancePath+"/spec/decisions/" + i6+"/groups",schemaPath:"#/properties/spec/properties/decisions/items/properties/groups/maxItems",keyword:"maxItems",params:{limit: 256}};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
const len5 = data44.length;
for(let i7=0; i7<len5; i7++){
let data45 = data44[i7];
if(typeof data45 === "string"){
if(func3(data45) > 256){
const err135 = {instancePath:instancePath+"/spec/decisions/" + i6+"/groups/" + i7,schemaPath:"#/properties/spec/properties/decisions/items/properties/groups/items/maxLength",keyword:"maxLength",params:{limit: 256}};
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
const err136 = {instancePath:instancePath+"/spec/decisions/" + i6+"/groups/" + i7,schemaPath:"#/properties/spec/properties/decisions/items/properties/groups/items/type",keyword:"type",params:{type: "string"}};
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
const err137 = {instancePath:instancePath+"/spec/decisions/" + i6+"/groups",schemaPath:"#/properties/spec/properties/decisions/items/properties/groups/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
if(data42.decision !== undefined){
let data46 = data42.decision;
if(typeof data46 !== "string"){
const err138 = {instancePath:instancePath+"/spec/decisions/" + i6+"/decision",schemaPath:"#/properties/spec/properties/decisions/items/properties/decision/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
if(!((data46 === "Approved") || (data46 === "Denied"))){
const err139 = {instancePath:instancePath+"/spec/decisions/" + i6+"/decision",schemaPath:"#/properties/spec/properties/decisions/items/properties/decision/enum",keyword:"enum",params:{allowedValues: schema9.properties.spec.properties.decisions.items.properties.decision.enum}};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
if(data42.reason !== undefined){
let data47 = data42.reason;
if(typeof data47 === "string"){
if(func3(data47) > 1024){
const err140 = {instancePath:instancePath+"/spec/decisions/" + i6+"/reason",schemaPath:"#/properties/spec/properties/decisions/items/properties/reason/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
else {
const err141 = {instancePath:instancePath+"/spec/decisions/" + i6+"/reason",schemaPath:"#/properties/spec/properties/decisions/items/properties/reason/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
if(data42.decidedAt !== undefined){
let data48 = data42.decidedAt;
if(typeof data48 === "string"){
if(func3(data48) > 64){
const err142 = {instancePath:instancePath+"/spec/decisions/" + i6+"/decidedAt",schemaPath:"#/properties/spec/properties/decisions/items/properties/decidedAt/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
if(!pattern30.test(data48)){
const err143 = {instancePath:instancePath+"/spec/decisions/" + i6+"/decidedAt",schemaPath:"#/properties/spec/properties/decisions/items/properties/decidedAt/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$"}};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
else {
const err144 = {instancePath:instancePath+"/spec/decisions/" + i6+"/decidedAt",schemaPath:"#/properties/spec/properties/decisions/items/properties/decidedAt/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
}
else {
const err145 = {instancePath:instancePath+"/spec/decisions/" + i6,schemaPath:"#/properties/spec/properties/decisions/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
}
else {
const err146 = {instancePath:instancePath+"/spec/decisions",schemaPath:"#/properties/spec/properties/decisions/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
}
else {
const err147 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
if(data.status !== undefined){
if(!(validate29(data.status, {instancePath:instancePath+"/status",parentData:data,parentDataProperty:"status",rootData}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
}
}
else {
const err148 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
validate26.errors = vErrors;
return errors === 0;
}

export const validateAuditSession = validate31;
const schema12 = {"type":"object","required":["apiVersion","kind","metadata","spec"],"properties":{"apiVersion":{"type":"string","enum":["chaperone.dev/v1alpha1"]},"kind":{"type":"string","enum":["AuditSession"]},"metadata":{"$ref":"metadata-1"},"spec":{"type":"object","required":["connectionRef","agent"],"properties":{"connectionRef":{"type":"object","required":["name"],"properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","minLength":1,"maxLength":253}},"additionalProperties":false},"agent":{"type":"object","required":["serviceAccount"],"properties":{"serviceAccount":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","minLength":1,"maxLength":253},"pod":{"type":"object","required":["name","uid"],"properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","minLength":1,"maxLength":253},"uid":{"type":"string","pattern":"^[0-9a-fA-F-]+$","minLength":1,"maxLength":64}},"additionalProperties":false},"claims":{"type":"object","maxProperties":32,"additionalProperties":{"type":"string","maxLength":1024}}},"additionalProperties":false}},"additionalProperties":false},"status":{"$ref":"AuditSession-status"}},"additionalProperties":false};
const schema13 = {"type":"object","properties":{"phase":{"type":"string","enum":["Active","Completed","Interrupted"]},"startedAt":{"type":"string","maxLength":64,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$"},"endedAt":{"type":"string","nullable":true,"maxLength":64,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$"},"commands":{"type":"object","properties":{"total":{"type":"integer","minimum":0},"denied":{"type":"integer","minimum":0},"approved":{"type":"integer","minimum":0},"errors":{"type":"integer","minimum":0}},"additionalProperties":false},"rows":{"type":"integer","minimum":0},"bytes":{"type":"integer","minimum":0},"recording":{"type":"object","properties":{"storeRef":{"type":"object","required":["name"],"properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","minLength":1,"maxLength":253}},"additionalProperties":false},"prefix":{"type":"string","pattern":"^[^\\s]+$","minLength":1,"maxLength":1024},"storedAt":{"type":"string","maxLength":64,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$"},"treeSize":{"type":"integer","minimum":0},"rootHash":{"type":"string","pattern":"^sha256:[0-9a-f]{64}$","maxLength":71}},"additionalProperties":false},"observedGeneration":{"type":"integer","minimum":0},"conditions":{"type":"array","maxItems":32,"items":{"type":"object","required":["type","status","lastTransitionTime","reason","message"],"properties":{"type":{"type":"string","pattern":"^([A-Za-z0-9.-]+/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$","maxLength":316},"status":{"type":"string","enum":["True","False","Unknown"]},"observedGeneration":{"type":"integer","minimum":0},"lastTransitionTime":{"type":"string","maxLength":64,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$"},"reason":{"type":"string","pattern":"^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$","minLength":1,"maxLength":1024},"message":{"type":"string","maxLength":32768}},"additionalProperties":false}}},"additionalProperties":false};

function validate33(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema13.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.phase !== undefined){
let data0 = data.phase;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/phase",schemaPath:"#/properties/phase/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!(((data0 === "Active") || (data0 === "Completed")) || (data0 === "Interrupted"))){
const err2 = {instancePath:instancePath+"/phase",schemaPath:"#/properties/phase/enum",keyword:"enum",params:{allowedValues: schema13.properties.phase.enum}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.startedAt !== undefined){
let data1 = data.startedAt;
if(typeof data1 === "string"){
if(func3(data1) > 64){
const err3 = {instancePath:instancePath+"/startedAt",schemaPath:"#/properties/startedAt/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!pattern30.test(data1)){
const err4 = {instancePath:instancePath+"/startedAt",schemaPath:"#/properties/startedAt/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/startedAt",schemaPath:"#/properties/startedAt/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.endedAt !== undefined){
let data2 = data.endedAt;
if((typeof data2 !== "string") && (data2 !== null)){
const err6 = {instancePath:instancePath+"/endedAt",schemaPath:"#/properties/endedAt/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(typeof data2 === "string"){
if(func3(data2) > 64){
const err7 = {instancePath:instancePath+"/endedAt",schemaPath:"#/properties/endedAt/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!pattern30.test(data2)){
const err8 = {instancePath:instancePath+"/endedAt",schemaPath:"#/properties/endedAt/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
if(data.commands !== undefined){
let data3 = data.commands;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!((((key1 === "total") || (key1 === "denied")) || (key1 === "approved")) || (key1 === "errors"))){
const err9 = {instancePath:instancePath+"/commands",schemaPath:"#/properties/commands/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data3.total !== undefined){
let data4 = data3.total;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err10 = {instancePath:instancePath+"/commands/total",schemaPath:"#/properties/commands/properties/total/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 0 || isNaN(data4)){
const err11 = {instancePath:instancePath+"/commands/total",schemaPath:"#/properties/commands/properties/total/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
if(data3.denied !== undefined){
let data5 = data3.denied;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err12 = {instancePath:instancePath+"/commands/denied",schemaPath:"#/properties/commands/properties/denied/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 0 || isNaN(data5)){
const err13 = {instancePath:instancePath+"/commands/denied",schemaPath:"#/properties/commands/properties/denied/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
if(data3.approved !== undefined){
let data6 = data3.approved;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err14 = {instancePath:instancePath+"/commands/approved",schemaPath:"#/properties/commands/properties/approved/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 0 || isNaN(data6)){
const err15 = {instancePath:instancePath+"/commands/approved",schemaPath:"#/properties/commands/properties/approved/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
if(data3.errors !== undefined){
let data7 = data3.errors;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err16 = {instancePath:instancePath+"/commands/errors",schemaPath:"#/properties/commands/properties/errors/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 < 0 || isNaN(data7)){
const err17 = {instancePath:instancePath+"/commands/errors",schemaPath:"#/properties/commands/properties/errors/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
}
else {
const err18 = {instancePath:instancePath+"/commands",schemaPath:"#/properties/commands/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.rows !== undefined){
let data8 = data.rows;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
const err19 = {instancePath:instancePath+"/rows",schemaPath:"#/properties/rows/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 < 0 || isNaN(data8)){
const err20 = {instancePath:instancePath+"/rows",schemaPath:"#/properties/rows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
if(data.bytes !== undefined){
let data9 = data.bytes;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err21 = {instancePath:instancePath+"/bytes",schemaPath:"#/properties/bytes/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 0 || isNaN(data9)){
const err22 = {instancePath:instancePath+"/bytes",schemaPath:"#/properties/bytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
if(data.recording !== undefined){
let data10 = data.recording;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key2 in data10){
if(!(((((key2 === "storeRef") || (key2 === "prefix")) || (key2 === "storedAt")) || (key2 === "treeSize")) || (key2 === "rootHash"))){
const err23 = {instancePath:instancePath+"/recording",schemaPath:"#/properties/recording/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data10.storeRef !== undefined){
let data11 = data10.storeRef;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.name === undefined){
const err24 = {instancePath:instancePath+"/recording/storeRef",schemaPath:"#/properties/recording/properties/storeRef/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
for(const key3 in data11){
if(!(key3 === "name")){
const err25 = {instancePath:instancePath+"/recording/storeRef",schemaPath:"#/properties/recording/properties/storeRef/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data11.name !== undefined){
let data12 = data11.name;
if(typeof data12 === "string"){
if(func3(data12) > 253){
const err26 = {instancePath:instancePath+"/recording/storeRef/name",schemaPath:"#/properties/recording/properties/storeRef/properties/name/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(func3(data12) < 1){
const err27 = {instancePath:instancePath+"/recording/storeRef/name",schemaPath:"#/properties/recording/properties/storeRef/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(!pattern0.test(data12)){
const err28 = {instancePath:instancePath+"/recording/storeRef/name",schemaPath:"#/properties/recording/properties/storeRef/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"}};
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
const err29 = {instancePath:instancePath+"/recording/storeRef/name",schemaPath:"#/properties/recording/properties/storeRef/properties/name/type",keyword:"type",params:{type: "string"}};
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
const err30 = {instancePath:instancePath+"/recording/storeRef",schemaPath:"#/properties/recording/properties/storeRef/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data10.prefix !== undefined){
let data13 = data10.prefix;
if(typeof data13 === "string"){
if(func3(data13) > 1024){
const err31 = {instancePath:instancePath+"/recording/prefix",schemaPath:"#/properties/recording/properties/prefix/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(func3(data13) < 1){
const err32 = {instancePath:instancePath+"/recording/prefix",schemaPath:"#/properties/recording/properties/prefix/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(!pattern25.test(data13)){
const err33 = {instancePath:instancePath+"/recording/prefix",schemaPath:"#/properties/recording/properties/prefix/pattern",keyword:"pattern",params:{pattern: "^[^\\s]+$"}};
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
const err34 = {instancePath:instancePath+"/recording/prefix",schemaPath:"#/properties/recording/properties/prefix/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data10.storedAt !== undefined){
let data14 = data10.storedAt;
if(typeof data14 === "string"){
if(func3(data14) > 64){
const err35 = {instancePath:instancePath+"/recording/storedAt",schemaPath:"#/properties/recording/properties/storedAt/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(!pattern30.test(data14)){
const err36 = {instancePath:instancePath+"/recording/storedAt",schemaPath:"#/properties/recording/properties/storedAt/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
else {
const err37 = {instancePath:instancePath+"/recording/storedAt",schemaPath:"#/properties/recording/properties/storedAt/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data10.treeSize !== undefined){
let data15 = data10.treeSize;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err38 = {instancePath:instancePath+"/recording/treeSize",schemaPath:"#/properties/recording/properties/treeSize/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 < 0 || isNaN(data15)){
const err39 = {instancePath:instancePath+"/recording/treeSize",schemaPath:"#/properties/recording/properties/treeSize/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data10.rootHash !== undefined){
let data16 = data10.rootHash;
if(typeof data16 === "string"){
if(func3(data16) > 71){
const err40 = {instancePath:instancePath+"/recording/rootHash",schemaPath:"#/properties/recording/properties/rootHash/maxLength",keyword:"maxLength",params:{limit: 71}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(!pattern42.test(data16)){
const err41 = {instancePath:instancePath+"/recording/rootHash",schemaPath:"#/properties/recording/properties/rootHash/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/recording/rootHash",schemaPath:"#/properties/recording/properties/rootHash/type",keyword:"type",params:{type: "string"}};
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
else {
const err43 = {instancePath:instancePath+"/recording",schemaPath:"#/properties/recording/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data.observedGeneration !== undefined){
let data17 = data.observedGeneration;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
const err44 = {instancePath:instancePath+"/observedGeneration",schemaPath:"#/properties/observedGeneration/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 < 0 || isNaN(data17)){
const err45 = {instancePath:instancePath+"/observedGeneration",schemaPath:"#/properties/observedGeneration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data.conditions !== undefined){
let data18 = data.conditions;
if(Array.isArray(data18)){
if(data18.length > 32){
const err46 = {instancePath:instancePath+"/conditions",schemaPath:"#/properties/conditions/maxItems",keyword:"maxItems",params:{limit: 32}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
const len0 = data18.length;
for(let i0=0; i0<len0; i0++){
let data19 = data18[i0];
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(data19.type === undefined){
const err47 = {instancePath:instancePath+"/conditions/" + i0,schemaPath:"#/properties/conditions/items/required",keyword:"required",params:{missingProperty: "type"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(data19.status === undefined){
const err48 = {instancePath:instancePath+"/conditions/" + i0,schemaPath:"#/properties/conditions/items/required",keyword:"required",params:{missingProperty: "status"}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(data19.lastTransitionTime === undefined){
const err49 = {instancePath:instancePath+"/conditions/" + i0,schemaPath:"#/properties/conditions/items/required",keyword:"required",params:{missingProperty: "lastTransitionTime"}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(data19.reason === undefined){
const err50 = {instancePath:instancePath+"/conditions/" + i0,schemaPath:"#/properties/conditions/items/required",keyword:"required",params:{missingProperty: "reason"}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(data19.message === undefined){
const err51 = {instancePath:instancePath+"/conditions/" + i0,schemaPath:"#/properties/conditions/items/required",keyword:"required",params:{missingProperty: "message"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
for(const key4 in data19){
if(!((((((key4 === "type") || (key4 === "status")) || (key4 === "observedGeneration")) || (key4 === "lastTransitionTime")) || (key4 === "reason")) || (key4 === "message"))){
const err52 = {instancePath:instancePath+"/conditions/" + i0,schemaPath:"#/properties/conditions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data19.type !== undefined){
let data20 = data19.type;
if(typeof data20 === "string"){
if(func3(data20) > 316){
const err53 = {instancePath:instancePath+"/conditions/" + i0+"/type",schemaPath:"#/properties/conditions/items/properties/type/maxLength",keyword:"maxLength",params:{limit: 316}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(!pattern29.test(data20)){
const err54 = {instancePath:instancePath+"/conditions/" + i0+"/type",schemaPath:"#/properties/conditions/items/properties/type/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9.-]+/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$"}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
else {
const err55 = {instancePath:instancePath+"/conditions/" + i0+"/type",schemaPath:"#/properties/conditions/items/properties/type/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data19.status !== undefined){
let data21 = data19.status;
if(typeof data21 !== "string"){
const err56 = {instancePath:instancePath+"/conditions/" + i0+"/status",schemaPath:"#/properties/conditions/items/properties/status/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(!(((data21 === "True") || (data21 === "False")) || (data21 === "Unknown"))){
const err57 = {instancePath:instancePath+"/conditions/" + i0+"/status",schemaPath:"#/properties/conditions/items/properties/status/enum",keyword:"enum",params:{allowedValues: schema13.properties.conditions.items.properties.status.enum}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data19.observedGeneration !== undefined){
let data22 = data19.observedGeneration;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
const err58 = {instancePath:instancePath+"/conditions/" + i0+"/observedGeneration",schemaPath:"#/properties/conditions/items/properties/observedGeneration/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 < 0 || isNaN(data22)){
const err59 = {instancePath:instancePath+"/conditions/" + i0+"/observedGeneration",schemaPath:"#/properties/conditions/items/properties/observedGeneration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
}
if(data19.lastTransitionTime !== undefined){
let data23 = data19.lastTransitionTime;
if(typeof data23 === "string"){
if(func3(data23) > 64){
const err60 = {instancePath:instancePath+"/conditions/" + i0+"/lastTransitionTime",schemaPath:"#/properties/conditions/items/properties/lastTransitionTime/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(!pattern30.test(data23)){
const err61 = {instancePath:instancePath+"/conditions/" + i0+"/lastTransitionTime",schemaPath:"#/properties/conditions/items/properties/lastTransitionTime/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$"}};
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
const err62 = {instancePath:instancePath+"/conditions/" + i0+"/lastTransitionTime",schemaPath:"#/properties/conditions/items/properties/lastTransitionTime/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data19.reason !== undefined){
let data24 = data19.reason;
if(typeof data24 === "string"){
if(func3(data24) > 1024){
const err63 = {instancePath:instancePath+"/conditions/" + i0+"/reason",schemaPath:"#/properties/conditions/items/properties/reason/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(func3(data24) < 1){
const err64 = {instancePath:instancePath+"/conditions/" + i0+"/reason",schemaPath:"#/properties/conditions/items/properties/reason/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if(!pattern31.test(data24)){
const err65 = {instancePath:instancePath+"/conditions/" + i0+"/reason",schemaPath:"#/properties/conditions/items/properties/reason/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$"}};
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
const err66 = {instancePath:instancePath+"/conditions/" + i0+"/reason",schemaPath:"#/properties/conditions/items/properties/reason/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data19.message !== undefined){
let data25 = data19.message;
if(typeof data25 === "string"){
if(func3(data25) > 32768){
const err67 = {instancePath:instancePath+"/conditions/" + i0+"/message",schemaPath:"#/properties/conditions/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 32768}};
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
const err68 = {instancePath:instancePath+"/conditions/" + i0+"/message",schemaPath:"#/properties/conditions/items/properties/message/type",keyword:"type",params:{type: "string"}};
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
const err69 = {instancePath:instancePath+"/conditions/" + i0,schemaPath:"#/properties/conditions/items/type",keyword:"type",params:{type: "object"}};
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
const err70 = {instancePath:instancePath+"/conditions",schemaPath:"#/properties/conditions/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
}
else {
const err71 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
validate33.errors = vErrors;
return errors === 0;
}


function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
if(!(data1 === "AuditSession")){
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
if(!(validate21(data.metadata, {instancePath:instancePath+"/metadata",parentData:data,parentDataProperty:"metadata",rootData}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
let data3 = data.spec;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.connectionRef === undefined){
const err9 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "connectionRef"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data3.agent === undefined){
const err10 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "agent"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
for(const key1 in data3){
if(!((key1 === "connectionRef") || (key1 === "agent"))){
const err11 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data3.connectionRef !== undefined){
let data4 = data3.connectionRef;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.name === undefined){
const err12 = {instancePath:instancePath+"/spec/connectionRef",schemaPath:"#/properties/spec/properties/connectionRef/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
for(const key2 in data4){
if(!(key2 === "name")){
const err13 = {instancePath:instancePath+"/spec/connectionRef",schemaPath:"#/properties/spec/properties/connectionRef/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data4.name !== undefined){
let data5 = data4.name;
if(typeof data5 === "string"){
if(func3(data5) > 253){
const err14 = {instancePath:instancePath+"/spec/connectionRef/name",schemaPath:"#/properties/spec/properties/connectionRef/properties/name/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(func3(data5) < 1){
const err15 = {instancePath:instancePath+"/spec/connectionRef/name",schemaPath:"#/properties/spec/properties/connectionRef/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(!pattern0.test(data5)){
const err16 = {instancePath:instancePath+"/spec/connectionRef/name",schemaPath:"#/properties/spec/properties/connectionRef/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"}};
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
const err17 = {instancePath:instancePath+"/spec/connectionRef/name",schemaPath:"#/properties/spec/properties/connectionRef/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/spec/connectionRef",schemaPath:"#/properties/spec/properties/connectionRef/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data3.agent !== undefined){
let data6 = data3.agent;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.serviceAccount === undefined){
const err19 = {instancePath:instancePath+"/spec/agent",schemaPath:"#/properties/spec/properties/agent/required",keyword:"required",params:{missingProperty: "serviceAccount"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
for(const key3 in data6){
if(!(((key3 === "serviceAccount") || (key3 === "pod")) || (key3 === "claims"))){
const err20 = {instancePath:instancePath+"/spec/agent",schemaPath:"#/properties/spec/properties/agent/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data6.serviceAccount !== undefined){
let data7 = data6.serviceAccount;
if(typeof data7 === "string"){
if(func3(data7) > 253){
const err21 = {instancePath:instancePath+"/spec/agent/serviceAccount",schemaPath:"#/properties/spec/properties/agent/properties/serviceAccount/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(func3(data7) < 1){
const err22 = {instancePath:instancePath+"/spec/agent/serviceAccount",schemaPath:"#/properties/spec/properties/agent/properties/serviceAccount/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(!pattern0.test(data7)){
const err23 = {instancePath:instancePath+"/spec/agent/serviceAccount",schemaPath:"#/properties/spec/properties/agent/properties/serviceAccount/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"}};
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
const err24 = {instancePath:instancePath+"/spec/agent/serviceAccount",schemaPath:"#/properties/spec/properties/agent/properties/serviceAccount/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data6.pod !== undefined){
let data8 = data6.pod;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(data8.name === undefined){
const err25 = {instancePath:instancePath+"/spec/agent/pod",schemaPath:"#/properties/spec/properties/agent/properties/pod/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data8.uid === undefined){
const err26 = {instancePath:instancePath+"/spec/agent/pod",schemaPath:"#/properties/spec/properties/agent/properties/pod/required",keyword:"required",params:{missingProperty: "uid"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
for(const key4 in data8){
if(!((key4 === "name") || (key4 === "uid"))){
const err27 = {instancePath:instancePath+"/spec/agent/pod",schemaPath:"#/properties/spec/properties/agent/properties/pod/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data8.name !== undefined){
let data9 = data8.name;
if(typeof data9 === "string"){
if(func3(data9) > 253){
const err28 = {instancePath:instancePath+"/spec/agent/pod/name",schemaPath:"#/properties/spec/properties/agent/properties/pod/properties/name/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(func3(data9) < 1){
const err29 = {instancePath:instancePath+"/spec/agent/pod/name",schemaPath:"#/properties/spec/properties/agent/properties/pod/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(!pattern0.test(data9)){
const err30 = {instancePath:instancePath+"/spec/agent/pod/name",schemaPath:"#/properties/spec/properties/agent/properties/pod/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"}};
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
const err31 = {instancePath:instancePath+"/spec/agent/pod/name",schemaPath:"#/properties/spec/properties/agent/properties/pod/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data8.uid !== undefined){
let data10 = data8.uid;
if(typeof data10 === "string"){
if(func3(data10) > 64){
const err32 = {instancePath:instancePath+"/spec/agent/pod/uid",schemaPath:"#/properties/spec/properties/agent/properties/pod/properties/uid/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(func3(data10) < 1){
const err33 = {instancePath:instancePath+"/spec/agent/pod/uid",schemaPath:"#/properties/spec/properties/agent/properties/pod/properties/uid/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(!pattern41.test(data10)){
const err34 = {instancePath:instancePath+"/spec/agent/pod/uid",schemaPath:"#/properties/spec/properties/agent/properties/pod/properties/uid/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F-]+$"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/spec/agent/pod/uid",schemaPath:"#/properties/spec/properties/agent/properties/pod/properties/uid/type",keyword:"type",params:{type: "string"}};
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
else {
const err36 = {instancePath:instancePath+"/spec/agent/pod",schemaPath:"#/properties/spec/properties/agent/properties/pod/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data6.claims !== undefined){
let data11 = data6.claims;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(Object.keys(data11).length > 32){
const err37 = {instancePath:instancePath+"/spec/agent/claims",schemaPath:"#/properties/spec/properties/agent/properties/claims/maxProperties",keyword:"maxProperties",params:{limit: 32}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
for(const key5 in data11){
let data12 = data11[key5];
if(typeof data12 === "string"){
if(func3(data12) > 1024){
const err38 = {instancePath:instancePath+"/spec/agent/claims/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/agent/properties/claims/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/spec/agent/claims/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/agent/properties/claims/additionalProperties/type",keyword:"type",params:{type: "string"}};
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
else {
const err40 = {instancePath:instancePath+"/spec/agent/claims",schemaPath:"#/properties/spec/properties/agent/properties/claims/type",keyword:"type",params:{type: "object"}};
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
else {
const err41 = {instancePath:instancePath+"/spec/agent",schemaPath:"#/properties/spec/properties/agent/type",keyword:"type",params:{type: "object"}};
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
else {
const err42 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data.status !== undefined){
if(!(validate33(data.status, {instancePath:instancePath+"/status",parentData:data,parentDataProperty:"status",rootData}))){
vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
errors = vErrors.length;
}
}
}
else {
const err43 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
validate31.errors = vErrors;
return errors === 0;
}

export const validateAuditStore = validate35;
const schema14 = {"type":"object","required":["apiVersion","kind","metadata","spec"],"properties":{"apiVersion":{"type":"string","enum":["chaperone.dev/v1alpha1"]},"kind":{"type":"string","enum":["AuditStore"]},"metadata":{"$ref":"metadata-1"},"spec":{"type":"object","properties":{"s3":{"type":"object","required":["region","bucket"],"properties":{"endpoint":{"type":"string","pattern":"^https?://[A-Za-z0-9.:\\[\\]_-]+/?$","minLength":1,"maxLength":2048},"region":{"type":"string","pattern":"^[A-Za-z0-9-]+$","minLength":1,"maxLength":63},"bucket":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]*[a-z0-9]$","minLength":3,"maxLength":63},"prefix":{"type":"string","pattern":"^([A-Za-z0-9!_.()-]+/)+$","minLength":2,"maxLength":512},"objectLock":{"type":"object","required":["mode","retention"],"properties":{"mode":{"type":"string","enum":["Governance","Compliance"]},"retention":{"type":"string","pattern":"^[1-9][0-9]{0,6}(m|h|d)$","maxLength":16}},"additionalProperties":false},"credentialRef":{"type":"object","required":["name","namespace"],"properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","minLength":1,"maxLength":253},"namespace":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$","minLength":1,"maxLength":63}},"additionalProperties":false}},"additionalProperties":false},"directory":{"type":"object","required":["path"],"properties":{"path":{"type":"string","pattern":"^(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$","minLength":2,"maxLength":512}},"additionalProperties":false},"retention":{"type":"object","required":["keep"],"properties":{"keep":{"type":"string","pattern":"^[1-9][0-9]{0,6}(m|h|d)$","maxLength":16}},"additionalProperties":false}},"additionalProperties":false},"status":{"$ref":"AuditStore-status"}},"additionalProperties":false};
const schema15 = {"type":"object","properties":{"observedGeneration":{"type":"integer","minimum":0},"conditions":{"type":"array","maxItems":32,"items":{"type":"object","required":["type","status","lastTransitionTime","reason","message"],"properties":{"type":{"type":"string","pattern":"^([A-Za-z0-9.-]+/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$","maxLength":316},"status":{"type":"string","enum":["True","False","Unknown"]},"observedGeneration":{"type":"integer","minimum":0},"lastTransitionTime":{"type":"string","maxLength":64,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$"},"reason":{"type":"string","pattern":"^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$","minLength":1,"maxLength":1024},"message":{"type":"string","maxLength":32768}},"additionalProperties":false}}},"additionalProperties":false};

function validate37(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "observedGeneration") || (key0 === "conditions"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.observedGeneration !== undefined){
let data0 = data.observedGeneration;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/observedGeneration",schemaPath:"#/properties/observedGeneration/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/observedGeneration",schemaPath:"#/properties/observedGeneration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
if(data.conditions !== undefined){
let data1 = data.conditions;
if(Array.isArray(data1)){
if(data1.length > 32){
const err3 = {instancePath:instancePath+"/conditions",schemaPath:"#/properties/conditions/maxItems",keyword:"maxItems",params:{limit: 32}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.type === undefined){
const err4 = {instancePath:instancePath+"/conditions/" + i0,schemaPath:"#/properties/conditions/items/required",keyword:"required",params:{missingProperty: "type"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data2.status === undefined){
const err5 = {instancePath:instancePath+"/conditions/" + i0,schemaPath:"#/properties/conditions/items/required",keyword:"required",params:{missingProperty: "status"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data2.lastTransitionTime === undefined){
const err6 = {instancePath:instancePath+"/conditions/" + i0,schemaPath:"#/properties/conditions/items/required",keyword:"required",params:{missingProperty: "lastTransitionTime"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data2.reason === undefined){
const err7 = {instancePath:instancePath+"/conditions/" + i0,schemaPath:"#/properties/conditions/items/required",keyword:"required",params:{missingProperty: "reason"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data2.message === undefined){
const err8 = {instancePath:instancePath+"/conditions/" + i0,schemaPath:"#/properties/conditions/items/required",keyword:"required",params:{missingProperty: "message"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
for(const key1 in data2){
if(!((((((key1 === "type") || (key1 === "status")) || (key1 === "observedGeneration")) || (key1 === "lastTransitionTime")) || (key1 === "reason")) || (key1 === "message"))){
const err9 = {instancePath:instancePath+"/conditions/" + i0,schemaPath:"#/properties/conditions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data2.type !== undefined){
let data3 = data2.type;
if(typeof data3 === "string"){
if(func3(data3) > 316){
const err10 = {instancePath:instancePath+"/conditions/" + i0+"/type",schemaPath:"#/properties/conditions/items/properties/type/maxLength",keyword:"maxLength",params:{limit: 316}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!pattern29.test(data3)){
const err11 = {instancePath:instancePath+"/conditions/" + i0+"/type",schemaPath:"#/properties/conditions/items/properties/type/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9.-]+/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/conditions/" + i0+"/type",schemaPath:"#/properties/conditions/items/properties/type/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data2.status !== undefined){
let data4 = data2.status;
if(typeof data4 !== "string"){
const err13 = {instancePath:instancePath+"/conditions/" + i0+"/status",schemaPath:"#/properties/conditions/items/properties/status/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(!(((data4 === "True") || (data4 === "False")) || (data4 === "Unknown"))){
const err14 = {instancePath:instancePath+"/conditions/" + i0+"/status",schemaPath:"#/properties/conditions/items/properties/status/enum",keyword:"enum",params:{allowedValues: schema15.properties.conditions.items.properties.status.enum}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data2.observedGeneration !== undefined){
let data5 = data2.observedGeneration;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err15 = {instancePath:instancePath+"/conditions/" + i0+"/observedGeneration",schemaPath:"#/properties/conditions/items/properties/observedGeneration/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 0 || isNaN(data5)){
const err16 = {instancePath:instancePath+"/conditions/" + i0+"/observedGeneration",schemaPath:"#/properties/conditions/items/properties/observedGeneration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
if(data2.lastTransitionTime !== undefined){
let data6 = data2.lastTransitionTime;
if(typeof data6 === "string"){
if(func3(data6) > 64){
const err17 = {instancePath:instancePath+"/conditions/" + i0+"/lastTransitionTime",schemaPath:"#/properties/conditions/items/properties/lastTransitionTime/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(!pattern30.test(data6)){
const err18 = {instancePath:instancePath+"/conditions/" + i0+"/lastTransitionTime",schemaPath:"#/properties/conditions/items/properties/lastTransitionTime/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/conditions/" + i0+"/lastTransitionTime",schemaPath:"#/properties/conditions/items/properties/lastTransitionTime/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data2.reason !== undefined){
let data7 = data2.reason;
if(typeof data7 === "string"){
if(func3(data7) > 1024){
const err20 = {instancePath:instancePath+"/conditions/" + i0+"/reason",schemaPath:"#/properties/conditions/items/properties/reason/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(func3(data7) < 1){
const err21 = {instancePath:instancePath+"/conditions/" + i0+"/reason",schemaPath:"#/properties/conditions/items/properties/reason/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(!pattern31.test(data7)){
const err22 = {instancePath:instancePath+"/conditions/" + i0+"/reason",schemaPath:"#/properties/conditions/items/properties/reason/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/conditions/" + i0+"/reason",schemaPath:"#/properties/conditions/items/properties/reason/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data2.message !== undefined){
let data8 = data2.message;
if(typeof data8 === "string"){
if(func3(data8) > 32768){
const err24 = {instancePath:instancePath+"/conditions/" + i0+"/message",schemaPath:"#/properties/conditions/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 32768}};
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
const err25 = {instancePath:instancePath+"/conditions/" + i0+"/message",schemaPath:"#/properties/conditions/items/properties/message/type",keyword:"type",params:{type: "string"}};
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
const err26 = {instancePath:instancePath+"/conditions/" + i0,schemaPath:"#/properties/conditions/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath:instancePath+"/conditions",schemaPath:"#/properties/conditions/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
validate37.errors = vErrors;
return errors === 0;
}

const pattern65 = new RegExp("^https?://[A-Za-z0-9.:\\[\\]_-]+/?$", "u");
const pattern67 = new RegExp("^[a-z0-9][a-z0-9.-]*[a-z0-9]$", "u");
const pattern68 = new RegExp("^([A-Za-z0-9!_.()-]+/)+$", "u");
const pattern69 = new RegExp("^[1-9][0-9]{0,6}(m|h|d)$", "u");
const pattern72 = new RegExp("^(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$", "u");

function validate35(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
const err6 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/enum",keyword:"enum",params:{allowedValues: schema14.properties.apiVersion.enum}};
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
if(!(data1 === "AuditStore")){
const err8 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema14.properties.kind.enum}};
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
if(!(validate21(data.metadata, {instancePath:instancePath+"/metadata",parentData:data,parentDataProperty:"metadata",rootData}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
let data3 = data.spec;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!(((key1 === "s3") || (key1 === "directory")) || (key1 === "retention"))){
const err9 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data3.s3 !== undefined){
let data4 = data3.s3;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.region === undefined){
const err10 = {instancePath:instancePath+"/spec/s3",schemaPath:"#/properties/spec/properties/s3/required",keyword:"required",params:{missingProperty: "region"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data4.bucket === undefined){
const err11 = {instancePath:instancePath+"/spec/s3",schemaPath:"#/properties/spec/properties/s3/required",keyword:"required",params:{missingProperty: "bucket"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
for(const key2 in data4){
if(!((((((key2 === "endpoint") || (key2 === "region")) || (key2 === "bucket")) || (key2 === "prefix")) || (key2 === "objectLock")) || (key2 === "credentialRef"))){
const err12 = {instancePath:instancePath+"/spec/s3",schemaPath:"#/properties/spec/properties/s3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data4.endpoint !== undefined){
let data5 = data4.endpoint;
if(typeof data5 === "string"){
if(func3(data5) > 2048){
const err13 = {instancePath:instancePath+"/spec/s3/endpoint",schemaPath:"#/properties/spec/properties/s3/properties/endpoint/maxLength",keyword:"maxLength",params:{limit: 2048}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(func3(data5) < 1){
const err14 = {instancePath:instancePath+"/spec/s3/endpoint",schemaPath:"#/properties/spec/properties/s3/properties/endpoint/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(!pattern65.test(data5)){
const err15 = {instancePath:instancePath+"/spec/s3/endpoint",schemaPath:"#/properties/spec/properties/s3/properties/endpoint/pattern",keyword:"pattern",params:{pattern: "^https?://[A-Za-z0-9.:\\[\\]_-]+/?$"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/spec/s3/endpoint",schemaPath:"#/properties/spec/properties/s3/properties/endpoint/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data4.region !== undefined){
let data6 = data4.region;
if(typeof data6 === "string"){
if(func3(data6) > 63){
const err17 = {instancePath:instancePath+"/spec/s3/region",schemaPath:"#/properties/spec/properties/s3/properties/region/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(func3(data6) < 1){
const err18 = {instancePath:instancePath+"/spec/s3/region",schemaPath:"#/properties/spec/properties/s3/properties/region/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(!pattern23.test(data6)){
const err19 = {instancePath:instancePath+"/spec/s3/region",schemaPath:"#/properties/spec/properties/s3/properties/region/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9-]+$"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/spec/s3/region",schemaPath:"#/properties/spec/properties/s3/properties/region/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data4.bucket !== undefined){
let data7 = data4.bucket;
if(typeof data7 === "string"){
if(func3(data7) > 63){
const err21 = {instancePath:instancePath+"/spec/s3/bucket",schemaPath:"#/properties/spec/properties/s3/properties/bucket/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(func3(data7) < 3){
const err22 = {instancePath:instancePath+"/spec/s3/bucket",schemaPath:"#/properties/spec/properties/s3/properties/bucket/minLength",keyword:"minLength",params:{limit: 3}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(!pattern67.test(data7)){
const err23 = {instancePath:instancePath+"/spec/s3/bucket",schemaPath:"#/properties/spec/properties/s3/properties/bucket/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9.-]*[a-z0-9]$"}};
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
const err24 = {instancePath:instancePath+"/spec/s3/bucket",schemaPath:"#/properties/spec/properties/s3/properties/bucket/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data4.prefix !== undefined){
let data8 = data4.prefix;
if(typeof data8 === "string"){
if(func3(data8) > 512){
const err25 = {instancePath:instancePath+"/spec/s3/prefix",schemaPath:"#/properties/spec/properties/s3/properties/prefix/maxLength",keyword:"maxLength",params:{limit: 512}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(func3(data8) < 2){
const err26 = {instancePath:instancePath+"/spec/s3/prefix",schemaPath:"#/properties/spec/properties/s3/properties/prefix/minLength",keyword:"minLength",params:{limit: 2}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(!pattern68.test(data8)){
const err27 = {instancePath:instancePath+"/spec/s3/prefix",schemaPath:"#/properties/spec/properties/s3/properties/prefix/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9!_.()-]+/)+$"}};
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
const err28 = {instancePath:instancePath+"/spec/s3/prefix",schemaPath:"#/properties/spec/properties/s3/properties/prefix/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data4.objectLock !== undefined){
let data9 = data4.objectLock;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.mode === undefined){
const err29 = {instancePath:instancePath+"/spec/s3/objectLock",schemaPath:"#/properties/spec/properties/s3/properties/objectLock/required",keyword:"required",params:{missingProperty: "mode"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data9.retention === undefined){
const err30 = {instancePath:instancePath+"/spec/s3/objectLock",schemaPath:"#/properties/spec/properties/s3/properties/objectLock/required",keyword:"required",params:{missingProperty: "retention"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
for(const key3 in data9){
if(!((key3 === "mode") || (key3 === "retention"))){
const err31 = {instancePath:instancePath+"/spec/s3/objectLock",schemaPath:"#/properties/spec/properties/s3/properties/objectLock/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data9.mode !== undefined){
let data10 = data9.mode;
if(typeof data10 !== "string"){
const err32 = {instancePath:instancePath+"/spec/s3/objectLock/mode",schemaPath:"#/properties/spec/properties/s3/properties/objectLock/properties/mode/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(!((data10 === "Governance") || (data10 === "Compliance"))){
const err33 = {instancePath:instancePath+"/spec/s3/objectLock/mode",schemaPath:"#/properties/spec/properties/s3/properties/objectLock/properties/mode/enum",keyword:"enum",params:{allowedValues: schema14.properties.spec.properties.s3.properties.objectLock.properties.mode.enum}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data9.retention !== undefined){
let data11 = data9.retention;
if(typeof data11 === "string"){
if(func3(data11) > 16){
const err34 = {instancePath:instancePath+"/spec/s3/objectLock/retention",schemaPath:"#/properties/spec/properties/s3/properties/objectLock/properties/retention/maxLength",keyword:"maxLength",params:{limit: 16}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(!pattern69.test(data11)){
const err35 = {instancePath:instancePath+"/spec/s3/objectLock/retention",schemaPath:"#/properties/spec/properties/s3/properties/objectLock/properties/retention/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,6}(m|h|d)$"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/spec/s3/objectLock/retention",schemaPath:"#/properties/spec/properties/s3/properties/objectLock/properties/retention/type",keyword:"type",params:{type: "string"}};
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
else {
const err37 = {instancePath:instancePath+"/spec/s3/objectLock",schemaPath:"#/properties/spec/properties/s3/properties/objectLock/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data4.credentialRef !== undefined){
let data12 = data4.credentialRef;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.name === undefined){
const err38 = {instancePath:instancePath+"/spec/s3/credentialRef",schemaPath:"#/properties/spec/properties/s3/properties/credentialRef/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(data12.namespace === undefined){
const err39 = {instancePath:instancePath+"/spec/s3/credentialRef",schemaPath:"#/properties/spec/properties/s3/properties/credentialRef/required",keyword:"required",params:{missingProperty: "namespace"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
for(const key4 in data12){
if(!((key4 === "name") || (key4 === "namespace"))){
const err40 = {instancePath:instancePath+"/spec/s3/credentialRef",schemaPath:"#/properties/spec/properties/s3/properties/credentialRef/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data12.name !== undefined){
let data13 = data12.name;
if(typeof data13 === "string"){
if(func3(data13) > 253){
const err41 = {instancePath:instancePath+"/spec/s3/credentialRef/name",schemaPath:"#/properties/spec/properties/s3/properties/credentialRef/properties/name/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(func3(data13) < 1){
const err42 = {instancePath:instancePath+"/spec/s3/credentialRef/name",schemaPath:"#/properties/spec/properties/s3/properties/credentialRef/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(!pattern0.test(data13)){
const err43 = {instancePath:instancePath+"/spec/s3/credentialRef/name",schemaPath:"#/properties/spec/properties/s3/properties/credentialRef/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"}};
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
const err44 = {instancePath:instancePath+"/spec/s3/credentialRef/name",schemaPath:"#/properties/spec/properties/s3/properties/credentialRef/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data12.namespace !== undefined){
let data14 = data12.namespace;
if(typeof data14 === "string"){
if(func3(data14) > 63){
const err45 = {instancePath:instancePath+"/spec/s3/credentialRef/namespace",schemaPath:"#/properties/spec/properties/s3/properties/credentialRef/properties/namespace/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(func3(data14) < 1){
const err46 = {instancePath:instancePath+"/spec/s3/credentialRef/namespace",schemaPath:"#/properties/spec/properties/s3/properties/credentialRef/properties/namespace/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(!pattern2.test(data14)){
const err47 = {instancePath:instancePath+"/spec/s3/credentialRef/namespace",schemaPath:"#/properties/spec/properties/s3/properties/credentialRef/properties/namespace/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
else {
const err48 = {instancePath:instancePath+"/spec/s3/credentialRef/namespace",schemaPath:"#/properties/spec/properties/s3/properties/credentialRef/properties/namespace/type",keyword:"type",params:{type: "string"}};
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
const err49 = {instancePath:instancePath+"/spec/s3/credentialRef",schemaPath:"#/properties/spec/properties/s3/properties/credentialRef/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
else {
const err50 = {instancePath:instancePath+"/spec/s3",schemaPath:"#/properties/spec/properties/s3/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data3.directory !== undefined){
let data15 = data3.directory;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(data15.path === undefined){
const err51 = {instancePath:instancePath+"/spec/directory",schemaPath:"#/properties/spec/properties/directory/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
for(const key5 in data15){
if(!(key5 === "path")){
const err52 = {instancePath:instancePath+"/spec/directory",schemaPath:"#/properties/spec/properties/directory/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data15.path !== undefined){
let data16 = data15.path;
if(typeof data16 === "string"){
if(func3(data16) > 512){
const err53 = {instancePath:instancePath+"/spec/directory/path",schemaPath:"#/properties/spec/properties/directory/properties/path/maxLength",keyword:"maxLength",params:{limit: 512}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(func3(data16) < 2){
const err54 = {instancePath:instancePath+"/spec/directory/path",schemaPath:"#/properties/spec/properties/directory/properties/path/minLength",keyword:"minLength",params:{limit: 2}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(!pattern72.test(data16)){
const err55 = {instancePath:instancePath+"/spec/directory/path",schemaPath:"#/properties/spec/properties/directory/properties/path/pattern",keyword:"pattern",params:{pattern: "^(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$"}};
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
const err56 = {instancePath:instancePath+"/spec/directory/path",schemaPath:"#/properties/spec/properties/directory/properties/path/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
else {
const err57 = {instancePath:instancePath+"/spec/directory",schemaPath:"#/properties/spec/properties/directory/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data3.retention !== undefined){
let data17 = data3.retention;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.keep === undefined){
const err58 = {instancePath:instancePath+"/spec/retention",schemaPath:"#/properties/spec/properties/retention/required",keyword:"required",params:{missingProperty: "keep"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
for(const key6 in data17){
if(!(key6 === "keep")){
const err59 = {instancePath:instancePath+"/spec/retention",schemaPath:"#/properties/spec/properties/retention/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data17.keep !== undefined){
let data18 = data17.keep;
if(typeof data18 === "string"){
if(func3(data18) > 16){
const err60 = {instancePath:instancePath+"/spec/retention/keep",schemaPath:"#/properties/spec/properties/retention/properties/keep/maxLength",keyword:"maxLength",params:{limit: 16}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(!pattern69.test(data18)){
const err61 = {instancePath:instancePath+"/spec/retention/keep",schemaPath:"#/properties/spec/properties/retention/properties/keep/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,6}(m|h|d)$"}};
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
const err62 = {instancePath:instancePath+"/spec/retention/keep",schemaPath:"#/properties/spec/properties/retention/properties/keep/type",keyword:"type",params:{type: "string"}};
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
const err63 = {instancePath:instancePath+"/spec/retention",schemaPath:"#/properties/spec/properties/retention/type",keyword:"type",params:{type: "object"}};
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
const err64 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data.status !== undefined){
if(!(validate37(data.status, {instancePath:instancePath+"/status",parentData:data,parentDataProperty:"status",rootData}))){
vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors);
errors = vErrors.length;
}
}
}
else {
const err65 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
validate35.errors = vErrors;
return errors === 0;
}

export const validateAuditedConnection = validate39;
const schema16 = {"type":"object","required":["apiVersion","kind","metadata","spec"],"properties":{"apiVersion":{"type":"string","enum":["chaperone.dev/v1alpha1"]},"kind":{"type":"string","enum":["AuditedConnection"]},"metadata":{"$ref":"metadata-1"},"spec":{"type":"object","required":["protocol","target","credential"],"properties":{"protocol":{"type":"string","enum":["Postgres","HTTP","Kubernetes","SSH"]},"target":{"type":"object","required":["host","port"],"properties":{"host":{"type":"string","pattern":"^[A-Za-z0-9:]([A-Za-z0-9.:_-]*[A-Za-z0-9.:])?$","minLength":1,"maxLength":253},"port":{"type":"integer","minimum":1,"maximum":65535},"tls":{"type":"object","default":{},"properties":{"mode":{"type":"string","enum":["Disable","Require","VerifyCA","VerifyFull"],"default":"VerifyFull"},"serverName":{"type":"string","pattern":"^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$","minLength":1,"maxLength":253},"caRef":{"type":"object","required":["kind","name"],"properties":{"kind":{"type":"string","enum":["ConfigMap","Secret"]},"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","minLength":1,"maxLength":253},"key":{"type":"string","default":"ca.crt","pattern":"^[A-Za-z0-9._-]+$","minLength":1,"maxLength":253}},"additionalProperties":false},"clientCertificateRef":{"type":"object","required":["name"],"properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","minLength":1,"maxLength":253}},"additionalProperties":false}},"additionalProperties":false},"postgres":{"type":"object","properties":{"authentication":{"type":"array","default":["ScramSHA256"],"minItems":1,"maxItems":4,"uniqueItems":true,"items":{"type":"string","enum":["ScramSHA256Plus","ScramSHA256","MD5","Cleartext"]}}},"additionalProperties":false},"ssh":{"type":"object","required":["hostKeys"],"properties":{"hostKeys":{"type":"array","minItems":1,"maxItems":16,"uniqueItems":true,"items":{"type":"string","pattern":"^[a-z0-9@.-]+ [A-Za-z0-9+/]+=*( .*)?$","maxLength":4096}}},"additionalProperties":false}},"additionalProperties":false},"aliases":{"type":"array","maxItems":16,"uniqueItems":true,"items":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","minLength":1,"maxLength":253}},"credential":{"type":"object","properties":{"secretRef":{"type":"object","required":["name"],"properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","minLength":1,"maxLength":253}},"additionalProperties":false},"tokenExchange":{"type":"object","required":["tokenEndpoint","subjectToken"],"properties":{"tokenEndpoint":{"type":"string","pattern":"^https://[^\\s]+$","maxLength":2048},"caRef":{"type":"object","required":["kind","name"],"properties":{"kind":{"type":"string","enum":["ConfigMap","Secret"]},"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","minLength":1,"maxLength":253},"key":{"type":"string","default":"ca.crt","pattern":"^[A-Za-z0-9._-]+$","minLength":1,"maxLength":253}},"additionalProperties":false},"username":{"type":"string","minLength":1,"maxLength":63},"clientSecretRef":{"type":"object","required":["name"],"properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","minLength":1,"maxLength":253}},"additionalProperties":false},"subjectToken":{"type":"string","enum":["Agent","Pod"]},"subjectTokenType":{"type":"string","enum":["AccessToken","IDToken","JWT"],"default":"AccessToken"},"audience":{"type":"string","minLength":1,"maxLength":2048},"resource":{"type":"string","minLength":1,"maxLength":2048},"scopes":{"type":"array","minItems":1,"maxItems":64,"uniqueItems":true,"items":{"type":"string","pattern":"^[!#-\\[\\]-~]+$","maxLength":256}}},"additionalProperties":false},"serviceAccountToken":{"type":"object","required":["name"],"properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","minLength":1,"maxLength":253},"expiration":{"type":"string","default":"10m","pattern":"^([0-9]{1,9}(ms|s|m|h|d)){1,4}$","maxLength":32},"audiences":{"type":"array","minItems":1,"maxItems":16,"uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":2048}}},"additionalProperties":false}},"additionalProperties":false},"identity":{"type":"object","properties":{"oidc":{"type":"object","required":["issuer","audiences"],"properties":{"issuer":{"type":"string","pattern":"^https://[^\\s]+$","maxLength":2048},"caRef":{"type":"object","required":["kind","name"],"properties":{"kind":{"type":"string","enum":["ConfigMap","Secret"]},"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","minLength":1,"maxLength":253},"key":{"type":"string","default":"ca.crt","pattern":"^[A-Za-z0-9._-]+$","minLength":1,"maxLength":253}},"additionalProperties":false},"mechanism":{"type":"string","enum":["Password","OAuthBearer"],"default":"Password"},"atExpiry":{"type":"string","enum":["EndSession","KeepSession"],"default":"EndSession"},"audiences":{"type":"array","minItems":1,"maxItems":16,"uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":2048}},"claims":{"type":"object","maxProperties":32,"additionalProperties":{"type":"string","minLength":1,"maxLength":256}}},"additionalProperties":false}},"additionalProperties":false},"recording":{"type":"object","default":{},"properties":{"responses":{"type":"string","enum":["Full","Summary","None"],"default":"Full"},"maxResponseBytes":{"default":"64Mi","pattern":"^[0-9]{1,15}(Ki|Mi|Gi|Ti|k|M|G|T)?$","maxLength":32,"minimum":1,"maximum":9007199254740991,"type":["integer","string"]},"durability":{"type":"string","enum":["Buffered","Fsync","Replicated"],"default":"Buffered"},"storeRef":{"type":"object","required":["name"],"properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","minLength":1,"maxLength":253}},"additionalProperties":false}},"additionalProperties":false},"limits":{"type":"object","default":{},"properties":{"maxCommandBytes":{"default":"1Mi","pattern":"^[0-9]{1,15}(Ki|Mi|Gi|Ti|k|M|G|T)?$","maxLength":32,"minimum":1,"maximum":9007199254740991,"type":["integer","string"]},"idleTimeout":{"type":"string","default":"30m","pattern":"^([0-9]{1,9}(ms|s|m|h|d)){1,4}$","maxLength":32},"maxSessions":{"type":"integer","minimum":1,"maximum":10000},"maxSessionDuration":{"type":"string","pattern":"^([0-9]{1,9}(ms|s|m|h|d)){1,4}$","maxLength":32}},"additionalProperties":false}},"additionalProperties":false},"status":{"$ref":"AuditedConnection-status"}},"additionalProperties":false};
const schema17 = {"type":"object","properties":{"observedGeneration":{"type":"integer","minimum":0},"address":{"type":"string","pattern":"^127[.]77[.][0-9]{1,3}[.][0-9]{1,3}$","maxLength":15},"conditions":{"type":"array","maxItems":32,"items":{"type":"object","required":["type","status","lastTransitionTime","reason","message"],"properties":{"type":{"type":"string","pattern":"^([A-Za-z0-9.-]+/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$","maxLength":316},"status":{"type":"string","enum":["True","False","Unknown"]},"observedGeneration":{"type":"integer","minimum":0},"lastTransitionTime":{"type":"string","maxLength":64,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$"},"reason":{"type":"string","pattern":"^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$","minLength":1,"maxLength":1024},"message":{"type":"string","maxLength":32768}},"additionalProperties":false}}},"additionalProperties":false};
const pattern100 = new RegExp("^127[.]77[.][0-9]{1,3}[.][0-9]{1,3}$", "u");

function validate41(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "observedGeneration") || (key0 === "address")) || (key0 === "conditions"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.observedGeneration !== undefined){
let data0 = data.observedGeneration;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/observedGeneration",schemaPath:"#/properties/observedGeneration/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/observedGeneration",schemaPath:"#/properties/observedGeneration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
if(data.address !== undefined){
let data1 = data.address;
if(typeof data1 === "string"){
if(func3(data1) > 15){
const err3 = {instancePath:instancePath+"/address",schemaPath:"#/properties/address/maxLength",keyword:"maxLength",params:{limit: 15}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!pattern100.test(data1)){
const err4 = {instancePath:instancePath+"/address",schemaPath:"#/properties/address/pattern",keyword:"pattern",params:{pattern: "^127[.]77[.][0-9]{1,3}[.][0-9]{1,3}$"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/address",schemaPath:"#/properties/address/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.conditions !== undefined){
let data2 = data.conditions;
if(Array.isArray(data2)){
if(data2.length > 32){
const err6 = {instancePath:instancePath+"/conditions",schemaPath:"#/properties/conditions/maxItems",keyword:"maxItems",params:{limit: 32}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.type === undefined){
const err7 = {instancePath:instancePath+"/conditions/" + i0,schemaPath:"#/properties/conditions/items/required",keyword:"required",params:{missingProperty: "type"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data3.status === undefined){
const err8 = {instancePath:instancePath+"/conditions/" + i0,schemaPath:"#/properties/conditions/items/required",keyword:"required",params:{missingProperty: "status"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data3.lastTransitionTime === undefined){
const err9 = {instancePath:instancePath+"/conditions/" + i0,schemaPath:"#/properties/conditions/items/required",keyword:"required",params:{missingProperty: "lastTransitionTime"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data3.reason === undefined){
const err10 = {instancePath:instancePath+"/conditions/" + i0,schemaPath:"#/properties/conditions/items/required",keyword:"required",params:{missingProperty: "reason"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data3.message === undefined){
const err11 = {instancePath:instancePath+"/conditions/" + i0,schemaPath:"#/properties/conditions/items/required",keyword:"required",params:{missingProperty: "message"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
for(const key1 in data3){
if(!((((((key1 === "type") || (key1 === "status")) || (key1 === "observedGeneration")) || (key1 === "lastTransitionTime")) || (key1 === "reason")) || (key1 === "message"))){
const err12 = {instancePath:instancePath+"/conditions/" + i0,schemaPath:"#/properties/conditions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data3.type !== undefined){
let data4 = data3.type;
if(typeof data4 === "string"){
if(func3(data4) > 316){
const err13 = {instancePath:instancePath+"/conditions/" + i0+"/type",schemaPath:"#/properties/conditions/items/properties/type/maxLength",keyword:"maxLength",params:{limit: 316}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(!pattern29.test(data4)){
const err14 = {instancePath:instancePath+"/conditions/" + i0+"/type",schemaPath:"#/properties/conditions/items/properties/type/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9.-]+/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/conditions/" + i0+"/type",schemaPath:"#/properties/conditions/items/properties/type/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data3.status !== undefined){
let data5 = data3.status;
if(typeof data5 !== "string"){
const err16 = {instancePath:instancePath+"/conditions/" + i0+"/status",schemaPath:"#/properties/conditions/items/properties/status/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!(((data5 === "True") || (data5 === "False")) || (data5 === "Unknown"))){
const err17 = {instancePath:instancePath+"/conditions/" + i0+"/status",schemaPath:"#/properties/conditions/items/properties/status/enum",keyword:"enum",params:{allowedValues: schema17.properties.conditions.items.properties.status.enum}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data3.observedGeneration !== undefined){
let data6 = data3.observedGeneration;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err18 = {instancePath:instancePath+"/conditions/" + i0+"/observedGeneration",schemaPath:"#/properties/conditions/items/properties/observedGeneration/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 0 || isNaN(data6)){
const err19 = {instancePath:instancePath+"/conditions/" + i0+"/observedGeneration",schemaPath:"#/properties/conditions/items/properties/observedGeneration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
if(data3.lastTransitionTime !== undefined){
let data7 = data3.lastTransitionTime;
if(typeof data7 === "string"){
if(func3(data7) > 64){
const err20 = {instancePath:instancePath+"/conditions/" + i0+"/lastTransitionTime",schemaPath:"#/properties/conditions/items/properties/lastTransitionTime/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(!pattern30.test(data7)){
const err21 = {instancePath:instancePath+"/conditions/" + i0+"/lastTransitionTime",schemaPath:"#/properties/conditions/items/properties/lastTransitionTime/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$"}};
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
const err22 = {instancePath:instancePath+"/conditions/" + i0+"/lastTransitionTime",schemaPath:"#/properties/conditions/items/properties/lastTransitionTime/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data3.reason !== undefined){
let data8 = data3.reason;
if(typeof data8 === "string"){
if(func3(data8) > 1024){
const err23 = {instancePath:instancePath+"/conditions/" + i0+"/reason",schemaPath:"#/properties/conditions/items/properties/reason/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(func3(data8) < 1){
const err24 = {instancePath:instancePath+"/conditions/" + i0+"/reason",schemaPath:"#/properties/conditions/items/properties/reason/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(!pattern31.test(data8)){
const err25 = {instancePath:instancePath+"/conditions/" + i0+"/reason",schemaPath:"#/properties/conditions/items/properties/reason/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/conditions/" + i0+"/reason",schemaPath:"#/properties/conditions/items/properties/reason/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data3.message !== undefined){
let data9 = data3.message;
if(typeof data9 === "string"){
if(func3(data9) > 32768){
const err27 = {instancePath:instancePath+"/conditions/" + i0+"/message",schemaPath:"#/properties/conditions/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 32768}};
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
const err28 = {instancePath:instancePath+"/conditions/" + i0+"/message",schemaPath:"#/properties/conditions/items/properties/message/type",keyword:"type",params:{type: "string"}};
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
const err29 = {instancePath:instancePath+"/conditions/" + i0,schemaPath:"#/properties/conditions/items/type",keyword:"type",params:{type: "object"}};
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
const err30 = {instancePath:instancePath+"/conditions",schemaPath:"#/properties/conditions/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
validate41.errors = vErrors;
return errors === 0;
}

const pattern77 = new RegExp("^[A-Za-z0-9:]([A-Za-z0-9.:_-]*[A-Za-z0-9.:])?$", "u");
const pattern78 = new RegExp("^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$", "u");
const pattern80 = new RegExp("^[A-Za-z0-9._-]+$", "u");
const pattern82 = new RegExp("^[a-z0-9@.-]+ [A-Za-z0-9+/]+=*( .*)?$", "u");
const pattern85 = new RegExp("^https://[^\\s]+$", "u");
const pattern89 = new RegExp("^[!#-\\[\\]-~]+$", "u");

function validate39(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
const err6 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/enum",keyword:"enum",params:{allowedValues: schema16.properties.apiVersion.enum}};
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
const err8 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema16.properties.kind.enum}};
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
if(!(validate21(data.metadata, {instancePath:instancePath+"/metadata",parentData:data,parentDataProperty:"metadata",rootData}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
let data3 = data.spec;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.recording === undefined){
data3.recording = {};
}
if(data3.limits === undefined){
data3.limits = {};
}
if(data3.protocol === undefined){
const err9 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "protocol"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data3.target === undefined){
const err10 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "target"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data3.credential === undefined){
const err11 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "credential"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
for(const key1 in data3){
if(!(((((((key1 === "protocol") || (key1 === "target")) || (key1 === "aliases")) || (key1 === "credential")) || (key1 === "identity")) || (key1 === "recording")) || (key1 === "limits"))){
const err12 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data3.protocol !== undefined){
let data4 = data3.protocol;
if(typeof data4 !== "string"){
const err13 = {instancePath:instancePath+"/spec/protocol",schemaPath:"#/properties/spec/properties/protocol/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(!((((data4 === "Postgres") || (data4 === "HTTP")) || (data4 === "Kubernetes")) || (data4 === "SSH"))){
const err14 = {instancePath:instancePath+"/spec/protocol",schemaPath:"#/properties/spec/properties/protocol/enum",keyword:"enum",params:{allowedValues: schema16.properties.spec.properties.protocol.enum}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data3.target !== undefined){
let data5 = data3.target;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.tls === undefined){
data5.tls = {};
}
if(data5.host === undefined){
const err15 = {instancePath:instancePath+"/spec/target",schemaPath:"#/properties/spec/properties/target/required",keyword:"required",params:{missingProperty: "host"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data5.port === undefined){
const err16 = {instancePath:instancePath+"/spec/target",schemaPath:"#/properties/spec/properties/target/required",keyword:"required",params:{missingProperty: "port"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
for(const key2 in data5){
if(!(((((key2 === "host") || (key2 === "port")) || (key2 === "tls")) || (key2 === "postgres")) || (key2 === "ssh"))){
const err17 = {instancePath:instancePath+"/spec/target",schemaPath:"#/properties/spec/properties/target/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data5.host !== undefined){
let data6 = data5.host;
if(typeof data6 === "string"){
if(func3(data6) > 253){
const err18 = {instancePath:instancePath+"/spec/target/host",schemaPath:"#/properties/spec/properties/target/properties/host/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(func3(data6) < 1){
const err19 = {instancePath:instancePath+"/spec/target/host",schemaPath:"#/properties/spec/properties/target/properties/host/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(!pattern77.test(data6)){
const err20 = {instancePath:instancePath+"/spec/target/host",schemaPath:"#/properties/spec/properties/target/properties/host/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9:]([A-Za-z0-9.:_-]*[A-Za-z0-9.:])?$"}};
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
const err21 = {instancePath:instancePath+"/spec/target/host",schemaPath:"#/properties/spec/properties/target/properties/host/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data5.port !== undefined){
let data7 = data5.port;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err22 = {instancePath:instancePath+"/spec/target/port",schemaPath:"#/properties/spec/properties/target/properties/port/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 65535 || isNaN(data7)){
const err23 = {instancePath:instancePath+"/spec/target/port",schemaPath:"#/properties/spec/properties/target/properties/port/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data7 < 1 || isNaN(data7)){
const err24 = {instancePath:instancePath+"/spec/target/port",schemaPath:"#/properties/spec/properties/target/properties/port/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
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
let data8 = data5.tls;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(data8.mode === undefined){
data8.mode = "VerifyFull";
}
for(const key3 in data8){
if(!((((key3 === "mode") || (key3 === "serverName")) || (key3 === "caRef")) || (key3 === "clientCertificateRef"))){
const err25 = {instancePath:instancePath+"/spec/target/tls",schemaPath:"#/properties/spec/properties/target/properties/tls/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
let data9 = data8.mode;
if(typeof data9 !== "string"){
const err26 = {instancePath:instancePath+"/spec/target/tls/mode",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/mode/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(!((((data9 === "Disable") || (data9 === "Require")) || (data9 === "VerifyCA")) || (data9 === "VerifyFull"))){
const err27 = {instancePath:instancePath+"/spec/target/tls/mode",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/mode/enum",keyword:"enum",params:{allowedValues: schema16.properties.spec.properties.target.properties.tls.properties.mode.enum}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data8.serverName !== undefined){
let data10 = data8.serverName;
if(typeof data10 === "string"){
if(func3(data10) > 253){
const err28 = {instancePath:instancePath+"/spec/target/tls/serverName",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/serverName/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(func3(data10) < 1){
const err29 = {instancePath:instancePath+"/spec/target/tls/serverName",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/serverName/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(!pattern78.test(data10)){
const err30 = {instancePath:instancePath+"/spec/target/tls/serverName",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/serverName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$"}};
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
const err31 = {instancePath:instancePath+"/spec/target/tls/serverName",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/serverName/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data8.caRef !== undefined){
let data11 = data8.caRef;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.key === undefined){
data11.key = "ca.crt";
}
if(data11.kind === undefined){
const err32 = {instancePath:instancePath+"/spec/target/tls/caRef",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/caRef/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data11.name === undefined){
const err33 = {instancePath:instancePath+"/spec/target/tls/caRef",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/caRef/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
for(const key4 in data11){
if(!(((key4 === "kind") || (key4 === "name")) || (key4 === "key"))){
const err34 = {instancePath:instancePath+"/spec/target/tls/caRef",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/caRef/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data11.kind !== undefined){
let data12 = data11.kind;
if(typeof data12 !== "string"){
const err35 = {instancePath:instancePath+"/spec/target/tls/caRef/kind",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/caRef/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(!((data12 === "ConfigMap") || (data12 === "Secret"))){
const err36 = {instancePath:instancePath+"/spec/target/tls/caRef/kind",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/caRef/properties/kind/enum",keyword:"enum",params:{allowedValues: schema16.properties.spec.properties.target.properties.tls.properties.caRef.properties.kind.enum}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data11.name !== undefined){
let data13 = data11.name;
if(typeof data13 === "string"){
if(func3(data13) > 253){
const err37 = {instancePath:instancePath+"/spec/target/tls/caRef/name",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/caRef/properties/name/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(func3(data13) < 1){
const err38 = {instancePath:instancePath+"/spec/target/tls/caRef/name",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/caRef/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(!pattern0.test(data13)){
const err39 = {instancePath:instancePath+"/spec/target/tls/caRef/name",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/caRef/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
else {
const err40 = {instancePath:instancePath+"/spec/target/tls/caRef/name",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/caRef/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
let data14 = data11.key;
if(typeof data14 === "string"){
if(func3(data14) > 253){
const err41 = {instancePath:instancePath+"/spec/target/tls/caRef/key",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/caRef/properties/key/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(func3(data14) < 1){
const err42 = {instancePath:instancePath+"/spec/target/tls/caRef/key",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/caRef/properties/key/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(!pattern80.test(data14)){
const err43 = {instancePath:instancePath+"/spec/target/tls/caRef/key",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/caRef/properties/key/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._-]+$"}};
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
const err44 = {instancePath:instancePath+"/spec/target/tls/caRef/key",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/caRef/properties/key/type",keyword:"type",params:{type: "string"}};
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
const err45 = {instancePath:instancePath+"/spec/target/tls/caRef",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/caRef/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data8.clientCertificateRef !== undefined){
let data15 = data8.clientCertificateRef;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(data15.name === undefined){
const err46 = {instancePath:instancePath+"/spec/target/tls/clientCertificateRef",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/clientCertificateRef/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
for(const key5 in data15){
if(!(key5 === "name")){
const err47 = {instancePath:instancePath+"/spec/target/tls/clientCertificateRef",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/clientCertificateRef/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data15.name !== undefined){
let data16 = data15.name;
if(typeof data16 === "string"){
if(func3(data16) > 253){
const err48 = {instancePath:instancePath+"/spec/target/tls/clientCertificateRef/name",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/clientCertificateRef/properties/name/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(func3(data16) < 1){
const err49 = {instancePath:instancePath+"/spec/target/tls/clientCertificateRef/name",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/clientCertificateRef/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(!pattern0.test(data16)){
const err50 = {instancePath:instancePath+"/spec/target/tls/clientCertificateRef/name",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/clientCertificateRef/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
else {
const err51 = {instancePath:instancePath+"/spec/target/tls/clientCertificateRef/name",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/clientCertificateRef/properties/name/type",keyword:"type",params:{type: "string"}};
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
const err52 = {instancePath:instancePath+"/spec/target/tls/clientCertificateRef",schemaPath:"#/properties/spec/properties/target/properties/tls/properties/clientCertificateRef/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
}
else {
const err53 = {instancePath:instancePath+"/spec/target/tls",schemaPath:"#/properties/spec/properties/target/properties/tls/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(data5.postgres !== undefined){
let data17 = data5.postgres;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.authentication === undefined){
data17.authentication = ["ScramSHA256"];
}
for(const key6 in data17){
if(!(key6 === "authentication")){
const err54 = {instancePath:instancePath+"/spec/target/postgres",schemaPath:"#/properties/spec/properties/target/properties/postgres/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
let data18 = data17.authentication;
if(Array.isArray(data18)){
if(data18.length > 4){
const err55 = {instancePath:instancePath+"/spec/target/postgres/authentication",schemaPath:"#/properties/spec/properties/target/properties/postgres/properties/authentication/maxItems",keyword:"maxItems",params:{limit: 4}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(data18.length < 1){
const err56 = {instancePath:instancePath+"/spec/target/postgres/authentication",schemaPath:"#/properties/spec/properties/target/properties/postgres/properties/authentication/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
const len0 = data18.length;
for(let i0=0; i0<len0; i0++){
let data19 = data18[i0];
if(typeof data19 !== "string"){
const err57 = {instancePath:instancePath+"/spec/target/postgres/authentication/" + i0,schemaPath:"#/properties/spec/properties/target/properties/postgres/properties/authentication/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if(!((((data19 === "ScramSHA256Plus") || (data19 === "ScramSHA256")) || (data19 === "MD5")) || (data19 === "Cleartext"))){
const err58 = {instancePath:instancePath+"/spec/target/postgres/authentication/" + i0,schemaPath:"#/properties/spec/properties/target/properties/postgres/properties/authentication/items/enum",keyword:"enum",params:{allowedValues: schema16.properties.spec.properties.target.properties.postgres.properties.authentication.items.enum}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
let i1 = data18.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data18[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err59 = {instancePath:instancePath+"/spec/target/postgres/authentication",schemaPath:"#/properties/spec/properties/target/properties/postgres/properties/authentication/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err60 = {instancePath:instancePath+"/spec/target/postgres/authentication",schemaPath:"#/properties/spec/properties/target/properties/postgres/properties/authentication/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
else {
const err61 = {instancePath:instancePath+"/spec/target/postgres",schemaPath:"#/properties/spec/properties/target/properties/postgres/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data5.ssh !== undefined){
let data20 = data5.ssh;
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.hostKeys === undefined){
const err62 = {instancePath:instancePath+"/spec/target/ssh",schemaPath:"#/properties/spec/properties/target/properties/ssh/required",keyword:"required",params:{missingProperty: "hostKeys"}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
for(const key7 in data20){
if(!(key7 === "hostKeys")){
const err63 = {instancePath:instancePath+"/spec/target/ssh",schemaPath:"#/properties/spec/properties/target/properties/ssh/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data20.hostKeys !== undefined){
let data21 = data20.hostKeys;
if(Array.isArray(data21)){
if(data21.length > 16){
const err64 = {instancePath:instancePath+"/spec/target/ssh/hostKeys",schemaPath:"#/properties/spec/properties/target/properties/ssh/properties/hostKeys/maxItems",keyword:"maxItems",params:{limit: 16}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if(data21.length < 1){
const err65 = {instancePath:instancePath+"/spec/target/ssh/hostKeys",schemaPath:"#/properties/spec/properties/target/properties/ssh/properties/hostKeys/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
const len1 = data21.length;
for(let i2=0; i2<len1; i2++){
let data22 = data21[i2];
if(typeof data22 === "string"){
if(func3(data22) > 4096){
const err66 = {instancePath:instancePath+"/spec/target/ssh/hostKeys/" + i2,schemaPath:"#/properties/spec/properties/target/properties/ssh/properties/hostKeys/items/maxLength",keyword:"maxLength",params:{limit: 4096}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(!pattern82.test(data22)){
const err67 = {instancePath:instancePath+"/spec/target/ssh/hostKeys/" + i2,schemaPath:"#/properties/spec/properties/target/properties/ssh/properties/hostKeys/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9@.-]+ [A-Za-z0-9+/]+=*( .*)?$"}};
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
const err68 = {instancePath:instancePath+"/spec/target/ssh/hostKeys/" + i2,schemaPath:"#/properties/spec/properties/target/properties/ssh/properties/hostKeys/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
let i3 = data21.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data21[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err69 = {instancePath:instancePath+"/spec/target/ssh/hostKeys",schemaPath:"#/properties/spec/properties/target/properties/ssh/properties/hostKeys/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
break;
}
indices1[item1] = i3;
}
}
}
else {
const err70 = {instancePath:instancePath+"/spec/target/ssh/hostKeys",schemaPath:"#/properties/spec/properties/target/properties/ssh/properties/hostKeys/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
}
else {
const err71 = {instancePath:instancePath+"/spec/target/ssh",schemaPath:"#/properties/spec/properties/target/properties/ssh/type",keyword:"type",params:{type: "object"}};
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
else {
const err72 = {instancePath:instancePath+"/spec/target",schemaPath:"#/properties/spec/properties/target/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data3.aliases !== undefined){
let data23 = data3.aliases;
if(Array.isArray(data23)){
if(data23.length > 16){
const err73 = {instancePath:instancePath+"/spec/aliases",schemaPath:"#/properties/spec/properties/aliases/maxItems",keyword:"maxItems",params:{limit: 16}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
const len2 = data23.length;
for(let i4=0; i4<len2; i4++){
let data24 = data23[i4];
if(typeof data24 === "string"){
if(func3(data24) > 253){
const err74 = {instancePath:instancePath+"/spec/aliases/" + i4,schemaPath:"#/properties/spec/properties/aliases/items/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if(func3(data24) < 1){
const err75 = {instancePath:instancePath+"/spec/aliases/" + i4,schemaPath:"#/properties/spec/properties/aliases/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
if(!pattern0.test(data24)){
const err76 = {instancePath:instancePath+"/spec/aliases/" + i4,schemaPath:"#/properties/spec/properties/aliases/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
else {
const err77 = {instancePath:instancePath+"/spec/aliases/" + i4,schemaPath:"#/properties/spec/properties/aliases/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
let i5 = data23.length;
let j2;
if(i5 > 1){
const indices2 = {};
for(;i5--;){
let item2 = data23[i5];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err78 = {instancePath:instancePath+"/spec/aliases",schemaPath:"#/properties/spec/properties/aliases/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j2}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
break;
}
indices2[item2] = i5;
}
}
}
else {
const err79 = {instancePath:instancePath+"/spec/aliases",schemaPath:"#/properties/spec/properties/aliases/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(data3.credential !== undefined){
let data25 = data3.credential;
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
for(const key8 in data25){
if(!(((key8 === "secretRef") || (key8 === "tokenExchange")) || (key8 === "serviceAccountToken"))){
const err80 = {instancePath:instancePath+"/spec/credential",schemaPath:"#/properties/spec/properties/credential/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
if(data25.secretRef !== undefined){
let data26 = data25.secretRef;
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
if(data26.name === undefined){
const err81 = {instancePath:instancePath+"/spec/credential/secretRef",schemaPath:"#/properties/spec/properties/credential/properties/secretRef/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
for(const key9 in data26){
if(!(key9 === "name")){
const err82 = {instancePath:instancePath+"/spec/credential/secretRef",schemaPath:"#/properties/spec/properties/credential/properties/secretRef/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9}};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
if(data26.name !== undefined){
let data27 = data26.name;
if(typeof data27 === "string"){
if(func3(data27) > 253){
const err83 = {instancePath:instancePath+"/spec/credential/secretRef/name",schemaPath:"#/properties/spec/properties/credential/properties/secretRef/properties/name/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
if(func3(data27) < 1){
const err84 = {instancePath:instancePath+"/spec/credential/secretRef/name",schemaPath:"#/properties/spec/properties/credential/properties/secretRef/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
if(!pattern0.test(data27)){
const err85 = {instancePath:instancePath+"/spec/credential/secretRef/name",schemaPath:"#/properties/spec/properties/credential/properties/secretRef/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
else {
const err86 = {instancePath:instancePath+"/spec/credential/secretRef/name",schemaPath:"#/properties/spec/properties/credential/properties/secretRef/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
}
else {
const err87 = {instancePath:instancePath+"/spec/credential/secretRef",schemaPath:"#/properties/spec/properties/credential/properties/secretRef/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
if(data25.tokenExchange !== undefined){
let data28 = data25.tokenExchange;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
if(data28.subjectTokenType === undefined){
data28.subjectTokenType = "AccessToken";
}
if(data28.tokenEndpoint === undefined){
const err88 = {instancePath:instancePath+"/spec/credential/tokenExchange",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/required",keyword:"required",params:{missingProperty: "tokenEndpoint"}};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
if(data28.subjectToken === undefined){
const err89 = {instancePath:instancePath+"/spec/credential/tokenExchange",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/required",keyword:"required",params:{missingProperty: "subjectToken"}};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
for(const key10 in data28){
if(!(func2.call(schema16.properties.spec.properties.credential.properties.tokenExchange.properties, key10))){
const err90 = {instancePath:instancePath+"/spec/credential/tokenExchange",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10}};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
if(data28.tokenEndpoint !== undefined){
let data29 = data28.tokenEndpoint;
if(typeof data29 === "string"){
if(func3(data29) > 2048){
const err91 = {instancePath:instancePath+"/spec/credential/tokenExchange/tokenEndpoint",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/tokenEndpoint/maxLength",keyword:"maxLength",params:{limit: 2048}};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
if(!pattern85.test(data29)){
const err92 = {instancePath:instancePath+"/spec/credential/tokenExchange/tokenEndpoint",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/tokenEndpoint/pattern",keyword:"pattern",params:{pattern: "^https://[^\\s]+$"}};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
else {
const err93 = {instancePath:instancePath+"/spec/credential/tokenExchange/tokenEndpoint",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/tokenEndpoint/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
if(data28.caRef !== undefined){
let data30 = data28.caRef;
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
if(data30.key === undefined){
data30.key = "ca.crt";
}
if(data30.kind === undefined){
const err94 = {instancePath:instancePath+"/spec/credential/tokenExchange/caRef",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/caRef/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
if(data30.name === undefined){
const err95 = {instancePath:instancePath+"/spec/credential/tokenExchange/caRef",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/caRef/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
for(const key11 in data30){
if(!(((key11 === "kind") || (key11 === "name")) || (key11 === "key"))){
const err96 = {instancePath:instancePath+"/spec/credential/tokenExchange/caRef",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/caRef/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11}};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
if(data30.kind !== undefined){
let data31 = data30.kind;
if(typeof data31 !== "string"){
const err97 = {instancePath:instancePath+"/spec/credential/tokenExchange/caRef/kind",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/caRef/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
if(!((data31 === "ConfigMap") || (data31 === "Secret"))){
const err98 = {instancePath:instancePath+"/spec/credential/tokenExchange/caRef/kind",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/caRef/properties/kind/enum",keyword:"enum",params:{allowedValues: schema16.properties.spec.properties.credential.properties.tokenExchange.properties.caRef.properties.kind.enum}};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
if(data30.name !== undefined){
let data32 = data30.name;
if(typeof data32 === "string"){
if(func3(data32) > 253){
const err99 = {instancePath:instancePath+"/spec/credential/tokenExchange/caRef/name",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/caRef/properties/name/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
if(func3(data32) < 1){
const err100 = {instancePath:instancePath+"/spec/credential/tokenExchange/caRef/name",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/caRef/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
if(!pattern0.test(data32)){
const err101 = {instancePath:instancePath+"/spec/credential/tokenExchange/caRef/name",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/caRef/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
else {
const err102 = {instancePath:instancePath+"/spec/credential/tokenExchange/caRef/name",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/caRef/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
let data33 = data30.key;
if(typeof data33 === "string"){
if(func3(data33) > 253){
const err103 = {instancePath:instancePath+"/spec/credential/tokenExchange/caRef/key",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/caRef/properties/key/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
if(func3(data33) < 1){
const err104 = {instancePath:instancePath+"/spec/credential/tokenExchange/caRef/key",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/caRef/properties/key/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if(!pattern80.test(data33)){
const err105 = {instancePath:instancePath+"/spec/credential/tokenExchange/caRef/key",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/caRef/properties/key/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._-]+$"}};
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
const err106 = {instancePath:instancePath+"/spec/credential/tokenExchange/caRef/key",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/caRef/properties/key/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
else {
const err107 = {instancePath:instancePath+"/spec/credential/tokenExchange/caRef",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/caRef/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
if(data28.username !== undefined){
let data34 = data28.username;
if(typeof data34 === "string"){
if(func3(data34) > 63){
const err108 = {instancePath:instancePath+"/spec/credential/tokenExchange/username",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/username/maxLength",keyword:"maxLength",params:{limit: 63}};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
if(func3(data34) < 1){
const err109 = {instancePath:instancePath+"/spec/credential/tokenExchange/username",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/username/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
else {
const err110 = {instancePath:instancePath+"/spec/credential/tokenExchange/username",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/username/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
if(data28.clientSecretRef !== undefined){
let data35 = data28.clientSecretRef;
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
if(data35.name === undefined){
const err111 = {instancePath:instancePath+"/spec/credential/tokenExchange/clientSecretRef",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/clientSecretRef/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
for(const key12 in data35){
if(!(key12 === "name")){
const err112 = {instancePath:instancePath+"/spec/credential/tokenExchange/clientSecretRef",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/clientSecretRef/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12}};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
if(data35.name !== undefined){
let data36 = data35.name;
if(typeof data36 === "string"){
if(func3(data36) > 253){
const err113 = {instancePath:instancePath+"/spec/credential/tokenExchange/clientSecretRef/name",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/clientSecretRef/properties/name/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
if(func3(data36) < 1){
const err114 = {instancePath:instancePath+"/spec/credential/tokenExchange/clientSecretRef/name",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/clientSecretRef/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
if(!pattern0.test(data36)){
const err115 = {instancePath:instancePath+"/spec/credential/tokenExchange/clientSecretRef/name",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/clientSecretRef/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"}};
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
const err116 = {instancePath:instancePath+"/spec/credential/tokenExchange/clientSecretRef/name",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/clientSecretRef/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
}
else {
const err117 = {instancePath:instancePath+"/spec/credential/tokenExchange/clientSecretRef",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/clientSecretRef/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
if(data28.subjectToken !== undefined){
let data37 = data28.subjectToken;
if(typeof data37 !== "string"){
const err118 = {instancePath:instancePath+"/spec/credential/tokenExchange/subjectToken",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/subjectToken/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
if(!((data37 === "Agent") || (data37 === "Pod"))){
const err119 = {instancePath:instancePath+"/spec/credential/tokenExchange/subjectToken",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/subjectToken/enum",keyword:"enum",params:{allowedValues: schema16.properties.spec.properties.credential.properties.tokenExchange.properties.subjectToken.enum}};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
let data38 = data28.subjectTokenType;
if(typeof data38 !== "string"){
const err120 = {instancePath:instancePath+"/spec/credential/tokenExchange/subjectTokenType",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/subjectTokenType/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
if(!(((data38 === "AccessToken") || (data38 === "IDToken")) || (data38 === "JWT"))){
const err121 = {instancePath:instancePath+"/spec/credential/tokenExchange/subjectTokenType",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/subjectTokenType/enum",keyword:"enum",params:{allowedValues: schema16.properties.spec.properties.credential.properties.tokenExchange.properties.subjectTokenType.enum}};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
if(data28.audience !== undefined){
let data39 = data28.audience;
if(typeof data39 === "string"){
if(func3(data39) > 2048){
const err122 = {instancePath:instancePath+"/spec/credential/tokenExchange/audience",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/audience/maxLength",keyword:"maxLength",params:{limit: 2048}};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
if(func3(data39) < 1){
const err123 = {instancePath:instancePath+"/spec/credential/tokenExchange/audience",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/audience/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
else {
const err124 = {instancePath:instancePath+"/spec/credential/tokenExchange/audience",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/audience/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
if(data28.resource !== undefined){
let data40 = data28.resource;
if(typeof data40 === "string"){
if(func3(data40) > 2048){
const err125 = {instancePath:instancePath+"/spec/credential/tokenExchange/resource",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/resource/maxLength",keyword:"maxLength",params:{limit: 2048}};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
if(func3(data40) < 1){
const err126 = {instancePath:instancePath+"/spec/credential/tokenExchange/resource",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/resource/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
else {
const err127 = {instancePath:instancePath+"/spec/credential/tokenExchange/resource",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/resource/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
if(data28.scopes !== undefined){
let data41 = data28.scopes;
if(Array.isArray(data41)){
if(data41.length > 64){
const err128 = {instancePath:instancePath+"/spec/credential/tokenExchange/scopes",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/scopes/maxItems",keyword:"maxItems",params:{limit: 64}};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
if(data41.length < 1){
const err129 = {instancePath:instancePath+"/spec/credential/tokenExchange/scopes",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/scopes/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
const len3 = data41.length;
for(let i6=0; i6<len3; i6++){
let data42 = data41[i6];
if(typeof data42 === "string"){
if(func3(data42) > 256){
const err130 = {instancePath:instancePath+"/spec/credential/tokenExchange/scopes/" + i6,schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/scopes/items/maxLength",keyword:"maxLength",params:{limit: 256}};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
if(!pattern89.test(data42)){
const err131 = {instancePath:instancePath+"/spec/credential/tokenExchange/scopes/" + i6,schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/scopes/items/pattern",keyword:"pattern",params:{pattern: "^[!#-\\[\\]-~]+$"}};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
else {
const err132 = {instancePath:instancePath+"/spec/credential/tokenExchange/scopes/" + i6,schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/scopes/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
let i7 = data41.length;
let j3;
if(i7 > 1){
const indices3 = {};
for(;i7--;){
let item3 = data41[i7];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
const err133 = {instancePath:instancePath+"/spec/credential/tokenExchange/scopes",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/scopes/uniqueItems",keyword:"uniqueItems",params:{i: i7, j: j3}};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
break;
}
indices3[item3] = i7;
}
}
}
else {
const err134 = {instancePath:instancePath+"/spec/credential/tokenExchange/scopes",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/properties/scopes/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
}
else {
const err135 = {instancePath:instancePath+"/spec/credential/tokenExchange",schemaPath:"#/properties/spec/properties/credential/properties/tokenExchange/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
if(data25.serviceAccountToken !== undefined){
let data43 = data25.serviceAccountToken;
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
if(data43.expiration === undefined){
data43.expiration = "10m";
}
if(data43.name === undefined){
const err136 = {instancePath:instancePath+"/spec/credential/serviceAccountToken",schemaPath:"#/properties/spec/properties/credential/properties/serviceAccountToken/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
for(const key13 in data43){
if(!(((key13 === "name") || (key13 === "expiration")) || (key13 === "audiences"))){
const err137 = {instancePath:instancePath+"/spec/credential/serviceAccountToken",schemaPath:"#/properties/spec/properties/credential/properties/serviceAccountToken/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13}};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
if(data43.name !== undefined){
let data44 = data43.name;
if(typeof data44 === "string"){
if(func3(data44) > 253){
const err138 = {instancePath:instancePath+"/spec/credential/serviceAccountToken/name",schemaPath:"#/properties/spec/properties/credential/properties/serviceAccountToken/properties/name/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
if(func3(data44) < 1){
const err139 = {instancePath:instancePath+"/spec/credential/serviceAccountToken/name",schemaPath:"#/properties/spec/properties/credential/properties/serviceAccountToken/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
if(!pattern0.test(data44)){
const err140 = {instancePath:instancePath+"/spec/credential/serviceAccountToken/name",schemaPath:"#/properties/spec/properties/credential/properties/serviceAccountToken/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
else {
const err141 = {instancePath:instancePath+"/spec/credential/serviceAccountToken/name",schemaPath:"#/properties/spec/properties/credential/properties/serviceAccountToken/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
let data45 = data43.expiration;
if(typeof data45 === "string"){
if(func3(data45) > 32){
const err142 = {instancePath:instancePath+"/spec/credential/serviceAccountToken/expiration",schemaPath:"#/properties/spec/properties/credential/properties/serviceAccountToken/properties/expiration/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
if(!pattern19.test(data45)){
const err143 = {instancePath:instancePath+"/spec/credential/serviceAccountToken/expiration",schemaPath:"#/properties/spec/properties/credential/properties/serviceAccountToken/properties/expiration/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}(ms|s|m|h|d)){1,4}$"}};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
else {
const err144 = {instancePath:instancePath+"/spec/credential/serviceAccountToken/expiration",schemaPath:"#/properties/spec/properties/credential/properties/serviceAccountToken/properties/expiration/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
if(data43.audiences !== undefined){
let data46 = data43.audiences;
if(Array.isArray(data46)){
if(data46.length > 16){
const err145 = {instancePath:instancePath+"/spec/credential/serviceAccountToken/audiences",schemaPath:"#/properties/spec/properties/credential/properties/serviceAccountToken/properties/audiences/maxItems",keyword:"maxItems",params:{limit: 16}};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
if(data46.length < 1){
const err146 = {instancePath:instancePath+"/spec/credential/serviceAccountToken/audiences",schemaPath:"#/properties/spec/properties/credential/properties/serviceAccountToken/properties/audiences/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
const len4 = data46.length;
for(let i8=0; i8<len4; i8++){
let data47 = data46[i8];
if(typeof data47 === "string"){
if(func3(data47) > 2048){
const err147 = {instancePath:instancePath+"/spec/credential/serviceAccountToken/audiences/" + i8,schemaPath:"#/properties/spec/properties/credential/properties/serviceAccountToken/properties/audiences/items/maxLength",keyword:"maxLength",params:{limit: 2048}};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
if(func3(data47) < 1){
const err148 = {instancePath:instancePath+"/spec/credential/serviceAccountToken/audiences/" + i8,schemaPath:"#/properties/spec/properties/credential/properties/serviceAccountToken/properties/audiences/items/minLength",keyword:"minLength",params:{limit: 1}};
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
const err149 = {instancePath:instancePath+"/spec/credential/serviceAccountToken/audiences/" + i8,schemaPath:"#/properties/spec/properties/credential/properties/serviceAccountToken/properties/audiences/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
let i9 = data46.length;
let j4;
if(i9 > 1){
const indices4 = {};
for(;i9--;){
let item4 = data46[i9];
if(typeof item4 !== "string"){
continue;
}
if(typeof indices4[item4] == "number"){
j4 = indices4[item4];
const err150 = {instancePath:instancePath+"/spec/credential/serviceAccountToken/audiences",schemaPath:"#/properties/spec/properties/credential/properties/serviceAccountToken/properties/audiences/uniqueItems",keyword:"uniqueItems",params:{i: i9, j: j4}};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
break;
}
indices4[item4] = i9;
}
}
}
else {
const err151 = {instancePath:instancePath+"/spec/credential/serviceAccountToken/audiences",schemaPath:"#/properties/spec/properties/credential/properties/serviceAccountToken/properties/audiences/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
}
else {
const err152 = {instancePath:instancePath+"/spec/credential/serviceAccountToken",schemaPath:"#/properties/spec/properties/credential/properties/serviceAccountToken/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
}
else {
const err153 = {instancePath:instancePath+"/spec/credential",schemaPath:"#/properties/spec/properties/credential/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
if(data3.identity !== undefined){
let data48 = data3.identity;
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
for(const key14 in data48){
if(!(key14 === "oidc")){
const err154 = {instancePath:instancePath+"/spec/identity",schemaPath:"#/properties/spec/properties/identity/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14}};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
if(data48.oidc !== undefined){
let data49 = data48.oidc;
if(data49 && typeof data49 == "object" && !Array.isArray(data49)){
if(data49.mechanism === undefined){
data49.mechanism = "Password";
}
if(data49.atExpiry === undefined){
data49.atExpiry = "EndSession";
}
if(data49.issuer === undefined){
const err155 = {instancePath:instancePath+"/spec/identity/oidc",schemaPath:"#/properties/spec/properties/identity/properties/oidc/required",keyword:"required",params:{missingProperty: "issuer"}};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
if(data49.audiences === undefined){
const err156 = {instancePath:instancePath+"/spec/identity/oidc",schemaPath:"#/properties/spec/properties/identity/properties/oidc/required",keyword:"required",params:{missingProperty: "audiences"}};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
for(const key15 in data49){
if(!((((((key15 === "issuer") || (key15 === "caRef")) || (key15 === "mechanism")) || (key15 === "atExpiry")) || (key15 === "audiences")) || (key15 === "claims"))){
const err157 = {instancePath:instancePath+"/spec/identity/oidc",schemaPath:"#/properties/spec/properties/identity/properties/oidc/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15}};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
if(data49.issuer !== undefined){
let data50 = data49.issuer;
if(typeof data50 === "string"){
if(func3(data50) > 2048){
const err158 = {instancePath:instancePath+"/spec/identity/oidc/issuer",schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/issuer/maxLength",keyword:"maxLength",params:{limit: 2048}};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
if(!pattern85.test(data50)){
const err159 = {instancePath:instancePath+"/spec/identity/oidc/issuer",schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/issuer/pattern",keyword:"pattern",params:{pattern: "^https://[^\\s]+$"}};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
}
else {
const err160 = {instancePath:instancePath+"/spec/identity/oidc/issuer",schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/issuer/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
if(data49.caRef !== undefined){
let data51 = data49.caRef;
if(data51 && typeof data51 == "object" && !Array.isArray(data51)){
if(data51.key === undefined){
data51.key = "ca.crt";
}
if(data51.kind === undefined){
const err161 = {instancePath:instancePath+"/spec/identity/oidc/caRef",schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/caRef/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
if(data51.name === undefined){
const err162 = {instancePath:instancePath+"/spec/identity/oidc/caRef",schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/caRef/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
for(const key16 in data51){
if(!(((key16 === "kind") || (key16 === "name")) || (key16 === "key"))){
const err163 = {instancePath:instancePath+"/spec/identity/oidc/caRef",schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/caRef/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16}};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
if(data51.kind !== undefined){
let data52 = data51.kind;
if(typeof data52 !== "string"){
const err164 = {instancePath:instancePath+"/spec/identity/oidc/caRef/kind",schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/caRef/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
if(!((data52 === "ConfigMap") || (data52 === "Secret"))){
const err165 = {instancePath:instancePath+"/spec/identity/oidc/caRef/kind",schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/caRef/properties/kind/enum",keyword:"enum",params:{allowedValues: schema16.properties.spec.properties.identity.properties.oidc.properties.caRef.properties.kind.enum}};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
if(data51.name !== undefined){
let data53 = data51.name;
if(typeof data53 === "string"){
if(func3(data53) > 253){
const err166 = {instancePath:instancePath+"/spec/identity/oidc/caRef/name",schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/caRef/properties/name/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
if(func3(data53) < 1){
const err167 = {instancePath:instancePath+"/spec/identity/oidc/caRef/name",schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/caRef/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
if(!pattern0.test(data53)){
const err168 = {instancePath:instancePath+"/spec/identity/oidc/caRef/name",schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/caRef/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
else {
const err169 = {instancePath:instancePath+"/spec/identity/oidc/caRef/name",schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/caRef/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
}
let data54 = data51.key;
if(typeof data54 === "string"){
if(func3(data54) > 253){
const err170 = {instancePath:instancePath+"/spec/identity/oidc/caRef/key",schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/caRef/properties/key/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
if(func3(data54) < 1){
const err171 = {instancePath:instancePath+"/spec/identity/oidc/caRef/key",schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/caRef/properties/key/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
if(!pattern80.test(data54)){
const err172 = {instancePath:instancePath+"/spec/identity/oidc/caRef/key",schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/caRef/properties/key/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._-]+$"}};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
}
else {
const err173 = {instancePath:instancePath+"/spec/identity/oidc/caRef/key",schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/caRef/properties/key/type",keyword:"type",params:{type: "string"}};
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
const err174 = {instancePath:instancePath+"/spec/identity/oidc/caRef",schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/caRef/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
}
let data55 = data49.mechanism;
if(typeof data55 !== "string"){
const err175 = {instancePath:instancePath+"/spec/identity/oidc/mechanism",schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/mechanism/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
if(!((data55 === "Password") || (data55 === "OAuthBearer"))){
const err176 = {instancePath:instancePath+"/spec/identity/oidc/mechanism",schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/mechanism/enum",keyword:"enum",params:{allowedValues: schema16.properties.spec.properties.identity.properties.oidc.properties.mechanism.enum}};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
let data56 = data49.atExpiry;
if(typeof data56 !== "string"){
const err177 = {instancePath:instancePath+"/spec/identity/oidc/atExpiry",schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/atExpiry/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
if(!((data56 === "EndSession") || (data56 === "KeepSession"))){
const err178 = {instancePath:instancePath+"/spec/identity/oidc/atExpiry",schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/atExpiry/enum",keyword:"enum",params:{allowedValues: schema16.properties.spec.properties.identity.properties.oidc.properties.atExpiry.enum}};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
if(data49.audiences !== undefined){
let data57 = data49.audiences;
if(Array.isArray(data57)){
if(data57.length > 16){
const err179 = {instancePath:instancePath+"/spec/identity/oidc/audiences",schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/audiences/maxItems",keyword:"maxItems",params:{limit: 16}};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
if(data57.length < 1){
const err180 = {instancePath:instancePath+"/spec/identity/oidc/audiences",schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/audiences/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
const len5 = data57.length;
for(let i10=0; i10<len5; i10++){
let data58 = data57[i10];
if(typeof data58 === "string"){
if(func3(data58) > 2048){
const err181 = {instancePath:instancePath+"/spec/identity/oidc/audiences/" + i10,schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/audiences/items/maxLength",keyword:"maxLength",params:{limit: 2048}};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
if(func3(data58) < 1){
const err182 = {instancePath:instancePath+"/spec/identity/oidc/audiences/" + i10,schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/audiences/items/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
}
else {
const err183 = {instancePath:instancePath+"/spec/identity/oidc/audiences/" + i10,schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/audiences/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
}
let i11 = data57.length;
let j5;
if(i11 > 1){
const indices5 = {};
for(;i11--;){
let item5 = data57[i11];
if(typeof item5 !== "string"){
continue;
}
if(typeof indices5[item5] == "number"){
j5 = indices5[item5];
const err184 = {instancePath:instancePath+"/spec/identity/oidc/audiences",schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/audiences/uniqueItems",keyword:"uniqueItems",params:{i: i11, j: j5}};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
break;
}
indices5[item5] = i11;
}
}
}
else {
const err185 = {instancePath:instancePath+"/spec/identity/oidc/audiences",schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/audiences/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
}
if(data49.claims !== undefined){
let data59 = data49.claims;
if(data59 && typeof data59 == "object" && !Array.isArray(data59)){
if(Object.keys(data59).length > 32){
const err186 = {instancePath:instancePath+"/spec/identity/oidc/claims",schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/claims/maxProperties",keyword:"maxProperties",params:{limit: 32}};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
for(const key17 in data59){
let data60 = data59[key17];
if(typeof data60 === "string"){
if(func3(data60) > 256){
const err187 = {instancePath:instancePath+"/spec/identity/oidc/claims/" + key17.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/claims/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 256}};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
if(func3(data60) < 1){
const err188 = {instancePath:instancePath+"/spec/identity/oidc/claims/" + key17.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/claims/additionalProperties/minLength",keyword:"minLength",params:{limit: 1}};
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
const err189 = {instancePath:instancePath+"/spec/identity/oidc/claims/" + key17.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/claims/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
}
}
else {
const err190 = {instancePath:instancePath+"/spec/identity/oidc/claims",schemaPath:"#/properties/spec/properties/identity/properties/oidc/properties/claims/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
}
}
else {
const err191 = {instancePath:instancePath+"/spec/identity/oidc",schemaPath:"#/properties/spec/properties/identity/properties/oidc/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
}
}
else {
const err192 = {instancePath:instancePath+"/spec/identity",schemaPath:"#/properties/spec/properties/identity/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
}
let data61 = data3.recording;
if(data61 && typeof data61 == "object" && !Array.isArray(data61)){
if(data61.responses === undefined){
data61.responses = "Full";
}
if(data61.maxResponseBytes === undefined){
data61.maxResponseBytes = "64Mi";
}
if(data61.durability === undefined){
data61.durability = "Buffered";
}
for(const key18 in data61){
if(!((((key18 === "responses") || (key18 === "maxResponseBytes")) || (key18 === "durability")) || (key18 === "storeRef"))){
const err193 = {instancePath:instancePath+"/spec/recording",schemaPath:"#/properties/spec/properties/recording/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18}};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
}
let data62 = data61.responses;
if(typeof data62 !== "string"){
const err194 = {instancePath:instancePath+"/spec/recording/responses",schemaPath:"#/properties/spec/properties/recording/properties/responses/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
if(!(((data62 === "Full") || (data62 === "Summary")) || (data62 === "None"))){
const err195 = {instancePath:instancePath+"/spec/recording/responses",schemaPath:"#/properties/spec/properties/recording/properties/responses/enum",keyword:"enum",params:{allowedValues: schema16.properties.spec.properties.recording.properties.responses.enum}};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
let data63 = data61.maxResponseBytes;
if((!(((typeof data63 == "number") && (!(data63 % 1) && !isNaN(data63))) && (isFinite(data63)))) && (typeof data63 !== "string")){
const err196 = {instancePath:instancePath+"/spec/recording/maxResponseBytes",schemaPath:"#/properties/spec/properties/recording/properties/maxResponseBytes/type",keyword:"type",params:{type: schema16.properties.spec.properties.recording.properties.maxResponseBytes.type}};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
if((typeof data63 == "number") && (isFinite(data63))){
if(data63 > 9007199254740991 || isNaN(data63)){
const err197 = {instancePath:instancePath+"/spec/recording/maxResponseBytes",schemaPath:"#/properties/spec/properties/recording/properties/maxResponseBytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
if(data63 < 1 || isNaN(data63)){
const err198 = {instancePath:instancePath+"/spec/recording/maxResponseBytes",schemaPath:"#/properties/spec/properties/recording/properties/maxResponseBytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
}
if(typeof data63 === "string"){
if(func3(data63) > 32){
const err199 = {instancePath:instancePath+"/spec/recording/maxResponseBytes",schemaPath:"#/properties/spec/properties/recording/properties/maxResponseBytes/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
if(!pattern27.test(data63)){
const err200 = {instancePath:instancePath+"/spec/recording/maxResponseBytes",schemaPath:"#/properties/spec/properties/recording/properties/maxResponseBytes/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,15}(Ki|Mi|Gi|Ti|k|M|G|T)?$"}};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
}
let data64 = data61.durability;
if(typeof data64 !== "string"){
const err201 = {instancePath:instancePath+"/spec/recording/durability",schemaPath:"#/properties/spec/properties/recording/properties/durability/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
if(!(((data64 === "Buffered") || (data64 === "Fsync")) || (data64 === "Replicated"))){
const err202 = {instancePath:instancePath+"/spec/recording/durability",schemaPath:"#/properties/spec/properties/recording/properties/durability/enum",keyword:"enum",params:{allowedValues: schema16.properties.spec.properties.recording.properties.durability.enum}};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
if(data61.storeRef !== undefined){
let data65 = data61.storeRef;
if(data65 && typeof data65 == "object" && !Array.isArray(data65)){
if(data65.name === undefined){
const err203 = {instancePath:instancePath+"/spec/recording/storeRef",schemaPath:"#/properties/spec/properties/recording/properties/storeRef/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
for(const key19 in data65){
if(!(key19 === "name")){
const err204 = {instancePath:instancePath+"/spec/recording/storeRef",schemaPath:"#/properties/spec/properties/recording/properties/storeRef/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19}};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
}
if(data65.name !== undefined){
let data66 = data65.name;
if(typeof data66 === "string"){
if(func3(data66) > 253){
const err205 = {instancePath:instancePath+"/spec/recording/storeRef/name",schemaPath:"#/properties/spec/properties/recording/properties/storeRef/properties/name/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
if(func3(data66) < 1){
const err206 = {instancePath:instancePath+"/spec/recording/storeRef/name",schemaPath:"#/properties/spec/properties/recording/properties/storeRef/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
if(!pattern0.test(data66)){
const err207 = {instancePath:instancePath+"/spec/recording/storeRef/name",schemaPath:"#/properties/spec/properties/recording/properties/storeRef/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"}};
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
const err208 = {instancePath:instancePath+"/spec/recording/storeRef/name",schemaPath:"#/properties/spec/properties/recording/properties/storeRef/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
}
}
else {
const err209 = {instancePath:instancePath+"/spec/recording/storeRef",schemaPath:"#/properties/spec/properties/recording/properties/storeRef/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
}
}
else {
const err210 = {instancePath:instancePath+"/spec/recording",schemaPath:"#/properties/spec/properties/recording/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
let data67 = data3.limits;
if(data67 && typeof data67 == "object" && !Array.isArray(data67)){
if(data67.maxCommandBytes === undefined){
data67.maxCommandBytes = "1Mi";
}
if(data67.idleTimeout === undefined){
data67.idleTimeout = "30m";
}
for(const key20 in data67){
if(!((((key20 === "maxCommandBytes") || (key20 === "idleTimeout")) || (key20 === "maxSessions")) || (key20 === "maxSessionDuration"))){
const err211 = {instancePath:instancePath+"/spec/limits",schemaPath:"#/properties/spec/properties/limits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20}};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
}
let data68 = data67.maxCommandBytes;
if((!(((typeof data68 == "number") && (!(data68 % 1) && !isNaN(data68))) && (isFinite(data68)))) && (typeof data68 !== "string")){
const err212 = {instancePath:instancePath+"/spec/limits/maxCommandBytes",schemaPath:"#/properties/spec/properties/limits/properties/maxCommandBytes/type",keyword:"type",params:{type: schema16.properties.spec.properties.limits.properties.maxCommandBytes.type}};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
if((typeof data68 == "number") && (isFinite(data68))){
if(data68 > 9007199254740991 || isNaN(data68)){
const err213 = {instancePath:instancePath+"/spec/limits/maxCommandBytes",schemaPath:"#/properties/spec/properties/limits/properties/maxCommandBytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
if(data68 < 1 || isNaN(data68)){
const err214 = {instancePath:instancePath+"/spec/limits/maxCommandBytes",schemaPath:"#/properties/spec/properties/limits/properties/maxCommandBytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
}
if(typeof data68 === "string"){
if(func3(data68) > 32){
const err215 = {instancePath:instancePath+"/spec/limits/maxCommandBytes",schemaPath:"#/properties/spec/properties/limits/properties/maxCommandBytes/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
if(!pattern27.test(data68)){
const err216 = {instancePath:instancePath+"/spec/limits/maxCommandBytes",schemaPath:"#/properties/spec/properties/limits/properties/maxCommandBytes/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,15}(Ki|Mi|Gi|Ti|k|M|G|T)?$"}};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
}
let data69 = data67.idleTimeout;
if(typeof data69 === "string"){
if(func3(data69) > 32){
const err217 = {instancePath:instancePath+"/spec/limits/idleTimeout",schemaPath:"#/properties/spec/properties/limits/properties/idleTimeout/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
if(!pattern19.test(data69)){
const err218 = {instancePath:instancePath+"/spec/limits/idleTimeout",schemaPath:"#/properties/spec/properties/limits/properties/idleTimeout/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}(ms|s|m|h|d)){1,4}$"}};
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
const err219 = {instancePath:instancePath+"/spec/limits/idleTimeout",schemaPath:"#/properties/spec/properties/limits/properties/idleTimeout/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
if(data67.maxSessions !== undefined){
let data70 = data67.maxSessions;
if(!(((typeof data70 == "number") && (!(data70 % 1) && !isNaN(data70))) && (isFinite(data70)))){
const err220 = {instancePath:instancePath+"/spec/limits/maxSessions",schemaPath:"#/properties/spec/properties/limits/properties/maxSessions/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
if((typeof data70 == "number") && (isFinite(data70))){
if(data70 > 10000 || isNaN(data70)){
const err221 = {instancePath:instancePath+"/spec/limits/maxSessions",schemaPath:"#/properties/spec/properties/limits/properties/maxSessions/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000}};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
if(data70 < 1 || isNaN(data70)){
const err222 = {instancePath:instancePath+"/spec/limits/maxSessions",schemaPath:"#/properties/spec/properties/limits/properties/maxSessions/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
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
if(data67.maxSessionDuration !== undefined){
let data71 = data67.maxSessionDuration;
if(typeof data71 === "string"){
if(func3(data71) > 32){
const err223 = {instancePath:instancePath+"/spec/limits/maxSessionDuration",schemaPath:"#/properties/spec/properties/limits/properties/maxSessionDuration/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
if(!pattern19.test(data71)){
const err224 = {instancePath:instancePath+"/spec/limits/maxSessionDuration",schemaPath:"#/properties/spec/properties/limits/properties/maxSessionDuration/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}(ms|s|m|h|d)){1,4}$"}};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
}
else {
const err225 = {instancePath:instancePath+"/spec/limits/maxSessionDuration",schemaPath:"#/properties/spec/properties/limits/properties/maxSessionDuration/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
}
}
else {
const err226 = {instancePath:instancePath+"/spec/limits",schemaPath:"#/properties/spec/properties/limits/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
}
else {
const err227 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
}
if(data.status !== undefined){
if(!(validate41(data.status, {instancePath:instancePath+"/status",parentData:data,parentDataProperty:"status",rootData}))){
vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
errors = vErrors.length;
}
}
}
else {
const err228 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
validate39.errors = vErrors;
return errors === 0;
}

export const validateConfigMap = validate43;
const schema18 = {"type":"object","required":["apiVersion","kind","metadata"],"properties":{"apiVersion":{"type":"string","enum":["v1"]},"kind":{"type":"string","enum":["ConfigMap"]},"metadata":{"$ref":"metadata-1"},"immutable":{"type":"boolean"},"data":{"type":"object","maxProperties":256,"propertyNames":{"pattern":"^[A-Za-z0-9._-]{1,253}$"},"additionalProperties":{"type":"string","maxLength":1048576}},"binaryData":{"type":"object","maxProperties":256,"propertyNames":{"pattern":"^[A-Za-z0-9._-]{1,253}$"},"additionalProperties":{"type":"string","maxLength":1398104}}},"additionalProperties":false};
const pattern104 = new RegExp("^[A-Za-z0-9._-]{1,253}$", "u");

function validate43(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/enum",keyword:"enum",params:{allowedValues: schema18.properties.apiVersion.enum}};
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
const err7 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema18.properties.kind.enum}};
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
if(!(validate21(data.metadata, {instancePath:instancePath+"/metadata",parentData:data,parentDataProperty:"metadata",rootData}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
if(data.immutable !== undefined){
if(typeof data.immutable !== "boolean"){
const err8 = {instancePath:instancePath+"/immutable",schemaPath:"#/properties/immutable/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.data !== undefined){
let data4 = data.data;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length > 256){
const err9 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/maxProperties",keyword:"maxProperties",params:{limit: 256}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
for(const key1 in data4){
const _errs11 = errors;
if(typeof key1 === "string"){
if(!pattern104.test(key1)){
const err10 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._-]{1,253}$"},propertyName:key1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
var valid1 = _errs11 === errors;
if(!valid1){
const err11 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/propertyNames",keyword:"propertyNames",params:{propertyName: key1}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
for(const key2 in data4){
let data5 = data4[key2];
if(typeof data5 === "string"){
if(func3(data5) > 1048576){
const err12 = {instancePath:instancePath+"/data/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/data/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 1048576}};
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
const err13 = {instancePath:instancePath+"/data/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/data/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.binaryData !== undefined){
let data6 = data.binaryData;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(Object.keys(data6).length > 256){
const err15 = {instancePath:instancePath+"/binaryData",schemaPath:"#/properties/binaryData/maxProperties",keyword:"maxProperties",params:{limit: 256}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
for(const key3 in data6){
const _errs17 = errors;
if(typeof key3 === "string"){
if(!pattern104.test(key3)){
const err16 = {instancePath:instancePath+"/binaryData",schemaPath:"#/properties/binaryData/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._-]{1,253}$"},propertyName:key3};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
var valid3 = _errs17 === errors;
if(!valid3){
const err17 = {instancePath:instancePath+"/binaryData",schemaPath:"#/properties/binaryData/propertyNames",keyword:"propertyNames",params:{propertyName: key3}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
for(const key4 in data6){
let data7 = data6[key4];
if(typeof data7 === "string"){
if(func3(data7) > 1398104){
const err18 = {instancePath:instancePath+"/binaryData/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/binaryData/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 1398104}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/binaryData/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/binaryData/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/binaryData",schemaPath:"#/properties/binaryData/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
validate43.errors = vErrors;
return errors === 0;
}

export const validateSecret = validate45;
const schema19 = {"type":"object","required":["apiVersion","kind","metadata"],"properties":{"apiVersion":{"type":"string","enum":["v1"]},"kind":{"type":"string","enum":["Secret"]},"metadata":{"$ref":"metadata-1"},"type":{"type":"string","maxLength":253},"immutable":{"type":"boolean"},"data":{"type":"object","maxProperties":256,"propertyNames":{"pattern":"^[A-Za-z0-9._-]{1,253}$"},"additionalProperties":{"type":"string","maxLength":1398104}},"stringData":{"type":"object","maxProperties":256,"propertyNames":{"pattern":"^[A-Za-z0-9._-]{1,253}$"},"additionalProperties":{"type":"string","maxLength":1048576}}},"additionalProperties":false};

function validate45(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/enum",keyword:"enum",params:{allowedValues: schema19.properties.apiVersion.enum}};
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
const err7 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema19.properties.kind.enum}};
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
if(!(validate21(data.metadata, {instancePath:instancePath+"/metadata",parentData:data,parentDataProperty:"metadata",rootData}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
if(data.type !== undefined){
let data3 = data.type;
if(typeof data3 === "string"){
if(func3(data3) > 253){
const err8 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/maxLength",keyword:"maxLength",params:{limit: 253}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.immutable !== undefined){
if(typeof data.immutable !== "boolean"){
const err10 = {instancePath:instancePath+"/immutable",schemaPath:"#/properties/immutable/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.data !== undefined){
let data5 = data.data;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(Object.keys(data5).length > 256){
const err11 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/maxProperties",keyword:"maxProperties",params:{limit: 256}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
for(const key1 in data5){
const _errs13 = errors;
if(typeof key1 === "string"){
if(!pattern104.test(key1)){
const err12 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._-]{1,253}$"},propertyName:key1};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
var valid1 = _errs13 === errors;
if(!valid1){
const err13 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/propertyNames",keyword:"propertyNames",params:{propertyName: key1}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
for(const key2 in data5){
let data6 = data5[key2];
if(typeof data6 === "string"){
if(func3(data6) > 1398104){
const err14 = {instancePath:instancePath+"/data/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/data/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 1398104}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/data/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/data/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.stringData !== undefined){
let data7 = data.stringData;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(Object.keys(data7).length > 256){
const err17 = {instancePath:instancePath+"/stringData",schemaPath:"#/properties/stringData/maxProperties",keyword:"maxProperties",params:{limit: 256}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
for(const key3 in data7){
const _errs19 = errors;
if(typeof key3 === "string"){
if(!pattern104.test(key3)){
const err18 = {instancePath:instancePath+"/stringData",schemaPath:"#/properties/stringData/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._-]{1,253}$"},propertyName:key3};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
var valid3 = _errs19 === errors;
if(!valid3){
const err19 = {instancePath:instancePath+"/stringData",schemaPath:"#/properties/stringData/propertyNames",keyword:"propertyNames",params:{propertyName: key3}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
for(const key4 in data7){
let data8 = data7[key4];
if(typeof data8 === "string"){
if(func3(data8) > 1048576){
const err20 = {instancePath:instancePath+"/stringData/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/stringData/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 1048576}};
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
const err21 = {instancePath:instancePath+"/stringData/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/stringData/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/stringData",schemaPath:"#/properties/stringData/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
validate45.errors = vErrors;
return errors === 0;
}
