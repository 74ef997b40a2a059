/** What pages draw with, loaded when the first picture is. */
export { fitted } from "./draw";
export { open, type Drawn } from "./echarts";
export { save } from "./leave";
