import type { Errno, Signal } from './types.ts';

const MESSAGES: Readonly<Record<Errno, string>> = {
  ENOENT: 'No such file or directory',
  EEXIST: 'File exists',
  EISDIR: 'Is a directory',
  ENOTDIR: 'Not a directory',
  ENOTEMPTY: 'Directory not empty',
  EACCES: 'Permission denied',
  ELOOP: 'Too many levels of symbolic links',
  EBADF: 'Bad file descriptor',
  EPIPE: 'Broken pipe',
  EINTR: 'Interrupted system call',
  ECHILD: 'No child processes',
  ESRCH: 'No such process',
  EINVAL: 'Invalid argument',
  EROFS: 'Read-only file system',
  ENODEV: 'Inappropriate ioctl for device',
  EIO: 'Input/output error',
  EAGAIN: 'Resource temporarily unavailable',
};

/** A failed system call. `message` is strerror's text, so `${path}: ${error.message}` reads as real tools print it. */
export class SysError extends Error {
  readonly errno: Errno;
  readonly path: string | undefined;
  /** With EINTR: the caught signal. */
  readonly signal: Signal | undefined;

  constructor(errno: Errno, path?: string, signal?: Signal) {
    super(MESSAGES[errno]);
    this.errno = errno;
    this.path = path;
    this.signal = signal;
  }
}
