/** Stands in a value until its author fills it in; `check` tells of every one that is left. */
export const TO_FILL = '待填';
