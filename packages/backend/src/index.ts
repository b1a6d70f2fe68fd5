export { doctor } from './browser/doctor.ts';
export { useBackend } from './browser/use-backend.ts';
export {
  type Backend,
  type BackendName,
  type BackendReport,
  backendNames,
  type KernelChoice,
  type PassedOver,
  type UseBackendOptions,
} from './types.ts';
