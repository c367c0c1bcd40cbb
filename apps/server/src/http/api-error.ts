import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** What an `ApiError` says. */
export interface ApiErrorDetails {
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly retryAfterMs?: number;
}

/** A request that is refused, as the client is told. */
export class ApiError extends Error {
  readonly details: ApiErrorDetails;

  constructor(details: ApiErrorDetails) {
    super(details.message);
    this.name = 'ApiError';
    this.details = details;
  }

  static unauthorised(): ApiError {
    return new ApiError({
      status: 401,
      code: 'key-needed',
      message: 'This needs a key.',
      hint: 'Open the invitation you were given, or enter a key.',
    });
  }

  static forbidden(): ApiError {
    return new ApiError({ status: 403, code: 'role-too-low', message: 'Your key does not allow this.' });
  }

  static notFound(what: string): ApiError {
    return new ApiError({ status: 404, code: 'not-found', message: `There is no such ${what}.` });
  }
}
