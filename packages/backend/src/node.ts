export { doctor } from './node/doctor.ts';
export { useBackend } from './node/use-backend.ts';
export {
  type Backend,
  type BackendName,
  type BackendReport,
  backendNames,
  type KernelChoice,
  type PassedOver,
  type UseBackendOptions,
} from './types.ts';
