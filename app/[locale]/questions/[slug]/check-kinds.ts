/** The kinds of checks that not every question has; a page built ahead takes them from `app/_islands/check-kinds.tsx`. */
// biome-ignore lint/performance/noBarrelFile: what another file stands for in an island has to be one
export { GeneratedCheck } from './generated-check.client.tsx';
export { MatchCheck } from './match-check.client.tsx';
export { OrderCheck } from './order-check.client.tsx';
export { QuantityCheck } from './quantity-check.client.tsx';
