/**
 * A JPEG of 17 x 12 pixels: red rises to the right, green downwards, blue with both.
 *
 *     a[..., 0] = x * 15; a[..., 1] = y * 20; a[..., 2] = (x + y) * 8
 *     Image.fromarray(a).save(file, 'JPEG', quality=60, optimize=True)
 */
export const JPEG_BYTES: Uint8Array = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQ' +
    'YEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAMABED' +
    'ASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAABQYA/8QAHhAAAgEEAwEAAAAAAAAAAAAAAAQiAwUhMRQVUmL/xAAVAQEBAAAAAAAAAAAAAAAA' +
    'AAADBv/EABsRAAEEAwAAAAAAAAAAAAAAAAABAgMFExUh/9oADAMBAAIRAxEAPwCXUtGojalo1EaUWpYiNKLUsRDjlUKtsn8JrqPkxacal5MPlUod' +
    'm8//2Q==',
  'base64',
);
